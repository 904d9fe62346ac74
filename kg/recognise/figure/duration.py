"""Lengths of time: those that are measured (审批时限压缩到3天), and those that only tell how long something went on."""

from __future__ import annotations

from kg.lexicon.scan import any_of
from kg.pattern import late
from kg.recognise.amount.comparison import CUT_TO
from kg.recognise.amount.quantity import Quantity
from kg.recognise.metric.journey import KEEPS, is_journey

TIMED = late(
    r"年龄|天数|回收期|周期|时间|时限|期限|寿命|工期|时长|年限|用时|审查期|公告期|办结|办理|学制|账期|压缩|缩短|压减|只需|一周期"
)
"""Indicators that are lengths of time."""
_NOT_MEASURED = late(
    r"(?:每|每隔|(?<![从由])近|过去|最近|未来|连续|为期|历时|这|第|经过|步行|骑行|开车|驾车|隔夜[、和]|阅读(?:[本全]文)?大?约?需要?)$"
)
_GOES_ON = late(
    r"平均|年均|累计|来|内|前|后|间|期|里|修订|调整|以来|时间里|多来|下来|历程|过去|发展|规划|计划|行动|任期|免费|制|的?时间内"
)
_TIME_VERB = late(
    r"(?:压缩|缩短|延长|压减|节约|减少|增加|为|达到?|[至到]|超过|不少于|不低于|至少|不超过|具有|需要?|只需|只要|提前|除|还有|在|由|从|使用|可用|够用|周期|期限|年限|时限|寿命|时间|时长|用时|耗时|天数|回收期|(?<=天数)(?:仅|只|共|仅有|只有|共有)|(?:同比|同期|上年|去年)[多少]|飞行|最快|少于|前)(?:了|约|近)?$"
)
_ITS_PART = late(
    r"(?:周期|期限|年限|时限|工期|寿命|时长|用时|账期)(?:为|是|达到?|缩短至|压缩至|延长至)?约?[0-9.]{1,5}(?P<unit>年|个月|天|日|个工作日)，其中，?"
    r"(?:[^，。；：0-9]{2,16}(?:为|是|约)*[0-9.]{1,5}(?P=unit)[，、和])*[^，。；：0-9]{2,16}(?:为|是|约)*$"
)
"""债券平均期限9年，其中甲类债券8年、乙类债券 | 11年: the same is told of its parts."""
PARTS_REACH = 120
_DURING = late(r"的[\u4e00-\u9fff]{2,10}?(?:中|里|期间|过程中)[，、]?")
"""在6天的集训中: how long something went on."""
_STARTED = late(r"(?:从|由|降[到至]|[到至])[^，。；]{0,8}的$")
"""账期由2015年的80天降到2020年的70天."""
_IS_CUT = late("(?:大幅|进一步)?(?:缩短|压缩|压减|缩减|减少)[到至为]")
"""答复从原来的9天 | 缩短到2天: it is so long that it takes."""
_SHORTER = late(
    r"(?:以上|左右)?(?:的?(?:[车行航船路旅]程|路途))?，?(?:大幅|进一步)?(?:缩短|压缩|压减|缩减|减少|下降|[减降])[到至为]"
    r"[\u4e00-\u9fff]{0,4}[0-9半一两二三四五六七八九十]"
)
_LONGER = late("(?:[从由]|过去|原来|原先|以前|以往|现在|目前)[^，。；0-9]{0,6}$")


def takes_time(text: str, quantity: Quantity) -> bool:
    """Whether so long is set for something, what a journey takes, or what something took before."""
    return _is_fixed(text, quantity) or is_journey(text, quantity) or _is_shortened(text, quantity)


def _is_shortened(text: str, quantity: Quantity) -> bool:
    """由现在的 | 两小时 | 缩短至6分钟, 过去 | 1小时的船程 | 缩短至18分钟: how long it took before."""
    start, end = quantity.outer.start, quantity.span.end
    return _SHORTER.match(text, end) is not None and _LONGER.search(text, max(0, start - 9), start) is not None


_LEAVES = "产|生育|护理|育儿|照料|陪护|婚|年休|探亲|丧|哺乳|康复|奖励"
_LEAVE = late(
    rf"(?:{_LEAVES})假(?:期|天数)?(?:均|各|再|由|从|为|有|至少|最[长多]|累计|不[少低]于|不超过|增加|延长|延至|[至到]|[约近])*$"
)
_OF_LEAVE = late(rf"的?(?:带薪|奖励)?[\u4e00-\u9fff]{{0,2}}(?:{_LEAVES})假|的?(?:带薪)?年假")
"""产假 | 延长60天, 享受 | 10天 | 育儿假: how much leave there is."""
_LONG = ("年", "日", "天", "周", "个月", "岁", "周岁", "个季度", "个工作日", "个自然日")


_AGED = late(
    "(?:寿命|年龄)|平均在?$|(?:提[高升]|上升|推迟|延长|下降|降低|达到|增加)(?:[到至为了])?(?:(?:19|20)[0-9]{2}年的?|目前的|现在的)?$"
)


_AGED_TOO = late(r"(?:寿命|年龄|增加|提高|延长)[^。；]{0,20}[0-9]岁，[^。；，0-9]{0,10}(?:则?[是为]|[到达至])$")
"""甲省预期寿命80岁，而乙省则是 | 76岁."""


_OF_AGE = late("(?:及?以[上下])的?[\u4e00-\u9fff]{2}")
"""提高3岁以下 | 婴幼儿照护标准: of which age those are that something is done for."""
_SUSPENDED = late(r"(?:责令|暂停|暂扣|停业|停止|停产|吊扣|禁业|暂缓|缓缴)[^，。；：]{0,30}$")
SUSPENSION_REACH = 34
_SUSPENDED_FOR = late(r"以[上下]|[，。；、]|的(?:行政|纪律|处罚|处分|监管|措施)|直至|并|$")
_FULL = late(r"(?<![已刚年未不])满$")
"""在同一学校任教满6年."""
_FULL_OF = late("(?!周年|之际)(?:以上|的|，|。|；|、)")
_WORKED = late("(?:经营|从事|工作|任职|执业|从业|具有|服务|运营|注册|成立|缴[存纳费]|居住|参保)[^，。；]{0,8}$")
_AHEAD = late("提前了?[约近]?$")
_AHEAD_OF = late(
    "就?(?:超额|全面|基本|胜利|率先|整体|全部)?(?:完成|实现|达到|建成|投产|达标|兑现|脱贫|通车|竣工|交付|收官)"
)
"""提前一年 | 完成目标."""


def is_ahead(text: str, quantity: Quantity) -> bool:
    """提前两年 | 完成: by how much a plan is ahead."""
    start, end = quantity.outer.start, quantity.outer.end
    return _AHEAD.search(text, max(0, start - 5), start) is not None and _AHEAD_OF.match(text, end) is not None


_KEPT = late(rf"{any_of(KEEPS)}(?:期限?|时间)?(?:为|至少)*$")
_TO_BE_KEPT = late(rf"(?:应当?|必?须|不得|至少|并)[^。；]{{0,60}}{_KEPT.pattern}")
KEPT_REACH = 70
"""单据应当 | 保存 | 3年: how long a rule has something kept."""


def _is_fixed(text: str, quantity: Quantity) -> bool:
    """Whether a rule fixes how long something takes, or a plan is ahead by so much: 暂扣证书3个月至6个月, 任教满6年,
    经营三年以上, 提前两年完成."""
    start, end = quantity.outer.start, quantity.outer.end
    if quantity.unit not in ("年", "个月", "日", "天"):
        return False
    if is_ahead(text, quantity):
        return True
    if _SUSPENDED.search(text, max(0, start - SUSPENSION_REACH), start):
        return _SUSPENDED_FOR.match(text, end) is not None
    if _KEPT.search(text, max(0, start - 6), start) and _TO_BE_KEPT.search(text, max(0, start - KEPT_REACH), start):
        return True
    if quantity.unit not in ("年", "个月"):
        return False
    if text.startswith("满", start) and text.endswith("日起", 0, start):
        return True  # 自批准之日起满五年
    if _FULL.search(text, max(0, start - 2), start):
        return not quantity.is_han and _FULL_OF.match(text, quantity.span.end) is not None
    above = quantity.is_han and (text.startswith("以上", quantity.span.end) or text.startswith("满", start))
    return above and _WORKED.search(text, max(0, start - 12), start) is not None


def _is_part(text: str, quantity: Quantity) -> bool:
    start = quantity.outer.start
    left = max(0, start - PARTS_REACH)
    listed = not quantity.is_han and text.find("其中", left, start) >= 0
    parts = _ITS_PART.search(text, left, start) if listed else None
    return parts is not None and parts["unit"] == quantity.unit


_MAY = late(
    r"(?![^，。；：]{0,9}(?:费|[帮补]))[^，。；：]{0,14}?(?:[，的]|的[^，。；：]{2,14}，)?[都均才方]?(?:可(?![能见爱靠行])|应(?![急用对])当?|必?须|不得|享受|有权)"
)


def _is_age_set(text: str, quantity: Quantity) -> bool:
    """Whether an age tells who may or must do something: 年满16周岁的可申请, 向60周岁以上的顾客应说明."""
    bounded = quantity.comparator in ("ge", "gt", "le", "lt")
    return bounded and _MAY.match(text, quantity.outer.end) is not None


_IN_FORCE = late(
    r"内，?(?:[^。；]{2,60}的[^，。；]{2,12}，)?(?:均|都|继续)?(?:免|减[免征按]|享受|保留|不得|可以?[^，。；]{0,4}(?:享受|免|保留))"
)
"""三年内 | 免征企业所得税: how long a right lasts."""


def _is_leave(text: str, quantity: Quantity) -> bool:
    """产假 | 延长60天, 享受 | 10天 | 育儿假."""
    start, end = quantity.outer
    if quantity.unit not in ("天", "日", "个工作日", "个月"):
        return False
    if _OF_LEAVE.match(text, end):
        return True
    named = text.find("假", max(0, start - 8), start) >= 0
    return named and _LEAVE.search(text, max(0, start - 18), start) is not None


def measures_time(text: str, quantity: Quantity) -> bool:
    """Whether a length of time is what is measured, and not when or how long something went on."""
    start, end = quantity.span
    if quantity.unit in ("岁", "周岁"):
        ages = _AGED.search(text, max(0, start - 12), start) or _AGED_TOO.search(text, max(0, start - 40), start)
        aged = ages is not None and _OF_AGE.match(text, end) is None
        return aged or _is_age_set(text, quantity)
    if quantity.comparator == "le" and text.startswith("内", end):
        return quantity.unit != "年" or _IN_FORCE.match(text, end) is None
    cut = CUT_TO.search(text, max(0, start - 8), quantity.outer.start)
    if cut or takes_time(text, quantity) or _is_leave(text, quantity):
        return True
    if _GOES_ON.match(text, end) or _NOT_MEASURED.search(text, max(0, start - 8), start):
        return False
    first = quantity.unit == "个月" and text[start - 1] == "前"
    if first or (text[start - 1] == "在" and _DURING.match(text, end)):
        return False
    if quantity.unit not in _LONG or _is_part(text, quantity):
        return True
    if _STARTED.search(text, max(0, start - 12), start) and (
        _IS_CUT.match(text, end) or TIMED.search(text, max(0, start - 40), start)
    ):
        return True
    lasted = quantity.unit in ("天", "日", "年", "个月") and text[start - 1] == "了"  # 坚守了80多天
    sized = quantity.comparator in ("ge", "gt", "le", "lt") and not quantity.is_han and not lasted
    if sized or text[start - 1] in "、和至-—":
        return True
    return _TIME_VERB.search(text, max(0, start - 6), quantity.outer.start) is not None
