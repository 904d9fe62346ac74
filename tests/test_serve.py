"""The endpoint by the recommendations: SPARQL 1.1 Protocol, Graph Store HTTP Protocol, results formats; real clients.

Section numbers are those of https://www.w3.org/TR/sparql11-protocol/ (P), …/sparql11-http-rdf-update/ (G),
…/sparql11-service-description/ (D), …/sparql11-results-json/, -csv-tsv/ and rdf-sparql-XMLres (R).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from tests.serving import Server, serving
from tests.two_documents import BASE, LABEL, TWO_DOCUMENTS, made, quad

EVIDENCE = (
    quad("claim-1", "<https://w3id.org/govplan#evidence>", f"<{BASE}ev-1-10-20>", "doc-2")
    + quad("claim-1", "<https://w3id.org/govplan#valueEvidence>", f"<{BASE}ev-1-15-18>", "doc-2")
    + quad("claim-1", LABEL, '"<script>alert(1)</script>"@zh', "doc-2")
    + quad("claim-1", "<https://schema.org/url>", "<javascript:alert(1)>", "doc-2")
    + "".join(
        quad(f"ev-1-{start}-{end}", f"<http://www.w3.org/ns/oa#{prop}>", value, "doc-2")
        for start, end, words in ((10, 20, "海绵城市达到80%以上"), (15, 18, "到80"))
        for prop, value in (("start", f'"{start}"'), ("end", f'"{end}"'), ("exact", f'"{words}"'))
    )
)
PLAN, REGION = f"{BASE}plan-1", f"{BASE}region-310000"
LABELS = f"SELECT ?s ?o {{ ?s rdfs:label ?o FILTER(?s IN (<{PLAN}>, <{REGION}>)) }} ORDER BY ?s"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = made(tmp_path_factory.mktemp("serve") / "out", TWO_DOCUMENTS + EVIDENCE)
    (out / "graph.html").write_text("<!doctype html><title>页</title>", encoding="utf-8")
    (out.parent / "secret.txt").write_text("secret")
    return out


@pytest.fixture(scope="module")
def server(out: Path) -> Iterator[Server]:
    with serving(out, "--cors", "https://example.org") as server:
        yield server


def test_p_2_1_1_query_by_get(server: Server) -> None:
    assert server.query("ASK { ?s ?p ?o }").json() == {"head": {}, "boolean": True}


def test_p_2_1_2_query_by_post_form(server: Server) -> None:
    body = urlencode({"query": 'ASK { ?s rdfs:label "上海市"@zh }'}).encode()
    reply = server.ask("POST", "/sparql", body, {"Content-Type": f"{FORM}; charset=UTF-8"})
    assert reply.json()["boolean"] is True


def test_p_2_1_3_query_by_post_directly(server: Server) -> None:
    text = 'ASK { ?s rdfs:label "上海市"@zh }'.encode()
    assert server.ask("POST", "/sparql", text, {"Content-Type": DIRECT}).json()["boolean"] is True


def test_p_2_1_3_dataset_in_the_url_of_a_direct_post(server: Server) -> None:
    target = "/sparql?" + urlencode({"default-graph-uri": f"{BASE}doc-1"})
    reply = server.ask("POST", target, b"ASK { ?s gp:value ?o }", {"Content-Type": DIRECT})
    assert reply.json()["boolean"] is False


GRAPHS = [
    # P §2.1.4, and SPARQL 1.1 Query §13.2: parameters make the dataset and go before FROM.
    ("SELECT * { ?s gp:region ?o }", {}, 1),
    ("SELECT * { ?s rdfs:label ?o }", {"default-graph-uri": [f"{BASE}doc-1"]}, 2),
    ("SELECT DISTINCT ?s { ?s ?p ?o }", {"default-graph-uri": [f"{BASE}doc-1", f"{BASE}doc-2"]}, 5),
    ("SELECT * { GRAPH ?g { ?s gp:region ?o } }", {"named-graph-uri": [f"{BASE}doc-1"]}, 1),
    ("SELECT * { GRAPH ?g { ?s gp:region ?o } }", {"named-graph-uri": [f"{BASE}doc-2"]}, 0),
    ("SELECT * { GRAPH ?g { ?s ?p ?o } }", {"default-graph-uri": [f"{BASE}doc-1"]}, 0),
    ("SELECT * FROM kg:doc-2 { ?s gp:region ?o }", {"default-graph-uri": [f"{BASE}doc-1"]}, 1),
    ("SELECT * FROM kg:doc-2 { ?s gp:region ?o }", {}, 0),
    ("SELECT * FROM NAMED kg:doc-1 { GRAPH ?g { ?s gp:region ?o } }", {}, 1),
]


@pytest.mark.parametrize(("text", "graphs", "rows"), GRAPHS)
def test_p_2_1_4_dataset(server: Server, text: str, graphs: dict[str, list[str]], rows: int) -> None:
    target = "/sparql?" + urlencode({"query": text, **graphs}, doseq=True)
    assert len(server.ask("GET", target).json()["results"]["bindings"]) == rows


@pytest.mark.parametrize(
    ("accept", "form", "media"),
    [
        (None, "SELECT", JSON),
        ("*/*", "SELECT", JSON),
        (JSON, "SELECT", JSON),
        (XML, "SELECT", XML),
        ("text/csv", "SELECT", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "SELECT", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "SELECT", "application/json"),
        (f"{JSON};q=0.5, {XML}", "SELECT", XML),
        ("text/*;q=0.2, application/*;q=0.1", "SELECT", "text/csv; charset=utf-8"),
        ("image/png, */*;q=0.1", "SELECT", JSON),
        (XML, "ASK", XML),
        (None, "CONSTRUCT", "text/turtle; charset=utf-8"),
        ("application/n-triples", "CONSTRUCT", "application/n-triples"),
        ("application/rdf+xml", "DESCRIBE", "application/rdf+xml"),
        ("application/ld+json", "CONSTRUCT", "application/ld+json"),
    ],
)
def test_p_2_1_5_accepted_formats(server: Server, accept: str | None, form: str, media: str) -> None:
    texts = {"SELECT": LABELS, "ASK": "ASK {}", "DESCRIBE": f"DESCRIBE <{PLAN}>"}
    reply = server.query(texts.get(form, "CONSTRUCT WHERE { ?s rdfs:label ?o }"), accept)
    assert (reply.status, reply.media) == (200, media)


def test_p_2_1_6_every_shape_of_answer_can_be_read(server: Server) -> None:
    for form in ("application/n-triples", "text/turtle", "application/ld+json", "application/rdf+xml"):
        body = server.query("CONSTRUCT WHERE { ?s gp:value ?o }", form).body
        triples = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.from_media_type(form))]
        assert [str(triple) for triple in triples] == [
            f'<{BASE}claim-1> <https://w3id.org/govplan#value> "80.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
        ]


REFUSED = [
    # P §2.1.7 failure, with what must be said.
    ("GET", "/sparql?query=SELECT%20*%20%7B", None, None, 400, "not complete"),
    ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, None, 400, "exactly one"),
    ("GET", "/sparql?default-graph-uri=http://example.org/g", None, None, 400, "exactly one"),
    ("GET", "/sparql?query=", None, None, 400, "ends before"),
    ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=http://127.0.0.1/g", None, None, 400, "none is fetched"),
    ("GET", "/sparql?query=ASK%7B%7D&named-graph-uri=x%20y", None, None, 400, "none is fetched"),
    ("GET", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%FF%22%20%7D", None, None, 400, "UTF-8"),
    ("GET", "/sparql?update=DROP%20ALL", None, None, 400, "updates are not taken"),
    ("POST", "/sparql", FORM, b"update=DROP%20ALL", 400, "updates are not taken"),
    ("POST", "/sparql", FORM, b"", 400, "exactly one"),
    ("POST", "/sparql?query=ASK%20%7B%7D", FORM, b"", 400, "exactly one"),
    ("POST", "/sparql", FORM, b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", 400, "exactly one"),
    ("POST", "/sparql?query=ASK%20%7B%7D", DIRECT, b"ASK {}", 400, "exactly one"),
    ("POST", "/sparql", DIRECT, b"ASK { ?s ?p '\xff' }", 400, "not UTF-8"),
    ("POST", "/sparql", "application/sparql-update", b"DROP ALL", 400, "updates are not taken"),
    ("POST", "/sparql", "text/plain", b"ASK {}", 415, "POST a query as"),
    ("POST", "/sparql", "application/sparql-query", b"DELETE WHERE { ?s ?p ?o }", 400, "is an update"),
]


@pytest.mark.parametrize(("method", "target", "media", "body", "status", "says"), REFUSED)
def test_p_2_1_7_failures(  # noqa: PLR0917
    server: Server, method: str, target: str, media: str | None, body: bytes | None, status: int, says: str
) -> None:
    reply = server.ask(method, target, body, {"Content-Type": media} if media else {})
    assert (reply.status, says in reply.text) == (status, True), reply.text


def test_p_2_1_7_nothing_acceptable(server: Server) -> None:
    reply = server.query("ASK {}", "image/png")
    assert (reply.status, JSON in reply.text) == (406, True)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_p_2_other_methods_are_not_allowed(server: Server, method: str) -> None:
    for path in ("/sparql", f"/graphs?graph={quote(BASE)}doc-1"):
        reply = server.ask(method, path, b"")
        assert (reply.status, "GET" in reply.headers["allow"]) == (405, True)


def test_p_4_cross_origin_only_as_asked(server: Server) -> None:
    """P §4: other origins may read answers only where the operator says so."""
    assert server.query("ASK {}").headers["access-control-allow-origin"] == "https://example.org"


RESULTS = [
    (
        JSON,
        '{"head":{"vars":["s","o"]},"results":{"bindings":['
        f'{{"s":{{"type":"uri","value":"{PLAN}"}},'
        '"o":{"type":"literal","value":"海绵城市规划 <甲> .","xml:lang":"zh"}},'
        f'{{"s":{{"type":"uri","value":"{REGION}"}},"o":{{"type":"literal","value":"上海市","xml:lang":"zh"}}}}]}}}}',
    ),
    (
        XML,
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/>'
        '<variable name="o"/></head><results>'
        f'<result><binding name="s"><uri>{PLAN}</uri></binding><binding name="o"><literal xml:lang="zh">'
        "海绵城市规划 &lt;甲&gt; .</literal></binding></result>"
        f'<result><binding name="s"><uri>{REGION}</uri></binding><binding name="o"><literal xml:lang="zh">'
        "上海市</literal></binding></result></results></sparql>",
    ),
    ("text/csv", f"s,o\r\n{PLAN},海绵城市规划 <甲> .\r\n{REGION},上海市\r\n"),
    ("text/tab-separated-values", f'?s\t?o\n<{PLAN}>\t"海绵城市规划 <甲> ."@zh\n<{REGION}>\t"上海市"@zh\n'),
]


@pytest.mark.parametrize(("accept", "expected"), RESULTS, ids=[accept for accept, _ in RESULTS])
def test_r_results_byte_by_byte(server: Server, accept: str, expected: str) -> None:
    reply = server.query(LABELS, accept)
    assert reply.text == expected
    assert reply.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "body"),
    [
        ("text/csv", b'x,y\r\n,"a ""b""\n,"\r\n'),
        ("text/tab-separated-values", b'?x\t?y\n\t"a \\"b\\"\\n,"\n'),
        (
            JSON,
            b'{"head":{"vars":["x","y"]},"results":{"bindings":[{"y":{"type":"literal","value":"a \\"b\\"\\n,"}}]}}',
        ),
    ],
)
def test_r_unbound_values_quotes_and_line_breaks(server: Server, accept: str, body: bytes) -> None:
    assert server.query("SELECT ?x ?y { BIND('a \"b\"\\n,' AS ?y) }", accept).body == body


def test_d_service_description(server: Server) -> None:
    """D §2: a GET of the endpoint without a query."""
    reply = server.get("/sparql", "text/turtle")
    found = {str(quad.triple) for quad in ox.parse(reply.body, format=ox.RdfFormat.TURTLE)}
    sd, here = "http://www.w3.org/ns/sparql-service-description#", f"{server.url}/sparql"
    assert f"<{here}> <{sd}endpoint> <{here}>" in found
    assert f"<{here}> <{sd}supportedLanguage> <{sd}SPARQL11Query>" in found
    assert not any("Update" in line or "BasicFederatedQuery" in line for line in found)


def test_browser_at_the_endpoint_is_led_to_the_editor(server: Server) -> None:
    reply = server.get("/sparql", "text/html,*/*;q=0.8")
    assert (reply.status, reply.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    ("query", "status", "triples"),
    [
        ({"graph": f"{BASE}doc-1"}, 200, 3),
        ({"default": ""}, 200, 14),
        ({"graph": f"{BASE}doc-9"}, 404, 0),
        ({"graph": "relative"}, 400, 0),
        ({}, 400, 0),
        ({"graph": f"{BASE}doc-1", "default": ""}, 400, 0),
    ],
)
def test_g_5_2_get_of_graphs(server: Server, query: dict[str, str], status: int, triples: int) -> None:
    reply = server.get("/graphs", "application/n-triples", **query)
    assert reply.status == status, reply.text
    if status == 200:
        assert reply.body.count(b"\n") == triples


def test_g_5_6_head(server: Server) -> None:
    reply = server.ask("HEAD", f"/graphs?graph={quote(BASE)}doc-1", headers={"Accept": "text/turtle"})
    assert (reply.status, reply.body, reply.media) == (200, b"", "text/turtle; charset=utf-8")


def test_entity_in_every_form(server: Server) -> None:
    name = "/id/claim-1"
    assert server.get(name, "text/html").media == "text/html; charset=utf-8"
    for path, accept in ((name, "text/turtle"), (f"{name}.ttl", None)):
        body = server.get(path, accept).body
        assert b"80.5" in body
        assert len(list(ox.parse(body, format=ox.RdfFormat.TURTLE))) == 5
    assert json.loads(server.get(f"{name}.jsonld").body)
    assert server.get("/id/nothing-9").status == 404


def test_entity_page_marks_the_number_in_its_sentence(server: Server) -> None:
    page = server.get("/id/claim-1", "text/html").text
    assert "<p>海绵城市达<mark>到80</mark>%以上</p>" in page
    assert 'href="/id/region-310000"' in server.get("/id/plan-1", "text/html").text


def test_entity_page_runs_nothing_that_a_document_says(server: Server) -> None:
    page = server.get("/id/claim-1", "text/html").text
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "&lt;script&gt;" in page


def test_entity_page_lists_what_refers_to_it(server: Server) -> None:
    page = server.get("/id/region-310000", "text/html").text
    assert "海绵城市规划" in page
    assert page.count('href="/id/doc-') == 2


@pytest.mark.parametrize(("words", "found"), [("上海市", 1), ("上海", 1), ("达到80", 1), ("海", 3), ("没有的词", 0)])
def test_search(server: Server, words: str, found: int) -> None:
    assert len(server.get("/search", "application/json", q=words).json()) == found
    page = server.get("/search", "text/html", q=words)
    assert page.status == 200
    assert ("<mark>" in page.text) == bool(found)


def test_editor_is_offline_and_carries_the_questions(server: Server) -> None:
    page = server.get("/").text
    assert "http://" not in page.split('id="data"')[0]
    assert "yasgui.min.js" in page
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert set(data) == {"questions", "prefixes", "first"}
    for file in ("yasgui/yasgui.min.js", "yasgui/yasgui.min.css", "yasgui/NOTICE", "editor.js", "style.css"):
        assert server.get(f"/static/{file}").status == 200


def test_graph_page_keeps_its_own_policy(server: Server) -> None:
    reply = server.get("/graph")
    assert (reply.status, "页" in reply.text) == (200, True)
    assert reply.headers["content-security-policy"] == "frame-ancestors 'none'"


def test_headers_of_every_answer(server: Server) -> None:
    for path in ("/", "/health", "/nowhere", "/sparql?query=x", "/id/claim-1", "/static/style.css"):
        headers = server.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert "server" not in headers


def test_access_log_has_a_line_of_json_for_each_request(server: Server) -> None:
    server.query("ASK { ?s ?p '日志' }")
    time.sleep(0.2)
    lines = [json.loads(line.split(" ", 1)[1]) for line in server.log if '"path"' in line]
    last = next(line for line in reversed(lines) if quote("日志") in line["query"])
    assert (last["method"], last["path"], last["status"]) == ("GET", "/sparql", 200)


def test_client_curl(server: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [curl, "-sS", "-H", "Accept: text/csv", "--data-urlencode", f"query={LABELS}", f"{server.url}/sparql"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["s,o", f"{PLAN},海绵城市规划 <甲> .", f"{REGION},上海市"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_client_sparqlwrapper(server: Server) -> None:
    from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, SPARQLWrapper

    def answer(text: str, form: str) -> Any:
        client.setQuery(text)
        client.setReturnFormat(form)
        return client.queryAndConvert()

    client = SPARQLWrapper(f"{server.url}/sparql")
    labels = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + LABELS
    rows = answer(labels, JSON)["results"]["bindings"]
    assert [row["o"]["value"] for row in rows] == ["海绵城市规划 <甲> .", "上海市"]
    client.setMethod(POST)
    assert answer(labels, CSV).decode().startswith("s,o\r\n")
    client.setRequestMethod(POSTDIRECTLY)
    triples = answer(f"CONSTRUCT WHERE {{ <{PLAN}> ?p ?o }}", TURTLE)
    assert len(list(ox.parse(triples, format=ox.RdfFormat.TURTLE))) == 2
