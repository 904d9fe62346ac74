"""Facts → triples: what each record becomes, and what never happens to a graph."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kg import vocab
from kg.check import check
from kg.describe import DESCRIBERS, describe
from kg.describe.literal import web_address
from kg.describe.region import describe_regions
from kg.describe.unit import unit_iri
from kg.errors import OntologyError
from kg.iri import header_evidence, mint
from kg.model import Article, Document, Facts, Organisation, Plan, Sourced, Triple
from tests.facts import ARTICLE, BASE, CLAIMS, DOCUMENT, FACTS, GOALS, OFFICE, PLAN, PROJECTS, TEXT, at, with_claim

TRIPLES = describe(ARTICLE, FACTS, BASE)
DOC = BASE + DOCUMENT
PREFIXES = {namespace: name for name, namespace in (vocab.PREFIXES | {"kg": BASE}).items()}


def short(value: str) -> str:
    for namespace, name in PREFIXES.items():
        if value.startswith(namespace):
            return f"{name}:{value.removeprefix(namespace)}"
    return value


def about(node: str, triples: tuple[Triple, ...] = TRIPLES) -> set[tuple[str, str]]:
    """Predicate and object of a node, with prefixes; `@zh`, `^^gYear` behind literals."""
    found = set()
    for subject, predicate, value, datatype, language in triples:
        if subject == node:
            mark = f"@{language}" if language else f"^^{datatype.rpartition('#')[2]}" if datatype else ""
            found.add((short(predicate), (value if mark else short(value)) + mark))
    return found


def claim(**changes: Any) -> set[tuple[str, str]]:
    return about(BASE + CLAIMS[0].id, describe(ARTICLE, with_claim(**changes), BASE))


def test_graph_is_small_sorted_and_without_repetition() -> None:
    assert len(TRIPLES) < 450
    assert list(TRIPLES) == sorted(set(TRIPLES), key=lambda t: t[:3])


def test_terms_are_safe_everywhere() -> None:
    for subject, predicate, value, datatype, language in TRIPLES:
        assert re.fullmatch(re.escape(BASE) + r"[a-z]+-[A-Za-z0-9-]+", subject)
        assert predicate.isascii()
        assert (datatype is None) or (language is None)
        if datatype is None and language is None:
            assert re.fullmatch(r"https?://[!-~]+", value)


def test_describers_do_not_depend_on_each_others_order() -> None:
    twice = describe(ARTICLE, replace(FACTS, claims=FACTS.claims[::-1], projects=FACTS.projects[::-1]), BASE)
    assert twice == TRIPLES


def test_base_is_an_option() -> None:
    other = describe(ARTICLE, FACTS, "https://kg.example.org/")
    assert {t.subject.replace("https://kg.example.org/", BASE) for t in other} == {t.subject for t in TRIPLES}
    assert not any(BASE in term for triple in other for term in triple if term)


def test_claim() -> None:
    stem = DOCUMENT.removeprefix("doc-")
    metric, value, time = (at(words) for words in ("标杆性智能工厂", "200家", "到2035年"))
    assert about(BASE + CLAIMS[0].id) == {
        ("rdf:type", "gp:TargetClaim"),
        ("gp:assertedIn", f"kg:{DOCUMENT}"),
        ("gp:onAuthorityOf", f"kg:{PLAN.id}"),
        ("gp:region", "kg:region-310000"),
        ("gp:indicator", "kg:" + mint("indicator", "标杆性智能工厂")),
        ("gp:comparator", "gp:Equal"),
        ("gp:value", "200^^decimal"),
        ("gp:unit", "unit:NUM"),
        ("gp:unitText", "家^^string"),
        ("gp:quantityText", "200家^^string"),
        ("gp:deadline", "2035^^gYear"),
        ("gp:year", "2035^^integer"),
        ("gp:flag", "gp:DeadlineBeyondPeriod"),
        ("gp:indicatorEvidence", f"kg:ev-{stem}-{metric.start}-{metric.end}"),
        ("gp:valueEvidence", f"kg:ev-{stem}-{value.start}-{value.end}"),
        ("gp:timeEvidence", f"kg:ev-{stem}-{time.start}-{time.end}"),
    }


@pytest.mark.parametrize(
    ("changes", "expected", "absent"),
    [
        ({"status": "observed"}, {("rdf:type", "gp:ObservationClaim"), ("gp:time", "2035^^gYear")}, {"gp:deadline"}),
        ({"status": "threshold"}, {("rdf:type", "gp:ThresholdClaim")}, {"gp:deadline"}),
        ({"status": "other"}, {("rdf:type", "gp:FigureClaim")}, {"gp:deadline"}),
        ({"comparator": "gt"}, {("gp:comparator", "gp:MoreThan")}, set()),
        ({"change": "growth_rate"}, {("gp:change", "gp:GrowthRate")}, set()),
        ({"change": "level"}, set(), {"gp:change"}),
        (
            {"value": Decimal("2.50"), "value_max": Decimal(3), "comparator": "range"},
            {("gp:lowerBound", "2.5^^decimal"), ("gp:upperBound", "3^^decimal"), ("gp:comparator", "gp:Between")},
            {"gp:value"},
        ),
        ({"value": Decimal("1.5E+9")}, {("gp:value", "1500000000^^decimal")}, set()),
        ({"value": Decimal("-0.30")}, {("gp:value", "-0.3^^decimal")}, set()),
        ({"unit": "桶"}, {("gp:unitText", "桶^^string")}, {"gp:unit"}),
        ({"unit": ""}, {("gp:unit", "unit:UNITLESS")}, {"gp:unitText"}),
        ({"unit": "个百分点"}, {("gp:unit", "gp:PercentagePoint")}, set()),
        (
            {"year": None, "period": (2021, 2025)},
            {("gp:periodStart", "2021^^gYear"), ("gp:endYear", "2025^^integer")},
            {"gp:year"},
        ),
        (
            {"baseline_year": 2020, "baseline_span": at("2025年")},
            {("gp:baselineTime", "2020^^gYear"), ("gp:baselineYear", "2020^^integer")},
            set(),
        ),
        ({"binding": True}, {("gp:bindingness", "gp:Binding")}, set()),
        ({"binding": False}, {("gp:bindingness", "gp:Anticipated")}, set()),
        ({"subject": "上海市"}, set(), {"gp:subject"}),
        ({"subject": "规模以上企业"}, {("gp:subject", "规模以上企业@zh")}, set()),
        ({"subject": "上海", "region": None}, {("gp:subject", "上海@zh")}, {"gp:region"}),
        ({"plan": None}, set(), {"gp:onAuthorityOf"}),
        ({"flags": ("conflicting-value",)}, {("gp:flag", "gp:ConflictingValue")}, set()),
        ({"flags": ()}, set(), {"gp:flag"}),
    ],
)  # fmt: skip
def test_claim_slots(changes: dict[str, Any], expected: set[tuple[str, str]], absent: set[str]) -> None:
    found = claim(**changes)
    assert expected <= found
    assert not absent & {predicate for predicate, _ in found}


def test_an_event_that_only_the_title_tells_of_is_proved_by_it() -> None:
    event = replace(FACTS.events[0], organisers=(), mentions=(), date=None, date_span=None)
    triples = describe(ARTICLE, replace(FACTS, events=(event,)), BASE)
    assert ("gp:evidence", f"kg:{header_evidence(DOCUMENT, 'title')}") in about(BASE + event.id, triples)
    assert check(ARTICLE, replace(FACTS, events=(event,)), triples) == check(ARTICLE, FACTS, TRIPLES)


def test_unknown_flag_is_a_defect_of_ours() -> None:
    with pytest.raises(OntologyError, match="no-such-flag"):
        claim(flags=("no-such-flag",))


def test_plan_event_organisation_region() -> None:
    plan = about(BASE + PLAN.id)
    assert {("rdfs:label", PLAN.title + "@zh"), ("skos:altLabel", "规划@zh"), ("gp:kind", "gp:PlanKind")} <= plan
    assert {
        ("gp:periodStart", "2021^^gYear"),
        ("gp:periodEnd", "2025^^gYear"),
        ("gp:startYear", "2021^^integer"),
        ("gp:endYear", "2025^^integer"),
        ("dcterms:issued", "2021-10-27^^date"),
    } <= plan
    assert {("gp:hasMeasure", f"kg:{project.id}") for project in PROJECTS} <= plan
    event = about(BASE + FACTS.events[0].id)
    assert {
        ("rdf:type", "schema:Event"),
        ("gp:kind", "gp:PressConference"),
        ("schema:startDate", "2021-10-27^^date"),
    } <= event
    assert {("schema:organizer", f"kg:{OFFICE.id}"), ("schema:about", f"kg:{PLAN.id}")} <= event
    assert ("gp:region", "kg:region-310000") in about(BASE + OFFICE.id)
    assert about(BASE + "region-310000") == {
        ("rdf:type", "schema:AdministrativeArea"),
        ("rdfs:label", "上海市@zh"),
        ("rdfs:label", "Shanghai@en"),
        ("gp:regionCode", "310000^^string"),
        ("schema:sameAs", "http://www.wikidata.org/entity/Q8686"),
        ("schema:sameAs", "https://sws.geonames.org/1796231/"),
    }


def test_goals_prepare_for_the_later_one() -> None:
    assert ("gp:preparesFor", f"kg:{GOALS[3].id}") in about(BASE + GOALS[0].id)
    claims = [t.subject for t in TRIPLES if t.predicate == vocab.GOAL_OF_CLAIM]
    assert len(claims) == 4
    assert all(("gp:assertedIn", f"kg:{DOCUMENT}") in about(node) for node in claims)


def test_project_of_a_list_quotes_the_list() -> None:
    places = {
        t.object for t in TRIPLES if t.subject in {BASE + p.id for p in PROJECTS} and t.predicate == vocab.HAS_EVIDENCE
    }
    quotes = {t.object for t in TRIPLES if t.subject in places and t.predicate == vocab.EXACT}
    start, end = at("数字底座赋能").start, at("”工程").end
    assert quotes == {TEXT[start:end]}


def test_project_alone_quotes_its_name() -> None:
    alone = replace(PROJECTS[0], name_spans=(at("数字底座赋能"),), plan=None)
    found = about(BASE + alone.id, describe(ARTICLE, replace(FACTS, projects=(alone,)), BASE))
    assert ("gp:region", "kg:region-310000") in found
    assert any(
        predicate == "gp:evidence" and value.endswith(f"-{at('数字底座赋能').end}") for predicate, value in found
    )


def test_document_and_its_header() -> None:
    found = about(DOC)
    assert ("schema:datePublished", "2021-10-27T03:55:42Z^^dateTime") in found
    assert ("schema:image", "https://img.example.org/20211027/shanghai-digital.jpg") in found
    assert {value for predicate, value in found if predicate == "schema:articleSection"} == {
        "城市@zh",
        "示例财经@zh",
        "示例财经－国内@zh",
    }
    assert ("schema:about", f"kg:{PLAN.id}") in found
    publisher = next(t.object for t in TRIPLES if t[:2] == (DOC, vocab.PUBLISHER))
    assert ("rdf:type", "org:Organization") in about(publisher)
    place = next(t.object for t in TRIPLES if t[:2] == (publisher, vocab.HAS_EVIDENCE))
    assert {("gp:field", "author^^string"), ("oa:exact", "示例财经^^string")} <= about(place)


def test_editor_is_a_person_of_the_publisher() -> None:
    editor = next(t.object for t in TRIPLES if t[:2] == (DOC, vocab.EDITOR))
    assert editor == BASE + mint("person", "示例财经", "林予安")
    assert ("rdf:type", "foaf:Person") in about(editor)


@pytest.mark.parametrize(
    ("document", "label"),
    [
        (Document(id="doc-1"), TEXT[:40]),
        (Document(id="doc-1", title=Sourced("标题", span=at("新闻发布会"))), "标题"),
    ],
)
def test_every_document_has_a_label(document: Document, label: str) -> None:
    found = about(BASE + "doc-1", describe(ARTICLE, Facts(document), BASE))
    assert ("rdfs:label", label + "@zh") in found
    assert document.title is None or any(predicate == "gp:evidence" for predicate, _ in found)


def test_empty_text_is_described() -> None:
    triples = describe(Article("a.txt", "", ()), Facts(Document(id="doc-1")), BASE)
    assert ("rdfs:label", "doc-1@zh") in about(BASE + "doc-1", triples)


def test_author_that_is_no_publisher_is_an_agent() -> None:
    document = Document(
        id="doc-1", author=Sourced("周言", field="author"), publisher=Sourced("示例日报", field="publisher")
    )
    triples = describe(ARTICLE, Facts(document), BASE)
    author = next(t.object for t in triples if t.predicate == vocab.AUTHOR)
    assert ("rdf:type", "foaf:Agent") in about(author, triples)


def test_publisher_that_acts_in_the_text_is_one_node() -> None:
    body = Organisation("org-1", "上海市政府新闻办", (), (at("上海市政府新闻办"),))
    document = Document(id="doc-1", publisher=Sourced("上海市政府新闻办", span=at("上海市政府新闻办")))
    triples = describe(ARTICLE, Facts(document, organisations=(body,)), BASE)
    assert ("schema:publisher", "kg:org-1") in about(BASE + "doc-1", triples)


@pytest.mark.parametrize(
    ("published", "literal"),
    [
        ("2021-10-27", "2021-10-27^^date"),
        ("2021-10-27T11:55:42+08:00", "2021-10-27T11:55:42+08:00^^dateTime"),
        ("2021-02-30", None),
        ("20211027", None),
        ("Wed, 27 Oct 2021", None),
    ],
)
def test_time_of_publication_is_typed_or_absent(published: str, literal: str | None) -> None:
    triples = describe(ARTICLE, Facts(Document(id="doc-1", published=Sourced(published, field="published"))), BASE)
    found = [value for predicate, value in about(BASE + "doc-1", triples) if predicate == "schema:datePublished"]
    assert found == ([literal] if literal else [])


@pytest.mark.parametrize(
    ("written", "iri"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
        ("https://example.org/a b<c>\"d\"", "https://example.org/a%20b%3Cc%3E%22d%22"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%E5%9B%BE", "https://example.org/%E5%9B%BE"),
        ("http://example.org:8080", "http://example.org:8080"),
        ("//example.org/a.jpg", None),
        ("javascript:alert(1)", None),
        ("data:image/png;base64,AAAA", None),
        ("https://", None),
        ("https://user@example.org/", None),
        ("https://[::1/", None),
        ("https://例子.中国/", None),
    ],
)  # fmt: skip
def test_addresses_are_legal_or_left_out(written: str, iri: str | None) -> None:
    assert web_address(written) == iri


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("%", "unit:PERCENT"), ("‰", "unit:PERMILLE"), ("家", "unit:NUM"), ("人次", "unit:NUM"), ("元", "unit:CCY_CNY"),
        ("美元", "unit:CCY_USD"), ("公里", "unit:KiloM"),
        ("平方公里", "unit:KiloM2"), ("吨", "unit:TONNE"), ("千瓦时", "unit:KiloW-HR"),
        ("亩", "gp:Mu"), ("斤", "gp:Jin"), ("吨标准煤", "gp:TonneOfStandardCoal"), ("个百分点", "gp:PercentagePoint"),
        ("倍", "unit:UNITLESS"), ("小时", "unit:HR"), ("年", "unit:YR"), ("标箱", "gp:TwentyFootEquivalent"),
        ("桶", None), ("盎司", None), ("元/吨", None), ("点", None), ("没有的单位", None),
    ],
)  # fmt: skip
def test_units(unit: str, expected: str | None) -> None:
    found = unit_iri(unit)
    assert (short(found) if found else None) == expected


def test_plan_without_period_region_or_alias() -> None:
    plan = Plan("plan-1", "节能条例", (), "law", (at("《规划》"),), issuers=(OFFICE.id,))
    found = about(BASE + "plan-1", describe(ARTICLE, replace(FACTS, plans=(plan,)), BASE))
    assert {predicate for predicate, _ in found} == {"rdf:type", "rdfs:label", "gp:kind", "gp:issuer", "gp:evidence"}


def test_period_outside_of_the_title_has_evidence() -> None:
    plan = replace(PLAN, period_span=at("2025年"))
    found = about(BASE + PLAN.id, describe(ARTICLE, replace(FACTS, plans=(plan,)), BASE))
    assert "gp:timeEvidence" in {predicate for predicate, _ in found}


def test_publisher_may_be_known_by_a_short_name() -> None:
    body = Organisation("org-1", "上海市政府新闻办", ("市政府新闻办",), (at("上海市政府新闻办"),))
    document = Document(id="doc-1", publisher=Sourced("市政府新闻办", field="publisher"))
    found = about(BASE + "org-1", describe(ARTICLE, Facts(document, organisations=(body,)), BASE))
    assert [value for predicate, value in found if predicate == "rdfs:label"] == ["上海市政府新闻办@zh"]


def test_spellings_of_one_name_give_one_label() -> None:
    spelt = (replace(CLAIMS[0], metric="“一网通办”比例"), replace(CLAIMS[1], metric="一网通办比例"))
    triples = describe(ARTICLE, replace(FACTS, claims=spelt), BASE)
    node = BASE + mint("indicator", "一网通办比例")
    assert about(node, triples) == {("rdf:type", "gp:Indicator"), ("rdfs:label", "“一网通办”比例@zh")}
    assert check(ARTICLE, replace(FACTS, claims=spelt), triples) == ()


def test_regions_and_evidence_come_last() -> None:
    assert DESCRIBERS[-2] is describe_regions
