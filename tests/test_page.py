"""The page as a text: its layouts, its JSON, its policy, its size, the same bytes twice. No browser needed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.model import Article, Result, Triple
from kg.write.html import LAYOUTS, page
from kg.write.network import to_network
from kg.write.page.card import MOST_LINES, Card, card, ems, wrap
from kg.write.page.data import cards, nodes
from kg.write.page.shell import to_json
from kg.write.page.turtle import statements
from tests.page_facts import TEXT, claim, facts, result


class Parts(HTMLParser):
    """Scripts, styles and the policy of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.policy = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        if tag == "style":
            self.styles.append("")
        if tag == "meta" and dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs)["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        if self._open == "style":
            self.styles[-1] += data

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(next(text for attrs, text in self.scripts if attrs.get("id") == "data"))
        return found


def crowd(count: int) -> Result:
    """The article with many more claims, indicators of different lengths and years."""
    one = facts().claims[0]
    more = tuple(
        replace(
            one,
            id=f"claim-{i:016x}",
            metric="规上工业企业上云比例" * (1 + i % 4),
            year=2020 + i % 16 if i % 7 else None,
        )
        for i in range(100, 100 + count)
    )
    return result(replace(facts(), claims=(*facts().claims, *more)))


def overlapping(places: Mapping[str, tuple[int, int]], sizes: Mapping[str, Card]) -> list[tuple[str, str]]:
    def meet(a: str, b: str) -> bool:
        (ax, ay), (bx, by) = places[a], places[b]
        wide, high = (sizes[a].width + sizes[b].width) / 2, (sizes[a].height + sizes[b].height) / 2
        return abs(ax - bx) < wide and abs(ay - by) < high

    return [(a, b) for a, b in combinations(places, 2) if meet(a, b)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [0, 30, 150])
def test_no_two_cards_overlap(layout: str, count: int) -> None:
    one = crowd(count)
    graph = to_network([one])
    sizes = cards(nodes([one], graph))
    places = LAYOUTS[layout](graph, sizes)
    assert set(places) == set(graph)
    assert overlapping(places, sizes) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_take_any_graph(layout: str) -> None:
    for links in ([], [("a", "b"), ("b", "a"), ("c", "c")]):
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(links)
        nx.set_node_attributes(graph, dict.fromkeys(graph, "figure"), "kind")
        sizes = {name: card("指标", "50个") for name in graph}
        assert set(LAYOUTS[layout](graph, sizes)) == set(graph)


@pytest.mark.parametrize("text", ["短", "规上工业企业上云比例" * 9, "a" * 200, "，" * 60, "  ", "🌊" * 40])
def test_cards_hold_their_words(text: str) -> None:
    lines = wrap(text, 14)
    assert 1 <= len(lines) <= MOST_LINES
    assert max(map(ems, lines)) <= 14
    assert card(text).width >= max(map(ems, lines)) * 13


def test_words_are_not_lost_when_they_fit() -> None:
    text = "对标一流标准、建成国际领先的数字化滨海名城"
    assert "".join(wrap(text, 14)) == text


def test_only_named_scripts_and_styles_may_run() -> None:
    parts = Parts(page([result()]))
    hashes = re.findall(r"'sha256-([^']+)'", parts.policy)
    digests = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in [t for attrs, t in parts.scripts if attrs.get("type") != "application/json"] + parts.styles
    ]
    assert hashes == digests
    assert parts.policy.startswith("default-src 'none'")
    assert "unsafe" not in parts.policy
    assert "http" not in parts.policy


def test_nothing_is_loaded_and_nothing_stands_in_attributes() -> None:
    parts = Parts(page([result()]))
    for tag, attributes in parts.tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style"}]


def test_an_article_stays_under_a_megabyte() -> None:
    assert len(page([crowd(300)]).encode()) < 1_000_000


def test_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.page_facts import result; from kg.write.html import page;"
        "sys.stdout.buffer.write(page([result()]).encode())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {page([result()]).encode()}


@pytest.mark.parametrize("text", ["</script><script>x", "<!--<script>", "a\u2028b\u2029", "\ud800", "&amp;", '"\\'])
def test_json_cannot_leave_its_element(text: str) -> None:
    written = to_json({text: text})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
    assert json.loads(written) == {text: text}


def test_marks_point_at_the_words() -> None:
    parts = Parts(page([result()]))
    marks = parts.data["nodes"]["claim-0000000000000008"]["marks"]
    assert {(role, TEXT[start:end]) for _, start, end, role in marks} == {
        ("metric", "城市感知终端"),
        ("value", "超过1亿个"),
        ("time", "到2035年"),
        ("quote", "城市感知终端超过1亿个"),
    }


def test_flags_are_said_in_words() -> None:
    data = Parts(page([result()])).data
    (flag,) = data["nodes"]["claim-0000000000000001"]["flags"]
    assert data["flags"][flag][:2] == [
        "原文写 2035 年，规划期为 2021–2025 年",
        "The text says 2035; the plan runs 2021–2025",
    ]


def test_a_flag_without_words_stands_for_itself() -> None:
    odd = replace(facts(), claims=(claim(1, "智能车间", "智能车间200家", "200家", flags=("new-kind",)),))
    assert Parts(page([result(odd)])).data["nodes"]["claim-0000000000000001"]["flags"] == ["new-kind"]


def test_english_labels_come_from_the_triples() -> None:
    assert Parts(page([result()])).data["nodes"]["plan-0000000000000001"]["en"] == "Digital plan of Qingpu Bay"


def test_a_page_of_nothing_is_a_page() -> None:
    assert Parts(page([])).data["nodes"] == {}


def test_title_replaces_the_heading() -> None:
    assert "<title>甲 &amp; 乙</title>" in page([result()], title="甲 & 乙")


def test_broken_characters_do_not_stop_the_page() -> None:
    bad = Article("坏\ud800.txt", "字\ud800" + TEXT, ())
    page([replace(result(), article=bad)], title="题\ud800").encode()


def test_statements_are_the_triples() -> None:
    triples = [
        Triple(
            "https://w3id.org/govplan/id/a",
            "http://www.w3.org/2000/01/rdf-schema#label",
            '引"号\\与\n行',
            language="zh",
        ),
        Triple(
            "https://w3id.org/govplan/id/a", "https://x.example/p/q", "12.5", "http://www.w3.org/2001/XMLSchema#decimal"
        ),
        Triple(
            "https://w3id.org/govplan/id/a", "https://x.example/p/q", "text", "http://www.w3.org/2001/XMLSchema#string"
        ),
        Triple("https://w3id.org/govplan/id/a", "https://x.example/p/q", "https://y.example/a(b)?c=1&d=%20#e-"),
        Triple("https://w3id.org/govplan/id/a", "https://x.example/p/q", "https://y.example/-1"),
        Triple("https://w3id.org/govplan/id/a", "https://z.example/q", "urn:isbn:1"),
    ]
    found = statements(triples * 2)
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in found["prefixes"].items())
    rows = "".join(" ".join(found["terms"][place] for place in row) + " .\n" for row in found["rows"])
    expected = rdflib.Graph()
    for t in triples:
        literal = rdflib.Literal(t.object, lang=t.language, datatype=None if t.language else t.datatype)
        expected.add(
            (rdflib.URIRef(t.subject), rdflib.URIRef(t.predicate), literal if t.is_literal else rdflib.URIRef(t.object))
        )
    read = rdflib.Graph().parse(data=prefixes + rows, format="turtle")
    assert len(read) == len(triples)
    strings = rdflib.Namespace("http://www.w3.org/2001/XMLSchema#").string
    for s, p, o in list(expected):
        if isinstance(o, rdflib.Literal) and o.datatype == strings:
            expected.remove((s, p, o))
            expected.add((s, p, rdflib.Literal(str(o))))
    assert isomorphic(read, expected)
