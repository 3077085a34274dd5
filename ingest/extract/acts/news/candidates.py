"""The candidates of both readings, of classes and of frames: where both read the same act at the same word, one."""

from ingest.extract.acts.frames.candidates import Candidate as FrameCandidate
from ingest.extract.acts.lexicon.assertion import Cues
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.predicates import Pattern, PatternWords
from ingest.extract.acts.predicates.assertion import assert_noun, assert_verb
from ingest.extract.acts.predicates.candidates import Candidate, may_undergo
from ingest.extract.acts.predicates.verbs import form_of
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.facts import EntryFacts

__all__ = ["Candidate", "join_readings"]

# A pattern of this rank or over asks for two arguments or more.
_SETTLED = 4
_MARKS = ("background", "weak", "counted", "inferred", "by_staff", "direct")


def join_readings(
    found: list[Candidate],
    framed: list[FrameCandidate],
    sentence: Sentence,
    lexicon: Lexicon,
    cues: Cues,
    facts: EntryFacts,
) -> list[Candidate]:
    """The candidates of a sentence, in the order of the text; ``frame`` says that a frame fits too.

    Nothing is done to courts and the state."""
    at = {(c.trigger.start, c.type): c for c in found}
    settled = {c.trigger.start for c in found if c.pattern.words.rank >= _SETTLED}
    for framed_candidate in framed:
        framed_candidate.to = tuple(p for p in framed_candidate.to if may_undergo(p, facts))
        same = at.get((framed_candidate.trigger.start, framed_candidate.type))
        if same is None and framed_candidate.trigger.start in settled:
            continue  # a class that asks for several arguments says it better
        if same is None:
            found.append(_clear_statement(_of_frame(framed_candidate, sentence, lexicon, cues), facts))
            continue
        same.frame, same.frame_marks = framed_candidate.frame.name, _marks(framed_candidate)
        # "The lawyer of X" is somebody else: whom a frame finds there is not meant.
        guessed = same.other or framed_candidate.topical
        same.to = same.to or (() if guessed else tuple(p for p in framed_candidate.to if p not in same.claimants))
        same.by = same.by or framed_candidate.by
        _clear_statement(same, facts)
        same.count = same.count or framed_candidate.count
    return sorted(found, key=lambda c: c.trigger.start)


def _clear_statement(candidate: Candidate, facts: EntryFacts) -> Candidate:
    """Nothing is done to those of whom a state body speaks."""
    bodies = [facts.bodies[party.index] for party in candidate.by if party.kind == "body"]
    if candidate.type == "statement" and any(body.type == "state" for body in bodies):
        candidate.to = ()
    return candidate


def _of_frame(framed: FrameCandidate, sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Candidate:
    place = next((k for k, token in enumerate(sentence.tokens) if token.start == framed.trigger.start), 0)
    verb = next((v for v in sentence.verbs if v.head == place), None)
    if verb is not None:
        assertion, form = assert_verb(verb, sentence, lexicon, cues), form_of(verb)
    else:
        assertion, form = assert_noun(place, sentence, lexicon, cues), "noun"
    words = PatternWords(type=framed.type, outcome=framed.frame.words.outcome)
    pattern = Pattern(f"frame/{framed.type}", words, (), (), frozenset())
    candidate = Candidate(
        framed.type, pattern, None, None, framed.trigger, framed.sentence, assertion, form, framed.clause, framed.to,
        framed.by, framed.count, framed.topical,
    )  # fmt: skip
    candidate.direct, candidate.lemma = framed.direct, framed.trigger.word
    candidate.frame, candidate.frame_marks = framed.frame.name, _marks(framed)
    return candidate


def _marks(framed: FrameCandidate) -> tuple[str, ...]:
    return tuple(mark for mark in _MARKS if getattr(framed, mark))
