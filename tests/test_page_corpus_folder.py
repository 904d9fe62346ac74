"""The page over so many documents that its data lie in a folder beside it: written in a stream, shown by any server."""

from __future__ import annotations

import html
import json
import re
import threading
import zlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from kg.cli import main
from kg.model import Result
from kg.run import run
from kg.write.html import write_page
from kg.write.page import corpus_parts
from tests.browsing import Open, browser, listen, open_page
from tests.serving import Server, serving
from tests.test_page_corpus import CLAIMS, COUNT, corpus, document
from tests.two_documents import TWO_DOCUMENTS, made

__all__ = ["browser", "open_page"]

SMALL = 200_000
"""Bytes: less than a page with its data, more than one without."""


@pytest.fixture
def many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three documents to a part."""
    monkeypatch.setattr(corpus_parts, "RUN", 1300)


@pytest.fixture
def written(tmp_path: Path, many_parts: None) -> Path:
    file = tmp_path / "out" / "graph.html"
    file.parent.mkdir()
    assert write_page(iter(corpus()), file, largest=1000) == file.with_name("graph.data")
    return file


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at what the page asks for."""


@pytest.fixture
def site(written: Path) -> Iterator[str]:
    """A server of files, as anybody has one."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=written.parent)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/graph.html"
        server.shutdown()
        thread.join(5)


def visit(browser: Browser, url: str, noise: list[str]) -> Page:
    view = browser.new_context(viewport={"width": 1600, "height": 1000}).new_page()
    listen(view, noise)
    view.goto(url)
    view.wait_for_selector("html[data-ready]")
    return view


def test_the_size_decides(tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    assert write_page(iter(corpus()), file) is None
    single = file.read_bytes()
    assert "connect-src" not in single.decode()
    assert write_page(iter(corpus()), file, largest=len(single) + 1000) is None
    assert file.read_bytes() == single
    folder = write_page(iter(corpus()), file, largest=len(single) - 1000)
    assert folder
    assert "connect-src 'self'; " in html.unescape(file.read_text("utf-8"))
    assert len(file.read_bytes()) + sum(part.stat().st_size * 4 // 3 for part in folder.iterdir()) < len(single) + 1000


def test_a_folder_of_an_earlier_page_goes(tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    folder = write_page(iter(corpus()), file, largest=1000)
    assert folder
    (folder / "old.bin").write_bytes(b"")
    assert write_page(iter(corpus()), file, largest=1000) == folder
    assert not (folder / "old.bin").exists()
    assert write_page(iter(corpus()), file) is None
    assert not folder.exists()


def test_parts_are_named_by_what_they_hold(written: Path) -> None:
    parts = sorted(written.with_name("graph.data").iterdir())
    assert len(parts) == 1 + 3 * -(-COUNT // 3)
    assert all(re.fullmatch(r"(index|sentences|articles|turtle)-\d+-[0-9a-f]{12}\.bin", part.name) for part in parts)
    before = {part.name: part.read_bytes() for part in parts}
    other = [*corpus()[:-1], document(COUNT + 5)]
    write_page(iter(other), written, largest=1000)
    after = {part.name: part.read_bytes() for part in written.with_name("graph.data").iterdir()}
    same = before.keys() & after.keys()
    assert len(same) == len(before) - 3  # the texts are alike: index, last sentences, last Turtle differ
    assert all(before[name] == after[name] for name in same)


def test_it_is_written_while_it_is_read(tmp_path: Path, many_parts: None) -> None:
    file = tmp_path / "graph.html"
    seen: list[int] = []

    def reading() -> Iterator[Result]:
        for number in range(30):
            seen.append(sum(1 for _ in tmp_path.glob("graph.data/articles-*")))
            yield document(number)

    write_page(reading(), file, largest=1000)
    assert seen[COUNT:] == [number // 3 for number in range(COUNT, 30)]


def test_the_turtle_of_all_parts_is_that_of_all_documents(written: Path) -> None:
    parts = sorted(written.with_name("graph.data").glob("turtle-*"), key=lambda part: int(part.name.split("-")[1]))
    text = b"".join(zlib.decompress(part.read_bytes()) for part in parts).decode()
    assert re.findall("^# (doc-.*)$", text, re.MULTILINE) == [r.facts.document.id for r in corpus()]


def test_any_server_shows_it(browser: Browser, site: str) -> None:
    noise: list[str] = []
    view = visit(browser, site, noise)
    expect(view.locator("#list h2")).to_have_text(f"目标与数据 · {COUNT * CLAIMS}")
    view.locator("#claims tbody tr").nth(8).click()
    expect(view.locator("#article .m.on.core")).to_have_text("50个")
    expect(view.locator("#claims tr.on .q")).to_have_text("示范医院50个")
    view.keyboard.press("/")
    view.keyboard.type("建成智能")
    expect(view.locator("#list h2")).to_have_text(f"目标与数据 · {COUNT}")
    with view.expect_download() as waiting:
        view.locator("#download").click()
        view.locator("#ttl").click()
    assert "claim-" in Path(waiting.value.path()).read_text("utf-8")
    own = site.rpartition("/")[0]
    assert {line.removeprefix("request ").rpartition("/")[0] for line in noise} == {own, f"{own}/graph.data"}
    view.context.close()


def test_only_what_is_looked_at_is_loaded(browser: Browser, site: str) -> None:
    noise: list[str] = []
    view = visit(browser, site + "#id=doc-0000000000000007.3", noise)
    expect(view.locator("#article .m.on.core")).to_have_text("50个")
    expect(view.locator("#chart blockquote .q")).to_have_text("示范医院50个")
    assert len([line for line in noise if "articles-" in line]) == 1
    assert not [line for line in noise if "turtle-" in line]
    view.context.close()


def test_data_that_are_gone_are_told_in_words(browser: Browser, site: str, written: Path) -> None:
    view = visit(browser, site, [])
    for part in written.with_name("graph.data").glob("articles-*"):
        part.unlink()
    view.locator("#claims tbody tr").first.click()
    expect(view.get_by_role("alert")).to_contain_text("重新载入")
    for part in written.with_name("graph.data").glob("index-*"):
        part.unlink()
    view.reload()
    expect(view.get_by_role("alert")).to_contain_text("重新载入")
    view.context.close()


def test_from_disk_it_says_what_to_do(open_page: Open, written: Path) -> None:
    view = open_page(file=written)
    expect(view.locator("#ask")).to_contain_text("请在终端运行")
    expect(view.locator("#ask pre")).to_have_text(f"kg serve {written.parent}")
    assert Axe().run(view).response["violations"] == []


def test_from_disk_the_reader_can_hand_the_folder_over(open_page: Open, written: Path, tmp_path: Path) -> None:
    view = open_page(file=written, fragment="#document=doc-0000000000000003&lang=en")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("x")
    view.locator("#folder").set_input_files(other)
    expect(view.get_by_role("alert")).to_have_text("That folder does not hold the data of this page.")
    view.locator("#folder").set_input_files(written.with_name("graph.data"))
    expect(view.locator("#claims tbody tr")).to_have_count(CLAIMS)
    view.locator("#claims tbody tr").first.click()
    expect(view.locator("#article .m.on.core")).to_have_text("80%")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    out = made(tmp_path_factory.mktemp("serve") / "out", TWO_DOCUMENTS)
    write_page(iter(corpus()), out / "graph.html", largest=1000)
    (out / "graph.data" / "secret.txt").write_text("secret")
    (out / "graph.data" / "index-9-0123456789ab.bin").symlink_to(out / "graph.nq")
    with serving(out) as running:
        yield running


def test_kg_serve_shows_it(browser: Browser, server: Server) -> None:
    noise: list[str] = []
    view = visit(browser, server.url + "/graph", noise)
    view.locator("#claims tbody tr").nth(3).click()
    expect(view.locator("#article .m.on.core")).to_have_text("50个")
    assert [line for line in noise if not line.startswith(f"request {server.url}/graph")] == []
    view.context.close()


@pytest.mark.parametrize(
    "name",
    [
        "secret.txt",
        "..%2Fgraph.nq",
        "index-9-0123456789ab.bin",
        "index-0-000000000000.bin",
        "",
        "x/index-0-000000000000.bin",
    ],
)
def test_kg_serve_gives_nothing_but_parts(server: Server, name: str) -> None:
    assert server.get(f"/graph.data/{name}").status == 404


def test_kg_build_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for number in range(COUNT):
        (sources / f"{number}.txt").write_text(f"到2025年，示范医院达到{number + 10}个。", "utf-8")
    out = tmp_path / "out"
    monkeypatch.setattr(write_page, "__kwdefaults__", {"title": None, "largest": 1000})
    told = CliRunner().invoke(main, ["build", str(sources), "-o", str(out)])
    assert told.exit_code == 0, told.output
    assert "with its data it would pass 30 MB" in told.output
    listed = json.loads((out / "manifest.json").read_bytes())["files"]
    assert {f"graph.data/{part.name}" for part in (out / "graph.data").iterdir()} <= listed.keys()
    assert run([str(sources)], out).unchanged
    next((out / "graph.data").iterdir()).unlink()
    assert not run([str(sources)], out).unchanged
    monkeypatch.undo()
    (sources / "new.txt").write_text("到2025年，示范医院达到99个。", "utf-8")
    run([str(sources)], out)
    assert not (out / "graph.data").exists()
