"""A file of frames that is only ever appended to: the spool of a running build, and the journal of a finished one.

Frame: `head length, body length, CRC-32 of both` (three little-endian 32-bit numbers), head, body. A frame that a
killed process left half written, or a disk damaged, is not seen by `frames`: what it held is built again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_SIZES = struct.Struct("<III")
SIZE = _SIZES.size
"""Bytes of a frame before its head."""


class Frame(NamedTuple):
    """Where a frame's body lies; the head is read into memory, the body when it is wanted."""

    file: Path
    offset: int
    length: int
    head: bytes


def frame(head: bytes, body: bytes) -> bytes:
    """A frame to be written in one go."""
    return _SIZES.pack(len(head), len(body), zlib.crc32(body, zlib.crc32(head))) + head + body


def frames(path: Path) -> Iterator[Frame]:
    """The whole frames of a file, in order; ends at the first that is torn or damaged. No file, no frames."""
    if not path.exists():
        return
    with path.open("rb") as file:
        while len(sizes := file.read(SIZE)) == SIZE:
            head_length, body_length, checksum = _SIZES.unpack(sizes)
            head, body = file.read(head_length), file.read(body_length)
            if zlib.crc32(body, zlib.crc32(head)) != checksum or len(head) + len(body) != head_length + body_length:
                return
            yield Frame(path, file.tell() - body_length, body_length, head)


def end(path: Path) -> int:
    """Where the last whole frame of a file ends: what lies behind is cut off before more is appended."""
    last = 0
    for each in frames(path):
        last = each.offset + each.length
    return last
