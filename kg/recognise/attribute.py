"""Attributes: words such as 占比, 营业收入 or 总投资 that say nothing without the thing they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon.predicate import ADVERBS, ATTRIBUTES, INNER, ending
from kg.model import Span
from kg.recognise.frame import parse_left
from kg.recognise.front import parse_front
from kg.recognise.period import Time
from kg.recognise.phrase import Phrase

ATTRIBUTE = re.compile(
    rf"(?:总|规划|其|年均?|[一二三四五六七八九十0-9]+年|全年|日|日均|月均|实际|平均|累计|预计|设计)?(?:{'|'.join(ATTRIBUTES)})"
)
_SIZE = re.compile(r"(?:超过|超|逾|突破|不低于)?[0-9.]+[万亿]*(?:元|美元|亩|吨|平方米|千瓦)")


_COMPOUND = re.compile(
    r"(?:固定资产投资|研发(?:经费|费用)?(?:投入|支出|总额)?|(?:调整后|摊薄)?每股(?:收益|亏损|盈利)|营业总?收入|主营业务收入|进出口总[额值])(?:总额|强度|增速)?$"
)
"""Attributes that hold another: 中央企业 | 固定资产投资."""


def owner_of(text: str, phrase: Phrase) -> Phrase:
    """The phrase without its own attribute.

    >>> t = "水厂日处理能力"
    >>> [t[a:b] for a, b in owner_of(t, (Span(0, len(t)),))]
    ['水厂']
    """
    *front, last = phrase
    if own := _COMPOUND.search(text, max(last.start, last.end - TOPIC_SIZE), last.end):
        return (*front, Span(last.start, own.start())) if own.start() > last.start else tuple(front)
    for start in range(last.start, last.end - 1):
        if ATTRIBUTE.fullmatch(text, start, last.end):
            return (*front, Span(last.start, start)) if start > last.start else tuple(front)
    return phrase


OF_FIGURE = ("增速", "增幅", "升幅", "降幅", "涨幅", "跌幅", "预期", "预估", "前值", "初值", "终值", "修正值", "同期")
"""Attributes of a figure and not of a thing: 业务收入 | 增速."""


def without_figure(text: str, phrase: Phrase) -> Phrase:
    """The figure itself: 核心CPI | 前值 → 核心CPI."""
    return phrase[:-1] if len(phrase) > 1 and text.endswith(OF_FIGURE, *phrase[-1]) else phrase


_TOLD = re.compile(
    r"(?<![之以])(?:连续|实现|(?<!收)获得?|[已将]|正式|今[天日年晚早晨]|昨[天日晚夜]|日前|近日|全线|全面|顺利|成功|开工|建成|通车|开通|投产|竣工|启动|完工|贯通|投运|投入|投用|入选|是|位于|坐落|(?<![作行成认])为|(?<![自理])由|(?<![存现所内])在|(?<![所国私共拥含稀])有(?![效机色限关序线])|稳步|持续|快速|继续|保持|大幅|首次|突破|进入|进展|开始|屡创|再创|创下|创新高|增产|增长(?![率点极])|下降(?!率)|取得|再次|再获|呈|却|也(?=[在于从已将])|跨越|地处|即将|被|[最备广]受|[自从](?=[^，的]{2,14}[至到][^，的]{2,16}$)|历史性|跃居|位居|获批|喜获|不但|不仅|没有|并未|尚未|[\u4e00-\u9fff]{2}了)"
)
_OF_THING = re.compile(
    r"全长|总长|长度|总?投资额?|设计时速|时速|建筑面积|占地面积|总面积|库容|总库容|装机容量|总装机容量|桥隧比|主跨|造价|里程"
)
_NO_TOPIC = re.compile(r"(?:核算|统计|测算|指标|情况|形势|态势|工作|经济|运行|方面|目前|[均都])$|[，：“]")
PROPER_SIZE = 3
"""A name of at least this length says enough without what describes it: 甲市至乙市的 | 甲乙铁路."""
_GOVERNING = "据经按依截从在对为由以于自除当与同"
"""A clause that opens so is no mere name: 据初步核算，."""
BARE_SIZE = 10
"""Longest clause that may be a mere name: 石油工业建设，五年投资一百亿元."""
TOLD_REACH = 80
"""How far into a clause its verb is looked for."""
TOPIC_SIZE = 20
"""Longest name taken from a clause before for the thing that an attribute is of."""
LIST_SIZE = 60
"""The same of a list of things."""


def topic_of(text: str, clause: Span, times: Sequence[Time]) -> Span | None:
    """What a clause without a number is about, from the words left of its verb.

    >>> t = "甲乙铁路今天开通运营"
    >>> t[slice(*topic_of(t, Span(0, len(t)), ()))]
    '甲乙铁路'
    """
    told = _TOLD.search(text, clause.start + 1, min(clause.end, clause.start + TOLD_REACH))
    if told is None and (clause.end - clause.start > BARE_SIZE or text[clause.start] in _GOVERNING):
        return None
    if (opens := _TOLD.match(text, clause.start)) and opens[0][0] not in "今昨日近":
        return None
    if told is None:
        topic = parse_left(text, clause.start, clause.end, times).name
    else:
        topic = parse_front(text, Span(clause.start, told.start()), times).name
    while (adverb := ending(text, topic.start, topic.end, ADVERBS)) and not _is_within(text, topic, adverb[0]):
        topic = Span(topic.start, topic.end - len(adverb[0]))
    listed = text.find("、", *topic) >= 0
    head = 0 if listed else text.rfind("的", topic.start, topic.end - PROPER_SIZE) + 1
    topic = Span(max(head, topic.start), topic.end)
    fits = 2 <= topic.end - topic.start <= (TOPIC_SIZE if not listed else LIST_SIZE) and not _NO_TOPIC.search(
        text, *topic
    )
    return topic if fits and not ATTRIBUTE.fullmatch(text, *topic) else None


_MADE = re.compile(
    r"(?:设立|成立|组建|开通|建成|建起|打造|推出|启动建设|开工建设|启动|新建|引进|签署|签约|规划建设|建设)了?"
    r"(?!建设|投入|投产|投用|通车|并网|运营|使用|工作|仪式)(?P<thing>(?:(?!最)[\u4e00-\u9fff“”A-Za-z0-9]){3,20})"
)


def object_of(text: str, clause: Span) -> Span | None:
    """What a clause without a number says is made: its length, size or cost is told next.

    >>> t = "某省开通了甲乙高速公路"
    >>> t[slice(*object_of(t, Span(0, len(t))))]
    '甲乙高速公路'
    """
    made = _MADE.search(text, max(clause.start, clause.end - 2 * TOPIC_SIZE), clause.end)
    if made is None or made.end() != clause.end or _TOLD.search(text, *made.span("thing")):
        return None
    return Span(*made.span("thing"))


def _is_within(text: str, topic: Span, word: str) -> bool:
    """Whether a word is the end of a longer one: 委员 | 会."""
    return text[topic.end - len(word) - 1] in INNER.get(word, "")


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
