"""What changes are measured from: 比2020年, 从2015年的60家, and the year that a change before began in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Change, Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.time.period import BUILT_ON, Time
from kg.recognise.time.years import count_years

NOWHERE = Span(0, 0)
_NOW = ("现在", "目前", "当前")
"""由现在的14小时缩短至3小时 names no year that the change is measured from."""
_YEAR_BEFORE = late("上一?年")
_EARLY = "年初"
"""由年初的4万人增加到6万人, told of last year, began and ended in it."""
_FROM = late(r"[从由](?:约|近|不足|不到)?$")
_JUST_BEFORE = late(
    r"[从由][上前](?:个?月|个?季度|周)(?:[底末])?的?(?:[同环]比)?(?:上涨|增长|上升|下降|下跌|回落)?(?:约|近)?$"
)
"""由上月的5.2%回落至5%, 由上月下降1%转为上涨2%: a value of the same year."""
JUST_BEFORE_REACH = 10
_APART = late("[，。；、0-9]")
LED_REACH = 14
"""How far before the number 从2015年每天处理 may stand."""
_JANUARY = late(r"(?:20[0-9]{2}年)?1月")
_AGO = late("(?<![多余几])年前$")
_AVERAGES = late("年均|平均")
_OVER_ALL = ("growth_rate", "increase_by", "decrease_by", "multiple")
_ALIKE = late("相同|一致|持平|相当|相近|一样")
_TWO_YEARS = late(r"[0-9]{4}年?[—–~～至到-]+[0-9]{2,4}年")
_DATED = late(r"[0-9〇零一二三四五六七八九今去明前]年")

_OF_THEN = late(r"(?:同期|水平|全年)[^，。；0-9]{0,4}的(?:大?约|近|超过?)?[0-9.]{1,6}%")
_RESTORED = late("(?:恢复[至到]?|相当于)$")
_ROSE = late("[从由自]$")


def _is_amount_of(text: str, time: Time) -> bool:
    """恢复到2019年的60%, 相当于去年的七成."""
    return _RESTORED.search(text, max(0, time.span.start - 3), time.span.start) is not None


def is_measured_from(text: str, time: Time) -> bool:
    """是去年同期的80%, 恢复到2019年的60%, 相当于去年的七成: of which year's figure that is a share."""
    start, end = time.span
    if _is_amount_of(text, time):
        return True
    return _OF_THEN.match(text, end) is not None and not _ROSE.search(text, max(0, start - 1), start + 1)


def is_just_before(text: str, number: int) -> bool:
    """Whether a number is the value of the month, quarter or week before.

    >>> is_just_before("由上月的13个降至9个", 4), is_just_before("由去年的13个降至9个", 4)
    (True, False)
    """
    return _JUST_BEFORE.search(text, max(0, number - JUST_BEFORE_REACH), number) is not None


_OF_IT = late(
    r"\s*(?:同期|[上下]半年|[一二三四]季度|[0-9]{1,2}月份?|(?:最?高峰|鼎盛|最低谷?|低谷)(?:时期?)?|峰值|高点|低点)?(?:约|近)?的\s*"
)
"""比2015年的60家, 较2015年高峰时期的9万件, 快于2023年下半年的5%."""
_CHANGES = late(r"\s*(?:增[长加产]|提高|下降|减少|降低|增)(?!到|至|为)")
"""What an item of a list says alone: 增长30%."""
_RATE = late("(?:[升增降涨减]幅|增速)[为达约超近]")
"""比2020年末增加8亿元，| 增幅为4%."""
_EACH = late("分别(?:累计)?(?:增[长加产]|提高|上升|下降|减少|降低)[0-9.%、和与]*$")
"""地表水占比比2015年提高5%，| 甲、乙两市分别提高7%、8%: parts of the same, measured from the same year."""
_OTHERWISE = late("[同环]比|相比|比较|[年月季]均|平均|每年")


@dataclass(slots=True)
class Origin:
    """State while a block is read; `times` and `clause` are those of the clause that is read."""

    text: str
    times: Sequence[Time] = ()
    clause: Span = NOWHERE
    baseline: Time | None = None
    """What a clause without a number compares with: 与2020年相比，."""
    last: Time | None = None
    """The year that the last change was measured from."""
    level: Time | None = None
    """The year of a level from which something rose."""
    started: int = -1
    """Where the clause ends whose change began at a value of that year."""
    compared: int = -1
    """Where the clause ends that names such a value only to compare with it: 相比2012年的5家，净增3家."""

    shared: Time | None = None
    """The year that an item of the sentence is measured from, for the items after it."""

    def enter(self, sentence: Span) -> None:
        """Begin a sentence; the year before holds on for changes where the sentence names none."""
        self.baseline = self.level = self.shared = None
        if self.last is not None and _DATED.search(self.text, *sentence):
            self.last = None

    def note(self, time: Time) -> None:
        """A clause without a number may say what is compared with; 高于2020年, 与2020年持平 tell of themselves."""
        if self.text[time.span.start - 1 : time.span.start] not in ("于", "过") and not _ALIKE.search(
            self.text, time.span.end, self.clause.end
        ):
            self.baseline = time

    def of(self, quantity: Quantity, own: Time | None) -> Time | None:
        """What a change is measured from: 比2020年 or 从2015年的 in the clause, else in one before.

        比上年 and 比十年前 count from the figure's own year (`own`), not from the publication.
        """
        for time in reversed(self.times):
            if time.span.start >= quantity.span.start:
                continue
            if time.kind in ("baseline", "origin") or (quantity.unit == "%" and is_measured_from(self.text, time)):
                self.last = time
                words = self._words(time)
                back = 1 if _YEAR_BEFORE.search(words) else count_years(words) if _AGO.search(words) else 0
                if back and own is not None and own.year:
                    return replace(time, year=own.year - back)
                if words.endswith(_NOW) or words == _EARLY:
                    return None
                self.shared = time if time.kind == "baseline" and time.year and not back else None
                return time
        grew = self.started == self.clause.start - 1 and _CHANGES.match(self.text, *self.clause) is not None
        begun = grew or self.started == self.clause.end or self.compared == self.clause.start - 1
        return self.last if begun else self.baseline or self._of_list(quantity)

    def _of_list(self, quantity: Quantity) -> Time | None:
        """锡6吨，比1984年增长20%；铜2吨，增长30%: the year that the first item is measured from, for its like; and for
        the same told again: 比1984年增加1吨，增长20%."""
        if self.shared is None:
            return None
        told = _RATE.match(self.text, *self.clause) or _EACH.search(self.text, self.clause.start, quantity.outer.start)
        if told and not self.times and not _OTHERWISE.search(self.text, *self.clause):
            return self.shared
        if not _CHANGES.match(self.text, *self.clause):
            return None
        near = self.text[self.shared.span.end : self.clause.start - 1]
        return self.shared if "；" in near or "，" not in near else None

    def start(self, quantity: Quantity, held: Time | None) -> Time | None:
        """The year of the value a change began at: the one beside it, else that of the change before.

        地下水占比由2015年的8%降到5%，地表水占比由70%升到75%: 2015年 for 70% too. 上年 is the year before `held`.
        """
        start = quantity.span.start
        beside = next((t for t in reversed(self.times) if self._leads(t, start)), None)
        if beside is None and is_just_before(self.text, start):
            return self._month_before(held)
        if beside is None and not _FROM.search(self.text, max(0, start - 4), start):
            return None
        if beside is not None and held is not None and held.year and self._words(beside) == _EARLY:
            self.last = None
            return replace(beside, year=held.year)
        self.last, self.started = beside or self.last or self.baseline or self._began(held), self.clause.end
        if self.last is not None and self._words(self.last).endswith(_NOW):
            self.last = None
            return beside
        if beside is not None and held is not None and held.year and _YEAR_BEFORE.search(self._words(beside)):
            return replace(beside, year=held.year - 1)
        return self.last

    def _leads(self, time: Time, start: int) -> bool:
        """从2015年的 | 8%, 从2015年每天处理 | 40吨."""
        end = time.span.end
        near = end <= start and not _APART.search(self.text, end, start)
        return near and (end >= start - 4 or (time.kind == "origin" and end >= start - LED_REACH))

    def _month_before(self, held: Time | None) -> Time | None:
        """1月…由上月的: the month before January is of the year before."""
        opens = held is not None and held.year is not None and _JANUARY.match(self._words(held))
        return replace(held, year=held.year - 1) if held and held.year and opens else held

    def risen(self, sentence: Span, before: Time | None, own: Time | None, change: Change) -> Time | None:
        """1982年为270元，1987年提高到463元，年均增长11%: the year of the level told just before, for what it rose to
        and for how much it did so a year."""
        if own is None or own.year is None:
            return None
        if change == "growth_rate":
            last = self.last
            rose = last is not None and last.kind == "origin" and last.year == (own.period or (0,))[0]
            return last if rose or (own.period and last and self.level == last) else None
        if change not in ("increase_to", "decrease_to") or before is None or before.year is None or before.period:
            return None
        if before.kind not in ("year", "deadline") or before.year >= own.year:
            return None
        if not sentence.start <= before.span.start < self.clause.start <= own.span.start:
            return None
        self.last = self.level = before
        return before

    def spanned(self, own: Time | None, change: Change, metric: str) -> Time | None:
        """从2010年至2020年，收入增长1倍: the first of the years, for what grew over all of them (and not a year)."""
        if change not in _OVER_ALL or own is None or own.period is None or _AVERAGES.search(metric):
            return None
        led = self.text.endswith(("从", "由"), 0, own.span.start) and self.text[own.span.end - 1 : own.span.end] == "年"
        return self._began(own) if led else None

    def _began(self, held: Time | None) -> Time | None:
        """2012年至2023年，经费从1万亿元增长到3万亿元: the first of the years for the value a change began at."""
        if held is None or held.period is None or not _TWO_YEARS.match(self._words(held)):
            return None
        return replace(held, year=held.period[0], period=None)

    def base(self, quantity: Quantity, own: Time | None) -> Time | None:
        """比2015年的60家增加5家: the year of the value that another is compared with; None where it is none.

        上年 is the year before that of the figure compared (`own`).
        """
        if quantity.unit == "倍":
            return None
        start = quantity.span.start
        before = [t for t in self.times if t.span.end <= start]
        narrowed = len(before) > 1 and before[-1].kind == "month" and before[-2].span.end == before[-1].span.start
        beside = before[-2 if narrowed else -1] if before else None
        if beside is None or beside.kind not in ("baseline", "origin"):
            return None
        if quantity.unit == "%" and _is_amount_of(self.text, beside):
            return None
        built_on = start - beside.span.end <= 2 and BUILT_ON.match(self.text, beside.span.end)
        if not (built_on or _OF_IT.fullmatch(self.text, beside.span.end, start)):
            return None
        self.last, self.compared = beside, self.clause.end
        if own is not None and own.year and _YEAR_BEFORE.search(self._words(beside)):
            return replace(beside, year=own.year - 1)
        return beside

    def _words(self, time: Time) -> str:
        return self.text[time.span.start : time.span.end]


_RECORD = late(r"(?<=来)(?:的)?(?:最|新|首|单|历史)|(?:[0-9]{1,2}月)?以来(?:的)?(?:最|新|首|单|历史)")


def is_record(text: str, time: Time) -> bool:
    """去年10月以来最低, 2020年以来首次: since when something has not been so."""
    return _RECORD.match(text, time.span.end) is not None
