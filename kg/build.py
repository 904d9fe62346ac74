"""`build(article) -> Result`: the only unit of work.

The command line, the process pool, Spark and the server all call it; none has logic of its own. Pure and picklable.
"""

from __future__ import annotations

from dataclasses import replace

from kg.check import check
from kg.describe import describe
from kg.iri import BASE
from kg.model import Article, Facts, Issue, Result
from kg.recognise import recognise
from kg.resolve import resolve


def extract(article: Article) -> Facts:
    """What the article says, without RDF: recognise, then resolve. Faults of its source come first among the issues."""
    facts = resolve(article, recognise(article))
    faults = tuple(Issue("source-fault", "warning", article.source, note) for note in article.notes)
    return replace(facts, issues=faults + facts.issues) if faults else facts


def build(article: Article, base: str = BASE) -> Result:
    """The article's facts, its triples under `base`, and whatever was doubtful.

    Raises ShapeError where our own output breaks an invariant (a defect of kg, not of the article).
    """
    facts = extract(article)
    triples = describe(article, facts, base)
    return Result(article, facts, triples, facts.issues + check(article, facts, triples))
