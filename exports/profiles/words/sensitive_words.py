"""What a free text says of subjects that a profile may leave out (``protection.yaml``).

A telephone number, an e-mail address, a home address, a number plate, an account or a path is masked by itself. Of
health, of a minor, of sexual violence and of hiding the whole sentence is masked: the words around say the rest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import msgspec

from exports.profiles.profile import Subject
from exports.profiles.words.scripts import Scripts
from ingest.analysis.sentences import find_sentences
from ingest.analysis.words import analysis_words
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.jurisdictions.romanisation import folding_of
from ingest.language.folding import fold_in_place

MASK = "█"
"""Stands for each character that is left out of a text, so that positions in it stay."""

ADULT = 18

_BLANK = r"[\s().-]{0,3}"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z][\w.]{2,40}")
# International bank account numbers (ISO 13616), with letters in them too.
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
# Before the year of a date: "12 May ", "May 12, ", "12.05.".
_DAY_AND_MONTH = r"(?:\w{1,9}[ .,/-]{1,2}){0,2}?"
_NUMBER = r"(?:no\.? ?|№ ?)?\d{1,4}(?:[/-]?[a-z0-9]{1,3})?"
_SENTENCES: Set[Subject] = {"health", "minor", "sexual_violence", "in_hiding"}


class ProtectionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``protection.yaml``, explained there."""

    ages: tuple[str, ...]
    births: tuple[str, ...]
    young: tuple[str, ...]
    minors: tuple[str, ...]
    about_minors: tuple[str, ...]
    witnesses: tuple[str, ...]
    testifies: tuple[str, ...]
    sexual_violence: tuple[str, ...]
    in_hiding: tuple[str, ...]
    health: tuple[str, ...]
    phones: tuple[str, ...]
    car_numbers: tuple[str, ...]
    accounts: tuple[str, ...]
    streets: tuple[str, ...]
    homes: tuple[str, ...]
    social_hosts: tuple[str, ...]
    tracking: tuple[str, ...]
    administration: tuple[str, ...]
    local_paths: tuple[str, ...]
    case_endings: tuple[str, ...]


class Sensitive(NamedTuple):
    """Characters of a text, and what they are about; ``span`` is the whole sentence for some subjects."""

    subject: Subject
    span: Span
    words: Span


@dataclass(frozen=True)
class SensitiveWords:
    """Finds what may not leave in the texts of one country."""

    jurisdiction: Jurisdiction

    @cached_property
    def words(self) -> ProtectionWords:
        """The lexicon. Raises ``LexiconError``."""
        return self.jurisdiction.lexicon("protection", ProtectionWords)

    @cached_property
    def scripts(self) -> Scripts:
        """How names are compared across scripts, by the country's romanisation."""
        return Scripts(folding_of(self.jurisdiction), self.words.case_endings)

    @cached_property
    def ages(self) -> re.Pattern[str]:
        """An age; group ``age``."""
        return _with_slots(self.words.ages, "age", r"\d{1,2}")

    @cached_property
    def births(self) -> re.Pattern[str]:
        """A year of birth; group ``year``."""
        return _with_slots(self.words.births, "year", r"(?:19|20)\d{2}", before=_DAY_AND_MONTH)

    @cached_property
    def _subjects(self) -> Mapping[Subject, re.Pattern[str]]:
        words = self.words
        return {
            "health": any_of(words.health),
            "minor": any_of((*words.about_minors, *words.young)),
            "sexual_violence": any_of(words.sexual_violence),
            "in_hiding": any_of(words.in_hiding),
            "phone": _shapes(words.phones),
            "email": _EMAIL,
            "home_address": _home(words),
            "car_number": _shapes(words.car_numbers),
            "account": _shapes(words.accounts),
            "local_path": _paths(words.local_paths),
        }

    @cached_property
    def _profiles(self) -> re.Pattern[str]:
        """An address of a profile or a post on a social network."""
        hosts = "|".join(map(re.escape, self.words.social_hosts))
        return re.compile(
            rf"(?<![\w.-])(?:https?://)?(?:[\w-]+\.)?(?:{hosts})/[^\s,;\"”)\]]*[^\s,;\"”)\].]", re.IGNORECASE
        )

    def find(self, text: str) -> list[Sensitive]:
        """Everything sensitive in a text, in the order of ``Subject``."""
        folded = fold_in_place(text)
        sentences = find_sentences(text, analysis_words(self.jurisdiction))
        found = []
        for subject, pattern in self._subjects.items():
            searched = text if subject in ("car_number", "account", "phone", "email") else folded
            for match in pattern.finditer(searched):
                words = Span(*match.span())
                found.append(Sensitive(subject, _around(words, sentences) if subject in _SENTENCES else words, words))
        accounts = chain.from_iterable(pattern.finditer(text) for pattern in (_HANDLE, _IBAN, self._profiles))
        found += [Sensitive("account", Span(*m.span()), Span(*m.span())) for m in accounts]
        found += [Sensitive("minor", _around(span, sentences), span) for span in self._young_ages(folded)]
        return found

    def _young_ages(self, folded: str) -> Iterator[Span]:
        for match in self.ages.finditer(folded):
            if int(match["age"]) < ADULT:
                yield Span(*match.span())

    def is_about(self, subject: Subject, text: str) -> bool:
        """Whether a text has words of a subject."""
        return any(found.subject == subject for found in self.find(text))


def mask(text: str, spans: Iterable[Span]) -> str:
    """A text with ``MASK`` for each character of some spans."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = MASK * (span.end - span.start)
    return "".join(characters)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of some words, whole; nothing if there are none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else _NOTHING


_NOTHING = re.compile(r"(?!)")


def _with_slots(forms: Iterable[str], slot: str, digits: str, before: str = "") -> re.Pattern[str]:
    """Forms with one slot each, as one pattern whose group of that name is what stands in the slot.

    ``before`` is a pattern of what may stand in the slot before its digits.
    """
    leading = "|".join(re.escape(a) for a, b in _sides(forms, slot) if not b)
    after = "|".join(re.escape(b) for a, b in _sides(forms, slot) if not a)
    either = rf"(?:{leading}){before}(?={digits})|(?={digits}(?:{after})(?!\w))"
    return re.compile(rf"(?<!\w)(?:{either})(?P<{slot}>{digits})(?!\d)")


def _sides(forms: Iterable[str], slot: str) -> list[tuple[str, str]]:
    parts = [form.partition(f"{{{slot}}}") for form in forms]
    return [(before, after) for before, _, after in parts]


def _shapes(shapes: Iterable[str]) -> re.Pattern[str]:
    made = ["".join({"9": r"\d", "A": r"[A-ZА-Я]", " ": _BLANK}.get(c, re.escape(c)) for c in s) for s in shapes]
    return re.compile(rf"(?<![\w+])(?:{'|'.join(made)})(?!\w)") if made else _NOTHING


def _home(words: ProtectionWords) -> re.Pattern[str]:
    streets, homes = ("|".join(map(re.escape, some)) for some in (words.streets, words.homes))
    return re.compile(
        rf"(?<!\w){_NUMBER},? (?:[^\W\d]+ ){{1,3}}(?:{streets})(?!\w)"
        rf"|(?<!\w)(?:[^\W\d]+ ){{0,2}}(?:{streets}),? (?:{homes})? ?{_NUMBER}(?!\w)"
        rf"|(?<!\w)(?:{homes}) {_NUMBER}(?!\w)"
    )


def _paths(beginnings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:/.])(?:{'|'.join(map(re.escape, beginnings))})\S*")


def _around(words: Span, sentences: Iterable[Span]) -> Span:
    """The sentences that words are in."""
    touched = [s for s in sentences if s.start < words.end and words.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else words
