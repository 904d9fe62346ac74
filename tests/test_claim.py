"""Claims beyond their slots: what was read elsewhere is pointed at, repeats count once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.extract import extract
from kg.model import Article, Claim, Header
from kg.read import read_text
from kg.recognise.claim import find_claims
from tests.effort import lines_run


def article(text: str, published: date | None = None) -> Article:
    return read_text(text, "case.txt", published=published)


def claims(text: str, published: date | None = None) -> tuple[Claim, ...]:
    return extract(article(text, published)).claims


def test_an_inherited_deadline_points_at_its_words() -> None:
    page = article("到2025年，森林覆盖率达到45%；湿地保护率达到60%。")
    first, second = extract(page).claims
    assert [page.quote(claim.time_span) for claim in (first, second) if claim.time_span] == ["到2025年", "到2025年"]
    assert [slot for slot, _ in second.inherited] == ["time"]


def test_an_inherited_indicator_points_at_its_words() -> None:
    page = article("2021年，快递业务量突破10亿件，同比增长30.2%。", date(2022, 2, 1))
    first, second = extract(page).claims
    assert (first.metric, second.metric) == ("快递业务量", "快递业务量")
    assert first.metric_spans == second.metric_spans
    assert ("metric", second.metric_spans[0]) in second.inherited


def test_a_distributed_name_is_made_of_words_of_the_text() -> None:
    page = article("到2025年，汽车、家电产量分别达到8万辆、10万台。")
    assert [[page.quote(span) for span in claim.metric_spans] for claim in extract(page).claims] == [
        ["汽车", "产量"],
        ["家电产量"],
    ]


@pytest.mark.parametrize(
    ("text", "value_text"),
    [
        ("到2025年，绿色建筑占比达到90%以上。", "90%以上"),
        ("到2025年，失业率控制在5.5%以内。", "控制在5.5%以内"),
        ("到2025年，培育龙头企业50—60家。", "50—60家"),
        ("到2025年，产业规模超过6万亿元。", "超过6万亿元"),
    ],
)
def test_value_words(text: str, value_text: str) -> None:
    (claim,) = claims(text)
    assert claim.value_text == value_text


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("根据规划，到2025年，全市森林覆盖率达到45%以上，生态环境持续改善。", ["全市森林覆盖率达到45%以上"]),
        ("去年有7支医疗队奔赴山区巡诊，群众叫好。", ["去年有7支医疗队奔赴山区巡诊"]),
        ("新建苗圃12个、改建温室30座用于育种。", ["新建苗圃12个", "新建苗圃12个、改建温室30座用于育种"]),
        ("甲、乙两镇的路灯分别达到50盏和35盏。", ["甲、乙两镇的路灯分别达到50盏和35盏"] * 2),
    ],
)
def test_a_quote_is_the_clause_up_to_the_next_item(text: str, quotes: list[str]) -> None:
    page = article(text)
    assert [page.quote(claim.span) for claim in extract(page).claims] == quotes


def test_a_number_that_the_title_only_repeats_counts_once() -> None:
    text = "甲市到2025年将建成充电站80座\n记者获悉，到2025年，甲市将建成充电站80座。"
    (claim,) = claims(text, date(2022, 3, 1))
    assert claim.span.start > text.index("\n")


def test_a_time_is_not_handed_to_the_next_paragraph() -> None:
    _, second = claims("到2025年，森林覆盖率达到45%。\n全市共有公园80个。", date(2022, 3, 1))
    assert second.value == 80
    assert second.status == "observed"
    assert second.year in (None, 2022)


@pytest.mark.parametrize(("headline", "year"), [("联播快讯", None), ("渔港建设规划出台", 2027)])
def test_a_plan_governs_no_other_story_of_news_in_brief(headline: str, year: int | None) -> None:
    first = "渔港建设规划出台\n《渔港建设规划（2024—2027年）》今天出台。"
    brief = article(f"{first}\n灯会下月开幕\n灯会将有60支队伍参加。", date(2024, 5, 6))
    brief = replace(brief, headers=(Header("title", headline),))
    (claim,) = extract(brief).claims
    assert (claim.status, claim.year) == ("target", year)


def test_mentions_stand_in_order_and_are_one_to_one_with_claims() -> None:
    page = article("到2025年，A类企业达到50家，B类企业达到60家；出口增长5%。")
    starts = [mention.quantity.span.start for mention in find_claims(page)]
    assert starts == sorted(starts)
    assert len(starts) == len(extract(page).claims) == 3


def test_ids_depend_on_the_claim_and_not_on_what_stands_before_it() -> None:
    assert len({claim.id for claim in claims("到2025年，甲厂产量达到5吨；乙厂产量达到5吨；丙厂产量达到6吨。")}) == 3


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "没有数字。", "《", "第", "%", "到年，达到。", "1" * 400, "《" * 400]
)
def test_nothing_to_read(text: str) -> None:
    assert claims(text or "。") == ()


def test_work_on_long_lists_and_inherited_names_is_linear() -> None:
    def work(count: int, part: str) -> int:
        page = article(part * count + "共5家。")
        return lines_run(lambda: find_claims(page))

    for part in ("甲、", "不超过甲地的5%、", "比甲高5个百分点，"):
        work(2, part)  # what is read once
        assert work(400, part) < 6 * work(100, part), part
