"""Headings of Chinese official papers by their wording.

The order of numbering follows 党政机关公文格式 (GB/T 9704-2012, 7.3.3): 一、 then （一） then 1. then （1）;
laws and long plans put 编/篇, 章 and 节 above.
"""

from __future__ import annotations

import re

from kg.pattern import late

_ORDINAL = "[一二三四五六七八九十百零〇]"
_NUMBERING: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, late(rf"第{_ORDINAL}+[编篇]|第{_ORDINAL}+部分")),
    (2, late(rf"第(?:{_ORDINAL}+|\d+)章")),
    (3, late(rf"第(?:{_ORDINAL}+|\d+)节")),
    (4, late(rf"{_ORDINAL}{{1,3}}\s*[、．.]|专栏\s*\d+")),
    (5, late(rf"[（(〈]{_ORDINAL}{{1,3}}[）)〉〕]")),
    (6, late(r"\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]")),
)
_NUMBERED = late(rf"[第专（(〈①-⑳\d]|{_ORDINAL}")  # the first characters of all of them
_LONGEST = 40
_LAST = 6
_SENTENCE = late(r"[。！？；，：]")
# What a line may start with to be a paragraph of its own, whatever stands before it.
_OPENING = late(rf"第(?:{_ORDINAL}+|\d+)条|[—－-]{{2}}|[●○■□◆◇▲△▶▷★☆※•·]|附件|[一二三四五六七八九十]是")


def numbering_level(line: str) -> int:
    """Level (1–6) of the numbering a line starts with; 0 for none.

    >>> [numbering_level(line) for line in ("第二章 目标", "三、保障措施", "（二）任务", "3.扩大覆盖面", "3.5万亿元")]
    [2, 4, 5, 6, 0]
    """
    if not _NUMBERED.match(line):
        return 0
    return next((level for level, pattern in _NUMBERING if pattern.match(line)), 0)


def heading_level(line: str) -> int:
    """Level (1–6) of a line that is a heading by itself: numbered, short, no sentence; 0 for a paragraph.

    A full stop at the very end is allowed as in 「（二）重点任务。」, but 「1.扩大覆盖面。」 is an item of a list.

    >>> heading_level("（二）重点任务。"), heading_level("二、到2025年，建成三个园区")
    (5, 0)
    """
    if len(line) > _LONGEST:
        return 0
    level = numbering_level(line)
    words = line.removesuffix("。") if level < _LAST else line
    return 0 if level and _SENTENCE.search(words) else level


def opens_paragraph(line: str) -> bool:
    """Whether a line starts a paragraph by its first characters: numbering, 第三条, a dash or bullet, 一是."""
    return bool(numbering_level(line) or _OPENING.match(line))


_TITLE = late(
    r"(?:规划|计划|方案|纲要|意见|通知|通告|公告|公报|决定|决议|办法|规定|细则|条例|措施|要点|报告|讲话|清单|指南|批复|通报|函|令)"
    r"(?:[（(][^（）()]{1,30}[）)])?$"
)


def is_title(line: str) -> bool:
    """Whether a line reads like the title of a paper: short, no sentence, ending in its kind (GB/T 9704, 7.3.1).

    >>> is_title("某市数字经济发展规划（2021—2025年）"), is_title("现印发给你们，请遵照执行通知")
    (True, False)
    """
    if not 6 <= len(line) <= 60 or _SENTENCE.search(line) or opens_paragraph(line):
        return False
    return _TITLE.search(line) is not None
