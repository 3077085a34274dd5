"""The order of reading, from a whole text to facts."""

import dataclasses

import msgspec

from ingest.analysis.document import analyse
from ingest.extract.persons.names import learn_names
from ingest.facts import EntryFacts, Person, ReportFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import COMPONENTS, read_entry, read_report
from ingest.report.parser import parse_report
from tests.conftest import SAMPLE

INVENTED = SAMPLE.parents[3] / "tests" / "samples" / "invented"


def test_progress_tells_the_entries_in_all_before_the_first_is_read() -> None:
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    steps: list[tuple[int, int]] = []
    facts = read_report(text, load_jurisdiction("velmoria"), progress=lambda *counts: steps.append(counts))
    entries = len(facts.entries)
    assert entries > 20 and steps == [(done, entries) for done in range(entries + 1)]


def test_facts_read_again_from_a_cache_are_the_very_same() -> None:
    """3 and 3.0 are equal, and make two graphs."""
    for path in sorted(INVENTED.glob("kz-*.txt")):
        facts = read_report(path.read_text(encoding="utf-8"), load_jurisdiction("kazakhstan"))
        assert repr(msgspec.json.decode(msgspec.json.encode(facts), type=ReportFacts)) == repr(facts), path.name


def test_every_field_of_an_entry_is_filled_once_and_three_are_revised() -> None:
    fields = {field.name for field in dataclasses.fields(EntryFacts)} - {"entry"}
    filled = [component.field for component in COMPONENTS if not component.revises]
    assert len(filled) == len(set(filled)) and set(filled) == fields
    assert [component.field for component in COMPONENTS if component.revises] == ["charges", "sanctions", "persons"]


def test_the_acts_change_roles_and_nothing_else_of_a_person() -> None:
    velmoria = load_jurisdiction("velmoria")
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    report = parse_report(text, velmoria, None, "the sample")
    documents = [analyse(entry, velmoria) for entry in report.entries]
    names = learn_names(report.entries, velmoria)
    once = [component for component in COMPONENTS if not component.revises]
    before = [read_entry(document, names, velmoria, once).persons for document in documents]
    after = [read_entry(document, names, velmoria).persons for document in documents]
    assert [list(map(_without_role, persons)) for persons in before] == [
        list(map(_without_role, persons)) for persons in after
    ]
    assert before != after


def _without_role(person: Person) -> tuple[object, ...]:
    return person.name, person.evidence.spans, person.occupations
