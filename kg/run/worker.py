"""What a worker process is given to live by: a bound on its memory, an end with its parent, an end when it hangs."""

from __future__ import annotations

import faulthandler
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from multiprocessing.util import Finalize
from pathlib import Path

from kg.compiled import keep

BUSY, GRACE = 2, 5.0
"""How many times its limit a document may take by the clock, and seconds beyond, before its process is ended: other
work holds it up, and no alarm interrupts C code."""


_stops: list[Event] = []
"""What tells this process to stop, where its parent gave it one."""


def restrict(memory: int, stop: Event | None = None) -> None:
    """Prepare a worker process: Ctrl-C is the parent's business, its death ours; memory is bounded where it can be.

    Its modules stay: looking for garbage among them took a twentieth of the time.
    """
    gc.freeze()
    _stops[:] = [stop] if stop else []
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Finalize(None, keep, exitpriority=0)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        import resource  # noqa: PLC0415 — not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard < 0 else min(memory, hard), hard))


def is_stopped() -> bool:
    """Whether the parent wants no more of this process."""
    return any(stop.is_set() for stop in _stops)


def _die_with_parent() -> None:
    """A worker waits for work from a pipe that it holds open itself: it would wait for ever for a killed parent."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextmanager
def watchdog(seconds: float) -> Iterator[None]:
    """End this process when the block has not ended after `seconds`, whatever it is doing."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
