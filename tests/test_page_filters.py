"""What is shown of the page: filters, layouts, sorting, and the address that keeps them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.model import Sourced
from tests.browsing import Open, browser, mark, open_page, row, spot
from tests.page_facts import facts, result

__all__ = ["browser", "open_page"]


@pytest.mark.parametrize(
    ("facet", "words", "count"),
    [("unit", "%", 3), ("year", "2020", 1), ("status", "现状", 1), ("unit", "条", 1)],
)
def test_filters_limit_every_view(open_page: Open, facet: str, words: str, count: int) -> None:
    view = open_page()
    chip = view.locator(f"#filter-{facet} button", has_text=re.compile("^" + words))
    assert chip.locator("data").text_content() == str(count)
    chip.click()
    expect(view.locator("#claims tbody tr")).to_have_count(count)
    expect(view.locator("#timeline .point")).to_have_count(count)
    expect(chip).to_be_focused()
    view.locator("#clear").click()
    expect(view.locator("#claims tbody tr")).to_have_count(10)


def test_the_legend_hides_a_kind(open_page: Open) -> None:
    view = open_page()
    before = view.locator("#graph canvas").screenshot()
    view.locator("#filters label", has_text="目标").click()
    expect(view.locator("#claims tbody tr")).to_have_count(1)
    expect(mark(view, "200家")).to_have_class(re.compile(r"\boff\b"))
    assert view.locator("#graph canvas").screenshot() != before
    expect(view.locator("#filters")).to_contain_text("显示 11 / 20")


def test_counts_follow_the_other_filters(open_page: Open) -> None:
    view = open_page(fragment="#unit=%25")
    expect(view.locator("#filter-status button", has_text="目标").locator("data")).to_have_text("2")


def test_flagged_only(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="仅看有提示的").click()
    expect(view.locator("#claims tbody tr")).to_have_count(9)


def test_focus_shows_the_neighbours(open_page: Open) -> None:
    view = open_page()
    expect(view.locator("#focus")).to_be_disabled()
    row(view, "青浦湾市政府新闻办").click()
    view.locator("#focus").click()
    expect(view.locator("#filters")).to_contain_text("显示 3 / 20")
    view.keyboard.press("Escape")
    expect(view.locator("#filters")).to_contain_text("显示 20 / 20")


@pytest.mark.parametrize("layout", ["force", "time"])
def test_layouts_redraw(open_page: Open, layout: str) -> None:
    view = open_page()
    before = view.locator("#graph canvas").screenshot()
    view.locator(f"#layouts [data-layout={layout}]").click()
    expect(view.locator(f"#layouts [data-layout={layout}]")).to_have_attribute("aria-pressed", "true")
    assert view.locator("#graph canvas").screenshot() != before


def test_sorting(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="数值", exact=True).click()
    units = [text[-1] for text in view.locator("#claims td.n").all_text_contents()]
    assert units == sorted(units), "numbers of one unit stay together"
    percents = [t for t in view.locator("#claims td.n").all_text_contents() if t.endswith("%")]
    assert percents == ["46%", "80%", "80%"]
    view.get_by_role("button", name=re.compile("^数值")).click()
    expect(view.locator("#claims th[aria-sort]")).to_have_attribute("aria-sort", "descending")


def test_the_address_reopens_the_same_view(open_page: Open, tmp_path: Path) -> None:
    view = open_page()
    row(view, "示范医院").click()
    view.locator("#filter-unit button", has_text="个").click()
    view.locator("#layouts [data-layout=time]").click()
    view.locator("[data-axis=value]").click()
    view.locator("#language").click()
    view.locator("#theme").click()
    address = view.evaluate("location.hash")
    again = open_page(file=tmp_path / "graph.html", fragment=address)
    assert again.evaluate("location.hash") == address
    expect(again.locator("#facts h3")).to_have_text("示范医院")
    expect(again.locator("#claims tbody tr")).to_have_count(5)
    expect(again.locator("html")).to_have_attribute("data-theme", "dark")
    expect(again.locator("html")).to_have_attribute("lang", "en")
    assert again.locator("#graph canvas").screenshot() == view.locator("#graph canvas").screenshot()


def test_back_returns_to_the_fact_before(open_page: Open) -> None:
    view = open_page()
    row(view, "示范医院").click()
    row(view, "智能车间").click()
    view.go_back()
    expect(view.locator("#facts h3")).to_have_text("示范医院")


@pytest.mark.parametrize(
    "fragment", ["#id=__proto__&layout=x&lang=zz&hide=x&unit=y&theme=z&pane=q&axis=x", "#%", "#id"]
)
def test_a_strange_address_changes_nothing(open_page: Open, fragment: str) -> None:
    view = open_page(fragment=fragment)
    expect(view.locator("#filters")).to_contain_text("显示 20 / 20")


def test_first_view_holds_the_whole_drawing(open_page: Open) -> None:
    view = open_page()
    frame = view.locator("#graph").bounding_box()
    assert frame
    for name in json.loads(view.locator("#data").text_content() or "")["nodes"]:
        x, y = spot(view, name)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


def test_one_of_several_articles(open_page: Open) -> None:
    second = replace(
        facts(),
        document=replace(facts().document, id="doc-0000000000000002", title=Sourced("第二篇")),
        claims=(replace(facts().claims[0], id="claim-00000000000000ff"),),
        organisations=(),
    )
    view = open_page([result(), result(second)])
    chip = view.locator("#filter-article button", has_text="第二篇")
    chip.click()
    expect(view.locator("#claims tbody tr")).to_have_count(1)
    expect(view.locator("#others")).not_to_contain_text("青浦湾市政府新闻办")
    expect(view.locator("#others")).to_contain_text("青浦湾市数字化发展“十四五”规划")
    assert [a.is_visible() for a in view.locator("#text article").all()] == [False, True]
    assert "article=1" in view.evaluate("location.hash")
    chip.click()
    expect(view.locator("#claims tbody tr")).to_have_count(11)
    expect(view.locator("#claims thead")).to_contain_text("文章")
