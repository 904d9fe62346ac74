"""Spark gives what a local build gives, also when an executor is killed in the middle."""

from __future__ import annotations

import gzip
import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.iri import BASE
from kg.run import Options, run

from .conftest import ROOT
from .test_build import article

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark")
psutil: Any = pytest.importorskip("psutil")
# pyspark's own use of what pandas and Python have deprecated.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Two executor processes on this machine."""
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("test")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        try:
            session = builder.getOrCreate()
        except PySparkRuntimeError:
            pytest.skip("no Java here")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(60):
        (folder / f"{number:02}.md").write_text(article(number), "utf-8")
    (folder / "copy.md").write_text(article(3), "utf-8")
    (folder / "bad.md").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "无 字%20.md").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def local(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("local") / "out"
    run([str(articles)], out, Options(store=False, page=False))
    return out


def parts(place: Path) -> bytes:
    return b"".join(gzip.decompress(part.read_bytes()) for part in sorted(place.glob("graph/graph-*.nq.gz")))


def issues(lines: bytes) -> set[tuple[str, str, str]]:
    found = map(json.loads, lines.splitlines())
    return {(issue["code"], Path(issue["source"]).name, issue["message"]) for issue in found}


def test_the_parts_are_the_local_graph(spark: SparkSession, articles: Path, local: Path, tmp_path: Path) -> None:
    from kg.run.spark import products
    from kg.run.spark_job import articles as read_articles
    from kg.run.spark_job import write

    place = tmp_path / "built"
    built, failed = write(products(read_articles(spark, str(articles))), str(place), BASE)
    assert (built, failed) == (60, 2)
    assert parts(place) == (local / "graph.nq").read_bytes()
    lines = b"".join(part.read_bytes() for part in place.glob("issues/part-*"))
    assert issues(lines) == issues((local / "issues.jsonl").read_bytes())


def test_claims_of_a_data_frame(spark: SparkSession, local: Path) -> None:
    from kg.run.spark import claims

    rows = [("a.md", article(3).encode()), ("b.md", article(3).encode()), ("c.md", article(4).encode())]
    found = claims(spark.createDataFrame(rows, ["source", "content"])).collect()
    assert {(row.source, row.value, row.unit) for row in found if row.unit == "亩"} == {
        ("a.md", 60_000, "亩"),
        ("c.md", 70_000, "亩"),
    }
    ids = {row.id for row in found}
    assert ids < {line.rsplit(",", 1)[1] for line in (local / "claims.csv").read_text("utf-8-sig").splitlines()}


def test_articles_as_text_with_metadata(spark: SparkSession) -> None:
    from kg.run.spark import claims

    rows = [("x", "到2025年，造林面积达到12万亩。", "绿化规划", "2023-03-01"), ("y", "没有指标的一段话。", None, None)]
    frame = spark.createDataFrame(rows, "source string, text string, title string, date string")
    (row,) = claims(frame).collect()
    assert (row.source, row.title, row.published, row.value, row.year) == ("x", "绿化规划", "2023-03-01", 120_000, 2025)


def is_executor(process: Any) -> bool:
    try:
        return "CoarseGrainedExecutorBackend" in " ".join(process.cmdline())
    except psutil.Error:  # it ended meanwhile
        return False


def test_an_executor_killed_in_the_middle_changes_nothing(
    spark: SparkSession, articles: Path, local: Path, tmp_path: Path
) -> None:
    from kg.run.spark import products
    from kg.run.spark_job import articles as read_articles
    from kg.run.spark_job import write

    killed: list[int] = []

    def kill() -> None:
        time.sleep(1.5)
        executor = next(process for process in psutil.Process().children(recursive=True) if is_executor(process))
        executor.kill()
        killed.append(executor.pid)

    killer = threading.Thread(target=kill)
    killer.start()
    place = tmp_path / "built"
    write(products(read_articles(spark, str(articles))), str(place), BASE)
    killer.join()
    assert killed
    assert parts(place) == (local / "graph.nq").read_bytes()
