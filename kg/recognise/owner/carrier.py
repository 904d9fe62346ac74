"""Who carries how many: 甲线铁路预计 | 发送旅客6万人次, 公路 | 7万人次, 水路 | 3万人次."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place

_BY = r"(?:铁路|公路|水路|水运|民航|航空|高速|机场|港口|口岸|地铁|轨道交通)"
_CARRIER = late(rf"[\u4e00-\u9fff]{{0,6}}?{_BY}(?:方面)?")
_WHO = late(
    rf"(?:[，。；：、\s]|[0-9][日月])\s*(?:其中)?(?P<who>[\u4e00-\u9fff]{{0,8}}{_BY})(?:预计|计划|累计|共计?|已|将|[日月周]均)+$"
)
_FLOW = (
    r"(?:(?:发送|运送|输送|运输|到发)(?:旅客|乘客|货物)(?:总?量)?|(?:旅客|货物)?(?:发送|运输|周转|吞吐)量"
    r"|[客货]运量|[客车]?流量)"
)
_CARRIED = late(_FLOW)
_ENDS = late(rf"{_FLOW}$")
WHO_REACH = 24
CARRIER_SIZE = 14
"""Longest name of a carrier or of what it carries, in characters."""


def name_carried(place: Place) -> Naming | None:
    """What is carried, with who carries it: the words before 预计, or the name itself where the verb was told."""
    if place.size > CARRIER_SIZE:
        return None
    if _CARRIED.fullmatch(place.words):
        who = _WHO.search(place.text, max(place.sentence.start - 1, place.name.start - WHO_REACH, 0), place.name.start)
        return Naming(((Span(*who.span("who")), place.name),), "noun-number") if who else None
    known = place.scope.units.get(place.first.unit) if _CARRIER.fullmatch(place.words) else None
    if not known or len(place.group) > 1 or place.right.strong or place.frame.change is not None:
        return None
    carried = _ENDS.search(place.text, *known[-1])
    return Naming(((place.name, Span(*carried.span())),), "attribute", inherited=True) if carried else None
