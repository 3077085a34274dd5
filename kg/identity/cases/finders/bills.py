"""Which entries speak of one bill: a draft law on its way, whatever it is called from entry to entry."""

from collections.abc import Hashable, Iterator
from itertools import combinations

from ingest.facts import Matter, Span
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import match_words, words_for_matters, words_for_types
from kg.identity.cases.finders.shared_facts import Feature, match_first
from kg.identity.cases.rare_words import shared, spans_of
from kg.identity.links import Match, match_entries

# So many rare words in common show that two steps are of one bill.
_ABOUT_ONE = 2


def find_titles(context: CaseContext) -> Iterator[Match]:
    """Entries of one report whose bills have a word of their titles in common."""
    return match_first(_title_words(context))


def find_untitled(context: CaseContext) -> Iterator[Match]:
    """A step of a bill without a title, in words that are in the title of one bill of the report."""
    first_of: dict[Hashable, Feature] = {}
    for feature in _title_words(context):
        first_of.setdefault(feature.key, feature)
    for entry in filter(_is_untitled, context.entries):
        stems = [word.stem for word in entry.facts.words if (entry.report, word.stem) in first_of]
        titled = [first_of[entry.report, stem] for stem in stems]
        if len({feature.entry.id for feature in titled}) == 1:  # words of two titles decide nothing
            words = (*_bill(entry), *spans_of(entry, frozenset(stems)))
            yield match_entries(titled[0].entry, titled[0].spans, entry, words, titled[0].name)


def find_steps(context: CaseContext) -> Iterator[Match]:
    """Two steps of legislation in one report with rare words in common, unless their titles have no word in common."""
    steps: dict[str, list[ActiveEntry]] = {}
    for entry in context.entries:
        if _is_step(entry):
            steps.setdefault(entry.report, []).append(entry)
    for of_report in steps.values():
        for a, b in combinations(of_report, 2):
            if shared(context.rare, a, b) >= _ABOUT_ONE and not _are_two_bills(a, b):
                yield match_words(a, b, context.rare, _step)


def _title_words(context: CaseContext) -> Iterator[Feature]:
    """The stems of the titles of bills, each with the words of its title."""
    for entry in context.entries:
        for title in _titles(entry):
            for stem in title.stems:
                yield Feature((entry.report, stem), entry, title.evidence.spans, title.value)


def _titles(entry: ActiveEntry) -> list[Matter]:
    """The titles of bills. A law in force is cited for many reasons: it is a bill only beside a step of legislation."""
    kinds = ("bill_title", "law_title") if _is_step(entry) else ("bill_title",)
    return [matter for matter in entry.facts.matters if matter.kind in kinds and matter.stems]


def _is_untitled(entry: ActiveEntry) -> bool:
    return _is_step(entry) and entry.facts.has_matter("bill") and not _titles(entry)


def _are_two_bills(a: ActiveEntry, b: ActiveEntry) -> bool:
    title, other = ({stem for matter in _titles(entry) for stem in matter.stems} for entry in (a, b))
    return bool(title and other) and title.isdisjoint(other)


def _is_step(entry: ActiveEntry) -> bool:
    return "legislation" in entry.types


def _bill(entry: ActiveEntry) -> Iterator[Span]:
    return words_for_matters(entry, "bill")


def _step(entry: ActiveEntry) -> Iterator[Span]:
    return words_for_types(entry, {"legislation"})
