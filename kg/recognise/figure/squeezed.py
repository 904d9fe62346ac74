"""Tables copied without what parts their cells: 指标2020年2025年属性覆盖率（%）23.0424.1约束性.

The headings tell how many figures a row has. Where one ends and the next begins is told by signs and blanks, by the
last where it is how far the others lie apart, by as many decimals, and by which are nearest to each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.figure.cell import label_of
from kg.recognise.figure.grid import Grid, Row

_YEAR = "(?:19|20)[0-9]{2}年"
_HEADING = rf"(?:{_YEAR}(?:[比较]{_YEAR}(?:增长|变化))?|[〔\[（(]?(?:累计|年均增[长速])(?:[（(]%[)）])?[〕\]）)]?)"
_HEAD = late(
    rf"(?P<name>指\s*标)(?P<headings>(?:{_HEADING}){{2,5}})(?:[0-9](?=属|[\u4e00-\u9fff]))?(?P<kind>属\s*性)?(?=[^ \n])"
)
_COLUMN = late(_HEADING)
_TITLE = late(r"(?:专栏|附?表)[^。；，\n]{2,40}$")
TITLE_REACH = 48
"""How far before the headings the title may begin."""
_SERIAL = "序号"
_FIGURES = late(
    r"(?:\s?(?:[＞≥≤＜<>≧≦]?[0-9][0-9.]*|[〔\[][0-9.]+[〕\]]|[-－—]+(?:[0-9][0-9.]*)?)"
    r"(?:%|个百分点|左右|以上|以下|以内)*)+(?!年)"
)
_CELL = late(
    r"\s?(?:[〔\[][0-9.]+[〕\]]|[-－—](?![0-9])|(?:[-－—]|[＞≥≤＜<>≧≦])?"
    r"(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{1,3})?(?:%|个百分点|左右|以上|以下|以内)*)"
)
_KIND = late(r"\s*(?P<kind>约束性|预期性|指导性)")
_NUMBER = late(r"[0-9]+(?:\.[0-9]+)?")
_ITEM = late(r"[0-9]{1,2}[.．、]")
_GROUP = late(r"[^（）()]*[（(][^（）()]{1,8}[）)](?=[^（）()]{2})")
"""主要污染物排放总量减少（%） | 化学需氧量."""
_NOTED = late(r"[0-9](?=[-－—])")
"""挥发性有机物5--: the number of a note."""
_SERIAL_NUMBER = late(r"\s*[0-9]{1,2}")
_END = late(r"注[：:]|\n|。")
LONGEST_LABEL = 60
"""Longest words between the figures of two rows, group and all."""
MOST_ROWS, LONGEST_TABLE, LONGEST_CELL, LONGEST_NUMBER = 80, 8000, 16, 3
"""Limits of a table; the number is that of the next row, with its point."""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A table of which the text holds only the words, and the stretch of text they fill."""

    grid: Grid
    stretch: Span


def squeezed_tables(article: Article) -> Iterator[Squeezed]:
    """The tables without borders that a text holds, in order."""
    text = article.text
    last = 0
    for head in _HEAD.finditer(text):
        if head.start() < last:
            continue
        columns = [Span(*m.span()) for m in _COLUMN.finditer(text, *head.span("headings"))]
        serial = text.endswith(_SERIAL, 0, head.start())
        limit = min(len(text), head.end() + LONGEST_TABLE)
        end = _END.search(text, head.end(), limit)
        body, last = _rows(text, Span(head.end(), end.start() if end else limit), len(columns), serial=serial)
        if len(body) > 1:
            row: Row = {1: Span(*head.span("name")), **dict(enumerate(columns, 2))}
            if head["kind"]:
                row[len(columns) + 2] = Span(*head.span("kind"))
            title = _TITLE.search(text, max(0, head.start() - TITLE_REACH), head.start())
            above = Span(*title.span()) if title else None
            yield Squeezed(Grid(-1, (row,), body, above, None, ""), Span(head.start(), last))


def _rows(text: str, body: Span, count: int, *, serial: bool) -> tuple[tuple[Row, ...], int]:
    """The rows of `count` figures and where the last one ends; with `serial`, each opens with its number."""
    rows: list[Row] = []
    at, group = body.start, None
    for figures in _FIGURES.finditer(text, *body):
        if figures.start() < at or figures.end() - figures.start() > (count + 1) * LONGEST_CELL:
            continue
        if figures.start() - at > LONGEST_LABEL or len(rows) == MOST_ROWS:
            break
        start = figures.start() + (_NOTED.match(text, figures.start()) is not None)
        cells = _apart(text, Span(start, figures.end()), count, serial=serial)
        opened = _SERIAL_NUMBER.match(text, at) if serial else None
        first = opened.end() if opened else at
        if cells is None or figures.start() == first:
            continue
        label, group = _label(text, Span(first, figures.start()), group)
        row: Row = {1: label, **{c: cell for c, cell in enumerate(cells, 2) if cell.end > cell.start}}
        if group:
            row[0] = group
        at = cells[-1].end
        if kind := _KIND.match(text, at):
            row[count + 2], at = Span(*kind.span("kind")), kind.end()
        rows.append(row)
    return tuple(rows), at


def _label(text: str, words: Span, group: Span | None) -> tuple[Span, Span | None]:
    """The name of a row, and what groups it and those after it: 5.主要污染物排放总量减少（%） | 化学需氧量."""
    items = [*_ITEM.finditer(text, *words)]
    start = items[-1].end() if items else words.start
    opened = _GROUP.match(text, start, words.end)
    if opened and label_of(text, Span(start, opened.end()))[1]:
        return Span(opened.end(), words.end), Span(start, opened.end())
    alone = items or text[words.end - 1] in "）)"
    return Span(start, words.end), None if alone else group


def _apart(text: str, figures: Span, count: int, *, serial: bool) -> tuple[Span, ...] | None:
    """The figures as so many cells, or one less where the last is empty, the likeliest way; None where they are not."""
    ways = (way for number in (count, count - 1) for way in _ways(text, figures.start, figures.end, number))
    whole = (way for way in ways if _ends(text, way, figures.end, serial=serial))
    told = [way for way in whole if any(_NUMBER.search(text, *cell) for cell in way)]
    return max(told, key=lambda way: _likelihood(text, way), default=None)


def _ends(text: str, way: Sequence[Span], end: int, *, serial: bool) -> bool:
    """Whether nothing but the number of the next row stands behind the cells: 6. of a group, or any where `serial`."""
    behind = text[way[-1].end : end].strip() if way else "-"
    numbered = serial and behind.isdecimal() and len(behind) < LONGEST_NUMBER
    return not behind or numbered or _ITEM.fullmatch(behind) is not None


def _ways(text: str, start: int, end: int, count: int) -> Iterator[tuple[Span, ...]]:
    """All ways to cut so many cells from the beginning of a stretch."""
    if count == 0:
        yield ()
        return
    least = max(start + 1, end - (count - 1) * LONGEST_CELL - LONGEST_NUMBER)
    for stop in range(least, min(end, start + LONGEST_CELL) + 1):
        if _CELL.fullmatch(text, start, stop):
            for others in _ways(text, stop, end, count - 1):
                yield (Span(start, stop), *others)


_ONE_FIGURE = -0.6
"""A row of one figure is less likely than one of two that are as near to each other as 70.5 and 70."""


def _likelihood(text: str, way: Sequence[Span]) -> float:
    found = [_NUMBER.search(text, *cell) for cell in way]
    told = [float(number[0]) for number in found if number]
    places = [len(number[0].partition(".")[2]) for number in found if number]
    if len(told) < 2 or found[0] is None or found[1] is None:
        return _ONE_FIGURE
    first, second = told[0], told[1]
    score = -abs(math.log((second + 1e-9) / (first + 1e-9))) - (places[0] != places[1]) / 4
    if len(told) > 2 and first:
        by, share = abs(second - first), abs(second - first) / first * 100
        score += 10 * (abs(by - told[2]) < 0.06 or abs(share - told[2]) < 0.6)
    return score
