"""The order of reading, from a whole text to facts."""

import msgspec

from ingest.facts import ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.conftest import SAMPLE

INVENTED = SAMPLE.parents[3] / "tests" / "samples" / "invented"


def test_progress_tells_the_entries_in_all_before_the_first_is_read() -> None:
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    told: list[tuple[int, int]] = []
    facts = read_report(text, load_jurisdiction("velmoria"), progress=lambda *counts: told.append(counts))
    entries = len(facts.entries)
    assert entries > 20 and told == [(done, entries) for done in range(entries + 1)]


def test_facts_read_again_from_a_cache_are_the_very_same() -> None:
    """3 and 3.0 are equal, and make two graphs."""
    for path in sorted(INVENTED.glob("kz-*.txt")):
        facts = read_report(path.read_text(encoding="utf-8"), load_jurisdiction("kazakhstan"))
        assert repr(msgspec.json.decode(msgspec.json.encode(facts), type=ReportFacts)) == repr(facts), path.name
