"""What is well-formed and yet doubtful: reported beside the graph, never a reason to drop the claim."""

from __future__ import annotations

from collections.abc import Iterator

from kg.describe.unit import unit_iri
from kg.model import Article, Claim, Facts, Issue
from kg.pattern import late

_SMALL_SHARE = late(r"[0０零] *[.．点·]|百分之[零0○〇]|‰|[千万]分")
"""How a share below one percent is written. Any other such value is a percentage read as a fraction."""


def doubts(article: Article, facts: Facts) -> tuple[Issue, ...]:
    """Issues in text order, each with its place."""
    return tuple(issue for claim in facts.claims for issue in _of_claim(article, claim))


def _of_claim(article: Article, claim: Claim) -> Iterator[Issue]:
    quote = article.quote(claim.span)
    if claim.unit == "%" and 0 < abs(claim.value) < 1 and not _SMALL_SHARE.search(claim.value_text):
        message = f"{claim.metric}: {claim.value}% was read from {claim.value_text}, which may mean a fraction"
        yield Issue("percent-as-fraction", "warning", article.source, message, claim.span, quote)
    if unit_iri(claim.unit) is None:
        message = f"{claim.metric}: the unit {claim.unit} has no IRI; the graph has it as text only"
        yield Issue("unit-unknown", "info", article.source, message, claim.span, quote)
    if claim.status == "target" and claim.year is None and claim.period is None:
        message = f"{claim.metric}: the target {claim.value_text} has no year"
        yield Issue("target-without-year", "info", article.source, message, claim.span, quote)
