"""``kg entry add``, as a user types it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import kg as command
from kg.workspace import Workspace
from tests.conftest import Kg

WORDS = "Ilkuvel Orvane was detained by police officers at her home."
INTERVIEW = ("2031-03-05", "Ishkarra", WORDS, "interview with her lawyer")


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def add(workspace: Path, lines: tuple[str, ...], *options: str) -> Result:
    """Add an entry, with what it asks for typed."""
    typed = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(command, ["-w", str(workspace), "entry", "add", *options], input=typed)


def own(workspace: Path) -> list[str]:
    return [id for id in Workspace.open(workspace).facts() if ":" in id]


def test_what_is_typed_becomes_an_entry_with_its_facts(kg: Kg, workspace: Path) -> None:
    done = add(workspace, INTERVIEW)
    assert done.exit_code == 0, done.output
    (report,) = own(workspace)
    assert report.startswith("own-") and report.endswith(":2031-03-05") and f"{report}/1" in done.output
    facts = Workspace.open(workspace).facts()[report]
    (entry,) = facts.entries
    assert entry.entry.date == "2031-03-05" and [person.name for person in entry.persons] == ["Ilkuvel Orvane"]
    assert [act.type for act in entry.acts] == ["detention"] and facts.report.title == "interview with her lawyer"
    assert "interview with her lawyer" in kg("reports", workspace=workspace).stdout
    assert kg("check", workspace=workspace).exit_code == 0
    assert kg("rebuild", workspace=workspace).exit_code == 0
    assert Workspace.open(workspace).facts()[report] == facts


def test_an_address_is_cited(kg: Kg, workspace: Path) -> None:
    assert add(workspace, (*INTERVIEW[:3], "https://bureau.example/own/7")).exit_code == 0
    rows = json.loads(kg("source", "list", "--format", "json", workspace=workspace).stdout)
    assert [row["entries"] for row in rows if row["source"] == "https://bureau.example/own/7"] == [1]


def test_two_entries_of_a_day_stand_side_by_side_and_one_is_erased_alone(kg: Kg, workspace: Path) -> None:
    other = "Tamsel Brio was fined by the Harbour district court."
    assert add(workspace, INTERVIEW).exit_code == add(workspace, (*INTERVIEW[:2], other, "letter")).exit_code == 0
    assert "Already added" in add(workspace, INTERVIEW).output
    first, second = own(workspace)
    texts = {id: Workspace.open(workspace).facts()[id].entries[0].entry.text for id in (first, second)}
    gone = next(id for id, text in texts.items() if "Orvane" in text)
    assert kg("erase", gone, "--yes", workspace=workspace).exit_code == 0
    assert own(workspace) == [id for id in (first, second) if id != gone]
    left = [
        path for path in workspace.rglob("*") if path.is_file() and b"interview with her lawyer" in path.read_bytes()
    ]
    assert left == []


def test_options_are_not_asked_for(workspace: Path) -> None:
    options = ("--date", "2031-03-05", "--place", "", "--source", "court file 12", "--series", "files")
    assert add(workspace, (WORDS,), *options).exit_code == 0
    assert own(workspace) == ["files:2031-03-05"]


def test_a_day_that_is_none_is_refused(workspace: Path) -> None:
    refused = add(workspace, ("5 March", *INTERVIEW[1:]))
    assert refused.exit_code != 0 and "'5 March' is no day" in str(refused.exception) and own(workspace) == []


def test_no_workspace_is_made_for_what_is_no_entry(tmp_path: Path) -> None:
    assert add(tmp_path / "new", ("5 March", *INTERVIEW[1:])).exit_code != 0
    assert not (tmp_path / "new").exists()


APPEAL = """URGENT APPEAL

Ilkuvel Orvane, a journalist, was detained on March 4, 2031 by police officers in Ishkarra.

On March 5, 2031 the Ishkarra city court remanded her in custody for two months under Article 211 of the Penal Code.

Please write to the Prosecutor General and ask for her release.
"""


def test_an_urgent_appeal_is_an_entry_of_all_its_paragraphs(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "appeal.txt"
    path.write_text(APPEAL, encoding="utf-8")
    about = ("--date", "2031-03-05", "--place", "Ishkarra", "--source", "https://bureau.example/9")
    done = add(workspace, (), *about, "--file", str(path))
    assert done.exit_code == 0, done.output
    (report,) = own(workspace)
    (entry,) = Workspace.open(workspace).facts()[report].entries
    assert [(person.name, person.role) for person in entry.persons] == [("Ilkuvel Orvane", "target")]
    assert {act.type for act in entry.acts} == {"detention", "remand"}
    assert [charge.article for charge in entry.charges] == ["211"]
    assert [sanction.duration for sanction in entry.sanctions] == ["P2M"]
