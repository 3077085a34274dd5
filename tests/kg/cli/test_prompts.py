"""Names are asked for at a prompt, so that they stand in no process list and no shell history."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import kg as command

NAME = "Korvidor Shemar"


def typed(workspace: Path, text: str, *arguments: str) -> Result:
    return CliRunner().invoke(command, ["-w", str(workspace), *arguments], input=f"{text}\n")


def test_show_asks_whom(sample_workspace: Path) -> None:
    shown = typed(sample_workspace, NAME, "show")
    assert shown.exit_code == 0 and "Name or id" in shown.stderr
    assert shown.stdout.strip().startswith(NAME)


def test_find_asks_for_the_words(sample_workspace: Path) -> None:
    found = typed(sample_workspace, NAME, "find")
    assert found.exit_code == 0 and "Words" in found.stderr
    assert found.stdout.startswith(f"{NAME}  person, mentioned in ")


def test_view_asks_around_what(sample_workspace: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.html"
    drawn = typed(sample_workspace, NAME, "view", "--around", "-o", str(picture))
    assert drawn.exit_code == 0 and NAME in picture.read_text(encoding="utf-8")


def test_a_parameter_without_a_value_is_asked_for_and_keeps_out_of_the_answer(sample_workspace: Path) -> None:
    arguments = ("query", "path_through_system", "--format", "csv", "--person")
    asked = typed(sample_workspace, NAME, *arguments)
    given = typed(sample_workspace, "", *arguments, NAME)
    assert asked.exit_code == 0 and asked.stdout == given.stdout and given.stdout.count("\n") > 1
    assert asked.stderr != given.stderr


@pytest.mark.parametrize("query", ["MATCH (c:Court) RETURN count(c) AS courts"])
def test_cypher_asks_for_the_query(sample_workspace: Path, query: str) -> None:
    answered = typed(sample_workspace, query, "cypher", "--format", "csv")
    assert answered.exit_code == 0 and answered.stdout.startswith("courts\n")


def test_an_id_or_a_name_that_is_given_is_not_asked_for(sample_workspace: Path) -> None:
    shown = typed(sample_workspace, "", "show", NAME)
    assert shown.exit_code == 0 and shown.stderr == ""
