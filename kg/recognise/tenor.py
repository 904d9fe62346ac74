"""Tenors of what is lent: 7天期 | 100亿元 | 逆回购操作, 操作共80亿元，其中隔夜期 | 3亿元."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.naming import Naming, Place

_TENOR = late(r"(?:隔夜|(?<![0-9])[0-9]{1,3}(?:天|日|个月|年)期)期?$")
TENOR_SIZE = 8
_DEALS = late(r"(?:操作|贷款|存款|国债|债券|票据|回购)$")


def name_tenor(place: Place) -> Naming | None:
    """What is dealt in for so long: the noun behind the amount, or what the sentence has counted in this money."""
    if place.first.unit_class != "money" or not place.text.endswith(("期", "隔夜"), *place.name):
        return None
    found = _TENOR.search(place.text, max(place.name.start, place.name.end - TENOR_SIZE), place.name.end)
    if found is None:
        return None
    tenor, right = Span(*found.span()), place.right
    if right.strong and _DEALS.search(place.text, *right.noun):
        right.used = True
        return Naming(((tenor, right.noun),), "number-noun", subject=place.subject)
    known = place.scope.units.get(place.first.unit)
    if known is None or tenor.start > place.name.start or _TENOR.search(place.text, *known[-1]):
        return None
    told = known[1:] if len(known) > 1 and _TENOR.search(place.text, *known[0]) else known
    return Naming(((tenor, *told),), "attribute", inherited=True)
