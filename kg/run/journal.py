"""What has been built before: by key, where its product lies in a log, so that only what is new is built.

`OUT/.kg/journal` holds the products of a finished build in the order of their documents; the spool of a running or
killed build holds them as they came. Both open with a fingerprint of everything a product depends on besides the
document: code, lexicons, libraries, Python, options. Where it differs the log counts as empty.
"""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.run.log import SIZE, Frame, end, frame, frames
from kg.run.product import Part, Product, Summary, to_part, to_summary

JOURNAL = Path(".kg", "journal")
"""Inside OUT. It is no part of the result: without it everything is built again, to the same bytes."""

_LIBRARIES = ("backports.zstd", "markdown-it-py", "msgspec", "pypdf", "python-docx", "python-frontmatter", "PyYAML")
_PACKAGE = Path(__file__).parent.parent


class Entry(NamedTuple):
    """A product in a log. `head` is not kept in memory: a hundred thousand of them may be listed."""

    document: str
    file: Path
    head: int
    """Offset of the encoded summary, which ends where the body begins."""
    body: int
    length: int

    def summary(self, log: BinaryIO) -> Summary:
        log.seek(self.head)
        return to_summary(log.read(self.body - self.head))

    def part(self, log: BinaryIO, part: Part) -> bytes:
        log.seek(self.body)
        return to_part(log, part)

    def frame(self, log: BinaryIO) -> bytes:
        """The whole frame, to be put into another log as it is."""
        log.seek(self.head - SIZE)
        return log.read(SIZE + self.body - self.head + self.length)


def fingerprint(*options: str) -> bytes:
    """Hash of all that a product depends on besides the document."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update("\n".join((platform.python_version(), *map(_release, _LIBRARIES), *options)).encode())
    return digest.digest()


def index(log: Path, expected: bytes) -> dict[str, Entry]:
    """The entries of a log by key; none where there is no log or its fingerprint is another."""
    found: dict[str, Entry] = {}
    for number, each in enumerate(frames(log)):
        if number == 0 and each.head != expected:
            return {}
        if number > 0:
            summary = to_summary(each.head)
            found[summary.key] = _entry(summary, each)
    return found


def open_spool(path: Path, expected: bytes) -> tuple[BinaryIO, dict[str, Entry]]:
    """The spool, ready to be appended to, and what a killed run has left in it."""
    left = index(path, expected)
    if left:
        file = path.open("r+b")
        file.seek(end(path))
        file.truncate()
    else:
        file = path.open("w+b")
        file.write(frame(expected, b""))
    return file, left


def add(spool: BinaryIO, path: Path, product: Product) -> tuple[str, Entry]:
    """Append a product; its key and its entry. It is on its way to the disk when this returns."""
    head = spool.tell() + SIZE
    spool.write(frame(product.head, product.body))
    spool.flush()
    summary = to_summary(product.head)
    return summary.key, Entry(summary.document, path, head, head + len(product.head), len(product.body))


def _entry(summary: Summary, found: Frame) -> Entry:
    return Entry(summary.document, found.file, found.offset - len(found.head), found.offset, found.length)


def _release(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
