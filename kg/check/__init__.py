"""Triples against invariants, in every build; and files against the SHACL shapes of ontology/ (`kg.check.shapes`)."""

from __future__ import annotations

from kg.check.doubt import doubts
from kg.check.invariant import NODE_CHECKS, Nodes, broken_spans
from kg.errors import ShapeError
from kg.model import Article, Facts, Issue, Triple

__all__ = ["NODE_CHECKS", "check"]


def check(article: Article, facts: Facts, triples: tuple[Triple, ...]) -> tuple[Issue, ...]:
    """What is doubtful in the facts. Raises ShapeError, naming each fault, where kg itself broke an invariant."""
    nodes = Nodes(facts.document.id, article, triples)
    faults = [*broken_spans(article, facts), *(fault for node_check in NODE_CHECKS for fault in node_check(nodes))]
    if faults:
        listed = "; ".join(sorted(faults)[:5])
        raise ShapeError(f"{article.source}: {len(faults)} faults in what kg wrote ({listed}); please report this")
    return doubts(article, facts)
