"""The outer ASGI layer: access log, security headers, nothing unexpected to the client."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ACCESS = logging.getLogger("kg.access")
_LONGEST = 500

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer that does not set its own. The editor styles its elements inline; scripts are files of ours."""


class Gate:
    """Adds headers to each answer and writes one line of JSON about it to the access log."""

    def __init__(self, app: ASGIApp, cors: str | None = None) -> None:
        self.app = app
        shared = {"cross-origin-resource-policy": "same-origin"}
        if cors is not None:
            shared = {"cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": cors}
        self.headers: Mapping[str, str] = HEADERS | shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status, size = time.monotonic(), 0, 0

        async def pass_on(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                present = {name.lower() for name, _ in message["headers"]}
                missing = [(k.encode(), v.encode()) for k, v in self.headers.items() if k.encode() not in present]
                message = {**message, "headers": [*message["headers"], *missing]}
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, pass_on)
        finally:
            _log(scope, status, size, time.monotonic() - begun)


def _log(scope: Scope, status: int, size: int, seconds: float) -> None:
    line = {
        "client": (scope.get("client") or ("", 0))[0],
        "method": scope["method"],
        "path": scope["path"][:_LONGEST],
        "query": scope["query_string"].decode("latin-1")[:_LONGEST],
        "status": status,
        "bytes": size,
        "ms": round(seconds * 1000, 1),
    }
    ACCESS.info(json.dumps(line))
