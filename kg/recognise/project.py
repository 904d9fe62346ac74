"""Projects that a plan launches: named 工程, 行动, 计划, alone or in lists.

A name is taken where a verb of launching governs it (实施“强基”工程), where a list announces it (分别为：甲工程),
where one head serves a list (“甲、乙、丙”工程; 甲、乙等六项重点工程) and where it heads a numbered paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.lexicon.scan import opened_by
from kg.model import Article, Span
from kg.recognise.mention import ProjectMention

LONGEST_CLAUSE = 240
_HEAD = r"(?:专项行动|专项斗争|行动计划|工程|行动|计划|专项)"
_NUMBER = r"[一二三四五六七八九十百两0-9]{1,4}"
_COUNTED = rf"{_NUMBER}(?:大|项|个|类)(?:重点|专项|重大|主要|标志性|提升)?{_HEAD}"
_LAUNCH = opened_by(
    "组深全精启持扎大重推统实开明部布建包涵",
    r"(?P<sure>(?:组织|深入|全面|精准|启动|持续|扎实|大力|重点|推动|统筹)?(?:实施|启动|开展|推行)+(?!方案|意见|细则|办法)|深化|推出(?=[^，。；]{2,16}(?:计划|行动)))了?"
    r"|(?P<listing>明确|部署|布局|推出|建设|包含|包括|涵盖)了?",
    second="织入面准动续实力点筹施展行化出确署局设含括盖",
)
_STOP = re.compile(r"[，,。；;：:！？!?\n]")
_ENDS = r"(?=[，,。；;：:、）)”\"’！\s（(]|$|和|及|与|等|并|以来|至今|期间|暨)"
_GROUP = re.compile(rf"(?<![一二三四五六七八九十百两0-9]){_COUNTED}[”\"]?$")
_PLAIN_GROUP = re.compile(rf"{_NUMBER}大(?:工程|行动)")
"""五大行动 lends its head to its members; 七项重点工程 does not."""
_OPEN_GROUP = re.compile(rf"^(?P<rest>.*[”\"工程动划])等(?P<group>[^、“”]{{0,8}}{_HEAD})")
_SHARED = re.compile(
    rf"(?P<lead>[^“”\"、]{{0,12}})[“\"](?P<items>[^”\"\n]+、[^”\"\n]+)[”\"](?:等)?(?P<group>{_NUMBER}(?:大|项|个)(?:重点|专项|重大|主要)?)?(?P<head>{_HEAD})"
)
_QUOTES = re.compile(
    rf"(?:[“\"][^”\"、\n]{{1,20}}[”\"][、和及与]?){{2,}}(?:等)?(?:{_NUMBER}(?:大|项|个))?(?P<head>{_HEAD}){_ENDS}"
)
_HEADED = re.compile(f'(?:{_HEAD}|项目)[”"]?$')
_QUOTE = re.compile(r"[“\"]([^”\"]+)[”\"]")
_ITEM = re.compile(
    rf"(?:(?<=^)|(?<=、))(?P<name>(?:[“\"‘][^”\"’“]{{1,24}}[”\"’]|[^、“”\"‘’]){{0,30}}?(?:{_HEAD}|(?<=[”\"])项目|[“\"][^”\"“]{{1,24}}{_HEAD}[”\"])){_ENDS}"
)
_LIST = re.compile(r"(?:分别为|分别是|包括|即|具体为)[：:]?")
_BEFORE_LIST = re.compile(rf"[^，。；：、\n]{{0,16}}{_COUNTED}$")
_WORDS = r"(?:[“\"][^”\"\n]{2,16}[”\"]|[^，。；、：“”《》\s和及的])"
_STARTED = re.compile(
    rf"(?P<quoted>[“\"][^”\"\n]{{2,16}}[”\"]{_HEAD})(?:正式|全面|今天|已|将)*(?:启动|开工|实施)"
    rf"|(?:^|(?<=[，。；、：和及]))(?P<name>{_WORDS}{{1,24}}?(?:(?:行动|专项斗争)(?=(?:正式|全面|深入|扎实|持续|有序|今天|已|将)*"
    r"(?:启动|实施|取得(?:阶段性|显著|明显|积极|重大)?(?:进展|成效|成果)|工作(?:成果|成效)|深入推进|扎实推进))|工程(?=(?:全面|深入)?实施)))",
    re.MULTILINE,
)
"""What has been launched is the subject: “甲”工程启动, 整治三年行动取得进展; 工程开工 is building work."""
_UNDER_WAY = re.compile(
    r"(?:工程|行动|计划|专项|斗争)(?:正式|全面|深入|扎实|持续|有序|今天|已|将)*(?:启动|开工|实施|取得|工作|推进)"
)
"""Stands in whatever `_STARTED` finds, and is found sooner."""
_REFERRED = re.compile(
    rf"(?:结合|参与|响应|推进|依托)(?:(?P<name>{_WORDS}{{4,24}}?(?:专项行动|三年行动|攻坚行动|提升行动))(?=[，。；、])"
    rf"|(?P<quoted>[“\"][^”\"、\n]{{2,12}}(?:行动|工程)[”\"]|[“\"][^”\"、\n]{{2,12}}[”\"](?:专项)?(?:行动|工程)))"
)
_NUMBERED = re.compile(
    rf"(?:[（(]?(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[）).、．]|——|专栏\s*[0-9一二三四五六七八九十]{{1,3}})\s*"
    rf"(?:(?:深入|全面|组织|大力)?(?:实施|启动|开展|推行)|打好|打赢)?(?P<name>(?:[^，。；：、“”\s]|[“\"][^”\"\n]{{1,20}}[”\"]){{3,26}}(?:{_HEAD}|攻坚战))(?=[。：:\n]|$)"
)
_LEADING = re.compile(r"(?:以及|和|及|与|并|将|要|了|好)?(?:部署|开展|实施|推进|提出|明确|启动|组织)*(?:了)?")
"""What may stand before the first item of a list."""
_UNNAMED = re.compile(
    rf"{_NUMBER}(?:大|项|个|批|类|条|期|轮)|自(?![然主由动行])|一批|若干|各|相关|有关|这|上述|本|该|此|其|系列|多项|多个|具体|年度|一系列|全[省市县]|国家级|省级|市级|相应|专项|统一|新一轮|更多|新一批|印发|一揽子|好|以|对|的|为|在|从|并|新的|三年|[0-9]|部分|制定|编制|统筹|完善|加强|推进|建立|健全|优化|强化|加快|落实|组织|做好|推动"
)
_FRESH = re.compile(
    r"新一轮(?=[^，。]{4})|(?:我国|全国|全省|全市)(?=“)|为期[^，。的]{1,6}的|[^，。]{2,20}(?:制度|政策)和"
)
"""What may stand before a name and is no part of it."""
_YEARS_PLAN = re.compile(r"[一二三四五六七八九十]年(?:行动)?计划$")
"""学前教育三年行动计划 is a plan."""
_MANY = re.compile(rf"等[^”]*$|[《》]|规划|首个|最大|各项|余项|{_NUMBER}[大项]|[0-9]{{3}}(?![^“]*”)")
_PLAIN = re.compile(
    rf"(?:重大|重点|新世纪|第[一二三四五六七八九十]+个|五年|[“\"]?[一二三四五六七八九十]+五[”\"]?|建设|基础设施|示范|配套|系统|骨干|大型|民生|攻坚|联合|工作|市场化|执法|整治|治理|提升|试点|改造|监测|研究|宣传|培训|检查|科研|发展|投资|生产|实施|推广|引导|水利|公益|清理|专业|集中|帮扶|救援|活动|年度|采购|招生|资助|科技){{1,3}}{_HEAD}"
)


def find_projects(article: Article) -> tuple[ProjectMention, ...]:
    """Projects launched, in text order; one mention for each name.

    >>> text = "将实施“强基、提质”工程，开展节水专项攻坚行动。"
    >>> [(p.name, [text[a:b] for a, b in p.spans]) for p in find_projects(Article("", text, ()))]
    [('强基工程', ['强基', '工程']), ('提质工程', ['提质', '工程']), ('节水专项攻坚行动', ['节水专项攻坚行动'])]
    """
    text = article.text
    if not any(head in text for head in ("工程", "行动", "计划", "专项", "项目", "攻坚战")):
        return ()
    group = _announced(text)
    found = [*_launched(text), *_listed(text), *_started(text), *_headings(article, group)]
    return tuple(_distinct(sorted(found, key=lambda p: p.spans)))


def _launched(text: str) -> Iterator[ProjectMention]:
    end = 0
    for verb in _LAUNCH.finditer(text):
        if verb.start() < end:
            continue
        stop = _clause_end(text, verb.end())
        projects = list(_parse(text, verb.end(), stop))
        if verb["sure"] or any(p.group for p in projects):
            yield from projects
            end = stop if projects else 0


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
    counted = _GROUP.search(clause)
    if counted and counted.start():
        yield from _counted(text, Span(start, start + counted.start()), Span(start + counted.start(), end))
        return
    open_group = _OPEN_GROUP.match(clause)
    stop = start + open_group.end("rest") if open_group else end
    items = [
        _mention(text, Span(start + m.start("name"), start + m.end("name")), None)
        for m in _ITEM.finditer(clause[: stop - start])
    ]
    yield from _whole(text, start, stop, items)


def _whole(text: str, start: int, end: int, items: list[ProjectMention | None]) -> Iterator[ProjectMention]:
    """The items; or, where 、 stands inside one long name (提升甲、支撑乙三年行动), that name."""
    parts = text[start:end].split("、")
    alike = len(parts) > 1 and len(items) == 1 and re.fullmatch(f"[^、]+化{_HEAD}.*", parts[-1])
    if alike and all(part.endswith("化") for part in parts[:-1]):
        single = _mention(text, Span(start, items[0].spans[0].end), None) if items[0] else None
        if single:
            yield single
            return
    if len(parts) == 2 and len(items) == 1 and items[0] and items[0].spans[0].start > start and len(parts[0]) > 8:
        single = _mention(text, Span(start, items[0].spans[0].end), None)
        if single and re.search(r"(?:三年|专项|攻坚|提升)行动$", single.name):
            yield single
            return
    yield from (item for item in items if item)


def _distribute(text: str, items: Span, head: Span, group: str | None) -> Iterator[ProjectMention]:
    at = items.start
    for part in text[items.start : items.end].split("、"):
        span = Span(at, at + len(part))
        at = span.end + 1
        if part.strip():
            name = part if re.search(f"{_HEAD}$", part) else part + text[head.start : head.end]
            yield ProjectMention(name, (span,) if name == part else (span, head), group)


def _each_quote(text: str, quotes: re.Match[str]) -> Iterator[ProjectMention]:
    head = Span(*quotes.span("head"))
    for quote in _QUOTE.finditer(text, quotes.start(), quotes.start("head")):
        whole = re.search(f"{_HEAD}$", quote[1])
        spans = (Span(*quote.span(1)),) if whole else (Span(*quote.span()), head)
        yield ProjectMention("".join(text[a:b] for a, b in spans), spans)


def _counted(text: str, items: Span, counted: Span) -> Iterator[ProjectMention]:
    """甲工程、乙工程六项重点工程; 甲、乙三大工程; 甲等十一个专项工程, where 甲 is no more than an example."""
    words = text[items.start : items.end]
    example = words.endswith("等")
    head = re.compile(_HEAD + '(?=[”"]?$)').search(text[: counted.end], counted.start)
    if head is None or not ("、" in words or example):
        return
    group = text[counted.start : head.end()]
    at = items.start
    for item in re.split("、|(?<=工程)[和及]|(?<=行动)[和及]", words.removesuffix("等")):
        verb = _LEADING.match(item)
        span = Span(at + (verb.end() if verb else 0), at + len(item))
        at += len(item) + 1
        name = text[span.start : span.end]
        if (
            not 2 <= len(name) <= 30
            or _UNNAMED.match(name)
            or name.count("“") != name.count("”")
            or name.endswith("的")
        ):
            continue
        if _HEADED.search(name) or (example and not _PLAIN_GROUP.fullmatch(group)):
            yield ProjectMention(name, (span,), group)
        else:
            yield ProjectMention(name + head[0], (span, Span(*head.span())), group)


def _mention(text: str, span: Span, group: str | None) -> ProjectMention | None:
    """The project of these words, unless they name none: 重大工程, 三大行动. Outer quotes go: “暖冬行动”."""
    start, end = span
    start += text.startswith("好", start, end)
    opening = text.find("“", start, end)
    # 旨在缩小差距的“甲”工程: the words before 的 tell what it is for.
    start = max(start, text.rfind("的", start, max(opening, start)) + 1)
    words = text[start:end]
    if not _is_balanced(words):
        return None
    whole = _QUOTE.fullmatch(words)
    if whole:
        start, end, words = start + 1, end - 1, whole[1]
    if fresh := _FRESH.match(words):
        start, words = start + fresh.end(), words[fresh.end() :]
    quoted = whole is not None or "“" in words
    return ProjectMention(words, (Span(start, end),), group) if _is_name(words, quoted) else None


def _is_balanced(words: str) -> bool:
    """Whether quotes close; a typist's “甲" counts as closed."""
    return words.count("“") == words.count("”") + (words.count('"') if "“" in words else 0)


def _is_name(words: str, quoted: bool) -> bool:
    core = _HEADED.sub("", words)
    if _YEARS_PLAN.search(words) or _UNNAMED.match(words) or _PLAIN.fullmatch(words) or _MANY.search(core):
        return False
    return len(core) >= 2 if quoted else len(core) >= 3 and not re.search("[的等]", core)


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
            if mention := _mention(text, Span(match.end() + item.start("name"), match.end() + item.end("name")), group):
                yield mention


def _started(text: str) -> Iterator[ProjectMention]:
    """“东数西算”工程正式启动, 整治三年行动取得进展, 结合赋能专项行动."""
    for pattern in (_STARTED, _REFERRED) if _UNDER_WAY.search(text) else (_REFERRED,):
        for match in pattern.finditer(text):
            if mention := _mention(text, Span(*match.span("quoted" if match["quoted"] else "name")), None):
                yield mention


def _announced(text: str) -> str | None:
    """The name of the list that numbered paragraphs carry out: 加快实施“十大工程”."""
    match = re.search(rf"实施[“\"]?({_NUMBER}大(?:重点|专项)?(?:工程|行动))", text)
    return match[1] if match else None


def _headings(article: Article, group: str | None) -> Iterator[ProjectMention]:
    for block in article.blocks:
        match = _NUMBERED.match(article.text, block.start, block.end)
        if match and (mention := _mention(article.text, Span(*match.span("name")), group)):
            yield mention


_MARKS = re.compile(r"[\W_]")


def _distinct(found: Iterable[ProjectMention]) -> Iterator[ProjectMention]:
    """One mention for each name, best one with a group; none that only puts words before another's name."""
    first: dict[str, ProjectMention] = {}
    for mention in found:
        key = _MARKS.sub("", mention.name)
        if key not in first or (mention.group and not first[key].group):
            first[key] = mention
    for key, mention in first.items():
        if not any(key[start:] in first for start in range(1, len(key) - 3)) and not _is_abridged(key, first):
            yield mention


def _is_abridged(key: str, keys: Iterable[str]) -> bool:
    """Whether a headline shortens a longer name: 数字教育专项行动 for 数字教育集成化、智能化专项行动."""
    head = re.search(f"{_HEAD}$", key)
    if head is None or head.start() < 4:
        return False
    core = key[: head.start()]
    return any(len(k) > len(key) and k.startswith(core) and k.endswith(head[0]) for k in keys)
