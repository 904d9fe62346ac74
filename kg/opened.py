"""`kg.open(OUT)`: a built graph in Python, for SPARQL, rdflib and networkx."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import PREFIXES, fill, question, run, shorten
from kg.write.rollup import rolled_up
from kg.write.store import FAULTS, damaged, open_beside, open_store

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph

_LABELS = tuple(
    ox.NamedNode(iri)
    for iri in ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")
)


def open(out: str | Path) -> Opened:  # noqa: A001 — `kg.open` is its name
    """The graph that `kg build` left in this folder, as it is now. Raises OutputError where there is none."""
    folder = Path(out)
    return Opened(folder, open_store(folder), open_beside(folder))


@dataclass(frozen=True)
class Opened:
    """A built graph, read-only. `store` is the pyoxigraph Store: one named graph per document, all triples once in
    the default graph."""

    out: Path
    store: ox.Store
    index: sqlite3.Connection

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Solutions of a SELECT (`row["label"].value`), triples of a CONSTRUCT, truth of an ASK. Raises QueryError."""
        with reading(self.out):
            return rolled_up(self.index, sparql) or run(self.store, sparql)

    def rows(self, sparql: str) -> Iterator[ox.QuerySolution]:
        """The solutions of a SELECT one by one. Raises QueryError, and OutputError where the store proves damaged."""
        result = self.query(sparql)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("query: gives no rows; ask with SELECT, or use .query()")
        with reading(self.out):
            yield from result

    def ask(self, name: str, values: Mapping[str, str] | None = None) -> Iterator[ox.QuerySolution]:
        """The rows of a shipped question, its blanks filled."""
        return self.rows(fill(question(name), values or {}))

    @cached_property
    def graph(self) -> Graph:
        """All triples as an rdflib Graph, read from the store as they are asked for."""
        from oxrdflib import OxigraphStore  # noqa: PLC0415 — half a second, and only for those who want rdflib
        from rdflib import Graph  # noqa: PLC0415
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415

        graph = Graph(OxigraphStore(store=self.store), DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        return graph

    def networkx(self) -> nx.MultiDiGraph[str]:
        """Things as nodes named by their IRI, relations as edges keyed by the property (`gp:region`).

        What is said of a node in literals is its attributes: `label` (Chinese where there is one), and each property
        with its values as a list of strings.
        """
        import networkx as nx  # noqa: PLC0415

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for quad in self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            _add(network, quad.triple)
        return network


def _add(network: nx.MultiDiGraph[str], triple: ox.Triple) -> None:
    prop = shorten(triple.predicate.value)
    assert isinstance(triple.subject, ox.NamedNode)  # kg makes no blank nodes
    subject = triple.subject.value
    if isinstance(triple.object, ox.NamedNode):
        network.add_edge(subject, triple.object.value, key=prop)
        return
    assert isinstance(triple.object, ox.Literal)
    network.add_node(subject)
    attributes, words = network.nodes[subject], triple.object.value
    attributes.setdefault(prop, []).append(words)
    if triple.predicate in _LABELS and (triple.object.language == "zh" or "label" not in attributes):
        attributes["label"] = words


@contextmanager
def reading(out: Path) -> Iterator[None]:
    """Say what to do where the database finds that its files are damaged."""
    try:
        yield
    except FAULTS as error:
        raise damaged(out, str(error)) from error
