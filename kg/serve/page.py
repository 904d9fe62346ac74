"""Pages for people: an entity with its evidence, the hits of a search, the query editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from operator import attrgetter

import jinja2
import pyoxigraph as ox

from kg import vocab
from kg.query import PREFIXES, Question, fill, shorten
from kg.write.search import Hit

_MOST = 200
"""Values of one property, or links from elsewhere, that a page shows."""
_UNION = ox.DefaultGraph()
_LABELS = tuple(map(ox.NamedNode, (vocab.LABEL, vocab.SKOS + "prefLabel")))
_EXACT, _START, _END, _SOURCE = map(ox.NamedNode, (vocab.EXACT, vocab.START, vocab.END, vocab.IN_SOURCE))
_PARTS = (vocab.VALUE_EVIDENCE, vocab.INDICATOR_EVIDENCE, vocab.TIME_EVIDENCE)
_EVIDENCE = ox.NamedNode(vocab.HAS_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as the page shows it: its words, where they lead, and what to say small beside them."""

    words: str
    link: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A property and one value of it; or, among incoming links, a property and what has it."""

    prop: str
    value: Shown


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, cut into pieces of which some are marked as what was read, and where they stand in it."""

    pieces: tuple[tuple[str, bool], ...]
    source: Shown | None
    place: str


def entity_page(store: ox.Store, node: ox.NamedNode, bases: Sequence[str]) -> bytes:
    """What is known of `node`, where it was read, and what refers to it; values beyond _MOST are counted."""
    book = _Book(store, bases)
    own = [Fact(shorten(q.predicate.value), book.show(q.object)) for q in book.quads(node, None, None)]
    incoming = [Fact(shorten(q.predicate.value), book.show(q.subject)) for q in book.quads(None, None, node)]
    graphs = {q.graph_name for q in islice(store.quads_for_pattern(node, None, None), _MOST)} - {_UNION}
    return _render(
        "entity.html.j2",
        title=book.show(node).words,
        iri=node.value,
        name=next((node.value.removeprefix(base) for base in bases if node.value.startswith(base)), node.value),
        facts=_grouped(own),
        incoming=_grouped(incoming),
        quotations=book.quotations(node),
        documents=sorted(
            (book.show(name) for name in graphs if isinstance(name, ox.NamedNode)), key=attrgetter("words")
        ),
        most=_MOST,
    )


def search_page(text: str, hits: Iterable[Hit], bases: Sequence[str]) -> bytes:
    """The hits with the words searched marked in them."""
    rows = [
        (_marked(hit.words, text.split()), _link(hit.iri, bases), shorten(hit.iri), shorten(hit.prop)) for hit in hits
    ]
    return _render("search.html.j2", title=text, text=text, rows=rows)


def editor_page(questions: Sequence[Question]) -> bytes:
    """The query editor with the shipped questions; a blank without default is filled with what it asks for."""
    texts = {q.name: fill(q, {b.name: b.description for b in q.blanks if b.default is None}) for q in questions}
    complete = (texts[q.name] for q in questions if all(b.default is not None for b in q.blanks))
    first = next((text for text in complete if "SELECT" in text), "SELECT * {\n  ?s ?p ?o\n} LIMIT 20\n")
    data = {"questions": texts, "prefixes": PREFIXES, "first": first}
    return _render("editor.html.j2", title="SPARQL", questions=questions, data=data)


class _Book:
    """Looks up in the store what the pages say of terms."""

    def __init__(self, store: ox.Store, bases: Sequence[str]) -> None:
        self.store, self.bases = store, bases

    def quads(self, s: ox.NamedNode | None, p: ox.NamedNode | None, o: ox.NamedNode | None) -> list[ox.Quad]:
        return list(islice(self.store.quads_for_pattern(s, p, o, _UNION), _MOST))

    def show(self, term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> Shown:
        if isinstance(term, ox.NamedNode):
            words = self.label(term)
            return Shown(
                words or shorten(term.value), _link(term.value, self.bases), shorten(term.value) if words else ""
            )
        if isinstance(term, ox.Literal):
            plain = term.datatype.value in (vocab.XSD + "string", vocab.RDF + "langString")
            return Shown(term.value, None, term.language or ("" if plain else shorten(term.datatype.value)))
        return Shown(str(term))

    def label(self, node: ox.NamedNode) -> str | None:
        """The Chinese label, else any, else the words that evidence quotes."""
        found = [q.object for prop in (*_LABELS, _EXACT) for q in self.quads(node, prop, None)]
        literals = [term for term in found if isinstance(term, ox.Literal)]
        literals.sort(key=lambda literal: literal.language != "zh")
        return literals[0].value if literals else None

    def quotations(self, node: ox.NamedNode) -> list[Quotation]:
        """The evidence of the node in order, the value, indicator and time marked where they lie in the quotation."""
        marks = [self.span(q.object) for prop in _PARTS for q in self.quads(node, ox.NamedNode(prop), None)]
        found = [q.object for q in self.quads(node, _EVIDENCE, None)] or [node]
        return [quote for term in found if isinstance(term, ox.NamedNode) and (quote := self.quotation(term, marks))]

    def quotation(self, evidence: ox.NamedNode, marks: Iterable[tuple[int, int] | None]) -> Quotation | None:
        words = self.literal(evidence, _EXACT)
        if words is None:
            return None
        span, sources = self.span(evidence), self.quads(evidence, _SOURCE, None)
        start = span[0] if span else 0
        within = [(m[0] - start, m[1] - start) for m in marks if m and span and span[0] <= m[0] and m[1] <= span[1]]
        place = f"{span[0]}–{span[1]}" if span else ""
        return Quotation(_cut(words, within), self.show(sources[0].object) if sources else None, place)

    def span(self, evidence: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> tuple[int, int] | None:
        if not isinstance(evidence, ox.NamedNode):
            return None
        start, end = self.literal(evidence, _START), self.literal(evidence, _END)
        return (int(start), int(end)) if start and end and start.isdecimal() and end.isdecimal() else None

    def literal(self, node: ox.NamedNode, prop: ox.NamedNode) -> str | None:
        return next((q.object.value for q in self.quads(node, prop, None) if isinstance(q.object, ox.Literal)), None)


def _grouped(facts: list[Fact]) -> list[tuple[str, list[Shown]]]:
    facts.sort(key=lambda fact: (fact.prop != "rdf:type", fact.prop, fact.value.words, fact.value.note))
    return [(prop, [fact.value for fact in group]) for prop, group in groupby(facts, attrgetter("prop"))]


def _link(iri: str, bases: Sequence[str]) -> str | None:
    """Our page for the IRI; elsewhere only to http(s), because a document could bring `javascript:` along."""
    for base in bases:
        if iri.startswith(base) and "/" not in iri.removeprefix(base):
            return f"/id/{iri.removeprefix(base)}"
    return iri if iri.startswith(("https://", "http://")) else None


def _marked(words: str, searched: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    folded = words.casefold()
    if len(folded) != len(words):
        return ((words, False),)
    spans = [(at, at + len(word)) for word in searched if (at := folded.find(word.casefold())) >= 0]
    return _cut(words, spans)


def _cut(words: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """The words in pieces, those within a span marked.

    >>> _cut("到2035年达到50个", [(1, 6), (8, 11)])
    (('到', False), ('2035年', True), ('达到', False), ('50个', True))
    """
    marked = [False] * len(words)
    for start, end in spans:
        marked[start:end] = [True] * len(marked[start:end])
    pieces = groupby(zip(words, marked, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(character for character, _ in group), is_marked) for is_marked, group in pieces)


@lru_cache(maxsize=1)
def _templates() -> jinja2.Environment:
    loader = jinja2.PackageLoader("kg.serve")
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def _render(template: str, **values: object) -> bytes:
    return _templates().get_template(template).render(**values).encode("utf-8", "replace")
