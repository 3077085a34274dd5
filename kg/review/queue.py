"""The queue of a review: which question is next, and which are answered by what was said already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion
from kg.identity.disjoint_sets import DisjointSets
from kg.review.questions import QuestionView


@dataclass(frozen=True)
class QuestionAnswer:
    """An answer to the question at a position; ``None`` for one that was skipped."""

    position: int
    answer: Answer | None


@dataclass(frozen=True)
class Review:
    """Questions, most valuable first, and what was answered, in the order of answering."""

    questions: tuple[QuestionView, ...]
    given: tuple[QuestionAnswer, ...] = ()


def start_review(questions: Sequence[QuestionView]) -> Review:
    """A review of which nothing is answered."""
    return Review(tuple(questions))


def next_question(review: Review) -> int | None:
    """The position of the next question that is neither answered nor follows from the answers; ``None`` at the end."""
    return next(iter(_open(review)), None)


def count_open(review: Review) -> int:
    """How many questions are still to ask."""
    return len(_open(review))


def answer(review: Review, said: Answer) -> Review:
    """Answer the next question. Raises ``ValueError`` at the end."""
    return _give(review, said)


def skip(review: Review) -> Review:
    """Pass the next question over; it is asked again in the next review. Raises ``ValueError`` at the end."""
    return _give(review, None)


def undo_answer(review: Review) -> Review:
    """Take the last answer, or skip, back; its question is next again. At the beginning nothing changes."""
    return replace(review, given=review.given[:-1])


def review_opinions(review: Review, why: str = "") -> list[Opinion]:
    """What the answers say, in the order of answering."""
    pairs = [(review.questions[given.position], given.answer) for given in review.given]
    return [Opinion(said, asked.a.id, asked.b.id, why) for asked, said in pairs if said]


def _give(review: Review, said: Answer | None) -> Review:
    position = next_question(review)
    if position is None:
        raise ValueError("every question is answered")
    return replace(review, given=(*review.given, QuestionAnswer(position, said)))


def _open(review: Review) -> list[int]:
    """Positions still to ask: who is one with whom, or another, follows through what was answered the same."""
    one: DisjointSets[str] = DisjointSets(side.id for asked in review.questions for side in (asked.a, asked.b))
    for given in review.given:
        if given.answer == "same":
            one.join(review.questions[given.position].a.id, review.questions[given.position].b.id)

    def ends(position: int) -> frozenset[str]:
        asked = review.questions[position]
        return frozenset({one.leader(asked.a.id), one.leader(asked.b.id)})

    apart = {ends(given.position) for given in review.given if given.answer == "different"}
    done = {given.position for given in review.given}
    return [
        position
        for position in range(len(review.questions))
        if position not in done and len(ends(position)) == 2 and ends(position) not in apart
    ]
