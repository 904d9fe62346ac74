"""The ontology declares what we write, we write what it declares, and says of each term what it means, in zh and en."""

from __future__ import annotations

from importlib.resources import files

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import vocab
from kg.describe.unit import unit_iri
from kg.resource import ontology_path

ONTOLOGY = rdflib.Graph().parse(ontology_path() / "govplan.ttl")
SHAPES = (ontology_path() / "shapes.ttl").read_text("utf-8")
IRI = rdflib.URIRef("https://w3id.org/govplan")
DECLARED = {str(term) for term in ONTOLOGY.subjects(RDFS.isDefinedBy, IRI)}


def used_terms() -> set[str]:
    """Every gp: term that kg/vocab.py names, and the units of the unit lexicon."""
    named: set[str] = set()
    for value in vars(vocab).values():
        if isinstance(value, str):
            named.add(value)
        elif isinstance(value, dict):
            named.update(part for part in value.values() if isinstance(part, str))
    lines = (files("kg.describe") / "unit.tsv").read_text("utf-8").splitlines()[1:]
    named.update(vocab.GP + name for _, prefix, name in (line.split("\t") for line in lines) if prefix == "gp")
    return {term for term in named if term.startswith(vocab.GP) and term != vocab.GP}


def test_every_term_used_is_declared() -> None:
    assert used_terms() - DECLARED == set()


def test_every_term_declared_is_used_or_stands_above_one_that_is() -> None:
    above = {
        str(whole)
        for link in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme)
        for part, whole in ONTOLOGY.subject_objects(link)
        if str(part) in used_terms()
    }
    assert DECLARED - used_terms() - above == set()


@pytest.mark.parametrize("term", sorted(DECLARED))
def test_term_is_labelled_and_defined_in_both_languages(term: str) -> None:
    for link in (RDFS.label, SKOS.definition):
        said = {
            word.language for word in ONTOLOGY.objects(rdflib.URIRef(term), link) if isinstance(word, rdflib.Literal)
        }
        assert said == {"zh", "en"}, link
    kinds = set(ONTOLOGY.objects(rdflib.URIRef(term), RDF.type))
    assert len(kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual}) == 1


def test_header_names_version_licence_and_prefix() -> None:
    said = {
        str(predicate).rpartition("/")[2].rpartition("#")[2]: str(value)
        for predicate, value in ONTOLOGY.predicate_objects(IRI)
    }
    assert said["versionIRI"].startswith("https://w3id.org/govplan/")
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["preferredNamespacePrefix"] == "gp"
    assert said["preferredNamespaceUri"] == vocab.GP


@pytest.mark.parametrize(
    ("scheme", "concepts"),
    [
        ("ComparatorScheme", vocab.COMPARATOR_CONCEPT),
        ("ChangeScheme", vocab.CHANGE_CONCEPT),
        ("PlanKindScheme", vocab.PLAN_KIND),
        ("EventKindScheme", vocab.EVENT_KIND),
        ("FlagScheme", vocab.FLAG_CONCEPT),
        ("BindingnessScheme", vocab.BINDINGNESS_CONCEPT),
    ],
)
def test_scheme_holds_exactly_the_concepts_that_records_can_carry(scheme: str, concepts: dict[object, str]) -> None:
    members = {str(concept) for concept in ONTOLOGY.subjects(SKOS.inScheme, rdflib.URIRef(vocab.GP + scheme))}
    assert members == set(concepts.values())
    for concept in members:
        assert f"gp:{concept.removeprefix(vocab.GP)} " in SHAPES, f"no shape lists {concept}"


def test_units_are_shaped_as_the_lexicon_has_them() -> None:
    """The shape that compares unit and text repeats some rows of the lexicon; they must not drift apart."""
    rows = [line.strip(" |(") for line in SHAPES.splitlines() if '?t = "' in line]
    assert len(rows) > 10
    for row in rows:
        text = row.split('"')[1]
        name = row.rpartition("!= ")[2].split(")")[0]
        prefix, _, local = name.partition(":")
        assert unit_iri(text) == {"unit": vocab.UNIT, "gp": vocab.GP}[prefix] + local


def test_readme_shows_every_class_and_property() -> None:
    readme = (ontology_path() / "README.md").read_text("utf-8")
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ONTOLOGY.subjects(RDF.type, kind):
            if str(term) in DECLARED:
                assert f"gp:{str(term).removeprefix(vocab.GP)}" in readme, term
