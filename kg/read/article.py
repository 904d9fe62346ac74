"""Decoded text to `Article`: which format it is, what its metadata say, when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from kg.model import Article, Header
from kg.read.header import china_day, find_day, normalise, read_front_matter
from kg.read.html import Markup, read_html
from kg.read.layout import Draft, lay_out
from kg.read.plain import read_plain, set_heading

_HTML = re.compile(
    r"<(?:!doctype|html|body|p|div|section|article|table|tr|td|h[1-6]|ul|ol|li|br)\b[^<>]{0,2000}>", re.IGNORECASE
)


def read_text(
    text: str, source: str = "-", *, headers: Sequence[Header] = (), published: date | None = None
) -> Article:
    """The article that a decoded file holds: optional front matter, then HTML, Markdown or plain text.

    `headers` (of a JSON record, say) go before those in the text; `published` overrides what they say.

    >>> read_text("　　到2025年，建成三个园区。").text
    '到2025年，建成三个园区。'
    """
    matter = read_front_matter(text)
    markup = _body(text, matter.body, source)
    drafts = [draft for draft in markup.drafts if draft.runs]
    for draft in drafts:
        set_heading(draft)
    known = _headers((*headers, *matter.headers), markup)
    page = lay_out(drafts)
    day = published or _published(known, source, page.text)
    return Article(source, page.text, page.blocks, known, page.pieces, published=day)


def _body(text: str, start: int, source: str) -> Markup:
    """The blocks of the text after the front matter."""
    if _HTML.search(text, start):
        return read_html(text, start)
    return Markup(read_plain(text, start), "", [])


def _headers(given: Sequence[Header], markup: Markup) -> tuple[Header, ...]:
    """Headers given or in front matter, then those of <meta> whose name is not yet known, then <title>."""
    pairs: list[tuple[object, object]] = []
    for meta in markup.metas:
        key = meta.get("name") or meta.get("property") or meta.get("rel")
        pairs.append((key, meta.get("content") or meta.get("href")))
    pairs.append(("title", markup.title))
    names = {header.name for header in given}
    return (*given, *(header for header in normalise(pairs) if header.name not in names))


def _published(headers: Sequence[Header], source: str, text: str) -> date | None:
    """Day of publication in China: stated, else in the title or file name, else a date line at the top."""
    stated = next((h.value for h in headers if h.name == "published"), None)
    if stated and (day := china_day(stated)):
        return day
    title = next((h.value for h in headers if h.name == "title"), "")
    for place in (title, PurePath(source).name):
        if day := find_day(place):
            return day
    for line in text[:1000].split("\n")[:8]:
        if len(line) <= 14 and (day := find_day(line)):
            return day
    return None


__all__ = ["Draft", "read_text"]
