"""Send a build to a SPARQL store elsewhere: one named graph after the other, replaced whole, counted, noted.

Two ways: the Graph Store HTTP Protocol (PUT a graph; https://www.w3.org/TR/sparql11-http-rdf-update/) or SPARQL 1.1
Update (DROP, then INSERT DATA in parts). What has arrived stands in a journal beside OUT, so that an interrupted push
goes on where it was, an unchanged document is not sent again, and one that is gone from the build is removed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from kg.errors import StoreError
from kg.write.remote import Connection, RefusedError

Method = Literal["auto", "gsp", "update"]
_PART = 500
"""Triples of one INSERT DATA; Virtuoso takes no text of 10,000 lines."""
_UPDATES = re.compile(r"/(update|statements|sparql-auth)/?$")


@dataclass(frozen=True, slots=True)
class Step:
    """A graph that is now as in the build: `sent`, `unchanged` since the last push, or `removed`."""

    graph: str
    triples: int
    done: Literal["sent", "unchanged", "removed"]


class Way(Protocol):
    """How graphs get into a store and are counted there."""

    def put(self, graph: str, triples: list[str]) -> None: ...
    def drop(self, graph: str) -> None: ...
    def count(self, graph: str) -> int: ...


def push(store: ox.Store, way: Way, journal: Journal) -> Iterator[Step]:
    """Make the remote graphs those of `store`, in the order of their names; each step is noted when it is true.

    Raises StoreError where the remote store refuses, cannot be reached, or counts other triples than were sent.
    """
    graphs = sorted(name.value for name in store.named_graphs() if isinstance(name, ox.NamedNode))
    for graph in graphs:
        quads = store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        triples = sorted(f"{quad.triple} ." for quad in quads)
        digest = hashlib.sha256("\n".join(triples).encode()).hexdigest()
        if journal.done.get(graph) == digest:
            yield Step(graph, len(triples), "unchanged")
            continue
        way.put(graph, triples)
        found = way.count(graph)
        if found != len(triples):
            raise StoreError(
                f"<{graph}>: {len(triples)} triples were sent and {found} are there; push again with --again"
            )
        journal.note(graph, digest)
        yield Step(graph, len(triples), "sent")
    for graph in sorted(set(journal.done) - set(graphs)):
        way.drop(graph)
        journal.note(graph, None)
        yield Step(graph, 0, "removed")


def choose_way(connection: Connection, method: Method, query: str | None) -> Way:
    """The way a store takes. `auto` asks it for a graph that it cannot have: only a graph store gives a proper answer.

    An URL that is known to take updates is not asked: a PUT to RDF4J's /statements would replace everything.
    """
    is_update = method == "update" or (method == "auto" and _UPDATES.search(connection.url) is not None)
    if method == "gsp" or (not is_update and _is_graph_store(connection)):
        return GraphStore(connection)
    return Update(connection, query or query_url(connection.url))


def query_url(update: str) -> str:
    """Where to query what is updated there, by the habits of the stores (Oxigraph, Fuseki, GraphDB and RDF4J).

    >>> query_url("http://h/update"), query_url("http://h/repositories/r/statements"), query_url("http://h/sparql-auth")
    ('http://h/query', 'http://h/repositories/r', 'http://h/sparql-auth')
    """
    return re.sub(r"/update$", "/query", re.sub(r"(/repositories/[^/]+)/statements$", r"\1", update))


class GraphStore:
    """The Graph Store HTTP Protocol at a URL that takes ?graph=."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, graph: str, triples: list[str]) -> None:
        body = ("\n".join(triples) + "\n").encode()
        # N-Triples is Turtle, and Turtle is what every store takes.
        self.connection.send("PUT", self._url(graph), body, content_type="text/turtle; charset=utf-8")

    def drop(self, graph: str) -> None:
        try:
            self.connection.send("DELETE", self._url(graph))
        except RefusedError as error:
            if error.status != 404:
                raise

    def count(self, graph: str) -> int:
        body, media = self.connection.send("GET", self._url(graph), accept="application/n-triples, text/turtle;q=0.5")
        form = ox.RdfFormat.from_media_type(media) or ox.RdfFormat.TURTLE
        try:
            return len({quad.triple for quad in ox.parse(body, format=form)})
        except SyntaxError as error:
            raise StoreError(f"{self._url(graph)}: gives no {media} that can be read: {error}") from error

    def _url(self, graph: str) -> str:
        sign = "&" if "?" in self.connection.url else "?"
        return f"{self.connection.url}{sign}graph={quote(graph, safe='')}"


class Update:
    """SPARQL 1.1 Update at one URL, and the query endpoint to count with."""

    def __init__(self, connection: Connection, query: str) -> None:
        self.connection, self.query = connection, query

    def put(self, graph: str, triples: list[str]) -> None:
        self.drop(graph)
        for start in range(0, len(triples), _PART):
            lines = "\n".join(triples[start : start + _PART])
            self._update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{lines}\n}} }}")

    def drop(self, graph: str) -> None:
        self._update(f"DROP SILENT GRAPH <{graph}>")

    def count(self, graph: str) -> int:
        asked = urlencode({"query": f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"}).encode()
        form, accepted = "application/x-www-form-urlencoded", "application/sparql-results+json"
        body, _ = self.connection.send("POST", self.query, asked, content_type=form, accept=accepted)
        try:
            return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError) as error:
            raise StoreError(f"{self.query}: does not count graphs; name the query endpoint with --query") from error

    def _update(self, text: str) -> None:
        self.connection.send("POST", self.connection.url, text.encode(), content_type="application/sparql-update")


class Journal:
    """Which graph arrived with which content; a line of JSON for each, appended and flushed, the last one counts."""

    def __init__(self, path: Path, again: bool = False) -> None:
        self.path, self.done = path, dict[str, str | None]()
        path.parent.mkdir(parents=True, exist_ok=True)
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            self._read(line)
        if again:
            self.done = dict.fromkeys(self.done)

    @classmethod
    def beside(cls, out: Path, url: str, again: bool = False) -> Journal:
        """The journal of pushes of OUT to this URL; it outlives a new build of OUT."""
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        return cls(out.absolute().with_name(f".{out.absolute().name}.pushed") / f"{name}.jsonl", again)

    def note(self, graph: str, digest: str | None) -> None:
        """Remember that the graph arrived, or with None that it was removed."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"graph": graph, "sha256": digest}) + "\n")
        self._read(json.dumps({"graph": graph, "sha256": digest}))

    def _read(self, line: str) -> None:
        try:
            found = json.loads(line)
        except ValueError:  # a line that a kill cut off
            return
        self.done[found["graph"]] = found["sha256"]
        if found["sha256"] is None:
            del self.done[found["graph"]]


def _is_graph_store(connection: Connection) -> bool:
    """Whether the URL answers by the protocol: a graph nobody has is not found, or empty."""
    try:
        return GraphStore(connection).count("urn:x-govplan:no-such-graph") == 0
    except RefusedError as error:
        if error.status in (401, 403):
            raise
        return error.status == 404
    except StoreError as error:
        if isinstance(error.__cause__, SyntaxError):
            return False
        raise
