"""What turned round since: 家电价格 | 由上月 | 下降1%转为上涨2%. When it was so is no part of its name."""

from __future__ import annotations

from kg.pattern import late

_SINCE = late(r"(?:(?<=[\u4e00-\u9fffA-Z]{2})|(?<=[，；]))(?:已经?)?[由从](?:[上前]个?月|上个?季度|上个?周)的?$")
_TURNS = late(r"[^，。；]{0,16}?转")
SINCE_REACH = 8


def turned_since(text: str, start: int, end: int, number: int) -> int | None:
    """Where 由上月 begins before a verb, of a clause whose number turns into something else; None where it does not.

    >>> t = "家电价格由上月下降1%转为上涨2%"
    >>> turned_since(t, 0, 7, 9)
    4
    """
    if _TURNS.match(text, number) is None:
        return None
    since = _SINCE.search(text, max(start, end - SINCE_REACH), end)
    return since.start() if since else None
