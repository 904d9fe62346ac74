"""Claims: every number that measures something, with the indicator, the time and the status it has in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from dataclasses import dataclass, field, replace

import re

from kg.model import Article, Block, Change, Comparator, Span, Status
from kg.recognise.clause import Clause, clauses, sentences
from kg.recognise.frame import Frame, parse_left
from kg.recognise.indicator import Naming, Scope, name_group
from kg.recognise.measure import change_of, is_classifier, is_measure, is_noise, unit_of
from kg.recognise.noun import Right, parse_right
from kg.recognise.period import Time, find_times
from kg.recognise.phrase import Phrase, trim, words
from kg.recognise.quantity import Quantity, find_quantities
from kg.recognise.status import Setting, Stance, stance_of, status_of


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """A claim before plans and regions are known; slots as in `kg.model.Claim`."""

    span: Span
    metric: Phrase
    suffix: str
    quantity: Quantity
    unit: str
    comparator: Comparator
    change: Change
    status: Status
    time: Time | None
    baseline: Time | None
    subject: Span | None
    rule: str
    on_year: bool = False
    starting: bool = False
    """从 this value: where a change began."""
    inherited: tuple[tuple[str, Span], ...] = ()


@dataclass(slots=True)
class _Reading:
    """Where the reader of a paragraph is: the time that governs, and what the sentence has named."""

    text: str
    stance: Stance
    time: Time | None = None
    section: Time | None = None
    """The period that the heading above names."""
    baseline: Time | None = None
    scope: Scope = field(default_factory=Scope)
    sentence: Span = Span(0, 0)
    clause: Span = Span(0, 0)
    reads_on: bool = False
    """The block before had no full stop: its time governs this one."""


_LINK = re.compile(r"\s*(?:、|和|及|与|以及|或|，|/)?\s*[“”‘’]?\s*(?:约)?")
_TITLE = re.compile(r"\s*(?:原标题|标题|来源|责任编辑|责编|编辑|记者)\s*[:：]")


def find_claims(article: Article) -> tuple[ClaimMention, ...]:
    """Claims in text order; a number that a title only repeats counts once, in the body."""
    quantities = find_quantities(article.text)
    if not quantities:
        return ()
    times = find_times(article.text, article.published)
    stance = stance_of(article, times)
    quantity_starts, time_starts = [q.span.start for q in quantities], [t.span.start for t in times]
    found: list[tuple[ClaimMention, bool]] = []
    time: Time | None = None
    section: Time | None = None
    for block in article.blocks:
        if block.kind == "heading":
            inside_heading = (t for t in times if block.start <= t.span.start < block.end and t.kind == "period")
            section = next(inside_heading, None)
        reading = _Reading(article.text, stance, time, section, reads_on=time is not None)
        title = _is_title(article.text, block)
        if not _TITLE.match(article.text, block.start, block.end):
            for sentence in sentences(article.text, block):
                inside = quantities[
                    bisect_left(quantity_starts, sentence.start) : bisect_left(quantity_starts, sentence.end)
                ]
                here = times[bisect_left(time_starts, sentence.start) : bisect_left(time_starts, sentence.end)]
                found += ((c, title or _in_headline(article.text, c)) for c in _read_sentence(reading, sentence, inside, here))
        time = reading.time if _goes_on(article.text, block) else None
    return tuple(_once(article.text, found))


def _is_title(text: str, block: Block) -> bool:
    return block.kind == "heading" or (block.end - block.start < 45 and text[block.end - 1] not in "。；;！”）)：:，")


def _in_headline(text: str, claim: ClaimMention) -> bool:
    """Inside 【…】, the headline that agencies put before their first sentence."""
    opened = text.rfind("【", 0, claim.quantity.span.start)
    return opened >= 0 and text.find("】", opened, claim.quantity.span.start) < 0


def _goes_on(text: str, block: Block) -> bool:
    """Whether the next block reads on in the time of this one: items of a list, lines without a full stop."""
    return block.kind == "item" or text[block.end - 1] not in "。！？!?"


def _once(text: str, found: Sequence[tuple[ClaimMention, bool]]) -> Iterator[ClaimMention]:
    """Each figure once: a title or summary repeats what the body says in full."""
    body = {c.quantity.value for c, title in found if not title}
    kept: list[ClaimMention] = []
    for claim, title in found:
        if title and claim.quantity.value in body:
            continue
        twin = next((k for k, other in enumerate(kept) if _repeats(text, claim, other)), None)
        if twin is None:
            kept.append(claim)
        elif len(words(text, claim.metric)) > len(words(text, kept[twin].metric)):
            kept[twin] = claim
    yield from sorted(kept, key=lambda c: (c.quantity.span.start, c.metric))


def _repeats(text: str, claim: ClaimMention, other: ClaimMention) -> bool:
    """The same figure of the same thing said twice: as distinctive as 57.35万, and named with mostly the same words."""
    same = claim.quantity.value == other.quantity.value and claim.quantity.high == other.quantity.high and claim.unit == other.unit
    if not same or claim.change != other.change or claim.quantity.span == other.quantity.span:
        return False
    first, second = words(text, claim.metric) + claim.suffix, words(text, other.metric) + other.suffix
    if first == second:
        return _year(claim) == _year(other)
    shared = set(first) & set(second)
    digits = len(str(claim.quantity.value).strip("0").replace(".", ""))
    return digits > 2 and len(shared) >= 0.5 * min(len(set(first)), len(set(second))) > 0 and text.find("\n", other.span.end, claim.span.start) >= 0


def _year(claim: ClaimMention) -> int | None:
    return claim.time.year if claim.time else None


def _read_sentence(
    reading: _Reading, sentence: Span, quantities: Sequence[Quantity], times: Sequence[Time]
) -> Iterator[ClaimMention]:
    before = reading.scope.metrics[-1:] or reading.scope.before
    reading.scope, reading.baseline, reading.sentence = Scope(before=before), None, sentence
    if reading.time is not None and not _governs(reading, sentence):
        reading.time = None
    solid = [q for q in quantities if not is_noise(reading.text, q)]
    kept = [q for q, after in zip_longest(solid, solid[1:]) if not is_classifier(reading.text, q, after)]
    for clause in clauses(reading.text, sentence, tuple(q.span for q in quantities)):
        inside = [q for q in kept if clause.start <= q.span.start < clause.end]
        here = [t for t in times if clause.start <= t.span.start < clause.end]
        reading.clause = Span(clause.start, clause.end)
        if inside:
            yield from _read_clause(reading, clause, inside, here)
            reading.scope.previous = None
        else:
            _note(reading, clause, here)


_DONE = re.compile(r"已(?!建)|目前|截至|了[0-9近约]")


def _governs(reading: _Reading, sentence: Span) -> bool:
    """Whether the time of the sentence before holds for this one: a list reads on, a deadline lasts, a past year does not."""
    time = reading.time
    if time is None or reading.reads_on:
        return time is not None
    if time.kind in ("deadline", "period", "future") and _DONE.search(reading.text, sentence.start, sentence.end):
        return False
    return time.kind in ("deadline", "period", "since", "past", "future")


def _note(reading: _Reading, clause: Clause, here: Sequence[Time]) -> None:
    """A clause without a number may set the time or the baseline, or name what the next clause measures."""
    for time in here:
        if time.kind == "baseline":
            reading.baseline = time
        elif time.kind != "present":
            reading.time = time
    whole = reading.text[clause.end - 1] == "中" and clause.stop == "，"
    if whole:
        reading.scope.whole = parse_left(reading.text, clause.start, clause.end - 1, here).name
    if not (here and here[-1].span.end >= clause.end - 1 and here[0].span.start <= clause.start + 1):
        reading.scope.previous = Span(clause.start, clause.end)


def _groups(text: str, quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Lists of values: 8%、8%、10%以上 belong together."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and _LINK.fullmatch(text, groups[-1][-1].outer.end, quantity.outer.start):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _read_clause(
    reading: _Reading, clause: Clause, quantities: Sequence[Quantity], times: Sequence[Time]
) -> Iterator[ClaimMention]:
    text, start = reading.text, clause.start
    groups = _groups(text, quantities)
    rights = _rights(text, groups, clause)
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        right = rights[index]
        frame = parse_left(text, start, group[0].outer.start, times)
        naming = name_group(text, group, frame, right, reading.scope)
        _advance(reading, group[0], times)
        pair = following is not None and frame.comes_from and _leads_to(text, group, following)
        claims = tuple(_claims(reading, group, frame, right, naming, times))
        if pair:
            claims = tuple(_starting_point(c, times, clause) for c in claims)
        yield from claims
        if claims and naming.phrases:
            reading.scope.metrics += naming.phrases
            reading.scope.unit = group[-1].unit
        start = _next_start(text, group, right, following)


def _rights(text: str, groups: Sequence[Sequence[Quantity]], clause: Clause) -> list[Right]:
    """What stands right of each list of numbers; 北方50%以上、南方30%以上县区 share the last noun."""
    rights: list[Right] = []
    for group, following in zip_longest(groups, groups[1:]):
        end = following[0].outer.start if following else clause.end
        rights.append(parse_right(text, group[-1].outer.end, end, last=following is None))
    for index in range(len(groups) - 2, -1, -1):
        here, after = groups[index][-1], groups[index + 1]
        link = text[here.outer.end : here.outer.end + 1]
        if not rights[index].strong and rights[index + 1].strong and link in "、和" and here.unit == after[0].unit == "%":
            rights[index] = replace(rights[index + 1], shared=True)
            rights[index + 1].shared = True
    return rights


def _leads_to(text: str, group: Sequence[Quantity], following: Sequence[Quantity]) -> bool:
    """从69.8%提高至78.5%: the first number is where the second started from."""
    between = text[group[-1].outer.end : following[0].outer.start]
    return len(between) < 14 and bool(re.search(r"[到至为]", between)) and not re.search("[，；]", between)


def _starting_point(claim: ClaimMention, times: Sequence[Time], clause: Clause) -> ClaimMention:
    """The value a change began at: a level observed before, in the year written beside it or none."""
    beside = next((t for t in reversed(times) if claim.quantity.span.start - 4 <= t.span.end <= claim.quantity.span.start), None)
    status: Status = claim.status if claim.status == "threshold" else "observed"
    return replace(claim, change="level", status=status, time=beside and replace(beside, kind="origin"), baseline=None, starting=True)


def _next_start(text: str, group: Sequence[Quantity], right: Right, following: Sequence[Quantity] | None) -> int:
    """Where the left side of the next number begins: 410家企业增加值300亿元 measures the 企业增加值."""
    if not right.used or following is None:
        return group[-1].outer.end
    rest = text[right.end : following[0].outer.start]
    return (
        right.noun.start
        if re.match(r"[（(]|的?[\u4e00-\u9fff]{2,}", rest)
        and not re.match("预计|共|累计|已|将|的?[、和]", rest)
        and right.action is None
        else right.end
    )


def _advance(reading: _Reading, quantity: Quantity, times: Sequence[Time]) -> None:
    """The time that governs a number: the last one before it, unless that only narrows the year (2021年…，7月…)."""
    for time in times:
        if time.span.start >= quantity.span.start or time.kind in ("baseline", "origin"):
            continue
        held = reading.time
        if held and held.year and time.kind in ("month", "present", "past") and held.kind in ("year", "relative", "since") and not (time.kind == "past" and (time.period or held.span.start < reading.sentence.start)):
            continue
        reading.time = time


def _claims(
    reading: _Reading, group: Sequence[Quantity], frame: Frame, right: Right, naming: Naming, times: Sequence[Time]
) -> Iterator[ClaimMention]:
    matched = len(naming.phrases) == len(group)
    shared = group[0].comparator if group[0].outer.start < group[0].span.start and group[0].comparator in ("approx", "gt") else "approx" if frame.about else None
    for position, quantity in enumerate(group):
        if matched and len(group) > 1:
            phrases: tuple[Phrase, ...] = (naming.phrases[position],)
        else:
            phrases = naming.phrases if naming.each else naming.phrases[:1]
        for phrase in phrases or ((),):
            if phrase and is_measure(reading.text, quantity, phrase, frame, right):
                claim = _claim(reading, quantity, frame, right, phrase, naming, times)
                yield replace(claim, comparator=shared) if shared and claim.comparator == "eq" else claim


def _claim(
    reading: _Reading,
    quantity: Quantity,
    frame: Frame,
    right: Right,
    phrase: Phrase,
    naming: Naming,
    times: Sequence[Time],
) -> ClaimMention:
    text = reading.text
    metric = words(text, phrase) + naming.suffix
    baseline = next(
        (t for t in reversed(times) if t.kind in ("baseline", "origin") and t.span.start < quantity.span.start), reading.baseline
    )
    change = change_of(text, quantity, frame, naming.rule, metric)
    clause = reading.clause
    near = [s.start for s in phrase if s.start >= reading.sentence.start]
    span = trim(text, Span(min([clause.start, *near]), max(quantity.outer.end, right.end if right.used else right.noun.end if right.strong and right.noun.end - right.noun.start < 12 else 0)))
    time = _own_time(reading, frame)
    status = status_of(text, quantity, Setting(reading.sentence, clause, time, reading.stance))
    inherited: list[tuple[str, Span]] = []
    if naming.inherited and phrase:
        inherited.append(("metric", phrase[0]))
    if time is not None and time.span.start < clause.start:
        inherited.append(("time", time.span))
    return ClaimMention(
        span=span,
        metric=phrase,
        suffix=naming.suffix,
        quantity=quantity,
        unit=unit_of(text, quantity, phrase, right),
        comparator=_comparator(quantity, metric),
        change=change,
        status=status,
        time=time,
        baseline=baseline,
        subject=frame.subject or naming.subject,
        rule=naming.rule,
        on_year=frame.on_year,
        inherited=tuple(inherited),
    )


def _own_time(reading: _Reading, frame: Frame) -> Time | None:
    """The time of a number: 年均 speaks of the period of the section, 每年 of no year of its own."""
    time = reading.time
    own = time is not None and time.span.start >= reading.sentence.start
    if frame.yearly and reading.section is not None and reading.section.kind == "period":
        return reading.section
    if "每年" in reading.text[reading.clause.start : frame.name.end or reading.clause.start] and not own:
        return None
    return time or reading.section


def _comparator(quantity: Quantity, metric: str) -> Comparator:
    return "le" if quantity.comparator == "eq" and metric.endswith("上限") else quantity.comparator
