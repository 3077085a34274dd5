"""Which courts, facilities and organisations are one: a body is its kind, its name and its place (design, rule 3).

A generic name (``city court``, ``akimat``) takes the place its words name, else the place of its entry; without one it
stays apart, entry by entry. Any other name is one body wherever it is told.
"""

from collections.abc import Mapping, Sequence

from ingest.facts import Body
from ingest.jurisdiction import GazetteerPlace, Jurisdiction
from kg.graph import Key
from kg.identity.folding import fold
from kg.identity.places import place_of_words
from kg.told import Told, thing_id

LABELS = {"court": "Court", "facility": "Facility", "organisation": "Organisation"}
_SMALL_WORDS = frozenset({"the", "of", "a", "an", "in", "for", "and"})


def resolve_bodies(
    told: Sequence[Told], entry_place: Mapping[str, str], jurisdiction: Jurisdiction
) -> dict[tuple[str, int], tuple[Key, str | None]]:
    """Every mention of a body with its node's key and the id of the place it is in, where known.

    ``entry_place`` is the most specific place of each entry, by entry id.
    """
    resolved = {}
    for entry in told:
        for index, body in enumerate(entry.facts.bodies):
            named = place_of_words(body.place, jurisdiction) if body.place else None
            own = body.generic and not body.place
            place = named or (entry_place.get(entry.id) if own else None)
            known = jurisdiction.gazetteer.get(place or "")
            resolved[entry.id, index] = Key(LABELS[body.kind], _body_id(entry, body, place, known)), place
    return resolved


def _body_id(entry: Told, body: Body, place: str | None, known: GazetteerPlace | None) -> str:
    without = [body.place or "", *(known.names if known else ())] if body.generic else []
    # In a city its administration is called `akimat`, `city akimat` and `akimat of the city`.
    without += ["city"] if body.generic and known and known.kind == "city" and body.kind == "organisation" else []
    name = comparable(body.name, " ".join(without))
    if not body.generic or (body.place and place is None):
        return thing_id(body.kind, comparable(body.name))  # the words name a place that no gazetteer has
    if place is None:
        return entry.mention_id(body.kind, name)
    return thing_id(body.kind, name, place)


def comparable(name: str, without: str = "") -> str:
    """Folded words in order of the alphabet, small ones and the place's own left out.

    ``akimat of the city`` and ``city akimat`` are one; ``Akimat of Astana`` is the akimat that is in Astana.
    """
    left_out = _SMALL_WORDS | set(fold(without).split())
    words = fold(name).split()
    return " ".join(sorted({w for w in words if w not in left_out})) or fold(name)
