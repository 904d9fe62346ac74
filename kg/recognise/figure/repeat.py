"""Figures said twice: a title, a headline in 【】 or a summary repeats what the body says in full."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, islice, takewhile

from kg.lexicon.predicate import FIGURES
from kg.model import Article, Block
from kg.pattern import late
from kg.recognise.mention import ClaimMention
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.phrase import words

_LABEL = late(r"\s*(?:原标题|标题|来源|责任编辑|责编|编辑|记者|法宝联想)\s*[:：]")
PLAIN = 500
"""Counts and sizes below this ordered in two paragraphs are two figures, even of one name."""
_ORDERED = ("counter", "physical", "time")
HEADLINE_REACH = 120
"""A 【 further back than this opened no headline."""
MOST = 50
"""A claim is compared with so many of the same value, or of the same name and value: the first in the text."""


def is_label(text: str, block: Block) -> bool:
    """Whether a block only carries metadata: 原标题：…, 责任编辑：…"""
    return _LABEL.match(text, block.start, block.end) is not None


_MARK = late(
    r"[\s\u3000]*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[一二三四五六七八九十]是|——|[-—·•●■])"
)


def is_listed(text: str, block: Block) -> bool:
    """Whether a block is an item of a list: marked so, or numbered."""
    return block.kind == "item" or _MARK.match(text, block.start, block.end) is not None


_DETAIL = late(
    r"[\s\u3000]*(?:——|[-—·•●■]|(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]|[一二三四五六七八九十]是)?[\s\u3000]*"
    r"[^，。；：\n]{2,16}(?:[显明]著|明显|大幅|稳步|持续|不断|更[加为]|进一步|基本|全面|初步|有[力效]|日[益趋]|深度|较大)[^，。；：\n]{2,5}。(?!$))"
)


def is_detail(text: str, block: Block) -> bool:
    """Whether a block spells out an aim that the paragraph before it sets: ——创新能力。…, 创新能力显著增强。…"""
    return _DETAIL.match(text, block.start, block.end) is not None


_CLOSING = "。；;！）)：:，"
_QUOTED = "。！？…，；"
"""What a line ends in that ends in a quotation, where it is no name: 他说：“是的。”"""
TITLE_SIZE = 45
"""A line shorter than this without a full stop is a title."""
MANY = 5
"""So many longer lines tell whether lines of a text end in full stops."""


def closes_lines(article: Article) -> bool:
    """Whether a sentence at the end of a line has its full stop; where texts drop it, a lack tells nothing."""
    long = [b for b in article.blocks if b.kind == "paragraph" and b.end - b.start >= TITLE_SIZE]
    return len(long) < MANY or sum(not _is_closed(article.text, b) for b in long) * 2 < len(long)


def is_title(text: str, block: Block, *, closed: bool = True) -> bool:
    """Whether a block is a title or subheading: marked so, or short and without the full stop that lines end in."""
    short = closed and block.end - block.start < TITLE_SIZE
    return block.kind == "heading" or (short and not _is_closed(text, block))


def _is_closed(text: str, block: Block) -> bool:
    """Whether a line ends as sentences do; a name in quotes may end a title."""
    last = text[block.end - 1]
    return last in _CLOSING or (last == "”" and text[block.end - 2] in _QUOTED)


def heads_story(text: str, block: Block, after: Block | None) -> bool:
    """Whether a title is the headline of the paragraph below it, which tells it in full."""
    if after is None or block.end - block.start >= TITLE_SIZE or is_listed(text, block):
        return False
    return after.kind == "paragraph" and after.end - after.start > TITLE_SIZE and _is_closed(text, after)


def is_announced(text: str, block: Block) -> bool:
    """Whether a block of a bulletin is one of the headlines it opens with: （4）前5个月进出口增长8%；"""
    return block.end - block.start < TITLE_SIZE and is_listed(text, block)


def in_headline(text: str, start: int) -> bool:
    """Inside 【…】, the headline that agencies put before their first sentence."""
    opened = text.rfind("【", max(0, start - HEADLINE_REACH), start)
    return opened >= 0 and text.find("】", opened, start) < 0


_REMARK = late(
    r"(?:左右|以上)?的(?:[\u4e00-\u9fff]{0,4}(?:增速|增长|增幅|涨幅|降幅|目标))(?![为达是]|[^，。；]{0,4}[0-9])[^，。；]{3}|属于|也[是有](?!所)"
)
_SPEAKS_OF = late(
    r"(?:^|[，。；：！？“\n\s])(?:(?:今年|去年)?(?:[上下]半年|前?[一二三四]季度|[0-9]{1,2}月份?|全年|今年|去年|(?:19|20)[0-9]{2}年))?$"
)
REMARK_REACH = 14


def is_remark(text: str, claim: ClaimMention) -> bool:
    """Whether a rate is spoken of, and not told: 二季度3%的增长 | 来之不易. One told elsewhere counts there."""
    start, end = claim.quantity.outer
    if claim.unit != "%" or not _REMARK.match(text, end):
        return False
    return _SPEAKS_OF.search(text, max(0, start - REMARK_REACH), start) is not None


def once(text: str, found: Sequence[tuple[ClaimMention, bool]], *, news: bool = False) -> tuple[ClaimMention, ...]:
    """Each figure once, in text order. `found` pairs a claim with whether it stands in a title; `news` tells again and
    again of those that it has counted."""
    called = [claim.unit == "%" and not _is_told(text, claim) for claim, _ in found]
    told = zip(found, called, strict=True)
    values = {claim.quantity.value for (claim, _), only in told if claim.unit == "%" and not only}
    found = [f for f, only in zip(found, called, strict=True) if not only or f[0].quantity.value not in values]
    body = _Body(claim for claim, title in found if not title)
    kept: dict[tuple[object, ...], _Alike] = {}
    for claim, title in found:
        quantity = claim.quantity
        if not title or not body.restates(claim):
            key = (quantity.value, quantity.high, claim.unit, claim.change, claim.comparator in ("le", "lt"))
            kept.setdefault(key, _Alike(text, news=news)).add(claim)
    everything = (claim for alike in kept.values() for claim in alike.claims)
    return tuple(sorted(everything, key=lambda c: (c.quantity.span.start, c.metric)))


_CALLED = late("(?:左右)?的[\u4e00-\u9fff]{0,4}?(?:增[速长]|水平|[涨降增]幅)(?![到至为达率])|左右(?:增速|增幅)")
_TOLD = late("(?:[增涨跌降升达为是有到在持现定出]|超过?)(?:了|约|近)?$")


def _is_told(text: str, claim: ClaimMention) -> bool:
    """Whether a share of growth is told, and not only called by its figure: 4.7%的增速 | 高于预期."""
    quantity = claim.quantity
    if digits_of(quantity.value) < ROUND or not _CALLED.match(text, quantity.span.end):
        return True
    start = quantity.span.start
    return _TOLD.search(text, max(0, start - 3), start) is not None


_ROUNDED = {
    "gt": (Decimal(1), Decimal("1.2")),
    "ge": (Decimal(1), Decimal("1.2")),
    "approx": (Decimal("0.93"), Decimal("1.07")),
}
"""Between which multiples of a rounded figure the exact one lies."""
FOLLOWS = 400
"""How far behind a title the exact figure stands."""


class _Body:
    """The figures of the body, and which of them a title gives: the same, or rounded (超千亿元, then 1093亿元)."""

    def __init__(self, claims: Iterable[ClaimMention]) -> None:
        self._values: set[Decimal] = set()
        self._by_unit: dict[str, list[tuple[int, Decimal]]] = {}
        for claim in claims:
            self._values.add(claim.quantity.value)
            self._by_unit.setdefault(claim.unit, []).append((claim.quantity.span.start, claim.quantity.value))
        for figures in self._by_unit.values():
            figures.sort()

    def restates(self, claim: ClaimMention) -> bool:
        value, end = claim.quantity.value, claim.quantity.span.end
        if value in self._values:
            return True
        if claim.comparator not in _ROUNDED:
            return False
        low, high = (value * times for times in _ROUNDED[claim.comparator])
        figures = self._by_unit.get(claim.unit, [])
        near = islice(figures, bisect_left(figures, (end, value)), None)
        return any(low <= v <= high for _, v in islice(takewhile(lambda f: f[0] < end + FOLLOWS, near), MOST))


_REPEATED_NOT = frozenset(("award", "rate"))
"""Rules whose figures repeat nothing: awards are round sums for many things."""


ROUND = 2
"""Figures of so many digits are round: two industries may well both aim at 2000亿元, but 网民10亿 is told again."""
MOSTLY, NEARLY, WHOLLY = 0.5, 0.75, 1
"""Which part of its characters a name shares with that of the same figure, told again; of a round one; in a table."""


def digits_of(value: Decimal) -> int:
    """Significant digits.

    >>> digits_of(Decimal("-120.50")), digits_of(Decimal(2000))
    (4, 1)
    """
    return len(str(abs(value)).strip("0").replace(".", ""))


_PACE = late("[同环]比|年平均|[周月](?=[涨跌])")
PACE_REACH = 6
_AMONG = late("中[，,]?(?:[仅共只]?有|[0-9一二三四五六七八九十]|[，,])")
_ARTICLE = late(
    r"\n[\s\u3000]*(?:第[一二三四五六七八九十]{1,3}条|[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)、.．])"
)


FEW, AGAIN_REACH = 10, 1500
"""So many may well be counted twice, and others as many further on."""
_LETTERS = late(r"（(?P<short>[A-Z]{2,5})）")


def _called(name: str) -> frozenset[str]:
    """消费价格（CPI）涨幅 is called CPI涨幅, too."""
    short = _LETTERS.search(name)
    return frozenset((name, short["short"] + name[short.end() :])) if short else frozenset((name,))


def _told_apart(name: str, other: str) -> tuple[set[str], set[str]]:
    """The characters of two names, without the figure both end in: 景气 | 指数, 业务 | 指数."""
    shared = next((figure for figure in FIGURES if name.endswith(figure) and other.endswith(figure)), "")
    kept = [n[: len(n) - len(shared)] for n in (name, other)]
    return (set(kept[0]), set(kept[1])) if all(kept) else (set(name), set(other))


class _Alike:
    """Claims of one value, unit and change, each figure of one thing once: the one with the longest name, and
    what is told in words rather than the cell of a table."""

    __slots__ = ("_by_name", "_names", "_news", "_text", "claims")

    def __init__(self, text: str, *, news: bool) -> None:
        self.claims: list[ClaimMention] = []
        self._text = text
        self._news = news
        self._names: list[str] = []
        self._by_name: dict[str, list[int]] = {}

    def add(self, claim: ClaimMention) -> None:
        if self._news and self._is_counted_again(claim):
            return
        name = words(self._text, claim.metric)
        full = name + claim.suffix
        twin = next((k for k in self._candidates(claim, full) if self._repeats(claim, full, k)), None)
        if twin is None:
            twin = len(self.claims)
            self.claims.append(claim)
            self._names.append(full)
        elif claim.rule != "table" and len(name) > len(words(self._text, self.claims[twin].metric)):
            self.claims[twin], self._names[twin] = claim, full
        else:
            return
        for called in _called(full):
            insort(self._by_name.setdefault(called, []), twin)

    def _candidates(self, claim: ClaimMention, full: str) -> Iterable[int]:
        """Indices of what a claim may repeat, in order: what is named so, and, where the figure is distinctive
        (57.35万), what has another name."""
        same = islice(chain.from_iterable(self._by_name.get(called, ()) for called in _called(full)), MOST)
        if self._is_taken_up(claim) or self._is_handled(claim):
            return range(min(len(self.claims), MOST))
        value = claim.quantity.value
        distinctive = digits_of(value) > ROUND or value >= 10**6
        return chain(range(min(len(self.claims), MOST)), same) if distinctive else same

    def _repeats(self, claim: ClaimMention, full: str, index: int) -> bool:
        """The same figure of the same thing again, named with mostly the same words further on.

        Awards repeat nothing, nor do cells of a table each other, nor figures of different places.
        """
        text, other, name = self._text, self.claims[index], self._names[index]
        if claim.quantity.span == other.quantity.span or not _REPEATED_NOT.isdisjoint((claim.rule, other.rule)):
            return False
        tabled = [c.rule == "table" for c in (claim, other)]
        if all(tabled):
            return False
        if claim.subject and other.subject and words(text, (claim.subject,)) != words(text, (other.subject,)):
            return False
        if self._is_taken_up(claim) and name.endswith(full):
            return True
        if self._is_handled(claim) and name.startswith(full):
            return True
        apart = any(tabled) or text.find("\n", other.span.end, claim.span.start) >= 0
        paces = self._pace(claim), self._pace(other)
        if paces[0] != paces[1] and (not apart or all(paces)):
            return False
        if not _called(full).isdisjoint(_called(name)):
            dated = self._is_dated_alike(claim, other)
            return dated and not (apart and (self._is_plain(claim) or self._of_other_article(claim, other)))
        letters, others = _told_apart(full, name)
        least = (
            WHOLLY
            if any(tabled)
            else NEARLY
            if claim.status != "observed" and digits_of(claim.quantity.value) <= ROUND
            else MOSTLY
        )
        return apart and len(letters & others) >= least * min(len(letters), len(others)) > 0

    @staticmethod
    def _is_dated_alike(claim: ClaimMention, other: ClaimMention) -> bool:
        """Of one year; where one has none, a figure of many digits tells that they are the same."""
        years = (claim.time and claim.time.year), (other.time and other.time.year)
        return years[0] == years[1] or (None in years and digits_of(claim.quantity.value) > ROUND)

    def _is_counted_again(self, claim: ClaimMention) -> bool:
        """对52个贫困县挂牌督战。… 52个贫困县 | 制定了方案: more of those counted in a sentence before."""
        if claim.quantity.unit_class != "counter" or claim.quantity.value < FEW or not (noun := self._counted(claim)):
            return False
        start = claim.quantity.span.start
        for other in self.claims[:MOST]:
            if other.comparator != claim.comparator or start - other.quantity.span.end > AGAIN_REACH:
                continue
            short, long = sorted((noun, self._counted(other)), key=len)
            same = short and (long.startswith(short) or long.endswith(short))
            if same and clause_start(self._text, other.span.end, start, "。！？\n") > other.span.end:
                return True
        return False

    def _counted(self, claim: ClaimMention) -> str:
        """The noun that stands behind a number and is counted by it; empty where there is none."""
        noun = claim.metric[-1]
        counted = claim.rule == "number-noun" and noun.start >= claim.quantity.unit_start
        return self._text[slice(*noun)] if counted else ""

    def _is_taken_up(self, claim: ClaimMention) -> bool:
        """已有20个省份公布目标。20个省份 | 中，5个…: those counted before, of which something more is told."""
        end = claim.metric[-1].end
        if claim.quantity.unit_class not in ("counter", "self_naming") or not self._text.startswith("中", end):
            return False
        return _AMONG.match(self._text, end) is not None and claim.metric[-1].start >= claim.quantity.unit_start

    def _is_handled(self, claim: ClaimMention) -> bool:
        """纲要提出109项重大工程项目。要把109项重大工程 | 落到实处: what is to be done with those counted before."""
        counts = claim.quantity.unit_class == "counter" and digits_of(claim.quantity.value) >= ROUND
        return counts and self._text.endswith(("将", "把", "对"), 0, claim.quantity.outer.start)

    def _pace(self, claim: ClaimMention) -> str:
        """Against what a figure moved: 同比下降2%，环比下降2% are two figures."""
        start = claim.quantity.outer.start
        found = _PACE.search(self._text, max(0, start - PACE_REACH), start)
        return found[0] if found else ""

    def _of_other_article(self, claim: ClaimMention, other: ClaimMention) -> bool:
        """What one article of a rule demands or grants, and another does as well."""
        told = claim.status in ("threshold", "other")
        return told and _ARTICLE.search(self._text, other.span.end, claim.span.start) is not None

    @staticmethod
    def _is_plain(claim: ClaimMention) -> bool:
        """A figure that another paragraph may well set for something else: 每年举办活动2场."""
        ordered = claim.status == "target" and claim.quantity.unit_class in _ORDERED
        return (ordered or claim.status == "threshold") and claim.quantity.value < PLAIN
