"""What reads like a time of figures and is none: how long something lasts, part of a name, the basis of a price."""

from __future__ import annotations

import re

from kg.pattern import late

_EVENT = late(r"[\u4e00-\u9fff]{0,3}(?:奥会|奥运|运会|世博|博览会|世界杯)")
"""北京2022年冬奥会: the year is part of the name."""
INTENDED = late(r"(?:今年|计划|目标|预计|将|拟|争取|力争|要|决定|确保)[^。；]*$")
"""计划用三年时间, not 花了三年时间."""
LEAD = 20
"""How far before 用三年时间 the word for it stands."""
_PRICED = late(r"(?:不变|可比)?价")
"""按2000年价格计算: a price basis, not a time of the figure."""

_VISION = ("远景目标纲要", "远景目标的建议", "远景目标建议")
"""规划和2035年 | 远景目标纲要: the name of a plan."""
_LASTS = late('(?:期限|有效期|执行期|实施期|起止时间)(?:应当?)?(?:填写)?[为是：]?[从自]?[“"]?$')
"""执行期限写作“2025年1月—2027年6月”: how long something lasts, not when anything is so."""
_PREPARED = late("[^，。；]{0,16}(?:预留|留[出足]|打[下好牢]|奠定|做好?准备|积蓄|储备)")
"""为今年应对困难预留空间: for when it is done, not when."""
_FOUNDED = late(
    r"(?:始建|创[办立建始]|成立|组建|诞生|出生|落成|兴建|修建|设立|开业|建[校院馆]|[\u4e00-\u9fff]{2}[生建])于$"
)
FOUNDED_REACH = 6
"""学校创办于 | 1932年: when a thing began, and not when it is as it is told."""
_LEFT_OUT = ("扣除", "剔除", "不含", "不包括")
"""扣除1955年的一次性支出: what is left out tells not of when the rest is."""
_TAKEN = late(r"(?:[0-9]{1,2}月[0-9]{1,2}日)?摄(?![入取氏])")
"""湿地一角（6月3日摄）: when a picture was taken."""
_FROM_A_DAY = "之日起"
"""自登记之日起3年内: how long something holds for each, from a day of its own."""
_PROLONGED = late("(?:延续|延长|顺延|延期|续期)(?:执行|实施)?[到至]?$")
"""政策延续至2027年底: how long it holds, not when what it grants is so."""
_DRAWN_ON = late("[^，。；]{1,12}中(?:安排|拿出|提取|列支|调[剂入]|划出)")
"""从去年结余中安排5亿元: when what is drawn on came in."""
_LEFT_OVER = ("结转", "结余")
"""上年结转收入 comes from the year before and is of this one."""

_BASE_EFFECT = late("(?:同期)?(?!为)[^，。；、0-9]{0,6}(?:基数(?!为|是)|翘尾)")
"""上年基数走低的影响, 去年涨价的翘尾因素: why a figure of this year is so."""
_IN_A_NAME = late('[“"][\u4e00-\u9fff]{1,8}$')
"""“中国这十年”: what is shown or told has that name."""
_SUM = late(r"[^，。；]{0,16}(?:总和|之和)")
"""是1950年到1997年投资的总和: years of what a figure is measured by."""

_OF_ITS_YEAR = (
    r"(?![^，。；\n]{0,40}(?:[将拟税]|预[计算]|计划|目标|任务|规划|方案|要点|安排|[资基]金"
    r"|经费|补[助贴]|价格|标准|指标|额度|政策|投资|工作))"
)
_EDITION = late(
    rf"度?{_OF_ITS_YEAR}(?:第[0-9一二三四五六七八九十]{{1,3}}届"
    r"|[^，。；0-9\n]{2,30}?(?:[今昨][天日晚起]|近日|日前|(?:揭晓|发布|公布|亮相|开考|开售|发行|首发)(?=[，。；\n])))"
)
"""2031年贺岁纪念币 | 今天发行, 2031年拥军考试今天开考, told in 2030: what has that year in its name is of now."""
_BRINGS_OUT = late(r"(?:发行|发布|公布|推出|首发)了?[^，。；0-9\n]{0,8}$")
_BROUGHT_OUT = late(rf"度?{_OF_ITS_YEAR}[^，。；0-9\n]{{2,16}}[，。；]")
"""陆续发行 | 2031年 | 贺岁纪念币和纪念钞，."""

_REPORT = late(r"[^，。；：《\n]{0,12}政府工作报告(?:\n|$)")
"""2019年政府工作报告: the title tells when the report was given, and it begins with the year before."""


def is_no_time(text: str, match: re.Match[str]) -> bool:
    """The basis of a price (按2000年价格), part of the name of an event (北京2022年冬奥会), years that nobody plans."""
    before = text[max(0, match.start() - 1) : match.start()]
    if text.endswith((*_LEFT_OUT, _FROM_A_DAY), 0, match.start()) or _TAKEN.match(text, match.end()):
        return True
    if _prolongs(text, match.start()) or (match["year"] and _is_of_thing(text, match)):
        return True
    if match["base"] == "为" and not match["lead"] and _PREPARED.match(text, match.end()):
        return True
    if match["past"] and _IN_A_NAME.search(text, max(0, match.start() - LEAD), match.start()):
        return text.startswith(("”", '"'), match.end())
    if (match["from"] and _SUM.match(text, match.end())) or (match["year"] and _REPORT.match(text, match.end())):
        return True
    if (match["deictic"] or match["year"]) and _is_left_over(text, match):
        return True
    if match[0].endswith(("时间", "努力")):
        return INTENDED.search(text, max(0, match.start() - LEAD), match.start()) is None
    if _EVENT.match(text, match.end()):
        return before.isalpha() and before not in "于自到年"
    return _PRICED.match(text, match.end()) is not None and before in "按以照"


def is_edition(text: str, match: re.Match[str]) -> bool:
    """Whether a year to come is part of the name of what is out today."""
    if _EDITION.match(text, match.end()):
        return True
    brings = _BRINGS_OUT.search(text, max(0, match.start() - LEAD), match.start())
    return brings is not None and _BROUGHT_OUT.match(text, match.end()) is not None


def _is_of_thing(text: str, match: re.Match[str]) -> bool:
    """规划和 | 2035年 | 远景目标纲要, 学校创办于 | 1932年: part of a name, or when a thing began."""
    if text.startswith(_VISION, match.end()):
        return True
    return _FOUNDED.search(text, max(0, match.start() - FOUNDED_REACH), match.start()) is not None


def _prolongs(text: str, at: int) -> bool:
    """执行期限为 | 2025年1月—2027年6月, 政策延续至 | 2027年底: how long something lasts or holds."""
    return bool(_LASTS.search(text, max(0, at - LEAD), at) or _PROLONGED.search(text, max(0, at - 6), at))


def _is_left_over(text: str, match: re.Match[str]) -> bool:
    """Whether what comes from the year before tells of this one: 上年结转收入, 上年基数走低."""
    if match["base"] == "从" and _DRAWN_ON.match(text, match.end()):
        return True
    if _BASE_EFFECT.match(text, match.end()):
        return True
    return match["deictic"] == "上年" and text.startswith(_LEFT_OVER, match.end())
