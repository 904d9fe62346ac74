"""Rates of the whole with which its parts are compared: 高于全国 | 7%的财政收入增速, 超过全省 | 5%的平均水平."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.naming import Naming, Place
from kg.recognise.regional import figure_told, topic_figure
from kg.recognise.surpass import is_level

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


def name_yardstick(place: Place) -> Naming | None:
    """The figure of the whole, as it stands behind the number or was told before; None where there is no such."""
    text, start = place.text, place.first.span.start
    if place.first.unit != "%" or len(place.group) > 1 or not text.startswith("的", place.last.outer.end):
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
