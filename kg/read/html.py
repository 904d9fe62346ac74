"""HTML to blocks: what a reader of the page sees of the article.

Structure is kept in one stack of open block elements; nothing recurses, every step is constant time. Elements that are
page furniture by their tag or class are left out with all they hold.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model import BlockKind
from kg.read.chrome import hides, is_furniture
from kg.read.layout import Draft, Run
from kg.read.markup import Token, attributes, tokens
from kg.read.table import Grid

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol optgroup p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_TABLE_PARTS = frozenset("table thead tbody tfoot tr td th".split())
_VOID = frozenset("area base col embed hr img input link param source track wbr".split())
_CELLS = frozenset(("td", "th"))
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dd": "item",
    "caption": "caption",
    "figcaption": "caption",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}


class Frame(NamedTuple):
    """An open element and what a block inside it is."""

    name: str
    kind: BlockKind = "paragraph"
    level: int = 0
    grid: Grid | None = None
    row: int = -1
    column: int = -1


class Markup(NamedTuple):
    """A page taken apart: its blocks, the words of <title>, the attributes of <meta> and <link>,
    how many tables it has."""

    drafts: list[Draft]
    title: str
    metas: list[dict[str, str]]
    tables: int = 0


def read_html(source: str, start: int = 0, stop: int | None = None, *, tables: int = 0) -> Markup:
    """The blocks of the HTML in `source[start:stop]`, furniture left out; tables are numbered from `tables` on.

    Where the class names would take more than three quarters of the text, they are not believed: a page may call
    its article "ad-box".

    >>> [d.words for d in read_html("<nav>首页</nav><p>建成<b>三个</b>园区<p class=share>分享").drafts]
    ['建成三个园区']
    """
    page = _Page(tables, by_class=True).read(source, start, stop)
    kept = sum(len(run.text) for draft in page.drafts for run in draft.runs if not run.text.isspace())
    if page.unseen > 3 * kept:
        page = _Page(tables, by_class=False).read(source, start, stop)
    for grid in page.grids:
        grid.judge()
    return Markup(page.drafts, "".join(page.title).strip(), page.metas, len(page.grids))


class _Page:
    """The state of reading one page."""

    def __init__(self, tables: int, *, by_class: bool) -> None:
        self.by_class = by_class
        self.tables = tables
        self.drafts: list[Draft] = []
        self.grids: list[Grid] = []
        self.title: list[str] = []
        self.metas: list[dict[str, str]] = []
        self.unseen = 0
        """Code points left out because of class names."""
        self._stack: list[Frame] = [Frame("")]
        self._open: list[dict[str, int]] = [{}]  # how many of each name are open, per cell
        self._parts: dict[str, int] = {}  # the same for parts of tables
        self._dropped_at = 0  # height of the stack below the element that is being left out
        self._by_class = False
        self._in_title = False
        self._linked = False
        self._draft: Draft | None = None

    def read(self, source: str, start: int, stop: int | None) -> _Page:
        """Take the tokens one by one."""
        for token in tokens(source, start, stop):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "start":
                self._start(token)
            else:
                self._end(token.name)
        self._flush()
        return self

    def _text(self, token: Token) -> None:
        if self._in_title:
            self.title.append(token.value)
        elif self._dropped_at:
            self.unseen += len(token.value.strip()) if self._by_class else 0
        elif self._open[-1].get("pre") and "\n" in token.value:
            for line in re.finditer(r"[^\n]+|\n", token.value):
                if line[0] == "\n":
                    self._flush()
                else:
                    self._text(token._replace(value=line[0], offset=token.offset + line.start()))
        elif self._draft is not None or not token.value.isspace():
            self._draft = draft = self._draft or self._blank()
            draft.runs.append(Run(token.value, token.offset))
            if self._linked:
                draft.linked += len(token.value.strip())

    def _start(self, token: Token) -> None:
        name = token.name
        if name in ("meta", "link"):
            self.metas.append(attributes(token.value))
        elif name == "br":
            self._flush()
        elif name in _BLOCKS:
            self._open_block(name, token.value)
        elif name == "title":
            self._in_title = not self.title
        elif self._dropped_at:
            if name == self._stack[self._dropped_at].name:
                self._push(Frame(name))
        elif name == "a":
            self._linked = True
            self._draft = self._draft or self._blank()
            self._draft.links += 1
        elif name not in _VOID:
            self._leave_out(name, token.value)

    def _open_block(self, name: str, raw: str) -> None:
        self._flush()
        self._close_implied(name)
        if self._dropped_at or not self._leave_out(name, raw):
            self._push(self._frame(name, raw))

    def _close_implied(self, name: str) -> None:
        """End tags that may be left out in HTML: p before any block, li before li, cells and rows before their like."""
        if self._open[-1].get("p"):
            self._end("p")
        top = self._stack[-1].name
        if name in _CELLS or name == "tr":
            if top in _CELLS:
                self._pop()
                top = self._stack[-1].name
            if name == "tr" == top:
                self._pop()
        elif (name == "li" == top) or (name in ("dt", "dd") and top in ("dt", "dd")):
            self._pop()

    def _leave_out(self, name: str, raw: str) -> bool:
        """Start to leave out an element if it is furniture; elements of raw text have no content to leave out."""
        by_tag = hides(name, within=bool(self._open[-1].get("article") or self._open[-1].get("main")))
        if not by_tag and not (self.by_class and raw and is_furniture(name, raw)):
            return False
        self._dropped_at = len(self._stack)
        self._by_class = not by_tag
        self._push(Frame(name))
        return True

    def _frame(self, name: str, raw: str) -> Frame:
        """The frame of a block: its own kind, else that of the element around it."""
        outer = self._stack[-1]
        grid = outer.grid
        if name == "table":
            grid = Grid(self.tables + len(self.grids))
            self.grids.append(grid)
            return Frame(name, grid=grid)
        if grid is not None and name == "tr":
            grid.next_row()
        elif grid is not None and name in _CELLS:
            row, column = grid.place(attributes(raw))
            return Frame(name, "cell", 0, grid, row, column)
        if outer.kind == "cell":
            return outer._replace(name=name)
        kind = _KINDS.get(name, outer.kind)
        level = int(name[1]) if kind == "heading" and name in _KINDS else outer.level
        return Frame(name, kind, level, grid, outer.row, outer.column)

    def _push(self, frame: Frame) -> None:
        self._stack.append(frame)
        counts = self._counts(frame.name)
        counts[frame.name] = counts.get(frame.name, 0) + 1
        if frame.name in _CELLS:
            self._open.append({})

    def _pop(self) -> Frame:
        frame = self._stack.pop()
        if frame.name in _CELLS:
            self._open.pop()
        self._counts(frame.name)[frame.name] -= 1
        if len(self._stack) <= self._dropped_at:
            self._dropped_at = 0
        return frame

    def _counts(self, name: str) -> dict[str, int]:
        return self._parts if name in _TABLE_PARTS else self._open[-1]

    def _end(self, name: str) -> None:
        if name == "a":
            self._linked = False
        elif name == "title":
            self._in_title = False
        if name in _BLOCKS:
            self._flush()
        if name not in ("body", "html") and self._counts(name).get(name):
            while self._pop().name != name:
                pass

    def _flush(self) -> None:
        """Close the block in the making; the next words start another."""
        if self._draft is not None:
            self.drafts.append(self._draft)
            grid = self._stack[-1].grid
            if grid is not None and self._draft.kind == "cell":
                grid.drafts.append(self._draft)
            self._draft = None

    def _blank(self) -> Draft:
        frame = self._stack[-1]
        table = frame.grid.number if frame.grid is not None and frame.kind == "cell" else -1
        return Draft(frame.kind, frame.level, table, frame.row, frame.column)
