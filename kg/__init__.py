"""Chinese government plans as a knowledge graph in which every number points at the words it was read from.

`read(data, source) -> Article`, `extract(article) -> Facts` and `build(article) -> Result` are the library; the command is `kg`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.build import build, extract
    from kg.model import Article, Claim, Facts, Result
    from kg.read import read

__version__ = "0.1.0"
__all__ = ["Article", "Claim", "Facts", "Result", "__version__", "build", "extract", "read"]

_HOME = {
    "build": "kg.build",
    "extract": "kg.build",
    "read": "kg.read",
    "Article": "kg.model",
    "Claim": "kg.model",
    "Facts": "kg.model",
    "Result": "kg.model",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: `kg --help` must not wait for the lexicons.
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
