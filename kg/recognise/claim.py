"""Claims: every number that measures something, with the indicator, the time and the status it has in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import re

from kg.model import Article, Block, Change, Comparator, Span, Status
from kg.recognise.clause import Clause, clauses, sentences
from kg.recognise.frame import Frame, parse_left
from kg.recognise.indicator import Naming, Scope, name_group
from kg.recognise.measure import change_of, is_classifier, is_measure, unit_of
from kg.recognise.noun import Right, parse_right
from kg.recognise.period import Time, find_times
from kg.recognise.phrase import Phrase, trim, words
from kg.recognise.quantity import Quantity, find_quantities
from kg.recognise.status import Stance, stance_of, status_of


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
    inherited: tuple[tuple[str, Span], ...] = ()


@dataclass(slots=True)
class _Reading:
    """Where the reader of a paragraph is: the time that governs, and what the sentence has named."""

    text: str
    stance: Stance
    time: Time | None = None
    baseline: Time | None = None
    scope: Scope = field(default_factory=Scope)
    sentence: Span = Span(0, 0)
    clause: Span = Span(0, 0)


_LINK = re.compile(r"\s*(?:、|和|及|与|以及|或|，|/)?\s*[“”‘’]?\s*(?:约)?")
_TITLE = re.compile(r"\s*(?:原标题|标题|来源|责任编辑|责编|编辑|记者)\s*[:：]")


def find_claims(article: Article) -> tuple[ClaimMention, ...]:
    """Claims in text order; a number that a title only repeats counts once, in the body."""
    quantities = find_quantities(article.text)
    if not quantities:
        return ()
    times = find_times(article.text, article.published)
    stance = stance_of(article)
    quantity_starts, time_starts = [q.span.start for q in quantities], [t.span.start for t in times]
    found: list[tuple[ClaimMention, bool]] = []
    time: Time | None = None
    for block in article.blocks:
        reading = _Reading(article.text, stance, time)
        title = _is_title(article.text, block)
        if not _TITLE.match(article.text, block.start, block.end):
            for sentence in sentences(article.text, block):
                inside = quantities[
                    bisect_left(quantity_starts, sentence.start) : bisect_left(quantity_starts, sentence.end)
                ]
                here = times[bisect_left(time_starts, sentence.start) : bisect_left(time_starts, sentence.end)]
                found += ((claim, title) for claim in _read_sentence(reading, sentence, inside, here))
        time = (
            reading.time
            if block.kind == "item" or (reading.time and reading.time.kind == "deadline" and title)
            else None
        )
    return tuple(_once(article.text, found))


def _is_title(text: str, block: Block) -> bool:
    return block.kind == "heading" or (block.end - block.start < 45 and text[block.end - 1] not in "。；;！”）)：:，")


def _once(text: str, found: Sequence[tuple[ClaimMention, bool]]) -> Iterator[ClaimMention]:
    """Each figure once: a title or summary repeats what the body says in full."""
    body = {(c.quantity.value, c.unit) for c, title in found if not title}
    seen: list[tuple[tuple[object, ...], set[str]]] = []
    for claim, title in found:
        key = (claim.quantity.value, claim.quantity.high, claim.unit)
        if title and (claim.quantity.value, claim.unit) in body:
            continue
        letters = set(words(text, claim.metric))
        if any(key == other and _alike(letters, others) for other, others in seen):
            continue
        seen.append((key, letters))
        yield claim


def _alike(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and len(a & b) >= 0.8 * min(len(a), len(b)) and len(a & b) >= 0.5 * max(len(a), len(b))


def _read_sentence(
    reading: _Reading, sentence: Span, quantities: Sequence[Quantity], times: Sequence[Time]
) -> Iterator[ClaimMention]:
    reading.scope, reading.baseline, reading.sentence = Scope(), None, sentence
    if reading.time is not None and reading.time.kind not in ("deadline", "period", "since", "past", "future"):
        reading.time = None
    kept = [
        q
        for i, q in enumerate(quantities)
        if not is_classifier(reading.text, q, quantities[i + 1] if i + 1 < len(quantities) else None)
    ]
    for clause in clauses(reading.text, sentence, tuple(q.span for q in quantities)):
        inside = [q for q in kept if clause.start <= q.span.start < clause.end]
        here = [t for t in times if clause.start <= t.span.start < clause.end]
        reading.clause = Span(clause.start, clause.end)
        if inside:
            yield from _read_clause(reading, clause, inside, here)
            reading.scope.previous = None
        else:
            _note(reading, clause, here)


def _note(reading: _Reading, clause: Clause, here: Sequence[Time]) -> None:
    """A clause without a number may set the time or the baseline, or name what the next clause measures."""
    for time in here:
        if time.kind == "baseline":
            reading.baseline = time
        elif time.kind != "present":
            reading.time = time
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
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        end = following[0].outer.start if following else clause.end
        frame = parse_left(text, start, group[0].outer.start, times)
        right = parse_right(text, group[-1].outer.end, end, last=following is None)
        naming = name_group(text, group, frame, right, reading.scope)
        _advance(reading, group[0], times)
        yield from _claims(reading, group, frame, right, naming, times)
        if naming.phrases:
            reading.scope.metrics += naming.phrases
        start = _next_start(text, group, right, following)


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
        if time.span.start >= quantity.span.start or time.kind == "baseline":
            continue
        held = reading.time
        if held and held.year and time.kind in ("month", "present") and held.kind in ("year", "relative", "since"):
            continue
        reading.time = time


def _claims(
    reading: _Reading, group: Sequence[Quantity], frame: Frame, right: Right, naming: Naming, times: Sequence[Time]
) -> Iterator[ClaimMention]:
    matched = len(naming.phrases) == len(group)
    about = group[0].comparator == "approx" and group[0].outer.start < group[0].span.start
    for position, quantity in enumerate(group):
        if matched and len(group) > 1:
            phrases: tuple[Phrase, ...] = (naming.phrases[position],)
        else:
            phrases = naming.phrases if naming.each else naming.phrases[:1]
        for phrase in phrases or ((),):
            if is_measure(reading.text, quantity, phrase, frame, right):
                claim = _claim(reading, quantity, frame, right, phrase, naming, times)
                yield (
                    replace(claim, comparator="approx")
                    if (about or frame.about) and claim.comparator == "eq"
                    else claim
                )


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
        (t for t in reversed(times) if t.kind == "baseline" and t.span.start < quantity.span.start), reading.baseline
    )
    change = change_of(text, quantity, frame, naming.rule, metric)
    clause = reading.clause
    near = [s.start for s in phrase if s.start >= reading.sentence.start]
    span = trim(text, Span(min([clause.start, *near]), max(quantity.outer.end, right.end if right.used else 0)))
    status = status_of(text, reading.sentence, clause, quantity, reading.time, reading.stance, change)
    inherited: list[tuple[str, Span]] = []
    if naming.inherited and phrase:
        inherited.append(("metric", phrase[0]))
    if reading.time is not None and reading.time.span.start < clause.start:
        inherited.append(("time", reading.time.span))
    return ClaimMention(
        span, phrase, naming.suffix, quantity, unit_of(text, quantity, phrase, right), _comparator(quantity, metric), change, status,
        reading.time, baseline, frame.subject or naming.subject, naming.rule, frame.on_year, tuple(inherited),
    )  # fmt: skip


def _comparator(quantity: Quantity, metric: str) -> Comparator:
    return "le" if quantity.comparator == "eq" and metric.endswith("上限") else quantity.comparator
