"""How the lines of a text were wrapped by hand or by a program: at which width, and what sets paragraphs apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from kg.pattern import late
from kg.read.heading import opens_paragraph

ENDS_SENTENCE = late(r"[。！？；：…!?;:][”’」』）)》]*$")
STARTS_INSIDE = late("[，。；：！？、]")
_LEADS_TO_PAGE = late(r"(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,})[ .…·]*[0-9IVX]{0,3}$")
_MARKS = "，。；：！？、）》〉」』】”’…,.;:!?)%％‰"
_FIRST = late(rf"[（《〈「『【“‘(]*(?:[0-9A-Za-z.,，%+\-/]+|.)[{_MARKS}]*")
"""What a program that wraps lines moves to the next one whole: a word or number, with its marks and brackets."""
NUMBER = late("[0-9]{1,3}")
_PAGES = 3  # with the same words at their heads
FULL = 0.85  # share of the page width from which a line counts as full
_HELD = 0.5  # share of the words that stand in full lines
_USUAL = (9, 8)  # tenths of the lines that are no wider than usual: more where those about a turned page were joined
_NARROWEST, _WIDEST = 20, 130  # columns; nobody wraps by hand beyond
_OFTEN = 0.9
"""Share of the lines without indent or blank line before them that follow on a full line, where these set paragraphs
apart."""
_PIECES = 5
"""So many lines that end or begin in mid-clause were broken at links; blank lines then part paragraphs."""
_HANGING = 4  # columns of the marks that may hang over the edge
_FEWEST = 3  # lines that go on; fewer may be as long as each other by chance


class Line(NamedTuple):
    """A line with something on it: its text without outer space, where that begins, what stood before it."""

    text: str
    offset: int
    indented: bool
    after_blank: bool
    width: int
    """Columns of the text."""
    lead: int = 0
    """Columns of the space before it."""
    inset: int = 0
    """Characters of that space."""
    turned: bool = False
    """Whether the page was turned before it."""


class Wrap(NamedTuple):
    """Lines were broken off at some `width` (columns; 0: each line is a paragraph; 1: at links).

    `edge` is how far the full ones go, in columns or, where `by_count`, in characters; 0 where that is not known.
    `set_off`: paragraphs are told by indents or blank lines, so that any other line goes on with the one before.
    """

    width: int = 0
    edge: int = 0
    by_count: bool = False
    set_off: bool = False

    def is_filled(self, last: Line, line: Line) -> bool:
        """Whether the first word of `line` had no more room on `last`."""
        first = _FIRST.match(line.text)
        word = first[0] if first else ""
        return self.edge > 0 and _size(last, self.by_count) + _length(word, self.by_count) > self.edge

    def parts_words(self, last: Line, line: Line) -> bool:
        """Whether a space stood at the line end: between words of Latin letters, unless one was cut at the edge.

        Figures are cut more often than two of them follow each other.
        """
        edges = last.text[-1:] + line.text[:1]
        if not (edges.isascii() and edges.isalnum()) or (edges.isdecimal() and self.set_off):
            return False
        return line.inset == 1 or not self.edge or _size(last, self.by_count) < self.edge


def columns(text: str) -> int:
    """Columns of a line; beyond the widest the number does not matter."""
    return len(text) + sum(east_asian_width(char) in "WFA" for char in text[:_WIDEST])


def _length(text: str, by_count: bool) -> int:
    return len(text) if by_count else columns(text)


def _size(line: Line, by_count: bool) -> int:
    return line.inset + len(line.text) if by_count else line.lead + line.width


def find_wrap(lines: Sequence[Line]) -> Wrap:
    """How the lines were wrapped.

    Wrapped text has most of its words in lines nearly as long as the longest usual one, most of which break off.
    Lines of a table of contents (总体思路 ..... 2) are as wide as they please.
    """
    lines = [line for line in lines if not _LEADS_TO_PAGE.search(line.text)]
    exact = _exact(lines)
    if exact.set_off:
        return exact
    if len(lines) < 4:
        return Wrap()
    if _in_pieces(lines):
        return Wrap(1)
    widths = sorted(line.width for line in lines)
    usual = next((width for tenths in _USUAL if _is_wrapped(lines, width := widths[len(lines) * tenths // 10 - 1])), 0)
    return exact._replace(width=usual) if usual else Wrap()


def _exact(lines: Sequence[Line]) -> Wrap:
    """Where the lines end that others go on with, and whether only full ones are gone on with."""
    lines = list(_of_pages(lines))
    begins = [line.indented or line.after_blank for line in lines]
    first = begins.index(True) if True in begins else 0
    pairs = [
        (last, line) for last, line in pairwise(lines[first:]) if not (line.indented or line.after_blank or line.turned)
    ]
    if not pairs:
        return Wrap()
    broken = sum(not ENDS_SENTENCE.search(last.text) for last, _ in pairs)
    tried = [_tried(pairs, by_count) for by_count in (False, True)]
    share, wrap = max(tried, key=lambda found: found[0])
    few = len(pairs) < _FEWEST
    enough = (
        broken == len(pairs) and all(STARTS_INSIDE.search(last.text) for last, _ in pairs)
        if few
        else broken * 2 > len(pairs)
    )
    beyond = sum(_size(line, wrap.by_count) > wrap.edge + _HANGING for line in lines)
    flush = any(opens_paragraph(line.text) and not wrap.is_filled(last, line) for last, line in pairs)
    fits = _NARROWEST <= wrap.width <= _WIDEST and beyond <= (not few) * len(lines) // 20
    if True in begins and share >= _OFTEN and enough and fits and not flush:
        return wrap._replace(set_off=True)
    full = [size for last, _ in pairs if (size := _size(last, wrap.by_count)) >= wrap.edge * FULL]
    return wrap if sum(wrap.edge - size in (0, 1) for size in full) * 2 > len(full) else wrap._replace(edge=0)


def _tried(pairs: Sequence[tuple[Line, Line]], by_count: bool) -> tuple[float, Wrap]:
    """The share of full lines if lines were measured so."""
    sizes = sorted(_size(last, by_count) for last, _ in pairs)
    widths = sorted(_size(last, False) for last, _ in pairs)
    top = -1 - len(sizes) // 20
    most = sizes[top]
    edge, times = max(Counter(sizes).items(), key=lambda found: (found[0] >= most * FULL, found[1], found[0]))
    wrap = Wrap(widths[top], edge if times >= _FEWEST else most, by_count)
    return sum(wrap.is_filled(last, line) for last, line in pairs) / len(pairs) + times / len(pairs) / 100, wrap


def _of_pages(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without what may be numbers and heads of pages."""
    heads, turned = page_heads(lines), False
    for line in lines:
        if NUMBER.fullmatch(line.text) or line.text in heads:
            turned = True
        else:
            yield line._replace(turned=turned or line.turned)
            turned = False


def _is_wrapped(lines: Sequence[Line], usual: int) -> bool:
    """Whether most of the words stand in lines of about this width, and most of these lines end in mid-sentence."""
    full = [line for line in lines if usual * FULL <= line.width <= usual * 1.15]
    broken = sum(not ENDS_SENTENCE.search(line.text) for line in full)
    held = sum(line.width for line in full) > _HELD * sum(line.width for line in lines)
    return _NARROWEST <= usual <= _WIDEST and held and broken * 2 > len(full)


def _in_pieces(lines: Sequence[Line]) -> bool:
    """Whether lines were broken at links and raised figures, so that blank lines alone part the paragraphs."""
    parted = sum(line.after_blank for line in lines)
    if parted * 4 < len(lines):
        return False
    broken = (
        (STARTS_INSIDE.match(line.text) or "。" in last.text)
        and not (line.after_blank or line.indented or ENDS_SENTENCE.search(last.text) or opens_paragraph(line.text))
        for last, line in pairwise(lines)
    )
    return sum(map(bool, broken)) >= _PIECES


def page_heads(lines: Sequence[Line]) -> frozenset[str]:
    """What stands time and again where a page was turned."""
    found = Counter(
        line.text
        for last, line in zip([None, *lines], lines, strict=False)
        if line.turned or (last and NUMBER.fullmatch(last.text))
    )
    return frozenset(text for text, times in found.items() if times >= _PAGES and not ENDS_SENTENCE.search(text))
