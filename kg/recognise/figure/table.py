"""Claims of tables: 指标 | 单位 | 2020年 | 2025年 | 属性 gives a baseline and a target for each row.

The headings tell which columns hold figures, of which year and in which unit; the label of the row is what is measured
or whose it is (地区 | 招生人数); the line above the table may name both the topic and the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.lexicon.region import regions_in
from kg.model import Article, Change, Span, Status
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.figure.cell import figure_of, label_of, unit_parts, with_unit
from kg.recognise.figure.grid import Grid, Row, bare_year, grids, is_blank, is_figure
from kg.recognise.mention import ClaimMention
from kg.recognise.syntax.phrase import Phrase, trim
from kg.recognise.time.period import Time, find_times

_NAME = late(r"指\s*标|名\s*称|项\s*目")
_OWNER = late(r"地\s*区|[省市州县区]|单\s*位|部\s*门|国\s*家")
_UNIT = late(r"(?:计量)?单\s*位")
_KIND = late(r"属\s*性|性\s*质|类\s*型")
_NO_FIGURE = late(r"序\s*号|编\s*号|代码|坐\s*标|电话|邮编|页码|日期|备\s*注|文号|排名|名次")
_AIM = late(r"目标|规划|计划|任务")
_DONE = late(r"基[期准]|现状|实际|完成|实绩|现值")
_GROWTH = late(r"年均|增速|增长(?!极)")
_PACE = late(
    r"(?:与?(?:同比|环比|[比较](?:上年|去年|上月|上季度?)(?:同[期月])?)(?:相比)?)(?:增[长减速幅]|变[化动]|涨跌|升降)?(?:幅度|[率%％±+])*"
)
"""A heading that tells only how the figures to its left moved: 同比增长, 比上年增减±%."""
_OF_YEAR = late(r"[为比](?:19|20)[0-9]{2}年?的?(?P<share>百分[比数])?")
"""1957年为1952年的百分比: how many times as much, in per cent; 2015年比2010年增长."""
_MINUS = "-－−–"
_FOR = late("(?:计划|规划|实际|预计|预期|目标)(?=[产总数])")
_ADDED = late(r"新增|扩|累计|增量|增减")
_TOTAL = late(r"总\s*计|合\s*计|小\s*计|全\s*国|总\s*数")
_IN_ALL = late(r"[总合]\s*计")
_AMONG = late(r"\s*其中\s*[：:、]?\s*(?=\S{2})")
"""其中：采矿业: one of the rows that the row above sums up."""
_GENERIC = late(
    r"(?:数\s*值|指\s*标\s*值?|目标值?|规划值?|实绩值?|完成值?|现状值?|基期值?|预期值?|[到至]?年?[末底]?|数量|目\s*标|实\s*际|预\s*计)*"
)
_COUNTS = (
    (late(r"人数$|人口$"), "人"),
    (late(r"户数$"), "户"),
    (late(r"(?<![指系分基倍])数量?$"), "个"),
)
LONGEST_LABEL = 40
"""A label longer than this is a text, not a name."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: the words of its headings, their time, the unit they tell, how its figures changed, since
    when, and whether they are aims."""

    name: Phrase
    time: Time | None
    unit: str
    aim: bool
    change: Change
    baseline: Time | None = None

    @property
    def growth(self) -> bool:
        """Whether the figures are rates of growth, in per cent."""
        return self.change == "growth_rate"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column holds what. `label` is None where rows are named by their year; `owned`: rows are places or bodies
    and the headings say what is measured, under the table's `topic`."""

    label: int | None
    year: int | None
    unit: int | None
    kind: int | None
    owned: bool
    topic: Span | None
    columns: dict[int, _Column]

    @property
    def times(self) -> dict[int, Time | None]:
        """The times of the columns."""
        return {number: column.time for number, column in self.columns.items()}


def find_table_claims(article: Article) -> tuple[tuple[ClaimMention, ...], frozenset[int]]:
    """Claims of the tables in text order, and the numbers of the tables they were read from."""
    claims: list[ClaimMention] = []
    read: set[int] = set()
    for grid in grids(article):
        layout = _layout(article, grid)
        if layout is None:
            continue
        found = [claim for row in grid.body for claim in _row(article, grid, layout, row)]
        claims += found
        read.update({grid.number} if found else ())
    return tuple(claims), frozenset(read)


def _layout(article: Article, grid: Grid) -> _Layout | None:
    text = article.text
    heads = {c: "".join(text[a:b] for a, b in grid.over(c)) for c in sorted({c for row in grid.body for c in row})}
    cells = {c: [row[c] for row in grid.body if c in row] for c in heads}
    year = next((c for c in heads if all(bare_year(text, cell) for cell in cells[c])), None)
    unit = next((c for c, head in heads.items() if _UNIT.fullmatch(head) and _are_units(text, cells[c])), None)
    kind = next((c for c, head in heads.items() if _KIND.search(head)), None)
    figures = [c for c, h in heads.items() if c != year and not _NO_FIGURE.search(h) and _are_figures(text, cells[c])]
    figures = [c for c in figures if heads[c]]
    if not figures:
        return None
    before = [c for c in heads if c not in (*figures, unit, kind, year) and not _NO_FIGURE.search(heads[c])]
    label = _label_column(heads, [c for c in before if c < figures[0]] or before)
    if label is None and year is None:
        return None
    owned = label is not None and not _NAME.search(heads[label]) and _are_owners(text, heads[label], cells[label])
    columns = _columns(article, grid, figures)
    return _Layout(label, year, unit, kind, owned, _topic(text, grid.title), columns)


def _label_column(heads: dict[int, str], columns: Sequence[int]) -> int | None:
    """The column that names what the row is about: the innermost 指标 or 名称, else the one nearest to the figures."""
    named = [c for c in columns if _NAME.search(heads[c])]
    return (named or columns)[-1] if columns else None


def _are_units(text: str, cells: Sequence[Span]) -> bool:
    return sum(unit_parts(text[a:b]) is not None for a, b in cells) * 2 >= len(cells)


def _are_figures(text: str, cells: Sequence[Span]) -> bool:
    told = [cell for cell in cells if not is_blank(text, cell)]
    return bool(told) and sum(is_figure(text, cell) for cell in told) * 2 >= len(told)


def _are_owners(text: str, head: str, cells: Sequence[Span]) -> bool:
    places = [cell for cell in cells if not _TOTAL.search(text, *cell)]
    return bool(_OWNER.search(head)) or sum(bool(regions_in(text[a:b])) for a, b in places) * 2 >= len(places) > 0


def _topic(text: str, title: Span | None) -> Span | None:
    """What the table's title is about: 表1 某某学校招生计划表 → 某某学校招生."""
    if title is None:
        return None
    start = late(
        r"(?:附?[表件]|专栏)?\s*[0-9一二三四五六七八九]*(?:[-—.][0-9]+)?\s*[:：]?\s*(?:20[0-9]{2}年)?(?:[0-9]{1,2}(?:[-—–~～至][0-9]{1,2})?月份?)?"
    ).match(text, *title)
    core = Span(start.end() if start else title.start, title.end)
    tail = re.search(
        r"(?:主要|分年度|年度)?(?:情况|统计|分配|计划|目标|任务|汇总|明细|一览|指标|发展|财务|经济效益|完成)*表?(?:[（(][^（）()]*[）)])?$",
        text[core.start : core.end],
    )
    core = trim(text, Span(core.start, core.start + tail.start() if tail else core.end))
    return core if core.end - core.start > 1 else None


def _columns(article: Article, grid: Grid, figures: Sequence[int]) -> dict[int, _Column]:
    times = {c: _time(article, grid.over(c)) for c in figures}
    years = [t.year for t in times.values() if t is not None and t.year is not None]
    title = article.text[grid.title.start : grid.title.end] if grid.title else ""
    columns: dict[int, _Column] = {}
    for column in figures:
        path = grid.over(column)
        words = "".join(article.text[a:b] for a, b in path)
        name, unit = _heading(article, path)
        if (left := columns.get(column - 1)) and _PACE.fullmatch(article.text, *label_of(article.text, path[-1])[0]):
            columns[column] = _pace(left, unit, times[column], aim=bool(_AIM.search(words)))
            continue
        growth = bool(_GROWTH.search(words))
        time = times[column]
        spread = _span_of_years(times) if growth or _ADDED.search(words) else None
        aim = _is_aim(words, title, time, years, article.published)
        time = time or spread or _time(article, (grid.title,) if grid.title else ())
        columns[column] = _Column(name, time, unit, aim, "growth_rate" if growth else "level")
        if since := _OF_YEAR.search(words):
            year = next((year for cell in grid.over(column) for year in _times(article, cell)[1:]), None)
            compared = replace(columns[column], name=columns[figures[0]].name, baseline=year)
            columns[column] = replace(compared, unit="%", change="multiple") if since["share"] else compared
    return columns


def _pace(level: _Column, unit: str, time: Time | None, *, aim: bool) -> _Column:
    """How the figures of the column to the left moved: 营业收入 | 同比增长（%）; in its own unit where it tells one."""
    change: Change = "growth_rate" if unit in ("", "%", "％") else "increase_by"
    return replace(level, time=time or level.time, unit=unit, aim=aim, change=change)


def _heading(article: Article, path: Sequence[Span]) -> tuple[Phrase, str]:
    """The words of headings without years, units in brackets and words for figures as such (目标值); and the unit."""
    name: list[Span] = []
    unit = ""
    for span in path:
        core, told = label_of(article.text, span)
        unit = told or unit
        for time in find_times(article.text[core.start : core.end], article.published):
            at = core.start + time.span.end
            core = Span(at, core.end) if at < core.end else Span(core.start, core.start + time.span.start)
            break
        core = trim(article.text, core)
        if planned := _FOR.match(article.text, *core):
            core = Span(planned.end(), core.end)
        if not _GENERIC.fullmatch(article.text, *core) and bare_year(article.text, core) is None:
            name.append(core)
    return tuple(name), unit


def _time(article: Article, path: Sequence[Span]) -> Time | None:
    """The time that headings name; the innermost counts."""
    for cell in reversed(path):
        if year := bare_year(article.text, cell):
            return Time(cell, "year", year)
        if found := _times(article, cell):
            return found[0]
    return None


def _times(article: Article, cell: Span) -> list[Time]:
    """The times that a cell names."""
    found = find_times(article.text[cell.start : cell.end], article.published)
    return [replace(t, span=Span(t.span.start + cell.start, t.span.end + cell.start)) for t in found]


def _span_of_years(times: dict[int, Time | None]) -> Time | None:
    """年均增速 beside 2020年 and 2025年 speaks of the years between."""
    dated = sorted((t for t in times.values() if t is not None and t.year is not None), key=lambda t: t.year or 0)
    if len(dated) < 2 or dated[0].year is None or dated[-1].year is None:
        return dated[-1] if dated else None
    return replace(dated[-1], kind="period", period=(dated[0].year + 1, dated[-1].year))


def _is_aim(words: str, title: str, time: Time | None, years: Sequence[int], published: date | None) -> bool:
    ahead = time is not None and published is not None and (time.year or 0) > published.year
    if _AIM.search(words) or ahead:
        return True
    if _DONE.search(words) or (time is not None and published is not None and (time.year or 0) < published.year):
        return False
    if time is None or len(years) == 1:
        return bool(years and time is None) or bool(_AIM.search(title))
    return (time.year or 0) > min(years, default=0)


def _row(article: Article, grid: Grid, layout: _Layout, cells: Row) -> Iterator[ClaimMention]:
    text = article.text
    named = _named(text, layout, cells)
    if named is None:
        return
    label, unit_text = named
    if not unit_text and layout.unit in cells:
        unit_text = text[cells[layout.unit].start : cells[layout.unit].end]
    kind = text[cells[layout.kind].start : cells[layout.kind].end] if layout.kind in cells else ""
    binding = True if "约束" in kind else False if "预期" in kind or "指导" in kind else None
    time = _time(article, (cells[layout.year],)) if layout.year in cells else None
    for number, column in layout.columns.items():
        quantity = figure_of(text, cells[number]) if number in cells else None
        metric, subject = _metric(text, layout, label, column)
        if quantity is None or not metric:
            continue
        unit = "%" if column.growth else unit_text or column.unit or grid.unit or _counted(text, metric)
        quantity = with_unit(quantity, unit)
        summed = _span_of_years(layout.times) if _is_sum(text, cells[number]) else None
        if not (quantity.unit or column.time or time):
            continue
        claim = _claim(text, quantity, metric, replace(column, time=summed or time or column.time))
        span = Span(min(label.start, quantity.span.start), max(label.end, quantity.outer.end))
        yield replace(claim, span=span, subject=subject, binding=binding if column.aim else None)


def _is_sum(text: str, cell: Span) -> bool:
    """〔18〕 and [18] are sums over the years of the plan."""
    return text[cell.start] in "〔[［"


def _named(text: str, layout: _Layout, cells: Row) -> tuple[Span, str] | None:
    """What names a row, with the unit in brackets behind it; a label to the left counts where the row lacks its own."""
    column = layout.year if layout.label is None else layout.label
    at = max((c for c in cells if column is not None and c <= column and c not in layout.columns), default=None)
    if at is None or cells[at].end - cells[at].start > LONGEST_LABEL:
        return None
    label, unit = label_of(text, cells[at])
    among = _AMONG.match(text, *label)
    return (Span(among.end(), label.end) if among else label), unit


def _metric(text: str, layout: _Layout, label: Span, column: _Column) -> tuple[Phrase, Span | None]:
    """What a figure measures and whose it is."""
    in_all = column.name and _IN_ALL.fullmatch(text, *label)
    if layout.label is not None and not layout.owned and not in_all:
        told = column.name and text[column.name[-1].end - 1] == text[label.end - 1]
        return (label, *(() if told else column.name)), None
    subject = None if layout.label is None or _TOTAL.search(text, *label) else label
    topic = layout.topic
    if topic and column.name:
        again = text.find(text[column.name[0].start : column.name[0].start + 2], topic.start, topic.end)
        topic = trim(text, Span(topic.start, again)) if again >= 0 else topic
    return (*((topic,) if topic and topic.end > topic.start else ()), *column.name), subject


def _counted(text: str, metric: Phrase) -> str:
    """The unit that the name itself tells: 人数."""
    words = "".join(text[a:b] for a, b in metric)
    return next((unit for pattern, unit in _COUNTS if pattern.search(words)), "")


def _claim(text: str, quantity: Quantity, metric: Phrase, column: _Column) -> ClaimMention:
    status: Status = "target" if column.aim else "observed"
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
