"""Text of others is shown and never run, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.model import Facts, Result, Sourced
from tests.browsing import PAYLOADS, PLAN, Open, browser, download, open_page
from tests.page_facts import TEXT, article, facts, triples

__all__ = ["browser", "open_page"]

PLACES = (("title", "label", "sentence", "header"), ("iri", "file"))
"""All places where text of others comes in; two pages, since a file name shows only where there is no title."""


def poisoned(places: Sequence[str], bad: str) -> Result:
    """The article with hostile text at these places."""
    found, read = facts(), article()
    if "title" in places:
        found = replace(found, document=replace(found.document, title=Sourced(bad)))
    if "label" in places:
        found = replace(
            found,
            claims=(
                replace(found.claims[0], metric=bad, unit=bad, rule=bad, subject=bad, flags=(bad,)),
                *found.claims[1:],
            ),
            plans=(replace(found.plans[0], title=bad, aliases=(bad,)),),
            organisations=(replace(found.organisations[0], name=bad),),
        )
    if "sentence" in places:
        read = article(TEXT + "\n" + bad)
    if "header" in places:
        value = Sourced(bad)
        document = replace(found.document, publisher=value, url=value, editor=value, author=value, categories=(value,))
        found = replace(found, document=document)
    if "iri" in places:
        found = renamed(found, bad)
    if "file" in places:
        read = replace(read, source=bad)
        found = replace(found, document=replace(found.document, title=None))
    rows = triples(found, "https://x.example/" + bad if "iri" in places else "https://x.example/")
    return Result(read, found, rows)


def renamed(found: Facts, bad: str) -> Facts:
    return replace(
        found,
        document=replace(found.document, id=bad),
        plans=tuple(replace(p, id=p.id + bad) for p in found.plans),
        claims=tuple(replace(c, id=c.id + bad, plan=PLAN + bad) for c in found.claims),
    )


@pytest.mark.parametrize("places", PLACES, ids="-".join)
@pytest.mark.parametrize("bad", PAYLOADS)
def test_nothing_hostile_runs(open_page: Open, places: Sequence[str], bad: str) -> None:
    view = open_page([poisoned(places, bad)])
    for choose in ("#table tbody tr", "#others tbody tr", "#timeline .point", "#text .m"):
        view.locator(choose).first.click()
    view.fill("#search", bad[:12])
    view.keyboard.press("Escape")
    for kind in ("csv", "svg", "ttl"):
        download(view, kind)
    assert view.evaluate("window.hit") is None
    assert view.evaluate("document.querySelectorAll('script').length") == 3
    assert view.evaluate("document.querySelectorAll('img, iframe, a[href^=javascript], main svg').length") == 0
    assert view.evaluate("({}).hit") is None
    expect(view.locator("main")).to_be_visible()
