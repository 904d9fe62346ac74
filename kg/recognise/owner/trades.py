"""Trades that commas part, as many as there are numbers: 信息传输业，批发和零售业，| 分别 | 增长9%和5%."""

from __future__ import annotations

from itertools import pairwise

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.gapped import OF_TRADES
from kg.recognise.syntax.phrase import trim

_TRADE = late(r"(?:其中|而)?(?P<trade>[\u4e00-\u9fff、（）]{2,24}(?<![企作])业)(?P<told>[\u4e00-\u9fff]{2,6})?")


def name_trades(place: Place) -> Naming | None:
    """A name for each number where a trade stands for each, one a clause; what is told of the last is told of all."""
    count = len(place.group)
    if count < 2 or not place.frame.spread:
        return None
    text, end = place.text, place.name.end if place.size > 1 else place.name.start
    start = max(place.sentence.start, place.scope.since)
    commas = [at for at in range(start, end) if text[at] in "，；："]
    ends = [*commas[:-1], end] if commas and commas[-1] >= end - 1 else [*commas, end]
    bounds = [start - 1, *ends][-count - 1 :]
    found = [_TRADE.fullmatch(text, *trim(text, Span(a + 1, b))) for a, b in pairwise(bounds)]
    if len(found) != count or not all(found) or any(m and m["told"] for m in found[:-1]):
        return None
    names = tuple((Span(*m.span("trade")),) for m in found if m)
    told = next((Span(*m.span("told")) for m in found if m and m["told"]), None)
    if told is None and (last := place.scope.last()) and (head := OF_TRADES.search(text, *last[-1])):
        return Naming(tuple((*name, Span(*head.span())) for name in names), "list", inherited=True)
    if told is not None and OF_TRADES.fullmatch(text, *told) is None:
        return None
    return Naming(tuple((*name, told) for name in names) if told else names, "list")
