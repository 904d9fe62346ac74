"""Visions without a number, and what the text claims about them."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import integer, year
from kg.describe.provenance import Scene
from kg.iri import mint
from kg.model import Goal, Triple


def describe_goals(scene: Scene) -> Iterator[Triple]:
    """Each goal, and the claim of this document that it is to be true by a year."""
    for goal in scene.facts.goals:
        node = scene.base + goal.id
        yield Triple(node, vocab.TYPE, vocab.GOAL)
        yield from scene.name(node, goal.text)
        if goal.prepares_for is not None:
            yield Triple(node, vocab.PREPARES_FOR, scene.base + goal.prepares_for)
        yield from _claim(scene, goal, node)


def _claim(scene: Scene, goal: Goal, node: str) -> Iterator[Triple]:
    claim = scene.base + mint("goalclaim", scene.facts.document.id, goal.id)
    yield Triple(claim, vocab.TYPE, vocab.GOAL_CLAIM)
    yield Triple(claim, vocab.GOAL_OF_CLAIM, node)
    yield Triple(claim, vocab.ASSERTED_IN, scene.document)
    yield Triple(claim, vocab.HAS_EVIDENCE, scene.cite(goal.span))
    if goal.plan is not None:
        yield Triple(claim, vocab.ON_AUTHORITY_OF, scene.base + goal.plan)
    elif goal.region is not None:
        yield Triple(claim, vocab.HAS_REGION, scene.locate(goal.region))
    if goal.year is not None:
        yield year(claim, vocab.DEADLINE, goal.year)
        yield integer(claim, vocab.YEAR, goal.year)
        if goal.year_span is not None:
            yield Triple(claim, vocab.TIME_EVIDENCE, scene.cite(goal.year_span))
