"""The characters a pattern can begin with, told to the matcher of `re`, which then passes over all others at once.

`re` finds them by itself where a pattern begins with a character, a set or branches of characters. Ours mostly begin
with what must stand before, an optional word or branches of sets; there the matcher would set out anew at each
character of a text, which takes it three times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

Members = list[tuple[Any, Any]]
"""What stands in [], as `re` has it: characters, ranges and classes."""

BROAD = 3000
"""A set with a range of more characters, as that of all Chinese ones, excludes too little."""


def with_opening(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The pattern's code with the set of its first characters, where `re` has put none and there is one."""
    flags |= parsed.state.flags
    skip, told, least, most = code[1:5]
    if told or not least or flags & op.SRE_FLAG_IGNORECASE or not (members := _members(parsed)):
        return code
    charset: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(members)[0], flags, charset)
    return [code[0], 4 + len(charset), op.SRE_INFO_CHARSET, least, most, *charset, *code[1 + skip :]]


def _members(parsed: Any) -> Members | None:
    """What the pattern can begin with; None where that is anything, or nothing at all.

    >>> from re import _parser
    >>> [chr(code) for _, code in _members(_parser.parse("(?<!十)[四五](?=月)|(?:近|约)?六"))]
    ['四', '五', '近', '约', '六']
    >>> _members(_parser.parse("近?.月"))
    """
    members, empty = _first(parsed)
    return None if members is None or empty else members


def _first(items: Iterable[tuple[Any, Any]]) -> tuple[Members | None, bool]:
    """What a sequence can begin with (None: with anything), and whether it may be empty."""
    found: Members = []
    for kind, value in items:
        members, empty = _of_item(kind, value)
        if members is None:
            return None, False
        found += members
        if not empty:
            return found, False
    return found, True


def _of_item(kind: Any, value: Any) -> tuple[Members | None, bool]:
    if kind is op.LITERAL:
        return [(kind, value)], False
    if kind is op.IN:
        broad = any(k is op.NEGATE or (k is op.RANGE and v[1] - v[0] > BROAD) for k, v in value)
        return (None if broad else list(value)), False
    if kind is op.SUBPATTERN and not value[1] and not value[2]:
        return _first(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        members, empty = _first(value[2])
        return members, empty or not value[0]
    if kind is op.BRANCH:
        branches = [_first(branch) for branch in value[1]]
        if any(members is None for members, _ in branches):
            return None, False
        return [m for members, _ in branches for m in members or ()], any(empty for _, empty in branches)
    if kind is op.ASSERT and value[0] > 0:
        members, empty = _first(value[1])
        return ([], True) if members is None or empty else (members, False)
    return ([], True) if kind in (op.ASSERT, op.ASSERT_NOT, op.AT) else (None, False)
