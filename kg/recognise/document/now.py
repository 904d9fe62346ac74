"""The day an undated document speaks on: 今年, 去年 and 过去一年 are counted from it.

A signature or a number (国办函〔2005〕21号) tells it, or what the document says of its year: it reviews 2013年 in 2014.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from kg.model import Article
from kg.pattern import late
from kg.recognise.document.clue import LOOKS_BACK, month_told, year_told
from kg.recognise.document.title import signed_day
from kg.recognise.time.day import find_days
from kg.recognise.time.period import find_plans
from kg.recognise.time.years import TERM, YEAR

TOP = 12
"""How many blocks from the top may hold the number."""
LONGEST_LINE = 60
_NUMBER = late(r"[〔\[（(]\s*((?:19|20)[0-9]{2})\s*[〕\]）)]\s*(?:第?\s*)?[0-9]+\s*号$")
_FROM_BASE = late(rf"[比由从]({YEAR})年")
_FIVE_AHEAD = late(
    r"(?:今后|未来)的?五年|五年内|做好这五年的?工作|五年计划(?:时期|期间)，?是[^。；\n]{2,40}的?(?:关键|重要)(?:时期|阶段)"
)
_DUE = late(rf"(?<!年)[到至]({YEAR})年(?=[^。；\n]{{0,40}}?(?:[0-9]|达到))")
"""到一九五七年达到165万亩; but 1953年到1980年 is past, and 到2020年全面建成小康社会 lies beyond the five years."""
MOST_BASED = 3
"""So often a plan names the year that it measures by, or the last of its own."""


def find_now(article: Article) -> date | None:
    """The day of publication, of the signature, or in the year that the text says it is; None where nothing tells.

    >>> find_now(Article("", "一、2013年工作回顾\\n过去一年，…\\n二、2014年工作总体部署", ()))
    datetime.date(2014, 3, 1)
    """
    if reported := year_of_bulletin(article):
        return date(reported, 12, 31)
    if day := dated_day(article):
        return day
    told = year_of_report(article) or year_told(article.text)
    if told:
        return date(told, month_told(article.text), 1)
    plan = plan_ahead(article.text)
    return date(plan[0], 1, 1) if plan else _day_of_news(article.text)


def dated_day(article: Article) -> date | None:
    """The day of publication or of the signature, or the end of the year in the number (国办函〔2005〕21号)."""
    day = article.published or signed_day(article)
    if day is None and (numbered := _numbered(article)):
        return date(numbered, 12, 31)
    return day


_WORK_REPORT = late(
    rf"(?P<year>{YEAR})年[^，。；：\n]{{0,12}}政府工作报告|政府工作报告[\s\u3000]*[（(](?P<aside>{YEAR})年?[）)]"
    rf"|[\s—–-]*(?P<given>{YEAR})年[0-9]{{1,2}}月[0-9]{{1,2}}日在[^，。；：\n]{{2,30}}人民代表大会[^，。；：\n]{{0,16}}会议上\s*"
)


_BULLETIN = late(
    rf"\s*(?![^\n]*(?:发布|公布|印发|解读))[^，。；：\n《》0-9]{{0,16}}(?P<year>{YEAR})年度?(?!至|[—~～-])[^，。；：\n《》0-9]{{2,30}}"
    r"(?:公报|统计年报|年度报告|年度统计报告)\s*"
)


def year_of_bulletin(article: Article) -> int | None:
    """The year that a bulletin reports on, which its own title names: 甲市2023年渔业统计公报.

    It is out in the spring after, and speaks of 全年, 年末 and 上年 as at the end of that year.
    """
    return _year_titled(article, _BULLETIN, 2)


def year_of_report(article: Article) -> int | None:
    """The year in which a work report was given: 2019年政府工作报告, 政府工作报告（2019年）, ——2019年3月4日在…会上."""
    return _year_titled(article, _WORK_REPORT, TOP)


def _year_titled(article: Article, title: re.Pattern[str], most: int) -> int | None:
    """The year in the document's title where that is of the form, or in one of so many short lines at its top."""
    told = article.header("title")
    lines = [told] if told else _short_lines(article)[:most]
    found = next((match for line in lines if (match := title.fullmatch(line))), None)
    return int(found[found.lastgroup or 0]) if found else None


_NEWS = late(
    rf"(?P<day>{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日)(?![起前—至到~－-])[^。；\n]{{0,50}}?(?:印发|发布|公布|举行|召开|举办|出台)"
)
_SPOKEN = late("[今去]年|日前|近日|目前|上半年|当前")


def _day_of_news(text: str) -> date | None:
    """The last day on which something was issued or held, in a text that counts from its own (去年, 日前)."""
    if not _SPOKEN.search(text):
        return None
    days = (day.date for m in _NEWS.finditer(text) for day in find_days(text, *m.span("day"), None))
    return max((day for day in days if day), default=None)


def plan_ahead(text: str) -> tuple[int, int] | None:
    """The five years that an undated plan speaks of (五年内): those after the year that it measures by (到1990年…，
    比1985年增长), those of the plan it names (of several the one that ends with a deadline), or those up to its only
    deadline."""
    if not _FIVE_AHEAD.search(text) or LOOKS_BACK.search(text):
        return None
    bases = Counter(int(m[1]) for m in _FROM_BASE.finditer(text))
    base, times = bases.most_common(1)[0] if bases else (0, 0)
    ends = text.count(f"{base + 5}年")
    if base and base % TERM == 0 and ends and max(times, ends) >= MOST_BASED:
        return base + 1, base + TERM
    due = {int(m[1]) for m in _DUE.finditer(text)}
    if named := [years for _, years in find_plans(text)]:
        return next((years for years in named if years[1] in due), named[0])
    last = due.pop() if len(due) == 1 else 0
    return (last - TERM + 1, last) if last else None


def _numbered(article: Article) -> int | None:
    """The latest year of a number at the top."""
    found = (_NUMBER.search(line) for line in _short_lines(article))
    return max((int(number[1]) for number in found if number), default=None)


def _short_lines(article: Article) -> list[str]:
    """Lines at the top that may hold a title or a number."""
    blocks = article.blocks[:TOP]
    return [article.text[b.start : b.end] for b in blocks if b.end - b.start <= LONGEST_LINE]
