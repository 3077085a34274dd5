"""Which words a row rests on."""

from ingest.facts import Act, Evidence, Party, Span
from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.graph.value import Key


def spans_of(entry: ActiveEntry, party: Party, act: Act) -> list[Span]:
    """The mention of a party that ties it to an act: the last one before the act's verb, else the first after it."""
    facts = entry.facts
    evidence = facts.persons[party.index].evidence if party.kind == "person" else facts.bodies[party.index].evidence
    verb = act.evidence.spans[0]
    before = [span for span in evidence.spans if span.start <= verb.start]
    return before[-1:] or list(evidence.spans[:1])


def record(tables: Tables, entry: ActiveEntry, thing: Key, evidence: Evidence) -> None:
    """Put ``RECORDS``: the entry tells of the thing, in the first of its words."""
    span = evidence.spans[0]
    tables.tie("RECORDS", Key("Entry", entry.id), thing, (), start=span.start, end=span.end)
