"""Status of a number: what is aimed at, what was observed, what a rule demands, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Article, Change, Span, Status
from kg.recognise.period import Time
from kg.recognise.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Stance:
    """How a document speaks: `year` it was published in (None: unknown); `directive` for plans, opinions and notices,
    whose plain verbs (建设、培育) are orders."""

    year: int | None
    directive: bool


_DIRECTIVE = re.compile(
    r"(?:推动|加快|加强|鼓励|支持|完善|健全|推进|提升|强化|建立|落实|深化|培育|打造|力争|到20[0-9]{2}年)"
)
_PAST = re.compile(
    r"同比|环比|了(?!解)|已(?!建)|截至|去年|上年|累计(?!达到)|目前|以来|日前|据统计|数据显示|过去|今年(?:以来|前|上半年|[一二三]季度)|达(?!到|标)|以前|曾|“?十三五”?期间|共有|现有|破获|查获|收缴"
)
_AIM = re.compile(
    r"力争|确保|争取|努力|目标|计划(?!”|单列|免疫)|拟|规划(?!了|纲要)|将(?!军|近)|(?<![主需重首只简概摘])要(?!素|求|点|闻|是)|预期目标|达到.{0,12}以上|到20[0-9]{2}年|未来|今后|明年|届时|必须|不得|应(?!用|急|收|对)|提出"
)
_ORDER = re.compile(
    r"^(?:[^，]{0,8}?)(?:推动|推进|建设|培育|打造|完成|实施|建立|推出|新增|新建|建成|引进|投放|选择|遴选|组织|支持|扶持|发展|创建|争创|布局|新培育|带动|发放|改造|治理|开展|形成|培养|提升|提高|压缩|降低|引育|招引|认定)"
)
_FORECAST = re.compile(r"预计|有望|预测|市场预期|预期(?!目标|寿命|性)|或将|机构认为|分析师|将拉动|可能")
_OTHER = re.compile(
    r"补助|补贴|奖励|资助|给予|奖补|售价|票价|单价|价格(?!指数|总水平|涨|同比)|估价|罚款|按每|元/|收费|租金"
)
_RULE = re.compile(r"(?:不超过|不低于|不少于|不高于|不得|至少|最高|最低|不满|不足|应当|须)")


def stance_of(article: Article) -> Stance:
    """How the document speaks, from its date and its verbs."""
    text = article.text
    orders = len(_DIRECTIVE.findall(text[:6000]))
    past = len(_PAST.findall(text[:6000]))
    return Stance(
        article.published.year if article.published else None,
        orders > 3 * past + 3 or (article.published is None and orders > past),
    )


def status_of(
    text: str, sentence: Span, clause: Span, quantity: Quantity, time: Time | None, stance: Stance, change: Change
) -> Status:
    """Status by the time of the number, then by the words around it, then by how the document speaks."""
    before = text[clause.start : quantity.span.start]
    after = text[quantity.span.end : clause.end]
    if re.match(r"(?:以上|以下|以内|及以上|以下)的?(?!左右)[\u4e00-\u9fff]{2,}", after) and quantity.unit_class in (
        "money",
        "physical",
        "time",
    ):
        return "threshold"
    if _OTHER.search(before[-14:]):
        return "other"
    if _FORECAST.search(before):
        return "other" if not stance.directive else "target"
    head = text[sentence.start : quantity.span.start]
    if time is not None and time.kind != "present" and time.year is not None and time.kind not in ("month",):
        if stance.year is not None and time.year > stance.year:
            return "target"
        if stance.year is not None and time.year < stance.year:
            return "observed"
        if time.kind == "deadline":
            return "target"
    if _PAST.search(before) and not _AIM.search(before):
        return "observed"
    if _AIM.search(head):
        return "target"
    if _PAST.search(text[sentence.start : clause.end]):
        return "observed"
    if stance.directive:
        return "target"
    if _ORDER.match(before.strip()) and not re.search("了", before):
        return "observed"
    return "observed"
