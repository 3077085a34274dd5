"""Bills: draft laws on their way, by their titles, and laws that are told of by theirs."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import any_word, either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, MatterKind, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.stems import stem

_WORD = re.compile(r"[^\W\d_]{5,}")


@cache
def _titled(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    return re.compile(
        rf"\b(?:{either(words.drafts)}|(?P<law>{either(words.laws)}))\s+[“«‘’\"'\s]{{0,3}}{either(words.title_openers)}"
        r"\s+(?:the\s+)?(?P<title>[^.,;:”»’\"\n\[]{4,80})",
        re.IGNORECASE,
    )


@cache
def _bill(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(matter_words(jurisdiction).bills)


def find_bills(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the titles of bills (``bill_title``) and laws (``law_title``), then the first word for a bill (``bill``).

    A title's stems leave out what stands in the title of any bill.
    """
    text, common = document.text, matter_words(jurisdiction).common_in_titles
    for found in _titled(jurisdiction).finditer(text):
        kind: MatterKind = "law_title" if found["law"] else "bill_title"
        title = found["title"].strip().lower()
        stems = dict.fromkeys(stem(word) for word in _WORD.findall(title) if word not in common)
        yield Matter(kind, title, Evidence((Span(*found.span()),), "bills.title"), stems=tuple(stems))
    if bill := _bill(jurisdiction).search(text):
        yield Matter("bill", bill[0].lower(), Evidence((Span(*bill.span()),), "bills.bill"))
