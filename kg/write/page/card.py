"""The card a node is drawn as: its lines of text and its size, measured here so that layouts cannot overlap.

A card shows one to three lines of title and at most one line of detail. Sizes are CSS pixels at zoom 1.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

TITLE_SIZE = 13
"""Font size of a title; a Chinese character is as wide as it is high."""
LINE = 18
PADDING = 12
MEASURE = 14
"""Longest title line, in Chinese characters."""
MOST_LINES = 3


class Card(NamedTuple):
    """Text and outer size of one drawn node."""

    lines: tuple[str, ...]
    detail: str
    width: int
    height: int


def card(title: str, detail: str = "", *, measure: int = MEASURE) -> Card:
    """The card for a title and its detail line.

    >>> card("标杆性智能工厂", "200家 · 2035")
    Card(lines=('标杆性智能工厂',), detail='200家 · 2035', width=133, height=52)
    """
    lines = wrap(title, measure)
    widest = max([*map(ems, lines), ems(detail)])
    height = 2 * 8 + LINE * (len(lines) + bool(detail))
    return Card(lines, detail, max(72, round(widest * TITLE_SIZE) + 3 * PADDING + 1), height)


def wrap(text: str, measure: int) -> tuple[str, ...]:
    """Lines of at most `measure` em, evenly filled; what passes MOST_LINES ends in “…”.

    >>> wrap("对标打造国内一流、国际领先的数字化标杆城市", 14)
    ('对标打造国内一流、', '国际领先的数字化标杆城市')
    """
    text = " ".join(text.split()) or "—"
    count = min(MOST_LINES, -(-round(ems(text) * 100) // (measure * 100)))
    lines: list[str] = []
    while text and len(lines) < MOST_LINES:
        even = max(ems(text) / max(count - len(lines), 1) + 1, measure * 0.6)
        room = min(even, measure)
        line = _take(text, room)
        lines.append(line.strip())
        text = text[len(line) :]
    if text:
        lines[-1] = _take(lines[-1], measure - 1) + "…"
    return tuple(lines)


def ems(text: str) -> float:
    """Width in em: wide and ambiguous characters 1, others a little over a half.

    >>> ems("50个")
    2.2
    """
    return round(sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in text), 2)


def _take(text: str, room: float) -> str:
    """The longest head of `text` that fits, broken after punctuation where that wastes little."""
    width, end = 0.0, 0
    for end, character in enumerate(text):  # noqa: B007
        width += ems(character)
        if width > room + 1e-9:
            break
    else:
        return text
    end = max(end, 1)
    for back in range(end, max(end - 5, 1), -1):
        if text[back - 1] in "、，；：,;） ":
            return text[:back]
    if text[end] in "、，。；：！？”’》）,.;:!?)%":
        end = max(end - 1, 1)
    return text[:end]
