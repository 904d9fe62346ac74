"""What can be taken away from the page."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import rdflib
from playwright.sync_api import Page, expect

from tests.browsing import Open, browser, download, open_page, row
from tests.page_facts import TEXT, facts, result, triples

__all__ = ["browser", "open_page"]


def test_csv(open_page: Open) -> None:
    view = open_page(fragment="#unit=%25")
    raw = download(view, "csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read UTF-8"
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [r["value"] for r in rows] == ["80", "80", "46"]
    assert rows[0]["quote"] == "规上工业企业上云比例达到80%"
    assert rows[0]["plan"] == "青浦湾市数字化发展“十四五”规划"
    assert TEXT[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["quote"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1+1", "@x", "\tx", "＝1", '"=1'])
def test_csv_runs_no_formula(open_page: Open, start: str) -> None:
    evil = replace(facts(), claims=(replace(facts().claims[0], metric=start + ",x"),))
    raw = download(open_page([result(evil)]), "csv").read_text("utf-8-sig")
    cell = next(csv.DictReader(io.StringIO(raw)))["metric"]
    assert cell.lstrip("'") == start + ",x"
    assert cell[0] in "'\""


def test_png_and_svg(open_page: Open) -> None:
    view = open_page()
    assert download(view, "png").read_bytes().startswith(b"\x89PNG\r\n")
    drawing = ElementTree.parse(download(view, "svg"))
    texts = [element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "示范医院" in texts
    assert "50个 · 2035" in texts


def test_turtle_of_the_selection_and_of_all(open_page: Open) -> None:
    view = open_page()
    whole = rdflib.Graph().parse(download(view, "ttl"), format="turtle")
    assert len(whole) == len(set(triples(facts())))
    row(view, "示范医院").click()
    part = rdflib.Graph().parse(download(view, "ttl"), format="turtle")
    assert {str(o) for o in part.objects() if isinstance(o, rdflib.Literal)} == {"示范医院", "示范医院50个"}


def lines(view: Page) -> int:
    drawing = ElementTree.parse(download(view, "svg"))
    return len(drawing.findall(".//{http://www.w3.org/2000/svg}path"))


def test_by_plan_only_the_branches_are_drawn_until_something_is_picked(open_page: Open) -> None:
    view = open_page()
    data = json.loads(view.locator("#data").text_content() or "")
    branches = set(data["parents"].items())
    beside = [e for e in data["drawing"]["edges"] if not {(e["to"], e["from"]), (e["from"], e["to"])} & branches]
    assert beside, "the example has links that are no branches"
    assert lines(view) == len(branches)
    row(view, next(data["nodes"][beside[0]["from"]]["title"] for _ in beside)).click()
    assert lines(view) > len(branches)
    view.locator("#layouts [data-layout=force]").click()
    assert lines(view) == len(data["drawing"]["edges"])


def test_the_menu_says_what_is_taken(open_page: Open) -> None:
    view = open_page(fragment="#unit=%25")
    view.locator("#download").click()
    expect(view.locator("#scope")).to_have_text("当前显示的 13 条事实")
    expect(view.locator("#ttl")).to_have_text("数据 Turtle")
    view.keyboard.press("Escape")
    row(view, "网办比例").click()
    view.locator("#download").click()
    expect(view.locator("#ttl")).to_have_text("所选一条 Turtle")
