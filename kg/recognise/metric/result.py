"""Results: the marks, times and votes by which something is won or passed: 以总成绩 | 206公斤 | 夺冠, 14票 | 赞成."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place

_BY = late(
    r"(?:(?:[^，；。]{0,12}?[\u4e00-\u9fff])?(?<![可所难予])以)?"
    r"(?P<what>(?:个人|赛季)?(?:总|平均|最好|最佳)?(?:成绩|比分|得?分|时间|票数|得票数?|得票率|总?价))"
)
_VOTE = late(r"(?P<cast>赞成|反对|弃权|同意|支持)(?!率)")
_WON = late(
    r"(?:的[\u4e00-\u9fff]{0,4}(?:成绩|高分))?(?:成功|最终|顺利|强势)?(?:夺得|获得|摘得|赢得|夺取|摘取|斩获|拿下|捧得|夺下)了?"
    r"(?P<what>[^，。；]{0,20}?(?:[冠亚季]军|[金银铜]牌|第[一二三]名))(?=[，。；\n]|$)"
)
"""以 | 320分 | 夺得 | 跳水冠军: by how much."""
_MARK = late(r"的(?P<mark>(?:最?[高好低]|历史最[高好])?(?:成绩|得?分))")


def name_result(place: Place) -> Naming | None:
    """She wins by a 总成绩, a motion passes by votes 赞成, and a jump is worth the marks 得分."""
    text, end = place.text, place.last.outer.end
    if place.last.unit == "票" and (vote := _VOTE.match(text, end)):
        place.right.used = True
        return Naming(((Span(*vote.span("cast")),),), "number-noun", "票数")
    if place.last.unit in ("分", "环", "秒") and (mark := _MARK.match(text, end)):
        place.right.used = True
        return Naming(((Span(*mark.span("mark")),),), "number-noun")
    if place.last.unit in ("分", "环") and text[place.first.outer.start - 1] == "以" and (won := _WON.match(text, end)):
        place.right.used = True
        return Naming(((Span(*won.span("what")),),), "number-noun", "得分")
    led = text.find("以", place.name.start - 1, place.name.end) >= 0 and len(place.group) == 1
    by = _BY.fullmatch(text, *place.name) if led else None
    return Naming(((Span(*by.span("what")),),), "noun-number") if by else None
