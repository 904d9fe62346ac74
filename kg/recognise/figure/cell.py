"""What one cell of a table says: its label and unit, or its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon.unit import UNIT, canonical, class_of
from kg.model import Comparator, Span
from kg.pattern import late
from kg.recognise.amount.number import plain, scale
from kg.recognise.amount.quantity import Quantity, find_quantities
from kg.recognise.figure.grid import is_figure, parts_of
from kg.recognise.syntax.phrase import trim

_TIMES = r"(?P<times>(?:[十千]|百(?!分))?(?:万亿|[万亿])?)"
_IN_BRACKETS = late(rf"[（(]\s*(?:1(?=[/／]))?{_TIMES}(?P<unit>[^（）()]{{1,12}})[）)]\s*$")
_PER_CENT = late(r"(?<=[\u4e00-\u9fff])\s*(?P<times>)(?P<unit>[%‰])\s*$")
"""2023年增长%: without brackets."""
_NUMBER = late(
    r"\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[0-9]{1,2}(?:[.．][0-9]{1,2}){0,2}[、.．)）](?![0-9])|[①-⑳])\s*(?=\S)"
)
_MARK = late(r"[*＊※▲△①-⑳\s]+$")
"""What a note below the table explains."""
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


def label_of(text: str, cell: Span) -> tuple[Span, str]:
    """The words of a cell without their number, and the unit in brackets behind them: 1.粮食产量（万吨）*."""
    number, mark = _NUMBER.match(text, *cell), _MARK.search(text, *cell)
    start, end = number.end() if number else cell.start, mark.start() if mark else cell.end
    brackets = _IN_BRACKETS.search(text, start, end) or _PER_CENT.search(text, start, end)
    if brackets and UNIT.fullmatch(brackets["unit"].strip()):
        return trim(text, Span(start, brackets.start())), brackets["times"] + brackets["unit"].strip()
    return trim(text, Span(start, end)), ""


def figures_of(text: str, cell: Span) -> Iterator[Quantity]:
    """The figures of a cell; none for a dash or a text."""
    if is_figure(text, cell):
        yield from (quantity for part in parts_of(text, cell) if (quantity := _figure_of(text, part)))


def _figure_of(text: str, cell: Span) -> Quantity | None:
    # 〔3200〕 by itself would be the year of a document's number.
    cell = Span(cell.start + (text[cell.start] in "〔[［"), cell.end)
    found = find_quantities(text[cell.start : cell.end])
    if not found:
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


def unit_parts(text: str) -> tuple[str, str] | None:
    """The multiplier and the unit of 万吨 (万, 吨); None for words that are no unit."""
    parts = re.fullmatch(rf"\s*{_TIMES}(?P<unit>\S*)\s*", text)
    return (parts["times"], parts["unit"]) if parts and UNIT.fullmatch(parts["unit"]) else None


def with_unit(quantity: Quantity, unit_text: str) -> Quantity:
    """The figure in the row's unit; multipliers of the unit go into the value (万吨)."""
    parts = unit_parts(unit_text)
    if quantity.unit or parts is None:
        return quantity
    factor, unit = scale(parts[0]), parts[1]
    high = None if quantity.high is None else plain(quantity.high * factor)
    return replace(
        quantity,
        value=plain(quantity.value * factor),
        high=high,
        unit=canonical(unit),
        unit_class=class_of(unit),
    )
