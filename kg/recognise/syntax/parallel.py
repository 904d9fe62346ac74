"""Items that stand parallel and share what follows the last: 国家级、省级 | 龙头企业数量, 氮肥、磷肥 | 施用量."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import regions_in
from kg.lexicon.predicate import CONTRASTS
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.phrase import is_region

_KIND = "级型类建等性套线"
_TRADE = late(r"[\u4e00-\u9fff]{2,12}业(?=[\u4e00-\u9fff]{2})")
"""航空服务业、仪器制造业 | 实际使用外资."""


def shared_tail(text: str, items: tuple[Span, ...]) -> Span | None:
    """国家级、省级龙头企业数量, 城镇、农村居民收入: what follows the word that stands against the other items."""
    last, others = items[-1], [text[a:b] for a, b in items[:-1]]
    mark = others[0][-1]
    at = text.find(mark, last.start, min(last.end - 2, last.start + 5))
    if mark == "业" and (trade := _TRADE.match(text, last.start, last.end)) and all(o[-1] == mark for o in others):
        return Span(trade.end(), last.end)
    if mark in _KIND and at > last.start and all(len(o) <= 5 and o[-1] == mark for o in others):
        return Span(at + 1, last.end)
    if all(o in _ONE_CHARACTER for o in others) and text[last.start] in _ONE_CHARACTER and last.end - last.start > 2:
        return Span(last.start + 1, last.end)
    if all(_INSURED.fullmatch(o) for o in others) and (insured := _INSURANCE.match(text, last.start, last.end)):
        return Span(insured.start("shared"), last.end)
    if others[-1].endswith("汽") and text.startswith("柴油", last.start):
        return Span(last.start + 1, last.end)
    for shares in (_shared_kind, _shared_level, _shared_object, _rhyming):
        if shared := shares(text, last, others):
            return shared
    if all(is_region(o) or o in CONTRASTS for o in others):
        place = next(iter(regions_in(text[last.start : last.end])), None)
        if place is not None and place.start == 0 and place.end < last.end - last.start:
            return Span(last.start + place.end, last.end)
    for size in range(min(4, last.end - last.start - 2), 1, -1):
        if text[last.start : last.start + size] in CONTRASTS and all(o.endswith(tuple(CONTRASTS)) for o in others):
            return Span(last.start + size, last.end)
    return _of_one_size(text, last, others) or _alike_at_end(text, last, others)


_ONE_CHARACTER = frozenset("内外进出男女城乡公铁水空海陆东西南北老新煤油气大中小微高初")
"""内、外 | 贸吞吐量, 大、中 | 型企业."""
_INSURED = late(r"[^，]{0,6}?(?:养老|医疗|失业|工伤|生育)")
_INSURANCE = late(r"(?:养老|医疗|失业|工伤|生育)(?P<shared>保险)(?=[\u4e00-\u9fff])")
"""养老、失业、工伤 | 保险参保人数."""

_BUILT = late(r"[新改扩续]+建|改造(?:提升)?|提升改造|修缮|更新|整治")


def _shared_object(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """新建、改造 | 公厕各20座: what each is done to."""
    built = _BUILT.match(text, *last) if all(_BUILT.fullmatch(o) for o in others) else None
    return Span(built.end(), last.end) if built and built.end() < last.end - 1 else None


def _rhyming(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """脱硫、脱硝 | 机组容量, 氮肥、磷肥 | 施用量: words of two characters that share the first or the second."""
    words = [text[last.start : last.start + 2], *others]
    short = all(len(word) == 2 for word in words)
    alike = short and any(words[0][i] in {word[i] for word in others[-2:]} for i in (0, 1))
    return Span(last.start + 2, last.end) if alike and last.end - last.start > 3 else None


_TAIL = late(
    r"(?:综合|平均|人均|户均|年均|医保|政策范围内|专任教师|规模化|标准化|机械化|良种|无害化|资源化|重点工程|集中(?!度)|检测|抽检|毛入|入[园学]|参保|报销|住院|门诊|治理|处置|回收|耕种收)"
    r"[\u4e00-\u9fff]{0,14}(?:率|量|比例|比重|占比|面积|能力|总额|价格)$"
)
"""What a head of several words begins with."""


def _of_one_size(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """小麦、玉米、水稻 | 综合机械化率: behind a noun as long as the others, a head that opens with what measures."""
    size = len(others[0])
    alike = 2 <= size <= 5 and all(len(o) == size for o in others) and last.end - last.start > size + 3
    return Span(last.start + size, last.end) if alike and _TAIL.match(text, last.start + size, last.end) else None


_FIGURED = frozenset("率额数量值入产资比度费积幅速")
"""Characters that figures end in, which are complete."""
_FIGURE = late(r"[\u4e00-\u9fff]{2,}(?:率|比例|比重|占比|面积|能力|总?量|总?额|价格?|产值|增加值|指数|浓度|强度)$")
LONGEST_KIND, UNLIKE = 6, 2


def _alike_at_end(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """地表水、地下水、海水 | 水质优良比例, 行政村、自然村 | 污水治理率: what follows the noun that rhymes."""
    mark, size = others[0][-1], len(others[-1])
    if mark in _FIGURED or size > LONGEST_KIND or any(len(o) < 2 or o[-1] != mark for o in others):
        return None
    at = text.find(mark, last.start + 1, min(last.end, last.start + LONGEST_KIND))
    near = at > 0 and abs(at + 1 - last.start - size) <= UNLIKE
    return Span(at + 1, last.end) if near and _FIGURE.match(text, at + 1, last.end) else None


_LEVEL = late(r"(?:^|的)(?:国家|部|省|市|县|区)级?$")
_LEVEL_OPENS = late(r"(?:国家|市县|区县|县区|省|市|县|区)级?(?![城域乡场])(?=[\u4e00-\u9fff]{2})")


def _shared_level(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """国家、省、市工业设计中心: what follows the level of government."""
    level = _LEVEL_OPENS.match(text, last.start, last.end)
    return Span(level.end(), last.end) if level and all(_LEVEL.search(o) for o in others) else None


def _shared_kind(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """养老保险、医疗保险参保人数: what follows the noun of two characters that all items have."""
    kind = others[0][-2:]
    at = text.find(kind, last.start + 1, last.end - 2)
    alike = len(kind) == 2 and all(len(o) > 2 and o.endswith(kind) for o in others)
    if not alike or at < 0:
        return None
    aside = _ASIDE.match(text, at + 2, last.end)
    return Span(aside.end() if aside else at + 2, last.end)


_ASIDE = late(r"[（(][^（）()]{1,20}[）)](?=[\u4e00-\u9fff]{2})")
"""工伤保险 | （含职业伤害保障） | 参保人数: a bracket tells of the last item only."""
