"""A megabyte that no person wrote goes through every extractor: no rule backtracks, no cost explodes."""

import subprocess
import sys

import pytest

from benchmarks.growth import UNITS as RUNS
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.processor_limit import processor_limit

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
def test_a_long_entry_of_one_piece_is_read(unit: str) -> None:
    with processor_limit():
        assert len(read_report(report_of(unit, 80_000), COUNTRY).entries) == 1


HEADERS = [
    "October 3{run}Astana, Tasel Dovanov was fined.[1]",
    "October 3,{run}2022, Astana, Tasel Dovanov was fined.[1]",
    "Astana,{run}October 3, Tasel Dovanov was fined.[1]",
    "October 3 and{run}4, Astana, Tasel Dovanov was fined.[1]",
    "October 3, Astana, in{run}October 2022 under{run}Article 1 Tasel Dovanov was fined 5{run}crowns.[1]",
]
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.processor_limit import processor_limit
from tests.processor_limit import processor_limit
for text in sys.stdin.read().split("\f"):
    assert len(read_report(text, load_jurisdiction("kazakhstan")).entries) == 1
print("read")
"""


def read_in_process(texts: list[str]) -> str:
    """What a process says that reads the texts: it needs seconds, and a minute of the processor's time ends it."""
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, input="\f".join(texts), capture_output=True, text=True, check=False)
    return done.stdout.strip() or f"ended with {done.returncode}: {done.stderr}"


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u200b "])
def test_a_hundred_thousand_blanks_anywhere_hang_nothing(blank: str) -> None:
    texts = [f"{TITLE}\n\n{header.format(run=blank * 100_000)}\n" for header in HEADERS]
    assert read_in_process(texts) == "read"


def test_long_runs_of_one_thing_hang_nothing() -> None:
    assert read_in_process([report_of(f"on October 4{run * 2_000}", 10_000) for run in RUNS.values()]) == "read"
