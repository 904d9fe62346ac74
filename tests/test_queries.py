"""The shipped questions, each asked of two documents that disagree, in both engines."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg import vocab
from kg.describe import describe
from kg.iri import mint
from kg.model import Article, Claim, Document, Facts, Organisation, Plan, Sourced, Span, Triple
from kg.query.shipped import Question, fill, questions
from kg.resource import ontology_path
from kg.write.term import to_oxigraph, to_rdflib
from tests.facts import ARTICLE, BASE, FACTS, PLAN

SENTENCE = (
    "上海市经济信息化委、上海市发展改革委印发《上海市全面推进城市数字化转型“十四五”规划》："
    "2020年数字化转型示范医院12个，到2025年达到50个，标杆性智能工厂200家，一网通办好差评满意率95—98%，"
    "每家补贴不超过30桶，全社会研发投入年均增长8%。"
)


def at(words: str) -> Span:
    start = SENTENCE.index(words)
    return Span(start, start + len(words))


def figure(metric: str, quantity: str, value: str, unit: str, **more: Any) -> Claim:
    where = at(quantity)
    claim = Claim(
        id=mint("claim", "doc-plan", quantity),
        span=Span(0, len(SENTENCE)),
        metric=metric,
        metric_spans=(at(metric),),
        value=Decimal(value),
        value_max=None,
        unit=unit,
        comparator="eq",
        change="level",
        status="target",
        value_span=where,
        value_text=quantity,
        year=2025,
        time_span=at("到2025年"),
        region="310000",
        plan=PLAN.id,
    )
    return replace(claim, **more)


BODIES = tuple(
    Organisation(mint("org", name), name, (), (at(name),), "310000")
    for name in ("上海市经济信息化委", "上海市发展改革委")
)
PLAN_TEXT: Plan = replace(
    PLAN, mentions=(at("《上海市全面推进城市数字化转型“十四五”规划》"),), issuers=tuple(b.id for b in BODIES)
)
OTHER = Facts(
    document=Document(id="doc-plan", title=Sourced("规划印发", span=at("印发"))),
    plans=(replace(PLAN_TEXT, period_span=None),),
    organisations=BODIES,
    claims=(
        figure("数字化转型示范医院", "12个", "12", "个", status="observed", year=2020, time_span=at("2020年")),
        figure("数字化转型示范医院", "50个", "50", "个"),
        figure("标杆性智能工厂", "200家", "200", "家", binding=True),
        figure("一网通办好差评满意率", "95—98%", "95", "%", value_max=Decimal(98), comparator="range"),
        figure("补贴", "30桶", "30", "桶", status="threshold", comparator="le", year=None, time_span=None),
        figure("全社会研发投入", "8%", "8", "%", change="growth_rate", baseline_year=2020, baseline_span=at("2020年")),
    ),
)
OTHER_TRIPLES = describe(Article(source="plan.txt", text=SENTENCE, blocks=()), OTHER, BASE)
GRAPH: tuple[Triple, ...] = tuple(dict.fromkeys((*describe(ARTICLE, FACTS, BASE), *OTHER_TRIPLES)))
SHIPPED = questions()

ASKED: dict[str, list[tuple[dict[str, str], int, str]]] = {
    # question: [(parameters, rows, words that some row must hold)]
    "annotations": [({}, 672, "TextQuoteSelector")],
    "beyond-period": [({}, 9, "到2035年")],
    "binding": [({}, 1, "标杆性智能工厂")],
    "changes": [({}, 1, "2020")],
    "conflicts": [({}, 2, "2035")],
    "data-cube": [({}, 17 + 8 * 11, "obsValue")],
    "distant-deadlines": [({}, 8, "到2035年"), ({"distance": "100"}, 4, "超过1亿个")],
    "distributed": [({}, 2, "“高效办成一件事” + 标杆场景数量")],
    "documents": [({}, 2, "示例财经")],
    "due": [({"year": "2035"}, 9, "物联感知终端数"), ({"year": "2025", "region": "北京市"}, 0, "")],
    "events": [({}, 1, "上海市政府新闻办")],
    "evidence": [({"indicator": "智能工厂"}, 6, "200家")],
    "flags": [({}, 9, "DeadlineBeyondPeriod")],
    "indicator": [({"indicator": "示范医院"}, 3, "observed")],
    "issuers": [({}, 2, "上海市发展改革委"), ({"plan": "无此规划"}, 0, "")],
    "joint-issuers": [({}, 1, "1")],
    "open-ended": [({}, 2, "1500000000"), ({"least": "1000000000"}, 1, "开放公共数据规模")],
    "organisations": [({"region": "上海市"}, 3, "上海市经济信息化委")],
    "plans": [({}, 1, "PlanKind"), ({"year": "2023"}, 1, "2021"), ({"year": "2030"}, 0, "")],
    "progress": [({}, 2, "12")],
    "projects": [({"plan": "数字化转型"}, 6, "数字底座赋能工程")],
    "publishers": [({}, 1, "示例财经")],
    "ranges": [({}, 1, "98")],
    "regions": [({}, 2, "2035")],
    "targets": [({}, 13, "MoreThan"), ({"plan": "无此规划"}, 0, "")],
    "thresholds": [({}, 1, "AtMost")],
    "units": [({}, 5, "http://qudt.org/vocab/unit/PERCENT")],
    "unknown-units": [({}, 1, "桶")],
    "visions": [({}, 4, "建成具有全球影响力的国际数字之都")],
}


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in to_oxigraph(GRAPH))
    return store


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return to_rdflib(GRAPH)


def asked(name: str, values: dict[str, str]) -> str:
    return fill(SHIPPED[name], values)


def row_words(row: Any) -> list[str]:
    return [getattr(term, "value", str(term)) for term in row if term is not None]


def test_every_question_is_asked_here() -> None:
    assert list(SHIPPED) == sorted(ASKED)
    assert len(SHIPPED) >= 20


@pytest.mark.parametrize("name", ASKED)
def test_answers(name: str, store: ox.Store) -> None:
    for values, count, words in ASKED[name]:
        answer: Any = store.query(asked(name, values))
        rows = [row_words(row) for row in answer]
        assert len(rows) == count
        assert not words or any(words in cell for row in rows for cell in row), rows


@pytest.mark.parametrize("name", ASKED)
def test_rdflib_answers_the_same(name: str, graph: rdflib.Graph) -> None:
    values, count, _ = ASKED[name][0]
    assert len(graph.query(asked(name, values))) == count


@pytest.mark.parametrize("question", SHIPPED.values(), ids=SHIPPED)
def test_question_says_what_it_asks(question: Question) -> None:
    first = question.text.partition("\n")[0]
    assert re.fullmatch(r"# .*[\u4e00-\u9fff].* / [A-Z].*", first)
    assert all(blank.description for blank in question.blanks)
    for prefix in set(
        re.findall(r"(?<![\w<-])([a-z-]+):[A-Za-z]", re.sub(r"<[^>]*>|#.*|\"[^\"]*\"", "", question.text))
    ):
        assert f"PREFIX {prefix}: <" in question.text, f"{prefix}: is used and not declared"


@pytest.mark.parametrize("question", SHIPPED.values(), ids=SHIPPED)
def test_question_asks_only_for_terms_that_exist(question: Question) -> None:
    ontology = rdflib.Graph().parse(ontology_path() / "govplan.ttl")
    declared = {str(term) for term in ontology.subjects()}
    for term in re.findall(r"gp:(\w+)", question.text):
        assert vocab.GP + term in declared, f"gp:{term}"


def test_a_value_stays_a_value(store: ox.Store) -> None:
    evil = '" ) } # '
    assert not list(store.query(asked("indicator", {"indicator": evil})))  # type: ignore[arg-type]
