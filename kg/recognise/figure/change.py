"""What a number does to its indicator: level, change by or to so much, growth, multiple, something new."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.lexicon.predicate import CHANGES, NEWLY
from kg.lexicon.scan import any_of
from kg.model import Change, Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.frame import Frame
from kg.recognise.syntax.phrase import MOST_ITEMS

_GROWS = late(
    r"(?:增速|(?<!自然)增长率|(?:增长|上涨)(?:速度|幅度)|增幅|涨幅|增长(?:预期|奋斗)?目标|升幅|年均增长)"
    r"(?:预期|调控)?(?:目标)?(?:的?(?:平均值|均值|中位数))?$"
)
_GROWS_QUOTED = ("增长“", "上涨“", "增长‘", "上涨‘")
"""经济增长“6%以上”的目标: the verb stands before the quoted figure."""
_PACE = r"(?:以上|左右)?的?(?:[两三四五]年|年均|平均|中?高速|高|较快|稳定|快速|强劲){0,2}"
_GROWING = late(
    rf"{_PACE}(?:(?:增(?:速|幅|长率|长速度)|升幅|涨幅)|的(?:经济|业绩|贸易|出口|投资|消费|收入|利润|GDP)?(?:增长(?![点极率])|上涨(?=[，。；、]|$))|(?:较快|高速|稳定|快速|强劲)增长)"
)
"""保持10%左右的较快增长."""
_FALL = late(r"(?:左右)?的?(?:跌|降)幅|的(?:下跌|下降|回落)(?=[，。；、]|$)")
"""有近百元的跌幅, 有三成左右降幅."""
_AT_RATE = late(
    r"(?:以上|左右)?的?(?:平均)?(?:速度|幅度|速率)(?:稳步|持续|快速|逐年)?(?P<up>增|上|扩|提|攀|飙|递增)?(?P<down>下|减|降|递减|萎缩)?"
)
"""以年均10%的速度增长, 以每年5万人的速度减少."""
_REACHED = ("increase_to", "decrease_to")
_IMPROVES = ("提升", "提高", "改善", "扩大", "加快")
_SAVES = ("节约", "节省")
"""What they save is an amount of its own (每年可节约3万吨煤), but 办理时间比以前节约2小时."""


_RELIEVED = late(r"(?:减负|(?:减轻|减少)[\u4e00-\u9fff]{0,12}?(?:负担|垫付|垫资))$")
"""减少患者垫付 | 2亿元: so is what somebody need not pay."""
_SAVED = late(
    r"(?:降幅|跌幅|(?:下降|下跌|降低|减少|缩减|压缩|压减|精简|削减)(?:幅度|速度|率)|降价|减价|(?<!消)节[电水能地油煤气材])$"
)
"""每亩节水24%."""
_TO_SHARE = late(f"({any_of(w for w, change in CHANGES.items() if change in _REACHED)})[^，。；、]{{2,14}}的$")
"""开支提高到国内生产总值的2.5%: what the share is of stands between verb and number."""
SHARE_REACH = 20
_BY_SO_MUCH = ("growth_rate", "increase_by", "decrease_by")
_MOVED_TO = late(
    f"({any_of(w for w, change in CHANGES.items() if change in _BY_SO_MUCH)})[了约近超过]{{0,2}}"
    r"[0-9.,]{1,12}[%万亿]{0,2}(?:个百分点|个?基点|[美港欧日加澳]元|[元人家吨件桶户台辆个点](?:/[日天年])?)?，?[至到](?:每[\u4e00-\u9fff]{1,6})?约?$"
)
"""增长22%至414亿元: by how much, then to what."""
MOVED_REACH = 30


_DATED_MOVE = late(
    r"(?:(?P<up>上调|上修|提高|调高)|下调|下修|降低|调低)了?[^，。；：、0-9]{0,8}(?:20[0-9]{2}年|[今明]年)[^，。；：、0-9]{2,16}[至到]$"
)
"""上调2024年就业预期至 | 2%: a time between the verb and what is moved leaves the verb out of the name."""
DATED_REACH = 40
_REACHES = late(r"[%成倍番上右元人吨个家件户]、(?:已|首次)?(?:达到?|突破|超过?)了?(?:约|近)?$")
"""增长三成、突破 | 500亿元: by how much, then how much there is."""
_TO: dict[Change, Change] = {"increase_by": "increase_to", "decrease_by": "decrease_to"}


_BY_RULE: dict[str, Change] = {
    "gap": "level",
    "such": "level",
    "most-grown": "growth_rate",
    "most-fallen": "decrease_by",
    "reserves": "decrease_by",
}
"""What the way a name was found tells: 增长最快的是 | 甲省（9%）."""
_AFFECTS = late(r"影响[^，。；]*(?:上[涨升]|下[降跌])$")
_TIMES = late(r"倍数[^，。；]{0,4}$")
"""认购倍数为3.2倍 is a figure by that name, and no multiple, as 处所收费用3倍的罚款 is."""
TIMES_REACH = 8


_NEWEST = late(r"最新[\u4e00-\u9fff]{2,4}的?$")
NEWEST_REACH = 8
"""最新研发的 | 30种产品: which they are, and not how many more."""


def change_of(text: str, quantity: Quantity, frame: Frame, rule: str, metric: str) -> Change:
    """What the number does to its indicator: see the gold guide, `change`."""
    change = _BY_RULE.get(rule) or frame.change or "level"
    if rule == "pull":
        change = _pulled(frame, metric)
    if frame.verb == "改善" and metric.endswith("浓度"):
        change = "decrease_by"
    unit, start = quantity.unit, quantity.outer.start
    if quantity.value == 0 and unit == "%" and text.startswith("增长", quantity.span.end):
        change = "growth_rate"
    times = unit == "倍" and change in ("level", "increase_by")
    if quantity.doubling or (times and not _TIMES.search(text, max(0, start - TIMES_REACH), start)):
        return "multiple"
    named = rule == "number-noun" or (rule == "part" and metric.startswith(frame.verb))
    newest = unit != "%" and _NEWEST.search(text, max(0, start - NEWEST_REACH), start)
    if newest or (named and change in ("increase_by", "growth_rate") and frame.verb in _IMPROVES):
        return "level"
    by = change in _BY_SO_MUCH and quantity.unit_class != "ratio"
    reached = by and _REACHES.search(text, max(0, start - 5), quantity.span.start) is not None
    relieved = frame.change is None and quantity.unit_class == "money" and _RELIEVED.search(metric) is not None
    if (
        reached
        or relieved
        or (
            frame.verb.rstrip("了") in _SAVES
            and rule not in ("noun-number", "list")
            and not _is_compared(text, quantity)
        )
    ):
        return "level"
    if change == "growth_rate":
        if unit in ("%", "倍", "‰"):
            return change
        return "level" if frame.verb.startswith(("增速", "增幅", "涨幅", "增长率")) else "increase_by"
    if change != "level":
        return change
    if moved := _moved_to(text, quantity, frame, metric):
        return moved
    of = unit == "%" and text[start - 1] in "的\n"
    if of and (to := _TO_SHARE.search(text, max(0, start - SHARE_REACH), start)):
        return CHANGES[to[1]]
    return _at_rate(text, quantity) or _level(text, quantity, frame, rule, metric)


def _moved_to(text: str, quantity: Quantity, frame: Frame, metric: str) -> Change | None:
    """增长22%至 | 414亿元; 下调首付比例至 | 20%: the verb stands before how much it moved, or before what."""
    start = quantity.outer.start
    adjusted = _adjusted(text, quantity) if frame.verb.endswith(("为", "至", "到")) else None
    if adjusted or frame.verb not in ("至", "到"):
        return adjusted
    if moved := _MOVED_TO.search(text, max(0, start - MOVED_REACH), start):
        return "decrease_to" if CHANGES[moved[1]] == "decrease_by" else "increase_to"
    if opened := _TO.get(opening_change(metric, "ratio")):
        return opened
    dated = _DATED_MOVE.search(text, max(0, start - DATED_REACH), start)
    return dated and ("increase_to" if dated["up"] else "decrease_to")


_ADJUSTED = late(
    r"[从由][^，。；0-9]{0,8}?(?P<was>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>[^，。；0-9]{1,6}?)，?(?:统一|相应)?(?:调整?|提|改)[为至到](?:每[\u4e00-\u9fff])?$"
)
"""由每吨80元调整为 | 60元: what it was, right before."""
ADJUST_REACH = 36
"""How far before the number that may begin."""


def _adjusted(text: str, quantity: Quantity) -> Change | None:
    """由80元调整为 | 60元: which way, the numbers tell."""
    start = quantity.outer.start
    found = _ADJUSTED.search(text, max(0, start - ADJUST_REACH), start)
    if found is None:
        return None
    number, _, rest = text[slice(*quantity.span)].partition(found["unit"])
    if rest or not number.replace(".", "", 1).isdecimal():
        return None
    now, was = Decimal(number), Decimal(found["was"])
    return None if now == was else "increase_to" if now > was else "decrease_to"


def _pulled(frame: Frame, metric: str) -> Change:
    """影响CPI下降约 | 0.2个百分点 moves it; 拉动增长 | 3个百分点 is a part in how something grew."""
    if not _AFFECTS.search(metric):
        return "level"
    return "decrease_by" if frame.change == "decrease_by" else "increase_by"


def _is_compared(text: str, quantity: Quantity) -> bool:
    return re.search("[比较]", text[max(0, quantity.outer.start - 12) : quantity.outer.start]) is not None


def _at_rate(text: str, quantity: Quantity) -> Change | None:
    """以年均10%的速度增长: the verb follows the number."""
    rate = _AT_RATE.match(text, quantity.outer.end)
    if rate is None:
        return None
    if rate["down"]:
        return "decrease_by"
    return ("growth_rate" if quantity.unit == "%" else "increase_by") if rate["up"] else None


def grows(metric: str) -> bool:
    """Whether the name is that of a pace: 增加值增速."""
    return _GROWS.search(metric) is not None


def _level(text: str, quantity: Quantity, frame: Frame, rule: str, metric: str) -> Change:
    """A level, unless the indicator itself says otherwise: 增速, 降幅, 降温, 新增就业."""
    if quantity.unit_class == "physical" and (
        metric.endswith(("降温", "降温幅度", "降幅")) or text.startswith(("降温", "的降温"), quantity.outer.end)
    ):
        return "decrease_by"
    if quantity.unit == "%":
        if _SAVED.search(metric):
            return "decrease_by"
        if _FALL.match(text, quantity.outer.end):
            return "decrease_by"
        grows = (
            _GROWS.search(metric)
            or text.endswith(_GROWS_QUOTED, 0, quantity.outer.start)
            or _GROWING.match(text, quantity.outer.end)
        )
        return "growth_rate" if frame.on_year or grows else _moved_by_share(text, quantity, rule, metric)
    fell = _FALL.match(text, quantity.outer.end) or metric.endswith(("降幅", "跌幅"))
    if fell and (quantity.unit_class == "money" or quantity.unit in ("个百分点", "百分点")):
        return "decrease_by"
    net = _NET.search(metric) and CHANGES.get(frame.verb) == "level"
    if net or rule in ("attribute", "outlay", "award", "tariff", "owner") or (rule == "inherited" and frame.verb):
        return "level"
    start = quantity.outer.start
    counted = quantity.unit_class == "counter" and rule != "inherited" and text[start - 1] != "的"
    if counted and text.endswith("新一批", 0, start):
        return "new"
    few = quantity.is_han and 1 < quantity.value <= MOST_ITEMS
    if counted and (few or text[start - 1] == "等") and _NEW_LISTED.search(text, max(0, start - LIST_REACH), start):
        return "new"
    begun = counted and rule != "part" and _STARTED.match(metric) and not _BEGINS.match(text, quantity.outer.end)
    opened = "new" if begun else opening_change(metric, quantity.unit_class)
    told = quantity.unit_class in ("counter", "people") and text.startswith(metric[:2], quantity.outer.end)
    return "level" if told and opened in ("increase_by", "decrease_by") else opened


_MOVED_BY_SHARE = late(
    r"[^的每、]{0,12}?(?:(?P<up>提升|提高|增加)|降低|减少|缩短|压缩|压减|节约|节省)了?[^，。；]{0,12}?"
    r"(?:效率|生产率|效能|效益|成本|费用|开支|[能电水油物]耗|消耗|排放|排放量|用[水电能工药肥]量?|产量|产能|收入|时间|时长|时限|周期|工作量|人工|编制|负担|损耗|损失)"
)
"""提升工作效率 | 30%, 降低运营成本 | 15%: the verb stands before what it moves, and nothing behind it."""


def _moved_by_share(text: str, quantity: Quantity, rule: str, metric: str) -> Change:
    beside = rule == "noun-number" and text.endswith(metric[-2:], 0, quantity.outer.start)
    moved = _MOVED_BY_SHARE.fullmatch(metric) if beside else None
    return "level" if moved is None else "increase_by" if moved["up"] else "decrease_by"


_NET = late(r"净增(?:人口|人数|户数)(?:数量)?$")
"""净增人口为900万人 tells how much the growth is."""
_LISTED = late("、|和|及|以及")
_LISTED_LAST = late(r"(?:[、和]|(?<![涉惠波普])及)\s?$")
"""新建水厂3座和 | 5个泵站, but 涉及 | 5个泵站."""
_ITEM_END = late(r"[，。；、]|(?:[（(][^（）()]{1,12}[）)])?(?:和|以?及)\s?[0-9]|$")
_CARRIED = ("new", "increase_by", "decrease_by")
_OWN_DEED = late(
    r"(?:[、和及]|以及)?(?:累计|同时|并|计划|预计|将)?(?:惠及|服务|带动|吸引|覆盖|受益|安置|吸纳|优化|调整|改造|改建|扩建|改扩建|提升|更新|整治|修复|修缮|维修|治理|盘活|拆除|关停|淘汰|整合|续建|加固|迁建|竣工|完工|投产|培训|完成|投入|总投资|占地)"
)
"""新建小学12所、| 惠及学生2万人: an item that says what was done itself."""


def carried(text: str, where: Span, frame: Frame, before: Change | None, *, alike: bool) -> Change | None:
    """新认定A企业50家、B企业8家: what the verb at the front of a list does to its first item holds for the next.

    What is part of something new is new, too: 新增铁路1.9万公里，其中高铁8951公里.
    `where` goes from the words of the item to its number, `before` is what the verb did to the item before; an item
    `alike` goes on with the list in a clause of its own.
    """
    start, number = where
    if frame.change is not None or before not in _CARRIED or _OWN_DEED.match(text, start):
        return None
    if alike or _LISTED.match(text, start) or _LISTED_LAST.search(text, max(0, number - 3), number):
        return before
    return before if before == "new" and text.startswith("其中", start) else None


def goes_on(text: str, number: int, end: int) -> bool:
    """Whether a clause holds but a number and what it counts: 新建水厂3座，| 5个泵站，."""
    return text[number - 1] == "，" and _ITEM_END.match(text, end) is not None


_OF_NEW = late(
    r"(?:全长|总长|长度|时速|造价|周期|工期|限额|额度|(?<!装机)规模|开工面积)$|^(?!.*新增).*(?:投资|能力|量)$"
)
"""新建绕城线时速250公里, 新注册登记量: what is new is not what is measured; nor is it a length of time."""
_WHO = r"(?:[^的每、]{0,12}?)(?:[^每]{0,6}每(?:[年天月日户人]|一[\u4e00-\u9fff]))*"
_MORE = "净增|增加|增产|增粮|增储|增种|增供|增购|增发|增拨|增配|追加|加息|扩招"
_LESS = (
    "减轻(?=.{0,14}(?:负担|税负)$)|减负(?!专项)|调减|(?<![减至缺多不])少(?:排放?|用|耗|烧|占|缴|花)"
    "|减少|裁减|压减|削减|(?<!节能)减排(?!$)|减掉|减种|减持|精简|降息|裁军|裁员"
)
_STARTED = late(
    rf"{_WHO}(?:增[开设派建]|加开)(?![施计])|(?:{_WHO}(?:集中|全面|陆续|相继|联合|再))?开工(?:建设)?(?![改率面量前后的、未]|在建)"
)
"""增设车站3座, 集中开工重点项目30个: so many new ones, but 增加产量3万吨 is by how much."""
_BEGINS = late(r"[^，。；：、0-9]{2,20}开工")
"""30个重点项目 | 集中开工: what happened to them, and no more of them than there were."""
_NAMED = "(?![值额量率数的幅预周])"
"""增加值, 减排量 are names of what is measured."""
_OPENING_CHANGE: tuple[tuple[re.Pattern[str], Change], ...] = (
    (
        late(
            rf"(?:[^的每、]{{0,8}}[天日周月年]的)?{_WHO}(?:带动|拉动|实现)?(?:新增(?!长)|再建(?![议设])|(?<![创革更翻焕刷全])新(?:{any_of(NEWLY)}|发(?=[\u4e00-\u9fff]{{0,8}}(?:病例|案件?$)))(?![和、成材设筑格理局端始备]|商品[住房]))"
        ),
        "new",
    ),
    (late(rf"{_WHO}(?:{_MORE}){_NAMED}"), "increase_by"),
    (late(rf"{_WHO}(?:{_LESS}){_NAMED}"), "decrease_by"),
)
_MOVES = ("physical", "ratio", "time", "money")
_MOVED: tuple[tuple[re.Pattern[str], Change], ...] = (
    (
        late(rf"{_WHO}(?:上调|提高|调高|(?<!提)升高|延长(?![线段期])|扩大(?=[^再到至]*(?:面积|能力)$)){_NAMED}"),
        "increase_by",
    ),
    (late(rf"{_WHO}(?:下调|降低|缩短|压缩|调低){_NAMED}"), "decrease_by"),
)
"""下调存款准备金率0.5个百分点: with things counted these verbs say what is done to them (提高项目5个)."""


_NEW_LISTED = late(
    rf"(?<![创革更翻焕刷全])新(?:增(?![长量加])|(?:{any_of(NEWLY)})(?![成材格理的]|商品))了?(?![和及或、])[^，。；：0-9改扩续]{{2,}}(?:等|[和、][^，。；：、0-9改扩续等]{{2,12}})$"
)
"""新增甲、乙等 | 5个湿地公园: what is listed and counted is new; 新建、改建甲、乙等5座 is not all so."""
LIST_REACH = 60


_OPENERS = frozenset("新增加扩减简降裁调高缩少延再")
"""One of them stands in every verb above."""


def opening_change(metric: str, unit_class: str) -> Change:
    """增加水面32平方公里: the verb opens the indicator."""
    if _OPENERS.isdisjoint(metric):
        return "level"
    patterns = (*_OPENING_CHANGE, *_MOVED) if unit_class in _MOVES else _OPENING_CHANGE
    found: Change = next((change for pattern, change in patterns if pattern.match(metric)), "level")
    return "level" if found == "new" and (unit_class == "time" or _OF_NEW.search(metric)) else found
