"""Traditional characters and the simplified ones in their place. Data: script.toml."""

from __future__ import annotations

import tomllib

from kg.resource import package_text

_DATA: dict[str, list[list[str]]] = tomllib.loads(package_text("lexicon/script.toml"))
_SIMPLE = str.maketrans({a: b for old, new in _DATA["pairs"] for a, b in zip(old, new, strict=True)})


def simplified(text: str) -> str:
    """The text in simplified characters, one for one, so that offsets stay.

    >>> simplified("原煤八千萬噸，增長百分之六點五")
    '原煤八千万吨，增长百分之六点五'
    """
    return text.translate(_SIMPLE)
