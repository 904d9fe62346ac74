"""One `Source` to its `Article`: which format its first bytes tell."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from kg.errors import InputError
from kg.model import Article
from kg.read.article import read_text
from kg.read.decode import decode
from kg.read.header import normalise
from kg.read.source import Source

_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    rb"{\rtf": "a file in Rich Text Format",
}
"""First bytes of what is often found among articles and is not read."""


def read(source: Source) -> Article:
    """The article of a source.

    Raises InputError (`file: what, where, what next`) where it is missing, empty, binary or without visible text.
    """
    data = source.bytes()
    article = _article(data, source)
    if not article.text:
        raise InputError(f"{source.name}: no visible text; only markup or white space stands there")
    return replace(article, digest=hashlib.sha256(data).hexdigest())


def _article(data: bytes, source: Source) -> Article:
    """The article by the first bytes of the file."""
    if data.startswith(b"%PDF-"):
        from kg.read.pdf import read_pdf  # noqa: PLC0415 - an extra

        return read_pdf(data, source.name)
    if data.startswith(b"PK\x03\x04"):
        from kg.read.docx import read_docx  # noqa: PLC0415 - an extra

        return read_docx(data, source.name)
    for mark, what in _OTHERS.items():
        if data.startswith(mark):
            raise InputError(f"{source.name}: {what}; save it as DOCX, PDF or text")
    text, fault = decode(data, source.name)
    article = _record(text, source.name) if source.is_record else read_text(text, source.name)
    return replace(article, notes=(fault, *article.notes)) if fault else article


def _record(line: str, name: str) -> Article:
    """A JSON object with `text` or `html`, and metadata beside it. Offsets point into that value."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not JSON ({error}); correct or remove the line") from error
    body = (found.get("text") or found.get("html")) if isinstance(found, dict) else None
    if not isinstance(body, str):
        raise InputError(f'{name}: an object with "text" or "html" is expected; correct or remove the line')
    return read_text(body, name, headers=tuple(normalise(found)))
