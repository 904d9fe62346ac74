"""How long it takes to get somewhere: 甲市至乙市 | 2小时 | 通达."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.comparison import ARRIVES
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.naming import Naming, Place

_ARRIVES = late(rf"(?:[之以]?内|左右)?{ARRIVES}")
_ROUTE = late(
    r"(?:(?<=[，。；：\n])|(?<=乘[\u4e00-\u9fff]{2})|^)(?:[^，。；：、\n从]{2,8}(?=从))?(?:从|由|(?:建成|开通|通车|投运)[^，。；：]{0,4}后，?)?"
    r"(?P<route>[^，。；：、\n]{2,10}[至到][^，。；：\n]{2,16}?|两[地城市](?!到))之?间?，?"
    r"(?:预计|将|可以?|能够?|均|都|只|仅|[需只]?要|需|用时?|最快|全程|实现|在|为|约)*$",
)
_TAKES = ("需", "需要", "只要", "仅要", "只用", "仅用")
_BETWEEN = late(
    r"(?:从[^0-9从]{2,10}|(?:[开驾乘坐]车|乘坐|[乘坐](?:高铁|飞机|船))[^0-9]{0,6}?)到[^0-9]{2,12}$|两[地城]$"
)
"""从甲市开车到乙县 | 只要 | 2小时: from where to where, though no word for arriving follows."""
REACH = 48
"""How far before a number its route may begin."""


_QUICKLY = "(?:最快|[只仅](?:需要?|用|要))(?:约|不到)?$"
_FASTEST = late(rf"(?<![至到为在]){_QUICKLY}")
_DONE = late(
    r"(?:左右|之?内)?[就即便](?:可以?|能够?)(?P<deed>[\u4e00-\u9fff]{2,4}|[端摆送运][上到进往至达]?[^，。；：、]{2,10}?)(?=[，。；\n]|$)"
)
_GOODS = late(rf"(?:^|[，。；：、\n])(?:[这那该]些?[批种个]?)?(?P<what>[\u4e00-\u9fff]{{2,16}}?){_QUICKLY}")
"""刚摘的荔枝最快 | 12小时就能端上餐桌."""


def _route(text: str, quantity: Quantity) -> Span | None:
    start = quantity.outer.start
    if quantity.unit not in ("小时", "分钟"):
        return None
    arrives = _ARRIVES.match(text, quantity.span.end) is not None
    if not arrives and not text.endswith(_TAKES, 0, start):
        return None
    found = _ROUTE.search(text, max(0, start - REACH), start)
    if found is None or not (arrives or _BETWEEN.search(text, found.start(), found.end("route"))):
        return None
    return Span(*found.span("route"))


def _delivery(text: str, quantity: Quantity) -> tuple[Span, ...]:
    """What is done so fast, and to what: 刚摘的荔枝最快12小时就能 | 端上餐桌."""
    start = quantity.outer.start
    if quantity.unit not in ("小时", "分钟", "天") or not _FASTEST.search(text, max(0, start - 5), start):
        return ()
    done = _DONE.match(text, quantity.span.end)
    if done is None:
        return ()
    goods = _GOODS.search(text, max(0, start - REACH), start)
    what = (Span(*goods.span("what")),) if goods else ()
    return (*what, Span(*done.span("deed")))


def is_journey(text: str, quantity: Quantity) -> bool:
    """Whether a time tells how far apart two places are; 辗转3小时抵达 only tells of one journey."""
    return _route(text, quantity) is not None


def name_journey(place: Place) -> Naming | None:
    """甲市至乙市 | 可实现2小时通达: the two places name it; 荔枝最快12小时就能 | 端上餐桌: what is done
    so fast does."""
    if len(place.group) > 1:
        return None
    if route := _route(place.text, place.first):
        return Naming(((route,),), "noun-number", "时间")
    told = _delivery(place.text, place.first)
    if not told:
        return None
    place.right.used = True
    return Naming((told,), "noun-number", "时间")


KEEPS = ("保存", "留存", "保管", "存档")
"""单据应当 | 保存 | 3年."""
_PLACES = late(r"(?:[^，。；的]{2,10}[至到][^，。；的]{2,10}|两[地城市])(?<!时间|时长|车程|行程|用时|航程)")


def with_time(place: Place, naming: Naming) -> Naming:
    """The name with 时间, where it tells only what takes so long."""
    if naming.suffix or not (_is_kept(place, naming) or _is_between_places(place, naming)):
        return naming
    return replace(naming, suffix="时间")


def _is_kept(place: Place, naming: Naming) -> bool:
    """单据应当 | 保存 | 3年."""
    if place.first.unit_class != "time" or len(naming.phrases) != 1:
        return False
    return place.text.endswith(KEEPS, *naming.phrases[0][-1])


def _is_between_places(place: Place, naming: Naming) -> bool:
    """甲市至乙市只需2小时，比现在节省 | 40分钟; 甲市至乙市由 | 3小时 | 缩短至1小时."""
    told = naming.rule == "inherited" or (naming.rule == "noun-number" and place.frame.comes_from)
    if not told or place.first.unit not in ("小时", "分钟"):
        return False
    return all(_PLACES.fullmatch(place.text, *phrase[0]) for phrase in naming.phrases)
