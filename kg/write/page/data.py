"""What the page knows of each article and each node: everything shown beside the drawing.

Plain JSON values. Offsets are code points of the article's text, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.iri import region as region_id
from kg.model import Claim, Document, Event, Goal, Plan, Project, Result, Sourced, Span
from kg.write.network import amount, is_label, region_codes, region_label, section_id, sections, title_of, when
from kg.write.page.card import Card, card
from kg.write.page.words import flag_words

Json = str | int | float | bool | None | Sequence["Json"] | dict[str, "Json"]
Row = tuple[str, str] | tuple[str, str, str]
"""(row, text), or (row, "word", key of WORDS), or (row, "node", id)."""
Mark = tuple[int, int, int, str]
"""Article, start, end, role."""


@dataclass(slots=True)
class Entry:
    """What is gathered of one node from all articles that speak of it."""

    title: str
    detail: str = ""
    rows: dict[Row, None] | None = None
    marks: dict[Mark, None] | None = None
    names: tuple[str, ...] = ()
    flags: tuple[tuple[str, str, str, str], ...] = ()
    claim: dict[str, Json] | None = None
    period: tuple[int, int] | None = None


def articles(results: Sequence[Result]) -> list[dict[str, Json]]:
    """Title, text and blocks of each article, for the text pane."""
    return [
        {
            "id": r.facts.document.id,
            "title": title_of(r),
            "about": " · ".join(_about(r.facts.document)),
            "source": r.article.source,
            "text": r.article.text,
            "blocks": [[b.start, b.end, b.kind, b.level, b.table, b.row] for b in r.article.blocks],
        }
        for r in results
    ]


def nodes(results: Sequence[Result], graph: nx.MultiDiGraph[str]) -> dict[str, dict[str, Json]]:
    """Card, facts, evidence and search words of every node of the graph, in its order."""
    entries: dict[str, Entry] = {}
    for index, result in enumerate(results):
        for name, entry in _entries(index, result):
            _merge(entries, name, entry)
    english = english_labels(results)
    return {
        name: _node(data, entries.get(name, Entry(data["label"])), english.get(name))
        for name, data in graph.nodes(data=True)
    }


def cards(view: dict[str, dict[str, Json]]) -> dict[str, Card]:
    """The card of every node."""
    return {
        name: card(str(node["title"]), str(node["detail"]), measure=16 if node["kind"] in ("plan", "document") else 14)
        for name, node in view.items()
    }


def flags(results: Sequence[Result]) -> dict[str, tuple[str, ...]]:
    """Every flag that occurs, in words (see `flag_words`), by its Chinese sentence."""
    found: dict[str, tuple[str, ...]] = {}
    for result in results:
        plans = {plan.id: plan for plan in result.facts.plans}
        for claim in result.facts.claims:
            for code in claim.flags:
                words = flag_words(code, claim, plans.get(claim.plan or ""))
                found[words[0]] = words
    return found


def english_labels(results: Sequence[Result]) -> dict[str, str]:
    """English label by id, where the triples have one."""
    found = (t for r in results for t in r.triples if t.language == "en" and is_label(t))
    return {t.subject.rsplit("/", 1)[-1].rsplit("#", 1)[-1]: t.object for t in found}


def _node(data: dict[str, Json], entry: Entry, english: str | None) -> dict[str, Json]:
    node: dict[str, Json] = {key: data.get(key) for key in ("kind", "year", "unit", "status", "region")}
    node |= {"title": entry.title, "detail": entry.detail, "en": english, "names": list(entry.names)}
    node |= {"rows": [list(r) for r in entry.rows or ()], "marks": [list(m) for m in entry.marks or ()]}
    node |= {"flags": [words[0] for words in entry.flags], "claim": entry.claim, "period": entry.period}
    kept: dict[str, Json] = {
        key: value for key, value in node.items() if value not in (None, [], "") or (key == "unit" and value == "")
    }
    return kept | {"detail": entry.detail}


def _merge(entries: dict[str, Entry], name: str, entry: Entry) -> None:
    known = entries.setdefault(name, entry)
    known.rows = (known.rows or {}) | (entry.rows or {})
    known.marks = (known.marks or {}) | (entry.marks or {})
    known.names = tuple(dict.fromkeys(known.names + entry.names))


def _entries(index: int, result: Result) -> Iterator[tuple[str, Entry]]:
    facts, article = result.facts, result.article
    plans = {plan.id: plan for plan in facts.plans}
    yield facts.document.id, _document(index, result)
    for plan in facts.plans:
        yield plan.id, _plan(index, plan)
    for body in facts.organisations:
        rows = [("row.aliases", "、".join(body.aliases)), ("row.region", _place(body.region))]
        yield body.id, _entry(body.name, "", rows, _name_marks(index, body.mentions), body.aliases)
    for event in facts.events:
        yield event.id, _event(index, event)
    for goal in facts.goals:
        yield goal.id, _goal(index, goal)
    for project in facts.projects:
        yield project.id, _project(index, project)
    for head in dict.fromkeys(sections(article, facts).values()):
        name = article.text[head.start : head.end]
        yield section_id(facts, head), _entry(name, "", [], [(index, head.start, head.end, "name")])
    for claim in facts.claims:
        yield claim.id, _claim(index, claim, plans.get(claim.plan or ""))
    for code in region_codes(facts):
        yield region_id(code), _entry(region_label(code), "", [("row.code", code)], [])


def _document(index: int, result: Result) -> Entry:
    document = result.facts.document
    fields = ("publisher", "author", "editor", "origin", "published", "url")
    sourced = [(field, getattr(document, field)) for field in fields]
    rows: list[Row] = [(f"row.{field}", value.value) for field, value in sourced if value]
    rows += [("row.categories", "、".join(c.value for c in document.categories)), ("row.file", result.article.source)]
    marks = [(index, v.span.start, v.span.end, "name") for _, v in [("", document.title), *sourced] if v and v.span]
    return _entry(title_of(result), " · ".join(_about(document)), rows, marks)


def _about(document: Document) -> list[str]:
    published = document.published.value[:10] if document.published else ""
    return [text for text in (_value(document.publisher), published) if text]


def _plan(index: int, plan: Plan) -> Entry:
    period = f"{plan.period[0]}–{plan.period[1]}" if plan.period else ""
    rows: list[Row] = [("row.aliases", "、".join(plan.aliases)), ("row.period", period)]
    rows += [("row.issued", str(plan.issued or "")), ("row.region", _place(plan.region))]
    rows += [("row.issuer", "node", issuer) for issuer in plan.issuers]
    marks = _name_marks(index, plan.mentions) + _marks(index, "time", plan.period_span)
    entry = _entry(plan.title, period, rows, marks, plan.aliases)
    entry.period = plan.period
    return entry


def _event(index: int, event: Event) -> Entry:
    day = str(event.date or "")
    rows: list[Row] = [("row.date", day), *(("row.organiser", "node", o) for o in event.organisers)]
    marks = _name_marks(index, event.mentions) + _marks(index, "time", event.date_span)
    return _entry(event.name, day, rows, marks)


def _goal(index: int, goal: Goal) -> Entry:
    year = str(goal.year or "")
    rows: list[Row] = [("row.year", year), ("row.region", _place(goal.region))]
    rows += [("row.plan", "node", goal.plan)] if goal.plan else []
    rows += [("row.prepares", "node", goal.prepares_for)] if goal.prepares_for else []
    return _entry(goal.text, year, rows, _marks(index, "quote", goal.span) + _marks(index, "time", goal.year_span))


def _project(index: int, project: Project) -> Entry:
    rows: list[Row] = [("row.group", project.group or ""), ("row.region", _place(project.region))]
    rows += [("row.plan", "node", project.plan)] if project.plan else []
    return _entry(project.name, "", rows, _name_marks(index, project.name_spans))


def _claim(index: int, claim: Claim, plan: Plan | None) -> Entry:
    marks = [(index, *span, "metric") for span in claim.metric_spans]
    for role, span in (
        ("value", claim.value_span),
        ("time", claim.time_span),
        ("baseline", claim.baseline_span),
        ("subject", claim.subject_span),
        ("quote", claim.span),
    ):
        marks += _marks(index, role, span)
    detail = " · ".join(filter(None, (amount(claim), when(claim))))
    entry = _entry(claim.metric, detail, [], marks)
    entry.claim = _slots(claim)
    entry.flags = tuple(flag_words(code, claim, plan) for code in claim.flags)
    return entry


def _slots(claim: Claim) -> dict[str, Json]:
    """The claim's slots that are neither empty nor usual; the page fills in the rest from the claim's node."""
    slots: dict[str, Json] = {
        "value": f"{claim.value:f}",
        "value_max": None if claim.value_max is None else f"{claim.value_max:f}",
        "amount": amount(claim),
        "written": claim.value_text,
        "comparator": None if claim.comparator == "eq" else claim.comparator,
        "change": None if claim.change == "level" else claim.change,
        "year": claim.year,
        "period": list(claim.period or ()),
        "baseline_year": claim.baseline_year,
        "subject": claim.subject,
        "plan": claim.plan,
        "binding": claim.binding,
        "rule": claim.rule,
        "flags": list(claim.flags),
    }
    return {key: value for key, value in slots.items() if value not in (None, [], "")}


def _entry(title: str, detail: str, rows: Sequence[Row], marks: Sequence[Mark], names: Sequence[str] = ()) -> Entry:
    return Entry(title, detail, {row: None for row in rows if row[-1]}, dict.fromkeys(marks), tuple(names))


def _marks(index: int, role: str, span: Span | None) -> list[Mark]:
    return [(index, span.start, span.end, role)] if span else []


def _name_marks(index: int, spans: Sequence[Span]) -> list[Mark]:
    return [(index, span.start, span.end, "name") for span in spans]


def _place(code: str | None) -> str:
    return region_label(code) if code else ""


def _value(sourced: Sourced | None) -> str:
    return sourced.value if sourced else ""
