"""Which plan a passage speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Plan

_PLANS = ("plan", "programme", "opinion", "notice")


class Governing:
    """The plans of a text by where they are mentioned.

    Laws, reports and lists are cited more often than spoken of: they govern only a text that has nothing else.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        plans = [p for p in plans if p.kind in _PLANS] or plans
        self._only = plans[0] if len(plans) == 1 else None
        # The document's own plan, mentioned nowhere but in the header, stands before everything.
        places = sorted(
            (start, index) for index, plan in enumerate(plans) for start, _ in (plan.mentions or ((-1, 0),))
        )
        self._starts = [start for start, _ in places]
        self._plans = [plans[index] for _, index in places]

    def before(self, at: int) -> Plan | None:
        """The plan mentioned last before a place of the text; the only plan of a text governs all of it."""
        if self._only:
            return self._only
        index = bisect_left(self._starts, at) - 1
        return self._plans[index] if index >= 0 else None
