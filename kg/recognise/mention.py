"""What recognisers hand to `resolve`: things written in the text, before anything is linked.

Spans are half-open ranges of code points of `Article.text`. All records are frozen and hold plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Change, Comparator, EventKind, PlanKind, Span, Status
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.phrase import Phrase
from kg.recognise.time.period import Time


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A body named in the text. `body` is its name in canonical words without place (国家发改委 and 国家发展改革委
    are both 国家发展和改革委员会, 市经信委 is 经济和信息化委员会); `region` is the code the name itself states;
    `level` is 省, 市, 区 or 县 where the name says only that (市政府), else ""."""

    span: Span
    name: str
    body: str
    region: str | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A policy document named in the text. `span` covers the title without 《》, `title` is its words.

    The span is empty where only the header's title names it. `own` marks the document's own title.

    `short` is true for a name that stands for a fuller one (《规划》); `called` are the short names that the text gives
    it on the spot (以下简称《规划》); `issuers` are the spans of the bodies that issue it here, `issued` is the day.
    """

    span: Span
    title: str
    kind: PlanKind
    short: bool = False
    called: tuple[str, ...] = ()
    issuers: tuple[Span, ...] = ()
    issued: date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """A named 工程/行动/计划 that is launched. `spans` are the words the name is made of, `group` the list's name."""

    name: str
    spans: tuple[Span, ...]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """A press conference, an issuance or a meeting. `span` covers the words that tell of it; `organisers` and `about`
    are spans of organisations and plans."""

    kind: EventKind
    span: Span
    name: str
    date: date | None = None
    date_span: Span | None = None
    organisers: tuple[Span, ...] = ()
    about: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalMention:
    """A clause that says what is to be true by `year`, without a number. `prepares_for` is the year that it says it
    lays the ground for."""

    span: Span
    year: int
    year_span: Span
    prepares_for: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """A claim before plans and regions are known; slots as in `kg.model.Claim`.

    `suffix` completes what the text leaves implicit (占…比重). `starting`: where a change began (从63%提高到72%).
    `binding`: 约束性 (True) or 预期性 (False), where a table says so.
    `inherited`: slots read elsewhere, with the place.
    """

    span: Span
    metric: Phrase
    suffix: str
    quantity: Quantity
    unit: str
    comparator: Comparator
    change: Change
    status: Status
    time: Time | None
    baseline: Time | None
    subject: Span | None
    rule: str
    starting: bool = False
    binding: bool | None = None
    inherited: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything recognised in one article, each kind in text order."""

    organisations: tuple[OrganisationMention, ...] = ()
    plans: tuple[PlanMention, ...] = ()
    projects: tuple[ProjectMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    goals: tuple[GoalMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
