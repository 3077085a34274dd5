"""The ontology is the schema's, declares all that the data uses, and claims no more of others than it may."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from exports.rdf import Bases, Release, write_rdf
from exports.rdf.ontology.matches import load_matches
from exports.rdf.ontology.owl import make_ontology, read_ontology
from exports.rdf.ontology.page import render_html, render_ontology
from exports.rdf.ontology.rights import load_rights, rights_touched
from kg.graph.value import Node
from kg.rdf.vocabulary import class_terms, property_terms
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.kg.rows.test_build import COUNTRY, MONTH

ROOT = Path(__file__).parents[4]
NS = rdflib.Namespace(load_schema().namespace)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=read_ontology(), format="turtle")


def test_the_file_and_the_pages_are_up_to_date() -> None:
    schema = load_schema()
    assert read_ontology() == make_ontology(schema), "run: make vocabulary"
    for name, text in (("ontology.md", render_ontology(schema)), ("ontology.html", render_html(schema))):
        page = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert page == text, "run: make vocabulary"


def test_every_term_has_labels_in_both_languages_and_a_comment(ontology: rdflib.Graph) -> None:
    terms = {*ontology.subjects(RDF.type, OWL.Class), *ontology.subjects(RDF.type, OWL.ObjectProperty)}
    terms |= set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    named = [term for term in terms if isinstance(term, rdflib.URIRef)]
    assert len(named) > 100
    for term in named:
        languages = {
            label.language for label in ontology.objects(term, RDFS.label) if isinstance(label, rdflib.Literal)
        }
        assert languages == {"en", "ru"}, term
        assert list(ontology.objects(term, RDFS.comment)), term


def test_every_property_has_a_domain_and_a_range(ontology: rdflib.Graph) -> None:
    """But where a relationship leads from and to: its two ends are things of any kind."""
    properties = set(ontology.subjects(RDF.type, OWL.ObjectProperty)) | set(
        ontology.subjects(RDF.type, OWL.DatatypeProperty)
    )
    assert len(properties) > 100 and all((term, RDFS.domain, None) in ontology for term in properties)
    assert {term for term in properties if (term, RDFS.range, None) not in ontology} == {NS["from"], NS["to"]}


def test_every_concept_has_labels_in_both_languages(ontology: rdflib.Graph) -> None:
    concepts = set(ontology.subjects(RDF.type, SKOS.Concept)) | set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(concepts) > 100
    for concept in concepts:
        labels = list(ontology.objects(concept, SKOS.prefLabel))
        assert {label.language for label in labels if isinstance(label, rdflib.Literal)} == {"en", "ru"}, concept


def test_what_the_data_uses_is_declared(ontology: rdflib.Graph, tmp_path: Path) -> None:
    schema = load_schema()
    path = tmp_path / "graph.nt"
    graph = build([MONTH], COUNTRY).graph
    write_rdf(graph, schema, Bases("https://data.example/", schema.namespace), "ntriples", path, Release("2031-05-01"))
    used = set()
    for triple in pyoxigraph.parse(path=str(path)):
        terms = (triple.predicate, triple.object)
        used |= {term.value for term in terms if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(NS)}
    declared = {str(subject) for subject in ontology.subjects()}
    assert len(used) > 60
    assert used - {str(NS)} <= declared


def test_no_property_makes_an_accusation_a_finding(ontology: rdflib.Graph) -> None:
    """A domain or range of ``Event`` alone would let a reasoner make an event of what is only alleged."""
    plain = {"underwent", "carriedOut", "tookPartIn", "touchesRight"}
    for term in property_terms(load_schema()):
        assert "Event" not in term.domains | term.ranges or term.name in plain, term.name
    below = {term.name for term in class_terms(load_schema()) if term.above == "Event"}
    assert not below
    assert (NS.Event, OWL.disjointWith, NS.AllegedEvent) in ontology


def test_matches_name_terms_of_ours() -> None:
    ours = {term.name for term in class_terms(load_schema())} | {term.name for term in property_terms(load_schema())}
    matches = load_matches()
    assert {match.term for match in matches.matches} <= ours
    assert set(matches.huridocs) <= ours
    assert set(matches.huridocs_codes) <= set(load_schema().values["act_type"])
    assert not [match for match in matches.matches if match.how.startswith("equivalent")]


@pytest.mark.parametrize(
    ("type", "outcome", "rights"),
    [
        ("torture", None, ["ICCPR-7", "CAT"]),
        ("detention", None, ["ICCPR-9"]),
        ("registration", "dismissed", ["ICCPR-22"]),
        ("registration", "granted", []),
        ("statement", None, []),
    ],
)
def test_rights_go_by_the_type_of_the_act(type: str, outcome: str | None, rights: list[str]) -> None:
    event = Node("Event", "e", {"id": "e", "type": type} | ({"outcome": outcome} if outcome else {}))
    assert rights_touched(event) == rights
    assert {act for right in load_rights().values() for act in right.acts} <= set(load_schema().values["act_type"])
