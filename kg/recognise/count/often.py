"""How often somebody did or does something, in a Chinese numeral: 召开四次座谈会, 省长两次赴山区考察, 每年监测一次."""

from __future__ import annotations

import re

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.naming import Naming, Place

_HELD = late(r"(?:召开|举行|举办|进行|开展|主持|实施|发生|组织|发起|作出|出现|发射|派出|实行|经历)了?$")
_WHAT = late(r"[\u4e00-\u9fff“]{2}")
_DEED = late(
    r"赴|[来去]?到(?![这此那]里?)(?=[\u4e00-\u9fff])|前往|考察|视察|调研|访问|出访|出席|参加|参与|主持|召开|举行|[上下]调|提高|降低|降[准息]|加息|干预|登陆"
    r"|强调|提出|讨论|审议|修[订改]|调整|发表|公布|宣布|荣?获|入选|当选|会[见晤]|率队|带队|深入|作出|组织|开展|派出"
)
_AGAIN = late(r"[两三四五六七八九]次[^，。；、]{2,30}、$")
"""四次甲座谈会、 | 两次乙座谈会."""
_WHICH = late(r"[这那前后每头首最近届第，。；：、\s]$|[\u4e00-\u9fff]届(?:中央纪委|全国人大|全国政协)$|大$")
"""前两次, 十三届全国人大五次会议: which one, and not how often; 两次会议提出 refers to what was told."""
_REGULAR = late(r"每(?:个?[年月周天日]|个?季度?|半年|个?星期|学期)[^，。；：、\n]{2,10}(?<![第这那])$")
_STOPS = late(r"(?:以上)?(?:[，。；、\n]|$)")
"""每年监测 | 两次，"""
REACH, AGAIN_REACH, REGULAR_REACH = 8, 36, 16


def is_done_so_often(text: str, quantity: Quantity) -> bool:
    """Whether a deed is counted: 二次开发 and 一次性 name a kind, 五次会议 one of them."""
    start, end = quantity.outer.start, quantity.outer.end
    if _regular(text, quantity):
        return True
    if quantity.unit != "次" or quantity.value < 2 or text[quantity.span.start] in "二一" or start == 0:
        return False
    if _AGAIN.search(text, max(0, start - AGAIN_REACH), start):
        return True
    does = _DEED.match(text, end) is not None
    if _WHICH.search(text, max(0, start - REACH), start) and not (does and text[start - 1] == "，"):
        return False
    if does:
        return True
    return _WHAT.match(text, end) is not None and _HELD.search(text, max(0, start - REACH), start) is not None


def _regular(text: str, quantity: Quantity) -> re.Match[str] | None:
    """每年申报 | 一次，: the deed that is done so often in each stretch of time."""
    start = quantity.outer.start
    if quantity.unit != "次" or not _STOPS.match(text, quantity.outer.end):
        return None
    return _REGULAR.search(text, max(0, start - REGULAR_REACH), start)


_WHOLE_DEED = late(r"[^，。；、\n]{2,24}(?=[，。；、\n]|$)")
_ONCE = late(r"(?:曾经?|先后|已经?|累计|又)+$")


def name_often(place: Place) -> Naming | None:
    """省长曾 | 两次 | 到山区考察: who did it and all that was done; ，每年申报 | 一次: how often that is."""
    regular = _regular(place.text, place.first)
    if regular and place.text[regular.start() - 1] in "，；。\n":
        return Naming(((Span(*regular.span()),),), "noun-number", "次数", subject=place.subject)
    often = place.first.is_han and len(place.group) == 1 and is_done_so_often(place.text, place.first)
    end = place.first.outer.end
    deed = _WHOLE_DEED.match(place.text, end) if often and _DEED.match(place.text, end) else None
    if deed is None:
        return None
    place.right.used, place.right.end = True, deed.end()
    once = _ONCE.search(place.text, *place.name)
    who = Span(place.name.start, once.start() if once else place.name.end)
    told = Span(*deed.span())
    return Naming(((who, told) if who.end > who.start else (told,),), "number-noun", "次数", subject=place.subject)
