"""Days: 10月27日, 2021年9月22日, 今天（10月27日）, 昨天, 记者26日, 26号发布, against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.lexicon.scan import opened_by
from kg.model import Span

_DAY = opened_by(
    r"\s0-9今本去当昨前日近最上同周星",
    r"(?:(?P<year>(?:19|20)[0-9]{2})\s*年|(?P<this>今年|本年)|(?P<last>去年))?\s*(?:(?P<month>1[0-2]|0?[1-9])\s*月|(?P<same>本月|当月))?"
    r"(?P<range>[0-9]{1,2}[日]?[至到—－~-])?(?<![0-9.])(?P<day>3[01]|[12][0-9]|0?[1-9])(?:日(?!元|本|报|均|前|内|以|后|起|电价|至|产|照|常|志)|(?:(?<=月[0-9])|(?<=月[0-9][0-9]))号(?!线|楼|院|文)|号(?=[上下]午|在|正式|联合|发布|公布|印发|出台|举行|召开|宣布|\Z))"
    r"|(?P<word>今天(?!的[一-鿿]{1,4}，)|今日|今早|昨天|昨日|前天|(?<![目此当之年月日以期提空从先生])前日(?![本均常益])|昨晚|今晚)|(?P<weeks>本|上)?(?:周|星期)(?P<weekday>[一二三四五六日天])(?![至到、—年岁—~-])|(?P<same_day>同一天|同日)|(?P<vague>日前|近日|近期|最近|前不久|[本上]月(?![0-9])"
    r"|(?:(?:19|20)[0-9]{2}年|[今去本]年)(?:1[0-2]|[1-9])月份?(?![0-9~至到—-]))",
    second=r"\s0-9到至—－~天年当日号早晚月期本近前不一二三四五六周星-",
)
_OFFSET = {"今": 0, "昨": -1, "前": -2}
_NEAR = 2500
"""How many characters up the day stands that 同一天 points back to."""
_AHEAD = timedelta(days=45)
"""A day without a year lies at most this far after the day of publication; else last year's is meant."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; `date` is None for 日前, 近日 and a bare month (去年11月), and where nothing tells the year."""

    span: Span
    date: date | None


def find_days(text: str, start: int, end: int, published: date | None) -> tuple[Day, ...]:
    """Days named in `text[start:end]`, in order. 今天（10月27日） gives both.

    >>> [d.date.isoformat() for d in find_days("昨天（3日）发布，12月15日印发", 0, 16, date(2022, 3, 4))]
    ['2022-03-03', '2022-03-03', '2021-12-15']
    """
    days: list[Day] = []
    for match in _DAY.finditer(text, start, end):
        if match["weekday"] and days and text[days[-1].span.end : match.start()] in ("（", "("):
            continue  # 1月13日（星期一）
        day = _same(text, match.start(), days, published) if match["same_day"] else _resolve(match, published)
        days.append(Day(Span(*match.span()), day))
    return tuple(days)


def _same(text: str, at: int, days: Sequence[Day], published: date | None) -> date | None:
    """The day that 同一天 at `at` points back to: the last one before it, of the `days` found already or further up."""
    before = days or find_days(text, max(0, at - _NEAR), at, published)
    return before[-1].date if before else None


def _resolve(match: re.Match[str], published: date | None) -> date | None:
    if match["vague"] or (published is None and not match["year"]):
        return None
    if match["weekday"] and published:
        return _of_week(match, published)
    if published is None or match["year"]:
        return _valid(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
    if match["word"]:
        return published + timedelta(days=_OFFSET[match["word"][0]])
    day = int(match["day"])
    if not match["month"]:
        return _in_month(day, published)
    year = published.year - 1 if match["last"] else published.year
    named = _valid(year, int(match["month"]), day)
    if named and named > published + _AHEAD and not match["this"]:
        return _valid(year - 1, named.month, named.day)
    return named


_WEEK = "一二三四五六日"


def _of_week(match: re.Match[str], published: date) -> date:
    """The last such day up to publication; 上周三 is of the week before."""
    weekday = _WEEK.index(match["weekday"].replace("天", "日"))
    if match["weeks"] == "上":
        return published - timedelta(days=published.weekday() + len(_WEEK) - weekday)
    return published - timedelta(days=(published.weekday() - weekday) % len(_WEEK))


def _in_month(day: int, published: date) -> date | None:
    """The last day of this number up to the day after publication: 记者27日了解到."""
    named = _valid(published.year, published.month, day)
    if named and named <= published + timedelta(days=1):
        return named
    before = published.replace(day=1) - timedelta(days=1)
    return _valid(before.year, before.month, day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
