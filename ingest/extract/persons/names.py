"""The grammar of names: what looks like a surname, what like a given name, and what a whole report teaches.

What is assumed: a surname has one of the pack's endings, or is beside an initial somewhere in the report; a given
name is in the pack's short list, or is beside a sure surname somewhere. A word that the report also writes small is
no name. Where nothing tells, the surname stands first, as most of these reports have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
# The more frequent order of a report is everybody's if it is so many times as frequent as the other.
_ONE_ORDER = 3
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_FIRST_WORD = re.compile(r"\s([^\W\d_]+)")
_WORD_REACH = 30
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


def with_order_of(entry: Entry, seen: NamesSeen, jurisdiction: Jurisdiction) -> NamesSeen:
    """What a report taught, with the order of the entry's own sure names where the report has names in both orders."""
    if max(seen.first, seen.last) >= _ONE_ORDER * max(1, min(seen.first, seen.last)):
        return seen
    own = learn_names([entry], jurisdiction)
    return seen if own.first == own.last else replace(seen, first=own.first, last=own.last)


def _stands_alone(text: str, word: str, others: Iterable[str]) -> bool:
    """Whether a text has a word of a name without the other words beside it, as it has a surname told again."""
    beside = {*others}
    for match in re.finditer(rf"\b{re.escape(word)}\b", text):
        before = _LAST_WORD.search(text, max(0, match.start() - _WORD_REACH), match.start())
        behind = _FIRST_WORD.match(text, match.end())
        if beside.isdisjoint(found[1] for found in (before, behind) if found):
            return True
    return False


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


def surname_of(
    text: str, rest: Sequence[NameWord], weights: Sequence[float], names: NamesSeen, opening: bool
) -> NameWord:
    """The word with most weight; of equals the one that stands alone elsewhere, else the one that the order tells."""
    heaviest = max(weights)
    best = [word for word, weight in zip(rest, weights, strict=True) if weight == heaviest]
    if len(best) == 1:
        return best[0]
    others = [word.text for word in rest]
    alone = [word for word in best if _stands_alone(text, word.text, others)]
    if len(alone) == 1:
        return alone[0]
    if opening:
        return best[0]
    unknown = not any(weights) and _is_foreign(rest, names)
    return best[-1 if unknown or names.surname_last else 0]


def _is_foreign(rest: Sequence[NameWord], names: NamesSeen) -> bool:
    """No word of it is known from anywhere in the report: the usual order of English has the given name first."""
    return not any(names.surnames[w.lower] or names.givens[w.lower] for w in rest)


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
