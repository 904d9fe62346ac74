"""The indicator of a number: which words around it, or before it in the sentence, name what is measured."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import ENDS, SHARED_HEADS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.attending import HEADCOUNTS, name_attending
from kg.recognise.count.counted import name_following
from kg.recognise.count.follow import follows
from kg.recognise.count.implied import is_folk
from kg.recognise.count.need import name_served
from kg.recognise.count.often import name_often
from kg.recognise.count.outlay import name_outlay
from kg.recognise.count.owned import name_alike, name_asked, name_chained, name_condition, name_owned
from kg.recognise.count.part import name_among, name_part, name_task
from kg.recognise.count.percentage import name_wholly
from kg.recognise.count.such import name_such
from kg.recognise.metric.against import name_against
from kg.recognise.metric.agent import without_agent, without_verb
from kg.recognise.metric.ahead import name_ahead
from kg.recognise.metric.answer import name_answer
from kg.recognise.metric.aside import (
    is_within,
    only_against,
    only_tells,
    without_adverbials,
    without_cause,
    without_ground,
    without_standard,
    without_whom,
)
from kg.recognise.metric.award import name_award
from kg.recognise.metric.benefit import with_benefactor
from kg.recognise.metric.exchange import name_exchange
from kg.recognise.metric.invested import name_invested
from kg.recognise.metric.journey import name_journey, with_time
from kg.recognise.metric.listed import each_has, name_listed
from kg.recognise.metric.pull import name_pull
from kg.recognise.metric.rate import name_rate
from kg.recognise.metric.reduced import name_reduced, name_reserves
from kg.recognise.metric.result import name_result
from kg.recognise.metric.tariff import name_rate_of_each, name_tariff
from kg.recognise.metric.tenor import name_tenor
from kg.recognise.metric.these import name_these
from kg.recognise.modality.nation import nation_of
from kg.recognise.name.border import at_borders
from kg.recognise.name.echo import without_echo
from kg.recognise.name.held import REACHING, is_another, name_built, name_held, with_holder
from kg.recognise.name.naming import BARE_VERB, Naming, Place
from kg.recognise.name.share import name_share, of_whole, share_again, without_share
from kg.recognise.name.surpassed import without_passing
from kg.recognise.name.topic import topic_before, topic_of
from kg.recognise.name.turn import without_turn
from kg.recognise.owner.allotted import name_allotted
from kg.recognise.owner.bracketed import name_bracketed
from kg.recognise.owner.by_unit import name_by_unit
from kg.recognise.owner.carrier import name_carried
from kg.recognise.owner.club import name_club
from kg.recognise.owner.complete import complete, is_country, trade_of
from kg.recognise.owner.direction import name_direction
from kg.recognise.owner.equal import name_equal
from kg.recognise.owner.foremost import name_foremost
from kg.recognise.owner.gapped import with_class
from kg.recognise.owner.inherit import fuller, inherit, per_each
from kg.recognise.owner.one_by_one import name_one_by_one
from kg.recognise.owner.ranked import name_ranked
from kg.recognise.owner.regional import of_regions
from kg.recognise.owner.runner_up import name_next, name_turned
from kg.recognise.owner.trades import name_trades
from kg.recognise.owner.yardstick import by_topic, name_yardstick
from kg.recognise.syntax.attribute import DIMENSIONS, is_attribute
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.front import after_adverb
from kg.recognise.syntax.phrase import Phrase, words

_AS_MUCH = late(r"[是为]$")
_AS_THEN = late(r"(?:达到?了?|约为)[约近]?(?:20[0-9]{2}年|去年|上年|前年)(?:全年|同期)?[^，。；0-9]{0,10}的[约近]?")
"""累计退税2万亿元，已 | 达去年全年退税规模的 | 3.2倍: of the same, measured by another year."""
_AS_THERE = late(
    r"(?:大?约|仅|只|也|却)*(?:[是为]|相当于)(?![占计])(?![^的]*(?:预算|计划|目标|任务))[^，。；、的0-9]{2,10}的(?:近|约)?"
)


def _is_as_then(place: Place) -> bool:
    """Whether a number tells how often as much, or how the figure told before compares with another year's."""
    start = place.frame.name.start
    if place.first.unit == "倍" and _AS_MUCH.search(place.text, max(0, start - 2), start):
        return True
    return _AS_THEN.fullmatch(place.text, start, place.first.outer.start) is not None


def _is_as_there(place: Place) -> bool:
    """均价8900元，约 | 为省会的 | 一半: how the figure told before compares with another place's."""
    if place.first.unit != "%" or not place.scope.metrics or place.right.strong:
        return False
    start = place.first.outer.start
    opens = clause_start(place.text, place.sentence.start, start, "，；、：")
    return _AS_THERE.fullmatch(place.text, opens, start) is not None


_REFERS = late(
    r"(?:[0-9一二三四五六七八九十两]{1,2}年|最[长高低多少大迟快]|上(?:个?月|季度|周|次|期)|前次|数字|数目|数据|数值|指标|目标|水平|纪录|记录)"
)
"""这一数字将再减少100万; 上月为5%: the indicator named before."""
_AGAIN = late(r"比[率例重]|占比|份额|规模|金额|[速幅]度|增[速幅]|[降涨跌]幅|价格")
_THIS = ("这一", "这个", "该", "此")
"""这一 | 比率, 该 | 比例: any figure so called again."""
_SAME = late(
    r"(?:这一|该|此)(?P<noun>[\u4e00-\u9fff]{0,4}"
    r"(?:指数|指标|比例|比重|比率|占比|[^效功税汇利费频概速]率|[量额值]|规模|余额|总数))$"
)
"""领先指数下跌0.2%。这一 | 指数 | 累计下降1%: what was so named before."""
_ADDED = late(r"加上[^，。；]{0,16}?(?:下达|拨付|安排|预拨|发放|投入|办理|退付|退还)的?")
"""加上此前已下达的5亿元: more of the same."""


def _is_added(place: Place) -> bool:
    """Whether the words of the clause only say that there is more of what was told before."""
    end = place.frame.name.end
    return _ADDED.fullmatch(place.text, clause_start(place.text, place.sentence.start, end, "，；："), end) is not None


_COMMODITIES = frozenset("钢铁铜铝铅锌锡煤油气碱粮棉麻纱丝糖盐茶布纸酒奶蛋肉鱼菜果猪牛羊")
"""Words of one character that name what is produced: 钢由三千万吨增加到四千万吨."""
_INCLUDING = late(r"([^，“”]{2,12}?)(?:包括|包含|涵盖|涉及|有(?!限))[^，]{0,60}、[^，]{0,60}等")
"""项目包括甲、乙等79个."""
_NO_GROUP = late(r"成功|决定|按|根据|通过|对|在|为|以|由|从|并|且|近|其中|据|经")


def name_group(place: Place) -> Naming:
    """The indicators that a series of numbers measures. `place.name` is the frame's name as parsed."""
    return at_borders(place.text, without_passing(place, _group(place)))


def _group(place: Place) -> Naming:
    last = place.scope.last()
    if last and (_is_as_then(place) or _is_as_there(place) or _is_added(place)):
        return Naming((last,), "inherited", inherited=True)
    naming = with_benefactor(place, without_verb(place.text, with_holder(place, _name(place))))
    naming = by_topic(place, of_regions(place, without_echo(place.text, without_turn(place.text, naming))))
    if naming.rule == "share" and not naming.inherited and (classed := with_class(place, naming.phrases)):
        return replace(naming, phrases=classed)
    if place.first.unit == "%" and naming.rule in ("share", "noun-number", "number-noun"):
        return replace(naming, phrases=tuple(of_whole(place, phrase) for phrase in naming.phrases))
    if place.scope.share and naming.phrases == (last,) and naming.rule == "inherited":
        return share_again(place, naming)
    return with_time(place, naming)


def _name(place: Place) -> Naming:
    found = name_such(place) or name_pull(place) or name_ranked(place) or name_yardstick(place) or name_next(place)
    found = found or name_by_unit(place) or name_turned(place) or name_bracketed(place) or name_share(place)
    if found := found or name_task(place) or name_part(place) or _nation(place):
        return found
    if only_against(place) or only_tells(place):
        place = replace(place, name=Span(place.name.end, place.name.end))
    if listed := _INCLUDING.fullmatch(place.words):
        place = replace(place, name=Span(place.name.start, place.name.start + listed.end(1)))
    name, subject = after_adverb(place.text, _with_opening(place))
    if subject and (_NO_GROUP.match(place.text, subject.start) or place.text.startswith("占比", name.start)):
        subject = None
    if _WHEN.search(place.text, name.start, name.end) or is_within(place.text, name):
        name = Span(name.end, name.end)
    name = without_adverbials(place.text, name)
    if subject or name != place.name:
        place = replace(place, name=name, subject=subject)
    if (
        found := name_served(place)
        or name_reserves(place)
        or name_often(place)
        or name_journey(place)
        or _special(place)
    ):
        return found
    if told := name_among(place) or name_attending(place) or name_foremost(place):
        return told
    place = without_ground(without_cause(without_standard(without_whom(place))))
    if reduced := name_reduced(place):
        return reduced
    if follows(place):
        place.right.used = True
        return name_following(place)
    if last := _referred(place):
        return Naming((last,), "inherited", inherited=True)
    if built := name_built(place):
        return built
    if place.size >= 2 or place.words in _COMMODITIES or (place.words in DIMENSIONS and place.scope.metrics):
        return name_owned(place) or per_each(place) or _before(place)
    return name_equal(place) or _as_to(place) or inherit(place)


_AS_TO = late(r"(?:在|从)?(?P<what>[^，]{2,10})方面")


def _as_to(place: Place) -> Naming | None:
    """出口方面，同比增长5%: the clause before names what is told of."""
    before = place.scope.previous
    found = _AS_TO.fullmatch(place.text, *before) if before and len(place.group) == 1 else None
    told = place.scope.metrics and before and place.scope.metrics[-1][0].start >= before.end
    if found is None or place.right.strong or told:
        return None
    return replace(_before(replace(place, name=Span(*found.span("what")))), rule="clause-before", inherited=True)


def _nation(place: Place) -> Naming | None:
    """端牢 | 14亿中国人 | 的饭碗: how many the nation are, and not what is done for them."""
    nation = nation_of(place.text, place.first)
    if nation is None:
        return None
    place.right.used = True
    return Naming(((nation,),), "number-noun", "口" if place.text.endswith("国人", *nation) else "")


def _special(place: Place) -> Naming | None:
    return (
        name_answer(place)
        or each_has(place)
        or name_ahead(place)
        or name_these(place)
        or name_trades(place)
        or name_one_by_one(place)
        or name_exchange(place)
        or name_tenor(place)
        or name_against(place)
        or name_tariff(place)
        or name_rate_of_each(place)
        or name_award(place)
        or name_allotted(place)
        or name_rate(place)
        or name_wholly(place)
        or name_outlay(place)
        or name_invested(place)
        or name_club(place)
        or name_direction(place)
        or name_carried(place)
        or name_chained(place)
        or name_result(place)
        or name_alike(place)
        or name_asked(place)
        or name_condition(place)
    )


_WHEN = late(
    r"[\u4e00-\u9fff]{3}(?:(?<![小工课学用耗及实按准临平随同瓦安])时|之后|以后)$"
    r"|(?<![\u4e00-\u9fff])(?:原来|原先|当初|起初|[月季周年]末|[月年]底(?:之?前)?)$|(?:[\u4e00-\u9fff]{2}(?<![身背产今售先落滞幕皇午前最课赛战灾震绩休])|今|随|此)后(?!的)$"
)
"""修订计划时减少为300亿元, 扣除重复后为50条, 原来只有20%: when, and not what."""


WHOM_SIZE = 4
"""Longest bare noun that keeps the verb of reaching before it: 涉及居民约5000户."""
_KINDS = ("服务", "开工", "续建", "建设", "开工建设", "规划", "改造建设")


def _with_opening(place: Place) -> Span:
    """开工项目57个, 覆盖人数达到300万: a bare kind or size keeps the verb before it."""
    opened = place.frame.opened
    at = place.name.start - len(opened)
    kind = opened in _KINDS and place.size == 2 and place.frame.change is None
    whom = opened in REACHING and 2 <= place.size <= WHOM_SIZE and place.frame.change is None
    sized = opened in REACHING and is_attribute(place.words)
    bare = (kind or sized or whom) and place.text.startswith(opened, at)
    return Span(at, place.name.end) if bare else place.name


def _referred(place: Place) -> Phrase | None:
    """What 这一数字 refers to; what grew where its share was told: 民间投资占60%，增长9%; 完成预算的60%，同比下降9%."""
    last = place.scope.last()
    named = _SAME.fullmatch(place.text, max(0, place.name.start - 2), place.name.end) if last and place.size else None
    if last and named and words(place.text, last).endswith(named["noun"]):
        return last
    again = _AGAIN.fullmatch(place.words) and place.text.endswith(_THIS, 0, place.name.start)
    if last is None or again or _REFERS.fullmatch(place.words):
        return last if place.size else None
    frame = place.frame
    itself = frame.change in ("growth_rate", "decrease_by") or (frame.on_year and frame.change == "increase_by")
    told = (place.scope.shared or place.scope.share) and place.scope.metrics
    return without_share(place.text, last) if told and itself and place.size < 2 and place.first.unit == "%" else None


def _before(place: Place) -> Naming:
    """The name before the number, distributed over the list or completed from what was named before."""
    place = without_agent(place)
    if named := name_held(place) or trade_of(place) or _newly(place) or _total(place) or _by_verb(place):
        return named
    doer = place.subject or (place.frame.owner if place.first.unit_class != "ratio" else None)
    if doer and _is_bare_verb(place):
        return Naming(((doer, place.name),), "noun-number")
    return name_listed(place) or fuller(place) or complete(place)


_MORE = late(r"(?:(?:今|去|当|本)[年月日]|其中|上半年|年内)*(?:新增|净增|增加|减少)")


_GIVEN_MORE = late(r"(?:[又再]|紧急)*(?:追加|增拨)了?")
"""下达资金5亿元，又追加 | 2亿元."""


def _newly(place: Place) -> Naming | None:
    """现有病例1.2万例，当日新增394例: more of what was counted in the same unit."""
    known = place.scope.units.get(place.first.unit)
    money = place.first.unit_class == "money"
    bare = (_GIVEN_MORE if money else _MORE).fullmatch(place.words) is not None and not place.right.strong
    if known is None or not (bare and (money or place.frame.change is not None)):
        return None
    if not money and place.first.unit_class not in ("counter", "people"):
        return None
    return Naming(((place.name, *known),), "noun-number" if money else "inherited", inherited=True)


_TOTALS = ("总数", "总量", "总户数", "总规模")
_NEWLY = late(r"(?:新(?:增加?|建|认定|培育|引进|注册|登记|设立?|开[设办]?)|净增)(?=[\u4e00-\u9fff“]{2})")


def _total(place: Place) -> Naming | None:
    """新认定工厂156家，| 总数 | 达到520家: of what was counted in the same unit."""
    known = place.scope.units.get(place.first.unit) if place.words in _TOTALS and place.scope.metrics else None
    if known is None or known not in place.scope.metrics:
        return None
    new = _NEWLY.match(place.text, *known[0])
    what = (Span(new.end(), known[0].end), *known[1:]) if new else known
    return Naming(((*what, place.name),), "attribute", inherited=True)


def _by_verb(place: Place) -> Naming | None:
    """累计救助2601万人; 甲班列共开行460列。3月份开行195列: a bare verb names heads, or what it was said of before."""
    last, unit = place.scope.last(), place.first.unit
    if place.size > BARE_VERB or place.right.strong or place.words in SHARED_HEADS:
        return None
    bare = place.frame.change is None and not is_folk(place.words) and not is_attribute(place.words)
    if last and is_country(place.words):
        return None
    if traded := _traded(place):
        return traded
    if unit in HEADCOUNTS and bare:
        return Naming(((place.name,),), "noun-number", HEADCOUNTS[unit], subject=place.subject)
    again = last is not None and words(place.text, last).endswith(place.words)
    if last and again and not topic_before(place) and not is_another(place, last):
        return Naming((last,), "inherited", inherited=True)
    done = _done_again(place) if bare else None
    return done or (_said_of(place) if unit not in HEADCOUNTS else None)


def _done_again(place: Place) -> Naming | None:
    """五年关停小机组5万千瓦，今年 | 关停 | 1万千瓦: the verb of what was counted in that unit, said again."""
    if place.size < BARE_VERB:
        return None
    many = len(place.group)
    if many > 1 and place.frame.spread:
        told = tuple(place.scope.metrics[-many:])
        again = len(told) == many and place.text.startswith(place.words, told[0][0].start)
        return Naming(told, "inherited", inherited=True) if again else None
    told_here = place.scope.units if place.scope.metrics else place.scope.far
    known = told_here.get(place.first.unit)
    again = known is not None and place.text.startswith(place.words, known[0].start)
    if known is None or not again or words(place.text, known) == place.words:
        return None
    return Naming((known,), "inherited", inherited=True)


_UNDERTAKING = late("项目|工程|任务|行动|计划|试点")


_TRADES = ("销售", "产销", "生产", "出口", "进口", "交付", "出货")


def _traded(place: Place) -> Naming | None:
    """电动自行车快速增加，去年 | 销售 | 26万辆: of what the clause before is about."""
    before = place.scope.previous if place.words in _TRADES else None
    if before is None or place.first.unit_class not in ("counter", "physical"):
        return None
    topic = topic_of(place.text, before, place.scope.noted, bare=False)
    return Naming(((topic, place.name),), "attribute", inherited=True) if topic else None


def _said_of(place: Place) -> Naming | None:
    """旧小区改造项目，全市计划改造20万平方米: what the verb was said of, where the clause before names it."""
    before = place.scope.previous
    at = place.text.find(place.words, before.start + 2, before.end) if before else -1
    if before is None or at < 0 or place.size < BARE_VERB or not _UNDERTAKING.match(place.text, at + place.size):
        return None
    named = parse_left(place.text, before.start, at + place.size, place.scope.noted).name
    return Naming(((named,),), "clause-before", inherited=True) if named.end - named.start > place.size else None


_VERBS = late(rf"(?:{any_of((*ENDS, '运营', '运行'))}){{2}}|(?![\u4e00-\u9fff]*[数总])[\u4e00-\u9fff]{{2}}出")
"""投产 | 运营, 开工 | 建成, 整理 | 出."""


def _is_bare_verb(place: Place) -> bool:
    """甲班列共开行460列, 甲班列去年累计开行460列, but not 港口共有航线76条."""
    verbal = place.size <= BARE_VERB or _VERBS.fullmatch(place.words) is not None
    bare = verbal and not place.right.strong and not is_attribute(place.words)
    return bare and place.text[place.name.start - 1] in "共已经均将曾还后续计年月"
