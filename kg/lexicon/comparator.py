"""Comparator words before and after a number: two patterns whose groups name the comparator. Data: comparator.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_DATA = tomllib.loads((files("kg.lexicon") / "comparator.toml").read_text(encoding="utf-8"))

_NOT_BEFORE = {"过": "(?<![经通度透越超])", "近": "(?<![最附邻])", "约": "(?<![节契条公])"}
"""Short words that are also parts of others: 通过3家 is not more than three."""


def _word(word: str) -> str:
    return _NOT_BEFORE.get(word, "") + re.escape(word)


def _group(name: str, words: list[str]) -> str:
    return f"(?P<{name}>" + "|".join(_word(w) for w in sorted(words, key=len, reverse=True)) + ")"


BEFORE = re.compile(
    "(?:" + "|".join(_group(n, w) for n, w in _DATA["before"].items()) + r")(?:了|到|至|为|达到|达|约)?\s*$"
)
AFTER = re.compile(r"\s*(?:" + "|".join(_group(n, w) for n, w in _DATA["after"].items()) + ")")
