"""Which country a text is about: whose names and places it names most, among the packs and the countries of the world.

A text of a country without a pack is refused: under another country's rules its courts, laws and names would be read
wrongly. A pack of an invented country is for samples: it must be named more often than any real country.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.errors import CountryUnknown, OtherCountry
from ingest.jurisdictions.countries import countries, countries_by_words
from ingest.jurisdictions.gazetteer import containers, header_words
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction, packs
from ingest.language.folding import fold

# Characters. The first few hundred entries of a text show its country as well as all of it.
_SAMPLE = 1_000_000
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
# Words of the longest name that is looked for.
_LONGEST = 4
# Letters of the shortest: "RK" may be somebody's initials.
_SHORTEST = 4
# Different names of an invented country that are no accident.
_INVENTED = 2
# Names that a message lists.
_LISTED = 3


@dataclass(frozen=True)
class CountryFound:
    """A country that a text names: the pack's id (empty without a pack), its title, and how often by which words."""

    pack: str
    title: str
    words: Counter[str]

    @property
    def count(self) -> int:
        """How often it or a place in it is named."""
        return self.words.total()


def detect_jurisdiction(text: str) -> str:
    """The id of the pack whose country and places the text names most.

    Raises ``OtherCountry`` where it names a country without a pack more often, ``CountryUnknown`` where it names none
    that has one, or as much of two.
    """
    found = find_countries(text)
    own = [country for country in found if country.pack and _counts(country, found)]
    other = next((country for country in found if not country.pack), None)
    if other and (not own or other.count > own[0].count):
        words = ", ".join(word.title() for word, _ in other.words.most_common(_LISTED))
        message = f"it is about another country: {other.title} (it names {words}). {describe_packs()}"
        raise OtherCountry(message, other.title)
    if not own or (len(own) > 1 and own[0].count == own[1].count):
        raise CountryUnknown(f"its country is not recognised, so it may not be a report. {describe_packs()}")
    return own[0].pack


def describe_packs() -> str:
    """Which countries' reports can be read, and what to do about another's."""
    known = [load_jurisdiction(id).pack for id in packs()]
    listed = ", ".join(f"{pack.title} (--jurisdiction {pack.id})" for pack in known if not pack.invented)
    return (
        f"Reports can be read of: {listed}. Another country's cannot be read yet: docs/jurisdictions.md says how to "
        "write a pack for it."
    )


def find_other_country(text: str, jurisdiction: str) -> str | None:
    """The title of the country that a text is about, if it names that far more often than the jurisdiction's own."""
    found = find_countries(text)
    own = sum(country.count for country in found if country.pack == jurisdiction)
    if not found or found[0].pack == jurisdiction or found[0].count <= 2 * own:
        return None
    return found[0].title


def find_countries(text: str) -> list[CountryFound]:
    """Every country that a text names, most often named first; those of the packs without what they share."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for owner, name in _names_in(text):
        words[owner][name] += 1
    ids = packs()
    found = [
        CountryFound(owner, load_jurisdiction(owner).pack.title, names)
        if owner in ids
        else CountryFound("", owner.removeprefix("="), names)
        for owner, names in words.items()
    ]
    return sorted(found, key=lambda country: (-country.count, not country.pack, country.title))


def _counts(country: CountryFound, found: Iterable[CountryFound]) -> bool:
    """Whether a pack's country may be that of the text.

    Of an invented country a name of several words may be an accident (``Harbour district``), unless it is not the only.
    """
    if not load_jurisdiction(country.pack).pack.invented:
        return True
    real = max((other.count for other in found if other.pack != country.pack), default=0)
    sure = len(country.words) >= _INVENTED or any(" " not in name for name in country.words)
    return sure and country.count > real


def _names_in(text: str) -> Iterator[tuple[str, str]]:
    """Each name of a country or place in a text, the longest that begins at a word, with whose it is."""
    owners = _owners()
    found = list(_WORD.finditer(text[:_SAMPLE]))
    words = [fold(_POSSESSIVE.sub("", word.group())) for word in found]
    at = 0
    while at < len(words):
        taken = 1
        if found[at].group()[0].isupper():
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                name = " ".join(words[at : at + length])
                if owner := owners.get(name):
                    yield owner, name
                    taken = length
                    break
        at += taken


@cache
def _owners() -> dict[str, str]:
    """Whose each name is: a pack's id, or the name of a country behind ``=``. A pack's own names go before others'."""
    with_packs = {name for id in packs() for name in load_jurisdiction(id).pack.country}
    covered = {country.name for country in countries() if country.name in with_packs}
    owners = {words: f"={name}" for words, name in countries_by_words().items() if name not in covered}
    for id in packs():
        owners |= {words: f"={name}" for words, name in _foreign_names(load_jurisdiction(id)) if words not in owners}
    for id in packs():
        owners |= dict.fromkeys(_own_names(load_jurisdiction(id)), id)
    return {words: owner for words, owner in owners.items() if len(words) >= _SHORTEST}


def _own_names(jurisdiction: Jurisdiction) -> Iterator[str]:
    yield from map(fold, jurisdiction.pack.country)
    for country, names in _gazetteer_names(jurisdiction):
        if country in jurisdiction.pack.country:
            yield from names


def _foreign_names(jurisdiction: Jurisdiction) -> Iterator[tuple[str, str]]:
    for country, names in _gazetteer_names(jurisdiction):
        if country not in jurisdiction.pack.country:
            yield from ((words, country) for words in names)


def _gazetteer_names(jurisdiction: Jurisdiction) -> Iterator[tuple[str, list[str]]]:
    """Every place of the gazetteer: its country's name, and its own; ``X region`` is named ``X`` too."""
    kinds = set(header_words(jurisdiction).kinds["region"])
    for place in jurisdiction.gazetteer.values():
        country = jurisdiction.gazetteer[[place.id, *containers(place, jurisdiction)][-1]]
        names = [fold(name) for name in place.names]
        bare = [name.rpartition(" ")[0] for name in names if name.rpartition(" ")[2] in kinds]
        yield country.name, [*names, *filter(None, bare)]
