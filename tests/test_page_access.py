"""The page for everybody: languages, dark, keyboard, screen readers, phones, paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import HOSPITAL, PLAN, Open, browser, chosen, open_page, row

__all__ = ["browser", "open_page"]


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
    assert max(seen.count(part) for part in ("claims", "others", "timeline", "text")) <= 8, (
        "rows, dots and marks are one stop, not hundreds"
    )


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


def test_labels_say_their_language(open_page: Open) -> None:
    view = open_page(fragment="#lang=en")
    languages = {
        words: view.locator("#table tbody th span", has_text=words).first.get_attribute("lang")
        for words in ("示范医院", "Digital plan of Qingpu Bay")
    }
    assert languages == {"示范医院": "zh-CN", "Digital plan of Qingpu Bay": "en"}
    expect(view.locator("#text article")).to_have_attribute("lang", "zh-CN")
    expect(view.locator("#title")).to_have_attribute("lang", "zh-CN")


def pinch(view: Page, x: int, y: int) -> None:
    """Two fingers from 40 to 240 pixels apart."""
    session = view.context.new_cdp_session(view)
    for kind, apart in (("touchStart", 20), *(("touchMove", apart) for apart in range(30, 121, 10)), ("touchEnd", 0)):
        points = [{"x": x + side * apart, "y": y, "id": side + 1} for side in (-1, 1)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if apart else []})


def test_pinching_zooms_the_drawing_and_elsewhere_the_page(open_page: Open) -> None:
    view = open_page(viewport={"width": 400, "height": 800}, has_touch=True, is_mobile=True)
    before = view.locator("#graph canvas").screenshot()
    pinch(view, 200, 500)
    assert view.evaluate("visualViewport.scale") == 1
    assert view.locator("#graph canvas").screenshot() != before
    view.get_by_role("tab", name="原文").tap()
    pinch(view, 200, 500)
    view.wait_for_function("visualViewport.scale > 1.5")


INK_IN_CORNER = """() => {
  const corner = new OffscreenCanvas(150, 60).getContext('2d', {willReadFrequently: true})
  corner.drawImage(document.querySelector('#graph canvas'), 0, 0)
  const pixels = new Uint32Array(corner.getImageData(0, 0, 150, 60).data.buffer)
  return pixels.filter(pixel => pixel !== pixels[0]).length
}"""


def test_a_phone_opens_the_years_at_a_readable_size(open_page: Open) -> None:
    view = open_page(fragment="#layout=time", viewport={"width": 400, "height": 800}, has_touch=True)
    reading = view.evaluate(INK_IN_CORNER)
    view.get_by_role("button", name="全图").tap()
    # The whole is small and leaves the corner empty.
    view.wait_for_function(f"least => ({INK_IN_CORNER})() < least", arg=reading / 4)


def test_rows_and_dots_are_walked_by_arrows(open_page: Open) -> None:
    view = open_page()
    view.locator("#table tbody [tabindex='0']").focus()
    view.keyboard.press("ArrowDown")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    expect(view.locator("#facts h3")).to_have_text("数字生活街区")
    expect(view.locator("#timeline [tabindex='0']")).to_have_attribute("aria-current", "true")
    view.locator("#timeline [tabindex='0']").focus()
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    expect(view.locator("#facts h3")).to_have_text("示范医院")
