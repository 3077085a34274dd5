"""Lexicons of a pack that both reading and identity use: names, offices and codes of law."""

from functools import cache
from typing import Literal

import msgspec

from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import Kinship, Office


class GenderEndings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of surnames and patronymics that a woman's or a man's name has."""

    female: tuple[str, ...]
    male: tuple[str, ...]

    def gender_of(self, surname: str | None, given: str | None) -> Literal["m", "f", ""]:
        """``m`` or ``f`` where the ending of the surname or of a patronymic tells it, else empty."""
        for name in (surname, *(given or "").split()[1:]):
            low = (name or "").lower()
            if low.endswith(self.female):
                return "f"
            if low.endswith(self.male):
                return "m"
        return ""


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``names.yaml``, explained there."""

    surname_endings: tuple[str, ...]
    woman_endings: tuple[str, ...]
    patronymic_endings: tuple[str, ...]
    gender_endings: GenderEndings
    given_names: frozenset[str]
    case_endings: tuple[str, ...]
    not_names: frozenset[str]
    things_behind: frozenset[str]
    things_before: tuple[str, ...]
    introducers: frozenset[str]
    particles: frozenset[str]


class OfficeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``offices.yaml``, explained there."""

    offices: dict[Office, tuple[str, ...]]
    ranks_below: tuple[str, ...]
    things: frozenset[str]
    represented: frozenset[str]
    representing: frozenset[str]
    defence: frozenset[str]
    clients: frozenset[str]
    officers: frozenset[str]
    servants: frozenset[str]
    bodies: dict[Office, tuple[str, ...]]
    foreign: frozenset[str]
    foreign_titles: frozenset[str]
    holders: dict[str, Office | Literal["former"]]
    former: frozenset[str]
    lawyers: frozenset[str]
    kin: dict[Kinship, tuple[str, ...]]
    private: frozenset[str]
    heads: frozenset[str]
    speakers: frozenset[str]
    occupations: tuple[str, ...]
    ends_description: frozenset[str]
    ends_apposition: frozenset[str]
    naming: frozenset[str]
    abuse_articles: frozenset[str] = frozenset()


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One code of ``codes.yaml``, explained there."""

    named: frozenset[str]
    short: frozenset[str]
    first: int = 1


class CodeNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``codes.yaml``, explained there."""

    codes: dict[str, Code]
    no_offences: frozenset[str]
    other_short: frozenset[str]
    titles: dict[str, tuple[str, ...]]


@cache
def name_words(jurisdiction: Jurisdiction) -> NameWords:
    """The lexicon ``names`` of a pack. Raises ``LexiconError``."""
    return jurisdiction.lexicon("names", NameWords)


@cache
def office_words(jurisdiction: Jurisdiction) -> OfficeWords:
    """The lexicon ``offices`` of a pack. Raises ``LexiconError``."""
    return jurisdiction.lexicon("offices", OfficeWords)


@cache
def code_names(jurisdiction: Jurisdiction) -> CodeNames:
    """The codes of law of a pack. Raises ``LexiconError``."""
    return jurisdiction.lexicon("codes", CodeNames)
