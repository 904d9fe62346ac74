"""What a figure is about, told from its indicator's name, so that a corpus can be looked at by topic.

A Chinese noun phrase is headed by its end: the topic whose word (`corpus_topic.toml`) ends last in the name counts, of
two words that end there the longer. Where no word is found the plan's title is asked; what remains has no topic.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.write.page.shell import asset


class Topic(NamedTuple):
    """A topic by its names; the words of its indicators."""

    zh: str
    en: str
    words: tuple[str, ...]


@cache
def topics() -> dict[str, Topic]:
    """Every topic by key; "" for what has none. Raises LexiconError where a word belongs to two."""
    rows = tomllib.loads(asset("corpus_topic.toml"))["topic"]
    words = Counter(word for row in rows for word in row["words"].split())
    if twice := [word for word, count in words.items() if count > 1]:
        raise LexiconError(f"corpus_topic.toml: {'、'.join(twice)} under more than one topic")
    return {row["key"]: Topic(row["zh"], row["en"], tuple(row["words"].split())) for row in rows}


def topic_of(metric: str, plan: str) -> str:
    """Key of the topic.

    >>> topic_of("农村公路总里程", ""), topic_of("城镇新增就业", ""), topic_of("甲", "某市数字经济规划")
    ('transport', 'employment', 'economy')
    """
    return _told(metric) or _told(plan)


def _told(name: str) -> str:
    found = [(match.end(1), len(match[1]), match[1]) for match in _pattern().finditer(name)]
    return _keys()[max(found)[2]] if found else ""


@cache
def _keys() -> dict[str, str]:
    return {word: key for key, topic in topics().items() for word in topic.words}


@cache
def _pattern() -> re.Pattern[str]:
    """At each place the longest word that begins there; words may overlap."""
    longest_first = sorted(_keys(), key=lambda word: (-len(word), word))
    return re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))")
