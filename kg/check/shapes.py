"""Graphs against the SHACL shapes of ontology/: what `kg validate` runs, on our output or on anybody's.

pySHACL works on rdflib graphs and takes a tenth of a second per document, most of it the same for one document or many;
builds rely on `kg.check.invariant` instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

import rdflib
from pyoxigraph import RdfFormat, parse, serialize
from pyoxigraph import Triple as OxTriple
from pyshacl import validate as run_shacl
from rdflib.namespace import RDF, RDFS, SH

from kg import vocab
from kg.errors import InputError, OntologyError
from kg.resource import ontology_path

_WHOLE_GRAPH = vocab.GP.rstrip("#")
"""Focus node of the rules that are asked once per graph; their value is the node at fault."""
_BATCH = 50
_COPY = "#graph-"
"""Marks a node as one document has it, while several documents are validated in one go."""


class Violation(NamedTuple):
    """One fault: the node it is at, the property (or None), the value (or None), and what is wrong in words."""

    node: str
    path: str | None
    value: str | None
    message: str


def validate(source: Path, texts: Mapping[str, str] | None = None) -> tuple[Violation, ...]:
    """All faults of a file or of an OUT folder (its graph.nq), sorted.

    Where there are named graphs each is judged by itself: two documents may spell one name in two ways. `texts` gives
    the visible text of documents by IRI; where it is given, quotations are compared with the text itself.
    Raises InputError where the file cannot be read or is not RDF.
    """
    graphs = iter(_graphs(source / "graph.nq" if source.is_dir() else source))
    found: set[Violation] = set()
    while batch := list(islice(graphs, _BATCH)):
        found.update(validate_graph(batch[0] if len(batch) == 1 else _side_by_side(batch), texts))
    return tuple(sorted(found, key=_in_order))


def validate_graph(graph: rdflib.Graph, texts: Mapping[str, str] | None = None) -> tuple[Violation, ...]:
    """All faults of a graph, sorted."""
    _, report, words = run_shacl(graph, shacl_graph=_shapes(), ont_graph=_hierarchy(), inference="none")
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"{ontology_path() / 'shapes.ttl'}: pySHACL cannot run it ({words.strip()}); correct it")
    return tuple(sorted({*_results(report), *_misquoted(graph, texts or {})}, key=_in_order))


def _graphs(path: Path) -> Iterable[rdflib.Graph]:
    kind = RdfFormat.from_extension(path.suffix.lower().removeprefix("."))
    if kind is None:
        raise InputError(f"{path}: no RDF by its name; name a file that ends in .ttl, .nt, .nq, .trig, .jsonld or .rdf")
    try:
        quads = sorted(parse(path.read_bytes(), format=kind), key=lambda quad: str(quad.graph_name))
    except FileNotFoundError as error:
        raise InputError(f"{path}: does not exist; name a file of RDF or a folder that `kg build` has made") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(
            f"{path}: is not {kind.name} ({error}); correct it, or let its ending name its format"
        ) from error
    if not quads:
        raise InputError(f"{path}: holds no triple; name a file of RDF or a folder that `kg build` has made")
    for _, group in groupby(quads, key=lambda quad: quad.graph_name):
        triples = (OxTriple(quad.subject, quad.predicate, quad.object) for quad in group)
        yield rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")


def _side_by_side(graphs: Iterable[rdflib.Graph]) -> rdflib.Graph:
    """The graphs in one, their nodes kept apart by a mark that names the graph."""
    union = rdflib.Graph()
    for number, graph in enumerate(graphs):
        own: dict[rdflib.term.Node, rdflib.term.Node] = {
            node: rdflib.URIRef(f"{node}{_COPY}{number}") for node in graph.subjects() if type(node) is rdflib.URIRef
        }
        for subject, predicate, value in graph:
            union.add((own.get(subject, subject), predicate, own.get(value, value)))
    return union


def _results(report: rdflib.Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path, value = (report.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
        if str(node) == _WHOLE_GRAPH:
            node, value = value, None
        yield Violation(
            _unmark(str(node)),
            str(path) if isinstance(path, rdflib.URIRef) else None,
            None if value is None or isinstance(value, rdflib.BNode) else _unmark(str(value)),
            " ".join(sorted(map(str, report.objects(result, SH.resultMessage)))),
        )


def _misquoted(graph: rdflib.Graph, texts: Mapping[str, str]) -> Iterator[Violation]:
    """Quotations that differ from the text, or, where it is not at hand, from other quotations of the same place."""
    seen: dict[tuple[str, int], str] = {}
    for document, start, quote, node in sorted(_quotations(graph)):
        text = texts.get(document)
        words = [seen.setdefault((document, start + n), char) for n, char in enumerate(quote)]
        if quote != ("".join(words) if text is None else text[start : start + len(quote)]):
            yield Violation(node, vocab.EXACT, quote, "原文此处不是这些字 / the text has other words at this place")


def _quotations(graph: rdflib.Graph) -> Iterator[tuple[str, int, str, str]]:
    for node, start in graph.subject_objects(rdflib.URIRef(vocab.START)):
        quote, document = (graph.value(node, rdflib.URIRef(term)) for term in (vocab.EXACT, vocab.IN_SOURCE))
        if isinstance(start, rdflib.Literal) and isinstance(start.value, int):
            yield _unmark(str(document)), start.value, str(quote or ""), _unmark(str(node))


def _unmark(node: str) -> str:
    return node.partition(_COPY)[0]


def _in_order(violation: Violation) -> tuple[str, ...]:
    return tuple(part or "" for part in violation)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_path() / "shapes.ttl")


@cache
def _hierarchy() -> rdflib.Graph:
    """Which class is part of which: all that shapes need to know of the ontology."""
    graph = rdflib.Graph()
    for part, whole in rdflib.Graph().parse(ontology_path() / "govplan.ttl").subject_objects(RDFS.subClassOf):
        graph.add((part, RDFS.subClassOf, whole))
    return graph
