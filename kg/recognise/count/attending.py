"""Those of whom only what they do is told: 300余人 | 出席开幕式."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.implied import is_folk
from kg.recognise.name.naming import Naming, Place

HEADCOUNTS = {"人": "人数", "户": "户数", "股": "股数"}
"""People and those like them: what their number is called."""
_THEMSELVES = {"人": "人数", "名": "人数", "位": "人数", "股": "股数"}
"""Counters that say what is counted, and the number of it; 名 and 位 do where nothing else is told."""


def name_attending(place: Place) -> Naming | None:
    """300余人出席开幕式: people of whom only what they do is said are counted by that."""
    right, frame = place.right, place.frame
    does = right.action if right.noun.end == right.noun.start else None
    alone = len(place.group) == 1 and place.last.unit in _THEMSELVES
    alone = alone or all(quantity.unit in HEADCOUNTS for quantity in place.group)
    if does is None or not alone or frame.change not in (None, "level"):
        return None
    right.used = True
    if are := _ARE.match(place.text, *does):
        return Naming(((Span(are.end(), does.end),),), "number-noun", subject=place.subject)
    if is_folk(place.words) and (folk := _after_examples(place)):
        return Naming(((does, folk),), "number-noun")
    return Naming(((does,),), "number-noun", _THEMSELVES[place.last.unit], subject=place.subject)


_ARE = late(r"是(?![否非由因从在以为让将被用来])(?=[^，。；的是]{2,12}$)")
"""其中120人 | 是 | 学生: which of them, and nothing that they do."""
_EXAMPLES = late(r"、[^等]*等(?=[^等]{2,}$)")
FOLK_SIZE = 24
"""Longest name of those who attend."""


def _after_examples(place: Place) -> Span | None:
    """外长、部长等 | 各界人士 | 300人出席: the people without those who are named as examples."""
    listed = _EXAMPLES.search(place.text, *place.name)
    folk = Span(listed.end(), place.name.end) if listed else place.name
    return folk if folk.end - folk.start <= FOLK_SIZE else None
