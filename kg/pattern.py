"""Patterns that are compiled when they are first used.

An article meets half of the patterns of `kg`, and compiling them all takes longer than reading it.
"""

from __future__ import annotations

import re
from typing import Any, cast

from kg.compiled import compiled

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Late:
    """Stands for a compiled pattern: the first call of a method compiles it, all later ones go straight there."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for a slot that is still empty.
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` makes it, compiled at its first use.

    >>> late("[0-9]+年").search("到2025年").group()
    '2025年'
    """
    return cast("re.Pattern[str]", Late(pattern, flags))
