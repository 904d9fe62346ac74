"""The same work on Spark: articles in a DataFrame → claims, N-Quads, faults. For more than one machine holds.

An article is a row with `source` (string, names it in reports) and either `content` (binary, the bytes of a file; the
suffix of `source` tells how they are read) or `text` or `html` (string) with metadata beside it under the names that
JSON Lines have (`title`, `date`, `author` …). Extra `spark`: pyspark and pyarrow, and kg, on driver and executors.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 — its name everywhere

from kg.iri import BASE
from kg.model import Issue
from kg.read import Source
from kg.run.product import Part, Product, to_part, to_record, to_summary
from kg.run.task import DEFAULT_LIMITS, Failure, Job, attempt, load
from kg.run.work import work
from kg.write.parquet import SCHEMA, claim_rows
from kg.write.record import issue_record, to_json

Batches = Iterable[pa.RecordBatch]

_JOBS = pa.schema({"key": pa.string(), "source": pa.string(), "data": pa.binary(), "is_record": pa.bool_()})
_PRODUCTS = pa.schema(
    {
        "source": pa.string(),
        "document": pa.string(),
        "nquads": pa.string(),
        "record": pa.binary(),
        "issues": pa.string(),
        "failed": pa.bool_(),
    }
)
_SQL_NAMES = {
    pa.string(): "string",
    pa.binary(): "binary",
    pa.bool_(): "boolean",
    pa.int32(): "int",
    pa.int64(): "bigint",
}
_BATCH = 64
"""Articles built before they are handed on: their N-Quads are some megabytes."""


def products(articles: DataFrame, base: str = BASE) -> DataFrame:
    """Build every article once: a row per article with these columns, in no order.

    `source`; `document` (IRI, null where it could not be built); `nquads` (lines of its named graph, sorted); `issues`
    (JSON Lines as in issues.jsonl); `record` (what `claims_of` reads); `failed`. Articles with the same bytes give one
    row, under the first of their names.
    """
    jobs = articles.mapInArrow(_jobs, _ddl(_JOBS))
    first = F.min_by(F.struct("data", "is_record"), "source").alias("job")
    once = jobs.groupBy("key").agg(F.min("source").alias("source"), first)
    named = once.select("key", "source", "job.data", "job.is_record")
    # By number: articles are small and take long, Spark would put hundreds of megabytes of them into one task.
    spread = named.repartition(int(articles.sparkSession.conf.get("spark.sql.shuffle.partitions") or 200))
    return spread.mapInArrow(partial(_built, base=base), _ddl(_PRODUCTS))


def claims(articles: DataFrame, base: str = BASE) -> DataFrame:
    """The claims of the articles: a row per figure, with the columns of `kg.write.parquet.SCHEMA`.

    An article that cannot be built gives no row; `products` tells why.
    """
    return claims_of(products(articles, base), base)


def claims_of(built: DataFrame, base: str = BASE) -> DataFrame:
    """The claims in what `products` gave."""
    return built.where("not failed").select("source", "record").mapInArrow(partial(_claims, base=base), _ddl(SCHEMA))


def _jobs(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Articles as they come → their bytes, and the key that is the same for the same bytes."""
    for batch in batches:
        rows = []
        for article in batch.to_pylist():
            job = load(_source(article))
            row = {
                "key": job.key,
                "source": job.source.name,
                "data": job.source.data,
                "is_record": job.source.is_record,
            }
            rows.append(row)
        yield pa.RecordBatch.from_pylist(rows, _JOBS)


def _source(article: dict[str, object]) -> Source:
    name, content = article.pop("source"), article.pop("content", None)
    if isinstance(content, bytes | bytearray):
        return Source(str(name), bytes(content))
    given = {key: value for key, value in article.items() if value is not None}
    return Source(str(name), json.dumps(given, ensure_ascii=False, default=str).encode(), is_record=True)


def _built(batches: Batches, base: str) -> Iterator[pa.RecordBatch]:
    task = partial(work, base=base)
    for batch in batches:
        for start in range(0, batch.num_rows, _BATCH):
            jobs = (
                Job(row["key"], Source(row["source"], row["data"], row["is_record"]))
                for row in batch.slice(start, _BATCH).to_pylist()
            )
            rows = []
            for job in jobs:
                found = attempt(task, job, DEFAULT_LIMITS).found
                rows.append(_failed(found) if isinstance(found, Failure) else _row(found, job.source.name, base))
            yield pa.RecordBatch.from_pylist(rows, _PRODUCTS)


def _row(product: Product, source: str, base: str) -> dict[str, object]:
    summary = to_summary(product.head)
    return {
        "source": source,
        "document": base + summary.document,
        "nquads": to_part(io.BytesIO(product.body), Part.NQUADS).decode(),
        "record": to_part(io.BytesIO(product.body), Part.RECORD),
        "issues": _lines(replace(issue, source=source) for issue in summary.issues),
        "failed": False,
    }


def _failed(failure: Failure) -> dict[str, object]:
    issue = Issue(failure.code, "error", failure.source, failure.message)
    return {"source": failure.source, "issues": _lines([issue]), "failed": True}


def _lines(issues: Iterable[Issue]) -> str:
    return b"".join(to_json(issue_record(issue)) for issue in issues).decode()


def _claims(batches: Batches, base: str) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        rows: list[dict[str, object]] = []
        for row in batch.to_pylist():
            record = to_record(row["record"])
            article = replace(record.article, source=row["source"])
            rows += claim_rows(article, record.facts, base)
        yield pa.RecordBatch.from_pylist(rows, SCHEMA)


def _ddl(schema: pa.Schema) -> str:
    """The schema as Spark writes it."""
    return ", ".join(f"{field.name} {_sql_name(field.type)}" for field in schema)


def _sql_name(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"decimal({kind.precision},{kind.scale})"
    if pa.types.is_list(kind):
        return f"array<{_sql_name(kind.value_type)}>"
    return _SQL_NAMES[kind]
