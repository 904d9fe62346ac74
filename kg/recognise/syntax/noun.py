"""What stands right of a number: the noun it counts, and what is done with it (建成200家智能工厂)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from kg.lexicon.predicate import CHANGES, OPENINGS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.border import described, headed, turned
from kg.recognise.syntax.deed import (
    ADVERBS,
    GROWS,
    OWN,
    PREDICATE,
    PREDICATE_SIZE,
    STAYS,
    Stretch,
    attends,
    ending,
    funds,
    is_quoted,
    noun_of,
    of_firm,
    placed,
    tells,
    tells_from,
    treats,
    verbal,
    without_way,
)
from kg.recognise.syntax.moving import moving
from kg.recognise.syntax.phrase import is_area, trim
from kg.recognise.syntax.surpass import surpasses

_END = late(
    r"[，,；;。：:！？!?#\n（(]|(?<![0-9年月日])——|——(?![0-9])|--"
    r"|[ \u3000](?=[0-9]{1,4}[年月])|(?<=人口)的(?=[^，。；的]{0,8}[国省市县镇乡村])"
    rf"|的?(?=[0-9]{{2,3}}个大中城市)|之一(?![\u4e00-\u9fff])|伴随|随着|不[但仅光](?!是)|(?<![转出退礼谦忍割受])让|使得|(?<=[率价额值间])不变|的(?:年度|全年|既定|建设|发展|工作|奋斗|预期|总体?)?目标(?:任务)?(?=[，。；]|$)|相比|相较|的可能性|[与同](?=20[0-9]{{2}}年相|[去上]年同期|同期|[去上]年相)|[同环]比|[比较](?=(?:19|20)[0-9]{{2}}年|[上去]年|上月|同期|[一二三四五六七八九十0-9]+年前)|(?<![时现自存潜所内正])(?<!{STAYS})在(?![校线岗园建库册逃押编职读籍营研产途案役轨])"
    r"|(?:进一步|预计|(?<![成造])就(?!业|读|医|诊|餐|地|近)|(?<![认作成称视分因评列名行升降转改变更调最较更尤极颇定诊举立聘选划造任封授华])为(?!主|民)|实现全覆盖|上榜|(?<![合兼吞])并(?![网购轨行联列存])|(?<![高初职完集空水途其])中(?=[已有共仅]|脱颖而出|突围|胜出|名列|排名|位[居列])|每[年月户人]|每[\u4e00-\u9fff]{1,2}[由从]|、(?=[一二三四五六七八九十两]{1,2}[个种项]|[多数几][人名])|围绕|聚焦|如同|犹如|好比|针对(?!性)|根据|按照|(?:提升(?!引领|整建制|攻坚|攻关|工程|行动|计划|项目|改造|中心|重点|试点|示范|任务|专项)|促进(?!中心|会|作用|工程|平台|机构)|推动(?!作用|力)|带动(?!作用|效应|能力|性|力)|帮助(?!中心|对象|热线)|助力(?![车器]))(?!(?:活动|项目|行动|计划|工程|专项|基金|政策|措施|小组|示范区|服务站?)(?:$|[，。；、（）和]))|产出(?!率|强度|效率)|创造(?![力性])|贡献(?![率度力者奖])|坦诚|(?<![可得予加难])以(?![上下内外及来工]|旧换新|竹代塑|奖代补|老带新)|(?<![结应针相一配核校反面绝派成敌])对(?![外口接象标决话抗阵垒弈局比照等称应])|把|以及|的?基础上|的(?:目标|任务|要求|喜爱|青睐|好评|点赞|认可|追捧)(?=$|[，。]))"
)
_NO_NOUN = late(
    r"(?:等(?:(?!目标|指标|任务)[\u4e00-\u9fff]){0,4}(?:目标|指标|内容|任务|要求)(?=[，。；、\n]|$)|(?:标志|意味|预示|象征)着|[仅只](?:需要?|要|用)|(?:共计|总计|合计)$|(?:表明|说明)了?[\u4e00-\u9fff]{2}|的(?:上涨|下跌|回升|回落)(?=[，。；、]|$)|以来|的(?:可能性|概率)(?=[较很更极]?[大小高低])|的工作(?![者人岗量时])|的[\u4e00-\u9fff]{0,6}(?:需要|需求)(?:$|[，。；、])|的(?:绝对|明显|巨大|微弱|较大|领先)?(?:优势|差距)(?![产企学资])|的?(?:均价|价格|数据|数字)?(?:相比|相较)|还(?![款贷本原])[有可能会将要]|的?(?:[×@+＋±]|以上|左右|(?:平均)?速度|幅度|目标|任务|要求|水平(?:之?上)?(?![\u4e00-\u9fff])|[新大]*台阶|大关|关口|门槛|标准(?!煤|[\u4e00-\u9fff]{2})|(?:都|均|全部)[\u4e00-\u9fff][在于]|这|及(?![时格])|和|、|与(?!会|[\u4e00-\u9fff]{2,8}(?:建交|接壤|毗邻|合作|签约|有关|相关)的)|，|;|；|。|$|(?:大幅度?|小幅|明显|显著|略微?|急剧|快速)(?:下降|增长|提高|上升|增加|减少|上涨|下跌|回落|回升)|下降|增长|提高|提升|增加|减少|调整[为到至]|比(?![赛例值])|较(?!(?![上去前同今本历])[\u4e00-\u9fff]{1,2}的[\u4e00-\u9fff]{2})|同比|环比|占|持平|分别|以及|或|至|到|之间|不等|的?(?:较?高?景气|扩张|收缩|合理)区间|的?基础上|且|并|而|前(?![沿端瞻])|后|内(?![河容地部陆外资需蒙])|里(?!程)|区间|增速|年均|再?创(?:历史)?新[高低]|新[高低]|最[多高低大少]$|居[首前]|领[涨跌]|转(?:为(?:下降|上[涨升]|增长|持平|减少|下跌)|[升降涨跌])|#|[”’）)]))"
)

GOVERNS = late(
    rf"(?:{'|'.join(w for w, k in OPENINGS.items() if k == 'causative' and len(w) > 1)})"
    r"(?<![党团会际解愿益间层济]组织)[出了]?$"
    r"|(?<=[\u4e00-\u9fff]{2})(?:[被获遭]|(?:携带|搭载|装载|驾驶|发射)[出了]?)$"
)
"""在30个行业 | 培育 | 100家企业: the verb of the next number."""
_CHANGES_TO = tuple(word for word, change in CHANGES.items() if change in ("increase_to", "decrease_to"))
"""从5天缩短至3天: no noun."""
_SET_TO = frozenset(word for word, change in CHANGES.items() if change == "level" and word[-1] in "至到为")
"""从18万人 | 修正至 | 12万人: nor is this, where nothing stands between it and the next number."""
_MOVED_TO = late(rf"{any_of(word for word in _CHANGES_TO if len(word) > 1)}$")
"""16%的税率 | 降至 | 13%: what the next number does to the noun."""


@dataclass(slots=True)
class Right:
    """`noun` is what is counted, `action` what it does (接纳南水 in 13座水厂接纳南水), `end` where they end.

    `strong`: a noun follows directly.
    `used` tells that a claim took it as its indicator.
    """

    noun: Span
    action: Span | None
    end: int
    strong: bool
    tail: int = 0
    """Where the whole stretch ends, verbs and all."""
    shared: bool = False
    """北方50%、南方30%县区: the noun stands after the last number of the list."""
    rest: Span | None = None
    """5个省级、20个市级产业园: what the noun shares with the last of the list."""
    dealt: tuple[Span, ...] | None = None
    """9个国家签署3份协议: what they do with what the next number counts (签署, 协议);
    who comes from them (参展, 企业, 来自)."""
    used: bool = False


def parse_right(text: str, start: int, end: int, *, last: bool) -> Right:
    """The noun phrase after a number, up to the next clause or number (`end`).

    >>> t = "座水厂接纳南水"
    >>> r = parse_right(t, 1, len(t), last=True)
    >>> t[slice(*r.noun)], t[slice(*r.action)]
    ('水厂', '接纳南水')
    """
    if aside := _ASIDE.match(text, start, end):
        start = aside.end()
    if last and (sized := _SIZED.match(text, start, end)):
        right = parse_right(text, sized.end(), end, last=True)
        return replace(right, action=Span(start, sized.end() - 1))
    if also := _ALSO.match(text, start, end):
        start = also.end()
    if last and (noun := described(text, start, end)):
        return Right(noun, None, noun.end, strong=True, tail=end)
    if last and (moved := moving(text, start, end)):
        return Right(*moved, moved[1].end, strong=True, tail=end)
    body, listed = text[start:end], False
    if _is_no_noun(text, start, body):
        return Right(Span(start, start), None, start, strong=False, tail=end)
    stop = _stop(body)
    limit = start + (stop.start() if stop else len(body))
    if not last:
        joint = _joint(text, start, limit)
        listed, limit = joint < limit and _EXAMPLES.search(text, joint, end) is not None, joint
        limit = next((m.start() for m in GOVERNS.finditer(text, max(start + 1, limit - 6), limit)), limit)
        limit = next((m.start() for m in _MOVED_TO.finditer(text, max(start + 2, limit - 6), limit)), limit)
    if text[start - 1] in _FOLK and (does := attends(text, start, limit)):
        return Right(Span(start, start), does, does.end, strong=False, tail=end)
    tells = PREDICATE.finditer(text, start + 1 + (text[start] == "的"), limit)
    told = next((told for told in tells if not is_quoted(text, start, told.start())), None)
    whole = (last or _ends_whole(text, limit, end)) and not (stop and stop[0] == "以及")
    stretch = Stretch(text, start, limit, told.start() if told else limit, whole=whole)
    found = surpasses(text, start, end) or funds(stretch) or ending(stretch) or verbal(stretch, last=last)
    if found is None:
        noun = noun_of(text, start, stretch.told)
        if not last and text[noun.end : noun.end + 1] != "、" and (own := OWN.search(text, noun.start + 2, noun.end)):
            noun = Span(noun.start, own.start())
        action = trim(text, Span(tells_from(told) if told else limit, limit))
        if last and (grows := GROWS.match(text, action.end)):
            action = Span(action.start, grows.end())
        least = 2 if noun.end - noun.start == 1 or (told and _is_done(text, told, action)) else 3
        found = noun, action if least <= action.end - action.start <= PREDICATE_SIZE and stretch.holds(action) else None
    cut, does = of_firm(stretch, *found, end) if last else found
    does = None if listed or (not last and _attains(text, does, limit, end)) else does
    noun, does = headed(stretch, cut, does, last=last)
    if last and does is None and stop and (noun.end == limit or ADVERBS.fullmatch(text, noun.end, limit)):
        noun, does = _run_on(text, stop[0], noun, Span(limit, end))
    its_size = text[start - 1] in _SIZES and not (text[start - 1] in _LAND and _GROWN.search(text, *noun))
    does = without_way(text, does) if does and not its_size else None
    if text[start - 1] in _FOLK and does and _ADVERBIAL.fullmatch(text, *noun):
        return Right(Span(start, start), does, does.end, strong=False, tail=end)
    noun, does = _towards(text, noun, _without_when(text, does)) if does else (noun, None)
    ends = does.end if does else max(cut.end, noun.end) if last else noun.end
    return Right(noun, does, min(ends, end), strong=True, tail=end)


def _is_no_noun(text: str, start: int, body: str) -> bool:
    """Whether what stands behind a number is no noun: 为主, 降至3天, 就到了."""
    counted = text[start - 1] in "项个" and body.startswith(("任务", "目标", "要求"))
    if body[:1] in ("（", "(") or (_NO_NOUN.match(body) and not counted) or body.startswith(_CHANGES_TO):
        return True
    if text[start - 1] in _CLOCKS and _SOON.match(body):
        return True
    return body in _SET_TO or (text[start - 1] in _SIZES and _MOVED_SINCE.fullmatch(body) is not None)


_ATTAINS = ("实现", "完成")
"""21家园区 | 实现工业出口 | 80亿元: the next number tells how much of it."""


def _attains(text: str, does: Span | None, limit: int, end: int) -> bool:
    cut_off = limit < end and text[limit] not in "、，和与及以或"
    return does is not None and cut_off and text.startswith(_ATTAINS, does.start)


_WHEN = late("(?<=[\u4e00-\u9fff]{2})(?<![落背今最售产靠其身幕战])(?:[之以]?后|以来|期间)$")


def _without_when(text: str, does: Span) -> Span:
    """39家企业 | 被关停 | 后，: when something else happens is no part of what became of them."""
    when = _WHEN.search(text, *does) if text[does.end : does.end + 1] == "，" else None
    return Span(does.start, when.start()) if when else does


_TOWARDS = late(r"(?<![方导走倾朝面偏趋志意定转单双横纵流动])向(?![日来阳导往好])[^，。；的、向]{2,12}$")


def _towards(text: str, noun: Span, does: Span) -> tuple[Span, Span]:
    """20家企业 | 向灾区捐款: for whom or where to they do it is no part of who they are."""
    to = _TOWARDS.search(text, noun.start + 2, noun.end) if noun.end == does.start else None
    return (Span(noun.start, to.start()), Span(to.start(), does.end)) if to else (noun, does)


_POSED = late(r"[跑走住坐站停放挂藏躺飞](?<![居奔行])在[^，。；的0-9]{2,10}(?=[，。；\n]|$)")
"""一亿个包裹 | 跑在路上: a verb of one character, with where."""


def _run_on(text: str, stop: str, noun: Span, rest: Span) -> tuple[Span, Span | None]:
    """What is told where a noun ran on to a preposition: 400万人 | 在县城落户, 60名专家 | 对方案进行论证."""
    if stop == "在" and (stays := _POSED.search(text, noun.start + 2, rest.end)) and stays.start() == noun.end - 1:
        return Span(noun.start, stays.start()), Span(*stays.span())
    if stop == "在":
        return noun, None if text[noun.end - 1] in "》”" else placed(text, *rest)
    if stop == "为":
        return (turned(text, noun, rest.end) if noun.end == rest.start else None) or (noun, None)
    return noun, treats(text, *rest) if stop in "对围绕" else None


_OF_KIND = late(r"[（(][^（）()，。]{1,8}[）)]|(?:、[区市县州旗](?![\u4e00-\u9fff]区))+")
_OF_THEM = late(r"[^，的]{0,6}?(?:地区|区域|海关|领导人|元首|首脑|外长|部长|代表)")


def own_noun(text: str, quantity: Quantity) -> Span:
    """What a counter says that is counted by itself: 13 | 省（区）, 10 | 省、市."""
    more = _OF_KIND.match(text, quantity.span.end)
    return Span(quantity.unit_start, more.end() if more else quantity.span.end)


def named_by(text: str, own: Span, right: Right) -> Right:
    """13省 | 开展试点, 7省受灾地区 | 抢收: what they do that such a counter names, or who of them does."""
    folk = _OF_THEM.match(text, *right.noun) if right.noun.start == own.end else None
    noun = Span(own.start, folk.end()) if folk else own
    does = None if folk else tells(text, right.noun)
    action = Span(does, right.action.end if right.action else right.noun.end) if does else right.action
    fits = action is not None and noun.end <= action.start and action.end - action.start <= PREDICATE_SIZE
    does_so = action if fits else None
    return replace(right, noun=noun, action=does_so, end=does_so.end if does_so else noun.end, strong=True)


_SIZED = late(
    r"(?:[\u4e00-\u9fff]{0,6}(?:产值|营收|收入|投资额?|规模|面积|利润|市值|销售额|人口|水质|质量|浓度)(?:均|都)?(?:超过?|达到?|突破|[不高低优]于|不足|在)[^，。；的]{1,12}|(?:设置|设立|分布|布设|散布|坐落|位)[在于][^，。；的]{2,20}|(?:可以|可(?=[\u4e00-\u9fff]{2})(?![能见靠爱]|持续|再生)|能够|必须|需要|无法|难以|尚未|曾经|刚刚|即将|正在|仍在|在(?![校职岗编建研读售租用线轨读产])|因(?![病公伤材素子])|(?<![自理])由(?!此|于|来))[^，。；的0-9]{2,16})的(?=[\u4e00-\u9fff]{2})"
)
"""100家 | 年产值超过亿元的 | 龙头企业, 300个 | 设在省界的 | 服务站, 30项 | 能够网上办理的 | 事项."""
_IS = (
    r"为(?![了主此何其灾救]|群众|居民)"
    r"(?=(?:(?!提[供取]|配[置备]|服务|所|最|送|捐)[“”\u4e00-\u9fff]){2,14}(?:[，。；\n]|$))"
)
_ALSO = late(
    rf"(?:(?<=[%成半上下右])|(?<=分之[一二三四五六七八九]))(?:[也则]|都(?!市)|均(?![衡价线])|将(?![军领])|还(?![款贷本])|就(?![业读医])|已经?|可以|能够)*(?:{_IS}|是?(?:用来|用于)?(?=[\u4e00-\u9fff]{{2}}))"
    rf"|是(?=[\u4e00-\u9fff]{{3}})|{_IS}|(?<=元)(?:专门|专项|全部|主要|统一|集中|将)+(?=用于|投向|支持)"
)
"""其中55% | 都是用来 | 发展产业, 6处 | 为 | 校舍: adverbs and 是 before what is told of them."""
_FOLK = "人名位股"
_ADVERBIAL = late(
    r"(?:在(?![校职编岗建册籍读任逃押研华京沪港位役园训韩日美欧])|因(?!病|公|伤)|以|[今明去][年天日晚]|近[日年]|最终)[^的]+"
)
"""7人 | 在事故中 | 受伤: when, where or why they do it, and no noun."""
_SIZES = "元吨瓦伏亩米里顷斤克"
"""30万吨码头开工: how large a thing is, and not how many do what."""
_LAND = "亩顷"
_GROWN = late(
    r"(?:[田林草粮果菜茶花棉蕉桃梨枣瓜薯豆麦稻]|(?<![基营场])地|玉米|葡萄|草牧?[原场]|[水湖]面|苗木|作物|滩涂)$"
)
"""45万亩 | 农田 | 被淹: land and what grows there, so much of which does so."""
_IS_DONE = late(r"(?!发展|推进|运营|确认|发现|进行|完成)[\u4e00-\u9fff]{2}(?=[，。；\n]|$)")
_ONE_BY_ONE = late(
    r"(?:已|将|也|均)*(?:已经)?(?:全部|陆续|相继|先后|轮番|接连|纷纷|联合|正式|成功|顺利|彻底|共同|整齐|即将)(?:已|将)?$"
    r"|[于在]?(?:19|20)[0-9]{2}年"
)
_DEALT_WITH = late(r"(?<![针相面应绝反])对(?![外口接])[^，。；：\n]{1,24}$")
"""15位代表先后 | 发言，, 对300件样品进行 | 抽检，: where the clause ends two characters are a verb."""
DEALT_REACH = 28


def _is_done(text: str, told: re.Match[str], action: Span) -> bool:
    if not _IS_DONE.match(text, *Span(action.start, action.end + 1)):
        return False
    if told[0].startswith("进行"):
        return _DEALT_WITH.search(text, max(0, told.start() - DEALT_REACH), told.start()) is not None
    return _ONE_BY_ONE.match(told[0]) is not None


_CLOCKS = "时钟天"
_SOON = late(r"就(?:能|可以|会)?(?:[到够](?!达)|行(?![业政])|[办修做]?[好完]了)")
"""40分钟 | 就到了: how long it takes, and no noun."""
_MOVED_SINCE = late(r"(?:累计|大幅|又|已)*(?:上涨|下跌|回落|下滑|回升|上升|下降)[了近约超逾]?")
"""较高点2000元 | 下跌 | 59%: how far something has moved since, and no noun."""
_ASIDE = late(r"[（(][^（）()，]{1,3}[）)](?=[\u4e00-\u9fff])")
"""3500件（套）文物: the other counter."""


def _ends_whole(text: str, limit: int, end: int) -> bool:
    """30家签约、10家开工, but not 500台机器人 | 进行田径、足球等26个赛项: no list of objects cuts the predicate off."""
    return limit < end and not (text[limit] == "、" and text[end - 1] == "等")


_EXAMPLES = late("、[^，。；]{2,}等$")
"""8家工厂设置了检修 | 、装配等5类岗位: of a list of examples only the first is no predicate."""
_BRACKETED = late(
    r"(?<=[省市县区州乡镇村])[（(][省自治直辖市县区旗州盟地乡镇街道、]{1,10}[）)]"
    r"|[（(][^（）()，。]{1,8}[）)](?=[\u4e00-\u9fff])|“[^“”，。；]{2,48}”|《[^《》，。；]{2,60}》"
)
"""县（市、区）, 县（市、区）医院, 行业（产品）平台, 了解“政府为企业提供补贴”: part of the noun or of what is told."""


def _stop(body: str) -> re.Match[str] | None:
    """Where the noun and its predicate end at the latest; nothing in a short bracket or a quotation ends it."""
    for stop in _END.finditer(body, 1):
        if not any(b.start() <= stop.start() < b.end() for b in _BRACKETED.finditer(body)):
            return stop
    return None


_NEXT = late(
    r"(?:和|、|与|以及|或者?|(?<![涉惠普触])及|，)\s*$|[和、](?=[^，。；和]{2,24}等$)|、(?=[^、]{2,}$)"
    r"|(?<=[\u4e00-\u9fff]{2})(?=(?:总投资|投资总额|总产值|营业收入|总面积|建筑面积|增加值|总?人口|总里程|进出口|(?:销售|交易|成交|零售|外贸)(?:额|规模))(?:总[额值量])?(?:合计|均|都)?(?:约|达到?|超过?|共|为)?$)"
    r"|(?<=[\u4e00-\u9fff]{2})(?=(?:总客|客|货)?(?:客流量|客运量|营业额|营业收入|销售额|零售额|交易额|产值|利润|产量|销量)(?:[、和与][^，。；、的]{2,8})+"
    r"(?:(?:[同环]比|分别|均|都|累计|实际)*(?:增长|下降|上涨|减少|提高|达到?|为)[了到至约近超过]{0,2})?$)"
    r"|的(?![^，]*(?:和|及|、)$)(?=[^的]{2,12}(?:收入|率|产值|增加值|投资|生产总值|GDP)[^，]{0,6}$)"
    r"|(?<=[\u4e00-\u9fff](?:城市|地区|省份|断面|县区|企业|高校|学校))(?=[^的，]{2,18}(?:比例|比重|占比|[^效功]率|浓度|指数|得分)(?:已|均|都)?(?:[为达]|超过?)?$)"
    r"|(?<=[\u4e00-\u9fff](?:城市|地区|省份|断面|县区|企业|高校|学校|医院|国家|乡镇|景区|园区))(?=(?![同环]比)[^的，]{2,10}(?:增长|下降|提高|减少|增加|上升|降低)[了到至约近超]{0,2}$)"
    r"|(?<=[\u4e00-\u9fff]{2})(?=(?:[各均][长宽高深厚重]|[全总]长(?:约|近|达到?|超过?)?|(?<![服听])从(?:近|约|超过)?)$)"
    r"|(?<=[\u4e00-\u9fff](?:城市|地区|县区|企业|行业|国家|园区|单位|主体))(?=(?:按[月季年]|已|共|累计|合计|全额)*(?:退税|退还|[缴纳减缓]税|缓缴|免缴|减免|获贷|融资)[^，。；的]{0,10}$)"
    r"|(?<=[\u4e00-\u9fff]{2})的?平均(?=[\u4e00-\u9fff]{2,}[为达]?$)"
)


MOST_JOINTS = 40
"""After so many joints inside of brackets none is looked for."""
_OTHERS = late(r"[和与及][^，。；、和与的]{2,12}(?:珍藏|收藏|馆藏|创作|带来|提供|生产|出土|拥有|捐赠|设计|研发)的$")
"""150件作品 | 和某馆珍藏的 | 百余件文物: others, by what was done with them."""
_AND_PLACE = late(
    r"[和与及、](?:(?:来自)?(?:全[国省市区县州]|[本我该][国省市区县州校]|其[他它余]|另外)|(?P<place>[\u4e00-\u9fff]{2,6}))$"
)
"""4个旗县 | 和黑龙江 | 6个县, 40家企业 | 与全国 | 9所高校."""


def _joint(text: str, start: int, end: int) -> int:
    """Where the noun ends before the next number: N和M个X; 1家A、B2000家; 30个断面平均优良率90%."""
    joints = (m.start() for m in islice(_NEXT.finditer(text, start, end), MOST_JOINTS))
    place = _AND_PLACE.search(text, max(start, end - 8), end)
    if place and (place["place"] is None or is_area(place["place"])):
        return place.start()
    if text[end - 1] == "的":
        other = _OTHERS.search(text, max(start + 2, end - 20), end)
        return other.start() if other else end
    return next((at for at in joints if text.count("（", start, at) == text.count("）", start, at)), end)
