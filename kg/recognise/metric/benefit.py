"""Whom something reaches: 惠及人次 and 受益人口 say nothing without what does so, which was named before."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import topic_of
from kg.recognise.syntax.attribute import is_attribute, owner_of
from kg.recognise.syntax.phrase import Phrase, trim, words

_REACHES = late(
    "(?:直接)?(?:惠及|受[益惠])|带动|(?:涉及|覆盖|服务|辐射)(?:居民|群众|人[口数次]|[农牧用]?户|学生|老年?人|职工|市民|村民|企业)"
)
_DOES = late("累计|已(?!知)|共(?=[有向为])|(?:直接)?(?:惠及|带动)|(?:直接)?受益")
"""甲工程 | 累计调水: what does good, and what it has done so far."""
_DEED = late(
    r"(?:实施|实行|推行|推进|推广|开展|落实|出台|建立|健全|完善|发放|启动|提高|扩大|降低|减免)了?(?P<thing>[^，。；：（）]{4,24}?)(?:政策|措施|举措)?(?:以来)?$"
)
"""实施 | 营养改善计划."""
LONGEST = 24
"""Longest name of what does good, in characters."""


def with_benefactor(place: Place, naming: Naming) -> Naming:
    """以旧换新销售额超300亿元，惠及1200万人次: whom 以旧换新 reaches."""
    first = naming.phrases[0][0] if len(naming.phrases) == 1 and naming.phrases[0] else None
    if first is None or naming.inherited or not _REACHES.match(place.text, *first):
        return naming
    if first.start < place.sentence.start or _has_own(place, first):
        return naming
    does = _benefactor(place)
    if does is None:
        return naming
    return replace(naming, phrases=((*does, *naming.phrases[0]),), rule="attribute", inherited=True)


def _has_own(place: Place, name: Span) -> bool:
    """Whether its clause tells whose they are (全市), what does so, or whom (使 | 3000户 | 受益) before the verb."""
    opens = max(place.text.rfind(mark, place.sentence.start, name.start) for mark in "，；：") + 1
    left = trim(place.text, Span(max(opens, place.sentence.start), min(name.start, place.first.outer.start)))
    whose = place.subject or place.frame.subject
    return whose is not None or left.end - left.start > OWN_SIZE


OWN_SIZE = 4
"""已累计, 每年, 可: shorter words before the verb name nothing."""


def _benefactor(place: Place) -> Phrase | None:
    """What the sentence measured last is of; else what the clause before does or is about."""
    text, metrics, before = place.text, place.scope.metrics, place.scope.previous
    if before is None:
        last = metrics[-1][:1] if metrics and place.scope.shared else metrics[-1] if metrics else ()
        return _owner(text, last) if last else None
    if before.start < place.sentence.start:
        return None
    if (deed := _DEED.search(text, *before)) and not is_attribute(deed["thing"]):
        return (Span(*deed.span("thing")),)
    topic = topic_of(text, before, place.scope.noted)
    return (topic,) if topic and not _NO_BENEFACTOR.search(text[slice(*topic)]) else None


_NO_BENEFACTOR = late(
    r"(?:[每率量省市县区村镇乡州户）]|次次|居民|群众|农田|人[次数])$|^(?:超额|完成|增加|减少|一次|直接|(?:[\u4e00-\u9fff]{1,4}[省市县区镇村])?(?:直接)?(?:扶持|吸纳|安置))"
)
"""Where those reached live, and what is only done or grows."""


def _owner(text: str, metric: Phrase) -> Phrase | None:
    """甲工程累计调水 → 甲工程; 以旧换新销售额 → 以旧换新."""
    first = metric[0]
    first = Span(first.start + 2 * text.startswith("累计", first.start), first.end)
    does = _DOES.search(text, first.start + 2, first.end)
    owner = (Span(first.start, does.start()),) if does else owner_of(text, (first, *metric[1:]))
    size = sum(piece.end - piece.start for piece in owner)
    if not 2 <= size <= LONGEST or _REACHES.match(text, *owner[0]):
        return None
    return None if _NO_BENEFACTOR.search(words(text, owner)) else owner
