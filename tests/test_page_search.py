"""Search on the page, as a person types."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browsing import HOSPITAL, Open, assert_all_show, browser, chosen, open_page
from tests.page_facts import facts, result

__all__ = ["browser", "open_page"]


def test_search_finds_by_part_of_a_name(open_page: Open) -> None:
    view = open_page()
    view.keyboard.press("/")
    expect(view.locator("#search")).to_be_focused()
    view.keyboard.type("医院")
    option = view.get_by_role("option").first
    expect(option).to_contain_text("示范医院")
    expect(view.locator("#search")).to_have_attribute("aria-expanded", "true")
    view.keyboard.press("Enter")
    assert_all_show(view, HOSPITAL, "示范医院")
    view.keyboard.press("/")
    view.keyboard.press("Escape")
    expect(view.locator("#search")).to_have_value("")
    view.keyboard.press("Escape")
    assert chosen(view) is None


def test_search_by_mouse_and_by_alias(open_page: Open) -> None:
    view = open_page()
    view.fill("#search", "市政府新闻办")
    view.get_by_role("option", name=re.compile("青浦湾市政府新闻办")).first.click()
    assert chosen(view) == "organisation-0000000000000001"


def test_search_looks_into_the_text(open_page: Open) -> None:
    view = open_page()
    view.fill("#search", "支撑全市")
    view.get_by_role("option").first.click()
    assert view.evaluate("getSelection().toString()") == "支撑全市"
    view.fill("#search", "没有这些字")
    expect(view.locator("#suggestions")).to_contain_text("没有结果")


def test_search_reaches_what_a_filter_hides(open_page: Open) -> None:
    view = open_page(fragment="#hide=target")
    view.fill("#search", "医院")
    view.keyboard.press("Enter")
    assert_all_show(view, HOSPITAL, "示范医院")


@pytest.mark.parametrize(("typed", "heard"), [("sfyy", "示范医院"), ("YY", "医院"), ("ggsj", "公共数据")])
def test_search_hears_the_initials_of_pinyin(open_page: Open, typed: str, heard: str) -> None:
    view = open_page()
    view.fill("#search", typed)
    first = view.get_by_role("option").first
    expect(first.locator("b")).to_have_text(heard)
    view.keyboard.press("Enter")
    expect(view.locator("#facts h3")).to_contain_text(heard)


def test_initials_of_late_l_are_not_taken_for_m(open_page: Open) -> None:
    green = replace(facts(), claims=(replace(facts().claims[0], metric="绿地率"),))
    view = open_page([result(green)])
    view.fill("#search", "ldl")
    expect(view.get_by_role("option").first).to_contain_text("绿地率")


def test_one_letter_is_not_heard_as_an_initial(open_page: Open) -> None:
    view = open_page()
    view.fill("#search", "s")
    expect(view.locator("#suggestions")).to_contain_text("没有结果")


def test_arrows_choose_a_suggestion(open_page: Open) -> None:
    view = open_page()
    view.fill("#search", "数字")
    for key, at in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        view.keyboard.press(key)
        expect(view.get_by_role("option").nth(at)).to_have_attribute("aria-selected", "true")
        expect(view.locator("[role=option][aria-selected=true]")).to_have_count(1)
    view.keyboard.press("ArrowDown")
    name = view.locator("[role=option][aria-selected=true] span").text_content()
    view.keyboard.press("Enter")
    expect(view.locator("#facts h3")).to_have_text(name or "")


def test_many_names_leave_room_for_the_text(open_page: Open) -> None:
    view = open_page()
    view.fill("#search", "数")
    hits = view.get_by_role("option").all_text_contents()
    assert len(hits) <= 12
    assert sum(hit.endswith("原文") for hit in hits) == 3
