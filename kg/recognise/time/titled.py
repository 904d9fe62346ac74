"""Times that the title of a paper tells of: what 《甲省“十四五”规划》提出 aims at is due in its five years, and
《2023年统计公报》 tells of that year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kg.model import Span
from kg.pattern import late
from kg.recognise.time.period import Time
from kg.recognise.time.years import PLAN, YEAR, five_years

_PLAN = late(
    rf"(?P<title>《(?=[^《》\n]{{0,40}}(?:规划|计划|方案|纲要|意见))[^《》，。\n]{{0,40}}?(?:(?P<plan>{PLAN})"
    rf"|(?P<first>{YEAR})年?[—–－~～至-]+(?P<last>{YEAR})年)[^《》\n]{{0,40}}》)(?:[（(][^（）()\n]{{2,24}}[）)])?"
    r"(?:[^，。；《》\n]{0,8}(?:发布|印发|出台|公布|实施)，)?(?=[^，。；《》\n]{0,4}?(?:提出|明确|要求|部署|确定|规定))"
)
"""《甲县教育发展“十三五”计划》提出, 《乙市行动方案（2021—2023年）》日前印发，明确."""
_REPORT = late(
    rf"《[^《》，。\n]{{0,8}}?(?P<year>{YEAR})年?(?!.?政府工作)[^《》，。\n]{{0,30}}?(?:(?:公报|年报|年度报告)|(?P<own>报告|年鉴|白皮书|蓝皮书))》"
)
"""《2023年甲省水资源状况公报》, 《甲业2023年报告》: figures behind it are of that year; those of a report (`own`) that
bears the year it is published in are of the year before."""
_YEARLY = late(
    rf"(?P<title>《[^《》，。\n]{{0,20}}?(?P<year>{YEAR})年[^《》，。\n]{{2,30}}(?:计划|方案|要点|清单|安排)》)(?:[（(][^（）()\n]{{2,24}}[）)])?"
    r"(?=[^，。；《》\n]{0,6}(?:提出|明确|要求|部署|确定|规定|安排)|，(?:安排|计划|将|提出|明确|确定))"
)
"""《甲市2030年重点项目建设计划》，安排项目120个: what a year's plan holds is of that year."""
LONGEST = 6
"""Longest stretch of years whose aims are due in it."""


def with_titled(text: str, times: Sequence[Time], published: date | None) -> tuple[Time, ...]:
    """The times of a text and those its titles tell of, in order.

    >>> [(t.year, t.period) for t in with_titled("《甲县“十三五”计划》提出，建成5所", (), date(2017, 2, 1))]
    [(2020, (2016, 2020))]
    """
    if text.find("》") < 0:
        return tuple(times)
    return tuple(sorted((*times, *_find(text, published)), key=lambda time: time.span.start))


def _find(text: str, published: date | None) -> Iterator[Time]:
    for match in _PLAN.finditer(text):
        first, last = five_years(match["plan"]) if match["plan"] else (int(match["first"]), int(match["last"]))
        ahead = published is None or published.year <= last
        if ahead and first < last < first + LONGEST:
            yield Time(Span(*match.span("title")), "future", last, (first, last))
    for match in _YEARLY.finditer(text):
        year = int(match["year"])
        if published is None or published.year <= year:
            yield Time(Span(*match.span("title")), "future", year)
    for match in _REPORT.finditer(text):
        year = int(match["year"])
        if published is None or year + bool(match["own"]) <= published.year:
            yield Time(Span(*match.span()), "year", year)
