"""A finished build → the results it was made of, from its journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.describe import describe
from kg.errors import OutputError
from kg.model import Result
from kg.run.folder import manifest
from kg.run.journal import JOURNAL
from kg.run.log import frames
from kg.run.product import Part, to_part, to_record, to_summary


def results(out: Path) -> Iterator[Result]:
    """The results of a build in the order of their documents, one in memory at a time.

    Raises OutputError where OUT is no build, or its journal is missing or not of this build.
    """
    base = manifest(out)["base"]
    path = out / JOURNAL
    listed = (out / "documents.jsonl").read_bytes().splitlines()
    found = list(frames(path))[1:]
    if len(found) != len(listed):
        raise OutputError(f"{path}: is missing or damaged; run `kg build` with the same sources again")
    with path.open("rb") as journal:
        for frame, line in zip(found, listed, strict=True):
            journal.seek(frame.offset)
            record = to_record(to_part(journal, Part.RECORD))
            article = replace(record.article, source=json.loads(line)["sources"][0])
            triples = describe(article, record.facts, base)
            yield Result(article, record.facts, triples, to_summary(frame.head).issues)
