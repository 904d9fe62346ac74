"""Claims: every number that measures something, with the indicator, the time and the status it has in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.model import Article, Block, Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity, find_quantities
from kg.recognise.count.classifier import describes, is_classifier
from kg.recognise.count.group import is_among
from kg.recognise.document.current import with_current
from kg.recognise.document.now import find_now
from kg.recognise.document.section import opening_section, section_of
from kg.recognise.document.stance import stance_of
from kg.recognise.figure.emitting import claims_of
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
from kg.recognise.name.heard import Told, carries_on, reviews_on
from kg.recognise.syntax.along import Along
from kg.recognise.syntax.clause import clauses, sentences, without_opening
from kg.recognise.syntax.series import Series, next_start, read_series
from kg.recognise.time.dating import SPRING
from kg.recognise.time.onward import SHORT_LINE, moves_on, reads_on, with_period
from kg.recognise.time.period import Time, find_times
from kg.recognise.time.titled import with_titled


def find_claims(article: Article) -> tuple[ClaimMention, ...]:
    """Claims in text order; a number that a title only repeats counts once, in the body.

    >>> from kg.model import Block
    >>> from kg.recognise.syntax.phrase import words
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
    tabled, tabled_blocks = _of_tables(article)
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
            on = carries_on(article.text, block) or moves_on(article.text, block)
            reading.follow(before, on=on, side=_is_side(article, block, before))
        title = is_title(article.text, block, closed=closed)
        # A block without numbers matters for the time that holds after it.
        if (inside or here or time) and block.start not in tabled_blocks and not is_label(article.text, block):
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
    claims = once(article.text, _with_squeezed(article, found), news=not stance.directive and not stance.ruling)
    return claims if now else with_current(article.text, claims, times)


def _is_side(article: Article, block: Block, before: Reading) -> bool:
    """Whether, in spring, a paragraph tells of one more side of last year, which the one before reviewed."""
    told, now = before.time or before.told_of, article.published
    if now is None or now.month > SPRING or told is None or told != before.dated or told.year != now.year - 1:
        return False
    return reviews_on(article.text, block)


def _is_said_again(text: str, claim: ClaimMention) -> bool:
    return in_headline(text, claim.quantity.span.start) or is_remark(text, claim)


def _of_tables(article: Article) -> tuple[tuple[ClaimMention, ...], frozenset[int]]:
    """Claims of the tables and where the blocks start that these hold; what reads them is loaded for the first article
    that has some."""
    if not any(block.kind == "cell" for block in article.blocks):
        return (), frozenset()
    from kg.recognise.figure.table import find_table_claims  # noqa: PLC0415 - slow to import and seldom needed

    return find_table_claims(article)


_SQUEEZED = late(r"标(?:19|20)[0-9]{2}年")


def _with_squeezed(article: Article, found: Sequence[tuple[ClaimMention, bool]]) -> Sequence[tuple[ClaimMention, bool]]:
    """Claims of tables copied without what parts their cells in place of what was read there as sentences."""
    if not _SQUEEZED.search(article.text):
        return found
    from kg.recognise.figure.table import find_squeezed_claims  # noqa: PLC0415 - as above

    claims, stretches = find_squeezed_claims(article)
    starts = [stretch.start for stretch in stretches]

    def is_apart(claim: ClaimMention) -> bool:
        before = bisect_right(starts, at := claim.quantity.span.start) - 1
        return before < 0 or at >= stretches[before].end

    return [*(f for f in found if is_apart(f[0])), *((claim, False) for claim in claims)]


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
    quiet = 0
    for whole in sentences(reading.text, block):
        sentence = without_opening(reading.text, whole) if whole.start == block.start else whole
        reading.enter(sentence)
        numbers = tuple(q.span for q in found.within(*sentence))
        if not numbers and not dated.within(*sentence):
            reading.heard.add(sentence, None)
            quiet += 1
            if _lapses(reading.time, block, quiet):
                reading.told_of, reading.time = reading.time, None
            continue
        quiet = 0
        reading.ahead = dated.within(*sentence)
        for clause in clauses(reading.text, sentence, numbers):
            reading.clause = Span(clause.start, clause.end)
            reading.times, reading.passed = dated.within(clause.start, clause.end), 0
            reading.origin.times, reading.origin.clause = reading.times, reading.clause
            inside = here.within(clause.start, clause.end)
            if reading.said.last == "other" and reading.text.startswith(_NOW, clause.start):
                reading.said.last = None
            if not inside:
                reading.note(clause)
                continue
            start = clause.start
            told = [*read_series(reading.text, clause, inside)]
            for series, after in zip_longest(told, told[1:]):
                end = _item_end(reading.text, series, after) if after else clause.end
                read = claims_of(reading, series, Span(start, end))
                yield from (c for c in read if not is_among(reading.text, c.quantity))
                start = next_start(reading.text, series)
            reading.trail(inside[-1])
            reading.scope.since = clause.end
    reading.end_aside()


QUIET = 3
"""So many sentences in a row that tell neither a number nor a time are about something else."""


def _lapses(time: Time | None, block: Block, quiet: int) -> bool:
    """Whether a paragraph is on to other tasks than that for which it set the deadline."""
    return quiet >= QUIET and time is not None and time.kind == "deadline" and time.span.start >= block.start


def _item_end(text: str, series: Series, after: Series) -> int:
    """Where what is told with a number ends and the item of the next begins: 建成A馆5座、| B馆3座."""
    joint = text.rfind("、", series.end, after.start)
    while joint >= 0 and text.rfind("（", series.end, joint) > text.rfind("）", series.end, joint):
        joint = text.rfind("、", series.end, joint)  # 省（区 | 、市）
    return joint if joint >= 0 else after.start
