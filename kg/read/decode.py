"""Bytes to text: UTF-8, UTF-16, GB18030, or what an HTML page declares."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kg.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""")
_TRADITIONAL = frozenset(("big5", "big5-hkscs"))  # the only declared charsets that GB18030 would misread unnoticed
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CHINESE = re.compile("[\n\r\t -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef‘-…]")
_LOST = "\ufffd"


class Decoded(NamedTuple):
    """The text of a file without its byte order mark, line ends as they are; `fault` tells of bytes that were lost."""

    text: str
    fault: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file.

    Order: byte order mark, UTF-8, UTF-16 by its zero bytes, Big5 if an HTML page declares it, GB18030; then UTF-8 or
    GB18030 with a few broken bytes, which become U+FFFD. Raises InputError for an empty or a binary file.

    >>> decode("规划".encode("gb18030"), "a.txt")
    Decoded(text='规划', fault='')
    """
    if not data.strip(b" \t\r\n\x00"):
        raise InputError(f"{name}: the file is empty; nothing to read")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_checked(data.decode(encoding, "replace").removeprefix("\ufeff"), name))
    for encoding, errors in _candidates(data[:4096]):
        try:
            text = data.decode(encoding, errors)
        except UnicodeDecodeError:
            continue
        lost = text.count(_LOST) if errors == "replace" else 0
        if not lost:
            return Decoded(_checked(text, name))
        if lost * 20 < sum(char > "\x7f" for char in text):
            places = "1 place is" if lost == 1 else f"{lost} places are"
            fault = f"{places} not {encoding.upper()} and stand{'s' * (lost == 1)} as {_LOST}; the rest is read"
            return Decoded(_checked(text, name), fault)
    raise InputError(f"{name}: neither UTF-8, UTF-16 nor GB18030 text; convert it to UTF-8 or leave it out")


def _candidates(head: bytes) -> list[tuple[str, str]]:
    """Encodings worth trying in order, each with how it takes errors."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 > len(head) and min(even, odd) * 8 <= max(even, odd):
        return [("utf-16-be" if even > odd else "utf-16-le", "strict"), ("utf-8", "strict"), ("gb18030", "strict")]
    declared = _DECLARED.search(head)
    label = declared[1].decode("ascii").lower() if declared else ""
    traditional = [(label, "strict")] if label in _TRADITIONAL else []
    wide = [(name, "strict") for name in ("utf-16-le", "utf-16-be") if _is_chinese(head, name)]
    return [
        ("utf-8", "strict"),
        *wide,
        *traditional,
        ("utf-8", "replace"),
        ("gb18030", "strict"),
        ("gb18030", "replace"),
    ]


def _is_chinese(head: bytes, encoding: str) -> bool:
    """Whether nearly all characters are Chinese ones, Chinese marks or ASCII; of other bytes taken so, a third is."""
    text = head[: len(head) & ~1].decode(encoding, "replace")
    return len(text) > 3 and len(_CHINESE.findall(text)) * 20 > len(text) * 19


def _checked(text: str, name: str) -> str:
    """The text, unless it has control characters all over: then the bytes were no text."""
    head = text[:8192]
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise InputError(f"{name}: a binary file; give text, HTML, Markdown, JSON Lines, DOCX or PDF")
    return text
