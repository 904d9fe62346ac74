"""Noun phrases as spans: trimming, and what coordination shares (A、B排放总量; 主要农作物化肥、农药利用率)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import regions_in
from kg.lexicon.organ import organs
from kg.lexicon.predicate import ATTRIBUTES, CONTRASTS, SHARED_HEADS
from kg.model import Span
from kg.pattern import late

COUNTRIES = frozenset(organs().countries)
Phrase = tuple[Span, ...]
"""Pieces of text that together make a name, in reading order."""

_EDGE = ' \t\u3000\xa0，,、；;：:。的了（(）)[]—-*·\n\r"“”‘’'
_JOINT = late(
    r"以及|、|和(?<![共饱温缓中总维祥调]和)(?![谐平美睦解])|及(?<![普涉波触惠兼以]及)(?![时格早至]|以[上下])(?:其(?![他它余]))?|与(?<![参给赠授]与)(?![会时])|或者|或|”(?=[“‘])|’(?=[“‘])"
)
_OPEN, _CLOSE = "“‘（([《", "”’）)]》"


def trim(text: str, span: Span) -> Span:
    """The span without separators, 的 and unbalanced brackets at its edges.

    >>> t = "的森林覆盖率（"
    >>> t[slice(*trim(t, Span(0, len(t))))]
    '森林覆盖率'
    """
    start, end = span
    while start < end and text[start] in _EDGE and not (text[start] in _OPEN and _closes(text, start, end)):
        start += 1
    while start < end and text[end - 1] in _EDGE and not (text[end - 1] in _CLOSE and _opens(text, start, end)):
        end -= 1
    return Span(start, max(start, end))


def _closes(text: str, start: int, end: int) -> bool:
    return any(c in _CLOSE for c in text[start + 1 : end])


def _opens(text: str, start: int, end: int) -> bool:
    return any(c in _OPEN for c in text[start : end - 1])


def words(text: str, phrase: Phrase) -> str:
    """The name a phrase spells, without white space."""
    return "".join("".join([text[a:b] for a, b in phrase]).split())


MOST_ITEMS = 40
"""A longer list is not taken apart."""


_WHOLE = late(
    "国家[和或]地区|信息传输、软件和信息技术服务|租赁和商务服务|水利、环境和公共设施管理|科学研究和技术服务|交通运输、仓储和邮政"
    "|电力、热力、燃气及水(?:的)?生产和供应|文化、体育和娱乐|居民服务、修理和其他服务|卫生和社会工作|批发和零售|住宿和餐饮"
    "|石油和天然气开采|煤炭开采和洗选|计算机、通信和其他电子设备制造|铁路、船舶、航空航天和其他运输设备制造"
)
"""What is one with its joint: above all trades as GB/T 4754 names them."""


def split(text: str, span: Span) -> tuple[Span, ...]:
    """Coordinated items of a phrase; joints inside brackets or quotes do not count.

    >>> t = "“甲和乙”“丙”、丁及戊"
    >>> [t[a:b] for a, b in split(t, Span(0, len(t)))]
    ['“甲和乙”', '“丙”', '丁', '戊']
    """
    items, start = [], span.start
    depth, seen = 0, span.start
    whole = [trade.span() for trade in _WHOLE.finditer(text, *span)]
    for joint in _JOINT.finditer(text, span.start, span.end):
        if any(a < joint.start() < b for a, b in whole):
            continue
        depth, seen = depth + _depth(text, seen, joint.start()), joint.start()
        if depth > (joint[0] in "”’") or joint.start() <= span.start:
            continue
        cut = joint.end() if joint[0] in "”’" else joint.start()
        items.append(Span(start, cut))
        start = joint.end()
    items.append(Span(start, span.end))
    return tuple(Span(a, b) for a, b in items if b > a)


def _depth(text: str, start: int, end: int) -> int:
    depth = 0
    for char in text[start:end]:
        depth += (char in _OPEN) - (char in _CLOSE)
    return depth


def head_of(text: str, item: Span) -> Span | None:
    """The head that an item may share with those before it; None if it ends in none.

    >>> t = "挥发性有机物排放总量"
    >>> t[slice(*head_of(t, Span(0, len(t))))]
    '排放总量'
    """
    body = text[item.start : item.end]
    for head in SHARED_HEADS:
        if body.endswith(head) and len(body) > len(head):
            return Span(item.end - len(head), item.end)
    return None


_EXAMPLES = late(r"[\u4e00-\u9fff](?<![高中初平同劣优上相均])等(?![级待于候])(?=[\u4e00-\u9fff]{2})")
"""眼镜、手表等 | 智能穿戴零售额: what is listed are examples of one thing."""


def distribute(text: str, span: Span) -> tuple[Phrase, ...]:
    """Coordinated items with what they share: the head of the last, the modifier of the first.

    >>> t = "主要农作物化肥、农药利用率"
    >>> [words(t, p) for p in distribute(t, Span(0, len(t)))]
    ['主要农作物化肥利用率', '主要农作物农药利用率']
    """
    items = split(text, span)
    if ordinals := _ordinals(text, items):
        return ordinals
    if not 2 <= len(items) <= MOST_ITEMS or _EXAMPLES.search(text, *items[-1]):
        return ((span,),) if span.end > span.start else ()
    head = _shared_head(text, items)
    modifier = _shared_modifier(text, items, head) or _owner(text, items) or _governed(text, items[0])
    phrases: list[Phrase] = []
    for index, item in enumerate(items):
        pieces = [item]
        if modifier and index:
            pieces.insert(0, modifier)
        if index < len(items) - 1 and (shared := head or _next_head(text, items, index)):
            pieces.append(shared)
        phrases.append(tuple(pieces))
    return tuple(phrases)


def exemplify(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many examples as there are numbers, each with what they are examples of; () otherwise.

    >>> t = "食品、家电等行业零售额"
    >>> [words(t, p) for p in exemplify(t, Span(0, len(t)), 2)]
    ['食品零售额', '家电零售额']
    """
    found = _EXAMPLES_OF.search(text, *span)
    items = split(text, Span(span.start, found.start())) if found else ()
    if found is None or len(items) != count:
        return ()
    return tuple((item, Span(found.end(), span.end)) for item in items)


_EXAMPLES_OF = late(
    r"(?<![高中初平同劣优上相均])等(?:行业|领域|产业|板块|地区|地|省份|城市)?(?:的)?(?=[\u4e00-\u9fff]{2})"
)


def split_at_marks(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many items as there are numbers, where 和 also stands inside of items: A和B贷款、C贷款; () otherwise."""
    items, start = [], span.start
    for mark in re.finditer("、", text[span.start : span.end]):
        items.append(Span(start, span.start + mark.start()))
        start = span.start + mark.end()
    items.append(Span(start, span.end))
    if len(items) != count:
        return ()
    head = _shared_head(text, tuple(items))
    shared = (head,) if head else ()
    return (*((item, *shared) for item in items[:-1]), (items[-1],))


def juxtapose(text: str, span: Span) -> tuple[Phrase, ...]:
    """Two words that stand against each other, side by side before a head; () where there are no such.

    >>> t = "主要作物化肥农药利用率"
    >>> [words(t, p) for p in juxtapose(t, Span(0, len(t)))]
    ['主要作物化肥利用率', '主要作物农药利用率']
    """
    head = head_of(text, span)
    if head is None:
        return ()
    second = _contrast_before(text, span.start, head.start)
    first = _contrast_before(text, span.start, second.start) if second else None
    if second is None or first is None:
        return ()
    front = Span(span.start, first.start)
    return tuple(tuple(p for p in (front, kind, head) if p.end > p.start) for kind in (first, second))


def _contrast_before(text: str, start: int, end: int) -> Span | None:
    return next((Span(end - n, end) for n in (3, 2) if end - n >= start and text[end - n : end] in CONTRASTS), None)


def _ordinals(text: str, items: tuple[Span, ...]) -> tuple[Phrase, ...]:
    """第一、二、三产业增加值: 第 and the head belong to each."""
    if len(items) < 2:
        return ()
    first, last = items[0], items[-1]
    if text[first.end - 2] != "第" or any(b - a > 1 for a, b in items[1:-1]):
        return ()
    mark, head = Span(first.start, first.end - 1), Span(last.start + 1, last.end)
    numerals = [Span(first.end - 1, first.end), *items[1:-1], Span(last.start, last.start + 1)]
    return tuple((mark, numeral, head) for numeral in numerals)


def _shared_head(text: str, items: tuple[Span, ...]) -> Span | None:
    """What the last item ends in and the others lack."""
    last = items[-1]
    if text[last.start] in "“‘" and (closing := text.find("”", last.start, last.end)) > 0 and closing + 1 < last.end:
        return Span(closing + 1, last.end)
    if parallel := _parallel(text, items):
        return parallel
    if owned := _owned(text, items):
        return owned
    head = head_of(text, last)
    if head is None or any(_has_own_head(text, item, text[head.start : head.end]) for item in items[:-1]):
        return None
    longer = _MEASURED.search(text, last.start + 2, last.end)
    return Span(*longer.span()) if longer and longer.start() < head.start else head


_OWNED = late(r"(?:(?:事业|行业|领域|方面|板块)的?|的)[\u4e00-\u9fff]{2,8}$")


def _owned(text: str, items: tuple[Span, ...]) -> Span | None:
    """教育、文化事业的支出; 银行、计算机行业净流入: what belongs to each of the trades listed."""
    last, *others = items[-1], *items[:-1]
    owned = _OWNED.search(text, last.start + 2, last.end)
    mark = text[owned.start() : owned.start() + 2] if owned else ""
    alone = owned is not None and not any(mark in text[a:b] or "的" in text[a:b] for a, b in others)
    return Span(owned.start(), last.end) if owned and alone else None


_MEASURED = late(
    r"(?:(?:平均|人均)[\u4e00-\u9fff]{2,8}|(?:人口|货运|客运|业务|综合|总)(?:覆盖率|普及率|总?量|周转量|总额|产值|收入))$"
)
"""广播、电视 | 人口覆盖率: what belongs to the head."""
_KIND = "级型类建等性"
_TRADE = late(r"[\u4e00-\u9fff]{2,12}业(?=[\u4e00-\u9fff]{2})")
"""电子商务服务业、化学药品制造业 | 实际使用外资."""


def _parallel(text: str, items: tuple[Span, ...]) -> Span | None:
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
    if shared := _shared_kind(text, last, others) or _shared_level(text, last, others) or _rhyming(text, last, others):
        return shared
    if all(_is_region(o) or o in CONTRASTS for o in others):
        place = next(iter(regions_in(text[last.start : last.end])), None)
        if place is not None and place.start == 0 and place.end < last.end - last.start:
            return Span(last.start + place.end, last.end)
    for size in range(min(4, last.end - last.start - 2), 1, -1):
        if text[last.start : last.start + size] in CONTRASTS and all(o.endswith(tuple(CONTRASTS)) for o in others):
            return Span(last.start + size, last.end)
    return None


_ONE_CHARACTER = frozenset("内外进出男女城乡公铁水空海陆东西南北老新煤油气")
"""内、外 | 贸吞吐量."""
_INSURED = late(r"[^，]{0,6}?(?:养老|医疗|失业|工伤|生育)")
_INSURANCE = late(r"(?:养老|医疗|失业|工伤|生育)(?P<shared>保险)(?=[\u4e00-\u9fff])")
"""养老、失业、工伤 | 保险参保人数."""


def _rhyming(text: str, last: Span, others: Sequence[str]) -> Span | None:
    """脱硫、脱硝 | 机组容量, 氮肥、磷肥 | 施用量: words of two characters that share the first or the second."""
    words = [text[last.start : last.start + 2], *others]
    alike = all(len(word) == 2 for word in words) and any(len({word[i] for word in words}) == 1 for i in (0, 1))
    return Span(last.start + 2, last.end) if alike and last.end - last.start > 3 else None


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
    return Span(at + 2, last.end) if alike and at >= 0 else None


_AREAS = frozenset("京津冀 长三角 珠三角 成渝 汾渭平原 东部 中部 西部 东北 北方 南方 沿海 内地 城镇 农村".split())


def is_area(words: str) -> bool:
    """Whether words name a region or a part of the country, and nothing else."""
    return words in _AREAS or _is_region(words)


def _is_region(words: str) -> bool:
    return any((r.start, r.end) == (0, len(words)) for r in regions_in(words))


_SUMS = ("收入", "利润", "投资", "支出")
"""出货量和营业收入: sums of money that nothing is a 量 or 率 of."""


def _has_own_head(text: str, item: Span, head: str) -> bool:
    """Whether an item is complete: it ends in the same head, or like it in 率, 额 or 数."""
    last = text[item.end - 1]
    alike = (head[-1] in "率额数" and last == head[-1]) or (head in _SUMS and last in "量额率")
    return alike or text[item.start : item.end].endswith(head)


def _next_head(text: str, items: tuple[Span, ...], index: int) -> Span | None:
    """商标、高价值专利审查周期及业务办理周期: an item without a head of its own takes the next one's."""
    own = head_of(text, items[index])
    if own is not None and (own.end - own.start > 1 or text[own.start] in "率额数"):
        return None
    heads = (head_of(text, item) for item in items[index + 1 :])
    head = next((h for h in heads if h is not None and h.end - h.start > 1), None)
    return None if head is None or _has_own_head(text, items[index], text[slice(*head)]) else head


def _owner(text: str, items: tuple[Span, ...]) -> Span | None:
    """有色金属行业营业收入和利润: what all attributes are of."""
    first, others = items[0], items[1:]
    if not all(text[a:b] in ATTRIBUTES for a, b in others):
        return None
    own = next((a for a in ATTRIBUTES if text.endswith(a, first.start, first.end)), "")
    owner = Span(first.start, first.end - len(own))
    return owner if own and owner.end - owner.start > 1 else None


_GOVERNED = late(r"(?:用于|投向|面向)(?=[\u4e00-\u9fff]{2,6}$)")


def _governed(text: str, first: Span) -> Span | None:
    """中央财政用于 | 科技、教育的支出: what governs the list."""
    found = _GOVERNED.search(text, *first)
    return Span(first.start, found.end()) if found else None


def _shared_modifier(text: str, items: tuple[Span, ...], head: Span | None) -> Span | None:
    """The front of the first item that the others lack: its surplus over the length they all have, where the rest
    stands against them (主要农作物化肥、农药) or ends like them (商标转让审查、异议审查)."""
    if head is None:
        return None
    first, others = items[0], [*items[1:-1], Span(items[-1].start, head.start)]
    sizes = {b - a for a, b in others}
    longest = max(sizes, default=0)
    surplus = first.end - first.start - longest
    if len(sizes) != 1 or not surplus > 1 or not 1 < longest <= 5 or text[first.start] in "“‘":
        return None
    tail = text[first.start + surplus : first.end]
    if text.startswith("基本", first.start):
        return None
    alike = all(text[b - 1] == tail[-1] for _, b in others[:-1] or others)
    return Span(first.start, first.start + surplus) if tail in CONTRASTS or alike else None
