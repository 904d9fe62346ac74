"""Clauses that only add to the number before: 其中…, 同比增长5%. What that one is they are, too."""

from __future__ import annotations

from kg.model import Span, Status
from kg.pattern import late
from kg.recognise.document.cue import PAST
from kg.recognise.modality.aim import AIM
from kg.recognise.modality.beside import COMPARED, Beside

_FOLLOWS = late(
    r"[\s\u3000]*(?:同比|环比|年均|[比较](?:上年|去年)|其中|(?:[个件]数|数量|投资|金额|面积|资金)?(?:占比|占)(?:约|近|超过?|达到?|为)?[0-9])"
)
_OWN_STATE = late(r"处于|属于|位于|完成")
OWN_REACH = 6
_EXPECTS = late(r"预计(?!数)|有望")
_MOVES = late(r"[上下]调|提[高升]|降低?|[由从]$")
"""其中9公里以下的线路票价由3元 | 下调为 | 2元: moved, whatever the line before it is."""
_OF_WHICH = late(r"[\s\u3000]*其中")


def adds(text: str, clause: Span, sentence: Span, words: Beside, said: Status) -> bool:
    """Whether a clause only adds to the number before, which was `said` to be so, and has no word of its own for when.

    环比增长1%，预期增长2%；| 同比增长5%: behind a semicolon what is no forecast begins anew.
    """
    if not _FOLLOWS.match(text, *clause) and not _OF_WHICH.match(text, *sentence):
        return False
    if _OWN_STATE.search(words.before) or _OWN_STATE.search(words.after[:OWN_REACH]):
        return False
    if said == "threshold" and _MOVES.search(words.before):
        return False
    if said == "other" and text.startswith("；", clause.start - 1):
        return False
    if AIM.search(words.before) or _EXPECTS.search(words.before):
        return False
    return said == "observed" or not PAST.search(COMPARED.sub("", words.before))
