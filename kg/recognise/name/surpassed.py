"""Figures that are only told because another passes them: 人均住房40平方米，远高于 | 规定的 | 30平方米 | 底线."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import Phrase

_PASSES = late(
    r"(?:这|已经?|均|都|也|仍|远远?|显著|明显|大幅|大大|略|历史性地?|首次|正式)*(?:[高低多少大小优快慢]于|超过|超越|超出)了?(?:该国)?"
    r"(?=[\u4e00-\u9fff]{2})(?![一二三四五六七八九十百千万两几数半我])"
)


def without_passing(place: Place, naming: Naming) -> Naming:
    """远高于 | 规定 | 30平方米的 | 底线 → 规定 | 底线: the name is that of the figure which is passed.

    超过计划 | 20%: by how much, and no figure of its own.
    """
    if naming.inherited or len(naming.phrases) != 1 or not naming.phrases[0]:
        return naming
    found = _PASSES.match(place.text, *naming.phrases[0][0])
    if found is None or (place.first.unit in ("%", "倍", "个百分点") and not _is_told(place)):
        return naming
    return replace(naming, phrases=(_cut(place, naming, found.end()),))


def _is_told(place: Place) -> bool:
    """Whether a noun behind the number tells what it is: 高于支出10%的 | 增速."""
    return place.text.startswith("的", place.last.span.end) and place.right.noun.end > place.right.noun.start


def _cut(place: Place, naming: Naming, start: int) -> Phrase:
    first, *rest = naming.phrases[0]
    noun = place.right.noun
    cut = (Span(start, first.end), *rest) if start < first.end else tuple(rest)
    if naming.rule != "noun-number" or noun.end <= noun.start or place.right.used:
        return cut
    place.right.used = True
    return (*cut, noun)
