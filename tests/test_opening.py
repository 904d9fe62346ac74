"""The first characters of a pattern: all of them, so that nothing is passed over, and told only where they are few."""

from __future__ import annotations

import re
from re import _compiler, _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compiled import compiled
from kg.opening import _members, with_opening

FEW = {
    "[一二]月": "一二",
    "(?:近|约)?[三四]成": "近约三四",
    "(?<!十)五|六(?=年)": "五六",
    "(?=[甲乙]地).地": "甲乙",
    "(?P<a>丙*)(?:丁|戊{2,})": "丙丁戊",
    "[a-c]+?x": "abc",
    "(?:(?:己)?庚)?辛": "己庚辛",
}
ANYTHING = ("", "甲?", "甲*乙?", "[^甲]乙", ".甲", r"\s*", "(?:甲|)", "[一-鿿]{2,}市", "(?=甲)", "(?i:k)g")


@pytest.mark.parametrize("pattern", FEW)
def test_first_characters(pattern: str) -> None:
    found = _members(_parser.parse(pattern))
    assert found is not None
    told = "".join(chr(code) for code in range(0x9FFF) if any(_holds(member, code) for member in found))
    assert sorted(told) == sorted(FEW[pattern])


def _holds(member: tuple[object, object], code: int) -> bool:
    _, value = member
    return value[0] <= code <= value[1] if isinstance(value, tuple) else value == code


@pytest.mark.parametrize("pattern", ANYTHING)
def test_nothing_is_told_of_what_may_begin_with_anything(pattern: str) -> None:
    parsed = _parser.parse(pattern)
    code = _compiler._code(parsed, 0)
    assert with_opening(code, parsed, 0) == code


@pytest.mark.parametrize("pattern", FEW)
@given(text=st.text("一二月近约三四成十五六年甲乙地丙丁戊abcx己庚辛市 ", max_size=12))
def test_finds_what_re_finds(pattern: str, text: str) -> None:
    assert _spans(compiled(pattern, 0), text) == _spans(re.compile(pattern), text)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]
