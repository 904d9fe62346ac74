"""Claims → claims.csv: one row per figure, for spreadsheets.

UTF-8 with a byte order mark, since Excel takes a file without one for the local code page. A cell of text that Excel
would run as a formula is led by an apostrophe; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from kg import iri
from kg.describe.literal import lexical_decimal
from kg.describe.unit import unit_iri
from kg.lexicon import region_name
from kg.model import Article, Claim, Facts

COLUMNS = (
    "document", "source", "title", "published", "plan", "metric", "subject", "region", "value", "value_max", "unit",
    "comparator", "change", "baseline_year", "year", "period", "status", "binding", "flags", "quote", "start", "end",
    "value_text", "unit_iri", "rule", "id",
)  # fmt: skip
"""In this order for good: people's sheets refer to them. New ones are added at the end."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = b"\xef\xbb\xbf"
_NOWHERE = b"\xff"
"""Stands where the source will; no UTF-8 has this byte."""


def claims_head() -> bytes:
    """The byte order mark and the names of the columns; stands once, above all rows."""
    return _MARK + _line(COLUMNS)


def claims_rows(article: Article, facts: Facts, base: str = iri.BASE) -> bytes:
    """A row per claim, in text order, all without their source: `with_source` puts it in."""
    plans = {plan.id: plan.title for plan in facts.plans}
    start = _line((base + facts.document.id,)).rstrip(b"\n") + b"," + _NOWHERE + b","
    return b"".join(start + _line(_row(claim, article, facts, plans, base)) for claim in facts.claims)


def with_source(rows: bytes, source: str) -> bytes:
    r"""What `claims_rows` gave, for an article read from there: the same bytes may come from elsewhere next time.

    >>> with_source(b"doc-1,\xff,2025\n", "a,b.md")
    b'doc-1,"a,b.md",2025\n'
    """
    return rows.replace(_NOWHERE, _line((_text(source),)).rstrip(b"\n"))


def _row(claim: Claim, article: Article, facts: Facts, plans: Mapping[str, str], base: str) -> tuple[str, ...]:
    """The cells from `title` on."""
    document = facts.document
    return (
        _text(document.title.value if document.title else ""),
        _text(document.published.value if document.published else ""),
        _text(plans.get(claim.plan or "", "")),
        _text(claim.metric),
        _text(claim.subject or ""),
        _text(region_name(claim.region)[0] if claim.region else ""),
        lexical_decimal(claim.value),
        "" if claim.value_max is None else lexical_decimal(claim.value_max),
        _text(claim.unit),
        claim.comparator,
        claim.change,
        _number(claim.baseline_year),
        _number(claim.year),
        f"{claim.period[0]}–{claim.period[1]}" if claim.period else "",
        claim.status,
        "" if claim.binding is None else "binding" if claim.binding else "anticipated",
        " ".join(claim.flags),
        _text(article.quote(claim.span)),
        str(claim.span.start),
        str(claim.span.end),
        _text(claim.value_text),
        unit_iri(claim.unit) or "",
        _text(claim.rule),
        base + claim.id,
    )


def _text(words: str) -> str:
    """
    >>> _text("=1+1"), _text("数字化转型比例")
    ("'=1+1", '数字化转型比例')
    """
    return "'" + words if words.startswith(_FORMULA) else words


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _line(cells: tuple[str, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
