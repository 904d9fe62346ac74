"""Files, folders, globs, JSON Lines and standard input to single sources."""

from __future__ import annotations

import glob
import gzip
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".pdf", ".jsonl"))
"""What is read from a folder; a file named by itself is read whatever it is called."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read, or why there is none.

    `name` is as given (`file#line` for JSON Lines). `data` holds the bytes where they are at hand (standard input,
    a JSON record); else the file called `name` is read. `fault` is set for what cannot be read at all: such sources
    come in their place among the others, and reading them raises InputError.
    """

    name: str
    data: bytes | None = None
    is_record: bool = False
    fault: str = ""

    def bytes(self) -> bytes:
        """The bytes of the source; InputError where there are none."""
        if self.fault:
            raise InputError(self.fault)
        if self.data is not None:
            return self.data
        try:
            return Path(self.name).read_bytes()
        except OSError as error:
            raise InputError(f"{self.name}: {error.strerror or error}; check the path and its permissions") from error


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """The sources that the paths name, in the order given; the files of a folder sorted by path, at any depth.

    What cannot be found is a Source with a `fault`; nothing is raised here.
    """
    for path in paths:
        if path == "-":
            yield Source("-", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            yield from _folder(path)
        elif Path(path).exists():
            yield from _file(path)
        else:
            yield from _matching(path)


def _folder(path: str) -> Iterator[Source]:
    names = sorted(str(file) for file in Path(path).rglob("*") if file.is_file() and _is_article(file))
    if not names:
        kinds = " ".join(sorted(SUFFIXES))
        yield Source(path, fault=f"{path}: the folder holds no article; expected files ending in {kinds}")
    for name in names:
        yield from _file(name)


def _is_article(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES or file.name.lower().endswith(".jsonl.gz")


def _matching(pattern: str) -> Iterator[Source]:
    magic = glob.has_magic(pattern)
    names = sorted(glob.iglob(pattern, recursive=True)) if magic else []  # noqa: PTH207 - Path.glob refuses absolute patterns
    if not names:
        yield Source(pattern, fault=f"{pattern}: no such file; check the path")
    yield from sources(names)


def _file(path: str) -> Iterator[Source]:
    if not path.lower().endswith((".jsonl", ".jsonl.gz")):
        yield Source(path)
        return
    opener = gzip.open if path.lower().endswith(".gz") else open
    try:
        with opener(path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield Source(f"{path}#{number}", line.strip(), is_record=True)
    except (OSError, EOFError) as error:
        yield Source(path, fault=f"{path}: {error}; the records after this place are not read")
