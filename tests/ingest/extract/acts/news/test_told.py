"""Which candidates are told: by themselves, and by what their entry tells."""

import pytest

from ingest.extract.acts.entry_types.model import TypeRatings
from ingest.extract.acts.news.told import Bounds, find_told
from tests.ingest.extract.acts.invented import candidates_of, facts_in

BOUNDS = Bounds(sure=0.9, candidate=0.5, doubted=0.1, possible=0.2, type=0.6, behind=0.8)


@pytest.mark.parametrize(
    ("candidate", "type_", "is_told"),
    [
        (0.9, 0.01, True),
        (0.6, 0.3, True),
        (0.6, 0.05, False),
        (0.3, 0.7, True),
        (0.3, 0.5, False),
        (0.1, 0.9, False),
    ],
    ids=["sure", "likely", "its entry tells something else", "lifted by its entry", "not enough", "impossible"],
)
def test_a_candidate_is_told_by_both(candidate: float, type_: float, is_told: bool) -> None:
    (c,) = candidates_of(facts_in("Police detained Orlan Timur."))
    c.probability = candidate
    assert bool(find_told([c], TypeRatings(frozenset(), {"detention": type_}), BOUNDS)) is is_told


def test_only_the_likeliest_of_a_type_is_lifted() -> None:
    first, second = candidates_of(facts_in("Police detained Orlan Timur. Police detained Salova Vera."))
    first.probability, second.probability = 0.3, 0.4
    assert find_told([first, second], TypeRatings(frozenset(), {"detention": 0.9}), BOUNDS) == [second]


@pytest.mark.parametrize(("type_", "is_told"), [(0.7, False), (0.85, True)])
def test_what_says_who_somebody_is_is_lifted_by_a_plain_entry_alone(type_: float, is_told: bool) -> None:
    (c,) = candidates_of(facts_in("Orlan Timur, whom police detained, stayed at home."))
    assert "relative" in c.assertion.marks
    c.probability = 0.3
    assert bool(find_told([c], TypeRatings(frozenset(), {"detention": type_}), BOUNDS)) is is_told
