"""The countries of the world by their names and cities (``countries.csv``), to tell which one a text is about."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.errors import LexiconError
from ingest.language.folding import fold

TABLE = Path(__file__).parent / "countries.csv"


@dataclass(frozen=True)
class Country:
    """A row of ``countries.csv``. ``names`` are those of the country, its own first, ``cities`` those of its cities."""

    name: str
    names: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the table. Raises ``LexiconError`` naming the row."""
    found = []
    with TABLE.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(line for line in file if not line.startswith("#")), 1):
            try:
                found.append(Country(row["name"], (row["name"], *_words(row["names"])), _words(row["cities"])))
            except (KeyError, AttributeError):
                raise LexiconError(f"{TABLE}, row {number}: expected name,names,cities.") from None
    return tuple(found)


@cache
def countries_by_words() -> Mapping[str, str]:
    """The name of a country by each of its names and cities, folded. What belongs to two countries is left out."""
    owners: dict[str, set[str]] = {}
    for country in countries():
        for words in (*country.names, *country.cities):
            owners.setdefault(fold(words), set()).add(country.name)
    return {words: next(iter(names)) for words, names in owners.items() if len(names) == 1}


def _words(cell: str) -> tuple[str, ...]:
    return tuple(words.strip() for words in cell.split(";") if words.strip())
