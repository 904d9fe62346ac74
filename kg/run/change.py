"""What became of the graph since an earlier build, told by the two documents.jsonl."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.run.listed import listed
from kg.write.load import Change

_MOST = 0.05
"""Share of the documents up to which changing a store is quicker than making it."""


def change(out: Path, new: Path) -> Change | None:
    """How the graph in `new` differs from that in OUT; None where there is none, or much of it differs."""
    try:
        before = {each.document: each.graph for each in listed(out)}
    except (OSError, msgspec.MsgspecError):
        return None
    known = len(before)
    places: list[tuple[int, int]] = []
    gone: list[str] = []
    start = 0
    for each in listed(new):
        end = start + each.graph.bytes
        earlier = before.pop(each.document, None)
        if earlier != each.graph:
            places.append((start, end))
            gone += [each.document] * (earlier is not None)
        start = end
    gone += before
    return Change(out, gone, places) if len(gone) + len(places) <= known * _MOST else None
