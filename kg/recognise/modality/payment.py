"""Money that a text names as an award, a price, a fine or money paid: neither aim nor limit, unless paid in all."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.modality.beside import Beside
from kg.recognise.name.held import REACHING

GRANT = "补助|补贴|资助|奖励|奖补|贴息"
_AWARD = late(GRANT)
_EACH = late(
    r"^[\s其中，]*(?:(?:每|单)[家个户人名项年]|同一)[^，。；]{0,8}(?:最[高多]|不超过|补|奖)|(?:^|[，、：；])(?:每|单)[家个户人名项][^，。；]{0,8}(?:最高|不超过)|^[\s，]*(?:累计)?最高(?:不超过)?$"
)
_BY_YEAR = late(r"[前后第][一二三四五六七八九十两0-9]{1,3}年(?:内|度)?(?:按|为|给予)?$")
_AT_A_RATE = late(r"[^，。；]{0,24}标准[^，。；]{0,8}(?:给予|发放|补|奖)")
"""按每人1000元、每队3000元的标准给予补助."""
_RATED = late(r"(?:的?比例)?，?[^，。；]{0,6}(?:给予|予以|进行|提供|申请|享受)[^，。；]{0,8}(?:补|奖|资助|贴息)")
"""按购置额的10%给予奖补."""
_GRANTED = late(rf"的[\u4e00-\u9fff]{{0,6}}(?:{GRANT})")
"""给予 | 不超过50% | 的补助."""
_GIVEN = late(r"给予[^，。；]*$")
_HELPED = late(rf"(?:扶持|(?:{GRANT}|救助)[了过])(?:不[少低]于|超过?|约|近)?$")
"""扶持 | 60个产粮大县 counts whom it helps."""
_PAID_TO = late(r"(?:发放[^，。；]{0,8}(?:补贴|补助)|补贴性培训)(?:不[少低]于|超过?|约|近)?$")
"""发放租房补贴 | 3万户, 补贴性培训 | 1500万人次 count who gets them."""
_LISTED = late(r"(?:[、和][0-9.]+[万亿]?元)+")
"""发放3000元 | 、1500元 | 生活补贴."""
_FINE = late(r"罚款|罚金|滞纳金|违约金|处罚")
_FINED = late(rf"及?以[上下]的?(?:{_FINE.pattern})")
"""处2万元以上5万元 | 以下罚款."""
_PRICE = late(
    r"扶持|补助|补贴|奖励|资助|给予(?![^，。]{0,8}(?:处分|处罚|警告|通报))|缴费(?=标准)|奖补|售价(?!格)|票价|单价|价格(?<!平均价格)(?<!居民消费价格)$|估价|[出开要]价|卖到|租到|罚款|低价|收费|租金|便宜|法定(?!存款|准备|代表|节|假|退休|继承|职责|人)"
)
_PRICED = late(r"(?:收费|价格|租金)(?:项目)?[和及、，]$|补[贴助](?:资格)?申[请领]量?(?:已|达到?|超过?|约|近)*$")
"""取消20项省级收费和 | 60项市级收费, 补贴申请 | 30万份: prices are counted, and who asks."""
_CHARGES = late("收费")
_CHARGED_ITEMS = late("收费(?=项目|事项|站)")
"""取消收费 | 30项, 收费项目再减少 | 一半: charges are counted."""
_GIVES = late(r"给予(?![^，。]{0,8}(?:处分|处罚|警告|通报))")
_PUNISHED = late(r"[^，。；]{0,8}(?:处分|处罚|警告|通报)")
"""给予 | 40人 | 党纪处分 pays nobody."""
_SUBSIDY = late(r"补助|补贴|资助")
_RATE = late(r"每|按|最高|给予|标准")
_HAS_PAID = late(r"[^，。；]{0,12}(?:补助|补贴|资助|奖励|扶持)了")
"""对780万名学生补助了生活费."""
_RAISED = late(
    r"(?:提高|提升|增加|上调|降低|下调)[到至为]?(?:人均|每[人户月年]){0,2}(?:[0-9.]+[万亿]?元[、和])?$|[月再]增$"
)
"""补助标准提高到7000元, 增加到人均280元 tell of the standard."""
_ROSE = late(r"(?:上涨|下[降跌]|涨|跌)了?(?:约|近|超过?)?$")
"""票价上涨5% tells how a price moved."""
_PAID_OUT = late(r"发放|拨付|兑现|兑付|下达|支付")
"""发放社会保险补贴500万元 tells of what was paid in all."""
_SPENT = late(rf"(?:(?:{GRANT})[^，]{{0,6}}|资金)(?:共|共计|累计|总计|达到?|(?<!不)超过)+$")
"""补贴资金达30亿元 tells of what was paid in all, not of what each is paid."""
IN_ALL = 10**8
"""Awards and subsidies from here on are what is paid in all; their status is that of other spending."""


_TAX_RATE = late(r"的?(?:优惠|低|简易|增值税|关税)?(?:税率|征收率|预征率)")
"""按3%的税率 | 缴纳: what is levied is a price, like others."""


_PER_HEAD = late(
    r"(?:(?<![到至达])每[人户家名位生](?:每[年月日天次学])?|(?<![到至达人户家名位生])每(?:[年月日天次度吨]|千瓦时|平方米|立方米))期?$"
)
_RATES = late(rf"{GRANT}|标准|定额|收费|[水电气热票]价|[理障污暖水]费|租金")
"""补贴标准为正职每人每月900元、副职每人每月700元; 水价每立方米3元."""
_LISTED_BEFORE = late(r"(?:[0-9.]+万?元(?:以[上下内])?[、和与及])+$")
"""分别为每人1500元、2200元、 | 3500元: the last is what the first is."""


_BORNE = late(r"的?比例(?:共同)?(?:[分负承]担|[分均]摊|配[套资]|出资|安排)")
"""由市区按1：1 | 比例分担: who pays which part."""
_RETURNED = late(r"(?:返还|退还|减按|减征|扣减|加收|加计扣除)(?:[^，。；]{2,24}的)?$")
"""返还保险费的 | 50%, 减按 | 25%计入: charges and what is let off of them."""


_PAID_UP = late(r"(?:[缴交]清|补缴|追缴|收缴|查补|征缴|入库|合计|共计|累计|总计)(?:了|达到?|约|近|超过?)*$")
"""缴清税款和罚款合计 | 68亿元: what was paid in all, and no fine that is set."""


def is_award(quantity: Quantity, words: Beside) -> bool:
    """What a rule that awards gives: 给予补贴，每家最高100万元; 前两年100%、后三年50%; 给予国家级5万元、省级1万元."""
    money = quantity.unit_class == "money"
    if money and (_AT_A_RATE.match(words.after) or (_GIVEN.search(words.before) and quantity.value < IN_ALL)):
        return True
    if money and _PER_HEAD.search(_LISTED_BEFORE.sub("", words.before)) and _RATES.search(words.head):
        return True
    if quantity.unit in ("%", "‰") and _RETURNED.search(words.before):
        return True
    if quantity.unit in ("%", "") and "按" in words.before and _BORNE.match(words.after):
        return True
    if not _AWARD.search(words.head) and not (quantity.unit == "%" and _AWARD.search(words.beyond)):
        return False
    if money:
        return quantity.comparator == "le" and _EACH.search(words.before) is not None
    granted = _GIVES.search(words.before) and _GRANTED.match(words.after)
    return quantity.unit == "%" and (_BY_YEAR.search(words.before) or _RATED.match(words.beyond) or granted) is not None


def is_fine(quantity: Quantity, words: Beside) -> bool:
    """处2万元以下罚款; and what is paid at most: 补贴最高100万元."""
    if quantity.unit_class == "money" and quantity.comparator == "le" and _AWARD.search(words.before[-14:]):
        return True
    if quantity.unit_class == "counter" or (quantity.unit_class == "money" and _PAID_UP.search(words.before)):
        return False
    fined = _FINE.match(words.after[words.after.find("的") + 1 : 8]) or _FINED.match(words.after)
    return bool(fined or _FINE.search(words.before[-6:]))


_ALLOTTED = late(
    r"(?:下达|下拨|预拨|拨付)了?(?:中央财政|省级财政)?(?:20[0-9]{2}年?(?:[—～~-]|至|到))?20[0-9]{2}年[^。；]*$"
)


def is_allotted(words: Beside) -> bool:
    """提前下达2030年补助资金 | 5亿元，包括补贴 | 2亿元: the year is that of the funds, allotted before it."""
    return "20" in words.head and _ALLOTTED.search(words.head) is not None


def is_spent(words: Beside) -> bool:
    """补贴资金达30亿元: money paid in all."""
    return _SPENT.search(words.before) is not None and not _RATE.search(words.before)


def is_paid(quantity: Quantity, words: Beside) -> bool:
    """Subsidies and prices: 每户补助2万元, 票价30元, 以21亿元的价格; 调整60项价格 counts prices."""
    before, after = _LISTED_BEFORE.sub("", words.before), words.after
    money = quantity.unit_class == "money"
    if quantity.unit_class == "people" or (not money and _PUNISHED.match(after)):
        return False
    if quantity.unit_class in ("people", "counter", "") and (
        before.endswith(REACHING) or _HELPED.search(before) or _PAID_TO.search(before)
    ):
        return False
    if money and before.endswith("以") and after.startswith("的价格"):
        return True
    if _RAISED.search(before) or (quantity.unit == "%" and _ROSE.search(before)):
        return False
    if money and (quantity.value >= IN_ALL or _PAID_OUT.search(before)) and not _RATE.search(before):
        return False
    paid = money or _GIVES.search(before[-14:]) or not _SUBSIDY.search(before[-14:])
    if not money and _HAS_PAID.match(after):
        return False
    if quantity.unit_class == "counter" and _PRICED.search(before):
        return False
    if not money:
        before = (_CHARGES if quantity.unit_class == "counter" else _CHARGED_ITEMS).sub("", before)
    if quantity.unit == "%" and before.endswith(("按", "适用")) and _TAX_RATE.match(after):
        return True
    after = after[listed.end() :] if (listed := _LISTED.match(after)) else after
    near = before[-6:] if quantity.unit_class == "counter" else before[-6:] + after[:6]
    return bool((paid and _PRICE.search(before[-14:])) or _PRICE.search(near))
