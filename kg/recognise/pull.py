"""By how much one thing makes another grow: 投资增长9%，拉动经济 | 增长2个百分点 tells its part in the growth."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.naming import Naming, Place
from kg.recognise.phrase import Phrase, trim
from kg.recognise.share import without_share

_PULLS = late(
    r"(?P<who>(?:[^，。；]{2,40}?(?<!对))?)(?:共同|合计|直接|分别|共|将|可|也|则|并|已)*"
    r"(?P<pull>(?:拉动|带动|推动)[^，。；、]{2,14}?)(?:分别|合计|同比)?"
)
_TOLD = late(r"[高低快慢多少]于|[高低多]出|超[过出]?|对.{2,20}贡献率?$")
"""出口 | 高于全省增速, 消费 | 对经济增长的贡献率: what was told of the thing that pulls."""

_THIS = late("(?:这|此举)[^，。；]{0,4}$")
"""这就能 | 拉动投资: all that was told."""


def name_pull(place: Place) -> Naming | None:
    """The thing that pulls, named here or last, with what it pulls and 增长."""
    if place.first.unit not in ("个百分点", "百分点") or place.frame.change != "growth_rate" or len(place.group) > 1:
        return None
    pulls = _PULLS.fullmatch(place.words)
    if pulls is None:
        return None
    start = place.name.start
    who = trim(place.text, Span(start, start + pulls.end("who")))
    puller = (who,) if who.end > who.start else _told_last(place)
    verb = place.text.find(place.frame.verb, place.name.end, place.first.outer.start)
    pull = Span(start + pulls.start("pull"), verb + len(place.frame.verb) if verb >= 0 else place.name.end)
    return Naming(((*puller, pull),), "pull", inherited=who.end <= who.start, subject=place.subject)


def _told_last(place: Place) -> Phrase:
    """What the sentence named last, without its share or gap."""
    if not place.scope.metrics or _THIS.search(place.text, place.sentence.start, place.name.start):
        return ()
    last = without_share(place.text, place.scope.metrics[-1])
    told = _TOLD.search(place.text, *last[-1]) if last else None
    if told is None:
        return last
    kept = Span(last[-1].start, told.start())
    return (*last[:-1], kept) if kept.end > kept.start else last[:-1]
