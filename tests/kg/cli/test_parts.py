"""Exports of a part: the same options in every format, under the profile, with a header that says which part."""

import zipfile
from pathlib import Path

import pytest
import rdflib

from exports.profiles.pseudonyms import receivers_pseudonyms
from exports.rdf.validation.check import check_file
from kg.graph.value import Key
from kg.rdf.stated import StatedGraph, read_stated
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.export_key import load_export_key
from kg.workspace.files.layout import Layout
from tests.conftest import Kg

DESCRIPTION = rdflib.URIRef("http://purl.org/dc/terms/description")


def exported(kg: Kg, workspace: Path, file: Path, *options: object) -> StatedGraph:
    result = kg("export", "rdf", "--profile", "full", *options, "-o", file, workspace=workspace)
    assert result.exit_code == 0, result.output
    checked = check_file(file, load_schema(), load_schema().namespace)
    assert not checked.problems
    return read_stated(file.read_bytes(), file.suffix, file.name)


def about(file: Path) -> str:
    return " ".join(rdflib.Graph().parse(file).objects(None, DESCRIPTION))


def somebody(workspace: Path) -> str:
    graph = Workspace.open(workspace).graph()
    return next(r.start.id for r in graph.relationships if r.type == "FACES" and r.start.label == "Person")


def test_one_person(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    person, file = somebody(sample_workspace), tmp_path / "part.ttl"
    part = exported(kg, sample_workspace, file, "--person", person).graph
    assert Key("Person", person) in part.by_key
    assert len(part) < len(Workspace.open(sample_workspace).graph()) / 2
    assert about(file) == "A part of the organisation's graph: one person and what is reported of them."


def test_the_answer_of_a_query(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "part.ttl"
    part = exported(kg, sample_workspace, file, "--query", "repeated_targeting", "--set", "at_least=2").graph
    answer = kg(
        "query", "repeated_targeting", "--at-least", "2", "--ids", "--format", "json", workspace=sample_workspace
    )
    assert "repeated_targeting" in about(file)
    people = [node.id for node in part.nodes if node.label == "Person" and f'"{node.id}"' in answer.output]
    assert people


def test_what_was_reported_since_a_day(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "part.ttl"
    part = exported(kg, sample_workspace, file, "--since", "2031-04-15").graph
    whole = Workspace.open(sample_workspace).graph()
    late = {n.id for n in whole.nodes if n.label == "Entry" and str(n.properties.get("date", "")) >= "2031-04-15"}
    assert late and late <= {node.id for node in part.nodes if node.label == "Entry"}
    assert len(part) < len(whole)
    assert "since 2031-04-15" in about(file)


def test_a_part_is_under_the_profile_of_the_whole(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    """Under public nobody who is targeted is named, and the part is found by the id that only the workspace knows."""
    person, file = somebody(sample_workspace), tmp_path / "part.ttl"
    result = kg("export", "rdf", "--profile", "public", "--person", person, "-o", file, workspace=sample_workspace)
    assert result.exit_code == 0, result.output
    part = read_stated(file.read_bytes(), ".ttl", "part.ttl").graph
    outside = receivers_pseudonyms(load_export_key(Layout(sample_workspace)), "public").id(Key("Person", person))
    assert {Key("Person", person), Key("Person", outside)} & set(part.by_key)
    assert not [node for node in part.nodes if "text" in node.properties]


@pytest.mark.parametrize("command", ["ftm", "graphml", "gexf", "tables", "bundle"])
def test_every_format_takes_a_part(kg: Kg, sample_workspace: Path, tmp_path: Path, command: str) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    for options, file in (((), whole), (("--person", somebody(sample_workspace)), part)):
        result = kg("export", command, *options, "-o", file, workspace=sample_workspace)
        assert result.exit_code == 0, result.output
    assert 0 < part.stat().st_size < whole.stat().st_size
    if command == "bundle":
        with zipfile.ZipFile(part) as archive:
            assert b"one person and what is reported of them" in archive.read("graph.ttl")


WRONG = [
    (("--person", "nobody-at-all"), "Nothing has this name"),
    (("--query", "no_such_question"), "no_such_question"),
    (("--set", "a=b"), "Name the query with --query"),
    (("--since", "yesterday"), "no date"),
    (("--since", "2044-01-01"), "Nothing of that leaves"),
    (("--query", "publishers"), "no person, case or fact"),
]


@pytest.mark.parametrize(("options", "sentence"), WRONG)
def test_what_makes_no_part_is_named(
    kg: Kg, sample_workspace: Path, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    result = kg("export", "rdf", *options, "-o", tmp_path / "part.ttl", workspace=sample_workspace)
    assert result.exit_code != 0
    assert sentence in result.output + str(result.exception)
    assert not list(tmp_path.iterdir())
