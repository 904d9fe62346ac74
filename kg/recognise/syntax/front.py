"""The front of a clause before its indicator: times, attributions, connectives, causatives, the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.lexicon import may_open_region, regions_in
from kg.lexicon.predicate import ACTIVE, ATTRIBUTES, DEEDS, OPENINGS, STUCK, beginning
from kg.lexicon.scan import opened_by
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.holder import holder_before, is_held
from kg.recognise.syntax.phrase import COUNTRIES, trim
from kg.recognise.time.edge import behind
from kg.recognise.time.period import Time

_REPORTED = late(
    r"(?:提出|明确|指出|表示|显示|强调|介绍|透露|称|(?<![违反项])规定(?!精神)|要求|宣布|预计|预测|认为|获悉|(?:发布|公布)(?![、和与及])|(?<!派)发现|写道|(?<=》)(?:设定|设置|部署))(?:了|到|，|：|:)?"
)
_FORESEEN = late(r"完成|实现|达到?|投资|总|年|将|可|新增|增长|超过?")
"""风电项目 | 预计 | 完成投资: an adverb, and nobody tells."""
_FORECAST = late(r"(?:[为是在]|维持|保持|[上下]调|从|由)")
"""金价预测 | 为每盎司35美元: a figure, and nobody tells."""
_SIZED = late(r"总?(?:数量|规模|人数|次数|件数|数|量|面积)|的?(?:中值|均值|平均值|中位数|区间)")
"""新产品发布 | 数量, 毕业生预计 | 规模: how much there is of it, and nobody tells."""
_REPORT_REACH = 30
"""Characters that may stand before a verb of telling."""
PROVINCES = r"省（(?:自治)?区、(?:直辖)?市）(?:[和及](?:新疆)?(?:生产建设)?兵团)?"
"""31个 | 省（自治区、直辖市）: all of them are the nation, as statistics tell of it."""
NTH = "(?:第[一二三四五六七八九十0-9]{1,3}|首|又一)[个座家]"
"""甲市成为全国 | 第六个 | 产值破万亿元的城市."""
_SUBJECT = late(
    r"(?:全国(?!妇联|人大|政协|工商联|残联|文联|侨联|台联|科协|作协|记协|总工会|社保基金|股转)|我国|全省|全市(?:场(?=.))?|全区|全县|全州|全球|世界(?!500|遗产|文化遗产|自然遗产|冠军|纪录|记录|杯|级|一流|知名|名)|中国(?!台湾|香港|澳门|产(?![业能量值])|制造(?!业)|移动|联通|电信|银行|平安|人寿|石油|石化|中车|中免|中铁|建筑|铁塔|太保|人保|神华|核电|电建|交建|海油|铝业|船舶|重工|软件|长城|商飞|宝武|海洋石油|[\u4e00-\u9fff]{0,7}?(?:(?<!商业)(?<!国有)银行(?!业)|科学院|工程院|研究院|社科院|协会|学会|联合会|商会|公司|集团|海军|空军|陆军|民航局|气象局))|本市|本省|(?:全国)?3[0-4]个?"
    rf"{PROVINCES}"
    r"|该(?:国|省|州|县|市(?!场)|区(?!域|块|间))|我省|我市|我县|我区|各地(?![区市级方])|各省区?市|各省|各市|全行业)(?:各地)?(?![-—与和、同])"
)
_CUT = opened_by(
    "等的方上可共一总成顺能已将还就都也均设拥建含有不仅只曾拟先陆且并把",
    r"(?:等|的)?(?<!贸易)方式(?!(?:进出|进|出)口)|(?<![人年日户亩月时])(?:(?<![公中医教])[一总]?共(?:(?=建成)|(?![同享建治有和识青产性赢]|计|配(?![备置套有发建])))|已经|已(?![建经])|(?:成功|顺利)?将(?![军])|能够|(?<=[\u4e00-\u9fff]{2})可以?(?=(?:容纳|搭载|承载|停放|停靠|储存)(?!人数|量|能力|规模))|(?<![退归偿返])还(?![本田款原贷林草湿])|(?<![成造])就(?![业读医地近诊学餐])|(?<![首成古])都(?![市会])|也(?!门)|(?<![平人年日户亩月时])均(?![衡等值价线]|(?<=生均)(?:一般|公用|教育|财政|拨款|经费|支出))|(?:共|设|拥|建|含)有(?!制|产权|限)|(?<=[\u4e00-\u9fff]{2})上有(?![关效限序害色利])|(?<=[\u4e00-\u9fff][里内])有(?![关效限序害色利偿形机毒望待无])|不?仅(?![为有]|相当)(?:需要?|须|要|能够?|可以?)?|只(?!有)|曾经?|(?<![模虚])拟|先后|陆续|把(?![握关手])|(?<![而并])且|并且|成为[^，。；]{0,8}?"
    rf"{NTH}"
    r"(?![的是]))|(?<=[0-9今明]年)将(?!军)|(?<=[0-9][月日])将(?!军)",
)
_NUMBERING = late(
    r"(?<!其)(?:(?:[他她它咱俺]|[你我](?![国省市县区州军台校院厂镇乡村党方行部]))(?:们(?![党国军省市县镇乡村州厂校])|(?!们))|大家|人们)(?:自己|自家|家)?的?(?=[\u4e00-\u9fff]{2})"
    r"|(?:凌晨|清晨|早晨|傍晚|晚间|夜间|深夜)(?=[\u4e00-\u9fff]{3})|(?:今晚到)?明[天晚早](?:白天|夜间|上午)?(?=[\u4e00-\u9fff]{4})|会上(?=[\u4e00-\u9fff]{2})|(?:[半一二两三四五六七八九十几多]{1,3}|[0-9]{1,2})(?:年|个月|周|天)多?来(?!自)(?=[\u4e00-\u9fff]{2})|为(?=净?亏损|盈利)|在?(?:此|这一?|上述)基础上，?(?=[\u4e00-\u9fff]{2})|(?:近|最近|过去)[0-9一二三四五六七八九十两]{1,3}(?:个月|年|周|天|个季度)[来里内间]?的?(?=[\u4e00-\u9fff]{2})|第[一二三四五六七八九十]个[一二三四五六七八九十]{1,2}年(?:计划)?(?:期间|时期|内)?(?=[\u4e00-\u9fff]{2})|[（(]?[0-9]{1,3}(?:[、.．)）])(?![0-9])|[（(]?[一二三四五六七八九十]{1,3}[）)、](?![一二三四五]、?[一二三四五]?(?:线|产业|季度|等奖))"
    r"|第[一二三四五六七八九十百]{1,6}[条章节][ \u3000]|专栏[ \u3000]?[0-9]{1,2}[ \u3000]"
    r"|[（(][^（）()]{1,30}[）)]、?(?=[\u4e00-\u9fff“]{2})|[-—·•●■]|(?:[至、](?=[0-9])|[0-9]{1,2}[-—~至](?=[0-9]))?[0-9]{1,2}日(?:当天|[上下]午|中午|凌晨|清晨|晚间?)?(?![均元产销益前后内起至到])(?=[\u4e00-\u9fff]{2}|$)|[较比](?:[0-9]{1,2}月份?|[去上]年(?:同期)?|上月|同期|年初|前期)(?=(?:累计|平均)?(?:[降涨跌增]幅|增速))|成为[^，。；]{0,8}?"
    rf"{NTH}"
    r"(?=[\u4e00-\u9fffA-Z]{2})(?![的是])|从中(?=[非获识选筛受牟赚抽查发找])|(?:[\u4e00-\u9fff]{1,8}?(?:能够?|可以?))?在?[0-9一二三四五六七八九十半]{1,4}[多余]?个?(?:小时|分钟|天|周|月)[之以]?内(?!部(?!署))(?=[\u4e00-\u9fff]{2})|连续[^，。]{1,3}(?:年|天|日|周|个月|个季度)|(?:扣除|剔除|考虑)[^，。；]{1,8}因素(?:影响)?后?|周[一二三四五六日末]|[三五十]年(?=全国|全省|全市|中央财政|累计|共|新增|建成|新建|完成|解决|改造|实现|淘汰|关停|减少|增加|投入|培训|转移)|[0-9]{1,6}[多余]?(?:个(?!月|百分|工作|季度|交易)|[家座条只所])(?=[\u4e00-\u9fff]{3})|(?:眼前|面前|脚下|身后|手[中里])?的?[这该那](?:段(?![落时])|[所座家张批次款类种名位栋届头匹艘辆架幅]|只(?![有是能会要])|项(?!目)|条(?![例款])|台(?![风湾])|片(?!区)|处(?![理置])|支(?![行出部])|部(?!门)|份(?![额子])|本(?![来土])|首(?![次批]))"
)
_ALLOTS = late(
    r"(?!来自|报)[\u4e00-\u9fff]{1,12}(?:局|委|部|厅|办|政府)(?:会同[\u4e00-\u9fff、]{2,16}?|[和与、][\u4e00-\u9fff]{2,8}?)?"
    r"(?:已|共|将|再|累计|紧急|提前|分别)*(?:安排|下达|拨付|下拨|预拨|追加|增调|调拨|调运)了?(?!的|资金)(?=[\u4e00-\u9fff“]{3})"
)
"""财政部下达 | 救灾资金: the body that gives it."""
_SEATED = late(
    r"(?:(?:位于|坐落[于在]|地处)[^，。；：]{2,20}?|(?:反映|衡量)[^，。；：]{4,30}?|以[^，。；：]{2,40}?为(?:代表|核心|核心内容|主体|重点|主要内容)"
    r"|包括[^，。；：]{2,40}?在内|由[^，。；：]{2,40}?(?:构成|组成)|(?:连接|连通|联通)[^，。；：的]{2,24})的(?=[\u4e00-\u9fff“]{2})"
    r"|(?<=在)[^，。；：0-9]{2,16}?(?:条件|情况|背景|形势|环境|前提|带动|推动|拉动|驱动|作用|支持|支撑|努力)之?下，?(?=[\u4e00-\u9fff]{2})"
    r"|围绕[^，。；：0-9的]{2,14}?(?=(?:规划|布局|打造|建设|建成|培育|开展|推进|实施))"
    r"|(?:全部|全线|全面|项目|工程)?(?:建成|投产|投运|投用|竣工|达产|通车|完工|开通|启用|并网|建成投产)后，?(?=[\u4e00-\u9fff“]{3})"
    r"|(?<=[在于])[^，。；：的0-9]{2,12}、[^，。；：的0-9]{2,60}?等[\u4e00-\u9fff]{0,4}?(?:领域|方面|行业|环节|产业)(?=[\u4e00-\u9fff]{2})"
    r"|[\u4e00-\u9fff]{2,8}、[\u4e00-\u9fff、]{1,40}?等地区?的?(?:大部分?地区|部分地区)?(?=[\u4e00-\u9fff“]{2})"
)
"""Where something lies, what it shows or has examples of, before its name: 位于…腹地的 | 油田."""

_MORE_MADE = late(
    r"(?:开通|投用|引育|孵化|遴选|扶持|认定)(?=[\u4e00-\u9fff0-9A-Za-z“]{2}|$)|(?:运营|培育)(?![商主机平企成收维体基库对工率中单])"
)
"""建成 | 开通 | 5G基站, 建设 | 运营 | 充电站: what more is done with it."""
_OWNING = late(
    r"(?:拥有|具有|设有|持有)[^，。；的]{2,12}的(?:[\u4e00-\u9fff]{0,4}(?:城市|企业|机构|学校|高校|人口|人数|家庭|地区|国家|省份|人))"
    r"|(?:具有|具备)[^，。；的]{2,16}的[^，。；的]{2,16}"
)
"""拥有地铁的 | 城市, 具有影响力的 | 平台: what they own tells which are counted."""
_TOWARDS = ("对", "与", "从")
_RELATES = late(
    r"(?:[进出]口|贸易|投资|贡献|持股|依存|依赖|承包工程|合同|双向旅游|往来)(?<!总投资)(?:总?[额值量率度]|金额|总?规模|人数|比例|[额度]?比重)?$|发放的?[^，的]{0,6}贷款$"
)
"""对 | 东盟进出口, 对 | 增长的贡献率: figures between two, of which the preposition tells the other."""
_LIMIT = late(r"不得|[超低高]于|超过")
"""A time behind these belongs to the measure: 不得超过上年度收入的3%."""


_NEW_THING = late("新(?![增建设开成])")
"""2031年 | 新能源汽车, but 力争2031年 | 新增企业."""
_OF_TIME = late("占[了到]?$")
"""占到 | 全年产量的一半: of what it is a share."""


_TO_BE_MADE = late("[要将可]?(?:建成|建设|打造|培育|形成|创建)")
"""甲省力争 | 到2025年 | 要建成50个: a verb alone, and no name."""


class Front(NamedTuple):
    """`name`: what is left as indicator; `subject`: a region or group; `opened`: the causative before it (建设)."""

    name: Span
    subject: Span | None
    opened: str
    owner: Span | None = None
    """The country or thing before the time: 德国 | 8月 | 物价指数."""


def parse_front(text: str, words: Span, times: Sequence[Time]) -> Front:
    """Drop times, attributions, connectives and the subject from the front of the words left of a number.

    >>> t = "《规划》提出，力争全市建设示范医院"
    >>> front = parse_front(t, Span(0, len(t)), ())
    >>> t[slice(*front.name)], front.opened
    ('示范医院', '建设')
    """
    start, end = words
    start, owner = _past_times(text, words, times)
    start, end = _in_bracket(text, start, end)
    subject: Span | None = None
    opened, made = "", -1
    while start < end:
        start, fresh = _skip(text, start, end), start
        if text[start : start + 1] in ("“", "‘") and not any(mark in text[start:end] for mark in "”’"):
            start += 1
        if mark := _NUMBERING.match(text, start, end) or (start == made and _MORE_MADE.match(text, start, end)):
            start = mark.end()
        elif seated := _SEATED.match(text, start, end) or _ALLOTS.match(text, start, end):
            start = seated.end()
        elif (told := _told(text, start, end)) and not (told >= end - 1 and text[start:end] in OPENINGS):
            start = told if told < end - 1 else start
        elif (found := _SUBJECT.match(text, start, end)) and found.end() < end and not _is_short(text, found, end):
            subject, start = Span(found.start(), found.end()), found.end()
        elif place := _place(text, start, end):
            subject, start = place, place.end
        elif word := beginning(text, start, end, OPENINGS):
            if start + len(word[0]) >= end and word[1] == "connective":
                start = end
            elif _stands_alone(text, start, end, word[0]):
                start += len(word[0])
                opened, made = (word[0], start) if word[1] == "causative" else (opened, made)
        if start == fresh:
            break
    if owner and not subject:
        owner, subject = _whose(text, owner)
    return Front(trim(text, Span(start, end)), subject, opened, owner)


def _is_short(text: str, whole: re.Match[str], end: int) -> bool:
    """全球 | 经济, 世界 | 贸易: a noun of two characters says nothing without the whole it is of."""
    rest = text[whole.end() : end]
    noun = len(rest) <= 2 and rest not in (*ACTIVE, *ATTRIBUTES, *DEEDS) and rest[0] not in "上设发共有"
    return whole[0] in ("全球", "世界") and noun and text[whole.start() - 1 : whole.start()] != "在"


def _whose(text: str, owner: Span) -> tuple[Span | None, Span | None]:
    """全省 | 高速公路 | 去年: the thing before the time and the region it lies in; 我国 | 去年: the region alone."""
    found = _SUBJECT.match(text, *owner) if text[owner.start] in "全我本各" else None
    if found is None or owner.end - found.end() == 1:
        return owner, None
    return (Span(found.end(), owner.end) if found.end() < owner.end else None), Span(*found.span())


def _past_times(text: str, words: Span, times: Sequence[Time]) -> tuple[int, Span | None]:
    """Where the words behind the last time begin, and what before a time has the indicator they name."""
    start, end = words
    owner: Span | None = None
    for time in times:
        if not (words.start <= time.span.start and time.span.end <= end + 1) or time.kind == "baseline":
            continue
        holder = holder_before(text, start, time.span)
        held = holder is not None and is_held(text[time.span.end : end])
        if (
            time.span.end < end
            and (time.kind == "deadline" or not text.startswith(("价", "可比"), time.span.end))
            and (
                held
                or time.kind == "deadline"
                or not _NEW_THING.match(text, time.span.end)
                or time.span.start - start < 2
            )
            and end - time.span.end > 1
            and _OF_TIME.search(text, start, time.span.start) is None
            and not _LIMIT.search(text, start, time.span.start)
        ):
            owned = holder is not None and text[slice(*holder)] in COUNTRIES
            bare = time.kind == "deadline" and _TO_BE_MADE.fullmatch(text, time.span.end, end) is not None
            told = text[time.span.start - 1] in "是为"  # 目标是 | 2030年 | 比重
            if held or owned or bare or told or end - time.span.end > 3 or time.span.start - start < 3:
                owner = holder or owner
                start = max(start, time.span.end + (text[time.span.end - 1] == "年" and text[time.span.end] == "度"))
                start = behind(text, start, end)
    return start, owner


def _in_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """会员1万人（其中学生 | 6千人）: the words inside; 简介（分条叙述， | 300字以内）: those before."""
    opens = max(text.rfind(mark, start, end) for mark in "（(")
    if opens < 0 or max(text.rfind(mark, opens, end) for mark in "）)") > 0:
        return start, end
    comma = text.rfind("，", opens, end)
    if text.startswith("，", end):
        return (start, opens) if comma < 0 and opens - start > 1 else (opens + 1, end)
    inside = max(opens, comma) + 1
    return (inside if end - inside > 1 else start), end


def _told(text: str, start: int, end: int) -> int | None:
    """Where the words that tell who says it end: 《规划》提出，|, 据统计显示|."""
    verb = _REPORTED.search(text, start, min(end, start + _REPORT_REACH + 3))
    if verb and verb[0] == "预计" and verb.start() > start + 3 and _FORESEEN.match(text, verb.end()):
        return None
    if verb and verb.start() > start and _SIZED.fullmatch(text, verb.end(), end):
        return None
    if verb and verb[0] == "预测" and verb.end() < end - 1 and _FORECAST.match(text, verb.end()):
        return None
    near = verb is not None and verb.start() - start <= _REPORT_REACH and text.find("，", start, verb.start()) < 0
    return verb.end() if verb and near else None


def _place(text: str, start: int, end: int) -> Span | None:
    """A region's name at the front, where it is told apart from what is measured: 上海 | 规模以上工业增加值."""
    if not may_open_region(text, start):
        return None
    found = next(iter(regions_in(text[start : min(end, start + LONGEST_CHAIN)])), None)
    if found is None or found.start or start + found.end >= end - 1:
        return None
    full = text[start + found.end - 1] in "省市县区州"
    if text[start + found.end] in "中东西南北" and text[start + found.end + 1] in "东西南北部至到站":
        return None
    if text[start + found.end] in (_AFTER_FULL if full else _AFTER_PLACE) or text.startswith(
        "县城", start + found.end - 1
    ):
        return None
    if text.startswith(_COLLEGES, start + found.end):
        return None
    return Span(start, start + found.end + text.startswith("州", start + found.end))


_COLLEGES = ("交大", "师大", "农大", "财大", "理工", "交通大学")
"""After a region these make the name of a university."""
LONGEST_CHAIN = 28
"""Characters of 新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市 and of what tells where it ends."""
_AFTER_FULL = "至到和与、等级港湾岛委"
_AFTER_PLACE = "至到和与、等-—大港湾路铁段盆平地高线山海河湖湾片商创科自新机枢城都圈巴岛瓜茶枣"
"""After these a place is part of a longer name: 北京大学, 上海港."""


_RATE = late("率(?![先领])")
"""开工 | 率, 覆盖 | 率: the verb opens a noun."""


def _stands_alone(text: str, start: int, end: int, word: str) -> bool:
    if _OWNING.fullmatch(text, start, end) or (word in _TOWARDS and _RELATES.search(text, start + 3, end)):
        return False
    following = text[start + len(word) : start + len(word) + 1]
    if OPENINGS[word] == "causative" and _RATE.match(text, start + len(word), end):
        return False
    return not following or following not in STUCK.get(word, "")


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \u3000，,、；;：:。.．的—-*#【":
        start += 1
    return start


_TRAILING = late(
    r"(?:(?<![主需首])要|还|(?<![首成])都|也|又|则|目前|现在|今年|明年|今天|(?<=[\u4e00-\u9fff])(?:20[0-9]{2}年|[0-9]{1,2}[月日])+)+$"
)
"""大会 | 还 | 将举行: adverbs before the one that is cut at."""


_PER = late(
    r"(?:平均)?每|一(?:亩|公?斤|户|头|棵|株|年|天|个月|小时|分钟|台|趟|次)(?![下里间中内]|以?来)(?=[\u4e00-\u9fff]{2})"
)
"""每天 | 能处理, 一亩地 | 也就收: for what so much is told is part of the name."""


_PAIRS = (("《", "》"), ("（", "）"))


def after_adverb(text: str, name: Span) -> tuple[Span, Span | None]:
    """Split a subject off before 共, 已, 将 …: 全市公安机关 | 共 | 破获案件.

    >>> t = "全市公安机关共破获案件"
    >>> [t[a:b] for a, b in after_adverb(t, Span(0, len(t)))]
    ['破获案件', '全市公安机关']
    """
    last = None
    for match in _CUT.finditer(text, name.start, name.end):
        inside = any(
            text.count(a, name.start, match.start()) > text.count(b, name.start, match.start()) for a, b in _PAIRS
        )
        if match.start() > name.start and name.end - match.end() >= 2 and not inside:
            last = match
    if last is None or _PER.match(text, name.start):
        return name, None
    ends = _TRAILING.search(text, name.start + 1, last.start())
    whole = Span(name.start, ends.start() if ends else last.start())
    return trim(text, Span(last.end(), name.end)), _without_manner(text, whole) if last[0].endswith("方式") else whole


_MANNER = late(r"(?:以|按照?|采[取用]|通过)[^，。；]{2,20}$")


def _without_manner(text: str, subject: Span) -> Span | None:
    """甲局 | 以公开招标 | 方式: who does it, without the manner in which it is done."""
    manner = _MANNER.search(text, max(subject.start - 2, 0), subject.end)
    if manner is None:
        return subject
    return Span(subject.start, manner.start()) if manner.start() > subject.start else None
