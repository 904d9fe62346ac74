"""Counts that only name the places whose figure is told, or by whom it is told.

8个成员国 | 进出口总值达3万亿元, 5省 | 的增速均为4%, 12个地级市中，甲市增速最快, 采访了6位 | 企业家.
"""

from __future__ import annotations

from kg.lexicon.predicate import FIGURES
from kg.lexicon.scan import any_of
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.front import PROVINCES

_NOUN = (
    r"(?:(?:个[\u4e00-\u9fff]{0,6}?)?(?:成员国|国家(?![和级])|经济体|省份|省区市|省市)|[省国](?![辖级道重])"
    r"|市(?=的?(?:货物|外贸|GDP|地区生产|进出口|规模以上)))"
)
_WHEN = r"(?:20[0-9]{2}年)?(?:[前上下一二三四]{1,2}(?:半年|季度))?"
_FIGURE = late(
    rf"{_NOUN}的?{_WHEN}(?![还已共均都有了将并也])[\u4e00-\u9fffA-Z]{{0,10}}?(?:GDP|人口|进出口|{any_of(FIGURES)})(?:总?[量值额]|增速)?"
    r"(?=均|都|分别|合计|总计|共|[达为是约近超占]|保持|[同环]比[降涨增]|[高低]于|[0-9]|(?:[同环]比)?(?:增长|下降|上涨)[约近超了]?[0-9])"
)
_COUNTED = late(r"(?:[有共以的到了在为]|其中|等|组织|选[取择]|新增|包括|涉及|覆盖)(?:近|约|超过?)?$")
"""共有10个省份 | 增速高于全国: so many are counted, of which this is told."""
_PLACES = r"个[\u4e00-\u9fff]{0,6}?(?:成员国|国家|经济体|省份|省区市|省市|城市|地级市|市州|县市|区县)"
_AMONG = late(rf"{_PLACES}[中里](?=，)")
_RANKED = late(rf"{_PLACES}(?:分别|依次)?[是为]")
_AVERAGED = late(r"个[\u4e00-\u9fff]{0,8}?平均[\u4e00-\u9fff]{2,8}(?=[同环]比)")
"""30个 | 城市平均工资环比上涨: over how many an average is taken."""
_MOST = late(r"最[高低多少大小快慢好差]的$")
"""增速最快的 | 3个城市 | 分别是甲市…: who ranks first."""
_AMONG_RANKED = late(
    r"[个座家][\u4e00-\u9fff]{1,10}[中里][\u4e00-\u9fff]{0,6}?(?:排名|位[列居]|名列|跃居|排在|保持首位)"
)
"""在全省90个 | 区县中排名第40: among how many something ranks."""
_NATION = late(rf"个?{PROVINCES}(?![和及]|已?全[部面]|[均都已])")
"""31个省（自治区、直辖市） | 共有50个城市…: the nation, as statistics tell of it."""
_ALL = range(30, 35)
"""How many provinces are all of them, with or without those that some statistics leave out."""
_OPENS = "，。；\n\u3000 年月日国"
"""What stands before the number where a clause opens with it: 截至3月31日 | 31个省, 全国 | 31个省."""
_HEARD = late(r"采访了?$")


_SAMPLE = late(r"个大中城市")
_SAMPLED = late(r"(?:涉及|覆盖|包括)$")
"""70个大中城市 | 房价: whose prices statistics follow."""
_LISTED = late(r"[\u4e00-\u9fff”][、和][^，。；：、0-9]{1,16}$")
_OF_LISTED = late(
    r"(?:[个家]|个?重点)?(?:省市|省份|地区|城市|区县|市县|行业|企业|公司|领域|银行)的?[^，。；：0-9]{2,14}分别"
)
"""煤炭、钢铁 | 2个行业 | 利润分别增长: so many were just listed, and each has its figure."""


_ABBREVIATED = late(
    "[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘青宁蒙新港澳深广穗珠莞佛杭甬锡宁成厦汉]{2,4}$"
)
_ONE_CHARACTER = ("个城市", "个省市", "个省份", "个地区", "个直辖市")
"""京沪 | 两个城市: how many were just named, each by one character."""


def is_group(text: str, quantity: Quantity) -> bool:
    """Whether a count only names the places whose figure follows, or who was heard."""
    if quantity.unit_class not in ("counter", "people", "self_naming") or quantity.comparator != "eq":
        return False
    start, unit = quantity.span.start, quantity.unit_start
    if quantity.value in _ALL and _NATION.match(text, unit):
        return text[start - 1] in _OPENS
    if (
        quantity.is_han
        and text.startswith(_ONE_CHARACTER, unit)
        and _ABBREVIATED.search(text, max(0, start - 4), start)
    ):
        return True
    if quantity.unit in ("位", "名"):
        return _HEARD.search(text, max(0, start - 3), start) is not None
    ranked = _RANKED.match(text, unit) and _MOST.search(text, max(0, start - 4), start)
    if ranked or (text.rfind("在", max(0, start - 4), start) >= 0 and _AMONG_RANKED.match(text, unit)):
        return True
    if _SAMPLE.match(text, unit):
        return _SAMPLED.search(text, max(0, start - 2), start) is None
    if _COUNTED.search(text, max(0, start - 4), start):
        return False
    if _OF_LISTED.match(text, quantity.unit_start):
        return _LISTED.search(text, max(0, start - 20), start) is not None
    return (_FIGURE.match(text, unit) or _AVERAGED.match(text, unit)) is not None


def is_among(text: str, quantity: Quantity) -> bool:
    """12个地级市中，甲市增速最快; 12个地级市中，有5个…: among how many places, which the words after it go on with."""
    return quantity.unit == "个" and quantity.comparator == "eq" and _AMONG.match(text, quantity.unit_start) is not None
