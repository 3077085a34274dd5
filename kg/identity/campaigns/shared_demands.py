"""Protests in several places against one thing: pickets that nobody called for a day, and that answer one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ingest.vocabulary import RALLY_PLANS
from kg.entries.active import ActiveEntry
from kg.identity.cases.proceedings import days_between
from kg.identity.cases.rare_words import STEM, rare_words

# `Against the dam`, `with the demand to cancel`, `in defence of`: what stands behind says what a protest is about.
_CAUSE = re.compile(
    r"\b(?:against|with the demands? (?:to|for)|demand(?:ed|ing|s)? (?:to|that|an?|the)?|in support of"
    r"|in defen[cs]e of|over)\s((?:[\w’'-]+\s){0,7}[\w’'-]+)",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:picket\w*|rall(?:y|ies)|protest\w*|demonstrat\w+)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{5,}")
_WITHIN = 7


def find_common_causes(entries: Sequence[ActiveEntry]) -> Iterator[tuple[str, str]]:
    """Entries of one report that tell within a week of protests in two places about one thing, as pairs.

    About one thing are protests of which a rare word tells what they are for or against. Two of one place are one
    protest told twice, or two: that tells no campaign.
    """
    rare = rare_words(entries)
    causes: dict[str, list[tuple[ActiveEntry, frozenset[str]]]] = {}
    for entry in entries:
        text = entry.facts.entry.text[entry.facts.entry.body :]
        if entry.where and _STREET.search(text) and not entry.types & RALLY_PLANS:
            causes.setdefault(entry.report, []).append((entry, _cause(text, entry, rare)))
    for of_report in causes.values():
        for (a, cause), (b, other) in combinations(of_report, 2):
            if cause & other and a.where != b.where and days_between(a.date, b.date) <= _WITHIN:
                yield a.id, b.id


def _cause(text: str, entry: ActiveEntry, rare: Mapping[str, frozenset[str]]) -> frozenset[str]:
    entries = (word[:STEM] for found in _CAUSE.finditer(text) for word in _WORD.findall(found[1]))
    return frozenset(entries) & rare[entry.id]
