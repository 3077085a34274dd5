"""Which entries tell again what an entry of another report tells.

Two entries of one day are a pair when they are the same words but for marks of footnotes; or when each is the other's
nearest, they name the same place and people as far as both name any, and most of their words are the same. Entries that
name nobody must also tell the same acts, with the same numbers: `three were detained` is not `four were detained`.
Undated entries are a pair only word for word, where the periods of their reports overlap. An entry is a pair with one
entry of another report at most, and entries of one report never are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ingest.language.folding import fold
from kg.entries.active import ActiveEntry
from kg.entries.wording import numbers_of, wording_of

# How much of the shorter entry's words, and of the longer's, must be the other's too.
_OF_SHORTER, _OF_LONGER = 0.7, 0.5
# The same where nobody is named in both.
_NAMELESS_OF_SHORTER, _NAMELESS_OF_LONGER = 0.8, 0.65
# A second candidate this near leaves it open which of the two is meant.
_MARGIN = 0.1
# Fewer words in common say nothing.
_FEWEST = 3
# A word that so many entries of a day have finds no pairs.
_TOO_COMMON = 50
# How much of a report another must tell for it to be part of that.
_PART = 0.5


def pair_entries(entries: Sequence[ActiveEntry]) -> dict[str, str]:
    """The id of each entry that tells another again, with the id of the one that tells it first; ``entries`` in order.

    The first is that of the report with the most entries.
    """
    size = Counter(entry.report for entry in entries)
    pairs: dict[str, str] = {}
    for date, of_day in groupby(entries, key=lambda entry: entry.date):
        group = sorted(of_day, key=lambda entry: (-size[entry.report], entry.report, entry.order))
        if group[0].report != group[-1].report:
            pairs |= _pairs_of_day(group) if date else _same_words(group)
    return pairs


def find_parts(pairs: Sequence[tuple[ActiveEntry, ActiveEntry]], size: Mapping[str, int]) -> dict[str, str]:
    """The reports of which another tells half the entries or more first, each with the one that tells most of them.

    ``size`` has the number of entries of every report.
    """
    told = Counter((again.report, first.report) for again, first in pairs)
    parts: dict[str, str] = {}
    for (report, larger), number in sorted(told.items(), key=lambda found: (-found[1], found[0])):
        if number >= _PART * size[report]:
            parts.setdefault(report, larger)
    return {report: _first(parts, report) for report in parts}


def _pairs_of_day(entries: Sequence[ActiveEntry]) -> dict[str, str]:
    pairs = _same_words(entries)
    known: list[_Told] = []
    for _, of_report in groupby(entries, key=lambda entry: entry.report):
        report = list(of_report)
        told = [_Told.of(entry) for entry in report if entry.id not in pairs]
        taken = {_first(pairs, entry.id) for entry in report}
        nearly = dict(_nearest(told, [other for other in known if other.entry.id not in taken])) if known else {}
        pairs |= nearly
        known += [each for each in told if each.entry.id not in nearly]
    return {id: _first(pairs, id) for id in pairs}


def _first(pairs: Mapping[str, str], id: str) -> str:
    while id in pairs:
        id = pairs[id]
    return id


def _same_words(entries: Iterable[ActiveEntry]) -> dict[str, str]:
    """Entries word for word: the second of its report with the second of the other."""
    pairs: dict[str, str] = {}
    first: dict[tuple[str, int], ActiveEntry] = {}
    copies: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        words = wording_of(entry)
        here = first.setdefault((words, copies[entry.report, words]), entry)
        copies[entry.report, words] += 1
        if here is not entry and _may_be_of_one_time(here, entry):
            pairs[entry.id] = here.id
    return pairs


def _may_be_of_one_time(a: ActiveEntry, b: ActiveEntry) -> bool:
    """Whether two entries are of one day, or undated in reports of which the one's period begins as the other's."""
    if a.date:
        return True
    periods = [entry.report.rpartition(":")[2] for entry in (a, b)]
    return periods[0][:7] == periods[1][:7]


class _Told(NamedTuple):
    """What an entry says, as it is compared."""

    entry: ActiveEntry
    words: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    acts: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, entry: ActiveEntry) -> "_Told":
        facts = entry.facts
        return cls(
            entry,
            words=frozenset(word.stem for word in facts.words),
            people=frozenset(fold(person.surname or person.name) for person in facts.persons),
            places=frozenset(place.id or fold(place.name) for place in facts.places),
            acts=frozenset(act.type for act in facts.acts),
            numbers=numbers_of(entry),
        )


def _nearest(report: Sequence[_Told], known: Sequence[_Told]) -> Iterator[tuple[str, str]]:
    """Entries of a report, each with the one of earlier reports that it tells again."""
    likeness = dict(_likenesses(report, known))
    for (own, other), score in sorted(likeness.items(), key=lambda found: (-found[1], found[0])):
        rivals = [s for pair, s in likeness.items() if pair != (own, other) and (pair[0] == own or pair[1] == other)]
        if score > max(rivals, default=0) + _MARGIN:
            yield own, other


def _likenesses(report: Sequence[_Told], known: Sequence[_Told]) -> Iterator[tuple[tuple[str, str], float]]:
    """The pairs that may be one, each with how much of all their words is in both (0 to 1)."""
    with_word = _positions_by_word(known)
    for told in report:
        shared = Counter(position for word in told.words for position in with_word.get(word, ()))
        for position, number in shared.items():
            other = known[position]
            if number >= _FEWEST and _fit(told, other):
                yield (told.entry.id, other.entry.id), len(told.words & other.words) / len(told.words | other.words)


def _positions_by_word(known: Sequence[_Told]) -> Mapping[str, Sequence[int]]:
    """Where each word stands, but for the words that too many have."""
    found: dict[str, list[int]] = {}
    for position, told in enumerate(known):
        for word in told.words:
            found.setdefault(word, []).append(position)
    return {word: positions for word, positions in found.items() if len(positions) <= _TOO_COMMON}


def _fit(a: _Told, b: _Told) -> bool:
    """Whether nothing speaks against two entries telling one thing, and enough of their words are the same."""
    if not (_agree(a.people, b.people) and _agree(a.places, b.places)):
        return False
    if a.people & b.people:
        return _share(a, b, _OF_SHORTER, _OF_LONGER)
    alike = a.numbers == b.numbers and _agree(a.acts, b.acts)
    return alike and _share(a, b, _NAMELESS_OF_SHORTER, _NAMELESS_OF_LONGER)


def _share(a: _Told, b: _Told, of_shorter: float, of_longer: float) -> bool:
    """Whether so much of the shorter entry's words, and of the longer's, is in both."""
    shorter, longer = sorted((len(a.words), len(b.words)))
    shared = len(a.words & b.words)
    return shared >= of_shorter * shorter and shared >= of_longer * longer


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one names all that the other names; one may name nothing."""
    return a <= b or b <= a
