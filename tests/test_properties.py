"""What holds for any text: numerals read back, spans quote the text, nothing raises or hangs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.build import build
from kg.extract import extract
from kg.lexicon.script import plain
from kg.model import Article, Block, Facts, Span
from kg.read import read_text
from kg.recognise.amount.mask import mask
from kg.recognise.amount.number import NUMBER, Number, parse_number
from kg.recognise.amount.quantity import find_quantities
from kg.recognise.time.period import find_times
from tests.effort import lines_run
from tests.rows import texts as known_texts

FIXED = settings(derandomize=True, deadline=None, database=None, max_examples=200)
"""The same examples on every run and machine."""

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITS = "零一二三四五六七八九"
SCRAPS = (
    *(
        "到2025年，",
        "2025年底前",
        "“十四五”期间",
        "今年",
        "去年",
        "上半年",
        "比2020年",
        "同比",
        "较上年",
        "1—7月",
        "目前",
    ),
    *(
        "1.5亿",
        "12",
        "８０",
        "一千二百",
        "百分之八十",
        "三分之二",
        "八成",
        "两点五万",
        "50—60",
        "0.3",
        "1,200",
        "十",
        "翻一番",
    ),
    *("%", "个百分点", "元", "万亿", "亿", "万", "家", "个", "吨", "万千瓦", "平方米", "人次", "‰", "倍", "年", "个月"),
    *(
        "增长",
        "下降",
        "达到",
        "提高到",
        "降至",
        "建成",
        "新增",
        "不低于",
        "超过",
        "控制在",
        "以内",
        "左右",
        "多",
        "以上",
        "约",
    ),
    *(
        "、",
        "和",
        "，",
        "；",
        "。",
        "：",
        "\n",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "—",
        "-",
        "/",
        " ",
        "+",
        "分别",
        "均",
        "其中",
    ),
    *(
        "甲省",
        "全市",
        "森林覆盖率",
        "氨氮",
        "排放总量",
        "企业",
        "第",
        "一网通办",
        "5G",
        "占",
        "比重",
        "每",
        "的",
        "从",
        "由",
    ),
)
texts = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=3), max_size=40).map("".join)
days = st.none() | st.dates()


def written(number: int) -> str:
    """A whole number below 10¹⁶ in Chinese numerals, as a textbook writes it.

    >>> [written(n) for n in (0, 10, 105, 20003, 100000000, 1200005000)]
    ['零', '一十', '一百零五', '二万零三', '一亿', '十二亿零五千']
    """
    if number < 10**4:
        return _section(number)
    for worth, name in ((10**8, "亿"), (10**4, "万")):
        high, low = divmod(number, worth)
        if high:
            gap = "零" if 0 < low < worth // 10 else ""
            return (
                written(high).removeprefix("一" if high in range(10, 20) else "")
                + name
                + (gap + written(low) if low else "")
            )
    raise AssertionError(number)


def _section(number: int) -> str:
    if number == 0:
        return DIGITS[0]
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            words += (DIGITS[0] if gap else "") + DIGITS[digit] + name
        gap = bool(words) and not digit
    return words


def read_back(text: str) -> Number | None:
    """The worth of a text that is one numeral from end to end."""
    found = NUMBER.fullmatch(plain(text))
    return parse_number(found) if found else None


@given(st.integers(0, 10**12 - 1))
@FIXED
def test_chinese_numerals_read_back(number: int) -> None:
    assert read_back(written(number)) == Number(Decimal(number), is_han=True)


@given(st.integers(0, 10**20), st.sampled_from((str, "{:,}".format, lambda n: str(n).translate(WIDE))))
@FIXED
def test_arabic_numerals_read_back(number: int, write: Callable[[int], str]) -> None:
    assert read_back(write(number)) == Number(Decimal(number))


@given(
    st.decimals(0, 10**6, places=3),
    st.sampled_from((("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("千万", 10**7))),
)
@FIXED
def test_decimals_with_multipliers_read_back(number: Decimal, multiplier: tuple[str, int]) -> None:
    name, worth = multiplier
    assert read_back(f"{number}{name}") == Number(number * worth)


@given(st.integers(1, 99), st.integers(2, 99))
@FIXED
def test_fractions_read_back(part: int, whole: int) -> None:
    share = (Decimal(part) * 100 / whole).quantize(Decimal("0.01"))
    for text in (f"{written(whole)}分之{written(part)}", f"{whole}分之{part}"):
        number = read_back(text)
        assert number is not None
        assert (number.value, number.unit) == (share, "%")


@given(texts, days)
@FIXED
def test_quantities_and_times_stand_where_they_say(text: str, published: date | None) -> None:
    quantities = find_quantities(text)
    times = find_times(text, published)
    for span in (*(q.span for q in quantities), *(t.span for t in times), *mask(text)):
        assert 0 <= span.start < span.end <= len(text)
    for quantity in quantities:
        assert (
            quantity.outer.start
            <= quantity.span.start
            <= quantity.unit_start
            <= quantity.span.end
            <= quantity.outer.end
        )
        assert quantity.high is None or quantity.comparator == "range"
    ends = [0, *(q.span.end for q in quantities)]
    assert all(end <= q.span.start for end, q in zip(ends, quantities, strict=False))
    assert [t.span.start for t in times] == sorted(t.span.start for t in times)


@given(texts, days)
@FIXED
def test_claims_quote_the_text(text: str, published: date | None) -> None:
    article = read_text(text, "case.txt", published=published)
    for claim in extract(article).claims:
        quote = article.quote(claim.span)
        assert quote == quote.strip()
        assert article.quote(claim.value_span).strip() == claim.value_text.strip()
        assert within(claim.value_span, Span(0, len(article.text)))
        assert claim.value_text in quote or claim.span.start <= claim.value_span.start < claim.span.end
        for span in (*claim.metric_spans, *filter(None, (claim.time_span, claim.subject_span, claim.baseline_span))):
            assert within(span, Span(0, len(article.text)))
        assert claim.metric.startswith("".join("".join(map(article.quote, claim.metric_spans)).split()))
        assert claim.unit == "".join(claim.unit.split())


def within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < inner.end <= outer.end


@given(st.text(max_size=300) | texts)
@FIXED
def test_any_text_is_extracted_twice_alike(text: str) -> None:
    assert extract(read_text(text, "a.txt")) == extract(read_text(text, "a.txt"))


EDITS = st.tuples(
    st.floats(0, 1),
    st.integers(0, 8),
    st.sampled_from(("", "\n", "。", "，", "“", "）", "2025年", "二〇三一年", "3", "万", "以上", "至", "｜")),
)


@given(st.sampled_from(known_texts()), st.lists(EDITS, min_size=1, max_size=8))
@settings(FIXED, max_examples=400)
@example("投标企业在4家及以上亿千瓦时。", [])
@example("甲市涌出9亿元对西-县财政拿出200万元专门用于乡村医培训县财政拿出200万元专门用于医培训", [])
@example("# 2025年\n\n| 项目 | 年度目标 |\n|---|---|\n--|改造 | 85公里 |\n", [])
@example("甲市二〇三一年为民办实事项目公布\n今年，全市新建公园9座。", [])
@example("船长不少于10名，其中不少于500户2024年底前全部建成，不少于500户，其中船长不少于10名", [])
@example("全年㎡前完成居民人均收入增加150025±年底", [])
def test_a_text_that_was_mangled_is_built(text: str, edits: list[tuple[float, int, str]]) -> None:
    for place, gone, put in edits:
        at = int(place * len(text))
        text = text[:at] + put + text[at + gone :]
    build(read_text(text, "a.txt"))  # raises where a claim does not point into the text


@given(st.permutations(["到2025年，绿道达到80公里。", "2021年，出口增长5%。", "建成学校3所以上。", "　", "《甲规划》"]))
@settings(FIXED, max_examples=20)
def test_articles_do_not_know_each_other(order: list[str]) -> None:
    apart = {text: facts(text) for text in sorted(order)}
    assert {text: facts(text) for text in order} == apart


def facts(text: str) -> Facts:
    return extract(read_text(text, "case.txt"))


LONG = (
    *(
        "1",
        "1,",
        "1—",
        "一",
        "十",
        "百分之",
        "a",
        "达到5%",
        "增长5%，",
        "建成学校3所、",
        "到2025年，A达到5%；",
        "A、B分别为5%、6%，",
    ),
    *("1.", "1万", "万", "亿", "九千", "分之", "翻", "成", "点", "1-", "1、", "1+", "A1", "0", "(1)", "万元", "一个"),
    *(
        "《",
        "》",
        "“",
        "（",
        "、",
        "，",
        "分别",
        "其中",
        "约",
        "超过",
        "以上",
        "比",
        "从",
        "的",
        "每",
        "占",
        "第",
        "到",
        " ",
    ),
    *("2025年", "2025年，", "“十四五”期间", "今年", "5%、", "5家", "甲、", "森林覆盖率", "甲省", "甲市2025年5%、"),
    *(
        "指标2020年2025年",
        "指标2020年2030年〔累计〕率（%）12.345.6-约束性",
        "指标2020年2025年〔累计〕" + "1.23" * 14 + "甲乙",
    ),
)


@pytest.mark.parametrize("scrap", LONG)
def test_a_long_line_comes_to_an_end(scrap: str) -> None:
    """Quadratic work on 40 kB would take minutes."""
    text = scrap * (40_000 // len(scrap))
    claims = extract(Article("long", text, (Block(0, len(text)),))).claims
    assert all(within(claim.span, Span(0, len(text))) for claim in claims)


@pytest.mark.parametrize("value", ["5%", "57.35万个"])
def test_work_on_many_figures_of_one_value_is_linear(value: str) -> None:
    """Whether a figure repeats another must not be asked of all others."""
    names = ("".join(map(chr, range(first, first + 4))) for first in range(0x7000, 0x7000 + 4 * 800, 4))
    lines = [f"{name}达到{value}。" for name in names]
    facts(lines[0])  # what is read and compiled once
    short, long = (lines_run(partial(facts, "\n".join(lines[:count]))) for count in (200, 800))
    assert long <= 4.5 * short
