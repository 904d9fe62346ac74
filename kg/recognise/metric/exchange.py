"""Rates of exchange: 1美元兑 | 6.7元人民币, （1欧元=7.2元人民币）."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.naming import Naming, Place

_FOR = r"\s*(?:可?兑换?|折合|约?合|约?等于|[：:=≈＝])约?\s*"
_GETS = late(rf"{_FOR}[0-9]|兑")
_ONE = late(rf"(?<![0-9.])1(?P<what>[\u4e00-\u9fff]{{1,4}}?(?:元|镑|法郎|卢布|卢比|铢)){_FOR}$")
REACH = 16
"""How far before a number the money may stand that one gets it for."""


def is_exchanged(text: str, quantity: Quantity) -> bool:
    """Whether so much money only stands for its kind: 1美元 | 兑7元."""
    one = quantity.value == 1 and quantity.unit_class == "money"
    return one and _GETS.match(text, quantity.span.end) is not None


def name_exchange(place: Place) -> Naming | None:
    """1美元兑 | 6.7元人民币: the rate of one money in the other; 甲元汇率跌至1美元兑 | 9甲元 names it itself."""
    start = place.first.span.start
    one = _ONE.search(place.text, max(0, start - REACH), start) if place.first.unit_class == "money" else None
    if one is None:
        return None
    named = place.text.rfind("汇率", place.name.start, one.start())
    if named > place.name.start:
        return Naming(((Span(place.name.start, named + 2),),), "exchange", subject=place.subject)
    money = "人民币" if place.first.unit == "元" else place.first.unit
    return Naming(((Span(*one.span("what")),),), "exchange", f"兑{money}汇率")
