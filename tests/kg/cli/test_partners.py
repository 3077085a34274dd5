"""The commands that decide, about what a partner states."""

from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.conftest import Kg
from tests.kg.workspace.partners.stated_files import SERIES, stated_graph, write_stated

PEOPLE = {"person-p": "Tamsel Brio", "person-q": "Lem Asha"}


@pytest.fixture
def workspace(tmp_path: Path, kg: Kg) -> Path:
    path = write_stated(tmp_path, "graph.nq", stated_graph(PEOPLE))
    result = kg("ingest", path, workspace=tmp_path / "casefile")
    assert result.exit_code == 0, result.output
    return tmp_path / "casefile"


def test_facts_of_a_partner_by_name_or_id(kg: Kg, workspace: Path) -> None:
    result = kg("show", "2031-03/1", workspace=workspace)
    assert f"person-q@{SERIES}" in result.output
    result = kg("wrong", "Lem Asha", "--why", "a street", workspace=workspace)
    assert result.exit_code == 0 and "Wrong by decision" in result.output
    result = kg("correct", f"event-person-p@{SERIES}", "date=2031-03", workspace=workspace)
    assert "Corrected by decision" in result.output
    result = kg("confirm", "Tamsel Brio", workspace=workspace)
    assert "Confirmed by decision" in result.output
    result = kg("note", "Tamsel Brio", "--text", "ask them", workspace=workspace)
    assert "Noted by decision" in result.output
    result = kg("why", f"person-p@{SERIES}", workspace=workspace)
    assert "decision" in result.output
    result = kg("why", f"event-person-q@{SERIES}", workspace=workspace)
    assert result.exit_code == 0 and f"{SERIES}:2031-03 states it" in " ".join(result.output.split())
    result = kg("decisions", workspace=workspace)
    assert result.output.count("in effect") == 4
    with pytest.raises(KgError, match="partner's file"):
        Workspace.open(workspace).known_facts().entry("2031-03/1")


def test_what_came_in_and_from_whom(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    result = kg("report", "show", f"{SERIES}:2031-03", workspace=workspace)
    said = " ".join(result.output.split())
    assert result.exit_code == 0 and "Everything in it was taken in" in said
    for words in ("Tasel Committee", "came in", "2031-05-01", "no signature", "profile", "full", "things: Person"):
        assert words in said
    assert f"{SERIES}:2031-03" in kg("report", "list", workspace=workspace).output
    assert "partners' files" in kg("status", workspace=workspace).output
    path, other = tmp_path / "more.nq", "https://other.example/colour"
    path.write_text((tmp_path / "graph.nq").read_text() + f'<https://data.example/person/person-p> <{other}> "red" .\n')
    result = kg("ingest", path, workspace=workspace)
    assert "1 statements in other vocabularies" in " ".join(result.output.split())
    assert "paragraph" not in result.output
    result = kg("report", "show", f"{SERIES}:2031-03", "--unread", workspace=workspace)
    assert other in result.output
    kept = next(path for path in workspace.glob("reports/*/report.nq") if other in path.read_text())
    kept.write_text("changed")
    result = kg("check", workspace=workspace)
    assert result.exit_code == 1 and "changed after it was ingested" in " ".join(result.output.split())


def test_consent_of_a_partners_person(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    result = kg("protect", "Lem Asha", "--consent", "refused", workspace=workspace)
    assert "Consent refused by decision" in result.output
    for format in ("turtle", "jsonld"):
        kg("export", "rdf", "--profile", "full", "--format", format, "-o", tmp_path / format, workspace=workspace)
        text = (tmp_path / format).read_text()
        assert "Asha" not in text and "Brio" in text


def test_two_of_a_partners_people_are_merged_and_split(kg: Kg, workspace: Path) -> None:
    result = kg("merge", "Lem Asha", "Tamsel Brio", workspace=workspace)
    assert "one thing by decision" in result.output
    assert sum(n.label == "Person" for n in Workspace.open(workspace).graph().nodes) == 1
    result = kg("why", f"person-p@{SERIES}", f"person-q@{SERIES}", workspace=workspace)
    assert "one in the graph" in result.output
    result = kg("split", f"person-p@{SERIES}", f"person-q@{SERIES}", workspace=workspace)
    assert result.exit_code == 0
    assert sum(n.label == "Person" for n in Workspace.open(workspace).graph().nodes) == 2
