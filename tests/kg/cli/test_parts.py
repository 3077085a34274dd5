"""Exports of a part: the same options in every format, under the profile, with a header that says which part."""

import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
import rdflib

from exports.bundle.parts import PARTS
from exports.profiles.pseudonyms import receivers_pseudonyms
from exports.rdf.validation.check import check_file
from kg.graph.value import Key
from kg.rdf.stated import StatedGraph, read_stated
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.export_key import load_export_key
from kg.workspace.files.layout import Layout
from tests.conftest import Kg

SAYS = "A part of the organisation's graph: one person and what is reported of them."
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
    assert SAYS not in text_in(whole) and SAYS in text_in(part)


@pytest.mark.parametrize("command", [("tables", "--format", "xlsx"), ("neo4j-import",)])
def test_a_workbook_and_an_import_say_that_they_are_a_part(
    kg: Kg, sample_workspace: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    file, person = tmp_path / "part", somebody(sample_workspace)
    result = kg("export", *command, "--person", person, "-o", file, workspace=sample_workspace)
    assert result.exit_code == 0 and SAYS in text_in(file)


def test_a_bundle_of_a_part_says_so_in_every_file(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    file, formats = tmp_path / "part.zip", sorted(PARTS.keys() - {"facts"})
    options = [word for format in formats for word in ("--format", format)]
    kg("export", "bundle", *options, "--person", somebody(sample_workspace), "-o", file, workspace=sample_workspace)
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name in ("README.md", "manifest.json", *(PARTS[format].file for format in formats)):
        (tmp_path / "one").write_bytes(files[name])
        assert SAYS in text_in(tmp_path / "one"), name
    result = kg("verify", file, workspace=tmp_path)
    assert result.exit_code == 0 and SAYS in " ".join(result.output.split())


def text_in(file: Path) -> str:
    """All that a file says, unpacked where it is an archive."""
    if file.is_dir():
        return " ".join(path.read_text() for path in file.iterdir())
    if not zipfile.is_zipfile(file):
        return unescape(file.read_text())
    with zipfile.ZipFile(file) as archive:
        return " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def test_a_preview_counts_the_part(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    """The numbers are those of the file that is written then, and not of the whole graph."""
    person, file = somebody(sample_workspace), tmp_path / "part.ttl"
    options = ("--profile", "public", "--person", person)
    whole = kg("export", "rdf", "--profile", "public", "--preview", workspace=sample_workspace)
    preview = kg("export", "rdf", *options, "--preview", workspace=sample_workspace)
    assert preview.exit_code == 0 and not list(tmp_path.iterdir())
    kg("export", "rdf", *options, "-o", file, workspace=sample_workspace)
    part = read_stated(file.read_bytes(), ".ttl", "part.ttl").graph
    assert f"{len(part.nodes)} things and {len(part.relationships)} relationships would leave" in preview.output
    people = sum(node.label == "Person" for node in part.nodes)
    counted, of_whole = (count_people(result.output) for result in (preview, whole))
    assert counted == people < of_whole


def count_people(output: str) -> int:
    """The people who are kept or changed, as the table of a preview has them."""
    found = re.findall(r"(?:kept|changed)\W+Person\W[^\d\n]*?(\d+)", output)
    return sum(map(int, found))


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
