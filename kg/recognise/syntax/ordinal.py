"""Classes told by their numerals alone: 第一、二、三产业增加值; 一二三线城市房价; 二、三季度产值."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.phrase import Phrase

_ORDINALS = late(
    r"(?P<mark>第)?(?P<numerals>[一二三四五](?:[、和及与]{0,1}第?[一二三四五]){1,4})"
    r"(?=线(?:城市|品牌|[新二][手建])|产业|(?:个)?季度|等奖|类(?![和似])|级(?!以))"
)
_NUMERAL = late("[一二三四五]")


def distribute_ordinals(text: str, span: Span) -> tuple[Phrase, ...]:
    """A name for each numeral, with what stands before and behind all of them; () where there are no such.

    >>> from kg.recognise.syntax.phrase import words
    >>> t = "甲省二三线城市茶价"
    >>> [words(t, p) for p in distribute_ordinals(t, Span(0, len(t)))]
    ['甲省二线城市茶价', '甲省三线城市茶价']
    """
    found = _ORDINALS.search(text, *span)
    if found is None:
        return ()
    front, head = Span(span.start, found.end("mark") if found["mark"] else found.start()), Span(found.end(), span.end)
    numerals = (Span(*numeral.span()) for numeral in _NUMERAL.finditer(text, *found.span("numerals")))
    return tuple((front, numeral, head) if front.end > front.start else (numeral, head) for numeral in numerals)
