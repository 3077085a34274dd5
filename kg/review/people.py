"""A review of which mentions are one person."""

from collections.abc import Sequence

from kg.decisions.judgements import Answer
from kg.decisions.opinions import Opinion
from kg.identity.disjoint_sets import DisjointSets
from kg.review.questions import QuestionView
from kg.review.queue import Review, answered

PeopleReview = Review[QuestionView, Answer]


def start_review(questions: Sequence[QuestionView]) -> PeopleReview:
    """A review of which nothing is answered."""
    return Review(tuple(questions), follows=_follow)


def review_opinions(review: PeopleReview, why: str = "") -> list[Opinion]:
    """What the answers say, in the order of answering."""
    return [Opinion(said, asked.a.id, asked.b.id, why) for asked, said in answered(review)]


def _follow(review: PeopleReview) -> frozenset[int]:
    """Who is one with whom, or another, follows through what was answered the same."""
    one: DisjointSets[str] = DisjointSets(side.id for asked in review.questions for side in (asked.a, asked.b))
    given = answered(review)
    for asked, said in given:
        if said == "same":
            one.join(asked.a.id, asked.b.id)

    def ends(asked: QuestionView) -> frozenset[str]:
        return frozenset({one.leader(asked.a.id), one.leader(asked.b.id)})

    apart = {ends(asked) for asked, said in given if said == "different"}
    both = [ends(asked) for asked in review.questions]
    return frozenset(position for position, two in enumerate(both) if len(two) < 2 or two in apart)
