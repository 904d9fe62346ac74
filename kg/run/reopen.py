"""A finished build → the results it was made of, from its journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from kg.describe import describe
from kg.errors import OutputError
from kg.model import Article, Facts, Issue, Result
from kg.run.folder import manifest
from kg.run.journal import JOURNAL
from kg.run.listed import DOCUMENTS, Listed, listed
from kg.run.log import frames
from kg.run.product import Part, to_part, to_record, to_summary


def results(out: Path) -> Iterator[Result]:
    """The results of a build in the order of their documents, one in memory at a time.

    Raises OutputError where OUT is no build, or its journal is missing or not of this build.
    """
    base = manifest(out)["base"]
    for article, facts, issues in _read(out):
        yield Result(article, facts, describe(article, facts, base), issues)


def facts(out: Path) -> Iterator[tuple[Article, Facts]]:
    """As `results`, without the triples. Raises as it does."""
    manifest(out)
    return ((article, facts) for article, facts, _ in _read(out))


def documents(out: Path) -> list[Listed]:
    """The documents of a build. Raises OutputError where OUT is no build."""
    manifest(out)
    try:
        return list(listed(out))
    except (OSError, msgspec.MsgspecError) as error:
        raise OutputError(f"{out / DOCUMENTS}: is missing or damaged ({error}); run `kg build` again") from error


def _read(out: Path) -> Iterator[tuple[Article, Facts, tuple[Issue, ...]]]:
    path = out / JOURNAL
    known = documents(out)
    found = list(frames(path))[1:]
    if len(found) != len(known):
        raise OutputError(f"{path}: is missing or damaged; run `kg build` with the same sources again")
    with path.open("rb") as journal:
        for frame, document in zip(found, known, strict=True):
            journal.seek(frame.offset)
            record = to_record(to_part(journal, Part.RECORD))
            yield replace(record.article, source=document.sources[0]), record.facts, to_summary(frame.head).issues
