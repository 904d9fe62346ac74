"""SPARQL queries on a built graph: what a query may do, the shipped questions, results in the W3C formats."""

from kg.query.prefix import PREFIXES, shorten
from kg.query.run import Limits, TooMuchError, graph, run, tabular
from kg.query.shipped import Question, fill, question, questions

__all__ = [
    "PREFIXES",
    "Limits",
    "Question",
    "TooMuchError",
    "fill",
    "graph",
    "question",
    "questions",
    "run",
    "shorten",
    "tabular",
]
