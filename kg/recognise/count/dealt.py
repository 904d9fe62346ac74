"""Numbers of what is dealt with, ranked by or due, which stands behind them, whatever stands before."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.name.naming import Place

_DEALT = late(r"(?<![针相面应绝反])对(?![外口接象比策照抗立手])")
_DEALS = late(r"(?:进行|予以|实施|加以)[了过]?[\u4e00-\u9fff]{2}")


def is_dealt_with(place: Place) -> bool:
    """对东河一带 | 近千平方米 | 违章建筑进行了拆除: what is dealt with stands behind how much of it there is."""
    if _ranks_by(place) or _falls_due(place):
        return True
    if place.last.unit_class != "physical" or not place.right.strong:
        return False
    return _DEALT.search(place.text, *place.name) is not None and bool(_DEALS.match(place.text, place.right.noun.end))


_RANKS = late(r"(?:数量|总数)?(?:位?[居列]|排名?|领[先跑]|稳居|高居)")


def _ranks_by(place: Place) -> bool:
    """甲镇以 | 54家 | 企业数量位居首位: by how many of what it ranks."""
    counts = place.last.unit_class in ("counter", "people") and place.frame.verb == "以"
    return counts and place.right.strong and _RANKS.match(place.text, place.right.noun.end) is not None


_DUE = late(r"[^，。；的]{1,14}?到期(?=[，。；\n]|$)")


def _falls_due(place: Place) -> bool:
    """公开市场将有 | 3亿元票据到期: an amount is that of what falls due."""
    return place.last.unit_class == "money" and _DUE.match(place.text, place.last.outer.end) is not None
