"""What an entry is about, told by its words together: the last resort where no verb or noun told an act.

Assumed: in a chronicle of persecution, an administration, a rally and a "no" are a refusal, however they are put; a
court of appeal and a verdict that stands are an appeal; and so on (``cues.yaml``). Whom it was done to is everybody the
entry can be about. An act read so is ``low``.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import msgspec

from ingest.analysis.document import Document
from ingest.facts import Act, EntryFacts, Evidence, Party, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import (
    FAMILY_AND_LAWYERS,
    PERSECUTED,
    PROSECUTION_STEPS,
    VOICES,
    ActType,
    OrganisationKind,
    Outcome,
    Standing,
)

# Acts that always happen to somebody.
_PERSONAL: frozenset[ActType] = frozenset({
    "detention", "sentence", "trial", "appeal", "release", "remand", "search", "hunger_strike", "summons",
    "prison_conditions", "extradition", "dismissal", "seizure", "due_process", "assembly_refusal",
})  # fmt: skip
_PUBLIC: frozenset[ActType] = frozenset({"statement"})
# Told by words together they are somebody's accusation.
_WRONGS: frozenset[ActType] = frozenset({"torture"})
# How far behind the act somebody may be named who is meant by it.
_REACH = 120
_SPEAKERS: frozenset[OrganisationKind] = frozenset({"ngo", "international", "media", "movement", "party"})


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of ``cues.yaml``, explained there."""

    type: ActType
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()
    instead: frozenset[ActType] = frozenset()
    beside: frozenset[ActType] = frozenset()
    to: Literal["targets", "nobody"] = "nobody"
    by: Literal["administration", "court", "speaker", "nobody"] = "nobody"
    outcome: dict[Outcome, tuple[str, ...]] = {}


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``cues.yaml``."""

    cues: tuple[CueWords, ...]


@dataclass(frozen=True)
class _Cue:
    words: CueWords
    all: tuple[re.Pattern[str], ...]
    none: re.Pattern[str] | None
    outcome: tuple[tuple[Outcome, re.Pattern[str]], ...]


@cache
def _cues(jurisdiction: Jurisdiction) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            words,
            tuple(_any_of(phrases) for phrases in words.all),
            _any_of(words.none) if words.none else None,
            tuple((outcome, _any_of(phrases)) for outcome, phrases in words.outcome.items()),
        )
        for words in jurisdiction.lexicon("cues", Cues).cues
    )


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})", re.IGNORECASE)


def add_by_cues(
    acts: tuple[Act, ...], document: Document, facts: EntryFacts, jurisdiction: Jurisdiction
) -> tuple[Act, ...]:
    """The acts, with the one that the words together tell where nothing surer did."""
    text, body = facts.entry.text, facts.entry.body
    # A rally told by a noun may be the one that was asked for.
    types = {act.type for act in acts if not _asked_for(act) and not _only_source(act, facts)}
    entries = {act.type for act in acts if not _asked_for(act)}
    for cue in _cues(jurisdiction):
        words = cue.words
        if words.type in entries or not types <= words.instead | words.beside:
            continue
        found = [pattern.search(text, body) for pattern in cue.all]
        if not all(found) or (cue.none and cue.none.search(text, body)):
            continue
        first = next(match for match in found if match)
        last = max(match.end() for match in found if match)
        to = _parties(words.to, words.type, facts, document.sentence_at(last - 1).end)
        by = _parties(words.by, words.type, facts)
        if (words.to == "targets" and not to) or (words.by == "speaker" and not by):
            continue
        outcome = next((outcome for outcome, entries in cue.outcome if entries.search(text, body)), None)
        evidence = Evidence((Span(*first.span()),), "acts.cues", "low", "told by the words of the entry together")
        dropped = words.instead | _without_statements(words)
        kept = [act for act in acts if act.type not in dropped and not _asked_for(act)]
        standing: Standing | None = "alleged" if words.type in _WRONGS else None
        act = Act(words.type, evidence, to, by, standing=standing, outcome=outcome)
        return tuple(sorted([*kept, act], key=lambda a: a.evidence.spans[0]))
    return acts


def _without_statements(words: CueWords) -> frozenset[ActType]:
    """Who only speaks of it gives way, unless the cue says otherwise."""
    return frozenset() if words.type == "statement" else _PUBLIC - words.beside


def _only_source(act: Act, facts: EntryFacts) -> bool:
    """Whether nobody, or somebody's relative or lawyer, only says what the entry tells."""
    roles = {facts.persons[p.index].role for p in act.by if p.kind == "person"}
    return (
        act.type == "statement"
        and bool(act.by)
        and all(p.kind == "person" for p in act.by)
        and roles <= FAMILY_AND_LAWYERS
    )


def _asked_for(act: Act) -> bool:
    return act.type == "protest" and act.evidence.rule == "acts.noun" and not act.by


def fill_by_idle(acts: tuple[Act, ...], document: Document, facts: EntryFacts) -> tuple[Act, ...]:
    """Acts that happen to people, told without anybody, happened to the only one of the entry, or to the idle ones.

    Idle is to whom nothing else happened; several acts are given to nobody but the only person they can be about.
    """
    busy = {party for act in acts for party in (*act.to, *act.by)}
    empty = [act for act in acts if act.type in _PERSONAL and not act.to and act.count is None]
    if not empty:
        return acts
    named = _named_before(empty[0].evidence.spans[0].start + _REACH, document, facts)
    idle = tuple(party for party in named if party not in busy)
    if len(named) == 1:
        return tuple(_concerning(act, named) if act in empty and named[0] not in act.by else act for act in acts)
    if len(empty) != 1 or not idle:
        return acts
    return tuple(_concerning(act, idle) if act is empty[0] else act for act in acts)


def _named_before(end: int, document: Document, facts: EntryFacts) -> tuple[Party, ...]:
    """The persecuted whom the entry's own words, no quotation, name before ``end``."""
    return tuple(
        Party("person", i)
        for i, person in enumerate(facts.persons)
        if person.role == "target"
        and (first := person.evidence.spans[0].start) < end
        and document.quotation_at(first) is None
    )


def _concerning(act: Act, people: tuple[Party, ...]) -> Act:
    doubt = "; ".join(filter(None, [act.evidence.doubt, "nobody else of the entry can be meant"]))
    return replace(act, to=people, evidence=replace(act.evidence, confidence="low", doubt=doubt))


def _parties(place: str, type_: ActType, facts: EntryFacts, end: int | None = None) -> tuple[Party, ...]:
    if place == "targets":
        end = len(facts.entry.text) if end is None else end
        persons = [
            (i, person.role)
            for i, person in enumerate(facts.persons)
            if person.role in PERSECUTED and person.evidence.spans[0].start < end
        ]
        charged = {c.person for c in facts.charges} | {s.person for s in facts.sanctions}
        # A court's step concerns those who stand under an article, where the entry says who they are.
        answering = [i for i, _ in persons if i in charged] if type_ in PROSECUTION_STEPS else []
        return tuple(Party("person", i) for i in answering or [i for i, _ in persons])
    bodies = [(i, body) for i, body in enumerate(facts.bodies)]
    if place == "administration":
        return tuple(
            Party("body", i) for i, b in bodies if b.kind == "organisation" and b.type == "state" and b.generic
        )[:1]
    if place == "court":
        courts = tuple(Party("body", i) for i, b in bodies if b.kind == "court")
        return courts if len(courts) == 1 else ()
    if place == "speaker":
        speakers = [Party("body", i) for i, b in bodies if b.kind == "organisation" and b.type in _SPEAKERS]
        people = [Party("person", i) for i, p in enumerate(facts.persons) if p.role in VOICES]
        return tuple([*speakers, *people][:1])
    return ()
