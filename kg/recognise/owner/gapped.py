"""Names whose head was said before: 省级机关交换率达到100%，市级机关 | 达到90%; 国家级中心2家，省级 | 30家."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.predicate import ACTIVE, CHANGES, FIGURES, NEWLY
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.name.share import without_share
from kg.recognise.syntax.attribute import OF_FIGURE
from kg.recognise.syntax.phrase import Phrase, words
from kg.recognise.syntax.series import CLASSES, KIND_SIZE

_OF_OTHER = ("指数", *OF_FIGURE)
"""What one thing has by itself, and not each of its kind."""
KIND = 2
"""How many characters at its end tell of what kind a thing is: 市级 | 机关."""
_VERBAL = late(
    rf"{any_of(word for word in (*CHANGES, *NEWLY, *ACTIVE) if len(word) > 1)}"
    r"|[进出]口|[外投融]资(?!企业)|净[流买卖]|[人户]均|^[每比较]"
)
"""新能源汽车 | 交付, 进口 | 原油: names of something else than the one before."""

_KINDS = frozenset(
    (
        "公办 民办 公立 私立 公有 国有 国营 集体 民营 私营 外资 内资 合资 个体 公益性 试点 示范 重点 骨干 普通 "
        "在建 在用 在校 在岗 常住 户籍 有效 国产 本地 外地 境内 境外 省内 省外 市内 市外 线上 线下 中长期 长期 短期"
    ).split()
)
"""Words that only tell of what kind a thing is and never name one: 幼儿园200所，其中公办 | 80所."""

_TRADE = late(r"[\u4e00-\u9fff、]{1,16}(?:(?<![企就失创作毕专从])业|第[一二三]产业)")
OF_TRADES = late(
    r"(?:增加值|总?产值|固定资产投资|(?<!其他)投资|用电量|零售额|销售额|营业额|利润(?:总额)?|(?:营业|销售)收入|实际使用外资(?:金额)?|引资|实际利用外资(?:金额)?|进出口(?:总?[额值])?|出口(?:总?[额值])?|贷款(?:余额)?|增速|税收(?:收入)?)$"
)
"""工业增加值增长5%，采矿业 | 增长6%: what statistics tell of each trade."""
_GOES_ON = late(r"\s*(?:其中|分(?:行业|产业|领域|门类|地区)来?看)")


def heads_before(place: Place, named: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """What the names leave out, for each; () where one of them lacks nothing."""
    before = place.scope.last()
    if before is None:
        return ()
    known = place.scope.units.get(place.first.unit, ())
    if known and before[: len(known)] == known:
        before = known  # 二线城市价格下降1%，| 降幅 | 扩大2个百分点；三线城市下降3%
    if place.scope.share or place.scope.shared:
        before = without_share(place.text, before) if place.frame.change == "growth_rate" else before
    alike = place.scope.units.get(place.first.unit, ())[: len(before)] == before
    found = [_head(place, words(place.text, name), before, alike=alike) for name in named]
    return tuple(found) if all(found) else ()


def with_class(place: Place, named: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """省级以上实验室201家，| 国家级 | 占一成: classes of what was counted before with its noun;
    () where they are none."""
    if not all(place.text[phrase[-1].end - 1] in CLASSES for phrase in named):
        return ()
    heads = heads_before(place, named)
    return tuple((*phrase, *head) for phrase, head in zip(named, heads, strict=True)) if heads else ()


def _head(place: Place, name: str, before: Phrase, *, alike: bool) -> Phrase:
    """What follows in the indicator before the word that a name ends in, too: 省级 | 机关 | 交换率."""
    if name in _KINDS:
        if len(before) > 1 and place.text[slice(*before[0])] in _KINDS:
            return before[1:]  # 其中公办幼儿园80所、| 民办 | 120所
        return before if alike and _is_whereof(place) else ()
    if name[-1] in CLASSES and len(name) <= KIND_SIZE:
        if (
            len(before) > 1
            and before[0].end - before[0].start <= KIND_SIZE
            and place.text[before[0].end - 1] == name[-1]
        ):
            return before[1:] if place.scope.metrics else ()  # of a list: 万亿级集群2个，千亿级4个，| 百亿级 | 9个
        at = place.text.find(name[-1], before[-1].start, min(before[-1].start + KIND_SIZE, before[-1].end - 1))
        more = 2 * place.text.startswith("以上", at + 1)  # 省级以上平台9家，国家级 | 3家
        if at < 0 and alike and place.first.unit_class in ("counter", "people", "physical") and _is_whereof(place):
            return before
        return (Span(at + 1 + more, before[-1].end),) if at >= 0 and place.scope.metrics else ()
    goes_on = bool(place.scope.metrics) or _GOES_ON.match(place.text, place.sentence.start) is not None
    if goes_on and _moves_on(place, before) and _TRADE.fullmatch(name):
        told = OF_TRADES.search(place.text, *before[-1])
        return (Span(*told.span()),) if told else ()
    figure = alike and place.text.endswith(FIGURES, *before[-1]) and not place.text.endswith(_OF_OTHER, *before[-1])
    if not figure or len(name) <= KIND or name.endswith(FIGURES) or _VERBAL.search(name):
        return ()
    for index, piece in enumerate(before):
        at = place.text.rfind(name[-KIND:], *piece)
        said = words(place.text, (*before[:index], Span(piece.start, at + KIND))) if at >= 0 else ""
        if len(said) > KIND and not said.endswith(name):
            return tuple(p for p in (Span(at + KIND, piece.end), *before[index + 1 :]) if p.end > p.start)
    return ()


def _is_whereof(place: Place) -> bool:
    """数据中心25个，其中超大型 | 11个."""
    return place.text.endswith(("其中", "其中，"), place.sentence.start, place.name.start)


_RATES = ("%", "倍")


def _moves_on(place: Place, before: Phrase) -> bool:
    """Whether a rate follows a rate: 甲业增长1.2倍，乙业 | 增长30%."""
    if place.first.unit not in _RATES or place.frame.change not in ("growth_rate", "increase_by", "decrease_by"):
        return False
    return any(place.scope.units.get(unit, ())[: len(before)] == before for unit in _RATES)
