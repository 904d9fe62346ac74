"""One contract for all RDF writers: what is written reads back as the same graph in both libraries; same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg import vocab
from kg.describe import describe
from kg.model import Triple
from kg.write import WRITERS, rdf
from kg.write.term import from_oxigraph, read_graphs, to_rdflib
from tests.facts import ARTICLE, BASE, DOCUMENT, FACTS

TRIPLES = describe(ARTICLE, FACTS, BASE)
HARD = tuple(
    Triple(BASE + "x-1", vocab.GP + f"p{n}", text, vocab.XSD + "string")
    for n, text in enumerate(
        (
            '"',
            "\\",
            "\\u0041",
            "a\nb",
            "a\rb",
            "a\tb",
            "\x0c",
            "\x0b\x1f\x7f",
            "\x85",
            "\u2028",
            "<script>&amp;]]>",
            " 留白 ",
            "𠮷",
            "'''",
            '"""',
            "",
        )
    )
)
GRAPHS = ((BASE + DOCUMENT, TRIPLES), (BASE + "doc-0000000000000000", HARD))
QUADS = {(graph, *triple) for graph, triples in GRAPHS for triple in triples}
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
NAMED = ("trig", "nquads", "jsonld")


def written(name: str) -> bytes:
    return b"".join(WRITERS[name].write(GRAPHS, BASE))


@pytest.mark.parametrize("name", WRITERS)
def test_oxigraph_reads_back_what_was_written(name: str) -> None:
    file_format = ox.RdfFormat.from_media_type(WRITERS[name].media_type)
    read = list(ox.parse(written(name), format=file_format))
    if name in NAMED:
        assert {(quad.graph_name.value, *from_oxigraph(quad)) for quad in read} == QUADS
    else:
        expected = {t if name != "rdfxml" else without_controls(t) for triples in (TRIPLES, HARD) for t in triples}
        assert {from_oxigraph(quad) for quad in read} == expected


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib 7 uses what it deprecates
@pytest.mark.parametrize("name", WRITERS)
def test_rdflib_reads_back_what_was_written(name: str) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=written(name), format=RDFLIB[name])
    expected = (without_controls(t) if name == "rdfxml" else t for t in TRIPLES + HARD)
    assert set(dataset.triples((None, None, None))) == set(to_rdflib(expected))


def without_controls(triple: Triple) -> Triple:
    """XML cannot hold control characters, and reads a carriage return as a line feed."""
    return triple._replace(object=re.sub("[\x0b\x0c\r\x1f]", "\ufffd", triple.object))


@pytest.mark.parametrize("name", WRITERS)
def test_bytes_do_not_depend_on_the_hash_seed(name: str) -> None:
    script = "import sys; from tests.test_write_rdf import written; sys.stdout.buffer.write(written(sys.argv[1]))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, name],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[1],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert runs == {written(name)}


def test_order_of_triples_does_not_matter() -> None:
    backwards = TRIPLES[::-1]
    assert rdf.nquads(backwards, BASE + DOCUMENT) == rdf.nquads(TRIPLES, BASE + DOCUMENT)
    assert rdf.turtle(backwards, BASE) == rdf.turtle(TRIPLES, BASE)


def test_lines_are_canonical_and_sorted() -> None:
    lines = rdf.nquads(TRIPLES + HARD, BASE + DOCUMENT).decode().split("\n")[:-1]
    assert lines == sorted(lines)
    parsed = ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)
    assert sorted(f"{quad} ." for quad in parsed) == lines


def test_turtle_needs_no_prefix_it_does_not_declare() -> None:
    head, body = rdf.turtle_head(BASE), rdf.turtle(TRIPLES, BASE)
    assert b"@prefix" not in body
    assert len(list(ox.parse(head + body, format=ox.RdfFormat.TURTLE))) == len(TRIPLES)


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    line = rdf.ntriples([Triple(BASE + "x-1", vocab.LABEL, "a\ud800b", None, "zh")])
    assert line.decode() == f'<{BASE}x-1> <{vocab.LABEL}> "a\ufffdb"@zh .\n'


def test_graphs_are_read_back_one_by_one() -> None:
    assert [(graph, set(triples)) for graph, triples in read_graphs(written("nquads"))] == [
        (graph, set(triples)) for graph, triples in GRAPHS
    ]


def test_statements_that_kg_never_writes_are_refused() -> None:
    with pytest.raises(ValueError, match="blank node"):
        list(read_graphs("_:b <http://a/p> <http://a/o> <http://a/g> .\n"))
    with pytest.raises(ValueError, match="named graph"):
        list(read_graphs("<http://a/s> <http://a/p> <http://a/o> .\n"))
