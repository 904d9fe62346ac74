"""Attributes: words such as 占比, 营业收入 or 总投资 that say nothing without the thing they belong to."""

from __future__ import annotations

from kg.lexicon.predicate import ATTRIBUTES
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.phrase import COUNTRIES, Phrase

ATTRIBUTE = late(
    rf"(?:[同环]比(?=.)|授予|获批|总|(?:整体|总体)?规划|营业|运营|通车|其|(?<!财)年均?|[一二两三四五六七八九十0-9]+年(?:平均)?|全年|日|日均|月均|实际|平均|累计|预计|设计|总体|装机|所占|剩余(?:平均)?)?(?:{'|'.join(ATTRIBUTES)})"
)
_LAST = frozenset(word[-1] for word in ATTRIBUTES)
_SIZE = late(r"(?:超过|超|逾|突破|不低于)?[0-9.]+[万亿]*(?:元|美元|亩|吨|平方米|千瓦)")


DIMENSIONS = frozenset("长宽高深厚重")
"""Attributes of one character: 船坞 | 长300米、宽50米."""
_SIDE = late(
    r"(?P<thing>[\u4e00-\u9fff]{1,2}(?<![增延成生特部会校市队提走新最加拓放比权体水总全]))(?:走向|全)?[长宽高深厚重]$"
)
SIDE_SIZE = 5


def is_attribute(words: str) -> bool:
    """Whether words say nothing without the thing they are of: 占比, 年营业收入."""
    return words[-1:] in _LAST and ATTRIBUTE.fullmatch(words) is not None


_COMPOUND = late(
    r"(?:固定资产投资|(?<=[企行]业)工业(?:增加值|总产值)|建设里程|(?:种植|播种)面积|研发(?:经费|费用)?(?:投入|支出|总额)?|(?:调整后|摊薄)?每股(?:收益|亏损|盈利)|(?:营业总?|主营业务|(?<=[业成现])业务|保费|票房)收入|进出口总[额值]|(?:客|人|车)流量|游客量|人次)(?:总额|强度|增速)?$"
)
"""Attributes that hold another: 中央企业 | 固定资产投资."""


OWNED_SIZE = 20
"""Longest attribute that holds another, in characters."""


def owner_of(text: str, phrase: Phrase) -> Phrase:
    """The phrase without its own attribute.

    >>> t = "水厂日处理能力"
    >>> [t[a:b] for a, b in owner_of(t, (Span(0, len(t)),))]
    ['水厂']
    """
    *front, last = phrase
    if own := _COMPOUND.search(text, max(last.start, last.end - OWNED_SIZE), last.end):
        return (*front, Span(last.start, own.start())) if own.start() > last.start else tuple(front)
    if front and last.end - last.start == 1 and text[last.start] in DIMENSIONS:
        return tuple(front)
    for start in range(last.start, last.end - 1) if text[last.end - 1] in _LAST else ():
        if ATTRIBUTE.fullmatch(text, start, last.end):
            return (*front, Span(last.start, start)) if start > last.start else tuple(front)
    side = _SIDE.search(text, max(last.start, last.end - SIDE_SIZE), last.end)
    return (*front, Span(last.start, side.end("thing"))) if side else phrase


OF_FIGURE = (
    "复合增长率",
    "复合年增长率",
    "增速",
    "增幅",
    "升幅",
    "降幅",
    "涨幅",
    "跌幅",
    "预期",
    "预估",
    "前值",
    "初值",
    "终值",
    "修正值",
    "同期",
    "奋斗目标",
)
"""Attributes of a figure and not of a thing: 业务收入 | 增速."""


FIGURE_SIZE = 4
"""Longest attribute of a figure, in characters: 7月终值. Longer ones hold the figure: 乙国 | 制造业指数终值."""


def without_figure(text: str, phrase: Phrase) -> Phrase:
    """The figure itself: 核心CPI | 前值 → 核心CPI."""
    owned = text[slice(*phrase[0])] in COUNTRIES or phrase[-1].end - phrase[-1].start > FIGURE_SIZE
    return phrase[:-1] if len(phrase) > 1 + owned and text.endswith(OF_FIGURE, *phrase[-1]) else phrase


ESTIMATES = ("初值", "终值", "修正值")
"""Readings of one figure, one of which stands for another: CPI初值2%，上月终值3%."""


def without_estimate(text: str, phrase: Phrase) -> Phrase:
    """The figure without the reading it names: 制造业PMI | 初值 → 制造业PMI."""
    *front, last = phrase
    own = next((len(word) for word in ESTIMATES if text.endswith(word, *last)), 0)
    kept = Span(last.start, last.end - own)
    return (*front, kept) if kept.end > kept.start else tuple(front)


_OF_THING = late(
    r"全程|全长|总长|长度|占地|规划面积|总建筑面积|设计速度|总?投资额?|设计时速|时速|建筑面积|占地面积|总面积|库容|总库容|装机容量|总装机容量|桥隧比|主跨|造价|里程"
)


def is_of_thing(words: str) -> bool:
    """Whether an attribute is of a thing that may have been named sentences before: 全长, 总投资."""
    return _OF_THING.fullmatch(words) is not None


def size_front(text: str, body: str, before: Phrase) -> Span | None:
    """其中超20亿元项目: what came before the size class of the last indicator counts for this one too."""
    if not _SIZE.match(body):
        return None
    span = before[0]
    found = _SIZE.search(text, span.start, span.end)
    return Span(span.start, found.start()) if found and found.start() > span.start else None
