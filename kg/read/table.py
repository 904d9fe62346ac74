"""Where the cells of a table stand: rows and columns counted as the HTML standard counts them (4.9.12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.read.layout import Draft

_WIDEST = 100  # a span wider than any table in print is a mistake or an attack
_LONGEST_CELL = 600
_MOST_BLOCKS = 8


@dataclass(slots=True)
class Grid:
    """A table in the making; `number` counts the tables of the document."""

    number: int
    drafts: list[Draft] = field(default_factory=list)
    row: int = -1
    _column: int = 0
    _taken: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> None:
        """Start a row."""
        self.row += 1
        self._column = 0

    def place(self, attributes: Mapping[str, str]) -> tuple[int, int]:
        """Row and column of the next cell; its colspan and rowspan are taken.

        >>> grid = Grid(0)
        >>> grid.next_row(), grid.place({"rowspan": "2"}), grid.place({"colspan": "2"}), grid.place({})
        (None, (0, 0), (0, 1), (0, 3))
        >>> grid.next_row(), grid.place({})
        (None, (1, 1))
        """
        self.row = max(self.row, 0)
        while self._taken.get(self._column, -1) >= self.row:
            self._column += 1
        column = self._column
        last = self.row + _span(attributes.get("rowspan", "")) - 1
        for taken in range(column, column + _span(attributes.get("colspan", ""))):
            self._taken[taken] = last
            self._column = taken + 1
        return self.row, column

    def judge(self) -> None:
        """Turn the cells into paragraphs where the table only lays out the page: one cell, or cells of whole texts."""
        blocks: dict[tuple[int, int], list[Draft]] = {}
        for draft in self.drafts:
            if draft.words.strip():
                blocks.setdefault((draft.row, draft.column), []).append(draft)
        longest = max((sum(len(draft.words) for draft in cell) for cell in blocks.values()), default=0)
        most = max(map(len, blocks.values()), default=0)
        if len(blocks) < 2 or longest > _LONGEST_CELL or most > _MOST_BLOCKS:
            for draft in self.drafts:
                draft.kind, draft.table, draft.row, draft.column = "paragraph", -1, -1, -1


def _span(value: str) -> int:
    """A colspan or rowspan: 1 where none or nonsense is given."""
    digits = value.strip()
    return min(max(int(digits), 1), _WIDEST) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else 1
