"""Those listed and counted, then told of one by one: 甲业、乙业等两个行业产值增长，| 分别增长 | 3%、5%."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.number import parse_arabic, parse_han
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.gapped import OF_TRADES
from kg.recognise.syntax.phrase import split, trim

_COUNTED = late(
    r"(?:其中，?|[^，。；]{0,12}(?:来|方面)看，)?(?P<listed>[^。；：]{3,120}?)等?(?P<count>[2-9]|1[0-9]|[两二三四五六七八九十])[个大]?"
    r"(?:行业|产业|省份|城市|地区|省市|国家|品种|产品|领域|板块)的?(?P<figure>[^，。；的]{0,8}?)(?:[均都也仍则]|全部|继续)*(?:在[^，。；]{2,16}下)?[均都也仍]*"
    r"(?:(?:实现|保持|出现|呈现)[^，。；]{0,6})?(?:增长|下降|上升|上涨|下跌|回[升落])，[^，。；0-9]{0,4}$"
)
COUNTED_REACH = 200
_OWN = late(r"[^，；、]*[业]")


def name_one_by_one(place: Place) -> Naming | None:
    """A name for each number, of as many as were listed and counted in the clause before."""
    text, many = place.text, len(place.group)
    if many < 2 or place.size or not place.frame.spread:
        return None
    end = text.rfind("分别", place.sentence.start, place.first.span.start)
    start = max(place.sentence.start, end - COUNTED_REACH)
    found = _COUNTED.match(text, start, end) if end > start else None
    if found is None or many != int((parse_arabic if found["count"].isdigit() else parse_han)(found["count"]) or 0):
        return None
    items, figure = _items(text, Span(*found.span("listed")), many), trim(text, Span(*found.span("figure")))
    if not items:
        return None
    own = _OWN.match(text, *items[-1])
    if own and own.end() < items[-1].end:
        items, figure = (*items[:-1], Span(*own.span())), Span(own.end(), items[-1].end)
    if figure.end == figure.start:
        last = place.scope.before[-1:] if place.scope.before else []
        told = OF_TRADES.search(text, *last[0][-1]) if last else None
        figure = Span(*told.span()) if told else figure
    return Naming(tuple((item, figure) if figure.end > figure.start else (item,) for item in items), "list")


def _items(text: str, listed: Span, many: int) -> tuple[Span, ...]:
    """As many items as there are numbers: parted by commas where 、 stands inside of them; () otherwise."""
    commas = [listed.start - 1, *(at for at in range(*listed) if text[at] == "，"), listed.end]
    if len(commas) > many:
        return tuple(trim(text, Span(a + 1, b)) for a, b in zip(commas[-many - 1 :], commas[-many:], strict=False))
    items = split(text, listed)
    return items if len(items) == many else ()
