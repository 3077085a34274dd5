"""Who belongs to which organisation, with the word of the text (`activist of …`, `head of …`)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.analysis.document import Document
from ingest.facts import Affiliation, EntryFacts, Evidence, Span
from ingest.jurisdictions.packs import Jurisdiction

_REACH = 70


class AffiliationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``affiliations.yaml``, explained there."""

    positions: frozenset[str]
    kinds: frozenset[str]


class _Patterns(NamedTuple):
    """``behind`` reads `X, an activist of the unregistered movement “Y”`, ``before`` `head of “Y” X`."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    kinds: frozenset[str]


@cache
def _patterns(jurisdiction: Jurisdiction) -> _Patterns:
    words = jurisdiction.lexicon("affiliations", AffiliationWords)
    position = "|".join(map(re.escape, sorted(words.positions, key=lambda word: (-len(word), word))))
    return _Patterns(
        re.compile(
            rf",? (?:the |an? |and )?(?:[\w-]+ ){{0,3}}?({position}),? (?:of|at|for|from|in) (?:the )?"
            r"[\w\s’'-]*[“«\"]?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b({position})s? (?:of|at|for|from) (?:the )?[\w\s’'-]*[“«\"]?", re.IGNORECASE),
        words.kinds,
    )


def find_affiliations(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Affiliation, ...]:
    """Each tie of a person to an organisation that an apposition states, once. Raises ``LexiconError``."""
    found: dict[tuple[int, int], Affiliation] = {}
    for affiliation in _read(document, facts, _patterns(jurisdiction)):
        found.setdefault((affiliation.person, affiliation.body), affiliation)
    return tuple(found.values())


def _read(document: Document, facts: EntryFacts, patterns: _Patterns) -> Iterator[Affiliation]:
    text = document.text
    bodies = [(span, i) for i, b in enumerate(facts.bodies) if b.kind == "organisation" for span in b.evidence.spans]
    for index, person in enumerate(facts.persons):
        for span in person.evidence.spans:
            for body_span, body in bodies:
                if 0 < body_span.start - span.end <= _REACH:
                    found, rule = patterns.behind.fullmatch(text, span.end, body_span.start), "affiliations.behind_name"
                elif 0 < span.start - body_span.end <= _REACH:
                    found, rule = _before(text, span, body_span, patterns), "affiliations.before_name"
                else:
                    continue
                if found:
                    words = Span(found.start(1), found.end(1))
                    spans = tuple(sorted((span, words, body_span)))
                    yield Affiliation(index, body, found[1].lower(), Evidence(spans, rule))


def _before(text: str, person: Span, body: Span, patterns: _Patterns) -> re.Match[str] | None:
    """`head of the foundation “Y” X`: the word and "of" stand right before the body, the name right behind it."""
    between = text[body.end : person.start].strip('”»" ,')
    if between and between not in patterns.kinds:
        return None
    start = max(0, body.start - 60)
    matches = [m for m in patterns.before.finditer(text, start, body.start) if m.end() == body.start]
    return matches[-1] if matches else None
