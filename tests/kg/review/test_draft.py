"""The answers of a review that is not over: written, read, and taken up again."""

import pytest

from ingest.errors import KgError
from kg.review import PersonView, QuestionView, answer, count_open, next_question, review_opinions, skip, start_review
from kg.review.draft import (
    Draft,
    DraftAnswer,
    draft_opinions,
    drop_decided,
    make_draft,
    read_draft,
    resume_review,
    write_draft,
)


def asked(a: str, b: str) -> QuestionView:
    return QuestionView(PersonView(a, (a,), (), ()), PersonView(b, (b,), (), ()), (), (), 2)


QUESTIONS = [asked(*pair) for pair in ("ab", "cd", "ef")]


def draft(*given: str, why: str = "") -> Draft:
    """``a=b`` same, ``a!b`` different, ``a?b`` unsure, ``a-b`` skipped."""
    answers = {"=": "same", "!": "different", "?": "unsure", "-": None}
    return Draft(tuple(DraftAnswer(g[0], g[2], answers[g[1]]) for g in given), "2031-05-02 10:00 UTC", why)  # type: ignore[arg-type]


def test_what_is_written_is_read_again() -> None:
    review = skip(answer(start_review(QUESTIONS), "different"))
    kept = make_draft(review, [DraftAnswer("x", "y", "same")], "2031-05-02 10:00 UTC", "asked her")
    assert kept == draft("x=y", "a!b", "c-d", why="asked her") and kept.answers == 2
    assert read_draft(write_draft(kept)) == kept
    assert [(o.answer, o.a, o.b, o.why) for o in draft_opinions(kept)] == [
        ("same", "x", "y", "asked her"),
        ("different", "a", "b", "asked her"),
    ]


@pytest.mark.parametrize(
    ("given", "next", "open", "said", "others"),
    [
        ([], 0, 3, [], []),
        (["a!b"], 1, 2, ["a!b"], []),
        (["b!a"], 1, 2, ["a!b"], []),
        (["A!b"], 1, 2, ["a!b"], []),  # A is another mention of the same person
        (["a!b", "c-d"], 2, 1, ["a!b"], []),
        (["x=y", "a!b"], 1, 2, ["a!b"], ["x=y"]),
        (["x-y"], 0, 3, [], []),
        (["a!b", "A=b"], 1, 2, ["a!b"], ["A=b"]),
        (["a=b", "c=d", "e=f"], None, 0, ["a=b", "c=d", "e=f"], []),
    ],
)
def test_a_review_goes_on_where_it_was_left(
    given: list[str], next: int | None, open: int, said: list[str], others: list[str]
) -> None:
    review, kept = resume_review(draft(*given), QUESTIONS, str.lower)
    assert (next_question(review), count_open(review)) == (next, open)
    assert [DraftAnswer(o.a, o.b, o.answer) for o in review_opinions(review)] == list(draft(*said).given)
    assert kept == draft(*others).given


def test_what_was_decided_just_so_since_is_left_out() -> None:
    decided = {("same", frozenset("ab")), ("same", frozenset("cd"))}
    assert drop_decided(draft("b=a", "c!d", "e-f"), decided).given == draft("c!d", "e-f").given


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff", b"[]", b'{"given":[{"a":"x","b":"y","answer":"maybe"}],"when":""}']
)
def test_what_is_no_draft_is_refused(data: bytes) -> None:
    with pytest.raises(KgError, match="not the answers of a review"):
        read_draft(data)
