"""What the numbers of a paragraph were told as, which those behind them go on with: 其中…, 同比…."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Status
from kg.recognise.amount.quantity import Quantity


@dataclass(slots=True)
class Said:
    """State while a block is read."""

    last: Status | None = None
    """Status of the number before, in the sentence."""
    aimed: bool = False
    """The sentence before ended with an aim, which 产值达5亿元 goes on with."""
    firsts: dict[str, Status] = field(default_factory=dict)
    """By unit, the status of the first number of the sentence,"""
    wholes: dict[str, Status] = field(default_factory=dict)
    """and of that of an earlier one, whose parts this one tells of (其中，…)."""
    earlier: tuple[Status | None, dict[str, Status]] = None, {}
    """`last` and `firsts` of the last sentence that had numbers."""

    def enter(self, *, goes_on: bool) -> None:
        """Begin a sentence, which may go on with what was told before."""
        self.aimed = self.last == "target"
        if self.firsts:
            self.earlier = self.last, self.firsts
        (self.last, self.wholes), self.firsts = self.earlier if goes_on else (None, {}), {}

    def tell(self, quantity: Quantity, status: Status) -> None:
        """Remember what a number was told as."""
        self.last = status
        self.firsts.setdefault(quantity.unit, status)

    def of(self, quantity: Quantity) -> Status | None:
        """Status of what a number is a part of, or stands behind."""
        return self.wholes.get(quantity.unit, self.last)
