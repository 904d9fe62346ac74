"""Content negotiation (RFC 9110 §12.5.1): which of the formats at hand a client wants most."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "application/x-turtle": ox.RdfFormat.TURTLE,
}


def choose(accept: str, offers: Mapping[str, object]) -> str | None:
    """The offer with the highest quality, of equal ones the first; None where none is acceptable.

    >>> choose("text/html, */*;q=0.1", {"text/turtle": 1, "text/html": 2})
    'text/html'
    >>> choose("image/png", {"text/turtle": 1}) is None
    True
    """
    ranges = _ranges(accept or "*/*")
    best, quality = None, 0.0
    for offer in offers:
        wanted = _quality(offer, ranges)
        if wanted > quality:
            best, quality = offer, wanted
    return best


def _quality(offer: str, ranges: Mapping[str, float]) -> float:
    """The most specific range that fits decides."""
    for name in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0


def _ranges(accept: str) -> dict[str, float]:
    ranges: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        try:
            ranges[name] = min(max(float(weight), 0.0), 1.0)
        except ValueError:
            ranges[name] = 0.0
    return ranges
