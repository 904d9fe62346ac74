"""`kg spark build`: files → N-Quads parts, Parquet and issues in a folder that the cluster can write."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 — its name everywhere

from kg.errors import OutputError
from kg.read.source import SUFFIXES
from kg.run.spark import claims_of

PARTS = "graph"
"""Gzip N-Quads, sorted: the parts one after the other are graph.nq of `kg build`."""


def articles(spark: SparkSession, place: str) -> DataFrame:
    """The articles at a place: Parquet or JSON Lines by the end of its name, else a tree of files."""
    if place.endswith(".parquet"):
        return spark.read.parquet(place)
    if place.endswith((".jsonl", ".jsonl.gz")):
        return spark.read.json(place)
    suffixes = "{" + ",".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES)) + "}"
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    files = reader.option("pathGlobFilter", f"*.{suffixes}").load(place)
    found = files.select(F.col("path").alias("source"), "content")
    empty = [(path, b"") for path in _empty(files)]
    return found.union(spark.createDataFrame(empty, found.schema)) if empty else found


def _empty(files: DataFrame) -> list[str]:
    """The files of no bytes: Spark lists them, and gives no row for them."""
    listed = files._jdf.inputFiles()
    paths = files.select("path")
    if len(listed) == paths.count():
        return []
    seen = {_local(row.path) for row in paths.toLocalIterator()}
    names = (unquote(name) for name in listed)
    return [name for name in names if _local(name) not in seen]


def _local(name: str) -> str:
    """`file:/a` and `file:///a` are the same."""
    return re.sub("^([a-z0-9]+:)///", r"\1/", name)


def write(built: DataFrame, place: str, base: str) -> tuple[int, int]:
    """Write what `products` gave; how many articles were built and how many could not be.

    Raises OutputError where the place exists: nothing is replaced.
    """
    spark = built.sparkSession
    if _listed(spark, place) is not None:
        raise OutputError(f"{place}: exists; name a place that does not")
    # Kept, so that the building is done once, whatever executors are lost on the way.
    built.write.parquet(f"{place}/products")
    kept = spark.read.parquet(f"{place}/products")
    done = kept.where("not failed").repartitionByRange("document").sortWithinPartitions("document")
    done.select(_lines("nquads")).write.option("compression", "gzip").text(f"{place}/{PARTS}")
    _name_parts(spark, f"{place}/{PARTS}")
    claims_of(kept, base).write.parquet(f"{place}/claims")
    kept.where("issues != ''").select(_lines("issues")).write.text(f"{place}/issues")
    failed = kept.where("failed").count()
    return kept.count() - failed, failed


def _lines(column: str) -> Column:
    """Without the last line end, which Spark adds to every text it writes."""
    return F.expr(f"trim(TRAILING '\\n' FROM {column})")


def _name_parts(spark: SparkSession, folder: str) -> None:
    """`graph-00000.nq.gz` and so on: stores tell a format by its ending, and Spark calls all text `.txt.gz`."""
    files, path = _files(spark, folder)
    for name in _listed(spark, folder) or ():
        if name.startswith("part-"):
            files.rename(path(f"{folder}/{name}"), path(f"{folder}/graph-{name.split('-')[1]}.nq.gz"))


def _listed(spark: SparkSession, folder: str) -> list[str] | None:
    """The names in a folder of the cluster's file system; None where there is no such folder."""
    files, path = _files(spark, folder)
    return [each.getPath().getName() for each in files.listStatus(path(folder))] if files.exists(path(folder)) else None


def _files(spark: SparkSession, place: str) -> tuple[Any, Callable[[str], Any]]:
    """Hadoop's file system that holds a place, and what makes its paths: Spark has neither `exists` nor `rename`."""
    path: Callable[[str], Any] = spark._jvm.org.apache.hadoop.fs.Path  # type: ignore[union-attr]
    return path(place).getFileSystem(spark._jsc.hadoopConfiguration()), path
