"""Patterns that fail fast find what they would find without haste."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterable
from functools import reduce
from importlib import import_module
from re import _constants as op  # type: ignore[attr-defined]  # private, and the only way to take a pattern apart
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

import kg.recognise
from kg.pattern import Late
from kg.recognise.document import title
from kg.recognise.entity import body, campaign, unmarked
from kg.recognise.figure import change
from tests.rows import texts

Characters = set[int]
ANY = set(range(sys.maxunicode + 1))
SPACES = {code for code in range(sys.maxunicode + 1) if chr(code).isspace()}


def patterns() -> dict[str, Late]:
    """All patterns made by `opened_by`, by name."""
    packages = pkgutil.walk_packages(kg.recognise.__path__, "kg.recognise.")
    modules = (import_module(module.name) for module in packages)
    named = [(f"{m.__name__}.{name}", value) for m in modules for name, value in vars(m).items()]
    named += [(f"kg.recognise.entity.body.{name}", value) for name, value in body.patterns()._asdict().items()]
    return {name: value for name, value in named if isinstance(value, Late) and OPENING.match(value.pattern)}


OPENING = re.compile(r"\(\?=(?P<first>\[(?:\\.|[^\]\\])+\])(?P<second>\[(?:\\.|[^\]\\])+\])?\)(?=\(\?:)")
PATTERNS = patterns()


def parts(pattern: Late) -> tuple[str, str | None, str]:
    """The sets of first and of second characters (None: any), and the pattern without them."""
    opening = OPENING.match(pattern.pattern)
    assert opening is not None
    return opening["first"], opening["second"], pattern.pattern[opening.end() :]


class Begin(NamedTuple):
    """What something parsed can begin with: the sets of its first and of its second characters; whether it can be
    empty, or one character long."""

    first: Characters
    second: Characters
    empty: bool
    single: bool

    def then(self, after: Begin) -> Begin:
        first = self.first | (after.first if self.empty else set())
        second = self.second | (after.first if self.single else set()) | (after.second if self.empty else set())
        single = (self.single and after.empty) or (self.empty and after.single)
        return Begin(first, second, self.empty and after.empty, single)

    def or_else(self, other: Begin) -> Begin:
        return Begin(
            self.first | other.first, self.second | other.second, self.empty or other.empty, self.single or other.single
        )


NOTHING = Begin(set(), set(), empty=True, single=False)
NEVER = Begin(set(), set(), empty=False, single=False)


def begin(items: Iterable[Any]) -> Begin:
    """What a sequence of parsed items can begin with."""
    found = NOTHING
    for kind, value in items:
        if not (found.empty or found.single):
            break
        found = found.then(_begin(kind, value))
    return found


def _begin(kind: Any, value: Any) -> Begin:
    if kind is op.LITERAL:
        return Begin({value}, set(), empty=False, single=True)
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        members: Characters = set().union(*(_members(*member) for member in value[negated:]))
        return Begin(ANY - members if negated else members, set(), empty=False, single=True)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        once = begin(inner)
        found = NOTHING
        for count in range(min(most, 2)):
            found = found.then(once) if count < least else found.or_else(found.then(once))
        return found
    if kind is op.SUBPATTERN:
        return begin(value[3])
    if kind is op.BRANCH:
        return reduce(Begin.or_else, map(begin, value[1]), NEVER)
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return NOTHING
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
    assert "kg.recognise.time.period.TIME" in PATTERNS


@pytest.mark.parametrize("name", PATTERNS)
def test_first_characters_are_those_of_the_branches(name: str) -> None:
    first, _, rest = parts(PATTERNS[name])
    needed = begin(parser.parse(rest))
    assert not needed.empty
    assert_same(first, needed.first)


@pytest.mark.parametrize("name", [name for name, pattern in PATTERNS.items() if parts(pattern)[1]])
def test_second_characters_are_those_that_can_follow(name: str) -> None:
    _, second, rest = parts(PATTERNS[name])
    needed = begin(parser.parse(rest))
    assert second is not None
    assert not needed.single, "anything can follow a match of one character"
    assert_same(second, needed.second)


def assert_same(given: str, needed: Characters) -> None:
    had = {code for code in range(sys.maxunicode + 1) if re.match(given, chr(code))}
    assert "".join(map(chr, needed - had)) == "", "add these characters"
    assert "".join(map(chr, had - needed)) == "", "no branch has these there"


@pytest.mark.parametrize("name", PATTERNS)
def test_nothing_is_lost_in_the_case_tables(name: str) -> None:
    whole = re.compile(parts(PATTERNS[name])[2], PATTERNS[name].flags)
    for text in texts():
        assert [m.span() for m in PATTERNS[name].finditer(text)] == [m.span() for m in whole.finditer(text)]


OPENER = re.compile(f"[{''.join(sorted(change._OPENERS))}]")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        *unmarked._GUARDED,
        (campaign._GROUPED, campaign._SERIES),
        (title._HAN_YEAR, title._SPACED_DAY),
        *((OPENER, verb) for verb, _ in (*change._OPENING_CHANGE, *change._MOVED)),
    ],
)
def test_a_place_tells_of_what_is_looked_for_there(first: re.Pattern[str], then: re.Pattern[str]) -> None:
    whole = "\n".join(texts())
    assert all(first.search(whole, match.start(), match.end() + 40) for match in then.finditer(whole))


def test_what_is_looked_for_first_stands_in_what_is_looked_for_then() -> None:
    for text in texts():
        for match in campaign._SUBJECT.finditer(text):
            assert campaign._UNDER_WAY.search(match[0] + text[match.end() : match.end() + 12]), text
