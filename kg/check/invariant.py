"""What must hold of every document's triples whatever its text says. A breach is a defect of kg.

Each check looks at all nodes at once and yields a sentence per fault; they run in every build, so they are plain loops.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.model import Article, Facts, Span, Triple

_UNLABELLED = frozenset({vocab.EVIDENCE, vocab.GOAL_CLAIM, *vocab.CLAIM_CLASS.values()})
"""Evidence is named by its words, a claim by its indicator and quantity."""
_EVIDENCE_LINKS = frozenset({vocab.HAS_EVIDENCE, vocab.INDICATOR_EVIDENCE, vocab.VALUE_EVIDENCE, vocab.TIME_EVIDENCE})
_NEEDED_BY_FIGURES = (vocab.HAS_INDICATOR, vocab.COMPARATOR, vocab.ASSERTED_IN, vocab.VALUE_EVIDENCE)


class Nodes:
    """The triples by subject: `properties[node][predicate]` is the first object, enough for what must be single."""

    def __init__(self, document: str, article: Article, triples: tuple[Triple, ...]) -> None:
        self.article = article
        self.document = document
        self.properties: dict[str, dict[str, str]] = {}
        self.linked: set[str] = set()
        self.doubled: list[str] = []
        labelled: set[tuple[str, str]] = set()
        node = ""
        mine: dict[str, str] = {}
        for subject, predicate, value, datatype, language in triples:
            if subject != node:
                node, mine = subject, self.properties.setdefault(subject, {})
            mine.setdefault(predicate, value)
            if language is not None:
                if predicate == vocab.LABEL:
                    if (subject, language) in labelled:
                        self.doubled.append(subject)
                    labelled.add((subject, language))
            elif datatype is None:
                self.linked.add(value)


def untyped(nodes: Nodes) -> Iterator[str]:
    """Every node has a type, and a label unless it is a claim or evidence."""
    for node, mine in nodes.properties.items():
        kind = mine.get(vocab.TYPE)
        if kind is None:
            yield f"{node} has no type"
        elif kind not in _UNLABELLED and vocab.LABEL not in mine:
            yield f"{node} has no label"


def dangling(nodes: Nodes) -> Iterator[str]:
    """Whatever of ours is referred to is described, and whatever is described is referred to or points at its words."""
    known = nodes.properties
    own = next((n.removesuffix(nodes.document) for n in known if n.endswith(nodes.document)), None)
    if own is None:
        yield f"{nodes.document} is not described"
        return
    for thing in nodes.linked:
        if thing.startswith(own) and thing not in known:
            yield f"{thing} is referred to and not described"
    for node, mine in known.items():
        if node not in nodes.linked and not node.endswith(nodes.document) and _EVIDENCE_LINKS.isdisjoint(mine):
            yield f"{node} hangs on nothing"


def misquoted(nodes: Nodes) -> Iterator[str]:
    """Evidence quotes the characters that it points at, or the metadata field that it names."""
    article = nodes.article
    text, size = article.text, len(article.text)
    for node, mine in nodes.properties.items():
        if mine.get(vocab.TYPE) != vocab.EVIDENCE:
            continue
        quote, start, end = mine.get(vocab.EXACT), mine.get(vocab.START), mine.get(vocab.END)
        if start is None or end is None:
            if article.header(mine.get(vocab.FIELD, "")) != quote:
                yield f"{node} is neither a span nor a metadata field"
        elif not 0 <= (first := int(start)) < (last := int(end)) <= size or text[first:last] != quote:
            yield f"{node} does not quote the text from {start} to {end}"


def incomplete(nodes: Nodes) -> Iterator[str]:
    """A figure has an indicator, a comparator, a source, its words, and a value or both bounds."""
    figures = frozenset(vocab.CLAIM_CLASS.values())
    for node, mine in nodes.properties.items():
        if mine.get(vocab.TYPE) not in figures:
            continue
        for needed in _NEEDED_BY_FIGURES:
            if needed not in mine:
                yield f"{node} lacks {needed.rpartition('#')[2]}"
        if (vocab.VALUE in mine) == (vocab.LOWER_BOUND in mine and vocab.UPPER_BOUND in mine):
            yield f"{node} has not exactly one of value and bounds"


def twice_labelled(nodes: Nodes) -> Iterator[str]:
    """A node has one label in a language."""
    return (f"{node} has two labels in one language" for node in nodes.doubled)


NODE_CHECKS = (untyped, dangling, misquoted, incomplete, twice_labelled)


def broken_spans(article: Article, facts: Facts) -> Iterator[str]:
    """A claim's parts lie within the text, and its value within its quote."""
    size = len(article.text)
    for claim in facts.claims:
        spans: list[Span | None] = [
            claim.span,
            claim.value_span,
            claim.time_span,
            claim.baseline_span,
            *claim.metric_spans,
        ]
        for span in spans:
            if span is not None and not 0 <= span[0] < span[1] <= size:
                yield f"{claim.id} has the span {tuple(span)} in a text of {size}"
        if not claim.span[0] <= claim.value_span[0] <= claim.value_span[1] <= claim.span[1]:
            yield f"{claim.id} has its value outside of its quote"
