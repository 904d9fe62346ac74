"""The document's own title, when the text is a policy document itself, and the day it was signed."""

from __future__ import annotations

import re
from datetime import date

from kg.lexicon.title import bare_title, is_short, title_kind
from kg.model import Article, Span
from kg.recognise.day import find_days
from kg.recognise.mention import PlanMention

LONGEST_TITLE = 120
"""No title is longer, in code points; a 《 that no 》 closes before is a typing error."""
WRAPPED = re.compile(r"关于(?:印发|转发|发布|公布|批转)《?(?P<inner>[^《》]{4,}?)》?的(?:通知|公告|函|决定)$")
"""A title that passes another document on: 关于印发《…规划》的通知."""
_NEWS = re.compile(
    r"(?<!关于)(?:发布|公布|印发)|出台|出炉|解读|读懂|通过|审议|召开|获批|看点|速览|要点来了|[！？!?：:，。；《》]"
)
_DOING = re.compile(r"将|开展|启动|实施(?!方案|意见|细则|办法|计划|规划|纲要|条例|规定|指南)")
"""Verbs of a headline, unless 关于 makes them what the document is about."""
_START = re.compile(
    r"20[0-9]{2}年?|[“\"]?十[一二三四五六]五|[^，。；：！？\n]{0,40}?关于|[一-鿿]{2,12}?[省市县区州部委局院]"
)
_OWN_LINES = 6
"""How many blocks from the top the title is looked for."""
_STRICT = re.compile(
    r"(?:规划|纲要|计划|方案|要点|预案|安排|意见|建议|措施|若干政策|通知|公告|通告|通报|函|批复|决定|决议|报告|白皮书|公报|法|条例|办法|规定|细则"
    r"|目录|清单|指南|指引|导则|标准|规范|准则|规则|规程|名单)$"
)
"""Last words that make a line a document's own title; a headline may well end in 政策 or 行动."""
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
_HAN_DAY = re.compile(r"([一二][九〇○零０]..)年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_SIGNED = re.compile(
    r"[（(]?\s*((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[一二][^年\n]{3}年[一-十]{1,2}月[一-十]{1,3}日)\s*(?:印发)?[）)]?"
)


def find_own_title(article: Article) -> PlanMention | None:
    """The title of the policy document that the article is, from its header or its first lines; None for news.

    >>> from kg.model import Block
    >>> text = "甲市人民政府关于促进就业的意见\\n各县人民政府："
    >>> find_own_title(Article("", text, (Block(0, 15), Block(16, 23)))).kind
    'opinion'
    """
    title = article.header("title") or ""
    own = None
    if _is_title(title) and _START.match(title):
        own = PlanMention(_find_loosely(title, article.text), title, title_kind(title) or "other", own=True)
        if own.span.end:
            return own
    for block in article.blocks[:_OWN_LINES]:
        line = article.text[block.start : block.end]
        if _is_title(line) and (not title or _START.match(line)):
            return PlanMention(Span(block.start, block.end), line, title_kind(line) or "other", own=True)
    return own


def _is_title(line: str) -> bool:
    """Whether a line reads as a title of a policy document and not as a piece of news."""
    if not 8 <= len(line) <= LONGEST_TITLE or title_kind(line) is None:
        return False
    if _NUMBERED.match(line) or not _STRICT.search(bare_title(line)):
        return False
    if "关于" not in line and _DOING.search(line):
        return False
    return not _NEWS.search(WRAPPED.sub("", line)) and not is_short(line)


def _find_loosely(title: str, text: str) -> Span:
    """Where the title stands near the top of the text, broken lines and spaces aside; an empty span if it does not."""
    pattern = r"\s*".join(re.escape(c) for c in title if not c.isspace())
    match = re.compile(pattern).search(text, 0, 4 * LONGEST_TITLE)
    return Span(*match.span()) if match else Span(0, 0)


def signed_day(article: Article) -> date | None:
    """The day in a line of its own under the title or under the text: （2021年9月22日）, 二〇〇六年九月七日."""
    for block in (*article.blocks[: _OWN_LINES + 2], *article.blocks[-3:]):
        if match := _SIGNED.fullmatch(article.text, block.start, block.end):
            words = _in_digits(match[1])
            days = find_days(words, 0, len(words), None)
            return days[0].date if days else None
    return None


_DIGITS = str.maketrans("〇○零０一二三四五六七八九", "0000123456789")


def _in_digits(day: str) -> str:
    """二〇二一年十二月二十三日 → 2021年12月23日.

    >>> _in_digits("二○○六年十月三十日")
    '2006年10月30日'
    """
    match = _HAN_DAY.fullmatch(day)
    if match is None:
        return day
    month, day_of_month = (_small_number(n) for n in match.groups()[1:])
    return f"{match[1].translate(_DIGITS)}年{month}月{day_of_month}日"


def _small_number(han: str) -> int:
    tens, mark, ones = han.rpartition("十")
    return (int(tens.translate(_DIGITS) or "1") * 10 if mark else 0) + int(ones.translate(_DIGITS) or "0")
