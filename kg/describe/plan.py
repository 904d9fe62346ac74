"""Plans, programmes, opinions: the abstract work, not one text of it."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import chinese, day, integer, year
from kg.describe.provenance import Scene, lies_within
from kg.model import Plan, Triple


def describe_plans(scene: Scene) -> Iterator[Triple]:
    """Each plan with its names, kind, issuers, region and period."""
    for plan in scene.facts.plans:
        node = scene.base + plan.id
        yield Triple(node, vocab.TYPE, vocab.PLAN)
        yield from scene.name(node, plan.title)
        for alias in plan.aliases:
            yield chinese(node, vocab.ALT_LABEL, alias)
        yield Triple(node, vocab.KIND, vocab.PLAN_KIND[plan.kind])
        for issuer in plan.issuers:
            yield Triple(node, vocab.ISSUER, scene.base + issuer)
        if plan.issued is not None:
            yield day(node, vocab.ISSUED, plan.issued)
        if plan.region is not None:
            yield Triple(node, vocab.HAS_REGION, scene.locate(plan.region))
        for span in plan.mentions[:1]:
            yield Triple(node, vocab.HAS_EVIDENCE, scene.cite(span))
        yield from _period(scene, plan, node)


def _period(scene: Scene, plan: Plan, node: str) -> Iterator[Triple]:
    if plan.period is None:
        return
    start, end = plan.period
    yield year(node, vocab.PERIOD_START, start)
    yield year(node, vocab.PERIOD_END, end)
    yield integer(node, vocab.START_YEAR, start)
    yield integer(node, vocab.END_YEAR, end)
    # The words of the period mostly stand in the title, which is cited already.
    if plan.period_span is not None and not any(lies_within(plan.period_span, span) for span in plan.mentions[:1]):
        yield Triple(node, vocab.TIME_EVIDENCE, scene.cite(plan.period_span))
