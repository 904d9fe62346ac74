"""Facts → triples: what the ontology calls things. Pure; knows no RDF library."""

from __future__ import annotations

from itertools import chain

from kg.describe.claim import describe_claims
from kg.describe.document import describe_document
from kg.describe.event import describe_events
from kg.describe.goal import describe_goals
from kg.describe.organisation import describe_organisations
from kg.describe.plan import describe_plans
from kg.describe.project import describe_projects
from kg.describe.provenance import Scene, describe_evidence
from kg.describe.region import describe_regions
from kg.model import Article, Facts, Triple

DESCRIBERS = (
    describe_document,
    describe_organisations,
    describe_plans,
    describe_events,
    describe_projects,
    describe_goals,
    describe_claims,
    # These two write the nodes that the others have referred to.
    describe_regions,
    describe_evidence,
)


def describe(article: Article, facts: Facts, base: str) -> tuple[Triple, ...]:
    """The article's triples: no blank nodes, no duplicates, sorted by subject, predicate and object."""
    scene = Scene(article, facts, base)
    # As they come they stand in runs, which sort fast; a set would scatter them.
    found = dict.fromkeys(chain.from_iterable(describer(scene) for describer in DESCRIBERS))
    # A predicate has values of one kind: no comparison gets as far as a datatype and None.
    return tuple(sorted(found))
