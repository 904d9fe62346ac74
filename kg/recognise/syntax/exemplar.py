"""Lists that stand for more or are summed up: A、B等行业销售额, A、B两省进口额, A、B等价格均涨."""

from __future__ import annotations

import re

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.coordination import split_at_marks
from kg.recognise.syntax.phrase import Phrase, split


def exemplify(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many examples as there are numbers, each with what they are examples of; () otherwise.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "食品、家电等行业零售额"
    >>> [words(t, p) for p in exemplify(t, Span(0, len(t)), 2)]
    ['食品零售额', '家电零售额']
    """
    found = _EXAMPLES_OF.search(text, *span)
    listed = Span(span.start, found.start()) if found else span
    items = split(text, listed) if found else ()
    if found and len(items) != count:
        items = tuple(item[0] for item in split_at_marks(text, listed, count))
    if found is None or len(items) != count:
        return ()
    return tuple((item, Span(found.end(), span.end)) for item in items)


_SO_MANY = late(
    r"(?<=[\u4e00-\u9fff”）])(?:[两二三四五六七八九十]|[2-9])(?:[个大家]|个?重点)?"
    r"(?:省市|省份|地区|城市|区县|市县|行业|企业|公司|领域|银行|[省市县区国州])的?(?=[\u4e00-\u9fffA-Z]{2})"
)


def count_out(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many items as there are numbers, each with what is told of so many of them; () otherwise.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "甲省、乙省两省进口额"
    >>> [words(t, p) for p in count_out(t, Span(0, len(t)), 2)]
    ['甲省进口额', '乙省进口额']
    """
    told = _sharing(text, span, _SO_MANY) if count > 1 else ()
    return told if len(told) == count else ()


def each_trade(text: str, span: Span) -> tuple[Phrase, ...]:
    """Trades that are examples and share one number, each with its own: 甲、乙等行业 | 指数 | 均 | 高于50%.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "纺织、医药等行业生产指数"
    >>> [words(t, p) for p in each_trade(t, Span(0, len(t)))]
    ['纺织行业生产指数', '医药行业生产指数']
    """
    told = _sharing(text, span, _TRADES)
    return told if len(told) > 1 else ()


def _sharing(text: str, span: Span, sums_up: re.Pattern[str]) -> tuple[Phrase, ...]:
    """The items before what sums them up, each with what stands behind that."""
    found = sums_up.search(text, *span)
    items = split(text, Span(span.start, found.start())) if found else ()
    return tuple((item, Span(found.end(), span.end)) for item in items) if found else ()


_TRADES = late(
    r"等(?=行业|领域|产业|板块)"
    rf"|(?<![高中初平同劣优上相均])等(?:商品|产品)?(?=(?:平均|批发|零售|出厂|销售)?{any_of(FIGURES)}(?:同比|环比)?(?:{any_of(FIGURES)})?$)"
)
"""白菜、鸭蛋等 | 价格涨幅 | 均超8%: each has a figure of its own."""
_EXAMPLES_OF = late(
    r"(?<![高中初平同劣优上相均])等(?:行业|领域|产业|板块|地区|地|省份|城市)?(?:的)?(?=[\u4e00-\u9fff]{2})"
)
