"""A graph as a profile lets it out: one pure function, from which every export of a graph takes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from exports.part import choose_part
from exports.profiles.nodes import NodeWriter
from exports.profiles.plan import make_plan
from exports.profiles.profile import Profile
from exports.profiles.pseudonyms import Pseudonyms
from exports.profiles.record import Record
from exports.profiles.relationships import RelationshipWriter
from exports.profiles.removal import removed
from exports.profiles.words.secrets import Secrets
from exports.profiles.words.sensitive_words import SensitiveWords
from kg.decisions.consents import Consent
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.schema.schema import Schema

_TARGETED = "people_targeted"
# These are there for what refers to them, and would say where or by whom something was that does not leave.
_REFERRED = frozenset({"Source", "Place", "Court", "Facility", "Organisation", "Provision"})


@dataclass(frozen=True)
class Disclosure:
    """What leaves: the graph, what happened to everything, and what must not be found in a file of it.

    ``keys`` leads from each node's key to the one outside; empty where everything leaves as it is, and ``pseudonyms``
    are ``None`` then.
    """

    profile: Profile
    graph: Graph
    record: Record = field(default_factory=Record)
    secrets: Secrets = field(default_factory=Secrets)
    keys: Mapping[Key, Key] = field(default_factory=dict)
    pseudonyms: Pseudonyms | None = None

    def former(self, ids: Mapping[str, str]) -> dict[str, str]:
        """Former ids and those of today as both leave: a keyed id for what leaves under one."""
        if self.pseudonyms is None:
            return dict(ids)
        outside = {key.id: (key, kept) for key, kept in self.keys.items() if kept in self.graph.by_key}
        found = {}
        for id, to in ids.items():
            if to in outside:
                key, kept = outside[to]
                found[id if kept.id == to else self.pseudonyms.id(Key(key.label, id))] = kept.id
        return found

    def outside(self, key: Key) -> Key | None:
        """The key under which a node of the whole graph leaves; ``None`` if it does not."""
        if self.graph.by_key.get(key) and not self.keys:
            return key
        found = self.keys.get(key)
        return found if found in self.graph.by_key else None

    def part(self, whole: Graph, seeds: Iterable[Key]) -> "Disclosure":
        """The part around some things of the ``whole`` graph, with the record of what is in it.

        What does not leave counts where it would be in the part. Raises ``KgError`` if nothing of the part leaves.
        """
        around = list(seeds)
        graph = choose_part(self.graph, filter(None, map(self.outside, around)))
        inside = choose_part(whole, around).by_key

        def is_inside(key: Key) -> bool:
            outside = self.outside(key)
            return outside in graph.by_key if outside else key in inside

        return replace(self, graph=graph, record=self.record.part(is_inside))


def apply_profile(
    graph: Graph,
    profile: Profile,
    pseudonyms: Pseudonyms,
    sensitive: SensitiveWords,
    schema: Schema,
    consents: Mapping[str, Consent],
) -> Disclosure:
    """A graph as a profile lets it out.

    ``consents`` are by the ids of people and win over the profile: who consented is named, who refused is not, under
    ``full`` too. The same graph, profile and key give the same graph.
    """
    if profile.whole and "refused" not in consents.values():
        return Disclosure(profile, graph)
    record = Record()
    plan = make_plan(graph, profile, pseudonyms, sensitive, schema, consents)
    written = NodeWriter(plan, record)
    nodes = {node.key: new for node in graph.nodes if (new := written.write(node)) is not None}
    ends = {key: node.key for key, node in nodes.items()}
    outside = RelationshipWriter(plan, ends, record)
    relationships = _merge(filter(None, map(outside.write, graph.relationships)))
    left = _referred({node.key: node for node in nodes.values()}, relationships)
    kept = [r for r in relationships if r.start in left and r.end in left]
    counted = _recounted(left.values(), kept)
    return Disclosure(profile, make_graph(counted, kept), record, removed(plan), ends, pseudonyms)


def _recounted(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> list[Node]:
    """The nodes, each act with the number of those people against whom it is who leave too."""
    against: dict[Key, set[Key]] = defaultdict(set)
    for relationship in relationships:
        if relationship.properties.get("against"):
            against[relationship.end].add(relationship.start)
    return [
        Node(node.label, node.id, {**node.properties, _TARGETED: len(against[node.key])})
        if _TARGETED in node.properties
        else node
        for node in nodes
    ]


def _merge(relationships: Iterable[Relationship]) -> list[Relationship]:
    """One relationship where several are one now, such as two mentions without their places; its evidence is joined."""
    merged: dict[tuple[str, ...], Relationship] = {}
    for relationship in relationships:
        known = merged.get(relationship.key)
        merged[relationship.key] = relationship if known is None else _joined(known, relationship)
    return list(merged.values())


def _joined(a: Relationship, b: Relationship) -> Relationship:
    properties: dict[str, Any] = {**b.properties, **a.properties}
    passages = dict.fromkeys([*_passages(a), *_passages(b)])
    if passages:
        properties |= {"entries": [entry for entry, _ in passages], "spans": [span for _, span in passages]}
    return Relationship(a.type, a.start, a.end, properties)


def _passages(relationship: Relationship) -> list[tuple[Any, Any]]:
    entries, spans = (relationship.properties.get(name) for name in ("entries", "spans"))
    return list(zip(entries, spans, strict=True)) if isinstance(entries, list) and isinstance(spans, list) else []


def _referred(nodes: Mapping[Key, Node], relationships: Sequence[Relationship]) -> dict[Key, Node]:
    """The nodes without places, bodies, sources and provisions that nothing refers to any more."""
    around = defaultdict[Key, list[Key]](list)
    used: set[Key] = set()
    for relationship in relationships:
        if relationship.type == "PART_OF" or (
            relationship.type == "LOCATED_IN" and relationship.start.label != "Entry"
        ):
            around[relationship.start].append(relationship.end)
        else:
            used |= {relationship.start, relationship.end}
    ahead = [key for key in nodes if key in used]
    while ahead:
        new = [key for key in around[ahead.pop()] if key not in used]
        used.update(new)
        ahead += new
    return {key: node for key, node in nodes.items() if key.label not in _REFERRED or key in used}
