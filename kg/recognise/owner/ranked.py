"""Lists of who ranks first or last: 投资增速前三名：甲市增长9%，乙市增长8%. The heading names what is measured."""

from __future__ import annotations

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.attribute import is_attribute, owner_of
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import is_area, split, words

_HEADING = late(
    rf"(?P<figure>[^，。；：]{{0,40}}{any_of(FIGURES)})(?:总量)?(?:(?:排[名在]?|位[居列次]|居)?(?:全[国省市区县])?"
    r"(?P<rank>[前后末倒][0-9一二三四五六七八九十两数]{1,3}[名位]?的?[^，。；：]{0,8}?)(?:分别|依次)?[是为有]?|(?:分别|依次)[是为]|(?:情况)?如下)："
)
_OF_KIND = late(
    r"(?:(?:全省|全市|各)*(?:地级市|设区市|省区市|省份|城市|市州|区县|[省市县区州]|县（[市区]）)(?:[及和][^，。；0-9]{2,6}(?=[0-9]))?)?"
    r"(?:[0-9]{1,2}(?:[—–~～至-][0-9]{1,2})?月份?|[上下]半年|[前一二三四]{1,2}季度)?(?=[\u4e00-\u9fff]{2})"
)
"""地级市1—7月 | 投资增速: of which kind of places it is, and when."""
_BARE = late(r"(?:已|累计)?(?:完成|达到?|为)?")
_PLACED = late(
    r"(?P<items>[^，。；：]{2,60}?)(?:位[列居]|排名?在?|名列|居)(?:全[国省市球]|世界)?(?:[0-9一二三四五六七八九十百]{1,3}个?)?(?:[^，。；：（0-9]{0,6}?(?:城市|地区|省份|省区市|国家|行业|企业|公司)的?)?"
    r"(?P<figure>[^，。；：（]{2,24})(?:（[^（）]{1,40}）)?的?前[0-9一二三四五六七八九十]{1,2}[位名强]?，(?:分别|依次)(?:为|是|达到?)?$"
)
PLACED_REACH = 160
_IN_ORDER = late(
    r"(?:^|[，。；：])(?P<items>[^，。；：]{2,60}?)(?:依次|分别)?(?:排名?在?|位[列居]|名列|居)(?:全[国省市球]|世界)?第[一二三四五六七八九十0-9、和至到第]{1,24}[位名]?，"
    r"(?P<figure>[^，。；：]{2,14}?)(?:分别|依次)(?:为|是|达到?|高达)?(?:约|近|超过?)?$"
)


def _placed(place: Place) -> Naming | None:
    """甲市、乙市位列全国平均工资的前两位，分别为 | 9000元、8000元; 甲市、乙市依次排名第一、第二，产值分别为…."""
    if len(place.group) < 2 or not place.frame.spread:
        return None
    start, ranked = place.first.outer.start, _PLACED if place.size < 2 else _IN_ORDER
    found = ranked.search(place.text, max(place.sentence.start, start - PLACED_REACH), start)
    if found is None:
        return None
    items = distribute(place.text, parse_left(place.text, *found.span("items"), ()).name)
    if len(items) != len(place.group):
        return None
    return Naming(tuple((*item, Span(*found.span("figure"))) for item in items), "list-before", inherited=True)


_STOOD_OUT = late(
    rf"(?:^|[，。；：])(?:其中，?)?(?P<items>[^，。；：的]{{2,60}}?)(?:{any_of(FIGURES)})?(?:吸引资金|贡献|表现)?(?:相对|均|都)?"
    r"(?:居前|靠前|领先|领跑|[较最][多大快高强好]|突出|亮眼|抢眼)，(?P<figure>[^，。；：0-9]{2,14}?)"
    r"(?:分别|依次)(?:为|是|达到?|高达)?(?:约|近|超过?)?$"
)


def _stood_out(place: Place) -> Naming | None:
    """甲车、乙车销量居前，交付量分别达 | 3万辆、2万辆: the figure of each that the clause before singles out."""
    if len(place.group) < 2 or not place.frame.spread or place.size < 2 or place.scope.previous is None:
        return None
    start = place.first.outer.start
    found = _STOOD_OUT.search(place.text, max(place.sentence.start, start - PLACED_REACH), start)
    items = split(place.text, Span(*found.span("items"))) if found else ()
    if found is None or len(items) != len(place.group):
        return None
    return Naming(tuple((item, Span(*found.span("figure"))) for item in items), "list-before", inherited=True)


_BY = late(r"(?:则|也|均|都|分别|继续)*以(?:约|近|超过?)*")
_RANKS = late(
    rf"的?(?P<figure>[\u4e00-\u9fff]{{0,6}}?(?:{any_of(FIGURES)}|票房(?:成绩)?|出货量|总量|体量))(?:继续|稳|暂时?|再度|成功)?"
    r"(?:[位名]?[居列](?!民)|排名?|夺|领跑|领先|登顶|守住|紧[随跟]|雄踞|蝉联|跻身|占据)"
)


def _by_amount(place: Place) -> Naming | None:
    """甲牌以 | 50万台 | 出货量居首: the figure stands behind the number by which its owner ranks."""
    text, start = place.text, place.first.outer.start
    ranks = (
        _RANKS.match(text, place.last.outer.end) if place.size > 1 and "以" in text[max(0, start - 4) : start] else None
    )
    if ranks is None or not _BY.fullmatch(text, place.frame.name.end, start):
        return None
    items = distribute(text, place.name) if len(place.group) > 1 else ((place.name,),)
    if len(items) != len(place.group):
        return None
    place.right.used = True
    return Naming(tuple((*item, Span(*ranks.span("figure"))) for item in items), "noun-number", subject=place.subject)


def name_ranked(place: Place) -> Naming | None:
    """What the heading measures, of whoever the item names; an attribute of its own is of the same things."""
    if placed := _placed(place) or _stood_out(place) or _by_amount(place):
        return placed
    text, colon = place.text, place.text.rfind("：", place.sentence.start, place.first.outer.start)
    if colon < 0 or len(place.group) > 1:
        return None
    heading = _HEADING.search(text, place.sentence.start, colon + 1)
    if heading is None or heading.end() != colon + 1:
        return None
    figure = parse_left(text, *heading.span("figure"), ()).name
    if kind := _OF_KIND.match(text, *figure):
        figure = Span(kind.end(), figure.end)
    ranked = heading["rank"] is not None or is_area(place.words)
    return _named(place, figure) if ranked and figure.end > figure.start else None


def _named(place: Place, figure: Span) -> Naming | None:
    text, item = place.text, place.words
    moves = place.frame.change not in (None, "level") and len(place.scope.metrics) > 0
    if moves and not item:
        return None
    if place.first.unit == "%" and _BARE.fullmatch(item):
        return Naming(((figure,),), "attribute", inherited=True, subject=place.subject)
    if item and text.endswith(item, *figure):
        return Naming(((figure,),), "attribute", inherited=True, subject=place.subject)
    if is_attribute(item) and (owner := owner_of(text, (figure,))):
        return Naming(((*owner, place.name),), "attribute", inherited=True, subject=place.subject)
    whose = place.name
    subject = place.frame.subject
    if subject and subject.end == whose.start and text[whose.start] in "（(":
        whose = Span(subject.start, whose.end)
    if item.endswith(FIGURES) or place.right.strong or place.frame.opened:
        return None
    return Naming(((whose, figure),), "attribute", inherited=True) if words(text, (whose,)) else None
