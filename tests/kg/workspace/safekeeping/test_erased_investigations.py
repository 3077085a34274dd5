"""Saved investigations hold nothing of an erased report: no thing that it alone tells of, and nobody's name."""

from pathlib import Path

import pytest

from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.investigations.files import (
    Investigation,
    list_investigations,
    read_investigation,
    write_investigation,
)
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report
from tests.kg.workspace.safekeeping.test_erased_consents import mention, person
from tests.kg.workspace.safekeeping.test_erasure import left_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """March and April; both name Orvane Ilka, April alone names Kestin Ura."""
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH), write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    return made


def save(workspace: Workspace, name: str, things: tuple[str, ...], notes: dict[str, str]) -> None:
    positions = {id: (1.0, float(number)) for number, id in enumerate(things)}
    kept = {"pinned": list(things), "search": "kestin ura", "period": ["2031-03", "2031-04"]}
    write_investigation(Layout(workspace.folder), Investigation(name, things, positions, kept, notes, "2031-05-01"))


def test_things_notes_and_names_of_the_report_go(workspace: Workspace) -> None:
    kestin, orvane = person(workspace, "Kestin Ura"), person(workspace, "Orvane Ilka")
    tamsel = mention(workspace, "2031-03", "Tamsel Brio")
    notes = {kestin: "ask the lawyer", orvane: "seen with Kestin", tamsel: "call in May"}
    save(workspace, "Around Kestin Ura", (kestin, orvane, tamsel, "2031-04/1", "2031-03/1"), notes)
    save(workspace, "May", (tamsel,), {})
    assert workspace.keeper.preview_erasure("2031-04").investigations == 2
    workspace.keeper.erase("2031-04", "anna")
    assert left_in(workspace) == {}
    assert {each.name for each in list_investigations(Layout(workspace.folder))} == {"(erased) 1", "May"}
    cleaned = read_investigation(Layout(workspace.folder), "(erased) 1", workspace.resolve)
    assert cleaned.things == (orvane, tamsel, "2031-03/1") and set(cleaned.positions) == set(cleaned.things)
    assert cleaned.notes == {tamsel: "call in May"}
    assert cleaned.filters == {"pinned": list(cleaned.things), "period": ["2031-03", "2031-04"]}
    assert workspace.check() == []


def test_a_person_who_has_another_id_without_the_report_stays(workspace: Workspace) -> None:
    before = person(workspace, "Orvane Ilka")
    save(workspace, "Orvane", (before,), {before: "call in May"})
    workspace.keeper.erase("2031-03", "anna")
    now = person(workspace, "Orvane Ilka")
    saved = read_investigation(Layout(workspace.folder), "Orvane", workspace.resolve)
    assert now != before and saved.things == (now,) and saved.notes == {now: "call in May"}
