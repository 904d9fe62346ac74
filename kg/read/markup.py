"""HTML tokens with their offsets.

The standard library's parser takes quadratic time on unclosed comments, tags and declarations in some Pythons we
support and differs between their patch releases; libraries that are linear keep no offsets. So this is a tokeniser of
our own: the part of the HTML standard (13.2.5) that decides where tags, comments and raw text end. Linear in the input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from kg.pattern import late


class Token(NamedTuple):
    """`kind` is start, end or text. For tags `name` is lower case and `value` the raw attributes;
    for text `value` is the text, decoded. `offset` is where it stands."""

    kind: str
    name: str
    value: str
    offset: int


_NAME = late(r"</?([a-zA-Z][^\s/>]*)")
_INSIDE = late(r"""(?:[^>"'=]+|=\s*"[^"]*"|=\s*'[^']*'|[="'])*+>""")
_ATTRIBUTE = late(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_REFERENCE = late(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_COMMENT_MARK = late(r"<!--|--!?>")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose content is text up to their end tag."""


def tokens(source: str, start: int = 0, stop: int | None = None) -> Iterator[Token]:
    """Tags and text of `source[start:stop]` in order; comments and declarations are left out.

    >>> [token[:3] for token in tokens("<p class=a>增长<!-- x -->8%&nbsp;</P>")]
    [('start', 'p', ' class=a'), ('text', '', '增长'), ('text', '', '8%'), ('text', '', '\\xa0'), ('end', 'p', '')]
    """
    stop = len(source) if stop is None else stop
    comments = _comment_ends(source, start, stop)
    whole_tags = True
    position = start
    while position < stop:
        mark = source.find("<", position, stop)
        if mark < 0:
            mark = stop
        if mark > position:
            yield from _text(source, position, mark)
            position = mark
            continue
        name = _NAME.match(source, mark, stop)
        if name is None:
            position = _skip_declaration(source, mark, stop, comments)
            if position == mark:
                yield Token("text", "", "<", mark)
                position += 1
            continue
        close = _INSIDE.match(source, name.end(), stop) if whole_tags else None
        end = close.end() if close else source.find(">", name.end(), stop) + 1
        whole_tags = whole_tags and close is not None
        if not end:  # no tag ends any more: what is left is text, as in `a<b`
            yield from _text(source, mark, stop)
            return
        low = name[1].lower()
        if source[mark + 1] == "/":
            yield Token("end", low, "", mark)
            position = end
            continue
        yield Token("start", low, source[name.end() : end - 1], mark)
        position = end
        if low in RAW:
            position = _raw_end(source, low, end, stop)
            if low == "title" and position > end:
                yield from _text(source, end, position)


def attributes(raw: str) -> dict[str, str]:
    """Attributes of a start tag by lower-case name, values decoded; the first of a name wins.

    >>> attributes(' ID="a&amp;b" hidden')
    {'id': 'a&b', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def _text(source: str, start: int, stop: int) -> Iterator[Token]:
    """Text between tags, split at character references so that each part has its own offset."""
    if source.find("&", start, stop) < 0:
        yield Token("text", "", source[start:stop], start)
        return
    for match in _REFERENCE.finditer(source, start, stop):
        char = unescape(match.group())
        if char == match.group():
            continue
        if match.start() > start:
            yield Token("text", "", source[start : match.start()], start)
        yield Token("text", "", char[0], match.start())
        for rest, point in enumerate(char[1:], 1 - len(char)):  # `&ampx;` is `&` and, verbatim, `x;`
            yield Token("text", "", point, match.end() + rest)
        start = match.end()
    if start < stop:
        yield Token("text", "", source[start:stop], start)


def _comment_ends(source: str, start: int, stop: int) -> dict[int, int]:
    """End of each comment that nests properly, by its start.

    Feeds comment out whole advertisements that hold comments of their own; the standard ends the outer one too early.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    for mark in _COMMENT_MARK.finditer(source, start, stop):
        if mark.group() == "<!--":
            opened.append(mark.start())
        elif opened:
            ends[opened.pop()] = mark.end()
    return ends


def _skip_declaration(source: str, mark: int, stop: int, comments: dict[int, int]) -> int:
    """Where the comment, declaration or processing instruction at `mark` ends; `mark` itself if there is none."""
    if source.startswith("<!--", mark):
        if mark in comments:
            return comments[mark]
        end = source.find("-->", mark + 4, stop)
        return end + 3 if end >= 0 else stop
    if source.startswith(("<!", "<?", "</"), mark):
        end = source.find(">", mark, stop)
        return end + 1 if end >= 0 else stop
    return mark


def _raw_end(source: str, name: str, start: int, stop: int) -> int:
    """Where the raw text of an element ends: before its end tag, or at the end."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start, stop)
    return end.start() if end else stop
