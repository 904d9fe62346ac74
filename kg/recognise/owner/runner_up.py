"""Who comes next in what was told of the first: 甲市涨幅最高，…；乙市次之，| 上涨1%; 丙、丁紧随其后，涨幅均为1%."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import topic_of
from kg.recognise.owner.complete import without_area
from kg.recognise.owner.regional import PACE, itself, without_pace
from kg.recognise.syntax.phrase import is_area, split, words

_NEXT = late(
    r"(?:其次是|随后是)?(?P<who>[^，。；：]{2,40}?)(?:则|均|都|也)?(?:次之|[紧跟]随其后|紧跟其后|居次|[位排分]列?(?:其后|第[二三四五]))"
)
_RANKS = late("次之|随其后|跟其后|居次|其后|第[二三四五]")
NEXT_REACH = 40
"""How far before a number it stands that others come next."""
_TURNS = late(r"[^，。；]{0,16}?转[为成]")


def name_turned(place: Place) -> Naming | None:
    """粮食产量增速由负转正，从上月下降1% | 转为增长2%: of what the clause before tells that it turned."""
    if place.size or not place.frame.comes_from or not _TURNS.match(place.text, place.last.outer.end):
        return None
    before = place.scope.previous
    if before is None:
        return None
    topic = topic_of(place.text, before, place.scope.noted, bare=False)
    return Naming((without_pace(place.text, (topic,)),), "clause-before") if topic else None


def name_next(place: Place) -> Naming | None:
    """The figure that the region before had, for the regions that the last clause says come next."""
    start = place.first.outer.start
    if place.first.unit != "%" or not _RANKS.search(place.text, max(place.sentence.start, start - NEXT_REACH), start):
        return None
    before = place.scope.previous
    found = _NEXT.fullmatch(place.text, *before) if before else None
    last = place.scope.units.get("%")
    if found is None or last is None or place.right.strong:
        return None
    pace = PACE.fullmatch(place.words)
    items = split(place.text, Span(*found.span("who")))
    if (place.size and pace is None) or not all(is_area(words(place.text, (item,))) for item in items):
        return None
    count = len(place.group)
    if count not in (1, len(items)):
        return None
    told = without_area(place, last)
    figure = without_pace(place.text, told) if pace else itself(place, told)
    rate = (place.name,) if pace else ()
    each = count == 1 and len(items) > 1
    return Naming(
        tuple((item, *figure, *rate) for item in items), "each" if each else "list-before", each=each, inherited=True
    )
