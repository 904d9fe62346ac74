"""Works that a plan is to build and that a list names by their places: 兴建甲河口、乙滩等水电站."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.mention import ProjectMention

_LIST = late(
    r"等(?:(?:大型)?(?P<head>水利枢纽(?:工程)?|水电站|核电站|火?电厂|煤矿|水库|水利工程|铁路|机场|高速公路|工程)"
    r"|[一-鿿0-9]{1,8}?(?:水利枢纽|水电站|(?:水利|调水|引水|水源)工程))(?=建设|[，。；、\n]|$)",
    re.MULTILINE,
)
"""等水电站 lends its head to the places before it; 等重点水源工程 only tells of what kind they are."""
_BUILT = late(
    r".*?(?:建设|兴建|(?<!继)续建|新建|开工|推进|加快|以及)(?!.*(?:建设|兴建|(?<!继)续建|新建|开工|推进|加快|以及).*、)"
)
"""What stands before the first place; the verb next to it."""
_SITE = late(
    r"(?:[一-鿿]{2,4}流域)?(?P<name>(?!各|重[大点]|大型|中小|农村|城市|沿|[0-9]|[一二三四五六七八九十]+[个座条项大])[^\s“”《》（）〈〉()]{2,14})(?:[（〈(][^（）〈〉()、]{1,12}[）〉)])?"
)
_OWN = late("(?:铁路|公路|电厂|煤矿|水库|水闸|电站|枢纽|机场|工程)$")
_LONGEST = 160


def find_sites(text: str) -> Iterator[ProjectMention]:
    """Each place of the list, with the head where that is lent."""
    for match in _LIST.finditer(text):
        floor = max(0, match.start() - _LONGEST)
        at = max(text.rfind(mark, floor, match.start()) for mark in "，。；：\n") + 1
        verb = _BUILT.match(text, at, match.start()) if at > floor or not floor else None
        if verb is None:
            continue
        at = verb.end()
        sites = [_SITE.fullmatch(item) for item in text[at : match.start()].split("、")]
        if len(sites) > 1 and all(sites):
            for site in filter(None, sites):
                yield _work(text, Span(at + site.start("name"), at + site.end("name")), match)
                at += site.end() + 1


def _work(text: str, site: Span, end: re.Match[str]) -> ProjectMention:
    name = text[site.start : site.end]
    if end["head"] is None or _OWN.search(name):
        return ProjectMention(name, (site,))
    return ProjectMention(name + end["head"], (site, Span(*end.span("head"))))
