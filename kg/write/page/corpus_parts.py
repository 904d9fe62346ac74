"""What the page over many documents shows when asked: sentences, texts, Turtle, packed a run of documents at a time.

A part is a zlib stream named by its content, so that a page and the data of another build are never mixed. Of each run
of documents there are three: `sentences` (JSON, a list per column, an item per figure), `articles` (JSON, an item per
document), `turtle` (as in graph.ttl, each document below a comment that names it).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.model import Claim, Result
from kg.write.page.corpus import Index
from kg.write.rdf import turtle, turtle_head

RUN = 250_000
"""Characters of text after which a part is closed: some hundred kilobytes packed, unpacked in milliseconds."""

SENTENCES = (
    "id",
    "quote",
    "start",
    "end",
    "value_max",
    "comparator",
    "period",
    "baseline_year",
    "subject",
    "binding",
)


def write_parts(results: Iterable[Result], folder: Path, base: str) -> tuple[Index, list[str]]:
    """Write the parts of all results into `folder`, one run of documents in memory at a time.

    Returns the index, filled, and the names of the files: the index first, then the parts in order.
    """
    index, run = Index(), _Run(0, 0)
    parts: list[dict[str, Any]] = []
    for result in results:
        run.add(result, base)
        index.add(result)
        if run.size >= RUN:
            parts.append(run.write(folder, len(parts)))
            run = _Run(len(index.documents["id"]), index.claims)
    if run.articles:
        parts.append(run.write(folder, len(parts)))
    names = [part[kind] for part in parts for kind in ("sentences", "articles", "turtle")]
    return index, [_write(folder, "index", 0, index.packed(parts)), *names]


class _Run:
    """Documents in a row that share their parts; `document` and `claim` number its first."""

    def __init__(self, document: int, claim: int) -> None:
        self.document, self.claim, self.size = document, claim, 0
        self.sentences: dict[str, list[Any]] = {name: [] for name in SENTENCES}
        self.articles: list[dict[str, Any]] = []
        self.turtle: list[bytes] = []

    def add(self, result: Result, base: str) -> None:
        facts, article = result.facts, result.article
        for claim in facts.claims:
            quote = article.quote(claim.span)
            for kept, value in zip(self.sentences.values(), _sentence(claim, quote), strict=True):
                kept.append(value)
        document = facts.document
        about = [part.value for part in (document.publisher, document.origin) if part]
        self.articles.append(
            {
                "about": list(dict.fromkeys(about)),
                "url": document.url.value if document.url else "",
                "text": article.text,
                "blocks": [[b.start, b.end, b.kind, b.level, b.table, b.row] for b in article.blocks],
                "marks": [_marks(claim) for claim in facts.claims],
            }
        )
        self.turtle += (f"# {document.id}\n".encode(), turtle(result.triples, base), b"\n")
        self.size += len(article.text) + 40 * len(facts.claims)

    def write(self, folder: Path, number: int) -> dict[str, Any]:
        """Write the three parts; what the index says of them."""
        return {
            "document": self.document,
            "claim": self.claim,
            "sentences": _write(folder, "sentences", number, _json(self.sentences)),
            "articles": _write(folder, "articles", number, _json(self.articles)),
            "turtle": _write(folder, "turtle", number, b"".join(self.turtle)),
        }


def prefixes(base: str) -> str:
    """What stands before any Turtle of the parts."""
    return turtle_head(base).decode()


def _sentence(claim: Claim, quote: str) -> tuple[Any, ...]:
    return (
        claim.id,
        quote,
        claim.span.start,
        claim.span.end,
        "" if claim.value_max is None else f"{claim.value_max:f}",
        claim.comparator,
        list(claim.period or ()),
        claim.baseline_year or "",
        claim.subject or "",
        "" if claim.binding is None else int(claim.binding),
    )


def _marks(claim: Claim) -> list[tuple[int, int, str]]:
    """(start, end, role) of all that the claim was read from, the whole quote first."""
    spans = (
        ("quote", claim.span),
        *(("metric", span) for span in claim.metric_spans),
        ("value", claim.value_span),
        ("time", claim.time_span),
        ("baseline", claim.baseline_span),
        ("subject", claim.subject_span),
    )
    return [(*span, role) for role, span in spans if span]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _write(folder: Path, kind: str, number: int, data: bytes) -> str:
    name = f"{kind}-{number}-{hashlib.sha256(data).hexdigest()[:12]}.bin"
    (folder / name).write_bytes(zlib.compress(data, 6))
    return name
