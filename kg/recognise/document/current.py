"""The one year that an undated text speaks of: figures without a time of their own hold then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.pattern import late
from kg.recognise.mention import ClaimMention
from kg.recognise.time.period import Time

_OWN = late("[今去]年")
"""A text that counts from a year of its own, unknown."""
_VAGUE = ("present", "month")


def with_current(text: str, claims: Sequence[ClaimMention], times: Iterable[Time]) -> tuple[ClaimMention, ...]:
    """The claims, those without a year dated by the only year that the text tells of (完成2019年度任务 … 建成3座).

    What was observed takes any such year, what is planned only one that another target of the text has; what is
    granted or ruled holds in no year of its own.
    """
    told = {time.year: time for time in reversed(tuple(times)) if time.kind == "year" and time.year}
    if len(told) != 1 or _OWN.search(text):
        return tuple(claims)
    [current] = told.values()
    aimed = any(c.status == "target" and c.time is not None and c.time.span == current.span for c in claims)
    return tuple(
        _dated(c, current)
        if (c.status == "observed" or (aimed and c.status == "target")) and text.find("每年", *c.span) < 0
        else c
        for c in claims
    )


def _dated(claim: ClaimMention, current: Time) -> ClaimMention:
    time = claim.time
    if claim.starting or claim.rule == "table" or (time is not None and (time.year or time.kind not in _VAGUE)):
        return claim
    return replace(claim, time=current, inherited=(*claim.inherited, ("time", current.span)))
