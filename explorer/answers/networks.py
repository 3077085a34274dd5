"""Things and the lines between them, as the canvas draws them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.answers.things import Standing, Thing, make_thing, read_standing, standing_of_node
from exports.picture.captions import date_of_fact
from exports.picture.choice.connections import FACTS
from kg.graph.value import Key, Node, Relationship
from kg.schema.labels import load_labels
from kg.schema.sentences import phrase, say, spoken
from kg.stores import Store
from queries.networks.lines import read_lines
from queries.networks.neighbours import Direction, Neighbours, Way, count_neighbours, count_on, read_neighbours
from queries.networks.nodes import find_keys, read_nodes
from queries.pages.phrases import PARTS, plain


@dataclass(frozen=True)
class Line:
    """A relationship. ``kind`` is its type and ``role`` the part that its start has, where it has one.

    ``standing`` says how far it is established: dashed where alleged, struck through where denied. ``count`` is in how
    many entries it is reported. ``facts`` are the ids of the acts, charges, sanctions or custody at its ends.
    """

    id: str
    source: str
    target: str
    kind: str
    role: str
    label: str
    standing: Standing
    since: str | None
    until: str | None
    count: int
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Network:
    """Things and lines. ``left_out`` is how many things there are besides.

    ``next`` is the ``skip`` with which the next of them come; ``None`` where there are none.
    """

    things: tuple[Thing, ...]
    lines: tuple[Line, ...]
    left_out: int = 0
    next: int | None = None


@dataclass(frozen=True)
class NeighbourCount:
    """A way on from a thing, and how many things are at its end."""

    relationship: str
    direction: Direction
    kind: str
    label: str
    count: int


def count_ways(store: Store, thing: Key) -> list[NeighbourCount]:
    """The ways on from a thing with how many things are at their ends, most first."""
    words = load_labels(spoken())
    counted = [
        NeighbourCount(
            way.relationship,
            way.direction,
            way.kind,
            f"{words.relationships[way.relationship]} ({words.nodes[way.kind]})",
            count,
        )
        for way, count in count_neighbours(store, thing).items()
    ]
    return sorted(counted, key=lambda each: (-each.count, each.relationship, each.kind))


def read_around(store: Store, thing: Key, ways: Collection[Way], most: int, skip: int = 0) -> Network:
    """A thing, at most so many things at the ends of some ways, and every line among all of them.

    ``skip`` is how many of the things at the ends were given before.
    """
    found: dict[Key, None] = {thing: None}
    taken = left_out = 0
    passed = skip
    for way in ways:
        around = _next_along(store, thing, way, most - taken, passed)
        found |= dict.fromkeys(around.keys)
        taken += len(around.keys)
        left_out += max(0, around.total - passed - len(around.keys))
        passed = max(0, passed - around.total)
    network = make_network(store, list(found), left_out)
    return replace(network, next=skip + taken if left_out else None)


def _next_along(store: Store, thing: Key, way: Way, most: int, skip: int) -> Neighbours:
    if most:
        return read_neighbours(store, thing, way, most, skip)
    return Neighbours((), count_on(store, thing, way))


def read_network(store: Store, ids: Sequence[str]) -> Network:
    """The things of some ids, and every line among them. Ids of nothing are left out."""
    return make_network(store, list(find_keys(store, ids).values()))


def make_network(store: Store, keys: Sequence[Key], left_out: int = 0) -> Network:
    """The things of some keys, and every line among them."""
    nodes = read_nodes(store, keys)
    lines = [make_line(each, nodes) for each in read_lines(store, list(nodes))]
    return Network(tuple(make_thing(node) for node in nodes.values()), tuple(lines), left_out)


def make_line(relationship: Relationship, nodes: Mapping[Key, Node]) -> Line:
    """A relationship between two of some nodes as a line."""
    p = relationship.properties
    ends = [nodes[relationship.start], nodes[relationship.end]]
    facts = [node for node in ends if node.label in FACTS]
    dated = next((date for node in facts if (date := date_of_fact(node))), None)
    entries = p.get("entries")
    role = role_of(relationship)
    return Line(
        id=" ".join(relationship.key),
        source=relationship.start.id,
        target=relationship.end.id,
        kind=relationship.type,
        role=role,
        label=label_of(relationship.type, role),
        standing=_standing(relationship, facts),
        since=str(p.get("first_seen") or dated) if p.get("first_seen") or dated else None,
        until=str(p.get("last_seen") or dated) if p.get("last_seen") or dated else None,
        count=len(set(entries)) if isinstance(entries, list) else 1,
        facts=tuple(node.id for node in facts),
    )


_ROLES = {"to": phrase("to whom"), "by": phrase("by whom"), **PARTS}


def role_of(relationship: Relationship) -> str:
    """The part that the start of a relationship has: a role, a kinship, a membership; empty where it has none."""
    named = (relationship.properties.get(name) for name in ("role", "kind", "as"))
    return next((str(role) for role in named if role), "")


def label_of(type: str, role: str) -> str:
    """What a line is, in a word or two."""
    if role in _ROLES:
        return say(_ROLES[role])
    return plain(role) if role else load_labels(spoken()).relationships[type]


def _standing(relationship: Relationship, facts: Sequence[Node]) -> Standing:
    """The weakest of what the line and the facts at its ends say of themselves."""
    p = relationship.properties
    if p.get("role") == "perpetrator":
        return "accused"
    own = read_standing(p.get("standing"))
    said = [own] if own != "stated" else [standing_of_node(node) for node in facts]
    return next((standing for standing in said if standing != "stated"), "stated")
