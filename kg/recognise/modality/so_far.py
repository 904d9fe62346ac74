"""What 将 before it does not put off: a figure that is kept as it is, and one of the time up to now."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.modality.aim import AIM
from kg.recognise.modality.beside import Beside

_KEPT_AT = late(r"将[^，。；]{2,30}(?:维持|保持|稳定)在?[^，。；]{0,4}$")
_UNCHANGED = late(r"(?:的水平|之间)?不变")
_AWAITED = late(r"预计(?!数)|预[期测]|有望|可能|[到至]20[0-9]{2}年")
_SO_LONG = late(r"(?:[半一二两三四五六七八九十几多]{1,3}|[0-9]{1,2})(?:年|个月|周|天)多?来(?!自)[^，。；0-9]{0,16}$")


def is_so_far(words: Beside) -> bool:
    """央行将利率维持在 | 3% | 不变; 将旧厂改为展馆，两年来 | 接待游客30万人次."""
    kept = _UNCHANGED.match(words.after) is not None and _KEPT_AT.search(words.before) is not None
    if kept and not _AWAITED.search(words.before):
        return True
    return _SO_LONG.search(words.before) is not None and not AIM.search(words.before)
