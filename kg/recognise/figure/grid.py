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

_FIGURE = late(
    r"[\s\[［(（〔]*(?:达到|力争|不低于|不少于|不超过|超过|[≥≧＞>≤≦＜<约近±+＋－−-])*\s*"
    r"[0-9０-９][0-9０-９,，.．]*(?:\s*[—–－~～至-]\s*[0-9０-９.．]+)?"
    rf"\s*(?:{MULTIPLIER})?\s*(?:{UNIT.pattern})?\s*(?:及?以[上下内]|左右)?[\]］)）〕]?(?:\s*[（(][^（）()]{{1,20}}[）)])?[*＊※▲]?\s*"
)
_YEAR = late(r"\s*((?:19|20)[0-9]{2})\s*年?度?\s*")
_BLANK = late(r"[\s—–－/／…·-]*")
_TITLE = late(
    r"(?:表|计划|情况|规模|指标|任务|目标|一览|统计)(?:[（(][^（）()]{1,20}[）)])?$|^(?:附?表|专栏)\s*[0-9一二三]"
)
_UNIT_LINE = late(r"单\s*位\s*[:：]\s*(?P<unit>[^\s，,、；;（）()]{1,12})\s*[)）]?$")
LONGEST_TITLE = 60
"""A line above a table longer than this is no title of it."""
TITLE_REACH = 3
"""How many lines above a table may be its title or tell its unit."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with headings. `title` is the line that names it, `unit` what the line above says all figures are in."""

    number: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    title: Span | None
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
        tops = next((i for i, row in enumerate(rows) if any(_opens_body(article.text, c) for c in row.values())), 0)
        if tops:
            title, unit = _above(article, blocks[max(0, indices[0] - TITLE_REACH) : indices[0]])
            yield Grid(number, tuple(rows[:tops]), tuple(rows[tops:]), title, unit)


def is_figure(text: str, cell: Span) -> bool:
    """Whether a cell holds a number and nothing but its unit and a note in brackets: 120（实际）, ≥85%, 15000以上."""
    return _FIGURE.fullmatch(text, *cell) is not None


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


def _above(article: Article, blocks: Sequence[Block]) -> tuple[Span | None, str]:
    """The title and the unit in the lines above a table; the nearest of each."""
    title: Span | None = None
    unit = ""
    for block in reversed(blocks):
        if block.kind == "cell" or block.end - block.start > LONGEST_TITLE:
            break
        if told := _UNIT_LINE.search(article.text, block.start, block.end):
            unit = unit or told["unit"]
        elif block.kind == "caption" or _TITLE.search(article.text[block.start : block.end]):
            title = title or Span(block.start, block.end)
    return title, unit
