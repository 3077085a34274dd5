"""What an entry says in words and numbers, to compare two reports' prints of one paragraph."""

import re

from ingest.facts import Span
from ingest.language.folding import fold
from kg.entries.active import ActiveEntry
from kg.entries.plain_text import PlainText

_NUMBER = re.compile(r"\d+")


def wording_of(entry: ActiveEntry) -> str:
    """The words in lower case, without punctuation and marks of footnotes: each report numbers its own."""
    return fold(PlainText(entry.facts.entry).text)


def numbers_of(entry: ActiveEntry) -> frozenset[str]:
    """The numbers in figures behind the header, without those of footnotes."""
    plain = PlainText(entry.facts.entry)
    start, end = plain.range_of(Span(entry.facts.entry.body, len(entry.facts.entry.text)))
    return frozenset(_NUMBER.findall(plain.text[start:end]))
