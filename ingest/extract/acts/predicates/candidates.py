"""What may become an act: the pattern that a predicate fits, who stands in its places, and how it is asserted."""

from dataclasses import dataclass

from ingest.extract.acts.arguments.slots import Argument, Slots
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.lexicon.predicates import Pattern
from ingest.extract.acts.predicates.assertion import Assertion
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.participants import Participants, PlaceReader, find_body_behind
from ingest.extract.acts.predicates.patterns import Match
from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import FILINGS, ActType, Standing

_UNDERGO = ("person", "organisation")
_DO = ("person", "organisation", "court", "facility")
# A relative or lawyer does these for somebody.
_ON_BEHALF: frozenset[ActType] = frozenset({"complaint", "appeal", "due_process"})
# People do these by themselves, for no body.
_OWN: frozenset[ActType] = frozenset({"protest", "statement", "hunger_strike"})
# Who does these may be the one they are about.
_FOR_ONESELF: frozenset[ActType] = FILINGS
_OFFICERS: Kinds = frozenset({"investigator", "official", "police", "prison_staff"})
# Where somebody's request or complaint stands that a step rests on.
_GROUNDS = ("on", "at", "upon", "following", "after", "by")
_FILINGS: Kinds = frozenset({"complaint", "claim", "request", "motion", "statement"})


@dataclass(slots=True)
class Candidate:
    """What may become an act: the best pattern of a predicate with its score, and how it is asserted.

    ``runner_up`` is the best match of another type; neither it nor a score is there where only a frame fits.
    """

    type: ActType
    pattern: Pattern
    score: tuple[int, int] | None
    runner_up: Match | None
    trigger: Token
    sentence: int
    assertion: Assertion
    form: str
    clause: tuple[int, int]
    to: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    count: int | None = None
    topical: bool = False
    direct: bool = False
    other: bool = False
    standing: Standing | None = None
    lemma: str = ""
    subject_kinds: frozenset[str] = frozenset()
    features: tuple[str, ...] = ()
    probability: float = 0.0
    frame: str = ""
    frame_marks: tuple[str, ...] = ()
    claimants: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun in a sentence: the word that tells the act, its form, its arguments, and how it is asserted."""

    trigger: Token
    lemma: str
    form: str
    slots: Slots
    assertion: Assertion


def make_candidate(predicate: Predicate, matches: list[Match], context: Context) -> Candidate:
    """The candidate of a predicate whose patterns were matched, the best first."""
    best, words = matches[0], matches[0].pattern.words
    subject = predicate.slots.first("subject")
    to, by = _find_participants(predicate, best.pattern, context)
    return Candidate(
        type=words.type,
        pattern=best.pattern,
        score=best.score,
        runner_up=next((m for m in matches[1:] if m.pattern.words.type != words.type), None),
        trigger=predicate.trigger,
        sentence=context.number,
        assertion=predicate.assertion,
        form=predicate.form,
        clause=predicate.slots.clause,
        to=to.parties,
        by=by.parties,
        count=by.count if words.type == "protest" else to.count,
        topical=to.topical,
        direct=bool(to.parties) and not to.topical,
        other=any(argument.other or _is_unnamed_officer(argument) for argument in best.used),
        lemma=predicate.lemma,
        subject_kinds=subject.kinds if subject is not None else frozenset(),
        features=("that",) if predicate.slots.that else (),
        claimants=_claimants(predicate.slots) if words.type not in _FOR_ONESELF else (),
    )


def _find_participants(predicate: Predicate, pattern: Pattern, context: Context) -> tuple[Participants, Participants]:
    """To whom it was done, and who did it."""
    words, slots = pattern.words, predicate.slots
    topic = _topic(predicate, words.type, context)
    undergoing = PlaceReader(slots, context, topic, _UNDERGO, words.type in _ON_BEHALF).read(words.to)
    to = tuple(p for p in undergoing.parties if may_undergo(p, context.facts))
    doing = PlaceReader(slots, context, topic, _DO).read(words.by)
    by = doing.parties or _body_behind(pattern, slots, context)
    if _are_others(pattern):
        by = tuple(p for p in by if p not in to)
    if words.type == "statement" and not to and _are_targets(by, context.facts):
        to = by
    return Participants(to, undergoing.count, undergoing.topical), Participants(by, doing.count)


def _is_unnamed_officer(argument: Argument) -> bool:
    """`The officer who beat X was detained`: somebody without a name, who is not X."""
    return bool(argument.kinds & _OFFICERS) and not argument.parties and not argument.owners


def _are_others(pattern: Pattern) -> bool:
    """Whether nobody who does it can be the one it is done to."""
    return pattern.words.type not in _FOR_ONESELF and {"subject", "claimant"}.isdisjoint(pattern.words.to)


def _body_behind(pattern: Pattern, slots: Slots, context: Context) -> tuple[Party, ...]:
    """`Officers of the department detained X`: the body for which unnamed people do it."""
    words = pattern.words
    return find_body_behind(words.by, slots, context) if words.by and words.type not in _OWN else ()


def _topic(predicate: Predicate, type_: ActType, context: Context) -> tuple[Party, ...]:
    """Whose matter it is where the clause names nobody: not that of those who asked for the step."""
    topic = tuple(Party("person", i) for i in context.focus.matter_of(predicate.trigger.start))
    if type_ in _FOR_ONESELF:
        return topic
    asking = _claimants(predicate.slots)
    return tuple(p for p in topic if p not in asking)


def _claimants(slots: Slots) -> tuple[Party, ...]:
    """`A case was opened on the complaint of X`: X, whom the case is not against."""
    asked = (a for slot in _GROUNDS for a in slots.arguments.get(slot, ()) if a.kinds & _FILINGS)
    return tuple({party: None for argument in asked for party in (*argument.parties, *argument.owners)})


def may_undergo(party: Party, facts: EntryFacts) -> bool:
    """The state and its courts do things; nothing is done to them: ``a complaint to the ministry``."""
    return party.kind == "person" or (
        facts.bodies[party.index].type != "state" and facts.bodies[party.index].kind != "court"
    )


def _are_targets(parties: tuple[Party, ...], facts: EntryFacts) -> bool:
    """``X said that she had been beaten``: somebody persecuted speaks of their own case."""
    persons = [facts.persons[p.index] for p in parties if p.kind == "person"]
    return len(persons) == len(parties) > 0 and all(person.role == "target" for person in persons)
