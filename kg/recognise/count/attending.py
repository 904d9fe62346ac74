"""Those of whom only what they do is told: 300余人 | 出席开幕式."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.implied import is_folk
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import Phrase

HEADCOUNTS = {"人": "人数", "户": "户数", "股": "股数"}
"""People and those like them: what their number is called."""
_NUMBERS = HEADCOUNTS | {"名": "人数", "位": "人数"}
_THEMSELVES = ("人", "名", "位", "股")
"""Counters that say what is counted; 名 and 位 do where nothing else is told."""


def name_attending(place: Place) -> Naming | None:
    """300余人出席开幕式: people of whom only what they do is said are counted by that."""
    right, frame = place.right, place.frame
    if aboard := _aboard(place):
        return aboard
    does = right.action if right.noun.end == right.noun.start else None
    alone = len(place.group) == 1 and place.last.unit in _THEMSELVES
    alone = alone or all(quantity.unit in HEADCOUNTS for quantity in place.group)
    if does is None or not alone or frame.change not in (None, "level"):
        return None
    right.used = True
    if are := _ARE.match(place.text, *does):
        return Naming(((Span(are.end(), does.end),),), "number-noun", subject=place.subject)
    if is_folk(place.words) and (folk := _after_examples(place)):
        return Naming(((does, folk),), "number-noun")
    return Naming(((does,),), "number-noun", _NUMBERS[place.last.unit], subject=place.subject)


_ABOARD = late(r"(?:[搭装运]?载[着有]|载乘|乘坐)(?:近|约|超过?|逾)?$")
_VESSEL = late(
    r"的(?P<what>[\u4e00-\u9fffA-Z0-9-]{0,10}?(?:飞机|客机|战机|直升机|侦察机|运输机|航班|[客货渔游轮]?[船艇轮]|列车|[客货卡轿巴大]车|班车|缆车|飞船|电梯|热气球))"
)


def _aboard(place: Place) -> Naming | None:
    """载有 | 14人 | 的侦察机: how many are aboard."""
    start, end = place.first.outer.start, place.last.outer.end
    aboard = _ABOARD.search(place.text, max(0, start - 6), start) if place.last.unit == "人" else None
    vessel = _VESSEL.match(place.text, end) if aboard else None
    if aboard is None or vessel is None:
        return None
    place.right.used = True
    return Naming(((Span(*vessel.span("what")), Span(*aboard.span())),), "owner", "人数")


_ARE = late(r"(?:[都均也]|大多)?是(?![否非由因从在以为让将被用来])(?=[^，。；的是]{2,12}$)")
"""其中120人 | 是 | 学生: which of them, and nothing that they do."""
_NEW = late(
    r"(?:全[国省市县镇])?(?:[日月年]均|平均每[天日月年]|累计|净)?新(?:增|设立?|登记|注册|建成?|开工|签约?|引进|认定|办)"
)
"""日均新设 | 经营主体: how those came, some of which are of one kind."""


def kind_of_these(place: Place) -> Phrase | None:
    """新设经营主体5万户，其中1万户 | 是 | 企业: which of them, and what was told of all of them."""
    text, right, unit = place.text, place.right, place.last.unit
    folk = place.last.unit_class in ("people", "counter")
    are = _ARE.match(text, place.last.outer.end, right.noun.end) if folk and right.strong else None
    if are is None or len(place.group) > 1:
        return None
    right.noun, right.action, right.end = Span(are.end(), right.noun.end), None, right.noun.end
    known = place.scope.units.get(unit, ())
    if unit == "人" or not known or known[0].start < place.sentence.start:
        return (right.noun,)
    new = _NEW.match(text, *known[0])
    return (Span(*new.span()), right.noun) if new else (right.noun,)


_EXAMPLES = late(r"、[^等]*等(?=[^等]{2,}$)")
FOLK_SIZE = 24
"""Longest name of those who attend."""


def _after_examples(place: Place) -> Span | None:
    """外长、部长等 | 各界人士 | 300人出席: the people without those who are named as examples."""
    listed = _EXAMPLES.search(place.text, *place.name)
    folk = Span(listed.end(), place.name.end) if listed else place.name
    return folk if folk.end - folk.start <= FOLK_SIZE else None
