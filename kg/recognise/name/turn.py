"""The word that turns from one owner to the next, or says what one aims at: 乙市 | 则 | 产值增长3%, 目标是 | 产值
增长3%. It is no part of a name."""

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
    """Names in two pieces where 则 stands between owner and what is measured; names without what 是 says of them."""
    phrases = tuple(_cut(text, _without_is(text, phrase)) if phrase else phrase for phrase in naming.phrases)
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


_IS = late(
    r"(?:(?P<aim>[^，。；]{0,16}?)的?(?:目标|任务|底线|雄心)(?:则|就|也)?是|(?:(?:[第其]?[一二三四五])[降升增减]?|光|单单?|仅仅?)是因?)(?![比在为由与和])(?P<does>[^，。；]*)"
    r"|(?P<what>[^，。；是]{2,}?)(?:每年|每月|大概|一般|[也都则就])*是(?:我国[^，。；]*)?"
)
SHORTEST = 2
"""Characters of words that name something."""


def _without_is(text: str, phrase: Phrase) -> Phrase:
    """甲市的任务是 | 压减生铁 → 压减生铁, 产量的目标是 → 产量, 甲铁路是我国在 | 时速 → 甲铁路 | 时速."""
    first, *rest = phrase
    found = _IS.fullmatch(text, *first) if text.find("是", *first) > 0 else None
    if found is None:
        return phrase
    if found["does"] is not None and len(found["does"]) >= SHORTEST:
        whose = found["aim"] and len(found["does"]) == SHORTEST  # 甲厂的目标是 | 年产
        return (*((Span(*found.span("aim")),) if whose else ()), Span(*found.span("does")), *rest)
    kept = "aim" if found["aim"] else "what"
    return (Span(*found.span(kept)), *rest) if found[kept] and len(found[kept]) >= SHORTEST else phrase
