"""Features of a mention of a person besides the name: what the entry says that may show two mentions to be one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.facts import Act, Body, Charge, Party, Person
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from kg.entries.active import ActiveEntry
from kg.identity.names.lexicon import known_names
from kg.identity.names.order import Printed
from kg.identity.names.parser import Name, parse_name

PERSECUTED = "persecuted"
ROLES = {"target": PERSECUTED, "subject": PERSECUTED}


@dataclass(frozen=True, slots=True)
class Features:
    """Sets of keys by kind of feature (``place``, ``part``, ``companion`` …); see :func:`read_features`."""

    name: Name
    of: Mapping[str, frozenset[str]]
    born: int | None = None


@dataclass
class FeatureLabels:
    """How a key of a feature is said to a reader, such as a place's name for its id."""

    words: dict[str, str] = field(default_factory=dict)

    def learn(self, key: str, words: str) -> None:
        """Say a key with these words; of several the first in the alphabet, in whatever order they are met."""
        self.words[key] = min(words, self.words.get(key, words))

    def __call__(self, key: str) -> str:
        """The words for a key; the key itself where it reads well."""
        return self.words.get(key, key)


def read_features(
    entry: ActiveEntry, jurisdiction: Jurisdiction, labels: FeatureLabels, corrected: Mapping[Printed, Printed]
) -> list[Features]:
    """The features of every person of an entry, in their order; ``corrected`` has names in the wrong order."""
    facts = entry.facts
    printed = [(person.surname, person.given) for person in facts.persons]
    names = [parse_name(*corrected.get(name, name), jurisdiction) for name in printed]
    places = _places(entry, labels)
    return [_features(entry, index, names, places, jurisdiction, labels) for index in range(len(facts.persons))]


def _features(
    entry: ActiveEntry,
    index: int,
    names: Sequence[Name],
    places: frozenset[str],
    jurisdiction: Jurisdiction,
    labels: FeatureLabels,
) -> Features:
    facts, person, me = entry.facts, entry.facts.persons[index], Party("person", index)
    acts = [act for act in facts.acts if me in (*act.to, *act.by)]
    found = {
        "place": places,
        "role": frozenset({ROLES.get(person.role, person.role)} - {"other"}),
        "office": frozenset({person.office} if person.office else ()),
        "companion": _companions(index, names, facts.persons, labels),
        "act": frozenset(act.type for act in acts if me in act.to),
        "organisation": frozenset(fold(facts.bodies[a.body].name) for a in facts.affiliations if a.person == index),
        **_provisions([charge for charge in facts.charges if charge.person == index]),
        **_bodies(acts, facts.bodies),
        **_occupations(person, jurisdiction),
    }
    return Features(names[index], _shared(tuple((k, v) for k, v in found.items() if v)), _born(entry, index))


def _provisions(charges: Sequence[Charge]) -> dict[str, frozenset[str]]:
    articles = [(f"{charge.code or '?'} {charge.article}", charge.part) for charge in charges]
    return {
        "article": frozenset(article for article, _ in articles),
        "part": frozenset(f"{article}/{part}" for article, part in articles if part),
    }


def _bodies(acts: Sequence[Act], bodies: Sequence[Body]) -> dict[str, frozenset[str]]:
    """The facilities of a person's acts, and the courts that have names of their own."""
    parties = (party for act in acts for party in (*act.to, *act.by))
    found = {party.index for party in parties if party.kind == "body"} | {act.at for act in acts}
    named = [bodies[i] for i in found if i is not None]
    courts = [body for body in named if body.kind == "court"]
    return {
        "facility": frozenset(fold(body.name) for body in named if body.kind == "facility"),
        "court": frozenset(fold(body.name) for body in courts if not body.generic),
    }


def _occupations(person: Person, jurisdiction: Jurisdiction) -> dict[str, frozenset[str]]:
    """The words for what a person does, and the callings that they are words for."""
    calling_of = known_names(jurisdiction).calling_of
    occupations = frozenset(fold(words) for words, _ in person.occupations)
    endings = (ending for occupation in occupations for ending in _endings(occupation))
    callings = frozenset(str(calling_of[ending]) for ending in endings if ending in calling_of)
    return {"occupation": occupations, "calling": callings}


@lru_cache(maxsize=10_000)
def _shared(features: tuple[tuple[str, frozenset[str]], ...]) -> Mapping[str, frozenset[str]]:
    """Equal features are one value: a million mentions have far fewer."""
    return {kind: _interned(keys) for kind, keys in features}


@lru_cache(maxsize=10_000)
def _interned(keys: frozenset[str]) -> frozenset[str]:
    return keys


def _places(entry: ActiveEntry, labels: FeatureLabels) -> frozenset[str]:
    places = entry.facts.places
    for place in places:
        labels.learn(place.id or fold(place.name), place.name)
    return frozenset({places[-1].id or fold(places[-1].name)} if places else ())


def _companions(index: int, names: Sequence[Name], persons: Sequence[Person], labels: FeatureLabels) -> frozenset[str]:
    found = set()
    for i, (name, person) in enumerate(zip(names, persons, strict=True)):
        # Presidents and ministers are named beside everybody, so they bind nobody to anybody.
        if i != index and name.whole and not person.office:
            key = f"{name.family} {name.given[:1] or name.initial[:1].lower()}"
            labels.learn(key, person.name)
            found.add(key)
    return frozenset(found)


def _endings(words: str) -> list[str]:
    """``former city prosecutor`` is a ``city prosecutor`` and a ``prosecutor``."""
    parts = words.split()
    return [" ".join(parts[i:]) for i in range(len(parts))]


def _born(entry: ActiveEntry, index: int) -> int | None:
    """The year of birth; of an age, counted back from the entry's year."""
    matter = next((m for m in entry.facts.matters if m.person == index and m.kind in ("age", "birth_year")), None)
    if matter is None or matter.kind == "birth_year":
        return int(matter.value) if matter else None
    year = (entry.date or entry.report.rpartition(":")[2])[:4]
    return int(year) - int(matter.value) if year.isdigit() else None
