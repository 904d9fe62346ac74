"""Names that would end twice in the same word: 行业产量 | 产量."""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.name.naming import Naming
from kg.recognise.syntax.phrase import Phrase

ECHO = 2
"""Shortest word that is not said twice, in characters."""


def without_echo(text: str, naming: Naming) -> Naming:
    """行业产量 | 产量 → 行业产量: a name does not end twice in the same word."""
    if not any(_is_echoed(text, phrase) for phrase in naming.phrases):
        return naming
    return replace(naming, phrases=tuple(p[:-1] if _is_echoed(text, p) else p for p in naming.phrases))


def _is_echoed(text: str, phrase: Phrase) -> bool:
    if len(phrase) < 2 or phrase[-1].end - phrase[-1].start < ECHO:
        return False
    return text.endswith(text[slice(*phrase[-1])], *phrase[-2])
