"""The page in a real browser, driven as a person drives it. Nothing may reach the console or the network.

Chromium is taken from the system. Without one these tests are skipped, but under CI they fail.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree

import pytest
import rdflib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, Request, expect, sync_playwright

from kg.model import Article, Facts, Result, Sourced
from kg.write.html import page
from tests.page_facts import TEXT, article, claim, facts, result, triples

HOSPITAL = "claim-0000000000000004"
PLAN = "plan-0000000000000001"

Open: TypeAlias = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: install the package `chromium`")
        pytest.skip("no Chromium on this machine: install the package `chromium` to test the page")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def listen(view: Page, noise: list[str]) -> None:
    """Notes whatever the page says, throws, asks the user, or asks of the network."""

    def on_dialog(dialog: Dialog) -> None:
        noise.append("dialog " + dialog.message)
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if not request.url.startswith(("file:", "blob:")):
            noise.append("request " + request.url)

    view.on("console", lambda message: noise.append(message.text))
    view.on("pageerror", lambda error: noise.append(str(error)))
    view.on("dialog", on_dialog)
    view.on("request", on_request)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk, network off; at the end nothing may have been said, asked for or run."""
    noise: list[str] = []
    contexts: list[BrowserContext] = []

    def open_one(
        results: list[Result] | None = None, fragment: str = "", file: Path | None = None, **options: Any
    ) -> Page:
        file = file or tmp_path / "graph.html"
        if not file.exists() or results:
            file.write_text(page(results or [result()]), encoding="utf-8", newline="\n")
        usual: dict[str, Any] = {
            "viewport": {"width": 1600, "height": 1000},
            "offline": True,
            "reduced_motion": "reduce",
        }
        context = browser.new_context(**(usual | options))
        contexts.append(context)
        view = context.new_page()
        listen(view, noise)
        view.goto(file.as_uri() + fragment)
        view.wait_for_selector("html[data-ready]")
        return view

    yield open_one
    for context in contexts:
        context.close()
    assert noise == []


def in_view(mark: Locator, pane: Locator) -> bool:
    inner, outer = mark.bounding_box(), pane.bounding_box()
    assert inner
    assert outer
    return outer["y"] <= inner["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"]


def row(view: Page, words: str) -> Locator:
    return view.locator("#table tbody tr", has_text=words).first


def mark(view: Page, words: str) -> Locator:
    return view.locator("#text .m", has_text=re.compile("^" + re.escape(words) + "$")).first


def chosen(view: Page) -> str | None:
    found = re.search(r"id=([^&]+)", view.evaluate("location.hash"))
    return found[1] if found else None


def spot(view: Page, name: str) -> tuple[float, float]:
    """Where the card of a node is on the screen at first view: the whole drawing, fitted."""
    data = json.loads(view.locator("#data").text_content() or "")
    places = {node["id"]: (node["x"], node["y"]) for node in data["drawing"]["nodes"]}
    edges = [
        (x + sx * data["cards"][n][1] / 2, y + sy * data["cards"][n][2] / 2)
        for n, (x, y) in places.items()
        for sx, sy in ((-1, -1), (1, 1))
    ]
    left, right = min(x for x, _ in edges), max(x for x, _ in edges)
    top, bottom = min(y for _, y in edges), max(y for _, y in edges)
    frame = view.locator("#graph").bounding_box()
    assert frame
    scale = min((frame["width"] - 36) / (right - left), (frame["height"] - 28) / (bottom - top), 1.25)
    x, y = places[name]
    return (
        frame["x"] + frame["width"] / 2 + (x - (left + right) / 2) * scale,
        frame["y"] + frame["height"] / 2 + (y - (top + bottom) / 2) * scale,
    )


def assert_all_show(view: Page, name: str, words: str) -> None:
    """Table, text, timeline, facts and address all point at the node."""
    assert chosen(view) == name
    expect(view.locator("#table tr.on")).to_have_count(1)
    expect(view.locator("#table tr.on")).to_contain_text(words)
    expect(view.locator("#facts h3")).to_have_text(words)
    expect(view.locator("#text .m.on").first).to_be_visible()
    assert any(
        in_view(view.locator("#text .m.on").nth(i), view.locator("#text"))
        for i in range(view.locator("#text .m.on").count())
    )
    assert in_view(view.locator("#table tr.on"), view.locator("#table"))


def test_a_card_shows_its_fact_everywhere(open_page: Open) -> None:
    view = open_page()
    view.mouse.click(*spot(view, HOSPITAL))
    assert_all_show(view, HOSPITAL, "示范医院")
    expect(view.locator("#facts .figure")).to_have_text("50个 · 2035")
    expect(view.locator("#facts .warn")).to_have_text("原文写 2035 年，规划期为 2021–2025 年")
    expect(view.locator("#timeline .point.on")).to_have_attribute("aria-label", "示范医院 50个 2035 目标")
    assert {element.text_content() for element in view.locator("#text .m.on.hit").all()} == {
        "到2035年",
        "示范医院",
        "50个",
    }


def test_a_row_shows_its_fact_everywhere(open_page: Open) -> None:
    view = open_page(viewport={"width": 1400, "height": 620})
    row(view, "公共数据开放量").click()
    assert_all_show(view, "claim-0000000000000009", "公共数据开放量")
    assert in_view(mark(view, "超过15亿条"), view.locator("#text"))
    assert in_view(view.locator("#timeline .point.on"), view.locator("#timeline"))


def test_underlined_words_show_their_fact_everywhere(open_page: Open) -> None:
    view = open_page()
    mark(view, "200家").click()
    assert_all_show(view, "claim-0000000000000002", "智能车间")


def test_a_dot_shows_its_fact_everywhere(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="数字生活街区 100个 2035 目标").click()
    assert_all_show(view, "claim-0000000000000003", "数字生活街区")


def test_overlapping_words_cycle_through_their_facts(open_page: Open) -> None:
    view = open_page()
    shared = mark(view, "样板场景")
    seen = []
    for _ in range(3):
        shared.click()
        seen.append(chosen(view))
    assert seen[0] != seen[1]
    assert seen[0] == seen[2]
    assert set(seen) == {"claim-0000000000000006", "claim-0000000000000007"}


def test_every_span_is_marked(open_page: Open) -> None:
    view = open_page()
    marked = "".join(element.text_content() or "" for element in view.locator("#text .m").all())
    for one in facts().claims:
        assert TEXT[one.value_span.start : one.value_span.end] in marked
    assert view.locator("#text article p").all_text_contents() == TEXT.split("\n"), "marking must not change the text"


def test_characters_beyond_the_first_plane_do_not_shift_the_marks(open_page: Open) -> None:
    view = open_page()
    expect(mark(view, "林一苇")).to_be_visible()


def test_evidence_leads_to_its_words(open_page: Open) -> None:
    view = open_page(viewport={"width": 1400, "height": 620}, fragment=f"#id={HOSPITAL}")
    view.locator("#facts .evidence button", has_text="时间").click()
    expect(view.locator("#text .m:focus")).to_have_text("到2035年")
    assert in_view(view.locator("#text .m:focus"), view.locator("#text"))


def test_evidence_gives_the_whole_sentence(open_page: Open) -> None:
    view = open_page(fragment=f"#id={HOSPITAL}")
    first = view.locator("#facts .evidence button").first
    expect(first).to_have_text("原句打造数字生活街区100个、示范医院50个")
    expect(first.locator("mark")).to_have_text("50个")


def test_relations_lead_on(open_page: Open) -> None:
    view = open_page(fragment=f"#id={HOSPITAL}")
    view.locator("#facts .ref", has_text="青浦湾市数字化发展").first.click()
    assert chosen(view) == PLAN


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
    view.get_by_role("button", name="数值").click()
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


@pytest.mark.parametrize("fragment", ["#id=__proto__&layout=x&lang=zz&hide=x&unit=y&theme=z&pane=q", "#%", "#id"])
def test_a_strange_address_changes_nothing(open_page: Open, fragment: str) -> None:
    view = open_page(fragment=fragment)
    expect(view.locator("#filters")).to_contain_text("显示 20 / 20")


def download(view: Page, name: str) -> Path:
    view.locator("#download").click()
    with view.expect_download() as waiting:
        view.locator("#" + name).click()
    path = Path(waiting.value.path())
    return path.rename(path.with_name(waiting.value.suggested_filename))


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


def test_english(open_page: Open) -> None:
    view = open_page()
    view.get_by_role("button", name="English").click()
    expect(view.locator("html")).to_have_attribute("lang", "en")
    expect(view.locator("#table")).to_contain_text("Digital plan of Qingpu Bay")
    expect(view.locator("#facts .warn")).to_contain_text("The text says 2035; the plan runs 2021–2025")
    words = view.locator("body").evaluate(
        "body => body.innerText.replace(document.querySelector('#text').innerText, '')"
    )
    assert "undefined" not in words


def test_dark_follows_the_system_and_the_button(open_page: Open) -> None:
    view = open_page(color_scheme="dark")
    expect(view.locator("html")).to_have_attribute("data-theme", "dark")
    view.get_by_role("button", name="浅色").click()
    expect(view.locator("html")).to_have_attribute("data-theme", "light")


def test_arrow_keys_walk_the_drawing(open_page: Open) -> None:
    view = open_page(fragment=f"#id={PLAN}")
    view.locator("#graph").focus()
    view.keyboard.press("ArrowRight")
    first = chosen(view)
    assert first
    assert first.startswith("claim")
    view.keyboard.press("ArrowDown")
    assert chosen(view) not in (first, PLAN)
    expect(view.locator("#live")).to_contain_text("已选 目标")


def test_everything_is_reached_by_tab_and_seen(open_page: Open) -> None:
    view = open_page(fragment=f"#id={HOSPITAL}")
    seen: list[str] = []
    for _ in range(140):
        view.keyboard.press("Tab")
        focus = view.evaluate(
            """() => {
                const here = document.activeElement;
                const style = getComputedStyle(here.type === "checkbox" ? here.nextElementSibling : here);
                const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
                return [here.closest("[id]")?.id ?? "", seen, here === document.body];
            }"""
        )
        if focus[2]:
            break
        assert focus[1], f"the focus cannot be seen at {focus[0]}"
        seen.append(focus[0])
    for part in (
        "skip",
        "search",
        "download",
        "theme",
        "language",
        "filters",
        "layouts",
        "graph",
        "claims",
        "timeline",
        "facts",
        "text",
    ):
        assert part in seen, part
    assert len(seen) < 120, "the text's marks are one stop, not hundreds"


def test_the_text_is_walked_by_arrows(open_page: Open) -> None:
    view = open_page()
    view.locator("#text .m[tabindex='0']").focus()
    view.keyboard.press("ArrowRight")
    view.keyboard.press("Enter")
    assert chosen(view)


def test_phone_panes_are_tabs(open_page: Open) -> None:
    view = open_page(viewport={"width": 400, "height": 800}, has_touch=True)
    for pane, tab in (
        ("graph-pane", "图谱"),
        ("text", "原文"),
        ("table", "表格"),
        ("timeline", "时间线"),
        ("filters", "筛选"),
    ):
        view.get_by_role("tab", name=tab).tap()
        shown = [
            p for p in ("graph-pane", "text", "table", "timeline", "filters") if view.locator("#" + p).is_visible()
        ]
        assert shown == [pane]
    view.get_by_role("tab", name="表格").tap()
    row(view, "示范医院").tap()
    expect(view.locator("#facts")).to_be_visible()
    view.locator("#facts .evidence button").first.tap()
    expect(view.get_by_role("tab", name="原文")).to_have_attribute("aria-selected", "true")
    assert view.evaluate("document.documentElement.scrollWidth") <= 400


def test_print_shows_table_and_text_in_full(open_page: Open) -> None:
    view = open_page(viewport={"width": 400, "height": 800})
    view.emulate_media(media="print")
    for part in ("#table", "#text", "#timeline", "#graph"):
        expect(view.locator(part)).to_be_visible()
    for part in (".tools", "#filters", ".tabs"):
        expect(view.locator(part)).to_be_hidden()
    assert view.locator("#table").evaluate("e => e.scrollHeight <= e.clientHeight + 1")


def test_first_view_holds_the_whole_drawing(open_page: Open) -> None:
    view = open_page()
    frame = view.locator("#graph").bounding_box()
    assert frame
    for name in json.loads(view.locator("#data").text_content() or "")["nodes"]:
        x, y = spot(view, name)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "fragment"),
    [
        (1600, ""),
        (1600, f"#id={HOSPITAL}&unit=%25"),
        (400, ""),
        (400, f"#pane=table&id={HOSPITAL}"),
        (400, "#pane=filters&lang=en"),
    ],
)
def test_axe_finds_nothing(open_page: Open, scheme: str, width: int, fragment: str) -> None:
    view = open_page(fragment=fragment, viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:90] for n in v["nodes"]][:3]) for v in found] == []


def test_several_articles_stand_below_each_other(open_page: Open) -> None:
    second = replace(
        facts(), document=replace(facts().document, id="doc-0000000000000002", title=Sourced("第二篇")), claims=()
    )
    view = open_page([result(), result(second)])
    assert view.locator("#text article h3").all_text_contents() == ["青浦湾数字化规划公布（图解）", "第二篇"]
    row(view, "示范医院").click()
    expect(view.locator("#facts .evidence small").first).to_contain_text("青浦湾数字化规划公布")


PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<!--<script>window.hit=1",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' autofocus onfocus=window.hit=1 x='",
    "javascript:window.hit=1",
    '<a href="javascript:window.hit=1">href</a>',
    "{{7*7}}{% raw %}${window.hit=1}`",
    "</style><style>*{display:none}</style>",
    "\u2028window.hit=1//\u2029",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "__proto__",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
)
PLACES = (("title", "label", "sentence", "header"), ("iri", "file"))
"""All places where text of others comes in; two pages, since a file name shows only where there is no title."""


def poisoned(places: Sequence[str], bad: str) -> Result:
    """The article with hostile text at these places."""
    found, read = facts(), article()
    if "title" in places:
        found = replace(found, document=replace(found.document, title=Sourced(bad)))
    if "label" in places:
        found = replace(
            found,
            claims=(
                replace(found.claims[0], metric=bad, unit=bad, rule=bad, subject=bad, flags=(bad,)),
                *found.claims[1:],
            ),
            plans=(replace(found.plans[0], title=bad, aliases=(bad,)),),
            organisations=(replace(found.organisations[0], name=bad),),
        )
    if "sentence" in places:
        read = article(TEXT + "\n" + bad)
    if "header" in places:
        value = Sourced(bad)
        document = replace(found.document, publisher=value, url=value, editor=value, author=value, categories=(value,))
        found = replace(found, document=document)
    if "iri" in places:
        found = renamed(found, bad)
    if "file" in places:
        read = replace(read, source=bad)
        found = replace(found, document=replace(found.document, title=None))
    rows = triples(found, "https://x.example/" + bad if "iri" in places else "https://x.example/")
    return Result(read, found, rows)


def renamed(found: Facts, bad: str) -> Facts:
    return replace(
        found,
        document=replace(found.document, id=bad),
        plans=tuple(replace(p, id=p.id + bad) for p in found.plans),
        claims=tuple(replace(c, id=c.id + bad, plan=PLAN + bad) for c in found.claims),
    )


@pytest.mark.parametrize("places", PLACES, ids="-".join)
@pytest.mark.parametrize("bad", PAYLOADS)
def test_nothing_hostile_runs(open_page: Open, places: Sequence[str], bad: str) -> None:
    view = open_page([poisoned(places, bad)])
    for choose in ("#table tbody tr", "#others tbody tr", "#timeline .point", "#text .m"):
        view.locator(choose).first.click()
    view.fill("#search", bad[:12])
    view.keyboard.press("Escape")
    for kind in ("csv", "svg", "ttl"):
        download(view, kind)
    assert view.evaluate("window.hit") is None
    assert view.evaluate("document.querySelectorAll('script').length") == 3
    assert view.evaluate("document.querySelectorAll('img, iframe, a[href^=javascript], main svg').length") == 0
    assert view.evaluate("({}).hit") is None
    expect(view.locator("main")).to_be_visible()


def test_an_article_without_facts_can_be_read(open_page: Open) -> None:
    empty = Facts(document=facts().document)
    view = open_page([Result(Article("x.txt", TEXT, article().blocks), empty, ())])
    expect(view.locator("#text")).to_contain_text("支撑全市转型")
    expect(view.locator("#timeline")).to_contain_text("没有可显示的数字")


def test_numbers_without_a_year_are_shown(open_page: Open) -> None:
    undated = replace(
        facts(), claims=(claim(1, "智能车间", "智能车间200家", "200家", year=None, time_span=None, flags=()),)
    )
    view = open_page([result(undated)])
    view.get_by_role("button", name="智能车间 200家 · 未注明").click()
    assert chosen(view) == "claim-0000000000000001"
