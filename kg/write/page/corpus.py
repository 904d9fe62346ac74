"""The index of the page over many documents: every figure as one row of numbers, every word kept once.

It is all the page needs to count, draw and list; sentences, texts and Turtle lie in parts (`corpus_parts`) that are
unpacked when somebody wants to see them.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Iterator
from typing import Any

from kg.lexicon.region import region_name
from kg.model import Claim, Facts, Result
from kg.write.network import amount, title_of
from kg.write.page.corpus_topic import topic_of, topics
from kg.write.page.words import flag_words

COLUMNS = (
    "document",
    "metric",
    "unit",
    "amount",
    "value",
    "change",
    "status",
    "region",
    "province",
    "topic",
    "plan",
    "flags",
    "year",
)
"""One number each: a place in the list of that name, but `document` counts documents and `year` is 0 for none.
`region` is what the figure is about, `province` the province that lies in."""
STATUSES = ("target", "observed", "threshold", "other")


class Words(dict[str, int]):
    """Words by place, in the order of first use."""

    def place(self, word: str) -> int:
        return self.setdefault(word, len(self))


class Index:
    """Grows by one document at a time; a hundred thousand take some hundred megabytes."""

    def __init__(self) -> None:
        self.lists = {name: Words() for name in COLUMNS[1:-1]}
        self.lists["status"].update((status, place) for place, status in enumerate(STATUSES))
        self.lists["topic"].update((key, place) for place, key in enumerate(topics()))
        self.lists["flags"].place("[]")
        self.bodies = Words()
        self.columns = {name: array("I") for name in COLUMNS}
        self.documents: dict[str, list[Any]] = {name: [] for name in ("title", "source", "date", "id", "bodies")}

    @property
    def claims(self) -> int:
        return len(self.columns["document"])

    def add(self, result: Result) -> None:
        """Enter a document and its figures."""
        facts = result.facts
        published = facts.document.published
        number = len(self.documents["id"])
        bodies = [self.bodies.place(body.name) for body in facts.organisations]
        row = (
            title_of(result),
            result.article.source,
            published.value[:10] if published else "",
            facts.document.id,
            bodies,
        )
        for kept, value in zip(self.documents.values(), row, strict=True):
            kept.append(value)
        for places in self._rows(number, facts):
            for column, place in zip(self.columns.values(), places, strict=True):
                column.append(place)

    def _rows(self, document: int, facts: Facts) -> Iterator[tuple[int, ...]]:
        plans = {plan.id: plan for plan in facts.plans}
        for claim in facts.claims:
            plan = plans.get(claim.plan or "")
            title = plan.title if plan else ""
            region = claim.region or (plan and plan.region) or ""
            words = (
                claim.metric,
                claim.unit,
                amount(claim),
                f"{claim.value:f}",
                claim.change,
                claim.status,
                region,
                region[:2] + "0000" if region else "",
                topic_of(claim.metric, title),
                title,
                json.dumps([flag_words(code, claim, plan) for code in claim.flags], ensure_ascii=False),
            )
            places = (self.lists[name].place(word) for name, word in zip(COLUMNS[1:-1], words, strict=True))
            yield (document, *places, _year(claim))

    def packed(self, parts: list[dict[str, Any]]) -> bytes:
        """Length of the JSON (32 bits), the JSON, the columns in its order; little-endian, on multiples of four."""
        columns = [(name, _narrow(column)) for name, column in self.columns.items()]
        lists: dict[str, list[Any]] = {name: list(words) for name, words in self.lists.items()}
        lists["flags"] = [json.loads(flags) for flags in lists["flags"]]
        lists |= {name: [[code, *_names(code)] for code in lists[name]] for name in ("region", "province")}
        about = {
            "count": self.claims,
            "columns": [[name, column.itemsize] for name, column in columns],
            "lists": lists | {"bodies": list(self.bodies)},
            "documents": self.documents,
            "parts": parts,
        }
        text = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        head = _padded(text)
        return b"".join((struct.pack("<I", len(head)), head, *(_padded(column.tobytes()) for _, column in columns)))


def _year(claim: Claim) -> int:
    return claim.year or (claim.period[1] if claim.period else 0)


def _names(code: str) -> tuple[str, str | None]:
    try:
        return region_name(code) if code else ("", None)
    except KeyError:
        return code, None


def _narrow(column: array[int]) -> array[int]:
    """The column in the fewest bytes that hold it, little-endian."""
    most = max(column, default=0)
    narrow = array("B" if most < 1 << 8 else "H" if most < 1 << 16 else "I", column)
    if sys.byteorder == "big":
        narrow.byteswap()
    return narrow


def _padded(data: bytes) -> bytes:
    """To a multiple of four, with spaces, which JSON does not mind."""
    return data + b" " * (-len(data) % 4)
