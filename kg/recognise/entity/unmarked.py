"""Policy documents named without 《》: “十四五”规划, 政府工作报告, a title that a verb of issuing gives away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.lexicon.scan import opened_by
from kg.lexicon.title import bare_title, title_kind
from kg.model import PlanKind, Span
from kg.pattern import late
from kg.recognise.entity.law import law_name
from kg.recognise.mention import PlanMention

_FIVE_YEARS = opened_by(
    r"国中“\"‘十第",
    r"(?:国家|中华人民共和国)?(?:国民经济和社会发展)?(?:[“\"‘](?:十[一二三四五六]?五|[六七八九]五)[”\"’]|十[一二三四五六]五|(?<![纪的])第(?:[一二三四五六七八九十]|十[一二三四五六])个五年)"
    r"(?:[（(][0-9]{4}[—－-][0-9]{4}年[）)])?(?:(?:规划|计划)《(?:纲要|建议|基本思路)》(?:草案)?|规划纲要|计划纲要|规划建议|规划|计划)(?:和(?:二〇三五年|2035年)远景目标(?:纲要)?)?(?:(?<=纲要)草案)?(?!期内)",
)
_SHORT_INSIDE = late("《([^《》]+)》")
"""“十五五”规划《纲要》: what it is called from there on."""
_PROGRAMME = late(
    r"[“\"](?:[^“”\"，。、\s]{1,10}计划[”\"]|[^“”\"，。、\s]{2,10}[”\"]计划)(?![一-鿿]?[”\"]|改革|(?:正式|全面)?(?:启动|实施(?!院校|方案|办法)))"
)
_LAUNCHED = late(r"(?:实施|启动|开展|深化|推行)(?:[^，。；\n]|，(?=[“\"])){0,16}$")
_CARRY_OUT = ("实施", "推进", "落实", "完成", "启动", "执行", "收官", "进展")
_REPORT = late(
    r"(?:全国人大常委会|全国人民代表大会常务委员会|最高人民(?:法|检察)院)工作报告|(?:(?<![一-鿿])中央)?政(?<![省市县区州]政)(?<!各地政)\s?府\s?工\s?作\s?报\s?告"
)
_DELIVERED = late("我代表[一-鿿]{2,8}，?(?:向大会)?作$")
_LOCAL_REPORT = late(r"(?<![一-鿿])[一-鿿]{2,6}[省市]政府工作报告(?=提出|指出|明确|要求|安排)")
_QUARTERLY = late(r"(?:20[0-9]{2}年)?第?[一二三四]季度(?:中国)?货币政策执行报告(?!》)")
"""What the central bank puts out each quarter."""
_CONGRESS = opened_by("党十二", "(?:党的)?(?:十[五六七八九]|二十)大报告")
_ARTICLES = late(
    r"(?<=[“\"])(?!第)[\u4e00-\u9fff]{1,9}(?:[1-9][0-9]{1,2}|[三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)条(?=[”\"])"
)
"""A policy called after its field and the number of its articles: “招商十条”, “科创22条”."""
_CODE = late(
    "(?:民|生态环境)法典(?!》)|中央八项规定(?!精神|的?实施细则)|国家(?:重点基础研究发展|高技术研究发展|科技支撑)计划|国家重点研发计划(?=重点专项)|刑法修正案(?:[（(][一二三四五六七八九十]{1,3}[）)])?(?!》|草案)|中央一号文件|(?<![与和])20[0-9]{2}年(?:国民经济和社会发展计划|中央和地方预算)草案(?!的)|(?:联合国)?2030年可持续发展议程|区域全面经济伙伴关系协定(?!》|[^，。；]{0,8}?(?:谈判|签署|签订))"
)
_FIELD = (
    "建设",
    "发展",
    "保护",
    "事业",
    "管理",
    "改革",
    "服务",
    "工作",
    "防治",
    "治理",
    "教育",
    "环境",
    "卫生",
    "工程",
)
"""What makes the five-year plan after it one of a single field: 军队建设“十三五”规划."""

_ANY = (
    "或|是|随着|新一轮(?![^，。]{8})|(?<!全国)第[一二三四五六七八九十0-9]+[批个]|国家批复|发布|授权|年度|具体|相关|有关|本|各|与|和|的|相应|详细|统一|专门|符合|并|完善|个性|一系列|若干|一[批份项个揽]|多[项个份]"
    "|不少|更[多加]|强化|配套|近?[0-9一二三四五六七八九十两]+(?:多|余)?[项条个份部款批]|了|出台|修订|重要|公司|企业|股东|项目|分类|成熟"
)
"""What begins words that name no plan but any of many."""
_NOWHERE = (
    "各|或|多[项个份]|具体|相关|有关|实施(?!条例|细则|办法|方案|意见|纲要)|全面|时限|的负面|的首|制定的|第一[个部份]"
)
_CHAR = rf"(?:(?!{_NOWHERE})[^，。；：、《》“”\s（）()]|[0-9]{{4}}年|“[^”\n]{{1,10}}”(?=[^，。；：、]))"
_TITLE = rf"(?!{_ANY}){_CHAR}"
_WORDS = rf"(?:“[^”\n]{{2,12}}”{_CHAR}{{0,20}}?|{_TITLE}{{4,28}}?)"
"""What stands in a title before its last word."""
_HEAD = (
    "(?:(?:指导|鼓励|管理|实施|推广|产品|药品|定价)目录|(?:负面|服务)清单|(?:行动|工作|作战|促进|提升)计划"
    "|行动方案|纲要|的通知|管理办法|条例)"
)
_HEAD_OF_ISSUED = (
    f"(?:的)?(?:{_HEAD}|(?:工作|实施|总体|试点|改革|国家)方案|(?:若干|改革|指导|实施|的)意见|(?:发展|建设|总体|专项|中长期)规划|指南|指引"
    "|工作要点|办法|[白蓝绿]皮书|细则|(?<!定)规则|(?:工作|发展|研究|评估|监测|情况)报告)"
)
_AFTER = "[，。；：、]|等|提出|明确|显示|指出|要求|[（(]|$"
"""What follows a title that a verb of issuing gives away."""
_NEW = "(?:我国|备受[一-鿿]{2}的)?(?:(?:全国)?(?:首[部个份次张]|新?修[订改]的|最新(?:版|修订)?的?))?"
_WHEN = (
    "(?:正式|对外|近期|日前|近日|今[天日]|昨[天日]|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|（[^（）]{2,10}）|已|将|也|首次|陆续|相继"
    "|颁布|公布|发布)*"
)
_LAW = "(?<![办方立司执依普违守合非做想说看用本无])法"
_BILL = f"{_LAW}(?:(?:修订|修正)?草案|修正案(?:草案)?)?"
_NO_TITLE = "审议|提出|听取|参与|发挥|违反|将|对|完成|会议|不|提请|关于|先后|充分|其他|部分"
_ONE = rf"(?:(?!{_NO_TITLE}){_TITLE}){{2,20}}?(?:{_BILL}|条例|办法|方案|意见)"
"""A member of a list whose verb follows it: 甲法、乙条例、丙标准等完成修订."""
_REVIEWED = "的?(?:审议结果|修改情况|主要问题|修改意见|说明|议案)|、关于"
"""What follows a bill in the name of a paper on it: 关于甲法草案审议结果的报告."""
_HEARD = (
    r"关于(?!提请|[^，。]{0,3}计划报告)(?:(?!关于|报告|草案)[^，。；：《》“”\n]|“[^”\n]{1,8}”){4,60}?"
    "(?:情况|结果|资格|决算|预算|问题)的?[一-鿿]{0,4}报告"
)
"""What a congress or a committee hears: 作了 | 关于渔业法实施情况的报告."""
_UNMARKED = tuple(
    late(pattern, re.MULTILINE)
    for pattern in (
        rf"(?:修订|制定(?:出台|实施|修订)?|编制)了?{_NEW}(?P<title>{_WORDS}{_HEAD})(?={_AFTER})",
        rf"(?:印发|出台|发布|公布|颁布|推出|(?:制定|研究)并(?=实施[^，。；]{{4,20}}改革方案))(?:实施)?(?:了|的)?{_NEW}(?P<title>{_WORDS}{_HEAD_OF_ISSUED})"
        f"(?={_AFTER})",
        r"(?:印发|发布|下发|公布|出台|推出)了?(?P<title>关于[^，。；：《》\n]{4,60}?的(?:通知|意见|公告|通告|决定|指导意见|实施意见|(?:若干)?(?:规定|措施|办法|解释)|(?:[A-Z]{2,4})?通报))(?=[，。；（]|$)",
        r"(?:审议|表决)?通过了?(?P<title>关于(?!撤销|接受|任免|任命|免去|终止|这)[^，。；：《》\n]{4,40}?的(?:决定|决议))(?=[，。；]|$)",
        rf"(?:贯彻(?:实施|执行|落实)?|修[订改]|审议|颁布(?:实施)?|制定(?:修订)?|首部)了?(?P<title>(?!提请|实施|执行|落实)[^，。；：、《》“”\s的]{{2,14}}?{_BILL})"
        "(?=[、和，。；等专]|$)",
        rf"(?P<title>[“\"](?:十[一二三四五六]?五|[六七八九]五)[”\"](?!时期|期间|以来|末|重大|重点|发展|总体|专项|国民经济){_TITLE}{{2,16}}?"
        "(?:规划|计划))(?=[，。；：、]|等|提出|指标|目标|任务|确定|的|$)",
        rf"(?:实施好?|启动|推进|落实|执行)(?P<title>(?:“[^”\n]{{1,14}}”{_TITLE}{{0,12}}?|(?:[一-鿿]{{1,3}}、){{0,3}}(?!落实|[^，。；]{{2,20}}部署){_TITLE}{{3,24}}?)"
        "(?:(?<!个)[一二三四五六七八九十]{1,2}年(?:行动)?(?:计划|方案)|(?<!大)行动(?:计划|方案)|攻坚(?:计划|方案)))"
        "(?=[，。；：、]|$)",
        rf"(?:(?:印发|发布|出台|公布|编制|制定|落实|完成|推进|实施)(?:了|的|实施)?|(?:^|(?<=[，。；：]))(?:[^，。；：\n]{{0,10}}(?:发布|公布|出台|印发)的)?)"
        rf"(?P<title>(?:(?!{_ANY}|编制|制定|落实|推进|实施|总书记|确保|围绕|当地|本地|我国|各|[省市]和)[一-鿿]){{2,24}}(?<![的了在为])[“\"](?:十[一二三四五六]?五|[六七八九]五)[”\"](?:发展)?(?:规划|计划)(?:纲要)?)"
        r"(?=[，。；：]|$|中?(?:提出|明确|指出)|今天|昨天|日前|近日|发布|印发|出台|公布|获批|任务|目标)",
        rf"(?:实施|落实|贯彻|执行|实现|制定和?|颁布)(?:实施|执行|落实)?(?:了|好)?(?:新的)?(?P<title>(?:中国妇女、|妇女、|(?!{_ANY}|本|各|新1?[0-9]年){_CHAR}){{2,22}}?(?:规划|发展|实施|开发|行动)纲要)(?=[，。；、（]|$)",
        rf"现制定(?P<title>(?:{_TITLE}|（[^（）\n]{{1,6}}）){{4,40}}?(?:实施细则|实施办法|管理办法|实施方案|若干措施))(?=[，。；：])",
        r"(?:依照|根据|按照|违反|适用)(?P<title>(?:中华人民共和国)?(?!有关|相关|国家|本|该|上述|法律|国务院)"
        r"[^，。；：、《》“”\s本该]{2,14}?(?<![办方立司执依普])(?:法|条例))(?=第[一二三四五六七八九十百0-9]+条|(?:有关|的)?规定)",
        rf"(?P<title>关于(?!提请)(?:(?!关于)[^，。；：、《》“”\n]){{2,60}}?的(?:决定|办法|规定)(?:修[订正])?草案)(?={_REVIEWED})",
        rf"关于(?:提请审议)?(?P<title>[^，。；：、《》“”\s的]{{2,30}}?草案)(?={_REVIEWED})",
        rf"(?:作了?的?|听取(?:和审议)?了?|审议(?:通过)?了?)(?P<title>{_HEARD})(?=[，。；、并和]|$)",
        rf"(?<![订定制])实施(?P<title>{_TITLE}{{4,20}}?条例)(?=[，。；、])",
        # What others are to draw up and carry out is not there yet: 制定实施甲方案.
        rf"(?<![订定制])(?:实施|按照|落实)(?P<title>{_TITLE}{{4,18}}?(?:(?:总体|专项|防治|功能区)规划|(?:防治|综合性工作|总体|试点)方案))(?=[，。；、]|要求|部署)",
    )
)
_APPROVED = late("(?:规划|计划|改革方案)(?=获批|获得批准|获国务院批准|进展顺利|(?:启动|开始|顺利)实施)")
"""What is told of a plan that is there, behind its last word."""
_GOES_ON = late(
    rf"(?:^|(?<=[，。；：）]))(?P<title>(?!{_ANY}|目前|确保|推动|保证|国家重点)(?:{_CHAR}|“[^”\n]{{1,8}}”){{3,28}}?{_APPROVED.pattern})",
    re.MULTILINE,
)
"""A plan of which one is told that it is approved or goes on well."""
_DRAWN_UP = late(
    r"(?P<lead>[^，。；：、\n]{0,12}?)(?:制定|编制|出台|发布|公布|印发|推出)(?:出台|实施|修订)?(?:我国)?(?:首[部个份次张])?\Z"
)
"""What stands before a title that is drawn up: 研究制定, 近日出台."""
_TO_COME = late(
    r"将|拟|(?<![重需主])要|应|须|需|研究|加快|抓紧|尽快|推动|自行|鼓励|支持|适时|负责|牵头|探索|引导|指导|组织|统一"
)
_LATELY = late(r"近日|现(?:$|将)|日前|近期|已|[今昨][天日]|先后|陆续|相继|年[内底]|[0-9]")
_IN_FORCE = late(
    rf"(?:实施|执行|缩减|压减|扩大|调整|完善|落实)(?:好|了|现行|新版)*(?P<title>(?:(?!各|相关|有关|政府|现行|新版){_TITLE}){{2,20}}?"
    r"(?:(?:产业|指导|药品)目录|(?:准入|贸易)负面清单|综合名录))(?=[，。；、和]|$)",
    re.MULTILINE,
)
"""Lists that are there, since they are carried out or shortened: 缩减外资准入负面清单."""
_LIST = late(
    rf"(?:^|(?<=[，。；]))(?P<title>{_ONE})(?=(?:[、及和](?:{_ONE}|{_TITLE}{{2,14}}?(?:标准|规划))){{1,8}}(?:等(?:文件|法规|法律法规)?)?{_WHEN}(?:完成)?"
    "(?:制定|制修订|修订|修改|印发|出台|实施|施行|颁布|发布|通过))",
    re.MULTILINE,
)
"""Titles in a list whose verb follows it."""
_NATIONAL = opened_by(
    "国全",
    r"(?:(?<=根据|按照|列入|纳入|依据|落实|实施|编制|完成|制定|拟定|审议|批准|上报|执行|关于)|(?<=[了和与对])|(?<![一-鿿]))"
    r"(?P<title>国务院机构改革方案|(?:国家|全国)"
    rf"(?!发展|总体|统一|五年|战略|现有|政策|级|重大|重点|区域)(?:(?!制定|[列纳]入|编制|出台|国家){_CHAR}){{3,18}}?"
    r"(?:规划纲要|(?:总体)?规划|应急预案|改革(?:总体)?方案|行动计划))"
    r"(?=[，。；：、和]|重大|确定|提出|的|要求|目标|进行|表示|作)",
)
"""What the country has but one of: 国家中长期铁路网规划, 国家粮食应急预案."""
_OUT = late(r"(?:印发|发布|公布|出台|颁布|施行|实施|出炉|生效)(?=[，。；、]|$)", re.MULTILINE)
_SUBJECT = late(
    rf"(?:^|(?<=[，。；：）\n])){_NEW}(?P<title>(?:{_TITLE}{{1,4}}“[^”\n]{{2,10}}”{_CHAR}{{0,12}}?|{_TITLE}{{4,28}}?)(?:{_HEAD_OF_ISSUED}|[一-鿿]目录|协定|(?:指导|实施)意见|{_LAW}))(?:（[A-Z]{{2,8}}）)?(?:等(?:文件|制度|法规)?|及其[^，。；]{{2,8}}?)?{_WHEN}\Z",
    re.MULTILINE,
)
"""What is out, up to the verb that says so: 甲条例正式|施行."""
_LONGEST_SUBJECT = 45
_HABIT = late("(?:每年|定期|动态|及时|适时|公开|陆续|年度|[0-9]个[^，。]{1,6}|针对[^，。]*)$")
"""Before a verb of issuing: what comes out again and again is no one document."""
_SIZED = late("^(?:全国版|[^的]*[0-9][^的]*元的|关于(?=.*草案$)(?!.*决[定议])|.*(?:战略|规划|方案|纲要)和)")
"""What stands before a title and is no part of it: 总投资110亿元的; 甲战略和; 关于甲法草案、关于乙法草案的说明."""
_COUNTED = late("[0-9一二三四五六七八九十两]{1,3}[个项部份]")
"""城市规划和 | 6个专项规划: what is left names none."""
_NEXT = late(
    rf"(?:[、和及]|，(?=关于))(?P<title>(?:{_HEARD}|{_TITLE}{{2,14}}?{_BILL}|{_TITLE}{{4,28}}?(?:{_HEAD_OF_ISSUED}|意见|标准)))"
    "(?=[、和及，。；]|等|印发|出台|公布|发布|颁布|完成)"
)
_GUARDED = (
    (late("(?:[法案]|条例|意见)[、及和]"), _LIST),
    (late("目录|负面清单|综合名录"), _IN_FORCE),
    (_APPROVED, _GOES_ON),
)
"""What stands in whatever the pattern finds, and is found sooner, with the pattern."""
_HEADLINE = late(r"[^，。；\n]{0,8}\n")
"""What follows the name of a paper in a headline, which has no full stop."""
_SHORTEST = 6
_MOST_TITLES = 100
"""A headline is compared with so many titles of at least this length, so that the work stays linear."""
_ALIKE, _ALIKE_ABOVE = 0.8, 0.7
"""A name shares so much of its characters, in order, with the title it shortens; a headline above a story less."""


def find_nicknames(text: str, titles: Collection[str]) -> Iterator[PlanMention]:
    """“十四五”规划, 政府工作报告, 党的十九大报告, “招商十条”; and programmes that are no project here: “863”计划.

    `titles` are those that the text writes in 《》: one of them that ends so is meant whole.

    >>> [m.title for m in find_nicknames("落实“十四五”规划和军队建设“十三五”规划", ())]
    ['“十四五”规划']
    """
    found: list[tuple[Span, PlanKind]] = [
        (Span(*m.span()), "report")
        for pattern in (_REPORT, _LOCAL_REPORT, _QUARTERLY, _CONGRESS)
        for m in pattern.finditer(text)
        if not _is_this(text, m)
    ]
    found += [
        (Span(*m.span()), "law" if m[0].startswith(("民", "刑", "生")) else "opinion") for m in _CODE.finditer(text)
    ]
    lengths = sorted({len(t) for t in titles}, reverse=True)
    for match in _FIVE_YEARS.finditer(text):
        longer = next((n for n in lengths if text[match.end() - n : match.end()] in titles), 0)
        if longer or not _is_partial(text, match.start()):
            found.append((Span(min(match.start(), match.end() - longer), match.end()), "plan"))
    if "条”" in text or '条"' in text:
        found += [(Span(*m.span()), "other") for m in _ARTICLES.finditer(text)]
    if "计划" in text:
        found += [
            (Span(*m.span()), "programme")
            for m in _PROGRAMME.finditer(text)
            if _is_carried_out(text, m[0]) and not _LAUNCHED.search(text, max(0, m.start() - 20), m.start())
        ]
    for span, kind in sorted(found):
        title = "".join(text[span.start : span.end].split())
        short = _SHORT_INSIDE.search(title)
        yield PlanMention(span, title, kind, called=(short[1],) if short else ())


def _is_this(text: str, report: re.Match[str]) -> bool:
    """Whether the words are the heading of the report itself or its first words: 我代表市政府，向大会作政府工作报告."""
    heads = not report.start() and text.startswith("\n", report.end())
    return heads or _DELIVERED.search(text, max(0, report.start() - 20), report.start()) is not None


def _is_carried_out(text: str, programme: str) -> bool:
    """Whether the text says that a programme is carried out, not just names it; five-year plans always are."""
    if programme[2:] == "五”计划":
        return True
    said = (f"{programme}{way}{verb}" for verb in _CARRY_OUT for way in ("", "顺利", "全面", "正式", "的"))
    return any(f"{verb}{programme}" in text for verb in _CARRY_OUT) or any(words in text for words in said)


def _is_partial(text: str, start: int) -> bool:
    """省“十四五”规划, 各地“十四五”规划, 军队建设“十四五”规划: any of many, or that of one field."""
    local = ("省", "市", "县", "区", "州", "地", "部门", "行业", "企业", "我们的")
    return text.endswith((*local, *_FIELD), 0, start)


def find_unmarked(text: str, titles: Collection[str]) -> Iterator[PlanMention]:
    """Titles that only their verb and their last word give away: 修订产业结构调整指导目录, 甲条例正式施行.

    A headline that shortens one of the `titles` of the text names no other document.

    >>> [m.title for m in find_unmarked("近日出台城市更新管理办法、公园设计指南。", ())]
    ['城市更新管理办法', '公园设计指南']
    """
    known = [t for t in titles if len(t) > _SHORTEST][:_MOST_TITLES]
    subjects = (_SUBJECT.search(text, max(0, m.start() - _LONGEST_SUBJECT), m.start()) for m in _OUT.finditer(text))
    guarded = (pattern for sign, pattern in _GUARDED if sign.search(text))
    named = (m for pattern in (*_UNMARKED, _NATIONAL, *guarded) for m in pattern.finditer(text))
    found = sorted((m for m in (*subjects, *named) if m), key=lambda m: m.span("title"))
    plans: list[PlanMention] = []
    end = 0
    for first in found:
        if first.start("title") < end or _HABIT.search(text, max(0, first.start() - 12), first.start()):
            continue
        match: re.Match[str] | None = first
        while match:
            title = law_name(_SIZED.sub("", match["title"], count=1))
            kind = title_kind(title)
            if kind and not _COUNTED.match(title):
                plans.append(PlanMention(Span(match.end("title") - len(title), match.end("title")), title, kind))
            end = match.end("title")
            match = _NEXT.match(text, end)
    for plan in plans:
        headline = _HEADLINE.match(text, plan.span.end) is not None
        told = known + [p.title for p in plans[:_MOST_TITLES] if headline and len(p.title) > len(plan.title)]
        if not any(_shortens(plan.title, t, _ALIKE_ABOVE if headline else _ALIKE) for t in told):
            yield plan


def is_to_come(text: str, span: Span, orders: bool) -> bool:
    """Whether the paper at `span` is only to be drawn up: 研究制定 | 甲管理办法; a text that `orders` tells of many
    such (完善工作机制，制定 | 乙目录), unless it says 近日, 了 or 的.

    >>> [is_to_come(t, Span(4, 10), False) for t in ("甲市出台公园管理办法", "研究制定公园管理办法")]
    [False, True]
    """
    start, end = span
    drawn_up = _DRAWN_UP.search(text, max(0, start - 24), start)
    if drawn_up is None or _LATELY.search(drawn_up["lead"]):
        return False
    return (orders and not text.endswith("计划", 0, end)) or _TO_COME.search(drawn_up["lead"]) is not None


def _shortens(headline: str, title: str, alike: float) -> bool:
    """Whether the two end alike, and nearly all characters of the headline stand in the title in this order."""
    title = bare_title(title)
    if headline[-1] != title[-1]:
        return False
    at = shared = 0
    for char in headline:
        place = title.find(char, at)
        if place >= 0:
            at, shared = place + 1, shared + 1
    return shared >= alike * len(headline)
