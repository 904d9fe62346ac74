"""Places that one can go to, which 处 counts: 两处遗址, but 文中两处提到; prizes, which 项 counts."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity

_SITES = late(
    r"[\u4e00-\u9fff]{0,6}?(?:定居点|据点|窝点|站点|景点|网点|火点|点位|遗址|旧址|遗迹|墓葬|建筑|房屋|民房|院落|工地|阵地|仓库|设施|目标"
    r"|港口|机场|桥梁|矿山|公园|基地|场馆|泊位|决口|溃口|塌方|滑坡|隐患)(?![\u4e00-\u9fff]{4}(?<![和及与].{3}))"
)
"""控制了两处 | 定居点."""


_PRIZES = late(
    r"[\u4e00-\u9fff]{0,4}?(?:大奖|奖项|金牌|银牌|冠军|桂冠|纪录|专利|国家标准|国际标准|行业标准)(?=[，。；、的]|$)"
)
"""摘得两项 | 大奖."""


def is_of_sites(text: str, quantity: Quantity) -> bool:
    """Whether a few places or prizes are counted and not told in passing (四处走访, 多处提到, 两项工作)."""
    start, end = quantity.span
    if quantity.unit == "项" and quantity.value > 1:
        return _PRIZES.match(text, end) is not None
    few = quantity.unit == "处" and quantity.value > 1 and text[start - 1] not in "多数几"
    return few and _SITES.match(text, end) is not None
