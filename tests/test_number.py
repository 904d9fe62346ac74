"""Numerals: what each is worth."""

from __future__ import annotations

import pytest

from kg.lexicon.script import plain
from kg.recognise.amount.number import NUMBER, Number, parse_number
from tests.rows import Row, rows


def first(text: str) -> Number | None:
    found = NUMBER.search(plain(text))
    return parse_number(found) if found else None


@pytest.mark.parametrize("row", rows("number"))
def test_worth(row: Row) -> None:
    number = first(row["text"])
    if row["value"] == "":
        assert number is None
        return
    assert number is not None
    assert (number.value, number.high) == (row["value"], row.get("high"))
    assert (number.unit, number.vague) == (row.get("unit", ""), row.get("vague", False))
