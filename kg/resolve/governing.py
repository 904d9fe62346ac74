"""Which plan a passage speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Plan


def plan_before(plans: Sequence[Plan], at: int) -> Plan | None:
    """The plan mentioned last before a place of the text; the only plan of a text governs all of it.

    The document's own plan, mentioned nowhere but in the header, stands before everything.
    """
    if len(plans) == 1:
        return plans[0]
    best: tuple[int, Plan] | None = None
    for plan in plans:
        start = max((s.start for s in plan.mentions if s.start < at), default=-1 if plan.mentions else 0)
        if start >= 0 and (best is None or start >= best[0]):
            best = (start, plan)
    return best[1] if best else None
