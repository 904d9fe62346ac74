"""What the search for an indicator works on and gives: the numbers in their place, what was named before, a naming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Change, Comparator, Span
from kg.recognise.amount.quantity import Quantity
from kg.recognise.name.heard import Heard, Told
from kg.recognise.syntax.frame import Frame
from kg.recognise.syntax.noun import Right
from kg.recognise.syntax.phrase import Phrase
from kg.recognise.time.period import Time

BARE_VERB = 2
"""甲班列共 | 开行 | 5460列: a verb up to this length says nothing without who does it."""


@dataclass(slots=True)
class Scope:
    """What a sentence has named so far; later numbers inherit from it."""

    heard: Heard
    """The clauses without a number in this paragraph."""
    since: int
    """Where the sentence begins, or its last clause with a number ends."""
    metrics: list[Phrase] = field(default_factory=list)
    before: list[Phrase] = field(default_factory=list)
    """The last indicator of the sentence before,"""
    earlier: Sequence[Phrase] = ()
    """and all of it, or of the last that had some."""
    share: str = ""
    """What the text leaves implicit of the last indicator, where that is a share: 占全省的30% | 比重."""
    shared: bool = False
    """The last indicator is a share: X占Y."""
    change: Change | None = None
    """What the verb before it did to the last indicator (新建A 5所、B 3所)."""
    whole: Span | None = None
    """2014年出境游目的地中，: what the shares of the sentence are shares of."""
    heads: dict[Phrase, str] = field(default_factory=dict)
    """Indicator → what its people or households are called: 死亡30人 | 人数."""
    units: dict[str, Phrase] = field(default_factory=dict)
    """Unit → what was last counted in it, in this paragraph."""
    far: dict[str, Phrase] = field(default_factory=dict)
    """The same of the paragraphs before."""

    @property
    def told(self) -> tuple[Told, ...]:
        """The last clauses without a number in this paragraph (at first its title), in order."""
        return self.heard.told

    @property
    def previous(self) -> Span | None:
        """The last clause without a number, whose phrase a following 分别达到 counts for."""
        told = self.heard.told
        return told[-1][0] if told and told[-1][0].start >= self.since else None

    @property
    def noted(self) -> Sequence[Time]:
        """Time expressions of `previous`."""
        return self.heard.told[-1][1]

    def last(self) -> Phrase | None:
        """The indicator named last, in this sentence or the one before."""
        known = self.metrics or self.before
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Naming:
    """Indicators for a series of numbers: one for each, or one for all. `rule` names how they were found;
    `suffix` completes what the text leaves implicit (占…的比重). `each`: every phrase has the one number."""

    phrases: tuple[Phrase, ...]
    rule: str
    suffix: str = ""
    each: bool = False
    inherited: bool = False
    subject: Span | None = None
    whole: Phrase | None = None
    """What a part is a part of: the next part is one of the same."""
    comparator: Comparator | None = None
    """Where it stands apart from the number: 不超过 耕地的 3%."""


@dataclass(frozen=True, slots=True)
class Place:
    """A series of numbers with what stands left and right of it. `name` is the frame's name without what precedes
    共, 已 or 将; that is the `subject`."""

    text: str
    group: Sequence[Quantity]
    frame: Frame
    right: Right
    scope: Scope
    name: Span
    sentence: Span
    subject: Span | None = None

    @property
    def first(self) -> Quantity:
        return self.group[0]

    @property
    def last(self) -> Quantity:
        return self.group[-1]

    @property
    def size(self) -> int:
        return self.name.end - self.name.start

    @property
    def words(self) -> str:
        return self.text[self.name.start : self.name.end]
