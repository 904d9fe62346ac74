"""The embedded store: what it holds, and what it says of itself when something is wrong with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import accumulate
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli.store import command
from kg.errors import OutputError
from kg.opened import open as open_out
from kg.write.load import Change
from kg.write.search import Hit, find
from kg.write.store import build_store, open_beside, open_store, verify
from tests.two_documents import BASE, DECIMAL, LABEL, TWO_DOCUMENTS, made, quad


def count(store: ox.Store, pattern: str) -> int:
    result = store.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    assert isinstance(result, ox.QuerySolutions)
    number = next(result)["n"]
    assert isinstance(number, ox.Literal)
    return int(number.value)


def test_default_graph_is_the_union_without_repetitions(tmp_path: Path) -> None:
    store = open_store(made(tmp_path))
    assert count(store, "?s ?p ?o") == 4
    assert count(store, "GRAPH ?g { ?s ?p ?o }") == 5


def test_named_graphs_are_the_documents(tmp_path: Path) -> None:
    names = {str(name) for name in open_store(made(tmp_path)).named_graphs()}
    assert names == {f"<{BASE}doc-1>", f"<{BASE}doc-2>"}


@pytest.mark.parametrize(
    "statement",
    [
        f'<{BASE}a> {LABEL} "words with <g> ." .',
        f"<{BASE}a> {LABEL} <{BASE}b> .",
        f'<{BASE}a> {LABEL} "x"^^{DECIMAL} .',
        f'<{BASE}a> {LABEL} "quote \\" <b>"@zh .',
    ],
)
def test_triples_of_the_union_keep_their_objects(tmp_path: Path, statement: str) -> None:
    """With a graph after it or without, a statement comes to the same triple in the default graph."""
    bare = open_store(made(tmp_path / "bare", statement + "\n"))
    named = open_store(made(tmp_path / "named", statement.removesuffix(".") + f"<{BASE}doc-1> .\n"))
    default = ox.DefaultGraph()
    assert set(bare) == set(named.quads_for_pattern(None, None, None, default)) != set()


def test_rebuild_gives_the_same_store(tmp_path: Path) -> None:
    before = set(open_store(made(tmp_path)))
    result = CliRunner().invoke(command, ["rebuild", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert set(open_store(tmp_path)) == before


def test_rebuild_leaves_one_generation(tmp_path: Path) -> None:
    made(tmp_path)
    made(tmp_path, TWO_DOCUMENTS.replace("80.5", "81.5"))
    assert len([path for path in (tmp_path / "store").iterdir() if path.is_dir()]) == 1


def test_open_store_goes_on_after_its_files_are_removed(tmp_path: Path) -> None:
    store = open_store(made(tmp_path))
    made(tmp_path, quad("x", LABEL, '"新"@zh', "doc-9"))
    assert count(store, "?s ?p ?o") == 4
    assert count(open_store(tmp_path), "?s ?p ?o") == 1


def test_touched_graph_is_still_its_own(tmp_path: Path) -> None:
    os.utime(made(tmp_path) / "graph.nq", ns=(1, 1))
    assert verify(tmp_path).size == len(TWO_DOCUMENTS.encode())


def other_graph(out: Path) -> None:
    (out / "graph.nq").write_text(TWO_DOCUMENTS.replace("80.5", "80.6"), encoding="utf-8")
    os.utime(out / "graph.nq", ns=(1, 1))


def no_graph(out: Path) -> None:
    (out / "graph.nq").unlink()


def no_store(out: Path) -> None:
    (out / "store" / "CHECKSUM").unlink()


def garbled_checksum(out: Path) -> None:
    (out / "store" / "CHECKSUM").write_text("{")


def foreign_checksum(out: Path) -> None:
    (out / "store" / "CHECKSUM").write_text(json.dumps({"version": 3}))


def older_layout(out: Path) -> None:
    path = out / "store" / "CHECKSUM"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"layout": 0}))


def outside(out: Path) -> None:
    path = out / "store" / "CHECKSUM"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"generation": "../elsewhere"}))


def missing_table(out: Path) -> None:
    next((out / "store").glob("*/*.sst")).unlink()


def cut_table(out: Path) -> None:
    table = next((out / "store").glob("*/*.sst"))
    table.write_bytes(table.read_bytes()[:-10])


def no_manifest(out: Path) -> None:
    next((out / "store").glob("*/CURRENT")).unlink()


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (other_graph, "was made from another graph.nq"),
        (no_graph, "no graph.nq in it"),
        (no_store, "no store in it; run `kg store rebuild"),
        (garbled_checksum, "is damaged or not of kg"),
        (foreign_checksum, "is damaged or not of kg"),
        (older_layout, "made by another version"),
        (outside, "made by another version"),
        (missing_table, "is damaged"),
        (cut_table, "is damaged"),
        (no_manifest, "is damaged"),
    ],
)
def test_harm_is_noticed(tmp_path: Path, harm: Callable[[Path], None], says: str) -> None:
    harm(made(tmp_path))
    with pytest.raises(OutputError, match=says):
        open_store(tmp_path)


def test_every_harm_but_a_lost_graph_is_mended(tmp_path: Path) -> None:
    for harm in (no_store, garbled_checksum, missing_table, cut_table, no_manifest, other_graph):
        harm(made(tmp_path))
        result = CliRunner().invoke(command, ["rebuild", str(tmp_path)])
        assert result.exit_code == 0, (harm, result.output)
        assert count(open_store(tmp_path), "?s ?p ?o") == 4


def test_flipped_bytes_are_noticed_when_read(tmp_path: Path) -> None:
    """The database checks its blocks itself; what is read through `Opened` says what to do."""
    many = "".join(quad(f"x-{n}", LABEL, f'"第{n}项"@zh', "doc-1") for n in range(2000))
    for table in (made(tmp_path, many) / "store").glob("*/*.sst"):
        data = bytearray(table.read_bytes())
        data[len(data) // 4] ^= 0xFF
        table.write_bytes(data)
    with pytest.raises(OutputError, match="is damaged"):
        sum(1 for _ in open_out(tmp_path).rows("SELECT * { ?s ?p ?o }"))


def test_broken_graph_leaves_the_old_store(tmp_path: Path) -> None:
    made(tmp_path)
    broken = tmp_path / "broken.nq"
    broken.write_text(TWO_DOCUMENTS + "<a> <b>\n")
    with pytest.raises(OutputError, match="is not N-Quads"):
        build_store(broken, tmp_path / "store")
    assert count(open_store(tmp_path), "?s ?p ?o") == 4


YEAR = "<https://w3id.org/govplan#year>"
EXACT = "<http://www.w3.org/ns/oa#exact>"
KINDS = {
    "a": quad("region-1", LABEL, '"云山市"@zh', "doc-a") + quad("x", LABEL, '"造林 \\"甲\\" <乙>"@zh', "doc-a"),
    "b": quad("region-1", LABEL, '"云山市"@zh', "doc-b") + quad("ev-b", EXACT, '"造林面积"', "doc-b"),
    "c": quad("region-1", LABEL, '"云山县"@zh', "doc-c") + quad("y", YEAR, '"2025"', "doc-c"),
    "d": quad("ev-b", EXACT, '"造林面积"', "doc-d") + quad("x", LABEL, '"乙"@zh', "doc-d"),
}
"""Documents that share statements, by name; a capital letter stands for the same document with another statement."""
KINDS |= {name.upper(): text + quad("z", LABEL, '"新"@zh', f"doc-{name}") for name, text in KINDS.items()}


def holds(out: Path) -> tuple[set[ox.Quad], list[tuple[str, ...]], list[Hit]]:
    """All that can be asked of a store and of the index beside it."""
    with closing(open_beside(out)) as index:
        answers = index.execute("SELECT query, rows FROM answers").fetchall()
        hits = [each for words in ("云山", "云山市", "造林", "造林面积", "乙", "新") for each in find(index, words, 99)]
    return set(open_store(out)), answers, hits


@pytest.mark.parametrize(
    ("before", "after"),
    [("abcd", "abCd"), ("abcd", "bcd"), ("abcd", "d"), ("ab", "abcd"), ("ABCD", "abcd"), ("ad", "bc"), ("a", "a")],
)
def test_a_changed_store_is_the_one_made_anew(tmp_path: Path, before: str, after: str) -> None:
    old = made(tmp_path / "old", "".join(map(KINDS.__getitem__, before)))
    (new := tmp_path / "new").mkdir()
    graph = "".join(map(KINDS.__getitem__, after))
    (new / "graph.nq").write_text(graph, encoding="utf-8")
    kept = set(before) & set(after)
    gone = [f"{BASE}doc-{name.lower()}" for name in before if name not in kept]
    starts = list(accumulate((len(KINDS[name].encode()) for name in after), initial=0))
    places = [place for name, *place in zip(after, starts, starts[1:], strict=False) if name not in kept]
    expected, was = holds(made(tmp_path / "anew", graph)), holds(old)
    change = Change(old, gone, [(start, end) for start, end in places])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.write.store.load", None)  # nothing is loaded from the start
        patch.setattr("kg.write.load._UNWRITTEN", 3)
        build_store(new / "graph.nq", new / "store", change)
    assert holds(new) == expected
    assert holds(old) == was


def test_a_damaged_earlier_store_is_not_gone_on_from(tmp_path: Path) -> None:
    old = made(tmp_path / "old")
    next((old / "store").glob("*/CURRENT")).write_text("MANIFEST-999999\n")
    new = tmp_path / "new"
    new.mkdir()
    (new / "graph.nq").write_text(TWO_DOCUMENTS, encoding="utf-8")
    build_store(new / "graph.nq", new / "store", Change(old, [], []))
    assert holds(new) == holds(made(tmp_path / "anew"))


def test_second_builder_is_refused(tmp_path: Path) -> None:
    import fcntl

    made(tmp_path)
    with (tmp_path / "store" / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="being built by another process"):
            build_store(tmp_path / "graph.nq", tmp_path / "store")


def test_killed_rebuilds_leave_the_old_or_the_new(tmp_path: Path) -> None:
    """SIGKILL at many moments of a rebuild in a loop: what opens is whole, and of the graph it was made from."""
    many = "".join(quad(f"x-{n}", LABEL, f'"第{n}项"@zh', f"doc-{n % 50}") for n in range(20_000))
    made(tmp_path, many)
    program = (
        "import sys; from pathlib import Path; from kg.write.store import build_store\n"
        "out = Path(sys.argv[1])\n"
        "print('ready', flush=True)\n"
        "while True: build_store(out / 'graph.nq', out / 'store')\n"
    )
    for moment in range(8):
        with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as builder:
            assert builder.stdout is not None
            assert builder.stdout.readline()
            time.sleep(moment * 0.07)
            builder.send_signal(signal.SIGKILL)
        store = open_store(tmp_path)
        assert (count(store, "?s ?p ?o"), count(store, "GRAPH ?g { ?s ?p ?o }")) == (20_000, 20_000)
    build_store(tmp_path / "graph.nq", tmp_path / "store")
    assert sorted(path.suffix or path.name for path in (tmp_path / "store").iterdir() if not path.is_dir()) == [
        ".search",
        "CHECKSUM",
        "LOCK",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("上海市", ["region-310000"]),
        ("上海", ["region-310000"]),
        ("市", ["plan-1", "region-310000"]),
        ("海绵 规划 <甲>", ["plan-1"]),
        ("海绵城市规划", ["plan-1"]),
        ("海绵 上海", []),
        ('上海市" OR "a', []),
        ("%", []),
        ("_", []),
        (" ", []),
        ('"', []),
    ],
)
def test_words_are_found_inside_words(tmp_path: Path, text: str, found: list[str]) -> None:
    with closing(open_beside(made(tmp_path))) as index:
        hits = find(index, text, 10)
    assert sorted(hit.iri.removeprefix(BASE) for hit in hits) == found


def test_labels_come_before_evidence(tmp_path: Path) -> None:
    quote = quad("ev-1", "<http://www.w3.org/ns/oa#exact>", '"上海市"', "doc-1")
    with closing(open_beside(made(tmp_path, quote + TWO_DOCUMENTS))) as index:
        hits = find(index, "上海市", 10)
    assert [hit.iri for hit in hits] == [f"{BASE}region-310000", f"{BASE}ev-1"]


def test_opened_speaks_rdflib_and_networkx(tmp_path: Path) -> None:
    opened = open_out(made(tmp_path))
    assert len(opened.graph) == 4
    rows = list(opened.graph.query("SELECT ?l { ?s a ?none } VALUES ?l { '无' }"))
    assert rows == []
    network = opened.networkx()
    assert network.nodes[f"{BASE}region-310000"] == {"label": "上海市", "rdfs:label": ["上海市"]}
    assert list(network.edges(keys=True)) == [(f"{BASE}plan-1", f"{BASE}region-310000", "gp:region")]
