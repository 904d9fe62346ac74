"""Years as they are written: numerals, and the five-year plans by their names (“十四五” = 2021–2025)."""

from __future__ import annotations

import re

from kg.recognise.amount.number import parse_arabic, parse_han

FIVE_YEAR_PLANS = {
    "六五": 1981, "七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001,
    "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031,
}  # fmt: skip
"""First year of each five-year plan; it covers five years."""
EARLY_PLANS = (1953, 1958, 1966, 1971, 1976)
"""Those of the first five, which are told by number only."""

YEAR = "(?:19|20)[0-9]{2}"
NTH_FIVE = r"第(?:[一二三四五六七八九十]{1,2}|1[0-9]|[1-9])个五年"
PLAIN_PLAN = "十[一二三四五六]五"
"""Plans whose names stand for nothing else, so that they need no quotation marks; 九五 and 十五 are numbers, too."""
PLAN = rf"(?:{PLAIN_PLAN}|十五|[六七八九]五|{NTH_FIVE}(?:计划|规划)?)"
CALLED_PLAN = rf"[“\"]?((?<=[“\"]){PLAN}(?=[”\"])|{PLAIN_PLAN})[”\"]?"
"""A plan by its name, in quotation marks or without: one group."""
DECADE = r"(?:19)?(?P<decade>[5-9]0|[五六七八九]十)年代"
"""八十年代, 上世纪80年代: those that are spoken of without their century."""
TERM = 5
"""Years of a plan, and of a government."""
COUNT = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
"""How many years, as a pattern."""


def five_years(name: str) -> tuple[int, int]:
    """The years of a five-year plan by its name.

    >>> five_years("十四五"), five_years("第七个五年计划"), five_years("第3个五年计划")
    ((2021, 2025), (1986, 1990), (1966, 1970))
    """
    if name.startswith("第"):
        number = count_years(name)
        first = EARLY_PLANS[number - 1] if number <= len(EARLY_PLANS) else 1981 + TERM * (number - 6)
    else:
        first = FIVE_YEAR_PLANS[name]
    return first, first + TERM - 1


def count_years(text: str) -> int:
    """The first number in an expression: 五年来 is 5; 0 for none."""
    found = re.search(COUNT, text)
    if not found:
        return 0
    value = parse_arabic(found[0]) if found[0].isascii() else parse_han(found[0])
    return int(value or 0)


def last_count(text: str) -> int:
    """The last number: 未来三到五年 may take 5."""
    found = re.findall(COUNT, text)
    return count_years(found[-1]) if found else 0
