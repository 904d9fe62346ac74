"""Marks on the way that tell of a rank or a step: 首个 | 千米隧道, 第三个 | 3万亿 | 城市, 迈过 | 5万亿 | 门槛."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity

_FIRST = late(
    "(?:首|第一)[个座条家艘台款只](?P<figure>[\u4e00-\u9fff]{0,8}[量额值])?(?:[前上一二三四]{1,2}(?:季度|半年)|全年|年)?(?:[登迈站跃跨]上|[迈跨]过|跨越)?$"
)
_OF_FIRST = late(r"[^，。；、0-9]{0,6}的[\u4e00-\u9fff]{2}")
"""首个 | 超过千米的 | 隧道: what is the first to be so large."""
FIRST_REACH = 20
"""How far before the number 首个 may stand."""
_OF_PLACE = late(r"的[^，。；]{0,8}?(?:国家|省份|城市|地区|[省市县])(?![\u4e00-\u9fff])")
"""首个蓄积量突破9亿立方米的 | 省份: whose figure that is."""


def is_first(text: str, quantity: Quantity) -> bool:
    """首个 | 超过千米的 | 隧道, 首座登上万亿台阶的城市: what it is the first to reach."""
    start, end = quantity.outer
    passes = quantity.comparator == "gt" or text.startswith(("台阶", "大关"), end)
    first = _FIRST.search(text, max(0, start - FIRST_REACH), start) if passes else None
    if first is None or (first["figure"] and _OF_PLACE.match(text, end)):
        return False
    return _OF_FIRST.match(text, end) is not None


_OF_RANK = late(r"(?:城市|之城|赛道|新?征程|[强大][省市县](?!场))(?![\u4e00-\u9fff]{0,2}居民)")
"""第三个 | 3万亿 | 城市, 迈向 | 万亿 | 赛道."""
_TAKES_YEARS = late(r"，[^，。；0-9]{0,10}?(?:[只仅]?用|花|历时|耗时)了?(?:约|近|不到)?[0-9一二两三四五六七八九十半]")
_STEPPED_OVER = late(
    r"(?:^|[，。；：\s])(?![^，。；]{0,24}(?:GDP|总[量值额]|收入|产值|规模))"
    r"[^，。；]{0,24}(?:冲[击刺]|迈[进向]|(?:[要应需先]|努力|才能)[^，。；]{0,6}(?:迈|[跨越]过?|过))了?$"
)
"""两市还要迈过 | 5万亿门槛, 丙市冲击 | 1万亿门槛: what one still has to pass, where no figure is named."""
_DOORSTEP = ("门槛", "的门槛")
STEP_REACH = 28
"""How far before the number the clause may begin that tells of the step."""
_SUM = 10**10
"""No smaller sum of money is a mark."""


def is_mark(text: str, quantity: Quantity) -> bool:
    """第三个 | 3万亿 | 城市, 从 | 1万亿到2万亿 | ，用了6年: a mark on the way that tells of a rank or a step."""
    if quantity.value < _SUM or quantity.unit_class not in ("", "money"):
        return quantity.value >= _SUM and quantity.unit_class == "self_naming"
    start, end = quantity.outer
    step = text[start - 1] == "从" and _TAKES_YEARS.match(text, end) is not None
    return step or _is_stepped_over(text, quantity) or _OF_RANK.match(text, end) is not None


def _is_stepped_over(text: str, quantity: Quantity) -> bool:
    """两市要迈过 | 5万亿 | 门槛: a step of nothing that the clause names; but GDP要迈过 | 5万亿 | 门槛."""
    start, end = quantity.span
    if quantity.unit or not text.startswith(_DOORSTEP, end):
        return False
    return _STEPPED_OVER.search(text, max(0, start - STEP_REACH), start) is not None
