"""Status of a number: what is aimed at, what was observed, what a rule demands, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span, Status
from kg.recognise.period import Time
from kg.recognise.quantity import Quantity
from kg.recognise.stance import PAST, Stance


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a number stands: its sentence and clause, the time that governs it, and how the document speaks."""

    sentence: Span
    clause: Span
    time: Time | None
    stance: Stance


CLAUSE_REACH, SENTENCE_REACH = 80, 240
"""How far words beside a number, and words before it in the sentence, can tell its status."""

_DONE = re.compile(
    r"已经|已(?!建)|累计(?=供应|调|投入|推动|建成)|了[0-9近约超一二三四五六七八九十两数上]|同比|环比|截至|共有|现有|目前"
)
_AIM = re.compile(
    r"力争|确保|争取|努力|(?<!奋斗)目标|计划(?!”|单列|免疫|》|工作|领导)|拟|规划(?:建设|新增|布局)|(?<!可)将(?!军|近)|(?<![主需重首只简概摘天日])要(?!素|求|点|闻|是|么)|预期(?=增长|(?<!奋斗)目标|值为|为年均)|未来|今后|明年|[年月]底前|前完成|今年.{0,4}全年|届时|(?<![长高升加大降少短缩展充增减])到20[0-9]{2}年"
)
_STRONG_AIM = re.compile(
    r"力争|确保|争取|计划(?!”|单列|免疫|》|工作|领导)|(?<!奋斗)目标|拟|(?<!可)将(?!军|近)[^，]|(?<![长高升加大降少短缩展充增减])到20[0-9]{2}年|提出|未来|今后|明年|年底前"
)
_FORECAST = re.compile(
    r"预计|有望|(?<!通胀)预期为|(?<=产量)预期|预测|市场预期|(?:^|[，；、])(?:此前)?预期(?!目标|寿命|性)|或将|机构认为|分析师|潜力|如果"
)
_OTHER = re.compile(
    r"扶持|补助|补贴|奖励|资助|给予|奖补|售价|票价|单价|(?<!平均)(?<!居民消费)价格$|以[0-9.]+[万亿]*[美加欧]?元的价格|估价|罚款|低价|收费|租金|便宜|法定"
)
_SUBSIDY = re.compile(r"补助|补贴|资助")
_RULE = re.compile(
    r"原则上|应当|不宜|(?<![响适供相反效对])应(?![用急收对届邀聘运])|不得|须|上限|要求为|经[^，]{0,20}同意|方可|不收取|即可|可(?:申请|享受|改签)|同意|是指|一般(?=不[超高低少])|(?:推荐|申报|报送|限报)[^，。；]{0,12}(?:不超过|不多于|不少于|最多)$"
)
_REFUSED = re.compile(r"(?:不予|不再|不得|方能|方可|才能|视为|可以?免)")
"""申请经费大于50万元的不予受理."""
_CONDITION = re.compile(
    r"(?:[、和][0-9.]+[万亿]*\w)*(?:及?以上)?的(?:[\u4e00-\u9fff]{2,12})?，?(?:[\u4e00-\u9fff]{0,8}[，、])?(?:分别|一次性)?(?:给予|奖励|补助|资助|予以|可享受)"
)
"""年销售收入首次达到2000万元、5000万元的企业，分别给予…: who is paid."""
_WHO = re.compile(r"\s*(?:及?以[上下内])?(?:[（(]含[^）)]{0,3}[）)])?的[，、；]")
"""年产值2亿元以上的，按…: the clause says who is meant."""
_CLASS = re.compile(r"的?[\u4e00-\u9fff]{2,}")


def status_of(text: str, quantity: Quantity, setting: Setting) -> Status:
    """Status by what the number does in its clause, then by its time, then by how the document speaks."""
    clause = setting.clause
    start, end = quantity.span
    before = text[max(clause.start, start - CLAUSE_REACH) : start]
    after = text[end : min(clause.end, end + CLAUSE_REACH)]
    beyond = text[end : min(setting.sentence.end, end + CLAUSE_REACH)]
    head = text[max(setting.sentence.start, start - SENTENCE_REACH) : start]
    if _is_award(quantity, before, head) or (quantity.unit_class == "money" and _AT_A_RATE.match(after)):
        return "other"
    if told := _told(quantity, before, after, setting.stance):
        return told
    limited = quantity.unit_class in ("money", "physical") and quantity.comparator not in ("eq", "approx")
    if (
        _CONDITION.match(beyond)
        or (limited and _WHO.match(beyond))
        or _is_threshold(text, quantity, before, after, clause)
    ):
        return "threshold"
    if _has_been(quantity, before, after):
        return "observed"
    if _is_paid(quantity, before, after):
        return "other"
    if setting.stance.ruling and not _AIM.search(head) and not PAST.search(before):
        return "threshold"
    if not setting.stance.directive and _is_forecast(before, head, after):
        return "other"
    if _ABOUT_TO.match(after) and not setting.stance.directive:
        return "target"
    return _aimed(text, before, head, setting)


_FINE = re.compile(r"罚款|罚金|滞纳金|违约金")
_ASIDE = re.compile(r"[（(]\s*$")
_BASE = re.compile(r"为(?:基数|基准|基础)")
_SPENT = re.compile(r"(?:(?:补助|补贴|奖励|资助|奖补)[^，]{0,6}|资金)(?:共|共计|累计|总计|达到?|超过)+$")
"""补贴资金达30亿元 tells of what was paid in all, not of what each is paid."""


_AWARD = re.compile(r"补助|补贴|资助|奖励|奖补")
_EACH = re.compile(
    r"^[\s其中，]*(?:每|单)[家个户人名项][^，。；]{0,8}(?:最高|不超过|补|奖)|(?:^|[，、：；])(?:每|单)[家个户人名项][^，。；]{0,8}(?:最高|不超过)"
)
_BY_YEAR = re.compile(r"[前后第][一二三四五六七八九十两0-9]{1,3}年(?:内|度)?(?:按|为|给予)?$")
_AT_A_RATE = re.compile(r"[^，。；]{0,24}标准[^，。；]{0,8}(?:给予|发放|补|奖)")
"""按每人1000元、每队3000元的标准给予补助."""
_GIVEN = re.compile(r"给予[^，。；]*$")


def _is_award(quantity: Quantity, before: str, head: str) -> bool:
    """What a rule that awards gives: 给予补贴，每家最高100万元; 前两年100%、后三年50%; 给予国家级5万元、省级1万元."""
    if quantity.unit_class == "money" and _GIVEN.search(before) and quantity.value < IN_ALL:
        return True
    if not _AWARD.search(head):
        return False
    if quantity.unit_class == "money":
        return quantity.comparator == "le" and _EACH.search(before) is not None
    return quantity.unit == "%" and _BY_YEAR.search(before) is not None


def _told(quantity: Quantity, before: str, after: str, stance: Stance) -> Status | None:
    """Fines, marks (3分), weights in a rule and what is paid at most are none of aim, fact and limit; a base was
    observed."""
    if quantity.unit_class == "money" and quantity.comparator == "le" and _AWARD.search(before[-14:]):
        return "other"
    if _FINE.match(after[after.find("的") + 1 : 8]) or _FINE.search(before[-6:]):
        return "other"
    aside = _ASIDE.search(before) is not None
    if aside and (quantity.unit == "分" or (stance.ruling and quantity.unit == "%" and after[:1] in "）)")):
        return "other"
    if _BASE.match(after):
        return "observed"
    return None


def _has_been(quantity: Quantity, before: str, after: str) -> bool:
    """Money already spent: 已投入3亿元, 补贴资金达30亿元."""
    if _SPENT.search(before) and not _RATE.search(before):
        return not _AIM.search(before)
    return quantity.unit_class == "money" and _DONE.search(before) is not None


_RATE = re.compile(r"每|按|最高|给予|标准")


IN_ALL = 10**8
"""Awards and subsidies from here on are what is paid in all; their status is that of other spending."""


def _is_paid(quantity: Quantity, before: str, after: str) -> bool:
    """Subsidies and prices: 每户补助2万元, 票价30元."""
    if quantity.unit_class == "money" and quantity.value >= IN_ALL and not _RATE.search(before):
        return False
    paid = quantity.unit_class == "money" or "给予" in before[-14:] or not _SUBSIDY.search(before[-14:])
    return bool((paid and _OTHER.search(before[-14:])) or _OTHER.search(before[-6:] + after[:6]))


_ABOUT_TO = re.compile(r"[\u4e00-\u9fff]{2,12}将(?!军|近)")
_FORECASTER = re.compile(
    r"(?:能源署|世界银行|基金组织|机构|专家|研究院|投行|分析师)[^，。；]{0,12}，?(?:预计|预测|预期|估计)[^。]*$|(?:测算|估算)[^。]*(?:将|可|能|未来|到20[0-9]{2}年)[^。]*$"
)
"""Who only foretells or works out what is to come."""
_OWN_PLAN = re.compile(r"将(?:建成|完成|新增|建设|实现|全面|投产)|新增|建成")


def _is_forecast(before: str, head: str, after: str) -> bool:
    """预计 and 有望 are forecasts, unless of what is being built (预计2022年底新增学位11万个)."""
    if "潜力" in after[:8]:
        return True
    if _FORECASTER.search(head):
        return True
    told = _FORECAST.search(before) or re.search(r"预计[^，。]{0,10}，", head[-40:])
    return bool(told) and not _OWN_PLAN.search(before) and not re.search("力争|确保", before)


def _is_threshold(text: str, quantity: Quantity, before: str, after: str, clause: Span) -> bool:
    """A condition: 用地50亩以上的项目, 原则上不少于50套, 上限为15%."""
    sized = quantity.unit_class in ("money", "physical", "time")
    if (
        sized
        and re.match(r"\s*(?:及以上|以上|以下|以内|及以下)", after)
        and _CLASS.match(after[after.find("以") + 2 :])
    ):
        return "左右" not in after[:8]
    if (
        sized
        and quantity.comparator in ("le", "ge")
        and re.match(r"的[\u4e00-\u9fff]{2,}", after)
        and quantity.outer.end == quantity.span.end
    ):
        return quantity.outer.start < quantity.span.start
    limited = quantity.comparator in ("le", "ge", "gt") or "上限" in before
    ruled = _RULE.search(before[-45:]) or _RULE.search(after[:12]) or _REFUSED.search(after)
    return limited and bool(ruled) and not _AIM.search(before)


_TOTAL = re.compile(r"累计(?=[\u4e00-\u9fff])")
"""In an order 累计培育100家 is a sum to be reached."""


_URGED = re.compile(r"(?:力争|确保)[^，；]*$")


def _aimed(text: str, before: str, head: str, setting: Setting) -> Status:
    time = setting.time
    if _DONE.search(before) and not _AIM.search(before):
        return "observed"
    if _URGED.search(before):
        return "target"
    if time is not None and _dated(time) and (told := _by_year(time, setting.stance)):
        return told
    if _AIM.search(before):
        return "target"
    if PAST.search(_TOTAL.sub("", before) if setting.stance.directive else before):
        return "observed"
    if time is not None and time.kind == "month" and text.startswith(("前", "之前"), time.span.end):
        return "target"
    if (time is not None and time.kind in ("past", "month", "present")) or _since(text, time, setting.stance):
        return "observed"
    if _last(_STRONG_AIM, head) > _last(PAST, head):
        return "target"
    return "target" if setting.stance.directive else "observed"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match starts; -1 where there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _by_year(time: Time, stance: Stance) -> Status | None:
    """What lies before the document, or was told of in a review, was observed; a deadline is aimed at."""
    if time.kind == "future":
        return "target"
    if time.year is None:
        return None
    if stance.told and time.year <= stance.told:
        return "observed"
    if stance.year is not None and time.year != stance.year:
        return "target" if time.year > stance.year else "observed"
    if stance.horizon is not None and time.year < stance.horizon and time.kind == "period":
        return "observed"
    return "target" if time.kind == "deadline" else None


def _since(text: str, time: Time | None, stance: Stance) -> bool:
    """2014年以来 tells of what was; in an order, 从2019年起 tells from when it holds."""
    if time is None or time.kind != "since":
        return False
    return text.startswith("以来", time.span.end - 2) or (time.period is not None and not stance.directive)


def _dated(time: Time | None) -> bool:
    return time is not None and time.kind in ("year", "deadline", "period", "relative", "future", "past")
