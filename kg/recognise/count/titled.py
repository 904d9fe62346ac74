"""Titles that those counted are given: 24家企业 | 被认定为 | 示范企业."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import Phrase, trim

_NAMES = r"认定|评定|评选|命名|确定|遴选|批准|授予"
_TITLED = late(
    rf"(?:[被获]?(?:{_NAMES}|评|列)(?P<named>为)|为)(?P<title>[^，。；：（(]{{4,30}}(?:（[^（）]{{1,10}}）)?)"
)
_NAMING = late(rf"(?:{_NAMES})[^，；。]{{0,60}}$")


def title_of(place: Place) -> Phrase | None:
    """甲公司等24家企业被认定为示范企业: the title that the things counted are given."""
    titled = _TITLED.match(place.text, place.right.noun.end) if place.last.unit_class == "counter" else None
    start = place.first.outer.start
    if titled is None:
        return None
    given = titled["named"] or _NAMING.search(place.text, max(place.sentence.start, start - 64), start)
    return (trim(place.text, Span(*titled.span("title"))),) if given else None
