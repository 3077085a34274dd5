"""Places of entries, and the words that they rest on."""

from ingest.facts import Span
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.entries.active import ActiveReport
from kg.graph.evidence import passages_of
from kg.rows.build import build

VELMORIA = load_jurisdiction("velmoria")
TEXT = """Monitoring report, March 2031

(March 4) Pessarin.

Police searched a printing house.[1]

Orvane Ilkuvel was detained by police officers.[2]

[1] https://news.example/a
[2] https://news.example/b
"""


def test_the_place_of_a_heading_rests_on_the_words_of_the_entry_that_has_it() -> None:
    report = ActiveReport("", "0" * 64, read_report(TEXT, VELMORIA))
    first, second = report.facts.report.entries
    graph = build([report], VELMORIA, []).graph
    located = {r.start.id: (r.end.id, passages_of(r)) for r in graph.relationships if r.type == "LOCATED_IN"}
    start = first.text.index("Pessarin")
    words = [("2031-03/1", Span(start, start + len("Pessarin")))]
    assert "Pessarin" not in second.text
    assert located["2031-03/1"] == ("pessarin", words) and located["2031-03/2"] == ("pessarin", words)
    at = [passages_of(r) for r in graph.relationships if r.type == "AT" and r.end.label == "Place"]
    assert at and all(passages == words for passages in at)
