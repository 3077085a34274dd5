"""Paragraphs below a line that is a date: which of them it dates, and what they keep of it."""

import pytest

from ingest.facts import Entry, Report
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.report.parser import parse_report

KZ = load_jurisdiction("kazakhstan")
TITLE = "Review of pressure on the press in Kazakhstan, June 2032\n\n"


def parse(text: str) -> Report:
    return parse_report(TITLE + text, KZ)


def shown(entry: Entry) -> tuple[str | None, list[str], str]:
    """Date, places, and the first word of what the entry says."""
    places = [entry.text[slice(*place.span)] for place in entry.places]
    return entry.date, places, entry.text[entry.body :].split()[0]


@pytest.mark.parametrize(
    "day", ["1 June", "June 1", "On June 1", "**June 1**", "## 1 June 2032", "June 1:", "01.06.2032"]
)
def test_a_day_on_a_line_of_its_own_dates_the_entries_below(day: str) -> None:
    report = parse(
        f"{day}\n\nIn Taraz a printer called Ada Mirling was detained[1].\n\nIn Semey a shop was searched[2].\n\n"
        "June 2\n\nIn Aktobe a reporter, Bela Sorrel, was questioned[3].\n"
    )
    assert [shown(entry) for entry in report.entries] == [
        ("2032-06-01", ["Taraz"], "a"),
        ("2032-06-01", ["Semey"], "a"),
        ("2032-06-02", ["Aktobe"], "a"),
    ]


def test_the_evidence_of_the_day_is_in_the_first_entry() -> None:
    first, second = parse("June 1\n\nAda Mirling was detained[1].\n\nBela Sorrel was questioned[2].\n").entries
    assert first.date_span and first.text[slice(*first.date_span)] == "June 1"
    assert (second.date_span, second.date_rule) == (None, "headers.day_above")


@pytest.mark.parametrize("day", ["June 1, Taraz:", "(June 1) Taraz.", "June 1\n\nTaraz"])
def test_a_day_with_a_place_dates_all_and_places_the_first(day: str) -> None:
    report = parse(f"{day}\n\nAda Mirling was detained[1].\n\nBela Sorrel was questioned[2].\n")
    assert [entry.date for entry in report.entries] == ["2032-06-01", "2032-06-01"]
    first = report.entries[0]
    assert [first.text[slice(*place.span)] for place in first.places] == ["Taraz"]


def test_an_entry_with_a_date_of_its_own_ends_what_a_heading_dates() -> None:
    report = parse(
        "June 1\n\nAda Mirling was detained[1].\n\nJune 3, Semey, a shop was searched[2].\n\n"
        "Bela Sorrel was fined[3].\n"
    )
    assert [entry.date for entry in report.entries] == ["2032-06-01", "2032-06-03", None]


@pytest.mark.parametrize("broken", ["June 1, Taraz,\n", "June 1, Taraz\n"])
def test_a_header_broken_from_its_sentence_dates_that_alone(broken: str) -> None:
    report = parse(f"{broken}police detained Ada Mirling[1].\n\nBela Sorrel was questioned in the evening[2].\n")
    assert [entry.date for entry in report.entries] == ["2032-06-01", None]


def test_a_name_before_a_comma_below_a_heading_is_no_place() -> None:
    first, second = parse(
        "June 1\n\nOrlin, a printer, was detained[1].\n\nSorrel, with others, was fined[2].\n"
    ).entries
    assert (first.places, second.places) == ((), ())


def test_the_day_on_which_a_site_published_dates_nothing() -> None:
    text = (
        "July 4, 2032\n\n"
        "The bureau looks back on the month and thanks all who sent word of what had happened to them.\n\n"
        "June 1, Taraz, Ada Mirling was detained[1].\n"
    )
    (entry,) = parse(text).entries
    assert (entry.number, entry.date) == (1, "2032-06-01")


def test_a_month_or_a_span_of_days_goes_on_within_an_entry() -> None:
    report = parse(
        "June 9, Taraz, Ada Mirling was tried.\n\n"
        "In March 2030, in Semey, she had been fined for the same picket by the district court there.\n\n"
        "From June 1 to 5 she was held without a lawyer and was not allowed to call her relatives[1].\n\n"
        "From June 11 to 14, Aktobe, Bela Sorrel was on hunger strike in front of the regional akimat[2].\n"
    )
    assert [entry.date for entry in report.entries] == ["2032-06-09", "2032-06-11"]


def test_a_paragraph_with_a_note_of_its_own_is_an_entry_however_it_begins() -> None:
    text = "In Taraz a printer called Ada Mirling was detained[1].\n\nHer brother was called in as well.\n\n"
    report = parse(text + "She was not the only one: in Semey Bela Sorrel was fined[2].\n")
    assert [len(entry.footnotes) for entry in report.entries] == [1, 1]
    assert "Her brother" in report.entries[0].text


def places_of(text: str) -> list[list[str]]:
    """The places of each entry, in the words of its own text or of the heading above."""
    entries = parse(text).entries
    texts = [entry.heading.text if entry.heading else entry.text for entry in entries]
    return [[words[slice(*p.span)] for p in entry.places] for entry, words in zip(entries, texts, strict=True)]


@pytest.mark.parametrize("heading", ["(June 1) Semey.", "June 1, Semey", "June 1\n\nSemey"])
def test_the_place_of_a_heading_holds_for_the_entries_below_that_name_none(heading: str) -> None:
    text = (
        f"{heading}\n\nAda Mirling was detained[1].\n\nBela Sorrel was questioned[2].\n\n"
        "In Taraz a shop was searched[3].\n\nAda Mirling was fined[4].\n\nJune 2\n\nBela Sorrel was fined[5].\n"
    )
    assert places_of(text) == [["Semey"], ["Semey"], ["Taraz"], ["Semey"], []]
    second = parse(text).entries[1]
    assert second.heading and second.heading.entry == 1


def test_the_place_of_an_entry_below_a_heading_is_its_own() -> None:
    text = "June 1\n\nIn Semey, Ada Mirling was detained[1].\n\nBela Sorrel was questioned[2].\n"
    assert places_of(text) == [["Semey"], []]
