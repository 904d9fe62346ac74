"""The embedded SPARQL store: Oxigraph on disk, a cache of graph.nq that can be made anew at any time.

    OUT/graph.nq            the truth: one named graph per document
    OUT/store/CHECKSUM      JSON: SHA-256 of the graph.nq it was made from, and the generation to open
    OUT/store/<generation>/ the database
    OUT/store/<generation>.search  full-text index and rows worked out beforehand (kg.write.search, kg.write.rollup)

A store is built beside the one in use; replacing CHECKSUM, one rename, is what makes it current. A killed build leaves
the old one. Named graphs hold what each document says; the default graph holds every triple once, because the union an
engine forms at query time repeats a triple per document, and every count and join over shared nodes would be wrong.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.errors import OutputError
from kg.query import questions
from kg.write.load import Change, apply, load
from kg.write.rollup import build_rollups
from kg.write.search import build_index, open_index

LAYOUT = 4
"""Raised when a store made by an older kg can no longer be read as it is."""

FAULTS = (OSError, RuntimeError, ValueError, sqlite3.Error)
"""What pyoxigraph and SQLite raise for files that they cannot read."""


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a store was made from. While graph.nq has `size` bytes and time `modified` (ns), it is not read again."""

    sha256: str
    size: int
    modified: int
    generation: str
    files: dict[str, int]
    """Size in bytes of each file of the database that never changes once it is written."""
    layout: int = LAYOUT


def build_store(nquads: Path, folder: Path, change: Change | None = None) -> Checksum:
    """Make `folder` a store of the statements in `nquads`; a store that is there stays in use until this one is whole.

    With `change`, which says how `nquads` differs from an earlier build, that build's store is gone on from, where it
    is whole; it is left as it is.

    Raises OutputError where `nquads` cannot be read or `folder` is being built by another process.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _only_writer(folder):
        _sweep(folder, keep=_generation_in_use(folder))
        sha256, stat = _digest(nquads), nquads.stat()
        building = folder / "building"
        _fill(building, nquads, change)
        generation = _unused_name(folder, sha256)
        (folder / "building.search").rename(folder / f"{generation}.search")
        building.rename(folder / generation)
        checksum = Checksum(sha256, stat.st_size, stat.st_mtime_ns, generation, _sizes(folder / generation))
        _publish(folder, checksum)
        _sweep(folder, keep=generation)
    return checksum


def open_store(out: Path) -> Store:
    """The store of an OUT folder, read-only. It shows the state of now; open it again to see a later build.

    Raises OutputError where there is none, or it is damaged, or was made from another graph.nq.
    """
    checksum = verify(out)
    try:
        return Store.read_only(os.fspath(out / "store" / checksum.generation))
    except FAULTS as error:
        raise damaged(out, str(error)) from error


def open_beside(out: Path) -> sqlite3.Connection:
    """The index beside the database that `open_store` opens. Raises as it does."""
    try:
        return open_index(out / "store" / f"{verify(out).generation}.search")
    except sqlite3.Error as error:
        raise damaged(out, str(error)) from error


def verify(out: Path) -> Checksum:
    """What OUT/store was made from, if that is OUT/graph.nq and no file of it is missing or cut.

    Cheap: graph.nq is read only where its size or time differ from what was noted.
    """
    nquads, folder = out / "graph.nq", out / "store"
    if not nquads.is_file():
        raise OutputError(f"{out}: no graph.nq in it; name a folder that `kg build` has made")
    checksum = read_checksum(folder)
    stat = nquads.stat()
    unchanged = (stat.st_size, stat.st_mtime_ns) == (checksum.size, checksum.modified)
    if not unchanged and _digest(nquads) != checksum.sha256:
        raise OutputError(f"{folder}: was made from another graph.nq than {nquads}; run `kg store rebuild {out}`")
    search = folder / f"{checksum.generation}.search"
    if _sizes(folder / checksum.generation) != checksum.files or not search.is_file():
        raise damaged(out, "files are missing, cut or added")
    return checksum


def read_checksum(folder: Path) -> Checksum:
    """The CHECKSUM of a store folder. Raises OutputError where there is none or it is not of this kg."""
    rebuild = f"run `kg store rebuild {folder.parent}`"
    try:
        found = json.loads((folder / "CHECKSUM").read_bytes())
        checksum = Checksum(**found)
    except FileNotFoundError as error:
        raise OutputError(f"{folder}: no store in it; {rebuild}") from error
    except (OSError, ValueError, TypeError) as error:
        raise OutputError(f"{folder / 'CHECKSUM'}: is damaged or not of kg; {rebuild}") from error
    if checksum.layout != LAYOUT or Path(checksum.generation).name != checksum.generation:
        raise OutputError(f"{folder}: was made by another version of kg; {rebuild}")
    return checksum


def damaged(out: Path, reason: str) -> OutputError:
    """The error for a database that cannot be read; `graph.nq` is not touched by it."""
    return OutputError(f"{out / 'store'}: is damaged ({reason}); graph.nq is whole, run `kg store rebuild {out}`")


def _fill(building: Path, nquads: Path, change: Change | None) -> None:
    """Make the database and what lies beside it."""
    if change and _goes_on(building, nquads, change):
        return
    index = building.with_suffix(".search")
    store = Store(os.fspath(building))
    try:
        load(store, nquads)
        store.flush()
        build_index(store, index)
        build_rollups(store, index, questions().values())
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{nquads}: is not N-Quads as kg writes it ({error}); run `kg build` again") from error
    finally:
        del store


def _goes_on(building: Path, nquads: Path, change: Change) -> bool:
    """Whether the store could be made from that of the earlier build; if not, nothing of it is left here."""
    index = building.with_suffix(".search")
    try:
        if _take_over(change.out, building):
            store = Store(os.fspath(building))
            apply(store, index, nquads, change)
            store.flush()
            build_rollups(store, index, questions().values())
            return True
    except FAULTS:  # what the checksum does not see
        pass
    shutil.rmtree(building, ignore_errors=True)
    index.unlink(missing_ok=True)
    return False


def _take_over(out: Path, building: Path) -> bool:
    """Copy the store of an earlier build, if it is whole. Tables never change: both may have the same."""
    try:
        generation = out / "store" / verify(out).generation
    except OutputError:
        return False
    building.mkdir()
    for path in generation.iterdir():
        if path.suffix == ".sst":
            _link(path, building / path.name)
        elif path.name != "LOCK":
            shutil.copy(path, building)
    shutil.copy(generation.with_suffix(".search"), building.with_suffix(".search"))
    return True


def _link(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:  # a file system without links, or another one
        shutil.copy(path, name)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sizes(database: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(database.glob("*.sst"))}


def _unused_name(folder: Path, sha256: str) -> str:
    names = (f"{sha256[:16]}-{number}" for number in range(len(list(folder.iterdir())) + 1))
    return next(name for name in names if not (folder / name).exists())


def _publish(folder: Path, checksum: Checksum) -> None:
    beside = folder / "CHECKSUM.new"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(asdict(checksum), file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / "CHECKSUM")


def _generation_in_use(folder: Path) -> str | None:
    try:
        return read_checksum(folder).generation
    except OutputError:
        return None


def _sweep(folder: Path, keep: str | None) -> None:
    """Remove what killed builds and older generations left. Readers hold every file open and do not notice."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != keep:
            shutil.rmtree(path)
        elif path.suffix == ".search" and path.stem != keep:
            path.unlink()


@contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    """A lock that the system takes back from a killed process."""
    import fcntl  # noqa: PLC0415 — not on Windows, where reading a store still works

    with (folder / "LOCK").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"{folder}: is being built by another process; wait for it and try again") from error
        yield
