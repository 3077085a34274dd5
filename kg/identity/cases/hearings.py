"""Hearings that name none of the accused: which trial that the report tells of they belong to."""

from collections.abc import Iterator, Mapping, Sequence

from kg.entries.active import ActiveEntry
from kg.identity.cases.rare_words import shared
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.types import BodyKeys

_HEARD = frozenset({"trial", "due_process"})
# Steps before a court in which those accused of a harm are named.
_BEFORE_COURT = _HEARD | {"remand", "sentence", "appeal", "charge"}
_HARMS = frozenset({"torture", "death"})
# So many accused or more tell one trial of a court from another.
_MANY = 3
# So many rare words in common tell that two hearings are about one thing.
_ABOUT_ONE = 2


def find_unnamed_hearings(
    entries: Sequence[ActiveEntry],
    clusters: DisjointSets[str],
    words: Mapping[str, frozenset[str]],
) -> Iterator[tuple[str, str]]:
    """Entries about a hearing that names nobody, with the one trial of that place about the same, as pairs to join.

    About the same are hearings on one event that everybody knows by name, hearings and measures on one harm done then,
    and hearings with rare words in common. Of several trials nobody can tell which one is meant.
    """
    yield from _about_events(entries, clusters, _HEARD, frozenset())
    yield from _about_events(entries, clusters, _BEFORE_COURT, _HARMS)
    yield from _about_one_thing(entries, clusters, words)


def _about_one_thing(
    entries: Sequence[ActiveEntry], clusters: DisjointSets[str], words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    held: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in entries:
        if entry.where and (entry.types & _BEFORE_COURT or _is_hearing(entry)):
            held.setdefault((entry.report, entry.where), []).append(entry)
    for hearings in held.values():
        for unnamed in (h for h in hearings if _is_hearing(h) and not _names_somebody(h)):
            alike = [h.id for h in hearings if h.id != unnamed.id and shared(words, h, unnamed) >= _ABOUT_ONE]
            if len({clusters.leader(id) for id in alike}) == 1:
                yield alike[0], unnamed.id


def find_hearings_of_many(entries: Sequence[ActiveEntry], bodies: BodyKeys) -> Iterator[tuple[str, str]]:
    """Hearings of one report that name nobody, with one court and the same number of accused, as pairs to join."""
    first_of: dict[tuple[str, str, int], str] = {}
    for entry in entries:
        if _names_somebody(entry) or not _is_hearing(entry):
            continue
        courts = {bodies[entry.id, i][0].id for i, body in enumerate(entry.facts.bodies) if body.kind == "court"}
        for court in sorted(courts):
            for number in _numbers_of_accused(entry):
                first = first_of.setdefault((entry.report, court, number), entry.id)
                if first != entry.id:
                    yield first, entry.id


def _is_hearing(entry: ActiveEntry) -> bool:
    """Whether an entry tells of a court's sitting, and not only of a charge."""
    return bool(entry.types & (_BEFORE_COURT - {"charge"}) or entry.facts.has_matter("hearing"))


def _numbers_of_accused(entry: ActiveEntry) -> frozenset[int]:
    numbers = (int(matter.value) for matter in entry.facts.matters_of("accused_count"))
    return frozenset(number for number in numbers if number >= _MANY)


def _about_events(
    entries: Sequence[ActiveEntry],
    clusters: DisjointSets[str],
    steps: frozenset[str],
    harms: frozenset[str],
) -> Iterator[tuple[str, str]]:
    hearings: dict[tuple[str, str, str, str], tuple[list[str], list[str]]] = {}
    for entry in entries:
        if not entry.where or not entry.types & steps:
            continue
        done = sorted(entry.types & harms) if harms else [""]
        for time in sorted(matter.value for matter in entry.facts.matters_of("named_event")):
            for harm in done:
                key = (entry.report, entry.where, time, harm)
                hearings.setdefault(key, ([], []))[0 if _names_somebody(entry) else 1].append(entry.id)
    for named, nameless in hearings.values():
        one = named[:1] if len({clusters.leader(id) for id in named}) == 1 else []
        together = [*one, *nameless]
        yield from ((together[0], other) for other in together[1:] if not named or one)


def _names_somebody(entry: ActiveEntry) -> bool:
    facts = entry.facts
    return any(p.kind == "person" for act in facts.acts for p in act.to) or any(
        c.person is not None for c in facts.charges
    )
