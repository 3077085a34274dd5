"""The jurisdiction pack: what depends on one country, as data.

A pack is a folder ``ingest/jurisdictions/<id>/`` with ``pack.yaml`` (who the country is), lexicons (YAML) and a
gazetteer (CSV). Words that all countries' reports in English share stand in ``ingest/lexicons/``; a pack's file of the
same name adds to them: lists are joined, the shared words first, maps merged key by key. Words that are in the middle
of shared phrases are terms of ``terms.yaml``: ``by the $local_administration``. Every file is checked when it is read.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from ingest.errors import LexiconError
from ingest.jurisdictions.terms import Terms, expand_terms
from ingest.language.lexicons import convert_lexicon, lexicon_files, merge_words, read_lexicon, read_yaml
from ingest.vocabulary import PlaceKind

HERE = Path(__file__).parent
PACKS = HERE

T = TypeVar("T")

# A name of the gazetteer, with the years it was in use where they are known.
_NAME = re.compile(r"([^\[\]]+?)\s*(\[(\d{4})?-(\d{4})?\])?")


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.yaml``. ``country`` lists every name and adjective of the country that its reports use.

    ``invented`` says that there is no such country: its reports are samples.
    """

    id: str
    title: str
    version: str
    country: tuple[str, ...]
    invented: bool = False


@dataclass(frozen=True)
class GazetteerPlace:
    """A row of ``gazetteer.csv``: ``within`` is the id of what contains it, ``names`` every name, today's first.

    ``years`` are the official names that were in use for a time, each with the first and the last year.
    """

    id: str
    name: str
    kind: PlaceKind
    within: str | None
    lat: float | None
    lon: float | None
    names: tuple[str, ...]
    years: tuple[tuple[str, int | None, int | None], ...] = ()

    def name_in(self, year: int) -> str:
        """What the place was called in a year: ``Old Springfield`` in 2021; today's name where no other is known."""
        for name, since, until in self.years:
            if (since or year) <= year < (until or year + 1):
                return name
        return self.name


@dataclass(frozen=True)
class Jurisdiction:
    """A pack that has been read. Two of the same id are equal."""

    pack: Pack
    folder: Path

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.pack.id

    def __hash__(self) -> int:
        """By id, so that an extractor can remember what it made of a pack's lexicon."""
        return hash(self.pack.id)

    @cached_property
    def gazetteer(self) -> Mapping[str, GazetteerPlace]:
        """Every place by its id. Raises ``LexiconError`` naming the file and line."""
        return {place.id: place for place in _read_gazetteer(self.folder / "gazetteer.csv")}

    @cached_property
    def terms(self) -> Terms:
        """The country's words for what the shared lexicons refer to. Raises ``LexiconError``."""
        return _read_terms(self.folder)

    def lexicon(self, name: str, shape: type[T]) -> T:
        """The shared lexicon ``name`` with what this pack adds, as a value of ``shape`` (a msgspec Struct).

        Raises ``LexiconError`` naming the file and the path of the mistake.
        """
        return cast(T, _read_lexicon(self.folder, name, cast(Any, shape)))


@cache
def _read_lexicon(pack: Path, name: str, shape: type[Any]) -> Any:
    """Read once: some rules ask for their words with every entry."""
    merged: Any = {}
    files = lexicon_files(name, pack)
    for path in files:
        merged = merge_words(merged, expand_terms(read_yaml(path), _read_terms(pack), path))
    return convert_lexicon(merged, shape, files)


@cache
def _read_terms(pack: Path) -> Terms:
    return read_lexicon("terms", Terms, pack)


def packs() -> tuple[str, ...]:
    """The ids of the packs there are, sorted."""
    return tuple(sorted(path.parent.name for path in PACKS.glob("*/pack.yaml")))


@cache
def load_jurisdiction(id: str) -> Jurisdiction:
    """Read a pack by its id. Raises ``LexiconError`` that lists the packs when there is none with that name."""
    path = PACKS / id / "pack.yaml"
    if id not in packs():
        raise LexiconError(f"There is no jurisdiction pack '{id}'; there are: {', '.join(packs())}.")
    try:
        return Jurisdiction(msgspec.convert(read_yaml(path), Pack), path.parent)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}: {error}.") from None


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _read_gazetteer(path: Path) -> list[GazetteerPlace]:
    places = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        for number, row in enumerate(rows, 1):
            try:
                other = [_NAME.fullmatch(name.strip()) for name in row["names"].split(";") if name.strip()]
                named = [match for match in other if match]
                if len(named) < len(other):
                    raise ValueError
                places.append(
                    GazetteerPlace(
                        id=row["id"],
                        name=row["name"],
                        kind=msgspec.convert(row["kind"], PlaceKind),
                        within=row["within"] or None,
                        lat=float(row["lat"]) if row["lat"] else None,
                        lon=float(row["lon"]) if row["lon"] else None,
                        names=(row["name"], *(match[1] for match in named)),
                        years=tuple((m[1], _year(m[3]), _year(m[4])) for m in named if m[2]),
                    )
                )
            except (KeyError, ValueError, TypeError, AttributeError):
                raise LexiconError(
                    f"{path}, row {number}: expected id,name,kind,within,lat,lon,names (a name's years as [1991-1998])."
                ) from None
    return places
