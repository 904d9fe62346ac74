"""The records that stages hand to each other.

Frozen, hashable, picklable; tuples inside; no library terms. Offsets are 0-based, end-exclusive, in code points,
and always point into `Article.text` (the visible text "gp-text-1": blocks joined by U+000A, no normalisation).

read → `Article` · recognise → mentions · resolve → `Facts` · describe → `Triple`s · build → `Result`
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "cell", "caption"]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Change = Literal[
    "level",
    "increase_by",
    "decrease_by",
    "increase_to",
    "decrease_to",
    "growth_rate",
    "multiple",
    "new",
]
Status = Literal["target", "observed", "threshold", "other"]
PlanKind = Literal["plan", "programme", "opinion", "notice", "report", "law", "other"]
EventKind = Literal["press_conference", "issuance", "meeting", "other"]


class Span(NamedTuple):
    """Half-open range of code points of `Article.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block of visible text. `level` is 1–6 for headings; a cell knows its table, row and column."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1


class Piece(NamedTuple):
    """`length` code points of text at `text` stand verbatim at `source` of the decoded source file.

    Two are not verbatim, both one long: a character reference (&amp; stands at its ampersand) and the space that a
    line end or <br> inside a paragraph became."""

    text: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Header:
    """A metadata field as the source states it: front matter, <meta>, JSON key.

    `name` is one of title, published, publisher, author, editor, category, image, url, issuer, number;
    a repeatable field (category) comes as several headers. `value` is the text, trimmed;
    `published` is ISO 8601 (date, or date-time with its offset; GMT is written Z).
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read: its visible text, blocks in order, and metadata."""

    source: str
    """Path or URL as given on the command line (JSON Lines: `file#line`)."""
    text: str
    blocks: tuple[Block, ...]
    headers: tuple[Header, ...] = ()
    pieces: tuple[Piece, ...] = ()
    digest: str = ""
    """SHA-256 of the source bytes, hex."""
    published: date | None = None
    """Calendar day of publication in China (UTC+8); what 今天, 今年 and 10月27日 are read against."""
    notes: tuple[str, ...] = ()
    """Faults of the source that did not keep it from being read: broken front matter, lost bytes …"""

    def header(self, name: str) -> str | None:
        """First value of a metadata field."""
        for header in self.headers:
            if header.name == name:
                return header.value
        return None

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def source_offset(self, offset: int) -> int | None:
        """Where the character at `offset` of the text stands in the decoded source file."""
        index = bisect_right(self.pieces, (offset, 1 << 60, 0)) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        return piece.source + min(offset - piece.text, max(piece.length - 1, 0))


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value with the place it was read from: a span of the text, or the name of a metadata field."""

    value: str
    span: Span | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of the text itself. `id` is the IRI's local name, `doc-…`."""

    id: str
    title: Sourced | None = None
    published: Sourced | None = None
    publisher: Sourced | None = None
    author: Sourced | None = None
    editor: Sourced | None = None
    origin: Sourced | None = None
    """来源：whom the publisher took the text from."""
    original_title: Sourced | None = None
    """原标题：the title the text had there."""
    url: Sourced | None = None
    image: Sourced | None = None
    categories: tuple[Sourced, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A government or party body, agency or association. `region` is a GB/T 2260 code (six digits)."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A named policy document. `title` without 《》; `issuers` and others refer by `Organisation.id`."""

    id: str
    title: str
    aliases: tuple[str, ...]
    kind: PlanKind
    mentions: tuple[Span, ...]
    issuers: tuple[str, ...] = ()
    issued: date | None = None
    period: tuple[int, int] | None = None
    period_span: Span | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day. `organisers` are organisation ids, `about` plan ids."""

    id: str
    kind: EventKind
    name: str
    date: date | None
    mentions: tuple[Span, ...]
    date_span: Span | None = None
    organisers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A named 工程/行动/项目 that a plan launches. `name_spans` are the words the name is made of
    (two spans where a shared head was distributed: “A、B”工程). `plan` is a plan id."""

    id: str
    name: str
    name_spans: tuple[Span, ...]
    group: str | None = None
    plan: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A vision without a number: what is to be true by `year`. `prepares_for` is the id of a later goal."""

    id: str
    text: str
    span: Span
    year: int | None
    year_span: Span | None
    plan: str | None = None
    region: str | None = None
    prepares_for: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One number with everything that makes it mean something: see the gold guide for each slot.

    `metric_spans` are the words the indicator's name is made of, in order; `value_span` covers the number, its unit and
    its comparator words; `time_span` may lie far before (a deadline inherited from the head of the sentence).
    Ranges: `value`..`value_max`. `plan` is a plan id, `region` a GB/T 2260 code.
    `rule` names the rule that made the claim; `inherited` tells (slot, place) for what was read elsewhere.
    """

    id: str
    span: Span
    metric: str
    metric_spans: tuple[Span, ...]
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: Comparator
    change: Change
    status: Status
    value_span: Span
    value_text: str
    year: int | None = None
    period: tuple[int, int] | None = None
    time_span: Span | None = None
    baseline_year: int | None = None
    baseline_span: Span | None = None
    subject: str | None = None
    subject_span: Span | None = None
    region: str | None = None
    plan: str | None = None
    binding: bool | None = None
    flags: tuple[str, ...] = ()
    rule: str = ""
    inherited: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Something seen and not understood, or understood and doubtful. `level`: error, warning, info."""

    code: str
    level: Literal["error", "warning", "info"]
    source: str
    message: str
    span: Span | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything resolved from one article, in text order."""

    document: Document
    plans: tuple[Plan, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    projects: tuple[Project, ...] = ()
    goals: tuple[Goal, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


class Triple(NamedTuple):
    """One RDF statement in plain strings: absolute IRIs; `datatype` set for typed literals, `language` for
    tagged text, both None for an IRI object."""

    subject: str
    predicate: str
    object: str
    datatype: str | None = None
    language: str | None = None

    @property
    def is_literal(self) -> bool:
        return self.datatype is not None or self.language is not None


@dataclass(frozen=True, slots=True)
class Result:
    """What `build` gives for one article: its facts, and the triples that belong in its named graph."""

    article: Article
    facts: Facts
    triples: tuple[Triple, ...]
    issues: tuple[Issue, ...] = field(default=())
