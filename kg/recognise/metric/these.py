"""Indicators that are named together: 到2030年，这两项指标 | 分别提高到80%和45%."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.time.years import count_years

_THESE = late(
    r"(?:[这该]|上述|以上|前述)?(?P<many>[二两三四五六2-6])(?:项|个|大|类)(?:主要|核心|关键)?"
    r"(?:指标|数据|数值|数字|目标|任务|工作|比例|比率|比重|占比)(?:值|已|将|的占比)?"
)
_MARKS = ("这", "该", "上述", "以上", "前述")
MARK_SIZE = 2


def name_these(place: Place) -> Naming | None:
    """The last so many indicators, of this sentence or the one before, for as many numbers."""
    if place.size < 3:  # 两大类
        return None
    these = _THESE.fullmatch(place.words)
    at = place.name.start
    if these is None or not (place.words.startswith(_MARKS) or place.text.endswith(_MARKS, max(0, at - MARK_SIZE), at)):
        return None
    many, scope = count_years(these["many"]), place.scope
    told = scope.metrics if len(scope.metrics) >= many else scope.earlier
    alike = len({quantity.unit for quantity in place.group}) == 1
    if many != len(place.group) or len(told) < many or not (alike or len(told) == many):
        return None
    return Naming(tuple(told[-many:]), "list-inherited", inherited=True)
