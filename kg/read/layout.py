"""From loose runs of source text to the visible text "gp-text-1", its blocks and the map back to the source.

A reader (HTML, Markdown, plain text …) only says which words stand in which block and where they came from;
white space, control characters, trimming and joining are decided here, once for all formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Block, BlockKind, Piece
from kg.pattern import late


class Run(NamedTuple):
    """Words of a block. `source` is the offset of the first; a decoded character reference is a run of its own."""

    text: str
    source: int


@dataclass(slots=True)
class Draft:
    """A block in the making. `linked` counts the code points that stand in links, `links` the links."""

    kind: BlockKind = "paragraph"
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    runs: list[Run] = field(default_factory=list)
    linked: int = 0
    links: int = 0

    @property
    def words(self) -> str:
        """The text of the block before trimming."""
        return "".join(run.text for run in self.runs)

    def tail(self, length: int) -> str:
        """At least the last `length` code points, without joining all of a long block."""
        parts: list[str] = []
        for run in reversed(self.runs):
            parts.append(run.text)
            length -= len(run.text)
            if length <= 0:
                break
        return "".join(reversed(parts))


class Page(NamedTuple):
    """What a file looks like to its reader: text, blocks and pieces as in `Article`."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]


# Control and format characters that show nothing: C0 without tab and line ends, C1, soft hyphen, zero-width
# characters, byte order mark, lone surrogates. U+0085 and U+2028/9 are line ends.
_UNSEEN = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff"
_ODD = late(rf"[{_UNSEEN}\t\n\x0b\x0c\r\x85\u2028\u2029]")
_PARTS = late(rf"(?P<unseen>[{_UNSEEN}]+)|(?P<fold>[ \t]*[\n\x0b\x0c\r\x85\u2028\u2029]\s*|\t)|[^{_UNSEEN}\s]+|\s")
_WIDE = late(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…\U00020000-\U0003ffff]")


def lay_out(drafts: Iterable[Draft]) -> Page:
    """Trim the drafts, drop the empty ones, join the rest by U+000A.

    A line end inside a block is a space between Latin words and nothing beside Chinese; a tab is a space.

    >>> page = lay_out([Draft(runs=[Run("　　到2025年，\\n建成", 3)]), Draft(runs=[Run(" ", 20)])])
    >>> page.text, page.pieces
    ('到2025年，建成', (Piece(text=0, source=5, length=7), Piece(text=7, source=13, length=2)))
    """
    texts: list[str] = []
    blocks: list[Block] = []
    pieces: list[Piece] = []
    start = 0
    for draft in drafts:
        runs = _trimmed(_clean(draft.runs))
        if not runs:
            continue
        end = start
        for run in runs:
            pieces.append(Piece(end, run.source, len(run.text)))
            end += len(run.text)
        texts.append("".join(run.text for run in runs))
        blocks.append(Block(start, end, draft.kind, draft.level, draft.table, draft.row, draft.column))
        start = end + 1
    return Page("\n".join(texts), tuple(blocks), tuple(pieces))


def _clean(runs: Iterable[Run]) -> list[Run]:
    """The runs without unseen characters, line ends folded."""
    clean: list[Run] = []
    for run in runs:
        if _ODD.search(run.text):
            clean.extend(_split(run, clean[-1].text[-1:] if clean else ""))
        elif run.text:
            clean.append(run)
    return clean


def _split(run: Run, before: str) -> Iterator[Run]:
    """Verbatim parts of a run between the characters that are dropped or folded."""
    text = run.text
    begin = 0
    for odd in _PARTS.finditer(text):
        if odd.lastgroup is None:
            continue
        if odd.start() > begin:
            yield Run(text[begin : odd.start()], run.source + begin)
            before = text[odd.start() - 1]
        begin = odd.end()
        if odd.lastgroup == "fold" and not _vanishes(before, text[begin : begin + 1], odd.group()):
            yield Run(" ", run.source + odd.start())
            before = " "
    if begin < len(text):
        yield Run(text[begin:], run.source + begin)


def _vanishes(before: str, after: str, fold: str) -> bool:
    """Whether a folded line end leaves nothing: beside Chinese, at an edge, after a space."""
    if fold == "\t":
        return False
    return before in ("", " ", "\u3000") or bool(_WIDE.match(before) or _WIDE.match(after))


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without outer white space."""
    first = 0
    while first < len(runs) and not runs[first].text.strip():
        first += 1
    last = len(runs)
    while last > first and not runs[last - 1].text.strip():
        last -= 1
    runs = runs[first:last]
    if runs:
        head = runs[0].text.lstrip()
        runs[0] = Run(head, runs[0].source + len(runs[0].text) - len(head))
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].source)
    return runs
