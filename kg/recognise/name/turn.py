"""The word that turns from one owner to the next: 乙市 | 则 | 产值增长3%. It is no part of a name."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming
from kg.recognise.syntax.phrase import Phrase

_TURN = late(
    r"(?<=[\u4e00-\u9fff]{2})(?<![规法原准通细守总否附罚税学章])则"
    r"(?:已经?|仅|也|有)?(?:连续[0-9一二三四五六七八九十两]{1,3}(?:年|周|天|个月|个季度))?(?=[\u4e00-\u9fff]{2})"
)


def without_turn(text: str, naming: Naming) -> Naming:
    """Names in two pieces where 则 stands between the owner and what is measured."""
    phrases = tuple(_cut(text, phrase) if phrase else phrase for phrase in naming.phrases)
    return naming if phrases == naming.phrases else replace(naming, phrases=phrases)


_RUNS_AT = late(r"(?<=[\u4e00-\u9fff]{2})(?:全线)?(?:按照?|以)(?=[\u4e00-\u9fff]{0,2}时速$)")
"""甲线全线按 | 时速 | 300公里运营."""


def _cut(text: str, phrase: Phrase) -> Phrase:
    """乙市 | 则连续4个月 | 涨幅 → 乙市 | 涨幅."""
    first, *rest = phrase
    if text.endswith("时速", *first) and (runs := _RUNS_AT.search(text, *first)):
        return (Span(first.start, runs.start()), Span(runs.end(), first.end), *rest)
    turn = _TURN.search(text, *first) if text.find("则", *first) >= 0 else None
    return (Span(first.start, turn.start()), Span(turn.end(), first.end), *rest) if turn else phrase
