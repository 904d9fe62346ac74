"""Sizes that only tell which things another number counts: 总投资超10亿元的项目 500个, 5家年产值过亿元的供应商."""

from __future__ import annotations

import re

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.count.implied import FOLK
from kg.recognise.count.outlay import SPENT_ON
from kg.recognise.syntax.series import is_own_size
from kg.recognise.syntax.surpass import is_level, passes_mark


def is_classifier(text: str, quantity: Quantity, following: Quantity | None) -> bool:
    """Whether a size only classifies what the next number counts: 总投资超10亿元的项目 500个.

    Such a quantity is part of the indicator, not a claim of its own; with 以上 or 以下 even where a verb ties the next
    number to it (亩均1000元以上的企业有20家).
    """
    if _sizes_group(text, quantity) or _sizes_places(text, quantity) or _sizes_some(text, quantity):
        return True
    if following is not None and (_averaged(text, quantity, following) or _tells_which(text, quantity, following)):
        return True
    if quantity.unit_class == "people" and HARMED.match(text, quantity.outer.end):
        return False
    bounded = quantity.outer.end > quantity.span.end
    if (
        following is None
        or not (
            quantity.unit_class in ("money", "physical", "time")
            or (quantity.unit_class == "people" and bounded)
            or (quantity.unit_class == "counter" and bounded and text.startswith("的", quantity.outer.end))
            or (quantity.unit_class == "" and quantity.value >= 10000 and not _ARE_FOLK.match(text, quantity.outer.end))
        )
        or following.unit_class not in ("counter", "people", "ratio")
    ):
        return False
    if quantity.unit_class == "money" and following.is_han and following.value == 1:
        return False
    between = text[quantity.outer.end : following.outer.start]
    if quantity.unit_class == "money" and (SPENT_ON.match(between) or _GIVEN_TO.match(between)):
        return False
    if following.unit_class == "ratio":
        share = _BOUNDED_SHARE if bounded else _SHARE
        return share.fullmatch(between) is not None
    if between[:1] in _AND or not re.fullmatch(r"的?[\u4e00-\u9fffA-Za-z]{1,12}", between):
        return False
    return not (_TIED_BEHIND_BOUND if bounded else _TIED).search(between)


_AND = ("且", "并")
"""面积不低于1000平方米 | 且 | 不少于20套: another bound of the same."""
_AMONG = late(r"(?:及?以[上下])?的[\u4e00-\u9fff]{2,10}?[当之]?中[，、]")
_IN = late(r"在[^，。；：0-9]{0,12}$")
"""在全国 | 100万人口以上的 | 城市中，."""


def _sizes_group(text: str, quantity: Quantity) -> bool:
    """在全国 | 100万人口以上的 | 城市中，: of what size those are among which something stands out."""
    start, end = quantity.outer
    sized = quantity.comparator != "eq" and quantity.unit_class in ("money", "physical", "people", "")
    return sized and bool(_AMONG.match(text, end) and _IN.search(text, max(0, start - 13), start))


_SOME_SO_LARGE = late(
    r"(?:级别?|以上)?的?[\u4e00-\u9fff]{0,4}(?:项目|企业|产业|集群|平台|园区)(?:招引|引进|建设)?(?:取得|实现)了?[\u4e00-\u9fff]{0,4}突破"
)


def _sizes_some(text: str, quantity: Quantity) -> bool:
    """超50亿美元 | 项目取得突破: of what size those are of which nobody says how many there are."""
    above = quantity.unit_class == "money" and quantity.comparator in ("gt", "ge")
    return above and _SOME_SO_LARGE.match(text, quantity.outer.end) is not None


_OF_PEOPLE = late(r"(?:人口|户籍|常住)(?:规模|总数)?(?:在|超过?|达到?)?$")
_PLACES_OF = late(
    r"(?P<folk>(?:常住|户籍)?人口)?(?:及?以[上下])?的?(?:特?大?中?小?城市|市县|县城|县区|县市?|市|镇|乡镇)"
)


def _sizes_places(text: str, quantity: Quantity) -> bool:
    """人口 | 20万以上的 | 城市, 50万 | 人口以上的县: of which size the places are of which something is told."""
    start, end = quantity.span
    if quantity.unit_class not in ("people", "") or quantity.value < _TOWN or quantity.comparator != "ge":
        return False
    places = _PLACES_OF.match(text, end)
    return places is not None and bool(places["folk"] or _OF_PEOPLE.search(text, max(0, start - 8), start))


_TOWN = 10**4
"""So many people live in the smallest place that is told by its size."""


HARMED = late(r"[\u4e00-\u9fff]{0,6}?(?:死亡|遇难|丧生|身亡|失踪|受伤|重伤|轻伤|中毒)")
"""3人以上 | 死亡: how many came to harm, and not of what size something is."""
_TIED_BEHIND_BOUND = late("[约近占和]$|(?<![相供对反适响效])(?:应当?|必?须)(?![用急])")
_TIED = late("[约共近达为有占和在]$|[了着将连]|(?<![主重需])要")
"""面积超过3公顷的池塘从最少时的 | 400个 tells which are counted; 把100万亩林地划成了 | 110个 says two things."""


_ARE_FOLK = late(rf"(?!人口)(?:{FOLK.pattern})")
"""60万 | 党员组成2000个小组: they are counted, but 50万人口以上的城市 are told by their size."""
_GIVEN_TO = late(r"对|向|给|为|惠及|支持|带动|撬动|覆盖|进入|流入|投入|注入|现金|的?总?价")
"""每年投入2亿元 | 对50个村统筹改造: what is done with an amount."""
_SHARE = late(r"[\u4e00-\u9fff]{1,8}的?(?:比例|比重|占比)(?:达到|达|为|提高到)?")
_BOUNDED_SHARE = late(
    r"的?[\u4e00-\u9fff]{2,24}(?:比例|比重|占比|率)(?:平均水平|均值)?(?:均|分别)?(?:达到|达|为|提高[到至])?"
    r"|的?[\u4e00-\u9fff]{2,10}占(?:[^，。；0-9]{1,6}的|比)?(?:约|近|超过?|到|达到?)*"
)
"""300万人以上城市公交分担率达到60%, 10亿元以上 | 项目占 | 三分之一."""

_OF_SIZE = late(
    r"的(?:[\u4e00-\u9fffA-Za-z]{2,16}?(?:已经?)?(?:达到?|共?有|为)|[就只已]?[共仅]?有(?:约|近|超过?)?)\s?"
    r"|[\u4e00-\u9fff]{0,4}(?:影片|电影|企业|项目|公司|品牌|品种|单品|园区|集群|基地|农场|县|乡镇|村|店铺|大户)(?:已经?)?(?:达到?|共有?|有)\s?"
)
"""年收入超10亿元 | 的企业达 | 40家, 金额超过百万元 | 的有 | 4人, 票房过亿元 | 影片共 | 79部."""
_OF_CLAUSE = late(
    r"的[\u4e00-\u9fffA-Za-z]{2,16}，[\u4e00-\u9fff]{0,5}?(?:已经?)?(?:从[^，。]{0,8}的|共?有|达到?|为|增[加长]?[到至])"
)
"""公园超过100个的城市，已有56个; 人口超8万的县覆盖率，从三年前的75%增至97%."""


_BOUNDED_SUM = late(
    r"(?![或和且及])的?(?:[^，。；：0-9的]{2,14}的)?[^，。；：0-9的]{2,14}"
    rf"{any_of(FIGURES)}(?:总额|余额)?(?:已?(?:达到?|突破|超过)|为)?"
)


def _is_bound_of(text: str, quantity: Quantity, following: Quantity) -> bool:
    """授信1000万元及以下的 | 小微企业贷款余额 | 18亿元: which of them the sum is of."""
    if quantity.outer.end == quantity.span.end or quantity.unit_class != "money" or following.unit_class != "money":
        return False
    return _BOUNDED_SUM.fullmatch(text, quantity.outer.end, following.outer.start) is not None


def _tells_which(text: str, quantity: Quantity, following: Quantity) -> bool:
    """公园超过100个的城市，已有56个: a bound only tells which of them the next clause counts or measures."""
    bounded = quantity.comparator in ("gt", "ge", "lt", "le") and quantity.outer != quantity.span
    place = quantity.outer.end, following.outer.start
    sized = following.unit_class in ("counter", "people") and _OF_SIZE.fullmatch(text, *place)
    return bounded and bool(sized or _OF_CLAUSE.fullmatch(text, *place) or _is_bound_of(text, quantity, following))


_DESCRIBED = late(r"(?:及?以[上下]|左右)?的[\u4e00-\u9fff]{2,}")
_BOUNDED = late(r"及?以[上下]的?[\u4e00-\u9fff]{2,}")
"""11座 | 10吨以上 | 锅炉, 95%的 | 50万人口以上的 | 城市: a bound right behind the counter or share."""


_NOUN = late(r"[\u4e00-\u9fff]{2}")
"""2艘 | 17万立方米运输船, but 一个 | 8公里的弯道."""
_RATED = late(r"[\u4e00-\u9fffA-Za-z]{1,10}?[涨跌增降](?:幅|速)")
"""42只个股涨幅超1%: which of them are counted."""


def describes(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether a size describes what the number before it counts: 5家年产值过亿元的供应商, 投资1亿元改造10吨以下锅炉."""
    if before is None or quantity.unit_class not in ("money", "physical", "ratio", "people", ""):
        return False
    if is_own_size(text, before, quantity):
        return False
    if passes_mark(text, before, quantity):
        return True
    if before.unit_class == "ratio":
        return _is_shared(text, quantity, text[before.outer.end : quantity.outer.start])
    return _is_size_of(text, before, quantity)


def _is_size_of(text: str, before: Quantity, quantity: Quantity) -> bool:
    """5家 | 年产值过亿元的供应商, 2个 | 10吨以下锅炉."""
    between = text[before.outer.end : quantity.outer.start]
    if _is_told_size(text, before, quantity, between):
        return True
    if _is_bounded_sum(text, quantity) and _COUNTED_SUM.fullmatch(between):
        return before.unit_class == "counter" and not (before.is_han and before.value == 1)
    if quantity.unit_class in ("people", "") and not between.endswith("人口"):
        return _is_class_of(text, before, quantity)
    if before.unit_class == "money" and quantity.outer.end > quantity.span.end and SPENT_ON.fullmatch(between):
        return True
    sized = before.unit_class == "counter" and not between and quantity.unit_class == "physical"
    if sized and not (before.is_han and before.value == 1):
        return _NOUN.match(text, quantity.span.end) is not None
    if before.unit_class != "counter" or before.value < 2 or _PLACES.fullmatch(between):
        return False
    if quantity.unit_class == "ratio":
        if is_level(text, quantity):
            return False
        return quantity.comparator in ("gt", "ge") and _RATED.fullmatch(between) is not None
    sized = between == "" or (quantity.unit_class == "money" and _COUNTED_SUM.fullmatch(between) is not None)
    bounded = sized and _BOUNDED.match(text, quantity.span.end)
    described = re.fullmatch(r"[\u4e00-\u9fff]{0,8}", between) and _DESCRIBED.match(text, quantity.span.end)
    return bool(bounded or described)


def _is_class_of(text: str, before: Quantity, quantity: Quantity) -> bool:
    """10个 | 五十亿以上 | 项目: a sum without a unit, right behind the counter."""
    sums = quantity.unit_class == "" and quantity.value >= SUM and before.outer.end == quantity.outer.start
    several = before.unit_class == "counter" and before.value > 1
    return sums and several and _BOUNDED.match(text, quantity.span.end) is not None


_FIGURE = late(
    r"(?:[\u4e00-\u9fff]{0,10}?[司业行商金家])?(?:同比|上半年|全年|年度?)?"
    r"(?:净利润?|营收|营业收入|收入|利润|产值|市值|规模|投资额?|(?:回购|交易|成交)金额|销售额|净?利?[涨跌增降]幅|增速)(?:均|都|已)?"
)


def _is_told_size(text: str, before: Quantity, quantity: Quantity, between: str) -> bool:
    """12家企业 | 产值超10亿元，: how large those are that are counted, where that ends the clause."""
    above = quantity.outer.start < quantity.span.start and quantity.comparator in ("gt", "ge")
    several = before.unit in ("家", "只") and before.value >= 2
    sized = several and above and _FIGURE.fullmatch(between) is not None
    return sized and _ENDS_HERE.match(text, quantity.outer.end) is not None


_OF_FOLK = late("(?:以上)?的?[\u4e00-\u9fff]{0,6}人口")
_SHARE_REACHES = late(r"(?:以上|左右)?的[^，。；、0-9]{2,14}?(?:达到|达)?")
_ENDS_HERE = late(r"[，。；\n]|$")


def _is_shared(text: str, quantity: Quantity, between: str) -> bool:
    """覆盖90%的 | 30万人口以上 | 城市, 80%的新房套内面积大于60平方米: of which of them the share is."""
    if between in ("", "的", "以上的"):
        return _BOUNDED.match(text, quantity.span.end) is not None
    if _OF_FOLK.fullmatch(between):
        return quantity.outer.end > quantity.span.end
    bounded = quantity.unit_class == "physical" and quantity.comparator in ("gt", "ge", "lt", "le")
    sized = bounded and _SHARE_REACHES.fullmatch(between)
    return bool(sized) and _ENDS_HERE.match(text, quantity.outer.end) is not None


_PLACES = late(r"(?:[\u4e00-\u9fff]{0,4}(?:村|乡镇?|镇|社区|小区|街道|县区?))")
"""5个行政村 | 17公里的道路硬化: where that was, and how much."""
SUM = 10**6
_COUNTED_SUM = late("(?:总投资额?|投资(?:总?额)?|年?产值|营业?收入?|规模|市值|销售额?)?")
_OF_THAT_SIZE = late(r"(?:以上)?的?[\u4e00-\u9fffA-Z0-9]{2}|、[0-9]{1,5}[多余]?[个家座条]")


def _is_bounded_sum(text: str, quantity: Quantity) -> bool:
    """5家 | 超百亿元 | 企业, 2个 | 产值过千亿的 | 集群: of what size those counted are."""
    above = quantity.outer.start < quantity.span.start and quantity.comparator in ("gt", "ge")
    sums = quantity.unit_class == "money" or (quantity.unit_class == "" and quantity.value >= SUM)
    return above and sums and _OF_THAT_SIZE.match(text, quantity.outer.end) is not None


_AVERAGED = late(
    r"[^，。；：]{0,6}(?:断面|点位|[站井测]点|监测站)[^，。；：]{0,10}(?:平均|[日人户月]均)[\u4e00-\u9fffA-Za-z0-9.“”]{2,18}?(?:同比|环比)?(?:达到|达|为|是|增长|下降|上涨|下跌)"
)


_PRICED = late(
    r"[\u4e00-\u9fff]{2,10}?(?:批发|零售|出厂|收购|市场|综合|[日周旬月])*(?:均价|平均价格?|平均批发价格?|价格(?:总?指数)?)"
    r"(?:每公?斤|每吨)?(?:同比|环比)?(?:分别|平均)?(?:为|是|达到?|报|上涨|下降|下跌|增长|涨|跌)?"
)
"""30种水果批发均价 | 7元/公斤: of how many kinds the price is."""


def _averaged(text: str, quantity: Quantity, following: Quantity) -> bool:
    """Whether a number only says over how many the next is an average: 30个断面平均优良率90%, 30种水果均价7元."""
    if quantity.unit_class != "counter" or following.unit_class == "counter":
        return False
    place = quantity.outer.end, following.outer.start
    if quantity.unit in ("种", "类") and _PRICED.fullmatch(text, *place):
        return True
    return _AVERAGED.fullmatch(text, *place) is not None
