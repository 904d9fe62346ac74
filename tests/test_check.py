"""Invariants of every build, and the shapes: each mutation of a sound graph is refused, and for the right reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kg import vocab
from kg.check import check
from kg.check.shapes import Violation, validate, validate_graph
from kg.describe import describe
from kg.errors import InputError, ShapeError
from kg.model import Span, Triple
from kg.write import rdf
from kg.write.term import to_rdflib
from tests.facts import ARTICLE, BASE, CLAIMS, DOCUMENT, FACTS, OFFICE, PLAN, TEXT, at, with_claim

SOUND = describe(ARTICLE, FACTS, BASE)
Graph = tuple[Triple, ...]
SHARE = BASE + CLAIMS[1].id
PLANTS = BASE + CLAIMS[0].id


def drop(subject: str, predicate: str) -> Callable[[Graph], Graph]:
    return lambda graph: tuple(t for t in graph if t[:2] != (subject, predicate))


def put(
    subject: str, predicate: str, value: str, datatype: str | None = None, language: str | None = None
) -> Callable[[Graph], Graph]:
    changed = Triple(subject, predicate, value, datatype, language)
    return lambda graph: (*drop(subject, predicate)(graph), changed)


def add(
    subject: str, predicate: str, value: str, datatype: str | None = None, language: str | None = None
) -> Callable[[Graph], Graph]:
    return lambda graph: (*graph, Triple(subject, predicate, value, datatype, language))


def drop_node(node: str) -> Callable[[Graph], Graph]:
    return lambda graph: tuple(t for t in graph if t.subject != node)


def evidence(words: str) -> str:
    span = at(words)
    return next(
        t.subject
        for t in SOUND
        if t.predicate == vocab.EXACT and t.object == words and t.subject.endswith(f"-{span.start}-{span.end}")
    )


XSD = vocab.XSD
DOC, THE_PLAN, EVENT, REGION = BASE + DOCUMENT, BASE + PLAN.id, BASE + FACTS.events[0].id, BASE + "region-310000"
WORDS = evidence("200家")
MUTATIONS: dict[str, tuple[Callable[[Graph], Graph], str, str]] = {
    # name: (change, node at fault, words of the message)
    "unit is another one": (put(SHARE, vocab.HAS_UNIT, vocab.UNIT + "NUM"), SHARE, "not the one that was written"),
    "unit is text": (put(SHARE, vocab.HAS_UNIT, "%", XSD + "string"), SHARE, "unit must be an IRI"),
    "unit of another vocabulary": (put(SHARE, vocab.HAS_UNIT, "https://example.org/percent"), SHARE, "must be an IRI"),
    "percent as a fraction": (put(SHARE, vocab.VALUE, "0.8", XSD + "decimal"), SHARE, "80 % is 80"),
    "value is a double": (put(SHARE, vocab.VALUE, "8.0E1", XSD + "double"), SHARE, "must be one xsd:decimal"),
    "value is not canonical": (put(SHARE, vocab.VALUE, "80.0", XSD + "decimal"), SHARE, "canonical form"),
    "two values": (add(SHARE, vocab.VALUE, "81", XSD + "decimal"), SHARE, "must be one xsd:decimal"),
    "no value": (drop(SHARE, vocab.VALUE), SHARE, ""),
    "no quantity as written": (drop(SHARE, vocab.QUANTITY_TEXT), SHARE, "quantity as written is needed"),
    "quantity of another place": (put(SHARE, vocab.QUANTITY_TEXT, "90%", XSD + "string"), SHARE, "must hold"),
    "no comparator": (drop(SHARE, vocab.COMPARATOR), SHARE, "exactly one comparator"),
    "comparator of another scheme": (put(SHARE, vocab.COMPARATOR, vocab.GP + "Binding"), SHARE, "one comparator"),
    "range without bounds": (put(SHARE, vocab.COMPARATOR, vocab.GP + "Between"), SHARE, "Between needs bounds"),
    "change of another scheme": (put(SHARE, vocab.CHANGE, vocab.GP + "Equal"), SHARE, "kind of change"),
    "no indicator": (drop(SHARE, vocab.HAS_INDICATOR), SHARE, "exactly one indicator"),
    "deadline is no gYear": (put(SHARE, vocab.DEADLINE, "2035", XSD + "string"), SHARE, ""),
    "gYear without integer": (drop(SHARE, vocab.YEAR), SHARE, "must both stand and agree"),
    "integer without gYear": (drop(SHARE, vocab.DEADLINE), SHARE, "must both stand and agree"),
    "gYear and integer differ": (put(SHARE, vocab.YEAR, "2025", XSD + "integer"), SHARE, "must both stand and agree"),
    "deadline beyond the period, unflagged": (drop(SHARE, vocab.FLAG), SHARE, "is not flagged"),
    "no source": (drop(SHARE, vocab.ASSERTED_IN), SHARE, "exactly one source document"),
    "no words of the value": (drop(SHARE, vocab.VALUE_EVIDENCE), SHARE, "words of the value"),
    "no words of the indicator": (drop(SHARE, vocab.INDICATOR_EVIDENCE), SHARE, "words of the indicator"),
    "dangling evidence": (drop_node(WORDS), PLANTS, "gp:Evidence"),
    "dangling plan": (drop_node(THE_PLAN), SHARE, "plan that the graph describes"),
    "dangling region": (drop_node(REGION), SHARE, "administrative area"),
    "quotation too long": (put(WORDS, vocab.EXACT, "200家的", XSD + "string"), WORDS, "as long as"),
    "start after end": (put(WORDS, vocab.START, "9999", XSD + "integer"), WORDS, "less than end"),
    "evidence past the text": (put(DOC, vocab.TEXT_LENGTH, "10", XSD + "integer"), WORDS, "past the end"),
    "evidence nowhere": (drop(WORDS, vocab.IN_SOURCE), WORDS, "exactly one source document"),
    "two labels in one language": (add(THE_PLAN, vocab.LABEL, "另一个名", None, "zh"), THE_PLAN, "one label per"),
    "no Chinese label": (put(THE_PLAN, vocab.LABEL, "Plan", None, "en"), THE_PLAN, "zh label"),
    "label without a language": (put(THE_PLAN, vocab.LABEL, "规划", XSD + "string"), THE_PLAN, "zh label"),
    "period runs backwards": (put(THE_PLAN, vocab.START_YEAR, "2030", XSD + "integer"), THE_PLAN, "not end before"),
    "period without its end": (drop(THE_PLAN, vocab.PERIOD_END), THE_PLAN, "needs both ends"),
    "plan of no kind": (drop(THE_PLAN, vocab.KIND), THE_PLAN, "exactly one kind"),
    "event on a text": (put(EVENT, vocab.START_DATE, "2021-10-27", XSD + "string"), EVENT, "must be xsd:date"),
    "published on a text": (put(DOC, vocab.DATE_PUBLISHED, "Wed, 27 Oct 2021", XSD + "string"), DOC, "xsd:dateTime"),
    "region code too short": (put(REGION, vocab.REGION_CODE, "3100", XSD + "string"), REGION, "six digits"),
}  # fmt: skip


def faults(graph: Graph) -> tuple[Violation, ...]:
    return validate_graph(to_rdflib(graph))


def test_sound_graph_has_no_faults() -> None:
    assert faults(SOUND) == ()
    assert check(ARTICLE, FACTS, SOUND) == ()


@pytest.mark.parametrize("name", MUTATIONS)
def test_mutated_graph_is_refused(name: str) -> None:
    change, node, words = MUTATIONS[name]
    mutated = change(SOUND)
    assert set(mutated) != set(SOUND)
    assert any(fault.node == node and words in fault.message for fault in faults(mutated)), faults(mutated)


def test_quotation_that_is_not_in_the_text_is_refused() -> None:
    node = evidence("200家")
    mutated = put(node, vocab.EXACT, "300家", XSD + "string")(SOUND)
    found = validate_graph(to_rdflib(mutated), {BASE + DOCUMENT: TEXT})
    assert [(fault.node, fault.value) for fault in found if fault.path == vocab.EXACT] == [(node, "300家")]


def test_quotations_that_contradict_each_other_are_refused_without_the_text() -> None:
    whole = Triple(BASE + "ev-x-0-4", vocab.TYPE, vocab.EVIDENCE)
    other = put(evidence("10月27日"), vocab.EXACT, "11月27日", XSD + "string")(SOUND)
    around = at("（10月27日）")
    extra = (
        whole,
        Triple(whole.subject, vocab.IN_SOURCE, BASE + DOCUMENT),
        Triple(whole.subject, vocab.START, str(around.start), XSD + "integer"),
        Triple(whole.subject, vocab.END, str(around.end), XSD + "integer"),
        Triple(whole.subject, vocab.EXACT, "（10月27日）", XSD + "string"),
    )
    assert faults((*SOUND, *extra)) == ()
    assert any("other words" in fault.message for fault in faults((*other, *extra)))


BROKEN: dict[str, tuple[Callable[[Graph], Graph], str]] = {
    "untyped": (drop(BASE + PLAN.id, vocab.TYPE), "has no type"),
    "unlabelled": (drop(BASE + PLAN.id, vocab.LABEL), "has no label"),
    "twice labelled": (add(BASE + PLAN.id, vocab.LABEL, "另一个名称", None, "zh"), "two labels"),
    "dangling": (drop_node(evidence("200家")), "is referred to and not described"),
    "orphan": (add(BASE + "goal-0", vocab.TYPE, vocab.GOAL), "hangs on nothing"),
    "misquoted": (put(evidence("200家"), vocab.EXACT, "300家", XSD + "string"), "does not quote the text"),
    "misquoted field": (
        put(BASE + f"ev-{DOCUMENT.removeprefix('doc-')}-author", vocab.EXACT, "别人", XSD + "string"),
        "neither a span nor a metadata field",
    ),
    "no comparator": (drop(SHARE, vocab.COMPARATOR), "lacks comparator"),
    "no value": (drop(SHARE, vocab.VALUE), "value and bounds"),
    "no document": (drop_node(BASE + DOCUMENT), "is not described"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_our_own_defect_stops_the_build(name: str) -> None:
    change, words = BROKEN[name]
    with pytest.raises(ShapeError, match=words):
        check(ARTICLE, FACTS, tuple(sorted(change(SOUND), key=lambda t: tuple(part or "" for part in t))))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value_span": Span(9, 9)}, "has the span"),
        ({"time_span": Span(0, len(TEXT) + 1)}, "has the span"),
        ({"span": at("标杆性智能工厂")}, "outside of its quote"),
    ],
)
def test_spans_must_lie_in_the_text(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        check(ARTICLE, with_claim(**changes), SOUND)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"unit": "%", "value": Decimal("0.8"), "value_text": "八成"}, ["percent-as-fraction"]),
        ({"unit": "%", "value": Decimal("0.8"), "value_text": "0.8%"}, []),
        ({"unit": "%", "value": Decimal("0.8"), "value_text": "千分之八"}, []),
        ({"unit": "%", "value": Decimal("0.05"), "value_text": "万分之五"}, []),
        ({"unit": "%", "value": Decimal("0.3"), "value_text": "百分之○·三"}, []),
        ({"unit": "%", "value": Decimal("0.8"), "value_text": "0 · 8％"}, []),
        ({"unit": "桶"}, ["unit-unknown"]),
        ({"year": None}, ["target-without-year"]),
        ({"year": None, "status": "observed"}, []),
    ],
)
def test_doubts_are_issues_and_stop_nothing(changes: dict[str, object], codes: list[str]) -> None:
    facts = with_claim(**changes)
    found = check(ARTICLE, facts, describe(ARTICLE, facts, BASE))
    assert [issue.code for issue in found] == codes
    assert all(issue.span and issue.quote == ARTICLE.quote(issue.span) for issue in found)


def test_files_and_folders_are_validated(tmp_path: Path) -> None:
    other = replace(
        FACTS, document=replace(FACTS.document, id="doc-other"), organisations=(replace(OFFICE, name="上海市新闻办"),)
    )
    second = describe(ARTICLE, other, BASE)
    (tmp_path / "graph.nq").write_bytes(rdf.nquads(SOUND, BASE + DOCUMENT) + rdf.nquads(second, BASE + "doc-other"))
    assert validate(tmp_path) == (), "two documents may spell one name in two ways"
    broken = drop(SHARE, vocab.COMPARATOR)(SOUND)
    for name, content in (
        ("graph.ttl", rdf.turtle_head(BASE) + rdf.turtle(broken, BASE)),
        ("graph.nq", rdf.nquads(broken, BASE + DOCUMENT) + rdf.nquads(second, BASE + "doc-other")),
    ):
        (tmp_path / name).write_bytes(content)
        assert [fault.node for fault in validate(tmp_path / name)] == [SHARE]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("absent.ttl", None, "does not exist"), ("a.ttl", "kg:x a", "is not Turtle"), ("a.pdf", "", "no RDF by its name")],
)
def test_what_is_no_rdf_is_told(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=words):
        validate(tmp_path / name)
