"""Article → mentions: what is written where, before anything is linked. Pure. A package imports only from those
before it: amount, time, syntax, document, entity, name, modality, count, owner, metric, figure."""

from __future__ import annotations

from kg.model import Article
from kg.recognise.claim import find_claims
from kg.recognise.entity.event import find_events
from kg.recognise.entity.goal import find_goals
from kg.recognise.entity.organisation import find_organisations
from kg.recognise.entity.plan import find_plans
from kg.recognise.entity.project import find_projects
from kg.recognise.mention import Mentions

__all__ = ["Mentions", "recognise"]


def recognise(article: Article) -> Mentions:
    """Every mention of an article, each kind in text order."""
    organisations = find_organisations(article)
    plans = find_plans(article, organisations)
    return Mentions(
        organisations=organisations,
        plans=plans,
        projects=find_projects(article),
        events=find_events(article, organisations, plans),
        goals=find_goals(article),
        claims=find_claims(article),
    )
