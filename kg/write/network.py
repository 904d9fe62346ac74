"""Results → one networkx graph: the things the articles speak of, and how they hang together.

One node per fact, named by the fact's id (local name of its IRI): a target is one node that carries its indicator,
value and year; evidence is not drawn. Attributes are plain scalars, so that the graph can be written as GraphML too.
Node: `kind`, `label`, and where they apply `year`, `unit`, `status`, `region`. Edge key: the relation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import networkx as nx

from kg.iri import region as region_id
from kg.lexicon.region import region_name
from kg.model import Article, Block, Claim, Facts, Result, Triple

SECTIONED = 12
"""From this many claims on, the headings of an article are nodes between the plan and its claims."""
MOST_SECTIONS = 20

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "约"}
_CHANGES = {
    "increase_by": "增加",
    "decrease_by": "下降",
    "increase_to": "增至",
    "decrease_to": "降至",
    "growth_rate": "增长",
    "new": "新增",
}


def to_network(results: Sequence[Result]) -> nx.MultiDiGraph[str]:
    """The articles' facts as a directed graph; what two articles share (a plan, a region) is one node.

    Nodes stand in text order, article by article; what only a region ties to the rest is mentioned by its article.
    The graph is new, the results are not touched.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for result in results:
        _add_things(graph, result)
    for result in results:
        for start, relation, end in _links(result):
            if start in graph and end in graph and start != end:
                graph.add_edge(start, end, key=relation)
    for result in results:
        for name in _unheld(graph, result):
            graph.add_edge(result.facts.document.id, name, key="mentions")
    return graph


def title_of(result: Result) -> str:
    """The article's title, else the name of its file."""
    title = result.facts.document.title
    return title.value if title else re.split(r"[/\\]", result.article.source)[-1] or result.article.source


def number(value: Decimal) -> str:
    """A number as Chinese readers write it, exact: 亿 and 万 where at most two decimals are left, 万亿 where three.

    >>> number(Decimal("1500000000")), number(Decimal("80")), number(Decimal("123456"))
    ('15亿', '80', '123,456')
    """
    for power, word in ((12, "万亿"), (8, "亿"), (4, "万")):
        scaled = value.scaleb(-power).normalize()
        if abs(value) >= 10**power and _decimals(scaled) <= (3 if power == 12 else 2):
            return f"{scaled:,f}{word}"
    return f"{value.normalize():,f}"


def amount(claim: Claim) -> str:
    """What the claim says of its indicator, in a few characters: “增至 >1亿个”.

    A change keeps its word, a bound its sign; a range is written with a dash.
    """
    figure = number(claim.value)
    if claim.value_max is not None:
        figure += "–" + number(claim.value_max)
    unit = "倍" if claim.change == "multiple" and not claim.unit else claim.unit
    text = _SIGNS.get(claim.comparator, "") + figure + unit
    change = _CHANGES.get(claim.change)
    return f"{change} {text}" if change else text


def when(claim: Claim) -> str:
    """The claim's year or period, empty where the text gives none."""
    if claim.year is not None:
        return str(claim.year)
    return f"{claim.period[0]}–{claim.period[1]}" if claim.period else ""


def sections(article: Article, facts: Facts) -> dict[str, Block]:
    """The heading each claim stands under, by claim id; empty for a short article or one without headings.

    The deepest level of headings that gives at most MOST_SECTIONS groups.
    """
    if len(facts.claims) < SECTIONED:
        return {}
    best: dict[str, Block] = {}
    for level in range(1, 7):
        heads = [b for b in article.blocks if b.kind == "heading" and b.level <= level]
        found = {c.id: head for c in facts.claims if (head := _last_before(heads, c.span.start))}
        count = len(set(found.values()))
        if count > 1 and (not best or count <= MOST_SECTIONS):
            best = found
    return best


def section_id(facts: Facts, head: Block) -> str:
    return f"section-{facts.document.id.removeprefix('doc-')}-{head.start}"


def region_label(code: str) -> str:
    """Chinese name of a region; a code GB/T 2260 lacks stands for itself."""
    try:
        return region_name(code)[0]
    except KeyError:
        return code


def region_codes(facts: Facts) -> list[str]:
    """Codes of all regions the facts name, sorted."""
    codes = [[thing.region for thing in things] for things in (facts.plans, facts.organisations, facts.goals)]
    codes += [[project.region for project in facts.projects], [claim.region for claim in facts.claims]]
    return sorted({code for group in codes for code in group if code})


def is_label(triple: Triple) -> bool:
    """True of rdfs:label, skos:prefLabel, schema:name and their like."""
    return triple.predicate.endswith(("#label", "#prefLabel", "/name", "/label"))


def _add_things(graph: nx.MultiDiGraph[str], result: Result) -> None:
    for name, attributes in _things(result):
        if name in graph:
            continue
        graph.add_node(name, **{k: v for k, v in attributes.items() if v is not None})
    for code in region_codes(result.facts):
        graph.add_node(region_id(code), kind="region", label=region_label(code), region=code)


def _unheld(graph: nx.MultiDiGraph[str], result: Result) -> list[str]:
    """What hangs on no other thing, and regions that several things share without a plan's being there."""
    names = [name for name, _ in _things(result) if name != result.facts.document.id]
    loose = [name for name in names if all(relation == "region" for _, _, relation in _edges(graph, name))]
    for code in region_codes(result.facts):
        inside = list(graph.predecessors(region_id(code)))
        if len(inside) != 1 and not any(graph.nodes[name]["kind"] in ("plan", "document") for name in inside):
            loose.append(region_id(code))
    return loose


def _edges(graph: nx.MultiDiGraph[str], name: str) -> list[tuple[str, str, str]]:
    return [*graph.in_edges(name, keys=True), *graph.out_edges(name, keys=True)]


def _things(result: Result) -> Iterator[tuple[str, dict[str, str | int | None]]]:
    article, facts = result.article, result.facts
    yield facts.document.id, {"kind": "document", "label": title_of(result)}
    for plan in facts.plans:
        yield plan.id, {"kind": "plan", "label": plan.title, "region": plan.region}
    for organisation in facts.organisations:
        yield organisation.id, {"kind": "organisation", "label": organisation.name, "region": organisation.region}
    for event in facts.events:
        yield event.id, {"kind": "event", "label": event.name, "year": event.date.year if event.date else None}
    for goal in facts.goals:
        yield goal.id, {"kind": "goal", "label": goal.text, "year": goal.year, "region": goal.region}
    for project in facts.projects:
        yield project.id, {"kind": "project", "label": project.name, "region": project.region}
    heads = sections(article, facts)
    for head in sorted(set(heads.values()), key=lambda b: b.start):
        yield section_id(facts, head), {"kind": "section", "label": article.text[head.start : head.end]}
    for claim in facts.claims:
        yield claim.id, _claim(claim)


def _claim(claim: Claim) -> dict[str, str | int | None]:
    year = claim.year if claim.year is not None else claim.period and claim.period[1]
    return {
        "kind": "target" if claim.status == "target" else "figure",
        "label": " · ".join(filter(None, (f"{claim.metric} {amount(claim)}", when(claim)))),
        "year": year,
        "unit": claim.unit,
        "status": claim.status,
        "region": claim.region,
    }


def _links(result: Result) -> Iterator[tuple[str, str, str]]:
    """(start, relation, end) in text order; ends that are no nodes are left to the caller to drop."""
    facts, document = result.facts, result.facts.document.id
    for plan in facts.plans:
        yield document, "about", plan.id
        yield from ((plan.id, "issuer", issuer) for issuer in plan.issuers)
        yield from _in_region(plan.id, plan.region)
    for organisation in facts.organisations:
        yield from _in_region(organisation.id, organisation.region)
    for event in facts.events:
        yield document, "reports", event.id
        yield from ((event.id, "organiser", organiser) for organiser in event.organisers)
        yield from ((event.id, "about", plan_id) for plan_id in event.about)
    for goal in facts.goals:
        yield goal.plan or document, "goal", goal.id
        if goal.prepares_for:
            yield goal.id, "preparesFor", goal.prepares_for
    for project in facts.projects:
        yield project.plan or document, "launches", project.id
    yield from _claim_links(result)


def _claim_links(result: Result) -> Iterator[tuple[str, str, str]]:
    facts, document = result.facts, result.facts.document.id
    heads = sections(result.article, facts)
    plan_regions = {plan.id: plan.region for plan in facts.plans}
    usual = Counter(claim.region for claim in facts.claims).most_common(1)
    for claim in facts.claims:
        holder = claim.plan or document
        if head := heads.get(claim.id):
            section = section_id(facts, head)
            yield holder, "contains", section
            holder = section
        yield holder, "sets" if claim.status == "target" else "states", claim.id
        # A line from every claim to the one region of the plan would say nothing and hide the rest.
        if claim.region not in (plan_regions.get(claim.plan or ""), usual[0][0]):
            yield from _in_region(claim.id, claim.region)


def _in_region(name: str, code: str | None) -> Iterator[tuple[str, str, str]]:
    if code:
        yield name, "region", region_id(code)


def _last_before(heads: Sequence[Block], offset: int) -> Block | None:
    index = bisect_right([head.start for head in heads], offset) - 1
    return heads[index] if index >= 0 else None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 99
