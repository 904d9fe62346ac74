"""documents.jsonl, read back: a line per document of a build, in the order in which graph.nq has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

DOCUMENTS = "documents.jsonl"


class Graph(msgspec.Struct, frozen=True):
    """The document's lines in graph.nq: how many bytes, and their SHA-256."""

    bytes: int
    sha256: str


class Listed(msgspec.Struct, frozen=True):
    """A document: its IRI, which is that of its named graph, and all it was read from."""

    document: str
    sources: tuple[str, ...]
    graph: Graph


_LINE = msgspec.json.Decoder(Listed)


def listed(folder: Path) -> Iterator[Listed]:
    """The documents of a build. Raises OSError where there is no list, msgspec.MsgspecError where it is not of kg."""
    with (folder / DOCUMENTS).open("rb") as lines:
        yield from map(_LINE.decode, lines)
