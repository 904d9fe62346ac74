"""How long it takes to get somewhere: 甲市至乙市 | 2小时 | 通达."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.comparison import ARRIVES
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.naming import Naming, Place

_ARRIVES = late(rf"(?:[之以]?内|左右)?{ARRIVES}")
_ROUTE = late(
    r"(?:(?<=[，。；：\n])|(?<=乘[\u4e00-\u9fff]{2})|^)(?:从|由|(?:建成|开通|通车|投运)[^，。；：]{0,4}后，?)?"
    r"(?P<route>[^，。；：、\n]{2,10}[至到][^，。；：\n]{2,16}?|两[地城市](?!到))之?间?，?"
    r"(?:预计|将|可以?|能够?|均|都|只|仅|需要?|用时?|最快|全程|实现|在|为|约)*$",
)
REACH = 48
"""How far before a number its route may begin."""


def _route(text: str, quantity: Quantity) -> Span | None:
    start = quantity.outer.start
    if quantity.unit not in ("小时", "分钟") or not _ARRIVES.match(text, quantity.span.end):
        return None
    found = _ROUTE.search(text, max(0, start - REACH), start)
    return Span(*found.span("route")) if found else None


def is_journey(text: str, quantity: Quantity) -> bool:
    """Whether a time tells how far apart two places are; 辗转3小时抵达 only tells of one journey."""
    return _route(text, quantity) is not None


def name_journey(place: Place) -> Naming | None:
    """甲市至乙市 | 可实现2小时通达: the two places name it."""
    route = _route(place.text, place.first) if len(place.group) == 1 else None
    return Naming(((route,),), "noun-number", "时间") if route else None
