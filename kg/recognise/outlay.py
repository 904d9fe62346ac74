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
    r"(?:(?:完成|实施|推进|开展|组织)了?)?(?P<purpose>(?:为|对|在)?[^，。；：、]{4,40})"
)
_ACTS = r"(?:新建|建设|改造|完成|实施|开展|推进|解决|修建|购置|配备|打造|扩建|改扩建|改建|集中|建成|维修)"
SPENT_ON = re.compile(rf"(?:用于|用来|帮助|支持|{_ACTS})了?")
"""What an amount is spent on follows it: 投资1100万元 | 新建污水管线."""
_COUNT = re.compile(
    r"(?:[0-9.]+[万亿]?|[二三四五六七八九十两百]+)(?:多|余)?(?:个|家|座|条|所|处|项|栋|户|公里|平方米|亩|台|套|辆|名|片|[\u4e00-\u9fff]{1,3}$)(?!以[上下]|级)"
)
"""实施7个重点项目: the count is another claim."""
_PURPOSE_OPENS = re.compile(
    rf"(?:用于|用来|帮助|支持|{_ACTS}|为|对"
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


_OF_BASE = re.compile(
    r"(?:由(?P<whom>[^，。；由按]{2,12}?)(?:分别)?)?按照?(?:其|不低于|不超过)?(?P<base>[^，。；：\n按]{2,24})的$"
)
_PAID = re.compile(
    r"(?:对[^，。；]{2,12}?)?(?:给予|予以|提供|申请|发放|安排)?(?:最高[0-9.]+[万亿]?元的?)?(?P<paid>[\u4e00-\u9fff]{2,12})(?=[，。；（(\s]|$)"
)
_GRANTS = re.compile(r"(?:给予|享受|提供|予以)[^，。；]{0,10}?(?P<years>[一二三四五六七八九十0-9]年)?$")
NOWHERE = (-1, -1)
_GRANTED_RATE = re.compile(r"的?(?P<paid>[\u4e00-\u9fff]{0,8}(?:补贴|补助|贴息|奖励|减免|支持|扣除|优惠))")


def name_rate(place: Place) -> Naming | None:
    """按照实际总投入的30%提供财政补助: what is paid as a share of what; 给予100%租金补贴: the share that is paid."""
    text, start, end = place.text, place.first.outer.start, place.last.outer.end
    if place.first.unit != "%":
        return None
    if base := _OF_BASE.search(text, max(0, start - 30), start):
        paid = _PAID.match(text, end)
        named = (base.span("whom"), paid.span("paid") if paid else NOWHERE, base.span("base"))
        return Naming((tuple(Span(*p) for p in named if p[1] > p[0]),), "rate", "比例")
    granted = _GRANTED_RATE.match(text, end)
    grants = _GRANTS.search(text, max(0, start - 12), start)
    if granted is None or grants is None:
        return None
    place.right.used = True
    pieces = (grants.span("years"), granted.span("paid"))
    return Naming((tuple(Span(*p) for p in pieces if p[1] > p[0]),), "rate", subject=place.subject)


def name_outlay(place: Place) -> Naming | None:
    """The indicator of an amount that is spent: its purpose and the verb; None where no purpose follows."""
    if place.first.unit_class != "money" or len(place.group) > 1:
        return None
    text, start, end = place.text, place.name.start, place.first.outer.start
    spending = _SPENDING.fullmatch(text, start, end)
    after = place.last.outer.end
    if spending is None or not (_PURPOSE_OPENS.match(text, after) or _acts_next(place)):
        return None
    found = _PURPOSE.match(text, after)
    if found is None:
        return None
    purpose = trim(text, Span(*found.span("purpose")))
    if not 4 <= purpose.end - purpose.start <= LONGEST:
        return None
    count = _COUNT.search(text, *purpose)
    pieces = (purpose,) if count is None else (Span(purpose.start, count.start()), Span(count.end(), purpose.end))
    verb = Span(*spending.span("verb"))
    invests = text[verb.start : verb.end] in ("投资", "投入")
    phrase = (*(trim(text, p) for p in pieces if p.end > p.start), *((verb,) if invests else ()))
    return Naming((phrase,), "outlay", "" if invests else "资金", subject=place.subject)


def _acts_next(place: Place) -> bool:
    """投资3700万元，改造背街巷道: the next clause says what for; 完成投资, 总投资 are of what was named before."""
    text, after = place.text, place.last.outer.end
    completes = re.search("完成|总投", text[max(0, place.name.start - 2) : place.first.outer.start]) is not None
    return (
        not completes and text[after : after + 1] == "，" and re.match(_ACTS, text[after + 1 : after + 4]) is not None
    )
