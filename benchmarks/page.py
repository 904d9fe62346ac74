"""The page beside stock pyvis, in the same browser and run: `python benchmarks/page.py [SIZE…]`.

For each number of facts: bytes of the file, milliseconds from opening to the first drawn picture, and frames a second
while the drawing is dragged about and zoomed, two seconds each, without a graphics card. Needs Chromium and the `test`
extra. The words are made up.
Stock pyvis is given MOST seconds to draw; up to 1,500 figures our page is an article, beyond it a corpus (its dots are
what is moved).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright
from pyvis.network import Network

from kg.model import Article, Block, Claim, Document, Facts, Plan, Result, Sourced, Span
from kg.write.html import write_page
from kg.write.network import to_network

SIZES = (50, 500, 2000, 10_000, 50_000)
MOST = 120
STOCK_MOST = 2000
"""Stock pyvis takes minutes beyond this many nodes."""

DRAWN = """selector => {
  const canvas = document.querySelector(selector);
  if (!canvas?.width) return document.querySelector(".heat") !== null;
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(part => part);
}"""
"""The first picture: something is on the canvas (the corpus page opens on a table of counts)."""

FRAMES = """(canvas, panned) => new Promise(done => {
  const box = canvas.getBoundingClientRect();
  const at = (type, x, y, more) => canvas.dispatchEvent(new (type === "wheel" ? WheelEvent : PointerEvent)(type, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", button: 0, buttons: 1,
    clientX: box.x + box.width / 2 + x, clientY: box.y + box.height / 2 + y, ...more}));
  const place = frame => [150 * Math.sin(frame / 9), 80 * Math.sin(frame / 7)];
  let frames = 0;
  const begin = performance.now();
  const step = () => {
    frames += 1;
    if (panned) at("pointermove", ...place(frames));
    else at("wheel", 0, 0, {deltaY: frames % 40 < 20 ? -25 : 25});
    if (performance.now() - begin < 2000) return requestAnimationFrame(step);
    if (panned) at("pointerup", ...place(frames));
    done(1000 * frames / (performance.now() - begin));
  };
  canvas.setPointerCapture = () => {};
  if (panned) at("pointerdown", ...place(0));
  requestAnimationFrame(step);
})"""


def results(count: int) -> list[Result]:
    """Documents with so many figures in all, at most 1,500 in one."""
    return list(_results(count, 1400 if count <= 2000 else 100))


def _results(count: int, each: int) -> Iterator[Result]:
    for first in range(0, count, each):
        yield _result(first, range(first, min(first + each, count)))


def _result(first: int, numbers: range) -> Result:
    words = [f"第{n}类示范场景数量达到{n % 90 + 10}个；" for n in numbers]
    text = "".join(words)
    plan = Plan(f"plan-{first}", f"第{first}号发展规划", (), "plan", (), period=(2021, 2025), region="310000")
    claims, start = [], 0
    for number, sentence in zip(numbers, words, strict=True):
        value = Span(start + sentence.index("到") + 1, start + len(sentence) - 1)
        claims.append(_claim(number, Span(start, start + len(sentence) - 1), value, plan.id))
        start += len(sentence)
    document = Document(f"doc-{first}", title=Sourced(f"第{first}号文章"))
    article = Article(f"{first}.txt", text, (Block(0, len(text)),))
    return Result(article, Facts(document, plans=(plan,), claims=tuple(claims)), ())


def _claim(number: int, span: Span, value: Span, plan: str) -> Claim:
    return Claim(
        id=f"claim-{number}",
        span=span,
        metric=f"第{number % 997}类示范场景数量",
        metric_spans=(Span(span.start, value.start - 2),),
        value=Decimal(number % 90 + 10),
        value_max=None,
        unit="个",
        comparator="eq",
        change="level",
        status="target" if number % 3 else "observed",
        value_span=value,
        value_text=f"{number % 90 + 10}个",
        year=2020 + number % 16,
        region="310000" if number % 2 else "330000",
        plan=plan,
    )


def stock(found: list[Result]) -> str:
    """The same graph as pyvis writes it by itself, its libraries inlined."""
    network = Network(directed=True, cdn_resources="in_line")
    graph = to_network(found)
    for name, label in graph.nodes(data="label"):
        network.add_node(name, label=label)
    for start, end in graph.edges():
        network.add_edge(start, end)
    return str(network.generate_html())


def measure(browser: Browser, file: Path, canvas: str) -> tuple[int, str, str, str]:
    """Bytes, milliseconds to the first picture, frames a second panned and zoomed; a dash where it was not reached."""
    size = file.stat().st_size
    view = browser.new_page(viewport={"width": 1600, "height": 1000}, offline=True)
    view.set_default_timeout(MOST * 1000)
    try:
        view.goto(file.as_uri(), wait_until="commit")
        view.wait_for_function(DRAWN, arg=canvas, polling=50)
        drawn = view.evaluate("new Promise(done => requestAnimationFrame(() => done(performance.now())))")
        panned, zoomed = (_frames(view, canvas, panned=panned) for panned in (True, False))
    except Error:
        return size, f"> {MOST} s", "–", "–"
    finally:
        view.close()
    return size, f"{drawn:,.0f} ms", f"{panned:.0f}", f"{zoomed:.0f}"


def _frames(view: Page, canvas: str, *, panned: bool) -> float:
    if view.locator("#map").count():
        view.evaluate("location.hash = '#dots=1'")
        canvas = "#dots"
    return float(view.locator(canvas).evaluate(FRAMES, panned))


def pages(found: list[Result], folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Name, file and canvas of each page of the results."""
    ours = folder / "graph.html"
    write_page(found, ours)
    yield "ours", ours, "#graph canvas"
    if sum(len(result.facts.claims) for result in found) <= STOCK_MOST:
        theirs = folder / "stock.html"
        theirs.write_text(stock(found), "utf-8", newline="\n")
        yield "stock pyvis", theirs, "#mynetwork canvas"


def main(sizes: list[int]) -> None:
    """Print one row for each size and page."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        sys.exit("no Chromium: install the package `chromium`")
    print("| facts | page | bytes | first picture | frames/s panned | zoomed |\n|---:|---|---:|---:|---:|---:|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for size in sizes:
            for name, file, canvas in pages(results(size), Path(folder)):
                size_bytes, first, panned, zoomed = measure(browser, file, canvas)
                print(f"| {size:,} | {name} | {size_bytes:,} | {first} | {panned} | {zoomed} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
