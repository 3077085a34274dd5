"""Acts: events, who was involved, and where they happened."""

from collections.abc import Sequence, Set
from typing import Any

from ingest.facts import Act, Party
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_record, spans_of
from kg.rows.tables import Tables


def put_acts(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Event``, ``INVOLVED_IN``, ``AT``, ``IN_CASE`` and ``RECORDS``.

    The event and every ``INVOLVED_IN`` carry ``standing``: an accusation is never shown as a finding (design, rule 6).
    """
    disputed = {resolution.event[m] for m in resolution.events.contradicting}
    disputed |= {resolution.event[resolution.events.accounts[m]] for m in resolution.events.contradicting}
    for entry in entries:
        for index, act in enumerate(entry.facts.acts):
            node = _put_event(tables, entry, act, index, resolution, disputed)
            put_record(tables, entry, node, act.evidence, act.day_number)
            for role, parties in (("to", act.to), ("by", act.by)):
                for party in parties:
                    _put_involvement(tables, entry, act, party, node, resolution, role=role, standing=act.standing)
            _put_scene(tables, entry, act, node, resolution)
            if entry.id in resolution.case:
                case = Key("Case", resolution.case[entry.id].id)
                tables.put_relationship("IN_CASE", node, case, entry.words(act.evidence.spans[:1]))

    _put_contradictions(tables, entries, resolution)


def _put_contradictions(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``CONTRADICTS`` from the earlier account to the later, resting on the words of both."""
    verbs = {
        (entry.id, i): entry.words(act.evidence.spans[:1])
        for entry in entries
        for i, act in enumerate(entry.facts.acts)
    }
    for mention in sorted(resolution.events.contradicting):
        first = resolution.events.accounts[mention]
        earlier, later = Key("Event", resolution.event[first]), Key("Event", resolution.event[mention])
        if earlier != later:  # a decision may have merged them
            tables.put_relationship("CONTRADICTS", earlier, later, verbs[first] + verbs[mention])


def _put_event(
    tables: Tables, entry: ActiveEntry, act: Act, index: int, resolution: Resolution, disputed: Set[str]
) -> Key:
    mention = (entry.id, index)
    id = resolution.event[mention]
    reason = entry.quote(act.reason) if act.reason else None
    return tables.put_node(
        "Event",
        id,
        type=act.type,
        date=act.date or entry.date,
        reported=entry.date,
        standing=act.standing,
        outcome=act.outcome,
        next=act.next,
        hours=act.hours,
        count=act.count,
        notices=act.notices,
        reason=reason,
        disputed=True if id in disputed else None,
        account_of=resolution.event[resolution.events.accounts.get(mention, mention)],
    )


def _put_involvement(
    tables: Tables, entry: ActiveEntry, act: Act, party: Party, event: Key, resolution: Resolution, **properties: Any
) -> None:
    office = entry.facts.persons[party.index].office if party.kind == "person" else None
    words = entry.words([*spans_of(entry, party, act), act.evidence.spans[0]])
    tables.put_relationship("INVOLVED_IN", resolution.party(entry, party), event, words, office=office, **properties)


def _put_scene(tables: Tables, entry: ActiveEntry, act: Act, event: Key, resolution: Resolution) -> None:
    """Put ``AT`` the facility that the words name, and the header's place unless the text dates the act otherwise."""
    if act.at is not None:
        facility = entry.facts.bodies[act.at]
        key, _ = resolution.body[entry.id, act.at]
        tables.put_relationship("AT", event, key, entry.words(facility.evidence.spans[:1]))
    if entry.facts.places and not act.date:
        place = Key("Place", resolution.entry_place[entry.id])
        tables.put_relationship("AT", event, place, entry.words_of_place(entry.facts.places[-1]))
