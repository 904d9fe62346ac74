"""Compiled patterns kept from one run to the next, as Python keeps compiled modules: in `__pycache__`.

`re` compiles in Python, which takes longer than reading an article; what comes out is a row of integers that `_sre`
checks before it takes them. What is kept is keyed by the pattern itself, so a changed pattern is compiled anew. Another
Python, other code that compiles, a damaged file or a folder that may not be written only mean that patterns are
compiled as usual.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache, partial
from importlib.util import cache_from_source
from pathlib import Path

Kept = dict[tuple[str, int], bytes]
"""By pattern and flags: the arguments of `_sre.compile` that follow from these, marshalled."""

FILE = Path(cache_from_source(__file__)).with_suffix(".patterns")

ENOUGH = 8_000_000
"""Bytes, some four times what all patterns take: a larger file holds mostly patterns of earlier versions."""


def _made_by() -> bytes:
    """What made the rows: this Python and, as in a .pyc, size and time of the sources that compile."""
    here = Path(__file__)
    sources = (path.stat() for path in (here, here.with_name("opening.py")))
    return repr((sys.version, [(each.st_size, each.st_mtime_ns) for each in sources])).encode()


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` returns, from an earlier run where that left it. Raises `re.error` like it."""
    try:
        return _from_kept(pattern, int(flags))
    except Exception:  # noqa: BLE001 - private parts of another Python, damaged integers: `re` can always do it itself
        return re.compile(pattern, flags)


def _from_kept(pattern: str, flags: int) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]  # noqa: PLC0415 - where it is missing, `re` takes over

    row = _kept().get((pattern, flags)) or _new.get((pattern, flags))
    if row is None:
        row = _new[pattern, flags] = _arguments(pattern, flags)
        _keep_at_exit()
    all_flags, code, groups, names, by_number = marshal.loads(row)  # noqa: S302 - our own, checked
    found: re.Pattern[str] = _sre.compile(pattern, all_flags, array("I", code).tolist(), groups, names, by_number)
    return found


def _arguments(pattern: str, flags: int) -> bytes:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - see above

    from kg.opening import with_opening  # noqa: PLC0415 - needed for what is new only

    parsed = _parser.parse(pattern, flags)
    code = array("I", map(int, with_opening(_compiler._code(parsed, flags), parsed, flags)))
    names = parsed.state.groupdict
    by_number = dict(zip(names.values(), names, strict=True))
    groups = parsed.state.groups
    row = (int(flags | parsed.state.flags), code.tobytes(), groups - 1, names, tuple(map(by_number.get, range(groups))))
    return marshal.dumps(row)


_new: Kept = {}
"""What this process compiled itself."""


def _read() -> Kept:
    with suppress(OSError, ValueError, EOFError, TypeError):
        raw, made_by = FILE.read_bytes(), _made_by()
        checksum, body = raw[len(made_by) :][:4], raw[len(made_by) + 4 :]
        if len(body) < ENOUGH and raw.startswith(made_by) and int.from_bytes(checksum, "big") == zlib.crc32(body):
            found: Kept = marshal.loads(body)  # noqa: S302 - written by `keep`, checked above
            return found
    return {}


_kept = cache(_read)
"""What earlier runs left, read once."""


def keep() -> None:
    """Write what this process compiled beside what others did; not where Python is told to write no compiled files.

    Called at the end of a process; a worker of a pool must call it itself.
    """
    if sys.dont_write_bytecode or not _new:
        return
    body = marshal.dumps(_read() | _new)
    part = FILE.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        FILE.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_made_by() + zlib.crc32(body).to_bytes(4, "big") + body)
        part.replace(FILE)


_keep_at_exit = cache(partial(atexit.register, keep))
