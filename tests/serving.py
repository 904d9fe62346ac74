"""A server under test, in a process of its own, and a plain client for it."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode


@dataclass
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """`log` grows while the server runs."""

    process: subprocess.Popen[str]
    port: int
    log: list[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Reply:
        """One request on a connection of its own; the path goes out as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, found, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None, **parameters: str) -> Reply:
        target = f"{path}?{urlencode(parameters)}" if parameters else path
        return self.ask("GET", target, headers={"Accept": accept} if accept else {})

    def query(self, text: str, accept: str | None = None) -> Reply:
        return self.get("/sparql", accept, query=text)


@contextmanager
def serving(out: Path, *options: str) -> Iterator[Server]:
    """`kg serve` on a free port, ended by an interrupt as from the keyboard."""
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        found = re.search(r":(\d+)/ serves", first)
        assert found, first + process.stderr.read()
        log = [first]
        reader = threading.Thread(target=lambda: log.extend(process.stderr or ()), daemon=True)
        reader.start()
        server = Server(process, int(found[1]), log)
        try:
            yield server
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
            reader.join(5)
