"""The year in which an undated text speaks: all that tells of it is weighed in one sum, no single word decides.

What is reviewed lies the year before, what is set out is of the year itself; plans begin, end and are drawn up in
known years; and what is told of most, in a text that counts from 去年, is of the year before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.pattern import late
from kg.recognise.time.period import find_plans
from kg.recognise.time.years import CALLED_PLAN, COUNT, TERM, YEAR, count_years, five_years

_Y = rf"({YEAR})[ \u3000]?年"
_P = CALLED_PLAN
_OPENS = r"(?:^|[\n、.．)）“])[\s\u3000]*"
IN_COURSE = r"，?是(?![^。；\n]*(?:取得|不平凡|不寻常|丰收|成就|历史上))[^。；\n]{0,80}"
"""2013年 | 是实施…规划的 | 关键一年: said of a year that is not summed up yet."""

_REVIEWED = late(
    rf"{_OPENS}{_Y}(?:度|以来)?[^。，；\n]{{0,12}}(?:回顾|总结)|(?:过去的?|回顾){_Y}"
    rf"|{_Y}[，是][^。；\n]{{0,60}}"
    r"(?:取得|不平凡|不寻常|难忘|非凡|胜利|丰收|历史上)[^。；，\n]{0,16}一年(?=[，。；])"
    rf"|完成了[^。；，\n]{{0,24}}{_Y}的?[^。；，\n]{{0,4}}(?:目标|任务)"
)
"""2013年工作回顾; 2013年，是极不平凡的一年; 完成了会议确定的1993年的各项任务."""
_PLANNED = late(
    rf"(?:^|[\n、.．)）和与对])[\s\u3000]*{_Y}[的，]?[^。，；\n]{{0,10}}"
    r"(?:总体(?:要求|部署|思路|安排)|主要(?:任务|目标|工作)|重点(?:工作|任务)|工作(?:任务|安排|重点|部署|的?建议|打算)|奋斗目标|预期目标"
    r"|(?:预算|计划)(?:草案)?[）)]?[\s\u3000]*(?:\n|$))"
    rf"|(?:^|[\n。])[\s\u3000]*{_Y}[^。，；\n]{{2,24}}工作的?总体(?:思路|要求)是"
    rf"|今年[（(]{_Y}?[）)]"
)
"""二、2014年工作总体部署."""
_COURSE = late(
    rf"{_Y}{IN_COURSE}(?:[第头]一年|最后一年|(?:关键|重要)(?:性?的?)?一年|(?<!凡)(?<!寻常)(?<!收)之年)"
    rf"|在{_Y}[^。，；\n]{{0,8}}工作中"
    rf"|(?:实现|完成){_Y}[^。，；\n]{{0,8}}(?:预算|计划|任务)(?![^。；\n]*了)"
)
"""1995年是继续推进改革的重要一年; 实现1956年的国家预算."""
_EXPECTED = late(rf"[比较]{_Y}预计")
"""比1980年预计增长5%: told before that year is over."""
_BEGINS = late(
    rf"今年是[^。；\n]{{0,60}}?{_P}[^。，；\n]{{0,12}}?(?:开局|起步|[第头]一年)|{_P}开好局|今年[^。\n]{{0,90}}?{_P}开局之年"
)
_ENDS = late(
    rf"今年是[^。；\n]{{0,60}}?{_P}[^。，；\n]{{0,12}}?(?:最后一年|收官)"
    rf"|(?:努力|确保|全面|圆满)(?:全面|圆满)?完成{_P}"
    r"(?:规划|计划)?(?:确定|规定)?的?(?:各项|主要)?(?:目标|任务)"
)
"""今年是“十二五”规划的最后一年; 努力完成“十三五”规划目标任务."""
_SETS_OUT = late(rf"{_P}(?:时期|期间)?[^。，；\n]{{0,20}}目标是")
"""“九五”时期经济发展的主要目标是: told when that plan begins."""
_DRAWN_UP = late(rf"(?:要|认真|科学|抓紧|启动)编制好?{_P}规划")
"""要认真编制“十三五”规划: told in the year before it begins."""
_ENDED = late(rf"(?:{_OPENS}|回顾|回首){_P}(?:时期|期间)?[^。，；\n]{{0,20}}(?:回顾|成就)|{_P}圆满收官")
"""一、“十一五”时期发展的回顾."""
_BESIDE = late(rf"{_Y}[^。；\n到至]{{0,40}}，今年")
_UP_TO = late(rf"从{YEAR}年?[到至]{_Y}[^。；\n]{{1,40}}?，其中去年")
"""1985年…，今年…; 从2003年到2006年…，其中去年…."""
_GREW = late(rf"[由从]{_Y}[^。；\n]{{1,30}}?[到至为]{_Y}")
"""由1997年的5000元增加到2002年的7000元."""
_FIVE_BACK = late("(?<![十后来这下个])(?<![后来]的)五年来|过去的?五年|这五年(?:来|间|里|，)")
"""五年来，, 过去五年的工作; 今后五年， and 做好这五年的工作 look ahead."""
_FIVE_SUMMED = late("(?<![十后来这下个])(?<![后来]的)五年(?:间|里|累计|共)")
_FIVE_AHEAD = late("五年内")
"""五年累计120万吨 is past but in a plan, which says 五年内."""
_SINCE = late(rf"(?:[比较由]|是){_Y}[^。；\n]")
LOOKS_BACK = late(r"去年|过去的?[一二三四五]年|[四五]年来|上年")
"""Words of a text that counts from years gone by; a plan of years to come has none."""
_LAST_YEAR = late("去年|上年")
_SPEAKS = late("今年|本年|去年")
_AHEAD = late(rf"(?<![到至比较与同从由]){_Y}，?(?:[^。，；\n]{{0,8}}[将拟]|我们[将要])")
"""1999年，我们将庆祝…, in a text that counts from its own year."""
_TOLD_OF = late(
    r"(?<![到至自从比较于由为是同与向])(?<!要求)(?<!争取)(?<!计划)(?<!规定的)(?<!提出)"
    rf"{_Y}(?!代|以来|起|不变价|[^。\n]{{0,6}}[前后])(?=(?P<rest>[^。；\n]{{0,24}}))"
)
_AIMED = late(r"今年|计划|将|(?<![主重])要|安排|预算|草案|争取|力争|任务|目标|提出|会议|基础上")
_SO_FAR = late(rf"截[至止]{_Y}(?!12月)[1-9][0-9]?月")
"""截至2026年6月20日, in a text that counts from its own year: of that year. What December came to, the next tells."""
_HEADLINE = late(
    rf"[\s\u3000]*{_Y}[^\n度]{{2,50}}(?:下达|启动|开幕|举行|举办|召开|开工|印发|开展|开始)(?=[^\n]{{0,6}}(?:\n|$|{YEAR}年))"
)
"""2026年第二批资金已经下达, the headline: news of that year."""
LEAST = 2
"""So often a year is told of that is taken for the year before, where it is not the only one."""
SURE, LIKELY, FAINT = 6, 3, 1
MARCH = 3
"""Reports on a year are given in the spring after it,"""
_MONTHS = late(
    rf"(?:今年|本年)(?:[0-9]{{1,2}}[—－~至到-]{{1,2}}(?P<to>[0-9]{{1,2}})月"
    rf"|(?:前|已?过去的?|已经过去的?)近?(?P<some>{COUNT})个多?月|(?P<half>上半年)[^。；\n]{{0,20}}?(?:同期|了|已))"
)
"""but those that tell what 今年1—5月 or 今年上半年 came to, later."""


def year_told(text: str) -> int | None:
    """The year that most speaks for; None where nothing does, or two years weigh the same.

    >>> year_told("一、2013年工作回顾\\n过去一年，…\\n二、2014年工作总体部署")
    2014
    >>> year_told("五年来，电话由1992年的20万部增加到1997年的80万部。")
    1998
    """
    weights: Counter[int] = Counter()
    for year, weight in _clues(text):
        weights[year] += weight
    best = weights.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def month_told(text: str) -> int:
    """The month after the last that an undated text sums up, as a rule March.

    >>> month_told("今年1—5月份铁路货运量增长5%"), month_told("今年要修路")
    (6, 3)
    """
    months = (6 if m["half"] else int(m["to"] or count_years(m["some"])) for m in _MONTHS.finditer(text))
    return max((month + 1 for month in months if month < 12), default=MARCH)


def _clues(text: str) -> Iterator[tuple[int, int]]:
    """The years that speak for themselves, each with its weight; a year that is planned is not over."""
    planned = [year for m in _PLANNED.finditer(text) if not _is_due(text, year := _year(m), m[0])]
    reviewed = [year for m in _REVIEWED.finditer(text) if (year := _year(m)) not in planned]
    planned += [year for m in _COURSE.finditer(text) if (year := _year(m)) not in reviewed]
    reviewed += [year for p in (_BESIDE, _UP_TO) for m in p.finditer(text) if (year := _year(m)) not in planned]
    yield from ((year, SURE) for year in planned)
    yield from ((year + 1, SURE) for year in reviewed)
    yield from ((_year(m), SURE) for m in _EXPECTED.finditer(text))
    set_out = [five_years(_name(m))[0] for m in _SETS_OUT.finditer(text)]
    yield from ((year, SURE) for year in set_out)
    for pattern, end, after in ((_BEGINS, 0, 0), (_DRAWN_UP, 0, -1), (_ENDS, 1, 0), (_ENDED, 1, 1)):
        yield from ((five_years(_name(m))[end] + after, LIKELY) for m in pattern.finditer(text))
    if _SPEAKS.search(text):
        yield from ((_year(m), LIKELY) for m in _AHEAD.finditer(text))
        yield from _as_news(text)
    if not set_out:
        yield from _after_five(text)
    if told := _most_told(text):
        yield told + 1, FAINT


def _is_due(text: str, year: int, told: str) -> bool:
    """2025年的主要目标: when the aims of a plan are due that says 到2025年 and tells of no 今年."""
    return (
        told.endswith("目标") and "今年" not in text and re.search(rf"到[ \u3000]?{year}[ \u3000]?年", text) is not None
    )


def _as_news(text: str) -> Iterator[tuple[int, int]]:
    """The latest year of which months are told up to now, and the year that the headline opens with."""
    so_far = max((_year(m) for m in _SO_FAR.finditer(text)), default=None)
    if so_far and "全年共" not in text:  # a year that is summed up is over
        yield so_far, LIKELY
    if headline := _HEADLINE.match(text):
        yield _year(headline), LIKELY


def _name(match: re.Match[str]) -> str:
    name: str = next(filter(None, match.groups()))
    return name


def _year(match: re.Match[str]) -> int:
    return int(_name(match))


def _after_a_term(text: str) -> bool:
    if _FIVE_BACK.search(text):
        return True
    return _FIVE_SUMMED.search(text) is not None and not _FIVE_AHEAD.search(text)


def _after_five(text: str) -> Iterator[tuple[int, int]]:
    """五年来 that lead from 1992年 to 1997年, or are measured by 2010年 again and again."""
    if not _after_a_term(text):
        return
    grew = ((int(m[1]), int(m[2])) for m in _GREW.finditer(text))
    yield from ((last + 1, SURE) for first, last in grew if last - first == TERM)
    since = Counter(_year(m) for m in _SINCE.finditer(text))
    yield from ((year + TERM + 1, FAINT) for year, times in since.most_common(1) if times >= LEAST)


def _most_told(text: str) -> int | None:
    """The year which a text that looks back (去年, 过去五年) tells most of (2010年, “十一五”), or alone."""
    if not LOOKS_BACK.search(text):
        return None
    told = Counter(int(m[1]) for m in _TOLD_OF.finditer(text) if not _AIMED.search(m["rest"]))
    five = _after_a_term(text)
    if five:
        told.update(end for _, (_, end) in find_plans(text) if end in told)
        told = Counter({year: n for year, n in told.items() if year % TERM in (0, 2) or _LAST_YEAR.search(text)})
    most = max(told.values(), default=0)
    enough = most >= LEAST or (len(told) == 1 and (five or _LAST_YEAR.search(text)))
    return max(year for year, times in told.items() if times == most) if enough else None
