"""Where what is counted is, and what is found in it: 从50个方案 | 中选出3个, 两侧500米 | 范围内的塑料棚."""

from __future__ import annotations

from kg.lexicon import regions_in
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.follow import CAUSES, WHOLES
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import COUNTRIES, is_area

_FROM = late(r"[从在于](?:全[国球省市]|大?约|近|超过?|这|[^，。；：]{2,20}的)?$")
_AMONG = late(r"[^，。；的]{2,16}?(?<![高初职完集空水途其])中(?![心国小学医央东西型华等部间期级层])")
_OFF = late(r"[^，。；的]{2,10}?[上里内下旁](?![海市线升游]|部|地|涵)(?=[\u4e00-\u9fff]{2})")
"""从6架 | 运输机 | 上跳下."""
_RANKS = late(r"(?:[位排名跃]?居|位列|名列|跻身|排名?|排在|列)(?:全[国球省市区]|世界)?$")
_RANKED = late(r"(?P<whole>[^，。；的第中]{2,12})中?的?(?:前列|第[0-9一二三四五六七八九十]{1,3}(?![大批个]))")
_RANGE = late(r"(?:[^，。；的]{0,8}?范围(?=内|以内|之内)|[^，。；的]{0,2}?(?=半径内))")
_YIELDS = late(r"(?:[年月日]|每年|每[天日])(?:均)?(?:产|处理|加工|发电|生产|销售)量?$")
_YIELD = late(r"(?!能力)[^，。；、的和及]{1,12}(?=的)")
_WHERE = late(
    r"[^，]{2,}?(?:(?<![存现所内外实潜])在|(?<![面方走朝导去志])向|(?<![针相面应绝结反派])对|(?<![成作认称视改变分评])为)"
    r"(?:全[国省市区县州球]|世界|当地|各地|国内外?|海外|境外|内地|另外|其[他余]|[东中西]部|(?P<place>[\u4e00-\u9fff]{2,3}))$"
)
"""援建队在 | 当地 | 10所学校 | 开展培训: who does it, and where."""
FROM_REACH = 24
"""How far before a number 从 may begin: 从20个国家寄来的 | 400幅 | 画作 | 中选出30幅."""
REACH = 6
"""How far before a number a preposition or a verb of yield may begin."""


def taken_from(place: Place) -> Span | None:
    """从50个 | 方案 | 中选出3个, 居全国30个 | 新区 | 第5位: out of which others are taken, or one is ranked."""
    if place.last.unit_class not in ("counter", "people"):
        return None
    text, start = place.text, place.first.outer.start
    taken = _FROM.search(text, max(place.sentence.start, start - FROM_REACH), start)
    if taken is None and (ranked := _RANKED.match(text, place.last.outer.end, place.right.tail)):
        return Span(*ranked.span("whole")) if _RANKS.search(text, max(place.sentence.start, start - 8), start) else None
    among = _AMONG.match(text, place.last.outer.end, place.right.tail) if taken else None
    if among is None and taken and taken[0][0] == "从":
        among = _OFF.match(text, place.last.outer.end, place.right.tail)
    return Span(place.last.outer.end, among.end() - 1) if among else None


def extent_of(place: Place) -> Span | None:
    """两侧500米 | 范围 | 内的塑料棚, 年产10万吨 | 合成氨 | 的工厂: of what so much is told."""
    text, noun, start = place.text, place.right.noun, place.first.outer.start
    if place.last.unit.endswith(("米", "公里")):
        found = _RANGE.match(text, *noun)
    else:
        found = _YIELD.match(text, *noun) if _YIELDS.search(text, max(0, start - REACH), start) else None
    return Span(*found.span()) if found and found.end() > found.start() else None


def is_whereabouts(place: Place, name: Span) -> bool:
    """Whether a name ends in where those counted are or who is ranked among them: 援建队在当地, 甲区居全国, but
    not 指数在全球130个城市中 | 排名."""
    if _RANKS.search(place.text, *name) and _RANKED.match(place.text, place.last.outer.end, place.right.tail):
        return True
    where = _WHERE.fullmatch(place.text, *name)
    ranked = place.text.startswith("中", place.right.noun.end)
    return where is not None and not ranked and (not where["place"] or is_area(where["place"]))


BARE = (*CAUSES, *WHOLES, "我国", "方面", "全国各地", "世界各地", "各地", "海内外", "国内外")
"""Words for where, which name nothing."""
_SEAT = late(r"(?<![城超股集门上入开退闭休楼夜早车债后])市$|(?<![城乡村])镇$|(?<!城)乡$|(?<![农乡])村$|[省县州]$")
"""A place: 甲国北部乙州 | 桥梁."""


_LEVELS = late("[省市县区镇乡村]{2,4}[两三四]级")
"""省市两级 | 已有100个地方: those of such levels."""


def is_place(body: str) -> bool:
    """Whether the words before a number only tell where or for whom: 乙州, 为全国."""
    if body[0] in "为给向对" and body[1:] in BARE:
        return True
    named = _LEVELS.fullmatch(body) or any(r.start == 0 and r.end == len(body) for r in regions_in(body))
    return bool(named) or (len(body) > 2 and _SEAT.search(body) is not None)


def without_country(text: str, name: Span) -> Span:
    """乙国和 | 丙国的72家机构, 范围涉及 | 甲乙两省 | 12市: without where those are that are counted."""
    spelled = text[slice(*name)]
    if spelled in COUNTRIES and text[name.start - 1] in "和与及、":
        return Span(name.end, name.end)
    reaches = _REACHES_PLACE.search(text, *name) if len(spelled) > 1 and is_place(spelled) else None
    return Span(name.start, reaches.end()) if reaches else name


REACHES = "(?:涉及|覆盖|惠及|辐射|途经|遍布)(?:了|到)?"
"""Verbs of what is spread over places, routes and people."""
_REACHES_PLACE = late(rf"{REACHES}(?=[\u4e00-\u9fff]{{2,}})")
"""范围 | 涉及 | 甲乙两省 | 12市: where those are that it reaches."""


_BESIDES = late(r"[以之]?外$")
BESIDES_REACH = 24
"""How far before the number 除 stands."""


def told_besides(place: Place) -> Span | None:
    """除了20支 | 团队 | 以外: those besides whom others are told of."""
    noun = place.right.noun
    apart = _BESIDES.search(place.text, noun.start + 2, noun.end)
    least = max(place.sentence.start, place.first.outer.start - BESIDES_REACH)
    if apart is None or place.text.find("除", least, place.first.outer.start) < 0:
        return None
    place.right.noun, place.right.action = Span(noun.start, apart.start()), None
    return place.right.noun
