"""Pairs of clusters that may be one although their surnames are written differently, or only one word is.

Pairs of one surname come from its block (``blocks``).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from kg.identity.names.comparison import LONG_SURNAME, is_slip
from kg.identity.names.lexicon import KnownNames
from kg.identity.people.blocks import FEATURES, SMALL, WINDOW, Pair, first_letters
from kg.identity.people.clusters import Cluster

# What is longer is no surname, and would make as many keys as it has letters.
_LONGEST_SURNAME = 60


def slip_pairs(clusters: Sequence[Cluster], known: KnownNames) -> Iterator[Pair]:
    """Pairs whose surnames are one letter apart and whose given names begin alike."""
    by_surname = _group_by_surname(clusters)
    for a, b in _similar_surnames(by_surname, known):
        by_letter = _group_by_letter(by_surname[b], known)
        for cluster in by_surname[a]:
            letters = _letters_of_whole_names(cluster, known)
            near = {other.first for letter in letters for other in by_letter.get(letter, ())[: WINDOW * WINDOW]}
            yield from ((cluster.first, other) for other in sorted(near - {cluster.first}))


def _group_by_surname(clusters: Iterable[Cluster]) -> Mapping[str, Sequence[Cluster]]:
    """Clusters by each surname of their whole names, as a key and as spelled."""
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        whole = [name for name in cluster.names if name.whole]
        for surname in {name.surname for name in whole} | {name.spelled for name in whole}:
            by_surname[surname].append(cluster)
    return by_surname


def _group_by_letter(clusters: Iterable[Cluster], known: KnownNames) -> Mapping[str, Sequence[Cluster]]:
    by_letter: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for letter in _letters_of_whole_names(cluster, known):
            by_letter[letter].append(cluster)
    return by_letter


def _letters_of_whole_names(cluster: Cluster, known: KnownNames) -> set[str]:
    return first_letters((name for name in cluster.names if name.whole), known)


def _similar_surnames(surnames: Collection[str], known: KnownNames) -> list[tuple[str, str]]:
    return sorted(_cases_of_surnames(surnames, known) | _slips_of_surnames(surnames))


def _cases_of_surnames(surnames: Collection[str], known: KnownNames) -> set[tuple[str, str]]:
    """Surnames with those that are the same with the ending of a grammatical case."""
    stems = ((surname.removesuffix(end), surname) for surname in surnames for end in known.case_endings)
    return {(stem, surname) for stem, surname in stems if stem != surname and stem in surnames}


def _slips_of_surnames(surnames: Iterable[str]) -> set[tuple[str, str]]:
    """Long surnames one letter apart: they are the same when the right letter is left out of each."""
    shortened: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(s for s in surnames if LONG_SURNAME <= len(s) <= _LONGEST_SURNAME):
        for key in {surname, *(surname[:i] + surname[i + 1 :] for i in range(len(surname)))}:
            shortened[key].append(surname)
    pairs = ((a, b) for group in shortened.values() for i, a in enumerate(group) for b in group[i + 1 :])
    return {(a, b) for a, b in pairs if is_slip(a, b, LONG_SURNAME)}


def word_pairs(clusters: Iterable[Cluster]) -> Iterator[Pair]:
    """A single word with those of its report who have it as a name, and with the few of its surname anywhere.

    In a report with more than ``SMALL`` of them the word is compared with the ``WINDOW`` next in time, of all and of
    those with a feature of context in common, and with the first of those named in full: that there are several of
    them shows by the first ones. The number of pairs grows with the number of clusters.
    """
    everybody = list(clusters)
    alone = [cluster for cluster in everybody if not cluster.whole]
    single = {word for cluster in alone for word in _words(cluster)}
    if not single:
        return
    in_reports, anywhere = _group_by_word(everybody, single), _group_by_single_surname(everybody, single)
    few = {key: group for key, group in in_reports.items() if len(group) <= SMALL}
    for cluster in alone:
        for word in sorted(_words(cluster)):
            others = anywhere.get(word, ())
            yield from _pairs_with(cluster, others if len(others) <= SMALL else ())
            for report in sorted(cluster.reports):
                yield from _pairs_with(cluster, few.get((report, word), ()))
    for key, group in sorted(in_reports.items()):
        if key not in few:
            yield from dict.fromkeys(_pairs_of_many(group))


def _pairs_of_many(group: Sequence[Cluster]) -> Iterator[Pair]:
    """Pairs of a large group, in each of which one is a single word."""
    in_full = [cluster for cluster in group if cluster.whole][: WINDOW * WINDOW]
    for cluster in group:
        if not cluster.whole:
            yield from _pairs_with(cluster, in_full)
    alike = _group_by_feature(group)
    for bucket in sorted(alike):
        yield from _neighbours(alike[bucket])


def _group_by_feature(clusters: Iterable[Cluster]) -> Mapping[tuple[str, ...], Sequence[Cluster]]:
    """Clusters in the order of time by kind and key of their features; all of them under the empty tuple."""
    grouped: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda c: c.first):
        grouped[()].append(cluster)
        for kind in FEATURES:
            for key in cluster.get(kind):
                grouped[kind, key].append(cluster)
    return grouped


def _neighbours(clusters: Sequence[Cluster]) -> Iterator[Pair]:
    """Each with the ``WINDOW`` next, unless both have a whole name."""
    for i, cluster in enumerate(clusters):
        near = clusters[i + 1 : i + 1 + WINDOW]
        yield from _pairs_with(cluster, (other for other in near if not (cluster.whole and other.whole)))


def _group_by_word(clusters: Iterable[Cluster], words: Set[str]) -> Mapping[tuple[str, str], Sequence[Cluster]]:
    """Clusters by report and word."""
    grouped: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in _words(cluster) & words:
            for report in cluster.reports:
                grouped[report, word].append(cluster)
    return grouped


def _group_by_single_surname(clusters: Iterable[Cluster], words: Set[str]) -> Mapping[str, Sequence[Cluster]]:
    grouped: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for surname in {name.surname for name in cluster.names} & words:
            grouped[surname].append(cluster)
    return grouped


def _pairs_with(cluster: Cluster, others: Iterable[Cluster]) -> Iterator[Pair]:
    for other in others:
        if other.first != cluster.first:
            yield min(cluster.first, other.first), max(cluster.first, other.first)


def _words(cluster: Cluster) -> set[str]:
    return {word for name in cluster.names for word in (name.surname, name.given) if word}
