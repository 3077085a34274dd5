"""Which clusters are worth comparing: blocks by surname, and within large blocks only what shares a feature.

The number of pairs grows with the number of mentions, not with its square: a block of more than ``SMALL`` clusters is
cut into buckets by given name, and by first letter with a feature of context, and in a bucket each is compared with the
``WINDOW`` next in time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from kg.identity.disjoint_sets import DisjointSets
from kg.identity.names.comparison import LONG_SURNAME, is_slip
from kg.identity.names.lexicon import KnownNames
from kg.identity.names.parser import Name
from kg.identity.people.clusters import Cluster

SMALL = 30
WINDOW = 4
# What is longer is no surname, and would make as many keys as it has letters.
_LONGEST_SURNAME = 60
_FEATURES = ("part", "place", "facility", "companion", "occupation", "office")
Pair = tuple[int, int]
GivenNames = Mapping[str, Mapping[str, Set[str]]]
"""Given names in full by surname and first letter; a letter that is met only as an initial has none."""


def pairs_of(block: Sequence[Cluster], known: KnownNames) -> Iterator[Pair]:
    """Pairs of a block that may be one, by first mention."""
    if len(block) <= SMALL:
        yield from ((a.first, b.first) for i, a in enumerate(block) for b in block[i + 1 :])
        return
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for cluster in sorted(block, key=lambda b: b.first):
        for bucket in _buckets(cluster, known):
            buckets[bucket].append(cluster.first)
    seen = set()
    for _, firsts in sorted(buckets.items()):
        for i, first in enumerate(firsts):
            for other in firsts[i + 1 : i + 1 + WINDOW]:
                if (first, other) not in seen:
                    seen.add((first, other))
                    yield first, other


def _buckets(cluster: Cluster, known: KnownNames) -> set[tuple[str, ...]]:
    letters = {letter for name in cluster.names for letter in _letters(name.given, name.initial, known)}
    found = {("given", name.given) for name in cluster.names if name.given}
    for letter in letters:
        found |= {(letter, kind, key) for kind in _FEATURES for key in cluster.get(kind)}  # type: ignore[misc]
        found |= {(letter, "report", report) for report in cluster.reports}  # type: ignore[misc]
    return found  # type: ignore[return-value]


def _letters(given: str, initial: str, known: KnownNames) -> Iterable[str]:
    if given:
        return {given[0]}
    fine = known.folding.key(initial)
    return {fine[:1], *(start[0] for start in known.folding.initials.get(initial, ()))}


def surname_blocks(clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """Bearers with a surname, by the surname without its ending; blocks of one left out."""
    blocks: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for family in {name.family for name in cluster.names if name.family and name.whole}:
            blocks[family][cluster.first] = cluster
    return [list(block.values()) for _, block in sorted(blocks.items()) if len(block) > 1]


def split_block(block: Sequence[Cluster], known: KnownNames) -> list[list[Cluster]]:
    """A large block in parts of which no cluster can be one with a cluster of another: no two begin with one letter."""
    if len(block) <= SMALL:
        return [list(block)]
    letters: DisjointSets[str] = DisjointSets()
    own: list[str] = []
    for cluster in block:
        first, *others = sorted(
            {letter for name in cluster.names for letter in _letters(name.given, name.initial, known)}
        )
        letters.add(first)
        own.append(first)
        for other in others:
            letters.join(first, other)
    parts: dict[str, list[Cluster]] = defaultdict(list)
    for cluster, letter in zip(block, own, strict=True):
        parts[letters.leader(letter)].append(cluster)
    return [part for part in parts.values() if len(part) > 1]


def collect_given_names(block: Iterable[Cluster], known: KnownNames) -> GivenNames:
    """Who bears the surnames of a block: the given names met in full, by surname and first letter."""
    given_names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cluster in block:
        for name in cluster.names:
            if name.whole:
                for letter in _letters(name.given, name.initial, known):
                    given_names[name.surname][letter] |= {name.given} - {""}
    return given_names


def letters_of(name: Name, known: KnownNames) -> set[str]:
    """The first letters of the keys of given names that a name may stand for."""
    return set(_letters(name.given, name.initial, known))


def slip_pairs(clusters: Sequence[Cluster], known: KnownNames) -> Iterator[Pair]:
    """Pairs whose surnames are one letter apart and whose given names begin alike.

    Surnames one letter apart become the same when the right letter is left out of each, so they meet under it.
    """
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for surname in {key for name in cluster.names if name.whole for key in (name.surname, name.spelled)}:
            by_surname[surname].append(cluster)
    for a, b in _neighbours(by_surname, known):
        ours, theirs = by_surname[a], by_surname[b]
        starts: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in theirs:
            for start in _starts(cluster, known):
                starts[start].append(cluster)
        for cluster in ours:
            met = {
                other.first for start in _starts(cluster, known) for other in starts.get(start, ())[: WINDOW * WINDOW]
            }
            yield from ((cluster.first, other) for other in sorted(met) if other != cluster.first)


def _starts(cluster: Cluster, known: KnownNames) -> set[str]:
    return {start for name in cluster.names if name.whole for start in _letters(name.given, name.initial, known)}


def _neighbours(surnames: Collection[str], known: KnownNames) -> list[tuple[str, str]]:
    under: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        if LONG_SURNAME <= len(surname) <= _LONGEST_SURNAME:
            for left_out in {surname, *(surname[:i] + surname[i + 1 :] for i in range(len(surname)))}:
                under[left_out].append(surname)
    found = {
        (surname.removesuffix(ending), surname)
        for surname in surnames
        for ending in known.case_endings
        if surname.endswith(ending) and surname.removesuffix(ending) in surnames
    }
    for group in under.values():
        found |= {(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if is_slip(a, b, LONG_SURNAME)}
    return sorted(found)


def word_pairs(clusters: Iterable[Cluster]) -> Iterator[Pair]:
    """A single word with everybody of its report who has it as a name, and with the few of its surname anywhere."""
    everybody = list(clusters)
    alone = [cluster for cluster in everybody if not cluster.whole]
    asked = {word for cluster in alone for word in _words(cluster)}
    by_word: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in everybody if asked else ():
        for word in _words(cluster) & asked:
            for report in cluster.reports:
                by_word[report, word].append(cluster)
        for surname in {name.surname for name in cluster.names if name.surname} & asked:
            by_word["", surname].append(cluster)
    for cluster in alone:
        words = _words(cluster)
        for report in ("", *sorted(cluster.reports)):
            for word in sorted(words):
                others = by_word.get((report, word), [])
                for other in others if report or len(others) <= SMALL else ():
                    if other.first != cluster.first:
                        yield (min(cluster.first, other.first), max(cluster.first, other.first))


def _words(cluster: Cluster) -> set[str]:
    return {word for name in cluster.names for word in (name.surname, name.given) if word}
