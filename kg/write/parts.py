"""graph.nq → a folder of gzip N-Quads parts, as clusters load them; one after the other they are graph.nq again."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

DOCUMENTS = 1000
"""In one part: some ten megabytes, enough parts to load them side by side."""


def write_parts(nquads: Path, folder: Path, documents: int = DOCUMENTS) -> int:
    """Write `graph-00000.nq.gz` and so on, whole documents in each; how many. The same graph gives the same bytes.

    Raises OSError where the graph cannot be read or the folder not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    with nquads.open("rb") as lines:
        graphs = _graphs(lines)
        while part := list(islice(graphs, documents)):
            # No name and time of day in the head, which would differ from run to run.
            (folder / f"graph-{number:05}.nq.gz").write_bytes(gzip.compress(b"".join(part), mtime=0))
            number += 1
    return number


def _graphs(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The statements of one document after the other: they stand together."""
    for _, statements in groupby(lines, key=lambda line: line.rsplit(b" ", 2)[1]):
        yield b"".join(statements)
