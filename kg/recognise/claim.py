"""Claims: every number that measures something, with the indicator, the time and the status it has in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.model import Article, Block, Change, Comparator, Span, Status
from kg.pattern import late
from kg.recognise.amount.comparison import is_extreme
from kg.recognise.amount.quantity import Quantity, find_quantities
from kg.recognise.count.attending import HEADCOUNTS
from kg.recognise.count.classifier import describes, is_classifier
from kg.recognise.count.group import is_among
from kg.recognise.count.implied import size_of, unit_of
from kg.recognise.document.current import with_current
from kg.recognise.document.now import find_now
from kg.recognise.document.section import opening_section, section_of
from kg.recognise.document.stance import stance_of
from kg.recognise.figure.change import carried, change_of, goes_on
from kg.recognise.figure.duration import is_ahead
from kg.recognise.figure.measure import is_measure
from kg.recognise.figure.noise import is_noise
from kg.recognise.figure.reading import Reading
from kg.recognise.figure.repeat import (
    closes_lines,
    heads_story,
    in_headline,
    is_announced,
    is_detail,
    is_label,
    is_listed,
    is_remark,
    is_title,
    once,
)
from kg.recognise.mention import ClaimMention
from kg.recognise.metric.indicator import name_group
from kg.recognise.modality.awaited import is_awaited
from kg.recognise.modality.status import Setting, status_of
from kg.recognise.name.heard import Told, carries_on
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.share import SHARES
from kg.recognise.syntax.along import Along
from kg.recognise.syntax.attribute import OF_FIGURE
from kg.recognise.syntax.clause import clauses, sentences, without_dateline
from kg.recognise.syntax.frame import Frame, parse_left
from kg.recognise.syntax.noun import Right
from kg.recognise.syntax.phrase import Phrase, is_area, trim, words
from kg.recognise.syntax.series import Series, leads_on, next_start, read_series
from kg.recognise.time.onward import SHORT_LINE, moves_on, reads_on, with_period
from kg.recognise.time.period import Time, find_times
from kg.recognise.time.titled import with_titled

PIECES = 4
"""Of a name in more pieces, what follows inherits no more: names that inherit from names stay short."""


def find_claims(article: Article) -> tuple[ClaimMention, ...]:
    """Claims in text order; a number that a title only repeats counts once, in the body.

    >>> from kg.model import Block
    >>> text = "到2025年，城乡绿道达到80公里以上。"
    >>> [(words(text, c.metric), c.quantity.value, c.unit, c.comparator, c.time.year, c.status)
    ...     for c in find_claims(Article("", text, (Block(0, len(text)),)))]
    [('城乡绿道', Decimal('80'), '公里', 'ge', 2025, 'target')]
    """
    quantities = find_quantities(article.text)
    if not quantities:
        return ()
    now = find_now(article)
    times = with_titled(article.text, find_times(article.text, now), now)
    stance = stance_of(article, times, now)
    section = opening_section(article, stance, now)
    article = replace(article, published=now)
    dated, numbers = Along(times), Along(quantities)
    tabled, tables = _of_tables(article)
    found: list[tuple[ClaimMention, bool]] = []
    time: Time | None = None
    closed = closes_lines(article)
    period: Time | None = None
    intro: Time | None = None
    heading: tuple[Told, ...] = ()
    aim: Time | None = None
    before: Reading | None = None
    for block, after in zip_longest(article.blocks, article.blocks[1:]):
        if block.start >= quantities[-1].span.end:
            break
        here, inside = dated.within(block.start, block.end), numbers.within(block.start, block.end)
        section = section_of(article, block, here, section)
        listed = is_listed(article.text, block)
        lines = intro is not None and bool(inside) and block.end - block.start <= SHORT_LINE
        time = time or (intro if listed or lines else None) or (aim if is_detail(article.text, block) else None)
        reading = Reading(article.text, section.stance, time, section.governing, time is not None, heading)
        if before is not None:
            reading.follow(before, on=carries_on(article.text, block) or moves_on(article.text, block))
        title = is_title(article.text, block, closed=closed)
        # A block without numbers matters for the time that holds after it.
        if (inside or here or time) and block.table not in tables and not is_label(article.text, block):
            read = [*_read_block(reading, block, inside, here)]
            announces = title or (section.stance.bulletin and is_announced(article.text, block))
            if not (title and section.stance.bulletin and heads_story(article.text, block, after)):
                found += ((c, announces or _is_said_again(article.text, c)) for c in read)
        if title and section.stance.bulletin:
            heading = ((Span(block.start, block.end), here),)
        period = next((t for t in reversed(here) if t.kind == "period"), period)
        apart = listed or (title and section.stance.bulletin)
        goes_on = reads_on(article.text, block) and (section.stance.directive or not apart)
        time = with_period(reading.time, period) if goes_on else None
        before = reading
        intro = reading.time if article.text[block.end - 1] in "：:" else intro if listed or lines else None
        aim = aim if listed else reading.time if reading.time and reading.time.kind == "deadline" else None
    found += ((claim, False) for claim in tabled)
    claims = once(article.text, found)
    return claims if now else with_current(article.text, claims, times)


def _is_said_again(text: str, claim: ClaimMention) -> bool:
    return in_headline(text, claim.quantity.span.start) or is_remark(text, claim)


def _of_tables(article: Article) -> tuple[tuple[ClaimMention, ...], frozenset[int]]:
    """Claims of the tables and the numbers of these; what reads them is loaded for the first article that has some."""
    if not any(block.kind == "cell" for block in article.blocks):
        return (), frozenset()
    from kg.recognise.figure.table import find_table_claims  # noqa: PLC0415 - slow to import and seldom needed

    return find_table_claims(article)


_NOW = ("目前", "现在", "截至")
"""有望达到5亿吨，| 目前可用20天: what was foretold ends where the present is told of."""


def _read_block(
    reading: Reading, block: Block, quantities: Sequence[Quantity], times: Sequence[Time]
) -> Iterator[ClaimMention]:
    solid = [q for q in quantities if not is_noise(reading.text, q)]
    kept: list[Quantity] = []
    for quantity, after in zip_longest(solid, solid[1:]):
        before = kept[-1] if kept else None
        if not is_classifier(reading.text, quantity, after) and not describes(reading.text, before, quantity):
            kept.append(quantity)
    found, here, dated = Along(quantities), Along(kept), Along(times)
    for whole in sentences(reading.text, block):
        sentence = without_dateline(reading.text, whole) if whole.start == block.start else whole
        reading.enter(sentence)
        numbers = tuple(q.span for q in found.within(*sentence))
        if not numbers and not dated.within(*sentence):
            reading.heard.add(sentence, None)
            continue
        for clause in clauses(reading.text, sentence, numbers):
            reading.clause = Span(clause.start, clause.end)
            reading.times, reading.passed = dated.within(clause.start, clause.end), 0
            reading.origin.times, reading.origin.clause = reading.times, reading.clause
            inside = here.within(clause.start, clause.end)
            if reading.said == "other" and reading.text.startswith(_NOW, clause.start):
                reading.said = None
            if not inside:
                reading.note(clause)
                continue
            start = clause.start
            told = [*read_series(reading.text, clause, inside)]
            for series, after in zip_longest(told, told[1:]):
                end = _item_end(reading.text, series, after) if after else clause.end
                read = _read_series(reading, series, Span(start, end))
                yield from (c for c in read if not is_among(reading.text, c.quantity))
                start = next_start(reading.text, series)
            reading.trail(inside[-1])
            reading.scope.since = clause.end


def _item_end(text: str, series: Series, after: Series) -> int:
    """Where what is told with a number ends and the item of the next begins: 建成A馆5座、| B馆3座."""
    joint = text.rfind("、", series.end, after.start)
    while joint >= 0 and text.rfind("（", series.end, joint) > text.rfind("）", series.end, joint):
        joint = text.rfind("、", series.end, joint)  # 省（区 | 、市）
    return joint if joint >= 0 else after.start


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


def _read_series(reading: Reading, series: Series, part: Span) -> tuple[ClaimMention, ...]:
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
        reading.scope.metrics += [phrase[:PIECES] for phrase in told]
        reading.scope.share = naming.suffix if naming.suffix in SHARES else ""
        reading.scope.shared = naming.rule == "share"
        reading.scope.units[series.quantities[-1].unit] = naming.whole or naming.phrases[-1]
    first = series.quantities[0]
    if frame.comes_from and leads_on(text, series):
        since = reading.origin.start(first, reading.time_of(frame))
        grew = frame.change in ("growth_rate", "decrease_by")
        return tuple(_starting_point(claim, since, claim.change if grew else "level") for claim in claims)
    if (base := reading.origin.base(first, reading.dated)) is not None:
        return tuple(_starting_point(claim, base, _before_then(text, claim)) for claim in claims)
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
    if not last or naming.inherited:
        return False
    if naming.rule != "noun-number":
        return goes_on(reading.text, series.start, naming.phrases[-1][-1].end)
    name, before = words(reading.text, naming.phrases[-1]), words(reading.text, last)
    return name != before and any(name.endswith(tail) and before.endswith(tail) for tail in _PARALLEL)


def _claims(reading: Reading, parsed: _Parsed) -> Iterator[ClaimMention]:
    quantities, naming = parsed.series.quantities, parsed.naming
    dates = reading.dates(len(quantities)) if parsed.frame.spread and len(naming.phrases) == 1 else ()
    one_each = len(naming.phrases) == len(quantities) > 1
    for position, quantity in enumerate(quantities):
        if one_each:
            phrases = naming.phrases[position : position + 1]
        else:
            phrases = naming.phrases if naming.each else naming.phrases[:1]
        for phrase in (tuple(piece for piece in p if piece.end > piece.start) for p in phrases):
            if phrase and is_measure(reading.text, quantity, phrase, parsed.frame, parsed.right):
                claim = _claim(reading, parsed, quantity, phrase)
                yield replace(claim, time=dates[position]) if dates else claim


def _claim(reading: Reading, parsed: _Parsed, quantity: Quantity, phrase: Phrase) -> ClaimMention:
    text, frame, naming = reading.text, parsed.frame, parsed.naming
    heads = naming.suffix in HEADCOUNTS.values()
    suffix = HEADCOUNTS.get(quantity.unit, naming.suffix) if heads else naming.suffix
    averaged = _AVERAGED.search(text, parsed.part.start, parsed.series.start) if quantity.unit == "%" else None
    suffix = suffix or (f"{averaged[0]}增速" if averaged else "")
    metric = words(text, phrase) + suffix
    if not suffix and (suffix := size_of(quantity, metric)):
        metric += suffix
    before, time = reading.dated, reading.time_of(frame)
    status = status_of(text, quantity, Setting(reading.sentence, reading.clause, time, reading.stance, reading.said))
    if metric.endswith(("上限", "下限")) and not parsed.right.used:
        status = "threshold"
    if status == "target" and is_ahead(text, quantity):
        time = None  # the year before is that of what it is ahead of
    if status == "target" and time is not None and not reading.stance.directive and time.year == reading.stance.year:
        time = None if is_awaited(text, reading.sentence, quantity.span.start, time) else time
    if status == "target" and time is None:
        time = reading.event_day()
    change = change_of(text, quantity, frame, naming.rule, metric)
    if change == "level" and quantity.unit == "%" and _still_grows(reading, naming, phrase):
        change = "growth_rate"
    same = phrase == reading.scope.last() and (reading.change == "level" or change == "growth_rate")
    same = same or (change == "growth_rate" and frame.name.end > frame.name.start and metric.endswith(_YEARLY))
    reading.change = change
    reading.said = reading.said if reading.apart or _compares(text, naming) else status
    since = reading.origin.of(quantity, time)
    if since and averaged and since.span.start < reading.clause.start:
        since = None  # the clause before compares with one year, an average has none of its own
    return ClaimMention(
        span=_quote(reading, parsed.part, () if naming.rule == "by-unit" else phrase),
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


def _as_fall(quantity: Quantity) -> Quantity:
    """下滑（-7%）: how far it fell, which the sign only tells again."""
    return replace(quantity, value=abs(quantity.value))


_YEARLY = ("年均增速", "年均增长率", "年平均增速", "年均复合增长率")
_AVERAGED = late(r"[两二三四五]年平均(?!增[速幅])")
"""GDP增长8%，两年平均 | 增长5%: the rate of no one year."""


_SHARES = ("率", "比重", "占比", "比例", "份额", "比", "度")
"""What is told in per cent itself, and does not only grow by so many."""


def _compares(text: str, naming: Naming) -> bool:
    """低于 | 3%的目标, 低于市场预期的 | 2%: what the figure told before is only compared with."""
    return naming.rule == "aim" or (naming.inherited and text.endswith("市场预期", *naming.phrases[-1][-1]))


def _still_grows(reading: Reading, naming: Naming, phrase: Phrase) -> bool:
    """贷款余额增长11%，保持在 | 10%以上; 物价上涨1%，低于 | 3%的目标: what grew before is told of its growth again."""
    compared = _compares(reading.text, naming)
    again = compared or (naming.inherited and naming.rule in ("inherited", "list-inherited"))
    if not again or reading.change != "growth_rate" or reading.text.find("降", *reading.clause) >= 0:
        return False
    named = phrase[:-1] if compared else phrase
    return named in reading.scope.metrics and not words(reading.text, named).endswith(_SHARES)


def _unit(reading: Reading, parsed: _Parsed, quantity: Quantity, phrase: Phrase) -> str:
    """The unit; where it is left out and the indicator is that of the number before, the unit of that one:
    突破2000万人次，达到2010万."""
    spelled = reading.text[quantity.span.start : quantity.span.end]
    bare = not quantity.unit and not quantity.unit_class and ("万" in spelled or "亿" in spelled)
    if bare and parsed.naming.rule == "inherited":
        known = reading.scope.units.items()
        same = next((unit for unit, named in reversed(known) if unit and unit != "%" and named == phrase), None)
        if same:
            return same
    return unit_of(reading.text, quantity, phrase, parsed.right)


def _quote(reading: Reading, part: Span, phrase: Phrase) -> Span:
    """The clause up to the next item, from where the indicator begins if that is earlier in the sentence."""
    near = [piece.start for piece in phrase if piece.start >= reading.sentence.start]
    end = part.end
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
    capped = metric.endswith(("上限", "限价")) and frame.change in (None, "level") and not frame.comes_from
    return "le" if capped else "approx" if frame.about else "eq"


_FINE = late("(?:精度|准确度|分辨[率力]|误差|耦合度|噪声|时间)$")
"""Of these less is better: 定位精度优于20米."""


def _starting_point(claim: ClaimMention, time: Time | None, change: Change = "level") -> ClaimMention:
    """The value a change began at: a level (or growth: 由下降3%转为增长5%) observed before, in the year it is measured
    from where that is told."""
    status: Status = claim.status if claim.status == "threshold" else "observed"
    return replace(claim, change=change, status=status, time=time, baseline=None, starting=True)
