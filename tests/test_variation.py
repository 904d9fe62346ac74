"""Sentences put together from slots, the answer known beforehand: every order and combination is read alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Claim
from kg.read import read_text
from tests.test_properties import FIXED

DAY = date(2023, 5, 10)
FEW = settings(FIXED, max_examples=300)

SUBJECTS = ("", "全市", "浙江省", "该县", "我国", "江城区", "示范区")
LEVELS = (
    ("城镇登记失业率", "4.5%", "4.5", "%"),
    ("森林覆盖率", "百分之六十", "60", "%"),
    ("常住人口", "320万人", "3200000", "人"),
    ("粮食产量", "45万吨", "450000", "吨"),
    ("养老床位", "8600张", "8600", "张"),
    ("公路通车里程", "1.2万公里", "12000", "公里"),
    ("平均预期寿命", "81.5岁", "81.5", "岁"),
    ("PM2.5年均浓度", "28微克/立方米", "28", "微克/立方米"),
    ("单位GDP能耗", "0.42吨标准煤/万元", "0.42", "吨标准煤/万元"),
    ("技术合同成交额", "75亿元", "7500000000", "元"),
    ("研发经费投入强度", "3.2%", "3.2", "%"),
)
WORKS = (
    ("社区养老服务中心", "12个", "12", "个"),
    ("口袋公园", "四十五座", "45", "座"),
    ("充电桩", "1.5万个", "15000", "个"),
    ("高标准农田", "80万亩", "800000", "亩"),
    ("保障性租赁住房", "6000套", "6000", "套"),
    ("绿道", "150公里", "150", "公里"),
)
DEADLINES = (
    ("到2025年，{who}{what}", 2025),
    ("到2025年底，{who}{what}", 2025),
    ("{who}到2025年{what}", 2025),
    ("2025年，{who}{what}", 2025),
    ("力争到2025年，{who}{what}", 2025),
    ("2025年底前，{who}{what}", 2025),
    ("到“十四五”末，{who}{what}", 2025),
    ("“十四五”期间，{who}{what}", 2025),
    ("明年，{who}{what}", 2024),
    ("今年，{who}将{what}", 2023),
    ("按照规划，到2030年，{who}{what}", 2030),
    ("到2025年，通过加大投入、优化布局，{who}{what}", 2025),
    ("会议提出，2025年{who}{what}", 2025),
)
PAST = (
    ("2022年，{who}{what}", 2022),
    ("去年，{who}{what}", 2022),
    ("截至2022年底，{who}{what}", 2022),
    ("截至目前，{who}{what}", 2023),
    ("今年一季度，{who}{what}", 2023),
    ("{who}2022年{what}", 2022),
    ("上年末，{who}{what}", 2022),
    ("记者从市统计局获悉，2022年，{who}{what}", 2022),
    ("1—4月，{who}{what}", 2023),
)
AIMED = (
    ("达到{}", "eq"),
    ("达到{}以上", "ge"),
    ("超过{}", "gt"),
    ("不低于{}", "ge"),
    ("保持在{}左右", "approx"),
    ("控制在{}以内", "le"),
    ("突破{}", "gt"),
    ("不超过{}", "le"),
    ("接近{}", "approx"),
)
REACHED = (
    ("达到{}", "eq", "level"),
    ("为{}", "eq", "level"),
    ("超过{}", "gt", "level"),
    ("约{}", "approx", "level"),
    ("突破{}", "gt", "level"),
    ("已达{}", "eq", "level"),
    ("升至{}", "eq", "increase_to"),
    ("降至{}", "eq", "decrease_to"),
)
BUILT = (
    ("建成{what}{many}", "eq", "level"),
    ("建成{many}{what}", "eq", "level"),
    ("新建{many}{what}", "eq", "new"),
    ("新增{what}{many}以上", "ge", "new"),
    ("建设不少于{many}{what}", "ge", "level"),
    ("{what}数量达到{many}", "eq", "level"),
    ("完成{many}{what}建设", "eq", "level"),
)
HAS = (
    ("建成{what}{many}", "eq", "level"),
    ("共有{what}{many}", "eq", "level"),
    ("新建了{many}{what}", "eq", "new"),
    ("{what}已有{many}", "eq", "level"),
    ("拥有{many}{what}", "eq", "level"),
)
GROWN = (
    ("同比增长8.1%", "growth_rate", None),
    ("增长8.1%", "growth_rate", None),
    ("同比下降8.1%", "decrease_by", None),
    ("较2019年增长8.1%", "growth_rate", 2019),
)

Slots = tuple[str, Decimal, str, str, str, int | None]


def slots(claim: Claim) -> Slots:
    """Unit, value, comparator, change, status and year: what one sentence tells of its figure beside the name."""
    return (claim.unit, claim.value, claim.comparator, claim.change, claim.status, claim.year)


def claims(text: str) -> Sequence[Claim]:
    return extract(read_text(text, "case.txt", published=DAY)).claims


def named(claim: Claim, words: str) -> bool:
    return words in claim.metric and len(claim.metric) <= len(words) + 6


subjects = st.sampled_from(SUBJECTS)
set_for = st.sampled_from([time for time in DEADLINES if "将" not in time[0]])
"""Deadlines before what is no deed: 将…保持在 takes up what it holds."""


@given(subjects, st.sampled_from(LEVELS), set_for, st.sampled_from(AIMED))
@FEW
def test_an_indicator_to_reach(
    who: str, level: tuple[str, str, str, str], time: tuple[str, int], aimed: tuple[str, str]
) -> None:
    indicator, words, value, unit = level
    text = time[0].format(who=who, what=indicator + aimed[0].format(words)) + "。"
    (claim,) = claims(text)
    assert named(claim, indicator)
    assert slots(claim) == (unit, Decimal(value), aimed[1], "level", "target", time[1])


@given(subjects, st.sampled_from(LEVELS), st.sampled_from(PAST), st.sampled_from(REACHED))
@FEW
def test_an_indicator_that_was_reached(
    who: str, level: tuple[str, str, str, str], time: tuple[str, int], reached: tuple[str, str, str]
) -> None:
    indicator, words, value, unit = level
    text = time[0].format(who=who, what=indicator + reached[0].format(words)) + "。"
    (claim,) = claims(text)
    assert named(claim, indicator)
    assert slots(claim) == (unit, Decimal(value), *reached[1:], "observed", time[1])


@pytest.mark.parametrize(
    ("times", "verbs", "status"), [(DEADLINES, BUILT, "target"), (PAST, HAS, "observed")], ids=["to build", "built"]
)
def test_works(times: Sequence[tuple[str, int]], verbs: Sequence[tuple[str, str, str]], status: str) -> None:
    for who, (thing, words, value, unit), time, verb in product(SUBJECTS[:2], WORKS, times, verbs):
        text = time[0].format(who=who, what=verb[0].format(what=thing, many=words)) + "。"
        (claim,) = claims(text)
        assert named(claim, thing), text
        assert slots(claim) == (unit, Decimal(value), *verb[1:], status, time[1]), text


@given(subjects, st.sampled_from(LEVELS), st.sampled_from(PAST), st.sampled_from(GROWN), st.sampled_from("，、（"))
@FEW
def test_growth_behind_an_indicator(
    who: str, level: tuple[str, str, str, str], time: tuple[str, int], grown: tuple[str, str, int | None], mark: str
) -> None:
    indicator, words, *_ = level
    what = f"{indicator}达到{words}{mark}{grown[0]}{'）' * (mark == '（')}"
    text = time[0].format(who=who, what=what) + "。"
    first, second = claims(text)
    assert named(first, indicator)
    assert named(second, indicator)
    assert slots(second) == ("%", Decimal("8.1"), "eq", grown[1], "observed", time[1])
    assert second.baseline_year == grown[2]


@given(
    st.lists(st.sampled_from(LEVELS), min_size=2, max_size=4, unique=True),
    set_for,
    st.sampled_from("，；"),
    st.sampled_from(AIMED),
)
@FEW
def test_a_deadline_goes_on_over_a_list(
    levels: list[tuple[str, str, str, str]], time: tuple[str, int], mark: str, aimed: tuple[str, str]
) -> None:
    items = mark.join(indicator + aimed[0].format(words) for indicator, words, *_ in levels)
    found = claims(time[0].format(who="全市", what=items) + "。")
    assert len(found) == len(levels)
    for claim, (indicator, _, value, unit) in zip(found, levels, strict=True):
        assert named(claim, indicator)
        assert slots(claim) == (unit, Decimal(value), aimed[1], "level", "target", time[1])
