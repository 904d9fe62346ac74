"""The day an undated document speaks on: 今年, 去年 and 过去一年 are counted from it.

A signature or a number (国办函〔2005〕21号) tells it, or what the document says of its year: it reviews 2013年 in 2014.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from kg.model import Article
from kg.pattern import late
from kg.recognise.day import find_days
from kg.recognise.period import find_plans
from kg.recognise.title import signed_day
from kg.recognise.years import PLAN, TERM, YEAR, five_years, parse_year

MARCH = 3
"""Reports on a year are given in the spring after it."""
TOP = 12
"""How many blocks from the top may hold the number."""
LONGEST_LINE = 60
_NUMBER = late(r"[〔\[（(]\s*((?:19|20)[0-9]{2})\s*[〕\]）)]\s*(?:第?\s*)?[0-9]+\s*号$")
_REVIEWED = late(
    rf"(?:^|[\n、.．)）“])[\s\u3000]*({YEAR})年(?:度|以来)?[^。，；\n]{{0,12}}(?:回顾|总结)|过去的?({YEAR})年|回顾({YEAR})年"
    rf"|({YEAR})年[，是][^。；\n]{{0,60}}(?:取得|不平凡|不寻常|难忘|非凡|胜利|丰收)[^。；，\n]{{0,16}}一年(?=[，。；])"
)
_PLANNED = late(
    rf"(?:^|[\n、.．)）和与])[\s\u3000]*({YEAR})年[的，]?[^。，；\n]{{0,10}}"
    r"(?:总体(?:要求|部署|思路|安排)|主要(?:任务|目标|工作)|重点(?:工作|任务)|工作(?:任务|安排|重点|部署|建议|打算)|奋斗目标|预期目标|(?:预算|计划)(?:草案)?[）)]?[\s\u3000]*(?:\n|$))"
    rf"|今年[（(]({YEAR})年?[）)]"
)
IN_COURSE = r"，?是(?![^。；\n]*(?:取得|不平凡|丰收|成就))[^。；\n]{0,80}"
"""2013年 | 是实施…规划的 | 关键一年: said of a year that is not summed up yet."""
_IN_COURSE = late(rf"({YEAR})年{IN_COURSE}(?:第一年|头一年|最后一年|关键(?:性的?)?一年|(?<!凡)(?<!寻常)(?<!收)之年)")
"""2013年是实施…规划的关键一年: a year that the text looks forward to."""
_THIS_YEAR = late(
    rf"今年是[^。；\n]{{0,60}}?[“\"](?P<plan>{PLAN})[”\"][^。，；\n]{{0,12}}?(?:(?P<first>开局|起步|[第头]一年)|最后一年|收官)"
)
"""今年是“十二五”规划的最后一年."""
_GREW = late(rf"[由从]({YEAR})年[^。；\n]{{1,30}}?[到至为]({YEAR})年")
"""由1997年的5000元增加到2002年的7000元."""
_FIVE_BACK = late("(?<![十后来这下个])(?<![后来]的)五年(?:(?:来|间|里)?[，的]|累计)|这五年(?:来|间|里|，)")
"""过去五年的工作, 五年来，; 今后五年， and 做好这五年的工作 look ahead."""
_LOOKS_BACK = late(r"去年|过去的?[一二三四五]年|[四五]年来|上年")
_LAST_YEAR = late("去年|上年")
_TOLD_OF = late(
    rf"(?<![到至自从比较于由为是同与])(?<!要求)(?<!争取)(?<!计划)(?<!规定的)({YEAR})[ \u3000]?年"
    r"(?!代|以来|起|不变价|[^。\n]{0,6}[前后])(?=(?P<rest>[^。；\n]{0,24}))"
)
_AIMED = late(r"今年|计划|将|(?<![主重])要|安排|预算|草案|争取|力争|任务")
LEAST = 2
"""So often a year is told of that is taken for the year before, where nothing else tells and it is not the only one."""
_FROM_BASE = late(rf"[比由从]({YEAR})年")
_FIVE_AHEAD = late("(?:今后|未来)的?五年|五年内")
_DUE = late(rf"(?<!年)[到至]({YEAR})年(?=[^。；\n]{{0,40}}?(?:[0-9０-９]|达到))")
"""到一九五七年达到165万亩; but 1953年到1980年 is past, and 到2020年全面建成小康社会 lies beyond the five years."""
MOST_BASED = 3
"""So often a plan names the year that it measures by, or the last of its own."""
_BESIDE = late(rf"({YEAR})年[^。；\n到至]{{0,40}}，今年")


def find_now(article: Article) -> date | None:
    """The day of publication, of the signature, or in the year that the text says it is; None where nothing tells.

    >>> find_now(Article("", "一、2013年工作回顾\\n过去一年，…\\n二、2014年工作总体部署", ()))
    datetime.date(2014, 3, 1)
    """
    if day := dated_day(article):
        return day
    told = _told(article.text)
    return date(told, MARCH, 1) if told else _first_day(article.text) or _day_of_news(article.text)


def dated_day(article: Article) -> date | None:
    """The day of publication or of the signature, or the end of the year in the number (国办函〔2005〕21号)."""
    day = article.published or signed_day(article)
    if day is None and (numbered := _numbered(article)):
        return date(numbered, 12, 31)
    return day


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


def _first_day(text: str) -> date | None:
    """The day on which the five years begin that a plan speaks of (五年内): those after the year that it
    measures by (到1990年…，比1985年增长), those of the plan it names (of several the one that ends
    with a deadline), or those up to its only deadline."""
    if not _FIVE_AHEAD.search(text) or _LOOKS_BACK.search(text):
        return None
    bases = Counter(parse_year(m[1]) for m in _FROM_BASE.finditer(text))
    base, times = bases.most_common(1)[0] if bases else (0, 0)
    ends = text.count(f"{base + 5}年")
    ahead = base and base % 5 == 0 and ends and max(times, ends) >= MOST_BASED
    if ahead:
        return date(base + 1, 1, 1)
    due = {parse_year(m[1]) for m in _DUE.finditer(text)}
    if named := [years for _, years in find_plans(text)]:
        return date(next((first for first, last in named if last in due), named[0][0]), 1, 1)
    return date(due.pop() - TERM + 1, 1, 1) if len(due) == 1 else None


def _numbered(article: Article) -> int | None:
    """The latest year of a number at the top."""
    lines = (block for block in article.blocks[:TOP] if block.end - block.start <= LONGEST_LINE)
    found = (_NUMBER.search(article.text, block.start, block.end) for block in lines)
    return max((int(number[1]) for number in found if number), default=None)


def _told(text: str) -> int | None:
    """The year most of the cues agree on; a year that is planned is not over, whatever is said of it."""
    votes: Counter[int] = Counter()
    planned = [_year(m) for pattern in (_PLANNED, _IN_COURSE) for m in pattern.finditer(text)]
    votes.update(planned)
    for pattern in (_REVIEWED, _BESIDE):
        votes.update(_year(m) + 1 for m in pattern.finditer(text) if _year(m) not in planned)
    votes.update(five_years(m["plan"])[0 if m["first"] else 1] for m in _THIS_YEAR.finditer(text))
    if _FIVE_BACK.search(text):
        grew = ((parse_year(m[1]), parse_year(m[2])) for m in _GREW.finditer(text))
        votes.update(last + 1 for first, last in grew if last - first == TERM)
    best = votes.most_common(2)
    if not best:
        return _after_the_last(text)
    return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None


def _year(match: re.Match[str]) -> int:
    return parse_year(next(filter(None, match.groups())))


def _after_the_last(text: str) -> int | None:
    """The year after that which a text that looks back (去年, 过去五年) tells most of (2010年, “十一五”), or alone."""
    if not _LOOKS_BACK.search(text):
        return None
    told = Counter(parse_year(m[1]) for m in _TOLD_OF.finditer(text) if not _AIMED.search(m["rest"]))
    if _FIVE_BACK.search(text):
        told.update(end for _, (_, end) in find_plans(text) if end in told)
        told = Counter({year: n for year, n in told.items() if year % TERM in (0, 2) or _LAST_YEAR.search(text)})
    most = max(told.values(), default=0)
    enough = most >= LEAST or (len(told) == 1 and _LAST_YEAR.search(text))
    return max(year for year, times in told.items() if times == most) + 1 if enough else None
