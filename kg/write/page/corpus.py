"""The data of the page over many documents: every figure as one row of columns, words kept once.

Texts are left out; each figure keeps the words it was read from and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.lexicon.region import region_name
from kg.model import Claim, Facts, Result
from kg.write.network import amount, title_of
from kg.write.page.words import WORDS

COLUMNS = ("document", "metric", "unit", "amount", "status", "region", "plan", "value", "year", "start", "quote")
"""One list each; the first seven are places in the word lists of the same name, the region that of a province."""


class Words(dict[str, int]):
    """Words by place, in the order of first use."""

    def place(self, word: str) -> int:
        return self.setdefault(word, len(self))


def corpus_data(results: Iterable[Result], heading: str) -> dict[str, Any]:
    """What the corpus page shows; the results are read once, in order."""
    words = {name: Words() for name in ("metric", "unit", "amount", "status", "region", "plan")}
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    documents: list[list[str]] = []
    for result in results:
        published = result.facts.document.published
        documents.append([title_of(result), result.article.source, published.value[:10] if published else ""])
        for row in _rows(result, len(documents) - 1, words):
            for name, value in zip(COLUMNS, row, strict=True):
                columns[name].append(value)
    return {
        "title": heading,
        "documents": documents,
        "lists": {name: list(places) for name, places in words.items()},
        "regions": [_names(code) for code in words["region"]],
        "columns": columns,
        "words": WORDS,
    }


def _rows(result: Result, document: int, words: dict[str, Words]) -> Iterator[tuple[Any, ...]]:
    facts, article = result.facts, result.article
    titles = {plan.id: plan.title for plan in facts.plans}
    for claim in facts.claims:
        yield (
            document,
            words["metric"].place(claim.metric),
            words["unit"].place(claim.unit),
            words["amount"].place(amount(claim)),
            words["status"].place(claim.status),
            words["region"].place(_province(claim, facts)),
            words["plan"].place(titles.get(claim.plan or "", "")),
            f"{claim.value:f}",
            claim.year or (claim.period[1] if claim.period else 0),
            claim.span.start,
            article.quote(claim.span),
        )


def _province(claim: Claim, facts: Facts) -> str:
    """Code of the province the figure is about: its own, else its plan's; empty where neither says."""
    code = claim.region or next((plan.region for plan in facts.plans if plan.id == claim.plan), None)
    return code[:2] + "0000" if code else ""


def _names(code: str) -> tuple[str, str | None]:
    try:
        return region_name(code) if code else ("", None)
    except KeyError:
        return code, None
