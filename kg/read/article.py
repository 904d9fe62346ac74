"""Decoded text to `Article`: which format it is, what its metadata say, when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from kg.model import Article, Header
from kg.pattern import late
from kg.read.chrome import without_furniture
from kg.read.header import china_day, find_day, normalise, read_front_matter
from kg.read.heading import is_title
from kg.read.html import Markup, read_html
from kg.read.layout import Draft, lay_out
from kg.read.markdown import looks_like_markdown, read_markdown
from kg.read.plain import read_plain, set_heading
from kg.read.spacing import closed_up

_HTML = late(
    r"<(?:!doctype|html|body|p|div|section|article|table|tr|td|h[1-6]|ul|ol|li)\b[^<>]{0,2000}>", re.IGNORECASE
)
_BREAK = late(r"<br\b[^<>]{0,200}>", re.IGNORECASE)
_MARKDOWN = frozenset((".md", ".markdown"))
_PAGE = frozenset((".html", ".htm", ".xhtml"))
# A line at the top that is a date, or begins with one behind a dash, a bracket, 来源：某报 or 发布时间：; a dateline.
_DATE_LINE = late(
    r"[（(—─\-\s]*(?:.{0,4}来源[:：]\s*\S{1,20}\s+)?(?:.{0,4}(?:时间|日期)[:：]\s*)?(?=(?:19|20)\d\d\s*[-/.年])"
    r"|\s*[^，。；：\s]{2,16}?\s?(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:电|讯|消息))"
)
_SITE = late(r"\s*[-_|—–·]")
_ORIGINAL = late(r"\[[^\[\]]{0,6}原文[^\[\]]{0,6}\]\((?P<link>[^()\s]{1,400})\)")
_TOP = 8  # blocks in which a date line and the title are looked for


def read_text(
    text: str, source: str = "-", *, headers: Sequence[Header] = (), published: date | None = None
) -> Article:
    """The article that a decoded file holds: optional front matter, then HTML, Markdown or plain text.

    `headers` (of a JSON record, say) go before those in the text; `published` overrides what they say.

    >>> read_text("　　到2025年，建成三个园区。").text
    '到2025年，建成三个园区。'
    """
    matter = read_front_matter(text)
    markup = _body(text, matter.body, PurePath(source).suffix.lower())
    known = _headers((*headers, *matter.headers), markup)
    notes = (matter.fault,) if matter.fault else ()
    article = from_drafts(markup.drafts, source, headers=known, published=published, notes=notes)
    return article if article.published else replace(article, published=_day_of_original(text, matter.body))


def _day_of_original(text: str, start: int) -> date | None:
    """The day in the first link to the original of a Markdown page: [查看原文](https://a.cn/2026/08/10/1.html)."""
    link = _ORIGINAL.search(text, start)
    return find_day(link["link"]) if link else None


def from_drafts(
    drafts: list[Draft],
    source: str,
    *,
    headers: tuple[Header, ...] = (),
    published: date | None = None,
    notes: tuple[str, ...] = (),
) -> Article:
    """The article made of these blocks: headings found, the day of publication settled."""
    drafts = without_furniture(drafts)
    for draft in drafts:
        set_heading(draft)
    if not any(header.name == "title" for header in headers):
        _set_title(drafts)
    page = lay_out(closed_up(drafts))
    day = published or _published(headers, source, page.text)
    return Article(source, page.text, page.blocks, headers, page.pieces, published=day, notes=notes)


def _body(text: str, start: int, suffix: str) -> Markup:
    """The blocks of the text after the front matter, by the suffix of its file and by its look.

    A post of a feed is one piece of HTML, blank lines and all, whatever its suffix; Markdown may hold pieces of HTML,
    and open with one where headings of its own follow. Lines with nothing but <br> in them are still lines.
    """
    html = _HTML.search(text, start)
    opens = html is not None and not text[start : html.start()].strip()
    if suffix in _PAGE or (opens and not (suffix in _MARKDOWN and looks_like_markdown(text, start))):
        return read_html(text, start)
    broken = not html and _BREAK.search(text, start) is not None
    lined = broken and "\n" in text[start:].strip()
    if suffix in _MARKDOWN or start or lined or looks_like_markdown(text, start):
        return read_markdown(text, start)
    return read_html(text, start) if html or broken else Markup(read_plain(text, start), "", [])


def _headers(given: Sequence[Header], markup: Markup) -> tuple[Header, ...]:
    """Headers given or in front matter, then those of <meta> whose name is not yet known, then <title>."""
    if not markup.metas and not markup.title:
        return tuple(given)
    pairs: list[tuple[object, object]] = []
    for meta in markup.metas:
        key = meta.get("name") or meta.get("property") or meta.get("rel")
        pairs.append((key, meta.get("content") or meta.get("href")))
    pairs.append(("title", _page_title(markup)))
    names = {header.name for header in given}
    return (*given, *(header for header in normalise(pairs) if header.name not in names))


def _page_title(markup: Markup) -> str:
    """The words of <title>, without the names of site and section where the first heading tells where they start."""
    heading = next((draft.words.strip() for draft in markup.drafts if draft.kind == "heading"), "")
    rest = markup.title.removeprefix(heading) if heading else ""
    return heading if rest and _SITE.match(rest) else markup.title


def _set_title(drafts: Sequence[Draft]) -> None:
    """Make the line that reads like the title of a paper a heading of level 1, where no metadata give a title."""
    for draft in drafts[:_TOP]:
        if draft.kind == "paragraph" and is_title(draft.words.strip()):
            draft.kind, draft.level = "heading", 1
            return


def _published(headers: Sequence[Header], source: str, text: str) -> date | None:
    """Day of publication in China: stated, else in the title or file name, else a date line at the top."""
    stated = next((h.value for h in headers if h.name == "published"), None)
    if stated and (day := china_day(stated)):
        return day
    title = next((h.value for h in headers if h.name == "title"), "")
    for place in (title, PurePath(source).name):
        if day := find_day(place):
            return day
    for line in text[:2000].split("\n")[:_TOP]:
        if len(line) <= 60 and (lead := _DATE_LINE.match(line)) and (day := find_day(line[lead.end() :][:14])):
            return day
    return None
