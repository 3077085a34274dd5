"""What a profile does to each thing of a graph, before any row is written.

A protected person takes with them, in every entry that names them, what would name them again: the text, the quoted
words, the addresses of sources, the titles and numbers of cases.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from exports.profiles.people.groups import Signs, group_of
from exports.profiles.people.told import GraphTold, gather
from exports.profiles.profile import Group, Profile, Treatment
from exports.profiles.pseudonyms import Pseudonyms
from exports.profiles.words.links import CleanLink, clean_link, readable
from exports.profiles.words.names import find_namesakes, names_to_hide
from exports.profiles.words.secrets import Secrets
from exports.profiles.words.sensitive_words import Sensitive, SensitiveWords
from kg.decisions.consents import Consent
from kg.graph.evidence import passages_of
from kg.graph.value import Graph, Key, Relationship
from kg.schema.schema import Schema

Why = Group | Literal["consent given", "consent refused", "has a protected name in another script"]

TOLD = frozenset({"Event", "Charge", "Sanction", "Stay", "Case"})
"""Labels of what is told of people."""

BODIES = frozenset({"Court", "Facility", "Organisation"})

_REFUSED = Treatment("pseudonym", "month", "region", "keep")
_NAMED = Treatment("pseudonym")


@dataclass(frozen=True)
class Plan:
    """``people`` has every person; ``things`` and ``entries`` only those that tell of protected people."""

    profile: Profile
    schema: Schema
    pseudonyms: Pseudonyms
    sensitive: SensitiveWords
    told: GraphTold
    why: Mapping[Key, Why]
    people: Mapping[Key, Treatment]
    things: Mapping[Key, Treatment]
    entries: Mapping[Key, Treatment]
    links: Mapping[Key, CleanLink]
    names: Secrets
    found: Mapping[str, Sequence[Sensitive]]
    """What must not leave of the text of each entry (id)."""

    def keyed(self, key: Key) -> bool:
        """Whether another id stands for a node's own."""
        if key.label == "Entry":
            return self.is_wordless(key)
        own = key.label == "Person" or key.label in TOLD | BODIES or key.label == "Campaign"
        return own and (self.profile.keyed_ids or key in self.things or self.is_protected(key))

    def id(self, key: Key) -> str:
        """The id under which a node leaves."""
        return self.pseudonyms.id(key) if self.keyed(key) else key.id

    def is_wordless(self, entry: Key) -> bool:
        """Whether no words of an entry leave: neither its text nor a quotation, nor where in it they are."""
        return entry in self.entries or self.profile.texts == "drop"

    def is_protected(self, key: Key) -> bool:
        """Whether a person does not leave by name."""
        return key.label == "Person" and self.people[key].name != "keep"


def make_plan(
    graph: Graph,
    profile: Profile,
    pseudonyms: Pseudonyms,
    sensitive: SensitiveWords,
    schema: Schema,
    consents: Mapping[str, Consent],
) -> Plan:
    """Decide about every person, and about what is told of them. ``consents`` are by the ids of people."""
    told = gather(graph)
    signs = Signs(told, sensitive)
    why: dict[Key, Why] = {}
    people: dict[Key, Treatment] = {}
    for key, person in told.people.items():
        consent = consents.get(key.id)
        group = None if consent or profile.whole else group_of(person, signs)
        why[key] = group or ("consent refused" if consent == "refused" else "consent given" if consent else "other")
        people[key] = profile.of_group(group) if group else _REFUSED if consent == "refused" else Treatment()
    protected = {key: treatment for key, treatment in people.items() if treatment.name != "keep"}
    for key in [*find_namesakes(graph, protected, sensitive.scripts)]:
        if consents.get(key.id) != "given":
            people[key] = protected[key] = people[key].stricter(_NAMED)
            why[key] = "has a protected name in another script"
    names = names_to_hide(graph, protected, schema, sensitive.scripts)
    things = _things(graph, protected)
    entries = _entries(told, protected, things, names)
    links = _links(graph, entries, profile, sensitive, names)
    found = {id: leaving_out(profile, sensitive, text) for id, text in told.texts.items()}
    _join_recorded(things, entries, told)
    return Plan(profile, schema, pseudonyms, sensitive, told, why, people, things, entries, links, names, found)


def leaving_out(profile: Profile, sensitive: SensitiveWords, text: str) -> list[Sensitive]:
    """What of a text a profile leaves out."""
    if "drop" not in profile.words.values():
        return []
    return [found for found in sensitive.find(text) if profile.words.get(found.subject) == "drop"]


def _join_recorded(things: dict[Key, Treatment], entries: Mapping[Key, Treatment], told: GraphTold) -> None:
    """What an entry tells that names a protected person is as inexact as the entry, whoever else it is about."""
    for thing, recorded in told.recorded_in.items():
        for entry in recorded:
            if entry in entries:
                _join(things, thing, entries[entry])


def _things(graph: Graph, protected: Mapping[Key, Treatment]) -> dict[Key, Treatment]:
    """What is told of protected people, and the cases that it belongs to, each with the strictest of their rules."""
    things: dict[Key, Treatment] = {}
    for relationship in graph.relationships:
        for person, thing in (_ends(relationship), _ends(relationship)[::-1]):
            if person in protected and thing.label in TOLD:
                _join(things, thing, protected[person])
    for relationship in graph.relationships:
        if relationship.type == "IN_CASE" and relationship.start in things:
            _join(things, relationship.end, things[relationship.start])
    return things


def _entries(
    told: GraphTold, protected: Mapping[Key, Treatment], things: Mapping[Key, Treatment], names: Secrets
) -> dict[Key, Treatment]:
    """The entries that name or tell of protected people."""
    entries: dict[Key, Treatment] = {}
    for relationship in told.graph.relationships:
        for person in _ends(relationship):
            if person in protected:
                for entry in _entries_of(relationship):
                    _join(entries, entry, protected[person])
    for thing, treatment in things.items():
        for entry in told.recorded_in.get(thing, ()):
            _join(entries, entry, treatment)
    for id, text in told.texts.items():
        if names.is_in(text):
            _join(entries, Key("Entry", id), _NAMED)
    return entries


def _entries_of(relationship: Relationship) -> Iterator[Key]:
    if relationship.start.label == "Entry":
        yield relationship.start
    for passage in passages_of(relationship):
        if passage.span is not None:
            yield Key("Entry", passage.entry)


def _links(
    graph: Graph, entries: Iterable[Key], profile: Profile, sensitive: SensitiveWords, names: Secrets
) -> dict[Key, CleanLink]:
    closed = set(entries)
    cited = {r.end for r in graph.relationships if r.type == "CITES" and r.start in closed}
    links = {}
    for node in graph.nodes:
        if node.label == "Source":
            protected = node.key in cited or names.is_in(readable(node.id))
            link = clean_link(node.id, protected, profile.links, sensitive.words)
            if link.url and names.is_in(readable(link.url)):  # the host itself is somebody's name
                link = CleanLink(None, link.kind)
            links[node.key] = link
    return links


def _join(treatments: dict[Key, Treatment], key: Key, treatment: Treatment) -> None:
    treatments[key] = treatments[key].stricter(treatment) if key in treatments else treatment


def _ends(relationship: Relationship) -> tuple[Key, Key]:
    return relationship.start, relationship.end
