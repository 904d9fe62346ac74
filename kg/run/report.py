"""What a run found, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Issue
from kg.run.product import Summary


@dataclass(slots=True)
class Tally:
    """Sums over documents. Things that several documents name are counted once."""

    documents: int = 0
    organisations: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    plans: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    visions: int = 0
    targets: int = 0
    figures: int = 0
    triples: int = 0
    flags: Counter[str] = field(default_factory=Counter)

    def add(self, summary: Summary) -> None:
        self.documents += 1
        self.organisations.update(summary.organisations)
        self.events.update(summary.events)
        self.plans.update(summary.plans)
        self.projects.update(summary.projects)
        self.visions += summary.goals
        self.targets += summary.targets
        self.figures += summary.claims - summary.targets
        self.triples += summary.triples
        self.flags.update(summary.flags)

    def lines(self) -> Iterator[str]:
        """`9 targets` and the like, what there is none of left out."""
        counts = {
            "document": self.documents,
            "organisation": len(self.organisations),
            "event": len(self.events),
            "plan": len(self.plans),
            "project": len(self.projects),
            "vision": self.visions,
            "target": self.targets,
            "other figure": self.figures,
            "triple": self.triples,
        }
        yield from (f"{number:,} {name}{'s' * (number != 1)}" for name, number in counts.items() if number)


@dataclass(frozen=True, slots=True)
class Report:
    """The end of a run: `failures` are the sources that could not be built, `slow` those that took over two seconds
    (seconds by name), `built` how many documents were new, `unchanged` whether OUT was left as it was."""

    out: Path
    tally: Tally
    failures: tuple[Issue, ...]
    slow: tuple[tuple[str, float], ...]
    built: int
    unchanged: bool
