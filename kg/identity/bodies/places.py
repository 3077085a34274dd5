"""Which places are one: the gazetteer's id where it has the name, else the name within the place before it."""

from collections.abc import Sequence

from ingest.facts import Place
from ingest.jurisdictions.gazetteer import containers, place_names, which_place
from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.language.folding import fold
from kg.entries.active import ActiveEntry
from kg.entries.ids import thing_id
from kg.entries.mentions import MentionKey


def resolve_places(entries: Sequence[ActiveEntry], jurisdiction: Jurisdiction) -> dict[MentionKey, str]:
    """Every header place (entry id, position) with the id of its node.

    A place the gazetteer lacks is its name within the more general place before it, so that two villages of one name
    in two regions are two.
    """
    resolved = {}
    for entry in entries:
        above = ""
        for index, place in enumerate(entry.facts.places):
            resolved[entry.id, index] = above = _place_id(place, above, jurisdiction)
    return resolved


def place_of_words(words: str, jurisdiction: Jurisdiction, here: str = "") -> str | None:
    """The gazetteer's id for words of a text such as ``Shelby region`` or ``Shelby``; ``None`` if there is none.

    ``here`` is the place (id) that the text is about: of several of one name the one that lies with it is meant, and
    a village in another region hardly ever is (a mall or a street bears its name).
    """
    around = {place.id for place in places_up_from(here, jurisdiction) if place.kind != "country"}
    name, _, last = words.rpartition(" ")
    kind = place_names(jurisdiction).kind_of.get(last.lower())
    place, _ = which_place(name if kind and name else words, kind, frozenset(around), jurisdiction)
    if place is None or (place.kind == "village" and around and around.isdisjoint(containers(place, jurisdiction))):
        return None
    return place.id


def places_up_from(id: str, jurisdiction: Jurisdiction) -> list[GazetteerPlace]:
    """A place of the gazetteer and all it lies within, from the specific to the general; empty for another id."""
    place = jurisdiction.gazetteer.get(id)
    if place is None:
        return []
    return [place, *(jurisdiction.gazetteer[i] for i in containers(place, jurisdiction) if i in jurisdiction.gazetteer)]


def _place_id(place: Place, above: str, jurisdiction: Jurisdiction) -> str:
    if place.id and place.id in jurisdiction.gazetteer:
        return place.id
    return thing_id("place", fold(place.name), above)
