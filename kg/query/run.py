"""Run an inspected query on a store, within bounds of rows and bytes.

The result is read line by line into a bounded buffer before anything is sent or shown, so whoever asked gets all of it
or a reason. N-Triples and the TSV of SPARQL 1.1 Query Results hold one row a line; other formats are made from them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.grammar import mistake
from kg.query.guard import Inspected, inspect
from kg.query.place import fault, offset_of
from kg.query.prefix import PREFIXES

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_Default = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_Named = ox.NamedNode | ox.BlankNode
_SENTENCE = re.compile(r"[A-Z][A-Za-z]+(?: [A-Za-z]+){2,}")
_PLACE = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a result may have; None is no bound."""

    rows: int | None = None
    size: int | None = None


class TooMuchError(QueryError):
    """A result has more rows or bytes than allowed."""


def run(store: ox.Store, text: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Result:
    """Ask the store. `default` and `named` are the dataset of the request, which goes before that of the query
    (SPARQL 1.1 Protocol §2.1.4); with neither, the default graph is the union of all documents.

    Raises QueryError for what is refused or wrong, with its place in the query.
    """
    asked = inspect(text, PREFIXES)
    dataset = (tuple(default), tuple(named))
    if dataset == ((), ()):
        dataset = (asked.default, asked.named)
    _check_graphs(store, asked, (*default, *named))
    try:
        if dataset == ((), ()):
            return store.query(text, prefixes=PREFIXES)
        default_graph, named_graphs = _dataset(*dataset)
        return store.query(text, prefixes=PREFIXES, default_graph=default_graph, named_graphs=named_graphs)
    except UnicodeEncodeError as error:
        raise fault(text, error.start, "half of a surrogate pair is no character") from error
    except SyntaxError as error:
        raise _syntax(text, str(error)) from error


def tabular(result: ox.QuerySolutions | ox.QueryBoolean, form: ox.QueryResultsFormat, limits: Limits) -> bytes:
    """The rows, or the answer yes or no, in a W3C results format. Raises TooMuchError."""
    if isinstance(result, ox.QueryBoolean):
        return bytes(result.serialize(format=form) or b"")
    buffer = _Bounded(limits, "rows", header=1)
    buffer.fill(result, ox.QueryResultsFormat.TSV)
    if form == ox.QueryResultsFormat.TSV:
        return buffer.getvalue()
    again = ox.parse_query_results(buffer.getvalue(), format=ox.QueryResultsFormat.TSV)
    assert isinstance(again, ox.QuerySolutions)
    return again.serialize(format=form) or b""


def graph(result: ox.QueryTriples, form: ox.RdfFormat, limits: Limits) -> bytes:
    """The triples, each once and sorted, in an RDF format. Raises TooMuchError."""
    buffer = _Bounded(limits, "triples")
    buffer.fill(result, ox.RdfFormat.N_TRIPLES)
    return written(buffer.getvalue(), form)


def written(triples: bytes, form: ox.RdfFormat) -> bytes:
    """N-Triples, one a line, in another format: sorted, without repetitions, with the known prefixes that occur."""
    lines = b"".join(sorted(set(triples.splitlines(keepends=True))))
    if form == ox.RdfFormat.N_TRIPLES:
        return lines
    used = {name: space for name, space in PREFIXES.items() if space.encode() in lines}
    parsed = ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)
    return ox.serialize((quad.triple for quad in parsed), format=form, prefixes=used) or b""


def _check_graphs(store: ox.Store, asked: Inspected, requested: Sequence[str]) -> None:
    """Graphs are those of the store: nothing is fetched, and a wrong name is told instead of answered with nothing."""
    for iri, place in zip((*asked.default, *asked.named), asked.places, strict=True):
        if not _holds(store, iri):
            raise fault(asked.text, place, f"the store holds no graph <{iri}>, and none is fetched; see GRAPH ?g {{}}")
    for iri in requested:
        if not _holds(store, iri):
            raise QueryError(f"the store holds no graph <{iri}>, and none is fetched; correct default-graph-uri")


def _holds(store: ox.Store, iri: str) -> bool:
    try:
        return store.contains_named_graph(ox.NamedNode(iri))
    except ValueError:
        return False


def _dataset(default: Sequence[str], named: Sequence[str]) -> tuple[list[_Default], list[_Named]]:
    """Both lists, so that a dataset without FROM NAMED has no named graphs (SPARQL 1.1 Query §13.2)."""
    return [ox.NamedNode(iri) for iri in default], [ox.NamedNode(iri) for iri in named]


def _syntax(text: str, message: str) -> QueryError:
    wrong = mistake(text)
    if wrong is not None:
        return fault(text, wrong.start, wrong.message)
    # Not the form but the sense is wrong, say a variable that is not grouped by; the engine says so in a sentence.
    found = _PLACE.match(message)
    if found is None:
        return QueryError(f"query: {message}")
    sentence = _SENTENCE.search(found[3])
    reason = sentence[0] if sentence else "the engine cannot take this; is a variable bound or selected twice?"
    return fault(text, offset_of(text, int(found[1]), int(found[2])), reason)


class _Bounded(io.BytesIO):
    """A buffer that stops the engine as soon as a bound is passed."""

    def __init__(self, limits: Limits, noun: str, header: int = 0) -> None:
        super().__init__()
        self.limits, self.noun, self.rows = limits, noun, -header
        self.broken: str | None = None

    def fill(self, result: ox.QuerySolutions | ox.QueryTriples, form: ox.QueryResultsFormat | ox.RdfFormat) -> None:
        try:
            result.serialize(self, form)  # type: ignore[arg-type]
        except OSError:
            if self.broken is None:
                raise
            raise TooMuchError(f"the result has more than {self.broken}; add LIMIT, or ask for less") from None

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.rows += data.count(b"\n")
        if self.limits.rows is not None and self.rows > self.limits.rows:
            self.broken = f"{self.limits.rows:,} {self.noun}"
        elif self.limits.size is not None and self.tell() + len(data) > self.limits.size:
            self.broken = f"{self.limits.size:,} bytes"
        if self.broken:
            raise OSError(self.broken)
        return super().write(data)
