"""The indicator of a number: which words around it, or before it in the sentence, name what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.lexicon import regions_in
from kg.lexicon.predicate import OPENINGS, SHARED_HEADS
from kg.model import Span
from kg.recognise.frame import Frame, parse_left
from kg.recognise.front import after_adverb
from kg.recognise.noun import Right
from kg.recognise.period import Time
from kg.recognise.phrase import Phrase, distribute, trim, words
from kg.recognise.quantity import Quantity

_ATTRIBUTE = re.compile(
    r"(?:总|规划|其|年|日|平均|累计|预计|设计)?(?:占比|比重|比例|容积|面积|建筑面积|占地面积|投资额?|总投资|产值|增速|增幅|利润|净利润|利润总额|营业利润|营业收入|营收|税收|长度|全长|里程|规模|产能|产量|销量|能力|处理能力|库容|装机容量"
    r"|床位|人数|数量|金额|均价|价格|时速|周期|增加值|余额|覆盖率|同比|环比|合同额|交易额|成交额|票房|涨幅|跌幅|预期|前值|市场预期|上年同期|去年同期|同期|件数|户数|亏损|净亏损|排放量|浓度|持股比例|此前预期|去年同期净亏损|上年同期净亏损|总量|总额|资金|投入)"
)
"""Attributes that say nothing without the thing they belong to."""
_SIZE = re.compile(r"(?:超过|超|逾|突破|不低于)?[0-9.]+[万亿]*(?:元|美元|亩|吨|平方米|千瓦)")
_AS_MUCH = re.compile(r"[是为]$")
_WHOLE = re.compile(r"(?:比重|比例|占比|份额|百分比)$")


@dataclass(slots=True)
class Scope:
    """What a sentence has named so far; later numbers inherit from it."""

    metrics: list[Phrase] = field(default_factory=list)
    previous: Span | None = None
    """The last clause without a number, whose phrase a following 分别达到 counts for."""
    before: list[Phrase] = field(default_factory=list)
    """The last indicator of the sentence before."""
    whole: Span | None = None
    """2014年出境游目的地中，: what the shares of the sentence are shares of."""
    units: dict[str, Phrase] = field(default_factory=dict)
    """Unit → what was last counted in it, in this paragraph."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Indicators for a group of numbers: one for each, or one for all. `rule` names how they were found;
    `suffix` completes what the text leaves implicit (占…的比重)."""

    phrases: tuple[Phrase, ...]
    rule: str
    suffix: str = ""
    each: bool = False
    inherited: bool = False
    subject: Span | None = None


def name_group(text: str, group: Sequence[Quantity], frame: Frame, right: Right, scope: Scope) -> Naming:
    """The indicators that a list of numbers measures."""
    if (
        group[0].unit == "倍"
        and _AS_MUCH.search(text, frame.name.start - 2, frame.name.start)
        and (scope.metrics or scope.before)
    ):
        return Naming(tuple((scope.metrics or scope.before)[-1:]), "inherited", inherited=True)
    naming = _name_group(text, group, frame, right, scope)
    if scope.whole and group[0].unit == "%" and naming.rule in ("share", "noun-number", "number-noun"):
        return replace(naming, phrases=tuple((scope.whole, *p) for p in naming.phrases))
    return naming


def _name_group(text: str, group: Sequence[Quantity], frame: Frame, right: Right, scope: Scope) -> Naming:
    if share := _share(text, frame, scope):
        return share
    if partial := _part_of(text, group, frame, right, scope):
        return partial
    name, subject = after_adverb(text, frame.name)
    if text[name.start : name.start + 2] == "占比" and subject:
        subject = None
    if _counts_what_follows(text, group, frame, name, right):
        right.used = True
        return _following(text, group, name, right, subject)
    if name.end - name.start >= 2:
        return _owned(text, group, name, right) or _before(text, group, frame, name, subject, scope)
    return _inherit(text, group, frame, right, scope)


_STATE = re.compile(r"(?:已|形成|集中|来自|用于|投入|开工|建成|完成|竣工|交付)")


def _part_of(text: str, group: Sequence[Quantity], frame: Frame, right: Right, scope: Scope) -> Naming | None:
    """其中40万套形成供应, 123幅已开工, 九成集中在服务业: some of what was counted before, with what became of it."""
    unit = group[-1].unit
    known = (scope.metrics or scope.before)[-1] if unit == "%" and (scope.metrics or scope.before) else scope.units.get(unit)
    if frame.name.end - frame.name.start >= 2 or known is None:
        return None
    told = trim(text, Span(right.noun.start, max(right.noun.end, right.tail)))
    if told.end - told.start < 2 or not _STATE.match(text, told.start):
        return None
    right.used = True
    return Naming(((told, *known),), "part", inherited=True)


def _share(text: str, frame: Frame, scope: Scope) -> Naming | None:
    """X占Y的Q, 占Y的Q, X占Q: the share of X (in Y)."""
    name = frame.name
    body = text[name.start : name.end]
    at = body.find("占")
    if frame.verb.startswith("占") and at < 0 and name.end - name.start >= 2:
        return Naming(((trim(text, after_adverb(text, name)[0]),),), "share", "占比")
    if body.endswith("占") and at == len(body) - 1 and at > 1:
        return Naming(((Span(name.start, name.end - 1),),), "share", "占比")
    if at < 0 or _WHOLE.search(body) or body[at : at + 2] in ("占比", "占地", "占用", "占有"):
        return None
    whole = trim(text, Span(name.start + at, name.end))
    if at < 2:
        if not scope.metrics:
            return Naming(((whole,),), "share", "比重")
        return Naming(((*scope.metrics[-1], whole),), "share", "比重", inherited=True)
    owner = re.sub(r"(?:已|也|约|大约|将|预计|还|均)+$", "", body[:at])
    return Naming(((trim(text, Span(name.start, name.start + len(owner))), whole),), "share", "比重")


def _counts_what_follows(text: str, group: Sequence[Quantity], frame: Frame, name: Span, right: Right) -> bool:
    """建成200家X: the noun after the number is the indicator, unless a predicate (达到, 超过) ties it to one before."""
    if right.noun.end - right.noun.start < 2:
        return False
    if right.shared:
        return True
    size = name.end - name.start
    body = text[name.start : name.end]
    if frame.verb in ("新增", "新建") or frame.change == "new" or size < 2 or body in OPENINGS:
        return right.strong
    quantity = group[-1]
    if frame.change is None and size <= 4 and not _ATTRIBUTE.fullmatch(body) and quantity.unit_class != "ratio":
        return right.strong
    compared = quantity.comparator != "eq" and group[0].outer.start < group[0].span.start
    if frame.change is not None or (compared and not frame.opened):
        return right.strong and (
            frame.verb.rstrip("了") in _MAKING
            or (frame.verb in _HAVING and quantity.unit_class in ("counter", "people"))
        )
    if quantity.unit_class in ("counter", "people", "self_naming", ""):
        return True
    return (
        size <= 9
        and quantity.unit_class in ("money", "physical")
        and not _ATTRIBUTE.search(text[name.start : name.end])
    )


_HAVING = ("有", "共有", "已有", "拥有", "设有", "安排", "形成", "完成", "实现", "需要")
_MAKING = ("集聚", "汇聚", "聚集", "贡献", "创造", "产出", "吸引", "带动", "发放", "投放")


_TRAIL = re.compile(r"(?:都|均|全部|已|实现了?)*")
_LISTED = re.compile(r"(?:、|^).{1,20}等[^、，]{0,6}$")
_LOCATIVE = re.compile(r"在[^，。]{2,14}?(?:上空|境内|附近|期间|周边|领域)")
_SCOPE = re.compile(r"(?:全国|全球|全省|全市|世界)约?$")


def _following(text: str, group: Sequence[Quantity], name: Span, right: Right, subject: Span | None) -> Naming:
    """The noun after the number; a share of it (60%以上的村子都通了公路) is named with what holds for the share."""
    if _LISTED.search(text, name.start, name.end):
        name = Span(name.end, name.end)
    elif place := _LOCATIVE.search(text, name.start, name.end):
        name = Span(place.end(), name.end)
    if group[-1].unit == "%":
        scope = _SCOPE.search(text, max(0, group[0].outer.start - 3), group[0].outer.start)
        if scope:
            return Naming(((right.noun,),), "number-noun", f"占{scope[0].rstrip('约')}比重", subject=subject)
        told = trim(text, Span(_TRAIL.match(text, right.noun.end).end(), max(right.noun.end, right.tail)))  # type: ignore[union-attr]
        if right.action is None and 1 < told.end - told.start < 24 and not right.shared:
            return Naming(((told, right.noun),), "number-noun", "占比", subject=subject)
        return Naming((_follow(text, name, right),), "number-noun", "占比", subject=subject)
    people = (
        group[-1].unit == "人"
        and right.noun.end - right.noun.start < 4
        and right.action is None
        and name.end - name.start < 2
    )
    return Naming((_follow(text, name, right),), "number-noun", "人数" if people else "", subject=subject)


def _follow(text: str, name: Span, right: Right) -> Phrase:
    """What is done, what it does, what it is: 发放 | 消费券; 参与扶贫 | 企业."""
    before = None if name.end - name.start < 2 or _is_place(text, name) else name
    return tuple(s for s in (before, right.action, right.noun) if s and s.end > s.start)


def _is_place(text: str, name: Span) -> bool:
    body = text[name.start : name.end]
    return any(r.start == 0 and r.end == len(body) for r in regions_in(body))


def _before(
    text: str, group: Sequence[Quantity], frame: Frame, name: Span, subject: Span | None, scope: Scope
) -> Naming:
    phrases = distribute(text, name)
    if len(group) > 1 and len(phrases) == len(group):
        return Naming(phrases, "list", subject=subject)
    if len(group) == 1 and len(phrases) > 1 and (frame.spread or _each_moves(text, phrases, group[0], frame)):
        return Naming(phrases, "each", each=True, subject=subject)
    phrase: Phrase = (name,)
    body = text[name.start : name.end]
    if named := _fuller(text, body, scope):
        return named
    if scope.metrics and _ATTRIBUTE.fullmatch(body):
        return Naming(((*_owner(text, scope.metrics[-1]), name),), "attribute", inherited=True, subject=subject)
    if scope.metrics and (front := _size_front(text, body, scope.metrics[-1])):
        phrase = (front, name)
    return Naming((phrase,), "noun-number", subject=subject)


def _owned(text: str, group: Sequence[Quantity], name: Span, right: Right) -> Naming | None:
    """总投资3.3亿元的快速路: the attribute before the number belongs to the noun after it."""
    attributive = text[group[-1].outer.end : group[-1].outer.end + 1] == "的" and right.strong
    if len(group) > 1 or not attributive or name.end - name.start > 6 or group[0].unit == "%":
        return None
    right.used = True
    return Naming(((right.noun, name),), "owner")


def _each_moves(text: str, phrases: Sequence[Phrase], quantity: Quantity, frame: Frame) -> bool:
    """A和B年均增长5%: each grows so, where each is an indicator by itself."""
    if quantity.unit_class != "ratio" or frame.change in (None, "level"):
        return False
    items = [text[phrase[-1 if len(phrase) == 1 else 0].start : phrase[0].end] for phrase in phrases]
    return all(item.endswith(SHARED_HEADS) for item in items) or "、" in text[phrases[0][0].start : phrases[-1][-1].end]


def _fuller(text: str, body: str, scope: Scope) -> Naming | None:
    """单位GDP二氧化碳排放量，到2020年，排放量将下降: the short name stands for the full one before."""
    before = scope.previous
    if before is None or not text[before.start : before.end].endswith(body) or before.end - before.start <= len(body):
        return None
    return Naming(((parse_left(text, before.start, before.end, ()).name,),), "clause-before")


def _owner(text: str, phrase: Phrase) -> Phrase:
    """The phrase without its own attribute: 水厂日处理能力 → 水厂."""
    *front, last = phrase
    found = None
    for start in range(last.start, last.end - 1):
        if _ATTRIBUTE.fullmatch(text[start : last.end]):
            found = start
            break
    if found is None:
        return phrase
    return (*front, Span(last.start, found)) if found > last.start else tuple(front)


def _size_front(text: str, body: str, before: Phrase) -> Span | None:
    """其中超20亿元项目: what came before the size class of the last indicator counts for this one too."""
    if not _SIZE.match(body):
        return None
    span = before[0]
    found = _SIZE.search(text, span.start, span.end)
    return Span(span.start, found.start()) if found and found.start() > span.start else None


def _inherit(text: str, group: Sequence[Quantity], frame: Frame, right: Right, scope: Scope) -> Naming:
    count = len(group)
    if count > 1 and len(scope.metrics) >= count:
        return Naming(tuple(scope.metrics[-count:]), "list-inherited", inherited=True)
    if scope.previous is not None and (named := _from_clause(text, group, frame, scope)):
        return named
    if scope.metrics:
        every = frame.spread and len(scope.metrics) > 1
        return Naming(tuple(scope.metrics) if every else (scope.metrics[-1],), "inherited", each=every, inherited=True)
    if right.noun.end > right.noun.start:
        right.used = True
        return Naming((_follow(text, frame.name, right),), "number-noun")
    return Naming(tuple(scope.before), "inherited", inherited=True)


_SAYS = re.compile(r"(?:介绍|表示|指出|认为|强调|说|称|显示)$")


def _from_clause(text: str, group: Sequence[Quantity], frame: Frame, scope: Scope) -> Naming | None:
    if scope.previous is None or _SAYS.search(text, scope.previous.start, scope.previous.end):
        return None
    no_times: tuple[Time, ...] = ()
    before = parse_left(text, scope.previous.start, scope.previous.end, no_times)
    phrases = distribute(text, before.name)
    if len(group) > 1 and len(phrases) == len(group):
        return Naming(phrases, "list-before")
    if phrases and frame.spread and len(group) == 1:
        return Naming(phrases, "list-before", each=len(phrases) > 1)
    if phrases and not scope.metrics:
        return Naming(((before.name,),), "clause-before", subject=before.subject)
    return None


def name_text(text: str, naming_phrase: Phrase, suffix: str) -> str:
    """The indicator's name as the claim carries it."""
    return words(text, naming_phrase) + suffix
