"""What is near a thing: breadth first, the nearest and the most telling first, up to a cap that is said."""

from collections import defaultdict

from kg.graph import Graph, Key
from kg.schema import Schema

# Which things are kept first where the cap leaves some out.
_RANK = (
    *("Person", "Event", "Case", "Charge", "Sanction", "Stay", "Facility", "Court", "Organisation"),
    *("Campaign", "Provision", "Place", "Entry", "Report", "Source"),
)
# From these the search does not go on: half the country meets in a city or under an article.
_ENDS = frozenset({"Place", "Provision", "Campaign", "Entry", "Report", "Source"})
# That an entry names or records things is no tie between them (design, rule 1).
_DOCUMENTS = frozenset({"Entry", "Report", "Source"})


def neighbourhood(graph: Graph, centre: Key, hops: int, most: int, schema: Schema) -> tuple[list[Key], str | None]:
    """The keys within ``hops`` of a thing, itself first, at most ``most``; and a sentence on what was left out."""
    beside = _adjacency(graph)
    found, ring, left_out = [centre], [centre], 0
    seen = {centre}
    for _ in range(hops):
        near = {key for at in ring if at == centre or at.label not in _ENDS for key in beside[at]} - seen
        seen |= near
        ring = sorted(near, key=lambda key: (_RANK.index(key.label), key))
        kept = ring[: most - len(found)]
        left_out += len(ring) - len(kept)
        found += kept
        ring = kept
    said = f"{left_out} things within {hops} hops were left out (at most {most} are drawn)." if left_out else None
    return found, said


def _adjacency(graph: Graph) -> dict[Key, set[Key]]:
    beside: dict[Key, set[Key]] = defaultdict(set)
    for tie in graph.relationships:
        if tie.start.label not in _DOCUMENTS:
            beside[tie.start].add(tie.end)
            beside[tie.end].add(tie.start)
    return beside
