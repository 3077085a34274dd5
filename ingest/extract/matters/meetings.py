"""Meetings: press conferences, `the same meeting` that an entry goes on about, and meetings of a body.

Somebody who took part in the meetings of a body (a movement, a congregation) may have to answer for it.
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import any_word, either, matter_words
from ingest.extract.matters.quoted_names import find_quoted_names
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction

# How many characters before a name the words of taking part may stand.
_BEFORE = 140


@cache
def _press_conference(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(matter_words(jurisdiction).press_conferences)


@cache
def _same_meeting(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    return re.compile(rf"\b{either(words.same_openers)} the same {either(words.same_meetings)}\b", re.IGNORECASE)


def find_meetings(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the first words for a press conference (``press_conference``) and for `the same meeting`
    (``same_meeting``)."""
    if found := _press_conference(jurisdiction).search(document.text):
        yield Matter("press_conference", found[0].lower(), Evidence((Span(*found.span()),), "meetings.press"))
    if found := _same_meeting(jurisdiction).search(document.text):
        yield Matter("same_meeting", found[0].lower(), Evidence((Span(*found.span()),), "meetings.same"))


@cache
def _taking_part(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    """`Fined for taking part in a meeting of`, `participants of the movement`: the name comes right behind."""
    words = either(matter_words(jurisdiction).taking_part)
    return re.compile(rf"\b{words}\s(?:[\w-]{{1,20}}\s){{0,9}}?[“«\"]?$", re.IGNORECASE)


@cache
def _gathered(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    """`The barn where New Wind gathered`: right behind the name."""
    return re.compile(rf"[”»\"]?\s(?P<words>{either(matter_words(jurisdiction).gathered)})\b", re.IGNORECASE)


@cache
def _gathering(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(matter_words(jurisdiction).gatherings)


@cache
def _punishment(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(matter_words(jurisdiction).punishments)


def find_punishment(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the first words of being made to answer for something (``punishment``)."""
    if found := _punishment(jurisdiction).search(document.text):
        yield Matter("punishment", found[0].lower(), Evidence((Span(*found.span()),), "meetings.punishment"))


def find_meetings_of_bodies(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the bodies in whose meetings somebody took part (``meeting_of``); the value is the body's name.

    Bodies with a name of their own come first, then names in quotation marks. Nothing where the entry tells no meeting.
    """
    if not _gathering(jurisdiction).search(document.text):
        return
    for index, body in enumerate(facts.bodies):
        if not body.generic:
            for span in body.evidence.spans:
                yield from _meeting_of(document, body.name, span, index, jurisdiction)
    for name in find_quoted_names(document, facts, jurisdiction):
        yield from _meeting_of(document, name.value, name.evidence.spans[0], None, jurisdiction)


def _meeting_of(
    document: Document, name: str, span: Span, body: int | None, jurisdiction: Jurisdiction
) -> Iterator[Matter]:
    text = document.text
    if before := _taking_part(jurisdiction).search(text, max(0, span.start - _BEFORE), span.start):
        evidence = Evidence((Span(*before.span()), span), "meetings.taking_part")
        yield Matter("meeting_of", name, evidence, body=body)
    elif behind := _gathered(jurisdiction).match(text, span.end):
        evidence = Evidence((span, Span(*behind.span("words"))), "meetings.gathered")
        yield Matter("meeting_of", name, evidence, body=body)
