"""Markdown to blocks, with offsets.

The structure is CommonMark's with pipe tables, as far as articles use it. Libraries give line numbers but no columns,
so the words are found here. Lines of a paragraph are joined only where they were wrapped by hand (as in plain text):
most Chinese authors put one paragraph on a line without blank lines between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.pattern import late
from kg.read.html import Markup, read_html
from kg.read.inline import add_line
from kg.read.layout import Draft, Run
from kg.read.plain import LONGEST_TITLE, continues, lines_of
from kg.read.wrap import Line, find_wrap

_HEADING = late(r"(#{1,6})[ \t]+|(#{2,6})(?=[^\s#])")
_HEADING_END = late(r"[ \t]+#+$")
_ITEM = late(r"[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = late(r"(?:>[ \t]?)+")
_RULE = late(r"([-*_=])(?:[ \t]*\1){2,}$")
_SETEXT = late(r"(?:=+|-{2,})$")
_FENCE = late(r"```|~~~")
_REFERENCE = late(r"\[[^\[\]]+\]:[ \t]*\S")
_HTML = late(
    r"<(?:!--|/?(?:p|div|h[1-6]|table|tr|td|ul|ol|li|section|article|center|details|figure|img|video|audio|"
    r"iframe|style|script|blockquote|pre|hr|br)\b)",
    re.IGNORECASE,
)
_HTML_UNTIL = {"<!--": "-->", "<script": "</script>", "<style": "</style>", "<pre": "</pre>"}
_DELIMITER = late(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_BAR = late(r"(?<!\\)\|")
_SIGNS = late(r"^(?:#{1,6}[ \t]+\S|\|?[ \t]*:?-{3,}:?[ \t]*\|)", re.MULTILINE)


class _Paragraph(NamedTuple):
    """The block that a further line may go on with."""

    draft: Draft
    last: Line


def looks_like_markdown(source: str, start: int) -> bool:
    """Whether a text of unknown kind has a # heading or a pipe table."""
    return _SIGNS.search(source, start) is not None


def read_markdown(source: str, start: int = 0) -> Markup:
    """The blocks of a Markdown text; HTML inside it is read as HTML.

    >>> [(d.kind, d.words) for d in read_markdown("# 目标\\n\\n- **增长**8%\\n\\n<p>三个园区").drafts]
    [('heading', '目标'), ('item', '增长8%'), ('paragraph', '三个园区')]
    """
    return _Reader(source, start).read()


def _unquoted(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines without the marks of quotations; a line with nothing else is blank."""
    blank = False
    for line in lines:
        quote = _QUOTE.match(line.text)
        if not quote:
            yield line._replace(after_blank=True) if blank else line
            blank = False
            continue
        text = line.text[quote.end() :].lstrip()
        begin = len(line.text) - len(text)
        if text:
            yield line._replace(
                text=text, offset=line.offset + begin, width=line.width - begin, after_blank=line.after_blank or blank
            )
        blank = not text


class _Reader:
    """One pass over the lines."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.lines = list(_unquoted(lines_of(source, start, len(source))))
        self.wrap = find_wrap(self.lines)
        self.markup = Markup([], "", [])
        self.tables = 0
        self.open: _Paragraph | None = None

    def read(self) -> Markup:
        """Take the lines one by one; some constructs take several."""
        index = 0
        while index < len(self.lines):
            index = self._take(index)
        return self.markup

    def _take(self, index: int) -> int:
        """Read the construct that starts at a line; the index of the line after it."""
        line = self.lines[index]
        text = line.text
        if _HTML.match(text):
            return self._html(index)
        if _FENCE.match(text):
            self.open = None
        elif self._starts_table(index):
            return self._table(index)
        elif self.open and _SETEXT.match(text) and not line.after_blank and self.open.last.width <= 120:
            self.open.draft.kind, self.open.draft.level = "heading", 1 if text[0] == "=" else 2
            self.open = None
        elif _RULE.match(text) or _REFERENCE.match(text):
            self.open = None
        elif mark := _HEADING.match(text):
            self._heading(line, mark)
        else:
            self._words(line)
        return index + 1

    def _heading(self, line: Line, mark: re.Match[str]) -> None:
        end = _HEADING_END.search(line.text)
        draft = Draft("heading", len((mark[1] or mark[2]).strip()))
        add_line(draft, self.source, line.offset + mark.end(), line.offset + (end.start() if end else len(line.text)))
        self.markup.drafts.append(draft)
        self.open = None

    def _words(self, line: Line) -> None:
        """A line of a paragraph, quotation or list item."""
        item = _ITEM.match(line.text)
        start = line.offset + (item.end() if item else 0)
        end = line.offset + len(line.text)
        before = self.open.draft.tail(LONGEST_TITLE)[-LONGEST_TITLE:] if self.open else ""
        if self.open and not item and (self._is_in_item(line) or continues(self.open.last, line, before, self.wrap)):
            draft = self.open.draft
            if self.wrap.parts_words(self.open.last, line):
                draft.runs.append(Run(" ", self.open.last.offset + len(self.open.last.text)))
        else:
            draft = Draft("item" if item else "paragraph")
            self.markup.drafts.append(draft)
        add_line(draft, self.source, start, end)
        self.open = _Paragraph(draft, line)

    def _is_in_item(self, line: Line) -> bool:
        """Whether a line stands under the words of an item, to the column."""
        if not self.open or self.open.draft.kind != "item" or line.after_blank:
            return False
        last = self.open.last
        item = _ITEM.match(last.text)
        return line.inset == line.lead == last.inset + (item.end() if item else 0) > 0

    def _html(self, index: int) -> int:
        """HTML up to the next blank line, or up to its own end for comments, styles and scripts."""
        self.open = None
        first = self.lines[index]
        start = stop = first.offset
        until = next((end for mark, end in _HTML_UNTIL.items() if first.text.lower().startswith(mark)), "")
        closed = self.source.find(until, start) if until else -1
        index += 1
        while index < len(self.lines):
            line = self.lines[index]
            if line.offset > closed and line.after_blank:
                break
            index += 1
        stop = self.lines[index - 1].offset + len(self.lines[index - 1].text)
        found = read_html(self.source, start, stop, tables=self.tables)
        self.tables += found.tables
        self.markup.drafts.extend(found.drafts)
        return index

    def _starts_table(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or "|" not in self.lines[index].text:
            return False
        below = self.lines[index + 1]
        return "|" in below.text and not below.after_blank and _DELIMITER.match(below.text) is not None

    def _table(self, index: int) -> int:
        """A pipe table: its heading, the delimiter row, its rows up to a blank line."""
        self.open = None
        self._row(self.lines[index], 0)
        row, index = 1, index + 2
        while index < len(self.lines) and not self.lines[index].after_blank and "|" in self.lines[index].text:
            self._row(self.lines[index], row)
            row, index = row + 1, index + 1
        self.tables += 1
        return index

    def _row(self, line: Line, row: int) -> None:
        start, end = line.offset, line.offset + len(line.text)
        start += line.text.startswith("|")
        end -= line.text.endswith("|") and not line.text.endswith("\\|")
        bars = [bar.start() for bar in _BAR.finditer(self.source, start, end)]
        for column, (begin, stop) in enumerate(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True)):
            draft = Draft("cell", 0, self.tables, row, column)
            add_line(draft, self.source, begin, stop)
            self.markup.drafts.append(draft)
