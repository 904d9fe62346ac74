"""Results → the page over many documents: one file, or, where that would be too large, a page with a folder of data."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.model import Result
from kg.write.page.corpus_parts import prefixes, write_parts
from kg.write.page.corpus_topic import topics
from kg.write.page.corpus_words import CORPUS_WORDS
from kg.write.page.shell import asset, joined, rendered
from kg.write.page.words import WORDS

LARGEST = 30_000_000
"""Bytes of a page that a browser still opens at once."""

SCRIPTS = (
    "dom.js",
    "save.js",
    "corpus_data.js",
    "corpus_state.js",
    "corpus_filters.js",
    "corpus_map.js",
    "corpus_cloud.js",
    "corpus_plot.js",
    "corpus_chart.js",
    "corpus_list.js",
    "corpus_article.js",
    "suggestions.js",
    "corpus_search.js",
    "menu.js",
    "corpus_download.js",
    "corpus.js",
)
"""In the order in which they run; together one script."""
_HERE = "<!-- parts -->"
"""Where the template takes the parts of a page that is one file."""


def write_corpus(
    results: Iterable[Result], path: Path, base: str, *, title: str | None = None, largest: int = LARGEST
) -> Path | None:
    """Write the page; the folder of data beside it, or None where the page holds everything.

    The results are read once, in order, a few documents in memory at a time. A folder of an earlier page is replaced.
    """
    folder = path.with_suffix(".data")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    index, names = write_parts(results, folder, base)
    number = len(index.documents["id"])
    heading = title or f"{number:,} 篇文章里的数字"
    data: dict[str, Any] = {"title": heading, "folder": None, "index": names[0], "prefixes": prefixes(base)}
    data |= {"words": WORDS | CORPUS_WORDS, "topics": {key: row[:2] for key, row in topics().items()}}
    packed = sum(4 * -(-(folder / name).stat().st_size // 3) + len(name) + 40 for name in names)
    shell = _shell(heading, data)
    if packed + len(shell.encode()) <= largest:
        _write_single(path, shell, folder, names)
        shutil.rmtree(folder)
        return None
    page = _shell(heading, data | {"folder": folder.name}, loads=True)
    path.write_text(page.replace(_HERE, "", 1), "utf-8", newline="\n")
    return folder


def _shell(heading: str, data: dict[str, Any], *, loads: bool = False) -> str:
    style = asset("page.css") + asset("corpus.css")
    return rendered("corpus.html.j2", heading, data, [style, joined(SCRIPTS)], loads=loads)


def _write_single(path: Path, shell: str, folder: Path, names: Sequence[str]) -> None:
    """The page with every part inside, one part in memory at a time."""
    before, after = shell.split(_HERE)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        for name in names:
            packed = base64.b64encode((folder / name).read_bytes()).decode()
            file.write(f'<script type="text/plain" id="{name}">{packed}</script>\n')
        file.write(after)
