"""Under which names each thing of a graph is found, and how many entries mention it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.value import Graph, Key, Node, Relationship

NAMED = ("Person", "Organisation", "Court", "Facility", "Place")
"""The kinds of thing that have several spellings."""
FOUND_BY_NAME = (*NAMED, "Provision", "Case", "Campaign", "Source", "Report")
"""The kinds of thing that have a name or an address, in the order in which they are shown where all else is equal.

Acts, charges, sanctions and stays have none; they are found by the entries that report them.
"""
_MENTIONING = frozenset({"MENTIONS", "CITES", "IN_REPORT", "LOCATED_IN"})
_BODIES = ("Organisation", "Court", "Facility")
_IN_TITLE = frozenset({"Case", "Campaign"})


@dataclass(frozen=True)
class Thing:
    """A thing to be found: label, key, the name it is shown under, all spellings, and how many entries mention it."""

    kind: str
    id: str
    name: str
    spellings: tuple[str, ...]
    entries: int


def list_things(graph: Graph) -> list[Thing]:
    """Everything that has a name, the most mentioned first; of those, people before all others."""
    counts = count_entries(graph.relationships)
    things = [_thing(node, counts.get(node.key, 0)) for node in graph.nodes if node.label in FOUND_BY_NAME]
    things = _with_places(things, graph)
    return sorted(things, key=lambda thing: (-thing.entries, FOUND_BY_NAME.index(thing.kind), thing.id))


def count_entries(relationships: Iterable[Relationship]) -> Mapping[Key, int]:
    """How many entries name, cite or tell of each thing that is found by name."""
    entries: dict[Key, set[str]] = defaultdict(set)
    for relationship in relationships:
        if relationship.start.label == "Entry" and relationship.type in _MENTIONING:
            entries[relationship.end].add(relationship.start.id)
        elif relationship.end.label in _IN_TITLE:
            told = relationship.properties.get("entries")
            entries[relationship.end].update(map(str, told) if isinstance(told, list) else ())
    return {key: len(found) for key, found in entries.items()}


def _thing(node: Node, entries: int) -> Thing:
    spellings = tuple(dict.fromkeys(_spellings(node)))
    return Thing(node.label, node.id, spellings[0] if spellings else node.id, spellings, entries)


def _with_places(things: Sequence[Thing], graph: Graph) -> list[Thing]:
    """The things, bodies of one name each with the place it is in: the ``city court`` of every city."""
    names = Counter((thing.kind, thing.name.lower()) for thing in things if thing.kind in _BODIES)
    places = {
        r.start: str(graph.by_key[r.end].properties["name"])
        for r in graph.relationships
        if r.type == "LOCATED_IN"
        and names[r.start.label, str(graph.by_key[r.start].properties.get("name")).lower()] > 1
    }
    return [
        replace(thing, name=f"{thing.name}, {place}") if (place := places.get(Key(thing.kind, thing.id))) else thing
        for thing in things
    ]


def _spellings(node: Node) -> Iterator[str]:
    """The name it is shown under, then every other one."""
    properties = node.properties
    if node.label == "Provision":
        yield from _spellings_of_provision(node)
    elif node.label == "Source":
        yield node.id
    for name in ("name", "title"):
        if text := properties.get(name):
            yield str(text)
    names = properties.get("names")
    yield from map(str, names if isinstance(names, list) else ())


def _spellings_of_provision(node: Node) -> Iterator[str]:
    """``CC:405/2`` is found as ``CC 405/2`` and as ``405/2``."""
    yield node.id
    if article := node.id.partition(":")[2]:
        yield article
