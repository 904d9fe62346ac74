"""Quantities: number, unit and comparator; and numerals that are none."""

from __future__ import annotations

import pytest

from kg import vocab
from kg.describe.unit import unit_iri
from kg.lexicon.script import plain
from kg.recognise.amount.quantity import Quantity, find_quantities
from tests.rows import Row, rows


def told(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"..{quantity.high}"
    return f"{quantity.value}{high} {quantity.unit or '-'} {quantity.comparator}"


@pytest.mark.parametrize("row", rows("quantity"))
def test_quantities(row: Row) -> None:
    assert [told(q) for q in find_quantities(plain(row["text"]))] == row["expect"]


@pytest.mark.parametrize("row", rows("unit"))
def test_units(row: Row) -> None:
    (quantity,) = find_quantities(plain(row["text"]))
    assert (quantity.value, quantity.unit) == (row["value"], row["unit"])
    if "iri" in row:
        iri = unit_iri(quantity.unit) or ""
        assert iri.replace(vocab.UNIT, "unit:").replace(vocab.GP, "gp:") == row["iri"]
