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
        index.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, iri TEXT, prop TEXT, words TEXT)")
        index.execute(
            "CREATE VIRTUAL TABLE texts USING fts5 (iri UNINDEXED, prop UNINDEXED, words, "
            "tokenize='trigram', content='entries', content_rowid='id')"
        )
        with index:
            index.executemany("INSERT INTO entries (iri, prop, words) VALUES (?, ?, ?)", _hits(store))
            index.execute("CREATE INDEX entries_iri ON entries (iri)")
            index.execute("INSERT INTO texts (texts) VALUES ('rebuild')")


def hit(triple: ox.Triple) -> Hit | None:
    """What is found of a triple; None where it is not searched."""
    if triple.predicate.value not in SEARCHED or not isinstance(triple.object, ox.Literal):
        return None
    assert isinstance(triple.subject, ox.NamedNode)  # kg makes no blank nodes
    return Hit(triple.subject.value, triple.predicate.value, triple.object.value)


class Changing:
    """An index to which texts are added and from which they are removed; `close` keeps what was done."""

    def __init__(self, path: Path) -> None:
        self._index = sqlite3.connect(path)
        self._index.execute("PRAGMA synchronous = OFF")

    def remove(self, found: Hit | None) -> None:
        if found and (place := self._place(found)):
            self._index.execute(
                "INSERT INTO texts (texts, rowid, iri, prop, words) VALUES ('delete', ?, ?, ?, ?)", (place, *found)
            )
            self._index.execute("DELETE FROM entries WHERE id = ?", (place,))

    def add(self, found: Hit | None) -> None:
        if found and not self._place(found):
            row = self._index.execute("INSERT INTO entries (iri, prop, words) VALUES (?, ?, ?)", found)
            self._index.execute(
                "INSERT INTO texts (rowid, iri, prop, words) VALUES (?, ?, ?, ?)", (row.lastrowid, *found)
            )

    def close(self) -> None:
        self._index.commit()
        self._index.close()

    def _place(self, found: Hit) -> int | None:
        """The row that holds it; rows are numbered from 1."""
        row = self._index.execute("SELECT id FROM entries WHERE iri = ? AND prop = ? AND words = ?", found).fetchone()
        return None if row is None else int(row[0])


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
        f"ORDER BY CASE prop {rank} END, length(words), iri, words LIMIT ?"
    )
    return [Hit(*row) for row in index.execute(query, [*values, most])]


def _hits(store: ox.Store) -> Iterator[Hit]:
    for prop in SEARCHED:
        for quad in store.quads_for_pattern(None, ox.NamedNode(prop), None, ox.DefaultGraph()):
            if found := hit(quad.triple):
                yield found


def _escaped(word: str) -> str:
    return word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
