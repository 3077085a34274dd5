"""The words that a row rests on."""

from ingest.facts import Act, Evidence, Party, Span
from ingest.vocabulary import Role
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.rows.tables import Tables


def evidence_of(entry: ActiveEntry, party: Party) -> Evidence:
    """Where the entry names a person or body."""
    named = entry.facts.persons if party.kind == "person" else entry.facts.bodies
    return named[party.index].evidence


def spans_of(entry: ActiveEntry, party: Party, act: Act) -> list[Span]:
    """The mention of a party that counts for an act: the last one before the act's verb, else the first."""
    evidence = evidence_of(entry, party)
    verb = act.evidence.spans[0]
    before = [span for span in evidence.spans if span.start <= verb.start]
    return before[-1:] or list(evidence.spans[:1])


def put_record(
    tables: Tables, entry: ActiveEntry, node: Key, evidence: Evidence, day_number: int | None = None
) -> None:
    """Put ``RECORDS``: the entry reports the node, with the first of its words."""
    span, source = evidence.spans[0], Key("Entry", entry.id)
    tables.put_relationship("RECORDS", source, node, (), start=span.start, end=span.end, day_number=day_number)


def put_mentions(tables: Tables, entry: ActiveEntry, node: Key, evidence: Evidence, role: Role | None = None) -> None:
    """Put ``MENTIONS`` for every place where the entry names the node."""
    for span in evidence.spans:
        surface = entry.quote(span)
        tables.put_relationship(
            "MENTIONS", Key("Entry", entry.id), node, (), surface=surface, start=span.start, end=span.end, role=role
        )
