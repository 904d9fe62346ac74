"""Rows of a table: the label, its unit, and a claim for each figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.lexicon.predicate import CHANGES
from kg.lexicon.scan import any_of
from kg.model import Article, Change, Span, Status
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.figure.cell import figures_of, label_of, with_unit
from kg.recognise.figure.change import grows, opening_change
from kg.recognise.figure.column import Column, sum_time, time_of
from kg.recognise.figure.grid import TOTAL, Grid, Row, is_figure
from kg.recognise.mention import ClaimMention
from kg.recognise.modality.payment import GRANT, IN_ALL
from kg.recognise.syntax.phrase import Phrase, trim, words

_IN_ALL = late(r"[总合]\s*计")
_AMONG = late(r"\s*其中\s*[：:、]?\s*(?=\S{2})")
"""其中：采矿业: one of the rows that the row above sums up."""
_COUNTS = (
    (late(r"人数$|人口$"), "人"),
    (late(r"户数$"), "户"),
    (late(r"(?<![指系分基倍])数量?$"), "个"),
)
_MINUS = "-－−–"
_MOVING: dict[str, Change] = {verb: CHANGES[verb] for verb in ("增长", "增加", "提高", "下降", "降低", "减少")}
_VERBS: dict[str, Change] = {**_MOVING, "增速": "growth_rate"}
_MOVED = late(rf"(?:年均|累计)?(?P<verb>{any_of(_MOVING)})$")
"""单位GDP能耗 | 降低（%）: the label ends in what its figures tell."""
_MOVES = late(rf"(?P<verb>{any_of(_VERBS)})")
_GRANTED = late(rf"{GRANT}|标准$|限额$|上限$")
LONGEST_LABEL = 40
"""A label longer than this is a text, not a name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what. `label` is None where rows are named by their year; `outer` is the column that groups
    the labels, `silent` are those of no figures (序号); `owned`: rows are places or bodies and the headings say what is
    measured, under the table's `topic`."""

    label: int | None
    outer: int | None
    year: int | None
    unit: int | None
    kind: int | None
    silent: frozenset[int]
    owned: bool
    topic: Span | None
    columns: dict[int, Column]


@dataclass(frozen=True, slots=True)
class _Label:
    """What a row is about: its name, what the name says of its figures, and their unit ("" where it tells none)."""

    name: Phrase
    change: Change | None
    unit: str
    among: bool = False


def claims_of_rows(article: Article, grid: Grid, layout: Layout) -> Iterator[ClaimMention]:
    """The claims of a table, row by row; a row of 其中 is in the unit of the row above."""
    unit = ""
    group: Span | None = None
    for row in grid.body:
        group = row.get(layout.outer, group) if layout.outer is not None else None
        label = _label(article.text, layout, row, group)
        if label is None:
            continue
        if label.among and not label.unit:
            label = replace(label, unit=unit)
        unit = label.unit
        yield from _row(article, grid, layout, row, label)


def _row(article: Article, grid: Grid, layout: Layout, cells: Row, label: _Label) -> Iterator[ClaimMention]:
    text = article.text
    kind = text[cells[layout.kind].start : cells[layout.kind].end] if layout.kind in cells else ""
    binding = True if "约束" in kind else False if "预期" in kind or "指导" in kind else None
    time = time_of(article, cells[layout.year]) if layout.year in cells else None
    for number, headed in layout.columns.items():
        metric, subject = _metric(text, layout, label.name, headed)
        if number not in cells or not metric:
            continue
        cell = cells[number]
        summed = sum_time(layout.columns) if text[cell.start] in "〔[［" else None
        column = replace(headed, time=summed or time or headed.time)
        unit = "%" if column.growth else label.unit or column.unit or grid.unit or _counted(text, metric)
        for index, found in enumerate(figures_of(text, cell)):
            moved = _MOVES.search(text, cell.start if index == 0 else found.outer.start - 4, found.span.start)
            if index and not moved:
                continue
            quantity = with_unit(found, unit)
            if quantity.unit or column.time:
                change = _VERBS[moved["verb"]] if moved else _change(text, quantity, metric, label, column)
                change = "increase_by" if summed and change == "level" and _are_levels(text, layout, cells) else change
                claim = _claim(text, quantity, metric, replace(column, change=change))
                start, end = label.name[0].start, label.name[-1].end
                span = Span(min(start, quantity.span.start), max(end, quantity.outer.end))
                yield replace(claim, span=span, subject=subject, binding=binding if column.aim else None)


def _are_levels(text: str, layout: Layout, cells: Row) -> bool:
    """Whether a row tells what was and what is to be, so that 〔1.38〕 beside them is by how much it grows."""
    return (
        sum(is_figure(text, cells[c]) and text[cells[c].start] not in "〔[［" for c in layout.columns if c in cells) > 1
    )


def _label(text: str, layout: Layout, cells: Row, group: Span | None) -> _Label | None:
    """What names a row; a label to the left counts where the row lacks its own. 装机容量（万千瓦） names what its group
    is measured by."""
    column = layout.year if layout.label is None else layout.label
    at = max((c for c in cells if column is not None and c <= column and c not in layout.columns), default=None)
    if at is None or cells[at].end - cells[at].start > LONGEST_LABEL:
        return None
    core, unit = label_of(text, cells[at])
    if core.start == core.end:
        return None
    if not unit and layout.unit in cells:
        unit = text[cells[layout.unit].start : cells[layout.unit].end]
    among = _AMONG.match(text, *core)
    core = Span(among.end(), core.end) if among else core
    if moved := _MOVED.search(text, *core):
        named = trim(text, Span(core.start, moved.start()))
        if named.end - named.start > 1:
            return _Label((named,), _VERBS[moved["verb"]], unit, among is not None)
    if group and group != cells[at] and not unit:
        measure, unit = label_of(text, group)
        moved = _MOVED.search(text, *measure) if unit else None
        measure = trim(text, Span(measure.start, moved.start())) if moved else measure
        change = _VERBS[moved["verb"]] if moved else None
        return _Label((core, measure) if unit else (core,), change, unit, among is not None)
    return _Label((core,), None, unit, among is not None)


def _metric(text: str, layout: Layout, label: Phrase, column: Column) -> tuple[Phrase, Span | None]:
    """What a figure measures and whose it is."""
    in_all = column.name and _IN_ALL.fullmatch(text, *label[0])
    if layout.label is not None and not layout.owned and not in_all:
        told = column.name and text[column.name[-1].end - 1] == text[label[-1].end - 1]
        summed = column.name and _IN_ALL.fullmatch(text, *column.name[-1])
        return (*label, *(() if told or summed else column.name)), None
    subject = None if layout.label is None or TOTAL.search(text, *label[0]) else label[0]
    topic = layout.topic
    if topic and column.name:
        again = text.find(text[column.name[0].start : column.name[0].start + 2], topic.start, topic.end)
        topic = trim(text, Span(topic.start, again)) if again >= 0 else topic
    return (*((topic,) if topic and topic.end > topic.start else ()), *column.name), subject


def _counted(text: str, metric: Phrase) -> str:
    """The unit that the name itself tells: 人数."""
    name = words(text, metric)
    return next((unit for pattern, unit in _COUNTS if pattern.search(name)), "")


def _change(text: str, quantity: Quantity, metric: Phrase, label: _Label, column: Column) -> Change:
    """What the column says its figures do, else the label: 能耗降低（%）, 新增就业（人）."""
    if column.change != "level":
        return "increase_by" if column.growth and quantity.unit.endswith("百分点") else column.change
    if column.mixed and quantity.unit == "%" and label.unit not in ("", "%"):
        return "growth_rate"
    if label.change is not None:
        growth = label.change == "growth_rate" and quantity.unit != "%"
        return "increase_by" if growth else label.change
    name = words(text, metric)
    if quantity.unit == "%" and grows(name):
        return "growth_rate"
    return "level" if quantity.unit_class == "ratio" else opening_change(name, quantity.unit_class)


def _claim(text: str, quantity: Quantity, metric: Phrase, column: Column) -> ClaimMention:
    granted = quantity.unit.startswith("元") and quantity.value < IN_ALL and _GRANTED.search(words(text, metric))
    status: Status = "target" if column.aim else "other" if granted else "observed"
    moved = column.change in ("growth_rate", "increase_by")
    fallen = moved and (quantity.value < 0 or text[quantity.span.start - 1] in _MINUS)
    return ClaimMention(
        span=quantity.outer,
        metric=metric,
        suffix="",
        quantity=replace(quantity, value=abs(quantity.value)) if fallen else quantity,
        unit=quantity.unit,
        comparator=quantity.comparator,
        change="decrease_by" if fallen else column.change,
        status=status,
        time=column.time,
        baseline=column.baseline,
        subject=None,
        rule="table",
    )
