"""Who belongs to which organisation, with the word of the text (`activist of …`, `head of …`)."""

import re
from collections.abc import Iterator

from ingest.analysis.document import Document
from ingest.facts import Affiliation, EntryFacts, Evidence, Span
from ingest.jurisdictions.packs import Jurisdiction

_WORDS = (
    "activist|member|leader|head|chair|chairman|chairwoman|chairperson|director|deputy director|editor-in-chief|editor|"
    "journalist|founder|co-founder|representative|coordinator|volunteer|president|lawyer|employee|worker|supporter|"
    "spokesperson|press secretary|expert|operator|correspondent|reporter|deputy|participant|organizer"
)
_REACH = 70
# `X, an activist of the unregistered movement “Y”`
_BEHIND = re.compile(
    rf",? (?:the |an? |and )?(?:[\w-]+ ){{0,3}}?({_WORDS}),? (?:of|at|for|from|in) (?:the )?[\w\s’'-]*[“«\"]?", re.I
)
# `head of “Y” X` · `“Y” activist X`
_BEFORE = re.compile(rf"\b({_WORDS})s? (?:of|at|for|from) (?:the )?[\w\s’'-]*[“«\"]?", re.I)


def find_affiliations(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Affiliation, ...]:
    """Each tie of a person to an organisation that an apposition states, once."""
    found: dict[tuple[int, int], Affiliation] = {}
    for affiliation in _read(document, facts):
        found.setdefault((affiliation.person, affiliation.body), affiliation)
    return tuple(found.values())


def _read(document: Document, facts: EntryFacts) -> Iterator[Affiliation]:
    text = document.text
    bodies = [(span, i) for i, b in enumerate(facts.bodies) if b.kind == "organisation" for span in b.evidence.spans]
    for index, person in enumerate(facts.persons):
        for span in person.evidence.spans:
            for body_span, body in bodies:
                if 0 < body_span.start - span.end <= _REACH:
                    found, rule = _BEHIND.fullmatch(text, span.end, body_span.start), "affiliations.behind_name"
                elif 0 < span.start - body_span.end <= _REACH:
                    found, rule = _before(text, span, body_span), "affiliations.before_name"
                else:
                    continue
                if found:
                    words = Span(found.start(1), found.end(1))
                    spans = tuple(sorted((span, words, body_span)))
                    yield Affiliation(index, body, found[1].lower(), Evidence(spans, rule))


def _before(text: str, person: Span, body: Span) -> re.Match[str] | None:
    """`head of the foundation “Y” X`: the word and "of" stand right before the body, the name right behind it."""
    if text[body.end : person.start].strip('”»" ,') not in ("", "party", "movement", "foundation"):
        return None
    start = max(0, body.start - 60)
    matches = [m for m in _BEFORE.finditer(text, start, body.start) if m.end() == body.start]
    return matches[-1] if matches else None
