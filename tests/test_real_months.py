"""Both real reports through every command. Nothing of their text is printed: a failure names a command, no words."""

import json
import re
from pathlib import Path

import pytest

from kg.schema.schema import load_schema
from queries.catalogue import load_queries
from tests.conftest import SHARED, Kg

pytestmark = pytest.mark.shared


def ask(kg: Kg, workspace: Path, *arguments: str) -> list[dict[str, object]]:
    result = kg(*arguments, "--format", "json", workspace=workspace)
    assert result.exit_code == 0, arguments[0]
    return list(json.loads(result.stdout))


def test_they_are_ingested_with_their_periods(kg: Kg, real_workspace: Path) -> None:
    rows = ask(kg, real_workspace, "cypher", "MATCH (r:Report) RETURN r.id AS id ORDER BY id")
    assert [row["id"] for row in rows] == ["2022-10", "2023-06"]
    entries = ask(
        kg, real_workspace, "cypher", "MATCH (e:Entry)-[:IN_REPORT]->(r) RETURN r.id AS id, count(e) AS n ORDER BY id"
    )
    assert [row["n"] for row in entries] == [122, 119]


WITHOUT_ROWS = {"shared_custody"}  # nobody shares a facility in these two months


@pytest.mark.parametrize("name", sorted(load_queries().keys() - WITHOUT_ROWS))
def test_every_saved_query_has_rows(kg: Kg, real_workspace: Path, name: str) -> None:
    assert len(ask(kg, real_workspace, "query", name)) > 0


def test_every_kind_of_the_vocabulary_occurs(kg: Kg, real_workspace: Path) -> None:
    labels = ask(kg, real_workspace, "cypher", "MATCH (n) RETURN DISTINCT labels(n)[0] AS label")
    types = ask(kg, real_workspace, "cypher", "MATCH ()-[r]->() RETURN DISTINCT type(r) AS type")
    assert {row["label"] for row in labels} == set(load_schema().nodes)
    assert {row["type"] for row in types} == set(load_schema().relationships)


@pytest.mark.parametrize("command", ["reports", "status", "check", "query"])
def test_commands_that_only_look(kg: Kg, real_workspace: Path, command: str) -> None:
    assert kg(command, workspace=real_workspace).exit_code == 0


def test_a_page_and_pictures_for_who_is_targeted_most(kg: Kg, real_workspace: Path, tmp_path: Path) -> None:
    person = str(ask(kg, real_workspace, "query", "repeated_targeting")[0]["person"])
    page = kg("show", person, workspace=real_workspace)
    assert page.exit_code == 0 and re.search(r"\[20\d\d-\d\d/\d+, ", page.output)
    for arguments in (("--around", person, "--hops", "2"), ("--query", "repeated_targeting")):
        picture = tmp_path / f"{arguments[0].strip('-')}.html"
        assert kg("view", *arguments, "-o", picture, workspace=real_workspace).exit_code == 0
        assert "<svg" in picture.read_text(encoding="utf-8")
        assert picture.stat().st_size > 30_000


@pytest.mark.parametrize("format", ["turtle", "ntriples", "nquads"])
def test_rdf(kg: Kg, real_workspace: Path, tmp_path: Path, format: str) -> None:
    path = tmp_path / "graph"
    options = ("--profile", "full", "--format", format, "-o", path)
    assert kg("export", "rdf", *options, workspace=real_workspace).exit_code == 0
    assert path.stat().st_size > 1_000_000


def test_the_same_again_changes_nothing(kg: Kg, real_workspace: Path) -> None:
    before = kg("status", workspace=real_workspace).output
    again = kg("ingest", *sorted((SHARED / "corpus").glob("*.txt")), workspace=real_workspace)
    assert again.exit_code == 0 and again.output.count("already added") == 2
    assert kg("status", workspace=real_workspace).output == before
