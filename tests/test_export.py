"""Exports hold what the build holds, in formats that other tools read; validation finds what was changed by hand."""

from __future__ import annotations

import csv
import gzip
import io
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from kg.cli import main
from kg.cli.export import FOLDERS, FORMATS
from kg.write.parts import write_parts

QUADS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
TRIPLES = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}


def export(built: Path, form: str) -> bytes:
    done = CliRunner().invoke(main, ["export", str(built), "--to", form])
    assert done.exit_code == 0, done.output
    return done.stdout_bytes


@pytest.fixture(scope="session")
def quads(built: Path) -> set[ox.Quad]:
    return set(ox.parse((built / "graph.nq").read_bytes(), format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("form", QUADS)
def test_formats_with_graphs_hold_all_quads(built: Path, quads: set[ox.Quad], form: str) -> None:
    assert set(ox.parse(export(built, form), format=QUADS[form])) == quads


@pytest.mark.parametrize("form", TRIPLES)
def test_formats_without_graphs_hold_all_triples(built: Path, quads: set[ox.Quad], form: str) -> None:
    found = {quad.triple for quad in ox.parse(export(built, form), format=TRIPLES[form])}
    assert found == {quad.triple for quad in quads}


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in FOLDERS])
def test_an_export_is_the_same_every_time(built: Path, form: str) -> None:
    assert export(built, form) == export(built, form)


def test_the_exported_turtle_is_the_built_one(built: Path) -> None:
    assert export(built, "turtle") == (built / "graph.ttl").read_bytes()
    assert len(rdflib.Graph().parse(data=export(built, "turtle"))) > 300


def test_drawings_hold_a_node_per_fact(built: Path) -> None:
    graphml = nx.parse_graphml(export(built, "graphml").decode())
    gexf = nx.read_gexf(io.BytesIO(export(built, "gexf")))
    kinds = Counter(data["kind"] for _, data in graphml.nodes(data=True))
    assert (kinds["target"], kinds["project"], kinds["goal"], kinds["plan"]) == (9, 6, 4, 1)
    assert Counter(data["kind"] for _, data in gexf.nodes(data=True)) == kinds
    assert gexf.number_of_edges() == graphml.number_of_edges() > 20
    assert b"lastmodifieddate" not in export(built, "gexf")


def test_neo4j_gets_nodes_and_relationships_that_fit(built: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["export", str(built), "--to", "neo4j-csv", "-o", str(tmp_path)])
    assert done.exit_code == 0, done.output
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with (tmp_path / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    ids = {node["id:ID"] for node in nodes}
    assert len(ids) == len(nodes) > 20
    assert {node[":LABEL"] for node in nodes} >= {"target", "plan"}
    assert all(edge[":START_ID"] in ids and edge[":END_ID"] in ids and edge[":TYPE"].isupper() for edge in edges)
    assert {node["year:int"] for node in nodes if node[":LABEL"] == "target"} == {"2035"}


def test_parts_are_whole_documents_and_together_the_graph(tmp_path: Path) -> None:
    lines = [f'<s{number}> <p> "a b" <g{number // 3}> .\n' for number in range(12)]
    (tmp_path / "graph.nq").write_text("".join(lines))
    sizes = [sum(map(len, lines[start : start + 3])) for start in range(0, 12, 3)]
    write_parts(tmp_path / "graph.nq", tmp_path / "parts", sizes, 1)
    assert write_parts(tmp_path / "graph.nq", tmp_path / "parts", sizes, 2) == 2
    parts = [gzip.decompress(path.read_bytes()) for path in sorted((tmp_path / "parts").iterdir())]
    assert [len(part.splitlines()) for part in parts] == [6, 6]
    assert b"".join(parts).decode() == "".join(lines)


def test_parts_of_a_build(built: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["export", str(built), "--to", "nquads-parts", "-o", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert gzip.decompress((tmp_path / "graph-00000.nq.gz").read_bytes()) == (built / "graph.nq").read_bytes()


def test_parquet_is_typed(built: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(export(built, "parquet"))).to_pylist()
    assert len(rows) == 9
    assert max(row["value"] for row in rows) == Decimal(1_500_000_000)
    assert {(row["year"], tuple(row["flags"]), row["region_code"]) for row in rows} == {
        (2035, ("deadline-beyond-period",), "310000")
    }


def test_parquet_is_written_in_pieces(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    whole = parquet.read_table(io.BytesIO(export(built, "parquet")))
    monkeypatch.setattr("kg.write.parquet.BATCH", 4)
    file = parquet.ParquetFile(io.BytesIO(export(built, "parquet")))
    assert [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)] == [4, 4, 1]
    assert file.read() == whole


def test_a_whole_build_is_valid(built: Path) -> None:
    done = CliRunner().invoke(main, ["validate", str(built)])
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_file_changed_by_hand_is_found(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out)
    graph = out / "graph.nq"
    graph.write_bytes(graph.read_bytes().replace("规模以上制造".encode(), "规模以下制造".encode()))
    done = CliRunner().invoke(main, ["validate", str(out)])
    assert done.exit_code == 1
    assert f"{graph}: is not as the build left it" in done.stdout
    assert done.stdout.count("\n") > 1, "the quote that is not in the text is named too"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "missing", "--to", "turtle"], "no manifest.json in it"),
        (["export", "missing", "--to", "neo4j-csv"], "name their folder"),
        (["validate", "missing"], "does not exist"),
        (["compare", "missing", "--indicator", "x"], "name a folder"),
        (["conflicts", "missing"], "name a folder"),
        (["diff", "missing", "missing"], "name a folder"),
    ],
)
def test_a_folder_that_is_no_build_is_refused(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code in (1, 2)
    assert words in done.stderr


@pytest.mark.parametrize("form", ["turtle", "graphml", "parquet", "neo4j-csv", "nquads-parts"])
def test_a_place_that_cannot_be_written_is_told(form: str, built: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    taken = tmp_path / "file" / "below"
    done = CliRunner().invoke(main, ["export", str(built), "--to", form, "-o", str(taken)])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {taken}: ")
    assert "choose another place with -o" in done.stderr


def test_an_empty_file_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "a.nt").touch()
    done = CliRunner().invoke(main, ["validate", str(tmp_path / "a.nt")])
    assert done.exit_code == 1
    assert "holds no triple" in done.stderr


def test_compare_tells_which_years_there_are(built: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(built), "--indicator", "数字化转型比例", "--year", "1999"])
    assert done.exit_code == 1
    assert "for 2035 only" in done.stderr
