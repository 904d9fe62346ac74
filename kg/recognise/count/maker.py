"""By whom those counted are sent or made: 选派 | 300名教师, 80位画家 | 的150件作品."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import Phrase

_SENDS = late(r"(?:选派|派出|派遣|抽调|调派|增派|委派|选调)[出了]?[^，。；]{0,6}$")
_SENT = ("人", "名", "位", "支")
_FOLK = ("位", "名", "人")


def sending(place: Place, name: Span) -> Span | None:
    """选派 | 300名教师 | 支援山区: that they are sent tells which are counted; so it does of the next of a list."""
    if place.last.unit not in _SENT or not place.right.strong:
        return None
    if sent := _SENDS.search(place.text, *name):
        return Span(sent.start(), name.end)
    last = place.scope.metrics[-1] if place.scope.metrics else ()
    listed = name.end == name.start and place.text[place.first.outer.start - 1] == "、"
    return last[0] if listed and len(last) > 1 and _SENDS.match(place.text, *last[0]) else None


def makers_of(place: Place) -> Phrase | None:
    """80位画家 | 的150件作品: whose they are that are counted, where those were counted right before."""
    start, known = place.first.outer.start, place.scope.metrics[-1:]
    if place.text[start - 1] != "的" or not known or known[0][-1].end != start - 1:
        return None
    return next((known[0] for unit in _FOLK if place.scope.units.get(unit) == known[0]), None)
