"""Numbers that only belong to the words around them: idioms, references, distances, lengths of time in a narrative."""

from __future__ import annotations

import re

from kg.pattern import late
from kg.recognise.amount.proportion import is_proportion
from kg.recognise.amount.quantity import Quantity
from kg.recognise.count.group import is_group
from kg.recognise.count.often import is_done_so_often
from kg.recognise.count.site import is_of_things
from kg.recognise.figure.duration import measures_time
from kg.recognise.figure.mark import is_first, is_mark
from kg.recognise.figure.paper import is_article
from kg.recognise.figure.reference import SUMMING, is_reference

_MOVES = late(r"[\u4e00-\u9fff]{1,3}[到至为]")

NEVER_ONE_WORD = frozenset("盘 段 手 层 面 道 次 对 点 头 处 步 行 节 代 届 门 口 眼 组 餐 国 省 市 县 字".split())
"""两手, 三层, 四处: with a Chinese numeral these are words, not counts."""
_IDIOMATIC = NEVER_ONE_WORD | frozenset("项 类 大类 种 份 条 款 里".split())
"""So are these below ten: 六类产品, 五大类商品, 两项工具."""

PAGES = 10000
"""300字以内 says how long an answer may be; a book has more words."""
_PER_ONE = late(r"每(?![个所家县人年名省市村镇乡户月区天日周季])(?:(?!至少)[\u4e00-\u9fff]){0,6}$")
"""每认定1家奖励5万元."""
_VERBS = "等余建改扩增设造施展成置立修装办开发养育引进续购出派有到达了共选获签拟计往赴"
"""What ends before a number like this is no list: a verb tells what was done."""
_LISTED = late(rf"[\u4e00-\u9fff]、[^，。；：:\n、]{{2,16}}(?<![{_VERBS}])$")

_BOTH = late(r"[\u4e00-\u9fff]{2}[和与][\u4e00-\u9fff]{2,6}(?<![余建改扩增设造施展成置立修装办开发养育引进续购])$")
"""城市和乡村两个市场."""
_QUOTED = late(r"”[、和与及]?“[^“”\n]{1,30}”$")
"""“山水”“田园”“街巷”三个板块."""

_TAKES = late(
    r"[\u4e00-\u9fff]{1,10}?(?:最快|最多|平均|全程|一般|现在|如今)?(?:[只仅]需要?|需要|[只仅]用|用时|耗时|只要)了?[约近不]?到?[0-9一二三四五六七八九十两半]"
)
"""办一家工厂 | 只需 | 4天: what it takes to do it once."""
_YIELDS = late(
    r"地?(?:也|就|都|才|[只仅]|最[多少高低]|大概|差不多|现在|如今|去年|以前)*(?:能|可以?|[卖收产挣赚租打](?![到起购入生]|出来))[^，。；]{0,6}[0-9一二三四五六七八九十两半几]"
)
"""樱桃一斤 | 能卖 | 25元: what one of them yields."""


_COSTS = late(
    r"(?:[是要收卖交为]|需要?|只要)[约近]?[0-9一二三四五六七八九十两半][0-9.一二三四五六七八九十百千万]*[元块角]"
)
"""供暖一平方米 | 是16元: what one of them costs."""


def _is_passing(text: str, quantity: Quantity) -> bool:
    """水泥、玻璃和陶瓷三个行业: how many were just listed (3个行业 is a count); 每认定1家: per one."""
    if quantity.comparator != "eq":
        return False
    start, end = quantity.span
    one = quantity.value == 1 and quantity.is_han
    if one and (
        text[end - 1] == text[end : end + 1]
        or _TAKES.match(text, end)
        or _YIELDS.match(text, end)
        or _COSTS.match(text, end)
    ):
        return True
    if quantity.value == 1 and quantity.unit != "次" and _PER_ONE.search(text, max(0, start - 8), start):
        return True
    summing = quantity.unit in SUMMING or (quantity.is_han and quantity.unit == "家")
    if quantity.value > 10 or not summing or not re.match(r"[\u4e00-\u9fff]{2}", text[end : end + 2]):
        return False
    told = _HELPED if quantity.unit_class == "self_naming" else _BUILT
    if told.search(text, max(0, start - 40), start):
        return False
    if quantity.is_han and quantity.value == 2 and _BOTH.search(text, max(0, start - 14), start):
        return True
    if quantity.is_han and text[start - 1] == "”" and _QUOTED.search(text, max(0, start - 60), start):
        return True
    sums = quantity.is_han or quantity.unit == "项" or quantity.unit_class == "self_naming"
    return sums and _LISTED.search(text, max(0, start - 40), start) is not None


_BUILT = late(
    "(?:建成|新建|开工|开通|启用|合并|组建|设[立置有]|成立|新增|[增共下分]设|摘得|荣获|获得|夺得|斩获|赢得|包揽)了?[^，。；：\n]*$"
)
"""建成东湖和西山 | 两个广场: what is built of them is their number."""
_HELPED = late("支持(?!下)[^，。；：\n]*$")
"""支持甲、乙、丙 | 3省开展救灾: how many are helped."""

REPEATED, AROUND = 3, 5000
"""A small count said so often with its noun, within so many characters, is a name: 三个创新中心."""


def _is_term(text: str, quantity: Quantity) -> bool:
    start, end = quantity.span
    words = text[start : end + 3]
    if not re.search(r"[\u4e00-\u9fff]{3}$", words):
        return False
    return text.count(words, max(0, start - AROUND), end + AROUND) >= REPEATED


_CLOCK = late(
    r"(?:[早今明昨当]晚|[上下中]午|凌晨|清晨|傍晚|夜[里间]|深夜|早上|晚上|[早晚日]|(?<![0-9.])[0-9]{1,2}点[到至—-]|(?:[早今明昨当][晚天日]|[上下中]午|凌晨|早上|晚上)[（(][0-9年月]{1,9}日[）)])$"
)
"""今晚8点, 今晚（3月5日）8点."""
CLOCK_REACH = 16

_HOUR = late(r"(?<![小工])[0-9零〇一二三四五六七八九十]{1,3}[时点]$")
"""零时 | 10分."""
_LINES = late(
    r"[\u4e00-\u9fff]{0,8}?(?:[公铁水道]路|高速|高铁|航线|航道|线路|[新干支]线|轨道|通道|生产线|产业链|地铁|管线|管道|隧道|跑道|廊道|绿道|河|溪|大街)(?![^，。；]{0,6}(?:建议|意见|措施|规定|要求|原则|经验|举措|标准|消息|新闻))"
)
"""三条公路: lines on the ground are counted, 三条建议 are not."""
_FAR = late("(?<![间行株车])距(?!离|地面)[^，。；、]{1,14}$")
"""西距县城5公里: a distance in a narrative."""
_AWAY = late(r"(?<!平均)(?<!最[近远大小短长])距离(?:大?约|仅|只有|不[到足])?[^，。；、0-9]{2,12}$")
_SPOT = late(
    r"的?(?:地方|[\u4e00-\u9fff]{0,8}?(?:[镇村乡县](?![政级里外民委庄])|郊区|山区|小区|地区|位置|轨道|高空|海域|海面|海底))"
)
"""距离省城 | 20多公里的 | 地方: where something lies."""
_HEIGHT = late(r"[\u4e00-\u9fff]{2}")
"""2m温度、10m风速: at which height."""
_STORED = late(r"\s?(?:版本?|机型|款|内存|存储|闪存)")
_CHIP = late(r"(?:[和、及][0-9]{1,2}(?:nm|纳米))?\s?(?:制程|工艺|芯片|节点|产能|技术|级)")
_KIND_OF = {
    **dict.fromkeys(("千伏", "kV", "车道"), late("[\u4e00-\u9fff]")),
    **dict.fromkeys(("GB", "TB"), _STORED),
    **dict.fromkeys(("纳米", "nm"), _CHIP),
    "大卡": late("的?(?:[\u4e00-\u9fff]{0,6}煤|热值)"),
    **dict.fromkeys(("GHz", "MHz", "兆赫", "吉赫"), late("的?(?:频段|频谱|频率|频点|波段|无线电)")),
    "英寸": late("(?:晶圆|芯片|硅片)?(?:生产)?线"),
}
"""1100千伏直流输电, 六车道公路, 256GB版本, 2纳米制程: kinds of line, road, make and chip."""

_FORMULA = late(r"[\u4e00-\u9fff）)]\s?[×xX*]\s?$")
"""出院人数/住院人数×100%: how a rate is reckoned."""

_TO_YEAR = late("[到至](?:19|20)[0-9]{2}年")
"""2019 | 到2020年: the first of the years."""


_GLUED = late(r"[0-9.]{2,}(?:%|个百分点)[-−]?[0-9.]+(?:%|个百分点)")
"""12.5%3718.1%-4.2%: cells of a table that was copied without what parts them."""
_RUNS_ON = tuple("-−0123456789")
CELLS = 24
"""Characters of the cells before."""
_VIEWED = late(r"(?:浏览|阅读|点击|访问)(?:次数|人数|[量数])?[:：]\s*$")
"""发布时间：2021-08-09 浏览次数：1532次: how often the page itself was looked at."""


_IN_ALL = late(r"[^，。；0-9]{2,24}，(?:一共|总共|共|合计|总计)")
"""展出一批 | 文物，共300件: how many there are is told behind."""
_OWN_PARTS = late(r"[一二三四五]级指标|(?:控制|评分|加分|扣分|一般|优选)项(?!目)")
"""6个 | 一级指标, 26个 | 控制项: what a system of indicators is made up of."""


def is_noise(text: str, quantity: Quantity) -> bool:
    """Whether a number is only part of the words around it: 两年平均, 每3年修订, 伟24转债."""
    if quantity.unit in ("%", "个百分点") and _is_in_no_clause(text, quantity):
        return True
    viewed = _VIEWED.search(text, max(0, quantity.span.start - 8), quantity.span.start)
    if viewed or (quantity.value < PAGES and (quantity.unit == "字" or text.startswith("字", quantity.span.end))):
        return True
    earlier = _EARLIER.search(text, max(0, quantity.outer.start - 8), quantity.span.start)
    parts = quantity.unit_class == "counter" and _OWN_PARTS.match(text, quantity.span.end)
    some = quantity.unit == "批" and quantity.value == 1 and _IN_ALL.match(text, quantity.span.end)
    if earlier or parts or some or _is_denied(text, quantity) or _is_kind(text, quantity) or _is_idiom(text, quantity):
        return True
    if (
        _is_passing(text, quantity)
        or is_reference(text, quantity)
        or _is_likened(text, quantity)
        or is_group(text, quantity)
        or _is_class(text, quantity)
        or is_first(text, quantity)
        or is_mark(text, quantity)
    ):
        return True
    if quantity.unit_class == "time":
        schooling = text.endswith("学前", 0, quantity.span.start) or text.startswith("义务教育", quantity.span.end)
        if quantity.unit == "年" and (quantity.value >= 1900 or schooling):
            return True
        return not measures_time(text, quantity)
    end = quantity.span.end
    bare = quantity.unit_class == "" and quantity.value < 10000 and quantity.comparator == "eq"
    if not bare or _MOVES.match(text, end) or is_proportion(text[slice(*quantity.span)]):
        return False
    if _TO_YEAR.match(text, end):
        return True
    return bool(re.match(r"[\u4e00-\u9fffA-Za-z]", text[end : end + 1])) and text[end] not in "或至到的左"


def _is_in_no_clause(text: str, quantity: Quantity) -> bool:
    """Whether a percentage stands in a formula, or runs into the next cell or the last: where one ends nobody knows."""
    start, end = quantity.span
    if _FORMULA.search(text, max(0, start - 4), start):
        return True
    if text[start - 1] in "%点-−" and _GLUED.search(text, max(0, start - CELLS), end):
        return True
    return text.startswith(_RUNS_ON, end) and _GLUED.match(text, start) is not None


_EARLIER = late(r"提前了?[0-9一二三四五六七八九十]{1,3}[天日](?:突?破|达到?)$")
"""较去年提前10天破 | 万: so many have been told already."""
_DENIED = late(
    r"(?:(?:没有?|未曾?|从未)(?:被|发生过?|出现过?|受到?过?|存在)|[年月]内无)[\u4e00-\u9fff]{0,6}$|没有(?:哪|任何)[\u4e00-\u9fff]{1,10}$"
    r"|不[太大]?可能(?:突破|超过|达到|实现|完成|跨过|迈过|破)?$"
)


def _is_denied(text: str, quantity: Quantity) -> bool:
    """没有被记满12分, 三年内无超速50%以上, 没有哪个市给予1万元, 不可能超过5%: what has not been, or will not be."""
    start = quantity.outer.start
    return _DENIED.search(text, max(0, start - 14), start) is not None


_PER_HOUR = late(r"[以按]每(?:小时|分钟?|秒|天)(?:约|近|超过?)?$")
"""台风将以每小时 | 10公里 | 的速度移动: how fast it goes on its way."""


def _is_idiom(text: str, quantity: Quantity) -> bool:
    """两手抓, 两国, 八千里路, 礼炮21响, 四个“最严”, 晚8点, 1100千伏直流: before a noun by custom or as its kind."""
    start, end = quantity.span
    if quantity.unit == "响" or (quantity.is_han and quantity.unit_class == "self_naming" and quantity.value < 10):
        return True
    once = quantity.unit in ("度", "千瓦时") and quantity.value == 1
    town = quantity.unit != "个" and text[start - 1] in "省市县区州" and _TOWN.match(text, end)
    between = quantity.value == 2 and _BETWEEN.match(text, end)
    driven = quantity.unit in ("轮", "驾") and text.startswith(_DRIVEN, end)
    if quantity.is_han and (once or town or between or driven or _is_said_twice(text, quantity)):
        return True
    if quantity.is_han and (quantity.value < 10 or quantity.unit == "里"):
        lines = quantity.unit == "条" and quantity.value > 1 and _LINES.match(text, end)
        counted = lines or is_of_things(text, quantity)
        idiom = quantity.unit in _IDIOMATIC and not counted and not is_done_so_often(text, quantity)
        if idiom or _is_term(text, quantity):
            return True
    if quantity.is_han and quantity.value < 10 and quantity.unit_class == "counter" and text.startswith("“", end):
        return not is_done_so_often(text, quantity)
    if quantity.unit == "m" and _HEIGHT.match(text, end):
        return text[max(0, start - 1) : start] in ("", "、", "\n", "，")
    if quantity.unit in ("条", "项") and (article := is_article(text, quantity)) is not None:
        return article
    if quantity.unit in ("公里", "米", "里", "海里"):
        return _is_on_the_way(text, quantity)
    if kind := _KIND_OF.get(quantity.unit):
        return kind.match(text, end) is not None
    minutes = quantity.unit == "分" and _HOUR.search(text, max(0, start - 5), start) is not None
    full = minutes or (quantity.unit == "分" and text.endswith(("满分", "满分为"), 0, start))
    return full or (quantity.unit == "点" and _CLOCK.search(text, max(0, start - CLOCK_REACH), start) is not None)


def _is_on_the_way(text: str, quantity: Quantity) -> bool:
    """西距县城5公里, 距离省城20公里的地方, 以每小时10公里的速度移动: where in a narrative something lies or goes."""
    start, end = quantity.span
    if text.startswith("的速度", end) and _PER_HOUR.search(text, max(0, start - 10), start):
        return True
    if _SPOT.match(text, quantity.outer.end) and _AWAY.search(text, max(0, start - 20), start):
        return True
    bound = quantity.comparator in ("le", "ge")  # 距居民区不得少于800米 rules
    return not bound and _FAR.search(text, max(0, quantity.outer.start - 20), quantity.outer.start) is not None


_OR = ("或者", "或")


def _is_said_twice(text: str, quantity: Quantity) -> bool:
    """有 | 两个或两个 | 以上的车站: more than one, told in passing."""
    start, end = quantity.span
    again = next((word for word in _OR if text.startswith(word, end) or text.endswith(word, 0, start)), None)
    if again is None:
        return False
    spelled = text[start:end]
    return text.startswith(f"{again}{spelled}以上", end) or text.endswith(f"{spelled}{again}", 0, start)


_DRIVEN = ("驱动", "联动", "并举", "并行", "并驾")
"""投资、消费、出口 | 三轮 | 驱动."""
_TOWN = late(r"[镇乡村](?!级)")
"""甲区三栋 | 镇: in the name of a place."""
_BETWEEN = late(r"[\u4e00-\u9fffA-Z]{0,8}?(?:差值|价差|利差|差距|之比|之差|之和|之间)")
"""两个 | 指数差值: between how many something is."""
_LIKE = late("相当于(?:大?约|近|超过?|增加|新建|再造)*了?$")


def _is_likened(text: str, quantity: Quantity) -> bool:
    """抽水量相当于6座水库, “新18条”: a likeness, or part of a name in quotation marks."""
    if quantity.unit_class not in ("counter", "people"):
        return False
    if quantity.unit in ("条", "项") and text.startswith("”", quantity.span.end):
        return True
    return _LIKE.search(text, max(0, quantity.span.start - 8), quantity.span.start) is not None


_ROUND_THE_CLOCK = late(r"(?=[\u4e00-\u9fffA-Za-z“])(?!以?内|之内|后|前|即)")

_OF_WARD = late(r"副?(?:主任|部长)|负责人|[\u4e00-\u9fff]{0,6}(?:病[房区]|护士|医[生师]|诊室|手术室)")
"""研究一部 | 主任, 内科二部 | 普通病房: the department's own number."""


_CLASS = late("亿元?级(?!市|高铁)")
_SEVERAL = late(
    r"(?:更多|一批|多个|若干|一系列|等)[^，。；0-9]{0,3}$|(?:一批|多个|若干|一系列)[^，。；0-9]{4,60}$|级、$"
)
_SEVERAL_REACH = 64


def _is_class(text: str, quantity: Quantity) -> bool:
    """形成更多 | 千亿级 | 产业, 一批技术领先的 | 百亿级 | 园区, 甲、乙等 | 万亿级 | 集群: of what size several are that
    nobody counts."""
    start, end = quantity.outer
    if quantity.unit_class not in ("", "money") or text.find("级", start, end + 2) < 0:
        return False
    several = _SEVERAL.search(text, max(0, start - _SEVERAL_REACH), start) or text.startswith("级、", end)
    return bool(several) and _CLASS.search(text, start, end + 2) is not None


_BREAKS = late(r"(?:刷新|打破|改写)了?[^，。；]{0,16}(?:[纪记]录|新高)")
"""码头7次 | 刷新装卸纪录: how high it got is told, and not how often."""


_STEPS = late(r"(?:[十百千万亿]+元?级?)?[新大]?台阶")
"""总产值连跨3个 | 百亿级台阶."""


def _is_kind(text: str, quantity: Quantity) -> bool:
    """五人制足球, 生猪（外三元）, 24小时值守, 本科二批, 研究一部主任, 连续3次增资: what kind it is, how often."""
    start, end = quantity.span
    if quantity.unit == "人" and text.startswith("制", end):
        return True
    if quantity.unit == "元" and quantity.is_han and quantity.value < 10 and text[start - 1] in "内外":
        return True
    if quantity.unit == "小时" and text.endswith("黄金", 0, start):
        return True  # 震后黄金72小时
    if quantity.unit == "小时" and quantity.value == 24 and quantity.comparator == "eq":
        return _ROUND_THE_CLOCK.match(text, end) is not None
    if quantity.unit == "部" and quantity.is_han:
        return _OF_WARD.match(text, end) is not None
    if quantity.unit == "批" and quantity.is_han:
        return text.endswith(("本科", "专科"), 0, start)
    if (quantity.unit == "次" and _BREAKS.match(text, end)) or (quantity.unit == "个" and _STEPS.match(text, end)):
        return True
    return quantity.unit_class == "counter" and text.endswith("连续", 0, start)
