"""The days an entry speaks of behind its header: dates, days counted back, and events that everybody calls by name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.acts.details.detail_words import detail_words
from ingest.extract.matters.lexicon import any_word, either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction

_WHOLE = len("2031-03-08")
# More days than these, and parts of days, are not counted back.
_DAYS_BACK = range(101)


@cache
def _days_since(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    """What stands behind a number of days: `ten days later`."""
    return re.compile(rf"\s{either(matter_words(jurisdiction).days_since)}\b", re.IGNORECASE)


@cache
def _named_event(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(detail_words(jurisdiction).named_times)


def find_days(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield every day the entry speaks of (``day``); the value is ISO, as exact as the words.

    `Ten days later` is so many days before the entry's own, where that is a whole date.
    """
    entry = document.entry
    for found in document.dates:
        if found.span.start >= entry.body:
            yield Matter("day", found.iso, Evidence((found.span,), "days.date"))
    if not entry.date or len(entry.date) != _WHOLE:
        return
    for number in document.numbers:
        since = _days_since(jurisdiction).match(document.text, number.span.end)
        if since and number.span.start >= entry.body and number.value in _DAYS_BACK:
            day = (date.fromisoformat(entry.date) - timedelta(days=int(number.value))).isoformat()
            yield Matter("day", day, Evidence((Span(number.span.start, since.end()),), "days.counted_back"))


def find_named_events(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield events that everybody calls by name (``named_event``); the value is when they were, as the pack says."""
    times = detail_words(jurisdiction).named_times
    if not times:
        return
    for found in _named_event(jurisdiction).finditer(document.text):
        time = times[" ".join(found[0].lower().split())]
        yield Matter("named_event", time, Evidence((Span(*found.span()),), "days.named_event"))
