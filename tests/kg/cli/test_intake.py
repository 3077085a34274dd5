"""What ``kg ingest`` and ``kg report`` say about a report that comes in."""

from pathlib import Path

import pytest

from tests.conftest import Kg
from tests.kg.cli.terminal import Terminal

REPORT = (
    "Monitoring report, March 2031\n\nMarch 4, Pessarin, police detained Ilkuvel Orvane.[1]\n\n"
    "The teachers of the town met in a school.\n\nPhotographs below\n\n[1] https://news.example/a\n"
)


def test_what_became_no_entry_is_listed_with_its_words(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    result = kg("ingest", tmp_path / "a.txt", workspace=tmp_path / "casefile")
    assert "1 of 2 paragraphs became entries; 1 short line is in none." in result.output
    assert "The teachers of the town" in result.output and "Photographs below" in result.output
    shown = kg("report", "show", "2031-03", "--unread", workspace=tmp_path / "casefile")
    assert shown.exit_code == 0 and "2031-03-01 to 2031-03-31" in shown.output
    assert "The teachers of the town" in shown.output
    short = kg("report", "show", "2031-03", workspace=tmp_path / "casefile")
    assert "The teachers of the town" not in short.output
    assert kg("report", "show", "2030-01", workspace=tmp_path / "casefile").exit_code != 0


def test_of_many_passages_sentences_are_listed_first(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join([REPORT, *(f"Menu {n}" for n in range(40))]))
    result = kg("ingest", tmp_path / "a.txt", workspace=tmp_path / "casefile")
    assert "The teachers of the town" in result.output and "Menu 39" not in result.output
    assert "more: `kg report show 2031-03 --unread` lists all" in result.output
    shown = kg("report", "show", "2031-03", "--unread", workspace=tmp_path / "casefile")
    assert "Menu 39" in shown.output


def month(*events: str, title: str = "Monitoring report, March 2031") -> str:
    lines = [f"March {day}, Pessarin, {event}[{day}]." for day, event in enumerate(events, 3)]
    notes = [f"[{day}] https://news.example/{abs(hash(event))}" for day, event in enumerate(events, 3)]
    return "\n\n".join([title, *lines, *notes]) + "\n"


OURS = ("police detained Ilkuvel Orvane", "a court of Velmoria fined Oswen Talvire", "a school in Sundral was closed")
THEIRS = ("the union of drivers called a strike", "a paper lost its licence over a cartoon", "two poets left Velmoria")


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder / name


def test_a_report_replaces_another_only_as_a_correction(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    assert kg("ingest", write(tmp_path, "a.txt", month(*OURS)), workspace=workspace).exit_code == 0
    corrected = month(*OURS[:2], "a school in the town of Sundral was closed for good")
    result = kg("ingest", write(tmp_path, "b.txt", corrected), workspace=workspace)
    assert result.exit_code == 0 and "corrected" in result.output
    theirs = write(tmp_path, "c.txt", month(*THEIRS, title="Drivers Union Bulletin, March 2031"))
    result = kg("ingest", theirs, workspace=workspace)
    assert result.exit_code == 2
    assert "0 of its 3 entries" in result.output and "--series drivers-union" in result.output
    assert "--replace" in result.output and "--period 2031-03-03--2031-03-05" in result.output
    assert kg("ingest", theirs, "--series", "drivers-union", workspace=workspace).exit_code == 0
    reports = kg("reports", workspace=workspace).output
    assert "drivers-union:2031-03" in reports and reports.count("in force") == 3
    assert kg("ingest", theirs, "--replace", workspace=workspace).exit_code == 0


def test_of_several_reports_of_one_month_in_one_ingest_none_has_the_series(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    files = [
        write(tmp_path, "a.txt", month(*OURS)),
        write(tmp_path, "b.txt", month(*THEIRS)),
        write(tmp_path, "c.txt", month("the port of Velmoria was blocked", "a judge of Sundral resigned")),
    ]
    result = kg("ingest", *files, workspace=workspace)
    assert result.exit_code == 2 and result.output.count("several files are reports of 2031-03") == 3
    assert "--series" in result.output


def test_weeks_of_one_month_stand_side_by_side(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    weeks = [
        write(tmp_path, "a.txt", month(*OURS, title="Weekly review, March 3–9, 2031")),
        write(tmp_path, "b.txt", month(*THEIRS, title="Weekly review, March 0–16, 2031").replace("March ", "March 1")),
    ]
    result = kg("ingest", *weeks, workspace=workspace)
    assert result.exit_code == 0, result.output
    assert "2031-03-03--2031-03-09" in result.output and "2031-03-10--2031-03-16" in result.output


def test_a_text_of_another_country_needs_force(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    text = "Monthly report, May 2031\n\nMay 3, Uppsala, the court of Sweden fined a man[1].\n\n[1] https://news.example/1\n"
    path = write(tmp_path, "a.txt", text)
    for options in ([], ["--force"], ["--jurisdiction", "velmoria"]):
        result = kg("ingest", path, *options, workspace=workspace)
        assert result.exit_code == 2 and "another country: Sweden" in result.output
    assert "--force" in result.output
    result = kg("ingest", path, "--jurisdiction", "velmoria", "--force", workspace=workspace)
    assert result.exit_code == 0 and "looks like a report of another country (Sweden)" in result.output


@pytest.mark.parametrize(("answer", "series"), [("", "drivers-union:2031-03"), ("-", "")])
def test_at_a_terminal_the_series_is_asked_for(kg: Kg, tmp_path: Path, answer: str, series: str) -> None:
    workspace = tmp_path / "casefile"
    kg("ingest", write(tmp_path, "a.txt", month(*OURS)), workspace=workspace)
    theirs = write(tmp_path, "c.txt", month(*THEIRS, title="Drivers Union Bulletin, March 2031"))
    terminal = Terminal(workspace, "ingest", str(theirs))
    terminal.wait_for("[drivers-union]")
    terminal.type(answer)
    assert terminal.end() == (0 if series else 2)
    listed = kg("reports", workspace=workspace).output
    assert "2031-03" in listed and ("drivers-union:" in listed) == bool(series)


def test_at_a_terminal_the_days_of_a_dated_appeal_are_proposed(kg: Kg, tmp_path: Path) -> None:
    workspace = tmp_path / "casefile"
    for day in (4, 18):
        appeal = f"URGENT APPEAL\n\nMarch {day}, 2031\n\nOn March {day} police in Pessarin beat Ilkuvel Orvane.[1]\n\n"
        write(tmp_path, f"{day}.txt", f"{appeal}[1] https://news.example/{day}\n")
    assert kg("ingest", tmp_path / "4.txt", "--jurisdiction", "velmoria", workspace=workspace).exit_code == 0
    terminal = Terminal(workspace, "ingest", str(tmp_path / "18.txt"))
    terminal.wait_for("[2031-03-18]")
    terminal.type("")
    assert terminal.end() == 0
    listed = kg("reports", workspace=workspace).output
    assert "2031-03 " in listed and "2031-03-18" in listed
