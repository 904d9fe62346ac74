"""How what is counted moved: 31个行业 | 产值同比增长, 25个省份 | 收入增长, 8个行业 | 指数位于景气区间."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late

_ENDS = tuple("增长降涨跌升落亏平负正缩快缓善间点线上下")
"""What the verbs below end in."""
_MOVES = late(
    r"(?P<noun>[\u4e00-\u9fff]{0,6}?(?:行业|产业|门类|大类|中类|小类|省份|省区市|省[市区]|城市|地区|县区|区县|地市|品种|品类|产品|商品))"
    r"(?:大类|中类|小类|门类)?"
    r"(?P<does>(?:[^，。；、的0-9]{0,10}?(?<![保实出呈有继持]))(?:保持|保持了|实现了?|出现了?|呈现|有所|继续|持续|小幅|均|都|已)*(?:同比|环比|较上[年月]|比上[年月])?(?:保持|实现|呈|有所)?"
    r"(?:[正负]增长|增长|下降|上涨|下跌|上升|下滑|回升|回落|减亏|扭亏|增亏|亏损|持平|收缩|扩张|加快|放缓|改善|由负转正|由正转负"
    r"|(?:[位处高低]于|[保运][持行]在)[^，。；、的0-9]{0,8}(?:区间|临界点|荣枯线|(?:临界点|荣枯线)[之以][上下])))"
    r"(?=[，。；：、）)]|$)"
)


def moving(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """The noun that is counted, and what became of it or of its figure up to the end of the clause.

    >>> t = "31个行业货运总量同比增长"
    >>> noun, does = moving(t, 3, len(t))
    >>> t[slice(*noun)], t[slice(*does)]
    ('行业', '货运总量同比增长')
    """
    if not text.startswith(_ENDS, end - 1):
        return None
    found = _MOVES.fullmatch(text, start, end)
    return (Span(*found.span("noun")), Span(*found.span("does"))) if found else None


_AMONG = late("(?:当|之)?中")


def is_again(text: str, noun: Span, known: Span) -> bool:
    """Whether a noun stands for the fuller one of which it tells some: 40个工业行业中，30个 | 行业."""
    return _AMONG.match(text, known.end) is not None and text.endswith(text[slice(*noun)], *known)
