"""By how much something is ahead: 提前两年 | 完成目标, and 销量突破100万辆，较去年 | 提前9天."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import trim

_AHEAD = late(r"(?:甚至|已经|[已均都])?(?P<ahead>提前)了?(?:约|近)?$")
AHEAD_REACH = 6
"""How far before the number 提前 may begin."""
_THAN = ("比", "较", "相较", "相比", "按照")
_DONE = late(
    r"(?:全面|全部|超额|圆满|率先|如期|基本|顺利)?(?P<verb>完成|实现|建成|达到|达成|进入|投产|投运|通车)了?(?P<what>(?:《[^》]{1,40}》|[^，。；：《》]){0,40}?)(?:的?(?:基础上|规定|情况下))?(?=[，。；：\n]|$)"
)
_ENDS = late(r"[，。；：）\n破]|$")
"""较去年提前9天，, but 提前15天售票."""


def name_ahead(place: Place) -> Naming | None:
    """What is done ahead of its time, with 提前, and what the sentence has told last where nothing else is named."""
    first, text = place.first, place.text
    if first.unit_class != "time":
        return None
    start = first.outer.start
    found = _AHEAD.search(text, max(place.sentence.start, start - AHEAD_REACH), start)
    if found is None:
        return None
    ahead = Span(*found.span("ahead"))
    who = trim(text, Span(min(place.name.start, found.start()), found.start()))
    if text.startswith(_THAN, who.start):
        who = Span(who.end, who.end)
    done = _DONE.match(text, first.outer.end)
    if done is None:
        last = place.scope.last() if who.end <= who.start and _ENDS.match(text, first.outer.end) else None
        return Naming(((*last, ahead),), "inherited", inherited=True) if last else None
    place.right.used = True
    told = (Span(*done.span("verb")), trim(text, Span(*done.span("what"))))
    pieces = (who, ahead, *told)
    return Naming((tuple(piece for piece in pieces if piece.end > piece.start),), "noun-number", subject=place.subject)
