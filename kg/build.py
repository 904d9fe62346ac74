"""`build(article) -> Result`: the only unit of work.

The command line, the process pool, Spark and the server all call it; none has logic of its own. Pure and picklable.
"""

from __future__ import annotations

from kg.check import check
from kg.describe import describe
from kg.extract import extract
from kg.iri import BASE
from kg.model import Article, Result


def build(article: Article, base: str = BASE) -> Result:
    """The article's facts, its triples under `base`, and whatever was doubtful.

    Raises ShapeError where our own output breaks an invariant (a defect of kg, not of the article).
    """
    facts = extract(article)
    triples = describe(article, facts, base)
    return Result(article, facts, triples, facts.issues + check(article, facts, triples))
