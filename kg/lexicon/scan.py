"""Longest match of many words by one regular expression, and patterns that fail fast."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TypeAlias

from kg.pattern import late

_Node: TypeAlias = "dict[str, _Node]"


def any_of(words: Iterable[str]) -> str:
    """Pattern that matches the longest of the words at a place, shared beginnings tried once.

    >>> re.findall(any_of(["国务院", "国务院办公厅", "国防部"]), "国务院办公厅和国防部报国务院")
    ['国务院办公厅', '国防部', '国务院']
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def opened_by(first: str, pattern: str, flags: int = 0, *, second: str = "") -> re.Pattern[str]:
    """The pattern, tried only where a character of the set `first` (the inside of []) stands, and one of `second` next.

    A pattern of many branches spends nearly all its time on places where none begins. `first` must have the first
    characters of all branches, `second`, if given, those that can follow them; a test compares both with the pattern.
    """
    opening = f"[{first}][{second}]" if second else f"[{first}]"
    return late(f"(?={opening})(?:{pattern})", flags)


def opened_by_any(words: Collection[str], pattern: str) -> re.Pattern[str]:
    """The pattern, which one of the words opens, tried only where their first two characters stand."""
    first, second = ("".join(sorted({word[place] for word in words})) for place in (0, 1))
    return opened_by(first, pattern, second=second)


def _pattern(node: _Node) -> str:
    ends = "" in node
    branches = [re.escape(char) + _pattern(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
