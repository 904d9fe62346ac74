"""Who enters a club with which figure, and which figure that is: 甲省以1.2万亿元，首次进入 | GDP | 万亿俱乐部."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.phrase import is_area, words

_ENTERS = late(
    r"(?:左右)?，?(?:首次|成功|双双|均|正式|也|再次)*(?:进入|跻身|迈入|加入|晋级|进阶)了?(?P<what>[^，。；、0-9]{2,10}?)"
    r"[两二三四五六七八九十百千万亿]{1,3}元?(?:级)?(?:俱乐部|行列|阵营|方阵|梯队)"
)


def name_club(place: Place) -> Naming | None:
    """The figure by which a club is named, for each that enters it; None where no such is told."""
    if place.first.unit_class != "money" or not place.text.endswith("以", 0, place.first.outer.start):
        return None
    club = _ENTERS.match(place.text, place.last.outer.end)
    who = distribute(place.text, place.name) if club else ()
    if club is None or len(who) != len(place.group) or not all(is_area(words(place.text, w)) for w in who):
        return None
    return Naming(tuple((*w, Span(*club.span("what"))) for w in who), "list", subject=place.subject)
