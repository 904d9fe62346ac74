"""What coordination shares: A、B排放总量 is two names with one head; 主要农作物化肥、农药利用率 shares its front."""

from __future__ import annotations

from kg.lexicon.predicate import ATTRIBUTES, CONTRASTS, FIGURES, SHARED_HEADS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.attribute import OF_FIGURE
from kg.recognise.syntax.modifier import shared_modifier
from kg.recognise.syntax.ordinal import distribute_ordinals
from kg.recognise.syntax.parallel import shared_tail
from kg.recognise.syntax.phrase import MOST_ITEMS, Phrase, split, trim


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


_EXAMPLES = late(r"[\u4e00-\u9fffA-Za-z”](?<![高中初平同劣优上相均特一二三四])等(?![级待于候])(?=[\u4e00-\u9fff]{2})")
"""眼镜、手表等 | 智能穿戴零售额: what is listed are examples of one thing."""
_ONE_THING = late(rf"{_EXAMPLES.pattern}|[\u4e00-\u9fff]“[^”]{{1,8}}”[\u4e00-\u9fff]{{2,}}$")
"""渔具、茶具 | “新两样”出口: so is what they are called together."""


_THESE = late(
    r"(?<=[\u4e00-\u9fff])这[两二三四五六七八九十0-9]{1,2}[个大][\u4e00-\u9fff]{0,12}?(?:城市|单列市|省份|省会(?!城市)|大省|国家|地区|企业|公司|行业|产业)"
    r"的?(?:[去今]年)?|(?<=[\u4e00-\u9fff])[两二三四五](?:地|城|市|省|国|级)的?(?=[\u4e00-\u9fff]|$)"
    r"|(?<=[\u4e00-\u9fff])[两三四五六]大(?:船型|行业|产业|板块|品类|门类|品种|地区|区域|市场|运营商|股指|指数)(?=[\u4e00-\u9fff]|$)"
)
"""甲市和乙市 | 这两个沿海城市 | 产值, 甲市和乙市 | 两地的 | 涨幅: how those listed are summed up."""


def distribute(text: str, span: Span) -> tuple[Phrase, ...]:
    """Coordinated items with what they share: the head of the last, the modifier of the first.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "主要农作物化肥、农药利用率"
    >>> [words(t, p) for p in distribute(t, Span(0, len(t)))]
    ['主要农作物化肥利用率', '主要农作物农药利用率']
    """
    each = _FOR_EACH.search(text, max(span.start, span.end - EACH_SIZE), span.end)
    if each and "、" in text[span.start : each.start()]:
        told = distribute(text, Span(span.start, each.start()))
        return tuple((*phrase, Span(*each.span())) for phrase in told) if len(told) > 1 else ((span,),)
    summed = _THESE.search(text, *span)
    if (
        summed
        and (listed := distribute(text, Span(span.start, summed.start())))
        and (text[summed.start() + 1] != "大" or len(listed) > 1)
    ):
        rest = Span(summed.end() + 2 * text.startswith("分别", summed.end()), span.end)
        return tuple((*phrase, rest) if rest.end > rest.start else phrase for phrase in listed)
    if ordinals := distribute_ordinals(text, span):
        return ordinals
    items = split(text, span)
    for item in items[:-1] if len(items) > 2 else ():
        if examples := _EXAMPLES.search(text, *item):
            return distribute(text, Span(examples.end(), span.end))
    if not 2 <= len(items) <= MOST_ITEMS or _ONE_THING.search(text, *items[-1]):
        return ((span,),) if span.end > span.start else ()
    if turned := _turned(text, items):
        return turned
    head = _shared_head(text, items)
    modifier = shared_modifier(text, items, head)
    again = None if modifier else _repeating(text, items)
    phrases: list[Phrase] = []
    for index, item in enumerate(items):
        pieces = [again, Span(max(item.start, again.end), item.end)] if again else [item]
        if modifier and index:
            pieces.insert(0, modifier)
        if index < len(items) - 1 and (shared := head or _next_head(text, items, index)):
            pieces.append(shared)
        phrases.append(tuple(pieces))
    return tuple(phrases)


_TURNED = late(r"(?P<head>[^“”（）]{2,16}(?:率|比例|比重|占比))(?P<first>[\u4e00-\u9fff]{2,8})")


def _turned(text: str, items: tuple[Span, ...]) -> tuple[Phrase, ...]:
    """处理率果蔬、肉类: the head stands before the first item."""
    first, *others = items
    found = _TURNED.fullmatch(text, *first)
    if found is None or any(text.endswith(FIGURES, *item) for item in items):
        return ()
    head = Span(*found.span("head"))
    return ((Span(*found.span("first")), head), *((item, head) for item in others))


_FOR_EACH = late(r"(?<=[\u4e00-\u9fff]{2})(?:平均)?每[0-9]{0,4}[\u4e00-\u9fff]{1,2}$")
"""小麦、稻谷收购价 | 每50公斤: for how much of each."""
EACH_SIZE = 10


def _repeating(text: str, items: tuple[Span, ...]) -> Span | None:
    """期货市场 | 成交量和成交额: what stands in the first item before the word that all others begin with too."""
    first, *others = items
    word = text[others[0].start : others[0].start + 2]
    at = text.find(word, first.start + 2, first.end - 1)
    again = at >= 0 and len(word) == 2 and all(text.startswith(word, item.start) for item in others)
    return Span(first.start, at) if again and text[at - 1] not in "的》”" else None


def split_at_marks(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many items as there are numbers, where 和 also stands inside of items: A和B贷款、C贷款; () otherwise."""
    items, start = [], span.start
    for mark in _MARKS.finditer(text, *span):
        items.append(Span(start, mark.start()))
        start = mark.end()
    items.append(Span(start, span.end))
    if len(items) != count:
        return ()
    head = _shared_head(text, tuple(items))
    shared = (head,) if head else ()
    return with_front(text, (*((item, *shared) for item in items[:-1]), (items[-1],)))


def as_many(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """A name for each of two or more numbers, whether or not 和 stands inside of names; () otherwise."""
    if count < 2:
        return ()
    items = distribute(text, span)
    return items if len(items) == count else split_at_marks(text, span, count)


_MARKS = late(r"、|(?<=”)[ \u3000]?(?=“)")
"""入选“甲榜”“乙榜”的企业: names in quotes stand side by side without a mark."""
_OPENS = late(r"[0-9“]")


def with_front(text: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """产值首次突破 | 5亿元、1亿元的企业: what stands in the first item before the number, or the name in quotes, that
    all others begin with."""
    first, *others = phrases
    if not others or not all(_OPENS.match(text, other[0].start) for other in others):
        return phrases
    opens = _OPENS.search(text, first[0].start + 2, first[0].end)
    front = Span(first[0].start, opens.start()) if opens else None
    return (first, *((front, *other) for other in others)) if front else phrases


def with_partners(text: str, span: Span, count: int) -> tuple[Phrase, ...]:
    """As many partners as there are numbers, each with who trades with it; () otherwise.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "甲国与乙国、丙国和丁国分别进出口"
    >>> [words(t, p) for p in with_partners(t, Span(0, len(t)), 3)]
    ['甲国与乙国进出口', '甲国与丙国进出口', '甲国与丁国进出口']
    """
    found = _PARTNERS.fullmatch(text, *span)
    items = split(text, Span(*found.span("partners"))) if found else ()
    if found is None or len(items) != count:
        return ()
    who, trade = Span(*found.span("who")), Span(*found.span("trade"))
    return tuple((who, item, trade) for item in items)


_PARTNERS = late(
    r"(?P<who>[^，、的和与对同]{0,12}[与对同和])(?:(?:前?[一二三四五六七八九十]大|主要)(?:贸易伙伴|出口市场|市场))?(?P<partners>[^，]+?)(?:等[^，、]{1,8}?)?(?:分别|各自?|之间)?的?"
    r"(?P<trade>(?:双边|货物|服务|对外)?(?:贸易|进出口|进口|出口|投资|合作)(?:总?[额值量]|金额|总?规模)?)"
)
"""我国与 | 甲国、乙国 | 分别 | 进出口: two stand on either side of what is measured."""


def juxtapose(text: str, span: Span) -> tuple[Phrase, ...]:
    """Two words that stand against each other, side by side before a head; () where there are no such.

    >>> from kg.recognise.syntax.phrase import words
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


_PAIR = late(r"(?:(?P<a>产)(?P<b>销)|(?P<c>进)(?P<d>出))(?P<head>[量额口]?)$")


def halve(text: str, span: Span) -> tuple[Phrase, ...]:
    """Two words of one character that share their front and head; () where there are no such.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "汽车产销量"
    >>> [words(t, p) for p in halve(t, Span(0, len(t)))]
    ['汽车产量', '汽车销量']
    """
    pair = _PAIR.search(text, span.start, span.end)
    if pair is None:
        return ()
    halves = [Span(*pair.span(name)) for name in ("a", "b", "c", "d") if pair[name]]
    front, head = trim(text, Span(span.start, pair.start())), Span(*pair.span("head"))
    return tuple(tuple(p for p in (front, half, head) if p.end > p.start) for half in halves)


def lacks(text: str, phrase: Phrase) -> str:
    """What a half of 产销 leaves out: 汽车产 | 量."""
    return "量" if text[slice(*phrase[-1])] in ("产", "销") else ""


def _contrast_before(text: str, start: int, end: int) -> Span | None:
    return next((Span(end - n, end) for n in (3, 2) if end - n >= start and text[end - n : end] in CONTRASTS), None)


def _shared_head(text: str, items: tuple[Span, ...]) -> Span | None:
    """What the last item ends in and the others lack."""
    last = items[-1]
    if text[last.start] in "“‘" and (closing := text.find("”", last.start, last.end)) > 0 and closing + 1 < last.end:
        return Span(closing + 1, last.end)
    if parallel := shared_tail(text, items):
        return parallel
    if owned := _owned(text, items):
        return owned
    head = head_of(text, last)
    if head is None and (alone := _OF_EACH.search(text, last.start + 2, last.end)):
        other = any(text.endswith((*FIGURES, "口"), *item) for item in items[:-1])
        return None if other else Span(*alone.span())
    if head is None or any(_has_own_head(text, item, text[head.start : head.end]) for item in items[:-1]):
        return None
    longer = _MEASURED.search(text, last.start + 2, last.end)
    return Span(*longer.span()) if longer and longer.start() < head.start else head


_OWN = [word for word in ATTRIBUTES if word not in OF_FIGURE]
_OF_EACH = late(
    rf"(?:(?:今年|去年)?(?:上半年|前三季度|[一二三四]季度|前[0-9]{{1,2}}个?月|[0-9]{{1,2}}月份?|全年))?(?:{any_of(_OWN)})$"
    r"|(?<!外贸)(?<!货物)(?<!商品)(?<!产品)(?<!贸易)(?:进出口|(?<!进)出口|进口)$"
)
"""甲公司、乙公司 | 净利润, 玩具、家具 | 出口: what is told of each of those that have no figure of their own."""
_OWNED = late(r"(?:(?:事业|行业|领域|方面|板块)的?|的)[\u4e00-\u9fff]{2,8}$")


def _owned(text: str, items: tuple[Span, ...]) -> Span | None:
    """教育、文化事业的支出; 银行、计算机行业净流入: what belongs to each of the trades listed."""
    last, *others = items[-1], *items[:-1]
    owned = _OWNED.search(text, last.start + 2, last.end)
    mark = text[owned.start() : owned.start() + 2] if owned else ""
    alone = owned is not None and not any(mark in text[a:b] or "的" in text[a:b] for a, b in others)
    return Span(owned.start(), last.end) if owned and alone else None


_MEASURED = late(
    r"(?:(?:平均|人均)[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{2}(?:补贴|补助|津贴|生活费)(?:标准)?|[\u4e00-\u9fff]{2}化率|重点工程(?:累计)?减排量|(?:生活)?(?:污水|垃圾)[\u4e00-\u9fff]{2,6}率|(?:优[等良]|安全|标准)[路水][^，。；]{0,2}率|(?:水质|空气质量|环境质量)[\u4e00-\u9fff]{0,4}(?:率|比例)|(?:销售)?价格(?:平均)?[涨跌增降]幅|[进出]口(?:总?[量额值]|数量|(?:同比)?[涨跌增降]幅)|(?:土地|播种|种植|养殖|建筑|造林|收获)面积|(?:人口|货运|客运|业务|综合|总)(?:覆盖率|普及率|总?量|周转量|总额|产值|收入))$"
)
"""广播、电视 | 人口覆盖率: what belongs to the head."""


_SUMS = ("收入", "利润", "投资", "支出")
"""出货量和营业收入: sums of money that nothing is a 量 or 率 of."""


_LETTERS = late(r"(?:M[0-3]|GDP|CPI|PPI|PMI|(?:国内|地区)生产总值)")
"""M2、贷款 | 余额: indicators in letters are whole, and so is what GDP stands for."""


def _has_own_head(text: str, item: Span, head: str) -> bool:
    """Whether an item is complete: it ends in the same head, or like it in 率, 额 or 数."""
    last = text[item.end - 1]
    if _LETTERS.fullmatch(text, *item):
        return True
    alike = (
        (head[-1] in "率额数" and last == head[-1])
        or (head[-1] == "率" and last == "度")
        or (head[-1] == "量" and last in "额率值")
        or (head in _SUMS and last in "量额率值")
        or (head in _NUMBERS and text.endswith((*_SUMS, "投入", "值"), *item))
        or last == "耗"
    )
    counted = head[-1] in "率额数积模程" and _COUNTS.search(text, *item) is not None
    return alike or counted or text[item.start : item.end].endswith(head)


_NUMBERS = ("数", "人数", "户数", "个数")
"""旅游总收入和游客人数: money has no number."""
_COUNTS = late(r"(?:[\u4e00-\u9fff](?<![质能力大])量|[额率]|[人次件户套台笔辆]数)$")
"""客流量、营业额: an item that is a 量 is no 额."""


def _next_head(text: str, items: tuple[Span, ...], index: int) -> Span | None:
    """商标、高价值专利审查周期及业务办理周期: an item without a head of its own takes the next one's."""
    own = head_of(text, items[index])
    if own is not None and (own.end - own.start > 1 or text[own.start] in "率额数"):
        return None
    heads = (head_of(text, item) for item in items[index + 1 :])
    head = next((h for h in heads if h is not None and h.end - h.start > 1), None)
    return None if head is None or _has_own_head(text, items[index], text[slice(*head)]) else head
