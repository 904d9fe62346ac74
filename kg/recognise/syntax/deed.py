"""What is done with what a number counts: 13座水厂 | 接纳南水, 6个项目 | 全部完工, 300人 | 出席开幕式."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon.predicate import ACTIVE, ATTRIBUTES, ENDS, LIGHT
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.phrase import trim

DEALS = ("签署", "签订", "签约", "达成", "建立", "建交", "对接", "会谈", "座谈", "结对", "合作共建", "会面", "见面")
"""What is done with others."""
STAYS = (
    "盘踞|活跃|生活|居住|工作|奋战|坚守|驻扎|散落|栖息|流传|滞留|旅居"
    "|侨居|扎根|奔波|潜伏|隐藏|寄居|安置|存放|陈列|停靠|停泊"
    "|奋斗|拼搏|耕耘|忙碌|奔走|奔跑|驰骋|穿梭|穿行|行驶|航行|游弋|徘徊|翱翔|飘扬|避难|求学|越冬|繁衍|出没|集结|聚集"
    "|发生|坐落|矗立|耸立|屹立|镶嵌|点缀|悬挂|埋藏|封存|牺牲|长眠|战斗"
)
"""Verbs whose 在 tells where those counted are: 5000人 | 滞留在机场."""
_DONE_BY_ONE = "[通用建修办装接住种改]"
"""行政村 | 通了公路: verbs of one character behind the last of a noun."""
_VERB = late(
    rf"(?:(?:集中|全面)?{any_of((*ACTIVE, *LIGHT))}(?<![全级互直广]连接)(?<![机结架]构[成建])(?![者率点])"
    r"(?!(?<=决定)(?:草案|[书权稿的，。；、]))"
    r"(?!(?<=意向)(?:性|书|协议|金额|合同|投资|客户))"
    r"(?!(?<=实施)(?:意见|方案|细则|办法|主体|计划|规[则划]|机构|单位|地区|标准|范围))"
    r"|(?:描绘|展[示现]|呈现|培育|探索|研[发制])出了?"
    rf"|(?:(?<=[村庄镇县户]){_DONE_BY_ONE}|(?![村庄镇县户]{_DONE_BY_ONE}了)[\u4e00-\u9fff]{{2}}(?<![为是说圆作]))了(?![解结》”])"
    r"|(?![者员民生师人工手兵][带拿抱忙扛背牵骑坐穿戴顶举唱跳]着)[\u4e00-\u9fff]{2}(?<![伴跟随沿顺接本])着(?![实眼力重手急装色陆落火想迷魔])(?=[^，。；的]{2,14}(?:[，。；\n]|$))|(?<=[者员民生师人工手兵])[带拿抱忙扛背牵骑坐穿戴顶举唱跳]着(?=[\u4e00-\u9fff]{2})"
    r"|覆盖(?!率|面)|开通(?=了?[\u4e00-\u9fff]{2})(?!率|仪式|运[营行]|里程|时间)|分布(?![式图])|报告(?=新增|确诊|发现)|发布(?!会|平台)|启动(?!资金|仪式|区)|成立(?!大会|仪式)|举办(?![地城方])|吸引(?!力)|发生(?![率地额])|负责(?![人制同部单方])(?=[\u4e00-\u9fff]{2})"
    r"|(?:发放|减免|颁发|授予|赠送|捐赠(?![物资款])|配备)(?=了?[\u4e00-\u9fff]{2})|支持(?!性)(?=[\u4e00-\u9fff]{3})|投入(?:使用|运行|运营|生产|试运行|商运|商业|灭火|抢险|救援|救灾|战斗|作业|抢修|抢收|搜救|施工|工作)"
    r"|购买(?![力者方商])(?=了?[\u4e00-\u9fff]{2})|共享(?=数据|信息|资源|成果)|加快(?=[\u4e00-\u9fff]{2})|圆了|(?<!植)被(?![子褥])|(?<![自理])由(?!于)|(?<![服听])从(?![业事教医])"
    r"|对口(?:帮扶|支援|援助|协作)(?=[\u4e00-\u9fff]{2})|(?<!面)向(?=(?:全国|全省|社会|公众|全球)[^，。；]{0,8}(?:开放|推广|公布|征集))"
    rf"|与(?=[^，。与]{{1,40}}?(?:{any_of(DEALS)}|相连))"
    r"|没有(?=[\u4e00-\u9fff]{2})|(?<![工合协操写制])作了(?=[\u4e00-\u9fff]{2})"
    rf"|(?:分散|集中|日夜)?(?:{STAYS})(?=在[^，。；的]{{2,16}}(?:$|[，。；]))"
    r"|(?<=[者员民生师军人工手兵家])给(?![予付排水养出])|未能|不再|占(?![地比用有领])|(?<=[村户])通(?![过道用知常红宝信报告]|[\u4e00-\u9fff]{0,5}(?:[难问]题|工程|任务|项目))(?=[\u4e00-\u9fff]{1,5}(?:$|[，。；、\n]))|(?<=[区县市镇乡村])建(?![设筑制委局行材成交言议立有档])(?=[\u4e00-\u9fff]{2})|(?<=[村居农市灾难]民)住(?![院宅房所址户在])(?=[\u4e00-\u9fff]{2})|(?<![奔分开])赴(?=[\u4e00-\u9fff]{2})|[建配装]有(?=[\u4e00-\u9fff]{2})|(?<![建配装国私公所拥现占含具享没稀特原自既持未保富已只还仅都共专略稍负])有(?![限关机色效线轨害利力序形毒氧钱趣待望所别]|[^，。；]{1,14}的)|(?<![收捕斩截缴查破抓拿])获(?![得利悉取奖批评准益客刑释救])|是(?!否)|(?<![不达感得看听遇])到(?!位)|(?<![签节契条公合预之])约(?![束定])|超(?![市级声算高低大长短导细]))"
)
"""Verbs that tell of the noun before them; a noun holds no 了."""
_WHEN = (
    r"[于在]?(?:[今明昨当][天日晚晨早]|明起|近日|日前|[今去明]年(?:[上下]半年|[底末初内])?(?:[0-9]{1,2}月)?"
    r"|[上本下]个?(?:月(?![球饼])|周(?![围边岁期转长末]))|(?<![青少成老中近多常全往历周])年[底末初内]|月[底末初]|[0-9]{1,2}月(?:[上中下]旬|[底末初])"
    r"|(?:春节|国庆节?|元旦)(?:假期|期间|(?=之?前)))(?:之?前)?(?![的份度报]|年报)(?:（[0-9月日]{2,6}）)?(?:[上下中]午|凌晨|早上|晚上?)?起?"
)
"""20个奖项将 | 于明晚 | 揭晓: when something is done."""
PREDICATE = late(
    r"(?<![之以])(?:大都(?![市会督])|大多(?!数)|绝?大多数(?=[为是来在都])|实时(?=显示|播放|更新|上传|传[回输]|跳动|反映|掌握)|累计(?=[\u4e00-\u9fff]{2})(?!确诊|死亡|[\u4e00-\u9fff]{2,4}[量额值])|正?24小时|非常|十分(?![之钟])|(?:集中|同步|全文|组团)(?=[\u4e00-\u9fff]{2}(?:$|[，。；\n]))|自[^，。；]{2,12}?起|(?<![已曾历未途财政神中易圣月佛])经(?![济营验费典理历常贸销纬办络纪过受由])(?=[^，。；]{2})|皆|至今|充分(?=发挥|用好|利用|运用|展[示现]|体现|尊重|享受)|协同(?=作[战业]|推进|开展|清理|处置|攻关)|(?:接连|携手|联手|并肩|合力)(?=[\u4e00-\u9fff]{2})|整齐(?=列队)|主要(?=依托|分布|集中|面向|用于|用来|包括|是|由|负责(?!同志|人)|承担|采用|来自|从事|针对|围绕|涉及|通过|聚焦|服务(?!业|区|产品))|(?:显著|不断|持续|稳步|明显|进一步|大幅|逐步|日益|有序|快速|蓬勃)(?=(?:增强|提高|提升|改善|增长|扩大|优化|加快|下降|降低|增加|发展|上升|减少|完善|壮大|好转|回升|推进)(?:$|[，。；、]))|(?<![归偿返退])还(?=[向将在为与从对被把])|(?<![平人户年月日])均(?![衡价值线匀温摊分等数])|也|一度|临时(?=封闭|关闭|停[运工])|日夜|昼夜|连夜|轰鸣|轮番|及时|紧急|需要(?=[\u4e00-\u9fff]{2})|安全(?=撤离|转移|到达)|分别|共同(?![边利点特体富])|先后|自愿|相继|陆续|就地(?:就近)?|(?<![公改修纠端反真校更矫方守])正(?![在品厅职规版面常义式确当能月高负极史餐宗气反统中电])|全力|奋力|正在|正式|成功|顺利|首次|彻底|纷纷|踊跃|因此|由此|从中|就近(?:就地)?|尚未|仍在|有所|进行了?|(?:历史上)?第一次|同时|联合(?![体会国社]|科[技研]|工作组|收割|办学|指挥部|攻关[项团]|培养[基项]|实验室|王国|公报|声明)|全部|已经|已(?!建)|均已|(?<![首成古])都已?(?!市)|全都?已?(?=提前|安全|完成|实现)|"
    rf"{_WHEN}"
    r"|再?(?=减半征收|减按|减征)|可(?=免签|免费|直接|自由|凭)|(?<=[\u4e00-\u9fff]{2})(?<![原起病诱死成基内外])因(?![素此子地人材病而为特])|[于在]?(?:(?:19|20)[0-9]{2}年(?:[上下]半年|[一二三四前][一二三]?季度|[初末底]|[0-9]{1,2}月)?|(?<=[\u4e00-\u9fff]{2})(?:[今去]年)?(?:[上下]半年|[一二三四]季度))(?:以来|期间|末|之?前(?![十百列三五]))?(?=[\u4e00-\u9fff])(?![报度版的])|(?<=[\u4e00-\u9fff]{2})(?:力争|(?<!行动)(?<!工作)(?<!三年)(?<!专项)计划(?=[于在]?(?:20[0-9]{2}年|[今明]年|年[底内]))|“?十[二三四五]五”?(?:期间|时期)?(?=计划|拟|将|要)|计划(?=每[年月周日]|新[增建]|筹[集建]|建设|改造|完成|选拔|[赴在将向从对于通]|招[收录]|投资|采购|发行)|(?<![虚模草])拟(?![定态人订稿合])|打算|准备(?![金资工])(?=[\u4e00-\u9fff]{2}))|则(?=表示|认为)|将(?!军)|可以|能够|(?<![需摘纪概提主重首险政简扼])要(?![素点求道塞领害闻件价约])|能(?=容纳|享受|满足|提供|承担)|(?<![公“])共(?![同享建治有和识青产体聚性赢]))(?:基本|全部|陆续|已经?|将|要(?=[从在向把对全])|能够?|可以?|得以){0,2}"
    rf"(?:{_WHEN})?"
)
"""Adverbs that a predicate begins with: 11家机构 | 分别 | 与园区签署协议."""
_DONE = late(rf"(?<![未不性])(?:集中|主体|整体|首次|恢复)?(?:{any_of(ENDS)})(?:[和与、或]?(?:{any_of(ENDS)}))?$")
"""3000名居民 | 撤离: a verb that ends the clause."""
DONE_SIZE = 8
"""Longest such verb, in characters."""
PREDICATE_SIZE = 20
"""A predicate longer than this is not made part of the indicator."""
VERB_PHRASE_SIZE = 24
"""Nor is one longer than this with a verb that is sure to be one."""
LIGHT_SIZE = 8
"""How far before a predicate the words between it and its noun may begin."""

_LEADS = tuple("从由向以是")
"""四列动车组分别 | 从…始发: adverbials say nothing of what is counted, nor does what all of them are."""
_SOME = late("[数几][十百千万]")
"""每天都 | 吸引数百位老人: another count, which is none to be told."""


_BECOMES = late(r"由[^，。；由]{1,16}?[升降转改变更调]为[^，。；]{2,}")
"""9个断面 | 由Ⅳ类升为Ⅲ类."""


_SETS_OUT = late(
    r"从[^，。；：、的0-9]{2,12}?(?=(?:出发|启程|起飞|[驶走]出|始发|发车|发[出往]|进入|前往|流[向入]|走上|送往|运[往抵]|押解|集结|[回撤归返][回国来程离]|启[运航]|起航|偷渡|飞[抵往]|受益))"
)
"""13艘帆船 | 从珠海 | 出发: only whence."""


class Stretch(NamedTuple):
    """Words after a number up to `limit`, where a predicate may begin at `told`; `whole`: no number cuts them off."""

    text: str
    start: int
    limit: int
    told: int
    whole: bool

    def holds(self, action: Span) -> bool:
        """Whether a predicate is there to its end: no number and no quotation left open cuts it off."""
        led = self.text[action.start : action.start + 1] in _LEADS
        led = led and not (_BECOMES.match(self.text, *action) or _SETS_OUT.match(self.text, *action))
        some = _SOME.search(self.text, *action) is not None
        return self.whole and not led and not some and not _is_cut(self.text, action)


_FUNDS = late(r"(?<!用于)[\u4e00-\u9fff](?:资金|专项债券?|国债)$")
_SPENT = late(r"用于|投向|用来|[的了]")


def funds(stretch: Stretch) -> tuple[Span, Span | None] | None:
    """30亿元 | 国债支持设备更新资金 | 已下达: an amount's noun that ends in funds is whole."""
    text, start, told = stretch.text, stretch.start, stretch.told
    whole = text[start - 1] == "元" and _FUNDS.search(text, max(start, told - 4), told)
    return (trim(text, Span(start, told)), None) if whole and not _SPENT.search(text, start, told) else None


_OF_FIRM = late(
    r"(?:(?:销售|管理|财务|研发)费用|股价|业绩|半?[年季中财]报|净利润?|利润总额|毛利率|营业收入|营收|市值|高管|董事长|实控人|控股股东|大股东)的?(?:同比|环比)?$"
)
_FIRMS = late(r"(?:公司|企业|银行|机构|股|券商|基金)的?$")


def of_firm(stretch: Stretch, noun: Span, does: Span | None, end: int) -> tuple[Span, Span | None]:
    """30家企业 | 销售费用同比下降: what is told of a part or figure of those counted is told of them."""
    text, own = stretch.text, _OF_FIRM.search(stretch.text, noun.start + 2, noun.end)
    if own is None or not _FIRMS.search(text, noun.start, own.start()):
        return noun, does
    told = trim(text, Span(own.start(), does.end if does else end))
    says = noun.end + 1 < told.end <= own.start() + PREDICATE_SIZE and "，" not in text[slice(*told)]
    return (trim(text, Span(noun.start, own.start())), told) if says else (noun, does)


def ending(stretch: Stretch) -> tuple[Span, Span | None] | None:
    """3000名居民 | 撤离, 6个项目 | 全部 | 完工."""
    text, start, limit = stretch.text, stretch.start, stretch.limit
    least = start + 2 - (text[start : start + 1] in _ONE)
    done = _DONE.search(text, max(least, limit - DONE_SIZE), limit)
    if done is None or not stretch.whole:
        return None
    if text[done.start() - 1] in "和与及" and text.find("的", start, done.start()) >= 0:
        return None  # 90个项目 | 的签约和开工: of nouns, too, of what the verb before is done to
    if is_when(text, Span(start, done.start())):
        return Span(start, start), Span(start, done.end())
    if stretch.told < done.start() and not PREDICATE.fullmatch(text, stretch.told, done.start()):
        return None
    noun = noun_of(text, start, min(stretch.told, done.start()))
    told = _VERB.search(text, start + 2, done.end())
    clear = is_noun(text, noun) and not (told and told.start() < noun.end)
    return (noun, Span(*done.span())) if clear else None


_SITES = "区点站室厅馆"
"""3处人员 | 集结区: a noun, and nothing that they do."""


def verbal(stretch: Stretch, *, last: bool) -> tuple[Span, Span | None] | None:
    """13座水厂 | 接纳南水; 25只个股 | 涨幅超2%; 9家公司 | 发布年报, of which only the noun is kept."""
    text, start = stretch.text, stretch.start
    for verb in _VERB.finditer(text, start + 1, stretch.told):
        if text[verb.start() - 1] in "和与及" or is_quoted(text, start, verb.start()):
            continue
        begins = verb.start() - (text[verb.start() - 1] in "未没")
        noun, action = noun_of(text, start, begins), trim(text, Span(begins, stretch.limit))
        if verb[0].startswith("超") and last and (size := _SIZE.search(text, noun.start + 2, noun.end)):
            return Span(noun.start, size.start()), Span(size.start(), action.end)
        if last and verb[0] in _MOVES and (own := OWN.search(text, noun.start + 2, noun.end)):
            grows = GROWS.match(text, action.end)
            return noun_of(text, noun.start, own.start()), Span(own.start(), grows.end() if grows else action.end)
        if text[slice(*noun)] in LIGHT or (action.end - verb.end() == 1 and text[verb.end()] in _SITES):
            continue
        governs = not last and _GOVERNS.fullmatch(text, verb.start(), stretch.limit) is not None
        if governs and is_noun(text, noun):
            return noun, None
        if is_noun(text, noun) and action.end - action.start > (verb[0] != "被") + 1:
            short = action.end - action.start <= VERB_PHRASE_SIZE
            return noun, action if short and _says(stretch, verb) and stretch.holds(action) else None
    return None


_GOVERNS = late(
    rf"(?:{any_of(word for word in (*ACTIVE, *LIGHT) if len(word) > 1)}|没有"
    r"|[\u4e00-\u9fff](?![成到为])[\u4e00-\u9fff]了)了?"
)
"""20个国家 | 签署了 | 9份协议: a verb whose object the next number counts, but not 将荒坡划成了3片."""


def _says(stretch: Stretch, verb: re.Match[str]) -> bool:
    """Whether a verb says what the things do: no 来自 or 是, and no relative clause (12家企业 | 组成的联盟)."""
    text, start, end = stretch.text, *verb.span()
    if end - start < 2 and verb[0] != "被":
        into = _BECOMES.match(text, start, stretch.limit) or _SETS_OUT.match(text, start, stretch.limit)
        return verb[0] in ("与", "有", "获", "赴", "给", "住", "通") or into is not None
    return verb[0] not in LIGHT and text[start - 1] != "的" and text[end : end + 1] != "的"


OWN = late(
    rf"(?:总?(?:{'|'.join(a for a in ATTRIBUTES if len(a) > 2)})"
    rf"|(?:累计|[日年月人户]均|平均)[\u4e00-\u9fff]{{2,4}}[量额值]"
    r"|[\u4e00-\u9fff]{0,2}总(?:规模|面积|投资|[量额值]))"
    r"(?:同比|环比)?(?:达到?|超过?|为)?$"
)
"""80家企业 | 利润总额 | 下降5%: what the next number measures."""
GROWS = late(r"[同环]比(?:增长|下降|上升)")
_MOVES = ("实现", "超过", "达到", "出现")
"""5家公司 | 净利润实现同比增长."""
_SIZE = late(
    r"(?:涨幅|跌幅|增幅|降幅|增速|营收|产值|面积|规模|收入|利润|市值|年龄|(?:回购|交易|成交|融资|中标|签约)金额|金额)(?:均|都|已)?$"
)
"""25只个股 | 涨幅 | 超2%: how large those are that are counted."""
_CLAUSE = late(r"[^，。；：]*?(?=的?(?:目标|任务|要求|问题|情况)*(?:[，。；：\n]|$))")


_THERE = late(r"在(?!于)[^，。；：、的有0-9数]{4,18}(?<![上下中里内外前后间时期际旁面程域例])(?=[，。；\n])")
"""在江西高安展出，: a place and a verb behind it."""


def placed(text: str, start: int, end: int) -> Span | None:
    """400万人 | 在县城落户: where, with what is done there, where that ends the clause."""
    clause = _CLAUSE.match(text, start, end)
    does = trim(text, Span(start, clause.end() if clause else end))
    if (there := _THERE.match(text, start, end + 1)) and not _is_cut(text, Span(*there.span())):
        return Span(*there.span())
    verb = _VERB.search(text, start + 2, does.end)
    verb = verb if verb and len(verb[0]) > 1 else _DONE.search(text, start + 2, does.end)
    fits = verb is not None and "的" not in text[start : verb.start()] and does.end - start <= PREDICATE_SIZE
    return does if fits and not _SOME.search(text, *does) and not _is_cut(text, does) else None


_WAY = late(
    r"(?:在(?![校职岗编建研读])[^，。；获被经治]{5,}?|(?:与|同)[^，。；的签达]{4,}?)(?="
    rf"(?:共同|联合|分别|正式|集中|完成|进行)*(?!到位)(?:{any_of(DEALS)}|{any_of(ENDS)}|发生)(?![的和与、]))"
    r"|被[^，。；的移送]{0,5}(?:人员|部门|警方|警察|民警|机关|公安|队员?|委员会|监会|法院|检察院|公司|群众|居民|[边海空陆]军)(?=[\u4e00-\u9fff]{2})"
)
"""船只 | 在乙港附近海域 | 发生碰撞, 学者 | 与多家研究所 | 签订协议, 乘客 | 被救援人员 | 救出."""


_DAY = (
    r"(?:(?:20[0-9]{2}年|[今明后]年)(?:[0-9]{1,2}月份?(?:[0-9]{1,2}日)?|[上下]半年|[一二三四]季度|年?[初中底末])?"
    r"|年[内底末]|[0-9]{1,2}月(?:[0-9]{1,2}日|[初中底])?|[上下]半年|[一二三四]季度)"
)
_DUE = late(
    rf"(?:(?:将|要|预计|计划|力争|争取|拟|有望|[于在到])+{_DAY}(?:之?前|以前|起|内)?|{_DAY}(?:之?前|以前)|年[内底]|20[0-9]{{2}}年(?=全部|全面|基本))(?:全部|全面|正式|陆续|将)*"
)
"""35所学校将 | 于2030年底前全部 | 建成: by when something will be done."""


def is_when(text: str, words: Span) -> bool:
    """Whether words only tell when: 12所 | 年内 | 投用.

    >>> is_when("年内", Span(0, 2)), is_when("学校", Span(0, 2))
    (True, False)
    """
    return _DUE.fullmatch(text, *words) is not None


def without_way(text: str, does: Span) -> Span:
    """What is done alone, without an adverbial before the verb that tells where, by when, with or by whom."""
    way = _WAY.match(text, *does) if text[does.start] in "在与同被" else _SETS_OUT.match(text, *does)
    way = way or _DUE.match(text, *does)
    return Span(way.end(), does.end) if way and does.end - way.end() > 1 else does


_TREATS = late(
    r"[对就围绕][^，。；]{2,20}?(?:进行|予以|开展|给予|作出|提出)了?(?P<deed>(?!的)[^，。；的]{2,8})(?=[，。；\n]|$)"
)


def treats(text: str, start: int, end: int) -> Span | None:
    """60名专家 | 对方案进行 | 论证: what they do, where that ends the clause."""
    treated = _TREATS.match(text, start, end)
    return Span(*treated.span("deed")) if treated else None


_COMES = late(r"来自[^，。；]{2,16}?的[\u4e00-\u9fff]{2,24}")
"""45名来自山区的患儿: a relative clause."""
_AFFECTED = late(
    r"被(?:告人|[\u4e00-\u9fff]{1,4}?(?:人员|群众|居民|村民|游客|旅客|工人|矿工|学生|儿童|对象|(?<=[困埋害骗])者))"
    r"|(?:返[乡程校岗]|外出|入境|出境|离校|下岗|进城|过境|滞留|失业|留守|参训|参赛|参展)(?:人员|群众|居民|农民工|旅客|游客|学生|同胞|青年|工人|官兵|村民|客商|选手)"
)
"""23名 | 被困群众 | 获救: what has been done to them is part of the noun."""
_WHOLE = late(rf"(?!因此|由此|从中)[\u4e00-\u9fff]{{1,4}}(?:{any_of(ENDS)})")
"""13人 | 中枪受伤, 100万人 | 进城落户: no noun stands behind 人."""
_AMID = late(rf"在[^，。；的]{{2,14}}?[中里内](?P<done>(?:{any_of(ENDS)}))")
"""18人 | 在逃离途中 | 丧生."""
_STOCKS = late(r"(?:收|普|齐)?(?:上涨|下跌|[涨跌]停?|飘[红绿]|走[高低强弱]|翻[红绿])")
"""5000股 | 上涨."""
_ALL_DONE = late(r"(?:实现)?(?:全部|均|都|已)+(?P<done>[\u4e00-\u9fff]{2,4})")
"""611人 | 全部 | 脱贫."""
_ONE = frozenset("省市县区乡镇村国州营课路桥船岛湖河鱼粮菜肉果茶花树人地")
"""Nouns of one character that are counted: 57个市, 11门课."""
_LIGHT = late(
    r"(?:(?<![归偿返退])还|(?<![国所私公拥共享持特罕富稀含上里中内下就仅只])有|(?<![首成古])都|(?<![公改修纠端])正|(?<!公)共|(?<![规原准细])则|(?<![人户平年日月])均|已经|每[天日周月年]|[也已将仍未]|(?<![需摘纪概提主重首险政])要|应当|必须|初步|近[日期]|[今明]?年底|就?(?<![许认宁])可|同[场台]|一道|紧紧|立[刻即]|随之|却?一直|有望|年内|日前|目前|现在|如今|眼下|[今去]年|[上下]半年|[一二三四]季度|[今昨]天|[今明]日起?|不同程度地?"
    r"|选择|表示|实际|认为|坦言|抓紧|加紧|大力|积极|牵头|顺利|(?<!先进)(?<!模范)(?<!红旗)(?<!优秀)集体|线上(?:线下)?|线下|现场|严重|快速|加速|加快|逐步|一致|违规|刚刚?|即|[于在]?(?:[今去明]年)?(?<![0-9月])(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:晚间?|[上下]午|凌晨)?|首度|次第|随即|星夜|火速|悄然|生动|充分|真实|书面|(?:出色|有序|切实|有力|有效)地?|直接|全面|广泛|深入|按时|按期|如期|稳定|认真|封闭|巡回|集中|专门|统一|圆满|提前|主动|优先|自愿|免费|率先|基本|实现|累计|(?<![高中初平同均优])等|各有?|同步|光荣|正式|普遍|一同|绝?大多数|实名|常态化|自发|依旧|依然|全线|(?:等|共同)?(?:组成|构成)|合计|共计|总计|(?<![高初职完集空水途])中"
    r"|(?:[之以]|(?<=[\u4e00-\u9fff]{2})(?<![身背产今售先落滞幕皇午前最课]))后|[之以]来|之际|之外)+$"
)
"""Adverbs and times between a noun and what is told of it (22个项目 | 顺利 | 投产), and 中 or 后 behind it."""


ADVERBS = late(rf"(?:{PREDICATE.pattern})?(?:{_LIGHT.pattern[:-1]})?")
"""What may stand between a noun and a preposition: 20部剧目 | 将 | 在北京上演."""


def tells_from(told: re.Match[str]) -> int:
    """Where what is told begins: without its adverbs but those that say where, or that it is still to be done.

    5000名村民 | 就近就业, 3000人 | 尚未脱贫.
    """
    return told.start() if told[0].startswith(("就地", "就近", "尚未", "需要")) else told.end()


def is_noun(text: str, noun: Span) -> bool:
    """Whether a stretch is long enough for a noun: two characters, or one that names what is often counted."""
    return noun.end - noun.start > 1 or (noun.end > noun.start and text[noun.start] in _ONE)


_MORE = late(
    r"(?:[、和与]|以?及)(?:“?[0-9]|(?<=及)(?:配套|附属|随车)(?!能力|服务|政策)(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]{2,16}的[数几上]?[十百千万]+余?[件幅场个名位家座项]|(?:众多|大量|许多|一些|诸多)(?=[\u4e00-\u9fff]{2})|(?:[数几上][十百千万]+|一[系大]|多|若干|[0-9一二两三四五六七八九十]{1,4})余?[列批个种项场家名位所座条件款支部类次轮届])"
)
"""35场交流活动 | 、数百场洽谈: others, of which the number does not tell."""


_ORGANISED = ("开展", "实施", "召开", "举办")
_ORGANISE = late("(?<!社会)(?<!党)(?<!群团)(?<!行业)(?<!国际)(?<!民间)(?<!经济)(?<!合作)(?<!公益)(?<!志愿)组织$")
"""22个省份 | 组织 | 开展培训: a verb before these, and no organisation."""


def noun_of(text: str, start: int, end: int) -> Span:
    more = _MORE.search(text, start + 2, end)
    noun = trim(text, Span(start, more.start() if more else end))
    if text.startswith(_ORGANISED, noun.end) and _ORGANISE.search(text, noun.start + 2, noun.end):
        noun = Span(noun.start, noun.end - 2)
    light = _LIGHT.search(text, max(noun.start + 1, noun.end - LIGHT_SIZE), noun.end)
    return trim(text, Span(noun.start, light.start())) if light else noun


def attends(text: str, start: int, limit: int) -> Span | None:
    """What people do where no noun stands between: 300人 | 出席开幕式."""
    if done := _ALL_DONE.fullmatch(text, start, limit):
        return Span(*done.span("done"))
    if text[start - 1] == "股" and (moves := _STOCKS.fullmatch(text, start, limit)):
        return Span(*moves.span())
    if amid := _AMID.fullmatch(text, start, limit):
        return Span(*amid.span("done"))
    if (
        text[start - 1] == "人"
        and (done := _WHOLE.fullmatch(text, start, limit))
        and not _VERB.match(text, start, limit)
    ):
        return Span(*done.span())
    if _COMES.fullmatch(text, start, limit) or _AFFECTED.match(text, start, limit):
        return None
    told = PREDICATE.match(text, start, limit)
    if told is None and not _VERB.match(text, start, limit) and text[start] not in "被因":
        return None
    does = trim(text, Span(told.end() if told else start, limit))
    return does if 2 <= does.end - does.start <= PREDICATE_SIZE and not _is_cut(text, does) else None


def tells(text: str, words: Span) -> int | None:
    """Where the predicate begins that the words open with, its adverbs left out: 全部 | 达标, 做好救灾工作."""
    told = PREDICATE.match(text, *words)
    if told:
        return told.end()
    return words.start if _VERB.match(text, *words) or _DONE.match(text, *words) else None


_MARKS = (("“", "”"), ("《", "》"))


def is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a quotation or title opened behind `start` is still open at `at`: “绿水青山 | 就是金山银山”实践基地."""
    return any(text.count(opens, start, at) > text.count(closes, start, at) for opens, closes in _MARKS)


def _is_cut(text: str, action: Span) -> bool:
    """Whether a quotation or title that a predicate opens is not closed in it."""
    return any(text.count(opens, *action) != text.count(closes, *action) for opens, closes in _MARKS)
