"""Projects that a box of a plan lists: 专栏3　生态重点工程（一）湿地修复。…（二）湖滨绿化（8处）。…"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.entity.project_name import named
from kg.recognise.mention import ProjectMention

_BOX = late(
    r"专栏\s*[0-9一二三四五六七八九十]{1,3}[:：]?\s*(?P<group>[^（(。，；\n]{3,24}?(?:工程|行动|示范|项目))\s*(?=[（(]一[）)])"
)
_ITEM = late(
    r"专栏|[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]\s*(?P<name>[^（(。，；：:\n]{4,24})(?=[（(。：:\n])"
)
"""An item, or the box after this one."""
_UNITS = "一二三四五六七八九"
_NUMBERS = (*_UNITS, "十", *("十" + unit for unit in _UNITS), "二十")


def find_boxed(text: str) -> Iterator[ProjectMention]:
    """What boxes whose title names works count up, each a member of the list of that name."""
    for box in _BOX.finditer(text) if "专栏" in text else ():
        numbers = iter(_NUMBERS)
        for item in _ITEM.finditer(text, box.end()):
            if item["number"] != next(numbers, None):
                break
            if mention := named(text, Span(*item.span("name")), box["group"]):
                yield mention
