"""How far the name around a head noun goes (annotation, courts, facilities, organisations)."""

import re

from ingest.extract.institutions.vocabulary import Vocabulary
from ingest.extract.institutions.words import Words

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_LEFT = 12
# "ut-Tahrir", "al-Islam": a small article joined to a name.
_PARTICLE = re.compile(r"[a-z]{1,4}-[A-Z]")
# Old titles that are small within the name of a place: the Kazybek bi district court.
_TITLES_WITHIN = frozenset({"bi", "batyr", "khan", "bey"})
_CHAIN = 5
_RUN = 12
_OF = frozenset({"of"})
_LINKS = frozenset({"of", "for", "on", "against", "under", "without"})
_FRACTION = re.compile(r"\d+/\d+$")
_NUMBER = re.compile(r"\d[\d/-]*$")


def name_before(words: Words, i: int, terms: Vocabulary) -> int:
    """Where the words of a name that end before word ``i`` begin: capitals, ordinals and modifiers, no titles."""
    k = i
    while k > max(0, i - _LEFT):
        low = words.low[k - 1]
        if low in ("&", "and") and _joins(words, k - 1, terms):
            k -= 1
            continue
        if not (ORDINAL.match(low) or low in terms.modifiers or _is_part(words, k - 1, terms)):
            break
        k -= 1
    # "… and Petrova B administration": a lone initial belongs to a person, and so does what is before it.
    if k > 0 and len(words.raw[k - 1]) == 1 and words.raw[k - 1].isalpha() and words.is_name(k - 1):
        return i
    return k


def _joins(words: Words, i: int, terms: Vocabulary) -> bool:
    """Whether ``and`` is inside a name ("Fuel and Energy Union"), between matters that bodies deal with."""
    if not words.is_name(i - 1) or not words.is_name(i + 1):
        return False
    return words.raw[i] == "&" or (words.low[i - 1] in terms.subjects and words.low[i + 1] in terms.subjects)


def _is_part(words: Words, i: int, terms: Vocabulary) -> bool:
    raw = words.raw[i]
    if words.low[i] in terms.outside:
        return False
    compound = "-" in raw and raw[0].isalpha() and words.is_name(i - 1)
    if words.low[i] in _TITLES_WITHIN and words.is_name(i - 1) and raw.islower():
        return True
    return compound or (raw[0].isupper() and len(raw) > 1)


def number_after(words: Words, j: int) -> int:
    """The end of ``No. 2``, ``№ 2`` or ``155/4`` at word ``j``; ``j`` where there is none."""
    k = j
    if words.at(k) in ("no", "№", "#", "number"):
        k += 1
        if words.at(k) == ".":
            k += 1
        if _NUMBER.match(words.at(k)):
            return k + 1
    return j + 1 if _FRACTION.match(words.at(j)) else j


def name_after(words: Words, j: int, terms: Vocabulary, place: bool = False, whole: bool = False) -> int:
    """Where a name goes on after its head: ``of the Springfield garrison``, ``for Human Rights and the Rule of Law``.

    With ``place`` a phrase with ``in`` counts too; with ``whole``, for names printed with capitals, one with ``for``,
    ``on``, ``against`` or similar.
    """
    links = _LINKS if whole else _OF
    for _ in range(_CHAIN):
        j = number_after(words, j)
        k = j
        if words.at(k) in links or (place and words.at(k) == "in"):
            k += 1
            if words.at(k) == "the":
                k += 1
            end = capitals(words, k, terms)
            if end == k and words.at(k) in terms.place_kinds and words.at(k - 1) == "the":
                end = k + 1
            if end == k:
                return j
            while words.at(end) in terms.place_kinds:
                end += 1
            j, place = end, place or whole
        else:
            return j
    return j


def capitals(words: Words, k: int, terms: Vocabulary) -> int:
    """The end of a run of words with capitals, with ``and``, a comma, ``of`` between them where the name goes on."""
    first = k
    while _is_capital(words, k) and k < first + _RUN and words.at(k) not in terms.outside:
        if k > first and _begins_person(words, k, terms):
            break
        if words.raw[k].endswith(("’s", "'s")) and not words.is_name(k + 1):
            return k + 1
        k = _skip_joint(words, k + 1, terms)
    return k


def in_letters(words: Words, k: int, terms: Vocabulary) -> int:
    """The end of a name printed in capital letters at word ``k`` (``the newspaper BLUE DAWN Anna Surname``)."""
    end = k
    while end < len(words.raw) and words.is_name(end) and _is_in_letters(words.raw[end]):
        end += 1
    alone = end == k + 1 and words.raw[k] in terms.not_bodies
    return k if alone or is_person(words, k, end, terms) else end


def before_full_name(words: Words, k: int, terms: Vocabulary) -> int:
    """The end of a name at word ``k`` behind which a full name stands (``the newspaper Blue Anna Surname``)."""
    end = capitals(words, k, terms)
    if words.at(k) in terms.given or not (words.is_name(end) and words.is_name(end + 1)):
        return k
    given_first = words.at(end) in terms.given and _is_surname(words, end + 1, terms)
    surname_first = _is_surname(words, end, terms) and words.at(end + 1) in terms.given
    return end if given_first or surname_first else k


def _is_in_letters(raw: str) -> bool:
    return len(raw) > 2 and raw.isupper() and raw.isalpha()


def _begins_person(words: Words, k: int, terms: Vocabulary) -> bool:
    """Whether a person's name begins within a run (`head of the Centre for Reforms A. Surname`, `… Anna Surname`)."""
    if len(words.raw[k]) == 1 and words.at(k + 1) == ".":
        return True
    if words.is_name(k + 1) and _is_surname(words, k + 1, terms) and not _is_surname(words, k, terms):
        return words.low[k] in terms.given and words.low[k] not in terms.subjects
    return _is_surname(words, k, terms)


def _is_surname(words: Words, k: int, terms: Vocabulary) -> bool:
    low = words.low[k]
    return terms.surname.search(low) is not None and len(low) > 5 and low not in terms.subjects


def _skip_joint(words: Words, k: int, terms: Vocabulary) -> int:
    """The next subject after ``and`` or a comma at word ``k``, where the name goes on with it; else ``k``."""
    if words.at(k) not in ("and", "&", ","):
        return k
    following = k + 1 + (words.at(k + 1) in ("and", "the"))
    following += words.at(following) == "the"
    return following if words.is_name(following) and words.at(following) in terms.subjects else k


def _is_capital(words: Words, k: int) -> bool:
    return words.is_name(k) or (k < len(words.raw) and _PARTICLE.match(words.raw[k]) is not None)


def is_person(words: Words, k: int, end: int, terms: Vocabulary) -> bool:
    """Whether words with capitals look like a person's: an initial, a surname's ending."""
    if words.is_name(end) and len(words.raw[end]) <= 2 and words.at(end + 1) in (".", ","):
        return True
    return any(len(words.raw[i]) == 1 or terms.surname.search(words.low[i].removesuffix("'s")) for i in range(k, end))


def skip_modifiers(words: Words, first: int, i: int) -> int:
    """The first word with a capital from ``first`` on: where a name begins that small modifiers stand before."""
    while first < i and not words.is_name(first):
        first += 1
    return first
