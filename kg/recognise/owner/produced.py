"""Goods listed after others that have one figure: 生铁、钢材 | 产量 | 分别为5吨、6吨，焦炭和水泥 | 分别为3吨、2吨."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.predicate import FIGURES
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import Phrase, is_area, words

_MADE = late(r"(?:产量|销量|产销量|出货量|发电量|库存量?)$")
GOODS_SIZE = 2, 8
"""How long the name of goods is, in characters."""
_NO_GOODS = late(
    r"[进出]口|[新增净累合总共计达]|其中|[^，]*[年月日]|[^，]*(?:[量额率数值价]|企业|需求|供应|[省市县区国])$"
)


def output_told(place: Place, named: Sequence[Phrase]) -> Phrase:
    """The figure that the goods before have in the same unit, where the names are of nothing but goods; else ()."""
    known = place.scope.units.get(place.first.unit, ())
    level = place.frame.change in (None, "level") and place.first.unit_class in ("physical", "counter")
    if not known or not level or place.right.strong or known not in place.scope.metrics:
        return ()
    made = _MADE.search(place.text, *known[-1])
    return (Span(*made.span()),) if made and all(_are_goods(words(place.text, name)) for name in named) else ()


def _are_goods(name: str) -> bool:
    if not GOODS_SIZE[0] <= len(name) <= GOODS_SIZE[1] or name.endswith(FIGURES):
        return False
    return _NO_GOODS.match(name) is None and not is_area(name)
