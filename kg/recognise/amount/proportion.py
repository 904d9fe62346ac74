"""Proportions with a colon: 供需比为1:6, 去程与回程之比达0.98∶1. What stands against the one is the value."""

from __future__ import annotations

from decimal import Decimal

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.number import parse_arabic

COLONS = frozenset(":：∶")
_PROPORTION = late(
    r"(?<![0-9.:：∶])(?:1\s?[:：∶]\s?(?P<to>[0-9]+(?:\.[0-9]+)?)|(?P<of>[0-9]+(?:\.[0-9]+)?)\s?[:：∶]\s?1)(?![0-9.:：∶])"
)
_OF = late(
    r"(?<![总对相同环可好])比(?:例|值|率)?(?![分赛如较重])[^，。；、：:∶]{0,14}(?:[:：∶][0-9.]{1,6}[^，。；、：:∶]{1,5})?$"
)
"""供需比 | 约为, 撬动比由1:5 | 提高到: so say the words before; the score of a match has others."""
REACH = 32
_AS_RATIO = late(r"\s?的?比例(?=[\u4e00-\u9fff])")
"""按1:1 | 比例分担."""


def is_proportion(spelled: str) -> bool:
    """Whether a number is written as a proportion.

    >>> is_proportion("1:6"), is_proportion("16")
    (True, False)
    """
    return not COLONS.isdisjoint(spelled)


def find_proportion(text: str, start: int) -> tuple[Span, Decimal] | None:
    """The proportion that begins at `start`, and how many there are to one.

    >>> find_proportion("人机比为1:3.5", 4)
    (Span(start=4, end=9), Decimal('3.5'))
    """
    found = _PROPORTION.match(text, start)
    if found is None:
        return None
    if not _OF.search(text, max(0, start - REACH), start) and not _AS_RATIO.match(text, found.end()):
        return None
    value = parse_arabic(found["to"] or found["of"])
    return None if value is None else (Span(*found.span()), value)
