"""Regions and firms that do better or worse than another or than a mark: 8个省份 | 增速高于全国."""

from __future__ import annotations

import re

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.phrase import trim

_WHO = r"(?:省份|省区市|省市区|(?:地级|中心|重点|主要)?城市|地区|国家(?!和)|经济体|区县|县区|市县|行业|企业|公司)"
_YEAR = r"(?:20[0-9]{2}年|今年|去年)?"
_FIGURE = rf"{_YEAR}[^，。；的、0-9]{{0,14}}?(?:GDP|目标|{any_of(FIGURES)})"
_AND = r"(?:同比|均|都|已|明显|远|略)*"
_SURPASSES = late(
    rf"(?P<who>(?:[^和与及的，。；、0-9]{{2,4}})??{_WHO})的?"
    rf"(?P<does>(?:{_FIGURE})?{_AND}(?:跑赢|跑输|[高低快慢好优]于|超(?![市级声算])过?|突破|超越|不及)(?![的了])(?:{_YEAR}|[0-9.]+(?:%的)?)[^，。；的0-9]{{2,16}}"
    rf"|{_FIGURE}{_AND}(?:在|达到?|为)[0-9.]+%?[万亿]*元?及?以[上下])"
)
_SURPASSES_LEVEL = late(
    rf"(?P<who>(?:[^和与及的，。；、0-9]{{2,4}})??{_WHO})的?"
    rf"(?P<does>(?:{_FIGURE})?{_AND}(?:[高低快慢好优]于|超过?)[0-9.]+%的(?:全[国省市区县球]|世界|行业)的?(?:平均)?水平)"
)
"""省份 | 增速高于5%的全国水平: the level is a figure of its own."""
_WHOSE = late(rf"(?:[^和与及的，。；、0-9]{{2,4}})??{_WHO}的?(?:{_FIGURE})?{_AND}")
_WHOSE_IN = late(rf"(?:[^和与及的，。；、0-9]{{2,4}})??{_WHO}的?{_FIGURE}{_AND}(?:在|达到?|为)")
"""7成省份 | 增长目标在 | 6%及以上."""
_COUNTERS = "个家只成%"
_ENDS = late(r"[，。；\n]|$")

_LEVEL = late(r"的(?P<whole>全[国省市区县球]|世界|行业)的?(?:平均)?(?:水平|增速|均值)(?=[，。；、\n]|$)")
"""高于5%的 | 全国 | 水平: the other order."""


def surpasses(text: str, start: int, limit: int) -> tuple[Span, Span] | None:
    """Who is counted and what they surpass; None where the words after the number tell of no such.

    >>> t = "个省份上半年GDP增速跑赢全国"
    >>> who, does = surpasses(t, 1, len(t))
    >>> t[slice(*who)], t[slice(*does)]
    ('省份', '上半年GDP增速跑赢全国')
    """
    if text[start - 1] not in _COUNTERS:
        return None
    found = _SURPASSES.match(text, start, limit) or _SURPASSES_LEVEL.match(text, start)
    return (Span(*found.span("who")), trim(text, Span(*found.span("does")))) if found else None


def _is_sum(mark: Quantity) -> bool:
    return mark.unit_class == "money" or (mark.unit_class == "" and mark.value >= SUM)


SUM = 10**8
"""From here on a number without a unit is one of money: 省份超过 | 万亿."""


def passes_mark(text: str, before: Quantity, mark: Quantity) -> bool:
    """Whether a number only tells which mark those counted have passed: 9个城市 | GDP超过 | 3万亿元,
    7成省份 | 目标在 | 6%以上."""
    above = mark.outer.start < mark.span.start and mark.comparator in ("gt", "ge") and _is_sum(mark)
    bound = mark.outer.end > mark.span.end and mark.comparator in ("ge", "le") and mark.unit_class in ("money", "ratio")
    several = (before.unit == "个" and before.value > 1) or before.unit_class == "ratio"
    told = _WHOSE if above else _WHOSE_IN if bound else None
    whose = told.fullmatch(text, before.outer.end, mark.outer.start) if several and told else None
    return whose is not None and _ENDS.match(text, mark.outer.end) is not None


def is_level(text: str, quantity: Quantity) -> re.Match[str] | None:
    """高于 | 5% | 的全国水平: the level of the whole, which tells of no one of those counted."""
    above = quantity.comparator in ("gt", "ge", "lt", "le") and quantity.outer.start < quantity.span.start
    return _LEVEL.match(text, quantity.outer.end) if above else None
