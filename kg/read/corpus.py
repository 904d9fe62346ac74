"""Files, folders, globs, JSON Lines, archives and standard input to single sources."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.read.source import SUFFIXES, Source, is_article, is_bundle, readable


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """The sources that the paths name, in the order given; the files of a folder sorted by path, at any depth.

    What cannot be found is a Source with a `fault`; nothing is raised here.
    """
    for source in _named(paths):
        name = readable(source.name)
        yield source if name == source.name else _renamed(source, name)


def _renamed(source: Source, name: str) -> Source:
    """The source under a name that can be written; its bytes are read while its own name is known."""
    try:
        return replace(source, name=name, data=source.bytes())
    except InputError as error:
        return replace(source, name=name, fault=str(error).replace(source.name, name))


def _named(paths: Iterable[str]) -> Iterator[Source]:
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
    shut: list[OSError] = []
    names = sorted(_articles(path, shut))
    for error in shut:
        fault = f"{error.filename}: {error.strerror}; what the folder holds is not read, check its permissions"
        yield Source(str(error.filename), fault=fault)
    if _is_built(path):
        yield Source(path, fault=f"{path}: is a folder that `kg build` has made; name the folder of the articles")
    elif not names and not shut:
        kinds = " ".join(sorted(SUFFIXES))
        yield Source(path, fault=f"{path}: the folder holds no article; expected files ending in {kinds}")
    for name in names:
        yield from _file(name)


def _articles(folder: str, shut: list[OSError]) -> Iterator[str]:
    """Files of articles at any depth. Hidden folders are not entered, nor those that a build has made: their page would
    be read as an article. What cannot be entered is added to `shut`."""
    for place, folders, files in os.walk(folder, onerror=shut.append):
        if _is_built(place):
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in files:
            path = Path(place, file)
            name = str(path)
            # A pipe or a device may never end; of a link that leads nowhere it is told when it is read.
            there = path.is_file() or path.is_symlink()
            if there and (is_article(name) or (is_bundle(name) and not file.startswith(".") and _holds_articles(name))):
                yield name


def _is_built(folder: str) -> bool:
    return Path(folder, "manifest.json").is_file() and Path(folder, "graph.nq").is_file()


def _holds_articles(path: str) -> bool:
    from kg.read.bundle import holds_articles  # noqa: PLC0415

    return holds_articles(path)


def _matching(pattern: str) -> Iterator[Source]:
    magic = glob.has_magic(pattern)
    names = sorted(glob.iglob(pattern, recursive=True)) if magic else []  # noqa: PTH207 - pathlib refuses absolute ones
    if not names:
        yield Source(pattern, fault=f"{pattern}: no such file; check the path")
    yield from _named(names)


def _file(path: str) -> Iterator[Source]:
    """The sources in one file: itself, or its records or members."""
    if is_bundle(path):
        from kg.read.bundle import unpack  # noqa: PLC0415 - archives are slow to import and seldom needed

        yield from unpack(path)
    else:
        yield Source(path)
