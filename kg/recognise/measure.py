"""Which quantities measure something, and the unit that is left out."""

from __future__ import annotations

import re

from kg.recognise.frame import Frame
from kg.recognise.noun import Right
from kg.recognise.outlay import SPENT_ON
from kg.recognise.phrase import Phrase, words
from kg.recognise.quantity import Quantity

_ABSTRACT = re.compile(
    r"(?:大的?|个|项|种|类|条|点|层|重|次|具体|主要|重要|基本|关键|核心|改革|创新|开放|便利化|政策|务实|支持|配套|试点)*(?:方面|问题|阶段|环节|层面|维度|原则|特点|优势|特征|意义|含义|因素|原因|意识|自信|维护|确立|关系|结合|统一|坚持|必须|体系|机制|制度|步骤|要求|领域|角度|措施|举措|部分|章节?|篇|章|要点|理念|部门|单位|战略|一体|目标|任务|时期|时代|台阶|新(?=[，。；、”]|$|的?(?:突破|成效|进展|提升|变化|局面|气象|格局|高度|征程))|世纪|百年|方向|聚焦|大局|时间段|建议|层次|内容|全会|指标|政策|行动|工程|意见|工作|去向|要素|发力|抓|都|小时经济圈)"
)
_RANK = re.compile(r"(?:第|(?<![之以目提底末年月日])前|位[居列于]|排[名在]|居(?!民|住)|名列)[^，。；]{0,6}$")
_TIMED = re.compile(
    r"年龄|天数|周期|时间|时限|期限|寿命|工期|时长|年限|用时|审查期|公告期|办结|办理|学制|账期|压缩|缩短|压减|只需|一周期"
)
_FOLK = re.compile(
    r"人口|群众|学生|职工|人民|农民|居民|党员|妇女|儿童|老年人|青年|劳动力|村民|毕业生|从业者|从业人员|劳动者|消费者|用户|银发族|志愿者|渔民|牧民|移民"
)
_SCALE = re.compile(
    r"(?:指数|系数|倍差|比值|效率|PUE.?|评分|得分|基尼系数|之比|收入比|点|热度|密度|容积率|指标值)$|PUE"
)
_MONEY = re.compile(
    r"(?:规模|产值|投资|投入|资金|收入|总额|营收|利润|税收|补贴|债券|交易额|余额|GDP|经费|贷款|市值|资产)$"
)
_PEOPLE = re.compile(
    r"(?:人|人数|人口|群众|学生|职工|人民|农民|者|族|员|居民|党员|妇女|儿童|老人|老年人|青年|师生|同胞|劳动力|人才|村民|毕业生|就业|家长|用户)(?:总?数|总量|数量|规模)?$"
)


def is_classifier(text: str, quantity: Quantity, following: Quantity | None) -> bool:
    """Whether a size only classifies what the next number counts: 总投资超10亿元的项目 500个.

    Such a quantity is part of the indicator, not a claim of its own.
    """
    if following is not None and _averaged(text, quantity, following):
        return True
    if (
        following is None
        or not (
            quantity.unit_class in ("money", "physical", "time")
            or (quantity.unit_class == "" and quantity.value >= 10000)
        )
        or following.unit_class not in ("counter", "people", "ratio")
    ):
        return False
    between = text[quantity.outer.end : following.outer.start]
    if quantity.unit_class == "money" and SPENT_ON.match(between):
        return False
    if following.unit_class == "ratio":
        return bool(re.fullmatch(r"[\u4e00-\u9fff]{1,8}的?(?:比例|比重|占比)(?:达到|达|为|提高到)?", between))
    return bool(re.fullmatch(r"的?[\u4e00-\u9fffA-Za-z]{1,12}", between)) and not re.search(
        r"[约共近达为有占]$|和$", between
    )


_DESCRIBED = re.compile(r"(?:以上|以下|左右)?的[\u4e00-\u9fff]{2,}")


def describes(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether a size describes what the number before it counts: 5家年产值过亿元的供应商, 投资1亿元改造10吨以下锅炉."""
    if before is None or quantity.unit_class not in ("money", "physical"):
        return False
    between = text[before.outer.end : quantity.outer.start]
    if before.unit_class == "money" and quantity.outer.end > quantity.span.end and SPENT_ON.fullmatch(between):
        return True
    if before.unit_class != "counter":
        return False
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{0,8}", between)) and bool(_DESCRIBED.match(text, quantity.span.end))


_AVERAGED = re.compile(
    r"[^，。；：]{2,20}(?:平均|[日人户月]均)[\u4e00-\u9fffA-Za-z0-9.“”]{2,18}?(?:同比|环比)?(?:达到|达|为|是|增长|下降|上涨|下跌)"
)


def _averaged(text: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a number only says over how many things the next one is an average: 30个断面平均优良率90%."""
    if quantity.unit_class != "counter" or following.unit_class == "counter":
        return False
    return _AVERAGED.fullmatch(text, quantity.outer.end, following.outer.start) is not None


_NOT_MEASURED = re.compile(r"(?:每|每隔|近|过去|最近|未来|连续|为期|历时|这|第|经过)$")
_GOES_ON = re.compile(
    r"平均|年均|累计|来|内|前|后|间|期|里|修订|调整|以来|时间里|多来|下来|历程|过去|发展|规划|计划|行动|任期|免费|制"
)


_MOVES = re.compile(r"[\u4e00-\u9fff]{1,3}[到至为]")


_NEVER_ONE_WORD = frozenset("盘 段 手 层 面 道 次 对 点 头 处 步 行 节 代 届 门 口 国 省 市 县 字".split())
"""两手, 三层, 四处: with a Chinese numeral these are words, not counts."""
_IDIOMATIC = _NEVER_ONE_WORD | frozenset("项 类 种 份 条 款 里".split())
"""So are these below ten: 六类产品, 两项工具."""


_ONE_OF = re.compile(r"[^，。；]{1,20}之一(?![\u4e00-\u9fff])")
"""172项重大工程之一."""
_AMONG = re.compile(r"[^，。；]{1,16}中，")
"""每10家企业中，有9家: of how many, told in passing."""
_AWAY = re.compile(
    r"(?:多|余)?(?:开|之|以)?外|级的?[\u4e00-\u9fff]|(?:男子|女子)?(?:短道|速滑|跨栏|接力|蝶泳|仰泳|蛙泳|自由泳)?(?:决赛|预赛|半决赛|金牌|冠军)"
)
"""300公里外: a distance in a narrative."""
_PER_ONE = re.compile(r"每(?![个所家县人年名省市村镇乡户月区])(?:(?!至少)[\u4e00-\u9fff]){0,6}$")
"""每认定1家奖励5万元."""
_SUMMING = frozenset("个 项 类 种 大 方面".split())
_LISTED = re.compile(r"[\u4e00-\u9fff]、[^，。；：:\n、]{2,16}(?<![等余建改扩增设造施展成置立修装办开发养育引进续购])$")


def _is_passing(text: str, quantity: Quantity) -> bool:
    """石油、钢铁和有色3个行业: how many were just listed; 每认定1家: per one."""
    if quantity.comparator != "eq":
        return False
    start, end = quantity.span
    if quantity.value == 1 and quantity.unit != "次" and _PER_ONE.search(text, max(0, start - 8), start):
        return True
    if quantity.value > 10 or quantity.unit not in _SUMMING or not re.match(r"[\u4e00-\u9fff]{2}", text[end : end + 2]):
        return False
    return _LISTED.search(text, max(0, start - 40), start) is not None


REPEATED, AROUND = 3, 5000
"""A small count said so often with its noun, within so many characters, is a name: 三个创新中心."""


def _is_term(text: str, quantity: Quantity) -> bool:
    start, end = quantity.span
    words = text[start : end + 3]
    if not re.search(r"[\u4e00-\u9fff]{3}$", words):
        return False
    return text.count(words, max(0, start - AROUND), end + AROUND) >= REPEATED


_CLOCK = re.compile(r"(?:[早今明昨当]晚|[上下中]午|凌晨|早上|晚上|[早晚日])$")


def is_noise(text: str, quantity: Quantity) -> bool:
    """Whether a number is only part of the words around it: 两年平均, 每3年修订, 伟24转债."""
    end = quantity.span.end
    if quantity.is_han and quantity.value < 10 and (quantity.unit in _IDIOMATIC or _is_term(text, quantity)):
        return True
    if _is_passing(text, quantity):
        return True
    if quantity.unit == "点" and _CLOCK.search(text, max(0, quantity.span.start - 4), quantity.span.start):
        return True
    if _ONE_OF.match(text, end) or _AWAY.match(text, end) or text[quantity.span.start - 1] == "±":
        return True
    if text[quantity.span.start - 1] == "每" and _AMONG.match(text, end):
        return True
    if quantity.unit_class == "time":
        if quantity.unit == "年" and quantity.value >= 1900:
            return True
        return not _measures_time(text, quantity)
    bare = quantity.unit_class == "" and quantity.value < 10000 and quantity.comparator == "eq"
    if not bare or _MOVES.match(text, end):
        return False
    return bool(re.match(r"[\u4e00-\u9fffA-Za-z]", text[end : end + 1])) and text[end] not in "或至到的左"


_TIME_VERB = re.compile(
    r"(?:压缩|缩短|延长|压减|节约|减少|增加|为|达到?|[至到]|超过|不少于|不低于|至少|不超过|具有|需要?|只需|只要|提前|除|还有|在|由|从|使用|周期|期限|寿命|时间|时长|飞行|最快|少于|前)(?:了|约|近)?$"
)
_STARTED = re.compile(r"(?:从|由|降[到至]|[到至])[^，。；]{0,8}的$")
"""周转天数由1985年的101天下降到1990年的96天."""
_LONG = ("年", "日", "天", "周", "个月", "岁", "周岁", "个季度", "个工作日")


def _measures_time(text: str, quantity: Quantity) -> bool:
    """Whether a length of time is what is measured, and not when or how long something went on."""
    start, end = quantity.span
    if quantity.unit in ("岁", "周岁"):
        return bool(re.search("(?:寿命|年龄)|(?:提高|达到|增加)(?:到|至|了)?$", text[max(0, start - 12) : start]))
    if quantity.unit == "个工作日" and text.startswith("内", end):
        return True
    if _GOES_ON.match(text, end) or _NOT_MEASURED.search(text, max(0, start - 3), start):
        return False
    if quantity.unit not in _LONG:
        return True
    if _STARTED.search(text, max(0, start - 12), start) and _TIMED.search(text, max(0, start - 40), start):
        return True
    sized = quantity.comparator in ("ge", "gt", "le", "lt") and not quantity.is_han
    return (
        sized or text[start - 1] in "、和至-—" or bool(_TIME_VERB.search(text, max(0, start - 6), quantity.outer.start))
    )


def is_measure(text: str, quantity: Quantity, phrase: Phrase, frame: Frame, right: Right) -> bool:
    """Whether a quantity measures something: no rank, article (一个), bare duration, or count of a text's own parts."""
    before = text[max(0, quantity.outer.start - 12) : quantity.outer.start]
    after = text[quantity.outer.end : quantity.outer.end + 12]
    kind = quantity.unit_class
    if kind in ("people", "counter", "self_naming") and _RANK.search(before):
        return False
    if kind == "":
        return _is_bare_measure(text, quantity, phrase, frame, right)
    if kind == "time":
        return _is_time_measured(text, quantity, phrase, before, after)
    if kind in ("counter", "self_naming") and (_ABSTRACT.match(after) or _is_place_count(text, quantity, right)):
        return False
    if quantity.is_han and kind != "ratio" and quantity.value < 10000:
        return _is_counted(text, quantity, right)
    opens = quantity.outer.start == 0 or not re.match("[\u4e00-\u9fff]", text[quantity.outer.start - 1])
    if kind == "ratio" and opens and _COMMENT.match(after):
        return "中，" in before
    return True


_COMMENT = re.compile(r"是|兼顾|这|既|不仅|符合|体现|意味|的(?:目标|增速|增长)")


def _is_place_count(text: str, quantity: Quantity, right: Right) -> bool:
    """在天津、上海4省市开展: how many places were just listed, told in passing."""
    noun = text[right.noun.start : right.noun.end] if right.strong else ""
    if quantity.unit_class != "self_naming" and not _PLACE_NOUN.match(noun):
        return False
    return bool(_PLACES_LISTED.search(text, max(0, quantity.outer.start - 80), quantity.outer.start))


_PLACE_NOUN = re.compile(r"(?:城市|省份|省区市|省市|市县|县区|县市|特殊地区|地区)(?!生产)")
_PLACES_LISTED = re.compile(
    r"(?:在|随着|由|向|于)[^，。；\n]*、[^，。；\n]*$|[\u4e00-\u9fff]的?[^，。；\n]{0,4}在[^，。；\n]{2,6}等$"
)
_SMALL_THING = re.compile(
    r"(?:指标|行动|工程|工具|压力|报告|行业|问题|任务|目标|工作|活动|计划|项目的[^，]+|科学家|战士|女战士|时间里|故事)$"
)


def _is_counted(text: str, quantity: Quantity, right: Right) -> bool:
    if quantity.unit_class == "self_naming" or _SMALL_THING.search(text[right.noun.start : right.noun.end]):
        return False
    if quantity.value < 2 or quantity.unit in _NEVER_ONE_WORD:
        return False
    return quantity.value >= 10 or right.noun.end - right.noun.start >= 2


_QUOTES = frozenset("报 收报 收于 收盘报".split())
"""欧元兑美元涨0.4%，报1.0921: a price without a unit, where it has decimals."""


def _is_bare_measure(text: str, quantity: Quantity, phrase: Phrase, frame: Frame, right: Right) -> bool:
    metric = words(text, phrase)
    if quantity.value >= 10000 and re.search("[万亿]", text[quantity.span.start : quantity.span.end]):
        return True
    if right.used and _FOLK.search(text[right.noun.start : right.noun.end]):
        return quantity.value >= 100 or quantity.comparator == "gt"
    if frame.verb in _QUOTES:
        return quantity.value % 1 != 0
    return bool(_SCALE.search(metric)) and (frame.change is not None or quantity.comparator != "eq" or frame.spread)


def _is_time_measured(text: str, quantity: Quantity, phrase: Phrase, before: str, after: str) -> bool:
    if re.search(r"(?:连续|为期|历时|经过|未来|近|过去|最近|持续)$", before) or re.match(
        r"(?:生活圈|来|里|后|前|间|多?来|以来)", after
    ):
        return False
    metric = words(text, phrase)
    if quantity.unit in ("小时", "天", "个工作日", "学时", "课时", "分钟"):
        return not quantity.is_han or quantity.value >= 10 or bool(_TIMED.search(metric))
    return bool(_TIMED.search(metric) or _TIMED.search(before[-6:])) or bool(
        re.match(r"以上|(?:个月)?以上", text[quantity.span.end : quantity.span.end + 2])
    )


_NAMES_UNIT = re.compile(r"(人次|户次|辆次|车次|架次)(?:数|总数|总量|规模)?$")
"""观影人次为1.2亿: the name tells the unit."""


def is_folk(words: str) -> bool:
    """Whether words name people: 居民, 毕业生."""
    return _PEOPLE.search(words) is not None


def unit_of(text: str, quantity: Quantity, phrase: Phrase, right: Right) -> str:
    """The unit, or the one left out: 人 for people, 元 where money is meant, 户, else 个 for things."""
    if quantity.unit or quantity.unit_class:
        return quantity.unit
    metric = words(text, phrase)
    noun = text[right.noun.start : right.noun.end] if right.used else ""
    if noun.endswith("户"):
        return "户"
    if named := _NAMES_UNIT.search(noun or metric):
        return named[1]
    beside = text[quantity.outer.end : quantity.outer.end + 4]
    if _FOLK.match(beside) or _FOLK.search(noun) or _PEOPLE.search(noun or metric) or (not noun and "人口" in metric):
        return "人"
    big = quantity.value >= 10**7
    if _MONEY.search(noun or metric) or (big and not noun and not _SCALE.search(metric)):
        return "元"
    return "个" if noun else ""
