"""The grammar of names: what looks like a surname, what like a given name, and what a whole report teaches.

What is assumed: a surname has one of the pack's endings, or is beside an initial somewhere in the report; a given
name is in the pack's short list, or is beside a sure surname somewhere. A word that the report also writes small is
no name. Where nothing tells, the surname stands first, as most of these reports have it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.extract.persons.name_words import NameWord, find_name_words
from ingest.facts import Entry
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.jurisdictions.romanisation import folding_of

# `Ormanova (Sadyk) Aliya`: the name somebody had before, in brackets.
_WOMANS = frozenset({"a", "ya"})
_OTHER_SURNAME = re.compile(r" \([^\W\d_]{3,}\) ")
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-ZА-Я][^\W\d_]{2,}(?![\w])")


@dataclass(frozen=True)
class NamesSeen:
    """What the whole report teaches: how often a word was surely a surname or a given name, how often it stood beside
    another capitalised word at all, the words written small, and in how many sure names the surname stands first or
    last."""

    surnames: Counter[str]
    givens: Counter[str]
    beside: Counter[str]
    small: frozenset[str]
    first: int = 0
    last: int = 0

    @property
    def surname_last(self) -> bool:
        """Whether the report's sure names have the given name first, as English has; most reports do not."""
        return self.last > self.first


def learn_names(entries: Iterable[Entry], jurisdiction: Jurisdiction) -> NamesSeen:
    """Read all entries of a report once for the statistics that decide doubtful names."""
    surnames: Counter[str] = Counter()
    givens: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    small: set[str] = set()
    order: Counter[bool] = Counter()
    words = name_words(jurisdiction)
    for entry in entries:
        small.update(_SMALL.findall(entry.text))
        found = [w for w in find_name_words(entry.text, ()) if w.lower not in words.not_names]
        for a, b in pairwise(found):
            if not are_beside(entry.text, a, b):
                continue
            beside.update(w.lower for w in (a, b) if not w.initial)
            if a.initial != b.initial:
                surnames[(b if a.initial else a).lower] += 1
            elif not a.initial:
                first, second = (looks_like_surname(w.lower, jurisdiction) for w in (a, b))
                if first != second:
                    surnames[(a if first else b).lower] += 1
                    givens[(b if first else a).lower] += 1
                    order[first] += 1
    return NamesSeen(surnames, givens, beside, frozenset(small), order[True], order[False])


def are_beside(text: str, a: NameWord, b: NameWord) -> bool:
    """Whether two words stand side by side: blanks or a second surname in brackets between them,
    or an initial's full stop."""
    between = text[a.span.end : b.span.start]
    if _OTHER_SURNAME.fullmatch(between):
        return True
    return (between != "" and not between.strip()) or (between == "" and a.initial)


@cache
def looks_like_surname(word: str, jurisdiction: Jurisdiction) -> bool:
    """Whether a word in lower case has the ending of a surname."""
    words = name_words(jurisdiction)
    last = word.rpartition("-")[2]
    if looks_like_given(word, jurisdiction) or looks_like_given(last, jurisdiction):
        return False
    return any(last.endswith(ending) and len(last) >= len(ending) + 2 for ending in words.surname_endings)


@cache
def looks_like_given(word: str, jurisdiction: Jurisdiction) -> bool:
    """Whether a word in lower case is in the pack's list of given names, in whatever romanisation."""
    return folding_of(jurisdiction).key(word) in _folded_given_names(jurisdiction)


@cache
def _folded_given_names(jurisdiction: Jurisdiction) -> frozenset[str]:
    return frozenset(map(folding_of(jurisdiction).key, name_words(jurisdiction).given_names))


def _is_mans(surname: str | None, jurisdiction: Jurisdiction) -> bool:
    """Whether a surname has an ending that only men's have."""
    return surname is not None and surname.lower().endswith(tuple(name_words(jurisdiction).gender_endings.male))


def _is_name(word: str, names: NamesSeen, jurisdiction: Jurisdiction) -> bool:
    """Whether a word in lower case is a given name, or has the ending of a surname."""
    given = looks_like_given(word, jurisdiction) or names.givens[word] > 0
    return given or looks_like_surname(word, jurisdiction)


@cache
def is_patronymic(word: str, jurisdiction: Jurisdiction) -> bool:
    """Whether a word in lower case has the ending of a patronymic."""
    return any(word.endswith(e) and len(word) >= len(e) + 3 for e in name_words(jurisdiction).patronymic_endings)


def weigh_surname(word: str, seen: NamesSeen, jurisdiction: Jurisdiction) -> float:
    """How much speaks for a word in lower case being a surname (above 0) or a given name (below 0)."""
    weight = 2.0 * looks_like_surname(word, jurisdiction) - 3.0 * looks_like_given(word, jurisdiction)
    if not weight:
        weight += min(seen.surnames[word], 3) - min(seen.givens[word], 3)
    else:
        weight += 0.5 * (min(seen.surnames[word], 3) - min(seen.givens[word], 3))
    return weight


def mend_case(name: str, names: NamesSeen, jurisdiction: Jurisdiction, surname: str | None = None) -> str:
    """A name without the ending of a Russian case, where the report has it without one, and more often (`Mamonu`).

    A woman's `-a` is no case: `Talova` and `Talov` are two names, `Amira` and `Amir`, unless a man's ``surname`` is
    beside the given name.
    """
    lower = name.lower()
    for ending in name_words(jurisdiction).case_endings:
        stem = lower.removesuffix(ending)
        if stem == lower or len(stem) < 4:
            continue
        if ending in _WOMANS and not _is_mans(surname, jurisdiction) and _is_name(stem, names, jurisdiction):
            continue
        known = looks_like_given(stem, jurisdiction) or names.beside[stem] > names.beside[lower]
        if known and not looks_like_given(lower, jurisdiction):
            return name[: len(stem)]
    return name
