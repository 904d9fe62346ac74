"""Claims of tables: 指标 | 单位 | 2020年 | 2025年 | 属性 gives a baseline and a target for each row.

The headings tell which columns hold figures, of which year and in which unit; the label of the row is what is measured
or whose it is (地区 | 招生人数); the line above the table may name both the topic and the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon.region import regions_in
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.figure.cell import unit_parts
from kg.recognise.figure.column import columns_of
from kg.recognise.figure.grid import TOTAL, Grid, bare_year, grids, is_blank, is_figure
from kg.recognise.figure.row import Layout, claims_of_rows
from kg.recognise.figure.squeezed import squeezed_tables
from kg.recognise.mention import ClaimMention
from kg.recognise.syntax.phrase import trim

_NAME = late(r"指\s*标|名\s*称|项\s*目")
_OWNER = late(r"地\s*区|[省市州县区]|乡\s*镇|街\s*道|单\s*位|部\s*门|国\s*家")
_UNIT = late(r"(?:计量)?单\s*位")
_KIND = late(r"属\s*性|性\s*质|类\s*[型别]|等\s*级")
_NO_FIGURE = late(r"年\s*限|期\s*限|起止|序\s*号|编\s*号|代码|坐\s*标|电话|邮编|页码|日期|备\s*注|文号|排名|名次")
_TELLS_KIND = late(r"约束|预期|指导")
SHORTEST_TEXT = 6
"""A cell shorter than this tells nothing but its heading's matter."""


def find_table_claims(article: Article) -> tuple[tuple[ClaimMention, ...], frozenset[int]]:
    """Claims of the tables in text order, and where the blocks start that they were read from."""
    claims: list[ClaimMention] = []
    read: set[int] = set()
    for grid in grids(article):
        layout = _layout(article, grid)
        found = [*claims_of_rows(article, grid, layout)] if layout else []
        claims += found
        if layout and found:
            texts = {*_texts(article, grid, layout)}
            read.update(b.start for b in article.blocks if b.table == grid.number and b.start not in texts)
    return tuple(claims), frozenset(read)


def find_squeezed_claims(article: Article) -> tuple[tuple[ClaimMention, ...], tuple[Span, ...]]:
    """Claims of the tables of which the text holds only the words, in order, and the stretches they were read from."""
    claims: list[ClaimMention] = []
    read: list[Span] = []
    for table in squeezed_tables(article):
        layout = _layout(article, table.grid)
        if found := [*claims_of_rows(article, table.grid, layout)] if layout else []:
            claims += found
            read.append(table.stretch)
    return tuple(claims), tuple(read)


def _texts(article: Article, grid: Grid, layout: Layout) -> Iterator[int]:
    """Where the cells start that tell something in words: 新增日处理能力10万吨."""
    named = (layout.label, layout.outer, layout.year, layout.unit, layout.kind)
    for row in grid.body:
        for column, cell in row.items():
            long = cell.end - cell.start >= SHORTEST_TEXT
            if long and column not in named and column not in layout.silent and not is_figure(article.text, cell):
                yield cell.start


def _layout(article: Article, grid: Grid) -> Layout | None:
    text = article.text
    heads = {c: "".join(text[a:b] for a, b in grid.over(c)) for c in sorted({c for row in grid.body for c in row})}
    cells = {c: [row[c] for row in grid.body if c in row] for c in heads}
    silent = frozenset(c for c, head in heads.items() if _NO_FIGURE.search(head))
    year = next((c for c in heads if all(bare_year(text, cell) for cell in cells[c])), None)
    unit = next((c for c, head in heads.items() if _UNIT.fullmatch(head) and _are_units(text, cells[c])), None)
    kinds = [c for c, head in heads.items() if _KIND.search(head)]
    kind = next((c for c in kinds if any(_TELLS_KIND.search(text, *cell) for cell in cells[c])), None)
    figures = [c for c in heads if c != year and c not in silent and _are_figures(text, cells[c])]
    figures = [c for c in figures if heads[c] or not grid.head]
    if not figures:
        return None
    before = [c for c in heads if c not in (*figures, unit, kind, year) and c not in silent]
    left = [c for c in before if c < figures[0]] or before
    label = _label_column(heads, [c for c in left if c not in kinds] or left)
    if label is None and year is None:
        return None
    owned = label is not None and not _NAME.search(heads[label]) and _are_owners(text, heads[label], cells[label])
    outer = next((c for c in reversed(left) if label is not None and c < label), None)
    columns = columns_of(article, grid, figures)
    return Layout(label, outer, year, unit, kind, silent, owned, _topic(text, grid.title), columns)


def _label_column(heads: dict[int, str], columns: Sequence[int]) -> int | None:
    """The column that names what the row is about: the innermost 指标 or 名称, else the one nearest to the figures."""
    named = [c for c in columns if _NAME.search(heads[c])]
    return (named or columns)[-1] if columns else None


def _are_units(text: str, cells: Sequence[Span]) -> bool:
    return sum(unit_parts(text[a:b]) is not None for a, b in cells) * 2 >= len(cells)


def _are_figures(text: str, cells: Sequence[Span]) -> bool:
    told = [cell for cell in cells if not is_blank(text, cell)]
    return bool(told) and sum(is_figure(text, cell) for cell in told) * 2 >= len(told)


def _are_owners(text: str, head: str, cells: Sequence[Span]) -> bool:
    places = [cell for cell in cells if not TOTAL.search(text, *cell)]
    return bool(_OWNER.search(head)) or sum(bool(regions_in(text[a:b])) for a, b in places) * 2 >= len(places) > 0


def _topic(text: str, title: Span | None) -> Span | None:
    """What the table's title is about: 表1 某某学校招生计划表 → 某某学校招生."""
    if title is None:
        return None
    start = late(
        r"(?:附?[表件]|专栏)?\s*[0-9一二三四五六七八九]*(?:[-—.][0-9]+)?\s*[:：]?\s*(?:“?十[一二三四五六]五”?(?:时期|期间)?)?"
        r"(?:20[0-9]{2}年?(?:[-—–~～至]{1,2}20[0-9]{2}年)?)?(?:[0-9]{1,2}(?:[-—–~～至][0-9]{1,2})?月份?)?"
    ).match(text, *title)
    core = Span(start.end() if start else title.start, title.end)
    tail = re.search(
        r"(?:主要|分年度|年度)?(?:情况|统计|分配|分解|安排|进展|计划|目标|任务|汇总|明细|一览|指标|发展|财务|经济效益|完成)*表?(?:[（(][^（）()]*[）)])?$",
        text[core.start : core.end],
    )
    core = trim(text, Span(core.start, core.start + tail.start() if tail else core.end))
    return core if core.end - core.start > 1 else None
