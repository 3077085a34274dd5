"""All answers of identity together: what the build asks when it makes rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Party
from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, person_mention_ids
from kg.graph.value import Key
from kg.identity.bodies.bodies import resolve_bodies
from kg.identity.bodies.places import resolve_places
from kg.identity.campaigns.campaigns import Campaign, resolve_campaigns
from kg.identity.cases.cases import CaseOfEntry, resolve_cases
from kg.identity.events import Events, resolve_events
from kg.identity.links import Link, RefusedLink
from kg.identity.overrides import (
    override_accounts,
    override_bodies,
    override_campaigns,
    override_cases,
    override_one_by_one,
    override_places,
)
from kg.identity.penalties.penalties import Penalties, resolve_penalties
from kg.identity.people.block_cache import BlockCache
from kg.identity.people.people import resolve_people
from kg.identity.people.values import People
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings, find_retellings
from kg.identity.types import BodyKeys, PersonIds


@dataclass(frozen=True)
class Resolution:
    """Who and what is one, by entry id and position in that entry's facts."""

    jurisdiction: Jurisdiction
    people: People
    person: PersonIds
    body: BodyKeys
    place: Mapping[MentionKey, str]
    entry_place: Mapping[str, str]
    case: Mapping[str, CaseOfEntry]
    campaign: Mapping[str, Campaign]
    event: Mapping[MentionKey, str]
    events: Events
    penalties: Penalties
    different: frozenset[frozenset[str]]
    """The things (ids, two by two) that a person said are two."""
    ids: Mapping[str, str]
    """Every mention's id with the id of the thing it is a mention of now."""
    links: tuple[Link, ...] = ()
    """The links that made entries one case or one campaign."""
    retellings: Retellings = NOTHING_AGAIN
    """Which entries tell again what another report's entry tells."""

    def party(self, entry: ActiveEntry, party: Party) -> Key:
        """The node that is in an act."""
        if party.kind == "person":
            return Key("Person", self.person[entry.id, party.index])
        return self.body[entry.id, party.index][0]


def resolve(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    judgements: Sequence[Judgement] = (),
    block_cache: BlockCache | None = None,
    refused: Sequence[RefusedLink] = (),
) -> Resolution:
    """Decide who and what is one among the entries in force; what people judged outranks the rules.

    ``judgements`` are free of conflicts (``constraints.separate_conflicts``).
    ``refused`` are links that people refused.
    """
    told = find_retellings(entries, refused)
    place, place_ids = override_places(entries, resolve_places(entries, jurisdiction), judgements)
    entry_place = {entry.id: place[entry.id, len(entry.facts.places) - 1] for entry in entries if entry.facts.places}
    bodies = resolve_bodies(entries, entry_place, jurisdiction)
    bodies |= {mention: bodies[first] for mention, first in told.bodies.items()}
    body, body_ids = override_bodies(entries, bodies, judgements)
    people = resolve_people(entries, jurisdiction, judgements, block_cache, told)
    person = people.person
    cases = resolve_cases(entries, person, body, jurisdiction, refused, told)
    case, case_ids = override_cases(entries, cases.of_entry, judgements)
    events = resolve_events(entries, person, body, case, told.acts)
    event, event_ids = override_one_by_one(events.event, events.mention, judgements)
    penalties = resolve_penalties(entries, person, body, case, judgements, told)
    campaigns = resolve_campaigns(entries, person, body, refused, told.first)
    campaign, campaign_ids = override_campaigns(entries, campaigns.of_entry, judgements)
    mentions = person_mention_ids(entries)
    ids = {mentions[mention]: id for mention, id in person.items()}
    ids |= place_ids | body_ids | case_ids | event_ids | campaign_ids | penalties.ids
    different = frozenset(
        frozenset((ids[j.a], ids[j.b])) for j in judgements if j.answer == "different" and {j.a, j.b} <= ids.keys()
    )
    events = override_accounts(events, event, different)
    return Resolution(
        jurisdiction,
        people,
        person,
        body,
        place,
        entry_place,
        case,
        campaign,
        event,
        events,
        penalties,
        different,
        ids,
        (*cases.links, *campaigns.links),
        told,
    )
