"""Numbers that only refer: what was counted before, who tells of it, in how many steps, where, of which class."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.figure.paper import is_own_part
from kg.recognise.metric.exchange import is_exchanged

_DEVIATION = late("(?<![≤≥＜＞于差程度围])±$|[+＋]/[-－−]$")
"""20±2℃, but 误差≤±3%, 量程±100V: how far off a value may be is told beside it."""
PAPER = 60
"""How far from a number the rest of the name of its paper may stand."""
_ON = late(r"关于[^，。；：\n]*$")
_ORDINAL = late(r"第[0-9一二三四五六七八九十]{1,3}[条项款]?[至到—～~-]$")
"""第1至4项: which of them."""
_OF_PAPER = late(rf"[^，。；：\n]{{0,{PAPER}}}的(?:批复|通知|复函|决定|通告|公告)")
"""根据关于同意在甲市等27个城市设立试验区的批复: in the name of a paper."""
_BOX = late(r"(?:专栏|附[件表图])\s?$")
"""专栏2　国家平台建设: the number of a box."""
_LENGTHS = ("公里", "千米", "米", "里", "海里", "英里")
_OUTSIDE = late("(?:多|余)?(?:开|之|以)?外(?![贸资国商籍汇销观语科部语])|处(?![理置于])")
"""300公里外: a distance in a narrative."""
_GRADE = late(r"级(?:的?[A-Za-z\u4e00-\u9fff]|[、 ][0-9.]{1,6})")
_FIRST = late(r"(?:首[个座艘台条套]|最大|唯一)的?$")
_REGRADED = late(r"级(?:提[高升]|扩[大建]|升[级]?|增加|改造|跃升)(?:[到至为]|成)")


def _is_grade(text: str, start: int, end: int) -> bool:
    """首个10万吨级，…的基地, 3000吨级 | 浮标船: of what class it is; but 由300吨级 | 提升至500吨级 tells of both."""
    if not text.startswith("级", end) or _REGRADED.match(text, end):
        return False
    first = text[end + 1 : end + 2] in "，、" and _FIRST.search(text, max(0, start - 4), start)
    return bool(first) or _GRADE.match(text, end) is not None


_EVENT = ("男子", "女子", "男女", "混合")
_RACE = late(r"(?:男子|女子)?(?:短道|速滑|跨栏|接力|蝶泳|仰泳|蛙泳|自由泳)?(?:决赛|预赛|半决赛|金牌|冠军)")
"""500米 | 金牌 and 八分之一 | 决赛 name what was won, as does 女子 | 800米; 7枚 | 金牌 counts it."""


def _is_race(text: str, quantity: Quantity) -> bool:
    start, end = quantity.span
    return _RACE.match(text, end) is not None or (quantity.unit != "%" and text.endswith(_EVENT, 0, start))


SUMMING = frozenset("个 项 类 种 大 方面".split())
_SURVEYED = late(
    r"[^，。；：]{0,24}?(?:(?:市场|产品)?(?:价格|情况|数据)?的?(?:监测|调查|预[测估期]|抽样|问卷|测算)[^，。；：]{0,6}?)(?:显示|表明|发现)"
)
"""六家 | 机构的调查显示, 8类 | 商品价格的监测显示: who or what a survey asked."""
_IN_RISE = late(r"的?(?:同比|环比|累计)?总?[涨增升降跌]幅中(?=，)")
"""在1.4%的同比涨幅中，: the figure told before, of which parts are told."""
_TOLD_BEFORE = late("(?:[这该那]|[上前]述|下列|以下|(?<![0-9%元人级岁年月日个家米吨亩））位名分度次倍])以上)$")
"""这两个行业, 上述5家企业: counted before."""
_SOURCES = late(r"[\u4e00-\u9fff]{2,12}?(?:透露|表示|介绍|证实|称|说)(?:，|$)")
"""据三名知情人士透露: by how many people something was told."""
_TWO_FIGURES = late(
    r"(?:品种)?[A-Z\u4e00-\u9fff]{0,4}?(?:指数|价格|利率|汇率|报价|差值|比率|增速|指标|LPR)(?=差值|[均都同连持继也已]|[，。；、]|[上下收][涨跌升行]|[较比环保维])"
)
"""三个 | 价格指数均下跌, 两个 | 品种报价不变: figures that were named, and not how many there are."""
_COPIES = late("各|一式")
"""申报书和汇总表各2份, 一式三份: copies to hand in."""
_STEPS = frozenset("批 次 步 类 级 段 层".split())
"""分两批下达, 前两批: in how many steps."""


def _is_manner(text: str, quantity: Quantity) -> bool:
    """各2份, 分两批, 另一个, 1美元兑, 在1.4%的涨幅中: how something is done, or one of its kind."""
    start = quantity.span.start
    if quantity.unit == "%" and _IN_RISE.match(text, quantity.span.end):
        return True
    before = text[max(0, start - 1) : start]
    if quantity.unit == "份":
        return _COPIES.search(text, max(0, start - 3), start) is not None
    if quantity.unit in _STEPS and before in ("分", "前"):
        return True
    if quantity.is_han and quantity.value == 1 and before in ("上", "下", "前", "后", "另"):
        return not text.endswith("提前", 0, start)
    return is_exchanged(text, quantity)


def is_reference(text: str, quantity: Quantity) -> bool:
    """这两个行业, 上一交易日, 每10家企业, 300公里外, 20万元以内（含20万元）: what is only referred to."""
    start, end = quantity.span
    if text[start - 1] == "每" or _is_manner(text, quantity) or _ORDINAL.search(text, max(0, start - 6), start):
        return True
    if _TOLD_BEFORE.search(text, max(0, quantity.outer.start - 2), quantity.outer.start):
        return True
    if (quantity.unit_class != "money" and _BOX.search(text, max(0, start - 4), start)) or is_own_part(text, quantity):
        return True
    if _OF_PAPER.match(text, end) and _ON.search(text, max(0, start - PAPER), start):
        return True
    if _is_grade(text, start, end) or (text.endswith(("(含", "（含"), 0, start) and text.startswith((")", "）"), end)):
        return True
    if quantity.unit in _LENGTHS and _OUTSIDE.match(text, end):
        return True
    if (quantity.unit in _LENGTHS or quantity.unit_class == "ratio") and _is_race(text, quantity):
        return True
    if _is_source(text, quantity):
        return True
    return _DEVIATION.search(text, max(0, start - 6), start) is not None


def _is_source(text: str, quantity: Quantity) -> bool:
    """据三名知情人士透露, 六家机构的预测显示, 三大指数收跌: who tells of something or is asked, and figures told."""
    end = quantity.span.end
    if text[quantity.outer.start - 1] == "据" and _SOURCES.match(text, end, end + 16):
        return True
    if quantity.is_han and quantity.value < 10 and quantity.unit in SUMMING and _TWO_FIGURES.match(text, end, end + 20):
        return True
    return quantity.unit_class in ("counter", "self_naming", "") and _SURVEYED.match(text, end, end + 40) is not None
