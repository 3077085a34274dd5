"""Whose a relative or a lawyer may be of whom the words say "his" or "her"."""

import re

from ingest.facts import EntryFacts, Span
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import OFFICIALS_AND_LAWYERS

_GENDERS = {"his": "m", "her": "f"}
_OWN = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)


def may_own(facts: EntryFacts, index: int, found: re.Match[str] | None, jurisdiction: Jurisdiction) -> bool:
    """Whether the "his" or "her" of the words found may be a person's: a woman's name is owned by no "his"."""
    own = _OWN.search(found[0]) if found else None
    person = facts.persons[index]
    gender = name_words(jurisdiction).gender_endings.gender_of(person.surname, person.given)
    return own is None or gender in ("", _GENDERS[own[0].lower()])


def find_antecedent(
    facts: EntryFacts, index: int, span: Span, found: re.Match[str] | None, jurisdiction: Jurisdiction
) -> int | None:
    """Whom "his" means: the first person named before who does not act for the state, and whose name fits."""
    for other, person in enumerate(facts.persons):
        before = other != index and person.evidence.spans[0] < span
        if before and person.role not in OFFICIALS_AND_LAWYERS and may_own(facts, other, found, jurisdiction):
            return other
    return None
