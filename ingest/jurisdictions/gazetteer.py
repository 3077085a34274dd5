"""A pack's gazetteer, looked up by the words of a text.

The gazetteer is no closed list: what a header's grammar reads as a place is one, and the gazetteer says which.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.language.folding import fold_in_place
from ingest.vocabulary import PlaceKind


class HeaderWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``headers.yaml``: the words by which a header's date and places are read."""

    before_days: tuple[str, ...]
    before_spans: tuple[str, ...]
    before_months: tuple[str, ...]
    seasons: tuple[str, ...]
    not_months: tuple[str, ...]
    kinds: dict[PlaceKind, tuple[str, ...]]
    bodies: tuple[str, ...]
    between: tuple[str, ...]
    regional: tuple[str, ...]
    not_places: tuple[str, ...]
    people: tuple[str, ...]
    person_endings: tuple[str, ...]


@dataclass(frozen=True)
class PlaceNames:
    """A gazetteer by name. Names are folded: lower case, straight apostrophes, of the length of the words themselves.

    ``by_start`` has, for the first word of every name that can stand alone, the names that start with it, longest
    first.
    """

    by_name: Mapping[str, tuple[GazetteerPlace, ...]]
    by_start: Mapping[str, tuple[str, ...]]
    kind_of: Mapping[str, PlaceKind]
    """A word for a kind of place (``province``) and the kind it means."""


@cache
def header_words(jurisdiction: Jurisdiction) -> HeaderWords:
    """The lexicon ``headers``."""
    return jurisdiction.lexicon("headers", HeaderWords)


@cache
def place_names(jurisdiction: Jurisdiction) -> PlaceNames:
    """The pack's gazetteer by name; ``X region`` is found under ``x`` too."""
    kinds = {word: kind for kind, words in header_words(jurisdiction).kinds.items() for word in words}
    by_name: dict[str, dict[str, GazetteerPlace]] = defaultdict(dict)
    for place in jurisdiction.gazetteer.values():
        for name in place.names:
            folded = fold_in_place(name)
            by_name[folded][place.id] = place
            bare, _, last = folded.rpartition(" ")
            if bare and last in kinds:
                by_name[bare][place.id] = place
    by_start: dict[str, list[str]] = defaultdict(list)
    for name, places in by_name.items():
        # Hardly anybody names a district without the word, and some are called like a month or a person.
        if name.rpartition(" ")[2] in kinds or any(place.kind != "district" for place in places.values()):
            by_start[first_word(name)].append(name)
    return PlaceNames(
        {name: tuple(found.values()) for name, found in by_name.items()},
        {start: tuple(sorted(names, key=len, reverse=True)) for start, names in by_start.items()},
        kinds,
    )


def first_word(folded: str) -> str:
    """The characters up to the first that is neither letter nor digit."""
    end = next((i for i, character in enumerate(folded) if not character.isalnum()), len(folded))
    return folded[:end]


def is_country(places: Iterable[GazetteerPlace]) -> bool:
    """Whether one of them is a country."""
    return any(place.kind == "country" for place in places)


# Of several places of one name that no word tells apart, the first of these kinds is meant.
_PREFERENCE: tuple[PlaceKind, ...] = ("city", "country", "region", "village", "district", "other")
# Letters: a shorter name is too easily another.
_SHORTEST_SIMILAR = 5


def which_place(
    name: str, kind: PlaceKind | None, beside: frozenset[str], jurisdiction: Jurisdiction
) -> tuple[GazetteerPlace | None, bool]:
    """The gazetteer's place for a name without its word for a kind, and whether it is spelled as the gazetteer does.

    ``kind`` is what the text's word means (``None`` without one); ``beside`` holds the ids of places named with it, of
    which the one that contains it decides between places of one name. ``None`` if there is none or no one.
    """
    folded = fold_in_place(name)
    exact = [place for place in place_names(jurisdiction).by_name.get(folded, ()) if _fits(place.kind, kind)]
    if exact:
        return _likeliest(exact, kind, beside, jurisdiction), True
    similar = _similar(folded, kind, jurisdiction) if len(folded) >= _SHORTEST_SIMILAR else None
    return similar, similar is None


def _likeliest(
    found: list[GazetteerPlace], kind: PlaceKind | None, beside: frozenset[str], jurisdiction: Jurisdiction
) -> GazetteerPlace | None:
    """Of places of one name the one that is meant, ``None`` if several are left."""
    if kind is None:
        # Hardly anybody names a district without the word.
        found = [place for place in found if place.kind != "district"] or found
    if len(found) > 1:
        found = [place for place in found if beside & set(containers(place, jurisdiction))] or found
    if len(found) > 1:
        found = _of_preferred_kind(found)
    return found[0] if len(found) == 1 else None


def _of_preferred_kind(found: list[GazetteerPlace]) -> list[GazetteerPlace]:
    ranks = [_PREFERENCE.index(place.kind) for place in found]
    return [place for place, rank in zip(found, ranks, strict=True) if rank == min(ranks)]


def _similar(folded: str, kind: PlaceKind | None, jurisdiction: Jurisdiction) -> GazetteerPlace | None:
    """The only place with a name spelled nearly so, ``None`` if there are several."""
    by_name = place_names(jurisdiction).by_name
    close = (place for near in _close_names(folded, jurisdiction) for place in by_name[near])
    found = {place.id: place for place in close if _fits(place.kind, kind)}
    return next(iter(found.values())) if len(found) == 1 else None


def containers(place: GazetteerPlace, jurisdiction: Jurisdiction) -> list[str]:
    """The ids of what contains a place, nearest first."""
    chain: list[str] = []
    within = place.within
    while within and within not in chain:
        chain.append(within)
        above = jurisdiction.gazetteer.get(within)
        within = above.within if above else None
    return chain


def _fits(kind: PlaceKind, asked: PlaceKind | None) -> bool:
    # A town is now a city, now a settlement, and changes from one to the other by decree.
    return asked is None or kind == asked or {kind, asked} <= {"city", "village"}


@cache
def _close_names(folded: str, jurisdiction: Jurisdiction) -> tuple[str, ...]:
    same_letter = [name for name in place_names(jurisdiction).by_name if name[:1] == folded[:1]]
    return tuple(difflib.get_close_matches(folded, same_letter, n=3, cutoff=0.88))
