"""Columns of figures in a table: what their headings say of time, unit, change and aim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kg.model import Article, Change, Span
from kg.pattern import late
from kg.recognise.figure.cell import label_of
from kg.recognise.figure.grid import Grid, bare_year
from kg.recognise.syntax.phrase import Phrase, trim
from kg.recognise.time.period import Time, find_times
from kg.recognise.time.years import PLAN, five_years

_AIM = late(r"目标|规划|计划|任务|安排")
_DONE = late(r"现状|实际|完成|实[绩现]|现值|进展|进度|执行")
_BASE = late(r"基[期准数]|现状值?$")
"""规划基期年 stands for what was, though it tells of the plan."""
_GROWTH = late(r"年均|增速|增长(?!极)|[同环]比")
_SUMS = late("累计")
"""年均/累计: each row has the one or the other."""
_PACE = late(
    r"(?:与?(?:同比|环比|[比较](?:上年|去年|上月|上季度?)(?:同[期月])?)(?:相比)?|[与比较](?:多年平均值?|常年(?:同期)?)(?:相?比较?)?)(?:增[长减速幅]|变[化动]|涨跌|升降)?(?:幅度?|[率%±+])*"
)
"""A heading that tells only how the figures to its left moved: 同比增长, 比上年增减±%."""
_GROWN = late(r"增[长减速幅](?:率|速度|幅度)?")
"""2023年预计 | 2023年增长%: so do these words, of the same year."""
_YEARLY = late(r"[〔\[（(]?(?:(?:年均|平均|年平均)增[长速幅](?:率|速度)?|[/／或、与（(〔\[]|累计|年均|[）)〕\]])*")
_OF_YEAR = late(r"[为比](?:19|20)[0-9]{2}年?的?(?P<share>百分[比数])?")
"""1957年为1952年的百分比: how many times as much, in per cent; 2015年比2010年增长."""
_FOR = late("(?:计划|规划|实际|预计|预期|目标)(?=[产总数])")
_AMONG = late(r"其中[：:]?(?=\S{2})")
_ADDED = late(r"新增|扩|累计|增量|增减|[总合]\s*计")
_GENERIC = late(
    r"(?:数\s*值|指\s*标\s*值?|(?:目标|规划|实[绩现]|完成|现状|基期|预期|计划|实际)[值量数]?|绝对[量值数额]|基数|任务|安排|情况|数量|年度"
    r"|[到至]?年?[末底]?|预\s*计|本[月季年]|止|年均|累计|[总合]\s*计|[与和及、/／〔〕（）()\[\]\s])*"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: the words of its headings, their time, the unit they tell, how its figures changed, since
    when, and whether they are aims. `mixed`: rows have a growth a year, or what it comes to in all."""

    name: Phrase
    time: Time | None
    unit: str
    aim: bool
    change: Change
    baseline: Time | None = None
    mixed: bool = False

    @property
    def growth(self) -> bool:
        """Whether the figures are rates of growth, in per cent."""
        return self.change == "growth_rate"


def columns_of(article: Article, grid: Grid, figures: Sequence[int]) -> dict[int, Column]:
    """The columns with these numbers, from left to right."""
    times = {c: _time(article, grid.over(c)) for c in figures}
    aims = _Aims(article, grid, times)
    dated = [(time, aims.of(grid.over(c), time, dated=True)) for c, time in times.items() if time]
    columns: dict[int, Column] = {}
    for column in figures:
        path = grid.over(column)
        words = "".join(article.text[a:b] for a, b in path)
        name, unit = _heading(article, path)
        alone = len(columns) == 1
        if (left := columns.get(column - 1)) and _goes_with(article, left, path, times[column], alone=alone):
            columns[column] = _pace(left, unit, times[column], aim=aims.stated(path) or left.aim)
            continue
        time = times[column]
        if left and not unit and not name and time is not None and time.kind == "month":
            columns[column] = replace(left, time=time)
            continue
        growing = _GROWTH.search(words) is not None
        mixed = growing and _SUMS.search(words) is not None
        growth = growing and not mixed
        spread = _span_of_years(dated) if growth or _ADDED.search(words) else None
        time = time or spread
        aim = aims.of(path, time, dated=times[column] is not None)
        time = time or (_time(article, (grid.title,)) if grid.title else None) or _year_of(article, grid.heading)
        columns[column] = Column(name, time, unit, aim, "growth_rate" if growth else "level", mixed=mixed)
        if since := _OF_YEAR.search(words):
            year = next((year for cell in path for year in _times(article, cell)[1:]), None)
            compared = replace(columns[column], name=columns[figures[0]].name, baseline=year)
            columns[column] = replace(compared, unit="%", change="multiple") if since["share"] else compared
    return columns


def time_of(article: Article, cell: Span) -> Time | None:
    """The time that a cell names."""
    return _time(article, (cell,))


def sum_time(columns: dict[int, Column]) -> Time | None:
    """The years over which 〔18〕 is a sum: those behind the first column's, up to the last one's."""
    return _span_of_years([(column.time, column.aim) for column in columns.values() if column.time])


def _year_of(article: Article, heading: Span | None) -> Time | None:
    """The one year of the heading that the table stands under."""
    time = _time(article, (heading,)) if heading else None
    return time if time is not None and time.kind == "year" else None


def _goes_with(article: Article, left: Column, path: Sequence[Span], time: Time | None, *, alone: bool) -> bool:
    """Whether a column tells how the figures of the one to its left moved, which may stand `alone` there."""
    core, _ = label_of(article.text, path[-1])
    if _PACE.fullmatch(article.text, *core):
        return True
    same = alone if time is None else left.time is not None and time.year == left.time.year
    return same and not left.growth and _GROWN.fullmatch(article.text, *_untimed(article, core)) is not None


def _pace(level: Column, unit: str, time: Time | None, *, aim: bool) -> Column:
    """How the figures of the column to the left moved: 营业收入 | 同比增长（%）; in its own unit where it tells one."""
    change: Change = "growth_rate" if unit in ("", "%") else "increase_by"
    return replace(level, time=time or level.time, unit=unit, aim=aim, change=change)


def _heading(article: Article, path: Sequence[Span]) -> tuple[Phrase, str]:
    """The words of headings without years, units in brackets and words for figures as such (目标值); and the unit."""
    name: list[Span] = []
    unit = ""
    for span in path:
        core, told = label_of(article.text, span)
        unit = told or unit
        core = _untimed(article, core)
        if among := _AMONG.match(article.text, *core):
            core = Span(among.end(), core.end)
        if planned := _FOR.match(article.text, *core):
            core = Span(planned.end(), core.end)
        as_such = any(words.fullmatch(article.text, *core) for words in (_GENERIC, _YEARLY, _PACE))
        if not as_such and bare_year(article.text, core) is None:
            name.append(core)
    return tuple(name), unit


def _untimed(article: Article, core: Span) -> Span:
    """The words of a heading behind its time, or before it where nothing stands behind."""
    for time in _times(article, core):
        behind = Span(time.span.end, core.end)
        return trim(article.text, behind if behind.start < core.end else Span(core.start, time.span.start))
    opened = _OPENS.match(article.text, *core)
    return trim(article.text, Span(opened.end(), core.end) if opened else core)


def _time(article: Article, path: Sequence[Span]) -> Time | None:
    """The time that headings name; the innermost counts."""
    for cell in reversed(path):
        if year := bare_year(article.text, cell):
            return Time(cell, "year", year)
        if found := _times(article, cell):
            return found[0]
        if opened := _OPENS.match(article.text, *cell):
            return Time(Span(*opened.span("year")), "year", int(opened["year"]))
        if planned := _PLAN.search(article.text, *cell):
            years = five_years(planned["plan"])
            return Time(Span(*planned.span()), "period", years[1], years) if years else None
    return None


_PLAN = late(f'[“"]?(?P<plan>{PLAN})[”"]?')
"""“十四五”高标准农田建设任务: a title names the plan, and no time by itself."""
_OPENS = late(r"\s*(?P<year>(?:19|20)[0-9]{2})年?(?=[\u4e00-\u9fff])")
"""2020年基数: a heading opens with its year, whatever follows."""


def _times(article: Article, cell: Span) -> list[Time]:
    """The times that a cell names."""
    found = find_times(article.text[cell.start : cell.end], article.published)
    return [replace(t, span=Span(t.span.start + cell.start, t.span.end + cell.start)) for t in found]


def _span_of_years(dated: Sequence[tuple[Time, bool]]) -> Time | None:
    """年均增速 beside 2020年 and 2025年 speaks of the years between, and of the first where that is an aim, too."""
    told = sorted(((t.year, aim, t) for t, aim in dated if t.year is not None), key=lambda each: each[0])
    if len(told) < 2:
        return told[-1][2] if told else None
    (first, aimed, _), (last, _, time) = told[0], told[-1]
    return replace(time, kind="period", period=(first + (not aimed), last))


class _Aims:
    """Which columns hold aims, told from the headings, the years beside each other and the day of publication."""

    def __init__(self, article: Article, grid: Grid, times: dict[int, Time | None]) -> None:
        self.text = article.text
        self.published: date | None = article.published
        title = article.text[grid.title.start : grid.title.end] if grid.title else ""
        self.titled = bool(_AIM.search(title)) and not _DONE.search(title)
        self.years = sorted({t.year for t in times.values() if t is not None and t.year is not None})
        self.told = any(self._told(grid.over(column)) for column in times)
        self.any = any(self.of(grid.over(c), time, dated=True) for c, time in times.items() if time is not None)

    def stated(self, path: Sequence[Span]) -> bool:
        """Whether the headings themselves say so."""
        return bool(self._told(path))

    def of(self, path: Sequence[Span], time: Time | None, *, dated: bool) -> bool:
        """Whether the figures under these headings are aims. A column that is not `dated` goes with the others."""
        now = self.published.year if self.published else None
        ahead = time is not None and now is not None and (time.year or 0) > now
        told = self._told(path)
        if told is not None or ahead:
            return ahead if told is None else told
        if time is not None and now is not None and (time.year or 0) < now:
            return False
        if not dated and self.years:
            return self.any
        return self._follows(time.year, now) if time is not None and time.year and self.years[1:] else self.titled

    def _told(self, path: Sequence[Span]) -> bool | None:
        """What the innermost heading with a word for it says; 现状与目标 says both, and nothing."""
        for cell in reversed(path):
            if _BASE.search(self.text, *cell):
                return False
            aim, done = _AIM.search(self.text, *cell), _DONE.search(self.text, *cell)
            if bool(aim) != bool(done):
                return bool(aim)
        return None

    def _follows(self, year: int, now: int | None) -> bool:
        """2020年 | 2025年: what stands behind the first gap lies ahead; 2024年 | 2025年 | 2026年 are a programme where
        the table goes on beyond the day of publication or its title says so."""
        if now is not None:
            return year + 1 in self.years
        gap = next((last for last, after in pairwise(self.years) if after > last + 1), None)
        return year > gap if gap is not None else self.titled and not self.told
