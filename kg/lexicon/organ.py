"""Names of bodies: organ.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.resource import package_text


class Organs(NamedTuple):
    """Forms of names by what they mean: `central`, `listed` and `stems` map a form to the fullest wording."""

    central: dict[str, str]
    listed: dict[str, str]
    stems: dict[str, str]
    countries: tuple[str, ...]


@cache
def organs() -> Organs:
    """The lexicon. Raises LexiconError when a form stands for two bodies."""
    data = tomllib.loads(package_text("lexicon/organ.toml"))
    central, listed, stems = (_forms(data[kind]) for kind in ("central", "listed", "stems"))
    return Organs(central, listed, stems, tuple(data["countries"]))


def _forms(rows: list[list[str]]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for full, *others in rows:
        for form in (full, *others):
            if forms.setdefault(form, full) != full:
                raise LexiconError(f"kg/lexicon/organ.toml: {form} stands for {forms[form]} and {full}; keep one")
    return forms
