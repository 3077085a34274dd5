"""The user's own query files: listed apart, begun with `kg query new`, and their mistakes named."""

import shutil
from pathlib import Path

import pytest

from kg.stores import QueryRefused
from tests.conftest import Kg

HEAD = "// title: Mine\n// learns: Something.\n\n"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy of the sample workspace, to put queries into."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def test_a_new_query_can_be_run_and_is_listed_apart(kg: Kg, workspace: Path) -> None:
    listed = kg("query", workspace=workspace).stdout
    assert "Your own" not in listed
    assert kg("query", "new", "held_in_june", workspace=workspace).exit_code == 0
    assert kg("query", "check", workspace=workspace).exit_code == 0
    answer = kg("query", "held_in_june", "--format", "json", workspace=workspace)
    assert answer.exit_code == 0 and '"who"' not in answer.stdout and '"date"' in answer.stdout
    listed = kg("query", workspace=workspace).stdout
    assert listed.index("tried_together") < listed.index("Your own") < listed.index("held_in_june")


@pytest.mark.parametrize("name", ["new", "check", "tried_together", "../mine", "Mine", ""])
def test_a_name_that_is_taken_or_leads_elsewhere_is_refused(kg: Kg, workspace: Path, name: str) -> None:
    assert kg("query", "new", name, workspace=workspace).exit_code == 1
    assert not list(workspace.parent.rglob("*.cypher"))


def test_a_file_that_is_there_is_never_overwritten(kg: Kg, workspace: Path) -> None:
    kg("query", "new", "mine", workspace=workspace)
    file = workspace / "queries" / "mine.cypher"
    file.write_text(HEAD + "RETURN 1 AS one\n", encoding="utf-8")
    again = kg("query", "new", "mine", workspace=workspace)
    assert again.exit_code == 1 and "is there already" in str(again.exception)
    assert file.read_text(encoding="utf-8").startswith(HEAD)


@pytest.mark.parametrize(
    ("cypher", "said"),
    [
        ("MATCH (p:Person)\nRETRN p.id AS id", "line 5, column 1"),
        ("MATCH (p:Person)\nRETURN p.id AS id ORDER BUY id", "line 5, column 25"),
    ],
)
def test_a_mistake_in_the_cypher_has_the_line_of_the_file(kg: Kg, workspace: Path, cypher: str, said: str) -> None:
    file = workspace / "queries" / "mine.cypher"
    file.parent.mkdir()
    file.write_text(HEAD + cypher, encoding="utf-8")
    result = kg("query", "mine", workspace=workspace)
    assert isinstance(result.exception, QueryRefused)
    assert f"{file}: " in str(result.exception) and said in str(result.exception)


def test_the_words_of_each_row_are_shown_with_date_and_source(kg: Kg, sample_workspace: Path) -> None:
    ask = ("query", "held_in_facility", "--facility", "QR-118/9")
    shown = kg(*ask, "--evidence", workspace=sample_workspace).stdout
    assert "who: Korvidor Shemar" in shown and "2031-03-18, 2031-03/" in shown and "facility QR-118/9" in shown
    assert "person-" not in shown and "http" in shown
    assert "person-" not in kg(*ask, workspace=sample_workspace).stdout
    assert "person-" in kg(*ask, "--ids", workspace=sample_workspace).stdout


def test_no_rows_say_what_it_may_mean(kg: Kg, sample_workspace: Path) -> None:
    result = kg("query", "repeated_targeting", "--at-least", "9999", workspace=sample_workspace)
    assert not result.stdout and "No rows." in result.stderr and "Acts that the reports do not tell" in result.stderr
