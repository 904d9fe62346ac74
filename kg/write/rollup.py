"""Answers that are worked out when a store is built: those of shipped questions marked `# @rollup`.

An aggregate over all figures of many million statements takes an engine minutes. The rows stand in the index file of
the generation, under the query without its spacing and comments, so that whoever asks the same gets them at once; the
graph itself holds nothing but what the documents say.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from kg.query import Limits, Question, run, tabular
from kg.query.token import tokens

_TSV = ox.QueryResultsFormat.TSV


def build_rollups(store: ox.Store, path: Path, asked: Iterable[Question]) -> None:
    """Answer the questions marked so, and put the rows into the index file at `path`."""
    with closing(sqlite3.connect(path)) as index, index:
        index.execute("DROP TABLE IF EXISTS answers")
        index.execute("CREATE TABLE answers (query TEXT PRIMARY KEY, rows BLOB)")
        for question in asked:
            if question.is_rollup:
                rows = run(store, question.text)
                assert isinstance(rows, ox.QuerySolutions), question.name
                index.execute("INSERT INTO answers VALUES (?, ?)", (_key(question.text), tabular(rows, _TSV, Limits())))


def rolled_up(index: sqlite3.Connection, text: str) -> ox.QuerySolutions | None:
    """The rows of this query, if they were worked out. Raises QueryError where the text is no SPARQL."""
    found = index.execute("SELECT rows FROM answers WHERE query = ?", (_key(text),)).fetchone()
    if found is None:
        return None
    rows = ox.parse_query_results(found[0], format=_TSV)
    assert isinstance(rows, ox.QuerySolutions)
    return rows


def _key(text: str) -> str:
    return " ".join(token.text for token in tokens(text)).encode("utf-8", "replace").decode()
