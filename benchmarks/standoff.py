"""Annotations without the text they annotate: every name and quote is told by the places of its characters.

    python benchmarks/standoff.py FOLDER CORPUS >> benchmarks/annotations/SET.jsonl

keeps what somebody annotated in FOLDER (`<stem>.gold.json` beside documents of CORPUS or pieces of them, which
`windows.jsonl` there names). `laid_out` puts them back beside their text, as `score.py` wants them; so the project
holds the annotations of real documents and none of their sentences.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
PLACE = re.compile(r"@([0-9]+)\+([0-9]+)")
WORDS = {"title", "publisher", "editor", "aliases", "issuers", "name", "organisers", "group", "plan"} | {
    *("quote", "metric", "metric_alt", "subject", "unit")
}
"""Keys whose values are words of the text, or lists of them."""

Document = dict[str, Any]
"""`file` in the corpus, `lines` from and to which it was annotated (null: all)."""

HEAD_LINES, HEAD_LENGTH = 3, 120
"""What of a long document's beginning stands above a piece of it."""


def squeezed(raw: str) -> str:
    """The document's characters without markup and white space: what places count in, whatever reads the document."""
    return re.sub(r"\s", "", html.unescape(MARKUP.sub("", raw)))


def kept(words: str, text: str) -> str:
    """The places of words in the text, piece by piece (`@start+length`), with what does not stand there as it is.

    >>> kept("本科招生数", "去年本科和专科招生")
    '@2+2@7+2数'
    """
    wanted = re.sub(r"\s", "", html.unescape(words))
    pieces, done = [], 0
    while done < len(wanted):
        length = next((n for n in range(len(wanted) - done, 0, -1) if wanted[done : done + n] in text), 0)
        part = wanted[done : done + max(length, 1)]
        pieces.append(f"@{text.index(part)}+{length}" if length else part)
        done += len(part)
    return "".join(pieces)


def told(pieces: str, text: str) -> str:
    """The words that were kept.

    >>> told("@2+2@7+2数", "去年本科和专科招生")
    '本科招生数'
    """
    return PLACE.sub(lambda place: text[int(place[1]) : int(place[1]) + int(place[2])], pieces)


def changed(value: Any, change: Callable[[str, str], str], text: str, key: str = "") -> Any:
    """An annotation with its words kept or told."""
    if isinstance(value, dict):
        return {name: changed(each, change, text, name) for name, each in value.items()}
    if isinstance(value, list):
        return [changed(each, change, text, key) for each in value]
    return change(value, text) if isinstance(value, str) and key in WORDS else value


def piece(corpus: Path, where: Document) -> str:
    """A document's text, or the lines which were annotated, below what tells whose they are: the file's name as title
    in Markdown, else the document's beginning."""
    path: Path = corpus / where["file"]
    raw = path.read_text("utf-8", errors="replace")
    if not where["lines"]:
        return raw
    lines = raw.split("\n")
    first, last = where["lines"]
    body = "\n".join(lines[first:last])
    if path.suffix == ".md":
        return f'---\ntitle: "{path.stem} .md"\n---\n\n{body}'
    head = "\n".join(line for line in lines[:HEAD_LINES] if line.strip())[:HEAD_LENGTH]
    return f"{head}\n\n{body}" if first > HEAD_LINES else body


def laid_out(annotations: Path, corpus: Path, folder: Path) -> None:
    """Write each document of a set with its annotation into the folder."""
    for number, line in enumerate(annotations.read_text("utf-8").splitlines(), 1):
        where = json.loads(line)
        text = piece(corpus, where)
        stem = f"{number:03}"
        (folder / f"{stem}{Path(where['file']).suffix}").write_text(text, "utf-8")
        gold = changed(where["gold"], told, squeezed(text))
        (folder / f"{stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")


def of_folder(folder: Path, corpus: Path) -> Iterator[str]:
    """The lines of a set: what was annotated in the folder, without its text."""
    windows = folder / "windows.jsonl"
    lines = map(json.loads, windows.read_text("utf-8").splitlines() if windows.exists() else ())
    places = {f"{path.relative_to(corpus).parts[0]}-{path.name}": path for path in corpus.rglob("*") if path.is_file()}
    documents = {name: {"file": str(path.relative_to(corpus)), "lines": None} for name, path in places.items()}
    documents |= {window["name"]: {"file": window["file"], "lines": window["lines"]} for window in lines}
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        where = next(documents[path.name] for path in folder.glob(f"{stem}.*") if path.name in documents)
        found = changed(json.loads(gold.read_text("utf-8")), kept, squeezed(piece(corpus, where)))
        found["claims"] = [
            {slot: told for slot, told in claim.items() if told not in (None, [])} for claim in found["claims"]
        ]
        yield json.dumps({**where, "gold": found}, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    print(*of_folder(Path(sys.argv[1]), Path(sys.argv[2])), sep="\n")
