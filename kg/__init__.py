"""Chinese government plans as a knowledge graph in which every number points at the words it was read from.

The library in five lines: `from kg.read import read` (bytes → article), `from kg.extract import extract` (article →
facts), `from kg.build import build` (article → graph), `from kg.write import WRITERS` (graph → bytes), `kg.open("out")`
(a built folder → queries, an rdflib graph, a networkx graph). The command is `kg`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.opened import Opened

__version__ = "0.1.0"


def open(out: str | Path) -> Opened:  # noqa: A001 - kg.open(OUT) reads like the built-in it stands beside
    """A folder that `kg build` made, to be asked; see `kg.opened.Opened`. Raises OutputError where it is none."""
    from kg.opened import open as opened  # noqa: PLC0415 - the store is loaded only for those who ask it

    return opened(out)
