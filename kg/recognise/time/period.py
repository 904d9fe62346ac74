"""Times: years, dates, five-year-plan periods and relative expressions, resolved against the day of publication.

Sources of the rules: 五年规划 (“十四五” = 2021–2025 and so on), GB/T 7408 for written dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.lexicon.scan import opened_by
from kg.lexicon.unit import UNIT
from kg.model import Span
from kg.pattern import late
from kg.recognise.time.dating import TimeKind, resolve
from kg.recognise.time.untimed import is_edition, is_no_time
from kg.recognise.time.years import COUNT, DECADE, PLAIN_PLAN, PLAN, YEAR, five_years


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


_DAY = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|[初底末])?)?"
_ALL_ALONG = (
    r"(?!合计|投资|财政规|[^，。；]{0,8}?(?:计划|规划|[要将]))(?:共|全[国省市县区社]|中央|国务院|新增|新建|完成|建成|减|淘汰"
    r"|转移|培[训养]|改造|整[理治]|解决|招收|获|财政|总)"
)
"""五年新增电力装机3亿千瓦: what was done in all of the five years."""
_OVER_ALL = (
    r"(?:年均|平均每?年?|(?:接近)?(?:翻|增长|增加|提高|下降|减少)|投入)[^，。；]{0,16}?"
    r"[0-9一二两三四五六七八九十百]"
)
"""科研经费 | 五年增长1倍: so did what was named before."""
TIME = opened_by(
    "于即几多第来下新建"
    '与比较同是为从由到至截自在 \u3000“"‘0-9一二两三四五六七八九十今本去上明后前当未接过近最这那该下全年日目眼现'
    "如迄",
    rf"(?P<base>与|比|较|同|是|为|从|由)?(?:"
    rf"(?:[在自于]|)(?P<from>{YEAR})[\x20\u3000]*年?(?:年?[初底末])?{_DAY}(?:(?<=[年月日初底末])(?:起|开始))?[\x20\u3000]*[-—–－~～至到/一]{{1,2}}[\x20\u3000]*(?P<until>{YEAR}|(?<=[0-9]{{4}}[-—–－~～])[0-9]{{2}}(?=年))[\x20\u3000]*(?:年(?:[底末](?!之?前))?{_DAY}(?:间|期间)?(?:的?这?{COUNT}年(?:间|里|来|内))?|这?(?=[两二三四五六七八九十]年){COUNT}年(?:间|里|来|内)?|(?=[\u4e00-\u9fff]{{0,2}}季))"
    rf"|(?:上个?世纪|20世纪|二十世纪|){DECADE}(?![初中末后至到—-])"
    rf"|(?P<lead>(?<![高升加大降低少短缩展充增减提长涨跌落])[到至]|截至|截止|截止到|截至到|自|自从|在)?[ \u3000]?"
    rf"(?P<year>{YEAR})[ \u3000]?年(?:度|间)?(?P<tail>(?:底|末|年底|年末|初)?(?:之?前(?!{COUNT}个?[月季])|以前)"
    rf"|(?:年?[底末初]|起)?(?:以来|至今)|年?底|年?末|起|(?:以|之)?后(?![勤备续])|内(?![部外容需])|左右|前后|时(?![间期段代])|年?中(?=[，全]))?"
    rf"(?:(?:[0-9]{{1,2}})月(?:[0-9]{{1,2}}日|底|末|份)?(?P<long>以来|至今)?)?"
    rf"|(?P<headline>(?<![0-9A-Za-z.,，\u4e00-\u9fff])20[0-9]{{2}})(?=[\u4e00-\u9fff]{{2}})(?![多余万亿几年级强号版])"
    rf"|(?P<since>今年|明年|本年|现在|即日)(?:起|开始)?，?[到至](?P<through>{YEAR})年(?:底|末|上半年|年底)?"
    rf"|(?P<reach>到|至)?[“\"‘]?(?P<plan>{PLAN})[”“\"’]?(?P<when>(?:计划|规划)?(?:时期末|期末|末期|末年?|期间|时期|期?内|期)|(?:规划)?(?:收官(?:之年)?|结束(?:之?时|之年)?)|(?:开局(?:之年)?)?以来|开局(?:之年)?|前[一二三四]年|[后剩][余下]?[一二三四]年|这?五年(?:间|来)?|[初中]期|初|(?=年均|平均|在全|我国|全[国省市区县]|新[建增]|将|拟|(?:计划|规划)(?:建设(?!任务|时期)|新[增建]|筹[集建]|改造|开工)|的[约近]?[0-9]|(?<=[”\"’])[约近共]?[0-9]))"
    rf"|(?P<deictic>今年|下一?年度|明后两?年|(?<![以近年历往今本几原未从月])来年(?![均平度内])|本年度|本年|去年|上年度|上一年度|(?<=[比较])上一年(?!级)|(?<![以础])上年|明年|后年(?<![成产营工用运]后年)|前年(?<![以之]前年)|当年|今明两年|(?<![0-9]年)[这那]一年(?![来度])|同年|该年|当时|那时)(?P<dtail>底|末|初|内(?![部外])|以来|上半年|下半年|全年|前[0-9一二三四五六七八九十]+个?月|第?[一二三四1-4]季度|[0-9]{{1,2}}月份?(?:[底末](?!之?前))?)?"
    rf"|(?P<future>(?<!好)未来的?|今后的?|接下来的?)(?:{COUNT}[至到—–~～-])?{COUNT}年(?:内|间|时间)?|(?P<future2>{COUNT}年(?:内|(?=合计|投资))|(?<![0-9]){COUNT}年之内|(?<=[用过])(?![2-9][1-46-9]年)(?:{COUNT}[至到—–~～-])?{COUNT}年(?:左右)?(?:的)?(?:时间|努力))|(?P<ahead>(?:(?<![好领创赢智])未来|今后|下一步|接下来)(?=，)|(?:未来|今后)[几数]年|(?:未来|今后)一[段个]时[期间])"
    rf"|(?P<past>过去|近|最近|这|(?<![学提])前)的?{COUNT}[多余]?年(?:来|间|里|中)?(?:中)?|(?P<past2>(?<![的0-9一二三四五六七八九十])(?:{COUNT}[多余]?年(?:来|间)|五年(?=累计)))|(?P<bare>(?<![^，。；\n\u3000])五年(?={_ALL_ALONG})|(?<![0-9第一二三四五六七八九十〇零两几前后每这满用近续要争])五年(?={_OVER_ALL}))|(?P<ago>(?:{COUNT}[多余]?|[多几])年前)"
    rf"|(?P<month>(?:前{COUNT}个?月|前[一二两三1-3]个?季度|[上下]半年|第?[一二三四1-4]季度|全年|年内(?<![0-9一二两三四五六七八九十几数多半周本当今去明同该每整半]年内)(?!新[高低]|最|首)|年底|年末|年初|(?<![0-9])[0-9]{{1,2}}[\x20\u3000]*[—–－~～至-]{{1,2}}[\x20\u3000]*[0-9]{{1,2}}月份?|(?<![0-9])[0-9]{{1,2}}月份?(?:[0-9]{{1,2}}日|[上中下]旬|[底末](?!之?前)|(?!合约|期货|交割))|当月|本月|全月|上半月|[本上下]周))"
    rf"|(?P<century>到?(?:(?<![上下])本世纪末|(?:本世纪|21世纪|二十一世纪)中叶)|(?:到(?:20[0-9]{{2}}年)?)?(?P<founded>新中国|建国|建军)(?:成立)?(?:一百|100)周?年(?:时|之际|(?<=到.{{7}})|(?<=到.{{8}})|(?<=到.{{9}})|(?<=到.{{10}})))"
    rf"|(?P<present>近[0-9]{{1,3}}个?[日天月]|截至目前|(?<![高升加长大降低减小跌涨])到(?:目前|现在)|(?<!项)目前|眼下|(?<![出呈体发])现在|如今|迄今|今天|前几天|前不久|前些[天日]|日前|近日|近期|近来)"
    rf")(?:为?止|，)?",
    second=r'于即几第那该同时周世中国军建新来末\x20\u3000—–－~～“‘"0-9一二三四五六七八九十上下两今从余全到前去后在多天如季年底当截接日明最月期未本来止现的目眼几不些自至初半迄过近这内个-',
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
    told = (t for t in times if not _within(names, t.span) and not _BORN.match(text, t.span.end))
    return tuple(_joined_across_years(text, told))


_TO = late("(?:(?<=月)(?:[0-9]{1,2}日)?(?:起|开始)?)?[至到—–－~～-]{1,2}")
_END_OF_YEAR = late("20[0-9]{2}年(?:年?底|末)")
_MONTH_OF_YEAR = late(
    r"(?:今年|去年|明年|20[0-9]{2}年)(?:1[0-2]|[1-9])月(?:[0-9]{1,2}日|份|[初底末中]|[上中下]旬)?(?:起|开始)?"
)


def _joined_across_years(text: str, times: Iterable[Time]) -> Iterator[Time]:
    """The times, of which a month of one year and one of the next make one stretch: 从今年11月到明年3月."""
    held: Time | None = None
    for time in times:
        whole = _stretch(text, held, time) if held else None
        if held is not None:
            yield whole or held
            held = None
        if whole is not None:
            continue
        if time.period is None and time.year and _MONTH_OF_YEAR.match(text, *time.span):
            held = time
        else:
            yield time
    if held is not None:
        yield held


def _stretch(text: str, first: Time, last: Time) -> Time | None:
    """今年11月 | 到 | 明年3月, 2023年10月 | 至 | 2024年底; None where the two are apart."""
    if not first.year or not last.year or last.year <= first.year or last.period is not None:
        return None
    joint = _TO.match(text, first.span.end)
    # 至 before a year is part of the deadline that this is taken for.
    if joint is None or joint.end() - last.span.start not in (0, 1):
        return None
    if not (_MONTH_OF_YEAR.match(text, *last.span) or _END_OF_YEAR.search(text, *last.span)):
        return None
    return Time(Span(first.span.start, last.span.end), "period", last.year, (first.year, last.year))


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
    rf"(?<![比与较转入到至由从])(?:[“\"](?P<quoted>{PLAN})[”\"]|(?<![“\"])(?P<name>{PLAIN_PLAN}|{PLAN}(?=(?:[计规]划|期间|时期|[，。\n]|(?<=[计规]划)(?:的|[和暨及][^，。\n]{{0,6}}年远景目标)))))"
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
    titled = _of_title(text, plans, now)
    for time in times:
        at = time.span.start
        if not plans or not _FIVE.match(text, at):
            if not text.startswith(("合计", "投资"), time.span.end):
                yield time
            continue
        index = bisect_right(starts, at) - 1
        near = index >= 0 and at - starts[index] <= PLAN_REACH and text.find("\n", starts[index], at) < 0
        summed = text.startswith("累计", time.span.end)
        if summed and not near and index >= 0:  # below a heading that names another plan: it tells of that one
            near = _heads(text, starts[index], at)
        years = plans[index][1] if near else titled if summed else running
        yield Time(time.span, "period", years[1], years) if years else time


_END = ("末", "末期")
"""比“十三五”末: the last year of a plan, and no stretch."""
_FIVE = late("这?五年内|这五年(?=计划|[将要])|五年(?=合计|投资|累计)")
PLAN_REACH = 600
"""How far before 五年内 the plan is named."""
_TITLED = late(r"[^。；\n]{0,60}(?:规划|纲要|计划|方案|意见)》?(?:的通知)?\s*")
_HEADING = late(r"^[^，。；\n]{2,24}$", re.MULTILINE)


def _line_of(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _heads(text: str, start: int, at: int) -> bool:
    """Whether the line at `start` is the last heading before `at`."""
    first, end = _line_of(text, start)
    return _HEADING.match(text, first) is not None and _HEADING.search(text, end, text.rfind("\n", 0, at) + 1) is None


def _of_title(text: str, plans: list[tuple[int, tuple[int, int]]], now: int | None) -> tuple[int, int] | None:
    """甲省“十四五”环保规划: the years of the plan that a text is, unless it speaks when they are over."""
    if not plans or not _TITLED.fullmatch(text, *_line_of(text, plans[0][0])):
        return None
    years = plans[0][1]
    return years if plans[0][0] <= PLAN_TOP and (now is None or now < years[1]) else None


PLAN_TOP = 120
"""How far into a text its title stands."""


def _times(text: str, published: date | None) -> Iterator[Time]:
    for match in TIME.finditer(text):
        groups = match.groupdict()
        if groups["headline"] and UNIT.match(text, match.end("headline")):
            continue
        start = match.end("base") if groups["base"] else match.start()
        start += text[start].isspace()
        end = match.end() - match[0].endswith("，")
        time = resolve(groups, text, match, published)
        if time is None or is_no_time(text, match):
            continue
        kind, year, period = time
        if kind == "year" and year and published and year > published.year and is_edition(text, match):
            continue
        if kind == "year" and _BY.match(text, match.end()):
            kind = "deadline"
        elif kind == "deadline" and _has_passed(match[0], published):
            kind = "year"
        elif kind == "deadline" and text.endswith("恢复", 0, match.start()):
            kind, start = "year", match.start() + 1  # 恢复到 | 2019年的60%
        if _is_baseline(groups["base"], text, match):
            kind, start = "baseline", match.start()
            vague = groups["plan"] and not (groups["when"] or "").endswith(_END)
            year = None if groups["month"] or vague or groups["present"] or groups["past"] else year
        elif groups["base"] in ("从", "由") and any(at.match(text, match.end()) for at in (_VALUE, _MOVED, _LED_ON)):
            kind = "origin"
        yield Time(Span(start, end), kind, year, period)


_VALUE = late("时?的?[约近]?[0-9.一二两三四五六七八九十百]")
"""由1954年的25%, 从2021年时的三成."""
_MOVED = late(r"(?:同期)?的?(?:上[涨升]|下[降跌]|增长|减少|回[升落])[0-9.]{1,6}(?:%|个百分点)(?:转|扩大|收窄|升|降|回)")
"""由上年10月下跌0.4%转升."""
_LED_ON = late(
    r"[底末初]?的?[^，。；、\n0-9]{1,10}?[0-9][^，。；、\n]{0,12}?"
    r"(?:提[高升]|[上跃攀]升|升|增[加长]?|扩大|下?降低?|压[缩减]|缩[短减]|减少?|延长|[上下]调)了?[到至为]"
)
"""从2020年每天处理40吨提升到90吨."""
_AS_THEN = late(r"[底末初]?(?:同期|水平)?(?:大体|大致|基本|总体)?(?:相同|一致|持平|相当|相近|一样)")
"""涨幅 | 与去年5月相同: like 比去年5月, it is told of what is compared with."""
_BY = late(rf"[底末]?之?前(?!{COUNT}个?[月季])|以前")
"""2022年6月底前: due by then; but 2022年前三季度."""
_MONTH = late(r"((?:19|20)[0-9]{2})年([0-9]{1,2})月")
_MEASURED = late(r"(?:[高低多少快慢大小好优]于|相当于|超过)$")
_NEAR_IT = ("超过了", "不及", "不如")
_LEVEL = late("的?(?:同期)?的?水平(?!为|是|[0-9])")
"""高于去年, 相当于2015年的60%; 不及去年."""


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


_TIMES = late("(?:同期|水平)?的[约近]?[0-9.．一二两三四五六七八九十点·]{1,6}多?倍")
"""等于1949年的四点二倍."""


_BEFORE_THAT = late(
    r"[比较](?:疫情(?:发生|暴发)?前的?|基[准期数]年?|[^，。；、0-9]{0,3}(?:[0-9]{4}年|[上去前]年|上个?[月周]|上个?季度)[^，。；、0-9]{0,3}[、和])$"
)
"""比疫情暴发前的 | 2017年春季增长5%, 比基准年 | 2019年, 比上月末、 | 上年同期高."""
_REFERENCE = ("的基础上", "基础上", "为基期", "为基数", "为基准", "为基年", "为参照", "作为基")
"""以2020年 | 为基期."""
BUILT_ON = late(r"的?约?[0-9.]{1,9}[万亿]{0,2}(?:%|[\u4e00-\u9fff]{0,4}?)(?:左右)?的?基础上")
"""在2020年 | 50家的基础上翻一番."""
_SHARE_OF_THEN = late(r"(?:同期|水平)?[^，。；、0-9]{0,10}的[约近]?[0-9.]{1,6}多?倍")
_REACHES = late(r"(?:达到?了?|约为)[约近]?$")
"""累计退税达 | 去年全年退税规模的3.2倍."""


def _is_baseline(base: str | None, text: str, match: re.Match[str]) -> bool:
    """比2020年, 与2014年同期对比, 是1998年的10倍, 从2015年的69%提高: the year measured from."""
    if base in ("比", "较") or _BEFORE_THAT.search(text, max(0, match.start() - 14), match.start()):
        return True
    if _MEASURED.search(text, max(0, match.start() - 3), match.start()):
        return True
    if match["deictic"] and _is_a_level(text, match):
        return True
    after = text[match.end() : match.end() + 12]
    if after.startswith(_REFERENCE) or BUILT_ON.match(text, match.end()):
        return True
    if _REACHES.search(text, max(0, match.start() - 4), match.start()) and _SHARE_OF_THEN.match(text, match.end()):
        return True
    if base in ("与", "同"):
        return "比" in after[:8] or _AS_THEN.match(after) is not None
    if _TIMES.match(after):
        return True
    return base in ("是", "为") and re.match("[^，。；]{0,10}的?[0-9.．]+多?倍", after) is not None


def _is_a_level(text: str, match: re.Match[str]) -> bool:
    """不及去年, 接近去年水平; but not 超过了去年300万台的订单."""
    if text.endswith(_NEAR_IT, 0, match.start()):
        return _VALUE.match(text, match.end()) is None
    return _LEVEL.match(text, match.end()) is not None
