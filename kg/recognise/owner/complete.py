"""Names completed with what was named before: an attribute with the thing it is of, an area with the figure."""

from __future__ import annotations

from kg.lexicon.predicate import SHARED_HEADS
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import thing_again, topic_before
from kg.recognise.owner.gapped import heads_before
from kg.recognise.owner.inherit import figure_before
from kg.recognise.owner.members import figure_of_group
from kg.recognise.owner.produced import output_told
from kg.recognise.owner.traded import goods_traded, mean_price
from kg.recognise.syntax.attribute import (
    DIMENSIONS,
    ESTIMATES,
    OF_FIGURE,
    is_attribute,
    is_of_thing,
    owner_of,
    size_front,
    without_estimate,
    without_figure,
)
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.phrase import COUNTRIES, Phrase, is_area, words


def complete(place: Place) -> Naming:
    """The name itself; an attribute, an area or a kind with what was named before."""
    if is_country(place.words):
        if place.scope.whole and place.first.unit_class in ("counter", "people"):
            return Naming(((place.name, place.scope.whole),), "noun-number", subject=place.subject)
        if is_part_of_whole(place, place.scope.last()):
            return Naming(((place.name,),), "noun-number", subject=place.subject)
    if named := _of_topic(place) or _of_known(place):
        subject = place.subject if len(named) == 1 else None
        each = len(place.group) == 1 < len(named)
        return Naming(named, "attribute", inherited=named[0][0] != subject, subject=subject, each=each)
    metrics = place.scope.metrics
    front = size_front(place.text, place.words, metrics[-1]) if metrics else None
    if behind := _behind(place):
        return behind
    name = (front, place.name) if front else (place.name,)
    return Naming((name,), "noun-number", _pace(place), subject=place.subject)


_SUMS = ("总额", "总投资", "总规模", "总金额", "总值", "总价值", "规模")


def _behind(place: Place) -> Naming | None:
    """总额30亿元 | 再贷款 | 已设立: of what stands behind the sum."""
    right = place.right
    sums = place.words in _SUMS and place.first.unit_class == "money" and right.strong and len(place.group) == 1
    if not sums or place.scope.metrics or place.frame.change is not None or right.noun.end - right.noun.start < 3:
        return None
    right.used = True
    return Naming(((right.noun, place.name),), "number-noun", subject=place.subject)


_PACE = late(
    r"(?:以上|左右)?的(?P<pace>(?:平均|年均)?(?:增[速幅]|[涨跌降]幅)(?:预[测期]值?|预估值?|目标)?)(?=[，。；、）]|$)"
)


def _pace(place: Place) -> str:
    """甲国经济8%以上的 | 增速预期: what grows so much, where only the noun behind tells that it grows."""
    if place.first.unit != "%" or place.words.endswith(("率", *OF_FIGURE)):
        return ""
    found = _PACE.match(place.text, place.last.span.end)
    return found["pace"] if found else ""


_PART_OF_TRADE = late(r"(?P<part>(?:服务|货物)(?:贸易)?)(?:出口|进口)")
"""服务出口5亿元，增长2%；| 进口 | 6亿元: of the same part of trade."""
_TRADE = late(r"(?:货物(?:贸易)?|(?:对外|服务)?贸易|外贸)?进出口(?:总?[值额]|总?规模)?$")


_SOME = late("[\u4e00-\u9fff]{2,10}(?:企业|公司|主体|地区|口岸)")


def _trade_of_some(place: Place, last: Phrase) -> Naming | None:
    """外贸企业4万家，其中民营企业占八成，| 进出口 | 1万亿元: of those whose share was told."""
    scope, at = place.scope, place.name.start - 1
    if not scope.share or len(last) > 1 or place.words not in ("出口", "进口", "进出口") or place.text[at] != "，":
        return None
    whose = place.text.endswith("其中", place.sentence.start, last[0].start) and _SOME.fullmatch(place.text, *last[0])
    return Naming(((*last, place.name),), "attribute", inherited=True) if whose else None


def trade_of(place: Place) -> Naming | None:
    """跨境电商进出口5亿元，其中，出口3亿元: whose exports they are is told with the trade of which they are part."""
    last = place.scope.last()
    if last and (theirs := _trade_of_some(place, last)):
        return theirs
    if not last or place.words not in ("出口", "进口"):
        return None
    if len(last) > 1 and place.text.startswith("占", last[-1].start):
        last = last[:-1]
    own = len(last) > 1 and place.text[slice(*last[-1])] in ("出口", "进口")
    if part := _PART_OF_TRADE.fullmatch(place.text, *last[-1]):
        return Naming(((*last[:-1], Span(*part.span("part")), place.name),), "attribute", inherited=True)
    trade = None if own else _TRADE.search(place.text, *last[-1])
    if trade is None and not own:
        return None
    owner = (*last[:-1], Span(last[-1].start, trade.start() if trade else last[-1].start))
    return Naming(((*(piece for piece in owner if piece.end > piece.start), place.name),), "attribute", inherited=True)


def _of_topic(place: Place) -> tuple[Phrase, ...]:
    """甲乙铁路今天开通，全长46公里: of what the sentence or the paragraph is about."""
    if again := thing_again(place):
        return (again,)
    topic = topic_before(place)
    if topic is None:
        return ()
    owners = distribute(place.text, topic) if place.frame.spread or len(place.group) > 1 else ()
    if len(owners) == len(place.group) > 1:
        return tuple((*owner, place.name) for owner in owners)
    figure = place.words.endswith(OF_FIGURE) or place.text.endswith(_HOW_LARGE, *topic)
    owner = _owner(place, (topic,)) if figure else (topic,)
    return ((*owner, place.name),)


_HOW_LARGE = ("规模", "能力")
"""甲产业规模壮大，总产值 | 达5亿元: of what is so large."""


def _of_known(place: Place) -> tuple[Phrase, ...]:
    """营收30亿元，同比…; 省级30家; 乙国由C增至D: of what the sentence has named."""
    metrics, attribute = place.scope.metrics, is_attribute(place.words) or place.words in DIMENSIONS
    if not metrics and is_country(place.words) and (figure := figure_before(place)):
        return ((place.name, figure),)
    alike = place.scope.units.get(place.first.unit)
    before = alike if alike in metrics else metrics[-1] if metrics else None
    if kept := _of_sector(place) or (before and _of_area(place, before)):
        return ((place.name, *kept),)
    if place.subject and attribute and not is_area(place.text[slice(*place.subject)]):
        return ((place.subject, place.name),)
    if owned := _of_each(place):
        return owned
    if place.words.startswith("涉案") and metrics and not place.text.endswith(("案", "案件"), *metrics[-1][-1]):
        return ((place.name,),)  # 抓获嫌疑人9名，涉案金额5亿元: of the case, and not of those caught
    if metrics and attribute and place.text[place.name.start - 1] != "对" and not _is_apart(place):
        last = _whole_before(place) or _reaching(place) or metrics[-1]
        owner = _owner(place, last[:1] if place.scope.shared else last)
        if owner and is_of_thing(place.words) and (spans := _SPANS.search(place.text, *owner[0])):
            owner = (Span(owner[0].start, spans.start()),)
        again = owner and place.words.startswith(words(place.text, owner))
        return ((place.name,),) if again else ((*owner, _dated(place)),)
    if traded := goods_traded(place) or mean_price(place):
        return (traded,)
    if handed_in := _handed_in(place):
        return ((place.name, handed_in),)
    head = heads_before(place, ((place.name,),))
    told = head[0] if head else output_told(place, ((place.name,),)) or figure_of_group(place, ((place.name,),))
    return ((place.name, *told),) if told else ()


_HANDS_IN = late(r"(?:联合)?(?:推荐|申报|报送|遴选|上报|选送)的?[^，。；、]{2,16}$")


def _handed_in(place: Place) -> Span | None:
    """各市推荐案例不超过20个，省直单位 | 不超过5个: what the others may hand in, too."""
    known = place.scope.units.get(place.first.unit) if place.first.comparator == "le" else None
    if not known or known not in place.scope.metrics or not _HANDS_IN_TOO.search(place.words):
        return None
    what = _HANDS_IN.search(place.text, *known[-1])
    return Span(*what.span()) if what else None


_HANDS_IN_TOO = late(r"(?:单位|部门|机构|企业|高校|院校|院所|学校|单列市|[省市区县州]|兵团|协会|学会|集团|园区)$")


def _is_apart(place: Place) -> bool:
    """新增通高速乡镇80个；完成 | 货运量 | 5亿吨: what is done next, and not of what is new."""
    done = place.frame.opened == "完成" and place.scope.change == "new"
    return done and place.text.startswith("；完成", place.name.start - len("；完成"))


def _whole_before(place: Place) -> Phrase | None:
    """债券余额9亿元，其中短期3亿元；| 平均利率3%: behind the list of its parts the whole is told of again."""
    at = place.name.start - 1
    if place.text[at] != "；" and not _sums_up(place):
        return None
    inner = place.text.rfind("其中", max(place.sentence.start, place.text.rfind("；", place.sentence.start, at)), at)
    wholes = [metric for metric in place.scope.metrics if place.sentence.start <= metric[0].start < inner]
    return wholes[-1] if wholes else None


_PARTS = late(
    r"其中，?[^，。；]{2,20}?[0-9]+[\u4e00-\u9fff]、[^，。；]{2,20}?[0-9]+[\u4e00-\u9fff]，[^，。；0-9]{0,10}"
)


def _sums_up(place: Place) -> bool:
    """项目38个，其中铁路6条、场站9座，年内计划完成 | 投资 | 140亿元: behind parts of several kinds, of all of them."""
    if place.words not in ("投资", "完成投资", "总投资", "投资额"):
        return False
    inner = place.text.rfind("其中", place.sentence.start, place.name.start)
    return inner >= 0 and _PARTS.fullmatch(place.text, inner, place.name.start) is not None


_REACHED = late("(?:涉及|惠及|覆盖|服务|受益)(?:居民|群众|人口|人数|[户人]数|农户|职工|住户)?")
_HOUSED = late("(?:可)?(?:容纳|引进|入驻|吸纳|集聚)(?:企业|人口|职工|商户)(?:数量)?")
_HAS = late("(?:全线|沿线|共)?(?:设有?|设置|布设|建有|配有|配建)[^，。；]{1,10}")
_UNDERTAKING = late("[^，。；]{0,16}?(?:项目|工程|产业园|园区|基地)(?=(?:计划|规划)?(?:总投资|占地|总建筑|投资))")


def _reaching(place: Place) -> Phrase | None:
    """改造小区8个，涉及居民900户，| 总投资3亿元: of what reaches them, and not of those whom it reaches; nor are the
    length and the cost of a line (全长8公里，设站9座，| 总投资6亿元) those of what it has."""
    *before, last = place.scope.metrics
    if before and is_of_thing(place.words) and _HAS.fullmatch(words(place.text, last)):
        near = [m for m in before if m[0].start >= place.sentence.start and not _HAS.fullmatch(words(place.text, m))]
        return near[-1] if near else None
    if before and _HOUSED.fullmatch(words(place.text, last)):
        works = next((m for m in before if m[0].start >= place.sentence.start), before[-1])
        own = _UNDERTAKING.match(place.text, *works[0])
        return (Span(*own.span()),) if own else before[-1]
    reached = before and before[-1][0].start >= place.sentence.start and _REACHED.fullmatch(place.text, *last[0])
    return before[-1] if reached else None


_SPANS = late(r"(?<=[\u4e00-\u9fff]{2})(?:横[穿跨贯]|纵贯|穿越|下穿|贯穿|翻越|途经|跨越|连接(?!线)|串联|(?<![自理])由)")
"""甲长城 | 横跨省份: a thing and what it reaches or is made of, where only the thing has a length."""
_OF_ONE = late(r"[\u4e00-\u9fff]{1,4}(?:率|价格|价|额|增速|增幅|占比|比重|面积|规模)")


def _of_each(place: Place) -> tuple[Phrase, ...]:
    """A、B发行额分别为5亿元、4亿元，利率分别为1%、2%: what is told of each of the list before."""
    count, metrics = len(place.group), place.scope.metrics
    figure = is_attribute(place.words)
    if alike := _alike(place) if figure else ():
        return alike
    if not place.frame.spread or count < 2 or len(metrics) < count:
        return ()
    if not figure and not (_OF_ONE.fullmatch(place.words) and all(len(metric) > 1 for metric in metrics[-count:])):
        return ()
    owners = [_owner(place, metric) if figure else metric[:1] for metric in metrics[-count:]]
    named = {words(place.text, owner) for owner in owners}
    if figure and len(named) < count and place.words.endswith(("占比", "比重", "份额")):
        owners = [without_figure(place.text, metric) for metric in metrics[-count:]]
        whole = len({words(place.text, owner) for owner in owners}) == count
        return tuple((*owner, place.name) for owner in owners) if whole else ()
    heads = () if place.words.endswith(OF_FIGURE) else SHARED_HEADS  # 利润 | 平均增速 is of a figure
    apart = len(named) == count and not any(name in place.words or name.endswith(heads) for name in named)
    return tuple((*owner, place.name) for owner in owners) if apart else ()


def _alike(place: Place) -> tuple[Phrase, ...]:
    """甲线、乙线城市价格分别下降1%、2%，降幅 | 均收窄0.3个百分点: of each before with that figure."""
    metrics = place.scope.metrics
    if not place.frame.spread or len(place.group) > 1 or len(metrics) < 2 or not place.words.endswith(OF_FIGURE):
        return ()
    shared = [m for m in metrics if len(m) > 1 and m[-1] == metrics[-1][-1]]
    return tuple((*_owner(place, metric), place.name) for metric in shared) if len(shared) > 1 else ()


_OF_MONTH = late(r"(?:[0-9]{1,2}月|第?[一二三四]季度)$")
MONTH_SIZE = 4


def _dated(place: Place) -> Span:
    """PMI初值48，预期50，| 7月终值 | 49: of another month, which is part of the name."""
    start = place.name.start
    month = _OF_MONTH.search(place.text, max(place.sentence.start, start - MONTH_SIZE), start)
    return Span(month.start(), place.name.end) if month and place.words.endswith(ESTIMATES) else place.name


_SUBSCRIBED = ("认购", "投标")
_ISSUED = late(r"[^，。；的]*发行了?")
"""甲厅招标发行 | 债券 | 8亿元，认购倍数4倍: what is bid for, without who issues it."""


def _owner(place: Place, before: Phrase) -> Phrase:
    """What an attribute is of: the thing, or the figure where it is told of figures (预期, 总额)."""
    figure = without_figure(place.text, before)
    if place.words.endswith(ESTIMATES):
        return without_estimate(place.text, figure) or figure
    told_of_figures = place.words.endswith(OF_FIGURE) or place.words in ("总额", "总量", "可用天数", "可用")
    if not told_of_figures:
        owner = owner_of(place.text, figure)
        issued = _ISSUED.match(place.text, *owner[0]) if owner and place.words.startswith(_SUBSCRIBED) else None
        if issued and (issued.end() < owner[0].end or len(owner) > 1):
            kept = Span(issued.end(), owner[0].end)
            return (kept, *owner[1:]) if kept.end > kept.start else owner[1:]
        return _without_stem(place, owner)
    paced = _AIMED if place.words.endswith(STRIVEN) else _RATE if _RATE.search(place.words) else None
    rate = paced.search(place.text, *figure[-1]) if paced else None
    if rate and len(figure) == 1 and rate.start() == figure[0].start:
        return ()  # 两年平均增速5%，| 三年平均增速 | 6%
    return (*figure[:-1], Span(figure[-1].start, rate.start())) if rate and rate.start() > figure[-1].start else figure


def _without_stem(place: Place, owner: Phrase) -> Phrase:
    """空气质量优良天数321天，| 优良率90%; 办结案件860件，| 办结率97%: its words are left out of what it is of."""
    if not owner:
        return owner
    *front, last = owner
    if _DEED_ALONE.fullmatch(place.text, *last):
        return tuple(front)
    if place.text.endswith(_PLANNED, *last):
        return (*front, Span(last.start, last.end - len(_PLANNED)))
    if len(place.words) != STEM + 1 or place.words[-1] != "率":
        return owner
    at = place.text.find(place.words[:STEM], *last)
    if at < 0:
        return owner
    kept = Span(last.start, at) if at > last.start else Span(at + STEM, last.end)
    return (*front, kept) if kept.end - kept.start > 1 else owner


_DEED_ALONE = late(r"(?:[新改扩续]建|规划|营业|运营)")
_PLANNED = "整体规划"
"""新建 | 正线长90公里，| 设计时速350公里: a deed alone is no thing."""
STEM = 2
"""Characters before 率 in 优良率, 达标率."""
_RATE = late(r"(?:[同环]比|累计|实际|名义|年均|[两三]年平均)*(?:增速|增幅|[涨降]幅|增长率)$")
"""汽车业 | 累计增速为9%，| 两年平均增速为5%: one rate of a figure is none of another."""


STRIVEN = "奋斗目标"
_AIMED = late(r"(?:预期|年度|工作|基本|底线)?目标$|预期$")
"""增长预期目标 | 6%，奋斗目标 | 7%: two aims for one figure."""


_SECTORS = ("城市", "农村", "城镇", "乡村")


def _of_sector(place: Place) -> Phrase | None:
    """消费价格上涨1%。其中，城市 | 上涨2%，农村 | 上涨3%: the two parts of the country that statistics tell apart."""
    before, moved = place.scope.last(), place.frame.change not in (None, "level")
    if before is None or place.words not in _SECTORS or place.first.unit_class != "ratio" or not moved:
        return None
    goes_on = place.scope.metrics or place.text.startswith("其中", place.sentence.start)
    if not goes_on:
        return None
    if place.text.startswith(_SECTORS, before[0].start):
        kept = Span(before[0].start + len(place.words), before[0].end)
        return (kept, *before[1:]) if kept.end > kept.start else before[1:] or None
    return without_area(place, before) or None


def _of_area(place: Place, before: Phrase) -> Phrase | None:
    """甲国储量由A增至B，乙国由C增至D: what was told of the country before is told of this one."""
    known = place.scope.units.get(place.last.unit)
    if place.last.unit_class == "counter" and known and known[-1].start >= place.sentence.start:
        before = known
    alike = place.last.unit_class != "counter" or known == before
    region = place.subject or place.frame.subject
    near = region if region and region.end == place.name.start else place.name
    area = _AREA.fullmatch(place.text, near.start, place.name.end)
    named = is_country(place.words) or (alike and not place.right.strong and area)
    return without_area(place, before) or None if named else None


_AREA = late(
    "[^，、；的]{2,10}(?:地区|区域|省份|高新区|开发区|经开区|新区|[政省市区县乡镇]府|[^主常监]委|委员会|[公文安政业]局|[^客大餐展]厅|电视台)"
)
"""京津冀区域 | 达到30%: where or who, and not what."""
_AREA_OPENS = late("(?:[境海国]外|[^，、；的]{1,8}?(?:地区|区域|省份|城市|国家(?!级|[重标])))(?=[^，、；]{2}|$)")
"""缺水城市 | 再生水利用率."""

_TRADES_WITH = late(r"对[^，；]{2,16}?(?=(?:货物|服务)?(?:进出口|出口|进口|贸易|投资))")
"""对甲国进出口增长5%，对 | 乙国、丙国分别增长3%、4%."""


def without_area(place: Place, before: Phrase) -> Phrase:
    """A name without the country or province it begins with."""
    first, *rest = before
    own = next((size for size in range(6, 1, -1) if is_country(place.text[first.start : first.start + size])), 0)
    area = _AREA_OPENS.match(place.text[slice(*first)])
    own = max(own, area.end()) if area else own
    with_whom = _TRADES_WITH.match(place.text, *first) if place.text[place.name.start - 1] == "对" else None
    own = max(own, with_whom.end() - first.start) if with_whom else own
    kept = Span(min(first.start + own, first.end), first.end)
    if kept.end - kept.start < 2 or place.text[slice(*kept)] == "地区":
        return tuple(rest)
    return (kept, *rest)


def is_part_of_whole(place: Place, last: Phrase | None) -> bool:
    """出境游目的地中，亚洲占80%，| 欧洲 | 3%: an area that is one of those told of, and has no figure."""
    return place.scope.whole is not None and last is not None and is_country(words(place.text, last[-1:]))


def is_country(words: str) -> bool:
    return words in ("中国", "各地", "局地", "局部地区") or words in COUNTRIES or is_area(words)
