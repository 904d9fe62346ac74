"""Power plants named behind what they can generate: 丁县 | 20万千瓦 | 风电项目 | 首批风机并网."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place

_WATTS = ("千瓦", "兆瓦", "瓦", "吉瓦")
_PLANT = late(
    r"(?![^，。；]{0,8}装机)[^，。；的、]{0,8}?(?:风电|光伏|光储|风储|风光|储能|光热|水电|核电|火电|煤电|热电|蓄能|发电(?!量|设备)|机组|电站|电厂)[站厂场]?"
    r"(?:[^，。；的、]{0,4}?(?:项目|工程|电站|机组|基地|电厂|电场|风场))?(?![\u4e00-\u9fff]{0,4}(?:能力|容量|规模|产能|装机|设备))"
)
"""20万千瓦 | 风电项目 | 首批机组: how much it can generate."""
_LIES = late(r"[^，。；]{0,8}(?:位于|坐落[于在]|地处)[^，。；的]{2,16}$")


def plant_in(place: Place) -> Span | None:
    """The plant that can generate so much, and not its parts; None where the number is of something else."""
    if place.last.unit not in _WATTS or len(place.group) > 1 or not place.right.strong or place.words.endswith("容量"):
        return None
    plant = _PLANT.match(place.text, *place.right.noun)
    return Span(*plant.span()) if plant else None


def lies_at(text: str, name: Span) -> bool:
    """位于丁县 | 20万千瓦: whether the words before the number only tell where."""
    return _LIES.fullmatch(text, *name) is not None
