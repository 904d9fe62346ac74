"""What stands left of a number, taken apart: subject, indicator, baseline, adverbs, change verb.

到2025年，| 全国 | 单位国内生产总值能耗 | 比2020年 | 分别 | 下降 | 13.5%
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.lexicon.predicate import ADVERBS, CHANGES, INNER, beginning, ending
from kg.model import Change, Span
from kg.pattern import late
from kg.recognise.syntax.clause import HOLDS
from kg.recognise.syntax.front import parse_front
from kg.recognise.syntax.lasting import lasting
from kg.recognise.syntax.turned import turned_since
from kg.recognise.time.edge import before, behind
from kg.recognise.time.period import Time

_BASELINE = late(
    r"(?:(?:同比(?=(?:[0-9]{4}|[去上前])年)|(?<![占环同对])相?比(?!例|重|赛|如|率|值|分|特|亚迪)|较|(?P<with>与|同(?!比)))(?!从|较|价)[^，,；;。]{1,24}?(?:年|月份?|月末|月底|季度|时期|时候?|末|底|初|期间?|届|(?<![环细])节|假期|黄金周|水平|去年|上年|上月|往年|年初|日|前值|前|低点|高点|高峰|低谷|极值|最[高低]值|纪录|记录|峰值|均值|平均值|周|计划(?:数量?|目标)?|[预决]算(?:执行)?数?|执行数|用煤|数字|(?<=[年新旧原])版)(?:同期|底|末|初|同口径)?(?(with)(?:相比较?|对比|比较?)|(?:相比较?|对比|比较?)?)[，,]?(?:[日月周]均)?"
    r"|(?:较|比)(?:[去上今本]年)?[春夏秋冬]季|(?:在|(?<![可所])以)[^，；。]{2,20}(?:基[础数]上|为基[期数准])|[比较](?:过去|以往|从前|以前|此前|上次|上期|前期|现有|现在|目前|当前|原有|原来|原先|原(?![油煤料材奶粮盐木糖])[\u4e00-\u9fff]{2,3}|(?:原|年[初度]|全年|预期|既定|规划|控制)?(?:计划|预算|目标|指标|任务|预定)(?:数量?|目标|水平|进度)?))\s*$"
)
_REACH = late(r"(?<=[了到约据])(?:全国|全球|全省|全市|世界)(?:约|近)?$")
_WHERE = late(
    r"(?<=[\u4e00-\u9fff]{2})(?<![占居高低多少快慢优大小好]于)(?<![占居在和与及、比较对])(?:全[国省市区县]|我国)$"
)
"""集聚了全国约1/3的企业: whose share it is, between verb and number; 老小区 | 全国 | 约有22万个: where, before 有."""
_FOR_EACH = late(
    r"(?:(?<=[高低加升降减增调][到至])|(?<=[\u4e00-\u9fff]{2}达到)|(?<=[\u4e00-\u9fff]为)|(?<=[从由])(?:(?:目前|现在|当前|原来|过去|此前)的?)?)(?:(?:每[人户生年月日天亩吨]){1,3}|[人户亩]均)$|(?<=[从由])(?:(?:目前|现在|当前|原来|过去|此前)的?)?每[\u4e00-\u9fff]{1,2}$|(?<=[速时][度速])每小时$|(?<=[0-9]年的)[人户亩]均$|(?<=[到至])每[十百千万]{1,2}(?:平方公里|公里|人口|[人户名])$"
    r"|(?:(?<=[^不][到至达])|(?<=[持还]在))每(?:桶|盎司|公?[吨斤克]|千克|立方米|平方米|千瓦时?|百万英热单位|小时|秒|公顷|[股份头套件])$"
    r"|(?<=[到至为])每[0-9]{1,3}(?:公?斤|千?克|吨|亩|升|平方米|股)$"
)
"""标准提高到每人每月700元, 密度达到每百平方公里5公里: for whom or what, between verb and number."""
_THEN = late(
    r"(?<=[从由到至])(?<!不到)(?:(?:最[高低多少快慢大小]|高峰|鼎盛|巅峰)时期?|[0-9一二三四五六七八九十两]{1,2}(?:[多余]?年前|年代(?:[初末]|中期)?)|现在|目前|当前|(?:此前|先前|之前)(?:预[计测估期]|估计)|此前|之前|先前|过去|原来计划|原计划|原定|原来|原先|以前|最初|当初|(?:去年|上年)(?:同期)?|今年|(?:去年|上年|今年)?年?[初末底]|上(?:个?月|个?季度|期|周))$"
)
"""从五年前的95%提升到现在的99%: when, between verb and number."""
_FLAT = late(r"[从由][^，。；从由]{0,8}(?:持平|上涨|下降|增长|减少)转$")
"""价格由上月持平转 | 为上涨0.4%: how it had moved before."""
FLAT_REACH = 14
_AT = late("(?<![等当优高低快慢多少大小])[于在]$|相$|(?<![后承相])继$")
_THAN_THEN = late(r"(?:有望)?(?:[高低多少快慢]于|超过)了?$")
"""销量 | 高于 | 去年的50万辆: that it is compared with another time."""
_PASSED = late(
    r"(?:(?P<more>[高快优好]于|高出|超过?)|[低慢]于)(?:(?:[0-9]{4}年)?(?:[0-9]{1,2}月份?|[一二三四]季度|上半年|前三季度)|[0-9]{4}年|上个?[年月周]|上个?季度|[去前]年|年初|节前|疫情前)"
    r"(?:同期|全年|[底末初])?(?:的?(?:均值|平均值|(?:平均)?水平))?$"
)
"""客流指数60%，| 低于上周 | 3个百分点: by how much something changed since then."""
PASSED_REACH = 16
_POINTS = late(
    r"[0-9.个和与及、]{1,12}(?:个?百分点)?[0-9.和与及、]{0,6}个?百分点|[0-9.]+[万亿]{0,2}(?:人次?|户|家|个|件|辆|吨|亩)(?=[，。；])"
)
"""超过去年底 | 124万人: so many more than then; 超过去年的3000万人 tells how many there were."""
_ORIGIN = late(r"[从由](?:原来|原先|以前|此前|过去|目前|现在)的?[^，。；从由]{1,10}$")
"""由原来的一个半小时 | 缩短至25分钟."""
_TURNED = late(r"由[^，。；由0-9]{0,8}(?:下降|上涨|增长|下跌|回落|持平|降|升|涨|跌|负|正)转$")
"""环比 | 由上月下降转 | 为上涨2.2%: how it moved before."""
TURNED_REACH = 14
_TIMES = late("[约近超0-9.一二两三四五六七八九十百千万几多余]{1,8}倍")
_OF_OTHER = late("(?:相当于|等于|(?<=[\u4e00-\u9fff，])是|(?<=[，约仅])为)[^，。；是于]{1,16}的$")
OTHER_REACH = 20
"""面积 | 是乙市的 | 三倍: of what it is a multiple."""
_OBJECTS = ("增收", "增产", "提速", "扩容", "降本", "节本", "降耗")
"""Verbs of change that hold what changes: 农民增收."""
_ABOUT = late(
    r"(?<![节契条公合签预集简制纽])(?:(?<!北)|(?<=[河湖东西华]北))约(?![谈束会见定请旦翰瑟])(?=占|有(?![关])|为|合|相当|全国|[\u4e00-\u9fff]{0,6}的?$)"
)
_AT_MOST = late(
    r"最[高多](?:可?给予|可?获得?|可?申请|可?享受|奖励|补助|补贴|资助|奖补|扶持|支持|可?[罚降奖补赔贷]|可?(?:罚款|赔偿|贷款|提[至到]|提高[至到]))$"
)
_BALANCE = late(r"(?:(?<=[前初终期]值)|(?<=预期))(?P<was>[从由])?(?:逆差|顺差|持平|赤字|盈余)$")
"""前值 | 从逆差 | 9亿美元修正为逆差8亿美元: on which side a figure of its own was."""
BALANCE_REACH = 5
_IS = frozenset("为是在")
"""增速目标为 | “6%以上”: the verb stands before the quotation mark."""
_STAYS = ("占", "占到", "占到了", "占了", "占据", "新增", "新建")
"""Verbs that stay part of the indicator: 占…的比重, 新增…."""
_COMPARED: dict[str, Change] = {
    "多": "increase_by",
    "少": "decrease_by",
    "高": "increase_by",
    "贵": "increase_by",
    "快": "increase_by",
    "低": "decrease_by",
    "慢": "decrease_by",
}
_ON_YEAR: dict[Change, Change] = {"increase_by": "growth_rate"}
"""价格同比 | 高 | 5% says what 同比增长 does."""
_DONE_MORE = late("[多少][\u4e00-\u9fff]{2}$")
"""比上年 | 多接待 | 300万人次: so many more of what was just told."""
_ELSEWHERE = late(
    "[比较](?:(?:全[国省市球]|世界|同类|[\u4e00-\u9fff]{2,6}地区)[\u4e00-\u9fff]{0,6}水平|(?!历史|往年|常年|[去上前近今]|多年)[\u4e00-\u9fff]{2,8}平均水平|(?![去上前原])[\u4e00-\u9fff]{0,8}(?:计划|目标|预算|指标|进度|任务))$"
)
"""增速比全国平均水平 | 低, 比年度计划 | 少: a gap, and nothing that fell."""
_OTHERS = late(
    r"[比较](?![例重赛率值如]|[^，。；]{0,8}(?:[去上前往常当]年|年前|同期|上[个月周季次]|以[前往]|期间|时期|现在|目前|如今|过去|此前|原[来先]|之前|年初|计划|预计))[^，。；0-9]{2,12}$"
)
"""亩产 | 比普通稻 | 高出两成: another thing, and no time before."""
_AHEAD_BY = ("高出", "多出")
OUT_BY = (*_AHEAD_BY, *_COMPARED)
"""Words behind which stands by how much one figure is ahead of another or behind it."""
_MODAL = ("建议", "或", "会", "能", "可", "将", "要", "应", "须", "需", "一", "起", "首", "都", "也", "就")
"""Before a verb these are adverbs; right before a number they end a noun (招聘会36场)."""
_BEFORE_VERB = ("提前", "出现", "出现了", "呈现", "罕见", "少见")
"""Adverbs only where a verb of change follows: 出口 | 罕见出现 | 下滑."""
_DIGITS = frozenset("0123456789一二三四五六七八九十百千万亿两半数")
BASELINE_REACH = 40
"""How far left of the number a baseline phrase may begin."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The left side of a number, parsed. `name` may be empty (the indicator stands elsewhere)."""

    name: Span
    change: Change | None = None
    verb: str = ""
    subject: Span | None = None
    spread: bool = False
    yearly: bool = False
    on_year: bool = False
    comes_from: bool = False
    about: bool = False
    """约 stands before the verb: 约占全国的50%."""
    at_least: bool = False
    """至少 stands before the verb: 至少建成1所."""
    at_most: bool = False
    """最高 stands before a verb of giving: 最高补助50万元."""
    owner: Span | None = None
    """The country before a time, whose indicator it is: 德国8月物价指数."""
    opened: str = ""
    """Causative the clause opened with (建设, 推动): the indicator then may follow the number."""


@dataclass(slots=True)
class _Tail:
    """The end of the left side while words are taken off it."""

    text: str
    start: int
    end: int
    times: Sequence[Time]
    verb: str = ""
    change: Change | None = None
    flags: set[str] = field(default_factory=set)

    def take(self) -> bool:
        """Take one word off the end; False when an indicator (or nothing) is left."""
        if "gap" in self.flags:
            return False
        owned = False
        while self.end > self.start and self.text[self.end - 1] in " \u3000的*±":
            self.end -= 1
            owned = owned or self.text[self.end] == "的"
        return (
            self._take_bracket()
            or self._take_scope()
            or self._take_compared()
            or self._take_verb()
            or self._take_baseline()
            or (not owned and self.take_adverb())
        )

    def _take_bracket(self) -> bool:
        """增长（按可比口径）| 5%, 经费（包括甲、乙）| 为5亿元: how it was reckoned, what it holds."""
        if self.text[self.end - 1 : self.end] not in ("）", ")"):
            return False
        opens = max(self.text.rfind(mark, self.start, self.end) for mark in "（(")
        told = self.text.startswith((*HOLDS, *_LACKS), opens + 1)
        if opens <= self.start or not (told or (not self.verb and ending(self.text, self.start, opens, CHANGES))):
            return False
        self.end = opens
        return True

    def _take_scope(self) -> bool:
        """A time, whole or cut through by the number's own words, or 全国 between verb and number."""
        if (then := _THEN.search(self.text, max(self.start, self.end - 6), self.end)) and then.start() > self.start:
            self.end = then.start()
            return True
        if self.text[self.end - 1] == "转" and (
            flat := _FLAT.search(self.text, max(self.start, self.end - FLAT_REACH), self.end)
        ):
            self.end = flat.start()
            return True
        if each := _FOR_EACH.search(self.text, max(self.start, self.end - 10), self.end):
            self.end = each.start()
            return True
        if (lasts := lasting(self.text, self.start, self.end)) is not None:
            self.end = lasts
            return True
        last = self.end - 2 * self.text.startswith("同期的", self.end - 2)
        for time in self.times:
            if self._ends_in_reaching(time):
                continue
            if self.start <= time.span.start < self.end < time.span.end or (
                self.start - 1 <= time.span.start < self.end
                and (time.span.end in (self.end + 1, last) or behind(self.text, time.span.end, self.end) == self.end)
            ):
                self.end = before(self.text, max(time.span.start, self.start), self.start)
                self.end -= self.end > self.start and _AT.search(self.text, self.start, self.end) is not None
                self.end -= self.end > self.start and self.text.startswith(("环比", "同比"), self.end - 1)
                if than := _THAN_THEN.search(self.text, max(self.start + 1, self.end - 4), self.end):
                    self.end = than.start()
                return True
        where = _WHERE if self.verb.endswith("有") else _REACH
        if reach := where.search(self.text, max(self.start, self.end - 4), self.end):
            self.end = reach.start()
            return True
        return False

    def _ends_in_reaching(self, time: Time) -> bool:
        """压缩到现在的2小时: 到 belongs to the verb."""
        at = time.span.start
        return self.end == at + 1 and self.text[max(self.start, at - 2) : self.end] in CHANGES

    def _take_verb(self) -> bool:
        found = ending(self.text, self.start, self.end, CHANGES)
        if found and len(found[0]) > 1 and not self._is_free(found[0]):
            found = ending(self.text, self.end - len(found[0]) + 1, self.end, CHANGES)
        if found is None or not self._is_free(found[0]):
            return False
        word, change = found
        first = not self.verb or (self.change == "level" and change != "level" and word != "增")
        more = "是" * (self.change != "level") + "有" * (self.verb in ("多达", "高达"))
        if not first and len(word) < 2 and word not in f"达为占从由自{more}":
            return False
        if word.endswith("有"):
            self.verb = word
        if first:
            gap = word in _AHEAD_BY and self._take_gap(self.end - len(word))
            self.verb, self.change = word, "level" if gap else change
        if word in ("从", "由", "自"):
            self.flags.add("from")
        if self.change == "new" and self._is_compared(self.end - len(word)):
            self.end -= len(word)
            return True
        if word in _STAYS or self.change == "new" or (word in _OBJECTS and self._is_told_of(self.end - len(word))):
            self.verb = word
            return False
        self.end -= len(word)
        return True

    def _take_gap(self, at: int) -> bool:
        """Whether what stands before `at` is of another thing or an aim (比全国平均水平 | 高), which is remembered."""
        least = max(self.start, self.end - BASELINE_REACH)
        gap = _ELSEWHERE.search(self.text, least, at) is not None
        gap = gap or (self.text.startswith(_AHEAD_BY, at) and _OTHERS.search(self.text, least, at) is not None)
        if gap:
            self.flags.add("gap")
        return gap

    def _is_told_of(self, at: int) -> bool:
        """Whether a noun stands right before a verb: 农民 | 增收, 户均 | 增收, but not 同比 | 增产."""
        noun = self.text[at - 2 : at] in ("人均", "户均", "亩均") or ending(self.text, self.start, at, ADVERBS) is None
        return noun and at - self.start > 1 and not self._is_compared(at)

    def _is_compared(self, at: int) -> bool:
        """Whether a baseline stands right before a verb: 补贴 | 在去年基础上 | 新增."""
        return _BASELINE.search(self.text, max(self.start, at - BASELINE_REACH), at) is not None

    def take_adverb(self) -> bool:
        found = ending(self.text, self.start, self.end, ADVERBS)
        if (
            found is None
            or not self._is_free(found[0])
            or (found[0] in _MODAL and not self.verb and self.text[self.end] in _DIGITS)
            or (found[0] in _BEFORE_VERB and not self.verb)
        ):
            return False
        self.flags.add(found[1])
        self.end -= len(found[0])
        return True

    def _take_compared(self) -> bool:
        """比上月末低, 较上年多, 较常年同期偏少, 同比高: what compares only behind a baseline; 同比多 | 接待."""
        done = _DONE_MORE.search(self.text, max(self.start, self.end - 3), self.end) if self.end > self.start else None
        at = done.start() if done else self.end - 1
        word = self.text[at : at + 1]
        change = _COMPARED.get(word)
        if change is None or (self.verb and (self.change != "level" or word not in "多少")):
            return False
        at -= self.text.startswith("偏", at - 1)
        if self.text.endswith(("同比", "环比"), self.start, at):
            self.change = change if done or self.verb else _ON_YEAR.get(change, change)
        elif self._is_compared(at):
            self.change = "level" if self._take_gap(at) else change
        else:
            return False
        self.verb, self.end = word, at
        return True

    def _take_baseline(self) -> bool:
        found = _BASELINE.search(self.text, max(self.start, self.end - BASELINE_REACH), self.end)
        if found is None and self.change in ("increase_to", "decrease_to"):
            found = _ORIGIN.search(self.text, max(self.start, self.end - BASELINE_REACH), self.end)
        if found is None and self.verb:
            found = _TURNED.search(self.text, max(self.start, self.end - TURNED_REACH), self.end)
        if found is None and not self.text.endswith("基础上", self.start, self.end):
            return False
        self.end = found.start() if found else self.start
        return True

    def _is_free(self, word: str) -> bool:
        """Whether a word is no part of a longer one (所有, 统计, 得分为)."""
        at = self.end - len(word) - 1
        return at < self.start or self.text[at] not in INNER.get(word, "")


_LACKS = ("不含", "不包含", "不包括", "不计")
"""揽收快递（不含同城件）| 5亿件: what it does not hold."""
STATE_SIZE = 6
"""Longest words for what something is changed to: 提升到 | 手工布鞋 | 的90元."""


def _reached_state(text: str, name: Span, tail: _Tail) -> Span | None:
    """30元提升到 | 手工布鞋的 | 90元: a name that opens with a verb of change to something tells to what, and the
    indicator stands before."""
    found = beginning(text, *name, CHANGES) if tail.change in (None, "level") else None
    if found is None or found[1] not in ("increase_to", "decrease_to"):
        return None
    rest = name.end - name.start - len(found[0])
    if not 0 < rest <= STATE_SIZE or text.find("、", *name) >= 0 or text.endswith("等", *name):
        return None
    tail.verb, tail.change = found
    return Span(name.end, name.end)


_CAME_FROM = late(
    r"(?:(?<=[\u4e00-\u9fff]{2})(?:已经?|将)?(?<![自理服听])[从由](?!来|于|业|事|均(?!价))[^，。；从由]{1,14}"
    r"|(?<=[，；])(?:已经?|将)?[从由](?![来于业事均])[^，。；从由]{1,14})$"
)
_LEADS_TO = late(
    r"[^，。；]{1,14}?，?[^，。；]{0,4}?(?:提[高升]|恢复|回升|增[加长]|上升|下降|降低|减少|压[缩减]|缩[短减小]|扩[大展]|调整|发展|延长|拓展|[升降增减])[^，。；]{0,6}?[到至为]"
)
"""运载能力 | 由原构型的 | 5吨提升至7吨: what stands behind 由 tells of the first number only."""
FROM_REACH = 18
_SAYS = ("提出", "指出", "表示", "强调", "宣布")
"""会议 | 提出 | 到2030年实现80%: who says it, and nothing that is measured."""


def parse_left(text: str, start: int, end: int, times: Sequence[Time]) -> Frame:
    """Take the words between `start` and a number apart, from the number leftwards, then from the front.

    >>> t = "全市单位产值能耗比2020年分别下降"
    >>> frame = parse_left(t, 0, len(t), ())
    >>> t[slice(*frame.name)], frame.change, frame.spread, t[slice(*frame.subject)]
    ('单位产值能耗', 'decrease_by', True, '全市')
    """
    quoted = end - start > 1 and text[end - 1] in "“‘" and text[end - 2] in _IS
    tail = _Tail(text, start, end - quoted, times)
    if _TIMES.match(text, end) and (other := _OF_OTHER.search(text, max(start, end - OTHER_REACH), end)):
        tail.end = other.start()
    passed = _PASSED.search(text, max(start, end - PASSED_REACH), end) if _POINTS.match(text, end) else None
    if passed:
        tail.end, tail.verb = passed.start(), passed[0][:2]
        tail.change = "increase_by" if passed["more"] else "decrease_by"
    while tail.take():
        pass
    if balance := _BALANCE.search(text, max(start, tail.end - BALANCE_REACH), tail.end):
        if balance["was"]:
            tail.flags.add("from")
        tail.end = balance.start()
    came = _CAME_FROM.search(text, max(start, tail.end - FROM_REACH), tail.end)
    if came and (came.start() > start or text.startswith("的", tail.end)) and _LEADS_TO.match(text, end):
        tail.flags.add("from")
        tail.end = came.start()
        while tail.take_adverb():
            pass
    if (turned := turned_since(text, start, tail.end, end)) is not None:
        tail.flags.add("from")
        tail.end = turned
        while tail.take_adverb():
            pass
    front = parse_front(text, Span(start, tail.end), times)
    if text.startswith("年版", front.name.start - 1):
        front = front._replace(name=Span(front.name.start + 1, front.name.end))  # 2022年版 | 清单
    if tail.end < end and text.endswith(_SAYS, *front.name):
        front = front._replace(name=Span(front.name.end, front.name.end))
    if reached := _reached_state(text, front.name, tail):
        front = front._replace(name=reached)
    return Frame(
        name=front.name,
        subject=front.subject,
        opened=front.opened,
        owner=front.owner,
        change=tail.change,
        verb=tail.verb,
        spread="spread" in tail.flags,
        yearly="yearly" in tail.flags,
        on_year="on_year" in tail.flags,
        comes_from="from" in tail.flags,
        at_least=text.find("至少", max(start, end - 6), end) >= 0,
        at_most=_AT_MOST.search(text, max(start, end - 6), end) is not None,
        about="about" in tail.flags or _ABOUT.search(text, start, tail.end) is not None,
    )
