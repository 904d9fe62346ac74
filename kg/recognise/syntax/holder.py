"""What stands before a time inside a clause and has what follows it: 甲汽车 | 上半年 | 营业收入."""

from __future__ import annotations

from kg.lexicon.predicate import ATTRIBUTES, CHANGES, OPENINGS, SHARED_HEADS, beginning, ending
from kg.model import Span
from kg.pattern import late
from kg.recognise.syntax.phrase import COUNTRIES, is_area, trim

_NUMBER = late(r"[0-9]{1,2}[.、．]\s*(?![0-9])")
_NOUN = late(r"[\u4e00-\u9fffA-Za-z“”·《》]{2,16}")
_NO_NOUN = late(
    r"[在将把被使让令给向是了着已也还均则且而但若仍并又再占每]"
    r"|^(?:[从自由为以据按经到至距比较对与和当如因所其该这那此本各]|例如|根据|虽|只有|我们|他们|政府|公司|(?:一|两|数|多|几)[家个])"
    r"|(?:[于从自由对向为以至到和与及、的截会曾拟愿]|截至|截止|今年|去年|我国|方面|以来|期间|之[后前中]|[其当]中|一共|合计|总共|预[计估期测]|计划|决定|争取|力争|开始|继续|连续)$"
    r"|提出|明确|指出|表示|显示|强调|透露|要求|宣布|预[计估测]|认为|发布|公布|下达|拨付|安排|批准|核定|恢复|[上下]调|结转|锁定|维持|除去|下拨|测算|审议|披露|提前|确保|实现|完成|超过|达到"
)
"""What no bare noun holds, begins or ends with: prepositions, adverbs, verbs of telling and of allotting."""
_AFTER = "，。；：！？、\n\u3000 ）"
DAYS = ("日", "天", "近期", "日前")
"""Acts are told of days and figures of longer times: 甲局 | 今天 | 公布."""
HEADS = (*ATTRIBUTES, *SHARED_HEADS)
_CHANGING = tuple(CHANGES)


def holder_before(text: str, start: int, time: Span) -> Span | None:
    """The noun that a clause begins with and that ends where a time begins.

    >>> t = "3、甲汽车上半年营业收入"
    >>> t[slice(*holder_before(t, 0, Span(5, 8)))]
    '甲汽车'
    """
    end = time.start
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    found = trim(text, Span(start, end))
    words = text[slice(*found)]
    if words in COUNTRIES:
        return found
    if start and not number and text[start - 1] not in _AFTER and text[start] not in _AFTER:
        return None
    if (
        text.endswith(DAYS, *time)
        or found.end != end
        or not _NOUN.fullmatch(words)
        or _NO_NOUN.search(words)
        or is_area(words)
    ):
        return None
    opened = beginning(text, *found, OPENINGS) or ending(text, *found, OPENINGS)
    return None if opened or text.endswith(_CHANGING, *found) else found


def is_held(words: str) -> bool:
    """Whether words measure the thing before them: 营业收入, 粮食产量, 新增里程.

    >>> is_held("营业收入"), is_held("交付新车")
    (True, False)
    """
    return words.endswith(HEADS)
