"""The answers of a review that is not over: as a value, as bytes, and resumed by a later review.

They are kept from key to key, so that a closed terminal loses none. They decide nothing: that is for the end.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

import msgspec

from ingest.errors import KgError
from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion
from kg.review.questions import QuestionView
from kg.review.queue import QuestionAnswer, Review

DecidedAnswer = tuple[Answer, frozenset[str]]
"""An answer, and the two mentions (ids) it is about."""


@dataclass(frozen=True)
class DraftAnswer:
    """An answer about two mentions (ids); ``None`` for a question that was skipped."""

    a: str
    b: str
    answer: Answer | None


@dataclass(frozen=True)
class Draft:
    """What was answered, in the order of answering, when the last time (UTC, as people read it), and the reason."""

    given: tuple[DraftAnswer, ...]
    when: str
    why: str = ""

    @property
    def answers(self) -> int:
        """How many answers there are, without what was skipped."""
        return len(draft_opinions(self))


def make_draft(review: Review, earlier: Sequence[DraftAnswer], when: str, why: str = "") -> Draft:
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
) -> tuple[Review, tuple[DraftAnswer, ...]]:
    """A review that continues with the answers of a draft, and the answers to what is no question of it.

    A question is the same when it is about the same two people (``leads_to`` says whose a mention is), whichever
    mentions of theirs it names.
    """
    open_at = {frozenset((leads_to(q.a.id), leads_to(q.b.id))): at for at, q in enumerate(questions)}
    answered, others = [], []
    for given in draft.given:
        at = open_at.pop(frozenset((leads_to(given.a), leads_to(given.b))), None)
        if at is not None:
            answered.append(QuestionAnswer(at, given.answer))
        elif given.answer:
            others.append(given)
    return Review(tuple(questions), tuple(answered)), tuple(others)


def write_draft(draft: Draft) -> bytes:
    """As the workspace keeps it. It has ids of mentions and the reason, no words of a report."""
    return msgspec.json.encode(draft) + b"\n"


def read_draft(data: bytes) -> Draft:
    """Read it again. Raises ``KgError`` if it is none."""
    try:
        return msgspec.json.decode(data, type=Draft)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise KgError("These are not the answers of a review. Move the file away and try again.") from None
