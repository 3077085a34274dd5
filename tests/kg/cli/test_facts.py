"""Deciding about facts, as a user types it: what is wrong, right, corrected, added or noted."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from kg.cli import output
from kg.cli.main import kg as command
from kg.corrections.kinds.fact import Fact
from kg.graph.value import Graph
from kg.workspace import Workspace
from tests.conftest import SAMPLE, Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def typed(workspace: Path, *arguments: str, keys: str) -> Result:
    return CliRunner().invoke(command, ["-w", str(workspace), *arguments], input=keys)


def graph(workspace: Path) -> Graph:
    return Workspace.open(workspace).graph()


def facts(workspace: Path) -> Iterator[Fact]:
    known = Workspace.open(workspace).known_facts()
    for entry in known.mentions.entries:
        yield from known.of_entry(entry)


def fact(workspace: Path, of_kind: str, **values: str) -> Fact:
    return next(f for f in facts(workspace) if f.kind.name == of_kind and values.items() <= f.values.items())


def decision_in(result: Result) -> str:
    found = re.search(r"kg undo (\w{12})", result.output)
    assert result.exit_code == 0 and found, result.output
    return found[1]


def test_a_wrong_fact_leaves_the_graph_until_it_is_undone_by_the_beginning_of_the_id(kg: Kg, workspace: Path) -> None:
    before = graph(workspace)
    charge = fact(workspace, "charge")
    decision = decision_in(kg("wrong", charge.id, "--why", "another man", workspace=workspace))
    assert charge.id not in {f.id for f in facts(workspace)} and graph(workspace) != before
    assert kg("check", workspace=workspace).exit_code == 0
    listed = kg("decisions", workspace=workspace).output
    assert "another man" in listed and "in effect" in listed and f"Charge “{charge.mention.words}”" in listed
    assert "already decided" in kg("wrong", charge.id, workspace=workspace).output
    undone = kg("undo", decision[:6], workspace=workspace)
    assert f"Decision {decision} is undone." in undone.output and graph(workspace) == before


def test_a_fact_is_confirmed_and_noted(kg: Kg, workspace: Path) -> None:
    before = graph(workspace)
    act = fact(workspace, "act")
    assert "Confirmed by decision" in kg("confirm", act.id, workspace=workspace).output
    assert "Noted by decision" in kg("note", act.id, "--text", "ask the lawyer", workspace=workspace).output
    assert graph(workspace) == before and "ask the lawyer" in kg("decisions", workspace=workspace).output
    assert "already decided" in kg("note", act.id, "--text", "ask the lawyer", workspace=workspace).output
    assert "Noted by" in kg("note", act.id, "--text", "ask the clerk", workspace=workspace).output
    assert "already decided" in kg("confirm", act.id, workspace=workspace).output


def test_fields_are_corrected_and_a_value_that_is_not_allowed_names_those_that_are(kg: Kg, workspace: Path) -> None:
    sanction = fact(workspace, "sanction", kind="administrative_arrest")
    result = kg("correct", sanction.id, "duration=P15D", "status=requested", workspace=workspace)
    decision = decision_in(result)
    corrected = next(f for f in facts(workspace) if decision in f.decisions)
    assert (corrected.values["duration"], corrected.values["status"]) == ("P15D", "requested")
    assert Workspace.open(workspace).resolve(sanction.id) == Workspace.open(workspace).resolve(corrected.id)
    refused = kg("correct", corrected.id, "status=given", workspace=workspace)
    assert refused.exit_code == 1 and "Status: it is one of: imposed, requested." in str(refused.exception)
    assert kg("correct", corrected.id, "status", workspace=workspace).exit_code == 2
    assert kg("wrong", "charge-nowhere", workspace=workspace).exit_code == 1


def test_names_and_values_may_be_given_at_a_prompt(workspace: Path) -> None:
    person = fact(workspace, "person", role="target")
    keys = f"nobody at all\n{person.id}\nweight\nrole\nsubject\n\n"
    result = typed(workspace, "correct", keys=keys)
    assert result.exit_code == 0 and "A person has: surname, given" in result.output
    assert fact(workspace, "person", surname=person.values["surname"], role="subject").entry.id == person.entry.id
    assert "Wrong by decision" in typed(workspace, "wrong", keys=f"{person.id}\n").output
    assert typed(workspace, "note", keys=f"{person.id}\na remark\n").exit_code == 0


def test_a_fact_is_added_with_its_words_or_at_prompts(kg: Kg, workspace: Path) -> None:
    before = graph(workspace)
    person = fact(workspace, "person", role="target")
    entry, words = person.entry.id, person.mention.words
    result = kg(
        "add", entry, "act", "type=threat", f"to={words}", "standing=alleged", "--words", words, workspace=workspace
    )
    decision = decision_in(result)
    added = next(f for f in facts(workspace) if decision in f.decisions)
    assert f"{added.id}: act: type threat" in result.output and added.values["standing"] == "alleged"
    again = kg("add", entry, "act", "type=threat", f"to={words}", "--words", words, workspace=workspace)
    assert "already" in again.output
    kg("undo", decision, workspace=workspace)
    assert graph(workspace) == before
    keys = f"{entry}\nkin\ncharge\n{words}\nCC\n999\n\n\n\n{words}\n"
    assert "Added by decision" in typed(workspace, "add", keys=keys).output
    assert fact(workspace, "charge", article="999").entry.id == entry
    court = kg("add", entry, "court", "name=night court", "type=city", "--words", words, workspace=workspace)
    assert court.exit_code == 0 and fact(workspace, "body", name="night court").values["kind"] == "court"
    for wrong in (("add", "2031-99/1"), ("add", entry, "kin"), ("add", entry, "act", "--words", "no such words")):
        assert typed(workspace, *wrong, keys="threat\n" + "\n" * 12).exit_code == 1


def test_a_thing_of_several_entries_is_decided_about_in_one_or_in_all(kg: Kg, workspace: Path) -> None:
    name = "Talidora Ilvane"
    result = kg("wrong", name, workspace=workspace)
    assert result.exit_code == 1 and "--all" in str(result.exception) and result.output.count("person-") > 1
    one = kg("wrong", fact(workspace, "person", surname="Talidora", given="Ilvane").id, workspace=workspace)
    assert "the same is also in" in one.output
    kg("undo", decision_in(one), workspace=workspace)
    everywhere = kg("wrong", name, "--all", workspace=workspace)
    assert everywhere.exit_code == 0 and everywhere.output.count("kg undo") > 1
    assert not [f for f in facts(workspace) if f.kind.name == "person" and f.values.get("given") == "Ilvane"]


def test_an_entry_lists_its_facts_and_what_show_prints_may_be_decided_about(kg: Kg, workspace: Path) -> None:
    relation = fact(workspace, "relation")
    listed = kg("wrong", relation.entry.id, workspace=workspace)
    there = [f.id for f in facts(workspace) if f.entry.id == relation.entry.id]
    assert listed.exit_code == 1 and relation.id in there and all(id in listed.output for id in there)
    assert "Confirmed by decision" in typed(workspace, "confirm", keys=f"{relation.entry.id}\n{relation.id}\n").output
    act = fact(workspace, "act")
    assert act.id in kg("show", act.entry.id, workspace=workspace).output
    assert "Wrong by decision" in kg("wrong", act.id, workspace=workspace).output
    assert act.id not in kg("show", act.entry.id, workspace=workspace).output


def test_an_ingest_says_at_once_which_decisions_no_longer_find_their_words(
    kg: Kg, workspace: Path, tmp_path: Path
) -> None:
    person = fact(workspace, "person", role="target")
    decision = decision_in(kg("correct", person.id, "role=subject", workspace=workspace))
    text = (SAMPLE / f"{person.entry.report}.txt").read_text(encoding="utf-8")
    corrected = tmp_path / "corrected.txt"
    corrected.write_text(text.replace(person.mention.words, "Somebody Else"), encoding="utf-8")
    result = kg("ingest", corrected, workspace=workspace)
    assert result.exit_code == 0 and "no longer found" in result.output and decision in result.output


def test_two_journals_that_contradict_are_merged_and_shown(
    kg: Kg, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(workspace, tmp_path / "other"))
    id = fact(workspace, "charge").id
    ours = decision_in(kg("confirm", id, workspace=workspace))
    monkeypatch.setattr("getpass.getuser", lambda: "ben")
    theirs = decision_in(kg("wrong", id, workspace=other))
    journal = tmp_path / "theirs.jsonl"
    assert kg("decisions", "export", journal, workspace=other).exit_code == 0
    result = kg("decisions", "import", journal, workspace=workspace)
    assert f"{theirs} against {ours}" in result.output
    assert f"it contradicts {ours}" in kg("decisions", workspace=workspace).output


def test_ids_of_decisions_are_whole_in_80_columns(kg: Kg, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = decision_in(
        kg("wrong", fact(workspace, "charge").id, "--why", "a long reason " * 9, workspace=workspace)
    )
    with CliRunner().isolation() as (out, _, _):
        monkeypatch.setattr(output, "_out", Console(width=80))
        command.main(["-w", str(workspace), "decisions"], standalone_mode=False)
        listed = out.getvalue().decode()
    assert decision in listed and max(map(len, listed.splitlines())) <= 80


def test_queries_show_ids_when_asked(kg: Kg, workspace: Path) -> None:
    name = "repeated_targeting"
    assert "person-" not in kg("query", name, workspace=workspace).stdout
    assert "person-" in kg("query", name, "--ids", workspace=workspace).stdout
