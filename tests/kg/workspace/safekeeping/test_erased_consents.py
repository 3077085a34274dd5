"""Consent and refusal go with an erased report, and hold where other reports name the person."""

from pathlib import Path

import pytest

from exports.profiles.disclosure import find_workspace_consents
from kg.corrections.opinions import FactOpinion
from kg.decisions.journal import Decision
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report
from tests.kg.workspace.safekeeping.test_erasure import left_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """March and April; both name Orvane Ilka, April alone names Kestin Ura."""
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH), write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    return made


def person(workspace: Workspace, name: str) -> str:
    with workspace.reader() as store:
        ((id,),) = store.query("MATCH (p:Person) WHERE $name IN p.names RETURN p.id AS id", {"name": name}).rows
    return str(id)


def mention(workspace: Workspace, report: str, name: str) -> str:
    found = workspace.mentions().mentions.by_id.values()
    return next(m.id for m in found if m.label == "Person" and m.entry.report == report and m.description == name)


def protect(workspace: Workspace, report: str, name: str, consent: str, why: str = "") -> Decision:
    opinion = FactOpinion("protect", mention(workspace, report, name), {"consent": consent}, why)
    (decision,) = workspace.decide_facts([opinion], "anna")
    return decision


@pytest.mark.parametrize("consent", ["given", "refused"])
def test_nothing_of_a_person_of_the_report_alone_is_left(workspace: Workspace, consent: str) -> None:
    decided = protect(workspace, "2031-04", "Kestin Ura", consent, "as Kestin Ura's lawyer wrote")
    erased = workspace.keeper.erase("2031-04", "anna", "consent withdrawn").decision
    assert left_in(workspace) == {}
    assert [d.id for d in workspace.decisions()] == [erased.id] and decided.id in erased.about["decisions"]
    assert b"Kestin" not in (workspace.folder / "decisions.jsonl").read_bytes()
    assert find_workspace_consents(workspace) == ({}, 0)


@pytest.mark.parametrize("consent", ["given", "refused"])
def test_it_holds_for_a_person_whom_another_report_names(workspace: Workspace, consent: str) -> None:
    decided = protect(workspace, "2031-03", "Orvane Ilka", consent, "she called")
    before = person(workspace, "Orvane Ilka")
    assert find_workspace_consents(workspace) == ({before: consent}, 0)
    assert workspace.keeper.preview_erasure("2031-03").moved_consents == 1
    workspace.keeper.erase("2031-03", "anna")
    now = person(workspace, "Orvane Ilka")
    assert now != before and find_workspace_consents(workspace) == ({now: consent}, 0)
    moved, _ = workspace.decisions()
    assert (moved.verb, moved.who, moved.when, moved.why) == ("protect", "anna", decided.when, "")
    assert moved.about["period"] == "2031-04" and workspace.check() == []
    workspace.undo(moved.id, "anna")
    assert find_workspace_consents(workspace) == ({}, 0)


def test_what_was_undone_does_not_come_back(workspace: Workspace) -> None:
    workspace.undo(protect(workspace, "2031-03", "Orvane Ilka", "given").id, "anna")
    workspace.keeper.erase("2031-03", "anna")
    assert find_workspace_consents(workspace) == ({}, 0) and len(workspace.decisions()) == 1


def test_a_refusal_holds_while_the_report_that_it_quotes_is_withdrawn(workspace: Workspace) -> None:
    protect(workspace, "2031-03", "Orvane Ilka", "refused")
    protect(workspace, "2031-03", "Tamsel Brio", "given")
    withdrawn = workspace.withdraw("2031-03", "anna")
    consents, lost = find_workspace_consents(workspace)
    assert consents == {person(workspace, "Orvane Ilka"): "refused"} and lost == 1
    workspace.undo(withdrawn.id, "anna")
    assert find_workspace_consents(workspace)[1] == 0


def test_a_refusal_is_moved_from_a_report_that_was_withdrawn_before_it_was_erased(workspace: Workspace) -> None:
    protect(workspace, "2031-03", "Orvane Ilka", "refused")
    workspace.withdraw("2031-03", "anna")
    workspace.keeper.erase("2031-03", "anna")
    assert find_workspace_consents(workspace) == ({person(workspace, "Orvane Ilka"): "refused"}, 0)
