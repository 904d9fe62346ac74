"""Words before a number that name nothing it measures: who foretells, what it is compared with, what changes it."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place

_AGAINST = late(r"(?:较(?![大小多少高低快慢强好为](?![位点]))|比(?![例重赛率值如价分亚特利]))[^，；。]{2,16}")
_MOVES = ("increase_by", "decrease_by", "growth_rate", "increase_to", "decrease_to")
_FORETELLS = late(r"(?:市场|机构|业内|分析师|专家)(?:普遍)?(?:预期|预计|预测|认为)(?:有|将|会)?")
"""市场预期 | 下降20个基点: who foretells, and not what."""
_COMPARES = late(
    r"(?:(?:大大|远远?|明显|显著|略|稍|仍|都|均)*[高低多少大小优]于|[为是](?:[本上]世纪|建国|历史|[\u4e00-\u9fff]{2,4})?以来)"
    r"|(?:远远?|大大|明显|仍|略)*(?:超过?|[高低多少]于|不及)(?:[^，；。]{2,14}(?:公布|宣布|宣称|披露|承诺)|此前(?:预计|预测|估计))"
    r"|(?:控制|保持|稳定|维持)在[^，。；]{0,8}(?:目标|指标|计划|预期)(?:范围|区间|水平)?"
)
"""大大高于 | 年均12次; 为本世纪以来 | 年均20次; 控制在年度目标 | 5%以内; 远超甲国公布的
| 3亿元: a comparison with what was named before, and no name."""
_ONLY_WHERE = late(
    r"就?(?:全[国省市县区州]|国内|世界|全球)(?:来说|而言|来看|范围内?)?|(?P<years>[二两三四五十]年)中?"
    r"|(?:有些|有的|一些|部分|不少|个别|许多|多数|大部分)(?:城市|地方|国家|县市|行业|企业)"
)
"""播种面积，全国 | 稳定在8亿亩; 医院床位，五年 | 增加40万张: where or how long, and not what."""


_RECKONED = late(
    r"(?:如果?|若)?[以按]?(?:折合?(?:成|为|算)?)?(?:[美欧日港]元|人民币|可比(?:口径|价格?)|(?:自然|同|全|原)口径|不变价格?|现价)(?:计算?|计价|口径|折算|来?算)?"
)
"""折合美元 | 增长5%, 以美元计价 | 增长3%: how one reckons, and not what."""


_ONLY_HOW = late(
    r"一下子?|突然|随即|(?:必须|也|却)*(?:历史性|相应|成倍|大幅度|戏剧性)地?|初步(?:测算|统计|核算|估算)|(?:也|这)?就?意味着|单[日月周季]|(?:正|将)?朝着"
    r"|最[高低多少快慢]时|(?:今|明)年[年月]底前|(?:逐步|不断)?(?:延展|延伸|攀升|优化)|增至日均|[上下]限|却|别看|没想|不过"
    r"|(?:节假日|周末|平日|高峰(?:期|时段?)?|旺季|淡季)(?:更是|则|甚至|还|可|能)?"
)
"""历史性地 | 突破10万户, 一下 | 涨到5万元: how and when, and not what."""


def only_tells(place: Place) -> bool:
    """Whether the name tells only who foretells, what is compared, how, when or where: 市场预期 | 下降20个基点."""
    if (place.scope.previous or place.scope.metrics) and _ONLY_HOW.fullmatch(place.words):
        return True
    if place.scope.last() and (place.words == "同期" or _is_reckoned(place)):
        return True
    if place.scope.last() and (_COMPARES.fullmatch(place.words) or _passes_mean(place)):
        return True
    if (place.scope.previous or place.scope.metrics) and (only := _ONLY_WHERE.fullmatch(place.words)):
        return only["years"] is not None or not place.right.strong
    return place.frame.change in _MOVES and _FORETELLS.fullmatch(place.words) is not None


_PASSES = late(r"(?:远远?|大大|明显|仍|略|也|已)*超过了?")
_MEAN = late(r"的(?:平均)?(?:增速|增幅|增长率|水平|平均值|均值)")


def _passes_mean(place: Place) -> bool:
    """户数增长17%，超过了十年来年均 | 12%的增速: of what the figure was that is passed."""
    return bool(_PASSES.fullmatch(place.words) and _MEAN.match(place.text, place.last.outer.end))


def _is_reckoned(place: Place) -> bool:
    return place.frame.change in _MOVES and _RECKONED.fullmatch(place.words) is not None


def only_against(place: Place) -> bool:
    """Whether the name is only what a change is measured from: 较现行图 | 增加21对."""
    frame = place.frame
    moves = frame.change in ("increase_by", "decrease_by", "growth_rate") and frame.verb[:1] not in "高低快慢"
    if not (moves or place.first.doubling) or not _AGAINST.fullmatch(place.words):
        return False
    return (place.scope.last() or place.scope.previous) is not None


_THAN = late(r"(?P<name>[^，；。]{2,}?)(?<![同环占对])[比较](?![例重赛率值如价分亚特利大多高为])[^，；。比较]{2,14}")


def without_standard(place: Place) -> Place:
    """能耗 | 比同级车型 | 降低65%: what another thing is measured against is not part of the name."""
    moves = place.frame.change in ("increase_by", "decrease_by", "multiple") and place.first.unit_class != "counter"
    found = _THAN.fullmatch(place.text, *place.name) if moves else None
    return replace(place, name=Span(place.name.start, found.end("name"))) if found else place


_ONE_EACH = late(r"[^，；。]{2,}[为对向给](?=单(?:[户笔家次台件]|个项目))")


def without_whom(place: Place) -> Place:
    """公司应优先为 | 单户授信金额 | 90万元以下的农户: who does something for whom is no part of how large those are."""
    found = _ONE_EACH.match(place.text, *place.name) if place.text.find("单", *place.name) > 0 else None
    return replace(place, name=Span(found.end(), place.name.end)) if found else place


_CAUSE = late(
    r"[^，；。]{2,}(?:使得?(?![用者命团节馆])|(?<![转出退礼])让(?![利渡])|(?<=需求)(?:拉动|带动|推动))(?=[\u4e00-\u9fff]{2})"
    r"|[因受][^，。；的]{2,6}?(?:影响)?(?=(?:气温|温度|水位|价格|产量|销量|客流量?)$)"
)


def without_cause(place: Place) -> Place:
    """优化流程 | 使 | 办理时间 | 缩短一半: what makes something change is not what changes."""
    found = _CAUSE.match(place.text, *place.name) if place.frame.change in _MOVES else None
    return replace(place, name=Span(found.end(), place.name.end)) if found else place


_GROUND = late(
    r"(?P<name>[^，；。]{2,}?)(?:(?<![存现所内实潜])在[^，；。在]{2,14}?(?:带动|拉动|推动|影响|支撑|作用|背景|冲击|压力|助力|刺激"
    r"|[高低]基数(?:水平|基础|效应)?)之?[下上]|时隔[^，；。的]{2,6}?(?:再次|再度|重新|首次)?(?:重回|重返|重上|回归)?|罕见地?(?:出现)?)"
)

_BUILT_ON = late(r"(?P<name>[^，；。]{4,}?)(?<![存现所内实潜])在[^，；。在]{2,10}")
_ON_IT = ("基础上", "的基础上")
"""续建项目 | 在3月份确定的 | 12项基础上: of what there is so much."""
_GROUNDS = ("在", "时隔", "罕见")


def without_ground(place: Place) -> Place:
    """船舶业 | 在订单拉动下 | 增长5%, 指数 | 时隔两个月再次重回 | 50%: under what it is so, and after how long."""
    if not any(place.text.find(word, *place.name) > 0 for word in _GROUNDS):
        return place
    built_on = place.text.startswith(_ON_IT, place.last.outer.end)
    found = (_BUILT_ON if built_on else _GROUND).fullmatch(place.text, *place.name)
    return replace(place, name=Span(place.name.start, found.end("name"))) if found else place


_SINCE = late(r"(?:着|自[^，。；的]{2,10}以来)(?=[\u4e00-\u9fff]{2})")
_SHALL_BE = late(
    r"(?:[^、，。；]{0,4}(?:可|能|应|具备|符合|满足|独立)[^、，。；]{2,10}、)+(?=(?:总?建筑|占地|使用|经营|套内)面积$|床位|注册资本|[^、]{0,4}人数$)"
)
"""独立成栋、可封闭管理、| 建筑面积: what else is asked of it."""
_AT_END = late(
    r"(?<=[\u4e00-\u9fff]{2})(?:可?[从由]?一(?:年|平方?米|公?斤|亩|吨|度|公里)|(?<=[率量额值数度])[二两三四五六七八九十0-9]{1,2}年|连续?[跨上越迈登][^，。；、的]{2,10}台阶)$"
)


def without_adverbials(text: str, name: Span) -> Span:
    """自上演以来 | 观众, 经济 | 一年 | 净增, 总产值 | 连跨4个台阶、| 突破: since when, how long, what else it did."""
    since, end = _SINCE.match(text, *name) or _SHALL_BE.match(text, *name), _AT_END.search(text, *name)
    return Span(since.end() if since else name.start, end.start() if end else name.end)


def is_within(text: str, name: Span) -> bool:
    """在 | 执行中 | 争取达到5%: under what, and not what."""
    inside = text.endswith(("中", "初期", "时期", "期间", "阶段"), *name)
    return name.end - name.start <= WHEN_SIZE and inside and text[name.start - 1] == "在"


WHEN_SIZE = 6
"""Longest words between 在 and the verb that tell when, in characters: 在 | 调整初期 | 降低."""
