"""How old people are, or when they were born, by the words beside their names."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction

# How many characters before and behind a name its age may stand.
_NEAR = 30


@cache
def _age(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<age>\d{{1,2}})[ -]{either(matter_words(jurisdiction).ages)}\b", re.IGNORECASE)


@cache
def _birth(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    return re.compile(
        rf"\b{either(words.births)} (?:\w{{1,12}} ){{0,2}}(?P<year>\d{{4}})\b"
        rf"|\((?P<marked>\d{{4}}) {either(words.birth_marks)}",
        re.IGNORECASE,
    )


def find_ages(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the age (``age``, in years) or the year of birth (``birth_year``) of each person, at the first name that
    has one of them beside it."""
    for index, person in enumerate(facts.persons):
        found = (matter for span in person.evidence.spans for matter in _beside(document, index, span, jurisdiction))
        yield from list(found)[:1]


def _beside(document: Document, person: int, name: Span, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    text = document.text
    before = list(_age(jurisdiction).finditer(text, max(0, name.start - _NEAR), name.start))
    near = min(len(text), name.end + _NEAR)
    at = name.end
    while at < near and text[at] in " ,(":
        at += 1
    age = before[-1] if before else _age(jurisdiction).match(text, at, near)
    if age:
        spans = tuple(sorted((Span(*age.span()), name)))
        yield Matter("age", age["age"], Evidence(spans, "ages.age"), person)
    birth = _birth(jurisdiction).search(text, name.end, near)
    if birth:
        evidence = Evidence((name, Span(*birth.span())), "ages.birth_year")
        yield Matter("birth_year", birth["year"] or birth["marked"], evidence, person)
