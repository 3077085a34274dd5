"""What does not fit the vocabulary is named; hostile files are refused, and nothing is fetched."""

import socket
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
from tests.kg.rdf.bad_files import CASES, HEAD, HOSTILE, encoded
from tests.kg.rows.test_build import COUNTRY, MONTH

SCHEMA = load_schema()
NS = SCHEMA.namespace
BASES = Bases("https://data.example/", NS)
SUFFIXES: dict[Format, str] = {
    "turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf",
}  # fmt: skip


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


@pytest.mark.parametrize(("name", "text", "words"), HOSTILE)
def test_a_hostile_file_is_refused_with_its_name(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(encoded(name, text))
    tracemalloc.start()
    with pytest.raises(KgError, match=name) as error:
        check_file(path, SCHEMA, NS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert words in str(error.value)
    assert most < 50_000_000


def test_contexts_inside_the_file_and_maps_of_languages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "partner.jsonld"
    context = f'{{"kg": "{NS}", "d": "https://d.example/", "name": {{"@id": "d:name", "@container": "@language"}}}}'
    path.write_text(f'{{"@context": {context}, "@id": "d:x", "@type": "kg:Person", "name": {{"en": "Orvin"}}}}')
    assert check_file(path, SCHEMA, NS).statements == 2


@pytest.mark.parametrize("form", ['"{url}"', '[{{}}, "{url}"]', '{{"@version": 1.1, "@import": "{url}"}}'])
def test_a_context_elsewhere_is_never_fetched(tmp_path: Path, form: str) -> None:
    path = tmp_path / "partner.jsonld"
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/context.jsonld"
        path.write_text(f'{{"@context": {form.format(url=url)}, "@id": "d:x", "d:p": "x"}}', encoding="utf-8")
        with pytest.raises(KgError, match="kg fetches nothing"):
            check_file(path, SCHEMA, NS)
        server.settimeout(0.2)
        with pytest.raises(TimeoutError):  # nobody asked
            server.accept()


def test_an_impossible_day_is_told_without_a_traceback(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "partner.ttl"
    path.write_text(f'{HEAD} d:a a kg:Report ; kg:periodStart "2031-02-30"^^xsd:date .', encoding="utf-8")
    checked = check_file(path, SCHEMA, NS)
    assert "2031-02-30 is no date" in checked.problems and checked.sampled == 1
    assert not caplog.records, "rdflib printed what it could not read"
