"""Charges of those who are sentenced or acquitted in one case: "X got 4 years, Y 3 years, Z was acquitted".

Where an entry cites one article alone, it is held against everybody who gets a sanction of its code in the entry, and
against those who are acquitted beside them, though the words put it beside one of them or beside nobody.
"""

from collections.abc import Iterator
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.addressees.scene import Scene, set_scene
from ingest.extract.law.grounds import find_grounds
from ingest.extract.law.stages import acquitted_by_words
from ingest.extract.persons.officers import is_officer
from ingest.facts import Charge, EntryFacts, Evidence, Sanction, Span
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import (
    ADMINISTRATIVE_PENALTIES,
    CUSTODY_BEFORE_JUDGEMENT,
    JUDICIARY,
    PUNISHMENTS,
    SanctionKind,
)

_KINDS: dict[str, frozenset[SanctionKind]] = {
    "CC": PUNISHMENTS | CUSTODY_BEFORE_JUDGEMENT,
    "CAO": ADMINISTRATIVE_PENALTIES,
}


def share_charges(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Charge, ...]:
    """The charges of an entry, with those of people who are sentenced or acquitted under its only article."""
    kinds = _kinds_under_only_article(facts)
    sentenced = set(_receivers(facts, kinds))
    charged = {charge.person for charge in facts.charges}
    # Where the one who is charged gets nothing, what others get is another case.
    if not sentenced or charged.isdisjoint({None, *_receivers(facts)}):
        return facts.charges
    acquitted = acquitted_by_words(set_scene(document, facts.persons, jurisdiction), jurisdiction)
    beside = sorted((sentenced | acquitted) - charged)
    others = [index for index in beside if _may_share(document, facts, index, jurisdiction)]
    return (*_kept(facts, others), *(_shared(facts.charges[0], person) for person in others))


def _kinds_under_only_article(facts: EntryFacts) -> frozenset[SanctionKind]:
    """The kinds of sanctions that the only article of an entry may bring; none where it cites several or none."""
    cited = {(charge.code, charge.article, charge.part, charge.paragraph) for charge in facts.charges}
    code = facts.charges[0].code if len(cited) == 1 else None
    return _KINDS.get(code or "", frozenset())


def _receivers(facts: EntryFacts, kinds: frozenset[SanctionKind] | None = None) -> Iterator[int]:
    """The persons who receive a sanction of some kinds (default: of any)."""
    for sanction in facts.sanctions:
        if kinds is None or sanction.kind in kinds:
            yield from sanction.persons


def _kept(facts: EntryFacts, others: list[int]) -> list[Charge]:
    """The charges without that of nobody named, where those whom it is held against are named after all."""
    if not others or any(not sanction.to or sanction.count for sanction in facts.sanctions):
        return list(facts.charges)
    return [charge for charge in facts.charges if charge.person is not None]


def _may_share(document: Document, facts: EntryFacts, index: int, jurisdiction: Jurisdiction) -> bool:
    """No judge or prosecutor; under an article against abuse, only those who may have done it."""
    person, charge = facts.persons[index], facts.charges[0]
    abusive = f"{charge.code}:{charge.article}" in office_words(jurisdiction).abuse_articles
    may = not abusive or person.role == "perpetrator" or is_officer(document, person, jurisdiction)
    return may and person.office not in JUDICIARY


def _shared(charge: Charge, person: int) -> Charge:
    doubt = "the only article of the entry"
    evidence = Evidence(charge.evidence.spans, "charges.only_article", "medium", doubt, charge.evidence.further[:1])
    return replace(charge, person=person, evidence=evidence, stage=None)


def ground_sanctions(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Sanction, ...]:
    """The sanctions, with the article that their people share with others."""
    if not any(charge.evidence.rule == "charges.only_article" for charge in facts.charges):
        return facts.sanctions
    scene = set_scene(document, facts.persons, jurisdiction)
    return tuple(s if s.grounds else replace(s, grounds=_grounds(scene, s, facts.charges)) for s in facts.sanctions)


def _grounds(scene: Scene, sanction: Sanction, charges: tuple[Charge, ...]) -> tuple[Span, ...]:
    return find_grounds(scene, sanction.kind, sanction.evidence.spans[0], sanction.to, charges)
