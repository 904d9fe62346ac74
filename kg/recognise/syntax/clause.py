"""Sentences and clauses: stretches of a block between 。 and between ，；, brackets and quotes kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Block, Span
from kg.pattern import late

_SENTENCE = late(r"[^。！？!?\n]*(?:[。！？!?]+[”’」）)]*|$|\n)")
_STOP = late(
    r"[，,；;：。！？!?\n①-⑳]|:(?![0-9]{2}(?![0-9]))|(?<![0-9年月日])——|——(?![0-9])|……|--+"
    r"|以及(?=每[\u4e00-\u9fff]{1,2}不[低少高多超])"
    r"|(?<=[\u4e00-\u9fff]{5})[ \u3000]+(?=[\u4e00-\u9fff]{2})(?![一二三四五六七八九十百千万亿])"
)
_DATELINE = late(
    r"\s*(?:[^，。；：\n]{2,20}[0-9]日(?:[电讯](?=[（( \u3000])|消息[：，])[ \u3000]*(?:[（(][^（()）\n]{1,40}[）)])?"
    r"|【[^【】\n]{1,8}[讯电]】(?:[（(][^（()）\n]{1,40}[）)])?"
    r"|(?:[^，。；：（()）\n]{0,12}[讯电]：?[ \u3000]*)?[（(][^（()）\n]{0,12}(?:记者|通讯员)[^（()）\n]{1,40}[）)])"
    r"：?\s*"
)
"""某社甲市3月5日电（记者某某） | 甲市去年…, 本报讯（记者某某） | …: who reports, and when."""
_MARK = late(
    r"\s*(?:(?:[●■◆▲▼★☆◎○◇□△▶►▪❖※√✓✔➤→·•①-⑳]|——|[一二三四五六七八九十]是(?![否非])|第[一二三四五六七八九十]，"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}(?:[.．、](?![0-9])|[）)]))\s*)+"
)
"""What sets an item off, and is no part of its sentence."""
_OPEN = "（(《〈【"
_BRACKET = late(f"[{_OPEN}）)》〉】]")
BRACKET_REACH = 60
"""A bracket left open longer than this is a typing error; its content is read as if it were closed."""
LIST_REACH = 240
"""The same of one that tells what something holds."""
HOLDS = ("主要包括", "包括", "主要是指", "主要指", "主要是", "是指", "具体包括")
"""教育经费（主要包括预算内经费，…）: what a thing holds or means, told behind its name."""

LONGEST_SENTENCE = 1000
"""Code points; plans have sentences of up to 800, and a list that nobody ended goes on for ever."""
LONGEST_RUN = 5000
"""Code points without any mark, which nobody writes."""
_PIECE_ENDS = "；;，、"
_PIECE_END = late(f"[{_PIECE_ENDS}]")


class Clause(NamedTuple):
    """Half-open range of the text between separators; `stop` is the separator that ends it ("" at the end)."""

    start: int
    end: int
    stop: str


def sentences(text: str, block: Block) -> Iterator[Span]:
    """Sentences of a block, without the block's outer spaces.

    >>> text = "到2025年，建成20家。到2030年翻番！"
    >>> [text[a:b] for a, b in sentences(text, Block(0, len(text)))]
    ['到2025年，建成20家。', '到2030年翻番！']
    """
    for match in _SENTENCE.finditer(text, block.start, block.end):
        if match[0].strip():
            yield from _in_pieces(text, Span(match.start(), match.end()))


def _in_pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence; one without end, so that what it has told is not gone through for each of its numbers, in pieces."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        last = clause_start(text, start, start + LONGEST_SENTENCE, _PIECE_ENDS)
        if last == start:
            limit = min(sentence.end, start + LONGEST_RUN)
            mark = _PIECE_END.search(text, start, limit)
            last = mark.end() if mark else limit
        yield Span(start, last)
        start = last
    if start < sentence.end:
        yield Span(start, sentence.end)


def without_opening(text: str, sentence: Span) -> Span:
    """The first sentence of a block from behind the mark of an item and the words that tell who reports and when.

    >>> texts = "某社甲市3月5日电（记者某某）全市有学校9所。", "▲全市有学校9所。"
    >>> [text[slice(*without_opening(text, Span(0, len(text))))] for text in texts]
    ['全市有学校9所。', '全市有学校9所。']
    """
    for opening in (_MARK, _DATELINE):
        found = opening.match(text, *sentence)
        if found and found.end() < sentence.end:
            sentence = Span(found.end(), sentence.end)
    return sentence


def clause_start(text: str, least: int, end: int, marks: str) -> int:
    """Where the words up to `end` begin: behind the last of the marks, at `least` where there is none of them.

    >>> clause_start("产值9亿元，税收", 0, 8, "，；")
    6
    """
    return max(least, *(text.rfind(mark, least, end) + 1 for mark in marks))


def clauses(text: str, sentence: Span, skip: tuple[Span, ...] = ()) -> Iterator[Clause]:
    """Clauses of a sentence; separators inside brackets or inside a `skip` span (1，000) do not separate.

    >>> [("A（甲，乙）达到5%，B为3"[c.start:c.end], c.stop) for c in clauses("A（甲，乙）达到5%，B为3", Span(0, 14))]
    [('A（甲，乙）达到5%', '，'), ('B为3', '')]
    """
    start, closed, at = sentence.start, sorted((*_brackets(text, sentence), *skip)), 0
    covered = start
    """Up to here a bracket or a skipped span reaches."""
    for match in _STOP.finditer(text, sentence.start, sentence.end):
        while at < len(closed) and closed[at].start < match.start():
            covered, at = max(covered, closed[at].end), at + 1
        if match.start() < covered:
            continue
        if match.start() > start:
            yield Clause(start, match.start(), match[0])
        start = match.end()
    if start < sentence.end:
        yield Clause(start, sentence.end, "")


def _brackets(text: str, sentence: Span) -> list[Span]:
    found: list[Span] = []
    opened = -1
    for match in _BRACKET.finditer(text, *sentence):
        index = match.start()
        if opened < 0:
            opened = index if match[0] in _OPEN else -1
        elif match[0] not in _OPEN:
            reach = LIST_REACH if text.startswith(HOLDS, opened + 1) else BRACKET_REACH
            if index - opened <= reach:
                found.append(Span(opened, index))
            opened = -1
    return found
