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
# `the father of the journalist`, `told the lawyer`: somebody else is described, but not by `one of the activists`.
_OF_ANOTHER = re.compile(
    r"\b(?:of|for|to|by|with|against|about|from|than)\s+(?:(?:the|an?|his|her|their)\s+)?$", re.IGNORECASE
)
_ONE_OF = re.compile(r"\bone of (?:the )?$", re.IGNORECASE)
# So many other words may stand between a description and the name.
_OTHER_WORDS = 2
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
        _gather_before(found, before[cut:], start + cut, jurisdiction)
        behind = document.text[span.end : span.end + _BEHIND]
        if behind.startswith(", "):
            _gather_behind(found, re.split(r"[,.;:\[]", behind[2:])[0], span.end + 2, jurisdiction)
    return tuple(sorted(found.items(), key=lambda item: item[1]))


def _gather_before(found: dict[str, Span], text: str, offset: int, jurisdiction: Jurisdiction) -> None:
    """Descriptions before a name that end the text, so that no verb is between them and the name."""
    for pattern in (_descriptions(jurisdiction), _AGE):
        for match in pattern.finditer(text):
            if _only_describes(text[match.end() :], jurisdiction) and not _is_rank(match, text, jurisdiction):
                found.setdefault(match[0], Span(offset + match.start(), offset + match.end()))


def _only_describes(between: str, jurisdiction: Jurisdiction) -> bool:
    """Whether between a description and the name only other descriptions stand: `17-year-old activist X`."""
    others = _AGE.sub("", _descriptions(jurisdiction).sub("", between)).split()
    if others[:1] == ["and"] and between.split() != ["and"]:
        others = others[1:]
    words = office_words(jurisdiction)
    ends = words.ends_description
    return len(others) <= _OTHER_WORDS and not any(
        word in ends or (word.endswith("ed") and word not in words.naming) for word in others
    )


def _gather_behind(found: dict[str, Span], text: str, offset: int, jurisdiction: Jurisdiction) -> None:
    """Descriptions in an apposition behind a name, up to the first verb."""
    words = office_words(jurisdiction)
    verb = next((m.start() for m in re.finditer(r"[\w’'-]+", text) if m[0] in words.ends_apposition), len(text))
    for pattern in (_descriptions(jurisdiction), _AGE):
        for match in pattern.finditer(text, 0, verb):
            ahead = text[: match.start()]
            another = _OF_ANOTHER.search(ahead) and not _ONE_OF.search(ahead)
            if not another and not _is_rank(match, text, jurisdiction):
                found.setdefault(match[0], Span(offset + match.start(), offset + match.end()))


def _is_rank(match: re.Match[str], text: str, jurisdiction: Jurisdiction) -> bool:
    """`the deputy mayor`: a rank below an office, and no deputy."""
    behind = text[match.end() :].split()[:1]
    return (
        match[0].lower() in office_words(jurisdiction).ranks_below
        and bool(behind)
        and behind[0] not in ("of", "from", "and")
    )
