"""Which line above the entries is the title, and which period it gives a report of any kind."""

import pytest

from ingest.errors import PeriodUnknown
from ingest.facts import Report
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.report.parser import parse_report

VELMORIA = load_jurisdiction("velmoria")
ENTRIES = (
    "March 4, Pessarin, police detained Ilkuvel Orvane at the market.\n\n"
    "March 5, Sundral, a court fined Oswen Talvire 200 dravels.\n\n"
)


def split(text: str, period: str | None = None) -> Report:
    return parse_report(text, VELMORIA, period, "a.txt")


@pytest.mark.parametrize(
    "paragraph",
    [
        "His wife reports that he had been followed since February 20, 2031.",
        "A monitor of the elections was also summoned, as in November 2030.",
        "The persecution of the family began in January 2029.",
    ],
)
def test_a_sentence_below_an_entry_is_no_title(paragraph: str) -> None:
    report = split(f"{ENTRIES}{paragraph}\n\nMarch 6, Velouth, police searched a school.\n", "2031-03")
    assert [entry.date for entry in report.entries] == ["2031-03-04", "2031-03-05", "2031-03-06"]
    assert report.entries[1].text.endswith(paragraph)


def test_the_edge_of_a_printed_page_is_neither_title_nor_entry() -> None:
    title = "Monitoring of Persecution in Velmoria, March 2031"
    edge = "Persecution in Velmoria, March 2031   page 2"
    report = split(f"{title}\n\n{ENTRIES}{edge}\n\nMarch 6, Velouth, police left.\n\nPage 3 of 3\n")
    assert [entry.date for entry in report.entries] == ["2031-03-04", "2031-03-05", "2031-03-06"]
    assert not any("age" in entry.text for entry in report.entries)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Attacks on the Press in Velmoria, March 2031\n\nThe union counted 31 cases reported in March 2031.", 0),
        ("Home\nAbout us\nPosted on April 3, 2031\nMonthly bulletin: March 2031", 3),
        ("# Chronicle of repression\n\n## March 2031", None),
        ("Weekly digest\nWhat happened to the movement of teachers\nMarch 3 – 9, 2031", None),
        ("3–9 March 2031: weekly overview", 0),
        ("03.03.2031–09.03.2031\nThe week of the union", None),
    ],
)
def test_the_title_is_found_among_other_lines(above: str, title: int | None) -> None:
    report = split(f"{above}\n\n{ENTRIES}")
    assert report.period.startswith("2031-03") and report.period_source == "title"
    assert len(report.entries) == 2
    if title is not None:
        assert report.title == above.split("\n")[title]


@pytest.mark.parametrize(
    ("title", "period", "dates"),
    [
        ("Weekly review, March 3 to March 9, 2031", "2031-03-03--2031-03-09", ["2031-03-04", "2031-03-05"]),
        ("Review of persecution for February and March 2031", "2031-02--2031-03", ["2031-03-04", "2031-03-05"]),
        ("Quarterly report, Q1 2031", "2031-01--2031-03", ["2031-03-04", "2031-03-05"]),
        ("Annual report 2031", "2031", ["2031-03-04", "2031-03-05"]),
        ("Monitoring report, March 2031 (published April 2, 2031)", "2031-03", ["2031-03-04", "2031-03-05"]),
        ("Bulletin of April 5, 2031", "2031-03", ["2031-03-04", "2031-03-05"]),
    ],
)
def test_reports_of_any_length(title: str, period: str, dates: list[str]) -> None:
    report = split(f"{title}\n\n{ENTRIES}")
    assert report.period == period
    assert [entry.date for entry in report.entries] == dates


def test_over_new_year_each_day_takes_its_own_year() -> None:
    report = split(
        "Persecution review, December 29 – January 4, 2031\n\nDecember 30, Pessarin, police came.\n\n"
        "January 2, Sundral, a court sat.\n"
    )
    assert [entry.date for entry in report.entries] == ["2030-12-30", "2031-01-02"]
    assert (report.period_start, report.period_end) == ("2030-12-29", "2031-01-04")


@pytest.mark.parametrize("on_top", ["March 20, 2031", "Velouth, 20 March 2031", "Published: March 20, 2031"])
def test_a_date_on_top_is_the_period_of_an_appeal(on_top: str) -> None:
    report = split(
        f"URGENT APPEAL\n\n{on_top}\n\nIlkuvel Orvane was taken to Pessarin prison last week.[1]\n\n"
        "On May 2, 2030, he had been fined in Sundral.[2]\n"
    )
    assert (report.period, report.period_source) == ("2031-03", "a date above the entries")


def test_a_day_of_publication_leads_to_the_month_before() -> None:
    assert split(f"April 2, 2031\n\n{ENTRIES}").period == "2031-03"


def test_a_year_is_not_all_of_it_where_the_headers_are_of_one_month() -> None:
    assert split(f"Persecution in Velmoria 2031\n\n{ENTRIES}").period == "2031-03"


def test_two_periods_in_a_title_are_decided_by_the_headers_or_asked_for() -> None:
    title = "Report for March 2031, with cases from May 2030"
    assert split(f"{title}\n\n{ENTRIES}").period == "2031-03"
    with pytest.raises(PeriodUnknown, match="more than one period"):
        split(f"{title}\n\nJuly 4, Pessarin, police came.\n\nJuly 5, Sundral, a court sat.\n")


def test_one_day_with_its_year_is_said_to_be_too_little() -> None:
    text = "March 4, Pessarin, police came.\n\nMarch 5, Sundral, he was fined for a rally of February 20, 2031.\n"
    with pytest.raises(PeriodUnknown, match=r"only one .*2031.*--period") as error:
        split(text)
    assert "agree" not in str(error.value)
