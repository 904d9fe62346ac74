"""Sections of a document and how each speaks: a work report first reviews last year, then sets out this one.

A heading (2013年工作回顾, 今年的主要任务) or the words a part opens with (过去一年，…; 今年的主要预期目标是…) tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.model import Article, Block, Span
from kg.pattern import late
from kg.recognise.document.clue import IN_COURSE
from kg.recognise.document.evidence import orders
from kg.recognise.document.now import plan_ahead, year_of_report
from kg.recognise.document.stance import Stance
from kg.recognise.time.dating import SPRING
from kg.recognise.time.period import Time, find_plans
from kg.recognise.time.years import TERM, YEAR, count_years

_REVIEW = late(
    r"回顾|总结|(?:取得的?)?(?:成绩|成就|进展|成效)|过去|年来|完成情况"
    rf"|(?<![至到—－-]){YEAR}年度?[\u4e00-\u9fff]{{2,24}}(?:情况|分析|评[估价]|调查|概况|结果)$"
)
"""2022年全省居民阅读情况调查分析: what a year was like."""
_PLAN = late(r"安排|部署|目标|任务|总体要求|今年|重点工作|工作重点|工作的?建议|下一步|展望|打算|思路")
_REVIEW_OPENS = late(r"[\s\u3000]*(?:过去(?:的)?一年|一年来|刚刚过去的|(?:过去|这|本届政府)?[三四五]年来?的主要工作)")
_SPAN = late(r"(?:过去的?|这|前|本届政府)?(?P<years>[二三四五])年(?:来|间)?(?:的)?(?:政府|主要)?工作")
"""过去五年工作回顾: the years before this one."""
_YEARS_OPEN = late(r"[\s\u3000]*(?:回顾)?(?:(?:过去的?|这|本届政府)?[三四五]年(?:来|间)|(?:过去的?|这)[三四五]年)")
"""五年来，…: behind what tells of the last year alone, a review goes on with all of them."""
_PLAN_OPENS = late(
    r"[\s\u3000]*(?:[^。；\n]{1,80}。)?(?:今年|20[0-9]{2}年|做好今年)[^。]{0,40}(?:主要(?:预期)?目标|总体要求|指导思想|总体思路|重点(?:做好|抓好))"
)
_WORK_OF_YEAR = late(
    rf"[\s\u3000]*(?:[一二三][、.．])?(?:今年|去年|(?P<year>{YEAR})年)的?(?:主要|重点)?工作"
    r"(?:(?P<review>回顾|总结|(?:完成|开展)?情况|成效)|安排|部署|打算|思路|计划|要点|重点|任务)?[：:]"
)
"""2018年主要工作：…, 2019年工作安排：…, in the line of what it introduces; bare words look back from a later year."""
_SITUATION = late(
    r"现状|^(?:主要)?(?:基础|优势)[与和及]|基础[与和及](?:优势|形势|环境)|(?:产业|工作|现有)基础较?好|(?:现有|现实|工作|发展)基础|(?:规划|编制|实施|出台|^|、|\s)背景|面临的?(?:形势|挑战|机遇)|发展(?:形势|环境)"
)
_DEMANDS = late(r"(?:条件|资格|(?:申[报请]|推荐|基本|遴选)要求)[。：:]?$")
_OTHERWISE = late(
    r"完善|健全|提升|打造|创造|塑造|厚植|净化|推进|培育|促进|规范|聚力|着力"
    r"|夯实|筑牢|加强|强化|优化|营造|改善|巩固|打牢|构建|要求|目标|任务|展望|思路|措施"
)
NAME_LENGTH = 24
"""A longer heading is a sentence."""
_YEAR = late(rf"({YEAR})(?!年远景目标)(?:年|(?![0-9.，,多余万亿元个名项%]))")


_AIMS = late(r"目标")
_RUN_IN = late(r"[\s\u3000]*[（(]?[一二三四五六七八九十]{1,2}[）)、.．][\s\u3000]*(?P<name>[^。，：:]{2,12}[。：:])")
"""（二）行动目标。到2025年，…: a heading in the line of its text."""
AIM_REACH = 6
"""How far into a paragraph the deadline stands that governs it and what follows."""


@dataclass(frozen=True, slots=True)
class Section:
    """What holds until the next section: the governing time (None: none) and the stance.

    In the part that sets the aims the deadline its paragraphs open with (`due`) governs those after them.
    """

    time: Time | None
    stance: Stance
    due: Time | None = None
    planned: bool = False
    """A heading or an opening has begun the part that plans."""
    after: Section | None = None
    """What holds again after a paragraph that looks back (过去一年，…) in the part that plans."""
    situation: tuple[int, Stance, Time | None] | None = None
    """In a part on the situation: the level of its heading, and the stance and the time outside it."""
    until: tuple[int, Section] | None = None
    """In what a text without its beginning opens with: where it ends, and the part that plans beyond."""
    yearly: bool = False
    """The part that plans a year: headings within it do not end it."""
    reviewed: Time | None = None
    """The years that a heading has reviewed (过去五年工作回顾), also while paragraphs tell of the last one alone."""
    listed: tuple[int, Section] | None = None
    """In a list of conditions: the rank of the marker of the paragraph that opens it, and what holds again behind."""

    @property
    def governing(self) -> Time | None:
        """The time of what has none of its own."""
        return self.due or self.time


_PLANS_YEAR = late(rf"今年|{YEAR}年|新的一年")
_IN_COURSE = late(rf"[\s\u3000]*(?:各位代表[！，：])?(?:今年|{YEAR}年){IN_COURSE}(?:一年|之年)")
"""2000年是…的最后一年，做好今年的工作…: the part that plans begins."""
_LOOKS_BACK = late(
    r"(?P<five>五年[来间]|(?:过去的?|这)五年|五年累计)|(?P<one>过去的?一年|一年来)|(?<![比较于与同过及])去年|成绩的取得|取得的?成[绩就]"
)
_LOOKS_AHEAD = late(r"今年(?!以来)|今后|明年|未来|拟安排|下一步|新的一年|[到至](?P<year>20[0-9]{2})年")


PLANS = 3
"""So often a text that plans a year speaks of 今年."""
_WHOLE_YEAR = late("全年|年内|同比|比上年")
SINCE_SPRING = 1985
"""From then on work reports are given in spring: what sums up a whole year there sums up the one before."""
_THIS_YEAR = late("今年(?!以来|[上下]半年|[0-9])")


def opening_section(article: Article, stance: Stance, now: date | None) -> Section:
    """The section that a text opens in: in a report whose beginning is missing what stands before the part that plans
    (二、2019年工作安排), or all where nothing looks ahead, reviews the year before, or five; what else speaks of 今年
    plans it."""
    text, opens = article.text, Section(None, stance)
    given = year_of_report(article)
    if (article.published is not None and given is None) or stance.ruling or stance.bulletin:
        return opens
    if (end := _end_of_front(article)) is None:
        return opens
    if now and (years := plan_ahead(text)) and years[0] == now.year and (last := text.find(f"{years[1]}年")) >= 0:
        named = next((start for start, plan in find_plans(text) if plan == years), 0)
        plans = replace(opens, time=Time(Span(last, last + len("2025年")), "period", years[1], years), yearly=True)
        return replace(opens, until=(text.rfind("\n", 0, named) + 1, plans))
    back = list(_LOOKS_BACK.finditer(text, 0, end))
    plans = replace(opens, planned=True)
    in_spring = (given or 0) >= SINCE_SPRING
    if now and (words := _plans_year(text, given if in_spring else None, len(back))):
        plans = replace(plans, time=Time(words, "year", now.year), yearly=True)
    cue = _review_cue(text, back, end, now, in_spring=in_spring)
    if cue is None:
        now_on = end == len(text) or (not back and _THIS_YEAR.search(text, 0, end))
        return plans if now_on else replace(opens, until=(end, plans))
    time = Time(Span(*cue.span()), "year", now.year - 1) if now else None
    if time is not None and time.year is not None and any(m["five"] for m in back):
        time = replace(time, kind="period", period=(time.year - TERM + 1, time.year))
    beyond = replace(plans, stance=replace(stance, directive=True))
    return Section(time, replace(stance, directive=False), until=(end, beyond), yearly=in_spring)


def _plans_year(text: str, given: int | None, back: int) -> Span | None:
    """The words by which a text plans its own year: the date of a work report `given` then, or 今年, where it is said
    oftener than a few times and than what looks `back`."""
    if given and (start := text.find(f"{given}年")) >= 0:
        return Span(start, start + len("2025年"))
    speaks = [Span(*m.span()) for m in _THIS_YEAR.finditer(text)]
    return speaks[0] if len(speaks) >= max(PLANS, back) else None


def _review_cue(
    text: str, back: Sequence[re.Match[str]], end: int, now: date | None, *, in_spring: bool
) -> re.Match[str] | None:
    """The words that tell that a text looks back up to `end`: 去年, 五年来, in a report given in spring 全年, too."""
    if back:
        ahead = _LOOKS_AHEAD.finditer(text, 0, end)
        to_come = sum(1 for m in ahead if not (m["year"] and now and int(m["year"]) < now.year))
        sums_up = len(back) > 1 or any(m["five"] or m["one"] for m in back)
        if sums_up and not to_come if end == len(text) else len(back) > to_come:
            return back[0]
    cue = _WHOLE_YEAR.search(text, 0, end) if in_spring else back[0] if back and end < len(text) else None
    return cue if cue and not orders(text[:end], dated=False) else None


def _end_of_front(article: Article) -> int | None:
    """Where the part that plans begins, the end of the text where none does; None where a heading reviews before."""
    for block in article.blocks:
        if block.kind == "heading" and block.level <= DEEPEST and _REVIEW.search(article.text, block.start, block.end):
            return None
        if _begins_to_plan(article.text, block):
            return block.start
    return len(article.text)


def _begins_to_plan(text: str, block: Block) -> bool:
    """Whether a heading (2019年工作安排) or a paragraph (2019年是…的关键一年) opens the part that plans."""
    place = block.start, block.end
    if block.kind != "heading":
        return any(pattern.match(text, *place) is not None for pattern in (_PLAN_OPENS, _IN_COURSE))
    return block.level <= DEEPEST and all(p.search(text, *place) is not None for p in (_PLAN, _PLANS_YEAR))


def section_of(article: Article, block: Block, times: Sequence[Time], before: Section) -> Section:
    """The section after reading this block: `before` unless the block opens another."""
    if before.until and block.start >= before.until[0]:
        before = before.until[1]
    before = before.after or before
    if before.listed and not _is_item(article.text, block, before.listed[0]):
        before = before.listed[1]
    section = _with_aims(article.text, block, times, _voice_of(article, block, times, before))
    if section.listed is None and _CONDITIONS.search(article.text, max(block.start, block.end - CONDITIONS), block.end):
        outer = section.after or section
        stance = replace(section.stance, ruling=True)
        return replace(section, stance=stance, after=None, listed=(_rank(article.text, block), outer))
    return section


_CONDITIONS = late(r"(?:具备|具有|符合|满足)[^，。；：]{0,8}(?:条件|要求|资格|标准)(?:之一)?[^，。；：]{0,6}[：:]\s*$")
CONDITIONS = 30
"""企业应具备以下条件：| 1.有5项发明; 2.…: what is listed is asked of those that apply. So far back the words stand."""
_MARKERS = tuple(
    late(rf"[\s\u3000]*{marker}")
    for marker in (
        "[一二三四五六七八九十]{1,3}、",
        "[（(][一二三四五六七八九十]{1,3}[）)]",
        "[0-9]{1,2}[.．、]",
        "[（(][0-9]{1,2}[）)]",
        "[①-⑳]|[0-9]{1,2}[）)]|[—-]{1,2}|[一二三四五六七八九十]是",
    )
)


GAP = 12
"""More characters of space do not part paragraphs."""


def _rank(text: str, block: Block) -> int:
    """How deep the marker of a list item stands: 一、, （一）, 1., （1）, ①; -1 without one."""
    return next((rank for rank, marker in enumerate(_MARKERS) if marker.match(text, block.start, block.end)), -1)


def _is_item(text: str, block: Block, opened: int) -> bool:
    """Whether a paragraph is an item of the list that one with a marker of rank `opened` opens."""
    rank = _rank(text, block)
    before = text[max(0, block.start - GAP) : block.start].rstrip()
    return rank > opened if rank >= 0 else before.endswith(("；", "：", ";", ":"))


def _with_aims(text: str, block: Block, times: Sequence[Time], section: Section) -> Section:
    run_in = _RUN_IN.match(text, block.start, block.end)
    if block.kind == "heading" or run_in:
        place = run_in.span("name") if run_in else (block.start, block.end)
        aims = _AIMS.search(text, *place) is not None
        section = replace(section, stance=replace(section.stance, aims=aims), due=None)
    if run_in and _DEMANDS.search(text, *run_in.span("name")):
        return replace(section, stance=replace(section.stance, ruling=True), after=section)
    if not section.stance.aims:
        return section
    opens = run_in.end() if run_in else block.start
    due = next((t for t in times if t.kind == "deadline" and opens <= t.span.start <= opens + AIM_REACH), None)
    return replace(section, due=due or section.due)


def _voice_of(article: Article, block: Block, times: Sequence[Time], before: Section) -> Section:
    text = article.text
    if block.kind == "heading":
        before = _about_the_situation(text[block.start : block.end], block.level, before)
        period = next((t for t in times if t.kind == "period"), None)
        if period is not None:
            return replace(before, time=period)
        if block.level > DEEPEST:
            return before
        found = (pattern.search(text, block.start, block.end) for pattern in (_REVIEW, _PLAN))
        return _speaking(article, block, *found, before=before)
    if run_in := _RUN_IN.match(text, block.start, block.end):
        before = _about_the_situation(run_in["name"], RUN_IN, before)
    opens = [pattern.match(text, block.start, block.end) for pattern in (_REVIEW_OPENS, _PLAN_OPENS)]
    if work := _WORK_OF_YEAR.match(text, block.start, block.end):
        now = before.stance.year
        over = now is not None and work["year"] is not None and int(work["year"]) < now
        back = work["review"] is not None or (over and text[work.end() - 2] == "作")
        opens = [work if back else None, None if back else work]
    elif before.reviewed and before.time != before.reviewed and _YEARS_OPEN.match(text, block.start, block.end):
        return replace(before, time=before.reviewed)
    here = _speaking(article, block, *opens, before=before)
    return replace(here, after=before) if before.planned and opens[0] else here


def _about_the_situation(name: str, level: int, before: Section) -> Section:
    """发展现状, 现有基础, 面临形势: up to the next heading of its level such a part reports; 申报条件: it rules, which
    one in the line of its text does no longer than its paragraph."""
    if before.situation and level <= before.situation[0]:
        opened, stance, time = before.situation
        time = time if opened == RUN_IN else before.time
        before = replace(before, stance=stance, time=time, situation=None)
    reports = _SITUATION.search(name) and not _OTHERWISE.search(name)
    rules = level != RUN_IN and _DEMANDS.search(name)
    if not (reports or rules) or len(name) > NAME_LENGTH:
        return before
    outer = before.situation or (level, before.stance, before.time)
    stance = replace(before.stance, ruling=True) if rules else replace(before.stance, directive=False)
    return replace(before, time=None, stance=stance, situation=outer)


RUN_IN = 9
"""A heading in the line of its text is deeper than those in a line of their own."""
DEEPEST = 4
"""Headings below 一、 do not change how a part speaks."""


def _speaking(
    article: Article, block: Block, review: re.Match[str] | None, plan: re.Match[str] | None, *, before: Section
) -> Section:
    cue = review or plan
    if cue is None or (review and plan) or before.stance.bulletin:
        return replace(before, time=None) if block.kind == "heading" and before.time and not before.yearly else before
    words = article.text[block.start : min(block.end, max(block.start + 40, cue.end()))]
    year = _year(article.published, words, review=bool(review))
    time = Time(Span(*cue.span()), "year", year) if year is not None else before.time
    if review and time is not None and time.year and (span := _SPAN.search(words)):
        time = replace(time, kind="period", period=(time.year - count_years(span["years"]) + 1, time.year))
    stance = replace(before.stance, directive=plan is not None)
    here = replace(
        before, time=time, stance=stance, planned=plan is not None, yearly=plan is not None and year is not None
    )
    if block.kind != "heading":
        return here
    return replace(here, reviewed=time if review and time and time.period else None)


def _year(published: date | None, words: str, *, review: bool) -> int | None:
    """The year of a part: 2013年工作回顾, 今年的主要任务; a part on aims alone (主要目标) has none."""
    written = _YEAR.search(words)
    if written:
        return int(written[1])
    if published is None or not (review or "今年" in words):
        return None
    return published.year - 1 if review and published.month <= SPRING else published.year
