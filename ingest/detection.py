"""Which jurisdiction pack a text belongs to: whose country and places it names most."""

import re
from collections import Counter
from functools import cache

from ingest.errors import ReportRefused
from ingest.gazetteer import fold, header_words
from ingest.jurisdiction import Jurisdiction, load_jurisdiction, packs

# Characters. The first few hundred entries of a text tell its country as well as all of it.
_SAMPLE = 1_000_000
_WORD = re.compile(r"[^\W\d_a-z][\w’'-]+")


def detect_jurisdiction(text: str) -> str:
    """The id of the pack whose country and places the text names most.

    Raises ``ReportRefused``, listing the packs, when it names none of any, or as many of two.
    """
    scores = score(text)
    ranked = sorted(scores, key=lambda id: (-scores[id], id))
    if not ranked or not scores[ranked[0]] or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
        known = ", ".join(packs())
        raise ReportRefused(f"The country of this text cannot be told. Say it with --jurisdiction: {known}.")
    return ranked[0]


def score(text: str) -> dict[str, int]:
    """For every pack's id, how many words of the text are names of its country or of places in it."""
    found = Counter(fold(word.group()) for word in _WORD.finditer(text[:_SAMPLE]))
    return {id: sum(found[word] for word in _vocabulary(load_jurisdiction(id))) for id in packs()}


@cache
def _vocabulary(jurisdiction: Jurisdiction) -> frozenset[str]:
    """The capitalised words that name the pack's own country and places; those of one foreign name are left out."""
    kinds = {word for words in header_words(jurisdiction).kinds.values() for word in words}
    own, foreign = set(_words(jurisdiction.pack.country)), set[str]()
    home = {
        p.id for p in jurisdiction.gazetteer.values() if p.kind == "country" and p.name in jurisdiction.pack.country
    }
    for place in jurisdiction.gazetteer.values():
        words = _words(place.names)
        (own if _country_of(place.id, jurisdiction) in home else foreign).update(words)
    return frozenset(own - foreign - kinds - _DIRECTIONS)


_DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old"})


def _words(names: tuple[str, ...]) -> list[str]:
    return [fold(word.group()) for name in names for word in _WORD.finditer(name) if len(word.group()) > 3]


def _country_of(id: str, jurisdiction: Jurisdiction) -> str:
    seen = {id}
    place = jurisdiction.gazetteer[id]
    while place.within and place.within in jurisdiction.gazetteer and place.within not in seen:
        seen.add(place.within)
        place = jurisdiction.gazetteer[place.within]
    return place.id
