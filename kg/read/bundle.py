"""Files that hold many articles: JSON Lines, .zip, .tar, each also packed by gzip.

Read as a stream, one article at a time. Nothing is unpacked to disk, no archive inside an archive is opened, and an
article may not be larger than `LARGEST`: that bounds what an archive bomb can do.
"""

from __future__ import annotations

import gzip
import json
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from kg.read.source import RECORDS, SUFFIXES, TARS, Source, is_article

LARGEST = 64 << 20
"""Bytes of one article of a bundle, unpacked."""


def holds_articles(path: str) -> bool:
    """Whether a bundle found in a folder is one of articles: JSON Lines whose first record has no text list something
    else. What is damaged counts, so that it is reported."""
    if not path.lower().endswith(RECORDS):
        return True
    first = next(unpack(path))
    try:
        record = json.loads(first.data or b"{}")
    except ValueError:
        return True
    return bool(first.fault) or (isinstance(record, dict) and ("text" in record or "html" in record))


def unpack(path: str) -> Iterator[Source]:
    """The articles in a bundle, in its order. Damage is a faulty source in its place; what is beyond is not read."""
    low = path.lower()
    reader = _zipped if low.endswith(".zip") else _tarred if low.endswith(TARS) else _records
    empty = True
    try:
        for source in reader(path):
            empty = False
            yield source
    except (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        yield Source(path, fault=f"{path}: damaged ({error}); what stands beyond is not read, pack it anew")
    else:
        if empty:
            yield Source(path, fault=f"{path}: no article in it; expected files ending in {' '.join(sorted(SUFFIXES))}")


def _records(path: str) -> Iterator[Source]:
    with _opened(path) as lines:
        yield from _lines(path, lines)


def _opened(path: str) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.lower().endswith(".gz") else Path(path).open("rb")


def _lines(name: str, lines: IO[bytes]) -> Iterator[Source]:
    number = 0
    while line := lines.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            yield _too_large(f"{name}#{number}")
            return
        if line.strip():
            yield Source(f"{name}#{number}", line.strip(), is_record=True)


def _zipped(path: str) -> Iterator[Source]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.is_dir() and _is_wanted(member.filename):
                with archive.open(member) as file:
                    yield from _member(f"{path}/{member.filename}", file)


def _tarred(path: str) -> Iterator[Source]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isreg() and _is_wanted(member.name) else None
            if file is not None:
                yield from _member(f"{path}/{member.name}", file)


def _is_wanted(name: str) -> bool:
    return is_article(name) or name.lower().endswith(".jsonl")


def _member(name: str, file: IO[bytes]) -> Iterator[Source]:
    if name.lower().endswith(".jsonl"):
        yield from _lines(name, file)
        return
    data = file.read(LARGEST + 1)
    yield Source(name, data) if len(data) <= LARGEST else _too_large(name)


def _too_large(name: str) -> Source:
    return Source(name, fault=f"{name}: more than {LARGEST >> 20} MB unpacked; not an article, leave it out")
