"""Regions that own a figure told before: 产值前三名为甲省（9亿元）、…; 其次为乙省，高出2个百分点; 丙市以5亿元居首."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.rank import figure_led
from kg.recognise.owner.both import PACED, alone, areas_in, between, both
from kg.recognise.owner.complete import is_part_of_whole, without_area
from kg.recognise.syntax.attribute import OF_FIGURE
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import Phrase, is_area, words

_UNMOVED = late(
    r"(?:^|[，。；：、\s])(?:[^，。；：、\s]{2,8}?之?间的)?(?P<figure>[^，。；：、\s]{2,24}?价格?)(?:指数)?(?:[同环]比)?(?:与上月)?(?:总体|基本)?(?:持平|由[涨降]转[涨降平]|也?(?:出现|呈现?)(?:明显|显著)?(?:分化|涨跌互现|涨跌不一)|涨跌互现|涨跌不一|有[涨升]有[跌降])。$"
)
"""一线城市租赁价格环比持平。其中，甲市…: the sentence before names the figure and has no number."""
BEFORE_REACH = 40
_MOST = late(
    r"(?:^|[，。；：\s])(?P<figure>[^，。；：\s]{2,12}?)(?:增量|增长量|增长|增加)?(?:较|最|排名)?(?:多|高|大|快|靠前|居前)的"
    r"[^，。；：]{0,4}?(?:城市|省份|地区|国家)(?:分别|依次|主要|包括)*[是为有]?[^，。；]{2,40}。$"
)
"""游客增量较多的城市是甲、乙。其中，甲市增加 | 9万人."""
LISTED_REACH = 80
PACE = late(r"(?:[同环]比)?(?:增速|增幅|[涨跌降]幅)$")
_LED = late(r"(?:和|及|与)?(?:其次|依次|分别|最[高低大小多少])*(?:为|是|有)?")
"""其次为 | 乙省: what leads to the next of a list."""
_WHEN = r"(?:(?:20[0-9]{2}|今|去)年)?(?:[0-9]{1,2}月份?的?|[上下]半年|[前一二三四]{1,2}季度|全年)?"
_FIGURE = rf"(?P<figure>[^，。；：]{{0,16}}?(?:GDP|{any_of(FIGURES)}))"
_TOPIC = late(
    rf"(?:[在从就按]|[^，。；：]{{0,6}}?[在从])?{_WHEN}{_FIGURE}"
    r"(?:(?:总量|指标|方面|数据|情况)*(?:[中上]|来?看|(?<=方面))，"
    r"|(?:总量)?(?:排名)?(?:前[一二三四五六七八九十0-9]{1,2}[名位]?|最[高低多少大小]的)[^，。；：]{0,8}?(?:分别|依次)?[是为])"
)
"""从产值来看，; 在财政收入指标中，; 产值前三名为: where the sentence says what is measured."""
_RULES = ("noun-number", "list", "each", "list-before", "clause-before")
_BAND = late(r"元?(?:量级|级别|梯队|区间|方阵)")
"""甲、乙处在2万亿元 | 量级: each has so much."""
_SUM = ("总量", "规模")
"""从总量来看 tells only that the figure told before is no rate."""
_TIME_BEFORE = late(r"(?:20[0-9]{2}年)?(?:[上下]半年|[前一二三四]{1,2}季度|全年|[0-9]{1,2}月份?)?$")
_COUNTERS = ("counter", "people", "self_naming")
_AHEAD = ("高出", "多出", "高", "低", "多", "少")
SIZE = 2, 10
"""How long the name of a region is with what leads to it, in characters."""


def of_regions(place: Place, naming: Naming) -> Naming:
    """A region measures nothing: it has the figure that the sentence, or the one before, tells of."""
    if naming.rule == "attribute":
        alike = both(place, naming)
        return replace(naming, phrases=alike, each=True) if alike else _with_figure(place, naming)
    if naming.rule not in _RULES:
        return naming
    if apart := between(place, naming):
        return replace(naming, phrases=(apart,), inherited=True)
    if several := _several(place, naming) or _before_time(place, naming) or both(place, naming):
        naming = replace(naming, phrases=several, rule="each", each=True)
    naming = _with_figure(place, naming)
    regions = [_region(place.text, phrase) for phrase in naming.phrases]
    if not regions or not all(regions):
        return naming
    named = tuple((region,) for region in regions if region)
    figure = figure_told(place)
    if not figure:
        return replace(naming, phrases=named)
    gap = place.first.unit in ("个百分点", "百分点") and place.frame.verb in _AHEAD
    at = place.text.rfind(place.frame.verb, place.sentence.start, place.first.outer.start) if gap else -1
    said = place.text.endswith(place.frame.verb, *figure[-1])
    verb = (Span(at, at + len(place.frame.verb)),) if at >= 0 and not said else ()
    phrases = tuple((*name, *figure, *verb) for name in named)
    return replace(naming, phrases=phrases, rule="gap" if at >= 0 else naming.rule, inherited=True)


def _several(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """甲、乙和丙则处在2万亿元量级: each of the regions; () where there are no such."""
    name = alone(place, naming)
    if name is None or not _BAND.match(place.text, place.last.outer.end):
        return ()
    return tuple((area,) for area in areas_in(place.text, name))


def _before_time(place: Place, naming: Naming) -> tuple[Phrase, ...]:
    """甲、乙 | 上半年 | 出口额双双突破3万亿元; 甲、乙，全年增速分别为3%、2%: the regions that stand before the time."""
    phrase = naming.phrases[0]
    if not place.frame.spread or len(naming.phrases) != 1:
        return ()
    at = phrase[0].start
    opens = clause_start(place.text, place.sentence.start, at, "，；：")
    time = _TIME_BEFORE.search(place.text, opens, at)
    if time and time[0] and time.start() == opens and place.text[opens - 1] == "，":
        at, opens = opens - 1, clause_start(place.text, place.sentence.start, opens - 1, "，；：")
        opens = max(opens, place.text.rfind("的", opens, at) + 1)
    elif time:
        at = time.start()
    areas = areas_in(place.text, Span(opens, at)) if time and at > opens else ()
    return tuple((area, *phrase) for area in areas) if len(place.group) in (1, len(areas)) else ()


def _with_figure(place: Place, naming: Naming) -> Naming:
    """丙省增速超过8%: of the figure whose growth was told before."""
    known = place.scope.units.get("%") if place.first.unit == "%" else None
    known = tuple(piece for piece in known or () if piece.end > piece.start)
    figure = (without_area(place, known) if known else ()) or _figure_seen(place)
    if not figure or PACED.fullmatch(words(place.text, figure)):
        return naming
    told = bool(PACED.search(words(place.text, figure)))
    phrases = []
    for phrase in naming.phrases:
        rate = PACED.search(place.text, *phrase[-1])
        whose = (*phrase[:-1], Span(phrase[-1].start, rate.start())) if rate else ()
        whose = tuple(piece for piece in whose if piece.end > piece.start)
        if rate is None or len(whose) != 1 or not is_area(words(place.text, whose)):
            return naming
        phrases.append((*whose, *figure) if told else (*whose, *figure, Span(*rate.span())))
    return replace(naming, phrases=tuple(phrases), inherited=True)


def _figure_seen(place: Place) -> Phrase:
    """从茶价涨幅看，甲市涨幅最大; 甲市是茶价上涨最多的城市，涨幅为…: the figure whose growth is told, and that only."""
    text, start, end = place.text, place.sentence.start, place.first.outer.start
    if place.first.unit != "%" or not place.words.endswith(OF_FIGURE):
        return ()
    if led := figure_led(text, start, end):
        return (led,)
    topic = _TOPIC.search(text, start, end)
    return without_pace(text, (Span(*topic.span("figure")),)) if topic else ()


def _region(text: str, phrase: Phrase) -> Span | None:
    """The region that a name consists of, without what leads to it."""
    name = phrase[0]
    if len(phrase) > 1 or not SIZE[0] <= name.end - name.start <= SIZE[1]:
        return None
    led = _LED.match(text, *name)
    region = Span(led.end() if led else name.start, name.end)
    return region if is_area(words(text, (region,))) else None


def _far(place: Place) -> Phrase | None:
    """产值, told of 甲省 in a paragraph before, where this one only says: 乙省以5亿元居首."""
    known = place.scope.far.get(place.first.unit) if place.first.unit_class == "money" else None
    return known if known and place.text.endswith(_OF_REGIONS, *known[-1]) else None


_OF_REGIONS = ("GDP", "生产总值", "总值", "收入", "支出", "投资", "产值", "增加值", "出口", "进口", "额")


def topic_figure(place: Place) -> Span | None:
    """从产值来看，: what the sentence says it looks at."""
    topic = _TOPIC.search(place.text, place.sentence.start, place.first.outer.start)
    return Span(*topic.span("figure")) if topic else None


def figure_told(place: Place) -> Phrase:
    """What the sentence says is measured, or what was last told in the same unit."""
    if moved := _all_move(place):
        return moved
    known = place.scope.units.get(place.first.unit) or _far(place)
    if place.first.unit_class in _COUNTERS:
        return without_area(place, known) if known else _most(place)
    if unmoved := _unmoved(place) or _announced(place):
        return unmoved
    topic = topic_figure(place)
    if topic and not (known and place.text.endswith(_SUM, *topic)):
        return (topic,)
    last = known or (place.scope.last() if place.first.unit_class == "ratio" else None)
    if last is None or is_part_of_whole(place, last) or place.text.endswith(("省份", "城市", "地区"), *last[-1]):
        return ()
    return itself(place, without_area(place, last))


def _unmoved(place: Place) -> Phrase:
    """What the sentence before says has not moved as a whole, where this one tells of its parts."""
    start = place.sentence.start
    if place.first.unit != "%" or not place.text.startswith("其中", start) or place.scope.metrics:
        return ()
    found = _UNMOVED.search(place.text, max(0, start - BEFORE_REACH), start)
    return without_area(place, (Span(*found.span("figure")),)) if found else ()


_ALL_MOVE = late(
    r"(?P<figure>[^，。；：]{2,30}?)(?:均|都|全部|全面|普遍|总体|悉数|双双)(?:呈现?|实现|保持|出现|为)[^，。；：]{0,10}?(?:增长|下降|上涨|回落|上升|回升)(?:态势|趋势|势头)?"
)
_OF_ALL = late(
    r"[^，。；：]{0,8}?(?:[一二三四五六七八九十两0-9]{1,3}个?|各个?|所有)(?:[设地]区?[级区]?市|省区市|省区|省市|省份|城市|地市|地区|市州|区县|[省市州区县])的?(?=[\u4e00-\u9fff]{2})"
)
"""三省 | 用水量: of which places, one of which is told of next."""


def _all_move(place: Place) -> Phrase:
    """六市出口额均实现较快增长，其中甲市增长 | 9%: what moved everywhere, where the sentence has no number for that."""
    before = place.scope.previous
    if place.first.unit != "%" or before is None or not place.text.startswith("其中", before.end + 1):
        return ()
    found = _ALL_MOVE.fullmatch(place.text, *before)
    figure = parse_left(place.text, *found.span("figure"), place.scope.noted).name if found else None
    if figure is None or figure.end == figure.start:
        return ()
    all_of = _OF_ALL.match(place.text, *figure)
    return (Span(all_of.end() if all_of else figure.start, figure.end),)


_ANNOUNCED = late(
    rf"(?:公布|发布|调整|上调|确定)了?(?:(?:20[0-9]{{2}}|[今去])年度?)?的?(?P<figure>[^，。；：、\s]{{2,16}}?(?:基数|标准|{any_of(FIGURES)}))。$"
)
"""15省公布了今年缴费基数。其中，甲省以9000元居首: what of each the sentence before names."""


def _announced(place: Place) -> Phrase:
    """15省公布了今年 | 缴费基数 | 。其中，甲省以9000元居首."""
    start = place.sentence.start
    if place.first.unit_class != "money" or not place.text.startswith("其中", start):
        return ()
    found = _ANNOUNCED.search(place.text, max(0, start - BEFORE_REACH), start)
    return (Span(*found.span("figure")),) if found else ()


def _most(place: Place) -> Phrase:
    """What the sentence before says that these have most of."""
    start = place.sentence.start
    if not place.text.startswith("其中", start) or place.scope.metrics:
        return ()
    found = _MOST.search(place.text, max(0, start - LISTED_REACH), start)
    return (Span(*found.span("figure")),) if found else ()


def itself(place: Place, figure: Phrase) -> Phrase:
    """甲市新房涨幅最高，…；乙市上涨 | 1%: what goes up is the figure, and not how fast it does."""
    moves = place.first.unit == "%" and place.frame.change in ("growth_rate", "decrease_by")
    return without_pace(place.text, figure) if moves and figure else figure


def without_pace(text: str, figure: Phrase) -> Phrase:
    """新房 | 环比涨幅: what it is that moves so fast."""
    pace = PACE.search(text, *figure[-1]) if figure else None
    if pace is None:
        return figure
    kept = Span(figure[-1].start, pace.start())
    return (*figure[:-1], kept) if kept.end > kept.start else figure[:-1] or figure
