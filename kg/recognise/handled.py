"""将 that tells what is handled, and not what is to come: 将5颗卫星送入轨道, 将距离缩短了100公里."""

from __future__ import annotations

from dataclasses import replace

from kg.pattern import late
from kg.recognise.beside import Beside

_BEGINS = (
    "于|在|达|有|再|对|为|向|从|由|自|以|朝|把|新|分赴|途经|全面|继续|进一步|陆续|"
    "设立?|投入|使用|吸引|举[办行]|派|安排|拿出|提供|给予|组织|支持|建"
)
_HANDLES = late(rf"(?<![还也即必正可])将(?=(?!{_BEGINS})[^，。；]{{0,60}}$)(?![^，。；]*将)")
_HANDLED = late(
    r"[^，。；]{0,40}?(?:送[入到往]|[纳列编并计装转引]入|列为|移[至交送]|转移[到至]|划转|下放|分[为成]|定[义位][为成]|推广[到至应]"
    r"|交[给由]|作为|评为|合并|升级[为到]|遣返|押[解送回]|引渡|逮捕|击败|带[到回]|[运搬迁][到往至回]|用于|授予|解救|抓获|确[认定]为|认定为|划[定分]为|送抵|打通|整合)"
)
_HAS_DONE = late(r"[\u4e00-\u9fff]了$")
"""将5颗卫星送入轨道, 将距离缩短了100公里: 将 tells what is handled, not what is to come."""
_TURNED = late(
    r"(?<=[\u4e00-\u9fff])(?<![是并要须应会还也])将[^，。；将]{2,40}(?:上调|下调|调[高低]|提高|提升|降低|维持|保持|调整|延长|缩短|扩大|压缩|压减|推[高迟])了?[至到在为][^，。；]{0,6}$"
)
"""央行将基准利率维持在4%: so does 将 before what somebody turns into something; without a subject it orders."""

_SORTED = late(r"将[^，。；将]{2,40}?(?:划?分[为成]|[纳列编]入|[认确]定为)[^，。；将]*$")
"""将全镇分为东片、西片等 | 4个片区、| 12个网格."""


def without_handled(words: Beside) -> Beside:
    """The words with 把 for a 将 that tells what is handled, so that none is left that looks ahead."""
    if "将" not in words.before:
        return words
    done = any(pattern.search(words.before) for pattern in (_HAS_DONE, _TURNED, _SORTED))
    handled = done or _HANDLED.match(words.after)
    if not handled or not (found := _HANDLES.search(words.before)):
        return words
    cut = len(words.before) - found.start()
    return replace(
        words,
        before=words.before[: found.start()] + "把" + words.before[found.end() :],
        head=words.head[: len(words.head) - cut] + "把" + words.head[len(words.head) - cut + 1 :],
    )
