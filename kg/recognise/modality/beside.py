"""The words beside a number that tell what it is: an aim, a fact, a limit, a price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span
from kg.pattern import late
from kg.recognise.time.period import QUOTED

CLAUSE_REACH, SENTENCE_REACH = 80, 240
"""How far words beside a number, and words before it in the sentence, can tell its status."""
COMPARED = late(r"[比较与从由](?:上年|去年)(?:同期)?|[同环]比")
"""比上年增加 tells what is compared, not when."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`before` and `after` the number in its clause; `head` and `beyond` the same up to the ends of the sentence."""

    before: str
    after: str
    head: str
    beyond: str


def _unnamed(words: str) -> str:
    """The words without those of names in 《》, which say nothing of the number; of 规划》 the last is kept."""
    named = words.rfind("》") + 1
    return _blanked(words[:named]) + words[named:] if named else words


@lru_cache(16)
def _blanked(words: str) -> str:
    """Names blanked out. What a sentence begins with stands before each of its numbers, one after the other."""
    return QUOTED.sub(_blank, words)


_YEARS = late(r"[（(][^（）()]{2,16}[）)]》$")
"""《甲县行动方案（2025—2027年）》: its years stand behind what it is."""


def _blank(name: re.Match[str]) -> str:
    told = _YEARS.sub("》", name[0])[-3:]
    return "《" + "〇" * (len(name[0]) - 1 - len(told)) + told if len(name[0]) > len(told) else name[0]


def beside(text: str, number: Span, clause: Span, sentence: Span) -> Beside:
    """The words beside a number.

    >>> beside("到2025年，建成8座水库。", Span(9, 11), Span(7, 13), Span(0, 14))
    Beside(before='建成', after='水库', head='到2025年，建成', beyond='水库。')
    """
    start, end = number
    head = _unnamed(text[max(sentence.start, start - SENTENCE_REACH) : start])
    return Beside(
        before=head[max(0, len(head) - min(start - clause.start, CLAUSE_REACH)) :],
        after=text[end : min(clause.end, end + CLAUSE_REACH)],
        head=head,
        beyond=text[end : min(sentence.end, end + CLAUSE_REACH)],
    )


_POSSIBLE = late(r"(?:[有很]可能|可能会?)(?:发生|出现|爆发|遭遇)")


def is_possible(words: Beside) -> bool:
    """很可能发生 | 7级以上地震, 6级地震 | 的可能性较大: what may happen, which even what orders does not aim at."""
    return _POSSIBLE.search(words.before) is not None or _LIKELY.match(words.after) is not None


_LIKELY = late(r"(?:以上|左右)?[\u4e00-\u9fff]{0,6}的可能性[较很更]?[大小高低]")
