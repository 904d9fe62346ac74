"""What those counted do with what the next number counts: 9个国家 | 签署 | 3份 | 协议."""

from __future__ import annotations

from kg.lexicon.predicate import ACTIVE, BORDER, CAUSATIVES, CHANGES, DEEDS, LIGHT
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late

_VERBS = {*ACTIVE, *DEEDS, *CAUSATIVES, *BORDER["governs"]}
_TOLD = any_of(_VERBS - {*CHANGES, *LIGHT, "涉及", "覆盖", "服务", "牵头"})
_DEALS = (
    r"(?:已经?|将|均|都|共同?|联合|分别|合计|共计|先后|累计|陆续|集中|同时|目前|今年|今天|现场)*"
    rf"(?P<does>(?:与[^，。；、0-9]{{2,10}})?{_TOLD})[了过出]?(?:首批|第[一二三四]批)?"
)
"""高校 | 将 | 推出 | 20门课程, 国家 | 与甲国 | 签署 | 协议; verbs of change tell of how many there are."""
_DOES = late(_DEALS)
_DOES_TO = late(
    rf"(?!组织|围绕){_DEALS}(?P<object>(?!完成)[^，。；、：“”《》的0-9一二三四五六七八九十两几数]{{2,12}}?)(?<![量额值率价积达超过约共到和与及])"
    r"(?:已经?|达到?|超过?|约|共计?|合计)*"
)
"""医院 | 累计收治 | 病人 | 3000名: the object stands before its number."""
OBJECT_SIZE = 12
"""A longer object is not made part of the name."""


def dealing(text: str, noun: Span, next_start: int, thing: Span | None) -> tuple[Span, Span] | None:
    """The verb between a counted noun and the next number, and what that number counts: the `thing` behind it or the
    object before it. None where nothing is told."""
    if noun.end <= noun.start:
        return None
    if thing is None:
        does = _DOES_TO.fullmatch(text, noun.end, next_start)
        return (Span(*does.span("does")), Span(*does.span("object"))) if does else None
    does = _DOES.fullmatch(text, noun.end, next_start) if noun.end > noun.start + 1 else None
    fits = does is not None and 2 <= thing.end - thing.start <= OBJECT_SIZE
    return (Span(*does.span("does")), thing) if does and fits else None
