"""What stands between a name and its verb and is no part of it: since when, how long, without what."""

from __future__ import annotations

from kg.pattern import late

_RUNNING = late(
    r"(?:[（(](?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日[）)]|在?(?:近|过去)?[0-9一二三四五六七八九十两]{1,4}年[间来]|第[一二三四五六七八九十]个[一二三四五六七八九十]{1,2}年(?:计划期间|期间)?|已?连续(?:第?[0-9一二三四五六七八九十两]{1,3}个?|[多数几])(?:年|月|季度|周|天|日)|(?:(?<=[\u4e00-\u9fff]{2})(?<![0-9一二三四五六七八九十前后第多为是])|(?<=[，；]))[二两三四五六七八九十]{1,3}年|[0-9]{1,2}:[0-9]{2}|(?<=[\u4e00-\u9fff])[0-9]{1,2}日|(?<=[\u4e00-\u9fff]{2})(?<![比较同与和从由据])[在于]?[上本](?:个?月|个?季度|周)|第[二三四五六七八九十]次|时隔[0-9一二三四五六七八九十两]{1,3}(?:年|个?月|个季度|周|天)[之以]?后?|(?<=[\u4e00-\u9fff]{2})[在于]?(?:[今昨前当][天日晚早]|[0-9]{1,2}日)(?:[上下中]午|凌晨|清晨|早上|晚上?)?[0-9]{1,2}[时点](?:[0-9]{1,2}分)?|(?<=[\u4e00-\u9fff]{2})[仅只][用花]了?[0-9一二三四五六七八九十两半]{1,4}[多余]?(?:年|个月|个季度|周|天|小时|分钟)(?:时间)?|[用花]了?[0-9一二三四五六七八九十两半]{1,4}[多余]?(?:年|个月|周|天)(?:左右)?的?时间)$"
)
"""登记量 | 连续10年 | 超过2000万辆; 水位 | 今天8时 | 达到27米;
业务量 | 仅用50天 | 就突破3亿件; 在岸人民币对美元 | 16:30 | 收盘报7.1."""
_LASTED = late(
    r"(?<![0-9一二三四五六七八九十前后第多为是近每从由至到])(?:短短)?[一二两三四五六七八九十0-9]{1,3}(?:天|个月|个?小时)(?:内|里|来|时间)?$"
)
"""灯会 | 三天 | 就吸引了12万游客: how long it took."""
_SINCE = late(
    r"(?<=[\u4e00-\u9fff]{2})(?<![来独亲各当应须别可要并])(?:自[^，。；：自从]{2,24}?(?:之日|日)起|[自从][^，。；：自从]{2,14}?开始)$"
)
"""公示期 | 自张贴之日起 | 不少于5天, 出口 | 从7月份开始 | 回升: since when."""
SINCE_REACH = 28
_WITHOUT = late(r"(?:剔除|扣除|不含|考虑)[^，。；]{1,12}因素(?:影响)?后?$")
"""收入 | 剔除一次性因素后 | 完成10亿元."""
WITHOUT_REACH = 20
RUNNING_REACH = 13


def lasting(text: str, start: int, end: int) -> int | None:
    """Where the words begin that end at `end` and tell since when or how long something goes on, or without what.

    >>> lasting("业务量连续10年", 0, 8)
    3
    """
    found = _RUNNING.search(text, max(start, end - RUNNING_REACH), end)
    found = found or _SINCE.search(text, max(start, end - SINCE_REACH), end)
    found = found or _WITHOUT.search(text, max(start, end - WITHOUT_REACH), end)
    if found is None and text.startswith(("就", "便"), end):
        found = _LASTED.search(text, max(start, end - RUNNING_REACH), end)
    return found.start() if found else None
