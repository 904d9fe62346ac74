"""Named 工程, 行动, 项目: the measures of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import chinese
from kg.describe.provenance import Scene
from kg.model import Project, Span, Triple


def describe_projects(scene: Scene) -> Iterator[Triple]:
    """Each measure, hung on its plan; without a plan it carries its region itself."""
    lists = _lists(scene.facts.projects)
    for project in scene.facts.projects:
        node = scene.base + project.id
        yield Triple(node, vocab.TYPE, vocab.MEASURE)
        yield from scene.name(node, project.name)
        if project.group is not None:
            yield chinese(node, vocab.GROUP, project.group)
        if project.plan is not None:
            yield Triple(scene.base + project.plan, vocab.HAS_MEASURE, node)
        elif project.region is not None:
            yield Triple(node, vocab.HAS_REGION, scene.locate(project.region))
        if project.name_spans:
            yield Triple(node, vocab.HAS_EVIDENCE, scene.cite(_quote(project, lists)))


def _lists(projects: tuple[Project, ...]) -> dict[Span, int]:
    """Shared head of a list of names (“A、B”工程) → where the list begins."""
    begins: dict[Span, int] = {}
    for project in projects:
        if len(project.name_spans) > 1:
            head, begin = project.name_spans[-1], project.name_spans[0].start
            begins[head] = min(begins.get(head, begin), begin)
    return begins


def _quote(project: Project, lists: dict[Span, int]) -> Span:
    """The words that show the name: all of the list where a head was distributed, since only it shows that."""
    first, last = project.name_spans[0], project.name_spans[-1]
    return Span(lists.get(last, first.start) if len(project.name_spans) > 1 else first.start, last.end)
