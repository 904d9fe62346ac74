"""Queries: what is refused and where the error points, the shipped questions, results in every format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import OntologyError, QueryError
from kg.opened import open as open_out
from kg.query import PREFIXES, Limits, TooMuchError, fill, graph, question, questions, run, tabular
from kg.query.grammar import mistake
from kg.query.guard import inspect
from kg.query.table import table
from tests.two_documents import BASE, TWO_DOCUMENTS, made


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(TWO_DOCUMENTS.encode(), ox.RdfFormat.N_QUADS)
    for quad in list(store):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return store


# A query that reaches out or writes, however it is spelled, and where it is caught.
REFUSED = [
    ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 12, "SERVICE"),
    ("SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }", 12, "SERVICE"),
    ("SELECT * { { { OPTIONAL { SeRvIcE ?where { ?s ?p ?o } } } } }", 27, "SERVICE"),
    ("SELECT * { FILTER EXISTS { SERVICE <u:u> {} } }", 28, "SERVICE"),
    ("SELECT * { ?s ?p '''a'''SERVICE <u:u> {} }", 25, "SERVICE"),
    ("SELECT * { ?s ?p 'it\\'s' . SERVICE <u:u> {} }", 28, "SERVICE"),
    ("SELECT * { ?s kg:a\\'b ?o . SERVICE <u:u> {} # '\n }", 28, "SERVICE"),
    ("INSERT DATA { <u:a> <u:b> <u:c> }", 1, "update"),
    ("PREFIX a: <u:a> DELETE WHERE { ?s ?p ?o }", 17, "update"),
    ("BASE <u:a> load <file:///etc/hostname>", 12, "update"),
    ("LOAD <http://127.0.0.1/> INTO GRAPH <u:g>", 1, "update"),
    ("CLEAR ALL", 1, "update"),
    ("WITH <u:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", 1, "update"),
    ("SELECT * {} ; DROP ALL", 13, "cannot stand here"),
    ("SELECT * FROM <http://127.0.0.1/x> { ?s ?p ?o }", 15, "holds no graph"),
    ("SELECT * FROM NAMED <file:///etc/hostname> { ?s ?p ?o }", 21, "holds no graph"),
    ("SELECT * FROM kg:doc-9 { ?s ?p ?o }", 15, "holds no graph"),
    ("SELECT * FROM <../../x> { ?s ?p ?o }", 15, "holds no graph"),
    # Two ways to read them; an engine that backs up takes the one that shows a SERVICE.
    ('SELECT * { FILTER(?a<u:c#>"""\n) SERVICE <u:u> {} #"""\n }', 21, "comparison"),
    ("SELECT * { FILTER(?a<?b'>')SERVICE <u:u> {} #'\n }", 21, "comparison"),
    ("SELECT * { VALUES ?x { '''a' } SERVICE <u:u> {} #\\x''' }", 24, "long string"),
    ("SELECT * { VALUES ?x { '''a' } SERVICE <u:u> {} #\\uD800''' }", 24, "long string"),
    ("SELECT * " + "{" * 61 + "}" * 61, 70, "brackets"),
]


@pytest.mark.parametrize(("text", "column", "says"), REFUSED)
def test_refused(store: ox.Store, text: str, column: int, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        run(store, text)
    assert f"line 1, column {column}:" in str(caught.value)


HARMLESS = [
    'ASK { ?s rdfs:label "SERVICE <http://127.0.0.1/> { }"@zh }',
    "ASK { ?s <http://example.org/SERVICE/LOAD#it's> ?o }",
    "ASK { ?service ?load ?o } # SERVICE <u:u> {}",
    "PREFIX service: <u:s> ASK { ?s service:x ?o }",
    "ASK { ?s ?p '''long 'SERVICE' ''' }",
    "ASK { FILTER(1<2 && 3>2) }",
    "ASK { ?s ?p ?o FILTER(?o<?s&&?s>?o) }",
    "VERSION '1.1' ASK {}",
    f"ASK FROM <{BASE}doc-1> FROM NAMED kg:doc-2 {{}}",
    "BASE <http://x/> PREFIX : <#> ASK {}",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_words_that_only_look_like_clauses(store: ox.Store, text: str) -> None:
    assert isinstance(run(store, text), ox.QueryBoolean)


# Where the mistake is (line, column), and a word of the message.
WRONG = [
    ("", (1, 1), "ends before"),
    ("SELEC * {}", (1, 1), "begins with"),
    ("SELECT * { ?s 上海 ?o }", (1, 15), "cannot stand"),
    ("SELECT * {\n  ?规划 rdfs:label }", (2, 18), "expected a variable"),
    ("SELECT * {\r\n  ?s foo ?o }", (2, 6), "'foo' cannot stand"),
    ("SELECT * { ?s nope:x ?o }", (1, 15), "prefix nope: is not declared"),
    ("SELECT * { ?s ?p ?o", (1, 20), "not complete"),
    ("SELECT * { ?s ?p ?o }}", (1, 22), "cannot stand"),
    ("SELECT * { ?s ?p 'x }", (1, 18), "does not end"),
    ("SELECT * { ?s ?p ?o } LIMIT many", (1, 29), "expected a number"),
    ("SELECT * { ?s ?p ?o } ORDER ?s", (1, 29), "expected BY"),
    ("SELECT * { FILTER(NOFUNCTION(?s)) }", (1, 19), "cannot stand"),
    ("SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o }", (1, 40), "unbound"),
    ("SELECT * FROM { ?s ?p ?o }", (1, 10), "followed by the IRI"),
    ("SELECT * { ?s ?p '\ud800' }", (1, 19), "surrogate"),
]


@pytest.mark.parametrize(("text", "place", "says"), WRONG)
def test_error_points_at_the_place(store: ox.Store, text: str, place: tuple[int, int], says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        run(store, text)
    head, shown, mark = str(caught.value).split("\n")
    assert head.startswith(f"query, line {place[0]}, column {place[1]}: ")
    assert mark.strip() == "^"
    assert shown == (text.splitlines() or [""])[place[0] - 1]


def test_mark_counts_wide_characters_twice() -> None:
    with pytest.raises(QueryError) as caught:
        inspect('ASK { ?s ?p "上海" SERVICE <u:u> {} }', PREFIXES)
    assert str(caught.value).endswith("\n" + " " * 19 + "^")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT DISTINCT ?a (SUM(?n * -2 + 1.5e3) AS ?m) WHERE { ?a gp:value ?n } GROUP BY ?a HAVING(SUM(?n) > 1) "
        "ORDER BY DESC(?m) LIMIT 5 OFFSET 2",
        "CONSTRUCT WHERE { ?s a gp:Plan ; rdfs:label ?l , ?m . }",
        "CONSTRUCT { ?s ?p [] } WHERE { ?s (gp:region|^rdfs:label)/!(a|^gp:unit)* ?p . OPTIONAL { ?s ?q ( 1 2 ) } }",
        "DESCRIBE kg:plan-1",
        'ASK { { ?s ?p "x"^^xsd:string } UNION { ?s ?p "x"@zh-CN } MINUS { ?a ?b ?c } BIND(IF(?s = ?o, 1, 2) AS ?x) }',
        "SELECT * { ?s ?p ?o FILTER(?o NOT IN (1, 2) || NOT EXISTS { ?o ?p true } && REGEX(STR(?o), '上', 'i')) }",
        "SELECT * { VALUES (?a ?b) { (1 UNDEF) (kg:x 'y') } { SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } } }",
        "SELECT (GROUP_CONCAT(DISTINCT ?o; SEPARATOR='、') AS ?all) { ?s ?p ?o . ?s ?q ?o }",
        "SELECT ?s { ?s gp:evidence / oa:exact ?q ; rdfs:label [ a ?t ] } VALUES ?s { kg:a }",
    ],
)
def test_grammar_takes_what_the_engine_takes(text: str) -> None:
    ox.Store().query(text, prefixes=PREFIXES)
    assert mistake(text) is None


FILLED = [
    ('"$region$"@zh', {"region": "上海"}, '"上海"@zh'),
    ('"$region$"@zh', {"region": 'x" } SERVICE <u:u> {} #'}, '"x\\" } SERVICE <u:u> {} #"@zh'),
    ("'$region$'", {"region": "it's\\"}, "'it\\'s\\\\'"),
    ("$region$", {"region": "2025"}, "2025"),
    ("$region$", {"region": "-1.5"}, "-1.5"),
    ("$region$", {"region": "2025) }"}, '"2025) }"'),
    ("$region$", {"region": "a\nb"}, '"a\\nb"'),
    ('"$region$" $year$', {"region": "x"}, '"x" 2025'),
]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "ontology" / "queries"
    folder.mkdir(parents=True)
    (folder / "labels.rq").write_text(
        "# 某地叫什么？\n# @param region - name of the place\n# @param year 2025 a year\n"
        'SELECT ?s { ?s rdfs:label "$region$"@zh FILTER($year$ > 2000) }\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("kg.query.shipped.ontology_path", lambda: tmp_path / "ontology")
    return folder


@pytest.mark.parametrize(("pattern", "values", "expected"), FILLED)
def test_values_stay_values(shipped: Path, pattern: str, values: dict[str, str], expected: str) -> None:
    head = "# t\n# @param region - r\n# @param year 2025 y\n"
    (shipped / "one.rq").write_text(head + pattern, encoding="utf-8")
    assert fill(question("one"), values) == head + expected


def test_questions_are_listed_with_their_blanks(shipped: Path) -> None:
    (asked,) = questions().values()
    assert (asked.title, [blank.name for blank in asked.blanks]) == ("某地叫什么？", ["region", "year"])
    assert [blank.default for blank in asked.blanks] == [None, "2025"]


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("labels", {}, "needs a value: --set region="),
        ("labels", {"region": "x", "city": "y"}, "has no parameter city; it takes region, year"),
        ("other", {}, "no shipped question is called 'other'; there are labels"),
    ],
)
def test_wrong_values_are_told(shipped: Path, name: str, values: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        fill(question(name), values)


def test_undeclared_blank_is_our_fault(shipped: Path) -> None:
    (shipped / "one.rq").write_text("# t\nASK { $x$ }", encoding="utf-8")
    with pytest.raises(OntologyError, match="declared"):
        fill(question("one"), {})


def test_marked_question_is_answered_when_the_store_is_built(shipped: Path, tmp_path: Path) -> None:
    """The rows come from the build: what is in the index is given, however the query is spaced."""
    text = "# 数量\n# @rollup\nSELECT (COUNT(*) AS ?n)\n{ ?s ?p ?o }"
    (shipped / "count.rq").write_text(text, encoding="utf-8")
    made(tmp_path / "out")
    path = next((tmp_path / "out" / "store").glob("*.search"))
    with closing(sqlite3.connect(path)) as index, index:
        index.execute("UPDATE answers SET rows = ?", (b"?n\n99\n",))
    opened = open_out(tmp_path / "out")

    def number(asked: str) -> str:
        return str(next(opened.rows(asked))["n"])

    assert "99" in number(text)
    assert "99" in number("SELECT (COUNT(*)  AS ?n) { ?s ?p ?o } # again")
    assert "4" in number("SELECT (COUNT(?s) AS ?n) { ?s ?p ?o }")


def test_every_shipped_question_can_be_asked() -> None:
    """With its defaults, and with a name for every blank that must be filled."""
    for asked in questions().values():
        values = {blank.name: "x" for blank in asked.blanks if blank.default is None}
        text = fill(asked, values)
        assert mistake(text) is None
        run(ox.Store(), text)


SELECT = "SELECT ?s ?o { ?s rdfs:label ?o } ORDER BY ?s"


def test_results_have_the_bytes_of_the_recommendations(store: ox.Store) -> None:
    result = ox.QueryResultsFormat
    plan, region = BASE + "plan-1", BASE + "region-310000"

    def answer(form: ox.QueryResultsFormat) -> str:
        rows = run(store, SELECT)
        assert isinstance(rows, ox.QuerySolutions)
        return tabular(rows, form, Limits()).decode()

    assert answer(result.CSV) == f"s,o\r\n{plan},海绵城市规划 <甲> .\r\n{region},上海市\r\n"
    assert answer(result.TSV) == f'?s\t?o\n<{plan}>\t"海绵城市规划 <甲> ."@zh\n<{region}>\t"上海市"@zh\n'
    assert json.loads(answer(result.JSON))["results"]["bindings"][1] == {
        "s": {"type": "uri", "value": region},
        "o": {"type": "literal", "value": "上海市", "xml:lang": "zh"},
    }
    assert f'<binding name="s"><uri>{region}</uri></binding>' in answer(result.XML)
    assert '<literal xml:lang="zh">上海市</literal>' in answer(result.XML)


def test_triples_are_sorted_and_stand_once(store: ox.Store) -> None:
    text = "CONSTRUCT { ?s rdfs:label ?l } { { ?s rdfs:label ?l } UNION { GRAPH ?g { ?s rdfs:label ?l } } }"
    triples = run(store, text)
    assert isinstance(triples, ox.QueryTriples)
    lines = graph(triples, ox.RdfFormat.N_TRIPLES, Limits()).splitlines()
    assert len(lines) == 2
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("limits", "says"), [(Limits(rows=15), "more than 15 rows"), (Limits(size=200), "more than 200 bytes")]
)
def test_results_are_bounded(store: ox.Store, limits: Limits, says: str) -> None:
    rows = run(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert isinstance(rows, ox.QuerySolutions)
    with pytest.raises(TooMuchError, match=says):
        tabular(rows, ox.QueryResultsFormat.JSON, limits)


def test_exactly_as_many_rows_as_allowed(store: ox.Store) -> None:
    rows = run(store, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert isinstance(rows, ox.QuerySolutions)
    assert tabular(rows, ox.QueryResultsFormat.TSV, Limits(rows=16)).count(b"\n") == 17


def test_dataset_clauses_choose_documents(store: ox.Store) -> None:
    def rows(text: str) -> int:
        found = run(store, text)
        assert isinstance(found, ox.QuerySolutions)
        return sum(1 for _ in found)

    assert rows("SELECT * { ?s ?p ?o }") == 4
    assert rows("SELECT * FROM kg:doc-2 { ?s ?p ?o }") == 2
    assert rows("SELECT * FROM kg:doc-2 { GRAPH ?g { ?s ?p ?o } }") == 0
    assert rows("SELECT * FROM NAMED kg:doc-1 { GRAPH ?g { ?s ?p ?o } }") == 3
    assert rows("SELECT * FROM NAMED kg:doc-1 { ?s ?p ?o }") == 0


def test_table_aligns_wide_characters_and_hides_control_characters() -> None:
    rows: list[tuple[ox.NamedNode | ox.Literal | None, ...]] = [
        (ox.Literal("上海\x1b[31m"), ox.Literal(5)),
        (ox.NamedNode(BASE + "a"), None),
    ]
    shown = table(["地", "值"], rows, None)
    assert shown.splitlines()[2:] == [" 上海\\x1b[31m    5", " kg:a"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(made(tmp_path_factory.mktemp("query") / "out"))


COMMANDS = [
    (["ASK {}"], 0, "yes\n"),
    (["ASK {}", "--format", "json"], 0, '{"head":{},"boolean":true}\n'),
    (["SELECT (1 AS ?n) {}", "--format", "csv"], 0, "n\n1\n"),
    (["CONSTRUCT { kg:a a kg:B } {}"], 0, "kg:a a kg:B ."),
    (["--name", "labels", "--set", "region=上海市", "--format", "csv"], 0, f"s\n{BASE}region-310000\n"),
    (["SELECT * {"], 1, "not complete"),
    (["--name", "labels"], 1, "--set region="),
    (["--name", "labels", "--set", "region"], 2, "NAME=VALUE"),
    (["ASK {}", "--name", "labels"], 2, "Give either"),
    ([], 2, "Give either"),
    (["ASK {}", "--set", "a=b"], 2, "give --name"),
    (["ASK {}", "--format", "ttl"], 2, "is for CONSTRUCT"),
    (["CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], 2, "Use ttl"),
    (["/nowhere/x.rq"], 2, "cannot be read"),
]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(("arguments", "code", "says"), COMMANDS)
def test_command(out: str, arguments: list[str], code: int, says: str) -> None:
    result = CliRunner().invoke(main, ["query", out, *arguments])
    assert (result.exit_code, says in result.output) == (code, True), result.output


@pytest.mark.usefixtures("shipped")
def test_command_reads_files_and_standard_input(out: str, tmp_path: Path) -> None:
    file = tmp_path / "asked.rq"
    file.write_text("\ufeff" + SELECT, encoding="utf-8")
    from_file = CliRunner().invoke(main, ["query", out, str(file), "--format", "csv"])
    from_stdin = CliRunner().invoke(main, ["query", out, "-", "--format", "csv"], input=SELECT)
    assert from_file.output == from_stdin.output
    assert len(list(csv.reader(io.StringIO(from_file.output)))) == 3
    assert "某地叫什么？" in CliRunner().invoke(main, ["query", "--list"]).output
