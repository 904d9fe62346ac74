"""Regions named before that share a figure: 甲市和乙市作为大城市，产值 | 都超过5亿元; …，两市 | 产值也都超过5亿元."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import Phrase, is_area, split, words

_WHO = late(
    r"(?:^|[，；。：\n\u3000])(?:[^，；。：\n是]{1,16}是)?(?P<who>[^，；。：\n\u30000-9这]{3,24}?)(?:作为|，?这?[两二三四](?:[个座]|[省市地]))"
)
"""甲市和乙市 | 作为大城市; 率先报喜的是 | 甲市和乙市 | ，这两座城市…: the regions that are then spoken of together."""
_THEY = late(
    r"(?:这?[两三四](?:[省市地]|[座个](?:城市|省份|地区))|它们|二者|两者)的?(?:20[0-9]{2}年)?(?=[\u4e00-\u9fffA-Z]{2})"
)


def both(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """The figure of each of the regions that the sentence has named; () where it has named none, or has named the
    figure of others since."""
    phrase = naming.phrases[0]
    if paced := _paced(place, naming) or _also(place, naming) or _gets(place, naming):
        return paced
    if not place.frame.spread or not len(naming.phrases) == len(place.group) == 1 or len(phrase) > 2:
        return ()
    if len(phrase) > 1:
        return tuple((area, phrase[1]) for area in areas_in(place.text, phrase[0]))
    they = _THEY.match(place.text, *phrase[0])
    before = place.scope.previous
    if they is None and before is None:
        return ()
    start = max(0, (before if before and they is None else place.sentence).start - 1)
    named = [*_WHO.finditer(place.text, start, they.end() if they else phrase[0].start)]
    lists = (areas_in(place.text, Span(*who.span("who"))) for who in reversed(named))
    figure = Span(they.end() if they else phrase[0].start, phrase[0].end)
    return tuple((area, figure) for area in next(filter(None, lists), ()))


PACED = late(r"的?(?P<pace>(?:[同环]比)?(?:增速|增幅|[涨跌降]幅|增长率))$")
"""丙省 | 增速: how fast something moves, at the end of a name."""
PACE_SIZE = 6


def _paced(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """甲市、乙市的涨幅 | 也在1%: a pace is that of each of the regions."""
    name = alone(place, naming)
    if place.first.unit != "%" or name is None:
        return ()
    pace = PACED.search(place.text, max(name.start, name.end - PACE_SIZE), name.end)
    if pace is None or pace.start() == name.start:
        return ()
    return tuple((area, Span(*pace.span("pace"))) for area in areas_in(place.text, Span(name.start, pace.start())))


_RATE = ("增速", "增幅", "涨幅", "跌幅", "降幅", "率")
_ALSO = late(r"也(?:均|都|已|同样)?[达增涨升超实][\u4e00-\u9fff]{0,4}$")
_AVERAGE = late(
    r"(?P<who>[^，。；]{4,40}?)的?(?P<figure>(?:平均|人均|户均)[^，。；、]{1,10}|[^，。；、的]{0,6}(?:工资|薪[酬资]|均价|房价))"
)
"""甲市、乙市的 | 平均工资: a mean is no total of both."""
ALSO_REACH = 8
"""How far before the number 也 may stand."""


def _also(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """甲市增速达到8%，乙市、丙市 | 也达到9%; 甲市、乙市的平均工资 | 也超过1万元: each of the regions, for neither is a
    total."""
    name, start = alone(place, naming), place.first.span.start
    if name is None or not _ALSO.search(place.text, max(name.end, start - ALSO_REACH), start):
        return ()
    if place.first.unit_class == "money" and (mean := _AVERAGE.fullmatch(place.text, *name)):
        return tuple((area, Span(*mean.span("figure"))) for area in areas_in(place.text, Span(*mean.span("who"))))
    told = place.scope.units.get("%") if place.first.unit == "%" else None
    if not told or not place.text.endswith(_RATE, *told[-1]):
        return ()
    return tuple((area,) for area in areas_in(place.text, name))


_GETS = late(
    r"(?P<who>[^，。；]{4,40}?)(?:[两二三四五六七八九十]{1,2}[省市县区地州])?各自?(?P<what>[\u4e00-\u9fff]{2,14})"
)


def _gets(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """甲市、乙市 | 各获支持资金 | 8000万元: so much for each of the regions."""
    name = alone(place, naming)
    found = _GETS.fullmatch(place.text, *name) if name else None
    if found is None:
        return ()
    return tuple((area, Span(*found.span("what"))) for area in areas_in(place.text, Span(*found.span("who"))))


def alone(place: Place, naming: Naming) -> Span | None:
    """The name, where it is of one piece and one number has it alone."""
    return naming.phrases[0][0] if len(naming.phrases) == len(naming.phrases[0]) == len(place.group) == 1 else None


def are_areas(text: str, items: Sequence[Span]) -> bool:
    """Whether a list names two or more regions or parts of the country and nothing else."""
    return len(items) > 1 and all(is_area(words(text, (item,))) for item in items)


def areas_in(text: str, listed: Span) -> tuple[Span, ...]:
    """The regions that are listed there; () where there is only one, or something else among them."""
    items = split(text, listed)
    return items if are_areas(text, items) else ()


def between(place: Place, naming: Naming) -> Phrase:
    """甲市和乙市都超过5亿元，| 之间的差距 | 为1亿元: between the two regions told of last."""
    name, told = naming.phrases[0], place.scope.metrics[-2:]
    if len(naming.phrases) > 1 or not place.text.startswith("之间的", name[0].start) or len(told) != 2:
        return ()
    first, second = told[0][0], told[1][0]
    return (first, second, *name) if are_areas(place.text, (first, second)) and first != second else ()
