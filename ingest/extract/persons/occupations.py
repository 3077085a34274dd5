"""Descriptions of a person in the report's words: `journalist`, `17-year-old`, `disabled person of group 3`."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.analysis.document import Document
from ingest.facts import Span
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction

_AGE = re.compile(r"\b\d{1,2}-year-old\b|\baged? \d{1,2}\b")
_GROUP = r"(?: of groups? [\dI]+(?: and [\dI]+)?)?"
# Between a description and the name only another description may stand: `17-year-old activist X`.
_ONLY_MORE = re.compile(r"\s*(?:[\w-]+\s+){0,2}")
_BEFORE, _BEHIND = 45, 60


@cache
def _descriptions(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = sorted(office_words(jurisdiction).occupations, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b{_GROUP}", re.IGNORECASE)


def find_occupations(
    document: Document, spans: Sequence[Span], jurisdiction: Jurisdiction
) -> tuple[tuple[str, Span], ...]:
    """The descriptions right before a mention, or after it after a comma, each once, in the order of the text."""
    found: dict[str, Span] = {}
    for span in spans:
        start = max(0, span.start - _BEFORE)
        before = document.text[start : span.start]
        # Any full stop cuts, that of an initial too: what is before another name describes somebody else.
        cut = max(before.rfind(mark) for mark in ".,;:“”«»") + 1
        _gather(found, before[cut:], start + cut, jurisdiction, touching=True)
        behind = document.text[span.end : span.end + _BEHIND]
        if behind.startswith(", "):
            _gather(found, re.split(r"[,.;:\[]", behind[2:])[0], span.end + 2, jurisdiction)
    return tuple(sorted(found.items(), key=lambda item: item[1]))


def _gather(found: dict[str, Span], text: str, offset: int, jurisdiction: Jurisdiction, touching: bool = False) -> None:
    """Descriptions in a text; ``touching`` ones end it, so that no verb is between them and the name."""
    for pattern in (_descriptions(jurisdiction), _AGE):
        for match in pattern.finditer(text):
            behind = text[match.end() :]
            if touching and not _ONLY_MORE.fullmatch(behind):
                continue
            if pattern is not _AGE and re.match(r"\s+(?:of|for) (?!group)", behind):
                continue  # `the lawyer of X`: somebody else is described
            found.setdefault(match[0], Span(offset + match.start(), offset + match.end()))
