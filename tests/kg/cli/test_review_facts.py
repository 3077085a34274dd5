"""``kg review facts``, as a user answers it."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli.main import kg as command
from kg.review.draft import Draft, DraftAnswer
from kg.review.facts import FactQuestion, find_questions
from kg.workspace import Workspace
from kg.workspace.files.drafts import Drafts
from tests.conftest import Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def questions(workspace: Path) -> list[FactQuestion]:
    opened = Workspace.open(workspace)
    return find_questions(opened.known_facts(), opened.mentions().things)


def verbs(workspace: Path) -> list[str]:
    return [d.verb for d in Workspace.open(workspace).decisions()]


def review(workspace: Path, monkeypatch: pytest.MonkeyPatch, pressed: str, typed: str = "", *options: str) -> str:
    """Press keys in a review of facts, with lines typed at its prompts; what was said."""
    keys: Iterator[str] = iter(pressed)
    with CliRunner().isolation(input=typed) as (out, said, _):
        monkeypatch.setattr(click, "getchar", lambda echo=False: next(keys))
        command.main(["-w", str(workspace), "review", "facts", *options], standalone_mode=False)
        return out.getvalue().decode() + said.getvalue().decode()


def test_each_key_decides_and_all_take_effect_at_the_end(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = questions(workspace)
    said = review(workspace, monkeypatch, "ynszznq", "", "--why", "the file")
    assert "Fact 1," in said and asked[0].fact.entry.id in said and "Decisions recorded: 2" in said
    assert [(d.verb, d.why) for d in Workspace.open(workspace).decisions()] == [
        ("right", "the file"),
        ("wrong", "the file"),
    ]
    assert not (workspace / "review.json").exists() and Workspace.open(workspace).check() == []
    assert questions(workspace)[0].fact.id == asked[2].fact.id


def test_a_field_is_corrected_at_a_prompt_and_asked_again_until_it_is_allowed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = next(i for i, q in enumerate(questions(workspace)) if q.fact.kind.name == "sanction")
    typed = "weight\nstatus\ngiven\nstatus\nrequested\n"
    said = review(workspace, monkeypatch, "s" * number + "cq", typed)
    assert "has no field 'weight'" in said and "it is one of: imposed, requested" in said
    [decision] = Workspace.open(workspace).decisions()
    assert (decision.verb, decision.about["set.status"]) == ("corrected", "requested")


def test_an_act_that_the_report_states_says_so_and_an_accusation_is_shown_as_one(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = [q.fact for q in questions(workspace) if q.fact.kind.name == "act"]
    assert any("standing" in fact.values for fact in acts)
    number = len(questions(workspace))
    said = review(workspace, monkeypatch, "s" * number + "q")
    assert said.count("standing: reported as a fact") + said.count("standing: alleged") >= 2
    assert "No answer was given" in said and verbs(workspace) == []


def test_answers_are_kept_beside_those_about_people_and_offered_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = (DraftAnswer("person-a", "person-b", "same"),)
    Drafts(workspace).keep(Draft(people, "2031-05-01 10:00 UTC"))
    monkeypatch.setattr(click, "getchar", lambda echo=False: "")
    first, keys = questions(workspace)[0], iter("n")
    with CliRunner().isolation(input="n\n"):
        monkeypatch.setattr(click, "getchar", lambda echo=False: next(keys, ""))
        with pytest.raises(click.Abort):
            command.main(["-w", str(workspace), "review", "facts"], standalone_mode=False)
    kept = Drafts(workspace).read()
    assert kept and kept.given == people and [f.fact for f in kept.facts] == [first.fact.id] and verbs(workspace) == []
    said = review(workspace, monkeypatch, "t")
    assert "not recorded: 1 " in said and verbs(workspace) == ["wrong"]
    left = Drafts(workspace).read()
    assert left and left.given == people and left.facts == ()


def test_a_spreadsheet_goes_out_and_comes_back(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    result = kg("review", "facts", "--export", path, "--most", "5", workspace=workspace)
    assert result.exit_code == 0 and path.stat().st_mode & 0o077 == 0 and "Facts in" in result.output
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [q.fact.id for q in questions(workspace)[:5]]
    rows[0]["answer"], rows[1]["answer"], rows[1]["correct"] = "y", "c", "colour=red"
    rows[2]["answer"], rows[3]["answer"], rows[3]["id"] = "perhaps", "n", "charge-of-another-month"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    result = kg("review", "facts", "--import", path, workspace=workspace)
    assert result.exit_code == 1 and verbs(workspace) == ["right"]
    assert "row 3: A " in result.output and "row 4: answer y" in result.output and "their words: 1" in result.output
    refused = kg("review", "facts", "--export", workspace / "decisions.jsonl", workspace=workspace)
    assert refused.exit_code == 1 and "belongs to the workspace" in str(refused.exception)
