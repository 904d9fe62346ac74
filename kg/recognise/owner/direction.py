"""How many went which way, of the price named first: 粮价上涨城市数量9个；| 持平城市 | 2个；下跌城市5个."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place

_WAY = (
    r"(?:上涨|上升|增长|回升|下跌|下降|回落|持平)的?[\u4e00-\u9fff]{0,2}?(?:城市|省份|地区|行业|品种|商品|企业)"
    r"(?:数量|个数|数)?"
)
_WENT = late(_WAY)
_ENDS = late(rf"{_WAY}$")
_VIEWED = late(
    r"(?:再|而)?[从按](?:20[0-9]{2}年)?(?:[0-9]{1,2}月份?)?的?(?P<what>[^，。；]{1,16}?价格?)(?:指数|情况|走势)?来?看，"
)
"""从7月二手车价格指数来看，: what the sentence tells of."""
COUNTED = ("counter", "self_naming")


def name_direction(place: Place) -> Naming | None:
    """持平城市 | 2个: with what was said to go up or down before."""
    if place.first.unit_class not in COUNTED or _WENT.fullmatch(place.words) is None:
        return None
    whose = _whose(place)
    return Naming(((whose, place.name),), "attribute", inherited=True) if whose else None


def _whose(place: Place) -> Span | None:
    if viewed := _VIEWED.match(place.text, *place.sentence):
        return Span(*viewed.span("what"))
    last = place.scope.metrics[-1] if place.scope.metrics else None
    if last is None:
        return None
    went = _ENDS.search(place.text, *last[-1])
    if went is None:
        return None
    return Span(last[-1].start, went.start()) if went.start() > last[-1].start else last[0] if len(last) > 1 else None
