"""Which jurisdiction pack a text belongs to: whose country and places it names most."""

import re
from collections import Counter, defaultdict
from functools import cache

from ingest.errors import ReportRefused
from ingest.jurisdictions.gazetteer import containers, header_words
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction, packs
from ingest.language.folding import fold_in_place

# Characters. The first few hundred entries of a text show its country as well as all of it.
_SAMPLE = 1_000_000
_WORD = re.compile(r"[^\W\d_a-z][\w’'-]+")
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old"})


def detect_jurisdiction(text: str) -> str:
    """The id of the pack whose country and places the text names most.

    Raises ``ReportRefused``, listing the packs, when it names none of any, or as many of two.
    """
    scores = score(text)
    ranked = sorted(scores, key=lambda id: (-scores[id], id))
    if not ranked or not scores[ranked[0]] or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
        known = ", ".join(packs())
        raise ReportRefused(
            "The country of this text is not recognised, so it may not be a report.  "
            f"If it is one, name its country with --jurisdiction: {known}."
        )
    return ranked[0]


def score(text: str) -> dict[str, int]:
    """For every pack's id, how many words of the text are names of its country or of places in it.

    It is 0 where the text names another country of the pack's gazetteer more often: that is another country's report.
    """
    found = Counter(fold_in_place(word.group()) for word in _WORD.finditer(text[:_SAMPLE]))
    return {id: _score_of(found, load_jurisdiction(id)) for id in packs()}


def _score_of(found: Counter[str], jurisdiction: Jurisdiction) -> int:
    own, *foreign = (sum(found[word] for word in words) for words in _vocabularies(jurisdiction))
    return own if own >= max(foreign, default=0) else 0


@cache
def _vocabularies(jurisdiction: Jurisdiction) -> tuple[frozenset[str], ...]:
    """The capitalised words of names: the pack's own country and its places, then each foreign country and its own.

    A word that the pack's country shares with a foreign one decides nothing and is in neither.
    """
    kinds = {word for words in header_words(jurisdiction).kinds.values() for word in words}
    by_country: dict[str, set[str]] = defaultdict(set)
    for place in jurisdiction.gazetteer.values():
        by_country[[place.id, *containers(place, jurisdiction)][-1]].update(_words(place.names))
    own = set(_words(jurisdiction.pack.country))
    for country in [id for id in by_country if jurisdiction.gazetteer[id].name in jurisdiction.pack.country]:
        own |= by_country.pop(country)
    nothing = kinds | _DIRECTIONS | (own & set().union(*by_country.values()))
    return (frozenset(own - nothing), *(frozenset(words - nothing) for words in by_country.values()))


def _words(names: tuple[str, ...]) -> list[str]:
    return [fold_in_place(word.group()) for name in names for word in _WORD.finditer(name) if len(word.group()) > 3]
