"""Money and what it is spent on: 投资1100万元新建污水管线."""

from __future__ import annotations

import re

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import trim

_SPENDING = late(
    r"(?:[^，。；]{0,14}?)(?:累计|共|计划|总|预计|已)?(?P<verb>投资|投入|安排|拨付|下达|下拨|筹集|筹措|落实|争取|整合|统筹|支出|拿出|拨出|划拨|动用|出资|斥资|耗资|注资|花费)了?(?:资金)?"
)
_PURPOSE = late(
    r"(?:左右|以上)?的?(?:[\u4e00-\u9fff]{0,6}(?:资金|经费|补助))?[，,]?(?:专门|专项|主要|重点|共同|加快|全面|大力|继续)?(?:用于|用来|帮助|支持|投向|专门)?"
    r"(?:(?:完成|实施|推进|开展|组织)了?)?(?P<purpose>(?:为|对|在)?[^，,。；：]{4,40})"
)
_ACTS = (
    r"(?:妥善|有效|全面|重点)?(?:新建|建设|改造|完成(?![^，。；0-9]{0,10}[0-9.]+%)|实施|开展|推进|解决|修建|购置|配备|打造|扩建|改扩建|"
    r"改建|集中|建成|维修)"
)
SPENT_ON = late(rf"(?:用于|用来|帮助|支持|{_ACTS})了?")
"""What an amount is spent on follows it: 投资1100万元 | 新建污水管线."""
_NEXT_ACT = late(rf"(?:共同|加快|全面|大力|继续)?(?:{_ACTS}|发展)|对[^，。；]{{2,16}}(?:进行|实施)")
_ONE_COUNT = (
    r"(?:[0-9.]+[万亿]?|[二三四五六七八九十两百]+)(?:多|余)?"
    r"(?:个|家|座|条|所|处|项|栋|户|公里|平方米|亩|台|套|辆|名|片|[\u4e00-\u9fff]{1,3}$)(?!以[上下]|级)"
)
_COUNT = late(rf"{_ONE_COUNT}(?:、{_ONE_COUNT}){{0,3}}")
"""实施7个重点项目: the count is another claim."""
_LISTED = late(rf"[^，。；]*、[^，。；]*等(?:将?近|大?约|超过?|逾)?{_ONE_COUNT}")
"""用于甲中心、乙场馆等近300个 | 文化设施的建设: what the things listed are."""
_PURPOSE_OPENS = late(
    rf"(?:(?:专门|专项|主要|重点|全部)?(?:用于|用来)|帮助|支持|{_ACTS}|为|对"
    r"|[\u4e00-\u9fff]{0,6}(?:资金|经费|补助)[，,]?(?:用于|支持|帮助)|[，,](?:专项|主要|重点|专门)?(?:用于|用来))"
)
_OWN = late("(?:建设|工程|项目|改造|治理|修复|保护|行动)(?:将|已|共|累计|总|计划|预计|拟)*$")
"""管网建设 | 将投入5亿元，实施12个项目: what it is for stands before the verb."""
OWN_REACH = 8
LONGEST = 30
"""A purpose longer than this is not made part of the indicator."""


def name_outlay(place: Place) -> Naming | None:
    """The indicator of an amount that is spent: its purpose and the verb; None where no purpose follows."""
    if place.first.unit_class not in ("money", "") or len(place.group) > 1:
        return None
    text, start, end = place.text, place.name.start, place.first.outer.start
    spending = _SPENDING.fullmatch(text, start, end)
    after = place.last.outer.end
    if (
        spending is None
        or text.startswith("其中", start - 2)
        or not (_PURPOSE_OPENS.match(text, after) or _acts_next(place))
    ):
        return None
    found = _PURPOSE.match(text, after)
    verb = Span(*spending.span("verb"))
    own = _OWN.search(text, max(place.sentence.start, verb.start - OWN_REACH), verb.start) is not None
    if found is None or (own and text[after] in "，,"):
        return None
    purpose = trim(text, Span(*found.span("purpose")))
    if listed := _LISTED.match(text, *purpose):
        purpose = trim(text, Span(listed.end(), purpose.end))
    if purpose.end - purpose.start > LONGEST and (joint := text.find("、", purpose.start, purpose.end)) > 0:
        purpose = trim(text, Span(purpose.start, joint))
    if not 4 <= purpose.end - purpose.start <= LONGEST:
        return None
    count = _COUNT.search(text, *purpose)
    pieces = (purpose,) if count is None else (Span(purpose.start, count.start()), Span(count.end(), purpose.end))
    invests = text[verb.start : verb.end] in ("投资", "投入")
    phrase = (*(trim(text, p) for p in pieces if p.end > p.start), *((verb,) if invests else ()))
    return Naming((phrase,), "outlay", "" if invests else "资金", subject=place.subject)


def _acts_next(place: Place) -> bool:
    """投资3700万元，改造背街巷道: the next clause says what for; 完成投资, 总投资 are of what was named before."""
    text, after = place.text, place.last.outer.end
    completes = re.search("完成|总投", text[max(0, place.name.start - 2) : place.first.outer.start]) is not None
    return not completes and text[after : after + 1] in ("，", ",") and _NEXT_ACT.match(text, after + 1) is not None
