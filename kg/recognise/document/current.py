"""The one year that an undated text speaks of: figures without a time of their own hold then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon.title import title_kind
from kg.model import Span
from kg.pattern import late
from kg.recognise.mention import ClaimMention
from kg.recognise.time.period import Time, find_plans

_OWN = late("[今去]年")
"""A text that counts from a year of its own, unknown."""
_VAGUE = ("present", "month")


def with_current(text: str, claims: Sequence[ClaimMention], times: Iterable[Time]) -> tuple[ClaimMention, ...]:
    """The claims, those without a year dated by the only year that the text tells of (完成2019年度任务 … 建成3座).

    What was observed takes any such year, what is planned only one that another target of the text has, or the
    five-year plan or deadline that the text opens with; what is granted or ruled holds in no year of its own.
    """
    times = tuple(times)
    if _OWN.search(text):
        return tuple(claims)
    if opening := _opening_plan(text, times) or _opening_deadline(text, times):
        ahead, end = opening
        return tuple(_dated(c, ahead) if _is_aim_of(text, c, end) else c for c in claims)
    told = {time.year: time for time in reversed(times) if time.kind == "year" and time.year}
    if len(told) != 1:
        return tuple(claims)
    [current] = told.values()
    aimed = any(c.status == "target" and c.time is not None and c.time.span == current.span for c in claims)
    return tuple(
        _dated(c, current)
        if (c.status == "observed" or (aimed and c.status == "target")) and text.find("每年", *c.span) < 0
        else c
        for c in claims
    )


def _is_aim_of(text: str, claim: ClaimMention, end: int) -> bool:
    """Whether a claim is an aim of what a text sets out with, which holds up to `end`, and not one of each year."""
    return claim.status == "target" and claim.span.start < end and text.find("每年", *claim.span) < 0


def _opening_plan(text: str, times: Sequence[Time]) -> tuple[Time, int] | None:
    """甲省“十四五”物流规划, the title, or “十四五”时期是…的第一个五年: the five years that a text sets out with, where
    it tells of no other plan ahead, and where they end to hold."""
    title = _TITLE.match(text)
    if title and title_kind(title["name"]) == "plan" and (own := next(find_plans(title["name"]), None)):
        return Time(Span(*title.span("name")), "period", own[1][1], own[1]), len(text)
    first = times[0] if times else None
    if first is None or first.kind != "period" or first.period is None or first.span.start > OPENING:
        return None
    others = {time.period for time in times if time.kind == "period"}
    if others != {first.period} or first.period[1] - first.period[0] != PLANNED:
        return None
    return first, len(text)


OPENING, PLANNED = 60, 4
"""How far into the text its plan is told, in characters; from the first to the last year of a plan."""


def _opening_deadline(text: str, times: Sequence[Time]) -> tuple[Time, int] | None:
    """甲市若干措施: 为加快发展，到2025年，…: the deadline that a titled text sets out with, before its first part, and
    where it tells of another year, if it does."""
    told = [time for time in times if time.kind not in ("baseline", "origin")]
    first = told[0] if told else None
    if first is None or first.kind != "deadline" or first.span.start > LONGEST_OPENING:
        return None
    title = _TITLE.match(text)
    if title is None or title_kind(title["name"]) is None or _PART.search(text, 0, first.span.start):
        return None
    return first, next((time.span.start for time in told if time.year not in (None, first.year)), len(text))


_TITLE = late(r"\s*(?P<name>[^，。；：\n]{4,60}?)\s*\n")
_PART = late(
    r"^[\s\u3000]*(?:[（(]?[一二三四五六七八九十]{1,2}[）)、]|第[一二三四五六七八九十]{1,2}[章条])", re.MULTILINE
)
LONGEST_OPENING = 160
"""How far into a text its deadline may stand, behind its title and what it is for."""


def _dated(claim: ClaimMention, current: Time) -> ClaimMention:
    time = claim.time
    if claim.starting or claim.rule == "table" or (time is not None and (time.year or time.kind not in _VAGUE)):
        return claim
    return replace(claim, time=current, inherited=(*claim.inherited, ("time", current.span)))
