"""Triples → N-Triples, N-Quads, Turtle and TriG, written straight from the records: no term is made on the way.

Every function gives whole parts that can be put one after the other: a head once, then one body per document. Lines and
blocks are sorted, so the same triples always give the same bytes. Literals are escaped as canonical N-Triples has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from kg import vocab
from kg.model import Triple

BASE_PREFIX = "kg"
"""Prefix of our own nodes in Turtle and TriG."""

_PREFIXES = {name: namespace for name, namespace in vocab.PREFIXES.items() if namespace != vocab.RDF}
"""Turtle has `a` for the one term of rdf: that we use."""
_STRING = vocab.XSD + "string"
_INTEGER = vocab.XSD + "integer"
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_CONTROLS = (chr(c) for c in (*range(0x20), 0x7F))
_ESCAPES = str.maketrans({c: _NAMED.get(c, f"\\u{ord(c):04X}") for c in (*_CONTROLS, '"', "\\")})
_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?").fullmatch
_SURROGATE = re.compile("[\ud800-\udfff]")


def ntriples(triples: Iterable[Triple]) -> bytes:
    """One line per triple, sorted by code point."""
    return _lines(triples, " .\n")


def nquads(triples: Iterable[Triple], graph: str) -> bytes:
    """One line per triple, in the named graph, sorted by code point."""
    return _lines(triples, f" <{graph}> .\n")


def turtle_head(base: str) -> bytes:
    """The prefixes; our own nodes have `kg:`."""
    prefixes = sorted((_PREFIXES | {BASE_PREFIX: base}).items())
    return _encode("".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in prefixes))


def turtle(triples: Iterable[Triple], base: str) -> bytes:
    """A block per subject, its type first; to stand below `turtle_head`."""
    return _encode("".join(_blocks(triples, base, "")))


def trig(triples: Iterable[Triple], graph: str, base: str) -> bytes:
    """The named graph as a block; to stand below `turtle_head`."""
    name = _Short(base)[graph]
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
    short = _Short(base)
    between = f" ;\n{indent}    "
    # A predicate has values of one kind: no comparison gets as far as a datatype and None.
    for subject, group in groupby(sorted(triples), key=itemgetter(0)):
        lines = {vocab.TYPE: ""}  # the type comes first
        for _, predicate, value, datatype, language in group:
            if language is not None:
                thing = f'"{_escape(value)}"@{language}'
            elif datatype is None:
                thing = short[value]
            elif datatype == _INTEGER:
                thing = value
            else:
                thing = f'"{_escape(value)}"' if datatype == _STRING else f'"{_escape(value)}"^^{short[datatype]}'
            said = lines.get(predicate)
            lines[predicate] = f"{said}, {thing}" if said else f"{short[predicate]} {thing}"
        body = between.join(filter(None, lines.values()))
        yield f"\n{indent}{short[subject]} {body} .\n"


def _lines(triples: Iterable[Triple], end: str) -> bytes:
    lines = []
    for subject, predicate, value, datatype, language in triples:
        if datatype is None and language is None:
            lines.append(f"<{subject}> <{predicate}> <{value}>{end}")
        else:
            kind = f"@{language}" if language else "" if datatype == _STRING else f"^^<{datatype}>"
            lines.append(f'<{subject}> <{predicate}> "{_escape(value)}"{kind}{end}')
    # Most lines are ASCII, and quickly encoded by themselves. UTF-8 sorts as code points do.
    return b"".join(sorted(map(_encode, lines)))


class _Short(dict[str, str]):
    """IRI → how Turtle has it: with a prefix where one fits, in full elsewhere."""

    def __init__(self, base: str) -> None:
        super().__init__(_TERMS)
        self.base = base

    def __missing__(self, iri: str) -> str:
        if iri.startswith(self.base) and _LOCAL(local := iri[len(self.base) :]):
            found = f"{BASE_PREFIX}:{local}"
        else:
            found = _in_full_or_short(iri)
        self[iri] = found
        return found


def _in_full_or_short(iri: str) -> str:
    for name, namespace in _PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL(local := iri[len(namespace) :]):
            return f"{name}:{local}"
    return f"<{iri}>"


_TERMS = {term: _in_full_or_short(term) for term in vars(vocab).values() if isinstance(term, str)} | {vocab.TYPE: "a"}
"""The terms that every document has, worked out once."""


def _escape(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return text.translate(_ESCAPES)


def _encode(text: str) -> bytes:
    """UTF-8. Half a surrogate pair, which JSON can hold and RDF cannot, becomes U+FFFD: one code point stays one."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode()
