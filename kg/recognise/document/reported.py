"""The year that news report on: told in January, 12月物价公布 speaks of the December before, and so do its figures.

So do those of news on a report of the year before: 《2020年湿地公报》发布, told in June of 2021.
"""

from __future__ import annotations

import re
from datetime import date

from kg.model import Article
from kg.pattern import late
from kg.recognise.document.now import year_of_bulletin
from kg.recognise.time.dating import SPRING
from kg.recognise.time.period import find_times

SOON = 2
"""News on the year before are told up to this month."""
_JANUARY = late(r"(?<![0-9])1月份?(?![0-9]{1,2}日|[底末])")
FEBRUARY = 2
"""In this month the figures of January are told."""
OPENING = 200
LEAD = 400
"""Characters at the beginning of news within which they name the report they are about."""
_SPEAKS = late(r"[一二三四0-9]月|季度|年")
_AHEAD = late(r"今年|明年|展望|预[计测期]|目标|将")
_KIND = r"(?:公报|年报|年度报告|年鉴|白皮书|蓝皮书)"
_HEADED = late(rf"{_KIND}|去年")
_REPORT = late(rf"《[^《》\n]{{0,12}}?(?P<year>20[0-9]{{2}})年?(?:度)?[^《》\n]{{2,24}}?{_KIND}》")
"""《2020年湿地公报》, 《甲省2020年度湿地公报》: a report on the year that it names."""
_ISSUED = late(
    rf"(?:发布|公布|印发)了?《?(?P<year>20[0-9]{{2}})年度?[^，。；《》\n]{{2,24}}?(?:{_KIND}|公告)(?=[》，。；]|$)"
)
"""发布2020年湿地统计公告: the same where the headline tells of that year."""


def year_reported(article: Article) -> int | None:
    """The year of a bulletin, or the one before publication where the headline tells of no other, or the text is about
    a report on it.

    >>> from datetime import date
    >>> from kg.model import Header
    >>> news = Article("", "", (), (Header("title", "12月物价涨幅回落"),), published=date(2022, 1, 12))
    >>> year_reported(news)
    2021
    """
    if own := year_of_bulletin(article):
        return own
    title, day = article.header("title") or "", article.published
    if day is None or _AHEAD.search(title):
        return None
    if _HEADED.search(title) and _is_about_report(article, title, day):
        return day.year - 1
    if f"{day.year - 1}年" in title and _is_about_report(article, title, day, _ISSUED):
        return day.year - 1
    if day.month <= SPRING and _tells_of_year_before(article.text, day.year - 1):
        return day.year - 1
    if day.month > SOON or not _SPEAKS.search(title):
        return None
    times = [time for time in find_times(title, day) if time.kind in ("month", "year")]
    return day.year - 1 if {time.year for time in times} == {day.year - 1} else None


_NOW = late(r"今年|本月|目前|当前|如今|现在|眼下|截至|近日|日前|近期|明年|未来|将(?![军近])|计划|预计|目标|现有")
_OTHER = late(r"(?<![0-9])20[0-9]{2}(?=年)|[0-9]月")


def _tells_of_year_before(text: str, year: int) -> bool:
    """Whether news told in spring open with the year before, ahead of all figures, and tell of no other time."""
    at = text.find(f"{year}年", 0, OPENING)
    if at < 0 or any(character.isdigit() for character in text[:at]) or _NOW.search(text):
        return False
    return {found[0] for found in _OTHER.finditer(text)} == {str(year)}


def _is_about_report(article: Article, title: str, day: date, report: re.Pattern[str] = _REPORT) -> bool:
    """Whether the headline tells of no year but the one before, and the opening names a report on that year alone."""
    if any(time.year not in (None, day.year - 1) for time in find_times(title, day)):
        return False
    named = report.finditer(f"{title}\n{article.text[:LEAD]}")
    return {int(found["year"]) for found in named} == {day.year - 1}


def year_before(article: Article, year: int | None) -> int | None:
    """The year of the month before the one reported on, at whose figure a change began (由下降1%转为上涨2%)."""
    if year is None or article.published is None or article.published.month != FEBRUARY:
        return year
    opening = f"{article.header('title') or ''}\n{article.text[:OPENING]}"
    return year - 1 if _JANUARY.search(opening) else year
