"""Metadata of a source: front matter, <meta>, JSON keys, under the names of `kg.model.Header`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from kg.lexicon.script import days_in_digits, plain
from kg.model import Header
from kg.pattern import late

CHINA = timezone(timedelta(hours=8))
_NAMES: dict[str, str] = {
    "title": "title",
    "og:title": "title",
    "articletitle": "title",
    "date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "published": "published",
    "publish_time": "published",
    "article:published_time": "published",
    "og:release_date": "published",
    "publisher": "publisher",
    "source": "publisher",
    "contentsource": "publisher",
    "og:site_name": "publisher",
    "author": "author",
    "authors": "author",
    "article:author": "author",
    "editor": "editor",
    "category": "category",
    "categories": "category",
    "headimg": "image",
    "image": "image",
    "thumbnail": "image",
    "og:image": "image",
    "url": "url",
    "link": "url",
    "og:url": "url",
    "canonical": "url",
    "issuer": "issuer",
    "docno": "number",
    "number": "number",
}
_REPEATABLE = frozenset(("category", "author"))
_NOTHING = frozenset(("None", "null", "NULL", "undefined"))  # what templates print for a missing value
_LONE = late("[\ud800-\udfff]")
"""Half a character, which JSON can hold and nothing can write."""
_TOML = late(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*$", re.MULTILINE | re.DOTALL)
_DAY = late(r"(?<!\d)(19\d\d|20\d\d)\s*[-/.年]\s*(1[0-2]|0?[1-9])\s*[-/.月]\s*(3[01]|[12]\d|0?[1-9])(?!\d)")
_COMPACT_DAY = late(r"(?<!\d)(19\d\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


class Matter(NamedTuple):
    """Front matter: its headers, where the text after it starts, what is wrong with it ("" if nothing)."""

    headers: tuple[Header, ...]
    body: int
    fault: str = ""


def read_front_matter(source: str) -> Matter:
    """The YAML block between `---` lines at the top of a file, or the TOML one between `+++`."""
    lead = len(source) - len(source.lstrip())
    if block := _TOML.match(source, lead):
        try:
            pairs = tomllib.loads(block[1].replace("\r\n", "\n")).items()
            return Matter(tuple(normalise((key, value) for key, value in pairs)), block.end())
        except tomllib.TOMLDecodeError as error:
            return Matter((), block.end(), f"broken front matter: {error}; the text is read without title and date")
    if not source.startswith("---", lead):
        return Matter((), 0)
    import frontmatter.default_handlers as handlers  # noqa: PLC0415 - YAML is slow to import and seldom needed
    import yaml  # noqa: PLC0415

    handler = handlers.YAMLHandler()
    if not handler.detect(source[lead:]):
        return Matter((), 0)
    try:
        written, rest = handler.split(source[lead:])
    except ValueError:
        return Matter((), 0, "the front matter is opened by --- and never closed; the whole file is read as text")
    body = len(source) - len(rest)
    try:
        found = handler.load(written)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {source.count(chr(10), 0, lead) + mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or error
        return Matter((), body, f"broken front matter{place}: {problem}; the text is read without title and date")
    return Matter(tuple(normalise(found)) if isinstance(found, dict) else (), body)


def normalise(found: Mapping[object, object] | Iterable[tuple[object, object]]) -> Iterator[Header]:
    """Headers of known names, the first of each; repeatable ones all. An author is the publisher where none is named,
    and so is the issuer of an official paper.

    >>> list(normalise({"Title": " 某某规划发布 ", "date": "Wed, 27 Oct 2021 03:55:42 GMT"}))
    [Header(name='title', value='某某规划发布'), Header(name='published', value='2021-10-27T03:55:42Z')]
    """
    headers: list[Header] = []
    seen: set[str] = set()
    pairs = found.items() if isinstance(found, Mapping) else found
    for key, value in pairs:
        name = _NAMES.get(str(key).strip().lower())
        if name is None or (name in seen and name not in _REPEATABLE):
            continue
        written = [_written(part, name) for part in (value if isinstance(value, list) else [value])]
        written = [part for part in written if part and Header(name, part) not in headers]
        headers += [Header(name, part) for part in (written if name in _REPEATABLE else written[:1])]
        seen.update((name,) if written else ())
    yield from headers
    if "publisher" not in seen:
        owner = next((h.value for h in headers if h.name in ("author", "issuer")), None)
        if owner:
            yield Header("publisher", owner)


def _written(value: object, name: str) -> str:
    if isinstance(value, (date, datetime)):
        return _iso(value)
    if not isinstance(value, (str, int, float)):
        return ""
    text = _LONE.sub("\ufffd", " ".join(str(value).split()))
    return "" if text in _NOTHING else to_iso(text) or "" if name == "published" else text


def _iso(value: date | datetime) -> str:
    """ISO 8601; UTC is written Z."""
    return value.isoformat().replace("+00:00", "Z")


def to_iso(text: str) -> str | None:
    """A date as sources write it in ISO 8601: RFC 2822, ISO, 2022年6月14日; None for anything else.

    >>> to_iso("2012-08-28 19:15:04"), to_iso("2022年6月4日"), to_iso("昨天")
    ('2012-08-28T19:15:04', '2022-06-04', None)
    """
    text = text.strip()
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return _iso(datetime.fromisoformat(text))
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - brings the network modules

    try:
        return _iso(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError):
        pass
    found = find_day(text)
    return found.isoformat() if found else None


def china_day(iso: str) -> date | None:
    """Calendar day in China of an ISO date or date-time; one without offset is taken as Chinese time."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    try:
        return (moment.astimezone(CHINA) if moment.tzinfo else moment).date()
    except OverflowError:
        return None


def find_day(text: str) -> date | None:
    """The first full date in a title or file name: 2024-8-13, 2022年6月14日, 20260704.

    >>> find_day("二〇二一年三月二十九日")
    datetime.date(2021, 3, 29)
    """
    text = days_in_digits(plain(text))
    for pattern in (_DAY, _COMPACT_DAY):
        match = pattern.search(text)
        if match:
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None
