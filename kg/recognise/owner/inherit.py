"""Names that stand before the clause of a number: inherited, named by the clause before, the amount for each."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import ATTRIBUTES, ENDS, SHARED_HEADS
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.attending import HEADCOUNTS
from kg.recognise.count.counted import phrase_of
from kg.recognise.modality.payment import GRANT
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.rank import without_rank
from kg.recognise.name.topic import tells_record, topic_of
from kg.recognise.syntax.attribute import owner_of, without_figure
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.coordination import distribute, halve, lacks
from kg.recognise.syntax.exemplar import exemplify
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import Phrase

_MEASURES = (
    "率",
    "差值",
    "差距",
    "价差",
    "利差",
    "量",
    "额",
    "比重",
    "面积",
    "周期",
    "收入",
    "支出",
    "产值",
    "增加值",
    "人数",
    "户数",
    "成本",
    "利润",
    "标准",
    "时间",
    "时限",
    "价格",
    "规模",
    "浓度",
    "强度",
    "密度",
    "人口",
    "比例",
    "指数",
    "额度",
)
"""What a clause ends in that only names what the next one measures: 农民人均收入，2020年为2万元."""


_FIGURES = (*_MEASURES, *SHARED_HEADS, *ATTRIBUTES)


def fuller(place: Place) -> Naming | None:
    """单位GDP甲烷排放量，到2025年，排放量将下降: the short name stands for the full one told before."""
    if not place.words.endswith((*_FIGURES, "差距")) or place.scope.previous is None:
        return None
    for clause, times in reversed(place.scope.told):
        if clause.start < place.scope.since:
            return None
        if clause.end - clause.start > place.size and place.text.endswith(place.words, *clause):
            return Naming(((parse_left(place.text, *clause, times).name,),), "clause-before")
    return None


def figure_before(place: Place) -> Span | None:
    """高档餐饮的营业额，北京下降35%: what the clause before says is measured, where it names a figure."""
    before = place.scope.previous
    if before is None or not place.text.endswith(_FIGURES, *before):
        return None
    return parse_left(place.text, before.start, before.end, place.scope.noted).name


_EACH = late(r"(?:平均)?(?:每[\u4e00-\u9fff]{1,2})+(?:最高|最多)?|(?:全?年|月|每年|每月)?人均|[日月周季户校村]均")

_EARNS = ("增收", "减收")
"""户均 | 增收3000元: the verb tells what it is of."""
_COSTS_EACH = late(
    r"([^，]{2,}?)(?:分别|均)?(?:(?:达|提[高升]|降低|调整|[上下]调|核定|确定|[提升降])?[为是至到]|报|[收定维持]+[于在报]|(?<![内存现所潜])在|[跌突]破)(每[\u4e00-\u9fff]{1,3})"
)
"""处理成本为每立方米2.4元, 期货价格分别收于每桶60元和每桶64元."""


def per_each(place: Place) -> Naming | None:
    """购房消费券，每套最高6万元; 登记企业增长5%，平均每天新增1万户: the amount for each of what was named before."""
    if costs := _COSTS_EACH.fullmatch(place.text, place.name.start, place.name.end):
        what = Span(*costs.span(1))
        items = distribute(place.text, what)
        items = items if len(items) == len(place.group) else ((what,),)
        return Naming(tuple((Span(*costs.span(2)), *item) for item in items), "noun-number", subject=place.subject)
    if place.frame.change == "new" and place.words.endswith(place.frame.verb):
        place = replace(place, name=Span(place.name.start, place.name.end - len(place.frame.verb)))
    if not _EACH.fullmatch(place.words):
        return None
    if place.frame.verb in _EARNS:
        earned = place.text.rfind(place.frame.verb, place.name.end, place.first.outer.start)
        return Naming(
            ((Span(place.name.start, earned + len(place.frame.verb)),),), "noun-number", subject=place.subject
        )
    if (metrics := place.scope.metrics) and place.scope.previous is None:
        told = metrics[-len(place.group) :] if len(metrics) >= len(place.group) else metrics[-1:]
        return Naming(tuple((place.name, *metric) for metric in told), "attribute", inherited=True)
    named = _from_clause(replace(place, scope=replace(place.scope, metrics=[])))
    return replace(named, phrases=tuple((place.name, *phrase) for phrase in named.phrases)) if named else None


_COMPARED = late("(?:[同环]比|[较比])[^，；]*$")
COMPARED_REACH = 24
"""How far before a number 同比 or 较上月 tells that the figure itself moves, not what was foretold of it."""


def _moves_itself(place: Place) -> bool:
    """升幅为2%；较上月上升10亿元: the figure rises, and not its growth (增速比上月高3个百分点)."""
    start = place.first.outer.start
    if place.first.unit in ("个百分点", "百分点"):
        return False
    return _COMPARED.search(place.text, max(place.sentence.start, start - COMPARED_REACH), start) is not None


_PACES = ("增速", "增幅", "涨幅", "降幅", "跌幅")


def _grows_itself(place: Place) -> bool:
    """跌幅缩小2个百分点，其中9月 | 增长4%: what grows by so many per cent is no rate of growth."""
    grows = place.first.unit == "%" and place.frame.change in ("growth_rate", "decrease_by")
    return grows and place.text.endswith(_PACES, *place.scope.metrics[-1][-1])


def inherit(place: Place) -> Naming:
    """No name beside the number: the last ones of the sentence, or the clause before, or the noun after it."""
    metrics, count = place.scope.metrics, len(place.group)
    if own := _written(place) or _reached(place) or _headcount(place) or _paired(place):
        return own
    if 1 < count <= len(metrics):
        return Naming(tuple(metrics[-count:]), "list-inherited", lacks(place.text, metrics[-1]), inherited=True)
    previous = place.scope.previous
    nearer = metrics and previous is not None and metrics[-1][0].start >= previous.end
    if not nearer and (named := _from_clause(place)):
        return named
    if metrics:
        if same := _told_in_unit(place):
            return Naming((same,), "inherited", inherited=True)
        every = place.frame.spread and len(metrics) > 1
        if _moves_itself(place) or _grows_itself(place):
            metrics = [without_figure(place.text, metric) for metric in metrics]
        halved = lacks(place.text, metrics[-1])
        return Naming(tuple(metrics) if every else (metrics[-1],), "inherited", halved, each=every, inherited=True)
    if place.right.noun.end > place.right.noun.start:
        place.right.used = True
        return Naming((phrase_of(place, place.frame.name),), "number-noun")
    summed = _summed(place)
    return Naming((summed,) if summed else tuple(place.scope.before), "inherited", inherited=True)


_SUMMED = late(r"累计|合计|共计|总计")
SUMMED_REACH = 8
"""How far before a number such a word may stand."""


def _summed(place: Place) -> Phrase | None:
    """8月快递3亿件，其中农村占三成。1至8月累计 | 24亿件: what was told in that unit, and no share of it."""
    known, before = place.scope.units.get(place.first.unit), place.scope.before
    start = place.first.outer.start
    if not known or not before or known == before[-1] or place.first.unit_class == "ratio":
        return None
    if not _SUMMED.search(place.text, max(place.sentence.start, start - SUMMED_REACH), start):
        return None
    return known[1:] if len(known) > 1 and _EACH.fullmatch(place.text, *known[0]) else known


_MOVED = (
    r"(?:[同环]比|实际|名义)?(?:增[长加]|上[升涨]|提[高升]|下[降跌]|减少|回[升落])(?:了|约|近)?[0-9.]+(?:%|个百分点)"
)
_EACH_MOVED = late(rf"分别{_MOVED}(?:[、和，][0-9.]+%)*[、和，]{_MOVED}(?:[、和，](?:{_MOVED}|[0-9.]+%))*")
_NUMBER = late(r"[0-9.]+(?=%|个百分点)")
PAIRED_REACH = 80
"""How far before the last of such numbers 分别 may stand."""


def _paired(place: Place) -> Naming | None:
    """货运量5亿吨、客运量8亿人次，分别 | 增长12%、下降14%: the numbers of two verbs, one for each name
    in their order."""
    metrics, start = place.scope.metrics, place.first.span.start
    if place.first.unit not in ("%", "个百分点") or len(metrics) < 2:
        return None
    runs = _EACH_MOVED.finditer(place.text, max(place.sentence.start, start - PAIRED_REACH), place.sentence.end)
    run = next((r for r in runs if r.start() < start < r.end()), None)
    told = len(_NUMBER.findall(run[0])) if run else 0  # those read before have been added to the names by now
    if not 0 < told <= len(metrics):
        return None
    paired = tuple(metrics[-told:][: len(place.group)])
    return Naming(paired, "list-inherited", lacks(place.text, paired[-1]), inherited=True)


_BY = ("increase_by", "decrease_by")
_TO = ("increase_to", "decrease_to")
"""需求量4000万吨，占消费的5%；2060年增至 | 1.3亿吨: told in tons again, and no share."""
_REST = ("其余", "剩余", "余下", "其他")
"""其余 | 23所: the others of those that were counted so."""


def _told_in_unit(place: Place) -> Phrase | None:
    """存煤1200万吨，可用20天，较月初增加 | 60万吨: by so many tons moves what was told in tons."""
    known, last = place.scope.units.get(place.first.unit), place.scope.metrics[-1]
    moves = place.frame.change in _BY or (place.frame.change in _TO and place.scope.share)
    moved = moves and place.first.unit_class in ("physical", "money", "time", "people")
    rest = place.first.unit_class == "counter" and place.text.endswith(_REST, 0, place.first.outer.start)
    if not (moved or rest) or not known or known == last or known not in place.scope.metrics or place.frame.spread:
        return None
    each = any(unit.startswith(f"{place.first.unit}/") for unit, named in place.scope.units.items() if named == last)
    return None if each else known


_REACHING = ("惠及", "覆盖", "涉及", "服务", "带动", "受益", "影响", "辐射", "吸引")


def _written(place: Place) -> Naming | None:
    """《纲要》共10章、31目，5万字: how long what has so many parts is."""
    if place.first.unit != "字" or place.right.strong or (before := place.scope.previous) is None:
        return None
    parts = _PARTS.match(place.text, before.start, before.end)
    return Naming(((Span(*parts.span("what")),),), "attribute", "字数") if parts else None


_PARTS = late(r"(?P<what>[^，]{1,40}?)(?:全[文书])?(?:[共有分]|共[有分])[0-9一二三四五六七八九十百]")


_REACHED = {**HEADCOUNTS, "人次": "人次", "名": "人数"}


def _reached(place: Place) -> Naming | None:
    """降低利率，惠及5000多万户: whom it reaches is told by the verb alone."""
    opened, unit, end = place.frame.opened, place.first.unit, place.name.end
    at = place.text.rfind(opened, max(place.sentence.start, end - REACHING_SPAN), end) if opened in _REACHING else -1
    if at < 0 or unit not in _REACHED or place.right.strong:
        return None
    left = max(place.sentence.start, at - LONG_SUBJECT - 1)
    opens = clause_start(place.text, left, at, "，；、：")
    start = opens if SUBJECT_SIZE <= at - opens <= LONG_SUBJECT else at
    return Naming(((Span(start, at + len(opened)),),), "noun-number", _REACHED[unit])


REACHING_SPAN = 4
"""How far before a number a verb of reaching stands."""
SUBJECT_SIZE, LONG_SUBJECT = 4, 20
"""How long the subject is that is kept with a verb of reaching."""


def _headcount(place: Place) -> Naming | None:
    """甲村面积3平方公里，505户1748人: households and people of what was named first."""
    unit = place.first.unit
    if (
        not place.scope.metrics
        or unit not in HEADCOUNTS
        or unit in place.scope.units
        or place.frame.change not in (None, "level")
    ):
        return None
    owner = owner_of(place.text, place.scope.metrics[0])
    return Naming((owner,), "attribute", HEADCOUNTS[unit], inherited=True) if owner else None


_GRANTED = late(rf"(?:给予|享受|发放)(?:[^，]*的)?(?P<what>[\u4e00-\u9fff]{{0,8}}(?:{GRANT}|减免))")


def _granted(place: Place, clause: Span) -> Naming | None:
    """给予三年房租补贴，其中前两年100%: the grant that the clause before tells of."""
    found = _GRANTED.search(place.text, *clause) if place.first.unit_class in ("ratio", "money") else None
    if found is None or found.end() != clause.end:
        return None
    return Naming(((Span(*found.span("what")),),), "clause-before")


def _topic(place: Place, previous: Span) -> Span | None:
    """夏粮在干旱下，再获丰收，首次突破: what the last clause is about, or, where that tells a record, one before."""
    since = place.scope.since
    for clause, times in reversed(place.scope.told):
        if clause.start < since:
            break
        if found := topic_of(place.text, clause, times):
            return found
        if not tells_record(place.text, clause):
            break
    return None


_COMPARES = late("[同与和跟][^，。；]{2,30}相?比较?")


_IN_ALL = late(r"(?:一共|总共|共|合|总)计?(?:有|达)?(?:约|近|超过?)?$")
IN_ALL_REACH = 6
"""How far before a number such words may stand."""


def _is_sum_of(place: Place, previous: Span) -> bool:
    """市档案馆开放馆藏档案，共计 | 3万件: so many are what the clause ends in, not what it is about."""
    text, start = place.text, place.first.outer.start
    if place.first.unit_class != "counter" or text.endswith(ENDS, *previous):
        return False
    return _IN_ALL.search(text, max(place.sentence.start, start - IN_ALL_REACH), start) is not None


def _from_clause(place: Place) -> Naming | None:
    """农村…收入和城镇…收入，2000年分别达到: the clause before names what is measured."""
    previous = place.scope.previous
    if previous is None or _COMPARES.fullmatch(place.text, *previous):
        return None
    before = parse_left(place.text, *without_rank(place.text, previous), place.scope.noted)
    named = place.text.endswith(_MEASURES, *before.name)
    if not named and not _is_sum_of(place, previous) and (topic := _topic(place, previous)):
        before = replace(before, name=topic)
    phrases = distribute(place.text, before.name)
    if place.frame.spread and len(place.group) > len(phrases) == 1:
        phrases = exemplify(place.text, before.name, len(place.group)) or phrases
    if place.frame.spread and len(place.group) <= 2 and len(phrases) == 1:
        phrases = halve(place.text, before.name) or phrases
    halved = lacks(place.text, phrases[-1]) if phrases else ""
    if len(place.group) > 1 and len(phrases) == len(place.group):
        return Naming(phrases, "list-before", halved)
    if phrases and place.frame.spread and len(place.group) == 1:
        return Naming(phrases, "list-before", halved, each=len(phrases) > 1)
    metrics = place.scope.metrics
    if granted := _granted(place, previous):
        return granted
    if phrases and (not metrics or place.text.endswith(_MEASURES, before.name.start, before.name.end)):
        return Naming(((before.name,),), "clause-before", subject=before.subject)
    return None
