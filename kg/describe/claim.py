"""Figures: what one document says an indicator is, was or shall be."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocab
from kg.describe.literal import chinese, decimal, integer, string, year
from kg.describe.provenance import Scene
from kg.describe.region import is_name_of
from kg.describe.unit import unit_iri
from kg.errors import OntologyError
from kg.iri import mint
from kg.model import Claim, Triple


def describe_claims(scene: Scene) -> Iterator[Triple]:
    """Each claim with its quantity, its time, what it belongs to and where each part was read."""
    for claim in scene.facts.claims:
        node = scene.base + claim.id
        yield Triple(node, vocab.TYPE, vocab.CLAIM_CLASS[claim.status])
        yield Triple(node, vocab.ASSERTED_IN, scene.document)
        yield from _indicator(scene, claim, node)
        yield from _quantity(claim, node)
        yield from _time(claim, node)
        yield from _belonging(scene, claim, node)
        yield from _evidence(scene, claim, node)
        for flag in claim.flags:
            yield Triple(node, vocab.FLAG, _flag(flag))


def _indicator(scene: Scene, claim: Claim, node: str) -> Iterator[Triple]:
    indicator = scene.base + mint("indicator", claim.metric)
    yield Triple(node, vocab.HAS_INDICATOR, indicator)
    yield Triple(indicator, vocab.TYPE, vocab.INDICATOR)
    yield from scene.name(indicator, claim.metric)


def _quantity(claim: Claim, node: str) -> Iterator[Triple]:
    yield Triple(node, vocab.COMPARATOR, vocab.COMPARATOR_CONCEPT[claim.comparator])
    if claim.change != "level":
        yield Triple(node, vocab.CHANGE, vocab.CHANGE_CONCEPT[claim.change])
    yield string(node, vocab.QUANTITY_TEXT, claim.value_text)
    if claim.unit:
        yield string(node, vocab.UNIT_TEXT, claim.unit)
    if unit := unit_iri(claim.unit):
        yield Triple(node, vocab.HAS_UNIT, unit)
    if claim.value_max is None:
        yield decimal(node, vocab.VALUE, claim.value)
    else:
        yield decimal(node, vocab.LOWER_BOUND, min(claim.value, claim.value_max))
        yield decimal(node, vocab.UPPER_BOUND, max(claim.value, claim.value_max))


def _time(claim: Claim, node: str) -> Iterator[Triple]:
    if claim.year is not None:
        yield year(node, vocab.DEADLINE if claim.status == "target" else vocab.TIME, claim.year)
        yield integer(node, vocab.YEAR, claim.year)
    if claim.period is not None:
        start, end = claim.period
        yield year(node, vocab.PERIOD_START, start)
        yield year(node, vocab.PERIOD_END, end)
        yield integer(node, vocab.START_YEAR, start)
        yield integer(node, vocab.END_YEAR, end)
    if claim.baseline_year is not None:
        yield year(node, vocab.BASELINE_TIME, claim.baseline_year)
        yield integer(node, vocab.BASELINE_YEAR, claim.baseline_year)


def _belonging(scene: Scene, claim: Claim, node: str) -> Iterator[Triple]:
    if claim.plan is not None:
        yield Triple(node, vocab.ON_AUTHORITY_OF, scene.base + claim.plan)
    if claim.region is not None:
        yield Triple(node, vocab.HAS_REGION, scene.locate(claim.region))
    if claim.subject and not (claim.region and is_name_of(claim.subject, claim.region)):
        yield chinese(node, vocab.SUBJECT, claim.subject)
    if claim.binding is not None:
        yield Triple(node, vocab.BINDINGNESS, vocab.BINDINGNESS_CONCEPT[claim.binding])


def _evidence(scene: Scene, claim: Claim, node: str) -> Iterator[Triple]:
    for span in claim.metric_spans:
        yield Triple(node, vocab.INDICATOR_EVIDENCE, scene.cite(span))
    yield Triple(node, vocab.VALUE_EVIDENCE, scene.cite(claim.value_span))
    for where in (claim.time_span, claim.baseline_span):
        if where is not None:
            yield Triple(node, vocab.TIME_EVIDENCE, scene.cite(where))


def _flag(flag: str) -> str:
    try:
        return vocab.FLAG_CONCEPT[flag]
    except KeyError:
        raise OntologyError(f"flag {flag!r} of a claim is no concept; add it to kg/vocab.py and ontology/") from None
