"""Read the matters of one invented sentence, and check what they rest on."""

from ingest.analysis.document import analyse
from ingest.extract.matters.matters import find_matters
from ingest.facts import Entry, EntryFacts, Evidence, Matter, MatterKind, Person, Span
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction

COUNTRY = load_jurisdiction("kazakhstan")


def entry(text: str, *people: str, body: int = 0, date: str = "2031-03-08") -> EntryFacts:
    """An entry in which these people are named, each once, as targets."""
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in people]
    persons = [
        Person(*name.split(), "target", Evidence((span,), "tests.by_hand"))  # type: ignore[arg-type]
        for name, span in zip(people, spans, strict=True)
    ]
    return EntryFacts(Entry(1, text, 1, date, body=body), persons=tuple(persons))


def matters_of(facts: EntryFacts, country: Jurisdiction = COUNTRY) -> tuple[Matter, ...]:
    """All matters of an entry."""
    return find_matters(analyse(facts.entry, country), facts, country)


def values(kind: MatterKind, facts: EntryFacts) -> list[str]:
    """The values of a kind; every matter of the entry must rest on words of it."""
    found = matters_of(facts)
    for matter in found:
        assert list(matter.evidence.spans) == sorted(matter.evidence.spans)
        assert all(facts.entry.text[s.start : s.end].strip() for s in matter.evidence.spans)
    return [matter.value for matter in found if matter.kind == kind]
