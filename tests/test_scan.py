"""Patterns that fail fast find what they would find without haste."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from re import _constants as op  # type: ignore[attr-defined]  # private, and the only way to take a pattern apart
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import kg.recognise
from tests.rows import texts

Characters = set[int]
SPACES = {code for code in range(sys.maxunicode + 1) if chr(code).isspace()}


def patterns() -> dict[str, re.Pattern[str]]:
    """All patterns made by `opened_by`, by name."""
    modules = (import_module(f"kg.recognise.{module.name}") for module in pkgutil.iter_modules(kg.recognise.__path__))
    named = ((f"{m.__name__}.{name}", value) for m in modules for name, value in vars(m).items())
    return {
        name: value
        for name, value in named
        if isinstance(value, re.Pattern) and re.match(r"\(\?=\[.*?[^\\]\]\)\(\?:", value.pattern)
    }


PATTERNS = patterns()


def parts(pattern: re.Pattern[str]) -> tuple[str, str]:
    """The set of first characters, and the pattern without it."""
    first, _, rest = pattern.pattern.partition("])")
    return first.removeprefix("(?=") + "]", rest


def firsts(items: Iterable[Any]) -> tuple[Characters, bool]:
    """The characters that a sequence of parsed items can begin with, and whether it can be empty."""
    found: Characters = set()
    for kind, value in items:
        more, empty = _firsts(kind, value)
        found |= more
        if not empty:
            return found, False
    return found, True


def _firsts(kind: Any, value: Any) -> tuple[Characters, bool]:
    if kind is op.LITERAL:
        return {value}, False
    if kind is op.IN:
        return set().union(*(_members(*member) for member in value)), False
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        found, empty = firsts(value[2])
        return found, empty or value[0] == 0
    if kind is op.SUBPATTERN:
        return firsts(value[3])
    if kind is op.BRANCH:
        branches = [firsts(branch) for branch in value[1]]
        return set().union(*(found for found, _ in branches)), any(empty for _, empty in branches)
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return set(), True
    raise NotImplementedError(f"{kind}: teach the test what it can begin with")


def _members(kind: Any, value: Any) -> Characters:
    if kind is op.LITERAL:
        return {value}
    if kind is op.RANGE:
        return set(range(value[0], value[1] + 1))
    if (kind, value) == (op.CATEGORY, op.CATEGORY_SPACE):
        return SPACES
    raise NotImplementedError(f"{kind} {value}: teach the test what it can begin with")


def test_there_are_some() -> None:
    assert "kg.recognise.period.TIME" in PATTERNS


@pytest.mark.parametrize("name", PATTERNS)
def test_first_characters_are_those_of_the_branches(name: str) -> None:
    first, rest = parts(PATTERNS[name])
    needed, empty = firsts(parser.parse(rest))
    given = {code for code in range(sys.maxunicode + 1) if re.match(first, chr(code))}
    assert not empty
    assert "".join(map(chr, needed - given)) == "", "add these first characters"
    assert "".join(map(chr, given - needed)) == "", "no branch begins with these"


@pytest.mark.parametrize("name", PATTERNS)
def test_nothing_is_lost_in_the_case_tables(name: str) -> None:
    whole = re.compile(parts(PATTERNS[name])[1], PATTERNS[name].flags)
    for text in texts():
        assert [m.span() for m in PATTERNS[name].finditer(text)] == [m.span() for m in whole.finditer(text)]
