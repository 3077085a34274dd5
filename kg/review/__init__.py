"""A review of who is who, apart from any screen: the queue of questions, the answers given, what follows from them.

A ``Review`` is a value: each key gives another one. Nothing is decided until it is over; then its answers are taken all
at once (``Workspace.judge``), and the graph is derived once.
"""

from kg.review.questions import Entry, QuestionView, Side, ask
from kg.review.queue import Answered, Review, answer, begin, current, left, opinions_of, skip, take_back

__all__ = [
    "Answered",
    "Entry",
    "QuestionView",
    "Review",
    "Side",
    "answer",
    "ask",
    "begin",
    "current",
    "left",
    "opinions_of",
    "skip",
    "take_back",
]
