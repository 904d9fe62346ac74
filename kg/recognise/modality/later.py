"""What of the year of a text still lies ahead of the day it was written."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.document.stance import Stance
from kg.recognise.time.period import Time

_LATER = late(
    r"(?:(?:今|本|(?:19|20)[0-9]{2})年)?(?:(?P<end>年?[底末](?!的)|年终)|(?P<half>下半年)|(?P<third>第?[三3]季度)|(?P<last>第?[四4]季度)"
    r"|(?:20[0-9]{2}年|今年)?(?P<month>[0-9]{1,2})月[底末]?(?!以来))"
)
_LAST_MONTHS = {"end": 10, "half": 6, "third": 6, "last": 9}
"""Up to which month the end of the year, its second half and its quarters lie ahead."""


def comes_later(text: str, time: Time | None, stance: Stance, sentence: Span, clause: Span) -> bool:
    """到今年底, 四季度, told in summer: that lies ahead."""
    if time is None or not stance.month or time.year != stance.year or time.kind not in ("month", "relative", "year"):
        return False
    if time.span.start < sentence.start or text.find("；", time.span.end, clause.start) >= 0:
        return False
    if text.startswith(("、", "和"), time.span.start - 1):
        return False
    start = time.span.start + text.startswith(("到", "至"), time.span.start)
    told = _LATER.match(text, start)
    if told is None or told.end() < time.span.end:
        return False
    if told["month"]:
        return int(told["month"]) > stance.month
    return any(told[name] and stance.month <= last for name, last in _LAST_MONTHS.items())
