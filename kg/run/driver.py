"""One run: gather the sources, build what is new, put OUT together, exchange it for the old one."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kg.errors import InputError, OutputError
from kg.iri import BASE
from kg.model import Issue
from kg.read import Source, sources
from kg.run.assemble import (
    LISTS,
    PARTS,
    Document,
    documents,
    write_graph,
    write_lists,
    write_manifest,
    write_page,
    write_parquet,
)
from kg.run.change import change
from kg.run.folder import NEW, STORE, manifest, staging, swap
from kg.run.journal import JOURNAL, Entry, add, fingerprint, index, open_spool
from kg.run.listed import listed
from kg.run.pool import outcomes
from kg.run.product import Product
from kg.run.report import Report, Tally
from kg.run.task import DEFAULT_LIMITS, SLOW, Failure, Job, Limits, Task, load
from kg.run.work import work
from kg.write.parts import write_parts
from kg.write.store import build_store


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `workers` 0 means one per core; `parts` is how many documents a gzip part holds, 0 for no parts;
    `task` is for tests and other drivers."""

    base: str = BASE
    workers: int = 0
    limits: Limits = DEFAULT_LIMITS
    store: bool = True
    page: bool = True
    parts: int = 0
    parquet: bool = False
    task: Task[Product] | None = None

    @property
    def outputs(self) -> dict[str, int]:
        """What is made besides what is always made."""
        return {"store": self.store, "page": self.page, "parts": self.parts, "parquet": self.parquet}


Progress = Callable[[int], None]
"""Called with the number of sources taken up so far."""


def run(
    names: Iterable[str], out: Path, options: Options | None = None, progress: Progress = lambda done: None
) -> Report:
    """Build the documents that the names stand for into OUT. What could not be built is in the report.

    Raises OutputError where OUT cannot be replaced; LexiconError or OntologyError for a defect of kg itself.
    """
    out = out.resolve()
    with staging(out) as folder:
        current = _Run(out, folder, options or Options(), progress)
        entries = current.build(sources(names))
        return current.publish(entries)


@dataclass(slots=True)
class _Run:
    out: Path
    folder: Path
    options: Options
    progress: Progress
    names: dict[str, list[str]] = field(default_factory=dict)
    """The sources of each key, in the order they came."""
    failures: list[Failure] = field(default_factory=list)
    slow: list[tuple[str, float]] = field(default_factory=list)
    seen: int = 0
    built: int = 0
    mark: bytes = b""

    def build(self, found: Iterable[Source]) -> dict[str, Entry]:
        """The entries of all documents that could be built; new ones are in the spool afterwards."""
        self.mark = fingerprint(self.options.base)
        spool, left = open_spool(self.folder / "spool", self.mark)
        with spool:
            entries = index(self.out / JOURNAL, self.mark) | left
            jobs = self._jobs(found, frozenset(entries))
            workers = self.options.workers or os.cpu_count() or 1
            for outcome in outcomes(jobs, self._task(), workers, self.options.limits):
                if outcome.seconds > SLOW:
                    self.slow.append((outcome.name, outcome.seconds))
                if isinstance(outcome.found, Failure):
                    self.failures.append(outcome.found)
                else:
                    key, entry = add(spool, self.folder / "spool", outcome.found)
                    entries[key] = entry
                    self.built += 1
        return entries

    def _task(self) -> Task[Product]:
        return self.options.task or partial(work, base=self.options.base)

    def _jobs(self, found: Iterable[Source], known: Container[str]) -> Iterator[Job]:
        """A job for each source with new bytes. Several sources with the same bytes are one document."""
        for source in found:
            self.seen += 1
            self.progress(self.seen)
            try:
                job = load(source)
            except InputError as error:
                self.failures.append(Failure(source.name, "unreadable", str(error).removeprefix(f"{source.name}: ")))
                continue
            names = self.names.setdefault(job.key, [])
            names.append(source.name)
            if len(names) == 1 and job.key not in known:
                yield job

    def publish(self, entries: dict[str, Entry]) -> Report:
        """Write the new OUT and put it in the place of the old one, unless nothing would change or nothing is there."""
        new = self.folder / NEW
        found = documents(entries, self.names)
        failed = sorted(map(_issue, self.failures), key=lambda issue: (issue.source, issue.message))
        tally = write_lists(found, failed, new, self.options.base)
        unchanged = not found or self._is_unchanged(found, new)
        if unchanged:
            shutil.rmtree(self.folder)
        else:
            self._write(found, tally, new)
            swap(self.folder, self.out)
        return Report(self.out, tally, tuple(failed), tuple(sorted(self.slow)), self.built, unchanged)

    def _write(self, found: Sequence[Document], tally: Tally, new: Path) -> None:
        base, options = self.options.base, self.options
        write_graph(found, new, self.mark, base)
        if options.page:
            write_page(found, new, base)
        if options.parts:
            write_parts(new / "graph.nq", new / PARTS, (each.graph.bytes for each in listed(new)), options.parts)
        if options.parquet:
            write_parquet(found, new, base)
        write_manifest(new, base, tally, options.outputs)
        if options.store:
            build_store(new / "graph.nq", new / STORE, change(self.out, new))

    def _is_unchanged(self, found: Sequence[Document], new: Path) -> bool:
        """Whether OUT is whole and was made from the same documents by the same code."""
        return (
            all(document.entry.file == self.out / JOURNAL for document in found)
            and all(_same(self.out / name, new / name) for name in LISTS)
            and is_whole(self.out)
            and manifest(self.out).get("outputs") == self.options.outputs
            and (self.out / STORE).exists() == self.options.store
        )


def is_whole(out: Path) -> bool:
    """Whether OUT is there with all files its manifest names, each of the size it names."""
    try:
        files = manifest(out)["files"]
        return all((out / name).stat().st_size == about["bytes"] for name, about in files.items())
    except (OutputError, OSError):
        return False


def _issue(failure: Failure) -> Issue:
    return Issue(failure.code, "error", failure.source, failure.message)


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and filecmp.cmp(one, other, shallow=False)
