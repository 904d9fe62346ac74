"""Prefixes that need no declaration in a query, and that results are abbreviated with."""

from __future__ import annotations

from kg import vocab
from kg.iri import BASE

PREFIXES = vocab.PREFIXES | {
    "kg": BASE,
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "qudt": "http://qudt.org/schema/qudt/",
}


def shorten(iri: str) -> str:
    """The IRI with a known prefix, or in full where the rest could not stand after one.

    >>> shorten("https://w3id.org/govplan#value"), shorten("https://example.org/上海")
    ('gp:value', 'https://example.org/上海')
    """
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return iri
