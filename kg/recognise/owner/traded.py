"""Goods listed after what is sold or bought of the first: 进口铁矿砂9亿吨；| 原油 | 4亿吨, and at which mean price."""

from __future__ import annotations

from kg.lexicon.predicate import FIGURES
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import Phrase

_TRADES = late(
    r"(?:进口|出口)(?=[\u4e00-\u9fff]{2})(?!总|均价|贸易|交货|退税|额|值|信[用保]|企业|商(?!品)|国|管制|配额|许可)"
)
_NO_GOODS = late(r"[进出]口|贸易|[增新]|对|与|和|其他国家|企业|市场|国家|地区|方式|[^，]*[省市县区国]$")
_MEAN = late(r"(?:(?P<trade>进口|出口)|平均)?(?:均价|单价|价格)(?:为|达)?每[\u4e00-\u9fff]{1,3}")
GOODS_SIZE = 16
"""Longest name of goods that takes the verb of those before, in characters."""


def goods_traded(place: Place) -> Phrase | None:
    """进口铁矿砂9亿吨；| 进口 | 原油 | 4亿吨: the verb stands before the first of the list only."""
    known = place.scope.units.get(place.first.unit, ())
    plain = place.frame.change is None and place.first.unit_class in ("money", "physical") and len(place.group) == 1
    if not known or not plain or place.right.strong or not 2 <= place.size <= GOODS_SIZE:
        return None
    verb = _TRADES.match(place.text, known[0].start)
    goes_on = known[0].start >= place.sentence.start or place.text.startswith("其中", place.sentence.start)
    if verb is None or not goes_on or _NO_GOODS.match(place.words) or place.words.endswith((*FIGURES, "进口", "出口")):
        return None
    return (Span(*verb.span()), place.name)


def mean_price(place: Place) -> Phrase | None:
    """进口铁矿砂9亿吨，进口均价每吨800元: of the goods named last."""
    mean, last = _MEAN.fullmatch(place.words), place.scope.last()
    if mean is None or last is None or not place.scope.metrics:
        return None
    again = 2 if mean["trade"] and place.text.startswith(mean["trade"], last[0].start) else 0
    return (*last, Span(place.name.start + again, place.name.end))
