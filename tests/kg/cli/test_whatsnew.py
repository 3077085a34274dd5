"""``kg whatsnew`` on the bundled sample: what April tells that March did not, checked by reading."""

import json
from pathlib import Path
from typing import Any

from tests.conftest import Kg


def news(kg: Kg, workspace: Path, *options: str) -> list[dict[str, Any]]:
    result = kg("whatsnew", *options, "--format", "json", workspace=workspace)
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_what_april_changed(kg: Kg, sample_workspace: Path) -> None:
    rows = news(kg, sample_workspace)
    told = {(row["group"], row["day"], *row["names"], row["what"]) for row in rows}
    assert {
        ("charges", "2031-04-10", "Talidora Ilvane", "CC 311/2: on trial, no verdict reported"),
        ("custody", "2031-04-11", "Talidora Ilvane", "remand, until 2031-06-11, by examining court"),
        ("released", "2031-04-28", "Halmuvel Oswen", "release"),
        ("sentenced", "2031-04-28", "Halmuvel Oswen", "probation, 3 years, by Ishkarra city court"),
        ("sentenced", "2031-04-26", "Estridor Lomar", "imprisonment, 5 years, by Ishkarra city court (new person)"),
        ("ended", "2031-04-12", "Halmuvel Oswen", "A remand from 2031-03-02 until 2031-04-12 was over then"),
    } <= told
    new = {name for row in rows if row["group"] == "new_people" for name in row["names"]}
    assert {"Estridor Lomar", "Velsuvel P.", "Hollevant R."} <= new
    # Named in March too, as I. Talidora and as Talydora I.
    assert "Talidora Ilvane" not in new
    assert all(row["entries"] for row in rows)


def test_what_ended_early_is_no_term_that_ended(kg: Kg, sample_workspace: Path) -> None:
    """A restriction of liberty that an amnesty ended, and a sentence that a court shortened."""
    ended = {name for row in news(kg, sample_workspace, "--only", "ended") for name in row["names"]}
    assert ended and not ended & {"Dorevant Gilmo", "Pellidor Oswen"}


def test_since_says_which_reports_are_new(kg: Kg, sample_workspace: Path) -> None:
    everything = news(kg, sample_workspace, "--since", "2031")
    assert {row["group"] for row in everything} >= {"new_people", "sentenced", "others"}
    assert not {row["group"] for row in everything} & {"charges", "again"}
    result = kg("whatsnew", "--since", "2032", workspace=sample_workspace)
    assert result.exit_code == 1 and "The last one begins on 2031-04-01" in str(result.exception)
    assert kg("whatsnew", "--since", "soon", workspace=sample_workspace).exit_code == 2


def test_filters_and_groups_narrow_it(kg: Kg, sample_workspace: Path) -> None:
    rows = news(kg, sample_workspace, "--person", "Halmuvel Oswen")
    assert rows and {name for row in rows for name in row["names"]} == {"Halmuvel Oswen"}
    assert {row["group"] for row in news(kg, sample_workspace, "--only", "released")} == {"released"}
    assert {row["group"] for row in news(kg, sample_workspace, "--place", "Quorra")} >= {"again", "new_people"}


def test_the_tables_say_against_which_reports_and_show_words(kg: Kg, sample_workspace: Path) -> None:
    result = kg("whatsnew", "--only", "released", "--evidence", workspace=sample_workspace)
    words = " ".join(result.stdout.split())
    assert "1 report: 2031-04 (2031-04-01 to 2031-04-30, " in words and ", against 1 report: 2031-03" in words
    assert "2031-04-07, 2031-04/12: " in words and "Released" in words and "New people" not in words
    assert "7 lines: 7 released." in result.stderr
