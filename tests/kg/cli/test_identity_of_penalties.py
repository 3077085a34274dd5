"""Deciding about charges, measures and stays, as a user types it."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from kg.decisions.journal import write_decision
from kg.graph.value import Graph
from kg.workspace import Workspace
from kg.workspace.status import DecisionProblems
from tests.conftest import SAMPLE, Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def graph(workspace: Path) -> Graph:
    return Workspace.open(workspace).graph()


def pairs(kg: Kg, workspace: Path, cypher: str) -> list[list[str]]:
    rows = kg("cypher", cypher, "--format", "csv", workspace=workspace)
    assert rows.exit_code == 0, rows.output
    return list(csv.reader(io.StringIO(rows.stdout)))[1:]


def two_of_one_person(kg: Kg, workspace: Path, tie: str, label: str, alike: str) -> tuple[str, str]:
    """Ids of two things of one person, the same in what the rules want to be one."""
    cypher = (
        f"MATCH (a:{label})<-[:{tie}]-(:Person)-[:{tie}]->(b:{label}) WHERE a.id < b.id AND {alike} "
        "RETURN a.id, b.id ORDER BY a.id, b.id"
    )
    one, other = pairs(kg, workspace, cypher)[0]
    return one, other


def two_of_two_people(kg: Kg, workspace: Path, tie: str, label: str) -> tuple[str, str]:
    cypher = f"MATCH (p:Person)-[:{tie}]->(n:{label}) RETURN p.id, min(n.id) ORDER BY p.id"
    (_, one), (_, other) = pairs(kg, workspace, cypher)[:2]
    return one, other


KINDS = [
    ("FACES", "Charge", "true", "same person: "),
    ("RECEIVED", "Sanction", "a.kind = b.kind AND a.status = b.status", "same kind: "),
]


@pytest.mark.parametrize(("tie", "label", "alike", "speaks_for"), KINDS)
def test_merge_why_and_undo(kg: Kg, workspace: Path, tie: str, label: str, alike: str, speaks_for: str) -> None:
    before = graph(workspace)
    one, other = two_of_one_person(kg, workspace, tie, label, alike)
    result = kg("merge", one, other, "--why", "one paper", workspace=workspace)
    assert result.exit_code == 0, result.output
    after = graph(workspace)
    assert sum(n.label == label for n in after.nodes) == sum(n.label == label for n in before.nodes) - 1
    answer = kg("why", one, other, workspace=workspace).output
    assert f"{label}: one in the graph" in answer and speaks_for in answer and "one paper" in answer
    assert label in kg("decisions", workspace=workspace).output and kg("check", workspace=workspace).exit_code == 0
    [decision] = Workspace.open(workspace).decisions()
    assert kg("undo", decision.id, workspace=workspace).exit_code == 0
    assert graph(workspace) == before


@pytest.mark.parametrize(("tie", "label"), [("FACES", "Charge"), ("RECEIVED", "Sanction"), ("IN_CUSTODY", "Stay")])
def test_what_two_people_have_is_refused_in_a_sentence_and_nothing_is_taken(
    kg: Kg, workspace: Path, tie: str, label: str
) -> None:
    before = graph(workspace)
    result = kg("merge", *two_of_two_people(kg, workspace, tie, label), workspace=workspace)
    assert result.exit_code == 1 and "decide first that the two people are one" in str(result.exception)
    assert graph(workspace) == before and Workspace.open(workspace).decisions() == ()
    assert kg("check", workspace=workspace).exit_code == 0


@pytest.mark.parametrize("label", ["Charge", "Sanction", "Stay"])
def test_a_split_outlives_a_corrected_report_and_is_undone(kg: Kg, workspace: Path, tmp_path: Path, label: str) -> None:
    known = Workspace.open(workspace).resolve_reports()
    mentions_of: dict[str, list[str]] = {}
    for quoted in known.mentions.by_id.values():
        if quoted.label == label:
            mentions_of.setdefault(known.leads_to(quoted.id), []).append(quoted.id)
    first, second = next(mentions for mentions in mentions_of.values() if len(mentions) > 1)[:2]
    listed = kg("why", first, second, workspace=workspace).output
    assert first in listed and second in listed and "one in the graph" in listed
    before = graph(workspace)
    assert kg("split", first, second, workspace=workspace).exit_code == 0
    parted = graph(workspace)
    assert sum(n.label == label for n in parted.nodes) == sum(n.label == label for n in before.nodes) + 1
    assert "two in the graph" in kg("why", first, second, workspace=workspace).output
    assert kg("ingest", SAMPLE, workspace=workspace).exit_code == 0
    assert graph(workspace) == parted
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    text = re.sub(r"\[(\d+)\]", lambda note: f"[{int(note[1]) + 1}]", text)
    inserted = "March 1, Velouth, the pensioner Corvannel Ishta gave a speech[1].\n\nMarch 1, Port Auvren"
    corrected = tmp_path / "corrected.txt"
    corrected.write_text(text.replace("March 1, Port Auvren", inserted, 1), encoding="utf-8")
    result = kg("ingest", corrected, workspace=workspace)
    assert "corrected" in result.output and Workspace.open(workspace).decision_problems() == DecisionProblems()
    kept = sum(n.label == label for n in graph(workspace).nodes)
    decision = next(d for d in Workspace.open(workspace).decisions() if d.verb == "different")
    assert kg("undo", decision.id, workspace=workspace).exit_code == 0
    assert sum(n.label == label for n in graph(workspace).nodes) == kept - 1


def test_a_decision_that_waits_is_listed_with_what_it_waits_for(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(workspace, tmp_path / "other"))
    cypher = "MATCH (p:Person)-[:FACES]->(c:Charge) RETURN p.id, min(c.id) ORDER BY p.id"
    (one, first), (two, second) = pairs(kg, other, cypher)[:2]
    assert kg("merge", one, two, workspace=other).exit_code == 0
    assert kg("merge", first, second, workspace=other).exit_code == 0
    charges = Workspace.open(other).decisions()[-1]
    journal = tmp_path / "charges.jsonl"
    journal.write_bytes(write_decision(charges))
    before = graph(workspace)
    result = kg("decisions", "import", journal, workspace=workspace)
    assert result.exit_code == 0 and f"waiting decisions: 1 wait for another decision: {charges.id}" in result.output
    assert graph(workspace) == before
    assert "waiting: they are not of one person" in kg("decisions", workspace=workspace).output
    assert "1, of which 0 have an effect" in kg("status", workspace=workspace).output
    again = kg("merge", first, second, workspace=workspace)
    assert "already decided" in again.output and charges.id in again.output
    assert kg("merge", one, two, workspace=workspace).exit_code == 0
    assert graph(workspace) == graph(other) and "waiting" not in kg("status", workspace=workspace).output


def test_entries_that_belong_to_no_case_and_no_campaign_cannot_be_merged(kg: Kg, workspace: Path) -> None:
    result = kg("merge", "2031-03/1", "2031-03/2", workspace=workspace)
    assert result.exit_code == 1 and "they do not both belong to a case" in str(result.exception)
