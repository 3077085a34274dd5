"""The queue of a review: which question is next, and which are answered by what was said already.

What a question is, and what its answer, is for those who ask: two people, or a fact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")


@dataclass(frozen=True)
class QuestionAnswer(Generic[A]):
    """An answer to the question at a position; ``None`` for one that was skipped."""

    position: int
    answer: A | None


def _nothing_follows(_: "Review[Q, A]") -> frozenset[int]:
    return frozenset()


@dataclass(frozen=True)
class Review(Generic[Q, A]):
    """Questions, most valuable first, and what was answered, in the order of answering.

    ``follows`` gives the positions of the questions that the answers to others answer too.
    """

    questions: tuple[Q, ...]
    given: tuple[QuestionAnswer[A], ...] = ()
    follows: Callable[["Review[Q, A]"], frozenset[int]] = field(default=_nothing_follows, compare=False)


def next_question(review: Review[Q, A]) -> int | None:
    """The position of the next question that is neither answered nor follows from the answers; ``None`` at the end."""
    return next(iter(_open(review)), None)


def count_open(review: Review[Q, A]) -> int:
    """How many questions are still to ask."""
    return len(_open(review))


def answer(review: Review[Q, A], said: A) -> Review[Q, A]:
    """Answer the next question. Raises ``ValueError`` at the end."""
    return _give(review, said)


def skip(review: Review[Q, A]) -> Review[Q, A]:
    """Pass the next question over; it is asked again in the next review. Raises ``ValueError`` at the end."""
    return _give(review, None)


def undo_answer(review: Review[Q, A]) -> Review[Q, A]:
    """Take the last answer, or skip, back; its question is next again. At the beginning nothing changes."""
    return replace(review, given=review.given[:-1])


def answered(review: Review[Q, A]) -> list[tuple[Q, A]]:
    """The questions that were answered, with their answers, in the order of answering."""
    pairs = [(review.questions[given.position], given.answer) for given in review.given]
    return [(asked, said) for asked, said in pairs if said is not None]


def _give(review: Review[Q, A], said: A | None) -> Review[Q, A]:
    position = next_question(review)
    if position is None:
        raise ValueError("every question is answered")
    return replace(review, given=(*review.given, QuestionAnswer(position, said)))


def _open(review: Review[Q, A]) -> Sequence[int]:
    """Positions still to ask."""
    done = {given.position for given in review.given} | review.follows(review)
    return [position for position in range(len(review.questions)) if position not in done]
