"""Mentions → entities: what different words mean the same thing, and what belongs to what."""

from __future__ import annotations

from kg.model import Article, Facts
from kg.recognise.mention import Mentions
from kg.resolve.claim import resolve_claims
from kg.resolve.document import resolve_document
from kg.resolve.event import resolve_events
from kg.resolve.goal import resolve_goals
from kg.resolve.organisation import resolve_organisations
from kg.resolve.plan import resolve_plans
from kg.resolve.project import resolve_projects

__all__ = ["resolve"]


def resolve(article: Article, alike: Article, mentions: Mentions) -> Facts:
    """Everything the article says, each thing once, with ids; lists are in text order.

    `alike` is the article in the one way of writing in which its mentions were found; what is quoted, and its metadata,
    stay as the article has them.
    """
    document = resolve_document(article, mentions.plans)
    organisations, bodies = resolve_organisations(alike, mentions, document.id)
    plans, titles = resolve_plans(mentions.plans, organisations, bodies)
    events = resolve_events(mentions.events, document.id, (organisations, bodies), (plans, titles))
    claims = resolve_claims(alike, article.text, mentions.claims, document.id, plans)
    return Facts(
        document=document,
        plans=plans,
        organisations=organisations,
        events=events,
        projects=resolve_projects(mentions.projects, plans, document.id),
        goals=resolve_goals(alike, mentions.goals, plans, document.id),
        claims=claims,
    )
