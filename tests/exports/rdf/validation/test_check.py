"""What does not fit the vocabulary is named; hostile files are refused, and nothing is fetched."""

import tracemalloc
from pathlib import Path

import pytest

from exports.rdf import Bases, Format, Release, write_rdf
from exports.rdf.formats import FORMATS
from exports.rdf.validation.check import check_file
from ingest.errors import KgError
from kg.graph.value import Node, make_graph
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.kg.rows.test_build import COUNTRY, MONTH

SCHEMA = load_schema()
NS = SCHEMA.namespace
BASES = Bases("https://data.example/", NS)
HEAD = f"@prefix kg: <{NS}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix d: <https://data.example/> .\n"
SUFFIXES: dict[Format, str] = {
    "turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf",
}  # fmt: skip

# Turtle of a partner, and words of the problem that must be named; an empty text where there is none.
CASES = [
    ('d:p a kg:Person ; kg:name "Orvin Tasel" .', ""),
    ("d:p a kg:Ship .", "Ship is no class"),
    ('d:p a kg:Person ; kg:colour "red" .', "colour is no property"),
    ('d:p a kg:Person ; <https://other.example/colour> "red" .', ""),
    ('d:s a kg:Stay ; kg:since "2031-02-30"^^xsd:date .', "2031-02-30 is no date"),
    ('d:s a kg:Stay ; kg:since "2031-02"^^xsd:gYearMonth .', ""),
    ('d:s a kg:Stay ; kg:since "yesterday" .', "since takes"),
    ('d:e a kg:Event ; kg:actType "torture" .', "actType leads to a resource"),
    ("d:e a kg:Event ; kg:actType kg:standing-alleged .", "actType has no value"),
    ('d:x a kg:Sanction ; kg:duration "two years"^^xsd:duration .', "two years is no duration"),
    ('d:x a kg:Sanction ; kg:duration "P2Y"^^xsd:duration .', ""),
    ('d:x a kg:Sanction ; kg:days "many"^^xsd:integer .', "many is no integer"),
    ('d:s a kg:Stay ; kg:since "2031"^^xsd:gYear, "2032"^^xsd:gYear .', "since: MaxCountConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:restsOn d:w . d:p a kg:Person .", "to: MinCountConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:to d:q . d:p a kg:Person . d:q a kg:Person .", "OrConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:to d:q ; kg:restsOn d:w . d:p a kg:Person . d:q a kg:Court .", "to: Class"),
]  # fmt: skip


@pytest.mark.parametrize(("turtle", "problem"), CASES)
def test_what_does_not_fit_is_named(tmp_path: Path, turtle: str, problem: str) -> None:
    path = tmp_path / "partner.ttl"
    path.write_text(HEAD + turtle, encoding="utf-8")
    problems = check_file(path, SCHEMA, NS).problems
    assert any(problem in found for found in problems) if problem else not problems


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_fits(tmp_path: Path, format: Format) -> None:
    path = tmp_path / f"graph.{SUFFIXES[format]}"
    write_rdf(build([MONTH], COUNTRY).graph, SCHEMA, BASES, format, path, Release("2031-05-01"))
    checked = check_file(path, SCHEMA, NS)
    assert not checked.problems
    assert checked.statements > 500
    assert checked.sampled > 50


def test_an_export_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    stay = Node("Stay", "s", {"id": "s", "since": "2031-02-30"})
    with pytest.raises(KgError, match="2031-02-30 is no date"):
        write_rdf(make_graph([stay], []), SCHEMA, BASES, "turtle", tmp_path / "graph.ttl", Release("2031-05-01"))
    assert not list(tmp_path.iterdir())


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha" * 10}">' for i in range(9))
HOSTILE = [
    ("laughs.rdf", f'<!DOCTYPE r [{LAUGHS}]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
     '<rdf:Description rdf:about="d:x"><d:p xmlns:d="d:">&l8;</d:p></rdf:Description></rdf:RDF>'),
    ("remote.jsonld", '{"@context": "https://context.example/c.jsonld", "@id": "d:x", "name": "Orvin"}'),
    ("relative.ttl", "<orvin> <knows> <lem> ."),
    ("broken.ttl", HEAD + "d:x a kg:Person ;\n\n kg:name \"open"),
    ("broken.nq", "<d:x> <d:y> ."),
    ("letters.ttl", "d:\x00"),
    ("graph.csv", "a,b"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), HOSTILE)
def test_a_hostile_file_is_refused_with_its_name(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    tracemalloc.start()
    with pytest.raises(KgError, match=name):
        check_file(path, SCHEMA, NS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 50_000_000
