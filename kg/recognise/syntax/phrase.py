"""Noun phrases as spans: trimming, the words they spell, the items of a list, names of areas."""

from __future__ import annotations

from kg.lexicon import may_open_region, regions_in
from kg.lexicon.organ import organs
from kg.lexicon.scan import any_of
from kg.lexicon.trade import trades
from kg.model import Span
from kg.pattern import late

COUNTRIES = frozenset(organs().countries)
Phrase = tuple[Span, ...]
"""Pieces of text that together make a name, in reading order."""

_EDGE = ' \u3000，,、；;：:。的了（(）)[]—-*·\n\r"“”‘’'
_JOINT = late(
    r"以及|、|和(?<![共饱温缓中总维祥调]和)(?![谐平睦解]|美(?![国元欧洲日]))|及(?<![普涉波触惠兼以]及)(?![时格早至]|以[上下])(?:其(?![他它余]))?|与(?<![参给赠授]与)(?![会时])|或者|或|”(?=[“‘])|’(?=[“‘])"
)
_OPEN, _CLOSE = "“‘（([《", "”’）)]》"


def trim(text: str, span: Span) -> Span:
    """The span without separators, 的 and unbalanced brackets at its edges.

    >>> t = "的森林覆盖率（"
    >>> t[slice(*trim(t, Span(0, len(t))))]
    '森林覆盖率'
    """
    start, end = span
    while start < end and text[start] in _EDGE and not (text[start] in _OPEN and _closes(text, start, end)):
        start += 1
    while start < end and text[end - 1] in _EDGE and not (text[end - 1] in _CLOSE and _opens(text, start, end)):
        end -= 1
    return Span(start, max(start, end))


def _closes(text: str, start: int, end: int) -> bool:
    return any(c in _CLOSE for c in text[start + 1 : end])


def _opens(text: str, start: int, end: int) -> bool:
    return any(c in _OPEN for c in text[start : end - 1])


def words(text: str, phrase: Phrase) -> str:
    """The name a phrase spells, without white space."""
    return "".join("".join([text[a:b] for a, b in phrase]).split())


_MARKS = late(r"[\W_]")


def bare(name: str) -> str:
    """A name without marks and white space, as names are compared.

    >>> bare("“菜篮子” 工程")
    '菜篮子工程'
    """
    return _MARKS.sub("", name)


MOST_ITEMS = 40
"""A longer list is not taken apart."""


_WHOLE = late(
    rf"国家[和或]地区|社会保障和就业|灾害防治及应急管理|文化旅游体育与传媒|文化体育与传媒|[\u4e00-\u9fff]{{1,10}}及[\u4e00-\u9fff]{{1,10}}(?:制造|加工|冶炼|采选|服务)业|[黑有]色金属冶炼[和及]压延加工|{any_of(trades())}"
)
"""What is one with its joint: above all trades as GB/T 4754 names them, and heads of budgets."""


def split(text: str, span: Span) -> tuple[Span, ...]:
    """Coordinated items of a phrase; joints inside brackets or quotes do not count.

    >>> t = "“甲和乙”“丙”、丁及戊"
    >>> [t[a:b] for a, b in split(t, Span(0, len(t)))]
    ['“甲和乙”', '“丙”', '丁', '戊']
    """
    items, start = [], span.start
    depth, seen = 0, span.start
    joints = [*_JOINT.finditer(text, span.start, span.end)]
    whole = [trade.span() for trade in _WHOLE.finditer(text, *span)] if joints else []
    for joint in joints:
        if any(a < joint.start() < b for a, b in whole):
            continue
        depth, seen = depth + _depth(text, seen, joint.start()), joint.start()
        if depth > (joint[0] in "”’") or joint.start() <= span.start:
            continue
        cut = joint.end() if joint[0] in "”’" else joint.start()
        items.append(Span(start, cut))
        start = joint.end()
    items.append(Span(start, span.end))
    return tuple(Span(a, b) for a, b in items if b > a)


def _depth(text: str, start: int, end: int) -> int:
    depth = 0
    for char in text[start:end]:
        depth += (char in _OPEN) - (char in _CLOSE)
    return depth


_AREAS = frozenset("京津冀 长三角 珠三角 成渝 汾渭平原 东部 中部 西部 东北 北方 南方 沿海 内地 城镇 农村".split())
_PARTS = frozenset(
    "亚洲 欧洲 非洲 美洲 北美 北美洲 南美 南美洲 拉美 拉丁美洲 大洋洲 亚太 东亚 南亚 中亚 西亚 东南亚 中东 "
    "西欧 东欧 北欧 南欧 中东欧 北非 西非 东非 中非 撒哈拉以南非洲".split()
)
"""Parts of the world."""


def is_area(words: str) -> bool:
    """Whether words name a region or a part of the country, and nothing else."""
    part = words.removesuffix("地区")
    return part in _AREAS or part in _PARTS or is_region(words)


def is_region(words: str) -> bool:
    """Whether words name a region, and nothing else."""
    return may_open_region(words, 0) and any((r.start, r.end) == (0, len(words)) for r in regions_in(words))
