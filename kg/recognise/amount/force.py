"""Degrees of quakes and winds: 6.0级地震 and 阵风9级 measure; 三级医院 and 二级响应 are names."""

from __future__ import annotations

from kg.pattern import late

_FORCE_BEFORE = late(r"(?:风力?|震级)[^，。；0-9]{0,4}(?:[0-9.]{1,4}[-—～~至到])?$")
_FORCE_AFTER = late(
    r"(?:左右|以上|及以上)?的?(?:[强大]?地震(?![灾救重遗纪])|[强大]震|[东南西北偏阵大强雷暴]{1,5}风|台风)"
)
_AFTERMATH = late("地震(?:灾[后民区]|抗震|[救重遗纪])")
"""Only quakes come in tenths (4日甲地7.0级、9日乙地6.4级), and name what they left: 6.2级地震灾后重建."""


def is_force(text: str, start: int, end: int) -> bool:
    """Whether so many 级 are the degree of a quake or a wind: 6.0级地震, 阵风达9级."""
    if "." in text[start:end]:
        return _AFTERMATH.match(text, end) is None
    before = _FORCE_BEFORE.search(text, max(0, start - 12), start)
    warned = text.startswith(("应急", "响应", "预警"), end)
    return (before is not None and not warned) or _FORCE_AFTER.match(text, end) is not None
