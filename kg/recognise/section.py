"""Sections of a document and how each speaks: a work report first reviews last year, then sets out this one.

A heading (2013年工作回顾, 今年的主要任务) or the words a part opens with (过去一年，…; 今年的主要预期目标是…) tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.model import Article, Block, Span
from kg.recognise.period import Time
from kg.recognise.stance import Stance

_REVIEW = re.compile(r"回顾|总结|(?:取得的?)?(?:成绩|成就|进展|成效)|过去|年来|完成情况")
_PLAN = re.compile(r"安排|部署|目标|任务|总体要求|今年|重点工作|工作重点|下一步|展望|打算|思路")
_REVIEW_OPENS = re.compile(r"[\s\u3000]*(?:过去(?:的)?一年|一年来|刚刚过去的)")
_PLAN_OPENS = re.compile(
    r"[\s\u3000]*(?:今年|20[0-9]{2}年|做好今年)[^。]{0,40}(?:主要(?:预期)?目标|总体要求|指导思想|总体思路|重点(?:做好|抓好))"
)
_YEAR = re.compile(r"(20[0-9]{2})年?")
SPRING = 4
"""A report published up to this month reviews the year before."""


@dataclass(frozen=True, slots=True)
class Section:
    """What holds until the next section: the governing time (None: none) and the stance."""

    time: Time | None
    stance: Stance


def section_of(article: Article, block: Block, times: Sequence[Time], before: Section) -> Section:
    """The section after reading this block: `before` unless the block opens another."""
    text = article.text
    if block.kind == "heading":
        period = next((t for t in times if t.kind == "period"), None)
        if period is not None:
            return Section(period, before.stance)
        if block.level > DEEPEST:
            return before
        found = (pattern.search(text, block.start, block.end) for pattern in (_REVIEW, _PLAN))
        return _speaking(article, block, *found, before=before)
    opens = (pattern.match(text, block.start, block.end) for pattern in (_REVIEW_OPENS, _PLAN_OPENS))
    return _speaking(article, block, *opens, before=before)


DEEPEST = 4
"""Headings below 一、 do not change how a part speaks."""


def _speaking(
    article: Article, block: Block, review: re.Match[str] | None, plan: re.Match[str] | None, *, before: Section
) -> Section:
    cue = review or plan
    if cue is None or (review and plan):
        return Section(None, before.stance) if block.kind == "heading" and before.time else before
    year = _year(article.published, article.text[block.start : block.end][:40], review=bool(review))
    time = Time(Span(*cue.span()), "year", year) if year is not None else before.time
    return Section(time, replace(before.stance, directive=plan is not None))


def _year(published: date | None, words: str, *, review: bool) -> int | None:
    written = _YEAR.search(words)
    if written:
        return int(written[1])
    if published is None:
        return None
    return published.year - 1 if review and published.month <= SPRING else published.year
