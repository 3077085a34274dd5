"""Cases before a court: their numbers, the people they are named after, hearings, and how many are accused."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction

# How many characters before a name the words that name a case after it may stand.
_BEFORE = 80
# How many may be accused together: a larger number is a year.
_ACCUSED = range(1_000)


@cache
def _number(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    return re.compile(
        rf"\b{either(words.cases)}\s+{either(words.number_signs)}\s*(?P<number>[\d/-]{{4,40}})", re.IGNORECASE
    )


@cache
def _case_of(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    harm = rf"(?:(?:the\s+)?{either(words.named_case_harms)}\s+of\s+)?"
    return re.compile(
        rf"\b{either(words.named_cases)}\s+{either(words.named_case_links)}\s+{harm}(?:[\w-]{{1,20}}\s){{0,3}}$",
        re.IGNORECASE,
    )


def find_case_numbers(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield every number of a case (``case_number``); the value is the number as printed."""
    for found in _number(jurisdiction).finditer(document.text):
        yield Matter("case_number", found["number"], Evidence((Span(*found.span()),), "cases.number"))


def find_named_cases(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the persons after whom a case is named (``case_of``), accused or victim; the value is their name."""
    text = document.text
    for index, person in enumerate(facts.persons):
        for span in person.evidence.spans:
            before = _case_of(jurisdiction).search(text, max(0, span.start - _BEFORE), span.start)
            if before:
                evidence = Evidence((Span(*before.span()), span), "cases.named_after")
                yield Matter("case_of", person.name, evidence, index)
                break


@cache
def _hearing(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    return re.compile(
        rf"\b{either(words.courts)}\b.{{0,60}}\b{either(words.hears)}\s{either(words.heard)}\b",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _accused(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    """What stands behind a number of accused: `five of the accused`, `12 defendants`."""
    return re.compile(rf"\s(?:\w+\s){{0,2}}?{either(matter_words(jurisdiction).accused)}\b", re.IGNORECASE)


def find_hearings(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the first words by which a court hears a case (``hearing``) in one sentence, whatever acts are read."""
    for sentence in document.sentences:
        if found := _hearing(jurisdiction).search(document.text, *sentence):
            yield Matter("hearing", found[0].lower(), Evidence((Span(*found.span()),), "cases.hearing"))
            return


def find_accused_counts(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield every number of accused (``accused_count``); the value is the number in digits.

    Of two numbers before one word (`two of five accused`) the first counts.
    """
    read = 0
    for number in document.numbers:
        found = _accused(jurisdiction).match(document.text, number.span.end)
        if found and number.span.start >= read and number.value in _ACCUSED:
            read = found.end()
            evidence = Evidence((Span(number.span.start, read),), "cases.accused_count")
            yield Matter("accused_count", f"{number.value:.0f}", evidence)
