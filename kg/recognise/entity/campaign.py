"""Projects named where they are under way, not where a list launches them: “三北”工程, 城市更新行动全面推进."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon.scan import opened_by
from kg.model import Span
from kg.pattern import late
from kg.recognise.entity.project_name import HEAD, NO_QUOTE, WORK, named
from kg.recognise.mention import ProjectMention

_WORDS = r"(?:[“\"][^”\"\n]{2,16}[”\"]|保护[和与]修复|[^，。；、：“”《》（）…\s和及的等])"
_CAMPAIGN = "(?:行动|专项斗争)"
_ADVERB = (
    "(?:相继|陆续|先后|正式|全面|深入|扎实|持续|有序|[今昨][天日]|近日|日前|同步|重新|已|将|正在?|加快|加紧|稳步|顺利|不断"
    "|进一步)*"
)
_PROGRESS = "取得[一-鿿]{0,6}?(?:进展|成效|成果)|(?:进展|推进)(?:顺利|有序)|成效显著"
_GOES_ON = (
    f"{_ADVERB}(?:启动|实施(?!方案|细则|意见|办法)|惠及|推进|展开|铺开|开展|向纵深|顺利完成"
    f"|{_PROGRESS}|工作(?:成果|成效)|已[一-鿿]{{2}}|进入[一-鿿]{{0,6}}阶段)"
)
_SUBJECT = late(
    rf"(?P<quoted>[“\"](?![0-9]+”)[^”\"\n]{{2,16}}[”\"](?:(?!的|[是为和与及])[一-鿿]){{0,10}}?{HEAD}){_ADVERB}(?:启动|开工|实施)"
    rf"|(?:^|(?<=[，。；：）和及])|(?<=[^高中初]等)|(?<=[年月天资元施设]的)|(?<=[程动]、))(?P<name>(?!“[^”\n]{{2,16}}”“){_WORDS}{{2,24}}?"
    rf"(?:{_CAMPAIGN}(?={_GOES_ON})"
    rf"|工程(?={_ADVERB}(?:实施(?!方案|细则|意见|办法)|惠及|展开|启动)|{_PROGRESS})|计划(?=(?:已|累计|共)*惠及)"
    rf"|(?:重大|保护|修复|治理|提升|示范|振兴|培育|惠民)工程(?=(?:加快|稳步|持续|深入|扎实|有序|全面)+推进)))"
    rf"|(?:^|(?<=[，。；：）]))(?P<said>(?!“[^”\n]{{2,16}}”“|结合|通过|按照|根据|开展|此次|本次){_WORDS}{{3,24}}?(?:[一二三]年|(?:专项|集中|攻坚)[一-鿿]{{0,4}}?)行动)"
    r"(?=[一-鿿])(?!计划|实施|[工方]|的|和|与|及|等|中|期间|以来|为)",
    re.MULTILINE,
)
"""What is under way is the subject: “甲”工程启动, 整治三年行动取得进展, 甲三年行动完成过半."""
_ITEM = late(rf"(?:^|(?<=[，。；、）\n])){_WORDS}{{3,24}}?(?:工程|行动)\Z")
_UNDER_WAY = late(
    rf"(?:工程|行动|计划|专项|斗争){_ADVERB}(?:启动|开工|实施|惠及|累计惠及|共惠及|取得|工作|进展|推进|成效|展开|铺开|开展|顺利完成|向纵深|已|进入)"
    "|(?:[一二三]年|专项|集中|攻坚)[一-鿿]{0,4}?行动[一-鿿]"
)
"""Stands in whatever `_SUBJECT` finds, and is found sooner."""
_LONGEST_SUBJECT, _LONGEST_VERB = 60, 24
_COST = "(?:总?投资[约近超]?[0-9.]+[万亿]*元的)?"
"""What a work costs, before its name: 启动投资2亿元的甲项目."""
_BOTH = rf"(?:{_WORDS}{{2,12}}(?:{WORK})和(?=[^，。；、]{{2,12}}(?:{WORK}|化)工程))"
"""The first of two deeds that one work does: 防沙治沙和 | 河岸绿化工程."""
_OBJECT = late(
    rf"(?:(?:结合|参与|响应|推进|推动|依托|完成)(?P<name>(?!实施|“[^”\n]{{2,16}}”“){_WORDS}{{3,24}}?(?:{_CAMPAIGN}|提升工程))"
    rf"|(?:推进|推动|抓好|加快){_COST}(?P<pushed>(?!(?:推进|推动|加快|实施|建设)){_BOTH}?{_WORDS}{{3,20}}?工程(?=(?:试点)?[，。；])"
    rf"|{_WORDS}{{2,16}}?(?:参保|改善|培[养育]|引[进育]|支持|资助|帮扶|振兴|提升|突破)计划(?=[，。；]))"
    rf"|(?:建设|完成){_COST}(?P<work>{_WORDS}{{3,24}}?(?:提升|升级|试点|示范|保护|安全)工程))(?=(?:试点)?[，。；、]|等|$|落实|的(?:意见|通知|决定)|(?<=[一-鿿]{{10}})(?:安排|部署))",
    re.MULTILINE,
)
_BUILT = "(?:贯通|完工|竣工|投产|投运|投入运行)"
_QUOTED = late(
    rf"(?P<name>(?:科技创新2030[—-]{{1,2}})?“(?!{NO_QUOTE})[^”“，。、：；\n]{{2,22}}”(?:(?![是为]|推动|一批|重[要大点]|主要|计划|[一二三]期)[^，。；：、“”《》（）及和的与\s]){{0,12}}?"
    rf"(?:专项行动|专项斗争|重点专项|重大专项|重大项目|行动|工程|攻坚战)(?:攻坚战|[一二三四五六七八]期)?(?![力者员态]|计划|建设项目|(?:实施)?方案|纲要|指南|的?经验|[^，。；]{{0,8}}?{_BUILT})|“(?!{NO_QUOTE})[^”“，。、：；的\n]{{2,14}}(?:行动|工程)(?:20[0-9]{{2}})?”(?!的?经验|蕴含|新?专业|学科)"
    rf"|“(?!{NO_QUOTE})[^”“，。、：；\n]{{2,14}}”(?:(?![是为的和与及等])[一-鿿]){{0,6}}(?:培育|引育|扶持|支持|培养|资助)计划"
    rf"|“[^”“，。、：；\s]{{3,14}}年”(?:“[^”“，。、：；\s]{{3,14}}年”){{0,3}}(?:主题|专项)?活动"
    rf"|(?:(?<=深化)|(?<=启动)|(?<=实施))“[^”“，。、：；\s]{{2,14}}计划”"
    rf"|“[^”“，。、：；\s]{{2,14}}计划”(?=改革|的实施|(?:正式|全面)?(?:启动|实施(?!院校|方案|办法))))"
)
"""A proper name in quotes is one wherever it stands: “银龄行动”, “三北”工程."""
_TITLE = late(r"《([^《》\n]{2,30})》")
_RUN = ("”", "”、", "”和", "”及")
_SO_CALLED = ("所谓", "所谓的", "修改为", "改为", "作为")
"""What makes the words in quotes after it no name: 所谓“甲”行动."""
_AREA = late(
    r"(?:(?<=[，。；：、（\n])|(?<=打好)|(?<=打赢)|(?<=完成)|(?<=推进))(?:(?!总台|扩大|继续|完善|全面|[第实启推打入进行是展开加深运管纳首抓搞])[一-鿿]){2,4}$"
)
"""Where a campaign of that name is fought: 黄河“几字弯”攻坚战."""
_WATERS = "江河湖海湾泊"
_BATTLE = late(
    r"(?:打好|打赢|(?<=攻坚战[、和]))(?P<name>(?!污染|[一二三四五六七八九十两]大|生态环境)[^，。；、“”《》\s的]{4,16}(?:保护|修复|治理|整治|防治|控水)攻坚战)(?!的?意见|实施意见|行动计划)"
)
"""A battle for one water or against one evil; those against pollution and poverty at large are policies."""
_SERIES = late(
    rf"(?:(?:实施|推进|启动|开展)了?|(?<=防治和)|(?<=治理和)|(?:^|(?<=[。；]))(?=[^。；\n]{{6,120}}工程(?:稳步|全面|深入|顺利)?(?:实施|推进|展开)))"
    rf"(?P<items>[^，。；：、“”《》\s]{{1,14}}(?:{WORK})(?:、[^，。；：、“”《》\s]{{1,14}}(?:{WORK}))+)"
    r"等(?:一批)?(?P<group>(?:[0-9]{1,3}项|[一二三四五六七八九十]{1,3}[项大])?(?:重点|重大|支撑性|标志性)[一-鿿]{0,8}工程)",
    re.MULTILINE,
)
"""Works of one kind that a list names by what is done: 天然林保护、退耕还林等重点生态工程."""
_GROUPED = late(
    "等(?:一批)?(?:[0-9]{1,3}项|[一二三四五六七八九十]{1,3}[项大])?(?:重点|重大|支撑性|标志性)[一-鿿]{0,8}工程"
)
"""Ends whatever `_SERIES` finds, and is found sooner."""

_NO_WORK = (
    "推进|推动|确保|加快|力争|抓好|做好|启动|实施|开展|建设(?!项目)|完成|重大|重点|大型|中小|各|批|等|和|与|及|或|对|为|在|以|把|将|要|使|是|年"
    "|[0-9]+多?个|工程建设|政府|地区"
)
_ONE_WORK = rf"(?:(?!{_NO_WORK})[^，。；：、“”《》（）\s的]){{4,24}}?(?:项目|工程)(?:[一二三]期)?"
_ACTION_PLAN = late(
    rf"(?<!出台)(?<!编制)(?<!制定)(?:实施|启动|开展)(?!好)"
    rf"(?P<name>(?:“[^”\n]{{2,14}}”{_WORDS}{{0,12}}?|{_WORDS}{{2,24}}?)(?<!年)(?<!防治)行动计划)(?=[，。；、]|$)",
    re.MULTILINE,
)
_AHEAD = opened_by(
    "推加确力抓做启",
    rf"(?:推进|推动|加快|确保|力争|抓好|做好|启动){_COST}(?P<items>{_ONE_WORK}(?:、{_ONE_WORK}){{0,4}})"
    "(?=(?:全面|全部|主体)?(?:建设(?!和|，?成|管理)|前期|招商|开工|竣工|投产|完工|年[内底]|按期|按时|按进度|投入|进度|进展|早日|尽快|顺利"
    "|[一二三四]季度|[0-9]{1,2}月|建成))",
    second="进动快保争好动",
)
"""Works of its own that a report of what is to be done pushes on: 确保甲水厂二期项目年内竣工."""
_KINDS = "示范|试点|合作|工程|投资|建设|科技|攻关|研究|民生|援助|创业|重点|工业|水利|产业|产业化|计划|青年"
_PROJECT = late(
    rf"(?:实施|启动|推进|抓好|完成|开展){_COST}(?![了好约超近一两几多各境0-9]|重大|重点|大型|中小|园区|区域|上述|相关|有关|建设|省级)"
    r"(?P<name>(?:“[^”\n]{2,16}”|(?!实施|推进|建成|开展|已经|大项|企业|各类|重大(?!科技项目))(?:[^，。；：、“”《》（）\s的等和与]|与(?=[一-鿿]{3,12}项目))){5,24}?"
    rf"(?:{''.join(f'(?<!{kind})' for kind in _KINDS.split('|'))}项目|(?<=[一-鿿]{{3}}重大科技)项目))"
    r"(?=(?:建设|实施)?(?:[，。；、（]|$))",
    re.MULTILINE,
)
"""A project of its own that is set going: 实施山区儿童营养改善项目; what only tells its kind is none: 试点项目."""
_SENTENCE = 120


def find_campaigns(text: str) -> Iterator[ProjectMention]:
    """“东数西算”工程正式启动, 整治三年行动取得进展, 结合赋能专项行动, “三北”工程, 宝钢三期工程."""
    for match in (*_under_way(text), *_OBJECT.finditer(text)):
        if mention := named(text, Span(*match.span(match.lastgroup or 0)), None):
            yield from _before(text, mention)
            yield mention
    titles = set(_TITLE.findall(text)) if "《" in text else set()
    for match in _QUOTED.finditer(text) if "”" in text else ():
        if text.endswith(_SO_CALLED, 0, match.start()) or _is_broadcast(text, match.start()):
            continue
        if text.endswith(_RUN, 0, match.start()) and not match[0].endswith("”"):
            continue  # The last of “甲”“乙”行动.
        area = _AREA.search(text, max(0, match.start() - 5), match.start())
        if area and not match[0].endswith("攻坚战") and area[0][-1] not in _WATERS:
            area = None
        mention = named(text, Span(area.start() if area else match.start(), match.end()), None)
        # What a work of art or a document is called after is told of there.
        if mention and mention.name not in titles:
            yield mention
    for match in _BATTLE.finditer(text) if "攻坚战" in text else ():
        yield ProjectMention(match["name"], (Span(*match.span("name")),))
    for match in _SERIES.finditer(text) if _GROUPED.search(text) else ():
        yield from _members(match)
    for match in _PROJECT.finditer(text) if "项目" in text else ():
        if mention := named(text, Span(*match.span("name")), None):
            yield mention
    for match in _AHEAD.finditer(text):
        yield from _each(text, Span(*match.span("items")))


def _under_way(text: str) -> Iterator[re.Match[str]]:
    """Where `_SUBJECT` finds something, which it is asked for only around what `_UNDER_WAY` finds."""
    end = 0
    for told in _UNDER_WAY.finditer(text):
        start = max(end, told.start() - _LONGEST_SUBJECT)
        for match in _SUBJECT.finditer(text, start, told.end() + _LONGEST_VERB):
            if match.start() >= end:
                end = match.end()
                yield match


def _before(text: str, last: ProjectMention) -> Iterator[ProjectMention]:
    """The names that a list has before its last: 甲保护工程、乙修缮工程 | 、丙展示工程深入实施."""
    start = last.spans[0].start
    while text.endswith(("程、", "动、"), 0, start) and (item := _ITEM.search(text, max(0, start - 30), start - 1)):
        start = item.start()
        if mention := named(text, Span(start, item.end()), None):
            yield mention


def _is_broadcast(text: str, at: int) -> bool:
    """Whether the sentence tells of what a broadcaster does for itself: 总台发布“甲”共建行动."""
    floor = max(0, at - _SENTENCE)
    start = max(floor, *(text.rfind(mark, floor, at) for mark in "。；\n"))
    return text.find("总台", start, at) >= 0


def find_action_plans(text: str) -> Iterator[ProjectMention]:
    """What a plan sets going: 实施家校共育行动计划. In the news such words name a document."""
    for match in _ACTION_PLAN.finditer(text):
        yield ProjectMention(match["name"], (Span(*match.span("name")),))


def _each(text: str, items: Span) -> Iterator[ProjectMention]:
    at = items.start
    for item in text[items.start : items.end].split("、"):
        if mention := named(text, Span(at, at + len(item)), None):
            yield mention
        at += len(item) + 1


def _members(series: re.Match[str]) -> Iterator[ProjectMention]:
    at = series.start("items")
    for item in series["items"].split("、"):
        yield ProjectMention(item, (Span(at, at + len(item)),), series["group"])
        at += len(item) + 1
