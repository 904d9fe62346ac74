"""Products → the files of OUT, in the order of documents, one document in memory at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from kg.describe import describe
from kg.model import Article, Facts, Issue, Result
from kg.run.folder import MANIFEST
from kg.run.journal import JOURNAL, Entry
from kg.run.listed import DOCUMENTS
from kg.run.log import frame
from kg.run.product import Part, Summary, to_record
from kg.run.report import Tally
from kg.write.rdf import turtle_head
from kg.write.record import issue_record, to_json
from kg.write.table import claims_head, with_source

FORMAT = 1
"""Of the OUT folder; raised when files change their names or meaning."""


PAGE = "graph.html"
PAGE_DATA = "graph.data"
"""The folder beside it, where there is much to show."""
PARTS = "parts"
LISTS = (DOCUMENTS, "issues.jsonl")
"""The files that differ whenever anything does: they tell an unchanged run."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the result: where its product lies, and all sources it was read from, sorted."""

    entry: Entry
    sources: tuple[str, ...]


Copy = Callable[[Document, BinaryIO], bytes]
"""What a document adds to a file, from the log that its entry lies in."""


def documents(entries: Mapping[str, Entry], names: Mapping[str, Iterable[str]]) -> list[Document]:
    """The documents by id. Sources that are one document (same bytes, or same identity) give one, the first by key."""
    ordered = sorted((entries[key].document, key) for key in names if key in entries)
    found = []
    for _, group in groupby(ordered, key=lambda pair: pair[0]):
        keys = [key for _, key in group]
        found.append(Document(entries[keys[0]], tuple(sorted({name for key in keys for name in names[key]}))))
    return found


class Logs:
    """The logs that entries lie in, opened once each."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._open: dict[Path, BinaryIO] = {}

    def of(self, entry: Entry) -> BinaryIO:
        if entry.file not in self._open:
            self._open[entry.file] = self._stack.enter_context(entry.file.open("rb"))
        return self._open[entry.file]

    def record(self, document: Document) -> tuple[Article, Facts]:
        """The document's article, under the first of its sources, and its facts."""
        found = to_record(document.entry.part(self.of(document.entry), Part.RECORD))
        return replace(found.article, source=document.sources[0]), found.facts


def write_lists(found: Sequence[Document], failures: Sequence[Issue], folder: Path, base: str) -> Tally:
    """Write documents.jsonl and issues.jsonl, which tell whether anything has changed, and count what was found."""
    tally = Tally()
    with ExitStack() as stack:
        logs = Logs(stack)
        listed = stack.enter_context((folder / DOCUMENTS).open("wb"))
        issues = stack.enter_context((folder / "issues.jsonl").open("wb"))
        issues.writelines(to_json(issue_record(issue)) for issue in failures)
        for document in found:
            summary = document.entry.summary(logs.of(document.entry))
            tally.add(summary)
            listed.write(to_json(_listed(summary, document.sources, base)))
            named = (replace(issue, source=document.sources[0]) for issue in summary.issues)
            issues.writelines(to_json(issue_record(issue)) for issue in named)
    return tally


def write_graph(found: Sequence[Document], folder: Path, fingerprint: bytes, base: str) -> None:
    """Write graph.nq, graph.ttl and claims.csv, and the journal of their parts.

    In one thread: the steps are so short that threads wait for each other longer than they save.
    """
    files: dict[Path, tuple[bytes, Copy]] = {
        folder / "graph.nq": (b"", lambda document, log: document.entry.part(log, Part.NQUADS)),
        folder / "graph.ttl": (turtle_head(base), lambda document, log: document.entry.part(log, Part.TURTLE)),
        folder / "claims.csv": (claims_head(), _rows),
        folder / JOURNAL: (frame(fingerprint, b""), lambda document, log: document.entry.frame(log)),
    }
    (folder / JOURNAL).parent.mkdir()
    with ExitStack() as stack:
        logs = Logs(stack)
        writers = []
        for path, (head, copy) in files.items():
            file = stack.enter_context(path.open("wb"))
            file.write(head)
            writers.append((file, copy))
        for document in found:
            log = logs.of(document.entry)
            for file, copy in writers:
                file.write(copy(document, log))


def _rows(document: Document, log: BinaryIO) -> bytes:
    return with_source(document.entry.part(log, Part.ROWS), document.sources[0])


def write_page(found: Sequence[Document], folder: Path, base: str) -> None:
    """Write graph.html, and the folder of its data where one file would be too large."""
    # Drawing needs libraries that take half a second to load: not before there is something to draw.
    from kg.write.html import write_page as write  # noqa: PLC0415

    write(_results(found, base), folder / PAGE, base)


def write_parquet(found: Sequence[Document], folder: Path, base: str) -> None:
    """Write claims.parquet."""
    from kg.write.parquet import to_parquet  # noqa: PLC0415 — an extra

    with ExitStack() as stack:
        logs = Logs(stack)
        file = stack.enter_context((folder / "claims.parquet").open("wb"))
        file.writelines(to_parquet(map(logs.record, found), base))


def _results(found: Sequence[Document], base: str) -> Iterator[Result]:
    with ExitStack() as stack:
        logs = Logs(stack)
        for document in found:
            article, facts = logs.record(document)
            yield Result(article, facts, describe(article, facts, base))


def write_manifest(folder: Path, base: str, tally: Tally, outputs: dict[str, int]) -> None:
    """Say what the folder is and what is in it: size and SHA-256 of each file (but not of the store's)."""
    paths = sorted((*folder.iterdir(), *folder.glob(f"{PAGE_DATA}/*"), *folder.glob(f"{PARTS}/*")))
    files = {path.relative_to(folder).as_posix(): _digest(path) for path in paths if path.is_file()}
    about = {
        "format": FORMAT,
        "base": base,
        "documents": tally.documents,
        "triples": tally.triples,
        "outputs": outputs,
        "files": files,
    }
    (folder / MANIFEST).write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def _digest(path: Path) -> dict[str, int | str]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _listed(summary: Summary, sources: tuple[str, ...], base: str) -> dict[str, object]:
    return {
        "document": base + summary.document,
        "title": summary.title,
        "sha256": summary.digest,
        "sources": sources,
        "targets": summary.targets,
        "claims": summary.claims,
        "triples": summary.triples,
        "graph": {"bytes": summary.size, "sha256": summary.checksum},
    }
