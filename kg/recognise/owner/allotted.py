"""What each of several is given: 甲行将分别 | 授予 | 乙公司300亿元、丙公司40亿元 | 融资额度."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.phrase import trim

_AMOUNT = r"[约近超过最高]{0,2}[0-9][0-9.]*[万亿]{0,2}元"
_ALLOTS = late(
    rf"(?P<who>[^，。；：、0-9]{{2,12}}?)?(?:将|已|拟)?分别(?P<does>授予|给予|拨付|拨给|划拨|提供)(?P<first>[^，。；、0-9]{{2,14}}){_AMOUNT}"
    rf"(?:[、和](?P<next>[^，。；、和0-9]{{2,14}}){_AMOUNT}){{1,6}}(?:的)?(?P<what>[\u4e00-\u9fff]{{2,12}})"
)
ALLOTTED_REACH = 60
"""How far before a number the verb of giving stands."""


def name_allotted(place: Place) -> Naming | None:
    """Who gives what to whom, for the amount of each."""
    text, start = place.text, place.first.span.start
    if place.first.unit_class != "money" or len(place.group) > 1 or place.size < 2:
        return None
    verb = text.rfind("分别", max(place.sentence.start, start - ALLOTTED_REACH), start)
    if verb < 0:
        return None
    opens = clause_start(text, place.sentence.start, verb, "，；：。")
    found = _ALLOTS.match(text, opens, place.sentence.end)
    if found is None or not found.start("first") < start < found.start("what"):
        return None
    first = found.end("first") >= place.name.end
    whom = Span(*found.span("first")) if first else place.name
    parts = (Span(*found.span("who")), Span(*found.span("does")), whom, Span(*found.span("what")))
    return Naming((tuple(trim(text, part) for part in parts if part.end > part.start),), "award")
