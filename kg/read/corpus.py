"""Files, folders, globs, JSON Lines, archives and standard input to single sources."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.read.source import SUFFIXES, Source, is_article, is_bundle


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """The sources that the paths name, in the order given; the files of a folder sorted by path, at any depth.

    What cannot be found is a Source with a `fault`; nothing is raised here.
    """
    for path in paths:
        if path == "-":
            yield Source("-", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            yield from _folder(path)
        elif Path(path).exists():
            yield from _file(path)
        else:
            yield from _matching(path)


def _folder(path: str) -> Iterator[Source]:
    names = sorted(_articles(Path(path)))
    if not names:
        kinds = " ".join(sorted(SUFFIXES))
        yield Source(path, fault=f"{path}: the folder holds no article; expected files ending in {kinds}")
    for name in names:
        yield from _file(name)


def _articles(folder: Path) -> Iterator[str]:
    """Files of articles at any depth; hidden folders are not entered."""
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not hidden and file.is_file():
            name = str(file)
            if is_article(name) or (is_bundle(name) and _holds_articles(name)):
                yield name


def _holds_articles(path: str) -> bool:
    from kg.read.bundle import holds_articles  # noqa: PLC0415

    return holds_articles(path)


def _matching(pattern: str) -> Iterator[Source]:
    magic = glob.has_magic(pattern)
    names = sorted(glob.iglob(pattern, recursive=True)) if magic else []  # noqa: PTH207 - pathlib refuses absolute ones
    if not names:
        yield Source(pattern, fault=f"{pattern}: no such file; check the path")
    yield from sources(names)


def _file(path: str) -> Iterator[Source]:
    """The sources in one file: itself, or its records or members."""
    if is_bundle(path):
        from kg.read.bundle import unpack  # noqa: PLC0415 - archives are slow to import and seldom needed

        yield from unpack(path)
    else:
        yield Source(path)
