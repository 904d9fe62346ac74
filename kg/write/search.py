"""Full text of labels and evidence: SQLite FTS5 over trigrams, because Chinese has no spaces to split at.

A word of three characters or more is looked up in the index; shorter ones, 上海 among them, are compared with every
text. One file beside the database of the same generation.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg import vocab

SEARCHED = (vocab.LABEL, vocab.ALT_LABEL, vocab.SKOS + "prefLabel", vocab.EXACT)
"""Properties whose words are found, those of better hits first."""
_TRIGRAM = 3


class Hit(NamedTuple):
    """A node, the property and the words in which the search was found."""

    iri: str
    prop: str
    words: str


def build_index(store: ox.Store, path: Path) -> None:
    """Write the words of every SEARCHED literal of the store into a new index at `path`."""
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA journal_mode = OFF")
        index.execute("PRAGMA synchronous = OFF")
        index.execute(
            "CREATE VIRTUAL TABLE texts USING fts5 (words, iri UNINDEXED, prop UNINDEXED, tokenize='trigram')"
        )
        with index:
            index.executemany("INSERT INTO texts VALUES (?, ?, ?)", _words(store))


def open_index(path: Path) -> sqlite3.Connection:
    """The index, read-only, from any thread. It is open from now on: a later build may remove the file."""
    index = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    index.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return index


def find(index: sqlite3.Connection, text: str, most: int) -> list[Hit]:
    """Texts that hold every word of `text` (split at white space), at most `most`: labels first, then the shortest."""
    words = text.split()
    if not words:
        return []
    long = [word for word in words if len(word) >= _TRIGRAM]
    where = ["words MATCH ?"] * bool(long) + [r"words LIKE ? ESCAPE '\'"] * (len(words) - len(long))
    values: list[str | int] = [" AND ".join('"' + word.replace('"', '""') + '"' for word in long)] * bool(long)
    values += ["%" + _escaped(word) + "%" for word in words if len(word) < _TRIGRAM]
    rank = " ".join(f"WHEN '{prop}' THEN {number}" for number, prop in enumerate(SEARCHED))
    query = (
        f"SELECT iri, prop, words FROM texts WHERE {' AND '.join(where)} "  # noqa: S608 — no value is in it
        f"ORDER BY CASE prop {rank} END, length(words), iri LIMIT ?"
    )
    return [Hit(*row) for row in index.execute(query, [*values, most])]


def _words(store: ox.Store) -> Iterator[tuple[str, str, str]]:
    for prop in SEARCHED:
        for quad in store.quads_for_pattern(None, ox.NamedNode(prop), None, ox.DefaultGraph()):
            if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
                yield quad.object.value, quad.subject.value, prop


def _escaped(word: str) -> str:
    return word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
