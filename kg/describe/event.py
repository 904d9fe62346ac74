"""Press conferences, issuances, meetings."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import day
from kg.describe.provenance import Scene
from kg.model import Event, Triple


def describe_events(scene: Scene) -> Iterator[Triple]:
    """Each event with its day, its organisers and the plans it is about."""
    for event in scene.facts.events:
        node = scene.base + event.id
        yield Triple(node, vocab.TYPE, vocab.EVENT)
        yield from scene.name(node, event.name)
        yield Triple(node, vocab.KIND, vocab.EVENT_KIND[event.kind])
        for organiser in event.organisers:
            yield Triple(node, vocab.ORGANISER, scene.base + organiser)
        for plan in event.about:
            yield Triple(node, vocab.ABOUT, scene.base + plan)
        if evidence := _evidence(scene, event):
            yield Triple(node, vocab.HAS_EVIDENCE, evidence)
        if event.date is not None:
            yield day(node, vocab.START_DATE, event.date)
            if event.date_span is not None:
                yield Triple(node, vocab.TIME_EVIDENCE, scene.cite(event.date_span))


def _evidence(scene: Scene, event: Event) -> str | None:
    """The words that tell of the event; for the issuance of a paper whose title only the header has, that title."""
    if event.mentions:
        return scene.cite(event.mentions[0])
    title = scene.facts.document.title
    return scene.cite_source(title) if title else None
