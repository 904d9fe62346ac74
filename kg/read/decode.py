"""Bytes to text: UTF-8, UTF-16, GB18030, or what an HTML page declares."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
_BOMS16 = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHINESE = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "hz-gb-2312", "x-gbk"))


def decode(data: bytes, name: str) -> str:
    """The text of a file without its byte order mark; line ends as they are.

    Order: byte order mark, UTF-8, the charset an HTML page declares, UTF-16 by its zero bytes, GB18030.
    Raises InputError for an empty or a binary file.

    >>> decode("规划".encode("gb18030"), "a.txt")
    '规划'
    """
    if not data.strip(b" \t\r\n\x00"):
        raise InputError(f"{name}: the file is empty; nothing to read")
    for mark, encoding in (*_BOMS, *_BOMS16):
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace").removeprefix("\ufeff"), name)
    for encoding in _candidates(data):
        try:
            return _checked(data.decode(encoding), name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError(f"{name}: neither UTF-8, UTF-16 nor GB18030; convert it to UTF-8 or leave it out")


def _candidates(data: bytes) -> list[str]:
    """Encodings worth trying, in order."""
    head = data[:4096]
    found = ["utf-8"]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head) // 2 and min(even, odd) * 8 <= max(even, odd):
        found.append("utf-16-be" if even > odd else "utf-16-le")
    declared = _DECLARED.search(head)
    if declared:
        label = declared[1].decode("ascii").lower()
        found.append("gb18030" if label in _CHINESE else label)
    return [*found, "gb18030"]


def _checked(text: str, name: str) -> str:
    """The text, unless it is full of control characters: then the bytes were no text."""
    head = text[:8192]
    control = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in head)
    if control * 10 > len(head):
        raise InputError(f"{name}: a binary file; give text, HTML, Markdown, JSON Lines, DOCX or PDF")
    return text
