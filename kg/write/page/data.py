"""What the page knows of each article and each node: everything shown beside the drawing.

Plain JSON values. Offsets are code points of the article's text, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.iri import region as region_id
from kg.model import Article, Claim, Document, Event, Goal, Plan, Project, Result, Sourced, Span
from kg.write.network import amount, is_label, region_codes, region_label, section_id, sections, when
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
    raw: dict[str, Json] | None = None


def articles(results: Sequence[Result]) -> list[dict[str, Json]]:
    """Title, text and blocks of each article, for the text pane."""
    return [
        {
            "id": r.facts.document.id,
            "title": r.facts.document.title.value if r.facts.document.title else r.article.source,
            "about": " · ".join(_about(r.facts.document)),
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


def english_labels(results: Sequence[Result]) -> dict[str, str]:
    """English label by id, where the triples have one."""
    found = (t for r in results for t in r.triples if t.language == "en" and is_label(t))
    return {t.subject.rsplit("/", 1)[-1].rsplit("#", 1)[-1]: t.object for t in found}


def _node(data: dict[str, Json], entry: Entry, english: str | None) -> dict[str, Json]:
    node: dict[str, Json] = {key: data.get(key) for key in ("kind", "year", "unit", "status", "region")}
    node |= {"title": entry.title, "detail": entry.detail, "en": english, "names": list(entry.names)}
    node |= {"rows": [list(r) for r in entry.rows or ()], "marks": [list(m) for m in entry.marks or ()]}
    node |= {"flags": [list(f) for f in entry.flags], "raw": entry.raw}
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
    yield facts.document.id, _document(index, article, facts.document)
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
        yield claim.id, _claim(index, claim, article, plans.get(claim.plan or ""))
    for code in region_codes(facts):
        yield region_id(code), _entry(region_label(code), "", [("row.code", code)], [])


def _document(index: int, article: Article, document: Document) -> Entry:
    title = document.title.value if document.title else article.source
    fields = ("publisher", "author", "editor", "origin", "published", "url")
    sourced = [(field, getattr(document, field)) for field in fields]
    rows: list[Row] = [(f"row.{field}", value.value) for field, value in sourced if value]
    rows += [("row.categories", "、".join(c.value for c in document.categories)), ("row.file", article.source)]
    marks = [(index, v.span.start, v.span.end, "name") for _, v in [("", document.title), *sourced] if v and v.span]
    return _entry(title, " · ".join(_about(document)), rows, marks)


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
    entry.raw = {"period": list(plan.period or ())}
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


def _claim(index: int, claim: Claim, article: Article, plan: Plan | None) -> Entry:
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
    raw = _raw(claim, plan) | {"quote": article.quote(claim.span), "source": article.source}
    entry = _entry(claim.metric, detail, _claim_rows(claim), marks)
    entry.raw = raw
    entry.flags = tuple(flag_words(code, claim, plan) for code in claim.flags)
    return entry


def _claim_rows(claim: Claim) -> list[Row]:
    top = f" – {claim.value_max:,f}" if claim.value_max is not None else ""
    binding = [] if claim.binding is None else [("row.binding", "word", "yes" if claim.binding else "no")]
    plan = [("row.plan", "node", claim.plan)] if claim.plan else []
    return [
        ("row.value", amount(claim)),
        ("row.written", claim.value_text),
        ("row.exact", f"{claim.value:,f}{top} {claim.unit}".strip()),
        ("row.comparator", "word", f"comparator.{claim.comparator}"),
        ("row.change", "word", f"change.{claim.change}"),
        ("row.status", "word", f"status.{claim.status}"),
        ("row.year", when(claim)),
        ("row.baseline", str(claim.baseline_year or "")),
        ("row.subject", claim.subject or ""),
        ("row.region", _place(claim.region)),
        *plan,
        *binding,
        ("row.rule", claim.rule),
    ]


def _raw(claim: Claim, plan: Plan | None) -> dict[str, Json]:
    """The claim's slots as the CSV has them; also what table and timeline sort and draw by."""
    return {
        "metric": claim.metric,
        "value": f"{claim.value:f}",
        "value_max": "" if claim.value_max is None else f"{claim.value_max:f}",
        "unit": claim.unit,
        "amount": amount(claim),
        "comparator": claim.comparator,
        "change": claim.change,
        "status": claim.status,
        "year": claim.year,
        "period": list(claim.period or ()),
        "baseline_year": claim.baseline_year,
        "subject": claim.subject or "",
        "region": _place(claim.region),
        "plan": plan.title if plan else "",
        "plan_period": list(plan.period or ()) if plan else [],
        "flags": list(claim.flags),
        "start": claim.span.start,
        "end": claim.span.end,
    }


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
