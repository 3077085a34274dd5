"""``kg entry import``, as a user types it: a list of prisoners from a spreadsheet."""

import shutil
from pathlib import Path

import pytest

from kg.corrections.kinds.fact import Fact
from kg.workspace import Workspace
from tests.conftest import Kg

ROWS = """\
name,place,article,term,court,sentenced,held in,since
Ilkuvel Orvane,Ishkarra,CC 207/2,5 years,Harbour district court,2030-06-03,Colony No. 4,2030-03-02
"Brio, Tamsel",Pessarin,CC 211; CC 207,,,,remand prison of Pessarin,2030-03
Kaveth Marrow,,CC 262,P1Y6M,,,Ashkel Prison,
Besk Orvane,,disorderly conduct,15 days,,,Old Mill,2031
"""
OPTIONS = ("--date", "2031-03-05", "--source", "list of the union", "--series", "union")


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def facts(workspace: Path, number: int) -> dict[str, list[Fact]]:
    """The facts of an entry of the list by their kinds."""
    known = Workspace.open(workspace).known_facts()
    found: dict[str, list[Fact]] = {}
    for fact in known.of_entry(known.entry(f"union:2031-03-05/{number}")):
        found.setdefault(fact.kind.name, []).append(fact)
    return found


def values(workspace: Path, number: int, kind: str) -> list[dict[str, str]]:
    return [dict(fact.values) for fact in facts(workspace, number).get(kind, [])]


def test_every_cell_of_a_list_is_a_fact_of_its_entry(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "prisoners.csv"
    path.write_text(ROWS, encoding="utf-8")
    done = kg("entry", "import", path, *OPTIONS, workspace=workspace)
    assert done.exit_code == 0, done.output
    assert "Added as union:2031-03-05: 4 entries" in done.output
    orvane = {"person": "Ilkuvel Orvane"}
    assert [fact.value.name for fact in facts(workspace, 1)["person"]] == ["Ilkuvel Orvane"]
    charge = orvane | {"code": "CC", "article": "207", "part": "2", "stage": "convicted"}
    assert values(workspace, 1, "charge") == [charge]
    (term,) = values(workspace, 1, "sanction")
    assert (term["person"], term["kind"], term["duration"]) == ("Ilkuvel Orvane", "imprisonment", "P5Y")
    assert [act["date"] for act in values(workspace, 1, "act") if act["type"] == "sentence"] == ["2030-06-03"]
    assert values(workspace, 1, "stay") == [orvane | {"facility": "Colony No. 4", "since": "2030-03-02"}]
    assert {c["article"] for c in values(workspace, 2, "charge")} == {"207", "211"}
    assert [stay["since"] for stay in values(workspace, 2, "stay")] == ["2030-03"]
    assert [stay.keys() for stay in values(workspace, 3, "stay")] == [{"person", "facility"}]
    assert values(workspace, 4, "stay") == [{"person": "Besk Orvane", "facility": "Old Mill", "since": "2031"}]
    assert Workspace.open(workspace).check() == []
    assert "since 2030-03-02" in kg("show", "union:2031-03-05/1", workspace=workspace).output


def test_the_same_list_again_changes_nothing_and_a_corrected_one_replaces_it(
    kg: Kg, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "prisoners.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert kg("entry", "import", path, *OPTIONS, workspace=workspace).exit_code == 0
    before = Workspace.open(workspace).graph().digest
    assert "Already added" in kg("entry", "import", path, *OPTIONS, workspace=workspace).output
    assert Workspace.open(workspace).graph().digest == before
    path.write_text(ROWS.replace("P1Y6M", "P2Y"), encoding="utf-8")
    assert "Corrected as" in kg("entry", "import", path, *OPTIONS, workspace=workspace).output
    assert values(workspace, 3, "sanction")[0]["duration"] == "P2Y"
    assert len(values(workspace, 3, "stay")) == 1
    assert kg("erase", "union:2031-03-05", "--yes", workspace=workspace).exit_code == 0
    assert not [id for id in Workspace.open(workspace).facts() if id.startswith("union")]


def test_rows_that_are_not_understood_are_named_and_the_others_are_read(
    kg: Kg, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "prisoners.csv"
    path.write_text(ROWS + "Nelm Osk,,smuggling,,,,,\nthe third of them,,CC 207,,,,,\n", encoding="utf-8")
    done = kg("entry", "import", path, *OPTIONS, workspace=workspace)
    assert done.exit_code == 1 and "prisoners.csv, line 6: article: it is a code and an article" in done.output
    assert "line 7 (union:2031-03-05/5): the name was not read as a person's" in done.output
    assert len(Workspace.open(workspace).facts()["union:2031-03-05"].entries) == 5


def test_a_list_of_no_row_changes_nothing(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    path, before = tmp_path / "prisoners.csv", Workspace.open(workspace).graph().digest
    path.write_text("name,article\nNelm Osk,smuggling\n", encoding="utf-8")
    done = kg("entry", "import", path, *OPTIONS, workspace=workspace)
    assert done.exit_code == 1 and "no row was understood" in str(done.exception)
    assert Workspace.open(workspace).graph().digest == before


def test_the_template_is_written(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    assert kg("entry", "import", "--template", path, workspace=workspace).exit_code == 0
    assert path.read_text(encoding="utf-8-sig").startswith("name,date,place,article,term,court,sentenced,held in,since")
    assert path.stat().st_mode & 0o077 == 0


def test_a_new_workspace_needs_the_country(kg: Kg, tmp_path: Path) -> None:
    path, workspace = tmp_path / "prisoners.csv", tmp_path / "new"
    path.write_text(ROWS, encoding="utf-8")
    done = kg("entry", "import", path, *OPTIONS, workspace=workspace)
    assert done.exit_code != 0 and not workspace.exists()
    done = kg("entry", "import", path, *OPTIONS, "--jurisdiction", "velmoria", workspace=workspace)
    assert done.exit_code == 0, done.output
