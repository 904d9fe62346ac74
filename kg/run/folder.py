"""The output folder, replaced only when the new one is whole.

A build works in `.{name}.building` beside OUT: `spool` holds what is done, `new` becomes OUT at the end, in one system
call where the kernel has one. A killed build leaves the old OUT as it was, and the spool to be gone on with.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import OutputError

MANIFEST = "manifest.json"
"""Its presence says that a folder is a build of ours and may be replaced."""
NEW = "new"
STORE = "store"

PATIENCE = 1.0
"""How long a lock that another holds is asked for again, in seconds."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fs.h


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """The folder to work in, locked against a second build of the same OUT; it stays unless `swap` has been called.

    Raises OutputError where OUT is something else than a build of ours, or is being built by another process.
    """
    _bring_back(out)
    refuse_foreign(out)
    folder = out.with_name(f".{out.name}.building")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another folder with -o") from error
    try:
        _lock(lock, out)
        shutil.rmtree(folder / NEW, ignore_errors=True)
        (folder / NEW).mkdir()
        yield folder
    finally:
        os.close(lock)


def refuse_foreign(out: Path) -> None:
    """Raise OutputError unless OUT is absent, empty, or a build of ours with nothing else in it."""
    if out.is_file():
        raise OutputError(f"{out}: is a file; name a folder with -o")
    if not out.is_dir() or not any(out.iterdir()):
        return
    if not (out / MANIFEST).is_file():
        raise OutputError(f"{out}: holds files and no {MANIFEST} of a build; choose an empty folder with -o")
    ours = {MANIFEST, STORE, *(name.split("/")[0] for name in manifest(out)["files"])}
    foreign = sorted(path.name for path in out.iterdir() if path.name not in ours and not path.name.startswith("."))
    if foreign:
        raise OutputError(f"{out}: holds {foreign[0]}, which a build did not make and would remove; move it away first")


def manifest(out: Path) -> dict[str, Any]:
    """What a build says of itself. Raises OutputError where OUT is no build or its manifest is damaged."""
    try:
        found = json.loads((out / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise OutputError(f"{out}: no {MANIFEST} in it; name a folder that `kg build` has made") from error
    except (OSError, ValueError) as error:
        raise OutputError(f"{out / MANIFEST}: cannot be read ({error}); build into a new folder") from error
    if not isinstance(found, dict) or not isinstance(found.get("files"), dict):
        raise OutputError(f"{out / MANIFEST}: is not of a build; build into a new folder")
    return found


def swap(folder: Path, out: Path) -> None:
    """Put the finished `folder/new` in the place of OUT, then remove what was there and the rest of `folder`.

    Raises OutputError where the system refuses, for example because OUT is a mount point; OUT is then as it was.
    """
    new = folder / NEW
    for path in (*sorted(new.rglob("*")), new):
        _sync(path)
    try:
        if not out.exists():
            new.rename(out)
        elif not _exchange(new, out):
            out.rename(_old(out))
            new.rename(out)
    except OSError as error:
        raise OutputError(f"{out}: cannot be replaced ({error.strerror}); choose another folder with -o") from error
    _sync(out.parent)
    shutil.rmtree(folder)
    shutil.rmtree(_old(out), ignore_errors=True)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.replaced")


def _bring_back(out: Path) -> None:
    """Undo a replacement that was killed between its two renames, where there was no atomic exchange."""
    old = _old(out)
    if old.exists() and not out.exists():
        old.rename(out)
    elif old.exists():
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock(handle: int, out: Path) -> None:
    """Lock OUT, or raise OutputError.

    A process that a build was just starting when it was killed holds the lock until it runs its own program.
    """
    try:
        import fcntl  # noqa: PLC0415 — not on Windows, where two builds of one OUT are the user's to avoid
    except ImportError:
        return
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if time.monotonic() > until:
                message = f"{out}: another build of it is running; wait for it or choose another folder"
                raise OutputError(message) from error
            time.sleep(PATIENCE / 20)
        else:
            return
