"""Indicator tables of plans: 指标 | 单位 | 2020年 | 2025年 | 属性 gives a baseline and a target for each row.

The header tells which column names the indicator, which hold figures of which year, and which says 约束性 or 预期性.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kg.lexicon.unit import CANONICAL, CLASS, UNIT
from kg.model import Article, Block, Change, Comparator, Span, Status
from kg.recognise.mention import ClaimMention
from kg.recognise.number import plain, scale
from kg.recognise.period import Time, find_times
from kg.recognise.phrase import trim
from kg.recognise.quantity import Quantity, find_quantities

_NAME = re.compile(r"指\s*标|名\s*称|项\s*目|内\s*容")
_UNIT = re.compile(r"单\s*位")
_KIND = re.compile(r"属\s*性|性\s*质|类\s*型")
_AIM = re.compile(r"目标|规划")
_DONE = re.compile(r"基[期准]|现状|实际|完成|实绩|现值")
_GROWTH = re.compile(r"年均|增速|增长")
_IN_BRACKETS = re.compile(r"[（(]\s*(?P<times>[十百千]?(?:万亿|[万亿])?)(?P<unit>[^（）()]{1,12})[）)]\s*$")
_SIGNS: dict[str, Comparator] = {
    "≥": "ge",
    "≧": "ge",
    "＞": "gt",
    ">": "gt",
    "≤": "le",
    "≦": "le",
    "＜": "lt",
    "<": "lt",
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: their time, and whether they are aims or growth rates."""

    time: Time | None
    aim: bool
    growth: bool


@dataclass(frozen=True, slots=True)
class _Header:
    name: int
    unit: int | None
    kind: int | None
    columns: dict[int, _Column]


def find_table_claims(article: Article) -> tuple[tuple[ClaimMention, ...], frozenset[int]]:
    """Claims of the indicator tables in text order, and the numbers of the tables they were read from."""
    claims: list[ClaimMention] = []
    read: set[int] = set()
    cells = (block for block in article.blocks if block.kind == "cell")
    for table, group in groupby(cells, key=lambda block: block.table):
        rows = [list(row) for _, row in groupby(group, key=lambda block: block.row)]
        header = _header(article, rows[0])
        if header is None:
            continue
        read.add(table)
        for row in rows[1:]:
            claims += _row(article, header, {cell.column: cell for cell in row})
    return tuple(claims), frozenset(read)


def _header(article: Article, row: Sequence[Block]) -> _Header | None:
    texts = {cell.column: article.text[cell.start : cell.end] for cell in row}
    name = next((c for c, t in texts.items() if _NAME.search(t) and not _KIND.search(t)), None)
    if name is None:
        return None
    times = {cell.column: _time(article, cell) for cell in row}
    years = [t.year for t in times.values() if t is not None and t.year is not None]
    columns = {}
    for column, text in texts.items():
        time = times[column]
        growth = bool(_GROWTH.search(text)) and column != name
        if time is None and not growth:
            continue
        columns[column] = _Column(time or _span_of_years(times), _is_aim(text, time, years, article.published), growth)
    if not years or not columns:
        return None
    unit = next((c for c, t in texts.items() if _UNIT.search(t)), None)
    return _Header(name, unit, next((c for c, t in texts.items() if _KIND.search(t)), None), columns)


def _time(article: Article, cell: Block) -> Time | None:
    found = find_times(article.text[cell.start : cell.end], article.published)
    if not found:
        return None
    span = Span(found[0].span.start + cell.start, found[0].span.end + cell.start)
    return replace(found[0], span=span)


def _span_of_years(times: dict[int, Time | None]) -> Time | None:
    """年均增速 beside 2020年 and 2025年 speaks of the years between."""
    dated = sorted((t for t in times.values() if t is not None and t.year is not None), key=lambda t: t.year or 0)
    if len(dated) < 2 or dated[0].year is None or dated[-1].year is None:
        return dated[-1] if dated else None
    return replace(dated[-1], kind="period", period=(dated[0].year + 1, dated[-1].year))


def _is_aim(text: str, time: Time | None, years: Sequence[int], published: date | None) -> bool:
    ahead = time is not None and published is not None and (time.year or 0) > published.year
    if _AIM.search(text) or ahead:
        return True
    if _DONE.search(text) or (time is not None and published is not None and (time.year or 0) < published.year):
        return False
    return time is None or (time.year or 0) > min(years, default=0)


def _row(article: Article, header: _Header, cells: dict[int, Block]) -> Iterator[ClaimMention]:
    name = cells.get(header.name)
    if name is None:
        return
    label, unit_text = _label(article.text, Span(name.start, name.end))
    if not unit_text and header.unit in cells:
        unit_cell = cells[header.unit]
        unit_text = article.text[unit_cell.start : unit_cell.end]
    kind = article.text[cells[header.kind].start : cells[header.kind].end] if header.kind in cells else ""
    binding = True if "约束" in kind else False if "预期" in kind or "指导" in kind else None
    for number, column in header.columns.items():
        if number in cells and (quantity := _figure(article.text, cells[number])):
            claim = _claim(_with_unit(quantity, "%" if column.growth else unit_text), label, column)
            span = Span(min(name.start, quantity.span.start), max(name.end, quantity.outer.end))
            yield replace(claim, span=span, binding=binding if column.aim else None)


def _label(text: str, cell: Span) -> tuple[Span, str]:
    """The indicator's words, and the unit in brackets behind them: 粮食产量（万吨）."""
    brackets = _IN_BRACKETS.search(text, *cell)
    if brackets and UNIT.fullmatch(brackets["unit"].strip()):
        return trim(text, Span(cell.start, brackets.start())), brackets["times"] + brackets["unit"].strip()
    return trim(text, cell), ""


def _figure(text: str, cell: Block) -> Quantity | None:
    """The one figure of a cell; None for a dash, a text or several figures."""
    found = find_quantities(text[cell.start : cell.end])
    if len(found) != 1:
        return None
    quantity = found[0]
    sign = _SIGNS.get(text[cell.start + quantity.outer.start - 1 : cell.start + quantity.outer.start])
    shift = cell.start
    return replace(
        quantity,
        span=Span(quantity.span.start + shift, quantity.span.end + shift),
        outer=Span(quantity.outer.start + shift - (sign is not None), quantity.outer.end + shift),
        comparator=sign or quantity.comparator,
    )


def _with_unit(quantity: Quantity, unit_text: str) -> Quantity:
    """The figure in the row's unit; multipliers of the unit go into the value (万吨)."""
    parts = re.fullmatch(r"\s*(?P<times>[十百千]?(?:万亿|[万亿])?)(?P<unit>\S*)\s*", unit_text)
    if quantity.unit or parts is None or not UNIT.fullmatch(parts["unit"]):
        return quantity
    factor, unit = scale(parts["times"]), parts["unit"]
    high = None if quantity.high is None else plain(quantity.high * factor)
    return replace(
        quantity,
        value=plain(quantity.value * factor),
        high=high,
        unit=CANONICAL.get(unit, unit),
        unit_class=CLASS.get(unit, "physical"),
    )


def _claim(quantity: Quantity, label: Span, column: _Column) -> ClaimMention:
    change: Change = "growth_rate" if column.growth else "level"
    status: Status = "target" if column.aim else "observed"
    return ClaimMention(
        span=quantity.outer,
        metric=(label,),
        suffix="",
        quantity=quantity,
        unit=quantity.unit,
        comparator=quantity.comparator,
        change=change,
        status=status,
        time=column.time,
        baseline=None,
        subject=None,
        rule="table",
    )
