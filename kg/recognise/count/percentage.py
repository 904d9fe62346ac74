"""Percentages before a noun: what the noun itself measures, a share told of the whole, or how many are reached."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.follow import LEVY, MEANS, RATES, is_means, moves
from kg.recognise.count.part import TOLD_SIZE
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import trim

_RATE = late(
    r"(?:率|比重|比例|[增升]幅|[增流]速|[涨跌降]幅|占比|税|利息|(?<!等)目标|预期|折扣|率(?:目标)?区间|(?:经济|业绩|贸易|出口|投资|消费|收入|利润|GDP)增长)$"
)
"""超80%的森林覆盖率, 2%的通胀目标: what a percentage itself is."""
_TRAIL = late(r"(?:都|均|全部|已经?|则|也|将[为由]?(?=[\u4e00-\u9fff]{2})|实现了?)*")
_WORLD = late(r"(?<=[\u4e00-\u9fff])(?:全国|全球|全省|全市|世界)约?$")
OWNER_SIZE = 3, 16
"""Size of a name before a percentage that tells whose it is: 制造业 | 现行16%的税率."""


_HELD = late(r"(?P<verb>合计持股|持股|参股|控股|出资)(?:比例)?(?:超过?|达到?|不[少低]于|高于|低于|在|约)?$")
"""持股 | 5%以上的 | 股东: of what they hold the share, and not how many they are."""
HOLDING = 10
"""How far before the share its verb may begin."""


def _done_to(place: Place) -> Naming | None:
    """路网覆盖全国 | 98%的建制村: what of all of them it reaches; 持股5%以上的 | 股东: what they hold."""
    text, right, start = place.text, place.right, place.first.outer.start
    if covers := _COVERS.search(text, max(place.sentence.start, start - COVERS_REACH), start):
        whose = Span(min(place.name.start, covers.start()), covers.end("verb"))
        return Naming(((whose, right.noun),), "number-noun", "占比", subject=place.subject)
    held = _HELD.search(text, max(place.sentence.start, start - HOLDING), start)
    if held is None:
        return None
    return Naming(((right.noun, Span(*held.span("verb"))),), "number-noun", "比例", subject=place.subject)


def name_percentage(place: Place, name: Span) -> Naming | None:
    """What the percentage is, where it is no plain share of those that the noun names. `name` stands before it."""
    text, right, start = place.text, place.right, place.first.outer.start
    if is_means(place) and (means := MEANS.search(text, max(0, start - 8), start)):
        whole = f"占{means['whole']}比重" if means["whole"] else "占比"
        suffix = "" if _RATE.search(text, *right.noun) else whole
        return Naming(((right.noun,),), "number-noun", suffix, subject=place.subject)
    if moves(place):
        return Naming(((right.noun,),), "noun-number", subject=place.subject)
    if done := _done_to(place):
        return done
    world = _WORLD.search(text, max(0, start - 4), start)
    if world and not _is_told_of_some(place, world.start()):
        return Naming(((right.noun,),), "number-noun", f"占{world[0].rstrip('约')}比重", subject=place.subject)
    if text.endswith(LEVY, *name) and text.endswith("税", *right.noun):
        return Naming(((name, right.noun),), "number-noun", subject=place.subject)
    yearly = text.endswith("年均", 0, start) and text.endswith("增长", *right.noun)
    if yearly or _RATE.search(text, *right.noun):
        owned = not yearly and not place.frame.verb and text.startswith("的", place.last.outer.end)
        owned = owned and place.first.comparator == "eq" and OWNER_SIZE[0] <= place.size <= OWNER_SIZE[1]
        return Naming((((place.name, right.noun) if owned else (right.noun,)),), "number-noun", subject=place.subject)
    trail = _TRAIL.match(text, right.noun.end)
    told = trim(text, Span(trail.end() if trail else right.noun.end, max(right.noun.end, right.tail)))
    if said := _said(place):
        return Naming(((said, right.noun),), "number-noun", "占比", subject=place.subject)
    if right.action is None and not right.shared and 2 < told.end - told.start < TOLD_SIZE:
        return Naming(((told, right.noun),), "number-noun", "占比", subject=place.subject)
    return None


_WHOLLY = late(
    r"(?P<does>(?:使用|采用|应用|依靠|来自|由|利用|(?P<for>用于|用在|投向|流向))(?!率)(?:[^，。；：、0-9]|(?(for)、|(?!))){2,20}?)(?=[，。；\n]|$)"
)
WHOLE = 100
_ALL_DO = late(
    r"(?:实现了?|完成了?|做到|(?=执行|实施|实行|推行|落实|符合|纳入|接入|配备|安装|达标))(?P<does>[^\W的0-9](?:[^，。；：0-9]|、)[^，。；：0-9]{0,24}?)(?=[，。；\n]|$)"
)
"""建制村 | 100% | 实现通客车; 新建住宅 | 100% | 执行绿色建筑标准."""
_MAY = late(r"(?:将|要|已|已经|可|能|都|均|就有?|有|全部|实现了?)+$")
"""场馆 | 将 | 100%使用绿色能源: no part of the name."""


_AMONG = ("者中", "人中", "户中", "业中")
"""报名者 | 中 | 一半来自外省: those among whom so many do so."""


def name_wholly(place: Place) -> Naming | None:
    """场馆将 | 100% | 使用绿色能源: what share of something does what stands behind the share."""
    if place.first.unit != "%" or place.size < 2 or place.frame.change not in (None, "level"):
        return None
    does = _WHOLLY.match(place.text, place.last.outer.end)
    if does is None and place.first.value == WHOLE and not place.words.endswith(RATES):
        does = _ALL_DO.match(place.text, place.last.outer.end)
    if does is None:
        return None
    may = _MAY.search(place.text, *place.name)
    who = Span(place.name.start, may.start() if may else place.name.end)
    who = Span(who.start, who.end - (place.text[who.end - 2 : who.end] in _AMONG))
    return Naming(((who, Span(*does.span("does"))),), "noun-number", "占比") if who.end - who.start > 1 else None


_SAYS = late(
    r"(?:则|都|均|也)?(?:表示|认为|觉得|坦言|称|感到|希望)，(?P<said>[^，。；：？！\n]{3,24})"
    r"(?:，(?P<wish>(?:希望|期待|建议|支持|愿意|呼吁)[^，。；：？！\n]{2,22}))?"
)
"""六成受访者 | 表示，| 服务比以前更好: what a share of those asked say, best of all what they wish."""
_DID = late(
    r"(?:[和、与及](?:[0-9.]{1,5}%)的[\u4e00-\u9fff]{1,8})?，(?P<did>(?!其中|比|较|同比|环比|占)(?:[^，。；：0-9]{0,8}[来前内])?"
    r"(?:曾|经常|从未|从不|没有|不|会|愿意|希望|认为|觉得|表示|已经?|至少)[^，。；：0-9]{3,22})(?=[，。；\n]|$)"
)
"""四成男生和三成女生，| 半年来曾受过批评: what is told of the shares before the comma."""


def _said(place: Place) -> Span | None:
    """What a share of those asked say, or what is told of them in the next clause."""
    text, noun = place.text, place.right.noun
    if says := _SAYS.match(text, noun.end, noun.end + SAID_REACH):
        return Span(*says.span("wish" if says["wish"] else "said"))
    did = _DID.match(text, noun.end, noun.end + SAID_REACH) if place.size < 2 else None
    return Span(*did.span("did")) if did else None


SAID_REACH = 60
"""How far behind those asked their words may end."""
_COVERS = late(
    r"(?P<verb>覆盖|连接|连通|联通|链接|服务|惠及|辐射|通达|串联)[了起到]?(?:全国|全球|全省|全市|世界)(?:约|近|超过?)?$"
)
COVERS_REACH = 12
"""路网覆盖全国 | 98%的 | 建制村: how many of all it reaches."""


def _is_told_of_some(place: Place, world: int) -> bool:
    """全国 | 六成县区 | 开展试点: a clause that begins so tells what some of all do."""
    return not (place.frame.verb or place.frame.opened) and place.name.start >= world and place.right.action is not None
