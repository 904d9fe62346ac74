"""What a title of a policy document looks like: plan.toml, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import NamedTuple, cast

from kg.lexicon.scan import any_of
from kg.model import PlanKind
from kg.pattern import late
from kg.resource import package_text

_NOTE = late(
    r"\s*(?:[（(〔\[【][^（）()〔〕]*[）)〕\]】]|试行|全文|(?:修[订正]案?)?草案|征求意见稿|\.md|[1-9]\.[0-9]版?"
    r"|(?:(?:19|20)[0-9]{2}年?\s?[-—–－至]{1,2}\s?)?(?:19|20)[0-9]{2}(?:年版?)?)\s*$"
)
_NOTE_ENDS = ("）", ")", "〕", "]", "】", "试行", "全文", "草案", "征求意见稿", ".md", *"0123456789年版")


class _Titles(NamedTuple):
    kinds: dict[str, PlanKind]
    lengths: tuple[int, ...]
    head: re.Pattern[str]
    none: tuple[str, ...]
    genres: tuple[str, ...]
    short: re.Pattern[str]


@cache
def _titles() -> _Titles:
    data = tomllib.loads(package_text("lexicon/plan.toml"))
    kinds = {word: cast("PlanKind", kind) for kind, words in data["kinds"].items() for word in words}
    heads = any_of(kinds)
    note = r"[（(](?:草案|征求意见稿|试行|[一-鿿]版|20[0-9]{2}年版)[）)]"
    short = rf"(?:{any_of(data['short']['modifiers'])})*(?:{heads})(?:{note})?"
    lengths = tuple(sorted({len(word) for word in kinds}, reverse=True))
    return _Titles(kinds, lengths, late(heads), tuple(data["not"]["titles"]), tuple(data["not"]["genres"]), late(short))


def bare_title(title: str) -> str:
    """The title without notes in brackets at its end.

    >>> bare_title("全民健身计划（2021—2025年）（草案）")
    '全民健身计划'
    """
    while title.rstrip().endswith(_NOTE_ENDS) and (shorter := _NOTE.sub("", title)) != title:
        title = shorter
    return title


def title_kind(title: str) -> PlanKind | None:
    """The kind that the title's last word tells; None when it is no policy document.

    >>> title_kind("关于促进就业的意见"), title_kind("数据安全法"), title_kind("华夏时报")
    ('opinion', 'law', None)
    """
    table = _titles()
    for words in dict.fromkeys((title, bare_title(title))):  # the year in 中国制造2025 is no note
        if words.endswith(table.none):
            return None
        if kind := next((table.kinds[word] for n in table.lengths if (word := words[-n:]) in table.kinds), None):
            return kind
    return None


def is_short(title: str) -> bool:
    """Whether the words are no title of their own but stand for one: 规划, 实施方案, 纲要（草案）."""
    return _titles().short.fullmatch(title) is not None


def follows_genre(text: str, start: int) -> bool:
    """Whether a work of art or a periodical is named at `start` (that of 《): 电视剧《…》."""
    return text.endswith(_titles().genres, 0, start)
