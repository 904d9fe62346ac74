"""The page over many documents, in a real browser, driven as a person drives it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree

import pytest
import rdflib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kg.model import Block, Claim, Result, Sourced
from kg.write.html import MOST_ARTICLES, write_page
from tests.browsing import PAYLOADS, Open, browser, chosen, in_view, open_page
from tests.page_facts import BASE, facts, result

__all__ = ["browser", "open_page"]

COUNT = MOST_ARTICLES + 2
CLAIMS = 5
HOSPITAL, OBSERVED = 3, 9
"""Places among the claims of `page_facts`: a target, and what was observed."""

Show: TypeAlias = Callable[..., Page]


def corpus(bad: str = "", count: int = COUNT) -> list[Result]:
    """More articles than are shown in full; every second one of another province, each a year later."""
    return [document(number, bad) for number in range(count)]


def document(number: int, bad: str = "") -> Result:
    """An article with four targets and one observation of the year before; its hospitals are 50, 51, 52 …"""
    known = facts()
    picked = [*known.claims[:4], known.claims[OBSERVED]]
    claims = tuple(varied(claim, number, bad) for claim in picked)
    about = replace(known.document, id=f"doc-{number:016x}", title=Sourced(bad or f"第{number}篇"))
    plan = replace(known.plans[0], title=bad or ("青浦湾市数字化发展“十四五”规划" if number % 2 else "临港县规划"))
    return result(replace(known, document=about, plans=(plan,), claims=claims))


def varied(claim: Claim, number: int, bad: str) -> Claim:
    year = 2020 + number - (claim.status == "observed")
    claim = replace(
        claim, id=f"claim-{number:08x}{claim.id[-8:]}", region="310000" if number % 2 else "330000", year=year
    )
    if claim.metric == "示范医院":
        claim = replace(claim, value=Decimal(50 + number))
    return replace(claim, metric=bad, unit=bad) if bad else claim


@pytest.fixture
def show(open_page: Open, tmp_path: Path) -> Show:
    """Opens the page of a corpus from disk, network off."""

    def show_one(results: list[Result] | None = None, fragment: str = "", **options: Any) -> Page:
        file = tmp_path / "graph.html"
        if results or not file.exists():
            assert write_page(iter(results or corpus()), file, BASE) is None
        return open_page(file=file, fragment=fragment, **options)

    return show_one


def rows(view: Page) -> Any:
    return view.locator("#claims tbody tr")


def total(view: Page, count: int) -> None:
    expect(view.locator("#list h2")).to_have_text(f"目标与数据 · {count}")


def test_few_articles_are_shown_in_full_and_many_as_a_corpus(tmp_path: Path) -> None:
    for count, is_corpus in ((3, False), (COUNT, True)):
        file = tmp_path / f"{count}.html"
        assert write_page(iter(corpus(count=count)), file) is None
        assert ('class="corpus"' in file.read_text("utf-8")) == is_corpus
        assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_same_results_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_page(iter(corpus()), tmp_path / f"{name}.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_map_counts_and_filters(show: Show) -> None:
    view = show()
    view.locator("#map").get_by_role("button", name="地区", exact=True).click()
    cell = view.get_by_role("button", name="上海市 2021 4")
    cell.click()
    total(view, 4)
    expect(rows(view).first).to_contain_text("第1篇")
    expect(cell).to_have_attribute("aria-pressed", "true")
    cell.click()
    total(view, COUNT * CLAIMS)


def test_the_map_crosses_regions_with_topics(show: Show) -> None:
    view = show()
    view.locator("#map").get_by_role("button", name="地区", exact=True).click()
    view.get_by_role("group", name="列").get_by_role("button", name="主题").click()
    view.get_by_role("button", name=f"上海市 卫生健康 {COUNT // 2}").click()
    total(view, COUNT // 2)
    expect(rows(view).first).to_contain_text("示范医院")


@pytest.mark.parametrize(
    ("facet", "word", "count"),
    [
        ("region", "浙江省", COUNT // 2 * CLAIMS),
        ("topic", "卫生健康", COUNT),
        ("year", "2020", 5),
        ("status", "现状", COUNT),
        ("unit", "个", 2 * COUNT),
    ],
)
def test_a_filter_counts_what_it_leaves(show: Show, facet: str, word: str, count: int) -> None:
    view = show()
    chip = view.locator(f"#filter-{facet} button", has_text=word).first
    expect(chip.locator("data")).to_have_text(str(count))
    chip.click()
    total(view, count)
    expect(chip).to_have_attribute("aria-pressed", "true")
    assert view.evaluate("document.activeElement.textContent").startswith(word)
    view.get_by_role("button", name="清除筛选").click()
    total(view, COUNT * CLAIMS)


def test_filters_count_with_each_other(show: Show) -> None:
    view = show()
    view.locator("#filter-unit button", has_text="个").click()
    expect(view.locator("#filter-topic button")).to_have_text([f"卫生健康{COUNT}", f"城乡建设{COUNT}"])
    expect(view.locator("#filter-unit button", has_text="%").locator("data")).to_have_text(str(COUNT * 2))


def test_an_indicator_is_compared_and_each_point_leads_to_its_words(show: Show) -> None:
    view = show()
    view.locator("#chart .chips").get_by_role("button", name="示范医院").click()
    points = view.locator("#chart circle.mark")
    expect(points).to_have_count(COUNT)
    point = view.get_by_role("button", name="上海市 53个 2023 目标")
    point.focus()
    view.keyboard.press("Enter")
    expect(view.locator("#chart blockquote .q")).to_have_text("示范医院50个")
    assert chosen(view) == "doc-0000000000000003.3"
    core = view.locator("#article .m.on.core")
    expect(core).to_have_text("50个")
    assert in_view(core, view.locator("#article"))


def test_points_in_one_place_take_turns(show: Show) -> None:
    same = document(3)
    other = replace(same.facts.document, id="doc-00000000000000ff", title=Sourced("另一篇"))
    view = show([*corpus(), replace(same, facts=replace(same.facts, document=other))], "#metric=示范医院")
    point = view.get_by_role("button", name="上海市 53个 2023 目标").last
    seen = []
    for _ in range(3):
        point.click()
        seen.append(view.locator("#article h3").text_content())
    assert seen == ["另一篇", "第3篇", "另一篇"]


def test_what_is_observed_without_a_region_is_paired_within_its_article(show: Show) -> None:
    nowhere = [
        with_claims(replace(r, facts=replace(r.facts, plans=())), lambda c: replace(c, region=None, plan=None))
        for r in corpus()
    ]
    view = show(nowhere, "#metric=规上工业企业上云比例")
    expect(view.locator("#chart .pairs .name")).to_have_text([f"第{number}篇" for number in range(COUNT)])


def test_what_was_observed_later_is_no_beginning(show: Show) -> None:
    late = [with_claims(r, lambda c: replace(c, year=2050) if c.status == "observed" else c) for r in corpus()]
    view = show(late, "#metric=规上工业企业上云比例")
    expect(view.locator("#chart circle")).to_have_count(2 * COUNT)
    expect(view.locator("#chart .pairs")).to_have_count(0)


def test_overlapping_words_take_turns(show: Show) -> None:
    thrice = [replace(r, facts=replace(r.facts, claims=(r.facts.claims[HOSPITAL],) * 3)) for r in corpus()]
    view = show(thrice, "#id=doc-0000000000000001.0")
    seen = []
    for _ in range(4):
        view.locator("#article .m", has_text=re.compile("^50个$")).click()
        seen.append(chosen(view))
    assert seen == [f"doc-0000000000000001.{n}" for n in (1, 2, 0, 1)]


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [("年份", "第0篇", "第13篇"), ("文章", "第0篇", "第9篇"), ("地区", "第1篇", "第0篇")],
)
def test_a_head_sorts_the_list(show: Show, head: str, first: str, last: str) -> None:
    view = show(fragment="#status=target&unit=家")
    button = view.locator("#claims thead").get_by_role("button", name=head)
    button.click()
    expect(view.locator("#claims th[aria-sort=ascending]")).to_contain_text(head)
    expect(rows(view).first).to_contain_text(first)
    button.click()
    expect(rows(view).first).to_contain_text(last)
    assert "sort=-" in view.evaluate("location.hash")


def test_values_are_sorted_within_their_unit(show: Show) -> None:
    view = show(fragment="#sort=-value&metric=示范医院")
    assert [row.text_content() for row in rows(view).locator(".n").all()] == [
        f"{50 + n}个" for n in reversed(range(COUNT))
    ]


def with_claims(made: Result, change: Callable[[Claim], Claim]) -> Result:
    """With each of its claims changed."""
    return replace(made, facts=replace(made.facts, claims=tuple(map(change, made.facts.claims))))


def renamed(made: Result, place: int, metric: str) -> Result:
    """With another indicator for one of its claims."""
    claims = list(made.facts.claims)
    claims[place] = replace(claims[place], metric=metric)
    return replace(made, facts=replace(made.facts, claims=tuple(claims)))


def test_units_are_never_in_one_panel(show: Show) -> None:
    mixed = [renamed(document(number), 1 if number % 3 else HOSPITAL, "甲") for number in range(COUNT)]
    view = show(mixed, "#metric=甲")
    panels = view.locator("#chart svg.plot:has(.trend), #chart svg.plot:has(circle)")
    expect(panels).to_have_count(2)
    assert [panel.locator(".plot-head").text_content() for panel in panels.all()] == ["家", "个"]
    assert [panel.locator("circle").count() for panel in panels.all()] == [9, 5]


def test_what_is_observed_stands_beside_what_is_aimed_at(show: Show) -> None:
    view = show(fragment="#metric=规上工业企业上云比例")
    pairs = view.locator("#chart .pairs svg")
    expect(pairs.locator(".name")).to_have_text(["浙江省", "上海市"])
    expect(pairs.locator(".small")).to_have_text(["46 · 2031", "80 · 2032", "46 · 2032", "80 · 2033"])


def test_the_overview_counts_each_unit_by_itself(show: Show) -> None:
    view = show()
    small = view.locator("#chart .multiple")
    expect(small).to_have_count(3)
    small.nth(2).click()
    total(view, COUNT)
    expect(view.locator("#filter-unit button[aria-pressed=true]")).to_have_text(f"家{COUNT}")


def test_a_row_opens_its_article(show: Show) -> None:
    view = show()
    rows(view).nth(8).click()
    expect(view.locator("#article h3")).to_have_text("第1篇")
    expect(view.locator("#article .figure")).to_have_text("51个 · 2021")
    expect(view.locator("#article .warn")).to_have_text("原文写 2021 年，规划期为 2021–2025 年")
    expect(view.locator("#figures tbody tr")).to_have_count(CLAIMS)
    expect(view.locator("#figures tr.on")).to_contain_text("示范医院")
    assert {mark.text_content() for mark in view.locator("#article .m.on.hit").all()} == {
        "到2035年",
        "示范医院",
        "50个",
    }
    view.locator("#figures tbody tr", has_text="智能车间").click()
    expect(view.locator("#article .m.on.core")).to_have_text("200家")
    expect(view.locator("#claims tr.on")).to_contain_text("智能车间")


@pytest.mark.parametrize(("url", "shown"), [("https://news.example/a?b=1", 1), ("javascript:window.hit=1", 0), ("", 0)])
def test_the_article_links_to_where_it_stands(show: Show, url: str, shown: int) -> None:
    linked = [
        replace(r, facts=replace(r.facts, document=replace(r.facts.document, url=Sourced(url) if url else None)))
        for r in corpus()
    ]
    view = show(linked, "#id=doc-0000000000000001.3")
    expect(view.locator("#article .figure")).to_be_visible()
    expect(view.locator(f'#article a[href="{url}"]')).to_have_count(shown)
    expect(view.locator("#article a")).to_have_count(shown)


def test_a_mark_in_the_text_picks_its_figure(show: Show) -> None:
    view = show()
    rows(view).first.click()
    view.locator("#article .m", has_text=re.compile("^100个$")).click()
    expect(view.locator("#claims tr.on")).to_contain_text("数字生活街区")


def test_a_plan_opens_on_its_articles(show: Show) -> None:
    view = show()
    view.locator(".plans button", has_text="临港县规划").click()
    total(view, 4 * COUNT // 2)
    expect(view.locator("#article .plan-head")).to_contain_text("临港县规划")
    expect(view.locator("#article h3")).to_have_text("第0篇")
    expect(view.locator("#article .m")).not_to_have_count(0)
    view.locator(".plan-head .chips button", has_text="第4篇").click()
    expect(view.locator("#article h3")).to_have_text("第4篇")
    view.get_by_role("button", name="关闭").last.click()
    total(view, COUNT * CLAIMS)


def lengthened(made: Result) -> Result:
    """With four more paragraphs at the end."""
    end = len(made.article.text)
    more = tuple(Block(end + 1 + 3 * i, end + 3 + 3 * i) for i in range(4))
    article = replace(made.article, text=made.article.text + "\n尾段" * 4, blocks=made.article.blocks + more)
    return replace(made, article=article)


def test_the_text_is_cut_to_the_surroundings_until_asked_for(show: Show) -> None:
    view = show([lengthened(document(number)) for number in range(COUNT)])
    rows(view).first.click()
    expect(view.locator("#article .text p")).to_have_count(3)
    view.get_by_role("button", name="看全文").click()
    expect(view.locator("#article .text p")).to_have_count(8)
    expect(view.locator("#article .text p").last).to_have_text("尾段")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("第3篇", CLAIMS),
        ("医院", COUNT),
        ("临港", COUNT // 2 * 4),
        ("新闻办", COUNT * CLAIMS),
        ("建成智能", COUNT),
        ("上海", COUNT // 2 * CLAIMS),
        ("没有", 0),
    ],
)
def test_search_goes_over_everything(show: Show, words: str, count: int) -> None:
    """Article, indicator, plan, body, sentence, region."""
    view = show()
    view.keyboard.press("/")
    view.keyboard.type(words)
    total(view, count)
    view.keyboard.press("Escape")
    total(view, COUNT * CLAIMS)


def test_a_suggestion_is_a_filter(show: Show) -> None:
    view = show()
    view.keyboard.press("/")
    view.keyboard.type("新闻办")
    option = view.get_by_role("option", name="青浦湾市政府新闻办 机构")
    expect(option).to_be_visible()
    view.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    view.keyboard.press("Enter")
    expect(view.locator("#list .limits button")).to_have_text("青浦湾市政府新闻办 ✕")
    view.locator("#list .limits button").click()
    expect(view.locator("#list .limits button")).to_have_count(0)


def test_the_address_reopens_the_same_view(show: Show) -> None:
    view = show()
    view.locator("#map").get_by_role("button", name="地区", exact=True).click()
    view.get_by_role("button", name="上海市 2021 4").click()
    view.locator("#theme").click()
    rows(view).nth(2).click()
    again = show(fragment=view.evaluate("location.hash"))
    total(again, 4)
    expect(again.locator("html")).to_have_attribute("data-theme", "dark")
    expect(again.locator("#claims tr.on")).to_contain_text("数字生活街区")
    expect(again.locator("#article .m.on.core")).to_have_text("100个")


def test_back_unpicks(show: Show) -> None:
    view = show()
    rows(view).first.click()
    expect(view.locator("#article .figure")).to_be_visible()
    view.go_back()
    expect(view.locator("#article .figure")).to_have_count(0)


@pytest.mark.parametrize(
    "fragment",
    [
        "#id=doc-0.99999&region=%27&year=-1&metric=<b>",
        "#id=.1&unit=constructor&rows=topic&across=topic&query=%00",
        "#document=__proto__&lang=xx",
    ],
)
def test_a_broken_address_does_no_harm(show: Show, fragment: str) -> None:
    view = show(fragment=fragment)
    expect(view.locator("#map .heat")).to_be_visible()


def test_every_figure_is_a_dot(show: Show) -> None:
    view = show()
    view.get_by_role("button", name="点阵").click()
    dots = view.locator("#dots")
    frame = dots.bounding_box()
    assert frame
    before = dots.screenshot()
    view.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + 60)
    view.mouse.wheel(0, -300)
    view.wait_for_timeout(100)
    assert dots.screenshot() != before
    view.get_by_role("button", name="全图").click()
    view.wait_for_timeout(100)
    assert dots.screenshot() == before
    dots.focus()
    view.keyboard.press("0")
    view.wait_for_timeout(100)
    before = dots.screenshot()
    view.keyboard.press("ArrowRight")
    view.wait_for_timeout(100)
    assert dots.screenshot() != before


def test_a_dot_picks_its_figure(show: Show) -> None:
    view = show(fragment="#dots=1&document=doc-0000000000000005")
    frame = view.locator("#dots").bounding_box()
    assert frame
    found = None
    for share in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        view.mouse.click(frame["x"] + frame["width"] * share, frame["y"] + 32)
        found = found or chosen(view)
    assert found
    assert found.startswith("doc-0000000000000005.")


def test_csv_of_what_is_listed(show: Show) -> None:
    view = show(fragment="#region=310000&year=2021&status=target")
    table = list(csv.DictReader(io.StringIO(download(view, "csv").decode("utf-8-sig"))))
    assert download(view, "csv").startswith("\ufeff".encode())
    assert [row["title"] for row in table] == ["第1篇"] * 4
    span = facts().claims[HOSPITAL].span
    expected = {
        "id": "claim-0000000100000004",
        "metric": "示范医院",
        "amount": "51个",
        "value": "51",
        "unit": "个",
        "comparator": "eq",
        "change": "level",
        "status": "target",
        "year": "2021",
        "region": "上海市",
        "topic": "卫生健康",
        "plan": "青浦湾市数字化发展“十四五”规划",
        "flags": "原文写 2021 年，规划期为 2021–2025 年",
        "quote": "示范医院50个",
        "source": "data/青浦湾.txt",
        "start": str(span.start),
        "end": str(span.end),
        "title": "第1篇",
    }
    assert {key: value for key, value in table[3].items() if value} == expected


def test_a_formula_in_the_csv_is_text(show: Show) -> None:
    view = show(corpus("=HYPERLINK(1)"))
    cells = next(csv.DictReader(io.StringIO(download(view, "csv").decode("utf-8-sig"))))
    assert cells["metric"] == "'=HYPERLINK(1)"


def test_the_chart_as_a_drawing_and_as_a_picture(show: Show) -> None:
    view = show(fragment="#metric=示范医院")
    drawing = ElementTree.fromstring(download(view, "svg"))
    space = "{http://www.w3.org/2000/svg}"
    marks = list(drawing.iter(space + "circle"))
    assert len(marks) == COUNT
    assert all(mark.get("fill", "").startswith("rgb") for mark in marks)
    assert "示范医院" in {text.text for text in drawing.iter(space + "text")}
    picture = download(view, "png")
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == 2 * int(drawing.get("width", "0"))


def test_turtle_of_what_is_listed(show: Show) -> None:
    view = show(fragment="#document=doc-0000000000000002&status=target")
    graph = rdflib.Graph().parse(data=download(view, "ttl").decode())
    whole = rdflib.Graph()
    for triple in document(2).triples:
        thing = (
            rdflib.URIRef(triple.object)
            if not triple.is_literal
            else rdflib.Literal(triple.object, lang=triple.language)
        )
        whole.add((rdflib.URIRef(triple.subject), rdflib.URIRef(triple.predicate), thing))
    claims = {claim.id for claim in document(2).facts.claims if claim.status == "target"}
    assert {str(s).removeprefix(BASE) for s in graph.subjects() if "claim" in str(s)} == claims
    assert set(graph) <= set(whole)
    assert list(graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact")))


def test_turtle_of_the_picked_figure(show: Show) -> None:
    view = show(fragment="#id=doc-0000000000000002.3")
    graph = rdflib.Graph().parse(data=download(view, "ttl").decode())
    assert {str(s).removeprefix(BASE) for s in graph.subjects() if "claim" in str(s)} == {"claim-0000000200000004"}


def download(view: Page, kind: str) -> bytes:
    view.locator("#download").click()
    with view.expect_download() as waiting:
        view.locator("#" + kind).click()
    return Path(waiting.value.path()).read_bytes()


def test_everything_is_reached_by_keyboard(show: Show) -> None:
    view = show(fragment="#id=doc-0000000000000003.3")
    reached = set()
    for _ in range(90):
        view.keyboard.press("Tab")
        reached.add(
            view.evaluate("document.activeElement.closest('.pane, .search, .tools')?.id || document.activeElement.id")
        )
    assert {"filters", "map", "list", "chart", "article"} <= reached
    view.locator("#claims tr.on button").focus()
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    assert chosen(view) == "doc-0000000000000003.4"


def test_escape_clears(show: Show) -> None:
    view = show(fragment="#region=310000&id=doc-0000000000000001.1")
    view.keyboard.press("Escape")
    total(view, COUNT * CLAIMS)
    assert chosen(view) is None


def test_on_a_phone_one_pane_at_a_time(show: Show) -> None:
    view = show(viewport={"width": 400, "height": 800}, has_touch=True)
    assert view.evaluate("document.documentElement.scrollWidth") == 400
    for tab, pane in (("指标比较", "chart"), ("表格", "list"), ("筛选", "filters")):
        view.get_by_role("tab", name=tab).tap()
        expect(view.locator(f"#{pane}")).to_be_visible()
        assert [p.get_attribute("id") for p in view.locator(".pane").all() if p.is_visible()] == [pane]
    view.get_by_role("tab", name="表格").tap()
    rows(view).nth(3).tap()
    expect(view.locator("#article .m.on.core")).to_be_visible()
    expect(view.locator("#list")).to_be_hidden()


def test_it_prints_what_is_found(show: Show) -> None:
    view = show(fragment="#region=310000&year=2021&id=doc-0000000000000001.3&theme=dark")
    view.emulate_media(media="print")
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(view.locator("#list")).to_be_visible()
    expect(view.locator("#chart svg").first).to_be_visible()
    expect(view.locator("#article .text")).to_be_visible()
    expect(view.locator(".tools")).to_be_hidden()
    expect(view.locator("#filters")).to_be_hidden()
    assert view.locator("#rows").evaluate("e => getComputedStyle(e).overflow") == "visible"
    chart, article = view.locator("#chart").bounding_box(), view.locator("#article").bounding_box()
    assert chart
    assert article
    assert article["y"] - chart["y"] - chart["height"] < 40


@pytest.mark.parametrize("bad", PAYLOADS)
def test_nothing_hostile_runs(show: Show, bad: str) -> None:
    view = show(corpus(bad))
    rows(view).first.click()
    for button in view.locator("#map .segments button").all():
        button.click()
    view.keyboard.press("/")
    view.keyboard.type(bad[:6])
    assert view.evaluate("window.hit") is None
    assert view.evaluate("document.querySelectorAll('script:not([type])').length") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "fragment"),
    [
        (1600, ""),
        (1600, "#metric=示范医院&dots=1"),
        (400, "#pane=list"),
        (400, "#pane=article&id=doc-0000000000000003.3"),
        (400, "#pane=chart"),
    ],
)
def test_axe_finds_nothing(show: Show, scheme: str, width: int, fragment: str) -> None:
    view = show(fragment=fragment, color_scheme=scheme, viewport={"width": width, "height": 900})
    if width == 1600:
        rows(view).first.click()
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:90] for n in v["nodes"]][:3]) for v in found] == []


def test_english(show: Show) -> None:
    view = show()
    view.get_by_role("button", name="English").click()
    view.locator("#map").get_by_role("button", name="Region", exact=True).click()
    expect(view.locator("#map")).to_contain_text("Shanghai")
    expect(view.locator("#filter-topic")).to_contain_text("Health")
