"""The queue: which question comes next, what follows from answers, and what is decided in the end."""

import pytest

from kg.review import (
    PersonView,
    QuestionView,
    Review,
    answer,
    count_open,
    next_question,
    review_opinions,
    skip,
    start_review,
    undo_answer,
)

KEYS = {
    "y": lambda review: answer(review, "same"),
    "n": lambda review: answer(review, "different"),
    "u": lambda review: answer(review, "unsure"),
    "s": skip,
    "z": undo_answer,
}


def asked(a: str, b: str) -> QuestionView:
    return QuestionView(PersonView(a, (a,), (), ()), PersonView(b, (b,), (), ()), (), (), 2)


def after(pairs: str, keys: str) -> Review:
    review = start_review([asked(*pair) for pair in pairs.split()])
    for key in keys:
        review = KEYS[key](review)
    return review


@pytest.mark.parametrize(
    ("pairs", "keys", "next", "open", "said"),
    [
        ("ab cd", "", 0, 2, []),
        ("ab cd", "y", 1, 1, ["a same b"]),
        ("ab cd", "yn", None, 0, ["a same b", "c different d"]),
        ("ab cd", "us", None, 0, ["a unsure b"]),
        ("ab cd", "yz", 0, 2, []),
        ("ab cd", "zz", 0, 2, []),
        ("ab cd", "szsy", None, 0, ["c same d"]),
        ("ab bc ac", "yy", None, 0, ["a same b", "b same c"]),
        ("ab bc ac", "yn", None, 0, ["a same b", "b different c"]),
        ("ab bc ac", "nn", 2, 1, ["a different b", "b different c"]),
        ("ab bc ac", "yu", 2, 1, ["a same b", "b unsure c"]),
        ("ab bc ac", "ynz", 1, 2, ["a same b"]),
        ("", "z", None, 0, []),
    ],
)
def test_what_is_next_and_what_was_said(pairs: str, keys: str, next: int | None, open: int, said: list[str]) -> None:
    review = after(pairs, keys)
    assert (next_question(review), count_open(review)) == (next, open)
    assert [f"{o.a} {o.answer} {o.b}" for o in review_opinions(review)] == said


def test_the_reason_goes_with_every_answer_and_an_answer_past_the_end_is_a_fault() -> None:
    review = after("ab", "y")
    assert [o.why for o in review_opinions(review, "asked her")] == ["asked her"]
    with pytest.raises(ValueError, match="answered"):
        answer(review, "same")
