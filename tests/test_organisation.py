"""Bodies: which words name one, and which body they name."""

from __future__ import annotations

import pytest

from kg.recognise.entity.organisation import find_organisations
from tests.cases import Case, article, cases


@pytest.mark.parametrize("case", cases("organisation"), ids=lambda c: c["text"][:24])
def test_cases(case: Case) -> None:
    page = article(case)
    found = find_organisations(page)
    assert [m.name for m in found] == case["expect"]
    assert all("".join(page.quote(m.span).split()) == m.name for m in found)
    for key, field in (("bodies", "body"), ("regions", "region"), ("levels", "level")):
        if key in case:
            assert [getattr(m, field) for m in found] == case[key]
