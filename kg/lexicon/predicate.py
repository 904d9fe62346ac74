"""Word tables of `predicate.toml`: change verbs, adverbs, openings and heads around an indicator and its number."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import TypeVar

from kg.model import Change
from kg.resource import package_text

_DATA = tomllib.loads(package_text("lexicon/predicate.toml"))

T = TypeVar("T")


class Table(dict[str, T]):
    """Words and their entries, with the characters that they begin and end with."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        super().__init__(entries)
        self.firsts = frozenset(word[0] for word in entries)
        self.lasts = frozenset(word[-1] for word in entries)


NEWLY: tuple[str, ...] = tuple(_DATA["newly"]["verb"])
"""Verbs that bring something new where 新 stands before them."""


_SWIFT: dict[Change, list[str]] = {
    name: [manner + verb for manner in _DATA["swift"]["manner"] for verb in _DATA["swift"][name]]
    for name in ("growth_rate", "decrease_by")
}
"""猛增, 骤降: verbs of one character with how fast they move."""


def _reaching() -> dict[str, Change]:
    """提高 → 提高到, 提高至, 提高为: verbs of change that reach a value."""
    change, reach = _DATA["change"], _DATA["reach"]
    up = [*reach["increase_to"], *change["growth_rate"], *change["increase_by"], *_SWIFT["growth_rate"]]
    down = [*reach["decrease_to"], *change["decrease_by"], *_SWIFT["decrease_by"]]
    stems: list[tuple[str, Change]] = [(w, "increase_to") for w in up] + [(w, "decrease_to") for w in down]
    return {stem + end: name for stem, name in stems if len(stem) > 1 for end in "到至为"}


_NOT_ANEW = "增获造改"
"""再增加3万吨 is by how much, 再获得3枚 tells of the next time, and 再造 is a word of its own."""

CHANGES: Table[Change] = Table(
    {
        **_reaching(),
        **{"新" + verb: "new" for verb in NEWLY},
        **{"再" + verb: "new" for verb in NEWLY if verb[0] not in _NOT_ANEW},
        **{verb: name for name, verbs in _SWIFT.items() for verb in verbs},
        **{word: name for name, words in _DATA["change"].items() for word in words},
    }
)
"""Verb before a number → what it does to the indicator."""

ADVERBS: Table[str] = Table({word: name for name, words in _DATA["adverb"].items() for word in words})
"""Adverb → plain, spread, yearly or on_year."""

OPENINGS: Table[str] = Table({word: name for name, words in _DATA["opening"].items() for word in words})
"""Word a clause may open with before its indicator → connective or causative."""

CAUSATIVES: tuple[str, ...] = tuple(word for word, kind in OPENINGS.items() if kind == "causative" and len(word) > 1)
"""The causatives that are whole verbs: 建成, 开展."""

CONTRASTS: frozenset[str] = frozenset(_DATA["head"]["contrast"])
"""Words that stand against each other at the front of coordinated items."""

ATTRIBUTES: tuple[str, ...] = tuple(sorted(_DATA["head"]["attribute"], key=len, reverse=True))

INNER: dict[str, str] = _DATA["inner"]
"""One-character word → characters before it that make it part of a longer word."""

STUCK: dict[str, str] = _DATA["stuck"]
"""Opening word → characters after it that make it the start of a noun."""

SHARED_HEADS: tuple[str, ...] = tuple(sorted(_DATA["head"]["shared"], key=len, reverse=True))

_THINGS = frozenset(_DATA["head"]["thing"])
FIGURES: tuple[str, ...] = tuple(word for word in (*ATTRIBUTES, *SHARED_HEADS) if word not in _THINGS)
"""Heads and attributes that measure: a name that ends in one lacks nothing."""

ACTIVE: frozenset[str] = frozenset(_DATA["told"]["active"])
"""Verbs after a counted noun that make part of the indicator: 接纳南水 | 水厂."""

DEEDS: tuple[str, ...] = tuple(_DATA["told"]["deeds"])
"""Verbs by which a body acts on what is counted: 截获 | 动植物30种."""

LIGHT: frozenset[str] = frozenset(_DATA["told"]["light"])
"""Verbs after a counted noun that only end it: 来自, 用于."""

ENDS: tuple[str, ...] = tuple(_DATA["told"]["ends"])
"""Verbs that end a clause, without an object: 800所学校 | 停课."""

BORDER: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in _DATA["border"].items()}
"""What counted nouns end in (`head`, `char`), and what only stands behind such a noun: verbs and adverbs, and the verbs
(`led`) that may be nouns elsewhere."""

LONGEST = 8
"""No word of the tables is longer."""


def ending(text: str, start: int, end: int, table: Table[T]) -> tuple[str, T] | None:
    """The longest word of the table that text[start:end] ends with, and its entry."""
    if end <= start or text[end - 1] not in table.lasts:
        return None
    for size in range(min(LONGEST, end - start), 0, -1):
        word = text[end - size : end]
        if word in table:
            return word, table[word]
    return None


def beginning(text: str, start: int, end: int, table: Table[T]) -> tuple[str, T] | None:
    """The longest word of the table that text[start:end] begins with, and its entry."""
    if end <= start or text[start] not in table.firsts:
        return None
    for size in range(min(LONGEST, end - start), 0, -1):
        word = text[start : start + size]
        if word in table:
            return word, table[word]
    return None
