"""Reviews, apart from any screen: the queue of questions, the answers given, what follows from them.

A ``Review`` is a value: every answer makes a new one. Nothing is decided until it is over; then all its answers are
decided at once (``Workspace.judge``, ``Workspace.decide_facts``), and the graph is derived once. ``people`` asks who is
who, ``facts`` what is right.
"""

from kg.review.people import PeopleReview, review_opinions, start_review
from kg.review.questions import EntryView, PersonView, QuestionView, view_questions
from kg.review.queue import QuestionAnswer, Review, answer, count_open, next_question, skip, undo_answer

__all__ = [
    "EntryView",
    "PeopleReview",
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
