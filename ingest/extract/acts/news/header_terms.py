"""Terms of imprisonment behind a name in the header that only say who somebody is.

`X, Article 174, 5 years of imprisonment. The convict went on hunger strike`: the term is a sanction of X, and not the
news (annotation, sanctions). A fine or an arrest for days is the news all the same.
"""

from collections.abc import Sequence

from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import EntryFacts
from ingest.vocabulary import PROSECUTION_STEPS, PUNISHMENTS

# How far from its noun the words of a sanction may begin.
_NEAR = 20


def drop_header_terms(kept: Sequence[Candidate], all_: Sequence[Candidate], facts: EntryFacts) -> list[Candidate]:
    """The likely candidates without the terms of a header, where the entry goes on to tell something else of them."""
    verbless = not any(c.sentence == 0 and c.form.startswith("finite") for c in all_)
    return [c for c in kept if not (verbless and _is_header_term(c, facts) and _goes_on(c, kept))]


def _is_header_term(c: Candidate, facts: EntryFacts) -> bool:
    if c.type != "sentence" or c.form != "noun" or c.sentence:
        return False
    return any(
        sanction.kind in PUNISHMENTS and abs(sanction.evidence.spans[0].start - c.trigger.start) <= _NEAR
        for sanction in facts.sanctions
    )


def _goes_on(c: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a later sentence tells of the same people what is no step of their case."""
    later = (other for other in kept if other.sentence > c.sentence and other.type not in PROSECUTION_STEPS)
    return any(other.form.startswith("finite") and set(c.to) & {*other.to, *other.by} for other in later)
