"""``kg query check``, and what becomes of a file or a question that is not portable."""

import shutil
from pathlib import Path

import pytest

from queries.dialect.check import QueryNotPortable
from tests.conftest import Kg

HEAD = "// title: Mine\n// learns: Something.\n"
TRAP = HEAD + "MATCH (p:Person)\nRETURN count(p) > 1\n  AND true AS x, id(p) AS y\n"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy of the sample workspace, to put queries into."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_project_s_files_are_portable(kg: Kg, sample_workspace: Path) -> None:
    result = kg("query", "check", workspace=sample_workspace)
    assert result.exit_code == 0 and "files are portable" in result.stderr and not result.stdout


def test_each_place_is_named_with_its_line(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.cypher", TRAP)
    result = kg("query", "check", mine, workspace=sample_workspace)
    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{mine}, line 4, column 8: an aggregate inside AND") and "WITH" in first
    assert second.startswith(f"{mine}, line 5, column 18: the function id() is not portable") and "`n.id`" in second
    assert "2 places" in str(result.exception)


def test_the_workspace_s_own_files_are_checked_too(kg: Kg, workspace: Path) -> None:
    write(workspace / "queries" / "mine.cypher", TRAP)
    write(workspace / "queries" / "other.cypher", "MATCH (p:Person) RETURN p.id AS id")
    result = kg("query", "check", workspace=workspace)
    assert result.exit_code == 1
    assert "mine.cypher, line 4" in result.stdout and "other.cypher, line 1, column 1: the header" in result.stdout


def test_a_file_that_is_not_portable_is_not_run(kg: Kg, workspace: Path) -> None:
    write(workspace / "queries" / "mine.cypher", TRAP)
    result = kg("query", "mine", workspace=workspace)
    assert isinstance(result.exception, QueryNotPortable)
    said = str(result.exception)
    assert "mine.cypher, line 4" in said and "lists 1 more" in said and not result.stdout
    assert kg("query", "shared_charges", workspace=workspace).exit_code == 0


def test_check_is_listed_and_no_query_s_name(kg: Kg, workspace: Path) -> None:
    write(workspace / "queries" / "check.cypher", HEAD + "RETURN 1 AS x\n")
    assert "query files are portable" in kg("query", "check", workspace=workspace).stderr
    assert "check" in kg("query", "--help", workspace=workspace).stdout


def test_kg_cypher_answers_and_warns(kg: Kg, sample_workspace: Path) -> None:
    result = kg("cypher", "MATCH (n) RETURN count(n) AS n", "--format", "csv", workspace=sample_workspace)
    assert result.exit_code == 0 and result.stdout.startswith("n\n")
    assert "line 1, column 7: a node alone in a pattern, without a label is not portable" in result.stderr
    quiet = kg("cypher", "MATCH (n:Court) RETURN count(n) AS n", "--format", "csv", workspace=sample_workspace)
    assert quiet.exit_code == 0 and not quiet.stderr
