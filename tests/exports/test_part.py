"""A part of the graph is whole in itself, and has nothing of what was not asked for."""

from pathlib import Path

import pytest

from exports.part import choose_part
from ingest.errors import KgError
from kg.graph.evidence import PACK, passages_of
from kg.graph.value import Graph, Key
from kg.workspace import Workspace


@pytest.fixture(scope="module")
def graph(sample_workspace: Path) -> Graph:
    return Workspace.open(sample_workspace).graph()


def somebody(graph: Graph) -> Key:
    """A person who was charged, received a sanction and is in a case."""
    of_types = [{r.start for r in graph.relationships if r.type == type} for type in ("FACES", "RECEIVED", "PARTY_TO")]
    return min(key for key in set.intersection(*of_types) if key.label == "Person")


@pytest.mark.parametrize("label", ["Person", "Case", "Event", "Sanction", "Entry"])
def test_nothing_leads_out_of_a_part(graph: Graph, label: str) -> None:
    for key in [node.key for node in graph.nodes if node.label == label][:20]:
        part = choose_part(graph, [key])
        assert key in part.by_key
        assert len(part) < len(graph) / 2
        for relationship in part.relationships:
            assert relationship.start in part.by_key and relationship.end in part.by_key
            rests_on = {entry for entry, _ in passages_of(relationship)}
            assert (rests_on and rests_on - {PACK} <= {n.id for n in part.nodes if n.label == "Entry"}) or not rests_on
        reports = {r.start for r in part.relationships if r.type == "IN_REPORT"}
        assert reports == {node.key for node in part.nodes if node.label == "Entry"}


def test_a_person_comes_with_all_that_is_theirs_as_it_was(graph: Graph) -> None:
    key = somebody(graph)
    part = choose_part(graph, [key])
    own = [r for r in graph.relationships if key in (r.start, r.end)]
    assert own and set(map(repr, own)) <= set(map(repr, part.relationships))
    cited = [r for r in graph.relationships if r.type == "CITES" and r.start in part.by_key]
    assert cited and set(map(repr, cited)) <= set(map(repr, part.relationships))


def test_other_facts_of_their_case_stay_out(graph: Graph) -> None:
    key = somebody(graph)
    part = choose_part(graph, [key])
    facts = {r.end for r in graph.relationships if r.start == key and r.end.label in ("Event", "Charge", "Sanction")}
    assert {n.key for n in part.nodes if n.label in ("Charge", "Sanction")} <= facts


def test_everything_is_the_graph(graph: Graph) -> None:
    """From every entry on: what no entry records, such as a campaign of nothing, is no loss here."""
    part = choose_part(graph, [node.key for node in graph.nodes if node.label != "Report"])
    assert part == graph


def test_a_part_of_nothing_is_refused(graph: Graph) -> None:
    with pytest.raises(KgError, match="Nothing of that leaves"):
        choose_part(graph, [Key("Person", "nobody")])
