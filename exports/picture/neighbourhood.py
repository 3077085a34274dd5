"""The neighbourhood of a node: breadth first, up to a maximum, with a note on what was left out."""

from collections import defaultdict

from ingest.errors import KgError
from kg.graph.value import Graph, Key
from kg.schema.schema import Schema

# Which labels are kept first where the maximum leaves some out; others come after them.
_FIRST = ("Person", "Event", "Case", "Charge", "Sanction", "Stay", "Facility", "Court", "Organisation")
_RANK = {label: rank for rank, label in enumerate(_FIRST)}
# That one entry names two nodes does not connect them (design, rule 1).
_DOCUMENTS = frozenset({"Entry", "Report", "Source"})
# The search does not go on from these: half the country meets in a city, under an article, at a day of rallies.
_ENDS = _DOCUMENTS | {"Place", "Provision", "Campaign"}
# Nor from a body with more neighbours than this: two people who met the same ministry are no nearer for it.
_BUSY = 25


def neighbourhood(graph: Graph, centre: Key, hops: int, most: int, schema: Schema) -> tuple[list[Key], str | None]:
    """The keys within ``hops`` of a node, itself first, at most ``most``; and a sentence on what was left out.

    At one distance, labels are in the order of ``_FIRST``, and within a label the nodes with more neighbours nearer by
    come first. Raises ``KgError`` if the graph has no such node.
    """
    if centre not in graph.by_key:
        raise KgError(f"The graph has no such {centre.label}; it may have changed since. Look it up again.")
    neighbours = _adjacency(graph, centre, schema)
    found, ring = [centre], [centre]
    seen = {centre}
    for _ in range(hops):
        links: dict[Key, int] = defaultdict(int)
        for at in ring:
            if at == centre or not _is_end(at, neighbours):
                for key in neighbours[at] - seen:
                    links[key] += 1
        ring = sorted(links, key=lambda key: (_RANK.get(key.label, len(_RANK)), -links[key], key))
        seen.update(ring)
        found += ring
    more = len(found) - most
    note = f"{more} of {len(found)} things within {_hops(hops)} were left out (at most {most} are drawn)."
    return found[:most], note if more > 0 else None


def _adjacency(graph: Graph, centre: Key, schema: Schema) -> dict[Key, set[Key]]:
    """Each node's neighbours; a document's own relationships count only where the document is the centre."""
    neighbours: dict[Key, set[Key]] = defaultdict(set)
    for relationship in graph.relationships:
        real = schema.relationships[relationship.type].evidence and relationship.start.label not in _DOCUMENTS
        if real or (centre.label in _DOCUMENTS and centre in (relationship.start, relationship.end)):
            neighbours[relationship.start].add(relationship.end)
            neighbours[relationship.end].add(relationship.start)
    return neighbours


def _is_end(key: Key, neighbours: dict[Key, set[Key]]) -> bool:
    return key.label in _ENDS or (key.label in ("Organisation", "Court", "Facility") and len(neighbours[key]) > _BUSY)


def _hops(count: int) -> str:
    return "one hop" if count == 1 else f"{count} hops"
