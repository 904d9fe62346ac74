"""Where the verb with 了 begins before what it is done to: 警方在甲县 | 捣毁了 | 三处窝点."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late

_DONE = late(
    r"(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}(?<![为是说圆])了(?![解结])(?=[^，]{2,}$)"
    r"|(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{2}(?<![推播列找写画挖救捞搜拿排析退撤派发输进演展提派突支产指做作付露给走拿卖售选查评造建开多高伸])出$"
)
"""报告 | 刻画了全国 | 31个省, 交通部门 | 梳理出 | 13条断头路: the verb that an agent stands before."""
_AT_PLACE = late(r"[^，]{2,12}?(?<![内存现所潜实])在[^，前后时期中]{3,}(?=[^，前后时期中]{2}$)")
"""警方在甲县和乙县 | 捣毁了 | 三处窝点: who does it and where."""


def verb_start(text: str, name: Span) -> int | None:
    """Where the verb with 了 begins, behind who does it and where; None where there is none."""
    if text.startswith("了", name.end) and (at := _AT_PLACE.match(text, *name)):
        return at.end()
    done = _DONE.search(text, *name)
    return done.start() if done else None
