"""The claims of a series of numbers: what each measures, when, with which status, and how it is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Change, Comparator, Span, Status
from kg.pattern import late
from kg.recognise.amount.comparison import is_extreme
from kg.recognise.amount.quantity import Quantity
from kg.recognise.count.attending import HEADCOUNTS
from kg.recognise.count.implied import size_of, unit_of
from kg.recognise.figure.change import carried, change_of, goes_on
from kg.recognise.figure.duration import is_ahead
from kg.recognise.figure.measure import is_measure
from kg.recognise.figure.reading import Reading
from kg.recognise.mention import ClaimMention
from kg.recognise.metric.indicator import name_group
from kg.recognise.modality.awaited import due_behind, is_awaited
from kg.recognise.modality.status import Setting, status_of
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.share import SHARES
from kg.recognise.owner.complete import STRIVEN
from kg.recognise.syntax.attribute import OF_FIGURE
from kg.recognise.syntax.frame import Frame, parse_left
from kg.recognise.syntax.noun import Right
from kg.recognise.syntax.phrase import Phrase, is_area, trim, words
from kg.recognise.syntax.series import Series, leads_on
from kg.recognise.time.origin import is_measured_from
from kg.recognise.time.period import Time

_PIECES = 4
"""Of a name in more pieces, what follows inherits no more: names that inherit from names stay short."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A series taken apart: its part of the clause, what stands left and right of it, and what it measures."""

    series: Series
    part: Span
    frame: Frame
    naming: Naming

    @property
    def right(self) -> Right:
        return self.series.right


def claims_of(reading: Reading, series: Series, part: Span) -> tuple[ClaimMention, ...]:
    """The claims that the numbers of `series` make in their `part` of the clause, which the reading then knows of."""
    text = reading.text
    frame = parse_left(text, part.start, series.start, reading.times)
    naming = name_group(
        Place(text, series.quantities, frame, series.right, reading.scope, frame.name, reading.sentence)
    )
    reading.advance(series.quantities[0])
    claims = tuple(_claims(reading, _Parsed(series, part, frame, naming)))
    alike = _is_alike(reading, series, naming)
    if change := carried(text, Span(part.start, series.start), frame, reading.scope.change, alike=alike):
        claims = tuple(replace(c, change=change) if c.change == "level" and c.unit != "%" else c for c in claims)
    if not claims:
        series.right.used = False
    else:
        reading.scope.change = claims[-1].change if frame.change in (None, "new") else None
        told = [phrase[:-1] or phrase for phrase in naming.phrases] if naming.rule == "gap" else naming.phrases
        reading.scope.metrics += [phrase[:_PIECES] for phrase in told]
        reading.scope.share = naming.suffix if naming.suffix in SHARES else ""
        reading.scope.shared = naming.rule == "share"
        if naming.suffix in HEADCOUNTS.values():
            reading.scope.heads |= {phrase[:_PIECES]: naming.suffix for phrase in naming.phrases}
        unit = series.quantities[-1].unit
        for known in {unit, unit.partition("（")[0]}:  # 60万套（间），其中新建20万套
            reading.scope.units[known] = naming.whole or naming.phrases[-1]
    first = series.quantities[0]
    if frame.comes_from and leads_on(text, series):
        since = reading.origin.start(first, reading.time_of(frame))
        grew = frame.change in ("growth_rate", "decrease_by")
        return tuple(_starting_point(text, claim, since, claim.change if grew else "level") for claim in claims)
    if (base := reading.origin.base(first, reading.dated)) is not None:
        return tuple(_starting_point(text, claim, base, _before_then(text, claim)) for claim in claims)
    return claims


def _before_then(text: str, claim: ClaimMention) -> Change:
    """销售增长率为2%，比去年同期的 | 9%低: another year's growth is growth, too; else how much there was."""
    if words(text, claim.metric).endswith(("下降速度", "降幅", "跌幅")):
        return claim.change
    grew = claim.change == "growth_rate" and words(text, claim.metric).endswith(OF_FIGURE)
    return "growth_rate" if grew or words(text, claim.metric).endswith("增长率") else "level"


_PARALLEL = ("能力", "储量", "里程")
"""What is built up item by item: names that both end so are parallel."""


def _is_alike(reading: Reading, series: Series, naming: Naming) -> bool:
    """Whether a name ends as the one before in its sentence (原油开采能力, 天然气开采能力), is all there is, or tells
    where some of what is new is (新增患者9人，甲市 | 5人)."""
    last = reading.scope.last()
    if last and naming.inherited and naming.rule == "attribute" and reading.scope.change == "new":
        return is_area(words(reading.text, naming.phrases[-1][:1]))
    if not last or naming.inherited or not naming.phrases[-1]:
        return False
    if naming.rule != "noun-number":
        return goes_on(reading.text, series.start, naming.phrases[-1][-1].end)
    name, before = words(reading.text, naming.phrases[-1]), words(reading.text, last)
    return name != before and any(name.endswith(tail) and before.endswith(tail) for tail in _PARALLEL)


def _claims(reading: Reading, parsed: _Parsed) -> Iterator[ClaimMention]:
    quantities, naming = parsed.series.quantities, parsed.naming
    dates = reading.dates(len(quantities), spread=parsed.frame.spread) if len(naming.phrases) == 1 else ()
    one_each = len(naming.phrases) == len(quantities) > 1
    status: Status | None = None
    """That of the first, which the others of a list share."""
    for position, quantity in enumerate(quantities):
        if one_each:
            phrases = naming.phrases[position : position + 1]
        else:
            phrases = naming.phrases if naming.each else naming.phrases[:1]
        for phrase in (tuple(piece for piece in p if piece.end > piece.start) for p in phrases):
            if phrase and is_measure(reading.text, quantity, phrase, parsed.frame, parsed.right):
                claim = _claim(reading, parsed, quantity, phrase, status)
                status = claim.status if position == 0 else status
                yield replace(claim, time=dates[position]) if dates else claim


def _claim(
    reading: Reading, parsed: _Parsed, quantity: Quantity, phrase: Phrase, shared: Status | None
) -> ClaimMention:
    text, frame, naming = reading.text, parsed.frame, parsed.naming
    heads = naming.suffix in HEADCOUNTS.values()
    suffix = HEADCOUNTS.get(quantity.unit, naming.suffix) if heads else naming.suffix
    averaged = _AVERAGED.search(text, parsed.part.start, parsed.series.start) if quantity.unit == "%" else None
    again = naming.rule in _AGAIN and (quantity.unit in HEADCOUNTS or quantity.unit_class == "ratio")
    if again and not suffix and (known := reading.scope.heads.get(phrase)):
        suffix = HEADCOUNTS.get(quantity.unit, known)
    suffix = suffix or (f"{averaged[0]}增速" if averaged else "")
    metric = words(text, phrase) + suffix
    if not suffix and (suffix := size_of(quantity, metric)):
        metric += suffix
    before, time = reading.dated, _told_behind(reading, quantity, parsed.right) or reading.time_of(frame)
    bound = _CAPS.search(metric) is not None and frame.change not in ("increase_by", "decrease_by")
    bound = bound and not parsed.right.used
    status = "threshold" if bound else shared or status_of(text, quantity, _setting(reading, quantity, time))
    if status == "target":
        time = _due(reading, quantity, time)
    elif status == "other" and time and time.kind == "deadline" and _is_grant(reading, quantity, time):
        time = None
    change = change_of(text, quantity, frame, naming.rule, metric)
    if naming.rule == "tariff" and quantity.unit_class == "money" and status == "target" and change == "level":
        status = "other"
    if change == "level" and quantity.unit == "%" and _still_grows(reading, naming, phrase):
        change = "growth_rate"
    same = phrase == reading.scope.last() and (reading.change == "level" or change == "growth_rate")
    same = same or (change == "growth_rate" and frame.name.end > frame.name.start and metric.endswith(_YEARLY))
    reading.change = change
    if not (reading.apart or _compares(text, naming)):
        reading.said.tell(quantity, status)
    since = reading.origin.of(quantity, time)
    if since and change == "level" and not (quantity.unit == "%" and is_measured_from(text, since)):
        since = None
    if since and averaged and since.span.start < reading.clause.start:
        since = None  # the clause before compares with one year, an average has none of its own
    return ClaimMention(
        span=_quote(reading, parsed.part, quantity, () if naming.rule == "by-unit" else phrase),
        metric=phrase,
        suffix=suffix,
        quantity=_as_fall(quantity) if change == "decrease_by" else quantity,
        unit=_unit(reading, parsed, quantity, phrase),
        comparator="eq"
        if status == "observed" and is_extreme(text, quantity.span, quantity.outer)
        else _comparator(quantity, metric, parsed),
        change=change,
        status=status,
        time=time,
        baseline=since
        or (reading.origin.risen(reading.sentence, before, time, change) if same else None)
        or (None if frame.yearly else reading.origin.spanned(time, change, metric)),
        subject=frame.subject or naming.subject,
        rule=naming.rule,
        inherited=_inherited(reading, naming, phrase, time),
    )


def _told_behind(reading: Reading, quantity: Quantity, right: Right) -> Time | None:
    """The time that stands behind a number."""
    return _bracketed(reading, quantity) or _done_then(reading, quantity, right) or _to_be_done(reading, quantity)


def _bracketed(reading: Reading, quantity: Quantity) -> Time | None:
    """面积达到30公顷 | （2025年）, 实施周期为5年 | （2021—2025年）: what time a bracket tells."""
    opens = quantity.outer.end
    if reading.text[opens : opens + 1] != "（":
        return None
    told = (t for t in reading.times if opens < t.span.start <= opens + 2 and t.kind not in ("baseline", "origin"))
    return next((t for t in told if _CLOSES.match(reading.text, t.span.end)), None)


_CLOSES = late("(?:[底末]|之?前|以前)?）")
_COMPLETED = late(
    r"(?:之?前)?(?:将|要|力争|争取|确保|计划|可|能)?(?:全部|全面|基本|陆续|分批|如期|按期)?"
    r"(?:完成|建成|完工|竣工|投[入产用运]|交付|实现|到位|达标|达到|通车|开通)(?![的后])[^，。；]{0,8}(?=[，。；]|$)"
)
_IN_HAND = late(
    r"[新改扩修续]建|建[成设]|改[造善]|整治|完成|培育|打造|新增|实施|治理|更新|修[复缮编]|推进|安排|提[升高]|达到|培训|种植|创建"
)
_DESCRIBED = late(r"全长|总?投资|设计|占地|(?<!总)共?[设有]$")
"""全长90公里，| 2026年通车: what works are like, and not what is done by then."""
_LEADS_UP = late(r"，(?:将|要|力争|争取|确保|计划|预计|拟|目标)?[于在]?")
DONE_BY_REACH = 24
"""How far behind a number the clause may end that its own time follows."""


def _to_be_done(reading: Reading, quantity: Quantity) -> Time | None:
    """改造管网30公里，| 2025年底前 | 完成: when the next clause tells that and no more."""
    text, since, held = reading.text, quantity.outer.end, reading.time
    near = (t for t in reading.ahead if since <= t.span.start <= since + DONE_BY_REACH)
    time = next((t for t in near if t.kind not in ("baseline", "origin")), None)
    if time is None:
        return None
    if held and held.span.start >= reading.sentence.start and text.find("；", held.span.end, quantity.span.start) < 0:
        return None
    before = reading.clause.start, quantity.span.start
    if not _IN_HAND.search(text, *before) or _DESCRIBED.search(text, *before):
        return None
    comma = text.find("，", since, time.span.start)
    led = comma >= 0 and _LEADS_UP.fullmatch(text, comma, time.span.start)
    return time if led and _COMPLETED.match(text, time.span.end) else None


def _done_then(reading: Reading, quantity: Quantity, right: Right) -> Time | None:
    """10家企业 | 去年 | 上市: the time between those that are counted and what they do."""
    counted = quantity.unit_class in ("counter", "people", "self_naming") and right.used
    if not counted or right.action is None:
        return None
    since, until = right.noun.end, right.action.start
    near = (t for t in reading.times if since <= t.span.start <= since + _DONE_REACH and t.span.end <= until)
    return next((t for t in near if t.kind in _DONE and t.year != reading.stance.year), None)


_AGAIN = ("inherited", "list-inherited")
"""死亡30人，同比 | 下降8%: the number of people is told of again."""
_DONE = ("year", "relative", "month", "deadline")
_DONE_REACH = 4
"""Characters of 将陆续于."""


def _as_fall(quantity: Quantity) -> Quantity:
    """下滑（-7%）: how far it fell, which the sign only tells again."""
    return replace(quantity, value=abs(quantity.value))


def _due(reading: Reading, quantity: Quantity, time: Time | None) -> Time | None:
    """When an aim is to be reached, which is not always the time that was told before it."""
    stance = reading.stance
    if behind := due_behind(reading.text, quantity.outer.end, reading.times):
        return behind
    if is_ahead(reading.text, quantity):
        time = None  # that of what it is ahead of
    if time is not None and not stance.directive and time.year == stance.year:
        time = None if is_awaited(reading.text, reading.sentence, quantity.span.start, time) else time
    return reading.event_day() if time is None else time


_GRANTS = late("补助|补贴|资助|奖励|奖补|扶持|给予")


def _is_grant(reading: Reading, quantity: Quantity, time: Time) -> bool:
    """到2025年，龙头企业达到50家，对新认定的每家奖励 | 30万元: what is paid is not due by then."""
    before = time.span.end < reading.clause.start and quantity.unit_class == "money"
    since = max(time.span.end, reading.clause.start - GRANT_REACH)
    return before and _GRANTS.search(reading.text, since, reading.clause.end) is not None


GRANT_REACH = 20
"""How far before its clause the word for what is paid may stand: 国家级每户奖励50万元，| 省级每户 | 10万元."""


def _setting(reading: Reading, quantity: Quantity, time: Time | None) -> Setting:
    return Setting(
        reading.sentence,
        reading.clause,
        time,
        reading.stance,
        said=reading.said.of(quantity),
        ordered=reading.listing.ordered,
        aimed=reading.said.aimed,
    )


_CAPS = late(r"[上下]限$|(?<!债务)(?<!余额)限额$|最高[^，。；]{0,8}额度$")
"""Names of what a rule bounds: 贷款最高限额; 债务限额 is handed out."""
_YEARLY = ("年均增速", "年均增长率", "年平均增速", "年均复合增长率")
"""Names of what grew from one year to another: these are measured from the first."""
_AVERAGED = late(r"[两二三四五]年平均(?!增[速幅])")
"""GDP增长8%，两年平均 | 增长5%: the rate of no one year."""


_IN_PERCENT = ("率", "比重", "占比", "比例", "份额", "比", "度")
"""What is itself told in per cent: 10% behind its growth tells how much it is, and not how fast it grows."""


def _compares(text: str, naming: Naming) -> bool:
    """低于 | 3%的目标, 低于市场预期的 | 2%: what the figure told before is only compared with."""
    return naming.rule == "aim" or (naming.inherited and text.endswith("市场预期", *naming.phrases[-1][-1]))


def _still_grows(reading: Reading, naming: Naming, phrase: Phrase) -> bool:
    """贷款余额增长11%，保持在 | 10%以上; 物价上涨1%，低于 | 3%的目标: what grew before is told of its growth again."""
    compared = _compares(reading.text, naming)
    striven = naming.inherited and reading.text.endswith(STRIVEN, *phrase[-1])
    again = compared or striven or (naming.inherited and naming.rule in ("inherited", "list-inherited"))
    if not again or reading.change != "growth_rate" or reading.text.find("降", *reading.clause) >= 0:
        return False
    if striven:
        return any(phrase[0].start == metric[0].start for metric in reading.scope.metrics)
    named = phrase[:-1] if compared else phrase
    return named in reading.scope.metrics and not words(reading.text, named).endswith(_IN_PERCENT)


def _unit(reading: Reading, parsed: _Parsed, quantity: Quantity, phrase: Phrase) -> str:
    """The unit; where it is left out and the indicator is that of the number before, the unit of that one:
    突破3000万人次，达到3010万."""
    spelled = reading.text[quantity.span.start : quantity.span.end]
    bare = not quantity.unit and not quantity.unit_class and ("万" in spelled or "亿" in spelled)
    if bare and parsed.naming.rule == "inherited":
        known = reading.scope.units.items()
        same = next((unit for unit, named in reversed(known) if unit and unit != "%" and named == phrase), None)
        if same:
            return same
    return unit_of(reading.text, quantity, phrase, parsed.right)


def _quote(reading: Reading, part: Span, quantity: Quantity, phrase: Phrase) -> Span:
    """The clause up to the next item, from where the indicator begins if that is earlier in the sentence."""
    near = [piece.start for piece in phrase if piece.start >= reading.sentence.start]
    end = max(part.end, quantity.outer.end)
    if "%" in reading.text[part.start : part.end]:  # 41%的男生和36%的女生，| 曾受过批评
        end = max([end, *(piece.end for piece in phrase if end < piece.start and piece.end <= reading.sentence.end)])
    return trim(reading.text, Span(min([reading.clause.start, *near]), end))


def _inherited(reading: Reading, naming: Naming, phrase: Phrase, time: Time | None) -> tuple[tuple[str, Span], ...]:
    metric = (("metric", phrase[0]),) if naming.inherited else ()
    return (*metric, ("time", time.span)) if time is not None and time.span.start < reading.clause.start else metric


def _comparator(quantity: Quantity, metric: str, parsed: _Parsed) -> Comparator:
    """As written beside the number or before what it is measured against, else by 约 before the verb or 上限."""
    frame = parsed.frame
    if parsed.naming.rule == "yardstick":
        return "eq"
    if quantity.comparator != "eq" or parsed.naming.comparator:
        return quantity.comparator if quantity.comparator != "eq" else parsed.naming.comparator or "eq"
    if frame.at_least:
        return "ge"
    if frame.verb == "优于":
        return "lt" if _FINE.search(metric) else "gt"
    if frame.at_most:
        return "le"
    return "le" if metric.endswith(("上限", "限价")) else "approx" if frame.about else "eq"


_FINE = late("(?:精度|准确度|分辨[率力]|误差|耦合度|噪声|时间)$")
"""Of these less is better: 定位精度优于20米."""


_EXPECTATIONS = ("预期", "预测", "预估")
"""Names of what is foretold: what an expectation was before is foretold, too."""


def _starting_point(text: str, claim: ClaimMention, time: Time | None, change: Change = "level") -> ClaimMention:
    """The value a change began at: a level (or growth: 由下降3%转为增长5%) observed before, in the year it is measured
    from where that is told."""
    foretold = claim.status == "other" and words(text, claim.metric).endswith(_EXPECTATIONS)
    status: Status = claim.status if foretold or claim.status == "threshold" else "observed"
    return replace(claim, change=change, status=status, time=time, baseline=None, starting=True)
