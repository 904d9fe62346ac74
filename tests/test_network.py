"""The network of facts: what is a node, what hangs together, what a number looks like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import networkx as nx
import pytest

from kg.model import Block
from kg.write.network import amount, number, sections, to_network, when
from tests.page_facts import TEXT, article, claim, facts, result

PLAN = "plan-0000000000000001"
DOCUMENT = "doc-0000000000000001"


def test_every_fact_is_one_node_in_text_order() -> None:
    graph = to_network([result()])
    found = facts()
    expected = {DOCUMENT, PLAN, "region-310000"}
    for group in (found.organisations, found.events, found.goals, found.projects, found.claims):
        expected |= {thing.id for thing in group}
    assert set(graph) == expected
    assert [n for n in graph if n.startswith("claim")] == [c.id for c in found.claims]


def test_a_target_carries_indicator_value_and_year() -> None:
    graph = to_network([result()])
    assert graph.nodes["claim-0000000000000004"] == {
        "kind": "target",
        "label": "示范医院 50个 · 2035",
        "year": 2035,
        "unit": "个",
        "status": "target",
        "region": "310000",
    }


@pytest.mark.parametrize(
    ("start", "relation", "end"),
    [
        (DOCUMENT, "about", PLAN),
        (DOCUMENT, "reports", "event-0000000000000001"),
        ("event-0000000000000001", "organiser", "organisation-0000000000000001"),
        (PLAN, "region", "region-310000"),
        (PLAN, "sets", "claim-0000000000000001"),
        (PLAN, "goal", "goal-0000000000000001"),
        (PLAN, "launches", "project-0000000000000002"),
        ("goal-0000000000000002", "preparesFor", "goal-0000000000000003"),
        (DOCUMENT, "states", "claim-000000000000000a"),
    ],
)
def test_links(start: str, relation: str, end: str) -> None:
    assert to_network([result()]).has_edge(start, end, key=relation)


def test_the_region_all_claims_share_is_not_linked_to_each() -> None:
    other = replace(facts(), claims=(*facts().claims, claim(11, "智能车间", "智能车间200家", "200家", region="330100")))
    graph = to_network([result(other)])
    assert [start for start, _, key in graph.in_edges("region-330100", keys=True)] == ["claim-000000000000000b"]
    assert not [start for start in graph.predecessors("region-310000") if start.startswith("claim")]


def test_a_body_tied_to_a_region_only_is_mentioned_by_its_article() -> None:
    one = facts().organisations[0]
    bodies = tuple(replace(one, id=f"organisation-{n}", region="330100") for n in ("a", "b"))
    graph = to_network([result(replace(facts(), organisations=(*facts().organisations, *bodies)))])
    held = {end for _, end, key in graph.out_edges(DOCUMENT, keys=True) if key == "mentions"}
    assert held == {"organisation-a", "organisation-b", "region-330100"}, "a shared region hangs on neither body"
    assert nx.number_weakly_connected_components(graph) == 1


def test_two_articles_on_one_plan_meet_in_it() -> None:
    second = replace(facts(), document=replace(facts().document, id="doc-0000000000000002"), claims=())
    graph = to_network([result(), result(second)])
    assert {start for start in graph.predecessors(PLAN) if start.startswith("doc")} == {
        DOCUMENT,
        "doc-0000000000000002",
    }
    assert nx.number_weakly_connected_components(graph) == 1


def test_the_same_results_give_the_same_graph_and_stay_as_they_are() -> None:
    one = result()
    first, second = to_network([one]), to_network([one])
    assert list(first.edges(keys=True)) == list(second.edges(keys=True))
    assert one == result()


def test_it_can_be_written_as_graphml() -> None:
    graph = to_network([result()])
    read = nx.parse_graphml("".join(nx.generate_graphml(graph)), force_multigraph=True)
    assert list(read.nodes(data=True)) == list(graph.nodes(data=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("80", "80"),
        ("80.50", "80.5"),
        ("100000000", "1亿"),
        ("1500000000", "15亿"),
        ("121000", "12.1万"),
        ("2000000000000", "2万亿"),
        ("1234567000000", "12,345.67亿"),
        ("123456", "123,456"),
        ("0", "0"),
        ("-3000000", "-300万"),
        ("1E+9", "10亿"),
    ],
)
def test_number(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "80%"),
        ({"comparator": "gt"}, ">80%"),
        ({"comparator": "ge", "change": "increase_to"}, "增至 ≥80%"),
        ({"comparator": "range", "value_max": Decimal(85)}, "80–85%"),
        ({"change": "decrease_by"}, "下降 80%"),
        ({"change": "multiple", "unit": "", "value": Decimal(2)}, "2倍"),
    ],
)
def test_amount(fields: dict[str, object], text: str) -> None:
    assert amount(claim(1, "规上工业企业上云比例", "规上工业企业上云比例达到80%", "80%", **fields)) == text


def test_when_is_a_year_a_period_or_nothing() -> None:
    one = facts().claims[0]
    assert when(one) == "2035"
    assert when(replace(one, year=None, period=(2021, 2025))) == "2021–2025"
    assert when(replace(one, year=None)) == ""


def test_long_articles_are_divided_by_their_headings() -> None:
    first, second = TEXT.index("《规划》明确"), TEXT.index("城市感知")
    blocks = (Block(first, first + 4, "heading", 2), Block(second, second + 4, "heading", 2))
    read = replace(article(), blocks=blocks)
    many = replace(facts(), claims=facts().claims * 2)
    assert {head.start for head in sections(read, many).values()} == {first, second}
    assert sections(read, facts()) == {}, "a short article needs no sections"
    graph = to_network([result(many, read)])
    assert sorted(d["label"] for _, d in graph.nodes(data=True) if d["kind"] == "section") == ["《规划》", "城市感知"]
    assert graph.has_edge(f"section-0000000000000001-{second}", "claim-0000000000000008", key="sets")
