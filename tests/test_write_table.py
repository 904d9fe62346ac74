"""claims.csv: what a spreadsheet gets, and what it must never run."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import Any

import pytest

from kg.model import Facts
from kg.write.table import COLUMNS, claims_head, claims_rows, with_source
from tests.facts import ARTICLE, BASE, CLAIMS, DOCUMENT, FACTS, PLAN, TEXT, with_claim


def rows(facts: Facts) -> list[dict[str, str]]:
    content = (claims_head() + with_source(claims_rows(ARTICLE, facts, BASE), ARTICLE.source)).decode("utf-8-sig")
    return list(csv.DictReader(content.splitlines(keepends=True)))


def row(**changes: Any) -> dict[str, str]:
    return rows(with_claim(**changes))[0]


def test_head_names_the_columns_below_a_byte_order_mark() -> None:
    assert claims_head().startswith(b"\xef\xbb\xbfdocument,source,")
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert b"\xef\xbb\xbf" not in claims_rows(ARTICLE, FACTS, BASE)


def test_a_row_holds_all_that_makes_the_figure_mean_something() -> None:
    found = rows(FACTS)
    assert len(found) == len(CLAIMS)
    first = found[0]
    assert first["quote"] == TEXT[int(first["start"]) : int(first["end"])]
    assert {
        name: first[name] for name in ("document", "plan", "metric", "value", "unit", "year", "status", "flags", "id")
    } == {
        "document": BASE + DOCUMENT,
        "plan": PLAN.title,
        "metric": "标杆性智能工厂",
        "value": "200",
        "unit": "家",
        "year": "2035",
        "status": "target",
        "flags": "deadline-beyond-period",
        "id": BASE + CLAIMS[0].id,
    }
    assert first["region"] == "上海市"
    assert first["unit_iri"] == "http://qudt.org/vocab/unit/NUM"


@pytest.mark.parametrize(
    ("changes", "column", "cell"),
    [
        ({"value": Decimal("1.5E+9")}, "value", "1500000000"),
        ({"value": Decimal("-0.30")}, "value", "-0.3"),
        ({"value_max": Decimal(8)}, "value_max", "8"),
        ({"period": (2021, 2025)}, "period", "2021–2025"),
        ({"year": None}, "year", ""),
        ({"baseline_year": 2020}, "baseline_year", "2020"),
        ({"binding": True}, "binding", "binding"),
        ({"binding": False}, "binding", "anticipated"),
        ({"plan": None}, "plan", ""),
        ({"region": None}, "region", ""),
        ({"unit": "桶"}, "unit_iri", ""),
        ({"flags": ("a-b", "c-d")}, "flags", "a-b c-d"),
        ({"metric": "含有,逗号和\"引号\""}, "metric", "含有,逗号和\"引号\""),
        ({"metric": "两\n行"}, "metric", "两\n行"),
        ({"metric": "=cmd|' /C calc'!A0"}, "metric", "'=cmd|' /C calc'!A0"),
        ({"metric": "＝1+1"}, "metric", "'＝1+1"),
        ({"metric": "+86"}, "metric", "'+86"),
        ({"metric": "-2+3"}, "metric", "'-2+3"),
        ({"subject": "@SUM(1)"}, "subject", "'@SUM(1)"),
        ({"value_text": "-3%"}, "value_text", "'-3%"),
    ],
)  # fmt: skip
def test_cells(changes: dict[str, Any], column: str, cell: str) -> None:
    assert row(**changes)[column] == cell


def test_names_of_files_cannot_run_either() -> None:
    assert b",'=1.md," in with_source(claims_rows(ARTICLE, FACTS, BASE), "=1.md")
