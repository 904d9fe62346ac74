"""The page over many documents, in a real browser."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kg.model import Result, Sourced
from kg.write.html import MOST_ARTICLES, page
from tests.page_facts import facts, result
from tests.test_page_browser import PAYLOADS, Open, browser, chosen, open_page

__all__ = ["browser", "open_page"]


def corpus(bad: str = "") -> list[Result]:
    """More articles than are shown in full; every second one of another province, each a year later."""
    found = []
    for number in range(MOST_ARTICLES + 2):
        region = "310000" if number % 2 else "330000"
        claims = tuple(replace(c, id=f"{c.id}-{number}", region=region, year=2020 + number) for c in facts().claims[:4])
        if bad:
            claims = tuple(replace(c, metric=bad, unit=bad) for c in claims)
        document = replace(facts().document, id=f"doc-{number:016x}", title=Sourced(bad or f"第{number}篇"))
        found.append(result(replace(facts(), document=document, claims=claims)))
    return found


def test_few_articles_are_shown_in_full_and_many_as_a_corpus() -> None:
    assert 'class="corpus"' in page(corpus())
    assert 'class="corpus"' not in page(corpus()[:3])
    assert page(corpus()) == page(corpus())


def test_the_map_counts_and_opens(open_page: Open) -> None:
    view = open_page(corpus())
    cell = view.get_by_role("button", name="上海市 2021 4")
    cell.click()
    expect(view.locator("#claims tbody tr")).to_have_count(4)
    expect(view.locator("#claims tbody tr").first).to_contain_text("第1篇")
    expect(view.get_by_role("button", name="上海市 2021 4")).to_have_attribute("aria-pressed", "true")


def test_an_indicator_is_compared_and_each_point_leads_to_its_words(open_page: Open) -> None:
    view = open_page(corpus())
    view.locator("#chart").get_by_role("button", name="示范医院").click()
    points = view.locator("#chart circle")
    expect(points).to_have_count(MOST_ARTICLES + 2)
    points.nth(3).focus()
    view.keyboard.press("Enter")
    expect(view.locator("#chart blockquote")).to_have_text("示范医院50个")
    assert chosen(view)


def test_search_goes_over_everything(open_page: Open) -> None:
    view = open_page(corpus())
    view.keyboard.press("/")
    view.keyboard.type("第3篇")
    expect(view.locator("#claims tbody tr")).to_have_count(4)
    view.fill("#search", "医院")
    expect(view.locator("#claims tbody tr")).to_have_count(MOST_ARTICLES + 2)
    view.keyboard.press("Escape")
    expect(view.locator("#list .tally")).to_have_text(f"目标与数据 · {4 * (MOST_ARTICLES + 2)}")


def test_the_address_reopens_the_same_view(open_page: Open, tmp_path: Path) -> None:
    view = open_page(corpus())
    view.get_by_role("button", name="上海市 2021 4").click()
    view.locator("#theme").click()
    again = open_page(file=tmp_path / "graph.html", fragment=view.evaluate("location.hash"))
    expect(again.locator("#claims tbody tr")).to_have_count(4)
    expect(again.locator("html")).to_have_attribute("data-theme", "dark")


def test_every_figure_is_a_dot(open_page: Open) -> None:
    view = open_page(corpus())
    view.locator("#cloud").click()
    view.locator("#dots").click(position={"x": 14, "y": 30})
    expect(view.locator("#chart h3")).to_have_text("规上工业企业上云比例")
    box = view.locator("#dots").bounding_box()
    assert box
    view.mouse.move(box["x"] + 200, box["y"] + 150)
    before = view.locator("#dots").screenshot()
    view.mouse.wheel(0, -200)
    assert view.locator("#dots").screenshot() != before


def test_csv_of_what_is_listed(open_page: Open) -> None:
    view = open_page(corpus())
    view.get_by_role("button", name="上海市 2021 4").click()
    with view.expect_download() as waiting:
        view.locator("#csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert [row["title"] for row in rows] == ["第1篇"] * 4


@pytest.mark.parametrize("bad", PAYLOADS)
def test_nothing_hostile_runs(open_page: Open, bad: str) -> None:
    view = open_page(corpus(bad))
    view.locator("#claims tbody tr").first.click()
    for button in view.locator("#map .segments button").all():
        button.click()
    assert view.evaluate("window.hit") is None
    assert view.evaluate("document.querySelectorAll('script').length") == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1600, 400])
def test_axe_finds_nothing(open_page: Open, scheme: str, width: int) -> None:
    view = open_page(corpus(), color_scheme=scheme, viewport={"width": width, "height": 900})
    view.locator("#claims tbody tr button").first.click()
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:90] for n in v["nodes"]][:3]) for v in found] == []


def test_english(open_page: Open) -> None:
    view = open_page(corpus())
    view.get_by_role("button", name="English").click()
    expect(view.locator("#map")).to_contain_text(re.compile("Shanghai"))
