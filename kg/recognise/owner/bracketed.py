"""Regions with their rate in brackets: 增速高于全国的有甲省（6%）、乙省（5%）; 丙市（4%）增速与全国持平."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import is_area

_RATE = r"(?:同比|环比|累计|实际|名义)?(?:增速|增幅|[涨跌降]幅|增长率)"
_TOPIC = late(rf"(?:^|[。；，\n])\s*(?:从|就|按)(?P<figure>[^，。；：]{{2,14}}?{_RATE})(?:来|上)?看")
_BARE = late(_RATE)
_AHEAD = late(rf"[）)](?:[^。；\n]{{0,100}}?的)?(?P<figure>{_RATE})")
_WHOLE = late(r"(?P<whole>全[国省市区县球])的?(?:平均)?水平$")
"""增速高于全国水平（5%）: what the regions are compared with."""
TOPIC_REACH = 800
"""How far before a region 从产值增速来看 may stand."""
SIZE = 2, 8
"""How long the name of a region is."""


def name_bracketed(place: Place) -> Naming | None:
    """The region before the bracket, and the rate that its paragraph or its sentence tells of; None elsewhere."""
    text, at = place.text, place.first.outer.start - 1
    if place.first.unit != "%" or text[at] not in "（(" or not text.startswith(("）", ")"), place.last.outer.end):
        return None
    whole = _WHOLE.search(text, max(place.sentence.start, at - SIZE[1]), at)
    if whole and (rate := _rate(place, at)):
        return Naming(((rate,),), "bracketed", inherited=True, subject=Span(*whole.span("whole")))
    region = next((Span(at - n, at) for n in range(SIZE[1], SIZE[0] - 1, -1) if is_area(text[at - n : at])), None)
    rate = _rate(place, at) if region else None
    return Naming(((region, rate),), "bracketed", inherited=True) if region and rate else None


def _rate(place: Place, at: int) -> Span | None:
    """The rate by which the text looks at its regions, where its paragraph tells of a rate or what is behind does."""
    text, start = place.text, max(0, place.text.rfind("\n", 0, at))
    told = next(reversed([*_BARE.finditer(text, start, at)]), None) or _AHEAD.match(text, place.last.outer.end)
    if told is None:
        return None
    bare = Span(*told.span(told.re.groups))
    topic = next(reversed([*_TOPIC.finditer(text, max(0, at - TOPIC_REACH), at)]), None)
    same = topic is not None and text.endswith(text[bare.end - 2 : bare.end], *topic.span("figure"))
    return Span(*topic.span("figure")) if topic and same else bare
