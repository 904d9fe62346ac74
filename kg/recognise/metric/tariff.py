"""Standards and prices set for several: 扣除标准，省城 | 每月1500元，外埠 | 每月1100元; 电价居民 | 每度0.5元."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place

_SET = r"(?:标准|[水电气煤票单均牌]价|价格|租金|[处理保障排污取暖停收押教通行养护]{2}费|补贴|津贴|定额)"
_EACH = r"(?:每[\u4e00-\u9fff]{1,3}?)+"
_AMOUNT = r"[约近最高不低超于过]{0,4}[0-9][0-9.]*[万亿]?元(?:以[上下内])?(?:[（(][^（）()]{1,16}[）)])?"
_HEAD = late(
    rf"(?P<head>[^，。；：、0-9]{{1,20}}?{_SET})(?P<link>，(?:其中，?)?(?:原则上|一般)?(?:每[年月])?|：|(?:分别|统一)*(?:为|按照?|(?:提高|[上下]?调|调整|降低|降)[到至为])|(?=[^，。；：、0-9]{{2}}))"
    rf"(?P<told>(?:(?:(?!标准|价格)[^，。；：、0-9]){{0,14}}?(?:{_EACH})?{_AMOUNT}[、，；和])*)"
    rf"(?P<whom>(?!每|其中|资金|经费|支出|总?额|[^，。；：、0-9]*(?:[调降增减升涨提为至到由从]|给予|发放|{_SET}))[^，。；：、0-9]{{2,14}}?)(?P<each>{_EACH})?(?:最高|不超过|不低于)?$"
)
_AND_MORE = late(rf"[、，和](?!每|其中)[^，。；：、0-9]{{2,14}}?(?:{_EACH})?{_AMOUNT}")
_NO_NOUN = r"其中|分别|平均|[年日月]均|[同环]比|[达不为占超约近增减降升突接逼]|[提上下稳保控维持][高升降低定持制]"
_WHOSE = rf"(?!{_NO_NOUN})(?:(?![率比重幅增减升降都均已仅只将也还年月])[^，。；：、0-9]){{2,12}}?"
_REACHED = r"(?:提高|上升|下降|降低|稳定|保持|控制|维持)[到至在]"
_BECOMES = rf"[分别均要]{{0,2}}(?:达到?|[为在]|{_REACHED}|不[低高]于|不超过)?[约近超]{{0,2}}过?"
_RATE = r"[0-9][0-9.]*%(?:以[上下内]|左右)?"
_OF_EACH = late(
    rf"(?P<head>[^，。；：、0-9]{{2,20}}?(?:率|比例|比重|占比))(?P<link>[，：]?)(?P<told>(?:{_WHOSE}{_BECOMES}{_RATE}[、，和])*)"
    rf"(?P<whom>{_WHOSE}){_BECOMES}$"
)
_AND_OTHERS = late(rf"(?:以[上下内]|左右)?[、，和]{_WHOSE}{_BECOMES}{_RATE}")
_OPENS = late(r"(?<![^，。；：、\n\u3000])(?=[^，。；：、0-9\n]{3})")
REACH = 100
"""How far before an amount what is set may be named, in characters."""


def name_rate_of_each(place: Place) -> Naming | None:
    """治理率城区 | 达到98%、乡镇 | 达到60%: a rate and whose it is; None where it is told of one alone."""
    if place.first.unit != "%" or len(place.group) > 1 or place.size < 2:
        return None
    text, start = place.text, place.first.outer.start
    for at in _OPENS.finditer(text, max(place.sentence.start, start - REACH), start):
        found = _OF_EACH.match(text, at.end(), start)
        if found and (found["told"] or _AND_OTHERS.match(text, place.last.span.end)):
            pieces = Span(*found.span("whom")), Span(*found.span("head"))
            return Naming((pieces,), "tariff", inherited=pieces[1].end < place.name.start)
    return None


_BY_EACH = late(r"每[\u4e00-\u9fff]{1,8}?(?:每[年月日天])?")
_NAMED = late(r"[^，。；：、]{2,30}?(?:标准|限额|额度|定额)$")


def _by_each(place: Place) -> Naming | None:
    """专项附加扣除标准，由 | 每个子女每月 | 1000元: for each of what so much is set of what the clause before names."""
    before = place.scope.previous if _BY_EACH.fullmatch(place.words) else None
    named = _NAMED.search(place.text, *before) if before else None
    return Naming(((Span(*named.span()), place.name),), "tariff", inherited=True) if named else None


def name_tariff(place: Place) -> Naming | None:
    """What is set, for whom and for each of what; None where it is set for one alone, and not told for each of what."""
    if place.first.unit != "元" or len(place.group) > 1:
        return None
    if each := _by_each(place):
        return each
    text, start = place.text, place.first.outer.start
    opens = max(place.sentence.start, start - REACH)
    several = _AND_MORE.match(text, place.last.outer.end) is not None
    if not several and text.find("每", opens, start) < 0:
        return None
    for at in _OPENS.finditer(text, opens, start):
        found = _HEAD.match(text, at.end(), start)
        if found is None:
            continue
        listed = (several or found["told"]) and (found["head"].endswith("标准") or "，" not in found["link"])
        if found["each"] or "每" in found["link"] + found["told"] or listed:
            pieces = (Span(*found.span(name)) for name in ("whom", "each", "head") if found[name])
            return Naming((tuple(pieces),), "tariff", inherited=found.end("head") < place.name.start)
    return None
