"""PDF with a text layer (extra `pdf`)."""

from __future__ import annotations

import io
import logging

from kg.errors import InputError
from kg.model import Article
from kg.pattern import late
from kg.read.article import from_drafts
from kg.read.plain import read_plain

_PAGE_NUMBER = late(r"\A\s*\d{1,3}[ \t]*\n|\n[ \t]*\d{1,3}\s*\Z")  # inside a page a number is a table's


def read_pdf(data: bytes, name: str) -> Article:
    """The article in a PDF; offsets point into the extracted text of its pages without their numbers, joined by U+000A.

    Raises InputError where the file is damaged, locked or only pictures of pages.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise InputError(f"{name}: reading PDF needs pypdf; pip install 'govplan-kg[pdf]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it names no file; what it cannot read is told below
    try:
        pages = [_PAGE_NUMBER.sub("", page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise InputError(f"{name}: damaged or locked PDF ({error}); repair it or give the text") from error
    text = "\n".join(pages)
    if not text.strip():
        raise InputError(f"{name}: the PDF has no text layer; run OCR over it first")
    return from_drafts(read_plain(text), name)
