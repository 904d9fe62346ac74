"""Pushing to real stores on loopback, Oxigraph's server and Virtuoso, and to one that fails as it is told."""

from __future__ import annotations

import base64
import http.server
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from click.testing import CliRunner, Result

from kg.cli.push import command
from kg.errors import StoreError
from kg.write.remote import Connection, Login, login
from kg.write.sparql import GraphStore, Journal, Update, choose_way, push, query_url
from kg.write.store import open_store
from tests.two_documents import BASE, LABEL, TWO_DOCUMENTS, made, quad

THIRD = "".join(quad(f"x-{n}", LABEL, f'"第{n}项 \\"甲\\"\\n"@zh', "doc-3") for n in range(1300))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return made(tmp_path / "out", TWO_DOCUMENTS + THIRD)


def pushed(out: Path, url: str, *options: str, **environment: str) -> Result:
    return CliRunner().invoke(command, [str(out), url, *options], env=environment)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def running(arguments: list[str], url: str, folder: Path) -> Iterator[str]:
    """A server, from when it answers at `url`; it hears nothing but loopback and is ended by its own id."""
    with (folder / "log").open("wb") as log, subprocess.Popen(arguments, cwd=folder, stdout=log, stderr=log) as process:
        try:
            for _ in range(240):
                try:
                    urllib.request.urlopen(url, timeout=5).close()
                    break
                except urllib.error.HTTPError as answered:
                    answered.close()
                    break
                except OSError:
                    assert process.poll() is None, (folder / "log").read_text()
                    time.sleep(0.25)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        pytest.skip("the Oxigraph server is not installed: pip install oxigraph")
    address = f"127.0.0.1:{free_port()}"
    with running(
        [program, "serve", "--bind", address], f"http://{address}", tmp_path_factory.mktemp("oxigraph")
    ) as url:
        yield url


VIRTUOSO = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
"""


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed: apt install virtuoso-opensource-7")
    folder, port = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "v.ini").write_text(VIRTUOSO.format(sql=free_port(), http=port))
    arguments = [program, "+foreground", "+configfile", str(folder / "v.ini")]
    with running(arguments, f"http://127.0.0.1:{port}/sparql", folder) as url:
        yield url.removesuffix("/sparql")


def count(endpoint: str, pattern: str) -> int:
    asked = urlencode({"query": f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"})
    request = urllib.request.Request(f"{endpoint}?{asked}", headers={"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


ROUNDS = ["/store", "/update"]


@pytest.mark.parametrize("path", ROUNDS)
def test_oxigraph_gets_the_build_and_its_changes(out: Path, oxigraph: str, path: str) -> None:
    def there(document: str) -> int:
        return count(f"{oxigraph}/query", f"GRAPH <{BASE}{document}> {{ ?s ?p ?o }}")

    first = pushed(out, oxigraph + path)
    assert (first.exit_code, "3 documents sent (1,305 triples" in first.output) == (0, True), first.output
    assert (there("doc-1"), there("doc-2"), there("doc-3")) == (3, 2, 1300)
    assert "0 documents sent (0 triples, counted there), 3 unchanged" in pushed(out, oxigraph + path).output
    made(out, quad("region-310000", LABEL, '"上海"@zh', "doc-1"))
    changed = pushed(out, oxigraph + path)
    assert "1 documents sent (1 triples, counted there), 0 unchanged, 2 removed" in changed.output
    assert (there("doc-1"), there("doc-2"), there("doc-3")) == (1, 0, 0)


@pytest.mark.parametrize("path", ["/sparql-graph-crud-auth", "/sparql-auth"])
def test_virtuoso_gets_the_build_and_its_changes(out: Path, virtuoso: str, path: str) -> None:
    account = {"KG_PUSH_USER": "dba", "KG_PUSH_PASSWORD": "dba"}
    first = pushed(out, virtuoso + path, **account)
    assert (first.exit_code, "3 documents sent (1,305 triples" in first.output) == (0, True), first.output
    assert count(f"{virtuoso}/sparql", f"GRAPH <{BASE}doc-3> {{ ?s ?p ?o }}") == 1300
    made(out, quad("region-310000", LABEL, '"上海"@zh', "doc-1"))
    assert "0 unchanged, 2 removed" in pushed(out, virtuoso + path, **account).output
    assert count(f"{virtuoso}/sparql", f"GRAPH <{BASE}doc-3> {{ ?s ?p ?o }}") == 0


def test_virtuoso_refuses_the_wrong_password(out: Path, virtuoso: str) -> None:
    refused = pushed(out, f"{virtuoso}/sparql-graph-crud-auth", KG_PUSH_USER="dba", KG_PUSH_PASSWORD="wrong")
    assert isinstance(refused.exception, StoreError)
    assert "401" in str(refused.exception)
    assert "set KG_PUSH_USER" in str(refused.exception)


class Fake(http.server.BaseHTTPRequestHandler):
    """A graph store in a dict. `faults` are statuses to answer before it does what it is asked; 0 hangs up."""

    graphs: dict[str, bytes]
    faults: list[int]
    seen: list[tuple[str, str | None]]
    loses = 0

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        graph = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
        self.seen.append((self.command, self.headers.get("authorization")))
        fault = self.faults.pop(0) if self.faults else 200
        if fault == 0:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if fault == 200 and self.command == "PUT":
            self.graphs[graph] = b"".join(body.splitlines(keepends=True)[self.loses :])
        if fault == 200 and self.command == "GET" and graph not in self.graphs:
            fault = 404
        self.send_response(fault)
        self.send_header("content-type", "application/n-triples")
        for name, value in {503: ("retry-after", "7"), 401: ("www-authenticate", 'Basic realm="x"')}.items():
            if fault == name:
                self.send_header(*value)
        self.end_headers()
        self.wfile.write(self.graphs.get(graph, b"") if fault == 200 and self.command == "GET" else b"")

    do_GET = do_PUT = do_DELETE = do_POST = answer  # noqa: N815

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def fake() -> Iterator[tuple[type[Fake], str]]:
    class Own(Fake):
        graphs: dict[str, bytes] = {}  # noqa: RUF012
        faults: list[int] = []  # noqa: RUF012
        seen: list[tuple[str, str | None]] = []  # noqa: RUF012

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Own) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Own, f"http://127.0.0.1:{server.server_port}/store"
        server.shutdown()


def connected(url: str, who: Login | None = None) -> tuple[Connection, list[float]]:
    waits: list[float] = []
    return Connection(url, who or Login(), waits.append), waits


def test_failures_that_pass_are_waited_for(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.faults = [500, 503, 0, 429]
    connection, waits = connected(url)
    GraphStore(connection).put("u:g", ["<u:a> <u:b> <u:c> ."])
    assert waits == [0.5, 7.0, 2.0, 4.0]
    assert store.graphs == {"u:g": b"<u:a> <u:b> <u:c> .\n"}


def test_a_store_that_does_not_come_back_is_given_up(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.faults = [502] * 10
    connection, waits = connected(url)
    with pytest.raises(StoreError, match=r"in 6 tries .*push again later"):
        GraphStore(connection).put("u:g", [])
    assert len(waits) == 5


def test_refusals_are_not_repeated(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.faults = [403]
    connection, waits = connected(url)
    with pytest.raises(StoreError, match="403"):
        GraphStore(connection).put("u:g", [])
    assert (waits, len(store.seen)) == ([], 1)


def test_interrupted_push_goes_on(out: Path, fake: tuple[type[Fake], str]) -> None:
    """The second document is refused; the next push sends it and the third, not the first again."""
    store, url = fake
    connection, _ = connected(url)
    way, opened = GraphStore(connection), open_store(out)
    store.faults = [200, 200, 400]
    with pytest.raises(StoreError, match="400"):
        list(push(opened, way, Journal.beside(out, url)))
    steps = list(push(opened, way, Journal.beside(out, url)))
    assert [step.done for step in steps] == ["unchanged", "sent", "sent"]
    assert len(store.graphs) == 3


def test_journal_survives_a_cut_line(out: Path, fake: tuple[type[Fake], str]) -> None:
    _, url = fake
    way, opened = GraphStore(connected(url)[0]), open_store(out)
    list(push(opened, way, Journal.beside(out, url)))
    path = Journal.beside(out, url).path
    path.write_text(path.read_text()[:-20])
    assert [step.done for step in push(opened, way, Journal.beside(out, url))] == ["unchanged", "unchanged", "sent"]


def test_journal_outlives_a_new_build_and_can_be_passed_over(out: Path, fake: tuple[type[Fake], str]) -> None:
    _, url = fake
    assert pushed(out, url).exit_code == 0
    shutil.rmtree(out)
    made(out, TWO_DOCUMENTS)
    assert "2 unchanged, 1 removed" in pushed(out, url).output
    assert "2 documents sent" in pushed(out, url, "--again").output


def test_lost_triples_are_noticed(out: Path, fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.loses = 1
    result = pushed(out, url)
    assert "3 triples were sent and 2 are there" in str(result.exception)
    assert Journal.beside(out, url).done == {}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"KG_PUSH_TOKEN": "t", "KG_PUSH_USER": "u"}, Login(token="t")),
        ({"KG_PUSH_USER": "u", "KG_PUSH_PASSWORD": "p"}, Login(user="u", password="p")),
        ({}, Login(user="n", password="q")),
    ],
)
def test_who_we_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: Login
) -> None:
    (tmp_path / ".netrc").write_text("machine store.example login n password q\n")
    (tmp_path / ".netrc").chmod(stat.S_IRUSR | stat.S_IWUSR)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert login("https://store.example/sparql", environment) == expected
    assert login("https://other.example/sparql", {}) == Login()


def test_a_name_and_password_are_given_only_when_asked_for(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.faults = [401]
    GraphStore(connected(url, Login(user="u", password="p"))[0]).put("u:g", [])
    expected = "Basic " + base64.b64encode(b"u:p").decode()
    assert [authorization for _, authorization in store.seen] == [None, expected]


def test_a_token_goes_with_every_request(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    GraphStore(connected(url, Login(token="t"))[0]).put("u:g", [])
    assert [authorization for _, authorization in store.seen] == ["Bearer t"]


@pytest.mark.parametrize("url", ["ftp://h/x", "file:///etc/passwd", "localhost:7878", "http:///x"])
def test_what_is_no_store_is_told(url: str) -> None:
    with pytest.raises(StoreError, match="is not the URL of a store"):
        Connection(url, Login())


@pytest.mark.parametrize(
    ("path", "faults", "way"),
    [("/store", [], GraphStore), ("/store", [405], Update), ("/repositories/r/statements", [], Update)],
)
def test_way_is_found(fake: tuple[type[Fake], str], path: str, faults: list[int], way: type) -> None:
    """Where a PUT would replace the whole repository, no graph store is tried."""
    store, url = fake
    store.faults = faults
    connection, _ = connected(url.removesuffix("/store") + path)
    assert isinstance(choose_way(connection, "auto", None), way)
    assert query_url("http://h/repositories/r/statements") == "http://h/repositories/r"


def test_redirects_are_not_followed(fake: tuple[type[Fake], str]) -> None:
    store, url = fake
    store.faults = [302]
    with pytest.raises(StoreError, match="302"):
        GraphStore(connected(url)[0]).put("u:g", [])
