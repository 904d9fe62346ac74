"""What those counted do with what the next number counts: 9个国家 | 签署 | 3份 | 协议."""

from __future__ import annotations

from kg.lexicon.predicate import ACTIVE, CHANGES, DEEDS, LIGHT, OPENINGS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late

_VERBS = {*ACTIVE, *DEEDS, *(word for word, kind in OPENINGS.items() if kind == "causative" and len(word) > 1)}
_TOLD = any_of(_VERBS - {*CHANGES, *LIGHT, "涉及", "覆盖", "服务", "牵头"})
_DOES = late(
    r"(?:已经?|将|均|都|共同?|联合|分别|合计|共计|先后|累计|陆续|集中|同时|目前|今年|今天|现场)*"
    rf"(?P<does>(?:与[^，。；、0-9]{{2,10}})?{_TOLD})[了过出]?(?:首批)?"
)
"""高校 | 将 | 推出 | 20门课程, 国家 | 与甲国 | 签署 | 协议; verbs of change tell of how many there are."""
OBJECT_SIZE = 12
"""A longer object is not made part of the name."""


def dealing(text: str, noun: Span, next_start: int, thing: Span) -> tuple[Span, Span] | None:
    """The verb between a counted noun and the next number, and what that number counts; None where nothing is told."""
    does = _DOES.fullmatch(text, noun.end, next_start) if noun.end > noun.start + 1 else None
    fits = does is not None and 2 <= thing.end - thing.start <= OBJECT_SIZE
    return (Span(*does.span("does")), thing) if does and fits else None
