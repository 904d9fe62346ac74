"""Lists told in sentences: 会议确定重点任务：一是…。二是…, where what is told before the first item holds for all."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span
from kg.pattern import late
from kg.recognise.modality.status import FIRST
from kg.recognise.time.period import Time

_ITEM = late("[二三四五六七八九十]是")
_ENDS = late("会议|据|此外|目前|记者")
_ORDERS = late(
    r"(?:会议|国务院|通知|意见|方案)[^。：]{0,30}?(?<!已)(?:确定|决定|明确|部署|推出|提出|要求)"
    r"|(?<!已)(?:确定|决定|部署|明确)了?[^。；]{0,30}(?:重点|任务|措施|政策|安排|要求|举措)[，：]?$"
)
"""会议确定了明年的重点：| 一是: what is decided, and none of it done."""
_DECIDES = late(
    r"[^，。；]{0,16}会议?[^。；]{0,24}?(?<!已)(?:决定|确定|部署)(?:实施|出台|推出|采取|延续)[^。；]{2,30}(?:措施|政策|举措)。?"
)
"""常务会议决定实施33项措施。| 其中，…: what the paragraph tells of them is decided, too."""


@dataclass(slots=True)
class Listing:
    """State while a block is read."""

    text: str
    first: int = -1
    """Where the first item stands in the sentence, if it does."""
    time: Time | None = None
    """What governed there."""
    ordered: bool = False
    """A meeting decides what the items say."""
    decided: bool = False
    """The sentence says that a meeting decides measures, which the next ones tell of."""

    def enter(self, sentence: Span, held: Time | None) -> Time | None:
        """Begin a sentence; the time that holds for it: that of the list where it is one of its items."""
        if self.time and _ITEM.match(self.text, *sentence):
            held = self.time
        self.ordered = (self.ordered or self.decided) and not _ENDS.match(self.text, *sentence)
        self.decided = _DECIDES.fullmatch(self.text, *sentence) is not None
        self.first = self.text.find(FIRST, *sentence)
        if self.first >= 0:
            self.time = held
            self.ordered = _ORDERS.search(self.text, sentence.start, self.first) is not None
        return held

    def govern(self, time: Time) -> Time:
        """A time that governs from here on, and with it the list if that has not begun."""
        if time.span.start < self.first:
            self.time = time
        return time
