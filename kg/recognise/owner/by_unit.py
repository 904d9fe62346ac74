"""Who has how many of those counted: 停工项目共5个，按责任单位划分分别是：甲市 | 2个，…；乙局 | 1个，….

Between the counts the items are named, which are no part of who has them.
"""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.phrase import trim

_HEAD = late(
    r"(?:^|[。\n\u3000；：])(?:截至[^，。；：\n]{2,10}?(?:底|末|日))?(?P<what>[^，。；：\n0-9\u3000]{2,20}?)(?:共有?[0-9]{1,4}个)?，"
    r"(?:分别)?按[^，。；：\n]{2,20}(?:划分|分|看)?，?(?:分别|依次)?[是为有]?："
)
"""What is counted, and by what it is sorted."""
WHO_SIZE = 24
"""How long the name of a unit is."""


def name_by_unit(place: Place) -> Naming | None:
    """What the head of the sentence counts, of the unit before the number; None elsewhere."""
    if place.first.unit_class != "counter" or len(place.group) > 1 or place.frame.change not in (None, "level"):
        return None
    text, start = place.text, place.first.outer.start
    if text.find("：", place.sentence.start, start) < 0:
        return None
    opened = place.sentence.start
    head = _HEAD.match(text, max(0, opened - 1)) or _HEAD.match(text, opened)  # behind a full stop, or a space
    if head is None or head.end() > start:
        return None
    opens = clause_start(text, max(head.end(), start - WHO_SIZE), start, "；：")
    if opens != head.end() and text[opens - 1] != "；":
        return None
    who = trim(text, Span(opens, start))
    if who.end - who.start < 2 or any(mark in text[who.start : who.end] for mark in "，、"):
        return None
    return Naming(((Span(*head.span("what")),),), "by-unit", subject=who, inherited=True)
