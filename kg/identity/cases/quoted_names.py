"""Names of their own in quotation marks (`the “Dala” newspaper`): what two entries about one matter call by name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.entries.active import ActiveEntry
from kg.identity.cases.proceedings import days_between, undergoing
from kg.identity.cases.rare_words import shared
from kg.identity.types import PersonIds

_SPOKEN = frozenset({"statement"})
_RALLIES = frozenset({"assembly_refusal", "assembly_notice"})
# A name that more entries have is of a body that does much, and tells of no one matter.
_KNOWN_FOR_MUCH = 8
# So many rare words in common tell that two entries are about one matter; within days one is enough.
_ABOUT_ONE, _DAYS = 2, 3


def find_named_matters(
    told: Sequence[ActiveEntry], people: PersonIds, words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Entries of one report and place that call one thing by its own name, with rare words or somebody who undergoes
    something in common, as pairs to join.

    Not where people undergo something in both and none of them is the same, or the articles differ, or both tell a
    verdict; nor where both only tell what somebody said (a survey each week), nor a rally's slogan.
    """
    by_name: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in told:
        for matter in entry.facts.matters_of("own_name"):
            by_name.setdefault((entry.report, matter.value), []).append(entry)
    for _, naming in sorted(by_name.items()):
        if len(naming) <= _KNOWN_FOR_MUCH:
            yield from _about_one(naming, people, words)


def _about_one(
    naming: Sequence[ActiveEntry], people: PersonIds, words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    for a, b in combinations(naming, 2):
        if a.where is None or a.where != b.where or _is_only_said(a, b) or _is_of_rally(a) or _is_of_rally(b):
            continue
        undergo, also = ({people[e.id, index] for index in undergoing(e)} for e in (a, b))
        enough = 0 if undergo & also else 1 if days_between(a.date, b.date) <= _DAYS else _ABOUT_ONE
        apart = undergo and also and (undergo.isdisjoint(also) or _are_two_matters(a, b))
        if shared(words, a, b) >= enough and not apart:
            yield a.id, b.id


def _are_two_matters(a: ActiveEntry, b: ActiveEntry) -> bool:
    """Whether the articles of two entries about one person differ, or both tell a verdict."""
    held, also = ({(c.code, c.article) for c in e.facts.charges} for e in (a, b))
    return bool(held and also and held.isdisjoint(also)) or "sentence" in a.types & b.types


def _is_only_said(a: ActiveEntry, b: ActiveEntry) -> bool:
    """Whether both only say or publish: a digest each week, which is read as a release of nobody."""
    return all(act.type in _SPOKEN or (act.type == "release" and not act.to) for e in (a, b) for act in e.facts.acts)


def _is_of_rally(entry: ActiveEntry) -> bool:
    return bool(entry.facts.occasions or (entry.types and entry.types <= _RALLIES))
