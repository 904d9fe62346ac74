"""Rows for a terminal: columns aligned by the width characters are shown with, two cells for 上."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.query.prefix import shorten

Term = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NUMERIC = {"integer", "decimal", "double", "float", "gYear", "nonNegativeInteger", "positiveInteger", "int", "long"}


def table(columns: Sequence[str], rows: Iterable[Sequence[Term]], width: int | None) -> str:
    """The rows under their heads. Numbers stand right; `width` in cells folds long cells, None leaves them whole.

    >>> print(table(["城市", "n"], [(ox.Literal("上海"), ox.Literal(50)), (ox.Literal("Wuhu"), None)], None))
     城市    n
    ───────────
     上海   50
     Wuhu
    """
    found = [list(row) for row in rows]
    grid = Table(box=SIMPLE_HEAD, show_edge=False, header_style="")
    for index, column in enumerate(columns):
        right = any(row[index] for row in found) and all(_is_number(row[index]) for row in found)
        grid.add_column(Text(column), justify="right" if right else "left", overflow="fold")
    for row in found:
        grid.add_row(*(Text(show(term)) for term in row))
    console = Console(file=io.StringIO(), color_system=None, width=width or 1 << 20)
    with console.capture() as captured:
        console.print(grid, width=width or console.measure(grid).maximum)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _is_number(term: Term) -> bool:
    return term is None or (isinstance(term, ox.Literal) and term.datatype.value.rpartition("#")[2] in _NUMERIC)


def show(term: Term) -> str:
    """A term in the fewest characters: literals bare, IRIs with their prefix, nothing for an unbound variable.

    Control characters are spelled out: what a document says must not steer the reader's terminal.
    """
    if term is None:
        return ""
    words = shorten(term.value) if isinstance(term, ox.NamedNode) else getattr(term, "value", str(term))
    return _CONTROL.sub(lambda match: match.group().encode("unicode_escape").decode(), words)
