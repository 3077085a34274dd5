"""What is near a thing: breadth first, the nearest and the most telling first, up to a cap that is said."""

from collections import defaultdict

from ingest.errors import KgError
from kg.graph.value import Graph, Key
from kg.schema.schema import Schema

# Which things are kept first where the cap leaves some out; kinds that are not named here come after them.
_FIRST = ("Person", "Event", "Case", "Charge", "Sanction", "Stay", "Facility", "Court", "Organisation")
_RANK = {label: rank for rank, label in enumerate(_FIRST)}
# That an entry names or records things is no tie between them (design, rule 1).
_DOCUMENTS = frozenset({"Entry", "Report", "Source"})
# From these the search does not go on: half the country meets in a city, under an article, at a day of rallies.
_ENDS = _DOCUMENTS | {"Place", "Provision", "Campaign"}
# Nor from a body that so many are tied to: that two men met the same ministry brings them no nearer.
_BUSY = 25


def neighbourhood(graph: Graph, centre: Key, hops: int, most: int, schema: Schema) -> tuple[list[Key], str | None]:
    """The keys within ``hops`` of a thing, itself first, at most ``most``; and a sentence on what was left out.

    Within a ring the kinds stand in the order of what they tell, and of one kind those with more ties to what is nearer
    come first. Raises ``KgError`` where the graph has no such thing.
    """
    if centre not in graph.by_key:
        raise KgError(f"The graph has no such {centre.label}; it may have changed meanwhile. Look it up again.")
    beside = _adjacency(graph, centre, schema)
    found, ring = [centre], [centre]
    seen = {centre}
    for _ in range(hops):
        ties: dict[Key, int] = defaultdict(int)
        for at in ring:
            if at == centre or not _is_end(at, beside):
                for key in beside[at] - seen:
                    ties[key] += 1
        ring = sorted(ties, key=lambda key: (_RANK.get(key.label, len(_RANK)), -ties[key], key))
        seen.update(ring)
        found += ring
    more = len(found) - most
    said = f"{more} of {len(found)} things within {_hops(hops)} were left out (at most {most} are drawn)."
    return found[:most], said if more > 0 else None


def _adjacency(graph: Graph, centre: Key, schema: Schema) -> dict[Key, set[Key]]:
    """What is tied to what in the world; a document's own ties count only where the document is the centre."""
    beside: dict[Key, set[Key]] = defaultdict(set)
    for tie in graph.relationships:
        real = schema.relationships[tie.type].evidence and tie.start.label not in _DOCUMENTS
        if real or (centre.label in _DOCUMENTS and centre in (tie.start, tie.end)):
            beside[tie.start].add(tie.end)
            beside[tie.end].add(tie.start)
    return beside


def _is_end(key: Key, beside: dict[Key, set[Key]]) -> bool:
    return key.label in _ENDS or (key.label in ("Organisation", "Court", "Facility") and len(beside[key]) > _BUSY)


def _hops(count: int) -> str:
    return "one hop" if count == 1 else f"{count} hops"
