"""What stands left of a number, taken apart: subject, indicator, baseline, adverbs, change verb.

到2025年，| 全国 | 单位国内生产总值能耗 | 比2020年 | 分别 | 下降 | 13.5%
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import regions_in
from kg.lexicon.predicate import ADVERBS, CHANGES, OPENINGS, beginning, ending
from kg.model import Change, Span
from kg.recognise.period import Time
from kg.recognise.phrase import trim

_BASELINE = re.compile(
    r"(?:(?:(?<![占环同对])比|较|与|同)(?!从|例|重|赛|较|如|率|值|价|分)[^，,；;。]{1,24}?(?:年|月份?|月末|月底|季度|时期|时|末|底|初|期|以前|之前|水平|去年|上年|上月|往年|年初|周|计划|用煤)(?:同期|底|末|初|同口径)?(?:相比|对比|比)?[，,]?"
    r"|(?:在|以)[^，；。]{2,20}(?:基础上|为基[期数准]))\s*$"
)
_REPORTED = re.compile(
    r"[^，]{0,30}?(?:提出|明确|指出|表示|显示|强调|介绍|透露|称|规定|要求|宣布|预计|预测|认为|获悉|发布|公布|发现|写道)(?:了|到|，|：|:)?"
)
_SUBJECT = re.compile(
    r"(?:全国|我国|全省|全市|全区|全县|全州|全球|世界|中国|本市|本省|我省|我市|我县|我区|各地|各省|各市|全行业|全社会(?!研))(?:各地)?"
)
_CUT = re.compile(
    r"(?:等|的)?方式|(?<![人年日户亩月时])(?:(?<![公中])共(?![同享建治有和识青产]|计|产)|已经|已(?![建经])|将(?![军])|(?<![退归偿返])还(?![田款原贷])|就(?![业读医地近诊学餐])|都(?![市会])|也(?!门)|(?<![平人年日户亩月时])均(?![衡等值])|(?:共|设|拥|建|含)有(?!制)|仅|只(?!有)|曾|拟|先后|陆续)"
)
_REACH = re.compile(r"(?<=[了到约占据])(?:全国|全球|全省|全市|世界)(?:约|近)?$")
"""集聚了全国约1/3的企业: whose share it is, between verb and number."""
_ABOUT = re.compile(r"(?<![节契条公合签预])约(?=占|为|合|相当|全国|[\u4e00-\u9fff]{0,6}的?$)")
_NUMBERING = re.compile(r"[（(]?[0-9]{1,3}(?:[、.．)）])(?![0-9])|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[-—·•●■]|连续[^，。]{1,3}年")
_FROM = re.compile(r"(?:从|由)\s*$")


@dataclass(frozen=True, slots=True)
class Frame:
    """The left side of a number, parsed. `name` may be empty (the indicator stands elsewhere)."""

    name: Span
    change: Change | None = None
    verb: str = ""
    subject: Span | None = None
    baseline: Span | None = None
    spread: bool = False
    yearly: bool = False
    on_year: bool = False
    comes_from: bool = False
    about: bool = False
    """约 stands before the verb: 约占全国的50%."""
    opened: str = ""
    """Causative the clause opened with (建设, 推动): the indicator then may follow the number."""


def parse_left(text: str, start: int, end: int, times: Sequence[Time]) -> Frame:
    """Take the words between `start` and a number apart, from the number leftwards, then from the front."""
    change: Change | None = None
    verb = ""
    flags = set[str]()
    baseline: Span | None = None
    comes_from = False
    while True:
        end = _back(text, start, end)
        if cut := next((t for t in times if start <= t.span.start < end < t.span.end), None):
            end = cut.span.start
        elif reach := _REACH.search(text, max(start, end - 4), end):
            end = reach.start()
        elif found := ending(text, start, end, CHANGES):
            if not verb or (change == "level" and found[1] != "level" and found[0] != "增"):
                verb, change = found
            elif len(found[0]) < 2 and found[0] not in "达为占":
                break
            if found[0] in ("从", "由"):
                comes_from = True
            if found[0] in ("占", "占到", "占到了", "占了", "占据", "新增", "新建") or change == "new":
                verb = found[0]
                break
            if len(found[0]) == 1 and not _free(text, start, end, found[0]):
                verb, change = ("", None) if verb == found[0] else (verb, change)
                break
            end -= len(found[0])
        elif found2 := ending(text, start, end, ADVERBS):
            if len(found2[0]) == 1 and not _free(text, start, end, found2[0]):
                break
            flags.add(found2[1])
            end -= len(found2[0])
        elif base := _BASELINE.search(text, max(start, end - 40), end):
            baseline = Span(base.start(), end)
            end = base.start()
        elif (time := _time_at_end(times, start, end)) is not None and time.span.start >= start:
            end = time.span.start
            if _FROM.search(text, max(start, end - 2), end):
                comes_from = True
        else:
            break
    if _FROM.search(text, max(start, end - 2), end):
        comes_from, end = True, end - 1
    about = "about" in flags or bool(_ABOUT.search(text, start, end))
    name, subject, opened = parse_front(text, start, end, times)
    return Frame(
        name,
        change,
        verb,
        subject,
        baseline,
        "spread" in flags,
        "yearly" in flags,
        "on_year" in flags,
        comes_from,
        about,
        opened,
    )


_INNER = {
    "达": "到抵表发",
    "增": "新净",
    "减": "",
    "升": "提上攀",
    "有": "所国私共拥现占含",
    "为": "行作成",
    "在": "存现所",
    "到": "得达",
    "至": "甚",
    "计": "统预设会审",
    "报": "申上",
    "涨": "",
    "跌": "",
    "降": "",
    "少": "至不减",
    "是": "",
    "再": "",
    "又": "",
    "将": "",
    "要": "需主重",
    "应": "供相效响反",
    "须": "必",
    "需": "供所内外军",
    "可": "许认",
    "能": "功性产节动职智储机效赋",
    "会": "社协大委机",
    "也": "",
    "都": "首成",
    "就": "成造",
    "还": "",
    "只": "",
    "仅": "",
    "首": "",
    "共": "公",
    "起": "一",
    "一": "第统单唯",
    "了": "",
    "更": "变",
    "均": "人平户亩年日",
    "各": "",
    "已": "",
    "不": "",
    "由": "自理",
    "从": "",
    "以": "所可",
    "按": "",
    "余": "剩盈业其",
    "过": "通经超透",
    "占": "",
    "便": "方",
    "则": "规原",
    "使": "",
    "约": "节契条公合签预",
    "计划": "",
    "升": "提晋毫",
}
"""One-character words and the characters before them that make them part of another: 所有, 统计, 功能."""


def _free(text: str, start: int, end: int, word: str) -> bool:
    before = text[end - len(word) - 1] if end - len(word) - 1 >= start else ""
    return not before or before not in _INNER.get(word, "")


def _back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \u3000\xa0的*":
        end -= 1
    return end


def _time_at_end(times: Sequence[Time], start: int, end: int) -> Time | None:
    return next(
        (t for t in times if t.span.start >= start - 1 and t.span.end in (end, end + 1) and t.span.start < end), None
    )


def parse_front(text: str, start: int, end: int, times: Sequence[Time]) -> tuple[Span, Span | None, str]:
    """Indicator, subject and opening causative of what is left: times, attributions and connectives dropped."""
    inside = [t for t in times if start <= t.span.start and t.span.end <= end + 1 and t.kind != "baseline"]
    for time in inside:
        if (
            time.span.end < end
            and text[time.span.end : time.span.end + 1] not in "新价可提"
            and end - time.span.end > 1
            and (end - time.span.end > 3 or time.span.start - start < 3)
        ):
            start = max(start, time.span.end)
    subject: Span | None = None
    opened = ""
    while start < end:
        start, fresh = _skip(text, start, end), start
        if mark := _NUMBERING.match(text, start, end):
            start = mark.end()
        elif said := _REPORTED.match(text, start, end):
            if said.end() < end - 1:
                start = said.end()
        elif (found := _SUBJECT.match(text, start, end)) and found.end() < end:
            subject, start = Span(found.start(), found.end()), found.end()
        elif place := _place(text, start, end):
            subject, start = place, place.end
        elif word := beginning(text, start, end, OPENINGS):
            if start + len(word[0]) >= end and word[1] == "connective":
                start = end
            elif _stands_alone(text, start, end, word[0]):
                opened = word[0] if word[1] == "causative" else opened
                start += len(word[0])
        if start == fresh:
            break
    return trim(text, Span(start, end)), subject, opened


def _place(text: str, start: int, end: int) -> Span | None:
    """A region's name at the front, where it is told apart from what is measured: 上海 | 规模以上工业增加值."""
    found = next(iter(regions_in(text[start : min(end, start + 12)])), None)
    if found is None or found.start or start + found.end >= end - 1 or text[start + found.end] in _AFTER_PLACE:
        return None
    return Span(start, start + found.end)


_AFTER_PLACE = "至到和与、-—大港湾路铁段盆平地高线山海河湖片商创科自新机枢城都圈"
"""After these a place is part of a longer name: 北京大学, 上海港."""

_STUCK = {
    "安排": "的",
    "规划": "建面用",
    "组织": "化",
    "重点": "行领区项企高产学",
    "城乡": "居人",
    "基本": "医养公农生草建",
    "目标": "",
    "服务": "业贸消",
    "年": "用产销通交发培",
    "由": "于",
    "最高": "最",
    "有": "效线机色",
    "应": "用急收届",
    "要": "素点求",
    "可": "再支持",
    "该": "",
    "其": "他它余",
    "各": "类级地",
    "从": "业事",
    "以": "工上下",
    "对": "外口",
    "使": "用",
    "按": "揭",
    "约": "束",
    "近": "海岸视",
    "的": "",
    "会": "议展",
    "能": "源力耗效",
    "后": "备",
    "前": "端沿值",
    "在": "校线岗园建库册",
    "是": "",
    "共": "享同建有",
    "均": "衡",
    "将": "",
    "和": "谐",
    "与": "",
    "及": "",
    "含": "",
    "再": "生制",
    "也": "",
    "还": "",
    "新": "",
    "建设": "用",
    "发展": "",
    "需要": "",
    "累计": "",
    "形成": "",
    "把": "",
    "让": "",
    "覆盖": "率面",
    "服务业": "",
    "保障": "性房",
    "支撑": "",
    "实现": "",
    "实施": "",
    "培育": "",
    "完成": "",
    "每年": "",
    "集聚": "",
    "组建": "",
    "推进": "",
    "规划了": "",
    "现有": "",
    "贡献": "率",
    "落实": "率",
    "目前": "",
    "总体": "",
    "随": "",
}
"""An opening word followed by one of these characters is the start of a noun: 保障性住房, 重点行业, 会议."""


def _stands_alone(text: str, start: int, end: int, word: str) -> bool:
    following = text[start + len(word) : start + len(word) + 1]
    return not following or following not in _STUCK.get(word, "")


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\u3000\xa0，,、；;：:。的—-*":
        start += 1
    return start


def after_adverb(text: str, name: Span) -> tuple[Span, Span | None]:
    """Split a subject off before 共, 已, 将 …: 全市公安机关 | 共 | 破获案件.

    >>> t = "全市公安机关共破获案件"
    >>> [t[a:b] for a, b in after_adverb(t, Span(0, len(t)))]
    ['破获案件', '全市公安机关']
    """
    last = None
    for match in _CUT.finditer(text, name.start, name.end):
        if match.start() > name.start and name.end - match.end() >= 2:
            last = match
    if last is None:
        return name, None
    return trim(text, Span(last.end(), name.end)), Span(name.start, last.start())
