"""Stays: one custody of one person in one facility."""

from collections.abc import Sequence

from ingest.facts import Party, Span
from kg.entries.active import ActiveEntry
from kg.entries.custody import Custody
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_record, spans_of
from kg.rows.tables import Tables


def put_stays(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Stay``, ``IN_CUSTODY``, ``AT``, ``IN_CASE`` and ``RECORDS``: one person held in one facility."""
    for entry in entries:
        for index, custody in enumerate(entry.custodies()):
            node = Key("Stay", resolution.penalties.stay[entry.id, index])
            facility = entry.facts.bodies[custody.facility].evidence
            if custody.since or custody.until:
                tables.put_node("Stay", node.id, since=custody.since, until=custody.until)
            if custody.evidence and not custody.acts:
                named = entry.facts.persons[custody.person].evidence.spans[:1]
                spans = [*custody.evidence.spans, *named, *facility.spans[:1]]
                _put_custody(tables, entry, custody, node, spans, None, resolution)
            for act in custody.acts:
                spans = [*spans_of(entry, Party("person", custody.person), act), *facility.spans[:1]]
                until = (act.date or entry.date) if act.type == "release" else None
                _put_custody(tables, entry, custody, node, spans, until, resolution)
            key, _ = resolution.body[entry.id, custody.facility]
            tables.put_relationship("AT", node, key, entry.words(facility.spans[:1]))
            put_record(tables, entry, node, facility)


def _put_custody(
    tables: Tables,
    entry: ActiveEntry,
    custody: Custody,
    node: Key,
    spans: Sequence[Span],
    until: str | None,
    resolution: Resolution,
) -> None:
    """Put that an entry says, in some words, that a person is held or was let go."""
    words = entry.words(spans)
    tables.put_node("Stay", node.id, until=until)
    tables.widen_dates(node, entry.date)
    person = resolution.party(entry, Party("person", custody.person))
    tables.put_relationship("IN_CUSTODY", person, node, words)
    if entry.id in resolution.case:
        tables.put_relationship("IN_CASE", node, Key("Case", resolution.case[entry.id].id), words)
