"""Money, what it is for and who gets it: 投资1100万元新建污水管线; 对新认定的工厂，给予50万元奖励."""

from __future__ import annotations

import re

from kg.model import Span
from kg.recognise.naming import Naming, Place
from kg.recognise.phrase import distribute, trim

_SPENDING = re.compile(
    r"(?:[^，。；]{0,14}?)(?:累计|共|计划|总|预计|已)?(?P<verb>投资|投入|安排|拨付|下达|下拨|筹集|筹措|落实|争取|整合|统筹|支出)了?(?:资金)?"
)
_PURPOSE = re.compile(
    r"(?:左右|以上)?的?(?:[\u4e00-\u9fff]{0,6}(?:资金|经费|补助))?[，,]?(?:专项|主要|重点)?(?:用于|用来|帮助|支持|投向|专门)?"
    r"(?P<purpose>(?:为|对|在)?[^，。；：、0-9]{4,40})"
)
_PURPOSE_OPENS = re.compile(
    r"(?:用于|用来|帮助|支持|新建|建设|改造|完成|实施|开展|推进|解决|修建|购置|配备|打造|扩建|改扩建|为|对"
    r"|[\u4e00-\u9fff]{0,6}(?:资金|经费|补助)[，,]?(?:用于|支持|帮助))"
)
_GRANTED = re.compile(
    r"(?:^|[。；\n：）])(?P<whom>(?:(?!根据|按照)[^；。：0-9\n]){4,60}?)的?(?:，[^，；。]{0,10}?)?(?:财政|分别|一次性|再|另|可|择优|每[人户年家个])*"
    r"(?:给予|奖励)[^，；。的]{0,12}$"
)
"""新认定的省、市工业设计中心分别给予100万元、50万元奖励: without 对."""
_GIVEN = re.compile(
    r"给予(?P<whom>(?:(?!最高|不超过|一次性)[\u4e00-\u9fff]){3,20}?)(?:最高|不超过|一次性|每[人户年家个])*$"
)
"""给予项目申报主体最高50万元奖励."""
AWARD_REACH = 100
"""How far before an amount those who get it may be named, in characters."""
LONGEST = 24
"""A purpose longer than this is not made part of the indicator."""


_AWARD = re.compile(
    r"的?(?:一次性|资金|财政|专项|经费|现金){0,3}(?P<noun>(?:创新|研发|生活|租金|房租|培训费用)?(?:奖励|奖补|补助|补贴|资助|奖金|扶持|支持))"
)
_AWARDED = re.compile(
    r"对(?P<whom>(?:(?!根据|按照)[^；。：0-9]){3,60}?)的?(?:，[^，；。]{0,10}?)?(?:财政|分别|一次性|再|另|可|择优|按规定|每[人户年家个])*"
    r"(?:给予|奖励|补助|补贴|资助)(?!强度|标准|额度|比例|政策|资金|项目)[^，；。的]{0,12}$"
)


def name_award(place: Place) -> Naming | None:
    """对新认定的智能工厂，给予50万元奖励: the award to those named before, one each where as many are listed."""
    if place.first.unit_class != "money":
        return None
    text, start = place.text, place.first.outer.start
    noun = _AWARD.match(text, place.last.outer.end)
    reach = max(place.sentence.start, start - AWARD_REACH)
    found = _AWARDED.search(text, reach, start)
    if noun and found is None:
        found = _GRANTED.search(text, reach, start) or _GIVEN.search(text, reach, start)
    if found is None:
        return None
    whom = trim(text, Span(*found.span("whom")))
    each = distribute(text, whom) if len(place.group) > 1 else ()
    heads = each if len(each) == len(place.group) else ((whom,),)
    award = (Span(*noun.span("noun")),) if noun else ()
    return Naming(tuple((*head, *award) for head in heads), "award", "" if noun else "奖励")


def name_outlay(place: Place) -> Naming | None:
    """The indicator of an amount that is spent: its purpose and the verb; None where no purpose follows."""
    if place.first.unit_class != "money" or len(place.group) > 1:
        return None
    text, start, end = place.text, place.name.start, place.first.outer.start
    spending = _SPENDING.fullmatch(text, start, end)
    after = place.last.outer.end
    if spending is None or not _PURPOSE_OPENS.match(text, after):
        return None
    found = _PURPOSE.match(text, after)
    if found is None:
        return None
    purpose = trim(text, Span(*found.span("purpose")))
    if not 4 <= purpose.end - purpose.start <= LONGEST:
        return None
    verb = Span(*spending.span("verb"))
    invests = text[verb.start : verb.end] in ("投资", "投入")
    return Naming(
        ((purpose, verb) if invests else (purpose,),), "outlay", "" if invests else "资金", subject=place.subject
    )
