"""Groups: those told of without names, whether they are held or seek asylum, and the founding of a party."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import any_word, either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, MatterKind, Span
from ingest.jurisdictions.packs import Jurisdiction


@cache
def _group(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return re.compile(rf"\b([A-Z][a-z]{{3,20}})\s(?:[a-z]{{3,12}}\s)?{either(matter_words(jurisdiction).groups)}\b")


@cache
def _states(jurisdiction: Jurisdiction) -> tuple[tuple[MatterKind, str, re.Pattern[str]], ...]:
    """Each kind with its rule and its words."""
    words = matter_words(jurisdiction)
    return (
        ("asylum", "groups.asylum", any_word(words.asylum)),
        ("custody", "groups.custody", any_word(words.custody)),
    )


def find_groups(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield groups (``group``), and the first words for asylum (``asylum``) and for being held (``custody``).

    A group's value is the word with a capital that tells which: ``Ruthenian`` of `four Ruthenian activists`.
    """
    text = document.text
    for found in _group(jurisdiction).finditer(text):
        if found[1].lower() not in matter_words(jurisdiction).not_groups:
            yield Matter("group", found[1], Evidence((Span(*found.span()),), "groups.group"))
    for kind, rule, pattern in _states(jurisdiction):
        if state := pattern.search(text):
            yield Matter(kind, state[0].lower(), Evidence((Span(*state.span()),), rule))


@cache
def _affairs(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    registration, body = either(words.registrations), either(words.registered_bodies)
    return re.compile(
        rf"\b{registration} (?:of )?(?:the |a |its )?(?:\w+ )?[“«\"]?[\w ,!-]{{0,40}}[”»\"]? ?{body}"
        rf"|\bparty\W+(?:\w+\W+){{0,6}}{registration}\b|\b{either(words.party_founding)}\b",
        re.IGNORECASE,
    )


def find_party_affairs(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the first words that speak of founding or registering a party (``party_affairs``)."""
    found = _affairs(jurisdiction).search(document.text)
    if found:
        yield Matter("party_affairs", found[0].lower(), Evidence((Span(*found.span()),), "groups.party_affairs"))
