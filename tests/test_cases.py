"""Sentences from end to end: what each number of a text measures, by how much, against what, by when."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kg.build import build
from kg.model import Article, Claim
from kg.read import read_text
from tests.rows import Row, rows

TABLES = (
    "claim_comparator",
    "claim_change",
    "claim_baseline",
    "claim_time",
    "claim_metric",
    "claim_topic",
    "claim_counted",
    "claim_part",
    "claim_coordination",
    "claim_status",
    "claim_stance",
    "claim_none",
    "claim_table",
    "claim_prose",
    "claim_print",
    "claim_market",
    "claim_statistics",
    "claim_price",
)


def page(row: Row) -> Article:
    return read_text(row["text"], row.get("source", "case.txt"), published=row.get("published"))


def told(article: Article, claim: Claim, slot: str) -> Any:
    """A slot as the tables write it: "" for none, a stretch as a list."""
    value = article.quote(claim.span) if slot == "quote" else getattr(claim, slot)
    if slot == "period":
        return list(value or ())
    return "" if value is None else value


def wanted(slot: str, value: Any, found: Any) -> Any:
    """What the row asks for; of several wordings, the one that was found."""
    if slot == "metric" and isinstance(value, list) and found in value:
        return found
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def check(row: Row) -> None:
    article = page(row)
    claims = build(article).facts.claims  # raises where a claim has no place in the text, too
    found = [
        {slot: told(article, claim, slot) for slot in expected}
        for claim, expected in zip(claims, row["expect"], strict=False)
    ]
    expect = [
        {slot: wanted(slot, value, seen[slot]) for slot, value in expected.items()}
        for seen, expected in zip(found, row["expect"], strict=False)
    ]
    assert found == expect
    assert [claim.value_text for claim in claims[len(expect) :]] == []
    assert len(claims) == len(row["expect"])


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows(table)])
def test_claims(row: Row) -> None:
    check(row)
