"""How much a stranger may ask of this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Times in seconds, sizes in bytes. The defaults suit a small public server."""

    workers: int = max(2, os.cpu_count() or 2)
    """Processes for quick requests; as many again take over requests that turn out slow."""
    deadline: float = 10.0
    """A request is stopped after this time, and has waited in the queue at most as long."""
    slow: float = 1.0
    """After this time a request counts as slow: it yields to others and a fresh process takes its place."""
    queue: int = 256
    """Requests that may wait for a process."""
    rows: int = 100_000
    result: int = 64 << 20
    memory: int = 1 << 30
    """What a process may need on top of the open store."""
    query: int = 256 << 10
    body: int = 1 << 20
    """Of a POST; a form is up to three times as long as the query in it."""
    connections: int = 4096
    head: float = 10.0
    """A client that has not sent the whole head, or body, of a request by then is hung up on."""
    cors: str | None = None
    """Origin whose pages may read the answers; `*` for any."""
    hosts: tuple[str, ...] = ("*",)
    """Names under which requests are taken."""
