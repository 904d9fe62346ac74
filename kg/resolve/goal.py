"""Goal mentions to goals, the nearer ones pointing at the later one that they prepare for."""

from __future__ import annotations

from collections.abc import Sequence

from kg.iri import mint
from kg.model import Article, Goal, Plan
from kg.recognise.mention import GoalMention
from kg.resolve.governing import plan_before


def resolve_goals(article: Article, mentions: Sequence[GoalMention], plans: Sequence[Plan], document: str) -> tuple[Goal, ...]:
    """Goals in text order; `prepares_for` is the next goal of the year that the sentence lays the ground for."""
    ids = [_id(article, m, plans, document) for m in mentions]
    return tuple(_goal(article, mentions, ids, index, plans) for index in range(len(mentions)))


def _id(article: Article, mention: GoalMention, plans: Sequence[Plan], document: str) -> str:
    plan = plan_before(plans, mention.span.start)
    return mint("goal", plan.id if plan else document, str(mention.year), article.quote(mention.span))


def _goal(article: Article, mentions: Sequence[GoalMention], ids: Sequence[str], index: int, plans: Sequence[Plan]) -> Goal:
    mention = mentions[index]
    later = next((ids[i] for i in range(index + 1, len(ids)) if mentions[i].year == mention.prepares_for), None)
    plan = plan_before(plans, mention.span.start)
    region = plan.region if plan else None
    return Goal(ids[index], article.quote(mention.span), mention.span, mention.year, mention.year_span, plan.id if plan else None, region, later)
