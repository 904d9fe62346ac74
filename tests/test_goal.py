"""Visions: clauses without a number under a year to come."""

from __future__ import annotations

import pytest

from kg.recognise.entity.goal import find_goals
from tests.cases import Case, article, cases


@pytest.mark.parametrize("case", cases("goal"), ids=lambda c: c["text"][:24])
def test_cases(case: Case) -> None:
    page = article(case)
    found = find_goals(page)
    told = [f"{m.year} {page.quote(m.span)}{f' -> {m.prepares_for}' if m.prepares_for else ''}" for m in found]
    assert told == case["expect"]
