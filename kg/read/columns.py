"""Tables that plain text has lost the lines of: 指标, 2020年 and 2025年 one under the other, or with gaps between.

In old plans all rows may even stand in one line: 种类　1952年数　1957年计划数　马　613万匹　834万匹.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.pattern import late
from kg.read.layout import Draft, Run

_NAMED = r"(?:主要|具体)?指\s*标(?:\s*名\s*称)?|(?:产品|项目)?名\s*称|种\s*类|品\s*种|项\s*目"
_YEAR = r"(?:19|20)[0-9]{2}"
_HEAD = late(
    rf"序\s*号|类\s*别|{_NAMED}|(?:计量)?单\s*位|(?:指标)?属\s*性|性\s*质"
    rf"|{_YEAR}\s*年?(?:末|底)?(?:(?:目标|实际|现状|规划|计划|预期|预计)?(?:值|数量?|产量)?|基数|实绩)"
    rf"|{_YEAR}年?[为比]{_YEAR}年?的?(?:百分[比数]|增[长减加](?:[（(]?[%％][）)]?)?)|(?:现状|基期|基准|目标|规划)值?"
    r"|[〔\[（(]?(?:年均增[长速]率?|年均|累计)(?:[/／、或]?[（(〔\[]?(?:累计|年均))?[）)〕\]]?(?:[（(][%％][）)])?"
)
_NAME = late(_NAMED)
_RUN_IN = late(rf"(?:^|[ \xa0\t\u3000]{{2}})(?:{_NAMED})[ \xa0\t\u3000]{{2,}}{_YEAR}")
"""The headings of a table whose rows all stand in one line."""
_DATED = late(rf"{_YEAR}|目标|规划|年均|累计")
_KIND = late(r"(?:指标)?属\s*性|性\s*质")
_KINDS = late(r"[\[［〔（(]?(?:约束|预期|指导)性?[\]］〕）)]?")
_FIGURE = late(
    r"[〔\[［（(]?\s*(?:[≥≧＞>≤≦＜<约]|左右)?\s*-?[0-9][0-9,，.．]*[^，。；：\s]{0,6}(?:[（(][^（）()]{1,12}[）)])?|[—－–/-]{1,3}"
)
_GAP = late(r"(?:[ \xa0]{2}|[\t\u3000]|[ \xa0][\t\u3000])[ \xa0\t\u3000]*")
_OPENS = late(r"[序类主具指计单属性现基目规产项名种品年累〔\[（(12]")
"""What headings begin with."""
LONGEST_CELL = 40
FEWEST_COLUMNS = 3
MOST_COLUMNS = 12
FEWEST_ROWS = 2
"""Less than this may be chance."""


def with_tables(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the cells of such tables as cells; lines between its rows (经济发展) stay paragraphs.

    >>> lines = ["指标", "2020年", "2025年", "造林（亩）", "5", "8", "园区（个）", "1", "3", "完。"]
    >>> [(d.kind, d.row, d.column) for d in with_tables([Draft(runs=[Run(line, 0)]) for line in lines])][3:6]
    [('cell', 1, 0), ('cell', 1, 1), ('cell', 1, 2)]
    """
    drafts = [line for draft in drafts for line in _lines(draft)]
    done: list[Draft] = []
    tables = index = 0
    while index < len(drafts):
        heads = _heads(drafts, index)
        rows = list(_rows(drafts, index, heads)) if heads else []
        if len(rows) <= FEWEST_ROWS:
            done.append(drafts[index])
            index += 1
            continue
        for row, (start, cells) in enumerate(rows):
            done += drafts[index:start]
            done += [Draft("cell", 0, tables, row, column, [run]) for column, run in enumerate(cells) if run.text]
            index = start + (1 if len(_cells(drafts[start])) > 1 else len(cells))
        tables += 1
    return done


def has_gaps(line: str) -> bool:
    """Whether a line is cut into cells by gaps: 粮食产量　500　520."""
    return len(_GAP.findall(line)) >= FEWEST_COLUMNS - 1


def _lines(draft: Draft) -> Iterator[Draft]:
    """A draft whose rows stand in one line, row by row, with what stands before, after and between (（折合成煤）).

    >>> line = "如下：  种类  1952年数  1957年计划数  马  6万匹  8万匹  牛  5头  7头"
    >>> [draft.words for draft in _lines(Draft(runs=[Run(line, 0)]))]
    ['如下：', '种类  1952年数  1957年计划数', '马  6万匹  8万匹', '牛  5头  7头']
    """
    if len(draft.runs) != 1 or not (opened := _RUN_IN.search(draft.runs[0].text)):
        yield draft
        return
    text, source = draft.runs[0]
    cells = _cells(draft)
    begin = next(i for i, cell in enumerate(cells) if cell.source >= source + opened.start() and cell.text)
    width = sum(1 for _ in takewhile(lambda cell: _HEAD.fullmatch(cell.text.strip()), cells[begin:]))
    heads, row = cells[begin : begin + width], begin + width
    cuts = [cells[begin].source]
    while width >= FEWEST_COLUMNS:
        steps = (row + step for step in range(width) if _fits(heads, cells[row + step : row + step + width]))
        if (fitting := next(steps, None)) is None:
            break
        cuts += [cells[at].source for at in sorted({row, fitting})]
        row = fitting + width
    if len(cuts) <= FEWEST_ROWS:
        yield draft
        return
    ends = [*cuts, *(cell.source for cell in cells[row : row + 1])]
    for start, end in zip([source, *ends], [*ends, source + len(text)], strict=True):
        if part := text[start - source : end - source].rstrip():
            yield Draft(runs=[Run(part, start)])


def _cells(draft: Draft) -> list[Run]:
    """A line cut at its gaps."""
    if len(draft.runs) != 1:
        return [Run(draft.words, draft.runs[0].source)] if draft.runs else []
    text, source = draft.runs[0]
    cells, begin = [], 0
    for gap in _GAP.finditer(text):
        cells.append(Run(text[begin : gap.start()], source + begin))
        begin = gap.end()
    return [*cells, Run(text[begin:], source + begin)]


def _heads(drafts: Sequence[Draft], index: int) -> list[Run]:
    """The headings that begin on this line; none unless one is 指标 and one a year or 目标."""
    if not (drafts[index].runs and _OPENS.match(drafts[index].runs[0].text.lstrip())):
        return []
    first = _cells(drafts[index])
    if not _HEAD.fullmatch(first[0].text.strip() if first else ""):
        return []
    heads = first
    if len(first) == 1:
        under = takewhile(lambda d: _HEAD.fullmatch(d.words.strip()), drafts[index + 1 : index + MOST_COLUMNS])
        heads = [*first, *(_cells(draft)[0] for draft in under)]
    words = [head.text.strip() for head in heads]
    plain = all(_HEAD.fullmatch(word) for word in words) and len(words) >= FEWEST_COLUMNS
    return heads if plain and any(map(_NAME.fullmatch, words)) and any(map(_DATED.search, words)) else []


def _rows(drafts: Sequence[Draft], index: int, heads: list[Run]) -> Iterator[tuple[int, list[Run]]]:
    """The rows, each with the line that it begins on: headings first; a line of its own may stand between two."""
    spaced = len(_cells(drafts[index])) > 1
    step = 1 if spaced else len(heads)
    yield index, heads
    index += step
    while index + step <= len(drafts):
        for start in (index, index + 1):
            lines = drafts[start : start + step]
            cells = _cells(lines[0]) if spaced and lines else [Run(d.words, d.runs[0].source) for d in lines]
            if _fits(heads, cells):
                yield start, cells
                index = start + step
                break
        else:
            return


def _fits(heads: Sequence[Run], cells: Sequence[Run]) -> bool:
    """Whether what stands under years are figures, under 属性 kinds, and elsewhere short names."""
    if len(heads) != len(cells):
        return False
    for head, cell in zip(heads, cells, strict=True):
        word = cell.text.strip()
        wanted = _KINDS if _KIND.fullmatch(head.text.strip()) else _FIGURE if _DATED.search(head.text) else None
        if len(word) > LONGEST_CELL or (not wanted.fullmatch(word) if wanted else _DATED.match(word)):
            return False
    return True
