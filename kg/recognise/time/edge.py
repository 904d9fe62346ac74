"""What stands between a time and the words beside it, and belongs to the time: 2025年 | 左右, 最迟 | 2025年."""

from __future__ import annotations

from kg.pattern import late

_BEHIND = late(
    r"(?:[底末]?(?:之前|以前|前(?![0-9一二两三四五六七八九十几]))|开始|起|左右|前后|时(?![间期段代])|(?:到来)?之际|之年|期间|[^，。；0-9的]{0,3}努力"
    r"|(?<=年)这一年|(?<=[季度])末)"
)
_BEFORE = late(
    r"(?:截[至止]?到?|最迟[于在到至]?|不[迟晚]于|不[迟晚]|早在|早|直[到至]|直|(?:力争|争取|确保)?(?:再?用|利用|经过|通过)|力争|争取|(?<![高升加大降低少短缩展充增减提长涨跌落复延推为扩了达跃发])[到至]|(?<![等当优高低快慢多少大小])[于在])$"
)
LEAD_REACH = 6
"""Characters of 力争再通过."""


def behind(text: str, end: int, least: int) -> int:
    """Where the words of a time end that goes on behind `end`, up to `least`.

    >>> behind("2025年左右公园面积", 5, 11)
    7
    """
    found = _BEHIND.match(text, end, least)
    return found.end() if found else end


def before(text: str, start: int, least: int) -> int:
    """Where the words begin that lead to a time, from `least` on.

    >>> before("公园面积最迟于2025年", 7, 0)
    4
    """
    found = _BEFORE.search(text, max(least, start - LEAD_REACH), start)
    return found.start() if found else start


_PHASE = late(r"(?:[近中远]期|阶段末?|期[末内]|[水基规目][平准划标]年|展望)（到?$")


def is_of_phase(text: str, start: int) -> bool:
    """近期（2025年），第一阶段（2021—2023年）: whether a time in brackets tells when a phase is."""
    return _PHASE.search(text, max(0, start - 6), start) is not None
