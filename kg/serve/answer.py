"""Requests → answers, inside a worker process. The whole answer is made before any of it is sent."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.iri import BASE
from kg.query import Limits, graph, run, shorten, tabular
from kg.query.run import written
from kg.serve.message import Answer, Job, refusal
from kg.serve.negotiate import ROWS, TRIPLES, choose
from kg.serve.page import entity_page, search_page
from kg.write.rollup import rolled_up
from kg.write.search import find, open_index
from kg.write.store import FAULTS

_HITS = 100
_HTML = "text/html"
_SUFFIXES = {".ttl": "text/turtle", ".nt": "application/n-triples", ".jsonld": "application/ld+json", ".html": _HTML}


@dataclass(frozen=True)
class Desk:
    """Answers from one generation of the store."""

    database: Path
    rows: int
    size: int
    base: str | None = None
    """Base of the entities under /id/; None takes that of the documents."""

    @cached_property
    def store(self) -> ox.Store:
        return ox.Store.read_only(str(self.database))

    @cached_property
    def index(self) -> sqlite3.Connection:
        return open_index(self.database.with_suffix(".search"))

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """What may stand before a name under /id/."""
        documents = (name.value for name in islice(self.store.named_graphs(), 1) if isinstance(name, ox.NamedNode))
        found = (iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in documents)
        return tuple(dict.fromkeys((self.base,) if self.base else (*found, BASE)))

    def answer(self, job: Job) -> Answer:
        """The answer to a job; whatever its author can mend comes as a refusal in words."""
        handler = {"query": self.query, "graph": self.graph, "entity": self.entity, "search": self.search}[job.kind]
        try:
            return handler(job)
        except QueryError as error:
            return refusal(400, str(error))
        except FAULTS as error:
            return refusal(500, f"the store cannot be read ({error}); its keeper should run `kg store rebuild`")

    def query(self, job: Job) -> Answer:
        asks_all = not job.default and not job.named
        known = rolled_up(self.index, job.text) if asks_all else None
        result = known or run(self.store, job.text, job.default, job.named)
        if isinstance(result, ox.QueryTriples):
            media = choose(job.accept, TRIPLES)
            return _typed(media, graph(result, TRIPLES[media], self.limits)) if media else _unacceptable(TRIPLES)
        media = choose(job.accept, ROWS)
        return _typed(media, tabular(result, ROWS[media], self.limits)) if media else _unacceptable(ROWS)

    def graph(self, job: Job) -> Answer:
        """A document by its graph's IRI, or the union of all for the empty IRI."""
        try:
            name = ox.NamedNode(job.text) if job.text else ox.DefaultGraph()
        except ValueError:
            return refusal(400, f"graph={job.text}: is not an absolute IRI")
        if isinstance(name, ox.NamedNode) and not self.store.contains_named_graph(name):
            return refusal(404, f"the store holds no graph <{job.text}>; SELECT ?g {{ GRAPH ?g {{}} }} lists them")
        quads = self.store.quads_for_pattern(None, None, None, name)
        return self._triples(quads, job.accept)

    def entity(self, job: Job) -> Answer:
        name, media = job.text, choose(job.accept, {_HTML: 0, **TRIPLES})
        for suffix, stated in _SUFFIXES.items():
            if name.endswith(suffix):
                name, media = name.removesuffix(suffix), stated
        node = self._node(name)
        if node is None:
            return refusal(404, f"nothing is called {name} here; /search finds things by their words")
        if media is None:
            return _unacceptable({_HTML: 0, **TRIPLES})
        if media == _HTML:
            return _typed(_HTML, entity_page(self.store, node, self.bases))
        return self._triples(self.store.quads_for_pattern(node, None, None, ox.DefaultGraph()), media)

    def search(self, job: Job) -> Answer:
        hits = find(self.index, job.text, _HITS)
        if choose(job.accept, {_HTML: 0, "application/json": 0}) == _HTML:
            return _typed(_HTML, search_page(job.text, hits, self.bases))
        found = [{"iri": hit.iri, "property": shorten(hit.prop), "text": hit.words} for hit in hits]
        return _typed("application/json", json.dumps(found, ensure_ascii=False).encode())

    @property
    def limits(self) -> Limits:
        return Limits(self.rows, self.size)

    def _node(self, name: str) -> ox.NamedNode | None:
        for base in self.bases:
            try:
                node = ox.NamedNode(base + name)
            except ValueError:
                return None
            if any(True for _ in self.store.quads_for_pattern(node, None, None)):
                return node
        return None

    def _triples(self, quads: Iterable[ox.Quad], accept: str) -> Answer:
        media = choose(accept, TRIPLES)
        if media is None:
            return _unacceptable(TRIPLES)
        return _typed(media, written(b"".join(self._lines(quads)), TRIPLES[media]))

    def _lines(self, quads: Iterable[ox.Quad]) -> Iterator[bytes]:
        for number, quad in enumerate(quads):
            if number == self.rows:
                raise QueryError(f"more than {self.rows:,} triples; ask for parts of it, or take graph.nq")
            yield f"{quad.triple} .\n".encode()


def _typed(media: str, body: bytes) -> Answer:
    return Answer(200, f"{media}; charset=utf-8" if media.startswith("text/") else media, body)


def _unacceptable(offers: Iterable[str]) -> Answer:
    return refusal(406, f"none of the accepted formats can be given; there are {', '.join(offers)}")
