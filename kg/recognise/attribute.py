"""Attributes: words such as 占比, 营业收入 or 总投资 that say nothing without the thing they belong to."""

from __future__ import annotations

import re

from kg.lexicon.predicate import ATTRIBUTES
from kg.model import Span
from kg.recognise.phrase import Phrase

ATTRIBUTE = re.compile(rf"(?:总|规划|其|年|日|平均|累计|预计|设计)?(?:{'|'.join(ATTRIBUTES)})")
_SIZE = re.compile(r"(?:超过|超|逾|突破|不低于)?[0-9.]+[万亿]*(?:元|美元|亩|吨|平方米|千瓦)")


def owner_of(text: str, phrase: Phrase) -> Phrase:
    """The phrase without its own attribute.

    >>> t = "水厂日处理能力"
    >>> [t[a:b] for a, b in owner_of(t, (Span(0, len(t)),))]
    ['水厂']
    """
    *front, last = phrase
    for start in range(last.start, last.end - 1):
        if ATTRIBUTE.fullmatch(text, start, last.end):
            return (*front, Span(last.start, start)) if start > last.start else tuple(front)
    return phrase


def size_front(text: str, body: str, before: Phrase) -> Span | None:
    """其中超20亿元项目: what came before the size class of the last indicator counts for this one too."""
    if not _SIZE.match(body):
        return None
    span = before[0]
    found = _SIZE.search(text, span.start, span.end)
    return Span(span.start, found.start()) if found and found.start() > span.start else None
