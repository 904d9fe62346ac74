"""One way of writing for all that comes: simplified characters, digits and letters of usual width, the marks of Chinese
print. Data: script.toml."""

from __future__ import annotations

import re
import tomllib

from kg.pattern import late
from kg.resource import package_text

_DATA: dict[str, list[list[str]]] = tomllib.loads(package_text("lexicon/script.toml"))
_SIMPLE = str.maketrans({a: b for old, new in _DATA["pairs"] for a, b in zip(old, new, strict=True)})
_TRADITIONAL = late(f"[{''.join(map(chr, _SIMPLE))}]")
_FORMS = str.maketrans({a: b for old, new in _DATA["forms"] for a, b in zip(old, new, strict=True)})
_FORM = late(f"[{''.join(map(chr, _FORMS))}]")

_HAN = "\u4e00-\u9fff"
_BESIDE = f"[{_HAN}“”‘’《》（）【】%]"
# A mark as a keyboard has it is Chinese beside Chinese; 3,000, 10:30 and 一.总则 keep theirs.
_HALF = late(
    rf"(?<={_BESIDE})[,;:!?]|[,;:](?= ?[{_HAN}“‘《（【])|(?<=[{_HAN}”》）])(?<![一二三四五六七八九十])\.(?=[{_HAN}]|$)",
    re.MULTILINE,
)
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_POINT = late(r"(?<=[0-9])．(?=[0-9])")
_BRACKETED = late(rf"\(([^()\n]*[{_HAN}][^()\n]*)\)")
_D = "〇○零一二三四五六七八九"
_YEAR = late(
    r"《[^《》\n]{1,120}》"
    rf"|(?<![{_D}十百千万亿点0-9])(?P<year>(?:一九|二[〇○零Oo])[{_D}Oo]{{2}})(?![{_D}十百千万亿点]|年远景目标)"
)
"""二〇二五年, and 二OO五年 as it was typed; titles keep theirs."""
_DIGITS = str.maketrans(_D + "Oo", "00012345678900")
_QUOTED = late(r"[“\"]([^“”\"\n]*)[\"”]")


def plain(text: str) -> str:
    """The text as it would be printed today, one character for one, so that offsets stay.

    >>> plain("原煤八千萬噸，增長百分之六點五")
    '原煤八千万吨，增长百分之六点五'
    >>> plain('二〇二〇年,到２０２５年,"智造"园区达到30個,占比8．5％')
    '2020年，到2025年，“智造”园区达到30个，占比8.5%'
    """
    # Nearly all texts have none of these, which is found out ten times sooner than each character is looked up.
    if _TRADITIONAL.search(text):
        text = text.translate(_SIMPLE)
    if _FORM.search(text):
        text = text.translate(_FORMS)
    if '"' in text:
        text = _QUOTED.sub(r"“\1”", text)
    if "(" in text:
        text = _BRACKETED.sub(r"（\1）", text)
    if "．" in text:
        text = _POINT.sub(".", text)
    text = _YEAR.sub(lambda found: found[0].translate(_DIGITS) if found["year"] else found[0], text)
    return _HALF.sub(lambda mark: _FULL[mark[0]], text)


_DAY = late("(?<=[年月])(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]{1,2})(?=[月日])")


def days_in_digits(text: str) -> str:
    """The text with months and days in digits, which takes more characters or fewer.

    >>> days_in_digits("2021年十二月二十三日")
    '2021年12月23日'
    """
    return _DAY.sub(lambda found: _small_number(found[0]), text)


def _small_number(han: str) -> str:
    tens, ten, ones = han.translate(_DIGITS).rpartition("十")
    return (tens or "1") + (ones or "0") if ten else ones
