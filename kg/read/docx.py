"""DOCX (extra `docx`)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.errors import InputError
from kg.model import Article
from kg.pattern import late
from kg.read.article import from_drafts
from kg.read.layout import Draft, Run

_LARGEST = 1 << 28  # bytes unpacked; an archive bomb is larger, a paper never
_STYLE_LEVEL = late(r"(?:heading|标题)\s*([1-6])$", re.IGNORECASE)


def read_docx(data: bytes, name: str) -> Article:
    """The article in a Word file; offsets point into its paragraphs and cells joined by U+000A.

    Text of insertions counts, deleted text does not. Raises InputError where the file is damaged or no DOCX.
    """
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    except ImportError as error:
        raise InputError(f"{name}: reading DOCX needs python-docx; pip install 'govplan-kg[docx]'") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                raise InputError(f"{name}: unpacks to more than {_LARGEST >> 20} MB; not a paper")
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        styles = {style.style_id: style.name for style in document.styles}
    except (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(f"{name}: no Word file or a damaged one ({error}); give DOCX, PDF or text") from error
    return from_drafts(list(_placed(_drafts(body, styles))), name)


def _drafts(body: Any, styles: dict[str, str]) -> Iterator[Draft]:
    """Paragraphs and cells in order. Elements are lxml's, untyped."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    table = -1
    for element in body.iterchildren(qn("w:p"), qn("w:tbl"), qn("w:sdt")):
        if element.tag == qn("w:tbl"):
            table += 1
            yield from _cells(element, table, qn)
        else:
            for paragraph in element.iter(qn("w:p")):
                yield from _lines(_paragraph(paragraph, styles, qn))


def _paragraph(element: Any, styles: dict[str, str], qn: Any) -> Draft:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = styles.get(style.get(qn("w:val")), "") if style is not None else ""
    level = _STYLE_LEVEL.match(name or "")
    if level or name in ("Title", "标题"):
        return Draft("heading", int(level[1]) if level else 1, runs=[Run(_words(element, qn), 0)])
    numbered = name.startswith(("List", "列表")) or element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    return Draft("item" if numbered else "paragraph", runs=[Run(_words(element, qn), 0)])


def _cells(table: Any, number: int, qn: Any) -> Iterator[Draft]:
    """The paragraphs of a table's cells; a cell merged downwards counts once, in its first row."""
    for row, element in enumerate(table.iterchildren(qn("w:tr"))):
        column = 0
        for cell in element.iterchildren(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            for paragraph in cell.iter(qn("w:p")):
                yield from _lines(Draft("cell", 0, number, row, column, [Run(_words(paragraph, qn), 0)]))
            column += int(span.get(qn("w:val"))) if span is not None else 1


def _words(paragraph: Any, qn: Any) -> str:
    """Text of a paragraph; a tab in it is a space."""
    shown = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n"}
    return "".join(shown[part.tag] or part.text or "" for part in paragraph.iter(*shown))


def _lines(draft: Draft) -> Iterator[Draft]:
    """A paragraph cut at its line breaks, as on a page; a heading goes over them."""
    lines = draft.words.split("\n")
    if draft.kind == "heading":
        lines = [" ".join(lines)]
    yield from (replace(draft, runs=[Run(line, 0)]) for line in lines)


def _placed(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The drafts with offsets as if they were joined by U+000A."""
    offset = 0
    for draft in drafts:
        draft.runs = [Run(run.text, offset) for run in draft.runs]
        offset += len(draft.words) + 1
        yield draft
