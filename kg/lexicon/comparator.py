"""Comparator words before and after a number: two patterns whose groups name the comparator. Data: comparator.toml."""

from __future__ import annotations

import re
import tomllib
from typing import cast

from kg.lexicon.scan import opened_by
from kg.model import Comparator
from kg.pattern import late
from kg.resource import package_text

_DATA = tomllib.loads(package_text("lexicon/comparator.toml"))

_NOT_BEFORE = {
    "过": "(?<![经通度透越超不])",
    "近": "(?<![最附邻])",
    "破": "(?<![突打侦跌查攻识爆冲])",
    "约": "(?<![节契条公签预合制集邀])",
    "余": "(?![震额热料款粮])",
    "多": "(?![晶媒元种类])",
    "大约": "(?<!加拿)",
    "限": "(?<![有无权期年上下极界局时额])",
}
"""Short words that are also parts of others: 通过3家 is not more than three, 285瓦多晶硅 not more than 285."""


def _word(word: str) -> str:
    guard = _NOT_BEFORE.get(word, "")
    return re.escape(word) + guard if guard.startswith("(?!") else guard + re.escape(word)


def _group(name: str, words: list[str]) -> str:
    return f"(?P<{name}>" + "|".join(_word(w) for w in sorted(words, key=len, reverse=True)) + ")"


BEFORE = opened_by(
    "".join(sorted({word[0] for words in _DATA["before"].values() for word in words})),
    "(?:" + "|".join(_group(n, w) for n, w in _DATA["before"].items()) + r")(?:了|到|至|为|达到|达|约)?"
    r"(?:每(?:[人月年户亩件天日次台秒桶吨斤克股]|立方米|平方米|千瓦时|公斤|公里|小时)){0,2}[\x20\u3000]*±?$",
)
AFTER = late(r"[\x20\u3000]*(?:" + "|".join(_group(n, w) for n, w in _DATA["after"].items()) + ")")


def comparator_of(words: str) -> Comparator:
    """What a comparator before a number says; 不得 and 不能 count as 不, other words as "eq".

    >>> comparator_of("不得超过"), comparator_of("低于"), comparator_of("达到")
    ('le', 'lt', 'eq')
    """
    found = BEFORE.fullmatch(re.sub("不[得能应宜]", "不", words))
    return cast("Comparator", found.lastgroup) if found else "eq"
