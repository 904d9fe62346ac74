"""Claim mentions to claims: which plan sets them, for which region and when, and what is doubtful about them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kg.iri import mint
from kg.lexicon import regions_in
from kg.model import Article, Claim, Plan, Span
from kg.pattern import late
from kg.recognise.document.now import dated_day
from kg.recognise.document.reported import year_before, year_reported
from kg.recognise.figure.repeat import closes_lines, is_title
from kg.recognise.mention import ClaimMention
from kg.recognise.syntax.phrase import words
from kg.recognise.time.origin import is_just_before
from kg.recognise.time.period import QUOTED
from kg.recognise.time.years import NTH_FIVE, PLAN
from kg.resolve.governing import Governing

_YEAR = late(r"(?<![0-9])(20[0-9]{2})(?:年(?!前|[0-9]{1,2}月)|(?=[\u4e00-\u9fff]{2}))")
_OPENING_TITLE = late(r"[^，。；\n]{1,60}(?:\n|$)")
TITLE_BLOCKS = 8
"""How many blocks from the top may be the document's own title."""

OPENING = 200
"""Characters at the beginning of a text that tell what it is about."""

BEYOND_PERIOD = "deadline-beyond-period"
BASELINE_AFTER = "baseline-after-deadline"
"""Flags; each is a concept of the ontology. The stated value never changes."""


def resolve_claims(
    article: Article, written: str, mentions: Sequence[ClaimMention], document: str, plans: Sequence[Plan]
) -> tuple[Claim, ...]:
    """Claims in text order with ids, plan, region, years and flags.

    A target without a time of its own is due at the end of its plan's period; an observation without one holds for the
    year of publication, or of the signature. `document` is the document's local name, `written` its text as it stands.
    """
    governing = Governing(plans)
    own = _own(article, plans)
    day = dated_day(article)
    where = _Document(article, written, document, own, year_reported(article) or (day.year if day else None))
    closed = bool(plans) and closes_lines(article)
    items = [block.start for block in article.blocks if plans and is_title(article.text, block, closed=closed)]

    def plan_of(mention: ClaimMention) -> Plan | None:
        at = mention.quantity.span.start
        plan = governing.before(at)
        if own is not None and plan is not None and not _is_subject(article, plan, own):
            return plan if _same_line(article.text, plan, at) else own
        return plan if plan is None or _reaches(article, plan, items, at) else None

    return tuple(_claim(where, mention, plan_of(mention)) for mention in mentions)


class _Document(NamedTuple):
    """What holds for every claim of a document."""

    article: Article
    written: str
    name: str
    own: Plan | None
    """The plan that it is itself."""
    year: int | None
    """That the headline reports on, or of publication or the signature: what is observed holds then."""


def _own(article: Article, plans: Sequence[Plan]) -> Plan | None:
    """The plan that the document itself is: named in its header, or in a line of its own at the top."""
    lines = {(block.start, block.end) for block in article.blocks[:TITLE_BLOCKS]}
    return next((p for p in plans if not p.mentions or any(tuple(span) in lines for span in p.mentions)), None)


def _same_line(text: str, plan: Plan, at: int) -> bool:
    """Whether the paragraph names the plan before a place."""
    line = text.rfind("\n", 0, at) + 1
    return any(line <= start < at for start, _ in plan.mentions)


_IN_BRIEF = late(r"(?:快讯|简讯|速览|速递|集锦|早报|晚报|要闻|播报)$")


def _reaches(article: Article, plan: Plan, items: Sequence[int], at: int) -> bool:
    """Whether a plan still governs at a place: all through a text about it, else up to the next subheading or item.

    News in brief are about no one plan: each governs its own story.
    """
    if not _IN_BRIEF.search(article.header("title") or "") and _is_subject(article, plan, None):
        return True
    index = bisect_right(items, at)
    opened = items[index - 1] if index else 0
    return any(opened <= start < at for start, _ in plan.mentions)


def _claim(where: _Document, mention: ClaimMention, plan: Plan | None) -> Claim:
    article = where.article
    if mention.status != "target":
        plan = None
    quantity = mention.quantity
    metric = words(article.text, mention.metric) + mention.suffix
    year, period, time_span, inherited = _time(where, mention, plan)
    since = mention.baseline
    named = since is not None and str(since.year) in article.text[slice(*since.span)]
    if since and since.year == year and period is None and not named:
        since = None  # 比9月: of the same year; but 较2023年11月末 names it
    baseline = since.year if since else None
    claim_id = mint("claim", where.name, metric, f"{quantity.span.start}-{quantity.span.end}")
    return Claim(
        id=claim_id,
        span=mention.span,
        metric=metric,
        metric_spans=mention.metric,
        value=quantity.value,
        value_max=quantity.high,
        unit=mention.unit,
        comparator=mention.comparator,
        change=mention.change,
        status=mention.status,
        value_span=quantity.outer,
        value_text=where.written[slice(*quantity.outer)],
        year=year,
        period=period,
        time_span=time_span,
        baseline_year=baseline,
        baseline_span=since.span if since else None,
        subject=article.quote(mention.subject).strip() if mention.subject else None,
        subject_span=mention.subject,
        region=_region(article, mention) or (plan.region if plan else None),
        plan=plan.id if plan else None,
        binding=mention.binding,
        flags=_flags(year, plan, baseline),
        rule=mention.rule,
        inherited=mention.inherited + inherited,
    )


def _time(
    where: _Document, mention: ClaimMention, plan: Plan | None
) -> tuple[int | None, tuple[int, int] | None, Span | None, tuple[tuple[str, Span], ...]]:
    time = mention.time
    if time is not None and (time.year or time.period):
        compared = mention.starting and time.kind == "baseline" and time.year == where.year
        before = int(compared and "上年" in where.article.quote(time.span))  # that reported on is itself a year ago
        return time.year - before if time.year else None, time.period, time.span, ()
    if mention.starting:
        moved = mention.change != "level" or is_just_before(where.article.text, mention.quantity.span.start)
        year = year_before(where.article, where.year) if moved else None
        return year, None, None, ()
    subject = plan is not None and (_is_subject(where.article, plan, where.own) or _sets(where.article, plan, mention))
    if plan is not None and plan.period and subject:
        inherited = (("time", plan.period_span),) if plan.period_span else ()
        first, last = plan.period
        return last, plan.period if first < last else None, plan.period_span, inherited
    if mention.status == "target":
        told = where.year if _MONTHS.search(where.article.header("title") or "") else None
        return _title_year(where.article, where.own) or told, None, None, ()
    if mention.status == "observed":
        return where.year, None, None, ()
    day = where.article.published
    return (day.year if day else None), None, None, ()


_BARE = late(rf"(?:国民经济和社会发展)?[“\"]?(?:{PLAN}|{NTH_FIVE})[”\"]?(?:规划|计划|改革)?(?:纲要)?")
"""“十二五”规划: of whom, is not said. A text measures by it, or is to draw it up, oftener than it is about it."""
FIRST_LINE = 40
_BASIS = late(r"(?:(?<![\u4e00-\u9fff])为|贯彻|落实|根据|按照|依据|依照)[^，。；\n]{0,24}$")
"""为贯彻落实 | 《某规划（2021—2025年）》，制定本方案: what a text carries out has a period of its own."""


def _is_subject(article: Article, plan: Plan, own: Plan | None) -> bool:
    """Whether the article is about the plan: it is the plan or passes it on; or, in a text that is no plan itself,
    it gives it a short name or names it in its title or opening."""
    if own is not None:
        return plan is own or plan.title in own.title or own.title in plan.title
    opening = (article.header("title") or "") + article.text[:OPENING]
    before, named, _ = opening.partition(plan.title)
    if _BASIS.search(QUOTED.sub("", "".join(before.split()))):
        return False
    aside = (len(before) > FIRST_LINE or article.published is None) and _BARE.fullmatch(plan.title) is not None
    return bool(plan.aliases) or (bool(named) and not aside)


_SETS_OUT = late(r"》[^。；《》\n]{0,4}，?(?:还|也|同时|已)?(?:明确)?(?:提出|明确|确定|设定)[^。；《》\n]*")
SET_REACH = 80


def _sets(article: Article, plan: Plan, mention: ClaimMention) -> bool:
    """在《“十四五”甲规划》中，还明确提出要…: what the sentence says that the plan sets is due when the plan ends."""
    at = mention.quantity.span.start
    ends = (end for _, end in plan.mentions if at - SET_REACH <= end < at)
    closes = (article.text.find("》", end - 1, end + 1) for end in ends)
    return any(close >= 0 and _SETS_OUT.fullmatch(article.text, close, at) for close in closes)


_MONTHS = late(
    r"(?:1|一)\s?[-—–~－至到]\s?[0-9二三四五六七八九十]{1,2}月|前[0-9一二三四五六七八九十]{1,2}个?月|[一二三四]季度|上半年"
)
"""1—7月投资完成情况: news of some months, and what was planned for their year."""


def _title_year(article: Article, own: Plan | None) -> int | None:
    """The year a document is about: 2022年工作要点, 政府工作报告（2023）."""
    found = _YEAR.search(own.title if own else "") or _YEAR.search(article.header("title") or "")
    found = found or (_YEAR.match(article.text) if _OPENING_TITLE.match(article.text) else None)
    return int(found[1]) if found else None


def _region(article: Article, mention: ClaimMention) -> str | None:
    """Code of the first region that the claim's subject or indicator names."""
    for span in (mention.subject, *mention.metric):
        if span is not None and (found := next(iter(regions_in(article.quote(span))), None)):
            return found.code
    return None


def _flags(year: int | None, plan: Plan | None, baseline: int | None) -> tuple[str, ...]:
    flags = []
    if plan is not None and plan.period and year is not None and year > plan.period[1]:
        flags.append(BEYOND_PERIOD)
    if baseline is not None and year is not None and baseline > year:
        flags.append(BASELINE_AFTER)
    return tuple(flags)
