"""Regions with their rate in brackets: 增速高于全国的有甲省（6%）、乙省（5%）; 丙市（4%）增速与全国持平."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.owner.members import without_group
from kg.recognise.syntax.attribute import is_attribute
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import is_area

_RATE = r"(?:同比|环比|累计|实际|名义)?(?:增速|增幅|[涨跌降]幅|增长率)"
_TOPIC = late(rf"(?:^|[。；，\n])\s*(?:从|就|按)(?P<figure>[^，。；：]{{2,14}}?{_RATE})(?:来|上)?看")
_BARE = late(_RATE)
_FELL = ("跌", "降")
_AHEAD = late(rf"[）)](?:[^。；\n]{{0,100}}?的)?(?P<figure>{_RATE})")
_MOST = late(
    r"(?:^|[。；，：\n]|其中，?)[\s\u3000]*(?P<whose>[^。；，：\n]{2,16}?)?(?:同比|环比)?(?:(?P<up>增[长幅速]|涨幅|上涨)|[降跌]幅|下降|下跌)最[快大高低多]的"
    r"(?:省份|省区市|城市|地区|地方|区县|国家|[省市县])?[是为]$"
)
"""小学 | 增长 | 最快的是 | 甲省（9%）: what moved most in a region."""
MOST_REACH = 36
"""How far before the region it is told what it has most of."""
_OTHERS = late(
    rf"[）)](?:(?:[、和及与]|以及)[\u4e00-\u9fff]{{2,8}}[（(][^（）()]{{1,10}}[）)])*(?P<figure>[\u4e00-\u9fff]{{2,12}}?)(?={_RATE}(?:较|居|最|相对|位|靠|明显|均|都|领先))"
)
"""甲市（9%）、乙市（8%）| 投递量 | 增幅较大: the figure behind the list, and how it moved."""
_WHOLE = late(r"(?P<whole>全[国省市区县球])的?(?:平均)?水平$")
"""增速高于全国水平（5%）: what the regions are compared with."""
TOPIC_REACH = 800
"""How far before a region 从产值增速来看 may stand."""
SIZE = 2, 8
"""How long the name of a region is."""


_REGIONS = "省区市|省市|省份|城市|地区|国家|经济体|区县|县市|[省市区县]"
_WHEN = (
    r"(?:今年|去年|(?:19|20)[0-9]{2}年)?"
    r"(?:前[一二三两]个?季度|[上下]半年|[一二三四]季度|全年|[0-9]{1,2}(?:[至—-][0-9]{1,2})?月份?)?"
)
_FOREMOST = late(
    rf"{_WHEN}"
    r"(?P<figure>[^，。；：（(0-9]{2,24}?)(?:[较最更][多少高低大小快慢长]|居前|靠前|领先|(?:在|超过?|突破|[低高大小]于|不足)[0-9.万亿千百到至—-]+[^，。；0-9]{0,10}(?:[到至—-][0-9.]+[^，。；0-9]{0,8})?)的"
    rf"(?:(?:{_REGIONS})?(?:主要|分别|依次)?(?:包括|有|是|为)(?:[0-9]+个?(?:{_REGIONS})，分别[是为])?)"
)
_LIST = (
    rf"[）)](?:(?:[、和及与]|以及)[\u4e00-\u9fff]{{2,8}}[（(][^（）()]{{1,16}}[）)])*等?(?:[0-9]+个?(?:{_REGIONS}))?"
)
_BEHIND = late(
    rf"{_LIST}{_WHEN}(?P<figure>[^，。；：（）()]{{2,20}}?)(?=均|都|超过|突破|在[0-9]|达|位[居列]|居|排名|[低高]于|不足|接近|[较更最])"
)


def _foremost(place: Place, at: int) -> Naming | None:
    """绿道里程较长的城市包括甲市（90公里）、乙市（80公里）; 甲市（90公里）、乙市（80公里）绿道里程超过70公里: what
    those have that are told with it."""
    region = _region(place.text, at)
    if region is None:
        return None
    found = next(reversed([*_FOREMOST.finditer(place.text, place.sentence.start, region.start)]), None)
    found = found or _BEHIND.match(place.text, place.last.outer.end, place.sentence.end)
    if found is None:
        return None
    figure = parse_left(place.text, *found.span("figure"), ()).name
    return Naming(((region, figure),), "bracketed", inherited=True) if figure.end > figure.start else None


def _region(text: str, at: int) -> Span | None:
    return next((Span(at - n, at) for n in range(SIZE[1], SIZE[0] - 1, -1) if is_area(text[at - n : at])), None)


_THAN = late(r"(?:[高低快慢优好多少]于|超过|不及|不如)(?P<whose>(?!全[国省市])[^，。；：（）0-9]{2,14})[（(]$")
THAN_REACH = 20
"""How far before the bracket the comparison may stand."""


_SUBSTANCE = ("含量", "浓度", "厚度", "直径")
_THING = late("[\u4e00-\u9fffA-Za-z“”]{2,14}")


def _of_other(place: Place) -> Naming | None:
    """均快于轻工业（增加值增长 | 5%）, 新标准（硫含量不大于 | 10ppm）: the attribute that a bracket tells of what is
    compared with, or of the thing before it."""
    opens = place.name.start
    if place.text[opens - 1 : opens] not in ("（", "(") or not (
        is_attribute(place.words) or place.words.endswith(_SUBSTANCE)
    ):
        return None
    least = max(place.sentence.start, opens - THAN_REACH)
    if than := _THAN.search(place.text, least, opens):
        return Naming(((Span(*than.span("whose")), place.name),), "attribute")
    thing = parse_left(place.text, clause_start(place.text, least, opens - 1, "，；：、"), opens - 1, ()).name
    return Naming(((thing, place.name),), "attribute") if _THING.fullmatch(place.text, *thing) else None


def name_bracketed(place: Place) -> Naming | None:
    """The region before the bracket, and the rate that its paragraph or its sentence tells of; None elsewhere."""
    text, at = place.text, place.first.outer.start - 1
    if other := _of_other(place):
        return other
    if text[at] not in "（(" or not text.startswith(("）", ")"), place.last.outer.end):
        return None
    if place.first.unit != "%":
        return _foremost(place, at)
    whole = _WHOLE.search(text, max(place.sentence.start, at - SIZE[1]), at)
    if whole and (rate := _rate(place, at)):
        return Naming(((rate,),), "bracketed", inherited=True, subject=Span(*whole.span("whole")))
    region = _region(text, at)
    if region and (most := _most(place, region)):
        return most
    if region and (others := _OTHERS.match(text, place.last.outer.end)):
        fell = text.startswith(_FELL, others.end()) or text.startswith(_FELL, others.end() + 2)  # 同比降幅, 降幅
        rule = "most-fallen" if fell else "most-grown"
        return Naming(((region, Span(*others.span("figure"))),), rule, inherited=True)
    rate = _rate(place, at) if region else None
    return Naming(((region, rate),), "bracketed", inherited=True) if region and rate else None


def _most(place: Place, region: Span) -> Naming | None:
    """增长最快的是 | 甲省: the figure told of before, of the region where it moved most."""
    text, known = place.text, place.scope.last()
    if known is None:
        return None
    found = _MOST.search(text, max(0, place.sentence.start - 1, region.start - MOST_REACH), region.start)
    if found is None:
        return None
    group = Span(*found.span("whose"))
    told = (group, *without_group(text, known)) if group.start >= 0 else known
    return Naming(((region, *told),), "most-grown" if found["up"] else "most-fallen", inherited=True)


def _rate(place: Place, at: int) -> Span | None:
    """The rate by which the text looks at its regions, where its paragraph tells of a rate or what is behind does."""
    text, start = place.text, max(0, place.text.rfind("\n", 0, at))
    told = next(reversed([*_BARE.finditer(text, start, at)]), None) or _AHEAD.match(text, place.last.outer.end)
    if told is None:
        return None
    bare = Span(*told.span(told.re.groups))
    topic = next(reversed([*_TOPIC.finditer(text, max(0, at - TOPIC_REACH), at)]), None)
    same = topic is not None and text.endswith(text[bare.end - 2 : bare.end], *topic.span("figure"))
    return Span(*topic.span("figure")) if topic and same else bare
