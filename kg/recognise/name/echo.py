"""Names that would end, or begin, twice with the same word: 行业产量 | 产量, 日均 | 日均产量."""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.name.naming import Naming
from kg.recognise.syntax.phrase import Phrase

ECHO = 2
"""Shortest word that is not said twice, in characters."""


def without_echo(text: str, naming: Naming) -> Naming:
    """行业产量 | 产量 → 行业产量, 日均 | 日均产量 → 日均产量: a name says a word of its own once."""
    if all(len(phrase) < 2 for phrase in naming.phrases):
        return naming
    return replace(naming, phrases=tuple(_once(text, phrase) for phrase in naming.phrases))


def _once(text: str, phrase: Phrase) -> Phrase:
    if _is_echoed(text, phrase):
        return phrase[:-1]
    opening = text[slice(*phrase[0])]
    again = len(phrase) > 1 and len(opening) >= ECHO and text.startswith(opening, phrase[1].start)
    return phrase[1:] if again else phrase


def _is_echoed(text: str, phrase: Phrase) -> bool:
    if len(phrase) < 2 or phrase[-1].end - phrase[-1].start < ECHO:
        return False
    return text.endswith(text[slice(*phrase[-1])], *phrase[-2])
