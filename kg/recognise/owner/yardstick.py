"""Rates of the whole with which its parts are compared: 高于全国 | 7%的财政收入增速, 超过全省 | 5%的平均水平."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.complete import without_area
from kg.recognise.owner.regional import figure_told, topic_figure
from kg.recognise.syntax.phrase import is_area
from kg.recognise.syntax.surpass import is_level

_WHOLE = late(
    r"(?:[高低快慢好优]于|超过|跑赢|跑输|不及|落后于|领先于?)了?(?:同期|去年|上年)?"
    r"(?P<whole>全[国省市区县球]|世界|中国|我国|行业|[\u4e00-\u9fff]{2,3}[省市])(?:同期|约)?$"
)
REACH = 16
_FIGURE = late(
    r"的(?P<figure>(?:总体|整体)?(?P<mean>平均)?(?:(?P<rate>增速|增幅|[涨跌降]幅|增长率)|水平|均值|(?P<own>[^，。；的、]{2,14}?(?:增速|增幅|[涨跌降]幅|率))))(?=[，。；、\n]|$)"
)


_SURPASS = late(r"(?:跑赢|跑输|[高低快慢好优]于|超过|突破|不及|达到)")


def by_topic(place: Place, naming: Naming) -> Naming:
    """从产值来看，有9个省份 | 超过3万亿元: by what those are counted that surpass something."""
    does = place.right.action if naming.rule in ("number-noun", "part") else None
    if does is None or place.first.unit_class != "counter" or not _SURPASS.match(place.text, *does):
        return naming
    figure = topic_figure(place)
    return replace(naming, phrases=tuple((figure, *phrase) for phrase in naming.phrases)) if figure else naming


_MARK = late(r"的(?:临界[点值]|荣枯线|警戒线|分界线|及格线|盈亏线)(?=[，。；、\n]|$)")


def _over_mark(place: Place) -> Naming | None:
    """指数为51%，持续高于 | 50%的荣枯线: the mark that the figure told before is above."""
    last = place.scope.last() if place.size < 2 and _MARK.match(place.text, place.last.outer.end) else None
    if last is None:
        return None
    place.right.used = True
    return Naming((last,), "inherited", inherited=True)


_RATE = r"(?:增速|增幅|[涨跌降]幅|率|比重|比例|占比)"
_OF_OTHER = late(
    rf"(?:(?P<figure>[^，；。：0-9%的]{{0,20}}?(?P<rate>{_RATE}))|，)(?:也|均|都|远|略|明显|大幅)*"
    r"(?:[高低快慢]于|不及)(?P<whose>[\u4e00-\u9fff]{2,8})的$"
)
_ENDS_IN_RATE = late(rf"{_RATE}$")
_ALL = ("全国", "全省", "全市", "全区")
OTHER_REACH = 40


def _of_other(place: Place) -> Naming | None:
    """甲省出口增速高于乙省的 | 5%: the same figure of the region with which the first is compared."""
    text, start = place.text, place.first.span.start
    other = _OF_OTHER.search(text, max(place.sentence.start, start - OTHER_REACH), start)
    if other is None or not (other["whose"] in _ALL or is_area(other["whose"])):
        return None
    named = other["rate"] is not None and other["figure"] != other["rate"]
    figure = without_area(place, (Span(other.start("figure"), other.end("rate")),)) if named else figure_told(place)
    if not figure or not (other["rate"] or _ENDS_IN_RATE.search(text, *figure[-1])):
        return None
    if not named and other["rate"] and not _ENDS_IN_RATE.search(text, *figure[-1]):
        figure = (*figure, Span(*other.span("rate")))
    return Naming(((Span(*other.span("whose")), *figure),), "yardstick", inherited=not named)


def name_yardstick(place: Place) -> Naming | None:
    """The figure of the whole, as it stands behind the number or was told before; None where there is no such."""
    text, start = place.text, place.first.span.start
    if place.first.unit != "%" or len(place.group) > 1:
        return None
    if text[start - 1] == "的" and (other := _of_other(place)):
        return other
    if not text.startswith("的", place.last.outer.end):
        return None
    if (level := is_level(text, place.last)) and (told := figure_told(place)):
        place.right.used = True
        return Naming((told,), "yardstick", subject=Span(*level.span("whole")), inherited=True)
    if mark := _over_mark(place):
        return mark
    figure = _FIGURE.match(text, place.last.outer.end)
    whole = _WHOLE.search(text, max(place.sentence.start, start - REACH), start) if figure else None
    if figure is None or whole is None:
        return None
    subject = Span(*whole.span("whole"))
    own = Span(*figure.span("figure"))
    if figure["own"]:
        place.right.used = True
        return Naming(((own,),), "yardstick", subject=subject)
    told = figure_told(place)
    if not told:
        return None
    place.right.used = True
    return Naming((told,), "yardstick", subject=subject, inherited=True)
