"""A real browser to test pages with, and what a person does in it. Nothing may reach the console or the network.

Chromium is taken from the system. Without one these tests are skipped, but under CI they fail.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, Request, expect, sync_playwright

from kg.model import Result
from kg.write.html import page
from tests.page_facts import result

HOSPITAL = "claim-0000000000000004"
PLAN = "plan-0000000000000001"

Open: TypeAlias = Callable[..., Page]

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


def download(view: Page, name: str) -> Path:
    view.locator("#download").click()
    with view.expect_download() as waiting:
        view.locator("#" + name).click()
    path = Path(waiting.value.path())
    return path.rename(path.with_name(waiting.value.suggested_filename))
