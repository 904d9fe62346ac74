"""The text itself, and who published, wrote and edited it."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import chinese, integer, moment, string, web_address
from kg.describe.provenance import Scene
from kg.iri import mint
from kg.model import Claim, Document, Goal, Project, Sourced, Triple

_TITLE_LENGTH = 40
"""An untitled text is labelled by its beginning; more than this is no label."""


def describe_document(scene: Scene) -> Iterator[Triple]:
    """The source document, its header and the people and bodies the header names."""
    document, node = scene.facts.document, scene.document
    yield Triple(node, vocab.TYPE, vocab.SOURCE_DOCUMENT)
    yield from scene.name(node, document.title.value if document.title else _opening(scene))
    yield integer(node, vocab.TEXT_LENGTH, len(scene.article.text))
    if scene.article.digest:
        yield string(node, vocab.SOURCE_SHA256, scene.article.digest)
    for category in document.categories:
        yield chinese(node, vocab.SECTION, category.value)
    yield from _published(scene, document, node)
    yield from _addresses(document, node)
    yield from _agents(scene, document, node)
    for plan in _subjects(scene):
        yield Triple(node, vocab.ABOUT, scene.base + plan)


def _opening(scene: Scene) -> str:
    first = scene.article.text.strip().partition("\n")[0]
    return first[:_TITLE_LENGTH] or scene.facts.document.id


def _published(scene: Scene, document: Document, node: str) -> Iterator[Triple]:
    if document.published and (triple := moment(node, vocab.DATE_PUBLISHED, document.published.value)):
        yield triple
    for sourced in (document.title, document.published):
        if sourced and sourced.span is not None:  # a header field is the document's own word; running text is cited
            yield Triple(node, vocab.HAS_EVIDENCE, scene.cite(sourced.span))


def _addresses(document: Document, node: str) -> Iterator[Triple]:
    for predicate, sourced in ((vocab.URL, document.url), (vocab.IMAGE, document.image)):
        if sourced and (address := web_address(sourced.value)):
            yield Triple(node, predicate, address)


def _agents(scene: Scene, document: Document, node: str) -> Iterator[Triple]:
    # An author that also publishes is a body, not a person.
    publishes = document.author and document.author.value in [
        s.value for s in (document.publisher, document.origin) if s
    ]
    cited: set[str] = set()
    known = {name: body.id for body in scene.facts.organisations for name in (body.name, *body.aliases)}
    for predicate, sourced, kind in (
        (vocab.PUBLISHER, document.publisher, vocab.ORGANISATION),
        (vocab.ORIGIN, document.origin, vocab.ORGANISATION),
        (vocab.AUTHOR, document.author, vocab.ORGANISATION if publishes else vocab.AGENT),
        (vocab.EDITOR, document.editor, vocab.PERSON),
    ):
        if sourced is None:
            continue
        agent = scene.base + (known.get(sourced.value) or _agent_id(scene, kind, sourced))
        yield Triple(node, predicate, agent)
        if sourced.value not in known:
            yield Triple(agent, vocab.TYPE, kind)
            yield from scene.name(agent, sourced.value)
        if agent not in cited and (evidence := scene.cite_source(sourced)):
            cited.add(agent)  # publisher and author are often one body, from one field under two names
            yield Triple(agent, vocab.HAS_EVIDENCE, evidence)


def _agent_id(scene: Scene, kind: str, sourced: Sourced) -> str:
    if kind == vocab.ORGANISATION:
        return mint("org", sourced.value)
    # Names of people repeat: one editor is one person within one publisher, or else within one document.
    document = scene.facts.document
    return mint("person", document.publisher.value if document.publisher else document.id, sourced.value)


def _subjects(scene: Scene) -> tuple[str, ...]:
    """Plans that something in the text belongs to; others are merely mentioned."""
    facts = scene.facts
    named = [p.id for p in facts.plans if p.issuers or p.issued]
    about = [plan for event in facts.events for plan in event.about]
    things: tuple[Project | Goal | Claim, ...] = (*facts.projects, *facts.goals, *facts.claims)
    owned = [thing.plan for thing in things if thing.plan]
    return tuple(dict.fromkeys([*named, *about, *owned]))
