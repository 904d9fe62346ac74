"""graph.nq → a folder of gzip N-Quads parts, as clusters load them; one after the other they are graph.nq again."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

DOCUMENTS = 1000
"""In one part: some ten megabytes, enough parts to load them side by side."""
_CHUNK = 1 << 20


def write_parts(nquads: Path, folder: Path, sizes: Iterable[int], documents: int = DOCUMENTS) -> int:
    """Write `graph-00000.nq.gz` and so on, so many whole documents in each; how many. `sizes` are the documents' bytes
    in graph.nq. The same graph gives the same bytes; parts that an earlier export left there are removed.

    Raises OSError where the graph cannot be read or the folder not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("graph-*.nq.gz"):
        path.unlink()
    sizes = iter(sizes)
    start = 0
    written: list[Future[None]] = []
    threads = ThreadPoolExecutor(os.cpu_count())
    try:
        while part := sum(islice(sizes, documents)):
            path = folder / f"graph-{len(written):05}.nq.gz"
            written.append(threads.submit(_write, nquads, path, start, part))
            start += part
        for each in written:
            each.result()
    finally:
        threads.shutdown(cancel_futures=True)
    return len(written)


def _write(nquads: Path, part: Path, start: int, size: int) -> None:
    # No name and time of day in the head, which would differ from run to run.
    with nquads.open("rb") as source, part.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        source.seek(start)
        for left in range(size, 0, -_CHUNK):
            packed.write(source.read(min(left, _CHUNK)))
