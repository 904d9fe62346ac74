"""Projects that a plan or a government launches: named 工程, 行动, 计划, 项目, alone or in lists.

A name is taken where a verb of launching governs it (实施“强基”工程), where it is told to be under way (甲行动启动),
where it stands in quotes (“强基”工程), where a list announces it (分别为：甲工程), where one head serves a list
(“甲、乙、丙”工程), where it heads a numbered paragraph, and where a box of a plan or a list of works that are to be
built names it. After 等 the head names the list, and each member keeps its own words: 甲、乙等重点工程.
So is a public work of its own that is decided, begun, built or finished: 甲大桥工程今天开工. What tells only of what
kind it is names none: 重大工程, 三大行动, 试点项目.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon.scan import opened_by
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.document.title import LONGEST_TITLE, find_own_title, is_programme
from kg.recognise.entity.box import find_boxed
from kg.recognise.entity.campaign import find_action_plans, find_campaigns
from kg.recognise.entity.distinct import distinct
from kg.recognise.entity.project_list import parse
from kg.recognise.entity.project_listed import announced, find_headings, find_listed, find_ordinals
from kg.recognise.entity.project_name import COUNTED
from kg.recognise.entity.project_quoted import find_quoted
from kg.recognise.entity.site import find_sites
from kg.recognise.entity.tabled import find_tabled
from kg.recognise.entity.works import find_works
from kg.recognise.mention import ProjectMention
from kg.recognise.syntax.phrase import bare

LONGEST_CLAUSE = 240
_HEADS = (
    "工程",
    "行动",
    "计划",
    "专项",
    "项目",
    "攻坚战",
    "专栏",
    "年”活动",
    "水利枢纽",
    "电站",
    "水库",
    "铁路",
    "机场",
    "高速公路",
)
_LAUNCH = opened_by(
    "组深全精启持扎大重推统实开展明部布建包涵抓设提确完用通支",
    r"(?<!承担)(?<!参与)(?<!承担或参与)(?P<sure>(?:组织|深入|全面|精准|启动|持续|扎实|大力|重点|推动|统筹)?(?:实施|启动|开展|展开(?=[^，。；]{0,30}行动)|开启|推行)+(?!方案|意见|细则|办法)|深化|推出(?=[^，。；]{2,16}(?:计划|行动))|(?<!工作)部署(?=(?:(?!推进|开展|实施|启动|深入|加强|机关)[^，。；、“]){4,20}(?:专项|攻坚|提升|整治)行动[，。；]))[了好的]?"
    r"|(?P<listing>完成|明确|部署|布局|设立|提出|确定|推出|推进|抓好|建设(?=[^，。；]{0,99}工程)|包含|包括|涵盖|(?:用于|通过|支持)(?!建设)(?=[^，。；]{2,60}、[^，。；、]{2,24}等[^，。；、]{0,10}(?:工程|行动)[，。；]))了?(?!的|(?:重点|组织|深入|全面)*(?:实施|启动|开展|推行))",
    second="织入面准动进好立定续实力点筹施展开启行化出确署局设含括盖成于过持",
)
_STOP = late(r"[，,。；;：:！？!?\n]")


def find_projects(article: Article) -> tuple[ProjectMention, ...]:
    """Projects launched, in text order; one mention for each name. A clause ends at commas of either width.

    >>> text = "将实施“强基、提质”工程，开展节水专项攻坚行动。"
    >>> [(p.name, [text[a:b] for a, b in p.spans]) for p in find_projects(Article("", text, ()))]
    [('强基工程', ['强基', '工程']), ('提质工程', ['提质', '工程']), ('节水专项攻坚行动', ['节水专项攻坚行动'])]
    """
    text = _without_brackets(article.text.replace(",", "，").replace(";", "；"))
    if not any(head in text for head in _HEADS):
        return ()
    group = announced(text)
    found = [
        *_launched(text),
        *find_quoted(text),
        *find_listed(text),
        *_by_means(text),
        *find_headings(article, group),
        *find_ordinals(text, group),
        *find_tabled(article),
        *find_boxed(text),
        *find_sites(text),
    ]
    found += _apart((*find_campaigns(text), *find_works(text)), found)
    if "行动计划" in text and is_programme(find_own_title(article), text):
        found += find_action_plans(text)
    lists = {bare(p.group) for p in found if p.group}
    named_here = (_with_rivers(text, p) for p in found if bare(p.name) not in lists and not _is_of_title(text, p))
    return tuple(distinct(text, sorted(named_here, key=lambda p: p.spans)))


_BRACKETS = late("(?<=[程动划项目])（(?![一二三四五六七八九十]{1,3}）|[0-9]{1,2}）)[^（）\n]{1,60}）")


def _without_brackets(text: str) -> str:
    """The text with what brackets tell of a name blotted out, so that a list goes on behind them."""
    return _BRACKETS.sub(lambda m: "（" * len(m[0]), text) if "（" in text else text


def _is_of_title(text: str, project: ProjectMention) -> bool:
    """Whether the words only say what a document is about: 《关于实施甲工程的意见》. Quotes tell a name there too."""
    start = project.spans[0].start
    floor = max(0, start - LONGEST_TITLE)
    if text.rfind("《", floor, start) <= text.rfind("》", floor, start):
        return False
    return "“" not in project.name and not text.endswith("“", 0, start)


_RIVER = late("(?:(?!的)[一-鿿]){1,4}[江河湖]")
_RIVERS = late("(?:“[^”\n]{2,16}”)?(?:(?:(?!的)[一-鿿]){1,4}[江河湖]、){1,3}\\Z")


def _with_rivers(text: str, project: ProjectMention) -> ProjectMention:
    """The project with the waters before it that share its work: 东河、西河堤防工程."""
    (start, end), *more = project.spans
    before = None if more or not _RIVER.match(project.name) else _RIVERS.search(text, max(0, start - 36), start)
    if before is None:
        return project
    return replace(project, name=text[before.start() : end], spans=(Span(before.start(), end),))


def _apart(campaigns: Iterable[ProjectMention], launched: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """Those that no launched project names more fully: “揭榜”行动 beside 场景“揭榜”行动."""
    names = {bare(p.name) for p in launched}
    ends = {name[start:] for name in names for start in range(1, len(name))}
    yield from (c for c in campaigns if bare(c.name) not in ends)


def _launched(text: str) -> Iterator[ProjectMention]:
    end = 0
    for verb in _LAUNCH.finditer(text):
        if verb.start() < end:
            continue
        stop = _clause_end(text, verb.end())
        projects = list(parse(text, verb.end(), stop))
        if verb["sure"] or any(p.group for p in projects) or len(projects) > 1:
            yield from projects
            end = max((p.spans[-1].end for p in projects), default=0)


def _clause_end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST_CLAUSE)
    stop = _STOP.search(text, start, limit)
    while stop and text.count("“", start, stop.start()) > text.count("”", start, stop.start()):
        closing = text.find("”", stop.end(), min(limit, stop.end() + 20))
        if closing < 0:
            break
        stop = _STOP.search(text, closing, limit)
    return stop.start() if stop else limit


_MEANS = late(
    rf"以(?P<items>[^，。；：以]{{4,120}}?{COUNTED})为(?:重要|主要|重点|核心|总)?(?:抓手|牵引|支撑|重点|主线|载体|引领|突破口)"
)
"""以甲建设、乙培育等10项行动 | 为抓手."""


def _by_means(text: str) -> Iterator[ProjectMention]:
    """What a place goes by, which it has set going."""
    for means in _MEANS.finditer(text):
        yield from parse(text, *means.span("items"))
