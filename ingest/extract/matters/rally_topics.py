"""The topic that a rally is announced under."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.stems import stem

_WORD = re.compile(r"[^\W\d_]{3,}")
# The words shown as evidence are at most so many characters; the value is the whole topic.
_SHOWN = 200


@cache
def _topics(jurisdiction: Jurisdiction) -> tuple[re.Pattern[str], ...]:
    """`Topic of the rally: Schools first. The reason for the refusal …`, then `under the slogan “Schools first”`."""
    words = matter_words(jurisdiction)
    return (
        re.compile(
            rf"\b{either(words.topics)}\b(?: of (?:the|a) [\w ]{{1,30}})?\s?:\s?(?P<topic>.{{10,300}}?)"
            rf"(?=[.”»\"]?\s*\b{either(words.topic_ends)}\b|$)",
            re.IGNORECASE | re.DOTALL,
        ),
        re.compile(
            rf"\b{either(words.slogans)}\b(?:\s[\w’']{{1,12}}){{0,4}}\s?:?\s?[“«\"](?P<topic>[^”»\"]{{10,300}})",
            re.IGNORECASE,
        ),
    )


def find_rally_topics(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the topic of a rally (``rally_topic``), at most one; its stems leave small words out."""
    text, small = document.text, matter_words(jurisdiction).not_in_topics
    found = next(filter(None, (pattern.search(text) for pattern in _topics(jurisdiction))), None)
    if found is None:
        return
    words = _WORD.findall(found["topic"].lower())
    stems = dict.fromkeys(stem(word) for word in words if word not in small)
    start, end = found.span("topic")
    evidence = Evidence((Span(start, min(end, start + _SHOWN)),), "rally_topics.topic")
    yield Matter("rally_topic", found["topic"].lower(), evidence, stems=tuple(stems))
