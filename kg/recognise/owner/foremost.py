"""What grew most, which the clause before lists: 出口增长较快的领域是旅行、保险服务，| 分别增长20%、18%."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.gapped import heads_before
from kg.recognise.syntax.coordination import as_many
from kg.recognise.syntax.phrase import Phrase, trim

_FOREMOST = late(
    r"(?:其中)?(?P<what>[^，、；：]{0,12}?)(?:同比)?(?:增[长速幅]|涨幅|[降跌]幅|上涨|上升|下降|下滑|回落|提升)(?:相对|居|比)?"
    r"(?:[较最更]?[快大高多慢低小]|[较最]?(?:明显|突出)|[居靠]?前|贡献最大)的?"
    r"(?:[前0-9一二三四五六七八九十几两]{0,3}[大个位]?)(?:细分)?(?:领域|行业|产业|类别|商品|产品|品类|门类|地区|省份|城市|国家|市场)?"
    r"(?:主要|依次|分别)?(?:[是为有]|包括)(?P<items>[^，；]{2,})"
)
RANK_SIZE = 8
"""A clause shorter than this ranks nothing."""


def name_foremost(place: Place) -> Naming | None:
    """Each of those that the clause before ranks, with what of it grew; None unless it lists as many as there are
    numbers."""
    if place.size > 1 or place.first.unit_class != "ratio":
        return None
    before, count = place.scope.previous, len(place.group)
    if before is None or before.end - before.start < RANK_SIZE:
        return None
    ranked = _FOREMOST.fullmatch(place.text, *before)
    if ranked is None:
        return None
    listed = Span(*ranked.span("items"))
    items = as_many(place.text, listed, count) if count > 1 else ((listed,),)
    return Naming(_each_of(place, items, Span(*ranked.span("what"))), "list-before", inherited=True) if items else None


def _each_of(place: Place, items: tuple[Phrase, ...], what: Span) -> tuple[Phrase, ...]:
    """Each item with what of it is told, which may have been named before: 旅行服务 | 出口."""
    figure = trim(place.text, what)
    if figure.end > figure.start:
        return tuple((*item, figure) for item in items)
    heads = heads_before(place, items)
    return tuple((*item, *head) for item, head in zip(items, heads, strict=True)) if heads else items
