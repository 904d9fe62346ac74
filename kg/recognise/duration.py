"""Lengths of time: those that are measured (审批时限压缩到3天), and those that only tell how long something went on."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.quantity import Quantity

TIMED = late(
    r"年龄|天数|周期|时间|时限|期限|寿命|工期|时长|年限|用时|审查期|公告期|办结|办理|学制|账期|压缩|缩短|压减|只需|一周期"
)
"""Indicators that are lengths of time."""
_NOT_MEASURED = late(r"(?:每|每隔|近|过去|最近|未来|连续|为期|历时|这|第|经过|步行|骑行|开车|驾车)$")
_GOES_ON = late(
    r"平均|年均|累计|来|内|前|后|间|期|里|修订|调整|以来|时间里|多来|下来|历程|过去|发展|规划|计划|行动|任期|免费|制|的?时间内"
)
_TIME_VERB = late(
    r"(?:压缩|缩短|延长|压减|节约|减少|增加|为|达到?|[至到]|超过|不少于|不低于|至少|不超过|具有|需要?|只需|只要|提前|除|还有|在|由|从|使用|周期|期限|寿命|时间|时长|飞行|最快|少于|前)(?:了|约|近)?$"
)
_CUT_TO = late(r"(?:缩短|压缩|压减|缩减|减少|控制|降低?)[到至为在](?:最[快短])?(?:了|约|近)?$")
"""缩短至1小时内: what it comes to."""
_DURING = late(r"的[\u4e00-\u9fff]{2,10}?(?:中|里|期间|过程中)[，、]?")
"""在6天的集训中: how long something went on."""
_STARTED = late(r"(?:从|由|降[到至]|[到至])[^，。；]{0,8}的$")
"""账期由2015年的80天降到2020年的70天."""
_LONG = ("年", "日", "天", "周", "个月", "岁", "周岁", "个季度", "个工作日")


_AGED = late("(?:寿命|年龄)|平均在?$|(?:提高|达到|增加)(?:到|至|了)?$")


def measures_time(text: str, quantity: Quantity) -> bool:
    """Whether a length of time is what is measured, and not when or how long something went on."""
    start, end = quantity.span
    if quantity.unit in ("岁", "周岁"):
        return _AGED.search(text, max(0, start - 12), start) is not None
    if quantity.comparator == "le" and text.startswith("内", end):
        return True
    if _CUT_TO.search(text, max(0, start - 8), quantity.outer.start):
        return True
    if _GOES_ON.match(text, end) or _NOT_MEASURED.search(text, max(0, start - 3), start):
        return False
    if text[start - 1] == "在" and _DURING.match(text, end):
        return False
    if quantity.unit not in _LONG:
        return True
    if _STARTED.search(text, max(0, start - 12), start) and TIMED.search(text, max(0, start - 40), start):
        return True
    sized = quantity.comparator in ("ge", "gt", "le", "lt") and not quantity.is_han
    return (
        sized or text[start - 1] in "、和至-—" or bool(_TIME_VERB.search(text, max(0, start - 6), quantity.outer.start))
    )
