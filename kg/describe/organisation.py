"""Government and party bodies, agencies, associations."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import chinese
from kg.describe.provenance import Scene
from kg.model import Triple


def describe_organisations(scene: Scene) -> Iterator[Triple]:
    """Each body with its names, its region and the place where it is first named."""
    for organisation in scene.facts.organisations:
        node = scene.base + organisation.id
        yield Triple(node, vocab.TYPE, vocab.ORGANISATION)
        yield from scene.name(node, organisation.name)
        for alias in organisation.aliases:
            yield chinese(node, vocab.ALT_LABEL, alias)
        if organisation.region is not None:
            yield Triple(node, vocab.HAS_REGION, scene.locate(organisation.region))
        for span in organisation.mentions[:1]:
            yield Triple(node, vocab.HAS_EVIDENCE, scene.cite(span))
