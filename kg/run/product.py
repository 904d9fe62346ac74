"""What one document contributes to each output, and its lossless form on disk.

The head (`Summary`) is read for all documents of a run; of the body only the part that an output is made of, when OUT
is put together. Parts are packed by Zstandard, each by itself.
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import BinaryIO

import msgspec

from kg.model import Article, Facts, Issue

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PACKER = zstd.ZstdCompressor(1)
"""Each level above takes longer than writing what it saves. One for all parts: to make one takes as long as to pack."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A built document in short. Ids are local names; `claims` counts figures, `targets` those that are aimed at;
    `size` and `checksum` (SHA-256, hex) are of its lines in graph.nq."""

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
    size: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the page and exports are made from."""

    article: Article
    facts: Facts


class Part(IntEnum):
    """The parts of a body in their order: bytes of graph.nq, of graph.ttl, of claims.csv (`kg.write.table`: without
    the source), an encoded `Record`."""

    NQUADS = 0
    TURTLE = 1
    ROWS = 2
    RECORD = 3


@dataclass(frozen=True, slots=True)
class Product:
    """`head` is an encoded `Summary`, `body` the parts behind their sizes: bytes pass between processes faster than
    records."""

    head: bytes
    body: bytes


_SIZES = struct.Struct("<4I")
_ENCODER = msgspec.msgpack.Encoder()
_SUMMARY = msgspec.msgpack.Decoder(Summary)
_RECORD = msgspec.msgpack.Decoder(Record)


def to_product(summary: Summary, record: Record, written: tuple[bytes, bytes, bytes]) -> Product:
    """`written` are the parts before the record. The same arguments always give the same bytes."""
    parts = [_PACKER.compress(part, _PACKER.FLUSH_FRAME) for part in (*written, _ENCODER.encode(record))]
    return Product(_ENCODER.encode(summary), _SIZES.pack(*map(len, parts)) + b"".join(parts))


def to_summary(head: bytes) -> Summary:
    return _SUMMARY.decode(head)


def to_part(body: BinaryIO, part: Part) -> bytes:
    """A part of the body that begins where the file stands."""
    sizes = _SIZES.unpack(body.read(_SIZES.size))
    body.seek(sum(sizes[:part]), 1)
    return zstd.decompress(body.read(sizes[part]))


def to_record(part: bytes) -> Record:
    return _RECORD.decode(part)
