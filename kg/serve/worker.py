"""A worker process: one store, opened read-only, one request at a time, and nothing else it could reach.

Started as `python -m kg.serve.worker OPTIONS` by the pool, which kills it where a request takes too long; reads `Job`s
from standard input and writes `Answer`s to standard output. It has no network, where the system lets a process give it
up, bounded memory, and a clock of its own in case the server dies first.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # linux/sched.h
_GRACE = 5
"""Seconds past the deadline after which the process ends itself."""


def main() -> None:
    options: dict[str, Any] = json.loads(sys.argv[1])
    cut = _cut_network()
    # Only now: a process that has threads, which the store starts, cannot leave its network.
    from kg.serve.answer import Desk  # noqa: PLC0415
    from kg.serve.message import Job  # noqa: PLC0415

    desk = Desk(Path(options["database"]), options["rows"], options["result"], options["base"])
    assert desk.store is not None  # opened now: a request must not find that a later build removed them
    assert desk.index is not None
    _bound_memory(options["memory"])
    output = os.fdopen(os.dup(1), "wb")
    output.write(json.dumps({"network": "cut" if cut else "open"}).encode() + b"\n")
    output.flush()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for line in sys.stdin.buffer:
        signal.alarm(int(options["deadline"]) + _GRACE)
        answer = desk.answer(Job.decode(line))
        signal.alarm(0)
        output.write(answer.head())
        output.write(answer.body)
        output.flush()


def _cut_network() -> bool:
    """Leave for a network namespace without any interface; False where the system does not allow it."""
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _bound_memory(most: int) -> None:
    """Let the process grow by `most` bytes. Beyond, the engine ends the process and the pool tells the client."""
    used = 0
    with contextlib.suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii")
        used = next(int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmData"))
    resource.setrlimit(resource.RLIMIT_DATA, (used + most, used + most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
