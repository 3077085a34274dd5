"""Names of their own in quotation marks (`the “Dala” newspaper`): what two entries about one matter call by name."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from operator import itemgetter

from ingest.vocabulary import RALLY_PLANS, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import WordsOf, match_words, words_for_matters
from kg.identity.cases.finders.proceedings import days_between, undergoing
from kg.identity.cases.rare_words import shared
from kg.identity.links import Match

_STATEMENT: frozenset[ActType] = frozenset({"statement"})
# A name that more entries have is of a body that does much, and shows no single matter.
_KNOWN_FOR_MUCH = 8
# So many rare words in common show that two entries are about one matter; within days one is enough.
_ABOUT_ONE, _DAYS = 2, 3


def find_named_matters(context: CaseContext) -> Iterator[Match]:
    """Entries of one report and place that call one thing by its own name, with rare words or somebody who undergoes
    something in common.

    Not where people undergo something in both and none of them is the same, or the articles differ, or both report a
    verdict; nor where both only report what somebody said (a survey each week), nor a rally's slogan.
    """
    by_name: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        for matter in entry.facts.matters_of("own_name"):
            by_name.setdefault((entry.report, matter.value), []).append(entry)
    for (_, name), naming in sorted(by_name.items(), key=itemgetter(0)):
        if len(naming) <= _KNOWN_FOR_MUCH:
            yield from _about_one(name, filter(_may_be_named, naming), context)


def _about_one(name: str, naming: Iterable[ActiveEntry], context: CaseContext) -> Iterator[Match]:
    for a, b in combinations(naming, 2):
        if a.where == b.where and _are_about_one(a, b, context):
            yield match_words(a, b, context.rare_beside_bodies, _words_of_name(name), f"“{name}”")


def _may_be_named(entry: ActiveEntry) -> bool:
    return entry.where is not None and not _is_of_rally(entry)


def _words_of_name(name: str) -> WordsOf:
    return lambda entry: words_for_matters(entry, "own_name", name)


def _are_about_one(a: ActiveEntry, b: ActiveEntry, context: CaseContext) -> bool:
    if _is_only_said(a, b):
        return False
    undergo, also = ({context.people[e.id, index] for index in undergoing(e)} for e in (a, b))
    if undergo & also:
        return not _are_two_matters(a, b)
    if undergo and also:
        return False
    enough = 1 if days_between(a.date, b.date) <= _DAYS else _ABOUT_ONE
    return shared(context.rare_beside_bodies, a, b) >= enough


def _are_two_matters(a: ActiveEntry, b: ActiveEntry) -> bool:
    """Whether the articles of two entries about one person differ, or both report a verdict."""
    held, also = ({(c.code, c.article) for c in e.facts.charges} for e in (a, b))
    return bool(held and also and held.isdisjoint(also)) or "sentence" in a.types & b.types


def _is_only_said(a: ActiveEntry, b: ActiveEntry) -> bool:
    """Whether both only say or publish: a digest each week, which is read as a release of nobody."""
    return all(act.type in _STATEMENT or (act.type == "release" and not act.to) for e in (a, b) for act in e.facts.acts)


def _is_of_rally(entry: ActiveEntry) -> bool:
    return bool(entry.facts.occasions or (entry.types and entry.types <= RALLY_PLANS))
