"""Awards: who is given an amount, and as what (对新认定的工厂，给予50万元奖励; 一等奖10万元、二等奖5万元奖励)."""

from __future__ import annotations

import re

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.coordination import distribute, split_at_marks, with_front
from kg.recognise.syntax.phrase import Phrase, trim

_KIND_OF = r"(?:奖励|奖补|补助|补贴|资助|奖金|扶持|支持|补偿|贴息)"
AWARD = late(_KIND_OF)
"""Words for what is given."""
_GIVING = late(
    rf"(?P<verb>给予|予以|{_KIND_OF}(?!强度|标准|额度|比例|政策|项目|上限|对象|范围|条件|资金|金额|费|券|款|办法|总额))了?"
    r"(?P<rest>[^，；。的]{0,12})$"
)
"""一次性 | 给予 | 每家最高."""
_AFTER = late(
    rf"的?(?:一次性|财政|专项)*(?P<noun>[\u4e00-\u9fff]{{0,8}}?{_KIND_OF}(?:资金|经费|{_KIND_OF})?|(?:资金|经费))"
)
_LISTED_AFTER = late(
    rf"(?:[、，和](?:[\u4e00-\u9fffA-Z]{{0,8}})[0-9.]+[万亿]?元){{1,6}}的?(?:一次性|财政|专项)*(?P<noun>[\u4e00-\u9fff]{{0,6}}?{_KIND_OF})"
)
"""国家级300万元 | 、省级80万元的奖励."""
_STANDARD = late(
    rf"(?:[、，和][\u4e00-\u9fff]{{2,8}}[0-9.]+元){{0,5}}(?P<rate>的?标准)?，?(?:给予|予以|发放)(?P<noun>[^，。；]{{0,14}}?{_KIND_OF})"
)
"""按每人1000元标准给予企业培训补贴."""
_BY_EACH = late(r"按照?(?P<each>每[\u4e00-\u9fff]{1,4})$")
"""对新建机构，按每个托位 | 1万元给予补贴."""
_GIVEN = late(
    rf"(?:给予|予以|提供)(?:企业|单位|一次性|财政|适当|一定的?|相应的?)*(?P<noun>[\u4e00-\u9fff]{{0,6}}?{_KIND_OF})(?=[，（(]|$)"
)
_CAPPED = late(
    r"(?:(?:单[个项户家]|同一)[\u4e00-\u9fff]{0,4}|每[个项户家人名][\u4e00-\u9fff]{0,6})?(?:累计|年度|每年|全年|[补资]助|补贴|总额)*"
)
"""单个企业 | 最高300万元: nothing but whom each."""
_FINE = late(r"的?(?P<fine>(?:行政)?(?:罚款|罚金))")
_IMPOSED = late("处以?$")
_IMPOSED_ON = late("处以?(?:最高达?)?(?P<base>[^，。；处]{2,12})$")
_EACH = late(r"(?P<each>每[人名户家个台套项件亩辆][^，。；最]{0,8}?)(?:最高|最多|不超过)?$")
_BESIDE = late(
    r"[^，。；]{0,6}?(?:企业|单位)?(?:一次性|财政)?"
    rf"(?P<noun>(?:(?!一次性)[\u4e00-\u9fff]){{0,4}}?{_KIND_OF}(?:资金)?)(?:最高|不超过|[^，。；]{{0,2}})"
)
"""给予 | 一次性奖励 | 50万元."""
_KIND = late(
    r"(?:给予(?:[\u4e00-\u9fff]{2,4})?|元、|元，)(?P<kind>(?:国家|省|市|区|县)级|[特一二三四]等奖|第[一二三四]名|[A-D甲乙丙]等|[金银铜]奖)$"
)
_RECIPIENT = late(r"(?:(?!最高|不超过|一次性|每|奖|补)[\u4e00-\u9fff]){3,20}")
_TO = late(r"(?<![针相绝面])对于?(?![接象外口标应比照策])")
_WITHOUT = late(
    r"[\s\d（(一二三四五六七八九十）).、]*(?:每年)?(?:鼓励|支持|引导)?(?:一批|各类)?(?P<whom>(?![0-9]{0,2}月[0-9]|[0-9]*日|根据|按|推动|推进|实施|完善|优化|加大|增加|扩大|落实|其中|面向|围绕|开展|打造|加快|每|重点|安排|全面|单个|单项|第[一二三四])[^；。：，\n]{4,60})"
)
_CUT = late("，(?![并且或])|给予|按照?|参照|根据")
_ENDS = late(
    r"(?:的|分别|财政|一次性|再|另|可|原则上|择优|按规定|最高|每[人户年家个名]|继续|分期|一次|予以|于(?:认定|获批|当|次)[^，]{1,6}|连续[0-9一二三四五]年|省级|市级财政)+$"
)
_LEVELS = late(r"(?:国家|省|市|区|县)级?(?:[、和](?:国家|省|市|区|县)级?)+(?=[\u4e00-\u9fff“])")
_LEVEL = late("(?:国家|省|市|区|县)级?")
_AT_MOST = "(?:再|可|分别|最高|一次性)*"
_EACH_OF_THEM = late(rf"(?:[每单][个项户家人名村镇所校站店亩头台辆件](?:每[年月天日])?)?{_AT_MOST}$")
"""每个 | 一次性给予, 最高 | 奖励: each of those named before."""
_EACH_WHOM = late(
    r"(?:(?<=[，。；：、\n])|^)(?:按照?|对)?(?P<whom>[每单][个项户家人名村镇所](?!最高|一次|分别|[再可])[\u4e00-\u9fff]{2,8}?)"
    rf"{_AT_MOST}$"
)
"""每个项目 | 给予 | 最高300万元 | 补助: each of those of whom nothing else is told."""
_DOES = late(r"(?:企业|单位|机构)?(?:实施|开展|进行)了?(?=[^，。；]{4})")
"""企业实施 | 设备改造: who else would."""
_BARELY = late(rf"，(?:其中)?(?:[每单][\u4e00-\u9fff]{{1,2}}(?:每[年月天日])?)?{_AT_MOST}{_KIND_OF}")
"""新认定的工厂，| 奖励 | 50万元: nothing but the verb."""
_ASKED = late(r"，?[并且][^，；并且0-9]{2,16}[0-9][^，；的]{0,16}$")
"""实施技改项目 | 并实际投资1000万元以上: how much is asked for."""
_COUNTED = late(r"[0-9][0-9.]*万?[^0-9的]{1,2}(?:以上)?$")
"""改造家庭 | 3000户，每户补贴: how many, and not who."""
_OF_BEFORE = late(r"其(?!他|中)(?:(?:上一?|当|本)年度?)?")
"""对 | 其上一年度 | 实施技改的: whose and when."""
FRONT_SIZE = 8
"""Longest stretch before listed levels that is kept: 新认定的 | 省、市级工厂."""
REACH = 120
"""How far before an amount those who get it may be named, in characters."""
LONG, HEAD = 30, 4
"""Of a longer name only what follows its last 的 is kept, where that has at least HEAD characters."""


def name_award(place: Place) -> Naming | None:
    """对新认定的智能工厂，给予50万元奖励: the award to those named before, one each where as many are listed.

    The word for the award follows the amount (50万元奖励), stands before it (给予奖励50万元), or is the verb itself.
    """
    if place.first.unit_class != "money" and place.first.unit not in ("倍", "%"):
        return None
    text, start = place.text, place.first.outer.start
    reach = max(place.sentence.start, start - REACH, *(text.rfind(m, max(0, start - REACH), start) + 1 for m in "；;"))
    if place.first.unit_class != "money":
        return _name_fine(place, reach)
    if other := _name_cap(place, reach) or _name_fine(place, reach):
        return other
    if each := _name_standard(place, reach) or _name_each(place, reach):
        return each
    kind = _KIND.search(text, max(reach, start - 12), start)
    after = (_LISTED_AFTER if kind else _AFTER).match(text, place.last.outer.end) or _AFTER.match(
        text, place.last.outer.end
    )
    giving = None if kind else _GIVING.search(text, reach, start)
    if (kind is None and giving is None) or (kind is not None and after is None):
        return None
    given = text.rfind("给予", reach, start) if kind else giving.start() if giving else start
    whom = _whom(place, reach, given)
    noun = Span(*after.span("noun")) if after else _noun_before(text, giving)
    if whom is None or not any(m for m in _TO.finditer(text, reach, given)):
        stated = after or (giving and giving["verb"] == "给予") or (whom and _BARELY.match(text, whom.end, start))
        if noun is None or not stated:
            return None
        if kind is None and (recipient := _recipient(text, reach, giving)):
            return Naming(((recipient, noun),), "award")
    if whom is None and kind is None:
        return None
    phrases = _phrases(place, whom, Span(*kind.span("kind")) if kind else None)
    return Naming(
        tuple((*phrase, noun) if noun else phrase for phrase in phrases),
        "award",
        "" if noun else "奖励",
        comparator="le" if re.search("最高|不超过", text[max(reach, given - 4) : place.first.span.start]) else None,
    )


def _noun_before(text: str, giving: re.Match[str] | None) -> Span | None:
    """The word for the award before the amount: 给予一次性 | 奖励 | 50万元; or the verb itself (最高补助50万元)."""
    if giving is None:
        return None
    if beside := _BESIDE.fullmatch(text, giving.start("rest"), giving.end()):
        return Span(*beside.span("noun"))
    return None if giving["verb"] in ("给予", "予以") else Span(*giving.span("verb"))


def _name_cap(place: Place, reach: int) -> Naming | None:
    """给予奖补，(单个企业)最高300万元: the most of what is given before."""
    text, start = place.text, place.first.outer.start
    clause = text.rfind("，", reach, start) + 1
    if not clause or place.first.comparator != "le" or not _CAPPED.fullmatch(text, clause, start):
        return None
    given = [*_GIVEN.finditer(text, reach, clause - 1)]
    each = place.name if place.size > 2 else None
    if not given:
        return _cap_of_last(place, each)
    noun = Span(*given[-1].span("noun"))
    whom = recipients(place, reach, given[-1].start())
    if each and AWARD.search(text, *each):
        return Naming((tuple(piece for piece in (whom, each) if piece),), "award")
    return Naming((tuple(piece for piece in (whom, each, noun) if piece),), "award")


def _cap_of_last(place: Place, each: Span | None) -> Naming | None:
    """每个展位补贴2万元，单个企业 | 每年累计不超过30万元; 每年最多300万元: the most of the award named before."""
    last = place.scope.last() if place.scope.metrics else None
    kinds = [*AWARD.finditer(place.text, *last[-1])] if last else []
    if last is None or not kinds:
        return None
    if each and AWARD.search(place.text, *each):
        return Naming(((each,),), "award")
    noun = Span(*kinds[-1].span())
    return Naming(((each, noun) if each else last,), "award", inherited=True)


def _name_fine(place: Place, reach: int) -> Naming | None:
    """由主管部门对超载车主处2万元以上6万元以下的罚款: the fine and who pays it, not who imposes it;
    处违法所得1倍以上的罚款: how many times what."""
    text, start = place.text, place.first.outer.start
    fine = _FINE.match(text, place.last.outer.end)
    times = place.first.unit_class != "money"
    imposed = (_IMPOSED_ON if times else _IMPOSED).search(text, max(reach, start - (16 if times else 2)), start)
    if fine is None or imposed is None:
        return None
    to = [m.end() for m in _TO.finditer(text, reach, start)]
    whom = recipients(place, to[-1] - 1, imposed.start()) if to else None
    base = Span(*imposed.span("base")) if times else None
    phrase = tuple(piece for piece in (whom, Span(*fine.span("fine")), base) if piece)
    return Naming((phrase,), "award", ("比例" if place.first.unit == "%" else "倍数") if times else "")


def _name_standard(place: Place, reach: int) -> Naming | None:
    """按照每名高级培训师1200元、助教800元的标准给予补贴, 对新建机构，按每个托位1万元补贴: for each of what."""
    standard = _STANDARD.match(place.text, place.last.outer.end)
    start = place.first.outer.start
    by_each = _BY_EACH.search(place.text, max(reach, start - 8), start) if standard else None
    if standard is None or not (standard["rate"] or by_each):
        return None
    noun = Span(*standard.span("noun"))
    if by_each:
        whom = recipients(place, reach, by_each.start())
        pieces = (whom, Span(*by_each.span("each")), noun)
        return Naming((tuple(piece for piece in pieces if piece),), "award")
    each = _EACH.search(place.text, max(place.sentence.start, place.first.outer.start - 14), place.first.outer.start)
    front = Span(*each.span("each")) if each else place.name
    return Naming(((front, noun) if front.end > front.start else (noun,),), "award")


_EACH_GIVEN = late(
    rf"，(?P<each>每[人户家名个村](?:每[年月天日]|[\u4e00-\u9fff]{{0,2}}))(?:发放|给予)(?:一次性)?(?P<noun>[\u4e00-\u9fff]{{0,6}}?{_KIND_OF})(?:最高|不超过)?$"
)


def _name_each(place: Place, reach: int) -> Naming | None:
    """引进的人才，每人每月 | 发放生活补贴 | 3000元: who gets it, how often, and as what."""
    given = _EACH_GIVEN.search(place.text, reach, place.first.outer.start)
    whom = recipients(place, reach, given.start("each")) if given else None
    if given is None or whom is None:
        return None
    return Naming(((whom, Span(*given.span("each")), Span(*given.span("noun"))),), "award")


def _recipient(text: str, reach: int, giving: re.Match[str] | None) -> Span | None:
    """给予 | 项目申报主体 | 最高50万元奖励: those between the verb and the amount; 每个项目 | 给予: each of those."""
    if giving is None or giving["verb"] != "给予":
        return None
    if found := _RECIPIENT.match(giving["rest"]):
        return Span(giving.start("rest"), giving.start("rest") + found.end())
    each = _EACH_WHOM.search(text, reach, giving.start())
    return Span(*each.span("whom")) if each else None


def recipients(place: Place, reach: int, given: int) -> Span | None:
    """Those behind 对, or whom the sentence opens with, in few words; of what firms do only what is done."""
    whom = _whom(place, reach, given)
    if whom and (does := _DOES.match(place.text, *whom)):
        whom = Span(does.end(), whom.end)
    return _short(place.text, whom) if whom else None


def _whom(place: Place, reach: int, given: int) -> Span | None:
    """Those behind 对, or whom the sentence opens with, up to the comma or the verb."""
    text = place.text
    clause = max(text.rfind(mark, reach, given) for mark in "，；。：\n") + 1
    if _EACH_OF_THEM.match(text, clause, given):
        given = max(reach, clause - 1)
    elif re.match(r"(?:其中)?(?:每|单[个项户家])", text[clause : clause + 4]):
        return None
    to = [m.end() for m in _TO.finditer(text, reach, given)]
    begin = to[-1] if to else None
    if begin is None:
        least = max(place.sentence.start, given - REACH)
        opens = clause_start(text, least, given, "；;：\n")
        found = _WITHOUT.match(text, opens, given) if opens > least or least == place.sentence.start else None
        begin = found.start("whom") if found else None
    if begin is None:
        return None
    cut = _CUT.search(text, begin, given)
    end = cut.start() if cut else given
    if ends := _ENDS.search(text, max(begin, end - 12), end):
        end = ends.start()
    begin = of.end() if (of := _OF_BEFORE.match(text, begin, end)) else begin
    if asked := _ASKED.search(text, begin + 4, end):
        end = asked.start()
    whom = trim(text, Span(begin, end))
    if _COUNTED.search(text, *whom):
        return None
    return whom if whom.end - whom.start > 2 and text.find("》", *whom) < 0 else None


def _phrases(place: Place, whom: Span | None, kind: Span | None) -> tuple[Phrase, ...]:
    """Who gets it: one of the levels that are listed, each item of the list, or all."""
    text, count = place.text, len(place.group)
    if whom is None:
        return ((kind,),) if kind else ()
    levels = _LEVELS.search(text, *whom) if kind or count > 1 else None
    if levels:
        items = (kind,) if kind else tuple(Span(*m.span()) for m in _LEVEL.finditer(text, *levels.span()))
        front = Span(whom.start, levels.start() if levels.start() - whom.start <= FRONT_SIZE else whom.start)
        rest = _short(text, Span(levels.end(), whom.end))
        if kind or len(items) == count:
            return tuple((front, item, rest) for item in items)
    if kind:
        return ((_short(text, whom), kind),)
    listed = _asked_each(place) or _last_condition(text, whom)
    each = distribute(text, listed) if count > 1 else ()
    if 1 < count != len(each):
        each = split_at_marks(text, listed, count)
    return with_front(text, each) if len(each) == count else ((_short(text, whom),),)


_ASKED_EACH = late(
    r"[，、](?P<asked>[^，。；的]{2,12}(?:达到?|超过?|突破|首次突破|首次达到)[^，。；]{2,40})的，(?:分别|依次|对应)"
)


def _asked_each(place: Place) -> Span | None:
    """入选的企业，产值达到 | 1亿元、5亿元 | 的，分别给予: what is asked for, as often as something is given."""
    start = place.first.outer.start
    asked = [*_ASKED_EACH.finditer(place.text, max(place.sentence.start, start - REACH), start)]
    return Span(*asked[-1].span("asked")) if asked else None


def _last_condition(text: str, whom: Span) -> Span:
    """通过贯标认证，并 | 新认定为…的企业: the last of what is asked for."""
    also = text.rfind("，并", *whom)
    return whom if also < 0 else trim(text, Span(also + 2, whom.end))


def _short(text: str, whom: Span) -> Span:
    """Of a long name what follows its last 的 or 等, where that says enough."""
    if whom.end - whom.start > LONG:
        whom = _last_condition(text, whom)
    if whom.end - whom.start <= LONG:
        return whom
    heads = (text.rfind(mark, whom.start, whom.end - HEAD) + 1 for mark in "的等")
    short = next((Span(head, whom.end) for head in heads if head), whom)
    closed = text.find("）", *short) + 1
    return Span(closed, short.end) if closed and text.find("（", short.start, closed) < 0 else short
