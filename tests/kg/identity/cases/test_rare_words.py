"""The rare words of entries, and the words that do not tell what an entry is about."""

from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.cases.rare_words import common_words, rare_words, shared, spans_of, without
from tests.kg.scenes import entry, report

COUNTRY = load_jurisdiction("kazakhstan")


def test_words_that_many_entries_of_a_report_have_are_not_rare() -> None:
    texts = ["Some beekeepers were fined.", "A beekeeper spoke.", *("Somebody was fined.",) * 4]
    collected = collect_entries([report(*(entry(n, f"2031-03-{n:02}", t) for n, t in enumerate(texts, 1)))])
    rare = rare_words(collected)
    assert shared(rare, collected[0], collected[1]) == 1
    assert shared(rare, collected[0], collected[2]) == 0
    (span,) = spans_of(collected[0], rare[collected[0].id] & rare[collected[1].id])
    assert collected[0].quote(span) == "beekeepers"


def test_words_are_rare_within_their_report() -> None:
    months = [report(entry(1, f"2031-0{m}-01", "The beekeepers spoke."), period=f"2031-0{m}") for m in (1, 2, 3, 4)]
    collected = collect_entries(months)
    assert all(shared(rare_words(collected), collected[0], other) for other in collected)


def test_what_any_hearing_has_tells_no_hearing_from_another() -> None:
    collected = collect_entries([report(entry(1, "2031-03-01", "The defendants pleaded guilty of beekeeping."))])
    rare = rare_words(collected)
    left = without(rare, common_words(COUNTRY).hearings)
    assert [collected[0].quote(span) for span in spans_of(collected[0], left[collected[0].id])] == ["beekeeping"]
