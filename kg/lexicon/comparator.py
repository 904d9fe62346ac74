"""Comparator words before and after a number: two patterns whose groups name the comparator. Data: comparator.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import cast

from kg.lexicon.scan import any_of, opened_by
from kg.model import Comparator
from kg.pattern import late
from kg.resource import package_text

_DATA = tomllib.loads(package_text("lexicon/comparator.toml"))

_NOT_BEHIND = {
    "过": "(?<![经通度透越超不])",
    "近": "(?<![最附邻])",
    "破": "(?<![突打侦跌查攻识爆冲])",
    "约": "(?<![节契条公签预合制集邀])",
    "大约": "(?<!加拿)",
    "限": "(?<![有无权期年上下极界局时额])",
    "起": "(?<![年月日天时岁周度])",
}
_ENDS = "(?=[，。；、）]|$)"
_NOT_AHEAD = {"余": "(?![震额热料款粮])", "多": "(?![晶媒元种类])"} | dict.fromkeys(
    ("不到", "起", "起步", "之上", "之下"), _ENDS
)
"""Words that are also parts of others: 通过3家 is not more than three, 285瓦多晶硅 not more than 285."""


def _group(name: str, words: list[str], *more: str, ahead: Mapping[str, str] = _NOT_AHEAD) -> str:
    told = [
        _NOT_BEHIND.get(word, "") + re.escape(word) + ahead.get(word, "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return f"(?P<{name}>{'|'.join([*more, *told])})"


_MORE, _LESS, _NOT = (any_of(_DATA["measure"][name]) for name in ("more", "less", "not"))


def _bound(measure: str) -> str:
    return f"{measure}(?:或者?)?等于|(?:等于|达到)或者?{measure}"


_MEASURED = {
    "le": [f"{_NOT}{_MORE}", _bound(_LESS)],
    "ge": [f"{_NOT}{_LESS}", _bound(_MORE)],
    "gt": [_MORE],
    "lt": [_LESS],
    "approx": [],
}
_FIRST = {word[0] for name in ("before", "measure") for words in _DATA[name].values() for word in words}
BEFORE = opened_by(
    "".join(sorted(_FIRST | set("等达"))),
    "(?:"
    + "|".join(_group(n, w, *_MEASURED[n], ahead={}) for n, w in _DATA["before"].items())
    + r")(?:了|到|至|为|达到|达|约|在)?"
    r"(?:每(?:[人月年户亩件天日次台秒桶吨斤克股]|立方米|平方米|千瓦时|公斤|公里|小时)){0,2}[\x20\u3000]*±?$",
)
AFTER = late(r"[\x20\u3000]*(?:" + "|".join(_group(n, w) for n, w in _DATA["after"].items()) + ")")


def comparator_of(words: str) -> Comparator:
    """What a comparator before a number says; other words count as "eq".

    >>> comparator_of("不得超过"), comparator_of("低于"), comparator_of("达到")
    ('le', 'lt', 'eq')
    """
    found = BEFORE.fullmatch(words)
    return cast("Comparator", found.lastgroup) if found else "eq"
