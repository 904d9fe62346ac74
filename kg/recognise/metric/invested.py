"""What is invested, where only that it is completed is told: 项目投资90亿元，年度计划 | 完成 | 20亿元."""

from __future__ import annotations

from kg.lexicon.predicate import FIGURES
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.attribute import owner_of
from kg.recognise.syntax.coordination import as_many
from kg.recognise.syntax.phrase import Phrase

_WORKS = ("项目", "工程")
_COUNTERS = ("个", "项")
_DONE = late(
    r"(?:(?P<scheme>(?:年度|全年|今年|本年)?计划)(?=完成))?(?:已|累计|实际)?(?P<verb>完成)了?(?:约|近|超过?)?$"
)
DONE_REACH = 12
"""How far before an amount 年度计划完成 begins."""
_RECKONED = ("估算", "概算", "预算", "预计")
"""Words before 投资 that name nothing it is in."""


def name_invested(place: Place) -> Naming | None:
    """The investment in what was named before, or in each of what stands before 分别完成; None where none was told."""
    if place.first.unit_class != "money" or place.frame.verb not in ("完成", "完成了") or place.right.strong:
        return None
    end = place.first.outer.start
    done = _DONE.search(place.text, max(place.sentence.start, end - DONE_REACH), end)
    invested = _invested(place)
    if done is None:
        return None
    verb = Span(done.start("scheme") if done["scheme"] else done.start("verb"), done.end("verb"))
    kind = Span(invested[-1].end - len("投资"), invested[-1].end) if invested else verb
    if place.size >= 2:
        named = invested and not place.words.endswith(FIGURES)
        listed = as_many(place.text, place.name, len(place.group)) if named else ()
        return Naming(tuple((*item, verb, kind) for item in listed), "list") if listed else None
    if invested:
        owner = owner_of(place.text, invested)
        owner = () if owner and place.text[slice(*owner[0])] in _RECKONED else owner
        if done["scheme"]:
            return Naming(((*owner, verb, kind),), "attribute", inherited=True)
        return Naming((owner,), "attribute", "完成投资", inherited=True) if owner else None
    works = _works(place)
    return Naming(((*works, verb),), "attribute", "投资", inherited=True) if works else None


def _invested(place: Place) -> Phrase:
    """The investment told before in the paragraph; () for none."""
    known = place.scope.units.get(place.first.unit, ())
    return known if known and place.text.endswith("投资", *known[-1]) else ()


def _works(place: Place) -> Phrase:
    """The works counted before in the sentence; () for none."""
    counted = (place.scope.units.get(unit, ()) for unit in _COUNTERS)
    works = next((w for w in counted if w and place.text.endswith(_WORKS, *w[-1])), ())
    return works if works and works[0].start >= place.sentence.start else ()
