"""``kg due`` on the bundled sample, whose answer was checked by reading, and what `kg ingest` says of it."""

import json
import stat
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.conftest import SAMPLE, Kg
from tests.kg.cli.test_entry import add


def found(kg: Kg, workspace: Path, *options: str) -> list[dict[str, Any]]:
    result = kg("due", *options, "--format", "json", workspace=workspace)
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_what_stayed_silent_in_april(kg: Kg, sample_workspace: Path) -> None:
    rows = found(kg, sample_workspace)
    assert [(row["day"], row["group"], row["names"], row["entries"]) for row in rows] == [
        ("2031-04-01", "arrest_served", ["Wessidora Khevra"], ["2031-03/25"]),
        ("2031-04-18", "hunger_strike_open", ["Korvidor Shemar"], ["2031-03/26", "2031-04/13"]),
        ("2031-04-23", "arrest_served", ["Lirevant Dathan"], ["2031-04/14"]),
    ]
    assert rows[0]["what"] == (
        "An arrest of 15 days from 2031-03-17 ended on 2031-04-01; no later entry names this person."
    )


def test_a_later_day_looks_ahead(kg: Kg, sample_workspace: Path) -> None:
    rows = found(kg, sample_workspace, "--from", "2031-05-01", "--on", "2031-05-31")
    days = {(row["day"], *row["names"]) for row in rows}
    # Fifteen and twelve days of arrest from April 21, forty days from April 12, a hearing adjourned until May 6.
    assert {
        ("2031-05-06", "Ombreth Jorvan"),
        ("2031-05-03", "Gavinuvel Th"),
        ("2031-05-22", "Velsuvel P."),
    } <= days
    assert any(row["group"] == "hearing_held" and row["day"] == "2031-05-06" for row in rows)
    assert all("no report covers that day yet" in row["what"] for row in rows)


def test_a_table_for_each_rule_and_what_it_cannot_tell(kg: Kg, sample_workspace: Path) -> None:
    result = kg("due", workspace=sample_workspace)
    assert "Arrests that were served" in result.stdout and "Hunger strikes with no end told" in result.stdout
    assert "Bans that ended" not in result.stdout and "is no proof" in " ".join(result.stdout.split())
    assert "3 things came due after 2031-03-31 and by 2031-04-30 and stayed silent." in result.stderr
    words = kg("due", "--evidence", "--person", "Wessidora Khevra", workspace=sample_workspace).stdout
    assert "2031-03-17, 2031-03/25: " in words and "Lirevant" not in words


def test_a_calendar_file_has_what_is_shown(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    result = kg("due", "--ics", file, workspace=sample_workspace)
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert sorted(str(event["summary"]).partition(":")[0] for event in events) == [
        "Korvidor Shemar",
        "Lirevant Dathan",
        "Wessidora Khevra",
    ]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "with names" in result.stderr


@pytest.mark.parametrize("day", ["2031-04", "tomorrow"])
def test_a_day_that_is_none_is_refused(kg: Kg, sample_workspace: Path, day: str) -> None:
    result = kg("due", "--on", day, workspace=sample_workspace)
    assert result.exit_code == 2 and "is no day" in result.stderr


def test_ingest_says_how_much_stayed_silent(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    assert "stayed silent" in kg("ingest", SAMPLE / "2031-03.txt", workspace=workspace).stderr
    said = kg("ingest", SAMPLE / "2031-04.txt", workspace=workspace).stderr
    assert said.rstrip().endswith("3 things came due and stayed silent: kg due")
    assert "stayed silent" not in kg("ingest", SAMPLE / "2031-04.txt", workspace=workspace).stderr


def test_an_entry_of_one_s_own_is_no_report_of_its_day(kg: Kg, tmp_path: Path) -> None:
    """It is told after the last report, and moves neither the window nor what is new."""
    workspace = tmp_path / "casefile"
    kg("ingest", SAMPLE, workspace=workspace)
    words = "Wessidora Khevra was released from the special detention facility."
    added = add(workspace, ("2031-05-02", "Sundral", words, "interview with her sister"))
    assert added.exit_code == 0, added.output
    result = kg("due", workspace=workspace)
    assert "after 2031-03-31 and by 2031-04-30" in result.stderr
    assert "Wessidora" not in result.stdout
    new = kg("whatsnew", workspace=workspace)
    assert "against 1 report: 2031-03" in " ".join(new.stdout.split())
