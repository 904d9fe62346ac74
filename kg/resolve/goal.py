"""Goal mentions to goals, the nearer ones pointing at the later one that they prepare for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.iri import mint
from kg.model import Article, Goal, Plan
from kg.recognise.mention import GoalMention
from kg.resolve.governing import Governing


def resolve_goals(
    article: Article, mentions: Sequence[GoalMention], plans: Sequence[Plan], document: str
) -> tuple[Goal, ...]:
    """Goals in text order; `prepares_for` is the next goal of the year that the sentence lays the ground for."""
    governing = Governing(plans)
    goals: list[Goal] = []
    later: dict[int, str] = {}
    for mention in reversed(mentions):
        goal = _goal(article.quote(mention.span), mention, governing.before(mention.span.start), document)
        if mention.prepares_for in later:
            goal = replace(goal, prepares_for=later[mention.prepares_for])
        later[mention.year] = goal.id
        goals.append(goal)
    return tuple(reversed(goals))


def _goal(words: str, mention: GoalMention, plan: Plan | None, document: str) -> Goal:
    identity = mint("goal", plan.id if plan else document, str(mention.year), words)
    return Goal(
        identity,
        words,
        mention.span,
        mention.year,
        mention.year_span,
        plan.id if plan else None,
        plan.region if plan else None,
    )
