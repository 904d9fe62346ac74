"""Which time a line hands on to the next: a heading, an item or a line without a full stop reads on."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Block, Span
from kg.pattern import late
from kg.recognise.time.period import Time


def with_period(time: Time | None, period: Time | None) -> Time | None:
    """A year that ends the plan period named before stands for that period on the lines that follow."""
    if time is None or period is None or time.period or time.year != period.year or time.kind == "relative":
        return time
    return replace(time, period=period.period)


SHORT_LINE = 80
"""Lines up to this length below an introduction (1985年的指标如下：) are its items, marked or not."""
_ASIDE = late(r"[。！？!?][\s\u3000]*[（(][^（()）。]{2,80}[）)]$")
ASIDE_REACH = 90


_MOVES = late(
    r"[\s\u3000]*(?:[同环]比|[比较](?:上年|去年|上月)(?:同期|末)?)(?:实际|名义)?(?:增[长加]|上升|提高|下降|降低|减少|回落|持平)[^，。；\n]{1,14}"
)
"""同比增长5%, a line by itself: a poster breaks its lines before it."""


def moves_on(text: str, block: Block) -> bool:
    """Whether a line only tells how the figure of the line before moved."""
    return block.end - block.start <= SHORT_LINE and _MOVES.fullmatch(text, block.start, block.end) is not None


def reads_on(text: str, block: Block) -> bool:
    """Whether the next block reads on in the time of this one: items of a list, lines without a full stop.

    Who is to do it may stand behind the full stop: 。（责任单位：市财政局）
    """
    if block.kind == "item":
        return True
    ends = text[block.end - 1]
    if ends in "）)":
        return _ASIDE.search(text, max(block.start, block.end - ASIDE_REACH), block.end) is None
    return ends not in "。！？!?"


_TWO_YEARS = late("[0-9]{4}年?[—–～~至到-]+[0-9]{4}年")
_SO_FAR = late(r"[^。；0-9]{0,24}?[^，。；0-9]{2,16}(?:以来|至今)，?[^，。；]{0,12}?(?:已|累计|共)")
"""自投产以来，已 | 累计生产原油13亿吨."""


def tells_so_far(text: str, sentence: Span, time: Time, year: int | None) -> bool:
    """Whether a sentence tells what has come about up to `year`, after a time before it: 自投产以来，已累计生产…"""
    over = year is not None and time.year is not None and time.year < year
    return over and _SO_FAR.match(text, *sentence) is not None


_STATES = late(r"(?:[率度量]|比例|比重|面积|里程|总数|规模)(?:已经?)?达到?")


def tells_state(text: str, sentence: Span, time: Time, year: int | None) -> bool:
    """2019—2024年，改造小区3万个。| 绿地率达到40%: whether a sentence tells how things are after years that are over
    in `year`."""
    if time.period is None or year is None or time.period[1] >= year:
        return False
    return _TWO_YEARS.match(text, *time.span) is not None and _STATES.search(text, *sentence) is not None


_CIRCUMSTANCE = late(r"[^，。；0-9]{1,16}(?:的(?:情况|背景|条件|形势)下|基础上)")
"""在前三年客流回落的 | 背景下: under what something is so, and not when."""
_TREATED = late("(?<![面针相])(?:对|关于|围绕)$")
"""对 | 2025年度开工的项目给予奖励: a time that tells of which ones, and not when."""
_PURSUED = late("(?:落实|锚定|瞄准|对标|对接)好?$")
_PURSUIT = late(r"[^，。；]{0,24}(?:目标|议程|愿景)(?=[，。；、])")
"""落实 | 2030年减排目标: what is pursued is of that year, not what the next sentences tell."""


_BEGAN = late(r"(?:正式|全[线面])?(?:开工|动工|开建|奠基|启动(?=建设))(?:建设|修建)?，(?!当年)")
_TO_BEGIN = late(r"(?:将|拟|计划|预计|力争|有望)[于在]?$")
"""2016年12月 | 开工建设，全长90公里: when works began, unless that is to come."""


def tells_which(text: str, time: Time) -> bool:
    """Whether a time tells under what something is so, of which ones, or when works began, and not when."""
    before = max(0, time.span.start - 3), time.span.start
    if _BEGAN.match(text, time.span.end) and not _TO_BEGIN.search(text, *before):
        return True
    if _CIRCUMSTANCE.match(text, time.span.end) or _TREATED.search(text, *before):
        return True
    return _PURSUED.search(text, *before) is not None and _PURSUIT.match(text, time.span.end) is not None


LAST_YEAR = late(r"上一?年度")
_FIRST_YEARS = late(r"[前后][一二两三四五](?:个|年)(?:年度|内)?(?:每年)?(?:按|给予|免|减|全额|分别按)")


def is_of_recipient(text: str, time: Time) -> bool:
    """其上年度 | 缴纳的保险费, 前三年 | 按租金的50%给予补贴: the years of whoever gets it."""
    own = LAST_YEAR.match(text, *time.span) is not None and text[time.span.start - 1] in "其该"
    return own or _FIRST_YEARS.match(text, time.span.start) is not None


_EDITION = late(r"《[^《》\n]{2,40}[（(](?P<year>20[0-9]{2})年版[）)]》[^，。；]{0,6}(?:来?看|中|显示)$")
"""从《甲名录（2020年版）》中，: the year of the edition whose entries are told of."""


def edition_told(text: str, clause: Span) -> Time | None:
    """The year of the edition that a clause looks into; None where it names none."""
    found = _EDITION.search(text, *clause) if text.find("年版", *clause) >= 0 else None
    return Time(Span(*found.span("year")), "year", int(found["year"])) if found else None
