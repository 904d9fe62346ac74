"""Names of trades and classes of goods that have a joint within: trade.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache

from kg.resource import package_text


@cache
def trades() -> tuple[str, ...]:
    """The names, without the 业 that some end in.

    >>> "住宿和餐饮" in trades()
    True
    """
    data = tomllib.loads(package_text("lexicon/trade.toml"))
    return (*data["trade"], *data["class"])
