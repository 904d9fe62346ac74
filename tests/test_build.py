"""Builds of several documents: the same bytes whatever the order, workers, hash seed and history."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.run import Options, run
from kg.write.store import open_store

CITIES = (
    "云山市",
    "清河县",
    "白石镇",
    "东林市",
    "南浦市",
    "西岭县",
    "北原市",
    "海宁湾",
    "松江口",
    "青石关",
    "长乐坡",
    "金沙滩",
)
LEAN = ("--no-page", "--no-store")
ONE_PROCESS = Options(workers=1, store=False)


def article(number: int) -> str:
    city = CITIES[number % len(CITIES)]
    return (
        f"---\ntitle: '{city}发布绿化规划（{number}）'\ndate: 2023-03-{number % 28 + 1:02}\nauthor: 示例报\n---\n"
        f"<p>《{city}国土绿化“十四五”规划》提出，到2025年，{city}造林面积达到{number + 3}万亩，"
        f"森林覆盖率超过{20 + number % 50}%，新建湿地公园{number + 1}个。</p>\n"
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with enough articles for a pool of processes."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.md").write_text(article(number), "utf-8")
    return folder


def content(out: Path) -> dict[str, bytes]:
    """The bytes of all files of a build but the store's, which are the database's own affair."""
    files = (path for path in out.rglob("*") if path.is_file() and "store" not in path.relative_to(out).parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def in_process(names: list[str], out: Path, seed: str, workers: int) -> None:
    command = [sys.executable, "-m", "kg", "build", *names, "-o", str(out), "--workers", str(workers)]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)


def test_order_workers_and_hash_seed_do_not_matter(articles: Path, tmp_path: Path) -> None:
    names = sorted(map(str, articles.iterdir()))
    in_process(names, tmp_path / "a", "1", 1)
    in_process(names[::-1], tmp_path / "b", "2", 2)
    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_a_build_says_what_it_is(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = run([str(articles)], out, ONE_PROCESS)
    about = json.loads((out / "manifest.json").read_bytes())
    assert about["documents"] == report.tally.documents == 12
    assert about["triples"] == report.tally.triples == len((out / "graph.nq").read_bytes().splitlines())
    assert {name: (out / name).stat().st_size for name in about["files"]} == {
        name: entry["bytes"] for name, entry in about["files"].items()
    }


def test_the_same_bytes_are_built_once_with_both_sources(articles: Path, tmp_path: Path) -> None:
    shutil.copy(articles / "03.md", articles / "00-copy.md")
    out = tmp_path / "out"
    assert run([str(articles)], out, ONE_PROCESS).built == 12
    listed = [json.loads(line) for line in (out / "documents.jsonl").read_bytes().splitlines()]
    both = [str(articles / "00-copy.md"), str(articles / "03.md")]
    assert [one["sources"] for one in listed if len(one["sources"]) > 1] == [both]
    # Which of the two comes first on the command line does not show in any file.
    run(both[::-1], tmp_path / "other", ONE_PROCESS)
    run(both, tmp_path / "another", ONE_PROCESS)
    assert content(tmp_path / "other") == content(tmp_path / "another")


def change(articles: Path) -> None:
    (articles / "05.md").write_text(article(77), "utf-8")


def remove(articles: Path) -> None:
    (articles / "05.md").unlink()


def add(articles: Path) -> None:
    (articles / "99.md").write_text(article(99), "utf-8")


def move(articles: Path) -> None:
    (articles / "05.md").rename(articles / "moved.md")


def spoil(articles: Path) -> None:
    (articles / "05.md").write_bytes(b"")


@pytest.mark.parametrize(("edit", "built"), [(change, 1), (remove, 0), (add, 1), (move, 0), (spoil, 0)])
def test_only_what_is_new_is_built_to_the_same_bytes(
    articles: Path, tmp_path: Path, edit: Callable[[Path], None], built: int
) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    edit(articles)
    report = run([str(articles)], out, ONE_PROCESS)
    assert (report.built, report.unchanged) == (built, False)
    run([str(articles)], tmp_path / "full", ONE_PROCESS)
    assert content(out) == content(tmp_path / "full")


def test_parts_and_parquet_of_a_build(articles: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    options = replace(ONE_PROCESS, page=False, parts=5, parquet=True)
    run([str(articles)], out, options)
    parts = sorted((out / "parts").iterdir())
    assert [part.name for part in parts] == [f"graph-0000{number}.nq.gz" for number in range(3)]
    assert b"".join(gzip.decompress(part.read_bytes()) for part in parts) == (out / "graph.nq").read_bytes()
    with (out / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert parquet.read_table(out / "claims.parquet").column("id").to_pylist() == ids
    assert run([str(articles)], out, options).unchanged
    assert not run([str(articles)], out, replace(options, parts=6)).unchanged
    assert len(list((out / "parts").iterdir())) == 2
    assert not run([str(articles)], out, replace(options, parts=0, parquet=False)).unchanged
    assert not (out / "parts").exists()
    assert not (out / "claims.parquet").exists()


def test_a_day_in_the_name_is_read_again(tmp_path: Path) -> None:
    """Where nothing else tells when an article was published, its name does."""
    folder, out, full = tmp_path / "articles", tmp_path / "out", tmp_path / "full"
    folder.mkdir()
    (folder / "2021-03-04.txt").write_text("今年，全市造林面积达到12万亩。\n", "utf-8")
    for name in ("2023-05-06.txt", "2023-05-06.md", "notes.md"):
        run([str(folder)], out, ONE_PROCESS)
        next(folder.iterdir()).rename(folder / name)
        assert run([str(folder)], out, ONE_PROCESS).built == 1
        run([str(folder)], full, ONE_PROCESS)
        assert content(out) == content(full)


@pytest.mark.parametrize("edit", [change, remove, add, move])
def test_the_store_follows_what_has_changed(articles: Path, tmp_path: Path, edit: Callable[[Path], None]) -> None:
    out, options = tmp_path / "out", Options(workers=1, page=False)
    for number in range(12, 60):
        (articles / f"{number:02}.md").write_text(article(number), "utf-8")
    run([str(articles)], out, options)
    edit(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.write.store.load", None)  # nothing is loaded from the start
        run([str(articles)], out, options)
    run([str(articles)], tmp_path / "full", options)
    assert set(open_store(out)) == set(open_store(tmp_path / "full"))
    assert content(out) == content(tmp_path / "full")


def test_nothing_is_written_when_nothing_has_changed(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    before = (out / "graph.nq").stat().st_ino
    report = run([str(articles)], out, ONE_PROCESS)
    assert (report.built, report.unchanged) == (0, True)
    assert (out / "graph.nq").stat().st_ino == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out"]


@pytest.mark.parametrize("name", ["graph.nq", "graph.html", "manifest.json"])
def test_a_damaged_folder_is_put_together_again(articles: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    before = content(out)
    if name == "manifest.json":
        shutil.rmtree(out / ".kg")
    else:
        (out / name).write_bytes(b"")
    assert not run([str(articles)], out, ONE_PROCESS).unchanged
    assert content(out) == before


def test_another_base_builds_everything_anew(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    base = "https://example.org/id/"
    assert run([str(articles)], out, Options(base=base, workers=1, store=False)).built == 12
    assert base.encode() in (out / "graph.nq").read_bytes()
    assert b"w3id.org/govplan/id/" not in (out / "graph.nq").read_bytes()


def test_where_nothing_could_be_built_out_stays(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    before = content(out)
    report = run([str(tmp_path / "missing.md")], out, ONE_PROCESS)
    assert [failure.source for failure in report.failures] == [str(tmp_path / "missing.md")]
    assert content(out) == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
@pytest.mark.parametrize("delay", [0.3, 0.5, 0.7, 0.9])
def test_a_killed_build_leaves_the_old_one_and_can_be_gone_on_with(
    articles: Path, tmp_path: Path, delay: float
) -> None:
    out = tmp_path / "out"
    run([str(articles)], out, ONE_PROCESS)
    before = content(out)
    for number in range(100, 140):
        (articles / f"{number}.md").write_text(article(number), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "build", str(articles), "-o", str(out)], stdout=subprocess.DEVNULL
    ) as process:
        time.sleep(delay)
        process.kill()
    run([str(articles)], tmp_path / "full")
    after = content(tmp_path / "full")
    assert content(out) in (before, after)
    run([str(articles)], out)
    assert content(out) == after
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "full", "out"]


def test_a_list_of_files_comes_from_standard_input(articles: Path, tmp_path: Path) -> None:
    names = "".join(f"{path}\r\n" for path in sorted(articles.iterdir())) + "\n"
    command = [sys.executable, "-m", "kg", "build", "-o", str(tmp_path / "out"), "--files-from", "-", "--no-store"]
    subprocess.run(command, input=names, check=True, capture_output=True, text=True)
    run([str(articles)], tmp_path / "full", ONE_PROCESS)
    assert content(tmp_path / "out") == content(tmp_path / "full")


def test_a_slow_document_is_named(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.run.driver.SLOW", 0)
    done = CliRunner().invoke(main, ["build", str(articles / "05.md"), "-o", str(tmp_path / "out"), "--no-page"])
    assert re.fullmatch(rf"{re.escape(str(articles))}/05.md: took \d+\.\d s\n", done.stderr)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
@pytest.mark.parametrize("done", [1, 200_000, 500_000])
def test_ctrl_c_stops_at_once_and_leaves_nothing_running(articles: Path, tmp_path: Path, done: int) -> None:
    psutil = pytest.importorskip("psutil")
    for number in range(100, 700):
        (articles / f"{number}.md").write_text(article(number), "utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", str(articles), "-o", str(out), "--workers", "2", *LEAN]
    # A shell's background jobs ignore Ctrl-C and so would the build; what it inherits must be the default.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        while not (spool := tmp_path / ".out.building" / "spool").exists() or spool.stat().st_size < done:
            time.sleep(0.01)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        _, words = process.communicate(timeout=20)
    assert (process.returncode, words.strip()) == (130, "Stopped.")
    assert psutil.wait_procs(children, timeout=10)[1] == []
    assert not out.exists()
    assert run([str(articles)], out, Options(page=False, store=False)).tally.documents == 612
