"""A table is read row by row, whatever the order of its columns."""

import pytest

from ingest.facts import Report
from ingest.formats.files import decode_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

VELMORIA = load_jurisdiction("velmoria")
TITLE = "Monitoring report, March 2031"
ROWS = [
    ("March 4", "Pessarin", "Police detained Ilkuvel Orvane"),
    ("March 5", "Sundral", "Oswen Talvire was fined 200 dravels"),
    ("March 6", "Velouth", "Border guards searched the home of Temidor Ruvo"),
]
HEAD = ("Date", "Place", "What happened")


def in_order(*columns: int) -> str:
    return "\n".join("\t".join(row[column] for column in columns) for row in (HEAD, *ROWS))


def facts_of(report: Report) -> list[tuple[str | None, list[str]]]:
    return [(entry.date, [entry.text[slice(*place.span)] for place in entry.places]) for entry in report.entries]


EXPECTED = [("2031-03-04", ["Pessarin"]), ("2031-03-05", ["Sundral"]), ("2031-03-06", ["Velouth"])]


@pytest.mark.parametrize("columns", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (2, 1, 0), (0, 2, 1)])
def test_columns_may_be_in_any_order(columns: tuple[int, int, int]) -> None:
    report = read_report(f"{TITLE}\n\n{in_order(*columns)}\n", VELMORIA).report
    assert [date for date, _ in facts_of(report)] == [date for date, _ in EXPECTED]
    if columns != (0, 2, 1):
        assert facts_of(report) == EXPECTED
    assert [passage.line for passage in report.unread] == [3]


def test_nobody_of_one_row_does_anything_in_another() -> None:
    facts = read_report(f"{TITLE}\n\n{in_order(0, 1, 2)}\n", VELMORIA)
    people = [[{person.surname, person.given} for person in entry.persons] for entry in facts.entries]
    assert people == [[{"Ilkuvel", "Orvane"}], [{"Oswen", "Talvire"}], [{"Temidor", "Ruvo"}]]
    assert [act.type for act in facts.entries[0].acts] == ["detention"]
    assert [act.type for act in facts.entries[2].acts] == ["search"]


def html(cell: str) -> str:
    rows = "".join(f"<tr>{''.join(cell.format(words) for words in row)}</tr>" for row in (HEAD, *ROWS))
    return f"<h1>{TITLE}</h1><table><tbody>{rows}</tbody></table><p>Write to us</p>"


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>", "<td><div><span>{}</span><br></div></td>"])
def test_a_table_of_a_page(cell: str) -> None:
    text = decode_file(html(cell).encode(), ".html", "a").text
    report = read_report(text, VELMORIA).report
    assert facts_of(report) == EXPECTED


def test_a_table_that_only_arranges_a_page_is_none() -> None:
    entries = "".join(f"<p>{', '.join(row)}</p>" for row in ROWS)
    page = f"<table><tr><td><p>Home</p><p>Reports</p></td><td><h1>{TITLE}</h1>{entries}</td></tr></table>"
    report = read_report(decode_file(page.encode(), ".html", "a").text, VELMORIA).report
    assert facts_of(report) == EXPECTED
