"""Projects that a table lists under a heading such as 工程名称: a row each."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Article, Block, Span
from kg.pattern import late
from kg.recognise.entity.project_name import PLAIN
from kg.recognise.mention import ProjectMention

_HEADING = late(
    r"\s*(?:(?:重点|重大|主要|专项|建设|子|具体)*(?:工程|项目|行动|计划)(?:[（(]?(?:项目|工程|行动)[）)]?)?名称|(?:重点|重大|专项|主要)(?:工程|项目|行动))\s*"
)
_NO_NAME = late(r"[\s\d.,，—–－/-]*|.*(?:合计|小计|总计)\s*|\s*[一二三四五六七八九十]{1,3}[、.．].*|.*[：:。]\s*")
_SHORTEST, _LONGEST = 4, 45


def find_tabled(article: Article) -> Iterator[ProjectMention]:
    """The cells under a heading that says they name projects.

    >>> cells = (Block(0, 4, "cell", 0, 0, 0, 0), Block(5, 11, "cell", 0, 0, 1, 0))
    >>> [p.name for p in find_tabled(Article("", "工程名称\\n清河引水工程", cells))]
    ['清河引水工程']
    """
    under: set[tuple[int, int]] = set()
    for block in article.blocks:
        if block.kind != "cell":
            continue
        place = block.table, block.column
        if _HEADING.fullmatch(article.text, block.start, block.end):
            under.add(place)
        elif place in under and (mention := _named(article.text, block)):
            yield mention


def _named(text: str, cell: Block) -> ProjectMention | None:
    words = text[cell.start : cell.end]
    name = words.strip()
    if not _SHORTEST <= len(name) <= _LONGEST or "\n" in name or _NO_NAME.fullmatch(words) or PLAIN.fullmatch(name):
        return None
    start = cell.start + len(words) - len(words.lstrip())
    return ProjectMention(name, (Span(start, start + len(name)),))
