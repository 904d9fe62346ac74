"""Names of bodies: organ.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.resource import package_text


class Organs(NamedTuple):
    """Forms of names: `central`, `listed`, `offices` and `stems` map one to the fullest wording of what it means."""

    central: dict[str, str]
    listed: dict[str, str]
    offices: dict[str, str]
    stems: dict[str, str]
    countries: tuple[str, ...]


@cache
def organs() -> Organs:
    """The lexicon. Raises LexiconError when a form stands for two bodies."""
    data = tomllib.loads(package_text("lexicon/organ.toml"))
    central, listed, offices, stems = (_forms(data[kind]) for kind in ("central", "listed", "offices", "stems"))
    return Organs(central, listed, offices, stems, tuple(data["countries"]))


def _forms(rows: list[list[str]]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for full, *others in rows:
        for form in (full, *others):
            if forms.setdefault(form, full) != full:
                raise LexiconError(f"kg/lexicon/organ.toml: {form} stands for {forms[form]} and {full}; keep one")
    return forms
