"""Figures of built folders side by side: contradictions, an indicator over regions and years, what changed.

Read from claims.csv, row by row; a figure is compared by what it is about, never by where it stands.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kg.errors import OutputError

About = tuple[str, ...]
APPROXIMATELY = Decimal("0.1")
"""How far 约 may be off, as a share of the value, before it contradicts another figure."""

_INFINITY = Decimal("Infinity")


class Figure(NamedTuple):
    """A row of claims.csv, as far as figures are compared; all as written there."""

    source: str
    title: str
    plan: str
    metric: str
    subject: str
    region: str
    value: str
    value_max: str
    unit: str
    comparator: str
    change: str
    baseline_year: str
    year: str
    period: str
    status: str
    quote: str

    @property
    def place(self) -> str:
        """The region, else the group that the figure is about."""
        return self.region or self.subject

    @property
    def when(self) -> str:
        return self.year or self.period

    @property
    def amount(self) -> str:
        """`≥ 80 %` and the like."""
        sign = _SIGNS[self.comparator]
        upper = f"–{self.value_max}" if self.value_max else ""
        return " ".join(filter(None, (sign, f"{self.value}{upper}", self.unit)))

    @property
    def about(self) -> About:
        """What must be the same for two figures to be comparable."""
        return (self.metric, self.place, self.when, self.unit, self.change, self.baseline_year, self.status)


_SIGNS = {"eq": "", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "range": ""}


def figures(out: Path) -> Iterator[Figure]:
    """The figures of a built folder. Raises OutputError where its claims.csv is missing or is not ours."""
    path = out / "claims.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield Figure(*(row[name] for name in Figure._fields))
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}; name a folder that `kg build` has made") from error
    except (KeyError, UnicodeDecodeError, csv.Error) as error:
        raise OutputError(f"{path}: is not a table of `kg build` ({error}); build it again") from error


def conflicts(found: Iterable[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Groups of figures that cannot all be true: same thing, place and time, and amounts that exclude each other.

    A figure without place or time contradicts nothing: what it is about is not known well enough.
    """
    groups: dict[About, dict[Figure, None]] = defaultdict(dict)
    for figure in found:
        if figure.place and figure.when:
            groups[figure.about][figure] = None
    for about in sorted(groups):
        if _exclude(groups[about]):
            yield tuple(groups[about])


def _exclude(group: Iterable[Figure]) -> bool:
    """Intervals have a common point if and only if every two of them have one."""
    bounds = [_bounds(figure) for figure in group]
    lower, upper = max(bound[0] for bound in bounds), min(bound[1] for bound in bounds)
    if lower != upper:
        return lower > upper
    return any(figure.comparator in ("gt", "lt") and Decimal(figure.value) == lower for figure in group)


def _bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    value = Decimal(figure.value)
    match figure.comparator:
        case "ge" | "gt":
            return value, _INFINITY
        case "le" | "lt":
            return -_INFINITY, value
        case "range":
            return value, Decimal(figure.value_max or figure.value)
        case "approx":
            return value - abs(value) * APPROXIMATELY, value + abs(value) * APPROXIMATELY
    return value, value


def compare(found: Iterable[Figure], indicator: str, years: Iterable[str]) -> tuple[list[str], dict[About, list[str]]]:
    """The years, and for each (indicator, place, status) its amounts in them; "" where there is none.

    `indicator` is part of the indicator's name; without `years`, all that occur.
    """
    wanted = set(years)
    cells: dict[About, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for figure in found:
        if indicator in figure.metric and figure.when and (not wanted or figure.when in wanted):
            amounts = cells[figure.metric, figure.place, figure.status][figure.when]
            if figure.amount not in amounts:
                amounts.append(figure.amount)
    columns = sorted(wanted or {when for row in cells.values() for when in row})
    return columns, {about: [" / ".join(row.get(when, ())) for when in columns] for about, row in sorted(cells.items())}


class Change(NamedTuple):
    """What a figure is about, and its amounts in the one build and the other, sorted; empty where it is not in it."""

    about: About
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: Iterable[Figure], after: Iterable[Figure]) -> Iterator[Change]:
    """Figures that came, went or have another amount, sorted by what they are about."""
    old, new = _amounts(before), _amounts(after)
    for about in sorted(old.keys() | new.keys()):
        if old.get(about) != new.get(about):
            yield Change(about, tuple(old.get(about, ())), tuple(new.get(about, ())))


def _amounts(found: Iterable[Figure]) -> dict[About, list[str]]:
    amounts: dict[About, list[str]] = defaultdict(list)
    for figure in found:
        amounts[figure.plan or figure.title, *figure.about].append(figure.amount)
    return {about: sorted(values) for about, values in amounts.items()}
