"""The order of reading, from a whole text to facts."""

from ingest.jurisdiction import load_jurisdiction
from ingest.reading import read_report
from tests.conftest import SAMPLE


def test_progress_tells_the_entries_in_all_before_the_first_is_read() -> None:
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    told: list[tuple[int, int]] = []
    facts = read_report(text, load_jurisdiction("velmoria"), progress=lambda *counts: told.append(counts))
    entries = len(facts.entries)
    assert entries > 20 and told == [(done, entries) for done in range(entries + 1)]
