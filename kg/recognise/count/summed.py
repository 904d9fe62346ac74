"""Things named before their numbers, which what stands behind sums up: 帐篷2000顶、棉被1万床等救灾物资."""

from __future__ import annotations

from kg.recognise.name.naming import Place

_COUNTED_BY = frozenset("家户人名所项个只条台套件顶床张辆艘架组副双把支块片瓶箱包袋份株头匹座间册部米方里吨斤升克亩")
"""Last characters of what things are counted in."""


def is_summed(place: Place) -> bool:
    """Whether a number is the last of a list whose items are each named before their numbers, and 等 goes on."""
    at = place.frame.name.start
    listed = place.text[at - 1 : at] == "、" and place.text[at - 2 : at - 1] in _COUNTED_BY
    return (
        listed and place.size > 1 and place.frame.change is None and place.text.startswith("等", place.last.outer.end)
    )
