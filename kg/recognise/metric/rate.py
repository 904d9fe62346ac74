"""Rates in rules: as what share of what is paid (按照实际投入的30%给予补助; 给予100%租金补贴; 按10%的比例预留)."""

from __future__ import annotations

import re

from kg.lexicon.comparator import comparator_of
from kg.lexicon.predicate import ADVERBS, INNER, ending
from kg.model import Comparator, Span
from kg.pattern import late
from kg.recognise.amount.proportion import is_proportion
from kg.recognise.metric.award import AWARD, recipients
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.front import parse_front
from kg.recognise.syntax.phrase import trim

_SUM = r"(?:额|费用?|投入|价格?|成本|利率|经费|总量|标准|收入|投资|资金|利息|工资)"
_BOUND = r"(?P<word>最高不超过|不超过|不高于|不低于|最高)?"
_OF_BASE = late(
    r"(?:由(?P<whom>[^，。；由按]{2,12}?)(?:分别)?)?(?:按照?|给予)其?"
    + _BOUND
    + rf"(?P<base>[^，。；：\n按]{{2,24}}的|[^，。；：\n按]{{0,18}}{_SUM})$"
)
_BARE = late(r"按照?" + _BOUND + r"\s*$")
_PAID = late(
    r"(?:的?比例)?(?:，)?(?:对[^，。；]{2,12}?(?=给予|予以|提供|发放|进行))?(?:给予|予以|提供|申请|发放|安排|进行|的)?(?:最高[0-9.]+[万亿]?元的?)?(?:一次性)?"
    r"(?P<paid>(?!的?比例)[\u4e00-\u9fff]{2,14})(?=[，。；（()）\s]|$)"
)
_GRANTS = late(r"(?:给予|享受|提供|予以)[^，。；]{0,10}?(?P<years>[一二三四五六七八九十0-9]年)?$")
_GRANTED = late(r"的?(?P<paid>[\u4e00-\u9fff]{0,8}(?:补贴|补助|贴息|奖励|减免|支持|扣除|优惠))")
_GIVEN_OF = late(r"(?:按照?|根据)其?(?P<base>[^，。；：\n按]{2,20}?)，?(?:给予|予以|提供)(?:其|企业|一次性)*$")
"""按设备购置额 | 给予 | 30%的补助."""
BASE_REACH, FRONT_SIZE, WHOM_REACH = 34, 20, 120
"""How far before a rate its base may begin, the longest name before 按10% that is kept, and how far before 按 those
who are paid may be named."""


_DRAWN = late(r"从(?P<base>[^，。；：从]{2,24}?)中(?:每年|统筹)*(?:提取|计提|安排|划出|划拨|列支|拿出)$")
_USED = late(
    r"(?:以上|左右)?(?:的?(?:资金|比例|部分|经费))?，?(?P<use>(?:专项|重点)?(?:用于|支持|投入|投向)[^，。；]{2,20})"
)
"""从土地出让收益中提取 | 10% | 用于农田建设."""


def name_rate(place: Place) -> Naming | None:
    """按照实际投入的30%提供补助: what is paid, as a share of what; 给予100%租金补贴: the share that is paid."""
    text, start, end = place.text, place.first.outer.start, place.last.outer.end
    if place.first.unit not in ("%", "‰") and not is_proportion(text[slice(*place.first.span)]):
        return None
    paid = _PAID.match(text, end)
    if taxed := _TAXED.match(text, end):
        return Naming(((Span(*taxed.span("tax")), Span(*taxed.span("rate"))),), "rate", subject=place.subject)
    drawn = _DRAWN.search(text, max(place.sentence.start, start - WHOM_REACH), start)
    if drawn and (used := _USED.match(text, end)):
        place.right.used = True
        return Naming((_pieces(drawn.span("base"), used.span("use")),), "rate", "比例")
    if base := _OF_BASE.search(text, max(0, start - BASE_REACH), start):
        whole = Span(base.start("base"), base.end("base") - (text[start - 1] == "的"))
        what = Span(*paid.span("paid")) if paid else None
        whom = base.span("whom") if base["whom"] else _paid_for(place, base.start(), what)
        if whom is None and what and _COLLECTS.fullmatch(text, *what):
            whom, what = (place.scope.last() or (None,))[0], None
        return Naming((_pieces(whom, what, whole),), "rate", "比例", comparator=_bound(base))
    bare = _BARE.search(text, max(0, start - 8), start)
    if bare and paid:
        front = Span(place.name.start, min(place.name.end, bare.start())) if place.size <= FRONT_SIZE else None
        return Naming(
            (_pieces(front, paid.span("paid")),), "rate", "比例", subject=place.subject, comparator=_bound(bare)
        )
    given = _GIVEN_OF.search(text, max(0, start - BASE_REACH), start)
    if given and (granted := _GRANTED.match(text, end)):
        what = Span(*granted.span("paid"))
        whom = _paid_for(place, given.start(), what)
        return Naming((_pieces(whom, what, given.span("base")),), "rate", "比例")
    granted, grants = _GRANTED.match(text, end), _GRANTS.search(text, max(0, start - 12), start)
    if granted is None or grants is None:
        return None
    place.right.used = True
    return Naming((_pieces(grants.span("years"), granted.span("paid")),), "rate", subject=place.subject)


_TAXED = late(
    r"的?(?P<rate>税率|征收率|费率|预征率)，?(?:计算|简易)?(?:征收|缴纳|计征|计缴|计算|预缴|预征)(?P<tax>[\u4e00-\u9fff]{1,10}[税费])"
)
"""按10%的 | 税率 | 计征 | 渔业税."""
_PAYER = late(
    r"由?(?:中央|各?[省市区县级]{1,3}|[国地]方?|各地)?(?:本?级|里)?(?:财政)?|[^》]*(?:财政|部门|[局厅]|政府|是)|.*》.*"
)
"""省级 | 按购置额的10%给予奖补: who pays; 一般是 | 按金额的1%收取 names nothing."""


_COLLECTS = late("收取|征收|缴纳|计收|计征|计提|提取|缴存")
"""手续费每笔不超过1%，目前按金额的2%收取: of the charge named before."""


def _paid_for(place: Place, end: int, paid: Span | None) -> Span | None:
    """手续费按金额的1%收取; 对购置设备的企业，按购置额的10%给予奖补: what stands before 按 in its clause, or, for an
    award, those that the sentence names before."""
    text = place.text
    least = max(text.rfind(mark, place.name.start, end) for mark in "(（") + 1
    front = parse_front(text, Span(max(place.name.start, least), max(place.name.start, end)), ()).name
    while (adverb := ending(text, *front, ADVERBS)) and text[front.end - 1 - len(adverb[0])] not in INNER.get(
        adverb[0], ""
    ):
        front = trim(text, Span(front.start, front.end - len(adverb[0])))
    if 2 <= front.end - front.start <= FRONT_SIZE and not _PAYER.fullmatch(text, *front):
        return front
    awarded = paid is not None and AWARD.search(text, *paid) is not None
    return recipients(place, max(place.sentence.start, end - WHOM_REACH), end) if awarded else None


def _pieces(*spans: tuple[int, int] | None) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans if span and span[1] > span[0])


def _bound(found: re.Match[str]) -> Comparator | None:
    """按照不超过投资额30%: the bound stands before the base."""
    word = found["word"]
    return comparator_of(word) if word else None
