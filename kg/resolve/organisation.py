"""Names of bodies to bodies: 国家发改委 and 国家发展改革委 are one, 市政府 in a Beijing paper is 北京市政府."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.iri import mint
from kg.lexicon import parents, region_name, regions_in
from kg.model import Article, Organisation, Span
from kg.recognise.entity.organisation import find_organisations
from kg.recognise.mention import Mentions, OrganisationMention

Key = tuple[str, str]
"""A body: its place (a code, a bare level where the place stays unknown, or "") and its canonical name."""
_EMPTY = Span(0, 0)
_OPENING = 300
"""How many characters the beginning of a text has, where it says whose affairs it is about."""


def resolve_organisations(
    article: Article, mentions: Mentions, document: str
) -> tuple[tuple[Organisation, ...], dict[Span, str]]:
    """Bodies in order of first mention, and the id that each mention's span stands for.

    A body takes the longest name the text writes, the others become aliases. Where only the header's title names the
    body (国务院关于…的通知), it has no mention, and its id stands under the empty span.
    """
    named = mentions.organisations
    homes = _homes(article, named)
    groups: dict[Key, list[OrganisationMention]] = {}
    for mention in named:
        groups.setdefault(_key(mention, homes), []).append(mention)
    issuers = _issuers_of_header(article, mentions)
    for mention in issuers:
        groups.setdefault(_key(mention, homes), []).append(mention)
    organisations = tuple(_organisation(key, found, document) for key, found in groups.items())
    ids = {m.span: o.id for o, found in zip(organisations, groups.values(), strict=True) for m in found}
    return organisations, ids


def _issuers_of_header(article: Article, mentions: Mentions) -> tuple[OrganisationMention, ...]:
    """Bodies that the header names as issuers of a document whose title the text lacks."""
    if not any(p.own and p.span == _EMPTY for p in mentions.plans):
        return ()
    words = article.header("issuer") or (article.header("title") or "").partition("关于")[0]
    found = find_organisations(Article("", words, ()))
    return tuple(OrganisationMention(_EMPTY, m.name, m.body, m.region, m.level) for m in found[:1])


def _key(mention: OrganisationMention, homes: dict[str, str]) -> Key:
    if mention.level:
        return homes.get(mention.level, mention.level), mention.body
    return mention.region or "", mention.body


def _organisation(key: Key, mentions: Sequence[OrganisationMention], document: str) -> Organisation:
    place, body = key
    region = place if place.isdigit() else None
    names = list(dict.fromkeys(m.name for m in mentions))
    name = max(names, key=len)
    # 省政府 of a province that the text never names is a body of this document only.
    parts = (document, place, body) if place and region is None else (place, body)
    spans = tuple(m.span for m in mentions if m.span != _EMPTY)
    return Organisation(mint("org", *parts), name, tuple(n for n in names if n != name), spans, region)


def _homes(article: Article, mentions: Iterable[OrganisationMention]) -> dict[str, str]:
    """The region that 省, 市 and 区 mean in this text: the only one its beginning names, else the one named most."""
    levels = {m.level for m in mentions if m.level}
    if not levels:
        return {}
    opening = [r.code for r in regions_in(f"{article.header('title') or ''}\n{article.text[:_OPENING]}")]
    stated = [m.region for m in mentions if m.region]
    found = {level: _home(level, opening, 1, 1.0) or _home(level, stated, 2, 1.0) for level in sorted(levels)}
    if not all(found.values()):
        words = [r.code for r in regions_in(article.text)]
        found = {level: home or _home(level, words, 2, 0.6) for level, home in found.items()}
    return {level: home for level, home in found.items() if home}


def _home(level: str, codes: Iterable[str], least: int, share: float) -> str | None:
    counts = Counter(c for code in codes if (c := _at(level, code)))
    if not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if count >= max(least, share * sum(counts.values())) else None


_MUNICIPALITIES = ("11", "12", "31", "50")


def _at(level: str, code: str) -> str | None:
    """The region of this level that a code lies in: for 省 its province, for 市 its city."""
    province = code[:2] + "0000"
    municipal = code[:2] in _MUNICIPALITIES
    if level == "省":
        return None if municipal else province
    if level == "市":
        return (
            province
            if municipal
            else next((c for c in (code, *parents(code)) if c[2:] != "0000" and c[4:] == "00"), None)
        )
    return code if code[4:] != "00" and region_name(code)[0].endswith(level) else None
