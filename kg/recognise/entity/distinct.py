"""One mention for each project: what a headline shortens or lengthens is told in full below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.entity.project_name import AT_END
from kg.recognise.mention import ProjectMention
from kg.recognise.syntax.phrase import bare

_SHORTEST_CORE = 2
_SHORTEST_PART = 4
"""Of what stands in another name with other characters between: 甲服务行动 in 甲专项服务行动."""
_SENTENCE = late("[，。]")
_LONGEST_LINE = 80
_COUNTRY = "全国"


def distinct(text: str, found: Iterable[ProjectMention]) -> Iterator[ProjectMention]:
    """One mention for each name, best one with a group; none that only puts words before another's name.

    >>> text = "启动夜校行动\\n今天，甲市启动夜校伙伴行动。"
    >>> [p.name for p in distinct(text, (ProjectMention(text[a:b], (Span(a, b),)) for a, b in ((2, 6), (14, 20))))]
    ['夜校伙伴行动']
    """
    first: dict[str, ProjectMention] = {}
    places: dict[str, set[Span]] = {}
    for mention in found:
        key = bare(mention.name).replace("系列", "")
        places.setdefault(key, set()).add(mention.spans[0])
        if key not in first or (mention.group and not first[key].group):
            first[key] = mention
    headlines = {key for key, spans in places.items() if all(_is_headline(text, span) for span in spans)}
    alike: dict[str, list[str]] = {}
    for key in first:
        if key not in headlines:
            alike.setdefault(key[:2], []).append(key)
    for key, mention in first.items():
        inner = next((key[start:] for start in range(1, len(key) - 3) if key[start:] in first), None)
        if inner and not (inner in headlines and key == _COUNTRY + inner):
            continue
        if key in headlines and (_COUNTRY + key in first or _is_told(key, alike.get(key[:2], ()))):
            continue
        yield mention


def _is_headline(text: str, span: Span) -> bool:
    """Whether the line of the span has no mark of a sentence."""
    floor = max(0, span.start - _LONGEST_LINE)
    start = text.rfind("\n", floor, span.start)
    end = text.find("\n", span.end, span.end + _LONGEST_LINE)
    return (start >= 0 or not floor) and end > 0 and not _SENTENCE.search(text, max(floor, start), end)


def _is_told(key: str, keys: Iterable[str]) -> bool:
    """Whether one of the names tells the headline's in full or in short: 夜校专项行动 for 夜校伙伴专项行动."""
    head = AT_END.search(key)
    if head is None or head.start() < _SHORTEST_CORE:
        return False
    core = key[: head.start()]
    others = (k[: -len(head[0])] for k in keys if k.endswith(head[0]))
    return any(k.startswith(core) or _stands_in(core, k) or _stands_in(k, core) for k in others)


def _stands_in(part: str, whole: str) -> bool:
    """Whether all characters of the part stand in the whole in this order."""
    rest = iter(whole)
    return len(part) >= _SHORTEST_PART and all(char in rest for char in part)
