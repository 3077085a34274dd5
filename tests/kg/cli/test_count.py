"""``kg count`` on the bundled sample, whose numbers were counted by reading."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Kg


def counted(kg: Kg, workspace: Path, *options: str) -> dict[str, Any]:
    result = kg("count", *options, "--format", "json", workspace=workspace)
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_sanctions_by_kind(kg: Kg, sample_workspace: Path) -> None:
    answer = counted(kg, sample_workspace, "--by", "sanction", "--unit", "sanctions", "--where", "sanction=ban")
    (row,) = answer["rows"]
    # Two officers, prohibited from the civil service for five years: asked for on March 26, imposed on March 31.
    assert (row["sanctions"], row["requested"]) == (2, 2)
    assert row["entry_ids"] == ["2031-03/37", "2031-03/46"]


def test_people_detained_named_and_unnamed(kg: Kg, sample_workspace: Path) -> None:
    answer = counted(kg, sample_workspace, "--by", "month", "--where", "act=detention", "--place", "Hathring")
    (row,) = answer["rows"]
    # Five women on March 8, whom the text does not name; a pensioner and his daughter on March 10.
    assert (row["month"], row["named"], row["unnamed"]) == ("2031-03", 2, 5)
    assert row["entry_ids"] == ["2031-03/14", "2031-03/16"]
    assert any("place Hathring" in sentence for sentence in answer["method"])


def test_the_officers_on_trial_are_not_among_the_targets(kg: Kg, sample_workspace: Path) -> None:
    answer = counted(kg, sample_workspace, "--by", "act", "--where", "act=trial", "--place", "Tolvane")
    (row,) = answer["rows"]
    assert (row["named"], row["accused of abuse"]) == (0, 2)
    assert set(row["entry_ids"]) <= {"2031-03/6", "2031-03/18", "2031-03/37", "2031-03/46"}
    assert any(sentence.startswith("Accused of abuse") for sentence in answer["method"])


def test_a_table_says_how_it_was_counted_and_how_to_open_it(kg: Kg, sample_workspace: Path) -> None:
    result = kg("count", "--by", "act", workspace=sample_workspace)
    words = " ".join(result.stdout.split())
    assert "2 reports: 2031-03 (2031-03-01 to 2031-03-31, 48 entries)" in words
    assert "Unnamed: the numbers that the texts give" in words and "the same command with --entries" in words
    assert "all together" in words and "2031-03/" not in words
    opened = kg("count", "--by", "act", "--where", "act=search", "--evidence", workspace=sample_workspace)
    assert "2031-03-19, 2031-03/28: " in opened.stdout and "https://news.example/" in opened.stdout


def test_csv_has_the_whole_and_the_method_beside_it(kg: Kg, sample_workspace: Path) -> None:
    result = kg("count", "--by", "act", "--by", "standing", "--format", "csv", workspace=sample_workspace)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows[-1]["act"] == "all together" and int(rows[-1]["named"]) > 30
    assert "An accusation is not a finding" in result.stderr


def test_without_a_field_the_fields_are_listed(kg: Kg, sample_workspace: Path) -> None:
    result = kg("count", workspace=sample_workspace)
    assert "occupation" in result.stdout and "sanctions" in result.stdout


@pytest.mark.parametrize("options", [["--by", "colour"], ["--by", "act", "--where", "place"], ["--by", "act,stage"]])
def test_what_cannot_be_counted_is_said(kg: Kg, sample_workspace: Path, options: list[str]) -> None:
    result = kg("count", *options, workspace=sample_workspace)
    assert result.exit_code == 1 and not result.stdout


def test_entries_are_counted_too(kg: Kg, sample_workspace: Path) -> None:
    answer = counted(kg, sample_workspace, "--by", "report", "--unit", "entries")
    numbers = {row["report"]: row["entries"] for row in answer["rows"]}
    assert numbers["2031-03"] == 48 and list(numbers) == ["2031-03", "2031-04"]
    assert answer["total"]["entries"] == len(answer["total"]["entry_ids"]) == sum(numbers.values())


def test_bodies_of_one_name_have_their_places(kg: Kg, sample_workspace: Path) -> None:
    answer = counted(kg, sample_workspace, "--by", "authority", "--unit", "acts", "--where", "act=assembly_refusal")
    bodies = [row["authority"] for row in answer["rows"]]
    assert any(body.endswith(", Pessarin") for body in bodies) and not any("organisation-" in body for body in bodies)
