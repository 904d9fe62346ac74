"""How often somebody did something, in a Chinese numeral: 召开四次座谈会, 省长两次赴山区考察."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.quantity import Quantity

_HELD = late(r"(?:召开|举行|举办|进行|开展|主持|实施|发生|组织|发起|作出|出现|发射|派出|实行|经历)了?$")
_WHAT = late(r"[\u4e00-\u9fff“]{2}")
DOES = late(
    r"赴|[来去]?到(?=[\u4e00-\u9fff])|前往|考察|视察|调研|访问|出访|出席|参加|参与|主持|召开|举行|[上下]调|提高|降低|降[准息]|加息|干预|登陆"
    r"|强调|提出|讨论|审议|修[订改]|调整|发表|公布|宣布|荣?获|入选|当选|会[见晤]|率队|带队|深入|作出|组织|开展|派出"
)
_AGAIN = late(r"[两三四五六七八九]次[^，。；、]{2,30}、$")
"""四次甲座谈会、 | 两次乙座谈会."""
_WHICH = late(r"[这那前后每头首最近届第，。；：、\s]$|[\u4e00-\u9fff]届(?:中央纪委|全国人大|全国政协)$|大$")
"""前两次, 十三届全国人大五次会议: which one, and not how often; 两次会议提出 refers to what was told."""
REACH, AGAIN_REACH = 8, 36


def is_done_so_often(text: str, quantity: Quantity) -> bool:
    """Whether a deed is counted: 二次开发 and 一次性 name a kind, 五次会议 one of them."""
    start, end = quantity.outer.start, quantity.outer.end
    if quantity.unit != "次" or quantity.value < 2 or text[quantity.span.start] in "二一" or start == 0:
        return False
    if _AGAIN.search(text, max(0, start - AGAIN_REACH), start):
        return True
    does = DOES.match(text, end) is not None
    if _WHICH.search(text, max(0, start - REACH), start) and not (does and text[start - 1] == "，"):
        return False
    if does:
        return True
    return _WHAT.match(text, end) is not None and _HELD.search(text, max(0, start - REACH), start) is not None
