"""Regions that own a figure told before: 产值前三名为甲省（9亿元）、…; 其次为乙省，高出2个百分点; 丙市以5亿元居首."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.complete import without_area
from kg.recognise.naming import Naming, Place
from kg.recognise.phrase import Phrase, is_region, words

_LED = late(r"(?:和|及|与)?(?:其次|依次|分别|最[高低大小多少])*(?:为|是|有)?")
"""其次为 | 乙省: what leads to the next of a list."""
_WHEN = r"(?:20[0-9]{2}年)?(?:[上下]半年|[前一二三四]{1,2}季度|全年)?"
_FIGURE = rf"(?P<figure>[^，。；：]{{0,16}}?(?:GDP|{any_of(FIGURES)}))"
_TOPIC = late(
    rf"(?:[在从就按]|[^，。；：]{{0,6}}?[在从])?{_WHEN}{_FIGURE}"
    r"(?:(?:总量|指标|方面)*(?:[中上]|来?看)，"
    r"|(?:总量)?(?:排名)?(?:前[一二三四五六七八九十0-9]{1,2}[名位]?|最[高低多少大小]的)[^，。；：]{0,8}?(?:分别|依次)?[是为])"
)
"""从产值来看，; 在财政收入指标中，; 产值前三名为: where the sentence says what is measured."""
_RULES = ("noun-number", "list", "each", "list-before", "clause-before")
_COUNTERS = ("counter", "people", "self_naming")
_AHEAD = ("高出", "多出", "高", "低", "多", "少")
SIZE = 2, 10
"""How long the name of a region is with what leads to it, in characters."""


def of_regions(place: Place, naming: Naming) -> Naming:
    """A region measures nothing: it has the figure that the sentence, or the one before, tells of."""
    if naming.rule not in _RULES:
        return naming
    regions = [_region(place.text, phrase) for phrase in naming.phrases]
    if not regions or not all(regions):
        return naming
    named = tuple((region,) for region in regions if region)
    figure = _figure(place)
    if not figure:
        return replace(naming, phrases=named)
    gap = place.first.unit in ("个百分点", "百分点") and place.frame.verb in _AHEAD
    at = place.text.rfind(place.frame.verb, place.sentence.start, place.first.outer.start) if gap else -1
    said = place.text.endswith(place.frame.verb, *figure[-1])
    verb = (Span(at, at + len(place.frame.verb)),) if at >= 0 and not said else ()
    phrases = tuple((*name, *figure, *verb) for name in named)
    return replace(naming, phrases=phrases, rule="gap" if at >= 0 else naming.rule, inherited=True)


def _region(text: str, phrase: Phrase) -> Span | None:
    """The region that a name consists of, without what leads to it."""
    name = phrase[0]
    if len(phrase) > 1 or not SIZE[0] <= name.end - name.start <= SIZE[1]:
        return None
    led = _LED.match(text, *name)
    region = Span(led.end() if led else name.start, name.end)
    return region if is_region(words(text, (region,))) else None


def _figure(place: Place) -> Phrase:
    """What the sentence says is measured, or what was last told in the same unit."""
    known = place.scope.units.get(place.first.unit)
    if place.first.unit_class in _COUNTERS:
        return without_area(place, known) if known else ()
    topic = _TOPIC.search(place.text, place.sentence.start, place.first.outer.start)
    if topic:
        return (Span(*topic.span("figure")),)
    last = known or (place.scope.last() if place.first.unit_class == "ratio" else None)
    if last is None or place.text.endswith(("省份", "城市", "地区"), *last[-1]):
        return ()
    return without_area(place, last)
