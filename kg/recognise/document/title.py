"""The document's own title, when the text is a policy document itself, and who signed it on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kg.lexicon.script import days_in_digits
from kg.lexicon.title import bare_title, is_short, title_kind
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.mention import PlanMention
from kg.recognise.time.day import find_days

LONGEST_TITLE = 120
"""No title is longer, in code points; a 《 that no 》 closes before is a typing error."""
WRAPPED = late(
    r"关于(?:(?:印发|转发|发布|公布|批转)[《〈＜<]?|(?P<changed>修改|修订|废止|实施)[《〈＜<])(?P<inner>[^《》〈〉＜＞<>]{4,}?)[》〉＞>]?的(?:通知|公告|函|决定)(?:[（(](?:草案|征求意见稿|送审稿)[）)])?$"
)
"""A title that passes another document on or changes it: 关于印发《…规划》的通知, 关于修改〈…条例〉的决定."""
_ABOUT_TITLE = late(
    r"(?<=关于)[^，。；！？]*?《[^《》]+》(?=[^，。；：！？]*的(?:批复|决定|通知|意见|公告|函|答复|规定)$)"
)
"""A document that the title is about: 国务院关于暂时调整实施《…条例》有关规定的决定."""
_NEWS = late(
    r"(?<!关于)(?:发布|公布|印发)|出台|出炉|解读|读懂|通过|审议|召开|获批|看点|速览|要点来了|[！？!?：:，。；《》]"
)
_DOING = late(
    r"将|开展|启动|推出|介绍|要求|降低|进一步|征求意见|作工作报告|实施(?!方案|意见|细则|办法|计划|规划|纲要|条例|规定|指南)"
)
"""Verbs of a headline, unless 关于 makes them what the document is about."""
_START = late(r"20[0-9]{2}年?|[“\"]?十[一二三四五六]五|[^，。；：！？\n]{0,40}?关于|[一-鿿]{2,12}?[省市县区州部委局院]")
_OWN_LINES = 6
"""How many blocks from the top the title is looked for."""
_LONGEST_BROKEN = 3
_BREAKS_OFF = late(r"[，。；：！？]|^.{61}")
"""What no line of a title that goes on in the next one has."""
_ITS_NUMBER = late(r"\s*[（(][一-鿿]{2,12}[〔﹝［\[（(](?:19|20)[0-9]{2}[〕﹞］\]）)]\s*[0-9]{1,5}号[）)]$")
"""The number of a document, behind its title: （甲发〔2031〕4号）."""
_GOES_ON = late(r"\s+[和与及][^，。；：\n]{2,40}(?:\n|$)")
"""A line that can only go on with the one before it."""
_STRICT = late(
    r"(?:规划|纲要|计划|方案|要点|预案|安排|意见|建议|措施|若干政策|通知|公告|通告|通报|函|答复|请示|批复|决定|决议|报告|白皮书|公报|法|条例|办法|规定|细则"
    r"|目录|清单|指南|指引|导则|标准|规范|准则|规则|规程|名单)$"
)
"""Last words that make a line a document's own title; a headline may well end in 政策 or 行动."""
_NUMBERED = late(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
_HAN_YEAR = r"(?:19|20)[0-9]{2}年(?=[一二三四五六七八九十])"
_HAN_DAY = rf"{_HAN_YEAR}[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
_DAY = rf"(?:19|20)[0-9]{{2}}\s*年\s*[0-9]{{1,2}}\s*月\s*[0-9]{{1,2}}\s*日|{_HAN_DAY}"
_SIGNED = late(rf"[（(]?\s*(?P<day>{_DAY})\s*(?:印发)?[）)]?(?:\s|&[a-z]+;)*")
_SIGNED_LINE = late(
    r"(?:[。\s]|^)\s*(?P<name>[^，。；：、\s](?:[^，。；：\n]{0,40}[^，。；：\s])?)[ \u3000]+"
    rf"(?P<day>{_DAY})\s*(?:[（(][^（）()]{{2,12}}[）)])?\s*$"
)
"""A signature at the end of a paragraph whose lines were run together."""
_ANY_HAN_YEAR = late(_HAN_YEAR)
"""Stands in whatever `_SPACED_DAY` finds, and is found sooner."""
_SPACED_DAY = late(rf"[^\S\n]{{2}}(?P<day>{_HAN_DAY})[^\S\n]")
"""A signature's day in the midst of lines run together, set off by spaces: …执行。    2011年五月六日  …."""
_RELEASED = late(rf"(?:[。\s]|^)(?P<name>[^，。；：、《》0-9\s]{{2,40}})\s*(?P<day>{_DAY})\s*[（(]此[件文]")
"""A signature in the midst of lines run together, before who may read it: 甲市政府 2014年2月9日 （此件公开发布）."""
_PASSED_ON = late(rf"(?:执行|落实|实施|办理|贯彻|遵照)。\s*(?P<name>[^，。；：、《》0-9]{{2,120}}?)\s*(?P<day>{_DAY})")
"""The same after what such a letter ends with: 请认真贯彻执行。甲部 乙部2014年2月9日丙方案 为加强…"""
_LONGEST_SIGNATURE = 120
"""A signature at the end of a paragraph takes no more characters."""
_NAME = late(r"[^，。；：:！？《》0-9]{2,60}")
_NUMBER = r"\s*[一-鿿]{1,10}\s*[〔﹝［\[（(]\s*(?:19|20)[0-9]{2}"
_RUN_ON = late(
    rf"(?P<title>[^，。；：！？\n]{{2,40}}?关于[^。；：！？\n]{{4,90}}?(?:通知|意见|决定|批复|公告|通告|函|办法|规定|方案|报告))(?={_NUMBER})"
    r"|(?P<law>[^，。；：！？\s]{4,40}?(?:条例|办法|规定|细则|法))(?=\s*第[一二]?[一十]?[章条]\s)"
)
"""A title that its document number or its first article follows on one line."""


_TOLD = late("新闻联播|记者|各位代表|日前|近日")
"""What a text without a title says that tells of things: news, a report."""
_DOCUMENT = late("(?:年|防治)行动计划")


def find_own_title(article: Article) -> PlanMention | None:
    """The title of the policy document that the article is, from its header or its first lines; None for news.

    >>> from kg.model import Block
    >>> text = "甲市人民政府关于促进就业的意见\\n各县人民政府："
    >>> find_own_title(Article("", text, (Block(0, 15), Block(16, 23)))).kind
    'opinion'
    """
    title = _ITS_NUMBER.sub("", article.header("title") or "", count=1)
    own = _run_on(article)
    if own:
        return own
    if _is_title(title) and _START.match(title):
        own = PlanMention(_find_loosely(title, article.text), title, title_kind(title) or "other", own=True)
        if own.span.end:
            return own
    for first in range(min(_OWN_LINES, len(article.blocks))):
        for whole, words in _lines(article, first):
            line = _ITS_NUMBER.sub("", words, count=1)
            span = whole if line == words else Span(whole.start, whole.end - (len(words) - len(line)))
            if _is_title(line) and (not title or _START.match(line)):
                return PlanMention(span, line, title_kind(line) or "other", own=True)
    return own


def _lines(article: Article, first: int) -> Iterator[tuple[Span, str]]:
    """The line of a block; and, where it leaves a title open (甲市关于开展 / 乙工作的通知, 甲船登记 / 和管理办法), that
    with the next."""
    start, line = article.blocks[first].start, ""
    for block in article.blocks[first : first + _LONGEST_BROKEN]:
        line += article.text[block.start : block.end].strip()
        yield Span(start, block.end), line
        open_still = "关于" in line or _GOES_ON.match(article.text, block.end)
        if not open_still or _BREAKS_OFF.search(line):
            return


def is_programme(own: PlanMention | None, text: str) -> bool:
    """Whether a document sets tasks: 实施甲行动计划 is one there, not in a report. Without a title its words tell."""
    return own.kind not in ("report", "law") if own else not _TOLD.search(text)


def is_action(plan: str) -> bool:
    """Whether a plan is an action of a document that sets tasks: 甲行动计划, not 甲三年行动计划 or 乙防治行动计划."""
    return plan.endswith("行动计划") and not _DOCUMENT.search(plan)


def _run_on(article: Article) -> PlanMention | None:
    """The title that opens a text without a line of its own: …的批复 国函〔1999〕134号 …, 甲条例　第一条 …."""
    first = article.blocks[0] if article.blocks else None
    match = _RUN_ON.match(article.text, first.start, first.end) if first else None
    if match is None:
        return None
    words = match["title"] or match["law"]
    kind = title_kind(words)
    return PlanMention(Span(match.start(), match.start() + len(words)), words, kind, own=True) if kind else None


def _is_title(line: str) -> bool:
    """Whether a line reads as a title of a policy document and not as a piece of news."""
    if not 8 <= len(line) <= LONGEST_TITLE or title_kind(line) is None:
        return False
    if _NUMBERED.match(line) or not _STRICT.search(bare_title(line)):
        return False
    if "关于" not in line and _DOING.search(line):
        return False
    return not _NEWS.search(_ABOUT_TITLE.sub("", WRAPPED.sub("", line))) and not is_short(line)


def _find_loosely(title: str, text: str) -> Span:
    """Where the title stands near the top of the text, broken lines and spaces aside; an empty span if it does not."""
    pattern = r"\s*".join(re.escape(c) for c in title if not c.isspace())
    match = re.compile(pattern).search(text, 0, 4 * LONGEST_TITLE)
    return Span(*match.span()) if match else Span(0, 0)


class Signature(NamedTuple):
    """Who signed and when: the place of the names above or before the day, and the day."""

    names: Span
    place: Span
    day: date


def find_signature(article: Article) -> Signature | None:
    """The first signature: a day under the title, or one on a line of its own under a line of names, or at the end.

    A line may stand in brackets: （2021年9月22日）, 2006年九月七日. What is annexed was signed on days of its own.

    >>> from kg.model import Block
    >>> text = "请认真执行。\\n甲市财政局\\n2021 年 3 月 9 日"
    >>> signature = find_signature(Article("", text, (Block(0, 6), Block(7, 12), Block(13, 27))))
    >>> signature.day, text[slice(*signature.names)]
    (datetime.date(2021, 3, 9), '甲市财政局')
    """
    lines = [Span(b.start, b.end) for b in article.blocks]
    dated = [i for i, line in enumerate(lines) if _SIGNED.fullmatch(article.text, *line)]
    under_names = (i for i in dated if i and _NAME.fullmatch(article.text, *lines[i - 1]))
    order = [*(i for i in dated if i < _OWN_LINES + 2), *under_names, *(i for i in dated if i >= len(lines) - 3)]
    if order:
        return _signature(article.text, lines, order[0])
    for line in lines[-3:]:
        if match := _SIGNED_LINE.search(article.text, max(line.start, line.end - _LONGEST_SIGNATURE), line.end):
            day = _day(match["day"])
            return Signature(Span(*match.span("name")), Span(*match.span("day")), day) if day else None
    released = _RELEASED.search(article.text) if "此件" in article.text or "此文" in article.text else None
    inside = released or _PASSED_ON.search(article.text)
    if inside and (day := _day(inside["day"])):
        return Signature(Span(*inside.span("name")), Span(*inside.span("day")), day)
    spaced = _SPACED_DAY.search(article.text) if _ANY_HAN_YEAR.search(article.text) else None
    if spaced and (day := _day(spaced["day"])):
        return Signature(Span(spaced.start("day"), spaced.start("day")), Span(*spaced.span("day")), day)
    return None


def signed_day(article: Article) -> date | None:
    """The day of the first signature."""
    signature = find_signature(article)
    return signature.day if signature else None


def _signature(text: str, lines: Sequence[Span], at: int) -> Signature | None:
    """The signature whose day stands on line `at`; a name may take two lines."""
    match = _SIGNED.fullmatch(text, *lines[at])
    day = _day(match["day"]) if match else None
    first = at
    while first and at - first < 2 and _NAME.fullmatch(text, *lines[first - 1]):
        first -= 1
    return (
        Signature(Span(lines[first].start, max(lines[at].start - 1, lines[first].start)), lines[at], day)
        if day
        else None
    )


def _day(words: str) -> date | None:
    words = days_in_digits("".join(words.split()))
    days = find_days(words, 0, len(words), None)
    return days[0].date if days else None
