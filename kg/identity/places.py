"""Which places are one: the gazetteer's id where it has the name, else the name within the place before it."""

from collections.abc import Sequence

from ingest.facts import Place
from ingest.jurisdiction import GazetteerPlace, Jurisdiction
from kg.identity.folding import fold
from kg.told import Told, thing_id

KIND_WORDS = frozenset({"region", "oblast", "city", "town", "village", "settlement", "district"})


class Gazetteer:
    """The pack's places under every name they have had."""

    def __init__(self, jurisdiction: Jurisdiction) -> None:
        self.places = jurisdiction.gazetteer
        self._by_name: dict[str, str] = {}
        for place in self.places.values():
            for name in place.names:
                self._by_name.setdefault(fold(name), place.id)

    def find(self, name: str) -> str | None:
        """The id of the place of that name, with or without the word for its kind; ``None`` where there is none."""
        folded = fold(name)
        bare = " ".join(w for w in folded.split() if w not in KIND_WORDS)
        return self._by_name.get(folded) or self._by_name.get(bare)

    def above(self, id: str) -> list[GazetteerPlace]:
        """The place and what it lies within, from the specific to the general."""
        chain = []
        place = self.places.get(id)
        while place:
            chain.append(place)
            place = self.places.get(place.within) if place.within else None
        return chain


def resolve_places(told: Sequence[Told], gazetteer: Gazetteer) -> dict[tuple[str, int], str]:
    """Every header place (entry id, position) with the id of its node.

    A place the gazetteer lacks is its name within the more general place before it, so that two villages of one name
    in two regions are two.
    """
    resolved = {}
    for entry in told:
        above = ""
        for index, place in enumerate(entry.facts.places):
            id = _place_id(place, above, gazetteer)
            resolved[entry.id, index] = above = id
    return resolved


def _place_id(place: Place, above: str, gazetteer: Gazetteer) -> str:
    if place.id and place.id in gazetteer.places:
        return place.id
    return thing_id("place", fold(place.name), above)
