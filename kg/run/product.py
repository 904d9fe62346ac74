"""What one document contributes to each output, and its lossless form on disk.

The head (`Summary`) is kept in memory for all documents of a run; the body is read again when OUT is put together.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from kg.model import Article, Facts, Issue


@dataclass(frozen=True, slots=True)
class Summary:
    """A built document in short. Ids are local names; `claims` counts figures, `targets` those that are aimed at."""

    key: str
    document: str
    digest: str
    title: str | None
    organisations: tuple[str, ...]
    events: tuple[str, ...]
    plans: tuple[str, ...]
    projects: tuple[str, ...]
    goals: int
    claims: int
    targets: int
    triples: int
    flags: tuple[str, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes a document adds to graph.nq and graph.ttl, and what claims.csv and the page are made from."""

    nquads: bytes
    turtle: bytes
    article: Article
    facts: Facts


@dataclass(frozen=True, slots=True)
class Product:
    """`head` is an encoded `Summary`, `body` an encoded `Body`: bytes pass between processes faster than records."""

    head: bytes
    body: bytes


_ENCODER = msgspec.msgpack.Encoder()
_SUMMARY = msgspec.msgpack.Decoder(Summary)
_BODY = msgspec.msgpack.Decoder(Body)


def to_product(summary: Summary, body: Body) -> Product:
    """The same records always give the same bytes."""
    return Product(_ENCODER.encode(summary), zlib.compress(_ENCODER.encode(body), 1))


def to_summary(head: bytes) -> Summary:
    return _SUMMARY.decode(head)


def to_body(body: bytes) -> Body:
    return _BODY.decode(zlib.decompress(body))
