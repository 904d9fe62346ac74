"""Projects that a text counts up: 五大工程，分别为甲; 两大行动：（一）甲行动; 一是甲工程，二是乙工程; headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.entity.project_list import ITEM, LEADING
from kg.recognise.entity.project_name import COUNTED, HEAD, NUMBER, named
from kg.recognise.mention import ProjectMention

_LONGEST_LIST = 1500
_HAN = "[一二三四五六七八九十]"
_QUOTED_OR_NOT = '(?:[^，。；：、“”\\s]|[“"][^”"\n]{1,20}[”"])'
_VERB = "(?:(?:重点|组织|深入|全面|大力|扎实|持续|加快)*(?:实施|启动|开展|推行|推进|打造|抓好)+好?)"
_MARK = (
    rf"(?:{_HAN}{{1,2}}是|第{_HAN}{{1,2}}[，、是]|[（(](?:{_HAN}{{1,3}}|[0-9]{{1,2}})[）)]|[①-⑳]"
    r"|[0-9]{1,2}[.．、)](?![0-9]))"
)
_LIST = late(
    rf"(?P<group>[“\"]?(?:{COUNTED}|[0-9]\+[0-9N](?:\+[0-9N])?[”\"]?[一-鿿]{{0,4}}{HEAD})[”\"]?"
    rf"|(?:重点|重大|主要)(?:工程|行动)(?=(?:主要)?(?:包括|有|为|是)[：:]))(?:建设|任务)?"
    rf"(?P<told>[，,]?(?:分别为|分别是|主要包括|主要有|有[：:]|为[：:]|是[：:]|具体包括|包括|涵盖|即|具体为|具体是|主要是)[：:]?|[：:](?!{_MARK})|[，,。；：:](?={_MARK}))"
)
"""The name of a list and what leads on to its members."""
_OPENS = late(_MARK)
_MARKED = late(
    rf"{_MARK}\s*{_VERB}?(?P<name>{_QUOTED_OR_NOT}{{2,28}}?{HEAD})(?=建设?[，。；：:、\n（(]|[，。；：:、\n（(]|$)"
)
_BEFORE = late(r"[^，。；：、“”\n]{0,16}\Z")
_GREAT = late(rf"(?:实施|推进|开展|抓好|部署|启动|聚焦)[“\"]?({NUMBER}[大项](?:重点|专项)?(?:工程|行动))")
_NUMBERED = late(
    rf"(?:[（(]?(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[）).、．]|——|第{_HAN}{{1,3}}[节章]|[◆●■★▲◇○☆►•·]|(?:工程|行动)(?:{_HAN}|[0-9]{{1,2}})[：:]?"
    rf"|专栏\s*[0-9一二三四五六七八九十]{{1,3}}[:：]?)\s*"
    rf"(?P<verb>(?:深入|全面|组织|大力)?(?:实施|启动|开展|推行)|打好|打赢)?(?P<name>{_QUOTED_OR_NOT}{{3,26}}(?:{HEAD}|攻坚战))(?=[。：:\n]|$)"
)
_OF_WORKS = late("(?:重点|重大|主要)(?:工程|行动)$")
"""What a box is called that lists works: 专栏3 水利重点工程."""
_ORDINAL = late(rf"(?<={_HAN}是){_VERB}?(?P<name>[^，。；：、“”\s的是]{{2,20}}?{HEAD})(?=[，。；：（])")
"""A member of a list that sentences carry out: 一是卫生健康工程。…二是…."""


def find_listed(text: str) -> Iterator[ProjectMention]:
    """The members of lists that a sentence names and counts, with the name of the list."""
    for match in _LIST.finditer(text):
        if _OPENS.match(text, match.end()):
            stop, pattern = text.find("\n", match.end()), _MARKED
        else:
            over = re.compile("[。；\n]").search(text, match.end(), match.end() + _LONGEST_LIST)
            stop, pattern = over.start() if over else -1, ITEM
        limit = min(len(text), match.end() + _LONGEST_LIST)
        clause = text[match.end() : limit if stop < 0 else min(stop, limit)]
        group = _full_name(text, match)
        for item in pattern.finditer(clause):
            if mention := named(text, Span(match.end() + item.start("name"), match.end() + item.end("name")), group):
                yield mention


def _full_name(text: str, match: re.Match[str]) -> str:
    """The name of a list with what stands before its number: 节能降耗五大重点工程."""
    name = match["group"]
    if name[0] in '“"':
        return name.strip('“”"') if "+" not in name else name
    before = _BEFORE.search(text, max(0, match.start() - 16), match.start())
    words = re.split("实施|开展|部署|推进|启动|提出|明确|抓好", f"{before[0] if before else ''}{name}")[-1]
    return LEADING.sub("", words, count=1)


def announced(text: str) -> str | None:
    """The name of the list that numbered paragraphs carry out: 加快实施“十大工程”."""
    match = _GREAT.search(text)
    return match[1] if match else None


def find_headings(article: Article, group: str | None) -> Iterator[ProjectMention]:
    """What heads numbered paragraphs; a bare 甲计划 heads a paragraph on plans."""
    box: str | None = None
    for block in article.blocks:
        match = _NUMBERED.match(article.text, block.start, block.end)
        if match is None or (not match["verb"] and match["name"].endswith("计划")):
            continue
        if match[0].startswith("专栏"):
            box = match["name"] if _OF_WORKS.search(match["name"]) else None
            if box:
                continue
        if mention := named(article.text, Span(*match.span("name")), box or group):
            yield mention


def find_ordinals(text: str, group: str | None) -> Iterator[ProjectMention]:
    """What sentences count up: 实施“九项工程”。一是甲工程。…二是乙工程。… A single one may be a mere example."""
    mentions = (named(text, Span(*m.span("name")), group) for m in _ORDINAL.finditer(text))
    found = [*filter(None, mentions)]
    yield from found if group or len(found) > 1 else ()
