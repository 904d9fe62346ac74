"""Terms and rates of what is dealt in: 开展逆回购操作，其中7天期 | 50亿元, 中标利率 | 为2%."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import topic_of
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.phrase import Phrase, split

_NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_TERM = late(rf"(?<![0-9])(?:隔夜期?|(?:{_NUMBER})(?:天|日|个月|年)期(?:以[上内下])?)")
_OPERATION = late(
    r"(?:[^，。；：\n]*(?:开展|进行|实施|重启|恢复|发行)了?(?:[0-9.]+[万亿]*元)?)?(?P<what>[^，。；：\n]{2,40}?(?:操作|国债|债券|金融债|专项债))(?:[（(][^（）()]{1,12}[）)])?"
)
_TERMS = late(rf"(?:隔夜|(?:{_NUMBER})(?:天|日|个月|年))期?(?:[、和及](?:{_NUMBER})(?:天|日|个月|年)期?)+$")
TERMS_REACH = 30
_TERM_LAST = late(rf"{_TERM.pattern}(?:的)?$")
_DEALS = late(r"(?:操作|贷款|存款|国债|债券|票据|回购)$")
_RATE = late(r"(?:(?P<again>操作)|中标|招标|票面|发行)?(?:年)?利率")
"""Rates that say nothing without what is dealt in."""


def name_tenor(place: Place) -> Naming | None:
    """What has a bare term, or a rate of its own, is the operation or the rate told before."""
    if place.first.unit_class not in ("money", "ratio"):
        return None
    if named := _dealt(place) or _each_term(place):
        return named
    if _TERM.fullmatch(place.words):
        found: tuple[Phrase, ...] = tuple((place.name, *whole) for whole in _whole(place))
    elif rate := _RATE.fullmatch(place.text, *(_rate_before(place) or place.name)):
        own = Span(rate.end("again") if rate["again"] else rate.start(), rate.end())
        found = tuple((whole, own) for whole in _operations(place))
    else:
        return None
    if not found:
        return None
    each = len(found) > 1 and place.frame.spread
    return Naming(found if each else found[:1], "attribute", each=each, inherited=True)


def _dealt(place: Place) -> Naming | None:
    """投放14天期 | 230亿元 | 逆回购: the term stands before the amount, what is dealt in behind it."""
    right, money = place.right, place.first.unit_class == "money"
    if not money or not right.strong or not _DEALS.search(place.text, *right.noun):
        return None
    term = _TERM_LAST.search(place.text, *place.name)
    if term is None:
        return None
    right.used = True
    return Naming(((Span(*term.span()), right.noun),), "number-noun", subject=place.subject)


def _each_term(place: Place) -> Naming | None:
    """7天、14天逆回购利率 | 分别 | 为2%、3%: one rate for each term."""
    if len(place.group) < 2 or not place.frame.spread or place.first.unit != "%":
        return None
    start = place.name.start
    terms = _TERMS.search(place.text, max(place.sentence.start, start - TERMS_REACH), start)
    items = split(place.text, Span(*terms.span())) if terms else ()
    if len(items) != len(place.group):
        return None
    return Naming(tuple((item, place.name) for item in items), "list", subject=place.subject)


def _rate_before(place: Place) -> Span | None:
    """操作利率保持不变，| 为2%: what the clause before is about."""
    before = place.scope.previous if place.size == 0 and place.first.unit == "%" else None
    return topic_of(place.text, before, place.scope.noted) if before else None


def _whole(place: Place) -> tuple[Phrase, ...]:
    """1年期 | LPR: what the term told before is of; else the operation."""
    last = place.scope.last()
    term = _TERM.match(place.text, *last[0]) if last else None
    if last and term:
        kept = Span(term.end(), last[0].end)
        return ((kept, *last[1:]) if kept.end > kept.start else last[1:],)
    if found := _operations(place)[:1]:
        return (found,)
    counted = place.scope.units.get(place.first.unit) if place.first.unit_class == "money" else None
    return (counted,) if counted and not _TERM_LAST.search(place.text, *counted[-1]) else ()


def _operations(place: Place) -> tuple[Span, ...]:
    """What is dealt in, as the last indicator or the nearest clause before that tells it."""
    last = place.scope.last()
    heard = (clause for clause, _ in place.scope.told)
    for told in sorted((*(last or ()), *heard), key=lambda span: -span.end):
        if found := _OPERATION.fullmatch(place.text, *told):
            return tuple(phrase[0] for phrase in distribute(place.text, Span(*found.span("what"))))
    return ()
