"""The task of `kg build`: a source's bytes → what it adds to each output. Here stages and writers meet."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from kg.build import build
from kg.model import Result
from kg.read import read
from kg.run.product import Product, Record, Summary, to_product
from kg.run.task import Job
from kg.write.rdf import nquads, turtle
from kg.write.table import claims_rows


def work(job: Job, base: str) -> Product:
    """Read, build and write one document. Raises InputError where it cannot be read.

    The product does not name the source: the same bytes may be read from several, and be moved between two runs.
    """
    result = build(read(job.source), base)
    article, facts = replace(result.article, source=""), result.facts
    graph = nquads(result.triples, base + facts.document.id)
    written = (graph, turtle(result.triples, base), claims_rows(article, facts, base))
    return to_product(_summary(job.key, result, graph), Record(article, facts), written)


def _summary(key: str, result: Result, graph: bytes) -> Summary:
    facts = result.facts
    title = facts.document.title
    return Summary(
        key=key,
        document=facts.document.id,
        digest=result.article.digest,
        title=None if title is None else title.value,
        organisations=tuple(organisation.id for organisation in facts.organisations),
        events=tuple(event.id for event in facts.events),
        plans=tuple(plan.id for plan in facts.plans),
        projects=tuple(project.id for project in facts.projects),
        goals=len(facts.goals),
        claims=len(facts.claims),
        targets=sum(claim.status == "target" for claim in facts.claims),
        triples=len(result.triples),
        flags=tuple(flag for claim in facts.claims for flag in claim.flags),
        issues=tuple(replace(issue, source="") for issue in result.issues),
        size=len(graph),
        checksum=hashlib.sha256(graph).hexdigest(),
    )
