"""The answers of a review that is not over: as a value, as bytes, and resumed by a later review.

They are kept from key to key, so that a closed terminal loses none. They decide nothing: that is for the end.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from ingest.errors import KgError
from kg.corrections.opinions import FactOpinion, FactVerb
from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion
from kg.review.facts import FactAnswer, FactQuestion, FactReview, start_fact_review
from kg.review.people import PeopleReview, start_review
from kg.review.questions import QuestionView
from kg.review.queue import QuestionAnswer

DecidedAnswer = tuple[Answer, frozenset[str]]
"""An answer, and the two mentions (ids) it is about."""


@dataclass(frozen=True)
class DraftAnswer:
    """An answer about two mentions (ids); ``None`` for a question that was skipped."""

    a: str
    b: str
    answer: Answer | None


@dataclass(frozen=True)
class DraftFactAnswer:
    """An answer about a fact (id) of an entry (id); ``verb`` is ``None`` for a question that was skipped."""

    fact: str
    entry: str
    verb: FactVerb | None
    values: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True)
class Draft:
    """What was answered, in the order of answering, when the last time (UTC, as people read it), and the reason.

    ``given`` are answers about people, ``facts`` those about facts: there may be a review of each that is not over.
    """

    given: tuple[DraftAnswer, ...]
    when: str
    why: str = ""
    facts: tuple[DraftFactAnswer, ...] = ()

    @property
    def answers(self) -> int:
        """How many answers there are, without what was skipped."""
        return len(draft_opinions(self)) + len(draft_fact_opinions(self))


Subject = Literal["people", "facts"]
"""What a review is about."""


def part_about(draft: Draft, subject: Subject) -> Draft:
    """The answers of a draft about people alone, or about facts."""
    return replace(draft, facts=()) if subject == "people" else replace(draft, given=(), why="")


def with_part(draft: Draft, subject: Subject, part: Draft) -> Draft:
    """A draft with other answers about people, or about facts; what it has about the other stays."""
    other = part_about(draft, "facts" if subject == "people" else "people")
    return replace(part, facts=other.facts) if subject == "people" else replace(other, facts=part.facts, when=part.when)


def make_fact_draft(review: FactReview, earlier: Sequence[DraftFactAnswer], when: str, why: str = "") -> Draft:
    """The answers of a review of facts so far, after those of an ``earlier`` one that are no questions of this one."""
    asked = [(review.questions[given.position].fact, given.answer) for given in review.given]
    given = [
        DraftFactAnswer(fact.id, fact.entry.id, said.verb if said else None, said.values if said else {}, why)
        for fact, said in asked
    ]
    return Draft((), when, facts=(*earlier, *given))


def draft_fact_opinions(draft: Draft) -> list[FactOpinion]:
    """What the answers about facts say, in the order of answering."""
    return [FactOpinion(given.verb, given.fact, given.values, given.why) for given in draft.facts if given.verb]


def resume_fact_review(
    draft: Draft, questions: Sequence[FactQuestion]
) -> tuple[FactReview, tuple[DraftFactAnswer, ...]]:
    """A review of facts that continues with the answers of a draft, and the answers to what is no question of it."""
    open_at = {asked.fact.id: at for at, asked in enumerate(questions)}
    continued: list[QuestionAnswer[FactAnswer]] = []
    others: list[DraftFactAnswer] = []
    for given in draft.facts:
        at = open_at.pop(given.fact, None)
        if at is not None:
            continued.append(QuestionAnswer(at, FactAnswer(given.verb, given.values) if given.verb else None))
        elif given.verb:
            others.append(given)
    return replace(start_fact_review(questions), given=tuple(continued)), tuple(others)


def make_draft(review: PeopleReview, earlier: Sequence[DraftAnswer], when: str, why: str = "") -> Draft:
    """The answers of a review so far, after those of an ``earlier`` one that are no questions of this one."""
    asked = [(review.questions[given.position], given.answer) for given in review.given]
    return Draft((*earlier, *(DraftAnswer(q.a.id, q.b.id, answer) for q, answer in asked)), when, why)


def draft_opinions(draft: Draft) -> list[Opinion]:
    """What the answers say, in the order of answering."""
    return [Opinion(given.answer, given.a, given.b, draft.why) for given in draft.given if given.answer]


def drop_decided(draft: Draft, decided: Container[DecidedAnswer]) -> Draft:
    """Without the answers that were decided just so since: a crash may come between a commit and the next step."""
    kept = (g for g in draft.given if g.answer is None or (g.answer, frozenset((g.a, g.b))) not in decided)
    return replace(draft, given=tuple(kept))


def resume_review(
    draft: Draft, questions: Sequence[QuestionView], leads_to: Callable[[str], str]
) -> tuple[PeopleReview, tuple[DraftAnswer, ...]]:
    """A review that continues with the answers of a draft, and the answers to what is no question of it.

    A question is the same when it is about the same two people (``leads_to`` says whose a mention is), whichever
    mentions of theirs it names.
    """
    open_at = {frozenset((leads_to(q.a.id), leads_to(q.b.id))): at for at, q in enumerate(questions)}
    answered: list[QuestionAnswer[Answer]] = []
    others: list[DraftAnswer] = []
    for given in draft.given:
        at = open_at.pop(frozenset((leads_to(given.a), leads_to(given.b))), None)
        if at is not None:
            answered.append(QuestionAnswer(at, given.answer))
        elif given.answer:
            others.append(given)
    return replace(start_review(questions), given=tuple(answered)), tuple(others)


def write_draft(draft: Draft) -> bytes:
    """As the workspace keeps it: ids of mentions and facts, reasons, and values that were typed in a correction."""
    return msgspec.json.encode(draft) + b"\n"


def read_draft(data: bytes) -> Draft:
    """Read it again. Raises ``KgError`` if it is none."""
    try:
        return msgspec.json.decode(data, type=Draft)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise KgError("These are not the answers of a review. Move the file away and try again.") from None
