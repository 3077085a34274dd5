"""What is exported and taken in again is the same graph, row for row, in every syntax; a profile's loss is stated."""

from pathlib import Path

import pytest

from exports.profiles.application import apply_profile
from exports.profiles.profile import find_profile
from exports.profiles.pseudonyms import Pseudonyms
from exports.profiles.words.sensitive_words import SensitiveWords
from exports.rdf import FORMATS, Bases, Format, Release, write_rdf
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Graph, Node, Relationship, make_graph
from kg.rdf.stated import StatedGraph, read_stated
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.conftest import Kg

SCHEMA = load_schema()
RELEASE = Release("2031-05-01", publisher="Tasel Committee", profile="full", jurisdiction="velmoria")
SUFFIXES: dict[Format, str] = {
    "turtle": ".ttl", "trig": ".trig", "nquads": ".nq", "ntriples": ".nt", "jsonld": ".jsonld", "rdfxml": ".rdf",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(sample_workspace: Path) -> Graph:
    return Workspace.open(sample_workspace).graph()


def taken_in(
    graph: Graph, folder: Path, format: Format = "turtle", namespace: str = SCHEMA.namespace, **former: str
) -> StatedGraph:
    path = folder / f"graph{SUFFIXES[format]}"
    write_rdf(graph, SCHEMA, Bases("https://data.example/", namespace), format, path, RELEASE, former)
    return read_stated(path.read_bytes(), path.suffix, path.name)


@pytest.mark.parametrize("format", FORMATS)
def test_every_syntax_gives_the_same_graph(graph: Graph, tmp_path: Path, format: Format) -> None:
    stated = taken_in(graph, tmp_path, format)
    assert stated.graph.nodes == graph.nodes
    assert stated.graph.relationships == graph.relationships
    assert (len(graph.nodes) > 500, len(graph.relationships) > 1500) == (True, True)


@pytest.mark.shared
@pytest.mark.parametrize("command", [("rdf", "--format", "nquads"), ("bundle", "--format", "turtle")])
def test_the_real_months_come_back_the_same(
    real_workspace: Path, tmp_path: Path, kg: Kg, command: tuple[str, ...]
) -> None:
    file = tmp_path / ("graph.nq" if command[0] == "rdf" else "bundle.zip")
    kg("export", *command, "--profile", "full", "-o", file, workspace=real_workspace)
    result = kg("ingest", file, workspace=tmp_path / "empty")
    assert result.exit_code == 0, "the export was not taken in"
    ours, theirs = (Workspace.open(folder).graph() for folder in (real_workspace, tmp_path / "empty"))
    assert len(ours) > 5000 and ours.digest == theirs.digest
    different = [row.key for row, other in zip(ours.relationships, theirs.relationships, strict=True) if row != other]
    assert different == []


def test_the_header_says_whose_it_is(graph: Graph, tmp_path: Path) -> None:
    stated = taken_in(graph, tmp_path)
    header = stated.header
    assert (header.publisher, header.profile, header.jurisdiction) == ("Tasel Committee", "full", "velmoria")
    assert (header.issued, header.software, header.part) == ("2031-05-01", "", "")
    assert stated.days() == ("2031-03-01", "2031-04-30")
    assert stated.foreign == {}


def test_terms_may_begin_with_another_address(graph: Graph, tmp_path: Path) -> None:
    assert taken_in(graph, tmp_path, namespace="https://terms.example/ns#").graph == graph


def test_former_ids_lead_to_their_things(graph: Graph, tmp_path: Path) -> None:
    now = next(node.id for node in graph.nodes if node.label == "Person")
    assert taken_in(graph, tmp_path, **{"person-old/1": now}).former == {"person-old/1": now}


def test_reports_without_a_series_take_the_one_given(graph: Graph, tmp_path: Path) -> None:
    named = taken_in(graph, tmp_path).in_series("tasel").graph
    assert {node.id for node in named.nodes if node.label == "Report"} == {"tasel:2031-03", "tasel:2031-04"}
    assert all(node.id.startswith("tasel:2031-") for node in named.nodes if node.label == "Entry")
    rests_on = {e for r in named.relationships for e in r.properties.get("entries", []) if e != "pack"}  # type: ignore[union-attr]
    assert rests_on <= {node.id for node in named.nodes if node.label == "Entry"}
    assert len(named) == len(graph)


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_what_a_profile_lets_out_comes_in(graph: Graph, tmp_path: Path, profile: str) -> None:
    sensitive = SensitiveWords(load_jurisdiction("velmoria"))
    out = apply_profile(graph, find_profile(profile, {}), Pseudonyms(b"k" * 32), sensitive, SCHEMA, {}).graph
    back = taken_in(out, tmp_path).graph
    assert [node.key for node in back.nodes] == [node.key for node in out.nodes]
    assert [dict(node.properties) for node in back.nodes] == [without_nothing(node) for node in out.nodes]
    assert [without_order(r) for r in back.relationships] == [without_order(r) for r in out.relationships]
    assert len(out) < len(graph)


def without_nothing(node: Node) -> dict[str, object]:
    """The properties of a node; RDF has no empty list."""
    return {name: value for name, value in node.properties.items() if value != []}


def without_order(relationship: Relationship) -> tuple[object, ...]:
    """A relationship whose evidence is a set: two passages that a profile made the same are one in RDF."""
    entries, spans = (relationship.properties.get(name) or [] for name in ("entries", "spans"))
    words = frozenset(zip(entries, spans, strict=True))  # type: ignore[arg-type]
    rest = {k: v for k, v in relationship.properties.items() if k not in ("entries", "spans")}
    return relationship.type, relationship.start, relationship.end, words, sorted(rest.items())


def test_an_empty_graph_has_nothing_to_take_in(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nothing in it is of a class"):
        taken_in(make_graph([], []), tmp_path)
