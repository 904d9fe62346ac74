"""The articles' triples in the compact form the page keeps them in: Turtle terms once, statements as numbers.

The page can write the Turtle of a selection by joining strings; all escaping is done here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from kg.model import Triple

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

KNOWN = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/2001/XMLSchema#": "xsd",
    "http://www.w3.org/2002/07/owl#": "owl",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/prov#": "prov",
    "http://www.w3.org/ns/oa#": "oa",
    "http://www.w3.org/2006/time#": "time",
    "http://purl.org/dc/terms/": "dcterms",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "https://schema.org/": "schema",
    "http://qudt.org/schema/qudt/": "qudt",
    "http://qudt.org/vocab/unit/": "unit",
    "https://w3id.org/govplan/id/": "id",
}

_NAME = re.compile(r"(.*[/#])([A-Za-z_][A-Za-z0-9_-]*)", re.DOTALL)
_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NOT_LITERAL = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')


class Statements(TypedDict):
    """`prefixes`: name → IRI; `terms`: Turtle terms; `rows`: subject, predicate, object as places in `terms`."""

    prefixes: dict[str, str]
    terms: list[str]
    rows: list[list[int]]


def statements(triples: Iterable[Triple]) -> Statements:
    """The triples without repetitions, in the order given."""
    prefixes: dict[str, str] = {}
    terms: dict[str, int] = {}
    rows: dict[tuple[int, int, int], None] = {}
    for triple in triples:
        words = (iri(triple.subject, prefixes), iri(triple.predicate, prefixes), _object(triple, prefixes))
        subject, predicate, thing = (terms.setdefault(word, len(terms)) for word in words)
        rows[subject, predicate, thing] = None
    return {
        "prefixes": {name: namespace for namespace, name in sorted(prefixes.items())},
        "terms": list(terms),
        "rows": [list(row) for row in rows],
    }


def iri(text: str, prefixes: dict[str, str]) -> str:
    """The IRI as a prefixed name (its namespace is entered in `prefixes`), or in angle brackets, escaped."""
    found = _NAME.fullmatch(text)
    if not found or _NOT_IRI.search(text):
        return "<" + _NOT_IRI.sub(lambda m: f"\\u{ord(m[0]):04X}", text) + ">"
    namespace, name = found.groups()
    if namespace not in prefixes:
        prefixes[namespace] = KNOWN.get(namespace) or f"ns{sum(n.startswith('ns') for n in prefixes.values()) + 1}"
    return f"{prefixes[namespace]}:{name}"


def _object(triple: Triple, prefixes: dict[str, str]) -> str:
    if not triple.is_literal:
        return iri(triple.object, prefixes)
    quoted = '"' + _NOT_LITERAL.sub(_escape, triple.object) + '"'
    if triple.language is not None:
        return f"{quoted}@{triple.language}"
    if triple.datatype in (None, XSD_STRING):
        return quoted
    return f"{quoted}^^{iri(str(triple.datatype), prefixes)}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
