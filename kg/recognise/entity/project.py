"""Projects that a plan or a government launches: named 工程, 行动, 计划, 项目, alone or in lists.

A name is taken where a verb of launching governs it (实施“强基”工程), where it is told to be under way (甲行动启动),
where it stands in quotes (“强基”工程), where a list announces it (分别为：甲工程), where one head serves a list
(“甲、乙、丙”工程), where it heads a numbered paragraph, and where a box of a plan or a list of works that are to be
built names it. After 等 the head names the list, and each member keeps its own words: 甲、乙等重点工程.
A work that is merely begun, built or used is news of itself and none: 甲大桥工程今天开工. Nor is what tells only of
what kind it is: 重大工程, 三大行动, 试点项目.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon.scan import opened_by
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.document.title import LONGEST_TITLE, find_own_title, is_programme
from kg.recognise.entity.box import find_boxed
from kg.recognise.entity.campaign import find_action_plans, find_campaigns
from kg.recognise.entity.distinct import distinct
from kg.recognise.entity.project_name import AT_END, HEAD, HEADED, NUMBER, PLAIN, QUOTE, UNNAMED, WORK, named
from kg.recognise.entity.site import find_sites
from kg.recognise.mention import ProjectMention
from kg.recognise.syntax.phrase import bare

LONGEST_CLAUSE = 240
_COUNTED = rf"{NUMBER}(?:大|项|个|类)(?:重点|专项|重大|主要|标志性|提升)?{HEAD}"
_HEADS = (
    "工程",
    "行动",
    "计划",
    "专项",
    "项目",
    "攻坚战",
    "专栏",
    "水利枢纽",
    "电站",
    "水库",
    "铁路",
    "机场",
    "高速公路",
)
_LAUNCH = opened_by(
    "组深全精启持扎大重推统实开展明部布建包涵抓设提确完",
    r"(?<!承担)(?<!参与)(?<!承担或参与)(?P<sure>(?:组织|深入|全面|精准|启动|持续|扎实|大力|重点|推动|统筹)?(?:实施|启动|开展|展开(?=[^，。；]{0,30}行动)|开启|推行)+(?!方案|意见|细则|办法)|深化|推出(?=[^，。；]{2,16}(?:计划|行动)))[了好的]?"
    r"|(?P<listing>完成|明确|部署|布局|设立|提出|确定|推出|推进|抓好|建设(?=[^，。；]{0,99}工程)|包含|包括|涵盖)了?(?!的|(?:重点|组织|深入|全面)*(?:实施|启动|开展|推行))",
    second="织入面准动进好立定续实力点筹施展开启行化出确署局设含括盖成",
)
_STOP = late(r"[，,。；;：:！？!?\n]")
_ENDS = (
    r"(?=(?:建设|项目)?(?:[，,。；;：:、）)”\"’！\s（(]|$)"
    r"|和|及|与|等|并|以来|至今|期间|暨|的(?!设计|建设|施工|管理|运营))"
)
_GROUP = late(
    rf"(?<![一二三四五六七八九十百两0-9])[“\"]?(?P<group>{_COUNTED})[”\"]?$|(?<=等)(?:(?:多[个项]|系列)?(?:专项)?行动|(?:重大|(?:[一-鿿]{{2}})?重点)?工程(?=(?:建设)?$))"
)
"""The end of a list: …三项重点工程; 甲、乙等专项行动; 甲、乙等节能重点工程."""
_SIZES = "一二三四五六七八九十"
_SHORTEST = 4
"""What lists of deeds are made of is shorter: 宣传、培训等行动."""
_SIZED = late("[0-9][万亿余多]*[亩公平立米里吨个条处座]")
"""8万平方米广场 is a size of work, no name."""
_OPEN_GROUP = late(rf"^(?P<rest>.*[”\"工程动划])等(?P<group>[^、“”]{{0,8}}{HEAD})")
_SHARED = late(
    rf"(?P<lead>[^“”\"、]{{0,12}})[“\"](?P<items>[^”\"\n]+、[^”\"\n]+)[”\"](?:等)?(?P<group>{NUMBER}(?:大|项|个)(?:重点|专项|重大|主要)?)?(?P<head>{HEAD})"
)
_QUOTES = late(
    rf"(?:[“\"][^”\"、\n]{{1,20}}[”\"][、和及与]?){{2,}}(?:等(?:多[个项]|一?系列)?(?P<kind>[一-鿿]{{2,6}}?)??)?(?:{NUMBER}(?:大|项|个))?(?P<head>{HEAD}){_ENDS}"
)
_ITEM = late(
    rf"(?:(?<=^)|(?<=、)|(?<=(?:工程|行动|计划)[和及])|(?<=(?:工程|行动|计划)[”\"][和及]))(?P<name>(?:[“\"‘][^”\"’“]{{1,24}}[”\"’]|[^、“”\"‘’]){{0,30}}?(?:{HEAD}|(?<=[”\"])项目|[“\"][^”\"“]{{1,24}}{HEAD}[”\"])){_ENDS}"
)
_LIST = late(r"(?:分别为|分别是|包括|即|具体为)[：:]?")
_BEFORE_LIST = late(rf"[^，。；：、\n]{{0,16}}{_COUNTED}$")
_NUMBERED = late(
    rf"(?:[（(]?(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[）).、．]|——|专栏\s*[0-9一二三四五六七八九十]{{1,3}}[:：]?)\s*"
    rf"(?P<verb>(?:深入|全面|组织|大力)?(?:实施|启动|开展|推行)|打好|打赢)?(?P<name>(?:[^，。；：、“”\s]|[“\"][^”\"\n]{{1,20}}[”\"]){{3,26}}(?:{HEAD}|攻坚战))(?=[。：:\n]|$)"
)
_LEADING = late(r"(?:以及|和(?!平)|及|与|并|将|要|了|好)?(?:部署|开展|实施|推进|提出|明确|启动|组织)*(?:了)?")
"""What may stand before the first item of a list."""


_WORK = late(f"(?:{WORK})\\Z")
_DEEDS = late("[^、]{8,}、[^、]+(?:三年|专项|攻坚|提升)行动")
_GREAT = late(rf"实施[“\"]?({NUMBER}[大项](?:重点|专项)?(?:工程|行动))")

_ORDINAL = late(
    rf"(?<=[一二三四五六七八九十]是)(?:实施|启动|开展)?(?P<name>[^，。；：、“”\s的是]{{2,20}}?{HEAD})(?=[，。；：])"
)
"""A member of a list that sentences carry out: 一是卫生健康工程。…二是…."""


def find_projects(article: Article) -> tuple[ProjectMention, ...]:
    """Projects launched, in text order; one mention for each name. A clause ends at commas of either width.

    >>> text = "将实施“强基、提质”工程，开展节水专项攻坚行动。"
    >>> [(p.name, [text[a:b] for a, b in p.spans]) for p in find_projects(Article("", text, ()))]
    [('强基工程', ['强基', '工程']), ('提质工程', ['提质', '工程']), ('节水专项攻坚行动', ['节水专项攻坚行动'])]
    """
    text = article.text.replace(",", "，").replace(";", "；")
    if not any(head in text for head in _HEADS):
        return ()
    group = _announced(text)
    found = [
        *_launched(text),
        *_listed(text),
        *_by_means(text),
        *_headings(article, group),
        *_ordinals(text, group),
        *find_boxed(text),
        *find_sites(text),
    ]
    found += _apart(find_campaigns(text), found)
    if "行动计划" in text and is_programme(find_own_title(article), text):
        found += find_action_plans(text)
    named_here = (_with_rivers(text, p) for p in found if not _is_of_title(text, p))
    return tuple(distinct(text, sorted(named_here, key=lambda p: p.spans)))


def _is_of_title(text: str, project: ProjectMention) -> bool:
    """Whether the words only say what a document is about: 《关于实施甲工程的意见》. Quotes tell a name there too."""
    start = project.spans[0].start
    floor = max(0, start - LONGEST_TITLE)
    if text.rfind("《", floor, start) <= text.rfind("》", floor, start):
        return False
    return "“" not in project.name and not text.endswith("“", 0, start)


_RIVER = late("(?:(?!的)[一-鿿]){1,4}[江河湖]")
_RIVERS = late("(?:(?:(?!的)[一-鿿]){1,4}[江河湖]、){1,3}\\Z")


def _with_rivers(text: str, project: ProjectMention) -> ProjectMention:
    """The project with the waters before it that share its work: 东河、西河堤防工程."""
    (start, end), *more = project.spans
    before = None if more or not _RIVER.match(project.name) else _RIVERS.search(text, max(0, start - 18), start)
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
        projects = list(_parse(text, verb.end(), stop))
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


def _parse(text: str, start: int, end: int) -> Iterator[ProjectMention]:
    """The projects that a clause lists from `start` on."""
    if shared := _SHARED.match(text, start, end):
        name = f"{shared['group']}{shared['head']}" if shared["group"] else None
        yield from _distribute(text, Span(*shared.span("items")), Span(*shared.span("head")), name)
        return
    if quotes := _QUOTES.match(text, start, end):
        yield from _each_quote(text, quotes)
        return
    clause = text[start:end]
    counted = _GROUP.search(text, start, end)
    if counted and counted.start() > start:
        yield from _counted(text, start, counted)
        return
    open_group = _OPEN_GROUP.match(clause)
    stop = start + open_group.end("rest") if open_group else end
    items: list[ProjectMention | None] = []
    end = 0
    for item in _ITEM.finditer(clause[: stop - start]):
        # After 和 stands another item only where one stands before it.
        if clause[item.start() - 1 : item.start()] not in ("和", "及") or end == item.start() - 1:
            items.append(named(text, Span(start + item.start("name"), start + item.end("name")), None))
            end = item.end() if items[-1] else 0
    yield from _whole(text, start, stop, items)


def _whole(text: str, start: int, end: int, items: list[ProjectMention | None]) -> Iterator[ProjectMention]:
    """The items; or, where 、 stands inside one long name (提升甲、支撑乙三年行动), that name."""
    parts = text[start:end].split("、")
    alike = len(parts) > 1 and len(items) == 1 and re.fullmatch(f"[^、]+化{HEAD}.*", parts[-1])
    if alike and all(part.endswith("化") for part in parts[:-1]):
        single = named(text, Span(start, items[0].spans[0].end), None) if items[0] else None
        if single:
            yield single
            return
    if len(parts) > 1 and len(items) == 1 and items[0] and items[0].spans[0].start > start:
        yield from _together(text, Span(start, items[0].spans[0].end), items[0])
        return
    yield from (item for item in items if item)


_MEANS = late(
    rf"以(?P<items>[^，。；：以]{{4,120}}?{_COUNTED})为(?:重要|主要|重点|核心|总)?(?:抓手|牵引|支撑|重点|主线|载体|引领|突破口)"
)
"""以甲建设、乙培育等10项行动 | 为抓手."""


def _by_means(text: str) -> Iterator[ProjectMention]:
    """What a place goes by, which it has set going."""
    for means in _MEANS.finditer(text):
        yield from _parse(text, *means.span("items"))


def _together(text: str, whole: Span, last: ProjectMention) -> Iterator[ProjectMention]:
    """What a list before one head names.

    It is several works (甲路改造、乙站建设工程), one work on several things (甲路、乙路绿化工程), one campaign of two
    deeds (提升甲能力、支撑乙建设三年行动), or no name but its last.
    """
    items = Span(whole.start, whole.end - len(_head(text[whole.start : whole.end])))
    *before, works = [_WORK.search(part) is not None for part in text[items.start : items.end].split("、")]
    single = named(text, whole, None)
    if works and all(before):
        yield from _distribute(text, items, Span(items.end, whole.end), None)
    elif single and ((works and not any(before)) or _DEEDS.fullmatch(single.name)):
        yield single
    else:
        yield last


def _head(name: str) -> str:
    head = AT_END.search(name)
    return head[0] if head else ""


def _distribute(text: str, items: Span, head: Span, group: str | None) -> Iterator[ProjectMention]:
    at = items.start
    for part in text[items.start : items.end].split("、"):
        span = Span(at, at + len(part))
        at = span.end + 1
        if part.strip():
            name = part if AT_END.search(part) else part + text[head.start : head.end]
            yield ProjectMention(name, (span,) if name == part else (span, head), group)


def _each_quote(text: str, quotes: re.Match[str]) -> Iterator[ProjectMention]:
    """“甲”“乙”等整治行动 lends its head; “甲”“乙”等科技示范工程 only tells of what kind they are."""
    head = Span(quotes.start("kind" if quotes["kind"] else "head"), quotes.end("head"))
    shared = not quotes["kind"] or "行动" in quotes["head"]
    for quote in QUOTE.finditer(text, quotes.start(), head.start):
        whole = AT_END.search(quote[1])
        spans = (Span(*quote.span()), head) if shared and not whole else (Span(*quote.span(1)),)
        group = None if shared else text[quotes.start("kind") : quotes.end("head")]
        yield ProjectMention("".join(text[a:b] for a, b in spans), spans, group)


def _counted(text: str, start: int, counted: re.Match[str]) -> Iterator[ProjectMention]:
    """甲工程、乙工程六项重点工程; 甲、乙三大工程; 甲等十一个专项工程, where 甲 is no more than an example."""
    words, group = text[start : counted.start()], counted["group"]
    example = words.endswith("等")
    head = re.compile(HEAD + '(?=[”"]?$)').search(text, counted.start(), counted.end())
    if head is None or not ("、" in words or example):
        return
    members: list[ProjectMention | None] = []
    at = start
    parts = _parts(words.removesuffix("等"), group)
    # 甲开发、五大乙、六个丙、丁外送四大工程: as many as are counted are all members, whatever they begin with.
    exact = group is not None and (_SIZES.startswith(group[0], len(parts) - 1) or (example and len(parts) > MANY))
    for item in parts:
        verb = _LEADING.match(item)
        span = Span(at + (verb.end() if verb else 0), at + len(item))
        at += len(item) + 1
        named_so = exact or not UNNAMED.match(text, span.start, span.end)
        members.append(
            _member(text, span, Span(*head.span()), group, counted[0] if example else "") if named_so else None
        )
    # 供电、供水等工程: where one of the list is too short for a name, all of it tells of kinds.
    if group or all(members):
        yield from filter(None, members)


MANY = 2
"""甲建设、构建乙、加快丙等十项行动: so many examples are of a kind, and members, too, where they begin with a verb."""


def _member(text: str, span: Span, head: Span, group: str | None, example: str) -> ProjectMention | None:
    """A member with the head it shares; 等 leaves the head to the list, whose name `example` is: 甲等重点工程."""
    name, kind = text[span.start : span.end], text[head.start : head.end]
    if not 2 <= len(name) <= 30 or name.count("“") != name.count("”") or name.endswith("的"):
        return None
    if HEADED.search(name) or (group and example):
        return ProjectMention(name, (span,), group)
    if group or (len(name) >= _SHORTEST and not _SIZED.search(name) and not PLAIN.fullmatch(name + kind)):
        return ProjectMention(name, (span,), example) if example else ProjectMention(name + kind, (span, head), group)
    return None


def _parts(words: str, group: str | None) -> list[str]:
    """The items of a list; where 甲、乙和丙 must be three to make 三大行动, its last words are two."""
    parts = re.split("、|(?<=工程)[和及]|(?<=行动)[和及]", words)
    last = re.split("[和及与]", parts[-1])
    counts = group is not None and _SIZES.startswith(group[0], len(parts)) and len(last) == 2
    return [*parts[:-1], *last] if counts else parts


def _listed(text: str) -> Iterator[ProjectMention]:
    """…十大重点工程，分别为：甲工程、乙工程."""
    for match in _LIST.finditer(text):
        start = match.start() - text.startswith(("，", ","), match.start() - 1)
        before = _BEFORE_LIST.search(text, max(0, start - 30), start)
        if before is None:
            continue
        group = _LEADING.sub("", re.split("实施|开展|部署|推进|启动", before[0])[-1], count=1)
        stop = re.compile("[。；\n]").search(text, match.end(), match.end() + 6 * LONGEST_CLAUSE)
        end = stop.start() if stop else min(len(text), match.end() + 6 * LONGEST_CLAUSE)
        clause = text[match.end() : end]
        for item in _ITEM.finditer(clause):
            if mention := named(text, Span(match.end() + item.start("name"), match.end() + item.end("name")), group):
                yield mention


def _announced(text: str) -> str | None:
    """The name of the list that numbered paragraphs carry out: 加快实施“十大工程”."""
    match = _GREAT.search(text)
    return match[1] if match else None


def _headings(article: Article, group: str | None) -> Iterator[ProjectMention]:
    for block in article.blocks:
        match = _NUMBERED.match(article.text, block.start, block.end)
        if match is None or (not match["verb"] and match["name"].endswith("计划")):
            continue
        if mention := named(article.text, Span(*match.span("name")), group):
            yield mention


def _ordinals(text: str, group: str | None) -> Iterator[ProjectMention]:
    """What sentences count up: 实施“九项工程”。一是甲工程。…二是乙工程。… A single one may be a mere example."""
    mentions = (named(text, Span(*m.span("name")), group) for m in _ORDINAL.finditer(text))
    found = [*filter(None, mentions)]
    yield from found if group or len(found) > 1 else ()
