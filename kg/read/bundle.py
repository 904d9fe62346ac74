"""Files that hold many articles: JSON Lines, .zip, .tar, packed by gzip or Zstandard.

Read as a stream, one article at a time. Nothing is unpacked to disk, no archive inside an archive is opened, an article
may not be larger than `LARGEST`, nor all of a file more than `RATIO` times what it is packed: that bounds what an
archive bomb can do.
"""

from __future__ import annotations

import gzip
import json
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from kg.errors import InputError
from kg.read.source import RECORDS, SUFFIXES, TARS, Source, is_article, readable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 64 << 20
"""Bytes of one article of a bundle, unpacked."""
RATIO = 1000
"""Bytes unpacked for each byte packed, beyond LARGEST; texts come to ten or twenty, a page of blanks to a thousand."""
_SAYS_UTF_8 = 0x800
"""Bit of a member of a .zip."""
_DAMAGE = (
    OSError,
    EOFError,
    RuntimeError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    zstd.ZstdError,
)


class _Bounded:
    """Unpacked bytes as they are read. Raises InputError when there are more than so many."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self.left = file, most

    def read(self, size: int) -> bytes:
        return self._counted(self._file.read(size))

    def readline(self, size: int) -> bytes:
        return self._counted(self._file.readline(size))

    def _counted(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise InputError(f"unpacks to more than {RATIO} times its size")
        return data


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
    except InputError as error:
        yield Source(path, fault=f"{path}: {error}, an archive bomb; what stands beyond is not read")
    except _DAMAGE as error:
        yield Source(path, fault=f"{path}: damaged ({error}); what stands beyond is not read, pack it anew")
    else:
        if empty:
            kinds = f"files ending in {' '.join(sorted(SUFFIXES))}"
            wanted = "a JSON object on each line" if reader is _records else kinds
            yield Source(path, fault=f"{path}: no article in it; expected {wanted}")


def _records(path: str) -> Iterator[Source]:
    with _opened(path) as lines:
        yield from _lines(path, lines)


@contextmanager
def _opened(path: str) -> Iterator[_Bounded]:
    """What a file holds, unpacked."""
    with _unpacked(path) as file:
        yield _Bounded(file, _most(path))


def _unpacked(path: str) -> IO[bytes]:
    low = path.lower()
    if low.endswith((".gz", ".tgz")):
        return cast(IO[bytes], gzip.open(path))
    return cast(IO[bytes], zstd.open(path)) if low.endswith(".zst") else Path(path).open("rb")


def _most(path: str) -> int:
    return LARGEST + RATIO * Path(path).stat().st_size


def _lines(name: str, lines: _Bounded) -> Iterator[Source]:
    number = 0
    while line := lines.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            yield _too_large(f"{name}#{number}")
            return
        if line.strip():
            yield Source(f"{name}#{number}", line.strip(), is_record=True)


def _zipped(path: str) -> Iterator[Source]:
    left = _most(path)
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.is_dir() and _is_wanted(member.filename):
                with archive.open(member) as file:
                    bounded = _Bounded(file, left)
                    yield from _member(f"{path}/{_member_name(member)}", bounded)
                    left = bounded.left


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name of a member; one that does not say that it is UTF-8 was taken for the letters of old PCs."""
    if member.flag_bits & _SAYS_UTF_8 or member.filename.isascii():
        return member.filename
    return readable(member.filename.encode("cp437").decode("utf-8", "surrogateescape"))


def _tarred(path: str) -> Iterator[Source]:
    with _opened(path) as stream, tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isreg() and _is_wanted(member.name) else None
            if file is not None:
                # Counted already: an archive is read from end to end.
                yield from _member(f"{path}/{member.name}", _Bounded(file, member.size))


def _is_wanted(name: str) -> bool:
    return is_article(name) or name.lower().endswith(".jsonl")


def _member(name: str, file: _Bounded) -> Iterator[Source]:
    if name.lower().endswith(".jsonl"):
        yield from _lines(name, file)
        return
    data = file.read(LARGEST + 1)
    yield Source(name, data) if len(data) <= LARGEST else _too_large(name)


def _too_large(name: str) -> Source:
    return Source(name, fault=f"{name}: more than {LARGEST >> 20} MB unpacked; not an article, leave it out")
