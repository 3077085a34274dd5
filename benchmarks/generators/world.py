"""The invented country of a made archive, with the field's skew.

A few articles, courts, facilities and cities carry most of what happens; most people are named once or twice, a few
again and again. Places are the gazetteer's, articles those of ``populations``; people and bodies are invented.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from benchmarks.generators.people import ARTICLES, Human, make_human
from ingest.jurisdictions.packs import GazetteerPlace, load_jurisdiction

T = TypeVar("T")

COUNTRY = "kazakhstan"
CALLINGS = ("activist", "journalist", "blogger", "human rights defender", "trade union member", "opposition politician")
_SAYINGS = ("Dawn", "Steppe", "Falcon", "Spring", "Lantern", "Granite", "Willow", "Harbour", "Saffron", "Compass")
_KINDS = (
    ("Movement", "movement"),
    ("Party", "party"),
    ("Foundation", "ngo"),
    ("Gazette", "media"),
    ("Works", "company"),
)


@dataclass(frozen=True)
class Skewed(Generic[T]):
    """Things of which the first are picked most: the one at ``k`` with a weight of ``1 / (k + 1) ** steepness``."""

    items: tuple[T, ...]
    weights: tuple[float, ...]

    def pick(self, rng: random.Random) -> T:
        """One of them."""
        return rng.choices(self.items, cum_weights=self.weights)[0]


def skewed(items: Iterable[T], steepness: float = 1.0) -> Skewed[T]:
    """Give things their weights in the order in which they come."""
    kept = tuple(items)
    return Skewed(kept, tuple(accumulate((k + 1) ** -steepness for k in range(len(kept)))))


@dataclass(frozen=True)
class World:
    """Who and what an archive can name. ``within`` finds the region that a place lies in."""

    people: Skewed[Human]
    by_number: Sequence[Human]
    officials: Skewed[Human]
    lawyers: Skewed[Human]
    speakers: Skewed[Human]
    cities: Skewed[GazetteerPlace]
    within: dict[str, GazetteerPlace]
    crimes: Skewed[tuple[str | None, str, str | None]]
    offences: Skewed[tuple[str | None, str, str | None]]
    prisons: Skewed[str]
    bodies: Skewed[tuple[str, str]]
    hosts: Skewed[str]

    def some_people(self, rng: random.Random, number: int) -> list[Human]:
        """So many people who are together: one, and those near by."""
        first = self.people.pick(rng)
        near = [self.by_number[n] for n in first.companions]
        return [first, *rng.sample(near, min(number - 1, len(near)))]

    def place_of(self, rng: random.Random) -> tuple[GazetteerPlace, ...]:
        """A header's places, most general first: a city, half of the time after its region, now and then a hamlet."""
        city = self.cities.pick(rng)
        region = self.within.get(city.id)
        chain = (region, city) if region and rng.random() < 0.5 else (city,)
        if rng.random() < 0.02:
            chain = (*chain, GazetteerPlace("", f"Hamlet {rng.randrange(200)}", "village", None, None, None, ()))
        return chain


def make_world(rng: random.Random, entries: int) -> World:
    """A world for an archive of so many entries: it grows with it, people most, articles not at all."""
    gazetteer = load_jurisdiction(COUNTRY).gazetteer
    total = max(40, entries * 3 // 5)
    people = [make_human(rng, n, total) for n in range(total)]
    few = max(6, entries // 60)
    others = [make_human(rng, n, 10**9) for n in range(3 * few)]
    cities = sorted(
        (place for place in gazetteer.values() if place.kind in ("city", "village") and place.id.startswith("kz-")),
        key=lambda place: (place.kind, place.id),
    )
    rng.shuffle(cities)
    return World(
        people=skewed(rng.sample(people, len(people)), 0.7),
        by_number=people,
        officials=skewed(others[:few], 0.8),
        lawyers=skewed(others[few : 2 * few], 0.8),
        speakers=skewed(others[2 * few :], 0.8),
        cities=skewed(cities, 1.1),
        within={p.id: gazetteer[p.within] for p in cities if p.within and p.within in gazetteer},
        crimes=skewed(_parts("CC", ARTICLES[0]), 1.2),
        offences=skewed(_parts("CAO", ARTICLES[1]), 1.2),
        prisons=skewed([f"colony LA-{n}/{n % 7 + 1}" for n in range(101, 101 + min(90, 10 + entries // 200))], 0.9),
        bodies=skewed([_body(n) for n in range(min(3_000, 20 + entries // 20))], 0.9),
        hosts=skewed([f"news-{n}.example" for n in range(60)], 1.0),
    )


def _parts(code: str, articles: Sequence[str]) -> list[tuple[str | None, str, str | None]]:
    return [
        (None if code == "CC" and n % 40 == 39 else code, article, part)
        for n, (part, article) in enumerate((part, article) for part in ("2", "1", None, "3") for article in articles)
    ]


def _body(number: int) -> tuple[str, str]:
    kind, type = _KINDS[number % len(_KINDS)]
    first, second = _SAYINGS[number % 10], _SAYINGS[number // 10 % 10]
    return f"{first} and {second} {kind} {number}", type
