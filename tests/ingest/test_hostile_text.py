"""A megabyte that no person wrote goes through every extractor: no rule backtracks, the cost grows with the text."""

import time

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

COUNTRY = load_jurisdiction("kazakhstan")
TITLE = "MONITORING OF POLITICAL PERSECUTION FROM OCTOBER 1 TO OCTOBER 31, 2022"
UNITS = [
    "(((“““Article 1,1,1,",
    "Tasel O., Dovan M. and Orvin T. who was, ",
    "fined 15 days of 15 days of the court of the court ",
    "“says X. said “he ",
]


def report_of(unit: str, length: int) -> str:
    return f"{TITLE}\n\nOctober 3, Astana, {(unit * (length // len(unit) + 1))[:length]}[1].\n"


def test_a_megabyte_of_brackets_and_articles_is_read() -> None:
    read = read_report(report_of(UNITS[0], 1_000_000), COUNTRY)
    assert len(read.entries) == 1
    assert read.entries[0].entry.date == "2022-10-03"


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_costs_about_four_times_as_much(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        read_report(report_of(unit, length), COUNTRY)
        return time.process_time() - start

    seconds(2_000)
    # A wide margin, for the machine is shared: what backtracks or compares all with all costs sixteen times as much.
    assert seconds(80_000) < 9 * seconds(20_000) + 0.2
