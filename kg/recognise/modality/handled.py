"""将 that tells what is handled, and not what is to come: 将5颗卫星送入轨道, 将距离缩短了100公里."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import ACTIVE, ADVERBS, ENDS, OPENINGS
from kg.lexicon.scan import any_of
from kg.pattern import late
from kg.recognise.modality.beside import Beside

_BEGINS = (
    "于|在|达|有|再|对|为|向|从|由|自|以|朝|把|新(?!疆|能源)|分赴|途经|全面|继续|进一步|陆续|"
    "设立?|投入|使用|吸引|举[办行]|派|安排|拿出|提供|给予|组织|支持|建"
)
_DEALT = (
    r"(?:送[入到往]|[纳列编并计装转引接写融]入|列为|移[至交送]|转移[到至]|划转|下放|分[为成]|定[义位][为成]|推广[到至应]"
    r"|交[给由]|作为|评为|合并|升级[为到]|遣返|押[解送回]|引渡|逮捕|击败|带[到回]|[运搬迁][到往至回]|用于|授予|解救|抓获|确[认定]为|认定为|划(?:[定分]为|[入归])|送抵|打通|整合|发放[到至]|连根拔起"
    r"|(?:细化|优化|归纳|概括|精简|简化|缩编|扩编)[为成至]|[拓扩][展充大][为到至成]|[上下]调至“|(?:[上下]调|调[高低]|提高|降低)[0-9.]+(?:个?(?:基点|百分点)|bp|BP)?[至到]"
    r"|变[为成]|转[化变][为成]|(?:打造|改造|制作|加工|[改制做拍建])成(?!后)|联系(?=在|起来)|(?:深度|有机|紧密|充分|全面|相互?)(?:融合|结合)|(?:紧密|紧紧)?相连|连(?:接(?!线)|成|在)|串(?:成|联|起)|进行[\u4e00-\u9fff]{2,8}后"
    r"|(?<![为除])(?<!得不)了(?![解结断得]|，))"
)
"""What is done with that which 将 tells of, whenever it is."""
_DOES = any_of(word for word in (*ADVERBS, *ACTIVE, *ENDS, *OPENINGS) if len(word) > 1)
_WITH = rf"(?<![还也即必正可动已])将(?!{_BEGINS}|{_DOES})"
_HANDLES = late(rf"{_WITH}(?=[^，。；将]{{1,80}}?{_DEALT})")
HANDLED = rf"{_WITH}[^，。；将]{{2,30}}?{_DEALT}"
"""49万张床位 | 将护理送到了床边: said of what is counted before it."""
_OWN = late(rf"(?<![还也即必正可])将(?=(?!{_BEGINS})[^，。；]{{0,60}}$)(?![^，。；]*将)")
_DEFTLY = late(r"(?<=及时|迅速|成功|提前|连夜|连续|先后|果断|火速)将(?!于|在|对|为|向|从|由|以)")
"""省里及时 | 将各类补贴5亿元…下拨: an adverb of manner stands before what is done, and 将 tells with what."""
_HAS_DONE = late(r"[\u4e00-\u9fff]了$")
"""将5颗卫星送入轨道, 将距离缩短了100公里: 将 tells what is handled, not what is to come."""
_TURNS = (
    r"[^，。；将]{2,40}(?:上调|下调|调[高低]|提高|提升|降低|增[加长]"
    r"|维持|保持|调整|延长|缩短|扩大|压缩|压减|推[高迟])了?[至到在为]"
)
_TURNED = late(rf"(?<=[\u4e00-\u9fff])(?<![是并要须应会还也])将{_TURNS}[^，。；]{{0,6}}$")
"""央行将基准利率维持在4%: so does 将 before what somebody turns into something; without a subject it orders."""
_DECREED = late(
    rf"(?:[\u4e00-\u9fff]了(?![解结])|推出|出台|修[改订]|(?<![拟要将能会])[降加]息|利率决议)[^。；]*，(?:并)?(?P<with>将)(?:{_TURNS}[^，。；]{{0,6}}"
    r"|[^，。；将]{2,40}(?:缩[减短]|压[缩减]|降低|提[高升]|[上下]调|调[高低]|增加|减少|[升降][至到]))(?=[约近0-9]|$)"
)
"""修改了办法，将门槛由100万元 | 调整为80万元, in what only reports: what was changed with that, and what follows."""
_IMPROVED = late(
    r"^(?![^。]*(?:年|计划|拟|力争|争取|确保|方案|规划|决定|要[求把]|努力|目标))[^。；]*(?:优化|简化|精简|实行|推行|开展|深化|创新|改革)[^。；]*，并?"
    r"将[^，。；将]{2,40}[由从][^，。；将]{1,14}(?:提[高升]|降低|压[缩减]|缩[短减]|扩大|增加|减少|延长|调整|放宽)[到至为]$"
)
"""优化服务，将时限由10天压缩到 | 3天, in what only reports: what was done so, where nothing tells when it will be."""
_SORTED = late(r"将[^，。；将]{2,40}?(?:划?分[为成]|[纳列编]入|[认确]定为)[^，。；将]*$")
"""将全镇分为东片、西片等 | 4个片区、| 12个网格."""


def without_handled(words: Beside, *, orders: bool) -> Beside:
    """The words with 把 for each 将 that tells what is handled, so that none is left that looks ahead."""
    if "将" not in words.head:
        return words
    size = len(words.head)
    if _DEFTLY.search(words.head):
        words = replace(words, before=_DEFTLY.sub("把", words.before), head=_DEFTLY.sub("把", words.head))
    head = _HANDLES.sub("把", f"{words.head}0{words.after}")[:size]
    before = head[size - len(words.before) :]
    done = any(pattern.search(before) for pattern in (_HAS_DONE, _TURNED, _SORTED))
    if done or (not orders and _IMPROVED.search(head)):
        before = _OWN.sub("把", before)
    elif not orders and (decreed := _DECREED.search(head)):
        at = decreed.start("with")
        head = f"{head[:at]}把{head[at + 1 :]}"
        before = head[size - len(words.before) :]
    return replace(words, before=before, head=head[: size - len(before)] + before)
