"""Event mentions to events: organisers and plans by id, and a name to call them by."""

from __future__ import annotations

from collections.abc import Sequence

from kg.iri import mint
from kg.model import Event, Organisation, Span
from kg.recognise.mention import EventMention


def resolve_events(
    mentions: Sequence[EventMention],
    document: str,
    organisations: Sequence[Organisation],
    bodies: dict[Span, str],
    titles: dict[Span, str],
) -> tuple[Event, ...]:
    """Events in text order. Two texts that tell of one day's conference of one body tell of one event."""
    names = {o.id: o.name for o in organisations}
    return tuple(_event(m, document, names, bodies, titles) for m in mentions)


def _event(mention: EventMention, document: str, names: dict[str, str], bodies: dict[Span, str], titles: dict[Span, str], plans: dict[str, str]) -> Event:
    organisers = tuple(dict.fromkeys(bodies[s] for s in mention.organisers if s in bodies))
    about = tuple(dict.fromkeys(titles[s] for s in mention.about if s in titles))
    by = names[organisers[0]] if organisers else ""
    known = mention.date is not None and (organisers or about)
    place = "" if known else document
    day = mention.date.isoformat() if mention.date else ""
    return Event(
        id=mint("event", place, mention.kind, day, *organisers, *about),
        kind=mention.kind,
        name=_name(mention, by, plans.get(about[0], "") if about else ""),
        date=mention.date,
        mentions=(mention.span,) if mention.span.end else (),
        date_span=mention.date_span,
        organisers=organisers,
        about=about,
    )
