"""The lexicon of institutions, compiled once for each jurisdiction."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeVar

import msgspec

from ingest.analysis.tokens import find_name_tokens
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import BodyKind, BodyType, CourtKind, FacilityKind, OrganisationKind

T = TypeVar("T")

Needs = Literal["nothing", "words", "capital", "name", "owner", "quoted", "number"]

# How a slot of a code's shape reads: letters of either alphabet, one to four digits.
_SLOTS = {
    "{letters}": r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ](?:[A-ZА-ЯЁӘҒҚҢӨҰҮІ]|h){1,2}",
    "{number}": r"\d{1,4}",
    "-": r"\s?[-–—]\s?",
    " ": r"\s",
    "/": r"\s?/\s?",
}


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that names end or begin with, and when they make a body."""

    kind: BodyKind
    type: BodyType
    needs: Needs
    words: tuple[str, ...]


class InstitutionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``institutions.yaml``: what each list means is there."""

    heads: tuple[Head, ...]
    modifiers: tuple[str, ...]
    court_kinds: dict[CourtKind, tuple[str, ...]]
    court_tails: tuple[str, ...]
    place_kinds: tuple[str, ...]
    outside: tuple[str, ...]
    subjects: tuple[str, ...]
    members: tuple[str, ...]
    not_names: tuple[str, ...]
    known: dict[OrganisationKind, tuple[str, ...]]
    not_bodies: tuple[str, ...]
    signs: dict[OrganisationKind, tuple[str, ...]]
    code_shapes: dict[FacilityKind, tuple[str, ...]]
    remand_words: tuple[str, ...]
    surname_endings: tuple[str, ...]


class Vocabulary(msgspec.Struct, frozen=True):
    """The lexicon as look-ups. ``heads`` and ``known`` go from a first word to phrases, the longest first."""

    heads: dict[str, tuple[tuple[tuple[str, ...], tuple[Head, ...]], ...]]
    known: dict[str, tuple[tuple[tuple[str, ...], OrganisationKind], ...]]
    forms: frozenset[tuple[tuple[str, ...], BodyType]]
    form_words: frozenset[str]
    modifiers: frozenset[str]
    court_kinds: dict[CourtKind, frozenset[str]]
    court_tails: frozenset[str]
    place_kinds: frozenset[str]
    outside: frozenset[str]
    subjects: frozenset[str]
    members: frozenset[str]
    not_names: frozenset[str]
    not_bodies: frozenset[str]
    country: frozenset[str]
    country_words: frozenset[str]
    signs: dict[OrganisationKind, frozenset[str]]
    places: frozenset[str]
    remand_words: frozenset[str]
    codes: re.Pattern[str] | None
    surname: re.Pattern[str]
    given: frozenset[str]


@cache
def vocabulary(jurisdiction: Jurisdiction) -> Vocabulary:
    """What is to be looked up. Raises ``LexiconError``."""
    words = jurisdiction.lexicon("institutions", InstitutionWords)
    heads: dict[tuple[str, ...], list[Head]] = {}
    for head in words.heads:
        for phrase in head.words:
            heads.setdefault(tuple(phrase.split()), []).append(head)
    known = {
        tuple(token.text for token in find_name_tokens(name)): type
        for type, names in words.known.items()
        for name in names
    }
    shapes = "|".join(
        f"(?P<{type}>{'|'.join(_pattern(shape) for shape in sorted(those, key=len, reverse=True))})"
        for type, those in words.code_shapes.items()
    )
    return Vocabulary(
        heads=_by_first_word((phrase, tuple(those)) for phrase, those in heads.items()),
        known=_by_first_word(known.items()),
        forms=frozenset(
            (phrase, head.type) for phrase, those in heads.items() for head in those if head.needs == "name"
        ),
        form_words=frozenset(
            w for phrase, those in heads.items() for w in phrase if any(h.needs == "name" for h in those)
        ),
        modifiers=frozenset(words.modifiers),
        court_kinds={kind: frozenset(those) for kind, those in words.court_kinds.items()},
        court_tails=frozenset(words.court_tails),
        place_kinds=frozenset(words.place_kinds),
        outside=frozenset(words.outside),
        subjects=frozenset(words.subjects),
        members=frozenset(words.members),
        not_names=frozenset(words.not_names),
        not_bodies=frozenset(words.not_bodies),
        country=frozenset(name.lower() for name in jurisdiction.pack.country),
        signs={type: frozenset(those) for type, those in words.signs.items()},
        places=frozenset(name.lower() for place in jurisdiction.gazetteer.values() for name in place.names),
        country_words=frozenset({"of", "the", *" ".join(jurisdiction.pack.country).lower().split()}),
        remand_words=frozenset(words.remand_words),
        codes=re.compile(rf"(?<!\w)(?:{shapes})(?![\w/])") if shapes else None,
        surname=re.compile(rf"(?:{'|'.join(words.surname_endings)})(?:-\w+)?$"),
        given=name_words(jurisdiction).given_names,
    )


def _by_first_word(items: Iterable[tuple[tuple[str, ...], T]]) -> dict[str, tuple[tuple[tuple[str, ...], T], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, value in items:
        found.setdefault(phrase[0], []).append((phrase, value))
    return {first: tuple(sorted(those, key=lambda item: -len(item[0]))) for first, those in found.items()}


def _pattern(shape: str) -> str:
    parts = re.findall(r"\{\w+\}|.", shape)
    return "".join(_SLOTS.get(part, re.escape(part)) for part in parts)
