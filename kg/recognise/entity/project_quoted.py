"""Names in quotes that share what follows them: “甲”“乙”两大行动, “甲”“乙”等整治行动, “甲计划”“乙计划”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.entity.project_name import AT_END, ENDS, HEAD, MANY_OF, NUMBER, OF_KIND, PRAISE, QUOTE, named
from kg.recognise.mention import ProjectMention

_RUN = r"(?:[“\"][^”\"、\n]{1,20}[”\"][、和及与]?){2,}"
_KIND = r"(?P<kind>(?:(?![的和与及等由将被在为])[一-鿿]){1,10}?)??"
_BEFORE_HEAD = rf"{_RUN}(?P<open>等)?{MANY_OF}?(?P<count>{NUMBER}(?:大|项|个))?{_KIND}"
QUOTES = late(f"{_BEFORE_HEAD}(?P<head>{HEAD}|项目)(?:建设)?{ENDS}")
_SAID = late(
    f"{_BEFORE_HEAD}(?P<head>{HEAD})(?!方案|规划|指南|纲要|计划|整治|治理|检查|试点|工作|[力者员组办]|[一-鿿]{{1,6}}{HEAD})"
)
HEADED_QUOTES = late(rf"(?:[“\"][^”\"、\n]{{1,20}}{HEAD}[”\"][、和及与]?){{2,}}")


def find_quoted(text: str) -> Iterator[ProjectMention]:
    """Names in quotes one after the other before their head, launched or not: “甲”“乙”专项行动取得成效."""
    for quotes in _SAID.finditer(text) if "”" in text else ():
        if not PRAISE.search(quotes[0]):
            yield from each_quote(text, quotes)
    for quotes in HEADED_QUOTES.finditer(text) if "计划”" in text else ():
        yield from (p for p in inside(text, quotes) if not PRAISE.match(f"“{p.name}"))


def each_quote(text: str, quotes: re.Match[str]) -> Iterator[ProjectMention]:
    """“甲”“乙”等整治行动 lends its head; “甲”“乙”等科技示范工程 only tells of what kind they are."""
    of_kind = quotes["kind"] and re.fullmatch(f"{OF_KIND}+", quotes["kind"]) and quotes["count"]
    head = Span(quotes.start("kind" if quotes["kind"] and not of_kind else "head"), quotes.end("head"))
    shared = not quotes["open"] or not quotes["kind"] or "行动" in quotes["head"]
    first = quotes.start("count" if quotes["count"] else "kind" if quotes["kind"] else "head")
    group = text[first : quotes.end("head")] if quotes["count"] or not shared else None
    for quote in QUOTE.finditer(text, quotes.start(), head.start):
        whole = AT_END.search(quote[1])
        spans = (Span(*quote.span()), head) if shared and not whole else (Span(*quote.span(1)),)
        yield ProjectMention("".join(text[a:b] for a, b in spans), spans, group)


def inside(text: str, quotes: re.Match[str]) -> Iterator[ProjectMention]:
    """“甲计划”“乙计划”: the names are the quotes."""
    for quote in QUOTE.finditer(text, *quotes.span()):
        if mention := named(text, Span(*quote.span()), None):
            yield mention
