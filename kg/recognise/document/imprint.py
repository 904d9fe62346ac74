"""Lines of the text that speak of the document itself: 来源：…, 原标题：…, 责任编辑：…."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon.scan import opened_by
from kg.model import Article, Sourced, Span
from kg.pattern import late

_EDITOR = late(r"(?:责任编辑|责编|编辑)\s*[：:]\s*(?P<words>[^\s，,；;（）()|A-Za-z0-9\]】]{2,8})")
_ORIGIN = opened_by(
    "文信稿来",
    r"(?:^|(?<=\s))(?:文章|信息|稿件)?来源\s*[：:]\s*(?P<words>[^\s，。；|（）()]{2,30})",
    re.MULTILINE,
)
_ORIGINAL = opened_by("原", r"^原标题\s*[：:]\s*(?P<words>.+?)(?=\s*(?:文章|稿件)?来源\s*[：:]|$)", re.MULTILINE)
_AGENCY = opened_by(
    "【（(新人经中光央财证",
    r"^(?:[【（(]?)(?P<words>新华社|人民日报|经济日报|中新社|中新网|光明日报|央视新闻|财联社|证券时报网)(?=[^，。]{0,14}(?:电|讯|消息))",
    re.MULTILINE,
)


class DocumentLines(NamedTuple):
    """What the text says of itself, each with its place; None where it says nothing."""

    editor: Sourced | None
    origin: Sourced | None
    original_title: Sourced | None


def find_document_lines(article: Article) -> DocumentLines:
    """Editor, origin and original title as the text states them.

    >>> lines = find_document_lines(Article("", "原标题：甲市规划发布 来源：乙报\\n责任编辑：王小明 SF014", ()))
    >>> [line.value for line in lines if line]
    ['王小明', '乙报', '甲市规划发布']
    """
    text = article.text
    editors = list(_EDITOR.finditer(text, max(0, len(text) - 400)))
    return DocumentLines(
        _sourced(editors[-1] if editors else None),
        _sourced(_ORIGIN.search(text, 0, 600) or _AGENCY.search(text, 0, 300)),
        _sourced(_ORIGINAL.search(text, 0, 600)),
    )


def _sourced(match: re.Match[str] | None) -> Sourced | None:
    if match is None:
        return None
    words = match["words"].rstrip()
    start = match.start("words")
    return Sourced(words, Span(start, start + len(words)))
