"""Stays: one custody of one person in one facility."""

from collections.abc import Sequence

from ingest.facts import Party
from kg.entries.active import ActiveEntry
from kg.entries.custody import custodies_of
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_record, spans_of
from kg.rows.tables import Tables


def put_stays(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Stay``, ``IN_CUSTODY``, ``AT``, ``IN_CASE`` and ``RECORDS``: one person held in one facility."""
    for entry in entries:
        for index, custody in enumerate(custodies_of(entry)):
            node = Key("Stay", resolution.penalties.stay[entry.id, index])
            party = Party("person", custody.person)
            facility = entry.facts.bodies[custody.facility].evidence
            for act in custody.acts:
                words = entry.words([*spans_of(entry, party, act), *facility.spans[:1]])
                tables.put_node("Stay", node.id, until=(act.date or entry.date) if act.type == "release" else None)
                tables.widen_dates(node, entry.date)
                tables.put_relationship("IN_CUSTODY", resolution.party(entry, party), node, words)
                if entry.id in resolution.case:
                    tables.put_relationship("IN_CASE", node, Key("Case", resolution.case[entry.id].id), words)
            key, _ = resolution.body[entry.id, custody.facility]
            tables.put_relationship("AT", node, key, entry.words(facility.spans[:1]))
            put_record(tables, entry, node, facility)
