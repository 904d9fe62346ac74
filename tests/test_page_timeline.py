"""The timeline: when and how much."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from playwright.sync_api import Locator, expect

from tests.browsing import Open, assert_all_show, browser, chosen, open_page, row
from tests.page_facts import claim, facts, result

__all__ = ["browser", "open_page"]


def test_numbers_without_a_year_are_shown(open_page: Open) -> None:
    undated = replace(
        facts(), claims=(claim(1, "智能车间", "智能车间200家", "200家", year=None, time_span=None, flags=()),)
    )
    view = open_page([result(undated)])
    view.get_by_role("button", name="智能车间 200家 · 未注明").click()
    assert chosen(view) == "claim-0000000000000001"


def test_a_dot_shows_its_fact_everywhere(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="数字生活街区 100个 2035 目标").click()
    assert_all_show(view, "claim-0000000000000003", "数字生活街区")


def test_figures_of_one_year_do_not_lie_on_each_other(open_page: Open) -> None:
    one = claim(1, "智能车间", "建成智能车间200家", "200家", year=2035)
    view = open_page([result(replace(facts(), claims=(one, replace(one, id="claim-000000000000000f"))))])
    boxes = [point.bounding_box() for point in view.locator("#timeline .point").all()]
    assert len(boxes) == 2
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]


def middle(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def test_dots_stand_at_their_years_and_the_plan_is_shaded(open_page: Open) -> None:
    view = open_page()
    line = view.locator("#timeline .series", has_text="规上工业企业上云比例")
    years = {words: middle(view.locator(".axis span", has_text=words)) for words in ("2020", "2035")}
    before, aim = line.locator(".point.hollow"), line.locator(".point:not(.hollow)")
    assert abs(middle(before) - years["2020"]) < 2
    assert abs(middle(aim) - years["2035"]) < 2
    band, way = line.locator(".band").bounding_box(), line.locator(".progress").bounding_box()
    assert band
    assert way
    assert abs(band["x"] + band["width"] / 2 - (years["2020"] + (years["2035"] - years["2020"]) * 3 / 15)) < 2
    assert abs(way["x"] - middle(before)) < 2
    assert abs(way["x"] + way["width"] - middle(aim)) < 2


def test_each_unit_has_a_scale_of_its_own(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="按数值").click()
    expect(view.get_by_role("button", name="按数值")).to_be_focused()
    heads = view.locator("#timeline h3").all()
    assert [head.locator("span").text_content() for head in heads] == ["%", "家", "个 · 按数量级", "条"]
    assert heads[0].locator("small").all_text_contents() == ["0%", "80%"]
    assert heads[3].locator("small").all_text_contents() == ["0", "15亿"]
    percent = view.locator("#timeline ul").first
    ends = [middle(end) for end in heads[0].locator("small").all()]
    point = percent.locator(".point.hollow")
    assert abs(middle(point) - (ends[0] + (ends[1] - ends[0]) * 46 / 80)) < 2
    assert "axis=value" in view.evaluate("location.hash")


def test_changes_are_not_measured_with_levels(open_page: Open) -> None:
    level = claim(1, "智能车间", "建成智能车间200家", "200家")
    fall = replace(level, id="claim-000000000000000f", change="decrease_by", value=Decimal(40))
    view = open_page([result(replace(facts(), claims=(level, fall)))], fragment="#axis=value")
    heads = view.locator("#timeline h3")
    assert heads.locator("span").all_text_contents() == ["家", "家 · 变化"]
    assert heads.nth(1).locator("small").all_text_contents() == ["−40", "0"]


def test_the_way_from_observed_to_target_is_told(open_page: Open) -> None:
    view = open_page(fragment="#id=claim-0000000000000001")
    expect(view.locator("#facts .course")).to_have_text("2020 → 2035：+34个百分点")
    view.locator("#facts .ref", has_text="46% · 现状").click()
    assert chosen(view) == "claim-000000000000000a"
    row(view, "智能车间").click()
    expect(view.locator("#facts .course")).to_have_count(0)
