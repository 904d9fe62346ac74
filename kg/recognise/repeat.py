"""Figures said twice: a title, a headline in 【】 or a summary repeats what the body says in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Block
from kg.recognise.mention import ClaimMention
from kg.recognise.phrase import words

_LABEL = re.compile(r"\s*(?:原标题|标题|来源|责任编辑|责编|编辑|记者)\s*[:：]")
HEADLINE_REACH = 120
"""A 【 further back than this opened no headline."""


def is_label(text: str, block: Block) -> bool:
    """Whether a block only carries metadata: 原标题：…, 责任编辑：…"""
    return _LABEL.match(text, block.start, block.end) is not None


_MARK = re.compile(
    r"[\s\u3000]*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[一二三四五六七八九十]是|——|[-—·•●■])"
)


def is_listed(text: str, block: Block) -> bool:
    """Whether a block is an item of a list: marked so, or numbered."""
    return block.kind == "item" or _MARK.match(text, block.start, block.end) is not None


def is_title(text: str, block: Block) -> bool:
    """Whether a block is a title or subheading: marked so, or short and without a full stop."""
    return block.kind == "heading" or (block.end - block.start < 45 and text[block.end - 1] not in "。；;！”）)：:，")


def in_headline(text: str, start: int) -> bool:
    """Inside 【…】, the headline that agencies put before their first sentence."""
    opened = text.rfind("【", max(0, start - HEADLINE_REACH), start)
    return opened >= 0 and text.find("】", opened, start) < 0


def once(text: str, found: Sequence[tuple[ClaimMention, bool]]) -> tuple[ClaimMention, ...]:
    """Each figure once, in text order. `found` pairs a claim with whether it stands in a title."""
    body = {claim.quantity.value for claim, title in found if not title}
    kept: dict[tuple[object, ...], list[ClaimMention]] = {}
    for claim, title in found:
        if title and claim.quantity.value in body:
            continue
        alike = kept.setdefault((claim.quantity.value, claim.quantity.high, claim.unit, claim.change), [])
        twin = next((k for k, other in enumerate(alike) if _repeats(text, claim, other)), None)
        if twin is None:
            alike.append(claim)
        elif len(words(text, claim.metric)) > len(words(text, alike[twin].metric)):
            alike[twin] = claim
    everything = (claim for alike in kept.values() for claim in alike)
    return tuple(sorted(everything, key=lambda c: (c.quantity.span.start, c.metric)))


def _repeats(text: str, claim: ClaimMention, other: ClaimMention) -> bool:
    """The same figure of the same thing again: distinctive (57.35万), named with mostly the same words, further on.

    Cells of a table repeat nothing, nor do figures of different places.
    """
    if claim.quantity.span == other.quantity.span or "table" in (claim.rule, other.rule):
        return False
    if claim.subject and other.subject and words(text, (claim.subject,)) != words(text, (other.subject,)):
        return False
    first, second = words(text, claim.metric) + claim.suffix, words(text, other.metric) + other.suffix
    if first == second:
        return (claim.time and claim.time.year) == (other.time and other.time.year)
    digits = len(str(claim.quantity.value).strip("0").replace(".", ""))
    letters, others = set(first), set(second)
    common = len(letters & others) >= 0.5 * min(len(letters), len(others)) > 0
    distinctive = digits > 2 or claim.quantity.value >= 10**6
    return distinctive and common and text.find("\n", other.span.end, claim.span.start) >= 0
