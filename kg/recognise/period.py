"""Times: years, dates, five-year-plan periods and relative expressions, resolved against the day of publication.

Sources of the rules: 五年规划 (“十四五” = 2021–2025 and so on), GB/T 7408 for written dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.lexicon.scan import opened_by
from kg.lexicon.unit import UNIT
from kg.model import Span
from kg.pattern import late
from kg.recognise.number import parse_arabic, parse_han
from kg.recognise.untimed import INTENDED, LEAD, is_no_time

TimeKind = Literal[
    "year", "deadline", "period", "since", "relative", "month", "present", "past", "future", "baseline", "origin"
]

FIVE_YEAR_PLANS = {
    "六五": 1981, "七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001,
    "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031,
}  # fmt: skip
"""First year of each five-year plan; it covers five years."""
EARLY_PLANS = (1953, 1958, 1966, 1971, 1976)
"""Those of the first five, which are told by number only."""


CENTURY = 2000
"""The end of the century (本世纪末) in what was written before it."""
SPRING = 4
"""A report published up to this month reviews the year before."""
TERM = 5
"""Years of a government, and of a plan."""
LATE = 11
"""From this month on, the years to come begin with the next."""


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time as written. `year` is the single year or the last of `period`.

    `kind`: deadline (到2025年), year, period (2021—2025年, “十四五”期间), since (2014年以来), relative (去年),
    month (7月, 上半年: of the year in question), present (目前), past (过去五年), future (未来三年),
    baseline (比2020年: what a change is measured from).
    """

    span: Span
    kind: TimeKind
    year: int | None
    period: tuple[int, int] | None = None


YEAR = r"(?:(?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})"
PLAN = r"(?:十[一二三四五六]五|十五|[六七八九]五|第[一二三四五六七八九十]{1,2}个五年(?:计划|规划))"
_DAY = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|[初底末])?)?"
_N = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
TIME = opened_by(
    "于即几多第"
    '与比较同是为从由到至截自在 \u3000“"‘「0-9１２一二两三四五六七八九十今本去上明后前当未接过近最这那该下全年日目眼现'
    "如迄",
    rf"(?P<base>与|比|较|同|是|为|从|由)?(?:"
    rf"(?:[在自于]|)(?P<from>{YEAR})\s*年?{_DAY}\s*[-—–－~～至到/一]{{1,2}}\s*(?P<until>{YEAR})\s*(?:年{_DAY}(?:间|期间)?|(?=[\u4e00-\u9fff]{{0,2}}季))"
    rf"|(?P<lead>(?<![高升加大降低少短缩展充增减提长涨跌落])[到至]|截至|截止|截止到|截至到|自|自从|在)?[ \u3000]?"
    rf"(?P<year>{YEAR})[ \u3000]?年(?:度|间)?(?P<tail>(?:底|末|年底|年末|初)?(?:之?前(?!{_N}个?[月季])|以前)"
    rf"|(?:年?[底末初])?(?:以来|至今)|年?底|年?末|起|(?:以|之)?后(?![勤备续]))?"
    rf"(?:(?:[0-9]{{1,2}})月(?:[0-9]{{1,2}}日|底|末|份)?)?"
    rf"|(?P<headline>(?<![0-9A-Za-z.,，\u4e00-\u9fff])20[0-9]{{2}})(?=[\u4e00-\u9fff]{{2}})(?![多余万亿几年级强号版])"
    rf"|(?P<since>今年|明年|本年|现在|即日)(?:起|开始)?，?[到至](?P<through>{YEAR})年(?:底|末|上半年|年底)?"
    rf"|(?P<reach>到|至)?[“\"‘「]?(?P<plan>{PLAN})[”\"’」]?(?P<when>(?:计划|规划)?(?:期间|时期)|期末|规划期|末期|末|开局|以来|前[一二三四]年|初期|(?=年均|平均|在全|将|拟))"
    rf"|(?P<deictic>今年|本年度|本年|去年|上年度|上一年度|(?<!以)上年|明年|后年(?<![成产营工用运]后年)|前年(?<![以之]前年)|当年|今明两年|[这那]一年(?![来度])|同年|该年|当时|那时)(?P<dtail>底|末|初|以来|上半年|下半年|全年|前[0-9一二三四五六七八九十]+个?月|[一二三四]季度|[0-9]{{1,2}}月份?(?:[底末](?!之?前))?)?"
    rf"|(?P<future>(?<!好)未来|今后|今后的|接下来){_N}年(?:内|间)?|(?P<future2>{_N}年(?:内|(?=合计|投资))|(?<![0-9]){_N}年之内|(?<=[用过]){_N}年(?:左右)?(?:的)?(?:时间|努力))|(?P<ahead>(?:(?<!好)未来|今后|下一步|接下来)(?=，)|(?:未来|今后)[几数]年|(?:未来|今后)一段时[期间])"
    rf"|(?P<past>过去|近|最近|这|(?<![学提])前)的?{_N}[多余]?年(?:来|间|里|中)?(?:中)?|(?P<past2>(?<!的)(?:{_N}[多余]?年(?:来|间)|五年(?=累计)))|(?P<ago>(?:{_N}[多余]?|[多几])年前)"
    rf"|(?P<month>(?:前{_N}个月|前[一二三]季度|[上下]半年|第?[一二三四]季度|全年|年内(?<![0-9一二两三四五六七八九十几数多半周本当今去明同该每整半]年内)(?!新[高低]|最|首)|年底|年初|(?<![0-9])[0-9]{{1,2}}\s*[—–－~～至-]\s*[0-9]{{1,2}}月份?|(?<![0-9])[0-9]{{1,2}}月份?(?:[0-9]{{1,2}}日|[底末](?!之?前)|(?!合约|期货|交割))|当月|本月|上半月|[本上下]周))"
    rf"|(?P<century>(?<![上下])本世纪末)"
    rf"|(?P<present>近[0-9]{{1,3}}个?[日天月]|截至目前|(?<![高升加长大降低减小跌涨])到(?:目前|现在)|目前|眼下|现在|如今|迄今|今天|日前|近日|近期|近来)"
    rf")(?:为?止|，)?",
    second=r'于即几第那该同时周世\s—–－~～“‘"「0-9０１２９〇○零一二三四五六七八九十上下两今从余全到前去后在多天如季年底当截接日明最月期未本来止现的目眼自至初半迄过近这内-',
)
"""Every time expression. Leading 比, 较 … make it a baseline."""


def find_times(text: str, published: date | None) -> tuple[Time, ...]:
    """Time expressions in text order.

    >>> day = date(2021, 10, 27)
    >>> [(t.kind, t.year, t.period) for t in find_times("到2035年，比2020年；“十四五”期间；今年", day)]
    [('deadline', 2035, None), ('baseline', 2020, None), ('period', 2025, (2021, 2025)), ('relative', 2021, None)]
    """
    names = _starts_and_ends(text)
    times = _within_plans(text, _times(text, published), published.year if published else None)
    return tuple(t for t in times if not _within(names, t.span) and not _BORN.match(text, t.span.end))


_BORN = late(r"[（(]?(?:[以之]?[前后]|含)?[）)]?出生")
"""1965年1月1日以后 | 出生: whom a rule means, and not when something holds."""


QUOTED = late(r"《[^《》\n]{1,120}》")
"""A name in 《》: years and words in it say nothing of the figures around it."""


def _starts_and_ends(text: str) -> tuple[list[int], list[int]]:
    """Where names in 《》 stand: years in them are not said of anything else."""
    names = [match.span() for match in QUOTED.finditer(text)]
    return [start for start, _ in names], [end for _, end in names]


def _within(names: tuple[list[int], list[int]], span: Span) -> bool:
    index = bisect_right(names[0], span.start) - 1
    return index >= 0 and span.end <= names[1][index]


_NAMED_PLAN = late(
    rf"(?<![比与较转入到至由从])(?:[“\"](?P<quoted>{PLAN})[”\"]|(?<![“\"])(?P<name>{PLAN})(?=(?:[计规]划|期间|时期|[，。\n])))"
    r"(?![^，。；\n]{0,6}的?(?:水平|同期))"
)


def find_plans(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where five-year plans are named, and their years; not those compared with, or that something is left over to.

    >>> list(find_plans("第六个五年计划期间建成八处，其余转入第七个五年计划期间"))
    [(0, (1981, 1985))]
    """
    return ((m.start(), five_years(m["quoted"] or m["name"])) for m in _NAMED_PLAN.finditer(text))


def _within_plans(text: str, times: Iterator[Time], now: int | None) -> Iterator[Time]:
    """五年内 are the years of the plan that the paragraph named last, or of the first plan of the text that runs."""
    plans = list(find_plans(text)) if _FIVE.search(text) else []
    starts = [start for start, _ in plans]
    running = next((years for _, years in plans[:1] if now and years[0] <= now <= years[1]), None)
    for time in times:
        at = time.span.start
        if not plans or not _FIVE.match(text, at):
            if not text.startswith(("合计", "投资"), time.span.end):
                yield time
            continue
        index = bisect_right(starts, at) - 1
        near = index >= 0 and at - starts[index] <= PLAN_REACH and text.find("\n", starts[index], at) < 0
        years = plans[index][1] if near else running
        yield Time(time.span, "period", years[1], years) if years else time


_END = ("末", "末期")
"""比“十三五”末: the last year of a plan, and no stretch."""
_FIVE = late("这?五年内|这五年(?=计划|[将要])|五年(?=合计|投资)")
PLAN_REACH = 600
"""How far before 五年内 the plan is named."""


def _times(text: str, published: date | None) -> Iterator[Time]:
    for match in TIME.finditer(text):
        groups = match.groupdict()
        if groups["headline"] and UNIT.match(text, match.end("headline")):
            continue
        start = match.end("base") if groups["base"] else match.start()
        end = match.end() - match[0].endswith("，")
        time = _resolve(groups, text, match, published)
        if time is None or is_no_time(text, match):
            continue
        kind, year, period = time
        if kind == "year" and _BY.match(text, match.end()):
            kind = "deadline"
        elif kind == "deadline" and _has_passed(match[0], published):
            kind = "year"
        if _is_baseline(groups["base"], text, match):
            kind, start = "baseline", match.start()
            vague = groups["plan"] and not (groups["when"] or "").endswith(_END)
            year = None if groups["month"] or vague or groups["present"] or groups["past"] else year
        elif groups["base"] in ("从", "由") and _VALUE.match(text, match.end()):
            kind = "origin"
        yield Time(Span(start, end), kind, year, period)


_VALUE = late("的?[0-9０-９.一二两三四五六七八九十百]")
"""由1954年的25%."""
_BY = late(rf"[底末]?之?前(?!{_N}个?[月季])|以前")
"""2022年6月底前: due by then; but 2022年前三季度."""
_REPORTED = late(r"[^，。；]{0,16}(?:新增|完成|实现|累计|共|达|增长|进出口|总额)")
"""全年进出口总额2000亿元 is reported, 全年面积稳定在1亿亩 may be planned."""
_MONTH = late(r"((?:19|20)[0-9]{2})年([0-9]{1,2})月")
_UP_TO_NOW = late(r"(?![^，。；]*(?:[0-9]年|[为是创]))[^，。；]{1,30}以来(?=[，、])")
"""自去年挂牌成立以来，; 2016年启动试点以来，."""
_MEASURED = late(r"(?:[高低多少快慢大小好优]于|相当于|超过)$")
"""高于去年, 相当于2015年的60%."""


def _has_passed(words: str, published: date | None) -> bool:
    """至2015年2月底, told in June."""
    month = _MONTH.search(words)
    return (
        month is not None
        and published is not None
        and (int(month[1]), int(month[2]))
        < (
            published.year,
            published.month,
        )
    )


_TIMES = late("(?:同期|水平)?的[约近]?[0-9.一二两三四五六七八九十点·]{1,6}多?倍")
"""等于1949年的四点二倍."""


def _is_baseline(base: str | None, text: str, match: re.Match[str]) -> bool:
    """比2020年, 与2014年同期对比, 是1998年的10倍, 从2015年的69%提高: the year measured from."""
    if base in ("比", "较"):
        return True
    if _MEASURED.search(text, max(0, match.start() - 3), match.start()):
        return True
    after = text[match.end() : match.end() + 12]
    if after.startswith(("的基础上", "基础上")):
        return True
    if base in ("与", "同"):
        return "比" in after[:8]
    if _TIMES.match(after):
        return True
    return base in ("是", "为") and re.match("[^，。；]{0,10}的?[0-9.]+倍", after) is not None


def five_years(name: str) -> tuple[int, int]:
    """The years of a five-year plan by its name.

    >>> five_years("十四五"), five_years("第七个五年计划")
    ((2021, 2025), (1986, 1990))
    """
    if name.startswith("第"):
        number = int(parse_han(name[1 : name.index("个")]) or 0)
        first = EARLY_PLANS[number - 1] if number <= len(EARLY_PLANS) else 1981 + 5 * (number - 6)
    else:
        first = FIVE_YEAR_PLANS[name]
    return first, first + 4


def _resolve(
    groups: dict[str, str | None], text: str, match: re.Match[str], published: date | None
) -> tuple[TimeKind, int | None, tuple[int, int] | None] | None:
    now = published.year if published else None
    if groups["until"] or groups["through"]:
        return _stretch(groups, now)
    if groups["headline"]:
        return ("year", int(groups["headline"]), None)
    if groups["year"]:
        until_now = groups["base"] in (None, "从", "由") and _UP_TO_NOW.match(text, match.end()) is not None
        since = text.startswith(("起", "开始"), match.end())
        return _calendar(parse_year(groups["year"]), groups, now, since=since, until_now=until_now)
    if groups["century"]:
        return ("deadline", CENTURY, None) if now is None or now < CENTURY else None
    if groups["plan"]:
        return _plan(groups, text[match.start()], now)
    if groups["deictic"]:
        since = groups["base"] in ("从", "由") or text.startswith("自", match.start() - 1)
        tail = "以来" if since and _UP_TO_NOW.match(text, match.end()) else groups["dtail"] or ""
        return _deictic(groups["deictic"], tail, now)
    if groups["future"] or groups["future2"] or groups["ahead"]:
        return _ahead(0 if groups["ahead"] else count_years(match[0]), published)
    if groups["past"] or groups["past2"]:
        ending = text.endswith("即将", 0, match.start())
        return _behind(count_years(match[0]), groups["past"], published, ending=ending)
    return _without_year(groups, text, match, published)


def _ahead(years: int, published: date | None) -> tuple[TimeKind, int | None, tuple[int, int] | None]:
    """未来三年 count from this year, told in its last weeks from the next; 0 years: 未来 alone."""
    if published is None or not years:
        return ("future", None, None)
    first = published.year + (published.month >= LATE)
    return ("future", first + years - 1, (first, first + years - 1) if years > 1 else None)


def _behind(
    years: int, word: str | None, published: date | None, *, ending: bool
) -> tuple[TimeKind, int | None, tuple[int, int] | None]:
    """过去五年 ended with the last year, 即将过去的五年 (`ending`) end with this one."""
    if published is None:
        return ("past", None, None)
    last = published.year - (word == "过去" and not ending)
    told = word is None and _ends_a_term(years, published)
    if years < 2 or not (told or _is_over(word, published)):
        return ("past", last, None)
    end = published.year - (not ending)
    return ("past", end if ending or told else last, (end - years + 1, end))


def _ends_a_term(years: int, published: date) -> bool:
    """五年来 told in the spring after a government's five years (2018) or a plan's (2016) are those years."""
    return years == TERM and published.month <= SPRING and published.year % TERM in (1, 3)


_ABOUT = late("[多余几]年")


def _without_year(
    groups: dict[str, str | None], text: str, match: re.Match[str], published: date | None
) -> tuple[TimeKind, int | None, tuple[int, int] | None]:
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


def _stretch(groups: dict[str, str | None], now: int | None) -> tuple[TimeKind, int, tuple[int, int] | None] | None:
    """2016—2020年; 从今年起至2024年."""
    last = parse_year(groups["until"] or groups["through"] or "")
    if groups["from"]:
        first = parse_year(groups["from"])
        return ("period", last, (first, last)) if first < last else None
    begun = now + (groups["since"] == "明年") if now else last
    return ("period", last, (begun, last)) if begun < last else ("deadline", last, None)


def _is_over(word: str | None, published: date | None) -> bool:
    """过去五年 ended with the last year; 这五年 did where they are told of in the spring after."""
    spring = published is not None and published.month <= SPRING
    return word in ("过去", "前") or (word == "这" and spring)


def _year_of_month(match: re.Match[str], text: str, published: date | None) -> int | None:
    """12月 told in January is of the year before, and so is 全年 told in spring; unless it is a deadline (12月底前)."""
    if published is None:
        return None
    words, after = match["month"], text[match.end() : match.end() + 2]
    found = re.match("[0-9]{1,2}", words)
    due = words.endswith("底") or re.match("底?前|起|将", after)
    past = found and int(found[0]) > published.month + 1 and not due
    if words in ("全年", "下半年") and published.month <= SPRING:
        past = _REPORTED.match(text, match.end()) and not INTENDED.search(
            text, max(0, match.start() - LEAD), match.start()
        )
    return published.year - 1 if past else published.year


def _calendar(
    year: int, groups: dict[str, str | None], now: int | None, *, since: bool, until_now: bool
) -> tuple[TimeKind, int, tuple[int, int] | None]:
    tail, lead = groups["tail"] or "", groups["lead"] or ""
    until_now = until_now or tail.endswith(("以来", "至今"))
    if since or until_now or tail.endswith(("起", "后")) or lead in ("自", "自从"):
        ahead = since or (now is not None and year > now)
        return ("since", year if ahead else now or year, (year, now) if now and now > year and until_now else None)
    if lead in ("到", "至") or tail.endswith("前"):
        return ("deadline", year, None)
    return ("year", year, None)


def _plan(
    groups: dict[str, str | None], opening: str, now: int | None
) -> tuple[TimeKind, int, tuple[int, int] | None] | None:
    name, when, reach = groups["plan"] or "", groups["when"] or "", groups["reach"]
    if len(name) == 2 and opening not in '“"‘「到至' and not when.endswith(("期间", "时期")):
        return None
    first, last = five_years(name)
    if when == "开局":
        return ("year", first, None)
    if when in ("末", "期末", "末期"):
        return ("deadline" if reach else "year", last, None)
    if when == "以来":
        return ("since", now, (first, now)) if now and now > first else None if now else ("since", last, (first, last))
    return ("period", last, (first, last))


def _deictic(word: str, tail: str, now: int | None) -> tuple[TimeKind, int | None, tuple[int, int] | None]:
    offset = {"去年": -1, "上年": -1, "上年度": -1, "上一年度": -1, "前年": -2, "明年": 1, "后年": 2}.get(word, 0)
    if tail == "以来":
        return ("since", now, (now + offset, now) if now and offset < 0 else None)
    return ("relative", now + offset if now else None, None)


def parse_year(text: str) -> int:
    """A year as written: 2014, １９９６, 一九五八."""
    value = parse_arabic(text) if text[0].isdigit() else parse_han(text.replace("〇", "零").replace("○", "零"))
    return int(value or 0)


def count_years(text: str) -> int:
    """The first number in an expression: 五年来 is 5; 0 for none."""
    found = re.search(_N, text)
    if not found:
        return 0
    value = parse_arabic(found[0]) if found[0].isascii() else parse_han(found[0])
    return int(value or 0)
