"""Facts → the JSON object that `kg extract` prints, one per document.

Organisations are named, not referred to by id; numbers are JSON numbers with multipliers expanded; `start` and `end`
are code points of the visible text, so `text[start:end] == quote`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kg.iri import BASE, mint
from kg.model import Article, Claim, Document, Event, Facts, Issue, Plan, Sourced, Span

_JSON = msgspec.json.Encoder(decimal_format="number")


def record(article: Article, facts: Facts, base: str = BASE, *, with_text: bool = False) -> dict[str, Any]:
    """The document's facts as plain values, ready for `to_json`."""
    names = {organisation.id: organisation.name for organisation in facts.organisations}
    plans = {plan.id: (*plan.aliases, plan.title)[0] for plan in facts.plans}
    found: dict[str, Any] = {
        "source": article.source,
        "document": _document(facts.document),
        "plans": [_plan(plan, names) for plan in facts.plans],
        "organisations": [{"name": o.name, "aliases": o.aliases} for o in facts.organisations],
        "events": [_event(event, names) for event in facts.events],
        "projects": [{"name": project.name, "group": project.group} for project in facts.projects],
        "claims": [_claim(claim, article, plans, base) for claim in facts.claims],
        "issues": [issue_record(issue) for issue in facts.issues],
    }
    return found | {"text": article.text} if with_text else found


def to_json(found: dict[str, Any]) -> bytes:
    """One line of JSON Lines, UTF-8, with its newline.

    >>> from decimal import Decimal
    >>> to_json({"指标": "数字化转型比例", "value": Decimal("80")}).decode()
    '{"指标":"数字化转型比例","value":80}\\n'
    """
    return _JSON.encode(found) + b"\n"


def issue_record(issue: Issue) -> dict[str, Any]:
    """An issue as plain values; `id` is a hash of the rest, so that two runs can be compared line by line."""
    start, end = issue.span or (None, None)
    place = "" if issue.span is None else f"{start}-{end}"
    return {
        "id": mint("issue", issue.code, issue.source, place, issue.message),
        "code": issue.code,
        "level": issue.level,
        "source": issue.source,
        "message": issue.message,
        "start": start,
        "end": end,
        "quote": issue.quote,
    }


def _document(document: Document) -> dict[str, Any]:
    fields = ("title", "published", "publisher", "author", "editor", "origin", "url", "image")
    values: dict[str, Any] = {field: _value(getattr(document, field)) for field in fields}
    return {"id": document.id} | values | {"categories": [category.value for category in document.categories]}


def _value(sourced: Sourced | None) -> str | None:
    return None if sourced is None else sourced.value


def _plan(plan: Plan, names: dict[str, str]) -> dict[str, Any]:
    return {
        "title": plan.title,
        "aliases": plan.aliases,
        "kind": plan.kind,
        "issuers": [names.get(issuer, issuer) for issuer in plan.issuers],
        "issued": plan.issued,
        "period": plan.period,
    }


def _event(event: Event, names: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "date": event.date,
        "name": event.name,
        "organisers": [names.get(organiser, organiser) for organiser in event.organisers],
    }


def _claim(claim: Claim, article: Article, plans: dict[str, str], base: str) -> dict[str, Any]:
    return {
        "quote": article.quote(claim.span),
        "metric": claim.metric,
        "subject": claim.subject,
        "value": claim.value,
        "value_max": claim.value_max,
        "unit": claim.unit,
        "comparator": claim.comparator,
        "change": claim.change,
        "baseline_year": claim.baseline_year,
        "year": claim.year,
        "period": claim.period,
        "status": claim.status,
        "plan": plans.get(claim.plan or ""),
        "start": claim.span.start,
        "end": claim.span.end,
        "value_text": claim.value_text,
        "id": base + claim.id,
        "rule": claim.rule,
        "flags": claim.flags,
        "inherited": [{"slot": slot, **_place(article, span)} for slot, span in claim.inherited],
    }


def _place(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": article.quote(span)}
