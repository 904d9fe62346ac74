"""Where the reader of a paragraph is: the time that governs a number, and what the sentence has named so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.lexicon import regions_in
from kg.model import Change, Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.document.cue import PAST
from kg.recognise.document.stance import Stance
from kg.recognise.document.voice import GRANTS, Voice
from kg.recognise.figure.listing import Listing
from kg.recognise.figure.said import Said
from kg.recognise.modality.aim import tells_how_it_is
from kg.recognise.modality.awaited import has_in_store, is_once_open, looks_to
from kg.recognise.name.heard import Heard, Told, is_aside, is_method
from kg.recognise.name.naming import Scope
from kg.recognise.syntax.clause import Clause
from kg.recognise.syntax.frame import Frame, parse_left
from kg.recognise.time.edge import is_of_phase
from kg.recognise.time.onward import LAST_YEAR, edition_told, is_of_recipient, tells_so_far, tells_state, tells_which
from kg.recognise.time.origin import NOWHERE, Origin, is_measured_from, is_record
from kg.recognise.time.period import Time
from kg.recognise.time.years import count_years

REACH = 80
"""How far left of an indicator words still speak of it."""

_DONE = late(r"已经|已(?!建)|目前|如今|眼下|截至|了[0-9近约]")
_ACHIEVED = late(r"(?:实现|建成|完成)了")
_WHOLE = late("(?<![年月日期间程之])(?<!文件|报告|公报|讲话|声明|通知|宣言)中$")
"""出境游目的地中，: what the shares that follow are shares of; 三十年中， is a time, 文件中， where it is said."""
_TOLD = late(rf"{PAST.pattern}|共计|收到")
_PLACE = late(r"在(?P<name>[\u4e00-\u9fff]{2,8})，")
_BRACKETED = late(r"(?<![天日晚午])[（(]$")  # of 明晚（10月22日） the bracket is the time
_WHEN_OF_WHAT = late(
    r"[^，。；]{0,8}(?:出现|形成|存在|发生|提出|查出|发现|确定|制定|召开|颁布|成立|建成|启动|开通|设立)的(?=、?[\u4e00-\u9fff])"
)
"""1985年出现的过热: when something else was."""
_RULES = late(rf"{GRANTS.pattern}|应当?(?=[\u4e00-\u9fff])(?!急|用|对)|必?须|方可|不得")
_THAT_YEAR = ("当年", "这一年", "那一年", "同年", "该年", "当时", "那时")
_THIS_YEAR = ("这一年", "那一年")
"""These look back to the paragraph before, too."""
_SAME_YEAR = late("(?:本年(?!度)|年内)(?!计划|拟|[将还再要]|预计|有望|力争|确保)")
"""1955年决算…，占本年支出的5%; in a review 年内开工项目57个: that year; but 去年…，本年计划…."""
_YEAR_IN_ALL = "全年"
"""Where a text plans, 全年 is of the year itself: 全年新增就业5000人."""
_SAID_THEN = late(r"[^，。；\n]{2,30}(?:决定|提出|指出|明确|宣布|要求|强调|部署)，?$")
_STANDS = late(r"已|(?:全[国省市]|目前|现|约|共)有")
_DAY = late("[月日初底末]")
_LASTING = ("deadline", "period", "past", "future")
NEAR = 100
"""How far from 上一年度 the words for whoever applies stand."""
_APPLIES = late(r"的(?:企业|单位|机构|个人|项目|主体|[，、])|申[报请]")
_YEARLY = late("(?:年均|年平均|平均每年)[\u4e00-\u9fff]{0,2}[增减降递]")
"""年平均增速; 年均浓度 is measured in a year."""
_COMPARED = late("[高低多少快慢大小好优等当]于$|超过$")
_THAN = late("(?:相[比较]于?|[与同和])$")
_THAN_SO_MANY = late("的约?[0-9一二三四五六七八九十]")
_QUOTED = late(r"[^“”，。；\n]{2,24}”")
"""实现“到2030年 | 零增长”目标: a time of what is quoted only."""
_NARROWING = ("month", "present", "past")


@dataclass(slots=True)
class Reading:
    """State while a block is read: set anew for each block, its scope for each sentence."""

    text: str
    stance: Stance
    time: Time | None = None
    section: Time | None = None
    """The period that the heading above names."""
    reads_on: bool = False
    """The block before had no full stop: its time governs this one."""
    title: tuple[Told, ...] = ()
    """The title above, as what was heard first."""
    origin: Origin = field(init=False)
    heard: Heard = field(init=False)
    scope: Scope = field(init=False)
    sentence: Span = NOWHERE
    clause: Span = NOWHERE
    voice: Voice = field(init=False)
    listing: Listing = field(init=False)
    times: Sequence[Time] = ()
    """Time expressions of the clause."""
    ahead: Sequence[Time] = ()  # those of the sentence
    passed: int = 0
    """How many of them the numbers read so far have passed."""
    told_of: Time | None = None
    """The time that held on up to this sentence, which 这一年 speaks of."""
    dated: Time | None = None
    """The time of the last figure."""
    change: Change | None = None
    """What the last figure tells of: how much there is, or how that changes."""
    apart: bool = False
    """The time is that of one number only (上年同期); after it, `outer` holds again."""
    outer: Time | None = None
    said: Said = field(default_factory=Said)
    """What the numbers before were told as."""
    noted: Sequence[Time] = ()
    """Those of the last clause without a number."""

    def __post_init__(self) -> None:
        self.voice = Voice(self.stance)
        self.listing = Listing(self.text)
        self.origin = Origin(self.text)
        self.heard = Heard(self.text, self.title)
        self.scope = Scope(self.heard, 0)

    def follow(self, before: Reading, *, on: bool, side: bool = False) -> None:
        """Come from the paragraph before; where this one goes `on` with it, its time and its last indicator hold, where
        it tells of one more `side` of what that one reviewed, its time."""
        self.told_of, self.voice.plans = before.time or before.told_of, before.voice.plans
        self.scope.far = {**before.scope.far, **before.scope.units}
        if on or side:
            self.time, self.dated = self.time or self.told_of, before.dated
        if on:
            self.scope.before = before.scope.metrics[-1:] or before.scope.before

    def enter(self, sentence: Span) -> None:
        """Begin a sentence: a new scope and voice; the time before holds on where it can."""
        self.stance = self.voice.hear(self.text, sentence)
        self.end_aside()
        before = self.scope.metrics[-1:] or self.scope.before
        self.noted = ()
        goes_on = self.text.startswith("其中", sentence.start)
        self.said.enter(goes_on=goes_on)
        earlier = self.scope.metrics or self.scope.earlier
        told = self.scope
        self.scope = Scope(
            self.heard, sentence.start, before=before, earlier=earlier, heads=told.heads, units=told.units, far=told.far
        )
        self.sentence = sentence
        self.origin.enter(sentence)
        if self.time is not None and not self._holds_on(self.time):
            self.told_of, self.time = self.time, None
        self.time = self.listing.enter(sentence, self.time)

    def _holds_on(self, time: Time) -> bool:
        """A list reads on, a deadline lasts unless the sentence tells what is done, a year if recent (statistics).

        Under a heading that names a period (“十三五”时期工作回顾) a year holds for its sentence only.
        """
        if self.reads_on:
            return True
        on = self.stance.directive or self.text.startswith("其中", self.sentence.start)
        if self._is_quoted(time) or (time.kind == "future" and (time.year is None or not on)):
            return False
        past = self._is_past(time) or is_once_open(self.text, self.sentence, time, self.stance.year)
        if not self.stance.directive and (self._tells(time) or self._is_elsewhere() or past):
            return False
        if time.kind in ("deadline", "period", "future") and _DONE.search(self.text, *self.sentence):
            return False
        if time.kind == "deadline" and _ACHIEVED.search(self.text, *self.sentence):
            return False
        if self.section is not None and self.section.period and time.kind == "year":
            return False
        if self.stance.told and time.kind == "year":
            return True
        if time != self.dated and self._is_day(time):
            return False
        return time.kind in _LASTING or (time.kind in ("year", "relative") and self._is_recent(time))

    def _is_past(self, time: Time) -> bool:
        """The years of what was done, or in a bulletin is to come, behind which a text tells how things are now."""
        here = self.text, self.sentence, time, self.stance.year
        return tells_so_far(*here) or (self.stance.bulletin and (tells_state(*here) or tells_how_it_is(*here)))

    def _is_quoted(self, time: Time) -> bool:
        """实现“到2030年 | 零增长”目标."""
        at = time.span.start
        return self.text[at - 1 : at] == "“" and _QUOTED.match(self.text, time.span.end) is not None

    def _is_day(self, time: Time) -> bool:
        """2020年6月, 去年底: in a sentence without a figure it tells when something was done, and no more."""
        past = self.stance.year is not None and time.year is not None and time.year < self.stance.year
        return past and _DAY.search(self.text, *time.span) is not None

    def _is_recent(self, time: Time) -> bool:
        """Whether a year is this one or the last; where nothing tells the document's, the year told of goes on, but
        not into a sentence that rules."""
        if time.year is None:
            return False
        if time == self.dated and self.text.startswith("其中", self.sentence.start):
            return True
        if self.stance.year is not None:
            return time.year >= self.stance.year - 1
        return self.text.startswith("其中", self.sentence.start) or not _RULES.search(self.text, *self.sentence)

    def _tells(self, time: Time) -> bool:
        """Whether a sentence tells what is done, and the time before lies ahead."""
        ahead = self.stance.year is not None and time.year is not None and time.year > self.stance.year
        if not ahead:
            return False
        return any(not (self.said.aimed and told[0] == "达") for told in _TOLD.finditer(self.text, *self.sentence))

    def _is_elsewhere(self) -> bool:
        """In news, 在江苏，… after 在云南，… begins another story."""
        place = _PLACE.match(self.text, *self.sentence)
        return place is not None and next(iter(regions_in(place["name"])), None) is not None

    def note(self, clause: Clause) -> None:
        """A clause without a number may set the time or the baseline, or name what the next clause measures."""
        if self.text[clause.start] == "按" and is_method(self.text, self.clause):
            return
        self.noted = self.times
        self.time = edition_told(self.text, self.clause) or self.time
        for time in self.times:
            if time.kind == "baseline":
                self.origin.note(time)
            elif not self._is_vague(time) and not self._narrows(time) and not self._is_aside(time):
                self.time = self.listing.govern(self._meant(time))
        whole = clause.stop == "，" and self.text[clause.end - 1] == "中"
        if whole and _WHOLE.search(self.text, *self.clause) and not is_aside(self.text, self.clause):
            named = parse_left(self.text, clause.start, clause.end - 1, self.times).name
            self.scope.whole = named if named.end > named.start else None
        self.heard.add(self.clause, self.times)

    def advance(self, quantity: Quantity) -> None:
        """Take the last time before a number, unless it only narrows the year (2021年…，7月…)."""
        self.end_aside()
        while self.passed < len(self.times) and self.times[self.passed].span.start < quantity.span.start:
            time, self.passed = self.times[self.passed], self.passed + 1
            if (
                time.kind not in ("baseline", "origin")
                and not self._narrows(time)
                and not self._is_rolling(time)
                and not is_record(self.text, time)
                and not self._dates_a_noun(time)
                and not (quantity.unit == "%" and is_measured_from(self.text, time))
            ):
                if self.text.startswith("同期", time.span.end) or self._is_compared(time) or self._is_ground():
                    self.apart, self.outer = True, self.time
                self.time = self.listing.govern(self._meant(time))

    def end_aside(self) -> None:
        """Behind a number with a time of its own (与1995年的450万吨持平) the time before holds again."""
        if self.apart:
            self.time, self.apart = self.outer, False

    def _is_compared(self, time: Time) -> bool:
        """高于2001—2010年年均3%的水平, 相比于2019年的约30万辆: the years of what is compared with."""
        start = time.span.start + self.text.startswith("于", time.span.start)
        if time.kind == "year" and _THAN_SO_MANY.match(self.text, time.span.end):
            return _THAN.search(self.text, max(0, time.span.start - 3), time.span.start) is not None
        return time.kind == "period" and _COMPARED.search(self.text, max(0, start - 3), start) is not None

    def _is_ground(self) -> bool:
        """在前五年年均递增7.9%的基础上，: what the next clause builds on."""
        return self.text.startswith("在", self.clause.start) and self.text.endswith("基础上", 0, self.clause.end)

    def trail(self, last: Quantity) -> None:
        """A day behind the last number of a clause governs the clauses after it: 12档节目今天启动，9场比赛…"""
        for time in self.times:
            behind = time.span.start >= last.span.end and time.kind in ("present", "month", "relative")
            if behind and not self._is_vague(time) and not self._narrows(time) and not self._is_aside(time):
                self.time = self._meant(time)

    def _meant(self, time: Time) -> Time:
        """当年 is the year just told of; 五年来 under a heading of five years (“十二五”时期) is those years, and
        一年来 under that of one year (2019年工作回顾) is that year, with which 近三年 end there."""
        year = self.stance.year
        gone = self.stance.directive and year and time.year == year - 1
        if gone and self.text.startswith(_YEAR_IN_ALL, time.span.start):
            return replace(time, year=year)
        held = self.time or self.told_of or self.section
        if held is None or held.year is None:
            return time
        if self._is_cited(held, time):
            return replace(time, year=held.year)
        that = _THAT_YEAR if self.text.find("\n", held.span.end, time.span.start) < 0 else _THIS_YEAR
        meant = self.text.startswith(that, time.span.start)
        if not meant and held.kind == "year":
            meant = _SAME_YEAR.match(self.text, time.span.start) is not None
        if meant and (time.year is None or held.year < time.year):
            return replace(time, kind=held.kind, year=held.year)
        if self.section is not None and self.section.year and time.kind in ("past", "future"):
            first, last = self.section.period or (self.section.year, self.section.year)
            years = count_years(self.text[time.span.start : time.span.end])
            over, past = year is None or last < year, time.kind == "past"
            # 未来五年 behind a review of five years is none of them.
            if years == last - first + 1 and (year is None or past == over or (past and self.section.kind != "year")):
                return self.section
            reviews = self.section.kind == "year" and self.stance.year is not None and over
            if years > 1 and reviews and time.kind == "past" and time.period is None:
                return replace(time, year=last, period=(last - years + 1, last))
        return time

    def _is_cited(self, held: Time, time: Time) -> bool:
        """2019年7月的会议决定，今年推开试点: in what was said then 今年 is that year."""
        if held.kind not in ("year", "month") or not self.text.startswith("今年", time.span.start):
            return False
        earlier = held.year and time.year and held.year < time.year and held.span.start >= self.sentence.start
        return bool(earlier) and _SAID_THEN.fullmatch(self.text, held.span.end, time.span.start) is not None

    def _narrows(self, time: Time) -> bool:
        held = self.time or self.section
        if held is not None and held.kind == "period" and time.kind == "month" and time.year is None:
            return True
        if (
            held is None
            or not held.year
            or time.kind not in _NARROWING
            or held.kind not in ("year", "relative", "since", "past")
        ):
            return False
        if time.kind == "present" and time.year is not None and held.year < time.year:
            return False
        if time.kind == "month" and held.kind == "since" and time.year is not None and time.year < held.year:
            return False
        return time.kind != "past" or (time.period is None and held.span.start >= self.sentence.start)

    def _is_vague(self, time: Time) -> bool:
        """目前, 近日: no time of what follows in other clauses; 今天 is, and what ends a time long before."""
        held = self.time.year if self.time is not None else None
        ends = held is not None and time.year is not None and held < time.year
        return time.kind == "present" and not ends and not self.text.startswith("今天", time.span.start)

    def _is_aside(self, time: Time) -> bool:
        """十年调查（2000—2010年）: the years of what stands before the bracket, of whoever applies (上一年度), of what
        else goes on (随着2025年底启动的日子临近，)."""
        at = time.span.start
        bracketed = _BRACKETED.search(self.text, max(0, at - 2), at) is not None and not is_of_phase(self.text, at)
        return (bracketed and self.text[time.span.end : time.span.end + 1] in ("）", ")")) or (
            self._is_rolling(time)
            or is_record(self.text, time)
            or self.text.startswith("随着", self.clause.start)
            or self.text.startswith("同期", time.span.end)
            or _WHEN_OF_WHAT.match(self.text, time.span.end) is not None
            or tells_which(self.text, time)
        )

    def _dates_a_noun(self, time: Time) -> bool:
        """到2025年，修缮1998年底前建成的院落100个, 2005年前建成的小区全市有300个: when these were."""
        ahead = self.time is not None and self.time.year and time.year and time.year < self.time.year
        what = _WHEN_OF_WHAT.match(self.text, time.span.end)
        return what is not None and bool(ahead or _STANDS.search(self.text, what.end(), self.clause.end))

    def _is_rolling(self, time: Time) -> bool:
        """In rules and orders 上一年度 is the year before whoever applies does so."""
        if is_of_recipient(self.text, time):
            return True
        near = max(self.sentence.start, time.span.start - NEAR), min(self.sentence.end, time.span.end + NEAR)
        rolls = LAST_YEAR.match(self.text, *time.span) and _APPLIES.search(self.text, *near)
        return bool(rolls and (self.stance.directive or self.stance.ruling or GRANTS.search(self.text, *near)))

    def event_day(self) -> Time | None:
        """影展昨晚（6月7日）开幕。其间将举办5场论坛: the day just told of dates what an event has in store, and
        that of an opening to come what there will be then."""
        day, stance = self.told_of, self.stance
        if day is None or looks_to(self.text, self.sentence, self.clause.end, day):
            return day
        if stance.directive or day.kind not in ("month", "present") or day.year != stance.year:
            return None
        return day if has_in_store(self.text, self.sentence, day) else None

    def dates(self, count: int, *, spread: bool) -> tuple[Time, ...]:
        """2025年和2030年 | 分别达到A和B, 分别新建C和D, 2018—2020年分别为A、B、C: one time for each number; () where the
        clause does not give just as many, or nothing spreads them."""
        told = self.times or self.noted
        if not told or not (spread or self.text.startswith("分别", told[-1].span.end)):
            return ()
        given = tuple(t for t in told if t.kind in ("deadline", "year", "relative"))
        whole = [t for t in told if t.kind != "month"]
        if not given and len(whole) == 1 and (years := whole[0].period):
            given = tuple(replace(whole[0], kind="year", year=y, period=None) for y in range(years[0], years[1] + 1))
        return given if len(given) == count > 1 else ()

    def time_of(self, frame: Frame) -> Time | None:
        """The time that a number has, which is remembered."""
        self.dated = self._time_of(frame)
        return self.dated

    def _time_of(self, frame: Frame) -> Time | None:
        """The time of a number: 年均 speaks of the period of the section, 每年 of no year of its own."""
        words = self.text[max(self.clause.start, frame.name.end - REACH) : frame.name.end + 4]
        own = self.time is not None and self.sentence.start <= self.time.span.start < self.sentence.end
        if own and self.time and self.time.period:
            return self.time
        if (frame.yearly or _YEARLY.search(words)) and self.time and (years := self._since_base(self.time)):
            return years
        each = "每年" in self.text[max(self.clause.start, frame.name.end - REACH) : frame.name.end]
        if self.section is not None and self.section.kind == "period" and (frame.yearly or each or "五年" in words):
            return self.section
        if each and not own and not (self.reads_on and self.time and self.time.period):
            return None
        return self.time or self.section

    def _since_base(self, time: Time) -> Time | None:
        """1985年比1980年增长40%，年均增长7%: what grows so a year does it from 1981 on; 由1980年的5吨增至1986年的7吨
        tells from when to when it does."""
        base = self.origin.last
        if base is None or not base.year or not time.year or time.period or base.kind == "relative":
            return None
        first = base.year + (base.kind != "origin")
        return replace(time, kind="period", period=(first, time.year)) if first < time.year else None
