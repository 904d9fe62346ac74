"""Tables as grids: rows of headings above rows of figures, and what stands over and beside each figure.

A heading that spans columns stands over all of them; one that spans rows goes down to the figures (HTML 4.9.12). Empty
cells are not in the text, so what a cell covers is told from its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.lexicon.unit import UNIT
from kg.model import Article, Block, Span
from kg.pattern import late
from kg.recognise.amount.number import MULTIPLIER

Row = dict[int, Span]
"""Column → what is written there."""

_ONE = (
    r"[\s\[［(（〔]*(?:已?完成|年均|控制在|达到?|力争|不[低高]于|不少于|不超过|超过|突破|增长|增加|提高|下降|降低|减少|[≥≧＞>≤≦＜<约近±+＋－−-])*\s*"
    r"[0-9][0-9,，.．]*(?:\s*[—–－~～至-]\s*[0-9.．]+)?"
    rf"\s*(?:{MULTIPLIER})?\s*(?:{UNIT.pattern})?\s*(?:及?以[上下内]|左右)?[\]］)）〕]?(?:\s*[（(][^（）()]{{1,20}}[）)])?[*＊※▲△①-⑳]?\s*"
)
_FIGURE = late(rf"{_ONE}(?:[，,；;、]{_ONE}){{0,3}}")
_PART = late(rf"[，,；;、]?(?P<one>{_ONE})")
_YEAR = late(r"\s*(19[0-9]{2}|20[0-9]{2})\s*年?度?\s*")
_YEARS = late(r"\s*(?:19|20)[0-9]{2}年?\s*[—–－~～至-]{1,2}\s*(?:(?:19|20)[0-9]{2})年?\s*")
"""2022-2024: from when to when something is built."""
_BLANK = late(r"[\s—–－/／…·-]*")
_TITLE = late(
    r"(?:表|计划|情况|规模|指标|任务|目标|一览|统计|分解|安排|进展)(?:[（(][^（）()]{1,20}[）)])?$|^(?:附?表|专栏)\s*[0-9一二三]"
)
_UNIT_LINE = late(r"单\s*位\s*[:：]\s*(?P<unit>[^\s，,、；;（）()]{1,12})\s*[)）]?$")
TOTAL = late(r"总\s*计|合\s*计|小\s*计|全\s*国|总\s*数")
"""What stands for all rows or columns."""
LONGEST_TITLE = 60
"""A line above a table longer than this is no title of it."""
TITLE_REACH = 3
"""How many lines above a table may be its title or tell its unit."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with headings, or a titled list of names and figures in two columns.

    `title` is the line that names it, `heading` the one it stands under, `unit` what a line above says all figures are
    in.
    """

    number: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    title: Span | None
    heading: Span | None
    unit: str

    def over(self, column: int) -> tuple[Span, ...]:
        """The headings of a column from the top down."""
        own = [index for index, row in enumerate(self.head) if column in row]
        last = own[-1] if own else 0
        path = [_nearest(row, column) for row in self.head[: last + 1]]
        return tuple(span for span in path if span is not None)


def grids(article: Article) -> Iterator[Grid]:
    """The tables that have both headings and figures, in text order."""
    blocks = article.blocks
    places = [index for index, block in enumerate(blocks) if block.kind == "cell"]
    for number, group in groupby(places, key=lambda index: blocks[index].table):
        indices = list(group)
        rows = _rows([blocks[index] for index in indices])
        tops = next((i for i, row in enumerate(rows) if any(_opens_body(article.text, c) for c in row.values())), None)
        if tops is None:
            continue
        title, heading, unit = _above(article, blocks[max(0, indices[0] - TITLE_REACH) : indices[0]])
        if tops or (title and _are_pairs(article.text, rows)):
            yield Grid(number, tuple(rows[:tops]), tuple(rows[tops:]), title, heading, unit)


def parts_of(text: str, cell: Span) -> Iterator[Span]:
    """The figures of a cell that holds nothing else: 86.4亿元，增长5.2%."""
    if _FIGURE.fullmatch(text, *cell):
        yield from (Span(*part.span("one")) for part in _PART.finditer(text, *cell))


def _are_pairs(text: str, rows: Sequence[Row]) -> bool:
    """Names and figures side by side, without headings."""
    return len(rows) > 1 and all(len(row) == 2 and is_figure(text, row[max(row)]) for row in rows)


def is_figure(text: str, cell: Span) -> bool:
    """Whether a cell holds a number and nothing but its unit and a note in brackets: 120（实际）, ≥85%, 15000以上."""
    return _FIGURE.fullmatch(text, *cell) is not None and _YEARS.fullmatch(text, *cell) is None


def is_blank(text: str, cell: Span) -> bool:
    """Whether a cell says that there is no figure: —, /."""
    return _BLANK.fullmatch(text, *cell) is not None


def bare_year(text: str, cell: Span) -> int | None:
    """The year that is all that a cell says.

    >>> bare_year("2025年", Span(0, 5)), bare_year("2025年目标", Span(0, 7))
    (2025, None)
    """
    found = _YEAR.fullmatch(text, *cell)
    return int(found[1]) if found else None


def _rows(cells: Sequence[Block]) -> list[Row]:
    """Rows of cells; the lines of one cell are taken together."""
    rows = []
    for _, group in groupby(cells, key=lambda cell: cell.row):
        row: Row = {}
        for cell in group:
            start = row[cell.column].start if cell.column in row else cell.start
            row[cell.column] = Span(start, cell.end)
        rows.append(row)
    return rows


def _opens_body(text: str, cell: Span) -> bool:
    return is_figure(text, cell) and bare_year(text, cell) is None


def _nearest(row: Row, column: int) -> Span | None:
    at = max((other for other in row if other <= column), default=None)
    return None if at is None else row[at]


def _above(article: Article, blocks: Sequence[Block]) -> tuple[Span | None, Span | None, str]:
    """The title, the heading and the unit in the lines above a table; the nearest of each."""
    title: Span | None = None
    heading: Span | None = None
    unit = ""
    for block in reversed(blocks):
        if block.kind == "cell" or block.end - block.start > LONGEST_TITLE:
            break
        if told := _UNIT_LINE.search(article.text, block.start, block.end):
            unit = unit or told["unit"]
        elif block.kind == "caption" or _TITLE.search(article.text[block.start : block.end]):
            title = title or Span(block.start, block.end)
        elif block.kind == "heading":
            heading = heading or Span(block.start, block.end)
    return title, heading, unit
