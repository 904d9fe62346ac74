"""Events: press conferences, issuances and meetings, and their days."""

from __future__ import annotations

import pytest

from kg.recognise.entity.event import find_events
from kg.recognise.entity.organisation import find_organisations
from kg.recognise.entity.plan import find_plans
from tests.cases import Case, article, cases


@pytest.mark.parametrize("case", cases("event"), ids=lambda c: c["text"][:24])
def test_cases(case: Case) -> None:
    page = article(case)
    organisations = find_organisations(page)
    found = find_events(page, organisations, find_plans(page, organisations))
    assert [f"{m.kind} {m.date or '-'}" for m in found] == case["expect"]
    assert all(m.span.start < m.span.end for m in found)
    assert all(m.date_span is None or m.span.start <= m.date_span.start < m.span.end for m in found)
