"""`extract(article) -> Facts`: what an article says, without RDF. Pure and picklable."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.script import plain
from kg.model import Article, Facts, Issue
from kg.recognise import recognise
from kg.resolve import resolve


def extract(article: Article) -> Facts:
    """What the article says: recognise, then resolve, its text in one way of writing. Faults of its source come first
    among the issues."""
    headers = tuple(replace(header, value=plain(header.value)) for header in article.headers)
    alike = replace(article, text=plain(article.text), headers=headers)
    facts = resolve(article, alike, recognise(alike))
    faults = tuple(Issue("source-fault", "warning", article.source, note) for note in article.notes)
    return replace(facts, issues=faults + facts.issues) if faults else facts
