"""Our records ↔ the terms of rdflib and pyoxigraph, and the formats that those libraries write for us.

The only module that knows both libraries; it is imported where one of them is needed, never to build an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import IO

import pyoxigraph as ox
import rdflib

from kg import vocab
from kg.model import Triple

_STRING = vocab.XSD + "string"
_ROOT = re.compile(rb"<rdf:RDF ([^>]*)>")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def to_oxigraph(triples: Iterable[Triple]) -> Iterator[ox.Triple]:
    """The triples as pyoxigraph has them."""
    for subject, predicate, value, datatype, language in triples:
        thing: ox.NamedNode | ox.Literal
        if language is not None:
            thing = ox.Literal(value, language=language)
        elif datatype is not None:
            thing = ox.Literal(value, datatype=ox.NamedNode(datatype))
        else:
            thing = ox.NamedNode(value)
        yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), thing)


def to_quads(triples: Iterable[Triple], graph: str) -> Iterator[ox.Quad]:
    """The triples as quads of one named graph."""
    name = ox.NamedNode(graph)
    return (ox.Quad(t.subject, t.predicate, t.object, name) for t in to_oxigraph(triples))


def from_oxigraph(statement: ox.Triple | ox.Quad) -> Triple:
    """A statement as our record. Raises ValueError for a blank node, which kg never writes."""
    subject, predicate, thing = statement.subject, statement.predicate, statement.object
    if not isinstance(subject, ox.NamedNode) or isinstance(thing, ox.BlankNode):
        raise ValueError(f"{statement}: a blank node; kg names every node")
    if isinstance(thing, ox.NamedNode):
        return Triple(subject.value, predicate.value, thing.value)
    if not isinstance(thing, ox.Literal):
        raise ValueError(f"{statement}: a triple within a triple; kg writes RDF 1.1")
    if thing.language is not None:
        return Triple(subject.value, predicate.value, thing.value, None, thing.language)
    return Triple(subject.value, predicate.value, thing.value, thing.datatype.value)


def to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """The triples as an rdflib graph, with the prefixes we write."""
    graph = rdflib.Graph(bind_namespaces="none")
    for name, namespace in vocab.PREFIXES.items():
        graph.bind(name, namespace)
    for subject, predicate, value, datatype, language in triples:
        thing: rdflib.URIRef | rdflib.Literal
        if language is not None:
            thing = rdflib.Literal(value, lang=language)
        elif datatype is not None:
            # xsd:string and no datatype are one in RDF 1.1 and two in rdflib, whose parsers leave it out.
            thing = rdflib.Literal(value, datatype=None if datatype == _STRING else rdflib.URIRef(datatype))
        else:
            thing = rdflib.URIRef(value)
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), thing))
    return graph


def graphs_to_jsonld(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents as expanded JSON-LD, each in its named graph. `base` is not needed: every IRI is written out."""
    del base
    quads = (quad for graph, triples in graphs for quad in to_quads(triples, graph))
    yield ox.serialize(quads, format=ox.RdfFormat.JSON_LD) or b""


def graphs_to_rdfxml(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents as RDF/XML, their graphs forgotten. A character that XML cannot hold, or reads as
    another (carriage return), becomes U+FFFD.
    """
    del base
    allowed = (t._replace(object=_NOT_XML.sub("\ufffd", t.object)) for _, triples in graphs for t in triples)
    text = ox.serialize(to_oxigraph(allowed), format=ox.RdfFormat.RDF_XML, prefixes=vocab.PREFIXES) or b""
    # Oxigraph keeps prefixes in a hash map: their order changes from run to run.
    yield _ROOT.sub(lambda root: b"<rdf:RDF " + b" ".join(sorted(root[1].split())) + b">", text, count=1)


def read_graphs(nquads: bytes | str | IO[bytes]) -> Iterator[tuple[str, tuple[Triple, ...]]]:
    """The documents of N-Quads as kg writes them, one in memory at a time: the lines of a graph stand together.

    Raises SyntaxError where the text is no N-Quads, ValueError for a statement that kg never writes.
    """
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
        if not isinstance(graph, ox.NamedNode):
            raise ValueError("a statement outside of any named graph; kg writes one graph per document")
        yield graph.value, tuple(from_oxigraph(quad) for quad in group)
