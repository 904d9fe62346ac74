"""Which quantities measure something, and which only count parts of a text or tell when."""

from __future__ import annotations

import re

from kg.pattern import late
from kg.recognise.amount.proportion import is_proportion
from kg.recognise.amount.quantity import Quantity
from kg.recognise.count.classifier import HARMED
from kg.recognise.count.implied import FOLK, HOUSES, SCALE, SICK
from kg.recognise.count.often import is_done_so_often
from kg.recognise.count.site import is_of_things
from kg.recognise.figure.duration import TIMED, takes_time
from kg.recognise.figure.noise import NEVER_ONE_WORD
from kg.recognise.syntax.frame import Frame
from kg.recognise.syntax.noun import Right
from kg.recognise.syntax.phrase import Phrase, words

_ABSTRACT = late(
    r"(?:大的?|新的|总|[百千万]?亿级|个|项|种|类|条|点|层|重|次|具体|主要|重要|基本|关键|核心|改革|创新|开放|便利化|政策|务实|支持|配套|试点|工作|根本性?|突出|难点|[百千万]亿元?级?|的)*(?:方面|问题|阶段|环节|层面|维度|原则|特点|优势|特征|意义|含义|因素|原因|意识|自信|维护|确立|关系|结合|统一|坚持|必须|体系|机制|制度|步骤|要求|领域|角度|措施|举措|部分|子类|[一二三四]级分类|子行业|条款|章节?|篇|章|要点|理念|部门|单位|战略|一体|目标|任务|时期|时代|台阶|新(?=[，。；、”]|$|的?(?:突破|成效|进展|提升|变化|局面|气象|格局|高度|征程))|世纪|百年|方向|聚焦|看法|希望(?=[，。：；])|大局|时间段|建议|倡议|主张|共识|层次|内容|全会|指标|政策|行动(?![队组])|工程(?![队师车机兵])|意见|工作(?![队组站室者岗日人专报])|类别|层级|去向|要素|转变|转型|跨越|飞跃|发力|抓|都|梯队|小时经济圈)"
)
_RANK = late(
    r"(?:(?:第(?=[^，。；]?$)|位[居列于]|排[名在]|(?<![安宜邻移聚定家新旧民故起])居(?![民住家委保）)])|名列)[^，。；]{0,6}(?<!的)|(?<![之以目提当底末年月日])前)$"
)

_RANKS = ("排名", "名次", "位次", "排位")
_RANKED = late(rf"(?:{'|'.join(_RANKS)})[^，。；]{{0,24}}$")
RANK_REACH = 28
"""How far before the number its name may begin."""


def _is_rank(text: str, quantity: Quantity, phrase: Phrase) -> bool:
    """营商环境排名由60位升至 | 20位: which place, and nothing that is counted."""
    if text.endswith((*_RANKS, "位列"), *phrase[-1]):
        return True
    start, end = quantity.outer
    ends = text[end : end + 1] in "，。；、）\n"
    return ends and _RANKED.search(text, max(0, start - RANK_REACH), start) is not None


def is_measure(text: str, quantity: Quantity, phrase: Phrase, frame: Frame, right: Right) -> bool:
    """Whether a quantity measures something: no rank, article (一个), bare duration, or count of a text's own parts."""
    before = text[max(0, quantity.outer.start - 12) : quantity.outer.start]
    after = text[quantity.outer.end : quantity.outer.end + 12]
    kind = quantity.unit_class
    if kind in ("people", "counter", "self_naming") and _RANK.search(before):
        return False
    if quantity.unit == "位" and _is_rank(text, quantity, phrase):
        return False
    if kind == "":
        return _is_bare_measure(text, quantity, phrase, frame, right)
    if kind == "time":
        return _is_time_measured(text, quantity, phrase, before, after)
    least = _AT_LEAST.search(before) is not None
    if (
        kind in ("counter", "self_naming")
        and not least
        and (_is_part(text, quantity, right) or _is_place_count(text, quantity, right))
    ):
        return False
    if quantity.is_han and kind != "ratio" and quantity.value < 10000:
        return _is_counted(text, quantity, right)
    if kind == "ratio" and _COMMENT.match(after):
        opens = quantity.outer.start == 0 or not "\u4e00" <= text[quantity.outer.start - 1] <= "\u9fff"
        return not opens or "中，" in before
    return True


_MADE = "发表|提供|完成|生产|制造|创造|贡献|产生|造成|承担"
_COMMENT = late(
    rf"(?:[也并]?不)?是(?!由|[^，。；]{{2,12}}(?:{_MADE})的)|属于|来之不易|兼顾|这|既|不仅|符合|体现|意味|的(?:目标|增速|增长)"
)
"""5.5%是合适的目标 comments on a number; 七成是国内学者发表的 tells of what it is."""


_COUNTABLE = ("体系", "机制", "制度", "政策", "工作", "任务", "指标", "工程", "行动", "部门", "问题", "领域")
"""These are parts of a text only where they end the noun, and not by the dozen: 8项制度 | 创新案例, 43项改革任务."""
_MEASURES = ("措施", "举措")
_POINTS = (*_MEASURES, "政策", "做法")
"""By 项 or 条 these are points of a document: 79项政策."""
_FIELDS = ("领域", "类别", "优势", "战略")
"""In digits these are counted like other things: 在12个领域开展应用, 20多个优势产业; 两个领域 are told in passing."""
_ORDERS = late("(?:和|，)?[\u4e00-\u9fff]{0,4}?(?:提出|作出|明确|部署|制定|设置)")
"""《规划》从10个领域 | 提出目标: fields of the document."""
_AIMS = ("任务", "指标", "目标", "要求")
_SET = late(
    r"(?:提出|明确|部署|安排|设置|设定|制定|推出|出台|规划|[分细][化解][成为]?|形成|列出|确定|方面|领域|等|》)了?的?(?:共计?)?$"
)
"""《规划》提出 | 35项主要指标: aims that a document sets are its parts, but 完成46项改革任务."""
DOZENS, MANY, MOST = 20, 100, 1000
REST = 3
"""Characters that may follow a word for a part before it only describes what is counted."""


def _is_part(text: str, quantity: Quantity, right: Right) -> bool:
    """七个方面, 32条措施: parts of the text itself or of what it tells, but not 13家单位 or 1500条建议."""
    end = quantity.outer.end
    part = _ABSTRACT.match(text, end, end + 12)
    if quantity.value < MOST and quantity.unit_class == "counter" and right.strong and _is_set(text, quantity, right):
        return True
    if part and part[0].endswith(_points(quantity)):
        return True
    if part and not quantity.is_han and part[0].endswith(_FIELDS) and not _ORDERS.match(text, part.end()):
        return False
    if part is None or quantity.value >= MANY or (quantity.unit == "家" and part[0].endswith("单位")):
        return False
    if not part[0].endswith(_COUNTABLE):
        return True
    return quantity.value < DOZENS and not (right.strong and right.noun.end - part.end() >= REST)


def _points(quantity: Quantity) -> tuple[str, ...]:
    """The words for points of a document that so many of them may have: 231项措施, but 150项政策 are things, and
    实施40次限流措施 counts deeds."""
    if quantity.value >= MOST or quantity.unit == "次":
        return ()
    return _POINTS if quantity.unit in ("项", "条") and quantity.value < MANY else _MEASURES


def _is_set(text: str, quantity: Quantity, right: Right) -> bool:
    """32条措施, and aims that a document sets: 提出25项重点任务, 等4个约束性指标."""
    noun, start = text[right.noun.start : right.noun.end], quantity.outer.start
    if noun.endswith(_points(quantity)) or (quantity.unit in ("项", "条") and noun.endswith("事项清单")):
        return True
    aims = noun.endswith(_AIMS if quantity.value < MANY else "任务") and (quantity.unit != "个" or noun[-2:] != "任务")
    whole = right.action is None and quantity.comparator in ("eq", "gt")
    return aims and whole and _SET.search(text, max(0, start - 8), start) is not None


def _is_place_count(text: str, quantity: Quantity, right: Right) -> bool:
    """在天津、上海4省市开展: how many places were just listed, told in passing."""
    noun = text[right.noun.start : right.noun.end] if right.strong else ""
    if quantity.unit_class != "self_naming" and not _PLACE_NOUN.match(noun):
        return False
    listed = _PLACES_LISTED.search(text, max(0, quantity.outer.start - 80), quantity.outer.start)
    if listed is None:
        return False
    more = listed[0].endswith("等") and quantity.value > listed[0].count("、") + AND_MORE
    if more and not quantity.is_han:
        return False
    counted = more or (quantity.unit_class == "counter" and not quantity.is_han)
    return not (counted and right.action)


AND_MORE = 3
"""在甲、乙等28个城市 counts far more than it lists, as does 十多个城市 where it tells what is done there."""


_PLACE_NOUN = late(r"(?:城市|省份|省区市|省市|市县|县区|县市|特殊地区|地区)(?!生产)")
_PLACES_LISTED = late(
    r"(?:在|随着|由|向|于)[^，。；\n]*、[^，。；\n]*$|[\u4e00-\u9fff]的?[^，。；\n]{0,4}在[^，。；\n]{2,6}等$"
)
_SMALL_THING = late(
    r"(?:指标|行动|工程|工具|压力|报告|行业|问题|任务|目标|工作|活动|计划|方案|办法|例子|节点|项目的[^，]+|科学家|战士|女战士|时间里|故事|大事|板块|势力)$"
)

FEW, MANY_OF_SMALL = 10, 100
_SMALL_HEAD = late("(?:[\u4e00-\u9fff]{2}上的)?(?:指标(?!体系)|等级|关键|市场(?![主监营化])|趋势|误区|时段|语种)")
"""统筹两个市场, 分三个等级: a few of these are told in passing."""
_AT_LEAST = late("至少(?:要?有|拥有|建成|建立|建设|建有|设有|配[有备]|培育|选[取择])?$")
_EACH_HAS = late(
    r"每[个所家座][\u4e00-\u9fff（）、]{1,20}?(?:至少|都|均|要|应|须)*(?:拥有|建[有设成立]|设[有立]|配[有备]|培育|打造)"
    r"(?:一[^，。；0-9]{2,30}、)*$"
)
"""每个街道至少拥有 | 一所学校、 | 一个公园: one for each, and so on along the list."""
EACH_REACH = 90
"""How far before such an item the list of them may begin."""


def _is_few(text: str, quantity: Quantity) -> bool:
    """三项活动 and 十二项任务 are told in passing, 千家企业行动 is a name; 十多场活动 and 近百场活动 were counted."""
    if quantity.comparator != "eq":
        return quantity.value < FEW
    return quantity.value < MANY_OF_SMALL or text[quantity.span.start] in "百千万"


def _is_counted(text: str, quantity: Quantity, right: Right) -> bool:
    if quantity.unit_class == "self_naming" or (_is_few(text, quantity) and _SMALL_THING.search(text, *right.noun)):
        return False
    if quantity.unit == "车道":
        return True
    if quantity.value == 1 and not is_done_so_often(text, quantity):
        return _is_one(text, quantity)
    if quantity.value == 2 and quantity.comparator == "ge" and quantity.outer.start == quantity.span.start:
        return False
    if quantity.value < 10 and (_SMALL_HEAD.match(text, quantity.span.end) or _is_known(text, quantity)):
        return False
    if is_done_so_often(text, quantity) or is_of_things(text, quantity):
        return True
    if abs(quantity.value) < 2 or (quantity.unit in NEVER_ONE_WORD and quantity.value < MANY):
        return False
    return quantity.value >= 10 or right.noun.end - right.noun.start >= 2 or _is_size(text, quantity)


_OF_THEM = late(
    r"[^，。；、：\n]{2,30}?(?<![A-Za-z0-9.-])[0-9][0-9.,]*[多余]?(?:[%倍]|个百分点|[万亿]|[元人户名家个台辆吨米座]|公里)"
)
"""三家银行 | 贷款余额达2万亿元."""
_OPENS = late("(?:^|[，。；])$", re.MULTILINE)
AGAIN = 120
"""How far before it a count may stand that it takes up."""


def _is_known(text: str, quantity: Quantity) -> bool:
    """两座 | 电站总投资90亿元: those just named, whose figure follows; a few of nothing told before are counted."""
    start, end = quantity.span
    if quantity.unit_class != "counter" or quantity.comparator != "eq" or not _OPENS.search(text, start - 1, start):
        return False
    line = text.rfind("\n", max(0, start - AGAIN), start)
    told = text.find(text[start:end], max(line, start - AGAIN, 0), start)
    if told >= 0 and text.find("。", told, start) >= 0:
        return True
    return (quantity.value == 2 and text.endswith("。", 0, start)) or _OF_THEM.match(text, end) is not None


def _is_one(text: str, quantity: Quantity) -> bool:
    """每个县至少有一家医院, 造成一人死亡: one is a count there, and no article."""
    start, end = quantity.span
    if _AT_LEAST.search(text, max(0, start - 5), start):
        return True
    left = max(0, start - EACH_REACH)
    if text.find("每", left, start) >= 0 and _EACH_HAS.search(text, left, start):
        return True
    return quantity.unit in ("人", "名") and HARMED.match(text, end) is not None


def _is_size(text: str, quantity: Quantity) -> bool:
    """只有两块钱, 零下十度: needs no noun; but 三伏 and 三元 are names."""
    if quantity.unit_class == "money":
        return text.endswith("钱", *quantity.span)
    return quantity.unit_class == "physical" and quantity.unit != "伏"


_YEAR = late("(?:19[0-9]{2}|20(?!00)[0-9]{2})(?:[—–~～至-]+(?:19|20)?[0-9]{2})?")
_SURVEYED = late("PMI|(?:指数|差值)(?:终值|初值|修正值|前值|预期)*$")
"""制造业PMI终值52.6: indices of surveys have no unit."""
_WHOLE_INDEX = late("(?:[^0-9](?<!第)(?:PMI|指数)为?|差值为?|[初终前]值为?|预期为?|[从由]|修[正订][为至])[-－−–]?$")
_ALIAS = late(r"[（(][A-Za-z]{2,12}[）)]$")
"""波动率指数（VIX） is an index."""
_ENDED = late(r"[，。；;]|修[正订][为至]")
_QUOTES = frozenset("报 收报 收于 收盘报 收复".split())
"""欧元兑美元涨0.4%，报1.0921: a price without a unit, where it has decimals."""


HUGE = 10**8
_WHICH = ("省份", "城市", "省市", "国家", "地区", "企业", "公司")
"""有7个城市超过万亿: not so many cities."""


_SCORED = late(r"(?:满意度|安全感|获得感|幸福感)$")
"""公众满意度达到 | 80以上: told in marks, or without its sign."""


def _is_bare_measure(text: str, quantity: Quantity, phrase: Phrase, frame: Frame, right: Right) -> bool:
    metric = _ALIAS.sub("", words(text, phrase))
    if _YEAR.fullmatch(text, *quantity.span):
        return False
    if is_proportion(text[slice(*quantity.span)]):
        return True
    if quantity.value >= HUGE and metric.endswith(_WHICH) and not right.used:
        return False
    if quantity.value >= 10000 and re.search("[万亿]", text[quantity.span.start : quantity.span.end]):
        return True
    noun = text[right.noun.start : right.noun.end] if right.used else ""
    if noun and (HOUSES.match(noun) or FOLK.search(noun)):
        return quantity.value >= 100 or quantity.comparator == "gt"
    if frame.verb in _QUOTES:
        return quantity.value % 1 != 0
    if _SURVEYED.search(metric) and (quantity.value % 1 != 0 or _is_whole_index(text, quantity)):
        return True
    if SICK.search(metric) and not right.used:
        return text[quantity.span.end : quantity.span.end + 1] in "，。；、（("
    sized, bounded = SCALE.search(metric) is not None, quantity.comparator != "eq"
    scored = bounded and not right.used and _SCORED.search(metric) is not None
    return (scored and frame.change is not None) or (sized and (frame.change is not None or bounded or frame.spread))


def _is_whole_index(text: str, quantity: Quantity) -> bool:
    """房产市场指数41，预期40: right behind the name, with nothing after it."""
    start, end = quantity.span
    return (
        quantity.comparator == "eq"
        and _WHOLE_INDEX.search(text, max(0, start - 5), start + (quantity.value < 0)) is not None
        and _ENDED.match(text, end) is not None
    )


_TERM = late("(?:有效|资助|实施|执行|建设|服务|聘任|聘|任|操作)期限?$")
"""资助期限为3年: how long a thing goes on, and nothing that is measured."""


_SPENT = late(r"(?:进行|展开|开展|举行|接受|参加)了?(?:约|近|为期|长达)?$")
_SPENT_ON = late(
    r"的[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{0,6}?(?:演[练习]|训练|会[谈晤]|谈判|磋商|对话|巡[逻航]|搜救|救援|检修|直播|表演|测试|试验)(?=[，。；、]|$)"
)
"""进行 | 3个小时的 | 训练: how long something went on."""
_NEEDS = late("[只仅]需要?$|只要$")
"""开户 | 只需 | 两天."""
_WENT_ON = late(r"(?<![缩延增拉])[\u4e00-\u9fff](?<![短长省约少加前过要快早晚慢误到费])了(?:整整|近|约)?$")
_ENDS = late(r"[，。；]|$")
"""下潜了 | 11个小时: how long somebody did it."""
_SAVED = ("节省", "节省了", "节约", "节约了", "缩短", "缩短了", "缩短近", "缩短约")
"""车程比现在节省 | 一个半小时."""


def _is_time_measured(text: str, quantity: Quantity, phrase: Phrase, before: str, after: str) -> bool:
    if re.search(
        r"(?:连续|为期|历时|经过|未来|近|过去|最近|持续|(?:持续|进行|坚持|苦战|奋战|等待)了(?:整整|长达)?|(?:[节假会赛考]|假[日期]|国庆|元旦|春运|中秋|端午|清明)前)$",
        before,
    ) or re.match(r"(?:生活圈|来|里|后|前|间|多?来|以来)", after):
        return False
    if (_SPENT.search(before) and _SPENT_ON.match(after)) or (_WENT_ON.search(before) and _ENDS.match(after)):
        return False
    bounded = quantity.comparator in ("ge", "le") and quantity.outer.start < quantity.span.start
    bounded = bounded or text.startswith(("未满", "不满"), quantity.outer.start)
    within = quantity.comparator == "le" and text.startswith("内", quantity.span.end)
    if within or (bounded and not quantity.is_han) or takes_time(text, quantity):
        return True
    if quantity.unit in ("岁", "周岁") or (quantity.unit == "秒" and quantity.value % 1):
        return True
    metric = words(text, phrase)
    if quantity.unit == "年" and _TERM.search(metric):
        return False
    if quantity.unit in ("小时", "天", "个工作日", "个自然日", "学时", "课时", "分钟"):
        above = text.startswith("以上", quantity.span.end)
        if not quantity.is_han or quantity.value >= 10 or above:
            return True
        return before.endswith(_SAVED) or bool(TIMED.search(metric) or _NEEDS.search(before))
    return bool(TIMED.search(metric) or TIMED.search(before[-6:])) or bool(
        re.match(r"以上|(?:个月)?以上", text[quantity.span.end : quantity.span.end + 2])
    )
