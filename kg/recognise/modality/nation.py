"""The nation told of in passing: 14亿中国人的饭碗. How many they are is known, whatever is to be done for them."""

from __future__ import annotations

from decimal import Decimal

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.held import REACHING

LEAST, MOST = Decimal(500_000_000), Decimal(2_000_000_000)
"""Between these the nation has been in all years that texts tell of."""
_NATION = late(
    r"(?:各族)?(?P<name>中国人民(?!币|银行)|中国人|人民(?!币)|国人|中华儿女|人口(?=的?(?:发展中)?(?:的|大国|国家|中国|农业大国)))"
)


def nation_of(text: str, quantity: Quantity) -> Span | None:
    """Where the noun for the nation stands behind its number; None where it is not the nation, or is reached (惠及).

    >>> from kg.recognise.amount.quantity import find_quantities
    >>> text = "端牢14亿中国人的饭碗"
    >>> [text[slice(*nation_of(text, q))] for q in find_quantities(text)]
    ['中国人']
    """
    if not LEAST <= quantity.value <= MOST or quantity.unit not in ("", "人"):
        return None
    if text.endswith(REACHING, 0, quantity.outer.start):
        return None
    found = _NATION.match(text, quantity.span.end)
    return Span(*found.span("name")) if found else None
