"""Counts of the parts of a paper or a film: 《办法》共19条, （一）服务方面5项, 六集 | 纪录片, （5分）."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity

_ARTICLES = late(r"(?:》|政策|措施|举措|意见|办法|草案|(?:附则|[章编〉》][^，。；]{0,8}|等)，(?:全文)?共?)共?$")
"""《办法》共19条, 支持政策24条, 设总则和附则，共69条: parts of a text."""
_PAPER = late(r"(?:》|方案|意见|规划|计划|措施|任务|改革)(?:共?有|共|包括|包含|分为?)?$")
"""《意见》有12大项: of a paper, and not of games."""
ARTICLE_REACH = 16
MOST_ARTICLES = 100


def is_article(text: str, quantity: Quantity) -> bool | None:
    """《办法》共19条, 《意见》有12大项: whether a count is that of the articles of a paper; None where it cannot be."""
    start, end = quantity.span
    paper = _ARTICLES if quantity.unit == "条" else _PAPER if text.endswith("大项", start, end) else None
    if paper is None or quantity.value >= MOST_ARTICLES:
        return None
    return paper.search(text, max(0, start - ARTICLE_REACH), start) is not None


_PARTS = late(r"方面共?$|[（(]共$")
_PARTS_END = late(r"(?:：|[)）]?(?:[。：\n]|$))")


def is_own_part(text: str, quantity: Quantity) -> bool:
    """（一）服务方面5项：…; 推广的做法（共23项）: how many items of the document follow; instalments (六集 | 纪录片)
    and points given on an assessment (数据共享（5分）)."""
    start, end = quantity.span
    if quantity.unit == "集":
        return quantity.is_han
    if quantity.unit == "分":
        return text[start - 1] in "（(" and text.startswith(("）", ")"), end)
    own = quantity.unit in ("项", "条") and _PARTS.search(text, max(0, start - 3), start)
    return bool(own) and _PARTS_END.match(text, end) is not None
