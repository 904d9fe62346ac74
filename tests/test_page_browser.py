"""The page in a real browser: click anywhere, see it everywhere."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from kg.model import Article, Block, Facts, Result, Sourced, Span
from tests.browsing import HOSPITAL, PLAN, Open, assert_all_show, browser, chosen, in_view, mark, open_page, row, spot
from tests.page_facts import TEXT, article, claim, facts, result

__all__ = ["browser", "open_page"]


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
    expect(view.locator("#facts .overlap")).to_contain_text("1 / 2")
    view.get_by_role("button", name="看下一条").click()
    assert chosen(view) == seen[1]
    row(view, "智能车间").click()
    expect(view.locator("#facts .overlap")).to_have_count(0)


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


def test_several_articles_stand_below_each_other(open_page: Open) -> None:
    second = replace(
        facts(), document=replace(facts().document, id="doc-0000000000000002", title=Sourced("第二篇")), claims=()
    )
    view = open_page([result(), result(second)])
    assert view.locator("#text article h3").all_text_contents() == ["青浦湾数字化规划公布（图解）", "第二篇"]
    row(view, "示范医院").click()
    expect(view.locator("#facts .evidence small").first).to_contain_text("青浦湾数字化规划公布")


def test_an_article_without_facts_can_be_read(open_page: Open) -> None:
    empty = Facts(document=facts().document)
    view = open_page([Result(Article("x.txt", TEXT, article().blocks), empty, ())])
    expect(view.locator("#text")).to_contain_text("支撑全市转型")
    expect(view.locator("#timeline")).to_be_hidden()
    table, graph = view.locator("#table").bounding_box(), view.locator("#graph-pane").bounding_box()
    assert table
    assert graph
    assert table["width"] == graph["width"], "no room is kept for a timeline without figures"


def test_a_long_sentence_is_cut_at_commas(open_page: Open) -> None:
    words = "，".join(f"第{n}项工作按照年度安排有序推进" for n in range(12))
    text = f"{words}，建成智能车间200家，{words}。"
    start = text.index("建成")
    one = claim(1, "智能车间", "建成智能车间200家", "200家")
    shift = start - one.span.start
    moved = replace(
        one,
        span=Span(start, one.span.end + shift),
        value_span=Span(one.value_span.start + shift, one.value_span.end + shift),
        metric_spans=(),
        time_span=None,
    )
    read = Article("x.txt", text, (Block(0, len(text)),))
    view = open_page([Result(read, Facts(document=facts().document, claims=(moved,)), ())], fragment=f"#id={one.id}")
    shown = view.locator("#facts .evidence button span").first.text_content() or ""
    assert shown.startswith("…第")
    assert shown.endswith("有序推进…")
    assert 80 < len(shown) < 140


def test_what_goes_without_saying_is_not_said(open_page: Open) -> None:
    view = open_page(fragment=f"#id={HOSPITAL}")
    assert not {"精确值", "比较", "变化"} & set(view.locator("#facts dt").all_text_contents())
    row(view, "城市感知终端").click()
    assert {"精确值", "比较"} <= set(view.locator("#facts dt").all_text_contents())
