"""Units as written → IRIs: QUDT where it has the unit, our own where it lacks it, None where we are not sure.

Data: unit.tsv, each name checked against QUDT 3.4.0 (CC BY 4.0); counters come from the lexicon's classes.
"""

from __future__ import annotations

from functools import cache

from kg import vocab
from kg.lexicon.unit import CLASS
from kg.resource import package_text

_COUNTING = ("people", "counter", "self_naming")
_NO_COUNT = frozenset({"点"})
"""Points of an index look like a counter and are none."""


@cache
def unit_iri(unit: str) -> str | None:
    """IRI of a unit.

    >>> unit_iri("%"), unit_iri("家"), unit_iri("桶")
    ('http://qudt.org/vocab/unit/PERCENT', 'http://qudt.org/vocab/unit/NUM', None)
    """
    if (found := _table().get(unit)) is not None:
        return found
    return vocab.UNIT + "NUM" if CLASS.get(unit) in _COUNTING and unit not in _NO_COUNT else None


@cache
def _table() -> dict[str, str]:
    lines = package_text("describe/unit.tsv").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    prefixes = {"unit": vocab.UNIT, "gp": vocab.GP}
    return {text: prefixes[prefix] + name for text, prefix, name in rows}
