"""The SPARQL 1.1 Service Description of the endpoint: what it can do, for clients that ask before they query."""

from __future__ import annotations

import pyoxigraph as ox

from kg import vocab
from kg.query.run import written
from kg.serve.message import Answer, refusal
from kg.serve.negotiate import TRIPLES, choose

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def describe_service(endpoint: str, accept: str) -> Answer:
    """The description in the format accepted, Turtle if any will do. The default graph is the union of the documents,
    made when the store is built; no feature (dereferencing, federation, update) is offered."""
    media = choose(accept, TRIPLES) or "text/turtle"
    service, dataset, default = endpoint, f"{endpoint}#dataset", f"{endpoint}#default"
    triples = [
        (service, vocab.TYPE, _SD + "Service"),
        (service, _SD + "endpoint", endpoint),
        (service, _SD + "supportedLanguage", _SD + "SPARQL11Query"),
        (service, _SD + "defaultDataset", dataset),
        *((service, _SD + "resultFormat", _FORMATS + name) for name in (*_RESULTS, *_RDF)),
        (dataset, vocab.TYPE, _SD + "Dataset"),
        (dataset, _SD + "defaultGraph", default),
        (default, vocab.TYPE, _SD + "Graph"),
    ]
    try:
        lines = "".join(f"{ox.NamedNode(s)} {ox.NamedNode(p)} {ox.NamedNode(o)} .\n" for s, p, o in triples)
    except ValueError:
        return refusal(400, "the Host header is not one a URL could have")
    return Answer(
        200, f"{media}; charset=utf-8" if media.startswith("text/") else media, written(lines.encode(), TRIPLES[media])
    )
