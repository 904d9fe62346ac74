"""Which years a time expression means: written ones, those of a plan, and those counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from kg.pattern import late
from kg.recognise.time.untimed import INTENDED, LEAD
from kg.recognise.time.years import TERM, count_years, five_years, last_count

TimeKind = Literal[
    "year", "deadline", "period", "since", "relative", "month", "present", "past", "future", "baseline", "origin"
]
Dated = tuple[TimeKind, int | None, tuple[int, int] | None]
"""Kind, the single year or the last of the period, and the period."""

CENTURY = 2000
"""The end of the century (本世纪末) in what was written before it."""
FOUNDED = {"新中国": 1949, "建国": 1949, "建军": 1927}
"""Years whose hundredth anniversary plans are for."""
LAST_CENTURY, DECADE_SIZE = 1900, 10
SPRING = 4
"""A report published up to this month reviews the year before."""
LATE, AUTUMN = 11, 9
"""From these months on, the years to come begin with the next: 三年内 and 未来三年."""

_REPORTED = late(
    r"[^，。；]{0,16}(?:新增|完成|实现|累计|共|达|增长|进出口|总额|增速分别为)"
    r"|(?![^，。；]{0,60}(?:稳定|保持|控制|维持|计划|安排|目标|预算|预期|不[少低高超]))[^，。；0-9]{2,16}[0-9.]{1,9}[万亿]{0,2}"
    r"(?:美?元|吨|人次|公顷|亩|千瓦时|吨公里|件|辆|台)(?!以上|以内|左右)"
)
"""全年进出口总额2000亿元, 全年货物运输总量5亿吨 are reported, 全年面积稳定在1亿亩 may be planned."""
_UP_TO_NOW = late(r"(?![^，。；]{0,40}(?:[0-9]年|[为是创]))[^，。；]{1,30}以来(?=[，、])")
"""自去年挂牌成立以来，; 2016年启动试点以来，."""
_BEGUN = late(
    r"(?:(?:正式|全面|首次)?(?:成立|设立|组建|建立|建成|创[办立建]|开[业园馆放通行工建学]|启动|启用|挂牌|揭牌|上线|上市|投[产用运]|运[行营]|实施|试点|试行|发布|推出|落地|入驻)"
    r"(?:运[行营]|投产|使用|实施|成立)?)以来"
)
"""去年 | 成立以来 | 累计成交1亿元, without a comma."""


_DONE_SINCE = late(
    r"(?:起|开始)(?![^。；\n]{0,60}(?:[将拟]|每年|计划|力争|目前|现在|[到至]20[0-9]{2}年))[^。；\n]{0,50}?"
    r"(?:累计|已(?!建)|共(?![同建享])|(?<![为除])了(?!解))"
)
"""从2023年 | 开始，当地种植了10万株椰树: done up to now, and not in that year."""
_DONE_WITHIN = ("就", "便", "已", "累计")
"""一年内 | 就举办28场: done, and not to be done within the year."""


def resolve(groups: dict[str, str | None], text: str, match: re.Match[str], published: date | None) -> Dated | None:
    """What a match of `period.TIME` means in a text published then; None where it is no time after all."""
    now = published.year if published else None
    if groups["until"] or groups["through"]:
        return _stretch(groups, now)
    if groups["year"]:
        until_now = groups["base"] in (None, "从", "由") and (
            _UP_TO_NOW.match(text, match.end()) is not None or _BEGUN.match(text, match.end()) is not None
        )
        until_now = until_now or groups["long"] is not None
        since = text.startswith(("起", "开始"), match.end())
        if since and now and int(groups["year"]) < now and _DONE_SINCE.match(text, match.end()):
            since, until_now = False, True
        return _calendar(int(groups["year"]), groups, now, since=since, until_now=until_now)
    if groups["decade"] or groups["century"]:
        return _of_century(groups, now)
    if groups["plan"]:
        return _plan(groups, text[match.start()], now)
    if groups["deictic"]:
        since = groups["base"] in ("从", "由") or text.startswith("自", match.start() - 1)
        begun = _BEGUN.match(text, match.end()) or (since and _UP_TO_NOW.match(text, match.end()))
        so_far = begun or text.startswith("以来", match.end())
        tail = "以来" if so_far else groups["dtail"] or ""
        return _deictic(groups["deictic"], tail, now)
    if groups["future"] or groups["future2"] or groups["ahead"]:
        done = groups["future2"] and text.startswith(_DONE_WITHIN, match.end())
        late = AUTUMN if groups["future"] else LATE
        return ("past", now, None) if done else _ahead(0 if groups["ahead"] else last_count(match[0]), published, late)
    if groups["bare"]:
        told = "五年内" not in text and published is not None and _ends_a_term(TERM, published)
        return _behind(TERM, None, published, ending=False) if told else None
    if groups["past"] or groups["past2"]:
        ending = text.endswith("即将", 0, match.start())
        return _behind(count_years(match[0]), groups["past"], published, ending=ending)
    return (
        ("year", int(groups["headline"]), None) if groups["headline"] else _without_year(groups, text, match, published)
    )


def _of_century(groups: dict[str, str | None], now: int | None) -> Dated | None:
    """本世纪末, 本世纪中叶, 新中国成立一百年时; 八十年代 where it is over."""
    if groups["founded"]:
        return ("deadline", FOUNDED[groups["founded"]] + 100, None)
    if not groups["decade"]:
        middle = (groups["century"] or "").endswith("中叶")
        this = CENTURY if now is None or now < CENTURY else CENTURY + 100
        return ("deadline", CENTURY + 50 if middle else this, None)
    first = LAST_CENTURY + count_years(groups["decade"])
    over = groups["base"] is None and (now is None or first + DECADE_SIZE <= now)
    return ("year", first + DECADE_SIZE - 1, (first, first + DECADE_SIZE - 1)) if over else None


def _ahead(years: int, published: date | None, late: int) -> Dated:
    """未来三年 count from this year, told from the month `late` on from the next; 0 years: 未来 alone."""
    if published is None or not years:
        return ("future", None, None)
    first = published.year + (published.month >= late)
    return ("future", first + years - 1, (first, first + years - 1) if years > 1 else None)


def _behind(years: int, word: str | None, published: date | None, *, ending: bool) -> Dated:
    """过去五年 told in spring ended with the last year; later, and 即将过去的五年 (`ending`), with this one."""
    if published is None:
        return ("past", None, None)
    spring = published.month <= SPRING
    last = published.year - (word == "过去" and spring and not ending)
    told = word is None and _ends_a_term(years, published)
    if years < 2 or not (told or ending or _is_over(word, published)):
        return ("past", last, None)
    end = published.year - (not ending)
    return ("past", end if ending or told else last, (end - years + 1, end))


def _ends_a_term(years: int, published: date) -> bool:
    """五年来 told in the spring after a government's five years (2018) or a plan's (2016) are those years."""
    return years == TERM and published.month <= SPRING and published.year % TERM in (1, 3)


_ABOUT = late("[多余几]年")


def _without_year(groups: dict[str, str | None], text: str, match: re.Match[str], published: date | None) -> Dated:
    """十年前, 7月, 目前; 十多年前 is no year."""
    now = published.year if published else None
    if groups["ago"]:
        years = 0 if _ABOUT.search(match[0]) else count_years(match[0])
        return ("relative", now - years if now and years else None, None)
    if groups["month"] == "年内":
        return ("relative", now, None)
    if groups["month"]:
        return ("month", _year_of_month(match, text, published), None)
    return ("present", now, None)


def _stretch(groups: dict[str, str | None], now: int | None) -> Dated | None:
    """2016—2020年, 2016—20年; 从今年起至2024年."""
    last = int(groups["until"] or groups["through"] or 0)
    if groups["from"]:
        first = int(groups["from"])
        last += first // 100 * 100 if last < 100 else 0
        return ("period", last, (first, last)) if first < last else None
    begun = now + (groups["since"] == "明年") if now else last
    return ("period", last, (begun, last)) if begun < last else ("deadline", last, None)


def _is_over(word: str | None, published: date | None) -> bool:
    """前五年 ended with the last year; 过去五年 and 这五年 did where they are told of in the spring after."""
    spring = published is not None and published.month <= SPRING
    return word == "前" or (word in ("过去", "这") and spring)


_TO_COME = late(r"(?:将|预计|计划|拟|有望)[于在]?$")
"""将于 | 9月 | 投用, told in June: of this year."""


def _last_month(words: str) -> int:
    """12月 and 1至11月 by their last month, 前三季度 by that of the quarter; 0 for what is told by no number."""
    if found := re.findall("([0-9]{1,2})个?月", words):
        return int(found[-1])
    if not words.startswith("前"):
        return 0
    return count_years(words[1:]) * (QUARTER if words.endswith("季度") else 1)


QUARTER = 3
"""Months of a quarter."""


def _year_of_month(match: re.Match[str], text: str, published: date | None) -> int | None:
    """12月 told in January is of the year before, and so is 全年 told in spring; unless it is a deadline (12月底前)."""
    if published is None:
        return None
    words, after = match["month"], text[match.end() : match.end() + 2]
    due = words.endswith("底") or re.match("底?前|起|将", after)
    past = _last_month(words) > published.month + 1 and not due
    past = past and not _TO_COME.search(text, max(0, match.start() - 4), match.start())
    if words in ("全年", "下半年") and published.month <= SPRING:
        intended = INTENDED.search(text, max(0, match.start() - LEAD), match.start())
        past = _REPORTED.match(text, match.end()) is not None and not intended
    return published.year - 1 if past else published.year


def _calendar(year: int, groups: dict[str, str | None], now: int | None, *, since: bool, until_now: bool) -> Dated:
    """2016年以来, 到2020年, 2018年底前, 2019年."""
    tail, lead = groups["tail"] or "", groups["lead"] or ""
    until_now = until_now or tail.endswith(("以来", "至今"))
    if since or until_now or (tail.endswith(("起", "后")) and tail != "前后") or lead in ("自", "自从"):
        ahead = since or (now is not None and year > now)
        return ("since", year if ahead else now or year, (year, now) if now and now > year and until_now else None)
    if lead in ("到", "至") or tail.endswith("前"):
        return ("deadline", year, None)
    return ("year", year, None)


def _plan(groups: dict[str, str | None], opening: str, now: int | None) -> Dated | None:
    """“十四五”期间, 开局之年 or 末; None for 十五 and the like that may be plain numbers."""
    name, when, reach = groups["plan"] or "", groups["when"] or "", groups["reach"]
    if len(name) == 2 and opening not in '“"‘到至' and not when.endswith(("期间", "时期")):
        return None
    first, last = five_years(name)
    if when in ("开局", "开局之年", "初", "初期"):
        return ("year", first, None)
    if "末" in when or when.removeprefix("规划").startswith(("收官", "结束")):
        return ("deadline" if reach else "year", last, None)
    if when == "中期":
        return ("deadline" if reach else "year", first + TERM // 2, None)
    if when.startswith("前"):
        last = first + count_years(when) - 1
    if when.startswith(("后", "剩")):
        first = last - count_years(when) + 1
    if when.endswith("以来"):
        return ("since", now, (first, now)) if now and now > first else None if now else ("since", last, (first, last))
    return ("period", last, (first, last))


def _deictic(word: str, tail: str, now: int | None) -> Dated:
    """去年, 明年; 去年以来."""
    offset = {
        "去年": -1,
        "上年": -1,
        "上年度": -1,
        "上一年度": -1,
        "上一年": -1,
        "前年": -2,
        "明年": 1,
        "来年": 1,
        "下年度": 1,
        "下一年度": 1,
        "后年": 2,
    }.get(word, 0)
    if tail == "以来":
        return ("since", now, (now + offset, now) if now and offset < 0 else None)
    if word in ("今明两年", "明后两年", "明后年"):
        last = now + (1 if word == "今明两年" else 2) if now else 0
        return ("period", last, (last - 1, last)) if now else ("relative", None, None)
    return ("relative", now + offset if now else None, None)
