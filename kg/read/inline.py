"""Words of a line of Markdown without its marks: emphasis, links, code, HTML tags."""

from __future__ import annotations

from collections.abc import Iterator

from kg.pattern import late
from kg.read.layout import Draft, Run
from kg.read.markup import tokens

# What goes, per construct: the groups named a to d. No nested repetition, so each is linear in the line.
_MARKS = late(
    r"(?P<a>!\[[^\[\]]*\]\([^()]*\))"  # picture
    r"|(?P<b>\{\{[<%][^{}]*[%>]\}\}|\{%[^{}]*%\})"  # template directive of a site generator
    r"|(?P<link>\[)(?=[^\[\]]{0,500}\]\()"
    r"|(?P<target>\]\((?:[^()]|\([^()]*\))*\))"
    r"|(?P<c>\\)(?=[!-/:-@\[-`{-~])"  # escape
    r"|(?P<note>\[\^[^\[\]\s]{1,20}\](?!:))"
    r"|(?P<d>`+)"
)
# Emphasis as Chinese authors use it: the standard would refuse **“甲”**乙, a mark between a quote and a word.
_EMPHASIS = (
    late(r"(\*\*)(?=\S)(?:[^*]|\*(?!\*))+?(\*\*)"),
    late(r"(?<!\*)(\*)(?=[^\s*])[^*]+?(?<=[^\s*])(\*)(?![*\d])"),
    late(r"(?<![A-Za-z0-9_])(__)(?=\S)[^_]+?(?<=\S)(__)(?![A-Za-z0-9_])"),
    late(r"(?<![\w_])(_)(?=[^\s_])[^_]+?(?<=[^\s_])(_)(?![\w_])"),
    late(r"(~~)(?=\S)[^~]+?(~~)"),
)
_ANY = late(r"[*_~`\[\]!\\{<&]")


def add_line(draft: Draft, source: str, start: int, stop: int) -> None:
    """Add the visible words of `source[start:stop]` to a draft, and count what is in links.

    >>> draft, line = Draft(), "见[《某某规划》](a.html)，**增长8%**<br>。"
    >>> add_line(draft, line, 0, len(line))
    >>> draft.words, draft.links, draft.linked
    ('见《某某规划》，增长8% 。', 1, 6)
    """
    if not _ANY.search(source, start, stop):
        draft.runs.append(Run(source[start:stop], start))
        return
    position = start
    in_link = False
    for begin, end, kind in _dropped(source, start, stop):
        if begin > position:
            _add_words(draft, source, position, begin, in_link=in_link)
        if kind in ("link", "target"):
            in_link = kind == "link"
            draft.links += in_link
        position = max(position, end)
    if position < stop:
        _add_words(draft, source, position, stop, in_link=False)


def _dropped(source: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """Spans of marks, sorted. A `]` counts as the end of a link only after the `[` of one."""
    spans: list[tuple[int, int, str]] = []
    opened = False
    for match in _MARKS.finditer(source, start, stop):
        kind = match.lastgroup or ""
        if kind == "target" and not opened:
            continue
        if kind in ("link", "target"):
            opened = kind == "link"
        spans.append((match.start(), match.end(), kind))
    for pattern in _EMPHASIS:
        for match in pattern.finditer(source, start, stop):
            spans += ((*match.span(1), "emphasis"), (*match.span(2), "emphasis"))
    return sorted(spans)


def _add_words(draft: Draft, source: str, start: int, stop: int, *, in_link: bool) -> None:
    for run in _words(source, start, stop):
        draft.runs.append(run)
        draft.linked += len(run.text.strip()) if in_link else 0


def _words(source: str, start: int, stop: int) -> Iterator[Run]:
    """The text between HTML tags; a `<` that starts none is text, a <br> a space."""
    for token in tokens(source, start, stop):
        if token.kind == "text":
            yield Run(token.value, token.offset)
        elif token.name == "br":
            yield Run(" ", token.offset)
