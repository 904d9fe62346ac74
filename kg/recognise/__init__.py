"""Article → mentions: what is written where, before anything is linked. One module per kind; pure."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.script import simplified
from kg.model import Article
from kg.recognise.claim import find_claims
from kg.recognise.event import find_events
from kg.recognise.goal import find_goals
from kg.recognise.mention import Mentions
from kg.recognise.organisation import find_organisations
from kg.recognise.plan import find_plans
from kg.recognise.project import find_projects

__all__ = ["Mentions", "recognise"]


def recognise(article: Article) -> Mentions:
    """Every mention of an article, each kind in text order. Traditional characters are read as simplified ones."""
    article = replace(article, text=simplified(article.text))
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
