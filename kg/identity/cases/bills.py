"""Which entries speak of one bill: a draft law on its way, whatever it is called from entry to entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.entries.active import ActiveEntry
from kg.identity.cases.rare_words import shared

_BILL = re.compile(
    r"\b(?:draft\s+(?:law|code)|bill|(?P<law>laws?|codes?)|amendments?)\s+[“«‘’\"'\s]{0,3}"
    r"(?:on|to|regulating|for|about)\s+(?:the\s+)?(?P<title>[^.,;:”»’\"\n\[]{4,80})",
    re.IGNORECASE,
)
_A_BILL = re.compile(r"\b(?:bills?|draft (?:law|code)s?)\b", re.IGNORECASE)
# So many rare words in common tell that two steps are of one bill.
_ABOUT_ONE = 2
_WORD = re.compile(r"[a-z]{5,}")
# They stand in the title of any bill.
# fmt: off
_ANY_BILL = frozenset({
    "amendments", "introduction", "additions", "certain", "draft", "issues", "kazakhstan", "legislative", "legislation",
    "republic", "parliament", "which", "persons", "people", "their", "other", "about", "state", "majilis", "senate",
    "deputies", "adopted", "support", "criminal", "activities", "administrative", "offences", "participants", "rights",
    "public",
})
# fmt: on


def find_bills(entries: Sequence[ActiveEntry], rare: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Entries of one report that speak of one bill, as pairs to join.

    Their titles share a word; or one tells a step of a bill without a title, in words that stand in the other's title;
    or both tell a step of legislation and share rare words, unless each has a title, and no word of it is the other's.
    """
    first_of: dict[tuple[str, str], str] = {}
    untitled: list[ActiveEntry] = []
    for entry in entries:
        words = _title_words(entry)
        if not words and _is_step(entry) and _A_BILL.search(entry.facts.entry.text):
            untitled.append(entry)
        for word in words:
            first = first_of.setdefault((entry.report, word), entry.id)
            if first != entry.id:
                yield first, entry.id
    for entry in untitled:
        told_in = dict.fromkeys(_WORD.findall(entry.facts.entry.text.lower()))
        of = {first_of[entry.report, word] for word in told_in if (entry.report, word) in first_of}
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
    # A law that is in force is cited for many reasons; only beside a step of legislation is it a bill.
    found = [m for m in _BILL.finditer(entry.facts.entry.text) if _is_step(entry) or not m["law"]]
    title = " ".join(match["title"].lower() for match in found)
    return [word for word in dict.fromkeys(_WORD.findall(title)) if word not in _ANY_BILL]


def _is_step(entry: ActiveEntry) -> bool:
    return "legislation" in entry.types
