"""Who did it, where the words of the act's own clause do not say it but the entry leaves one answer only.

Assumed: a hearing, a verdict or a decision on a complaint is that of the only court the entry names; a rally is refused
by the only local administration named before its topic; a claimant's complaint is their own (annotation, acts: the
claimant stands in ``to`` and ``by``, the court that turned it down in ``by``).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ingest.analysis.document import Document
from ingest.extract.acts.arguments.topic import rally_topic
from ingest.extract.addressees.words import addressee_words
from ingest.facts import Act, Confidence, EntryFacts, Party, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import JUDGES_ACTS, POLICE_STEPS, PROFESSIONALS, PROSECUTION_STEPS, ActType, BodyType, Role

# `In front of the building of the administration`: a place to stand, not the one that refuses.
_BUILDING = re.compile(r"\b(?:building of|in front of|outside|near|opposite)\s(?:the\s)?$")
_SUIT = re.compile(r"\b(?:claims?|lawsuits?|suits?)\s(?:filed\s|brought\s|lodged\s)?(?:by|of)\s", re.IGNORECASE)
# How near the act a suit is told, and how long the title of who sues may be.
_NEAR = 160
_TITLE = 60
_AGAINST_ANOTHER: frozenset[ActType] = PROSECUTION_STEPS | POLICE_STEPS
_BY_VISITORS: frozenset[ActType] = frozenset({"search", "detention", "seizure"})
_POLICE: frozenset[BodyType] = frozenset({"police_station", "state"})
# How many words before a complaint may make it the occasion of something: "on a complaint".
_OCCASION_WORDS = 3
_NOT_CLAIMANTS: frozenset[Role] = PROFESSIONALS | {"perpetrator"}


def _doubting(act: Act, doubt: str) -> Act:
    """The act, ``medium`` at most: somebody of it is inferred, and the doubt says on what ground."""
    evidence = act.evidence
    confidence: Confidence = "medium" if evidence.confidence == "high" else evidence.confidence
    told = "; ".join(filter(None, [evidence.doubt, f"inferred: {doubt}"]))
    return replace(act, evidence=replace(evidence, confidence=confidence, doubt=told))


def add_actors(
    acts: tuple[Act, ...], document: Document, facts: EntryFacts, jurisdiction: Jurisdiction
) -> tuple[Act, ...]:
    """The acts with the only court, administration or claimant that can have done them."""
    courts = [Party("body", i) for i, body in enumerate(facts.bodies) if body.kind == "court"]
    outlets = [Party("body", i) for i, body in enumerate(facts.bodies) if body.type == "media"]
    occasions = addressee_words(jurisdiction).occasions
    claimed = [
        replace(act, to=()) if _began_it(act, acts, facts, occasions) else _with_claimant(act, facts) for act in acts
    ]
    told = [_with_outlet(_with_refuser(act, facts), outlets) for act in claimed]
    visited = [_with_visitors(act, told[:n], document, facts) for n, act in enumerate(told)]
    return tuple(_with_plaintiff(_with_court(act, courts, document, facts), facts) for act in visited)


def _with_visitors(act: Act, before: list[Act], document: Document, facts: EntryFacts) -> Act:
    """`Officers of the department came to X. | He was taken away`: by those who came, told in the sentence before."""
    if act.type not in _BY_VISITORS or act.by or not act.to or act.date:
        return act
    here = document.sentence_number(act.evidence.spans[0].start)
    came = [other for other in before if other.type in POLICE_STEPS and set(other.to) == set(act.to)]
    if not came or here - document.sentence_number(came[-1].evidence.spans[0].start) > 1 or came[-1].date:
        return act
    by = tuple(p for p in came[-1].by if p.kind == "body" and facts.bodies[p.index].type in _POLICE)
    return replace(_doubting(act, "who did what the sentence before tells"), by=by) if by else act


def _with_outlet(act: Act, outlets: list[Party]) -> Act:
    """A restriction of media that names nobody is one of the only outlet named."""
    if act.type != "media_restriction" or act.to or act.count or len(outlets) != 1 or act.by == tuple(outlets):
        return act
    return replace(_doubting(act, "the only outlet of the entry"), to=tuple(outlets))


def _with_plaintiff(act: Act, facts: EntryFacts) -> Act:
    """`A lawsuit filed by X against Y`: who sues stands with the court that hears it (annotation, acts)."""
    if act.type != "trial" or not act.to:
        return act
    near = max(0, act.evidence.spans[0].start - _NEAR)
    suit = _SUIT.search(facts.entry.text, near, act.evidence.spans[0].start + _NEAR)
    if not suit:
        return act
    first, plaintiff = min(
        ((span.start, Party(kind, index)) for kind, index, span in _mentions(facts) if span.start >= suit.end() - 1),
        key=lambda found: found[0],
        default=(len(facts.entry.text), None),
    )
    between = facts.entry.text[suit.end() : first]
    if plaintiff is None or plaintiff in act.to or len(between) > _TITLE or "against" in between:
        return act
    return replace(_doubting(act, "who sues is told beside it"), by=tuple(dict.fromkeys([*act.by, plaintiff])))


def _mentions(facts: EntryFacts) -> Iterator[tuple[Literal["person", "body"], int, Span]]:
    yield from (("person", i, s) for i, person in enumerate(facts.persons) for s in person.evidence.spans)
    yield from (("body", i, s) for i, body in enumerate(facts.bodies) for s in body.evidence.spans)


def _with_court(act: Act, courts: list[Party], document: Document, facts: EntryFacts) -> Act:
    decided = act.type in JUDGES_ACTS or (act.type == "complaint" and act.outcome is not None)
    filed = act.type == "appeal" and act.outcome is None and any(party.kind == "person" for party in act.by)
    if not decided or filed or _is_earlier(act, facts) or any(party.kind == "body" for party in act.by):
        return act
    if len(courts) > 1:
        courts = _of_sentence(act, courts, document, facts)
    if len(courts) != 1:
        return act
    return replace(_doubting(act, "the only court it can be"), by=(*act.by, *courts))


def _is_earlier(act: Act, facts: EntryFacts) -> bool:
    """Whether an act happened in another month than the entry tells of: another court may have decided it."""
    return bool(act.date) and (act.date or "")[:7] != (facts.entry.date or "")[:7]


def _of_sentence(act: Act, courts: list[Party], document: Document, facts: EntryFacts) -> list[Party]:
    """The courts that the act's own sentence names."""
    told = act.evidence.spans[0].start
    return [
        court
        for court in courts
        if any(document.in_one_sentence(told, s.start) for s in facts.bodies[court.index].evidence.spans)
    ]


def _with_refuser(act: Act, facts: EntryFacts) -> Act:
    if act.type != "assembly_refusal" or act.by:
        return act
    until = rally_topic(facts.entry.text)
    administrations = [
        Party("body", index)
        for index, body in enumerate(facts.bodies)
        if body.kind == "organisation"
        and body.type == "state"
        and body.generic
        and body.evidence.spans[0].start < until
        and not _BUILDING.search(facts.entry.text, 0, body.evidence.spans[0].start)
    ]
    if len(administrations) != 1:
        return act
    return replace(_doubting(act, "the only administration it can be"), by=tuple(administrations))


def _began_it(act: Act, acts: tuple[Act, ...], facts: EntryFacts, occasions: tuple[str, ...]) -> bool:
    """`Summoned in a case that was opened on the complaint of X`: it is held against another, and no matter of X's."""
    before = facts.entry.text[: act.evidence.spans[0].start].lower().split()[-_OCCASION_WORDS:]
    if (
        act.type != "complaint"
        or not set(act.to) <= set(act.by)
        or not any(f" {o} " in f" {' '.join(before)} " for o in occasions)
    ):
        return False
    return any(_is_step_against_another(step, act, facts) for step in acts)


def _is_step_against_another(step: Act, complaint: Act, facts: EntryFacts) -> bool:
    others = [p for p in step.to if p.kind == "person" and p not in complaint.by]
    accused = any(facts.persons[p.index].role not in _NOT_CLAIMANTS for p in others)
    return accused and step.type in _AGAINST_ANOTHER and set(step.to).isdisjoint(complaint.by)


def _with_claimant(act: Act, facts: EntryFacts) -> Act:
    """A complaint whose claimant stands on one side only: the same person stands on the other."""
    if act.type != "complaint":
        return act
    claimants = tuple(p for p in act.by if p.kind == "person" and facts.persons[p.index].role not in _NOT_CLAIMANTS)
    owners = tuple(p for p in act.to if p.kind == "person")
    if claimants and not act.to:
        return replace(_doubting(act, "a claimant's own matter"), to=claimants)
    if owners and not any(p.kind == "person" for p in act.by):
        return replace(_doubting(act, "a claimant's own matter"), by=(*owners, *act.by))
    return act
