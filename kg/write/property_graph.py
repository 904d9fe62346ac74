"""Results → the property graph in files of other tools: GraphML, GEXF, and CSV for `neo4j-admin database import`.

Nodes and relations are those of `kg.write.network`: one node per fact.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

import networkx as nx

from kg.model import Result
from kg.write.network import to_network

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def to_graphml(results: Sequence[Result]) -> bytes:
    """For Gephi, yEd, Cytoscape and NetworkX. UTF-8."""
    return ("\n".join(nx.generate_graphml(_network(results), named_key_ids=True)) + "\n").encode()


def to_gexf(results: Sequence[Result]) -> bytes:
    """For Gephi. UTF-8; without the day it was written on, which would differ from run to run."""
    return _TODAY.sub("", "\n".join(nx.generate_gexf(_network(results))) + "\n").encode()


def to_neo4j(results: Sequence[Result]) -> dict[str, bytes]:
    """`nodes.csv` and `relationships.csv` with the headers that the importer knows, by file name."""
    graph = _network(results)
    names = sorted({name for _, attributes in graph.nodes(data=True) for name in attributes} - {"kind"})
    head = ["id:ID", *(f"{name}:int" if name == "year" else name for name in names), ":LABEL"]
    nodes = ([node, *(data.get(name, "") for name in names), data["kind"]] for node, data in graph.nodes(data=True))
    edges = ([start, end, relation.upper()] for start, end, relation in graph.edges(keys=True))
    return {
        "nodes.csv": _csv([head, *nodes]),
        "relationships.csv": _csv([[":START_ID", ":END_ID", ":TYPE"], *edges]),
    }


def _network(results: Sequence[Result]) -> nx.MultiDiGraph[str]:
    """The graph, its words without the characters that XML cannot hold."""
    graph = to_network(results)
    for _, data in graph.nodes(data=True):
        data.update({name: _NOT_XML.sub("\ufffd", words) for name, words in data.items() if isinstance(words, str)})
    return graph


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
