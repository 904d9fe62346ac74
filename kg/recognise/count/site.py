"""What a few are counted of by a word that is an idiom elsewhere: 两处遗址 (but 文中两处提到), 三项大奖, 两款手机."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity

_SITES = late(
    r"[\u4e00-\u9fff]{0,6}?(?:定居点|据点|窝点|站点|景点|网点|火点|点位|遗址|旧址|遗迹|墓葬|建筑|房屋|民房|院落|工地|阵地|仓库|设施|目标"
    r"|港口|码头|机场|桥梁|矿山|公园|基地|场馆|场所|场地|地块|湿地|海域|水库|河段|路段|泉眼|驿站|泊位|决口|溃口|塌方|滑坡|隐患|候选地|名胜区|景区|林火|山火|火灾)(?![^，。；]{0,6}(?:建议|意见|措施|规定|要求|问题|不足|条件))"
)
"""控制了两处 | 定居点."""


_PRIZES = late(
    r"[\u4e00-\u9fff]{0,4}?(?:大奖|奖项|金牌|银牌|冠军|桂冠|纪录|专利|国家标准|国际标准|行业标准|审批(?:项目|事项)|行政许可|锦标赛|赛事|遗产|灌溉(?:水利)?工程|法案)(?=[，。；、的]|$)"
)
"""摘得两项 | 大奖."""
_MAKES = late(r"(?![^，。；]{0,4}(?:规定|内容|所[述列]|之一|第[一二三四五六七八九十]项))[A-Za-z\u4e00-\u9fff]{2}")
"""推出两款 | 手机, but 前两款规定的情形."""
_WHAT = {"项": _PRIZES, "处": _SITES, "款": _MAKES}
_VAGUE = tuple("多数几第前上后")
"""多处提到, 前两款."""


def is_of_things(text: str, quantity: Quantity) -> bool:
    """Whether a few things are counted and not told in passing (四处走访, 多处提到, 两项工作, 前两款)."""
    what, (start, end) = _WHAT.get(quantity.unit), quantity.span
    if what is None or quantity.value < 2 or (quantity.unit != "项" and text.endswith(_VAGUE, 0, start)):
        return False
    return what.match(text, end) is not None
