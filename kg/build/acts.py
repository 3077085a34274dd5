"""Acts: events, who stands in them, and where they happened."""

from collections.abc import Sequence, Set
from typing import Any

from ingest.facts import Act, Party
from kg.build.evidence import record, spans_of
from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.resolution import Resolution


def put_acts(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``Event``, ``INVOLVED_IN``, ``AT``, ``IN_CASE`` and ``RECORDS``.

    ``standing`` stands on the event and on every tie to it: an accusation is never shown as a finding (design, rule 6).
    """
    disputed = {who.event[m] for m in who.events.contradicting}
    disputed |= {who.event[who.events.accounts[m]] for m in who.events.contradicting}
    for entry in entries:
        for index, act in enumerate(entry.facts.acts):
            node = _put_event(tables, entry, act, index, who, disputed)
            record(tables, entry, node, act.evidence)
            for role, parties in (("to", act.to), ("by", act.by)):
                for party in parties:
                    _involve(tables, entry, act, party, node, who, role=role, standing=act.standing)
            _put_scene(tables, entry, act, node, who)
            if entry.id in who.case:
                case = Key("Case", who.case[entry.id].id)
                tables.tie("IN_CASE", node, case, entry.words(act.evidence.spans[:1]))

    _put_contradictions(tables, entries, who)


def _put_contradictions(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``CONTRADICTS`` from the earlier account to the later, resting on the words of both."""
    verbs = {
        (entry.id, i): entry.words(act.evidence.spans[:1])
        for entry in entries
        for i, act in enumerate(entry.facts.acts)
    }
    for mention in sorted(who.events.contradicting):
        first = who.events.accounts[mention]
        earlier, later = Key("Event", who.event[first]), Key("Event", who.event[mention])
        if earlier != later:  # a person may have judged them one
            tables.tie("CONTRADICTS", earlier, later, verbs[first] + verbs[mention])


def _put_event(tables: Tables, entry: ActiveEntry, act: Act, index: int, who: Resolution, disputed: Set[str]) -> Key:
    mention = (entry.id, index)
    id = who.event[mention]
    reason = entry.facts.entry.text[act.reason.start : act.reason.end] if act.reason else None
    return tables.put(
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
        reason=reason,
        disputed=True if id in disputed else None,
        account_of=who.event[who.events.accounts.get(mention, mention)],
    )


def _involve(
    tables: Tables, entry: ActiveEntry, act: Act, party: Party, event: Key, who: Resolution, **properties: Any
) -> None:
    office = entry.facts.persons[party.index].office if party.kind == "person" else None
    words = entry.words([*spans_of(entry, party, act), act.evidence.spans[0]])
    tables.tie("INVOLVED_IN", who.party(entry, party), event, words, office=office, **properties)


def _put_scene(tables: Tables, entry: ActiveEntry, act: Act, event: Key, who: Resolution) -> None:
    """The facility the words name; else the header's place, for an act that the text does not date otherwise."""
    if act.at is not None:
        facility = entry.facts.bodies[act.at]
        tables.tie("AT", event, who.body[entry.id, act.at][0], entry.words(facility.evidence.spans[:1]))
    if entry.facts.places and not act.date:
        place = entry.facts.places[-1]
        tables.tie("AT", event, Key("Place", who.entry_place[entry.id]), entry.words(place.evidence.spans))
