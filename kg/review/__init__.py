"""A review of who is who, apart from any screen: the queue of questions, the answers given, what follows from them.

A ``Review`` is a value: every answer makes a new one. Nothing is decided until it is over; then all its answers are
decided at once (``Workspace.judge``), and the graph is derived once.
"""

from kg.review.questions import EntryView, PersonView, QuestionView, view_questions
from kg.review.queue import (
    QuestionAnswer,
    Review,
    answer,
    count_open,
    next_question,
    review_opinions,
    skip,
    start_review,
    undo_answer,
)

__all__ = [
    "EntryView",
    "PersonView",
    "QuestionAnswer",
    "QuestionView",
    "Review",
    "answer",
    "count_open",
    "next_question",
    "review_opinions",
    "skip",
    "start_review",
    "undo_answer",
    "view_questions",
]
