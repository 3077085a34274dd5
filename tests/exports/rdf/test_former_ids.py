"""An address of an earlier export leads to the same person after merges, splits, corrected and withdrawn reports."""

from pathlib import Path

import pytest
import rdflib

from exports.rdf import Bases, Release, write_rdf
from kg.decisions.opinions import Opinion
from kg.entries.active import collect_entries
from kg.entries.index import MentionIndex
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.ids import former_ids
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

BASE = "https://data.example/"
REPLACED = rdflib.URIRef("http://purl.org/dc/terms/isReplacedBy")
SAME = rdflib.OWL.sameAs


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH), write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    return made


def exported(workspace: Workspace) -> rdflib.Graph:
    schema, path = load_schema(), workspace.folder.parent / "graph.nt"
    bases, former = Bases(BASE, schema.namespace), former_ids(Layout(workspace.folder))
    write_rdf(workspace.graph(), schema, bases, "ntriples", path, Release("2031-05-01"), former)
    return rdflib.Graph().parse(data=path.read_bytes(), format="nt")


def address(graph: rdflib.Graph, name: str) -> rdflib.URIRef:
    """Where somebody of a name stands; every spelling is an alternative label."""
    (found,) = graph.subjects(rdflib.URIRef(f"{load_schema().namespace}names"), rdflib.Literal(name))
    assert isinstance(found, rdflib.URIRef)
    return found


def mention(workspace: Workspace, name: str) -> str:
    mentions = MentionIndex(collect_entries(workspace.in_force()))
    return next(q.id for q in mentions.by_id.values() if q.label == "Person" and q.description == name)


def leads_to(graph: rdflib.Graph, old: rdflib.URIRef) -> rdflib.term.Node:
    """Where a partner who knows an old address ends."""
    replaced = graph.value(old, REPLACED)
    assert replaced == graph.value(old, SAME)
    return replaced or old


def test_a_merge_leaves_both_addresses_leading_to_the_one(workspace: Workspace) -> None:
    before = exported(workspace)
    old = [address(before, name) for name in ("Tamsel Brio", "Kestin Ura")]
    [decision] = workspace.judge(
        [Opinion("same", mention(workspace, "Tamsel Brio"), mention(workspace, "Kestin Ura"))], "anna"
    )
    merged = exported(workspace)
    assert {leads_to(merged, iri) for iri in old} == {address(merged, "Kestin Ura")}
    workspace.undo(decision.id, "anna")
    assert [leads_to(exported(workspace), iri) for iri in old] == old


def test_a_corrected_report_moves_nobody_without_a_word(workspace: Workspace, tmp_path: Path) -> None:
    old = address(exported(workspace), "Orvane Ilka")
    corrected = ["A first entry was put above the others", *MARCH]
    workspace.ingest([write_report(tmp_path, "march.txt", corrected)])
    after = exported(workspace)
    assert leads_to(after, old) == address(after, "Orvane Ilka")


def test_the_only_words_about_somebody_may_be_corrected(workspace: Workspace, tmp_path: Path) -> None:
    before = exported(workspace)
    orvane, tamsel = address(before, "Orvane Ilka"), address(before, "Tamsel Brio")
    corrected = [line.replace("was fined", "had to pay 300 dravels") for line in MARCH]
    workspace.ingest([write_report(tmp_path, "march.txt", corrected)])
    after = exported(workspace)
    assert address(after, "Tamsel Brio") != tamsel
    assert leads_to(after, tamsel) == address(after, "Tamsel Brio")
    assert leads_to(after, orvane) == address(after, "Orvane Ilka")
    again = [line.replace("had to pay", "paid") for line in corrected]
    workspace.ingest([write_report(tmp_path, "march.txt", again)])
    after = exported(workspace)
    assert leads_to(after, tamsel) == address(after, "Tamsel Brio")
    assert workspace.resolve(tamsel.rpartition("/")[2]) == address(after, "Tamsel Brio").rpartition("/")[2]
    assert workspace.check() == []


def test_an_address_stays_or_leads_on_through_a_correction_a_deletion_a_merge_and_a_split(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = exported(workspace)
    names = ("Orvane Ilka", "Tamsel Brio", "Kestin Ura")
    old = {name: address(first, name) for name in names}
    corrected = ["Orvane Ilka was detained at noon", "Tamsel Brio was fined twice", "Orvane Ilka was released"]
    workspace.ingest([write_report(tmp_path, "march.txt", corrected)])
    [merged] = workspace.judge(
        [Opinion("same", mention(workspace, "Tamsel Brio"), mention(workspace, "Kestin Ura"))], "anna"
    )
    both = exported(workspace)
    assert {leads_to(both, old[name]) for name in names[1:]} == {address(both, "Kestin Ura")}
    workspace.undo(merged.id, "anna")
    workspace.judge([Opinion("different", mention(workspace, "Tamsel Brio"), mention(workspace, "Kestin Ura"))], "anna")
    split = exported(workspace)
    assert {name: leads_to(split, iri) for name, iri in old.items()} == {name: address(split, name) for name in names}
    workspace.withdraw("2031-04", "anna")
    left = exported(workspace)
    assert leads_to(left, old["Orvane Ilka"]) == address(left, "Orvane Ilka")
    assert leads_to(left, old["Tamsel Brio"]) == address(left, "Tamsel Brio")
    kestin = leads_to(left, old["Kestin Ura"])
    assert (kestin, None, None) not in left, "nobody else stands at the address of one who is gone"
    assert workspace.check() == []


def test_what_two_people_can_be_leads_nowhere(workspace: Workspace, tmp_path: Path) -> None:
    old = address(exported(workspace), "Tamsel Brio")
    corrected = [MARCH[0], "Tamsel Brio paid at noon", "Tamsel Brio paid in the evening", MARCH[2]]
    workspace.ingest([write_report(tmp_path, "march.txt", corrected)])
    assert leads_to(exported(workspace), old) == old


def test_a_withdrawn_report_moves_nobody_without_a_word(workspace: Workspace) -> None:
    old = address(exported(workspace), "Orvane Ilka")
    workspace.withdraw("2031-03", "anna")
    after = exported(workspace)
    assert leads_to(after, old) == address(after, "Orvane Ilka")
