"""What is said of a figure, and is no part of its name: 乙市茶价涨幅 | 最大，为2%; 从茶价涨幅 | 数据看，分别为…."""

from __future__ import annotations

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late

_RANK = late(
    r"(?:(?<=[量额价值格率速幅数])(?:为?最[高大低小多少快慢]|居首|居前|领先|靠前)"
    r"|(?<=[\u4e00-\u9fff]{2})(?:的?(?:数据|情况))?来?看)$"
)
RANK_SIZE = 7
_LED = late(
    rf"(?<=[\u4e00-\u9fff])[是为](?P<figure>[^，。；：、是为]{{0,16}}?(?:GDP|{any_of(FIGURES)}))(?:指数)?"
    r"(?:[同环]比)?(?:增长|[上下][涨跌升降]|回[升落]|[涨跌降增]幅|增速)最[大多高快小低明]显?的(?:城市|省份|地区|国家|行业|品种)"
)
LED_REACH = 60


def without_rank(text: str, clause: Span) -> Span:
    """The clause up to what it only says of its figure.

    >>> t = "甲市茶价涨幅最大"
    >>> t[slice(*without_rank(t, Span(0, len(t))))]
    '甲市茶价涨幅'
    """
    found = _RANK.search(text, max(clause.start, clause.end - RANK_SIZE), clause.end)
    return Span(clause.start, found.start()) if found else clause


def figure_led(text: str, start: int, end: int) -> Span | None:
    """甲市和乙市是 | 茶价 | 环比上涨最多的城市，涨幅为2%和1%: the figure of those who lead in it."""
    found = _LED.search(text, max(start, end - LED_REACH), end)
    return Span(*found.span("figure")) if found else None
