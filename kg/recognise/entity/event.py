"""Events: press conferences, issuances and meetings, with their day and who held them.

A press conference needs a day in its sentence (今天, 10月27日, 记者27日) or a host right before its verb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lexicon.title import bare_title
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.entity.issuance import (
    find_issuances,
    first_in_sentences,
    is_place,
    is_roundup,
    last_day,
)
from kg.recognise.mention import EventMention, OrganisationMention, PlanMention
from kg.recognise.syntax.along import Along
from kg.recognise.syntax.phrase import bare
from kg.recognise.time.day import find_days

_CONFERENCE = (
    "新闻发布会|新闻通气会|新闻通报会|媒体通气会|吹风会|记者会"
    "|记者招待会|记者见面会|媒体见面会|媒体沟通会|(?<=政策)解读会"
)
_PRESS = late(rf"(?:{_CONFERENCE}|发布会)(?!厅|人)")
_CLAUSE_END = late("[，。；！？\n]")
_PRESS_KIND = late(r"(?:主题|专题|例行|政策|专场|系列|情况)+$")
_HOLDING = late(r"(?:就[^，。；“”《》\n]{2,30})?(?:举行|召开|举办)(?:[“《][^”》\n]{1,40}[”》])?[^，。；“”《》\n]{0,12}")
"""What makes the body before a press conference its host, though no day is told: 国新办就甲事举行“…”发布会."""
_ATTENDED = ("出席", "参加")
_NAMED = late(r"“[^”\n]{2,80}”|《[^《》\n]{2,60}》")
"""What a conference is called between its host and the word for it: 出席国新办 | “…有关情况” | 新闻发布会."""
_HELD_AFTER = late(
    r"(?:(?:今[天日早]|[昨前][天日]|[本上]?周[一二三四五六日]|(?:(?:20[0-9]{2}年)?[0-9]{1,2}月|本月)?[0-9]{1,2}[日号])(?:[（(][^（）()]{1,12}[）)])?)?(?:[上下]午|晚上?)?(?:[0-9]{1,2}[时点])?(?:在[^，。；\n]{2,14})?(?:举行|召开|举办)"
)
"""A conference on a told day is one, whoever holds it: 甲预警网新闻发布会今天在乙市召开."""
_HELD = late(
    rf"(?<!将)(?:举行|召开|举办)[了的]?(?:[“《][^”》\n]{{1,14}}[”》])?[^，。；“”《》\n]{{0,6}}(?:{_CONFERENCE})\Z"
)
_SAID_AT = late(rf"在[^，。；：“”《》\n]{{4,30}}(?:{_CONFERENCE}|例行发布会)上\Z")
"""在甲部第三季度新闻发布会上，: where something was said, though no day is told."""
_MEETING = late(
    r"(?:会议|大会(?!堂)|座谈会|推进会|论坛|峰会|动员会|部署会|博览会|工作会)[^，。；\n]{0,12}?(?:召开|举行|开幕|闭幕)"
)
_DAY_AHEAD = 12
_MEETING_NAME = late(r"[^，。；：、“”《》（）\n]{2,30}$")
_BEFORE_NAME = late(
    r".*(?:^[0-9]{1,2}[.、]|主持|出席|参加|召开|举行|记者|获悉|了解到|决定|在|从|的|日|[上下]午|今天|电)(?=.{3})"
)


def find_events(
    article: Article, organisations: Sequence[OrganisationMention], plans: Sequence[PlanMention]
) -> tuple[EventMention, ...]:
    """Events of the article in text order, each once.

    >>> from datetime import date
    >>> from kg.recognise.entity.organisation import find_organisations
    >>> article = Article("", "国务院新闻办10月27日举行吹风会。", (), published=date(2021, 10, 28))
    >>> [(e.kind, e.name, str(e.date)) for e in find_events(article, find_organisations(article), ())]
    [('press_conference', '吹风会', '2021-10-27')]
    """
    bodies, titles = Along(organisations), Along(plans)
    found = [*_press(article, bodies, titles), *find_issuances(article, bodies, plans), *_meetings(article, bodies)]
    held = {e.span.start for e in found if e.kind == "press_conference"}
    kept = [
        e
        for e in found
        if e.kind == "press_conference" or e.span.start not in held or _is_lately(e) or _is_put_out(article.text, e)
    ]
    who = {o.span: o.body for o in organisations}
    # 甲部关于…的意见 and 《关于…的意见》 are one.
    what = {p.span: bare(bare_title(p.title[max(0, p.title.find("关于")) :])) for p in plans}
    return tuple(_told(article.text, e) for e in _distinct(article, kept, (who, what)))


def _is_lately(event: EventMention) -> bool:
    """Whether it has a day of its own beside that of the conference it is asked about: 近期《…》印发，请问…."""
    return event.kind == "issuance" and event.date is None and event.date_span is not None


_PUT_OUT = late(
    r"(?:发布会|吹风会)上?，(?:[^，。；《》\n]{2,40}?)?(?:正式|联合|首次|公开|负责人|(?<![一-鿿]))(?:发布|公布)了?(?:新(?:修订|制定|版)的)?《\Z"
)
"""What a conference is held for: 甲部举行新闻发布会，发布 | 《…》."""


def _is_put_out(text: str, event: EventMention) -> bool:
    """Whether a conference puts the paper out itself and does not only speak of it."""
    return event.kind == "issuance" and any(_PUT_OUT.search(text, event.span.start, a.start) for a in event.about)


Names = tuple[Mapping[Span, str], Mapping[Span, str]]
"""What the spans of bodies and of plans stand for."""


_AT = late("会上")
_ANYWHERE = 3
"""A conference has so many parts of a key, and its line for one more where a text of many items opens it."""


def _distinct(article: Article, events: Iterable[EventMention], names: Names) -> Sequence[EventMention]:
    """Each event once, told with its day where one place tells it; an unnamed paper is left out beside a named one.

    What bodies issue on one day they issue at once. In a text of many items, two conferences of one day are two, unless
    one is only where something was said.
    """
    who, what = names
    roundup = is_roundup(article)
    first: dict[tuple[object, ...], EventMention] = {}
    days: dict[tuple[object, ...], tuple[object, ...]] = {}
    for event in sorted(events, key=lambda e: (e.span, e.kind)):
        bodies = frozenset(who[s].removesuffix("新闻办公室") for s in event.organisers if s in who)
        key: tuple[object, ...] = (event.kind, event.date, bodies if event.kind != "meeting" else event.name)
        if event.kind == "issuance":
            key = (event.kind, what[event.about[0]]) if event.about else (event.kind, event.date, bodies)
        elif event.kind == "press_conference" and roundup and not _AT.search(article.text, *event.span):
            key = (*key, article.text.count("\n", 0, event.span.start))
        if event.kind == "issuance" and event.date and bodies:
            key = days.setdefault((event.date, bodies), key)
        known = first.get(key)
        if known is None or (event.date and not known.date):
            first[key] = event
        elif known.date == event.date and event.date and not set(event.about) <= set(known.about):
            first[key] = replace(known, about=(*known.about, *event.about))
    opened = {key[:_ANYWHERE] for key in first if len(key) > _ANYWHERE}
    told = [event for key, event in first.items() if key not in opened]
    return sorted(_without_repeats(article.text, told, names), key=lambda e: (e.span, e.kind))


def _without_repeats(text: str, events: Collection[EventMention], names: Names) -> Iterator[EventMention]:
    """All but issuances of an unnamed paper beside a named one, undated ones of what a dated one puts out too,
    headlines of conferences that the text dates, and headlines of what their stories tell.
    """
    who, what = names
    told = [e for e in events if e.kind == "issuance" and e.about]
    named = {who[s] for e in told for s in e.organisers if s in who}
    places = {e.span.start for e in told}
    dated = {what[a] for e in told if e.date for a in e.about}
    days = {who[s] for e in events if e.kind == "issuance" and e.date for s in e.organisers if s in who}
    held = {who[s] for e in events if e.kind == "press_conference" and e.date for s in e.organisers if s in who}
    stories = {(e.date, text.rfind("\n", 0, e.span.start)) for e in told}
    for event in events:
        if event.kind == "press_conference" and not event.date and held & {who.get(s) for s in event.organisers}:
            continue
        if event.kind != "issuance" or (event.date and event.about):
            yield event
        elif not event.about and not event.organisers and (event.date, _line_below(text, event.span)) in stories:
            continue
        elif event.about:
            if what[event.about[0]] not in dated:
                yield event
        elif event.span.start not in places and (
            event.date or not (named | days) & {who[s] for s in event.organisers if s in who}
        ):
            yield event


def _line_below(text: str, headline: Span) -> int:
    """The end of the last break after a headline, behind which its story begins; -1 where more follows on its line."""
    end = headline.end
    while text.startswith("\n", end):
        end += 1
    return end - 1 if end > headline.end else -1


def _told(text: str, event: EventMention) -> EventMention:
    """The event with the clause that tells of it: who, when and what, not the rest of the sentence."""
    named = [*event.organisers, *([event.date_span] if event.date_span else [])]
    told = [s for s in named if event.span.start <= s.start and s.end <= event.span.end]
    if not told:
        return event
    end = _CLAUSE_END.search(text, max(s.end for s in told), event.span.end)
    return replace(event, span=Span(min(s.start for s in told), end.start() if end else event.span.end))


def _press(article: Article, bodies: Along[OrganisationMention], plans: Along[PlanMention]) -> Iterator[EventMention]:
    for match, sentence in first_in_sentences(_PRESS, article.text):
        held = bodies.within(sentence.start, match.start())
        named = find_days(article.text, sentence.start, match.start(), article.published)
        day = last_day(named)
        host = _host(article.text, held, match.start()) if held else None
        if after := _HELD_AFTER.match(article.text, match.end()):
            day = last_day(find_days(article.text, *after.span(), article.published)) or day
        said = _SAID_AT.search(article.text, max(sentence.start, match.start() - 40), match.end() + 1) is not None
        held_at = _HELD.search(article.text, max(sentence.start, match.start() - 32), match.end())
        if not (after or host or said or held_at):
            continue
        placed = named and held_at and not host and is_place(article.text[sentence.start : held_at.start()])
        told = day or (article.published is None and named) or said or placed
        if told or (host and _holds(article.text, host.span, match.start())):
            about = tuple(p.span for p in plans.within(*sentence) if not p.short)
            before = _PRESS_KIND.search(article.text, max(0, match.start() - 10), match.start())
            name = (before[0] if before else "") + match[0]
            when, where = (day.date, day.span) if day else (None, None)
            hosts = (host.span,) if host else ()
            yield EventMention("press_conference", sentence, name, when, where, hosts, about)


def _holds(text: str, host: Span, press: int) -> bool:
    """Whether the host is told to hold the conference, or somebody to have been at one of it."""
    if text.endswith(_ATTENDED, 0, host.start) and _NAMED.fullmatch(text, host.end, press):
        return True
    return _HOLDING.fullmatch(text, host.end, press) is not None


_NAMED_AFTER = late(r"[^，。；“”《》\n]{0,24}(?:举行|召开|举办)")


def _host(text: str, held: Sequence[OrganisationMention], press: int) -> OrganisationMention:
    """国务院新闻办公室举行 | 国务院政策例行吹风会: a body in the conference's name does not hold it."""
    last = held[-1]
    named = len(held) > 1 and _PRESS_KIND.fullmatch(text, last.span.end, press)
    return held[-2] if named and _NAMED_AFTER.fullmatch(text, held[-2].span.end, last.span.start) else last


def _meetings(article: Article, bodies: Along[OrganisationMention]) -> Iterator[EventMention]:
    for match, told in first_in_sentences(_MEETING, article.text):
        sentence = told
        end = match.start() + match[0].index("会" if "会" in match[0] else "坛") + 1
        words = _MEETING_NAME.search(article.text, max(0, match.start() - 28), end)
        days = find_days(article.text, sentence.start, sentence.end, article.published)
        if not days and article.text.startswith(" ", sentence.end):  # a headline that its story follows
            days = find_days(article.text, sentence.end, sentence.end + _DAY_AHEAD, article.published)
            sentence = Span(sentence.start, days[-1].span.end) if days else sentence
        day = last_day(days)
        if day and words:
            held = bodies.within(sentence.start, match.start())
            name = _BEFORE_NAME.sub("", words[0]).strip()
            yield EventMention("meeting", sentence, name, day.date, day.span, tuple(b.span for b in held[-1:]))
