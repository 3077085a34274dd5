"""Every fact of every report rests on words of its entry: on the samples always, on the real reports where they are."""

from collections.abc import Iterator

import pytest

from ingest.facts import EntryFacts, Evidence
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.language.stems import stem
from ingest.pipeline import read_report
from tests.conftest import SAMPLE, SHARED

LONGEST = 200

REPORTS = [(path, "velmoria") for path in sorted(SAMPLE.glob("*.txt"))]
REAL = [(path, "kazakhstan") for path in sorted((SHARED / "corpus").rglob("*.txt"))] if SHARED.is_dir() else []


def entries(path: object, country: str) -> tuple[EntryFacts, ...]:
    return read_report(read_file(path).text, load_jurisdiction(country)).entries  # type: ignore[arg-type]


def words(facts: EntryFacts, evidence: Evidence) -> Iterator[str]:
    assert evidence.spans
    assert list(evidence.spans) == sorted(evidence.spans)
    for span in evidence.spans:
        assert 0 <= span.start < span.end <= len(facts.entry.text)
        assert span.end - span.start <= LONGEST, evidence.rule
        yield facts.entry.text[span.start : span.end]


def check(facts: EntryFacts) -> int:
    checked = 0
    for evidence in facts.evidences():
        # A rule, or the pattern of an act with the rule behind it.
        assert "." in evidence.rule or ("/" in evidence.rule and "." in evidence.further[0])
        assert evidence.confidence == "high" or evidence.doubt, evidence.rule
        assert all(text.strip() for text in words(facts, evidence)), evidence.rule
        checked += 1
    for person in facts.persons:
        printed = " ".join(words(facts, person.evidence)).casefold()
        own = person.given if person.evidence.rule == "persons.shared_surname" else person.surname
        for name in filter(None, (own, person.given)):
            # A slip is mended in the fields and stays in the words: most of its letters are there.
            assert name.split()[0].rstrip(".").casefold()[:4] in printed
    for charge in facts.charges:
        assert charge.article in " ".join(words(facts, charge.evidence))
    for act in facts.acts:
        assert all(
            0 <= p.index < len(facts.persons if p.kind == "person" else facts.bodies) for p in (*act.to, *act.by)
        )
        assert act.at is None or facts.bodies[act.at].kind == "facility"
    for matter in facts.matters:
        assert matter.value and (matter.person is None or 0 <= matter.person < len(facts.persons)), matter.kind
        assert matter.body is None or 0 <= matter.body < len(facts.bodies), matter.kind
    for word in facts.words:
        assert facts.entry.body <= word.span.start and stem(facts.entry.text[slice(*word.span)]) == word.stem
    return checked


@pytest.mark.parametrize(("path", "country"), REPORTS, ids=lambda value: getattr(value, "stem", value))
def test_every_fact_of_a_sample_rests_on_words(path: object, country: str) -> None:
    assert sum(check(facts) for facts in entries(path, country)) > 100


@pytest.mark.shared
@pytest.mark.parametrize(("path", "country"), REAL, ids=lambda value: getattr(value, "stem", value))
def test_every_fact_of_a_real_report_rests_on_words(path: object, country: str) -> None:
    assert sum(check(facts) for facts in entries(path, country)) > 10
