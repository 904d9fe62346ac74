"""What words that launch go on to list: 甲工程、乙工程; “甲”“乙”行动; 甲、乙和丙三大工程; 甲、乙等重点工程.

After 等 the head names the list, and each member keeps its own words, but for quotes, which are none without a head:
“甲”“乙”等专项行动. A list before one head is several works, one work on several things, or one campaign of two deeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.number import parse_arabic, parse_han
from kg.recognise.entity.project_name import (
    AT_END,
    COUNTED,
    DEED,
    ENDS,
    HEAD,
    HEADED,
    NUMBER,
    PLAIN,
    QUOTE,
    UNNAMED,
    named,
)
from kg.recognise.entity.project_quoted import HEADED_QUOTES, QUOTES, each_quote, inside
from kg.recognise.mention import ProjectMention

_OPENING = late('^(?:一批|多[个项]|一?系列|[“"])+')
LEADING = late(r"(?:以及|和(?!平)|及|与|并|将|要(?!素)|了|好)?(?:部署|开展|实施|推进|提出|明确|启动|组织)*(?:了)?")
"""What may stand before the first item of a list."""
_MATTERS = "(?:重点|重大|专项|民生|惠民|生态|标志性|支撑性|骨干)"
_GROUP = late(
    rf"(?<=等)[“\"](?P<called>[一-鿿]{{1,8}}?{COUNTED})[”\"](?=(?:建设)?$)|"
    rf"(?<![一二三四五六七八九十百两0-9])[“\"]?(?P<group>{COUNTED})[”\"]?(?=(?:建设)?$)"
    rf"|(?<=等)(?:(?:一批|多[个项]|一?系列|{NUMBER}个?方面)?(?:[一-鿿]{{0,4}}?{_MATTERS}[一-鿿]{{0,6}}?)?(?:专项行动|行动|工程|计划|专项)(?=(?:建设)?$))"
)
"""The end of a list: …三项重点工程; 甲、乙等专项行动; 甲、乙等节能重点工程."""
_AND_MORE = late(
    rf"(?<=、)[^、]+等(?:[一-鿿]{{0,4}}?{_MATTERS}[一-鿿]{{0,6}}?)?{HEAD}(?P<more>以及|[和及与、])(?=.*{HEAD}$)"
)
"""A list that is named, and what comes beside it: 甲、乙等专项和丙计划."""
_SHORTEST = 4
"""What lists of deeds are made of is shorter: 宣传、培训等行动."""
_SIZED = late("[0-9][万亿余多]*[亩公平立米里吨个条处座]")
"""8万平方米广场 is a size of work, no name."""
_OPEN_GROUP = late(rf"^(?P<rest>.*[”\"工程动划])等(?P<group>[^、“”]{{0,8}}{HEAD})")
_SHARED = late(
    rf"(?P<lead>[^“”\"、]{{0,12}})[“\"](?P<items>[^”\"\n]+、[^”\"\n]+)[”\"](?:等)?(?P<group>{NUMBER}(?:大|项|个)(?:(?![的和与及等])[一-鿿]){{0,6}}?)?(?P<head>{HEAD})"
)
ITEM = late(
    rf"(?:(?<=^)|(?<=、)|(?<=(?:工程|行动|计划|专项|项目|（（)[和及])|(?<=(?:工程|行动|计划)[”\"][和及]))(?P<name>(?:[“\"‘][^”\"’“]{{1,24}}[”\"’]|[^、“”\"‘’]){{0,30}}?(?:{HEAD}|(?<=[”\"])项目|[“\"][^”\"“]{{1,24}}{HEAD}[”\"])){ENDS}"
)
_AND = late("[和及与]")
_BETWEEN = late("以及|(?<!共)和(?![平谐美])|[及与]")
_DEED = late(f"(?:{DEED})\\Z")
_TO_DO = late(
    "推进|推动|加快|加强|加大|完善|抓好|开展|启动|实施|做好|优化|强化|深化|提升|提高|支撑|查处|维护|建设|建立|构建|打造"
)
_BEGUN = late("打通|打击|整治|清理|防范|破除")
_PARALLEL = late("(?:[^、]{4}、){2,}[^、]{4}")
"""保护传承、文旅融合、数字再现 | 工程."""
_BOTH = late("、[一-鿿]{2}[和与及][一-鿿]{2}$")
"""甲地整治、恢复和建设 | 工程 does three things to one place."""
_DEEDS = late("[^、]{8,}、[^、]+(?:三年|专项|攻坚|提升)行动")
_COUNT_OF_THREE = late(f"“({NUMBER})[^”]*”[^、“”]{{0,12}}{HEAD}$")
_CLASSES = late(rf"、[^、]+等{NUMBER}个(?:重点)?(?:领域|行业|方面|环节)[一-鿿]{{2,16}}{HEAD}$")
"""甲、乙等七个领域转型行动 is one action."""
_SIDES = late(rf"{NUMBER}个?(?:大?方面|环节|维度|领域)$")
"""甲、乙等三个方面 | 12项工程 tells what they are about, and names none."""
MANY = 2
"""甲建设、构建乙、加快丙等十项行动: so many examples are of a kind, and members, too, where they begin with a verb."""


def parse(text: str, start: int, end: int) -> Iterator[ProjectMention]:
    """The projects that a clause lists from `start` on."""
    if shared := _SHARED.match(text, start, end):
        name = f"{shared['group']}{shared['head']}" if shared["group"] else None
        yield from _distribute(text, Span(*shared.span("items")), Span(*shared.span("head")), name)
        return
    if quotes := QUOTES.match(text, start, end):
        yield from each_quote(text, quotes)
        return
    if quotes := HEADED_QUOTES.match(text, start, end):
        yield from inside(text, quotes)
        return
    clause = text[start:end]
    if _CLASSES.search(clause):
        yield ProjectMention(clause, (Span(start, end),))
        return
    if more := _AND_MORE.search(clause):
        yield from parse(text, start, start + more.start("more"))
        yield from parse(text, start + more.end(), end)
        return
    counted = _GROUP.search(text, start, end)
    if counted and counted.start() > start:
        yield from _counted(text, start, counted)
        return
    open_group = _OPEN_GROUP.match(clause)
    stop = start + open_group.end("rest") if open_group else end
    items: list[ProjectMention | None] = []
    end = 0
    for item in ITEM.finditer(clause[: stop - start]):
        # After 和 stands another item only where one stands before it.
        before = item.start() - 1
        if clause[before : before + 1] not in ("和", "及") or not clause[end:before].strip("（"):
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


def _together(text: str, whole: Span, last: ProjectMention) -> Iterator[ProjectMention]:
    """What a list before one head names.

    It is several works (甲路改造、乙站建设工程), one work on several things (甲路、乙路绿化工程), one campaign of two
    deeds (提升甲能力、支撑乙建设三年行动), or no name but its last.
    """
    head = _head(text[whole.start : whole.end])
    items = Span(whole.start, whole.end - len(head))
    words = text[items.start : items.end]
    single = named(text, whole, None)
    before, works = _deeds(words)
    parallel = _PARALLEL.fullmatch(words) is not None
    if single and _BOTH.search(words):
        yield single
        return
    if (
        single
        and not parallel
        and (
            (works and not any(before))
            or (_DEEDS.fullmatch(single.name) and not (works and all(before)))
            or _counts_its_own(single.name)
        )
    ):
        yield single
    elif parallel or (works and all(before)):
        parts = list(_pieces(words))
        shortest = min(len(words[start:end]) for start, end in parts)
        if shortest >= _SHORTEST:
            for start, end in parts:
                yield _with_head(text, Span(items.start + start, items.start + end), Span(items.end, whole.end), None)
        else:
            yield last
    else:
        yield last


def _deeds(words: str) -> tuple[list[bool], bool]:
    """Whether what stands before each 、 tells what is done, and whether the last does."""
    *before, last = words.split("、")
    done = [_DEED.search(part) is not None and not _TO_DO.match(part) for part in before]
    return done, (_DEED.search(last) is not None and not _TO_DO.match(last)) or _BEGUN.match(last) is not None


def _counts_its_own(name: str) -> bool:
    """Whether a number in quotes counts what stands before it: 增品种、提品质、创品牌“三品”专项行动."""
    count = _COUNT_OF_THREE.search(name)
    return count is not None and _size(count[1]) == name.count("、", 0, count.start()) + 1


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Where the items of a list stand; its last may be two: 甲改造、乙建设和丙达标."""
    at = 0
    *before, last = words.split("、")
    for part in before:
        yield at, at + len(part)
        at += len(part) + 1
    cuts = [m.span() for m in _BETWEEN.finditer(last) if _DEED.search(last[: m.start()])]
    if len(cuts) == 1 and before and len(last) - cuts[0][1] >= _SHORTEST:
        yield at, at + cuts[0][0]
        at += cuts[0][1]
    yield at, len(words)


def _head(name: str) -> str:
    head = AT_END.search(name)
    return head[0] if head else ""


def _distribute(text: str, items: Span, head: Span, group: str | None) -> Iterator[ProjectMention]:
    at = items.start
    for part in text[items.start : items.end].split("、"):
        span = Span(at, at + len(part))
        at = span.end + 1
        if part.strip():
            yield _with_head(text, span, head, group)


def _with_head(text: str, span: Span, head: Span, group: str | None) -> ProjectMention:
    """A member with the head that all share, unless it has one of its own."""
    part = text[span.start : span.end]
    if AT_END.search(part):
        return ProjectMention(part, (span,), group)
    return ProjectMention(part + text[head.start : head.end], (span, head), group)


def _counted(text: str, start: int, counted: re.Match[str]) -> Iterator[ProjectMention]:
    """甲工程、乙工程六项重点工程; 甲、乙三大工程; 甲等十一个专项工程, where 甲 is no more than an example."""
    words, group = text[start : counted.start()], counted["called"] or counted["group"]
    example = words.endswith("等")
    head = re.compile(HEAD + '(?=[”"]?$)').search(text, counted.start(), counted.end())
    if head is None or _SIDES.search(words) or not ("、" in words or example):
        return
    spans = list(_parts(words.removesuffix("等"), group))
    # 甲开发、五大乙、六个丙、丁外送四大工程: as many as are counted are all members, whatever they begin with.
    exact = group is not None and (_size(group) == len(spans) or (example and len(spans) > MANY))
    members = [
        _member(text, span, Span(*head.span()), group, _OPENING.sub("", counted[0]) if example else "")
        if exact or not UNNAMED.match(text, span.start, span.end)
        else None
        for span in (_without_verb(text, Span(start + a, start + b)) for a, b in spans)
    ]
    # 供电、供水等工程: where one of the list is too short for a name, all of it tells of kinds; a single one of a kind
    # is named where it tells what is done.
    alone = members[0] if len(members) == 1 and group is None else None
    single = alone and head[0] != "专项" and not _DEED.search(alone.name) and not alone.name.startswith("“")
    if group or (all(members) and not single):
        yield from filter(None, members)


def _without_verb(text: str, span: Span) -> Span:
    verb = LEADING.match(text, span.start, span.end)
    return Span(verb.end() if verb else span.start, span.end)


def _member(text: str, span: Span, head: Span, group: str | None, example: str) -> ProjectMention | None:
    """A member with the head it shares; 等 leaves the head to the list, whose name `example` is (甲等重点工程), but for
    quotes before an action: “甲”等专项推广行动."""
    name, kind = text[span.start : span.end], text[head.start : head.end]
    if not 2 <= len(name) <= 30 or name.count("“") != name.count("”") or name.endswith("的"):
        return None
    if HEADED.search(name) or (group and example):
        return ProjectMention(name, (span,), group)
    if example.endswith("行动") and not group and QUOTE.fullmatch(name):
        return ProjectMention(name + example, (span, Span(head.end - len(example), head.end)))
    if group or (len(name) >= _SHORTEST and not _SIZED.search(name) and not PLAIN.fullmatch(name + kind)):
        return ProjectMention(name, (span,), example) if example else ProjectMention(name + kind, (span, head), group)
    return None


def _parts(words: str, group: str | None) -> Iterator[tuple[int, int]]:
    """The items of a list; where 甲、乙和丙 must be three to make 三大行动, its last words are two."""
    at, parts = 0, re.split("(、|(?<=工程)[和及]|(?<=行动)[和及]|(?<=计划)[和及]|(?<=专项)[和及])", words)
    *before, last = parts[::2]
    for part in before:
        yield at, at + len(part)
        at += len(part) + 1
    cuts = [m.span() for m in _AND.finditer(last)]
    if group is not None and _size(group) != len(before) + 2:
        cuts = []
    elif group is None:
        deeds = _DEED.search(last)
        cuts = [(a, b) for a, b in cuts if before and deeds and a >= _SHORTEST and _DEED.search(last[:a])]
    if len(cuts) == 1:
        yield at, at + cuts[0][0]
        at += cuts[0][1]
    yield at, len(words)


def _size(group: str) -> int:
    """How many the name of a list counts: 2 of 两大行动, 10 of 10项工程."""
    number = re.match(NUMBER, group)
    if number is None:
        return 0
    value = parse_arabic(number[0]) if number[0].isascii() else parse_han(number[0])
    return int(value or 0)
