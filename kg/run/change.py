"""What became of the graph since an earlier build, told by the two documents.jsonl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.run.assemble import LISTS
from kg.write.load import Change

_MOST = 0.1
"""Share of the documents up to which changing a store is quicker than making it."""


class _Graph(msgspec.Struct):
    bytes: int
    sha256: str


class _Line(msgspec.Struct):
    document: str
    graph: _Graph


_LINE = msgspec.json.Decoder(_Line)


def change(out: Path, new: Path) -> Change | None:
    """How the graph in `new` differs from that in OUT; None where there is none, or much of it differs."""
    try:
        before = {line.document: line.graph for line in _lines(out)}
    except (OSError, msgspec.MsgspecError):
        return None
    known = len(before)
    places: list[tuple[int, int]] = []
    gone: list[str] = []
    start = 0
    for line in _lines(new):
        end = start + line.graph.bytes
        earlier = before.pop(line.document, None)
        if earlier != line.graph:
            places.append((start, end))
            gone += [line.document] * (earlier is not None)
        start = end
    gone += before
    return Change(out, gone, places) if len(gone) + len(places) <= known * _MOST else None


def _lines(folder: Path) -> Iterator[_Line]:
    with (folder / LISTS[0]).open("rb") as lines:
        yield from map(_LINE.decode, lines)
