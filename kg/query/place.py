"""Where in a query something is wrong: line, column, and a mark under the place."""

from __future__ import annotations

import re

from rich.cells import cell_len

from kg.errors import QueryError

_WIDEST = 160
"""Longer lines are shown in part, around the place."""


def fault(query: str, offset: int, message: str) -> QueryError:
    """The error for what stands at `offset` (code points) of the query.

    >>> print(fault('SELECT * {\\n  ?城市 ??\\n}', 17, "not a variable"))
    query, line 2, column 7: not a variable
      ?城市 ??
            ^
    """
    before = re.split(r"\r\n|\r|\n", query[:offset])
    rest = re.split(r"[\r\n]", query[offset:], maxsplit=1)[0]
    line, lead = before[-1] + rest, before[-1]
    start = max(0, len(lead) - _WIDEST // 2)
    shown = line[start : start + _WIDEST].replace("\t", " ")
    indent = " " * cell_len(line[start : len(lead)])
    where = f"query, line {len(before)}, column {len(lead) + 1}"
    return QueryError(f"{where}: {message}\n{shown}\n{indent}^")


def offset_of(query: str, line: int, column: int) -> int:
    """Offset of a place that counts lines and columns (code points) from 1."""
    ends = [0, *(match.end() for match in re.finditer(r"\n", query))]
    return min(ends[min(line, len(ends)) - 1] + column - 1, len(query))
