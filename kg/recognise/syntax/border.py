"""Where a counted noun ends in what is often counted and a verb follows: 12辆汽车 | 掉入坑中."""

from __future__ import annotations

from itertools import chain

from kg.lexicon.predicate import BORDER, CAUSATIVES, CHANGES, DEEDS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.deed import VERB_PHRASE_SIZE, Stretch, is_noun, is_quoted, noun_of
from kg.recognise.syntax.phrase import trim

_HEAD = rf"(?:{any_of(BORDER['head'])}|[{''.join(BORDER['char'])}])(?:（[^（），]{{1,6}}）)?"
_CLOSES = "(?:$|[，。；、）])"
_RESULT = "[\u4e00-\u9fff]{2}(?:到(?!位)|至(?!今))"
"""优秀教师 | 充实到村校: a verb with where to."""
_BORDER = late(
    rf"{_HEAD}(?=(?:{any_of(BORDER['verb'])})(?!的|[区点站室]{_CLOSES}|(?:人员|行动|事故|位点|问题){_CLOSES})|[携赴](?=[0-9])|{_RESULT}|{any_of(BORDER['adverb'])})"
)
"""A head with its bracket, 乡镇（街道）, and the verb or adverb next to it, which opens no noun (人员 | 集结区)."""
_LED = late(
    r"(?:(?<![所存参给])[在将把对由与]|(?<!不)(?:支持|推动|引导|鼓励|带动|帮助|指导|督促|促使)了?)(?:全[国省市县区州球])?(?:大?约|将?近|超过?)?[0-9.,一二三四五六七八九十百千万亿两数余多]{1,9}[\u4e00-\u9fff]{1,2}$"
)
LED_REACH = 20
_LED_BORDER = late(rf"(?:{_HEAD}|业务|事项|权限|政策|制度|资源)(?={any_of((*BORDER['verb'], *BORDER['led']))})")
"""在9个街道 | 推进改造, 将8项业务 | 合并办理, 支持7家企业 | 建设工厂: an object before its verb, which may be one
that is otherwise a noun."""
_ADVERBS = late(rf"(?:{any_of(BORDER['adverb'])})+地?")
_NOUNS = {"建设", "组织", "服务", "规划", "保留", "记录"}
_GOVERNS = ({*DEEDS, *CAUSATIVES} - {*CHANGES, *_NOUNS}) | {*BORDER["governs"]}
_GOVERNED = late(
    rf"{_HEAD}(?=(?:累计|[共合总]计|共(?![同享建治有和青产])|(?:初步)?计划|决定|新|分别|每[年月周日天]|[年日]均|今年"
    rf"|各(?![类级界国种地项方个])|[上下]半年)*{any_of(_GOVERNS)})"
)
"""14家 | 医院 | 累计收治病人 | 3000名: the verb whose object the next number measures."""
_OWNERS = {*BORDER["head"]} - {"铁路", "公路", "道路", "国家", "产品", "标准", "法律", "大学", "代表"}
_MEASURED = late(
    rf"(?:{any_of(_OWNERS)}|乡镇|[县镇乡村站])(?=(?:[^，。；、的和与及]{{2,16}}[量额率值积价费数]"
    r"|[^，。；、的和与及]{0,14}(?:浓度|风力|规模|比[重例]|收入|时间|库存|产能|成本|能力|[单总亩]产)"
    r"|(?:[^，。；、和与及]|及以上){2,24}(?:用户|人数|户数|总数|总量))"
    r"(?:[同环]比|均|都|已|仅|只)*(?:达到?|超过?|为|是|共计?|合计|下降|增长|提高|减少|降低|约|近)*$)"
)
"""30座 | 城市 | 颗粒物浓度下降 | 9%: the figure of those counted that the next number gives."""
_TIED = late(
    r"(?:(?:均|都|已)*(?:达到?|超过?|突破|不足|为|是|实现了?(?:[同环]比)?(?:增长)?)了?(?:约|近|超过?)*)(?=[0-9一二两三四五六七八九十百千万])"
)
"""12个城市优良天数比例 | 达到 | 95%: the verb that ties the next number to such a figure."""
_EARN = late(r"[\u4e00-\u9fff](?=[人户亩]均年?(?:增收|收入|纯收入|节本|增产)[^，。；、]{0,6}$)")
"""带动900户 | 农户 | 户均增收 | 3000元: so do what each of them earns."""

_PARTNER = late(rf"[^与]*?(?:{any_of(BORDER['head'])})(?P<partner>与[^与，。；、]{{2,14}})")
_DEALS = late(r"(?:先后|共同|联合)?(?:开展|签[署订约]|达成|建立|进行|保持|合作|对接|建交|缔结|展开|洽谈)")
"""300家企业 | 与乙国 | 开展往来: with whom those counted deal."""


def headed(stretch: Stretch, noun: Span, does: Span | None, *, last: bool) -> tuple[Span, Span | None]:
    """The noun up to its head, and what follows, without its adverbs, as what is told of it.

    12辆 | 汽车 | 掉入坑中, 18艘 | 渔船 | 分批 | 出海, 7位 | 副县长 | 带队 | 分赴各村. Where another number follows,
    verbs count that are nouns elsewhere.
    """
    text, start = stretch.text, stretch.start
    partner = _PARTNER.fullmatch(text, *noun) if does and _DEALS.match(text, *does) else None
    if partner and does:
        return Span(noun.start, partner.start("partner")), Span(partner.start("partner"), does.end)
    if not last and stretch.whole and (owner := _owner(stretch, noun)):
        return owner, None
    led = does is None and _LED.search(text, max(0, start - LED_REACH), start)
    borders = (_LED_BORDER if led else _BORDER).finditer(text, noun.start, noun.end + 1)
    if not last and not stretch.whole:
        borders = chain(
            borders,
            _GOVERNED.finditer(text, *noun),
            _MEASURED.finditer(text, noun.start, stretch.limit),
            _EARN.finditer(text, *noun),
        )
    for border in borders:
        at = border.end()
        head = noun_of(text, noun.start, at)
        whole = is_noun(text, head) and last < at - noun.start and at < noun.end and text.find("与", noun.start, at) < 0
        if not whole or is_quoted(text, noun.start, at) or text.find("的", at, noun.end) >= 0:
            continue
        light = _ADVERBS.match(text, at)
        action = trim(text, Span(light.end() if light else at, does.end if does else stretch.limit))
        fits = 2 <= action.end - action.start <= VERB_PHRASE_SIZE and stretch.holds(action)
        return head, action if fits else does
    return noun, does


def _owner(stretch: Stretch, noun: Span) -> Span | None:
    """12个 | 城市 | 优良天数比例达到95%: those counted, whose figure a verb ties to the next number."""
    text = stretch.text
    if not _TIED.match(text, stretch.limit):
        return None
    for border in _MEASURED.finditer(text, noun.start, stretch.limit):
        head = noun_of(text, noun.start, border.end())
        if is_noun(text, head) and border.end() < noun.end and not is_quoted(text, noun.start, border.end()):
            return head
    return None


_TURNS = late(
    r"(?:转型|升级|转变|转化|改造|改建|提升|培育|发展|合并|整合|调整|优化|拓展|规范|改组|重组|扩建|扩容|整治|打造|精简|归并)+$"
)
_INTO = late(r"为[^，。；：]*?(?=的?(?:目标|任务|要求|工作)*(?:[，。；：\n]|$))")


def turned(text: str, noun: Span, end: int) -> tuple[Span, Span | None] | None:
    """50家 | 福利机构 | 转型为保护机构: what those counted are turned into, where the noun ran on to 为."""
    turns = _TURNS.search(text, noun.start + 2, noun.end)
    into = _INTO.match(text, noun.end, end) if turns else None
    if turns is None or into is None:
        return None
    does = trim(text, Span(turns.start(), into.end()))
    return trim(text, Span(noun.start, turns.start())), does if does.end - does.start <= VERB_PHRASE_SIZE else None


_SUCH = (
    r"(?:(?:能够|能)?(?:掌握|拥有|具有|具备|富有|引领|突破|带动|面向|专注|发展|符合|满足|支撑|服务|聚焦|覆盖|集聚|推动|促进|承担|熟悉|精通)"
    r"[^，。；：、的0-9（）了已]{2,16}"
    r"|[^，。；：、的0-9（）了已]{1,14}(?:[强高好优大多快广全]|突出|完善|鲜明|领先|先进|知名|明显|显著|规范|满意|成熟|合理|优良|活跃|发达|齐全|健全))"
)
_IN_FIELDS = r"在[^，。；：的0-9]{2,60}?(?:领域|方面|行业|环节)[^，。；：的0-9了已]{2,24}"
_HEADS = "业团司区地台心群牌目程品队才构站市县镇村校院街室准术备景商盟体场科程师库社走廊带点所馆园厂店者员家圈链"
_DESCRIBED = late(
    rf"(?:(?:{_SUCH}、){{1,5}}{_SUCH}|{_IN_FIELDS})的[\u4e00-\u9fff“”A-Za-z]{{1,18}}[{_HEADS}](?=[，。；\n]|$)"
)


def described(text: str, start: int, end: int) -> Span | None:
    """10个 | 掌握核心技术、引领行业发展、带动力强的产业集群, 80个 | 在检验检测等领域成效突出的项目: a list of what they
    are like, or in what they are so, is part of the noun.

    >>> t = "特色鲜明、功能完善、辐射带动强的产业园区"
    >>> described(t, 0, len(t)) == (0, len(t))
    True
    """
    if text.find("的", start, end) < 0 or not (text[start] == "在" or text.find("、", start, end) >= 0):
        return None
    found = _DESCRIBED.match(text, start)
    return Span(start, found.end()) if found and found.end() <= end else None
