"""Run the application with uvicorn, and hang up on clients that keep a connection without asking anything."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import resource
import socket
from pathlib import Path

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import OutputError
from kg.serve.app import create_app
from kg.serve.settings import Settings

_HEAD = 64 << 10
_LINGER = 1.0
"""Seconds between a refusal of what is no HTTP and the end of the connection."""


def serve(out: Path, settings: Settings, address: tuple[str, int], base: str | None = None) -> None:
    """Serve until interrupted. Raises OutputError where the store or the address cannot be used."""
    _log_to_stderr()
    app = create_app(out, settings, base)
    listener = _listen(*address)
    host, port = listener.getsockname()[:2]
    logging.getLogger("kg.serve").info("http://%s:%d/ serves %s; Ctrl-C ends it", host, port, out)
    config = uvicorn.Config(
        app,
        http=_protocol(settings),
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=_HEAD,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _protocol(settings: Settings) -> type[asyncio.Protocol]:
    """HTTP/1.1 with a time limit for the head of a request, which uvicorn has not, and a limit of connections."""

    class Impatient(H11Protocol):
        timer: asyncio.TimerHandle | None = None
        is_refused = False

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > settings.connections:
                transport.abort()
                return
            self._watch()

        def data_received(self, data: bytes) -> None:
            if self.is_refused:
                return
            super().data_received(data)
            self._watch()

        def send_400_response(self, msg: str) -> None:
            """Say what is wrong, and listen a moment longer: a client that is still sending would not read it."""
            body = f"{msg} The head may have {_HEAD >> 10} KiB; POST long queries.\n".encode()
            head = f"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n"
            self.transport.write(f"{head}Connection: close\r\n\r\n".encode() + body)
            self.is_refused = True
            self.loop.call_later(_LINGER, self.transport.close)

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            super().connection_lost(exc)

        def _watch(self) -> None:
            """The time runs from the first byte of a head to its last; further bytes do not wind it up again."""
            if self.conn.their_state is not h11.IDLE:
                self._forget()
            elif self.timer is None:
                self.timer = self.loop.call_later(settings.head, self._hang_up)

        def _hang_up(self) -> None:
            if self.conn.their_state is h11.IDLE:
                self.transport.abort()

        def _forget(self) -> None:
            if self.timer is not None:
                self.timer.cancel()
                self.timer = None

    return Impatient


def _listen(host: str, port: int) -> socket.socket:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise OutputError(
            f"{host}:{port}: cannot be listened on ({reason}); choose another --port or --host"
        ) from error


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%S%z"))
    for name, level in (("kg", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
