"""What a stranger cannot do to the server: run on, fill it up, reach out, look around, stop a new build."""

from __future__ import annotations

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.write.store import build_store
from tests.serving import Server, serving
from tests.two_documents import LABEL, made, quad

MANY = "".join(quad(f"x-{n}", LABEL, f'"第{n}项指标"@zh', f"doc-{n % 7}") for n in range(3000))
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i LIMIT 5"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = made(tmp_path_factory.mktemp("limits") / "out", MANY)
    (out / "graph.html").symlink_to("/etc/hostname")
    (out.parent / "secret.txt").write_text("a secret")
    return out


@pytest.fixture(scope="module")
def server(out: Path) -> Iterator[Server]:
    with serving(out, "--deadline", "2", "--memory", "200", "--rows", "2000", "--workers", "2") as server:
        yield server


def soon(happens: Callable[[], bool]) -> None:
    for _ in range(150):
        if happens():
            return
        time.sleep(0.1)
    pytest.fail("this does not happen")


def healthy(server: Server) -> None:
    """It answers, and soon has all its processes again."""
    assert server.query("ASK { kg:x-1 rdfs:label ?l }").json()["boolean"] is True
    soon(lambda: bool(server.get("/health").json()["free"] >= 2))


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        (RUNAWAY, 504, "was stopped after 2 seconds"),
        (SORTED, 503, "200 MiB"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 400, "more than 2,000 rows; add LIMIT"),
        ("CONSTRUCT { ?a ?e ?c } { ?a ?b ?c . ?d ?e ?f }", 400, "more than 2,000 triples; add LIMIT"),
        ("SELECT * { ?s " + "<u:p>/" * 30_000 + "<u:p> ?o }", 503, "nested too deeply"),
        ("SELECT (" + "!" * 60_000 + "1 AS ?x) {}", 503, "nested too deeply"),
        ("SELECT (" + "(" * 60_000 + "1", 400, "brackets"),
    ],
    ids=["cartesian", "order-by", "rows", "triples", "path", "not", "brackets"],
)
def test_costly_queries(server: Server, text: str, status: int, says: str) -> None:
    reply = server.ask("POST", "/sparql", text.encode(), {"Content-Type": DIRECT})
    assert (reply.status, says in reply.text) == (status, True), reply.text
    assert reply.media == "text/plain; charset=utf-8"
    healthy(server)


def test_runaways_do_not_keep_others_waiting(server: Server) -> None:
    with ThreadPoolExecutor(2) as threads:
        runaways = [threads.submit(server.query, RUNAWAY) for _ in range(2)]
        time.sleep(1.5)
        answered = [server.query("ASK {}").status for _ in range(10)]
        assert not any(runaway.done() for runaway in runaways)
        assert {runaway.result().status for runaway in runaways} == {504}
    assert answered == [200] * 10
    healthy(server)


def comes_to(slow: int, server: Server) -> bool:
    """Whether the server has so many slow queries, now or soon."""
    until = time.monotonic() + 20
    while server.get("/health").json()["slow"] != slow and time.monotonic() < until:
        time.sleep(0.05)
    return bool(server.get("/health").json()["slow"] == slow)


def test_runaway_ends_when_its_client_leaves(out: Path) -> None:
    """The only process for quick requests is free long before the deadline."""
    with serving(out, "--deadline", "60", "--workers", "1") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            assert comes_to(1, server)
        assert comes_to(0, server)
        assert server.query("ASK {}").status == 200


def test_full_queue_is_told_at_once(out: Path) -> None:
    with serving(out, "--deadline", "2", "--workers", "1") as server, ThreadPoolExecutor(300) as threads:
        statuses = [reply.status for reply in threads.map(server.query, [RUNAWAY] * 300)]
        assert set(statuses) <= {503, 504}
        assert 503 in statuses
        assert server.query("ASK {}").status == 200


def test_no_request_leaves_the_machine(server: Server) -> None:
    """A listener on loopback hears nothing, however it is named in a query."""
    heard = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            heard.append(self.client_address)
            return False

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{listener.server_port}/x"
        for text in (
            f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
            f"LOAD <{url}>",
            "LOAD <file:///etc/hostname>",
            f"SELECT * FROM <{url}> {{ ?s ?p ?o }}",
            f"SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        ):
            assert server.query(text).status == 400
        assert server.get("/sparql", query="ASK {}", **{"default-graph-uri": url}).status == 400
        assert server.get("/graphs", graph=url).status == 404
        listener.shutdown()
    assert heard == []


PATHS = [
    "/static/../../../../etc/passwd",
    "/static/..%2f..%2f..%2fpage.py",
    "/static/%2e%2e/%2e%2e/app.py",
    "/static//etc/passwd",
    "/static/yasgui/..%5c..%5capp.py",
    "/id/..%2f..%2fsecret.txt",
    "/id/../../secret.txt",
    "/graph/../secret.txt",
    "/../secret.txt",
    "//etc/passwd",
    "/graph.nq",
    "/store/CHECKSUM",
    "/static/",
]


@pytest.mark.parametrize("path", PATHS)
def test_no_other_file_can_be_read(server: Server, path: str) -> None:
    assert server.ask("GET", path).status in (400, 404)


def test_graph_page_that_leads_elsewhere_is_not_followed(server: Server) -> None:
    assert server.get("/graph").status == 404


def test_foreign_names_are_not_taken(server: Server) -> None:
    assert server.ask("GET", "/sparql?query=ASK%7B%7D", headers={"Host": "rebound.example"}).status == 400


def test_long_queries(server: Server) -> None:
    for size, status in ((200_000, 200), (300_000, 413), (1_000_000, 413)):
        text = b"ASK {} #" + b"x" * size
        assert server.ask("POST", "/sparql", text, {"Content-Type": DIRECT}).status == status
    assert server.ask("GET", "/sparql?query=ASK%7B%7D%23" + "x" * 1_000_000).status == 400


def test_huge_body_is_refused_before_it_is_sent(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        head = (
            f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: 100000000\r\n\r\n"
        )
        client.sendall(head.encode())
        assert client.recv(12) == b"HTTP/1.1 413"


def test_huge_body_without_a_length_is_refused_when_it_gets_too_long(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(
            f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        for _ in range(17):
            client.sendall(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
        assert client.recv(12) == b"HTTP/1.1 413"


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "],
)
def test_slow_head_is_hung_up_on(server: Server, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as client:
        client.sendall(sent)
        for _ in range(30):  # bytes that trickle in do not wind the clock up again
            time.sleep(0.5)
            try:
                client.sendall(b"a" if sent else b"")
                client.settimeout(0.01)
                if client.recv(100) == b"":
                    return
            except TimeoutError:
                continue
            except ConnectionError:
                return
        pytest.fail("the connection is still open")


def test_garbage_gets_400(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"\x16\x03\x01\x02\x00\x01\r\n\r\n")
        assert client.recv(12) == b"HTTP/1.1 400"


def test_new_build_is_served_without_a_restart(tmp_path: Path) -> None:
    """Every answer is of the old build or of the new one: both labels of one build, never one of each."""
    text = "SELECT ?l { VALUES ?s { kg:a kg:b } ?s rdfs:label ?l }"

    def build(word: str) -> None:
        made(tmp_path, quad("a", LABEL, f'"{word}"', "doc-1") + quad("b", LABEL, f'"{word}"', "doc-2"))

    build("旧")
    with serving(tmp_path) as server:
        seen = []
        for word in ("旧", "新", "更新"):
            build(word)
            limit = time.monotonic() + 15
            while (labels := server.query(text, "text/csv").text.split()[1:]) != [word, word]:
                seen.append(labels)
                assert time.monotonic() < limit, "the new build does not come"
                time.sleep(0.02)
        assert [labels for labels in seen if len(labels) != 2 or len(set(labels)) != 1] == []


def test_damaged_new_build_leaves_the_old_one(tmp_path: Path) -> None:
    made(tmp_path, quad("a", LABEL, '"旧"', "doc-1"))
    with serving(tmp_path) as server:
        (tmp_path / "store" / "CHECKSUM").write_text("{")
        (tmp_path / "graph.nq").write_text("")
        soon(lambda: any("the build served so far stays" in line for line in server.log))
        assert "旧" in server.query("SELECT ?l { kg:a rdfs:label ?l }").text
        (tmp_path / "graph.nq").write_text(quad("a", LABEL, '"新"', "doc-1"))
        build_store(tmp_path / "graph.nq", tmp_path / "store")
        soon(lambda: "新" in server.query("SELECT ?l { kg:a rdfs:label ?l }").text)


def children(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_running(process: int) -> bool:
    """An ended process that nobody has asked after yet has no command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes() != b""
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
def test_killed_server_leaves_no_process_and_a_whole_store(out: Path) -> None:
    with serving(out, "--deadline", "1") as server:
        with ThreadPoolExecutor(1) as threads:
            asked = threads.submit(server.query, RUNAWAY)
            time.sleep(0.5)
            workers = children(server.process.pid)
            server.process.send_signal(signal.SIGKILL)
            assert asked.exception() is not None
        assert len(workers) == max(2, os.cpu_count() or 2)
        soon(lambda: not any(is_running(pid) for pid in workers))
    with serving(out) as server:
        assert server.query("ASK { kg:x-1 ?p ?o }").json()["boolean"] is True


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
def test_killed_worker_is_replaced(server: Server) -> None:
    for pid in children(server.process.pid):
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.5)
    healthy(server)


def test_what_cannot_be_served_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(tmp_path), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "no graph.nq in it" in done.stderr) == (1, True)


def test_taken_port_is_told(server: Server, out: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", str(server.port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "choose another --port" in done.stderr) == (1, True)


def test_loopback_only_unless_asked(server: Server) -> None:
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert f"0100007F:{server.port:04X}" in listening
