"""Mentions in text order, and those of them that lie in a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from kg.model import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)


class Along(Generic[T]):
    """Mentions that do not overlap, in text order."""

    __slots__ = ("_ends", "_starts", "items")

    def __init__(self, items: Sequence[T]) -> None:
        self.items = items
        self._starts = [item.span.start for item in items]
        self._ends = [item.span.end for item in items]

    def within(self, start: int, end: int) -> Sequence[T]:
        """Those that begin and end in `start..end`."""
        return self.items[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def last_before(self, end: int) -> int:
        """Index of the last one that ends at or before `end`; -1 when none does."""
        return bisect_right(self._ends, end) - 1
