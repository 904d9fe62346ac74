"""Projects: which words name one that is launched, and the words the name is made of."""

from __future__ import annotations

import pytest

from kg.recognise.entity.project import find_projects
from tests.cases import Case, article, cases


@pytest.mark.parametrize("case", cases("project"), ids=lambda c: c["text"][:24])
def test_cases(case: Case) -> None:
    page = article(case)
    found = find_projects(page)
    assert [m.name for m in found] == case["expect"]
    assert all("".join(page.quote(s) for s in m.spans) == m.name for m in found)
    if "groups" in case:
        assert [m.group for m in found] == case["groups"]
