"""What the model of an entry's types sees: stems of its words, what stands in it, and its candidates. Never a name."""

from collections.abc import Iterator, Sequence

from ingest.analysis.document import Document
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import EntryFacts, Span
from ingest.language.stems import stem

# A candidate as likely as this tells the model another thing than one less likely.
_STEPS = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8, 0.92)
_LIKELY = 0.5
_SHORTEST = 3
# So many words at most are looked at; an entry has fewer.
_MOST_WORDS = 4000


def entry_features(document: Document, facts: EntryFacts, candidates: Sequence[Candidate]) -> frozenset[str]:
    """The features of an entry. Cost is linear in its text."""
    found = {f"w:{key}" for key, _ in word_stems(document)}
    found.update(_of_facts(facts))
    found.update(_of_candidates(candidates))
    return frozenset(found)


def word_stems(document: Document) -> Iterator[tuple[str, Span]]:
    """The stem of each word in lower case behind the header, and where it stands: capitals are names, or may be."""
    for token in document.tokens_within(document.entry.body, len(document.text))[:_MOST_WORDS]:
        if token.is_word and token.text.islower() and len(token.text) >= _SHORTEST:
            yield stem(token.text), Span(token.start, token.end)


def _of_facts(facts: EntryFacts) -> Iterator[str]:
    yield from (f"body:{body.kind}:{body.type}" for body in facts.bodies)
    yield from (f"body:{body.kind}" for body in facts.bodies)
    yield from (f"sanction:{s.kind}:{s.status}" for s in facts.sanctions)
    yield from (f"charge:{charge.code}" for charge in facts.charges)
    yield from (f"role:{person.role}" for person in facts.persons)
    yield from (f"office:{person.office}" for person in facts.persons if person.office)
    yield f"persons:{min(len(facts.persons), 3)}"


def _of_candidates(candidates: Sequence[Candidate]) -> Iterator[str]:
    """How likely the likeliest candidate of each type is, in steps."""
    likeliest: dict[str, float] = {}
    for c in candidates:
        likeliest[c.type] = max(likeliest.get(c.type, 0.0), c.probability)
    for type_, likely in likeliest.items():
        yield from (f"candidate:{type_}>{step}" for step in _STEPS if likely > step)
        yield f"candidate:{type_}"
    if all(likely < _LIKELY for likely in likeliest.values()):
        yield "candidate:none"
