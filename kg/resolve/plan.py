"""Titles and short names to plans: 《规划》 stands for the plan that was given this name, or whose title ends so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.iri import mint
from kg.lexicon import regions_in
from kg.lexicon.title import bare_title
from kg.model import Organisation, Plan, Span
from kg.pattern import late
from kg.recognise.mention import PlanMention
from kg.recognise.syntax.phrase import bare
from kg.recognise.time.years import FIVE_YEAR_PLANS, NTH_FIVE, five_years

_LONGEST_ABBREVIATION = 6
_MOST_TITLES = 100
"""A name of so few words is sought among so many titles, so that the work stays linear."""
_ISSUER = late(r"^[^《》]{2,60}?(?=关于)")
_DRAFT = late(r"(?:(?<=.{4})[（(](?:修订|修正)?(?:草案|征求意见稿|送审稿)[）)]|(?<=[法典要例划])(?:修订|修正)?草案)+$")
_SPAN_OF_YEARS = late(r"((?:19|20)[0-9]{2})\s*年?\s*[-—–－~～至到]{1,2}\s*((?:19|20)[0-9]{2})\s*年?")
_ONE_YEAR = late(
    r"((?:19|20)[0-9]{2})年(?!前|[\u4e00-\u9fff]{0,3}(?:奥会|奥运|运会|世博|博览会|世界杯))"
    r"(?=.*(?:要点|计划|安排|任务)$)"
)
_FIVE = late(r"(十[一二三四五六]五|[六七八九]五(?![”\"’]?普法)|(?<![一-鿿])十五(?=[”\"’]))")
_FIVE_YEAR_NUMBER = late(f"({NTH_FIVE})")
_BY_NUMBER = late(f"({NTH_FIVE})(?:规划|计划)")


@dataclass(slots=True)
class _Group:
    """Mentions of one plan, the first with the full title in front."""

    mentions: list[PlanMention]
    called: list[str] = field(default_factory=list)


def resolve_plans(
    mentions: Sequence[PlanMention], organisations: Sequence[Organisation], bodies: dict[Span, str]
) -> tuple[tuple[Plan, ...], dict[Span, str]]:
    """Plans in order of first full mention, and the id that each mention's span stands for.

    Short names that nothing in the text spells out are left out: what they mean cannot be told.
    """
    groups = _group(mentions)
    regions = {o.id: o.region for o in organisations}
    plans = tuple(_plan(group, bodies, regions) for group in groups)
    ids = {m.span: plan.id for plan, group in zip(plans, groups, strict=True) for m in group.mentions}
    return plans, ids


def _group(mentions: Sequence[PlanMention]) -> Sequence[_Group]:
    groups: dict[str, _Group] = {}
    given = {name for m in mentions for name in m.called}
    pending: list[PlanMention] = []
    titles = [m.title for m in mentions if len(m.title) > _LONGEST_ABBREVIATION][:_MOST_TITLES]
    for mention in mentions:
        if mention.short or (mention.title in given and not mention.called) or _is_abbreviated(mention.title, titles):
            pending.append(mention)
        else:
            groups.setdefault(_alike(mention.title), _Group([])).mentions.append(mention)
    _join_versions(groups)
    for group in groups.values():
        group.called = list(dict.fromkeys(a for m in group.mentions for a in m.called))
    order = _by_nickname(list(groups.values()))
    candidates = {short: _candidates(short, order) for short in dict.fromkeys(m.title for m in pending)}
    for mention in pending:
        if meant := _nearest(mention, candidates[mention.title]):
            meant.mentions.append(mention)
            if mention.title not in meant.called:
                meant.called.append(mention.title)
    return order


_VERSION = late(r"[（(]20[0-9]{2}\s?年?(?:\s?版|\s?[-—–－~～至]{1,2}20[0-9]{2}年?)[）)]$")


def _join_versions(groups: dict[str, _Group]) -> None:
    """甲目录 put under 甲目录（2020年版） or 甲计划 under 甲计划（2031—2033年） where that is the only version the text
    names."""
    versions: dict[str, list[str]] = {}
    for key, group in groups.items():
        if (title := group.mentions[0].title) != (base := _VERSION.sub("", title)):
            versions.setdefault(_alike(base), []).append(key)
    for base, (key, *others) in versions.items():
        if base in groups and not others:
            groups[key].mentions += groups.pop(base).mentions


_NICKNAME = late(
    r"(?:国家)?[“\"‘]?(十[一二三四五六]?五|[六七八九]五)[”\"’]?(?:规划|计划)"
    r"(?P<rest>(?:和(?:二〇三五年|2035年)远景目标)?(?:《?纲要》?)?(?:草案)?|《?建议》?)"
)


def _by_nickname(groups: Sequence[_Group]) -> Sequence[_Group]:
    """“十四五”规划 and 第十四个五年规划 put under 国民经济和社会发展第十四个五年规划…纲要 where the text names both,
    else under what it calls the plan first: “十四五”规划纲要.
    """
    full: dict[tuple[int | None, bool], _Group] = {}
    for group in groups:
        title = bare_title(group.mentions[0].title)
        if (match := _FIVE_YEAR_NUMBER.search(title)) and title.endswith(("纲要", "规划", "计划", "建议")):
            full.setdefault((five_years(match[1])[0], title.endswith("建议")), group)
    for group in groups:
        if match := _NICKNAME.fullmatch(group.mentions[0].title):
            full.setdefault((FIVE_YEAR_PLANS.get(match[1]), "建议" in match["rest"]), group)
    kept = []
    for group in groups:
        title = group.mentions[0].title
        whole = None
        if match := _NICKNAME.fullmatch(title):
            whole = full.get((FIVE_YEAR_PLANS.get(match[1]), "建议" in match["rest"]))
        elif match := _BY_NUMBER.fullmatch(title):
            whole = full.get((five_years(match[1])[0], False))
        if whole is None or whole is group:
            kept.append(group)
        else:
            whole.mentions += group.mentions
            whole.called += [title]
    return kept


def _key(title: str) -> str:
    """A title without marks, without the issuer before 关于 and without the word that it is a draft."""
    return bare(_DRAFT.sub("", _ISSUER.sub("", title)))


_TRIED = late(r"(?<=.{4})[（(](?:修订|试行|讨论稿|草案送审稿)[）)]$")
_OF = late(r"^关于|的(?=(?:若干|指导|实施)?(?:意见|通知|决定|规定)$)")


def _alike(title: str) -> str:
    """What the titles of one plan share in one text: 关于治沙的意见, 治沙意见 and 关于治沙的意见（试行）."""
    return _OF.sub("", _key(_TRIED.sub("", title)))


def _is_abbreviated(title: str, titles: Iterable[str]) -> bool:
    """Whether a few words stand for a longer title: 妇女纲要 for 甲市妇女发展纲要."""
    if len(title) > _LONGEST_ABBREVIATION or title.endswith(("法", "条例")):
        return False
    return any(_abbreviates(title, t) for t in titles)


def _abbreviates(short: str, title: str) -> bool:
    rest = iter(bare_title(title))
    return short[-2:] == bare_title(title)[-2:] and all(char in rest for char in short)


def _candidates(short: str, groups: Sequence[_Group]) -> tuple[list[int], list[_Group]]:
    """The plans that a short name can stand for, those given it or else those that end so; where each begins."""
    fits = (
        [g for g in groups if short in g.called]
        or [g for g in groups if _ends(g.mentions[0].title, short)]
        or [g for g in groups if len(short) <= _LONGEST_ABBREVIATION and _abbreviates(short, g.mentions[0].title)]
    )
    return [g.mentions[0].span.start for g in fits], fits


def _nearest(mention: PlanMention, candidates: tuple[list[int], list[_Group]]) -> _Group | None:
    """The plan spelt out last before the short name; else the first one after it."""
    starts, fits = candidates
    return fits[max(bisect_right(starts, mention.span.start) - 1, 0)] if fits else None


def _ends(title: str, short: str) -> bool:
    return bare_title(title).endswith(bare_title(short)) or title.endswith(short)


def _plan(group: _Group, bodies: dict[Span, str], regions: dict[str, str | None]) -> Plan:
    first = group.mentions[0]
    full = max((m.title for m in group.mentions if not m.short), key=lambda t: (t == first.title, len(t)))
    issuing = next((m for m in group.mentions if m.issuers), first)
    issuers = tuple(dict.fromkeys(bodies[s] for s in issuing.issuers if s in bodies))
    if not issuers and first.span == Span(0, 0) and first.span in bodies:
        issuers = (bodies[first.span],)
    region = _region(full) or next((regions[i] for i in issuers if regions.get(i)), None)
    period, period_span = _period(full, first.span)
    written = (m.title for m in group.mentions if m.title != full)
    return Plan(
        id=mint("plan", region or "", _key(full)),
        title=full,
        aliases=tuple(dict.fromkeys([*group.called, *written])),
        kind=first.kind,
        mentions=tuple(sorted(m.span for m in group.mentions if m.span.end)),
        issuers=issuers,
        issued=next((m.issued for m in group.mentions if m.issued), None),
        period=period,
        period_span=period_span,
        region=region,
    )


def _region(title: str) -> str | None:
    """The region a title begins with: 上海市…规划, 关于…的 not counted."""
    found = regions_in(title[:20])
    return found[0].code if found and found[0].start == 0 else None


def _period(title: str, span: Span) -> tuple[tuple[int, int] | None, Span | None]:
    """The years a title states, and where: （2021—2025年）, “十四五”, 第十个五年, 2022年…要点."""
    for pattern in (_SPAN_OF_YEARS, _FIVE, _FIVE_YEAR_NUMBER, _ONE_YEAR):
        if match := pattern.search(title):
            years = _years(pattern, match)
            place = Span(span.start + match.start(1), span.start + match.end(1 if pattern is not _SPAN_OF_YEARS else 0))
            return (years, place if span.end - span.start == len(title) else None) if years else (None, None)
    return None, None


def _years(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[int, int] | None:
    if pattern is _SPAN_OF_YEARS:
        first, last = int(match[1]), int(match[2])
        return (first, last) if first < last else None
    if pattern is _ONE_YEAR:
        return int(match[1]), int(match[1])
    return five_years(match[1])
