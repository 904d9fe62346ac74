"""Whether a text orders or reports: all that tells is weighed in one sum, no single word decides.

Verbs of orders, aims and figures that somebody has set (80%以上) speak for a plan; words for what has been, results
summed up, figures that somebody has counted (27.2%) and what a market did speak for a report.
"""

from __future__ import annotations

import re

from kg.pattern import late
from kg.recognise.document.cue import AIMS, PAST, RESULT, UNDONE
from kg.recognise.time.years import YEAR

_ORDERS = late(rf"推动|加快|加强|鼓励|支持|完善|健全|推进|提升|强化|建立|落实|深化|培育|打造|力争|到{YEAR}年")
_SET = late(
    r"以[上内]|左右|不[低少]于|不[高超]|达到|力争|确保|争取|计划(?=全部|建成|新增|安排|完成|投资|改造|新建|增加|达到)"
    rf"|[到至]{YEAR}年"
)
_BOX = late(r"^\s*专栏\s*[0-9一二三四五六七八九]", re.MULTILINE)
"""Only plans have boxes."""
_MARKET = late(r"收[涨跌]|收报[0-9]|净[买卖][入出]|[涨跌][超近逾约]?\s*[0-9]")
"""收涨2.01%, 跌超8%, 净买入67亿元: what the market did."""
_COUNTED = late(r"[0-9](?:[万亿]?[多余]|[多余][万亿])|[0-9]\.[0-9]+\s*%")
"""2400多万户, 27.2%: figures that somebody has counted."""
_ROSE = late(r"[从由][^，。；]{0,8}?[0-9][^，。；]{0,12}(?:提高|提升|增加|增长|下降|降低|降|升|压缩|压减|扩大)[至到为]")
"""从67%提高到73%: plans say so as well."""

_FOR = ((_ORDERS, 1), (_SET, 1), (_BOX, 6))
_AGAINST = ((PAST, 4), (_MARKET, 4), (RESULT, 2), (_COUNTED, 4), (_ROSE, 1))
"""Plans tell what has been, too, but seldom; reports speak in the verbs of orders all the time."""
PER_ORDER = 250
"""When all is weighed, so much is left for an order: one in so many code points,"""
OF_NEWS = 3
"""and some more where the text is dated as news is."""


def orders(sample: str, *, dated: bool) -> bool:
    """Whether a text orders. News, which is dated, tells of the aims of others (将, 要): there aims speak for nothing.

    >>> orders("加快旧城改造，完善管网，推进绿化，支持老街复兴，建成公园3座。", dated=True)
    True
    >>> orders("加快旧城改造，完善管网，推进绿化，支持老街复兴，去年建成公园3座。", dated=True)
    False
    """
    speaks_for = _FOR if dated else (*_FOR, (AIMS, 1))
    least = len(sample) // PER_ORDER + OF_NEWS * dated
    return _sum(speaks_for, sample) > _sum(_AGAINST, UNDONE.sub("", sample)) + least


def _sum(weights: tuple[tuple[re.Pattern[str], int], ...], sample: str) -> int:
    return sum(weight * len(pattern.findall(sample)) for pattern, weight in weights)
