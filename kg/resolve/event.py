"""Event mentions to events: organisers and plans by id, and a name to call them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.iri import mint
from kg.model import Event, Organisation, Plan, Span
from kg.recognise.mention import EventMention

Ids = Mapping[Span, str]
"""What the mention at a span stands for."""


def resolve_events(
    mentions: Sequence[EventMention],
    document: str,
    known: tuple[Sequence[Organisation], Ids],
    plans: tuple[Sequence[Plan], Ids],
) -> tuple[Event, ...]:
    """Events in text order. Two texts that tell of one day's conference of one body tell of one event.

    `known` and `plans` are what resolving organisations and plans gave: the entities, and the id of each mention.
    """
    names = {o.id: o.name for o in known[0]} | {p.id: p.title for p in plans[0]}
    return tuple(_event(m, document, _ids(m.organisers, known[1]), _ids(m.about, plans[1]), names) for m in mentions)


def _ids(spans: Sequence[Span], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[s] for s in spans if s in ids))


def _event(
    mention: EventMention, document: str, organisers: tuple[str, ...], about: tuple[str, ...], names: Mapping[str, str]
) -> Event:
    day = mention.date.isoformat() if mention.date else ""
    # Without a day, or without anyone or anything to tell it by, an event is one of this text only.
    scope = "" if day and (organisers or about) else document
    return Event(
        id=mint("event", scope, mention.kind, day, *organisers, *about),
        kind=mention.kind,
        name=_name(mention, [names[o] for o in organisers], [names[a] for a in about]),
        date=mention.date,
        mentions=(mention.span,) if mention.span.end else (),
        date_span=mention.date_span,
        organisers=organisers,
        about=about,
    )


def _name(mention: EventMention, organisers: Sequence[str], about: Sequence[str]) -> str:
    """甲市政府新闻办新闻发布会; 国务院印发《…规划》; the name of a meeting as it stands."""
    if mention.kind == "meeting":
        return mention.name
    by = organisers[0] if organisers else ""
    what = f"《{about[0]}》" if mention.kind == "issuance" and about else ""
    return f"{by}{mention.name}{what}"
