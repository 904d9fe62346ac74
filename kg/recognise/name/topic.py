"""What a sentence or paragraph is about: the thing that a bare attribute (全长, 总投资) told later belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.predicate import ADVERBS, CHANGES, INNER, ending
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.name.rank import without_rank
from kg.recognise.syntax.attribute import DIMENSIONS, is_attribute, is_of_thing, owner_of
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.front import parse_front
from kg.recognise.syntax.phrase import Phrase
from kg.recognise.time.period import Time

_TOLD = late(
    r"(?<![之以])(?:[从由](?:无到有|少到多|小到大|弱到强)|(?<![可所难得加予])以[^，。；]{1,12}为|历时|历经|耗时|为期|连续|实现|(?<!收)获得?|[已将]|正式|今[天日年晚早晨]|昨[天日晚夜]|日前|近日|全线|全面|顺利|成功|如期|按期|提前|开工|建成|通车|开通|投产|竣工|启动|完工|贯通|投运|(?<!的)(?<!研发)(?<!资金)投入(?!产出|总[额量]|强度|力度)|投用|入选|是|位于|坐落|(?<![作行成认华])为|(?<=[\u4e00-\u9fff]{2})(?<![组构形合生])成为(?!了?现实)|(?<![自理])由|(?<![存现所内])在|(?<![所国私共拥含稀公])有(?![效机色限关序线轨])|开建|动工|复工|试运[行营]|合龙|封顶|首飞|首发|下线|揭牌|亮相|启用|并网|连接(?!线)|途经|(?:重点|主要)?投向|横[穿跨贯]|纵贯|穿越|贯穿|翻越|(?:[同环]比)?持平|均?(?:维持|保持)?不变|起[自于]|始于|始建|距今|(?:成立|创[办立建]|诞生|[兴修组]?建)于|[东西南北]起|建设完成|(?:发布|披露|公布)(?=[^，。]{0,12}(?:业绩|财报|年报|季报|中报|财务报告))|稳步|稳中(?=[有向求提趋])|持续|快速|(?:显著|不断|明显|逐步|进一步|日益|日趋|蓬勃|有序)(?=增强|提[高升速]|改善|增长|扩[大容]|优化|加[快大速]|下[降滑]|降低|增加|发展|上升|减少|完善|壮大|好转|回[升落]|推进|攀升|涌现|缩[短小]|深化|丰富|释放|走[低高]|收窄)|(?:深入|加速)(?=推进|开展|实施)|(?<!提速)(?<!力争)加快(?=发展|推进|建设|成长|壮大|转型|崛起)|急剧|纷纷|逐年|大大|(?<=[\u4e00-\u9fff]{2})[分稳]?居(?=全[国球省市]|世界|亚洲|首位|第)|(?:庞大|众多|闪崩)$|于(?=[0-9]{4}年|[0-9]{1,2}月|近日|日前)|继续|保持|大幅|首次|突破|进入|进展|开始|屡创|再创|创下|创[^，。；]{0,6}新[高低]|增产|增长(?![率点极])|下降(?!率)|取得|出现(?=[在于])|再次|再获|呈|却|也(?=[在于从已将好高低优快])|(?:明显|大幅|略|远|均)?[好优高低快慢]于(?=[^，。]{0,6}(?:预期|预测))|跨越|表现|延续|屡次|屡破|地处|即将|作为|[紧跟]随其后|紧跟其后|[分位名]列|被|[最备广]受|[自从](?=[^，的]{2,14}[至到][^，的]{2,16}$)|历史性|跃居|位居|获批|喜获|不但|不仅|没有|并未|尚未|未(?=[呈见能有])|(?:市场)?(?:供应|供给|需求|货源)(?:较为|较|相对|总体|基本|偏|更)?(?:充足|充裕|偏紧|紧张|趋紧|旺盛|疲软|平稳|增加|减少)|(?<!承)继(?=[^，。]{2,20}后$)|采[用取]|又称|舷号|交付|正在|发生(?!的)|遭遇|上映|凭借|从(?=[^，。；]{2,16}(?:[开驶]出|[驶出]发|起航|启程|始发|起飞))|驶出|起航|启航|启程|开幕|开赛|受到|得到|[\u4e00-\u9fff]{2}了)"
)
_NO_TOPIC = late(
    r"(?:核算|统计|测算|指标|情况|形势|态势|问题|难题|矛盾|工作|(?<!数字)(?<!海洋)(?<!低空)(?<!民营)(?<!县域)(?<!集体)经济|运行|方面|目前|今后|未来|计划|拟|踊跃|[均都于向对从由并且与和及])$|[，：】]"
    r"|“(?!.{1,8}[号线]”|.{1,12}”(?:[\u4e00-\u9fff]{0,6}(?:工程|项目|公园|高速|铁路|线|桥|号|舰|船|航母|平台|油田|气田|钢|飞机|直升机|卫星)))"
)
_OPENS_NO_TOPIC = late(r"标志|[东西南北][至到接起连抵]|[（这该此]|其(?!他)")
_RECORDS = r"创(?![新业意客])|再?[获夺](?!得感)|[位跃]?居(?!民)|刷新"
_RECORD = late(_RECORDS)
_BARE_VERB = late(
    rf"{_RECORDS}|展开|开展|实现|完成|达到|[高低快慢好优]于|超过|突破|增长|下降|继续|持续|成为|连续|同比|环比|推动|促进|带动|加快|提[高升]|降低|很|最终|从而|先后|陆续|纷纷|确保|力争|争取|预计"
)
"""创历史新高，达100亿元: a clause that begins with a verb names no thing."""
_CALLED = late(r"(?:被(?:人们|当地人)?|素有|素)?[称誉]为?“[^”]{1,16}”(?:之称|美誉)?的(?=[\u4e00-\u9fff]{2})")
"""被称为“甲道”的 | 乙丙公路 | 通车: what else the thing is called."""
_REST = late(r"(?<=[\u4e00-\u9fff]{3})(?:集中|主体工程|主体)$")
"""甲乙大桥 | 主体 | 完工: how much of the thing."""
_SINGLED = late(r"(?:尤其|特别)是(?=[\u4e00-\u9fff])")
"""特别是 | 光伏组件 | 快速增长."""
_FOLLOWERS = late(r"(?:其次|然后|接着|随后|紧随其后的)(?:依次|分别)?[是为](?P<what>[\u4e00-\u9fffA-Za-z、]{2,40})")
"""其次是 | 风电、光伏，占比分别为3%、2%: those who rank next."""
_AS_TO = late(r"(?:就?[拿以])?(?P<what>[^，]{2,30}?)(?:来说|来讲|而言)")
"""就拿 | 跨境贷款 | 来说，目前规模…: names what is told of next."""
_SUPPLIED = late(
    r"(?P<thing>[\u4e00-\u9fff]{2,6}?)(?:市场)?(?:供[应给]|上市量|产能|存栏|(?:消费)?需求)[总整]?体?(?:持续|较为|相对|有所|不断|逐步|稳步)*"
    r"(?:充足|充裕|宽松|偏紧|旺盛|稳定|增[加多长]|减少|下降|回升|恢复|改善)"
    r"|(?:我国|全国|全[省市县区])?(?P<fares>[\u4e00-\u9fff]{2,8}?)(?:发展)?(?:活力|韧性|潜力|动能|势头|态势|成绩|成效|表现|支撑)(?:持续|十分|较为|更加|不断|日益)*"
    r"(?:凸显|显现|彰显|斐然|显著|明显|强劲|良好|喜人|亮眼|突出|迸发|增强|不减|向好|有力)"
)
"""鸡蛋 | 供应充足，价格下降: how much there is of what has a price; 文旅业 | 活力凸显，增加值达20亿元: how it fares."""
_OF_BOTH = late(
    r"[\u4e00-\u9fff]{2}对[^，。；、的]{2,14}的(?:贡献[率度]?|依存度|依赖[度性]?|满意度|拉动作用|支撑作用|影响)$"
)
"""甲业对经济增长的贡献率 | 由负转正: a figure between two is that of both."""
PROPER_SIZE = 3
"""A name of at least this length says enough without what describes it: 甲市至乙市的 | 甲乙铁路."""
_GOVERNING = "据经按依截从在对为由以于自除当与同终止途穿跨直"
"""A clause that opens so is no mere name: 据初步核算，."""
BARE_SIZE = 10
"""Longest clause that may be a mere name: 石油工业建设，五年投资一百亿元."""
TOLD_REACH = 80
"""How far into a clause its verb is looked for."""
AGAIN_SIZE = 5
"""Longest word that stands for a thing named before: 大桥, 标本馆."""
TOPIC_SIZE = 20
"""Longest name taken from a clause before for the thing that an attribute is of."""
LIST_SIZE = 60
"""The same of a list of things."""


def topic_of(text: str, clause: Span, times: Sequence[Time], *, bare: bool = True) -> Span | None:
    """What a clause without a number is about: the words left of its verb, or the clause itself where it is `bare`.

    >>> t = "甲乙铁路今天开通运营"
    >>> t[slice(*topic_of(t, Span(0, len(t)), ()))]
    '甲乙铁路'
    """
    if called := _CALLED.match(text, *clause):
        clause = Span(called.end(), clause.end)
    if singled := _SINGLED.match(text, *clause):
        clause = Span(singled.end(), clause.end)
    if follower := _FOLLOWERS.fullmatch(text, *clause):
        return Span(*follower.span("what"))
    if supplied := _SUPPLIED.fullmatch(text, *clause):
        return Span(*supplied.span("thing" if supplied["thing"] else "fares"))
    if as_to := _AS_TO.fullmatch(text, *clause):
        clause = Span(*as_to.span("what"))
    told = _TOLD.search(text, clause.start + 1, min(clause.end, clause.start + TOLD_REACH))
    if (opens := _TOLD.match(text, clause.start)) and opens[0][0] not in "今昨日近":
        return None
    if told is not None:
        return _trimmed(text, parse_front(text, Span(clause.start, told.start()), times).name, times)
    if not bare or clause.end - clause.start > BARE_SIZE or text[clause.start] in _GOVERNING:
        return None
    if _BARE_VERB.match(text, *clause):
        return None
    ranked = without_rank(text, clause)
    left = parse_left(text, *ranked, times)
    if left.subject and ranked != clause and is_attribute(text[slice(*left.name)]):
        return left.subject  # 银川 | 涨幅最大，为2%
    return _trimmed(text, left.name, times)


def tells_record(text: str, clause: Span) -> bool:
    """Whether a clause only tells what a thing named before has won: 再获丰收."""
    return _RECORD.match(text, *clause) is not None


def _trimmed(text: str, topic: Span, times: Sequence[Time]) -> Span | None:
    """A topic without adverbs and times at its end and what describes it; None where it names no thing."""
    inside = [t.span.start for t in times if topic.start <= t.span.start < topic.end and t.kind != "present"]
    topic = Span(topic.start, min(inside, default=topic.end))
    topic = Span(topic.start, topic.end - (bool(inside) and text.endswith(("自", "从"), *topic)))
    while (adverb := ending(text, topic.start, topic.end, ADVERBS)) and not _is_within(text, topic, adverb[0]):
        topic = Span(topic.start, topic.end - len(adverb[0]))
    if rest := _REST.search(text, *topic):
        topic = Span(topic.start, rest.start())
    listed = text.find("、", *topic) >= 0
    head = 0 if listed or _OF_BOTH.search(text, *topic) else text.rfind("的", topic.start, topic.end - PROPER_SIZE) + 1
    topic = Span(max(head, topic.start), topic.end)
    fits = 2 <= topic.end - topic.start <= (TOPIC_SIZE if not listed else LIST_SIZE)
    named = fits and not (_NO_TOPIC.search(text, *topic) or _OPENS_NO_TOPIC.match(text, *topic))
    named = named and not is_attribute(text[slice(*topic)]) and not any(t.span == topic for t in times)
    named = named and not _moves(text, topic)
    return topic if named else None


def _moves(text: str, topic: Span) -> bool:
    """某国政府下调 | 今年增速: words that end in a verb of change lack its object."""
    verb = ending(text, topic.start, topic.end, CHANGES)
    return verb is not None and verb[1] in ("increase_by", "decrease_by") and len(verb[0]) > 1


_ABSTRACT = ("高地", "格局", "体系", "模式", "品牌", "环境")
"""What is made so has no size: 打造开放新高地."""
_MADE = late(
    r"(?:设立|成立|组建|发行|开通|建成|建起|打造|推出|启动建设|开工建设|启动|新建|引进|签署|签约|规划建设|建设)了?"
    r"(?!建设|投入|投产|投用|通车|并网|运营|使用|工作|仪式|联调|试运|测试|施工|铺轨|架设|运行|验收)(?P<thing>(?:(?!最)[\u4e00-\u9fff“”A-Za-z0-9]){3,20})"
)


def object_of(text: str, clause: Span) -> Span | None:
    """What a clause without a number says is made: its length, size or cost is told next.

    >>> t = "某省开通了甲乙高速公路"
    >>> t[slice(*object_of(t, Span(0, len(t))))]
    '甲乙高速公路'
    """
    made = _MADE.search(text, max(clause.start, clause.end - 2 * TOPIC_SIZE), clause.end)
    if made is None or made.end() != clause.end or made["thing"].endswith(_ABSTRACT):
        return None
    if _TOLD.search(text, *made.span("thing")):
        return None
    return Span(*made.span("thing"))


_GENERIC = late(
    r"[这该]?(?:线路|全线|正线|主线|项目|工程|大桥|桥梁|隧道|铁路|公路|高铁|水库|电站|园区|公园|机场|管道|航线|活动|设备|基金|列车|赛事|比赛|展会)"
)
"""What a thing named before is called again: 线路全长46公里."""
_ANY = ("线路", "全线", "正线", "主线", "项目", "工程")
_OF_WORKS = ("规模", "产值", "产能", "额度", "利率", "期限")
"""Attributes of what is made or set up, when a clause before tells of it."""


def _far(words: str) -> bool:
    """Whether an attribute may be told sentences after its thing: 全长, but not 投资, which many things have."""
    return is_of_thing(words) and words not in ("投资", "投资额", "里程", "长度")


def topic_before(place: Place) -> Span | None:
    """甲乙铁路今天开通，全长46公里: the thing that a bare attribute is of, named in a clause before.

    Its length or cost may be told sentences later, other attributes only right behind.
    """
    scope, of_thing = place.scope, is_of_thing(place.words)
    if not is_attribute(place.words) or not (scope.previous or (of_thing and not scope.metrics)):
        return None
    least = scope.metrics[-1][0].end if scope.metrics else 0
    if not _far(place.words) and scope.told:
        least = max(least, scope.told[-1][0].start)
    return _named(place, least, makes=of_thing or place.words.endswith(_OF_WORKS))


_CRAFT = ("船", "桥", "舰", "机")
"""What a thing is called again by its last character: 该船总长, 桥长."""


def thing_again(place: Place) -> Phrase | None:
    """The thing named before and its attribute, where its last word or a general one stands for it: 隧道全长3公里."""
    *_, again = owner_of(place.text, (place.name,)) or (place.name,)
    attribute = Span(again.end, place.name.end)
    sized = place.text[slice(*attribute)] in DIMENSIONS or is_of_thing(place.text[slice(*attribute)])
    short = place.text[slice(*again)] in _CRAFT
    if not sized or not (short or 2 <= again.end - again.start <= AGAIN_SIZE):
        return None
    found = _named(place, 0, makes=True, kind=place.text[slice(*again)].lstrip("这该"))
    if found is None or (short and found.end - found.start > TOPIC_SIZE):
        return None
    head = place.text.rfind("的", found.start, max(found.start, place.text.find("、", *found))) + 1
    return Span(max(found.start, head), found.end), attribute


def _named(place: Place, least: int, *, makes: bool, kind: str = "") -> Span | None:
    """The nearest thing that clauses after `least` name, best by a name of its own; one of a `kind` if given."""
    text, general = place.text, None
    for clause, times in reversed(place.scope.told):
        if clause.start < least:
            break
        bare = clause == place.scope.previous and not kind
        found = (object_of(text, clause) if makes else None) or topic_of(text, clause, times, bare=bare)
        same = kind in ("", *_ANY) or (found and found.end - found.start > len(kind) and text.endswith(kind, *found))
        if found and same and not _GENERIC.fullmatch(text, *found):
            return found
        general = general or found
    return None if kind else general


def _is_within(text: str, topic: Span, word: str) -> bool:
    """Whether a word is the end of a longer one: 委员 | 会."""
    return text[topic.end - len(word) - 1] in INNER.get(word, "")
