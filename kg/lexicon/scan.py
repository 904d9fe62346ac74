"""Longest match of many words by one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

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


def _pattern(node: _Node) -> str:
    ends = "" in node
    branches = [re.escape(char) + _pattern(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
