"""Claims → Parquet, typed: for DuckDB, Spark, pandas. The columns of claims.csv, without what only Excel needs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.describe.unit import unit_iri
from kg.iri import BASE
from kg.lexicon import region_name
from kg.model import Article, Claim, Facts

DIGITS = pa.decimal128(38, 9)
"""Room for 10²⁸ with nine decimals; a figure beyond it is not of this world and left out of `value`."""

SCHEMA = pa.schema(
    {
        "document": pa.string(),
        "source": pa.string(),
        "title": pa.string(),
        "published": pa.string(),
        "plan": pa.string(),
        "metric": pa.string(),
        "subject": pa.string(),
        "region": pa.string(),
        "region_code": pa.string(),
        "value": DIGITS,
        "value_max": DIGITS,
        "unit": pa.string(),
        "unit_iri": pa.string(),
        "comparator": pa.string(),
        "change": pa.string(),
        "baseline_year": pa.int32(),
        "year": pa.int32(),
        "period_start": pa.int32(),
        "period_end": pa.int32(),
        "status": pa.string(),
        "binding": pa.bool_(),
        "flags": pa.list_(pa.string()),
        "quote": pa.string(),
        "start": pa.int64(),
        "end": pa.int64(),
        "value_text": pa.string(),
        "rule": pa.string(),
        "id": pa.string(),
    }
)
BATCH = 20_000
"""Claims per row group."""

_LIMIT = Decimal(10) ** 28
_STEP = Decimal(1).scaleb(-9)


def to_parquet(found: Iterable[tuple[Article, Facts]], base: str = BASE) -> Iterator[bytes]:
    """One Parquet file in pieces, a row per claim. The same facts and the same pyarrow give the same bytes."""
    rows = (row for article, facts in found for row in claim_rows(article, facts, base))
    file = _Drained()
    with pq.ParquetWriter(pa.PythonFile(file, "w"), SCHEMA, compression="zstd") as writer:
        while batch := list(islice(rows, BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, SCHEMA))
            yield file.drain()
    yield file.drain()


class _Drained(io.RawIOBase):
    """A file from which what is written is taken at once."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def drain(self) -> bytes:
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


def claim_rows(article: Article, facts: Facts, base: str) -> Iterator[dict[str, object]]:
    """A row per claim of a document, as SCHEMA has it."""
    document = facts.document
    plans = {plan.id: plan.title for plan in facts.plans}
    for claim in facts.claims:
        yield _row(claim, base) | {
            "document": base + document.id,
            "source": article.source,
            "title": document.title and document.title.value,
            "published": document.published and document.published.value,
            "plan": plans.get(claim.plan or ""),
            "quote": article.quote(claim.span),
        }


def _row(claim: Claim, base: str) -> dict[str, object]:
    period_start, period_end = claim.period or (None, None)
    return {
        "metric": claim.metric,
        "subject": claim.subject,
        "region": region_name(claim.region)[0] if claim.region else None,
        "region_code": claim.region,
        "value": _decimal(claim.value),
        "value_max": _decimal(claim.value_max),
        "unit": claim.unit,
        "unit_iri": unit_iri(claim.unit),
        "comparator": claim.comparator,
        "change": claim.change,
        "baseline_year": claim.baseline_year,
        "year": claim.year,
        "period_start": period_start,
        "period_end": period_end,
        "status": claim.status,
        "binding": claim.binding,
        "flags": list(claim.flags),
        "start": claim.span.start,
        "end": claim.span.end,
        "value_text": claim.value_text,
        "rule": claim.rule,
        "id": base + claim.id,
    }


def _decimal(value: Decimal | None) -> Decimal | None:
    return None if value is None or abs(value) >= _LIMIT else value.quantize(_STEP)
