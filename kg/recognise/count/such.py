"""Those of whom the words before 的有 tell: 40个行业中，价格上涨的有 | 37个; 增速超过全国的有 | 21个省份."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.attending import HEADCOUNTS
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import trim

_SUCH = late(
    r"(?:^|[，。；：、]|(?<!的)中)(?:但|其中|目前)*(?P<what>[^，。；：、]{4,24}?)的[只就]?[共仅已]?有(?:约|近|超过?)?$"
)
SUCH_REACH = 36
"""How far before a number its description may begin."""
_NO_DESCRIPTION = late(r"[^，]{0,6}(?:目前|现在|已有|拥有|现有|所在|我国|全[国省市区县]|这里|那里)$")


def name_such(place: Place) -> Naming | None:
    """Things by what is said of them, which are named behind the number or were counted before it."""
    text, start, unit = place.text, place.first.outer.start, place.first.unit
    if place.first.unit_class not in ("counter", "people") or text.rfind("的", start - 6, start) < 0:
        return None
    such = _SUCH.search(text, max(place.sentence.start, start - SUCH_REACH), start)
    if such is None or len(place.group) > 1 or _NO_DESCRIPTION.fullmatch(such["what"]):
        return None
    what = trim(text, Span(*such.span("what")))
    if place.right.strong and place.right.noun.end > place.right.noun.start:
        place.right.used = True
        return Naming(((what, place.right.noun),), "such")
    known = place.scope.units.get(unit, ())
    if unit in HEADCOUNTS:
        return Naming(((what,),), "such", HEADCOUNTS[unit])
    return Naming(((what, _head(text, known[-1])),), "such", inherited=True) if known else None


def _head(text: str, known: Span) -> Span:
    """价格下降的 | 城市: the noun without what was told of others."""
    at = text.rfind("的", *known)
    return Span(at + 1, known.end) if at >= 0 else known
