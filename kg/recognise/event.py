"""Events: press conferences, issuances and meetings, with their day and who held them.

An event needs a day in its sentence (今天, 10月27日, 记者27日); an issuance may be 日前 or 近日, since the
document itself is its proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model import Article, Span
from kg.recognise.along import Along
from kg.recognise.day import Day, find_days
from kg.recognise.mention import EventMention, OrganisationMention, PlanMention

_PRESS = re.compile(r"(?:新闻发布会|新闻通气会|吹风会|媒体通气会|记者会|记者招待会|发布会)(?!厅|人)")
_CLAUSE_END = re.compile("[，。；！？\n]")
_PRESS_KIND = re.compile(r"(?:主题|专题|例行|政策|专场|系列|情况)+$")
_MEETING = re.compile(
    r"(?:会议|大会(?!堂)|座谈会|推进会|论坛|峰会|动员会|部署会|博览会|工作会)[^，。；\n]{0,12}?(?:召开|举行|开幕|闭幕)"
)
_MEETING_NAME = re.compile(r"[^，。；：、“”《》（）\n]{2,30}$")
_BEFORE_NAME = re.compile(
    r".*(?:^[0-9]{1,2}[.、]|主持|出席|参加|召开|举行|记者|获悉|了解到|决定|在|从|的|日|[上下]午|今天|电)(?=.{3})"
)
_ISSUED = re.compile(r"印发|发布|公布|出台|下发|颁布")
_PASSIVE = re.compile(r"》?(?:[（(][^）)\n]{0,40}[）)])?[^，。；《\n]{0,10}?(?P<verb>印发|发布|公布|出台|颁布)")
_SUBJECT = 2
"""A text that uses the short name of a plan so often is about it."""
_REPORTED = re.compile(r"(?:发布|公布)(?:的|了)?[^，。；：《\n]{0,24}?(?:报告|公报|白皮书|情况)")
_END = re.compile(r"[。！？\n]")


def find_events(
    article: Article, organisations: Sequence[OrganisationMention], plans: Sequence[PlanMention]
) -> tuple[EventMention, ...]:
    """Events of the article in text order; one per kind and day.

    >>> from datetime import date
    >>> from kg.recognise.organisation import find_organisations
    >>> article = Article("", "国务院新闻办10月27日举行吹风会。", (), published=date(2021, 10, 28))
    >>> [(e.kind, e.name, str(e.date)) for e in find_events(article, find_organisations(article), ())]
    [('press_conference', '吹风会', '2021-10-27')]
    """
    bodies, titles = Along(organisations), Along(plans)
    found = [*_press(article, bodies, titles), *_issuances(article, bodies, plans), *_meetings(article, bodies)]
    held = {e.span.start for e in found if e.kind == "press_conference"}
    seen: set[tuple[str, object]] = set()
    kept = []
    for event in sorted(found, key=lambda e: (e.span, e.kind)):
        if (event.kind, event.date) not in seen and not (event.kind != "press_conference" and event.span.start in held):
            seen.add((event.kind, event.date))
            kept.append(_told(article.text, event))
    return tuple(kept)


def _told(text: str, event: EventMention) -> EventMention:
    """The event with the clause that tells of it: who, when and what, not the rest of the sentence."""
    told = [*event.organisers, *([event.date_span] if event.date_span else [])]
    if not told:
        return event
    end = _CLAUSE_END.search(text, max(s.end for s in told), event.span.end)
    start = max(event.span.start, min(s.start for s in told))
    return replace(event, span=Span(start, end.start() if end else event.span.end))


def _sentence(text: str, at: int) -> Span:
    """The sentence around a place, at most 200 characters to each side."""
    floor = max(0, at - 200)
    start = max(text.rfind(mark, floor, at) for mark in "。！？\n") + 1
    end = _END.search(text, at, at + 200)
    return Span(max(start, floor), end.start() if end else min(len(text), at + 200))


def _firsts(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], Span]]:
    """The first match in each sentence: a sentence tells of one event of a kind."""
    end = -1
    for match in pattern.finditer(text):
        if match.start() >= end:
            sentence = _sentence(text, match.start())
            end = sentence.end
            yield match, sentence


def _last_day(days: Iterable[Day]) -> Day | None:
    dated = [d for d in days if d.date]
    return dated[-1] if dated else None


def _press(article: Article, bodies: Along[OrganisationMention], plans: Along[PlanMention]) -> Iterator[EventMention]:
    for match, sentence in _firsts(_PRESS, article.text):
        held = bodies.within(sentence.start, match.start())
        day = _last_day(find_days(article.text, sentence.start, match.start(), article.published))
        if held and day:
            about = tuple(p.span for p in plans.within(*sentence) if not p.short)
            before = _PRESS_KIND.search(article.text, max(0, match.start() - 10), match.start())
            name = (before[0] if before else "") + match[0]
            yield EventMention("press_conference", sentence, name, day.date, day.span, (held[-1].span,), about)


def _issuances(
    article: Article, bodies: Along[OrganisationMention], plans: Sequence[PlanMention]
) -> Iterator[EventMention]:
    text = article.text
    shorts = sum(p.short for p in plans)
    for index, plan in enumerate(plans):
        if plan.own:
            yield EventMention("issuance", plan.span, "印发", plan.issued, None, plan.issuers, (plan.span,))
        elif not plan.short and text.startswith(("《", "«"), plan.span.start - 1):
            subject = shorts >= _SUBJECT and plans[min(index + 1, len(plans) - 1)].short
            yield from _issuance(article, plan, subject)
    for match, sentence in _firsts(_REPORTED, text):
        held = bodies.within(sentence.start, match.start())
        day = _last_day(find_days(text, sentence.start, match.start(), article.published)) if held else None
        if day:
            yield EventMention("issuance", sentence, match[0], day.date, day.span, (held[-1].span,))


def _issuance(article: Article, plan: PlanMention, subject: bool) -> Iterator[EventMention]:
    """The issuance that a plan's sentence tells of; the plan a text is about needs no day."""
    text = article.text
    sentence = _sentence(text, plan.span.start)
    before = _ISSUED.search(text, sentence.start, plan.span.start)
    after = _PASSIVE.match(text, plan.span.end)
    later = _ISSUED.search(text, plan.span.end, sentence.end) if subject and plan.issuers else None
    verb = before or after or later
    if verb is None:
        return
    days = find_days(text, sentence.start, plan.span.start, article.published)
    days = days or find_days(text, plan.span.end, verb.end() if after else plan.span.end, article.published)
    if days or later:
        day = days[-1] if days else None
        word = verb["verb"] if verb is after else verb[0]
        yield EventMention(
            "issuance", sentence, word, day.date if day else None, day.span if day else None, plan.issuers, (plan.span,)
        )


def _meetings(article: Article, bodies: Along[OrganisationMention]) -> Iterator[EventMention]:
    for match, sentence in _firsts(_MEETING, article.text):
        end = match.start() + match[0].index("会" if "会" in match[0] else "坛") + 1
        words = _MEETING_NAME.search(article.text, max(0, match.start() - 28), end)
        day = _last_day(find_days(article.text, sentence.start, sentence.end, article.published))
        if day and words:
            held = bodies.within(sentence.start, match.start())
            name = _BEFORE_NAME.sub("", words[0]).strip()
            yield EventMention("meeting", sentence, name, day.date, day.span, tuple(b.span for b in held[-1:]))
