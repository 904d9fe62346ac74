"""Quantities: a number, its unit and the words that say how the real value relates to it (至少, 左右, 多).

Dates, ordinals, names and document numbers are no quantities; `kg.recognise.amount.mask` finds where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.lexicon.unit import CLASS, UNIT, canonical, class_of
from kg.model import Comparator, Span
from kg.pattern import late
from kg.recognise.amount.comparison import compare
from kg.recognise.amount.force import is_force
from kg.recognise.amount.mask import SIZED, mask
from kg.recognise.amount.number import HUNDREDTH, NUMBER, Number, parse_number, plain
from kg.recognise.amount.proportion import COLONS, find_proportion


@dataclass(frozen=True, slots=True)
class Quantity:
    """`span` covers number and unit; `outer` also the comparator words on both sides.

    `unit` is canonical ("" where none is written); `unit_class` one of ratio, money, physical, time, people, counter,
    self_naming or "" (none). `value`..`high` for ranges. `is_han`: written in Chinese characters, so maybe an article.
    """

    span: Span
    outer: Span
    value: Decimal
    high: Decimal | None
    unit: str
    unit_class: str
    comparator: Comparator
    is_han: bool = False
    doubling: bool = False
    unit_start: int = 0


_ROUND_UNITS = ("名", "亩")
"""千亩花海, 万名游客, 百亿元资金: without a digit, yet so many."""
_ROUND_COUNT = late(
    r"(?:(?<!^万)(?<![^十百千]万)家(?![万争姓讲乐齐谈])|[项个]|(?<![万亿])[场部件])[\u4e00-\u9fff]{2}", re.MULTILINE
)
"""百家 | 工厂, 千项 | 改造 count what they name; 万家灯火, 千家万户 and 百家争鸣 are sayings."""
HUGE = 10**10
"""千亿元资金 is a sum, 千元 mostly a class; 产量达到百亿斤 is so much, and 千亿斤产能提升行动 a name."""
_ROUGH = frozenset("上近超过逾破约")
"""Before a bare 百, 千, 万 or 亿 these make it a number: 上百种, 过千亿."""
_SHORT_OF = ("不足", "不到", "不满", "过了", "破了")
"""So do these: 不足千元, 超过了千斤."""

_RANGE = late(
    r"(?:[（(]不?含(?:本数)?[）)])?[\x20\u3000]*(?:—{1,2}|-{2,4}|[-–－~～至到]|(?<=[0-9万亿%])一)[\x20\u3000]*"
)
"""What joins the ends of a range; 一 is a dash that was misread."""
_SPACE = late(r"[ \u3000]{0,2}(?:[（(]含(?:本数)?[）)])?")
"""Between a number and its unit: 65（含）岁."""
_SPACES = " \u3000（("
_MINUS = late(
    r"(?:(?:^|[\s\u3000为是到至达有温于约在从由：:（(，,、值长比]|(?<=[%点0-9])[和及]|[下][跌降滑]|指数|预期|PMI|增[速幅]|增长率?|[涨降]幅)[-－−–]|零下)$",
    re.MULTILINE,
)
_INDEX = late(r"(?:指数|PMI|差值|终值|初值|前值|修正值|预期)为?[-－−–]$")
"""指数-13, 预期-10: what has no unit and is told whole."""

_PARTS = {
    "小时": (60, late(r"([0-9]{1,2})分钟?(?![\u4e00-\u9fff]{0,4}圈)"), "分钟"),
    "米": (100, late(r"([0-9]{2})(?=[的，。；、）])"), ""),
    "秒": (100, late(r"([0-9]{2})(?=[的，。；、）]|[夺获打刷完])"), ""),
}
"""What may follow a whole number of a unit, how many of those make one of it, and in which unit both are told where the
larger one cannot tell them in full: 3小时20分 is 200 minutes, but 75米98 is 75.98 metres."""
_FEW = frozenset("几数")
"""Before 十, 百, 千 … these say that nobody counted: 几十万, 数百家."""
_BANDED = late(
    r"[\x20\u3000]*(?:[（(]不?含(?:本数)?[）)])?及?以上(?:[（(]不?含(?:本数)?[）)])?(?:[、，和至到]|(?P<below>，?(?:不足|不满|不超过|未满|低于|小于)))?[\x20\u3000]*"
)
"""500元以上2000元以下, 500万元以上不满2000万元: one band."""
_BAND_END = late(r"[\x20\u3000]*(?:[（(]不?含[^）)]{0,3}[）)])?[以之](?:下|内)|[\x20\u3000]*之间")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Quantities in text order; ranges (50—60个, 40%至45%) are one.

    >>> [(q.value, q.unit, q.comparator) for q in find_quantities("建成5G基站超过3.5万个，占80%以上，周期8-9个月左右")]
    [(Decimal('35000'), '个', 'gt'), (Decimal('80'), '%', 'ge'), (Decimal('8'), '个月', 'range')]
    """
    return tuple(_joined(text, _found(text)))


def _found(text: str) -> Iterator[Quantity]:
    masks = mask(text)
    ends = [m.end for m in masks]
    position = 0
    for match in NUMBER.finditer(text):
        if match.start() < position:
            continue
        if text[match.end() : match.end() + 1] in COLONS and (told := find_proportion(text, match.start())):
            yield _bare(text, *told)
            position = told[0].end
            continue
        index = bisect_right(ends, match.start())
        if index < len(masks) and masks[index].start < match.end():
            continue
        number = parse_number(match)
        if match[0].startswith(("翻", "倍")):
            yield _doubling(text, match)
        elif number and (quantity := _with_unit(text, match, number)):
            quantity = _with_part(text, quantity)
            position = quantity.outer.end  # with a bound told again (含20万元)
            yield quantity


def _bare(text: str, span: Span, value: Decimal) -> Quantity:
    comparator, outer = compare(text, span, vague=False)
    return Quantity(span, outer, value, None, "", "", comparator, unit_start=span.end)


def _doubling(text: str, match: re.Match[str]) -> Quantity:
    times = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}.get(match["doubling"] or "", 1)
    span = Span(match.start(), match.end())
    comparator, outer = compare(text, span, vague=False)
    comparator = "approx" if match["nearly"] else comparator
    return Quantity(
        span, outer, Decimal(2**times), None, "倍", "ratio", comparator, doubling=True, unit_start=span.start
    )


def _with_unit(text: str, match: re.Match[str], number: Number) -> Quantity | None:
    if number.unit:
        return _quantity(text, match, number, None)
    end = match.end()
    if text[end - 1] == "亿" and (size := _MAGNITUDE.match(text, end)):
        return _magnitude(text, match, number, size)
    spaced = _SPACE.match(text, end) if text[end : end + 1] in _SPACES else None
    unit = UNIT.match(text, spaced.end() if spaced else end)
    if unit and not _is_unit(text, match, unit):
        unit = None
    small = number.value < 10**4 and not _opens_range(text, match.end()) and not _is_zero(text, match)
    if match["han"] and (unit[0] == "分" if unit else small):
        return None
    before = text[match.start() - 1 : match.start()]
    if match["han"] and match[0][0] in "十百千万亿" and before in _FEW:
        return None
    bare = match["han"] and match[0][0] in "百千万亿" and before not in _ROUGH
    if bare and not text.startswith(_SHORT_OF, max(0, match.start() - 2)):
        above = unit is not None and class_of(unit[0]) != "money" and text.startswith("以上", unit.end())
        whole = unit is not None and (
            unit[0] in _ROUND_UNITS
            or _ROUND_COUNT.match(text, unit.start())
            or (class_of(unit[0]) == "money" and number.value >= HUGE)
            or (class_of(unit[0]) == "physical" and number.value >= HUGE and text.endswith("达到", 0, match.start()))
        )
        rough = whole or (unit is not None and (number.vague or above))
        return _quantity(text, match, number, unit) if rough else None
    return _signed(text, _quantity(text, match, number, unit))


_MAGNITUDE = late(f"(?<=亿)元?级(?:的?(?=规模(?:[，。；、]|$))|(?:规模)?的?(?={SIZED}))")
_COUNTED = late("[0-9一二两三四五六七八九十几多数][余多]?[个家条大批](?:以上|左右)?的?$")


def _magnitude(text: str, match: re.Match[str], number: Number, size: re.Match[str]) -> Quantity | None:
    """千亿级产业: so large in money, but 3个千亿级产业 are counted; of what 千亿级规模 is, the name tells."""
    if _COUNTED.search(text, max(0, match.start() - 6), match.start()):
        return None
    each = text.find("个", *match.span())
    if each > match.start():
        count = NUMBER.match(text, match.start(), each)
        told = parse_number(count) if count else None
        if count and told and told.value > 1:
            return _quantity(text, count, told, UNIT.match(text, each))
        rest = NUMBER.match(text, each + 1)
        known = parse_number(rest) if rest else None
        if rest is None or known is None:
            return None
        match, number = rest, known
    money = not text.startswith("规模", size.end())
    found = _quantity(text, match, number, None)
    return replace(
        found,
        span=Span(match.start(), size.end()),
        outer=Span(found.outer.start, size.end()),
        unit="元" if money else "",
        unit_class="money" if money else "",
        is_han=False,
    )


def _opens_range(text: str, end: int) -> bool:
    """两到四倍, 四百～五百亿立方米: the unit stands behind the second number."""
    if text[end : end + 1] not in _LINKS or (link := _RANGE.match(text, end)) is None:
        return False
    upper = NUMBER.match(text, link.end())
    if upper is None or upper["tenths"]:
        return upper is not None
    return upper["han"] is not None and UNIT.match(text, upper.end()) is not None


_LINKS = frozenset("-–－—~～至到")
_YEAR = late("(?:19|20)[0-9]{2}")


def _is_unit(text: str, match: re.Match[str], unit: re.Match[str]) -> bool:
    """2035国家愿景 is a year, not so many countries; 三级医院 names a grade, 5万亿门槛 a mark."""
    if unit[0] == "门":
        return not text.startswith("槛", unit.end())
    if CLASS.get(unit[0]) == "self_naming":
        return _YEAR.fullmatch(match[0]) is None
    return unit[0] != "级" or is_force(text, match.start(), unit.end())


def _signed(text: str, quantity: Quantity) -> Quantity:
    """Below zero: 限值为-13分贝, 零下15摄氏度; a dash elsewhere joins or marks an item."""
    start = quantity.span.start
    minus = _MINUS.search(text, max(0, start - 4), start) if text[start - 1 : start] in "-－−–下" else None
    if minus is None or quantity.high is not None:
        return quantity
    bare = quantity.unit_class == "" and (quantity.value % 1 != 0 or _INDEX.search(text, max(0, start - 5), start))
    if not (bare or quantity.unit_class in ("physical", "ratio")):
        return quantity
    start -= len(minus[0]) if minus[0] == "零下" else 1
    outer = Span(min(start, quantity.outer.start), quantity.outer.end)
    return replace(quantity, value=-quantity.value, span=Span(start, quantity.span.end), outer=outer)


def _quantity(text: str, match: re.Match[str], number: Number, unit: re.Match[str] | None) -> Quantity:
    end = unit.end() if unit else match.end()
    unit_text = number.unit or ("".join(unit[0].split()) if unit else "")
    span = Span(match.start(), end)
    comparator, outer = compare(text, span, vague=number.vague or "个多" in unit_text)
    if number.high is not None:
        comparator = "range"
    return Quantity(
        span,
        outer,
        number.value,
        number.high,
        canonical(unit_text),
        class_of(unit_text) if unit_text else "",
        comparator,
        number.is_han,
        unit_start=unit.start() if unit else end,
    )


def _with_part(text: str, whole: Quantity) -> Quantity:
    """33小时34分钟 is one length of time, in minutes; so is 75米98 one length."""
    if whole.unit not in _PARTS or whole.high is not None or whole.outer.end > whole.span.end:
        return whole
    count, pattern, fine = _PARTS[whole.unit]
    part = pattern.match(text, whole.span.end) if whole.value % 1 == 0 else None
    if part is None:
        return whole
    both = whole.value * count + Decimal(part[1])
    value = plain(both if fine else (both / count).quantize(HUNDREDTH))
    span = Span(whole.span.start, part.end())
    comparator, outer = compare(text, span, vague=False)
    return replace(whole, value=value, unit=fine or whole.unit, span=span, outer=outer, comparator=comparator)


def _joined(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Two quantities with nothing but a dash between them are one range; 8.6和11个百分点 share their unit."""
    last: Quantity | None = None
    for quantity in _with_units(text, [*quantities]):
        if last and (joined := _range(text, last, quantity)):
            last = joined
            continue
        if last:
            yield last
        last = quantity
    if last:
        yield last


_TO_ZERO = late(r"[降减调缩归][低少整减]?[为至到]$")
_ZERO_ENDS = late(r"[，。；、！）”\n]|$")
_STOP = late("[，。；\n]")
ZERO_REACH = 20
"""How far before a zero the number stands whose unit it shares."""


def _is_zero(text: str, match: re.Match[str]) -> bool:
    """关税由8%降为 | 零: what something falls to."""
    start, end = match.span()
    zero = text[start:end] in ("0", "零") and _ZERO_ENDS.match(text, end) is not None
    return zero and _TO_ZERO.search(text, max(0, start - 4), start) is not None


def _zeros(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """关税由8%降为0: the unit of what it falls from."""
    for place in range(1, len(quantities)):
        before, zero = quantities[place - 1], quantities[place]
        near = zero.span.start - before.span.end <= ZERO_REACH
        if zero.value == 0 and not zero.unit and near and not _STOP.search(text, before.span.end, zero.span.start):
            quantities[place] = replace(zero, unit=before.unit, unit_class=before.unit_class, is_han=False)
    return quantities


_AND = late("[、和及或][高低]?")


def _with_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """8个、8.6个和11个百分点: the unit of the last for all before it."""
    for place in range(len(quantities) - 2, -1, -1):
        quantities[place] = _sharing(text, quantities[place], quantities[place + 1])
    return _zeros(text, quantities)


def _sharing(text: str, low: Quantity, high: Quantity) -> Quantity:
    """8.6和11个百分点, 10个、5个工作日: the unit of the last number counts for the one before."""
    whole = text[high.unit_start : high.span.end]
    open_ended = low.comparator != "eq" and low.outer.end > low.span.end
    bare = low.unit == "" and not low.is_han and not open_ended and high.unit_class not in ("", "self_naming")
    cut = low.unit == "个" and whole.startswith("个") and high.unit != "个"
    between = text[low.span.end : high.outer.start]
    joined = _AND.fullmatch(between) or (between in ("至", "到") and (cut or _arrives(text, low, high)))
    if not (bare or cut) or low.high is not None or not joined:
        return low
    factor = _implied_factor(text[low.span.start : low.span.end], text[high.span.start : high.unit_start])
    return replace(low, value=plain(low.value * factor), unit=high.unit, unit_class=high.unit_class)


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    if not (text[low.span.end] in "-–－—~～至到及以一和与、（(" or text[low.span.end].isspace()):
        return None
    between = low.span.end, high.span.start
    link = _RANGE.fullmatch(text, *between)
    closing = _BAND_END.match(text, high.span.end)
    band = _BANDED.fullmatch(text, *between)
    if band and (band["below"] or closing):
        link = band
    elif closing and text.endswith("之间", *closing.span()) and text[slice(*between)] in ("和", "与"):
        link = closing
    elif text[slice(*between)] == "、" and low.unit == "%" and high.value - low.value == 1:
        link = _SPOKEN.search(text, max(0, low.span.start - 4), low.span.start)
    if not link or low.high is not None or (low.unit and low.unit != high.unit):
        return None
    value = low.value
    if not low.unit:
        factor = _implied_factor(text[low.span.start : low.span.end], text[high.span.start : high.unit_start])
        value = plain(value * factor) if value * factor <= high.value else value
    if value >= high.value or _arrives(text, low, high):
        return None
    return Quantity(
        Span(low.span.start, high.span.end),
        Span(low.outer.start, max(high.outer.end, closing.end() if closing else 0)),
        value,
        high.value,
        high.unit,
        high.unit_class,
        "range",
        unit_start=high.unit_start,
    )


_SPOKEN = late("(?:也就是?|只有|不过|大概|大约|顶多)$")
"""也就是 | 2%、3%: nobody lists two shares so."""
_MOVED_BY = late(r"(?:增加|下降|减少|上涨|提高|上调|下调|降低|提升|回落|上升|攀升|下跌|下滑|[涨跌升降增减])了?$")
FAR = 3
"""A change and what it arrives at are further apart than the ends of a range."""


def _arrives(text: str, low: Quantity, high: Quantity) -> bool:
    """产量下降3万桶至23万桶: by how much, and to what."""
    whole = low.unit != "" or text[low.span.end - 1] in "万亿"
    linked = whole and text[low.span.end] in "至到" and low.unit_class != "ratio" and high.value >= FAR * low.value
    return linked and _MOVED_BY.search(text, max(0, low.outer.start - 4), low.outer.start) is not None


def _implied_factor(low: str, high: str) -> Decimal:
    """20-60万元, 两至三成: the multiplier of the second number counts for the first too."""
    if any(c in "万亿" for c in low):
        return Decimal(1)
    factor = 10 if "成" in high else 1
    for char in high:
        factor *= {"万": 10**4, "亿": 10**8}.get(char, 1)
    return Decimal(factor)
