"""Who is or was an officer, by the words beside the name: they may be on trial for what they did in office."""

import re
from functools import cache

from ingest.analysis.document import Document
from ingest.facts import Person
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import OFFICERS

# How far before a name the words for an officer may be.
_BESIDE = 70
# "As for X, the police have drawn up a report": a new clause, not who X is.
_VERBS = "have|has|had|are|were|was|is|came|took|drew|sent|did|do|say|says|said|will|would|cannot|gave|found|kept|held"


def is_officer(document: Document, person: Person, jurisdiction: Jurisdiction) -> bool:
    """By office, or by words right before or behind the name: `former policemen X and Y`, `X, one of the guards`."""
    if person.office in OFFICERS:
        return True
    before, behind = _officers_beside(jurisdiction)
    return any(
        before.search(document.text, max(0, span.start - _BESIDE), span.start) or behind.match(document.text, span.end)
        for span in person.evidence.spans
    )


@cache
def _officers_beside(jurisdiction: Jurisdiction) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words for officers before a name, with only names between, and in an apposition behind it."""
    officers = "|".join(sorted(office_words(jurisdiction).officers, key=len, reverse=True))
    return (
        re.compile(rf"(?i:\b(?:{officers}))[,:]?\s(?:(?:[A-Z][\w.’'-]*|and)[,\s]+){{0,5}}$"),
        re.compile(rf",\s(?!who[ms]?\b|which\b)[^.,;:(]{{0,50}}\b(?:{officers})\b(?!\s(?:[a-z]+ed|{_VERBS})\b)"),
    )
