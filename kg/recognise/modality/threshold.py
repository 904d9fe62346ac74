"""Conditions and limits of a rule: who or what is meant (用地50亩以上的项目), how far something may go (不得超15%)."""

from __future__ import annotations

import re

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.modality.beside import Beside

_RULE = late(
    r"原则上|应当|不宜|(?<![响适供相反效对回答感呼顺照])应(?![用急收届对邀聘运])|不得|须|上限|(?<!意见)建议(?:为|在)?(?:不[少低多高]于|不超过)?$|经[^，]{0,20}同意|方可|不收取|即可|可(?:申请|享受|改签)|同意|是指|期限?(?=不超过)|一般(?=不[超高低少])|(?:推荐|申报|报送|限报)[^，。；]{0,12}(?:不超过|不多于|不少于|最多)$"
)
_FAR = late(r"不(?:得|能|应|宜)?(?:超过|[低高少多]于)[^，。；]{1,30}$")
"""原则上不超过总投资的 | 40%、| 60%."""
_OF_ONE = late(
    r"(?:[单每][笔户个家次人项件][^，。；0-9]{0,10}?|期限(?:一般|原则上)?)(?:不得?超过|不高于|最[高多长]|上限为?)$"
)
"""单笔使用不超过3000万元、期限最长15天: how much one may have, and how long."""
_RULED = late(
    r"(?:期限|首付款?(?:的?比例)?|年龄|之和|还款额|保证金|资本金(?:比例)?|(?:自筹|配套|出资|持股)(?:资金)?比例|贷款额度|间距)(?:应当?|一般|原则上)?"
    r"(?:不得?超过|不得?[高低少]于|最[高低长]|上限为?)+(?:[^，。；]{2,16}的)?$"
)
"""首付款比例不低于25%, 年龄与期限之和不超过68年, 还款额不超过收入的 | 50%: what only rules bound."""
_REQUIRED = late(r"要求(?:为|是|[：:])")
"""建设要求为上架率不低于65%，PUE不高于1.25: of all limits of the sentence."""
_REFUSED = late(r"(?:不予|不再|不得|禁止|严禁|方能|方可|才能|视为|可以?免)")
"""申请经费大于50万元的不予受理."""
_CONDITION = late(
    r"(?:[、和][0-9.]+[万亿]*\w)*(?:及?以上)?的(?:[\u4e00-\u9fff]{2,12})?，?(?:[\u4e00-\u9fff]{0,8}[，、])?(?:分别|一次性)?(?:给予|奖励|补助|资助|予以|可享受|再?减[半按征])"
)
"""年销售收入首次达到2000万元、5000万元的企业，分别给予…: who is paid."""
_TOWARDS = late(
    r"(?:^|[，；：:]|其中|[一二三四五六七八九]是)对(?:于)?(?!比|应)[^，。；]*(?:达到?|超过|满|不低于|不少于|在)?$"
)
_TREATED = late(
    r"的[^，。；了]{2,16}，(?![^。；]{0,24}(?:了(?!解)|已))(?:[均都也]|一律|分别)*"
    r"(?:要(?!求)|应当?(?!用|急)|可(?!能|见)|必?须|不得|采[取用]|执行|实[行施]|开展|进行|严格|按(?!期)|由)"
)
"""对浊度大于 | 500度的水体，可采用另一种方法: of which it is told what is to be done with them."""
_FAVOURED = late(
    r"(?:鼓励|支持|允许|引导|禁止|限制|淘汰|要求)(?!了)[^，。；]{2,40}(?:超过|[大小高低少多]于|不[足满]|满|达到)$"
)
_OF_THOSE = late(r"的[\u4e00-\u9fff]{2,16}[，。；]")
"""鼓励装机容量小于 | 1.5兆瓦的风电场改造升级: which of them are meant."""
_WHO_GETS = late(
    r"[^。；]{0,60}的[^，。；]{0,12}，(?:分别|一次性|按)?[^，。；]{0,16}(?:给予|奖励|补助|资助|予以|免[征收缴]|减[征免半]|按日|加收)"
)
"""对年发电收入达到3000万元以上、保持增长的企业，给予补贴; 对用工30人以下的企业，免征残保金."""
_MAY_APPLY = late(r"[^。；]{0,60}?的[^，。；]{0,12}，(?:均|也)?可[^。；]{0,30}?(?:申请|享受|获得)")
"""单笔贷款不低于50万元、不超过1000万元的流动资金贷款，可申请贴息: what is paid for."""
_THOSE = late(
    r"(?:及?以[上下内])?(?:(?:、|并|且)[^，。；]{2,40})?的[^，。；0-9]{0,16}，?"
    r"(?:均|也|都|一次性|分别)*(?:可以?(?![能见行用])|[方才][可能]|应(?![用急])|必?须|不得|免(?!费)|减[免按征]|给予|奖励|奖补|补助|资助|予以|享受)"
)
"""职工30人以下的企业，免征保障金; 参会500人以上、会期3天的会议，给予补助: of which things a rule tells what is done."""
_INCLUSIVE = r"(?:[（(]不?含[^）)]{0,3}[）)])?"
_WHO = late(rf"\s*{_INCLUSIVE}(?:及?以[上下内])?{_INCLUSIVE}(?:[\u4e00-\u9fff]{{0,4}})的[，、；]")
"""年产值2亿元以上的，按…; 开车前15天（不含）以上退票的，…: the clause says who is meant."""
_STATED = late(r"(?:为|只有|仅有|不足|不满|超过|达到|多于|少于|(?<![内外现存])在)$")
_CASE = late(
    r"(?:及?以[上下])?的(?:，[^，。；]{0,6}(?:采[取用]|实行|适用|按|由|应|须|可|不|给予|视为|予以|免|取消)"
    r"|[均都也]?(?:可以?(?=[免享申不按])|不予|不得|免[征收缴于予]|视为))"
)
"""货值达到25%的可免关税: in which case what holds."""
_CLASS = late(r"的?(?!压[缩减]|缩[短减]|提[高升]|增[加长]|减[少至到]|[上下][升降调]|降)[\u4e00-\u9fff]{2,}")
"""10万千瓦以上的 | 电厂; but 从一个月以上 | 压缩到5天."""
_BOUNDED = late(rf"\s*{_INCLUSIVE}(?:及以上|以上|以下|以内|及以下){_INCLUSIVE}")
SETTLED = 1000
SIZES_OF_TOWNS = "的?(?:特大|超大|大中?|中小|中等|小)*"
_SETTLEMENT = late(
    rf"\s*(?:及以上|以上|以下|及以下){SIZES_OF_TOWNS}(?:城市|城镇|[县镇乡村](?![\u4e00-\u9fff]?[企办])|国家|地区)"
)
"""20万人口以上的 | 城市, 城区人口90万以下的 | 小城市: so many people live in those that are meant."""
_OF_TOWNS = late(
    rf"\s*的{SIZES_OF_TOWNS}(?:城市|城镇|[县镇乡村](?![\u4e00-\u9fff]?[企办])|国家|地区|社区|街道)(?![0-9])"
)
"""人口超过50万的 | 县: which of them are meant."""
_SERVED = late(r"(?:[^，。；]{0,30}的(?:[\u4e00-\u9fff]{2,10})?[，、；]|及?以上)")
"""缴存满2年 | 并首次申请贷款的，: who is meant."""
_HAD = late(
    r"(?:保障|稳定|达到|新增|建成|形成|实现|供应|提供|安排|投入|增加|出现|发生|遭遇|遭受)(?:约|近|在)?$"
    r"|(?:设立|建立|组建|征集|募集|筹集|整合|培育|引进|发行|打造|争取)[^，。；的]{0,6}?(?:不[少低]于|超过?|至少)?$"
    r"|(?:了|(?<!超)过)(?:最[高大多低少]|至少|不到)?$"
)
_GALE = late(r"(?:及?以上)?的?[\u4e00-\u9fff]{0,6}?(?:大风|阵风|东风|西风|南风|北风|台风)")
_IN_CASE = late(r"遇|遭受|应|须|达到?$|超过$|抵御|抗|防御|如|若")
"""沿海有 | 8级以上大风 is how it blows; 遇6级以上大风 tells when something is to be done."""
_EXCESS = late(r"(?:及?以[上下])?(?:但?不超过[0-9.]+万?元)?的?(?:部分(?![地区省市县])|余额)")
"""累计超过15000元的部分: what a rule counts from."""
_MINIMUM = late(
    r"最低(?:资本金|首付款?|出资|持股|保证金|自有资金)(?:的?比例)?[^。；]{0,60}?"
    r"(?:[为是由从]|维持在?|保持在?|提高[到至]|[下上]调[到至为]|降[低]?[到至]|调整[到至为])(?:不低于)?$"
)
"""项目最低资本金比例由 | 25%调整为 | 20%: the least that a rule asks for."""
RULED_REACH = 12
"""How far behind a number stands what makes it a limit: 不超过3项 | 的，应当…"""
KEPT = late(r"(?:控制|保持|维持|稳定)在$")
"""上架率不得低于65%，能效控制在 | 1.2以下: one limit behind another."""
_AT_POINT = late(r"[\u4e00-\u9fff]{0,8}(?<![小届同及])时[，,]")
_REACHED = late(r"(?:达到?|超过|高于|低于|不足|满)了?$")
"""人均产值达到8000美元时，…: when something begins to hold."""
_GETS = late(r"后?，?[^，。；]{0,8}?(?:可享受?|给予|享受|立减|减免|返还|赠送)")
"""充值满200元 | 后，可享9折: from how much on somebody gets something."""


def is_threshold(quantity: Quantity, words: Beside, *, aims: bool) -> bool:
    """Whether a number is a condition or a limit; `aims` tells that its clause sets an aim."""
    above, below = quantity.comparator in ("ge", "gt"), quantity.comparator in ("le", "lt")
    sized = quantity.unit_class in ("money", "physical", "time") and quantity.comparator not in ("eq", "approx")
    return bool(
        _CONDITION.match(words.beyond)
        or (sized and (_WHO.match(words.beyond) or _MAY_APPLY.match(words.beyond)))
        or (_STATED.search(words.before) and _CASE.match(words.beyond))
        or (
            (above or below)
            and _TOWARDS.search(words.before)
            and (_WHO_GETS.match(words.beyond) or _TREATED.match(words.beyond))
        )
        or (sized and _FAVOURED.search(words.before) and _OF_THOSE.match(words.beyond))
        or (_bounds_those(quantity) and not aims and _THOSE.match(words.beyond))
        or ((above or below) and _EXCESS.match(words.after))
        or (_REACHED.search(words.before) and _AT_POINT.match(words.beyond))
        or (quantity.unit_class == "money" and words.before.endswith("满") and _GETS.match(words.beyond))
        or (quantity.unit_class == "time" and words.before.endswith("满") and _SERVED.match(words.beyond))
        or (quantity.unit_class == "time" and words.before.endswith("起") and words.after.startswith("内"))
        or (quantity.unit_class == "time" and words.before.endswith("日起满"))
        or (quantity.unit == "个工作日" and words.before.endswith("在") and words.after.startswith("内"))
        or (quantity.unit == "%" and "最低" in words.head and _MINIMUM.search(words.head))
        or _is_size(quantity, words)
        or (not aims and _is_limit(quantity, words))
    )


def _bounds_those(quantity: Quantity) -> bool:
    """Whether a number may tell which things are meant; 60%以上的事项 are a share of them."""
    bounded = quantity.comparator in ("ge", "le")
    return bounded and (quantity.unit != "%" or quantity.outer.start < quantity.span.start)


def _is_size(quantity: Quantity, words: Beside) -> bool:
    """用地50亩以上的项目, 至少500平方米的场所; but 保障5亿斤以上产能 is to be had, 遇到了最高4米的浪 and
    出现8级以上大风 were met."""
    after = words.after
    if quantity.unit_class in ("people", "") and quantity.value >= SETTLED:
        between = "以上" if quantity.high is not None and words.before.endswith("人口") else ""
        passed = quantity.comparator in ("gt", "ge", "lt", "le") and _OF_TOWNS.match(after)
        return bool(passed or _SETTLEMENT.match(between + after)) and not _HAD.search(words.before)
    if quantity.unit_class not in ("money", "physical", "time") or _HAD.search(words.before):
        return False
    if quantity.unit == "级" and _GALE.match(after) and not _IN_CASE.search(words.before):
        return False
    if (bound := _BOUNDED.match(after)) and _CLASS.match(after, bound.end()):
        return "左右" not in after[:8]
    bare = quantity.outer.end == quantity.span.end and quantity.outer.start < quantity.span.start
    bare = bare and not words.before.endswith("上")  # 上百万元的收入 were had
    bounded = quantity.comparator in ("le", "ge") or words.before.endswith(("小于", "低于"))
    return bare and bounded and re.match(r"的[\u4e00-\u9fff]{2,}", after) is not None


def _is_limit(quantity: Quantity, words: Beside) -> bool:
    """原则上不少于50套, 上限为15%, 要求为不低于65%."""
    bound = quantity.comparator in ("le", "ge", "gt") or "上限" in words.before
    if not (bound or (quantity.unit == "%" and _FAR.search(words.before))):
        return False
    if _RULED.search(words.before) or (quantity.comparator == "le" and _OF_ONE.search(words.head)):
        return True
    behind = _RULE.search(words.after + "，")
    ruled = (
        _RULE.search(words.before[-45:]) or (behind and behind.start() < RULED_REACH) or _REFUSED.search(words.after)
    )
    return bool(ruled or _REQUIRED.search(words.head))
