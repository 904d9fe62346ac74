"""Answers: what a question asks for is what the number in its answer counts (新建了多少所学校？答案是 | 8所)."""

from __future__ import annotations

from kg.lexicon.predicate import DEEDS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import trim

_ANSWERS = late(r"(?:[\u4e00-\u9fff]{2,10}的)?(?:答案|回答)")
_ASKS = late(
    rf"(?:(?P<deed>[新改扩修]建|{any_of(DEEDS)}|[\u4e00-\u9fff](?=了))了?)?(?:多少|几)(?:[个件名位所家座条台辆艘只头棵部项种类次场户](?![体户]))?"
    r"(?P<folk>人)?(?P<what>[^，。；？！、]{0,14}(?:、[^，。；？！、]{1,8})?)？[”’]?$"
)
ASK_REACH = 48
"""How far before the answer the question may begin to ask."""


def name_answer(place: Place) -> Naming | None:
    """去年新建了多少所学校？答案是 | 8所: the thing asked for, with what was done to it."""
    if not _ANSWERS.fullmatch(place.words):
        return None
    at = place.sentence.start
    asks = _ASKS.search(place.text, max(0, at - ASK_REACH), at)
    if asks is None:
        return None
    what = trim(place.text, Span(*asks.span("what")))
    what = Span(what.start, what.end - place.text.endswith(("吗", "呢"), *what))
    deed = (Span(*asks.span("deed")),) if asks["deed"] else ()
    folk = (Span(*asks.span("folk")),) if asks["folk"] else ()
    phrase = tuple(piece for piece in (*deed, what, *folk) if piece.end > piece.start)
    return Naming((phrase,), "clause-before", inherited=True) if phrase else None
