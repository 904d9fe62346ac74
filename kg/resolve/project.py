"""Project mentions to projects of the plan that the text spoke of last."""

from __future__ import annotations

from collections.abc import Sequence

from kg.iri import mint
from kg.model import Plan, Project
from kg.recognise.mention import ProjectMention
from kg.resolve.governing import Governing


def resolve_projects(mentions: Sequence[ProjectMention], plans: Sequence[Plan], document: str) -> tuple[Project, ...]:
    """Projects in text order. One name under one plan is one project, whatever text tells of it."""
    governing = Governing(plans)
    return tuple(_project(m, document, governing.before(m.spans[0].start)) for m in mentions)


def _project(mention: ProjectMention, document: str, plan: Plan | None) -> Project:
    region = plan.region if plan else None
    owner = plan.id if plan else document
    return Project(
        mint("project", owner, mention.name),
        mention.name,
        mention.spans,
        mention.group,
        plan.id if plan else None,
        region,
    )
