"""Two regions that have the same figure: 甲省产值增速与乙省相同，均为 | 3%; 园林数量跟乙市持平，同为 | 4个."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.complete import without_area
from kg.recognise.syntax.attribute import is_attribute
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import is_area

_SAME = late("相同|持平|一致|一样|相等|并列")
SAME_REACH = 16
"""How far before a number it stands that two are equal."""
_EQUALS = late(rf"(?P<own>[^，]{{2,24}}?)[与和跟同](?P<other>[^，]{{2,8}}?)(?:基本|完全|大体|大致)?(?:{_SAME.pattern})")
_ALL = ("全国", "全省", "全市", "全区")
_BOTH = ("均", "都", "同")


def name_equal(place: Place) -> Naming | None:
    """The figure of each of the two; None where the clause before tells of no two that are equal."""
    start = place.first.outer.start
    if len(place.group) > 1 or not _SAME.search(place.text, max(place.sentence.start, start - SAME_REACH), start):
        return None
    previous = place.scope.previous
    if previous is None or not place.text.startswith(_BOTH, previous.end + 1):
        return None
    found = _EQUALS.fullmatch(place.text, *previous)
    if found is None or not (found["other"] in _ALL or is_area(found["other"])):
        return None
    left = parse_left(place.text, *found.span("own"), place.scope.noted)
    last = place.scope.last() if is_attribute(place.text[slice(*left.name)]) else None
    own = (*last, left.name) if last else (left.name,)
    other = (Span(*found.span("other")), *without_area(place, own))
    mine = (left.subject, *own) if left.subject and not last else own
    return Naming((mine, other), "list-before", each=True, inherited=True)
