"""Works that a plan is to build and that a list names by their places: 兴建甲河口、乙滩等水电站."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.entity.project_name import UNNAMED, named
from kg.recognise.mention import ProjectMention
from kg.recognise.syntax.clause import clause_start

_LIST = late(
    r"等(?:(?:大型)?(?P<head>水利枢纽(?:工程)?|水电站|核电站|火?电厂|煤矿|水库|水利工程|铁路|机场|高速公路|工程)"
    r"|[一-鿿0-9]{1,8}?(?:水利枢纽|水电站|(?:水利|调水|引水|水源)工程))(?=建设|[，。；、\n]|$)",
    re.MULTILINE,
)
"""等水电站 lends its head to the places before it; 等工程 and 等重点水源工程 only tell of what kind they are."""
_BUILT = late(
    r".*?(?:建设|兴建|(?<!继)续建|新建|开工|推进|加快|以及)(?!.*(?:建设|兴建|(?<!继)续建|新建|开工|推进|加快|以及).*、)"
)
"""What stands before the first place; the verb next to it."""
_SITE = late(
    r"(?:[一-鿿]{2,4}流域)?(?P<name>(?!各|重[大点]|大型|中小|农村|城市|沿|[0-9]|[一二三四五六七八九十]+[个座条项大])[^\s“”《》（）〈〉()]{2,14})(?:[（〈(][^（）〈〉()、]{1,12}[）〉)])?"
)
_OWN = late("(?:铁路|公路|电厂|煤矿|水库|水闸|电站|枢纽|机场|工程)$")
_LONGEST = 160
_FACILITY = (
    "中学|小学|幼儿园|分校|学校|校区|医院|卫生院|敬老院|养护院|小区|市场|中心|服务站|综合体|博物馆|场馆|水厂|水源地|水库|枢纽|堤防|电站"
    "|电厂|风电|光伏|热电联产|露天矿|煤矿|基地|养殖场|产业园|园区|生产线|管网|公园"
    "|广场|酒店|商城|建材城|超市|大[楼厦桥]|剧院|科学院|研究院|图书馆|美术馆|体育馆|口岸|工程|工业园|科技园|项目"
    "|[一二三]期|新建|扩建|改造|升级|搬迁|加工|转化"
)
_PLANNED = (
    r"(?:(?!推进|推动|加快|实施|抓好|做好|启动|重点|投资|争取|地方|各地|企业)(?:[^，。；：、“”《》\s的等]|“[^“”\s]{1,10}”)){2,26}?"
    rf"(?:{_FACILITY})(?:（[^（）]{{1,10}}）(?:项目)?)?"
)
_OWN_NAME = r"(?![0-9])(?=[^、]{0,20}[A-Za-z0-9])(?:(?!推进|推动|加快|实施|投资)(?:[^，。；：、“”《》\s的等和])){5,20}"
"""What letters or figures make a name: 甲公司12英寸线."""
_ITEM = f"(?:{_PLANNED}|{_OWN_NAME})"
_ONE = late(rf"(?:^|(?<=[、和])){_ITEM}(?=[、和]|$)")
_HAS_FACILITY = late(_FACILITY)
_PROJECTS = late(r"等(?:[0-9一二三四五六七八九十]{1,3}个|一批)?(?P<group>(?:[一-鿿]{2})?项目)")
_PROMOTED = late(
    rf".*(?:推进|推动|加快|实施|抓好|做好|启动|支持|建成投产)了?(?:[0-9.]+[万亿]元)?(?P<items>{_ITEM}(?:[、和]{_ITEM}){{1,8}})\Z"
)
"""Works of their own that a list of projects names: 加快甲水厂二期、乙中学扩建等重点项目."""


_FINISHED = late(
    "(?:前期工作)?(?:全面|全部|正式|主体|相继|陆续|顺利|基本|如期|均|已|全力|加快|扎实|有序|稳步)*"
    "(?:投入使用|投入运营|开工|完工|竣工|投产|封顶|建成|落地|推进|进展顺利|完成)"
)
_COST = "(?:总?投资)?(?:[0-9.]+[万亿]元的?)?"
_WORKS = late(
    rf"(?:确保|力争|保证|争取)?(?P<items>{_COST}[^，。；：、“”\s的等]{{3,28}}(?:、{_COST}[^，。；：、“”\s的等]{{3,28}}){{1,8}})"
)
"""Works that are done or go on in a list: 甲广场、3000万元的乙路改造等项目 | 投入使用."""
_WORK = late(
    rf"{_COST}(?P<name>[^、]+?)(?:、|\Z|(?<=[城场心学院厂园馆库期])和(?=[^、]{{3,}}(?:{_FACILITY})(?<!项目)(?:、|\Z)))"
)


_ONE_DONE = late(
    r"(?:^|(?<=[，。；]))(?:总?投资[0-9.]+[万亿]元的)?(?P<more>(?:[^，。；：、“”\s的等是已]{4,28}、){0,3})"
    r"(?P<name>(?!推进|推动|加快|有序|争取|支持|确保)(?:(?!一批|[0-9]+多?[个项]|一系列)[^，。；：、“”\s的等和是已]){5,24}"
    r"(?<!重[大点])(?<!投资)(?<!民生)(?<!产业)(?<!工业)(?<!大)项目)"
    "(?=(?:全面|主体|基本|顺利|已|正式|如期)*(?:完工|竣工|投产|投入使用|进展顺利|封顶|开工(?![^，。；]{0,4}[0-9])))",
    re.MULTILINE,
)
"""甲厂迁建、乙苑二期项目主体完工."""
_SHARED_OUT = late(r"项目[^。；：\n]{0,60}分别[是为]：(?P<shares>[^。\n]+)")
_SHARE = late(r"[^，；]{2,40}?(?P<count>[1-9])个，(?P<works>[^，；]+)")
_SIZED = late("[0-9]+万?(?:吨|千瓦|千伏|立方米|平方米)")
"""What a plant makes may open its name: 60万吨水泥厂."""
_BETWEEN = late("、|(?<=项目|工程)[和及]")
"""Whose projects are which: 按责任单位分别是：甲市2个，乙桥改造工程和丙港码头项目；丁厅1个，….."""


def find_sites(text: str) -> Iterator[ProjectMention]:
    """Each place of the list, with the head where that is lent; each work of a list of projects, as it stands."""
    for match in _SHARED_OUT.finditer(text):
        for share in _SHARE.finditer(text, *match.span("shares")):
            yield from _as_many(text, share)
    for match in _ONE_DONE.finditer(text) if "项目" in text else ():
        if mention := named(text, Span(*match.span("name")), None):
            yield from (
                _finished(text, Span(match.start("more"), match.end("name")), None) if match["more"] else (mention,)
            )
    for match in _PROJECTS.finditer(text):
        start = _clause_start(text, match.start())
        if works := _PROMOTED.match(text, start, match.start()):
            first = works.start("items")
            if not _HAS_FACILITY.search(works["items"]):
                continue
            for work in _ONE.finditer(works["items"]):
                yield ProjectMention(work[0], (Span(first + work.start(), first + work.end()),), match["group"])
        elif _FINISHED.match(text, match.end()) and (works := _WORKS.fullmatch(text, start, match.start())):
            yield from _finished(text, Span(*works.span("items")), match["group"])
    for match in _LIST.finditer(text):
        at = _clause_start(text, match.start())
        verb = _BUILT.match(text, at, match.start()) if at > match.start() - _LONGEST else None
        if verb is None:
            continue
        at = verb.end()
        sites = [_SITE.fullmatch(item) for item in text[at : match.start()].split("、")]
        if len(sites) > 1 and all(sites):
            for site in filter(None, sites):
                yield _work(text, Span(at + site.start("name"), at + site.end("name")), match)
                at += site.end() + 1


def _finished(text: str, items: Span, group: str | None) -> Iterator[ProjectMention]:
    """Each of the works, where one of them is of a kind that is built and none tells only of a kind."""
    works = [Span(*m.span("name")) for m in _WORK.finditer(text, *items)]
    unnamed = (work for work in works if UNNAMED.match(text, *work) and not _SIZED.match(text, *work))
    if _HAS_FACILITY.search(text, *items) and not any(unnamed):
        yield from (ProjectMention(text[a:b], (Span(a, b),), group) for a, b in works)


def _as_many(text: str, share: re.Match[str]) -> Iterator[ProjectMention]:
    """The works of a share, where they are as many as it counts."""
    start, end = share.span("works")
    between = [m.span() for m in _BETWEEN.finditer(text, start, end)]
    spans = [
        Span(a, b) for a, b in zip([start, *(b for _, b in between)], [*(a for a, _ in between), end], strict=True)
    ]
    if len(spans) == int(share["count"]):
        yield from (ProjectMention(text[a:b], (Span(a, b),)) for a, b in spans)


def _clause_start(text: str, at: int) -> int:
    """Where the clause around a place begins, or so many characters before it as a list may have."""
    floor = max(0, at - _LONGEST)
    return clause_start(text, floor, at, "，。；：\n")


def _work(text: str, site: Span, end: re.Match[str]) -> ProjectMention:
    name = text[site.start : site.end]
    if end["head"] in (None, "工程") or _OWN.search(name):
        return ProjectMention(name, (site,))
    return ProjectMention(name + end["head"], (site, Span(*end.span("head"))))
