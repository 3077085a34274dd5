"""One month in every format has the same facts."""

from dataclasses import replace

import pytest

from ingest.facts import EntryFacts, Span
from ingest.formats.files import decode_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from ingest.report.original import _move_spans
from tests.ingest.formats.documents import MONTH

KZ = load_jurisdiction("kazakhstan")
FILES = {
    ".md": MONTH.text().encode(),
    ".html": MONTH.page().encode(),
    ".htm": MONTH.page().encode(),
    ".docx": MONTH.docx(),
    ".pdf": MONTH.pdf(),
}


def facts_in(data: bytes, suffix: str) -> tuple[str, list[EntryFacts], list[list[str]]]:
    """The title, the facts without where they stand, and the sources of each entry."""
    found = read_report(decode_file(data, suffix, "month").text, KZ)
    entries = [_move_spans(facts, lambda span: Span(0, 0)) for facts in found.entries]
    plain = [replace(each, entry=replace(each.entry, line=0, start=0, text="", body=0)) for each in entries]
    return found.report.title, plain, [[url for _, url in cited] for cited in found.report.cited()]


@pytest.mark.parametrize("suffix", FILES)
def test_a_month_has_the_same_facts_as_plain_text(suffix: str) -> None:
    title, facts, sources = facts_in(MONTH.text().encode(), ".txt")
    assert len(facts) == len(MONTH.entries) and all(each.acts for each in facts)
    assert sources == [[url] for _, url in MONTH.entries]
    assert facts_in(FILES[suffix], suffix) == (title, facts, sources)
