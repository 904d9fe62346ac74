"""N-Quads → an Oxigraph database on disk: all of them, or what has changed since an earlier build.

A bulk load holds what it is given many times over in memory, so it is given a few megabytes at a time. Each statement
is loaded twice: into the graph of its document, and into the default graph, where it stands once for all documents.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.write.search import Changing, hit

_BLOCK = 4 << 20
"""Bytes of N-Quads in one load; it takes some twenty times as much memory."""
_UNWRITTEN = 100_000
"""Removed triples that the database keeps in memory, a kilobyte each."""
_THREADS = min(os.cpu_count() or 1, 4)
_GRAPH = re.compile(
    rb"""^((?:<[^>]*>|_:\S+)\ <[^>]*>\ (?:<[^>]*>|_:\S+|".*"\S*))\ (?:<[^>]*>|_:\S+)\ \.$""",
    re.MULTILINE | re.VERBOSE,
)
"""A statement that names its graph, as kg writes N-Quads: single spaces, no comments."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of graph.nq since the build at `out`: the graphs that are gone from it or have changed, and where
    (first byte, end) in the new graph.nq those lie that are new or have changed."""

    out: Path
    gone: Sequence[str]
    new: Sequence[tuple[int, int]]


def load(store: Store, nquads: Path) -> None:
    """Load all statements. Raises SyntaxError where the file is not N-Quads."""
    _load(store, _blocks(nquads, [(0, nquads.stat().st_size)]))


def apply(store: Store, index: Path, nquads: Path, change: Change) -> None:
    """Make a store and its index that hold the earlier build hold this one. Raises as `load` does."""
    default = DefaultGraph()
    unwritten = 0
    with closing(Changing(index)) as texts:
        for name in map(NamedNode, change.gone):
            triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, name)]
            store.remove_graph(name)
            for triple in triples:
                if not _is_said(store, triple):
                    store.remove(Quad(triple.subject, triple.predicate, triple.object, default))
                    texts.remove(hit(triple))
            unwritten += len(triples)
            if unwritten > _UNWRITTEN:
                store.flush()
                unwritten = 0
        _load(store, _blocks(nquads, change.new))
        for block in _blocks(nquads, change.new):
            for quad in parse(block, format=RdfFormat.N_QUADS):
                texts.add(hit(quad.triple))


def _is_said(store: Store, triple: Triple) -> bool:
    """Whether a document says so."""
    quads = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(not isinstance(quad.graph_name, DefaultGraph) for quad in quads)


def _load(store: Store, blocks: Iterable[bytes]) -> None:
    """Load blocks side by side: the database parses, sorts and writes one in one thread."""
    with ThreadPoolExecutor(_THREADS) as threads:
        waiting: deque[Future[None]] = deque()
        for block in blocks:
            waiting.append(threads.submit(_load_block, store, block))
            if len(waiting) > _THREADS:
                waiting.popleft().result()
        for each in waiting:
            each.result()


def _load_block(store: Store, block: bytes) -> None:
    store.bulk_load(block + _GRAPH.sub(rb"\1 .", block), RdfFormat.N_QUADS)


def _blocks(nquads: Path, places: Iterable[tuple[int, int]]) -> Iterator[bytes]:
    """The lines between these places, which begin and end with a line, some megabytes at a time."""
    gathered = b""
    with nquads.open("rb") as file:
        for start, end in places:
            file.seek(start)
            while left := end - file.tell():
                lines = file.read(min(left, _BLOCK))
                gathered += lines + (file.readline() if left > _BLOCK else b"")
                if len(gathered) >= _BLOCK:
                    yield gathered
                    gathered = b""
    if gathered:
        yield gathered
