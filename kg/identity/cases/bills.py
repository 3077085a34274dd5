"""Which entries speak of one bill: a draft law on its way, whatever it is called from entry to entry."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.entries.active import ActiveEntry
from kg.identity.cases.rare_words import shared

# So many rare words in common tell that two steps are of one bill.
_ABOUT_ONE = 2


def find_bills(entries: Sequence[ActiveEntry], rare: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Entries of one report that speak of one bill, as pairs to join.

    Their titles share a word; or one tells a step of a bill without a title, in words that stand in the other's title;
    or both tell a step of legislation and share rare words, unless each has a title, and no word of it is the other's.
    """
    first_of: dict[tuple[str, str], str] = {}
    untitled: list[ActiveEntry] = []
    for entry in entries:
        words = _title_words(entry)
        if not words and _is_step(entry) and entry.facts.has_matter("bill"):
            untitled.append(entry)
        for word in words:
            first = first_of.setdefault((entry.report, word), entry.id)
            if first != entry.id:
                yield first, entry.id
    for entry in untitled:
        stems = (word.stem for word in entry.facts.words)
        of = {first_of[entry.report, stem] for stem in stems if (entry.report, stem) in first_of}
        if len(of) == 1:  # words of two titles tell nothing
            yield of.pop(), entry.id
    steps: dict[str, list[ActiveEntry]] = {}
    for entry in entries:
        if _is_step(entry):
            steps.setdefault(entry.report, []).append(entry)
    for of_report in steps.values():
        for a, b in combinations(of_report, 2):
            title, other = _title_words(a), _title_words(b)
            two_bills = title and other and set(title).isdisjoint(other)
            if shared(rare, a, b) >= _ABOUT_ONE and not two_bills:
                yield a.id, b.id


def _title_words(entry: ActiveEntry) -> list[str]:
    """The stems of the titles of bills that an entry tells of.

    A law that is in force is cited for many reasons; only beside a step of legislation is it a bill.
    """
    kinds = ("bill_title", "law_title") if _is_step(entry) else ("bill_title",)
    titles = (matter for matter in entry.facts.matters if matter.kind in kinds)
    return list(dict.fromkeys(stem for title in titles for stem in title.stems))


def _is_step(entry: ActiveEntry) -> bool:
    return "legislation" in entry.types
