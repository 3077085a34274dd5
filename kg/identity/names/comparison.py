"""Two names compared part by part.

``compare_names`` answers how near two names are, from ``full`` to ``apart``; only names that are not ``apart`` may ever
stand in one person. The answer does not depend on which of the two comes first.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from kg.identity.names.lexicon import KnownNames
from kg.identity.names.parser import Name

MatchLevel = Literal["full", "slip", "initial", "lookalike", "single", "apart"]
"""How near two given names are: the same, a letter apart, an initial that fits, or would if it was misread;
``single`` where one of the two names is a single word, ``apart`` where the two cannot be one person's."""

SurnameMatch = Literal["equal", "family", "slip", "gender", "initial", "none"]
"""How near two surnames are: the same, with and without an ending, a letter apart, a man's and a woman's form.
``initial`` and ``none`` are of single words: an initial fits, or the surnames are not compared."""

# A surname shorter than this has too many neighbours one letter away.
LONG_SURNAME = 6
LONG_GIVEN = 5
_VERY_SHORT = 3
_VOWELS = frozenset("aeiou")
# Keys of what is one letter in Cyrillic (Ю, Я); an initial I. is that of a name with И.
_ONE_LETTER = ("iu", "ia")

_SURNAMES: dict[SurnameMatch, str] = {
    "equal": "same surname",
    "family": "surname with and without its ending",
    "slip": "surnames one letter apart",
    "gender": "a man's and a woman's ending of one surname",
}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How near two names are, and why in words."""

    level: MatchLevel
    surname: SurnameMatch
    reason: str


def compare_names(a: Name, b: Name, known: KnownNames) -> NameMatch:
    """Compare two names; of two single words only equal ones are near."""
    if not (a.whole and b.whole):
        return _compare_single(a, b, known)
    surname = compare_surnames(a, b, known)
    if surname == "none":
        return NameMatch("apart", "none", "different surnames")
    given, why = _compare_given_parts(a, b, known)
    if given == "apart":
        return NameMatch("apart", surname, f"{_SURNAMES[surname]}, but {why}")
    if surname == "gender" and not (a.given and given == "full"):
        return NameMatch("apart", surname, "a man's and a woman's ending of one surname")
    return NameMatch(given, surname, f"{_SURNAMES[surname]}; {why}")


def compare_surnames(a: Name, b: Name, known: KnownNames) -> SurnameMatch:
    """Compare the surnames of two names; ``none`` for different ones."""
    if a.surname == b.surname:
        return "equal"
    if {a.gender, b.gender} == {"man", "woman"}:
        return "gender" if (a.family, a.ending) == (b.family, b.ending) else "none"
    if a.family == b.family and not (a.ending and b.ending):
        return "family"
    if in_another_case(a.surname, b.surname, known):
        return "slip"
    return "slip" if _is_surname_slip(a, b) and not _both_frequent(a, b, known) else "none"


def _is_surname_slip(a: Name, b: Name) -> bool:
    if is_slip(a.surname, b.surname, LONG_SURNAME):
        return True
    return a.gender == b.gender and is_slip(a.spelled, b.spelled, LONG_SURNAME)


def in_another_case(a: str, b: str, known: KnownNames) -> bool:
    """Whether one surname is the other with the ending of a Russian case, as in `to Narynbayu`."""
    short, long = sorted((a, b), key=len)
    return len(short) > _VERY_SHORT and long.startswith(short) and long[len(short) :] in known.case_endings


def _both_frequent(a: Name, b: Name, known: KnownNames) -> bool:
    return a.family in known.common_families and b.family in known.common_families


@lru_cache(maxsize=50_000)
def is_slip(a: str, b: str, long: int) -> bool:
    """Two keys of some length one letter apart: left out, put in, changed, or two swapped."""
    if min(len(a), len(b)) < long or abs(len(a) - len(b)) > 1:
        return False
    # People rarely mistake the first letter, a vowel or a breath before one aside.
    if a[0] != b[0] and not ({a[0], b[0]} <= _VOWELS or a[1:] == b or b[1:] == a):
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def _compare_given_parts(a: Name, b: Name, known: KnownNames) -> tuple[MatchLevel, str]:
    if _patronymics_differ(a, b, known):
        return "apart", "different patronymics"
    if a.given and b.given:
        return compare_given(a.given, b.given, known)
    if not a.given and not b.given:
        return _compare_initials(a.initial, b.initial, known)
    initial, given = (a.initial, b.given) if b.given else (b.initial, a.given)
    return match_initial(initial, given, known)


def compare_given(a: str, b: str, known: KnownNames) -> tuple[MatchLevel, str]:
    """Two given names: equal, a slip, or two names."""
    if a == b:
        return "full", "same given name"
    if is_slip(a, b, LONG_GIVEN) and not (a in known.given and b in known.given):
        return "slip", "given names one letter apart"
    return "apart", "different given names"


def match_initial(initial: str, given: str, known: KnownNames) -> tuple[MatchLevel, str]:
    """Whether an initial (as printed) stands for a given name (a key)."""
    folding = known.folding
    start = folding.fine(initial)
    if given.startswith(_ONE_LETTER) and initial == "I":
        return "lookalike", "initial fits the given name if Yu or Ya was cut short"
    # Kh and k share a key's letter, so an initial of either fits it.
    if given.startswith((start.replace("h", "k"), *folding.initials.get(initial, ()))):
        return "initial", "initial fits the given name"
    if given.startswith(tuple(folding.lookalikes.get(initial, ()))):
        return "lookalike", "initial fits the given name if its letter was misread"
    return "apart", "initial of another given name"


def _compare_initials(a: str, b: str, known: KnownNames) -> tuple[MatchLevel, str]:
    starts_a, starts_b = _starts(a, known), _starts(b, known)
    if starts_a & starts_b:
        return "initial", "same initial"
    if any(x == "I" and starts <= {*_ONE_LETTER} for x, starts in ((a, starts_b), (b, starts_a))):
        return "lookalike", "same initial if Yu or Ya was cut short"
    looks_a, looks_b = (known.folding.lookalikes.get(i, frozenset()) for i in (a, b))
    if looks_a & starts_b or looks_b & starts_a:
        return "lookalike", "same initial if a letter was misread"
    return "apart", "different initials"


def _starts(initial: str, known: KnownNames) -> frozenset[str]:
    return frozenset({known.folding.fine(initial), *known.folding.initials.get(initial, ())})


def _patronymics_differ(a: Name, b: Name, known: KnownNames) -> bool:
    if a.patronymic and b.patronymic:
        return a.patronymic != b.patronymic and not is_slip(a.patronymic, b.patronymic, LONG_GIVEN)
    if a.second and b.second:
        return _compare_initials(a.second, b.second, known)[0] == "apart"
    for initial, father in ((a.second, b.patronymic), (b.second, a.patronymic)):
        if initial and father:
            return match_initial(initial, father, known)[0] == "apart"
    return False


def _compare_single(a: Name, b: Name, known: KnownNames) -> NameMatch:
    words_a, words_b = ({name.surname, name.given} - {""} for name in (a, b))
    shared = words_a & words_b
    if shared & {a.surname} & {b.surname}:
        return NameMatch("single", "equal", "same surname, one of them alone")
    if shared:
        return NameMatch("single", "none", "same given name, one of them alone")
    alone, other = (a, b) if not a.whole else (b, a)
    if alone.given and other.initial and match_initial(other.initial, alone.given, known)[0] == "initial":
        return NameMatch("single", "initial", "initial fits the given name that stands alone")
    return NameMatch("apart", "none", "no word in common")
