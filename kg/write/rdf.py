"""Triples → N-Triples, N-Quads, Turtle and TriG, written straight from the records: no term is made on the way.

Every function gives whole parts that can be put one after the other: a head once, then one body per document. Lines and
blocks are sorted, so the same triples always give the same bytes. Literals are escaped as canonical N-Triples has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from kg import vocab
from kg.model import Triple

BASE_PREFIX = "kg"
"""Prefix of our own nodes in Turtle and TriG."""

_STRING = vocab.XSD + "string"
_INTEGER = vocab.XSD + "integer"
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_CONTROLS = (chr(c) for c in (*range(0x20), 0x7F))
_ESCAPES = str.maketrans({c: _NAMED.get(c, f"\\u{ord(c):04X}") for c in (*_CONTROLS, '"', "\\")})
_PLAIN = re.compile(r'[^"\\\x00-\x1f\x7f]*').fullmatch
_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?").fullmatch
_SURROGATE = re.compile("[\ud800-\udfff]")


def ntriples(triples: Iterable[Triple]) -> bytes:
    """One line per triple, sorted by code point."""
    return _encode("".join(sorted(f"<{t[0]}> <{t[1]}> {_object(t)} .\n" for t in triples)))


def nquads(triples: Iterable[Triple], graph: str) -> bytes:
    """One line per triple, in the named graph, sorted by code point."""
    return _encode("".join(sorted(f"<{t[0]}> <{t[1]}> {_object(t)} <{graph}> .\n" for t in triples)))


def turtle_head(base: str) -> bytes:
    """The prefixes; our own nodes have `kg:`."""
    prefixes = sorted((vocab.PREFIXES | {BASE_PREFIX: base}).items())
    return _encode("".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in prefixes))


def turtle(triples: Iterable[Triple], base: str) -> bytes:
    """A block per subject, its type first; to stand below `turtle_head`."""
    return _encode("".join(_blocks(triples, base, "")))


def trig(triples: Iterable[Triple], graph: str, base: str) -> bytes:
    """The named graph as a block; to stand below `turtle_head`."""
    name = _own(graph, base)
    return _encode("".join((f"\n{name} {{", *_blocks(triples, base, "  "), "}\n")))


def graphs_to_ntriples(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents, their graphs forgotten. `base` is not needed: every IRI is written out."""
    del base
    return (ntriples(triples) for _, triples in graphs)


def graphs_to_nquads(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents, each in its named graph."""
    del base
    return (nquads(triples, graph) for graph, triples in graphs)


def graphs_to_turtle(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents, their graphs forgotten."""
    yield turtle_head(base)
    for _, triples in graphs:
        yield turtle(triples, base)


def graphs_to_trig(graphs: Iterable[tuple[str, Sequence[Triple]]], base: str) -> Iterator[bytes]:
    """All documents, each in its named graph."""
    yield turtle_head(base)
    for graph, triples in graphs:
        yield trig(triples, graph, base)


def _blocks(triples: Iterable[Triple], base: str, indent: str) -> Iterator[str]:
    ordered = sorted(triples, key=itemgetter(0, 1, 2))
    for subject, group in groupby(ordered, key=itemgetter(0)):
        lines: dict[str, list[str]] = {}
        for triple in group:
            lines.setdefault(_term(triple[1]), []).append(_short_object(triple, base))
        kinds = lines.pop("a", None)
        body = [f"{predicate} {', '.join(objects)}" for predicate, objects in lines.items()]
        if kinds:
            body.insert(0, f"a {', '.join(kinds)}")
        yield f"\n{indent}{_own(subject, base)} {f' ;{chr(10)}{indent}    '.join(body)} .\n"


def _object(triple: Triple) -> str:
    _, _, value, datatype, language = triple
    if language is not None:
        return f'"{_escape(value)}"@{language}'
    if datatype is None:
        return f"<{value}>"
    return f'"{_escape(value)}"' if datatype == _STRING else f'"{_escape(value)}"^^<{datatype}>'


def _short_object(triple: Triple, base: str) -> str:
    _, _, value, datatype, language = triple
    if language is not None:
        return f'"{_escape(value)}"@{language}'
    if datatype is None:
        return _own(value, base)
    if datatype == _INTEGER:
        return value
    return f'"{_escape(value)}"' if datatype == _STRING else f'"{_escape(value)}"^^{_term(datatype)}'


def _own(iri: str, base: str) -> str:
    if iri.startswith(base) and _LOCAL(local := iri[len(base) :]):
        return f"{BASE_PREFIX}:{local}"
    return _term(iri)


@lru_cache(maxsize=4096)
def _term(iri: str) -> str:
    """A term of a vocabulary in short, any other IRI in full."""
    if iri == vocab.TYPE:
        return "a"
    for name, namespace in vocab.PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL(local := iri[len(namespace) :]):
            return f"{name}:{local}"
    return f"<{iri}>"


def _escape(text: str) -> str:
    return text if _PLAIN(text) else text.translate(_ESCAPES)


def _encode(text: str) -> bytes:
    """UTF-8. Half a surrogate pair, which JSON can hold and RDF cannot, becomes U+FFFD: one code point stays one."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode()
