"""Spaces that only set figures off from Chinese: 到 2025 年建成 30 个 园区 as a typist or a PDF file leaves it.

Where most figures of a text stand between such spaces they mean nothing, and its sentences are read without them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from kg.pattern import late
from kg.read.layout import Draft, Run

_HAN = r"\u3400-\u9fff"
_BESIDE = late(rf"[{_HAN}]([ \xa0]?)[0-9]")
# Not behind the number that opens a line, which is that of an item (1 总则), but for a month.
_GAP = late(
    rf"(?<=[{_HAN}])[ \xa0](?=[0-9A-Za-z])|(?<!^[0-9])(?<!^[0-9]{{2}})(?<=[0-9A-Za-z%％])[ \xa0](?=[{_HAN}])"
    r"|(?<=[0-9])[ \xa0](?=月)"
)
_SENTENCE = late("[，。；]")
_FEWEST = 5  # gaps in a text before they are taken for its manner


def closed_up(drafts: list[Draft]) -> list[Draft]:
    """The blocks, their sentences without the spaces around figures where the text has them nearly everywhere.

    Lines without a mark of a sentence keep theirs: the space may part the cells of a table.
    """
    if _is_spaced(drafts):
        for draft in drafts:
            if draft.kind != "cell" and _SENTENCE.search(draft.words):
                draft.runs = list(_close(draft))
    return drafts


def _is_spaced(drafts: Sequence[Draft]) -> bool:
    """Whether more figures stand behind a space than close to the word before them; of a few figures, all."""
    found = [gap for draft in drafts if draft.kind != "cell" for gap in _BESIDE.findall(draft.words)]
    gaps = sum(map(bool, found))
    return (gaps >= _FEWEST and 2 * gaps > len(found)) or 0 < gaps == len(found)


def _close(draft: Draft) -> Iterator[Run]:
    """The runs of a draft without its gaps, which may be runs of their own (&nbsp;)."""
    gaps = deque(gap.start() for gap in _GAP.finditer(draft.words))
    start = 0
    for run in draft.runs:
        end, begin = start + len(run.text), start
        while gaps and gaps[0] < end:
            gap = gaps.popleft()
            yield Run(run.text[begin - start : gap - start], run.source + begin - start)
            begin = gap + 1
        yield Run(run.text[begin - start :], run.source + begin - start)
        start = end
