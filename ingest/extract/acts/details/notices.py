"""How many notices of assemblies a refusal answers: `in response to 6 notifications`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.extract.acts.details.detail_words import detail_words
from ingest.facts import Act, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import number_words, read_count


def with_notices(acts: Sequence[Act], text: str, sentence: Span, jurisdiction: Jurisdiction) -> Iterator[Act]:
    """The refusals of one sentence, one for each day, with the number of notices that the sentence counts.

    Each answers one notice, and the first all that are left, so that together they answer as many as the text counts.
    """
    found = _pattern(jurisdiction).search(text, sentence.start, sentence.end)
    counted = read_count(found["n"]) if found else None
    if counted is None or counted < len(acts):
        yield from acts
        return
    for number, act in enumerate(acts):
        yield replace(act, notices=1 if number else counted - len(acts) + 1)


@cache
def _pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    """`Six notifications`, `3 notices`; nothing but the number stands before the word."""
    papers = "|".join(sorted(map(re.escape, detail_words(jurisdiction).notices), key=len, reverse=True))
    return re.compile(rf"\b(?P<n>\d{{1,3}}|{number_words().pattern})\s+(?:{papers})\b", re.IGNORECASE)
