"""Evidence: which characters of the text, or which metadata field, something was read from.

A node is a W3C Web Annotation selector in all but name: `oa:start`, `oa:end` (0-based, end-exclusive, in code points of
the visible text) and `oa:exact`; or `gp:field` and `oa:exact`. A span cited by many claims is one node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg import iri, vocab
from kg.describe.literal import chinese, integer, string
from kg.model import Article, Facts, Sourced, Span, Triple


@dataclass(frozen=True, slots=True)
class Scene:
    """What describers look at, and what they have referred to so far (filled while describing one article)."""

    article: Article
    facts: Facts
    base: str
    spans: dict[Span, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """IRI of the document."""
        return self.base + self.facts.document.id

    def name(self, node: str, text: str) -> Iterator[Triple]:
        """The node's label. Spellings that differ in quotation marks only are one node: it is called as at first."""
        if self.names.setdefault(node, text) == text:
            yield chinese(node, vocab.LABEL, text)

    def cite(self, span: Span) -> str:
        """IRI of the evidence for a span."""
        found = self.spans.get(span)
        if found is None:
            found = self.spans[span] = self.base + iri.evidence(self.facts.document.id, span[0], span[1])
        return found

    def cite_source(self, sourced: Sourced) -> str | None:
        """IRI of the evidence for a value of the document itself; None when it says not where it stood."""
        if sourced.span is not None:
            return self.cite(sourced.span)
        name = sourced.field
        if name is None or self.article.header(name) is None:
            return None
        self.fields[name] = node = self.base + iri.header_evidence(self.facts.document.id, name)
        return node

    def locate(self, code: str) -> str:
        """IRI of a region."""
        self.regions[code] = node = self.base + iri.region(code)
        return node


def lies_within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def describe_evidence(scene: Scene) -> Iterator[Triple]:
    """The evidence that the describers before this one have cited."""
    document, text = scene.document, scene.article.text
    for (start, end), node in scene.spans.items():
        yield Triple(node, vocab.TYPE, vocab.EVIDENCE)
        yield Triple(node, vocab.IN_SOURCE, document)
        yield integer(node, vocab.START, start)
        yield integer(node, vocab.END, end)
        yield string(node, vocab.EXACT, text[start:end])
    for name, node in scene.fields.items():
        yield Triple(node, vocab.TYPE, vocab.EVIDENCE)
        yield Triple(node, vocab.IN_SOURCE, document)
        yield string(node, vocab.FIELD, name)
        yield string(node, vocab.EXACT, scene.article.header(name) or "")
