"""Cases before a court: numbers, people they are named after, hearings, and how many are accused."""

import pytest

from tests.ingest.extract.matters.reading import entry, values


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("The court heard criminal case No. 2031/17.", ["2031/17"]),
        ("Case number 55-1207 was joined with case № 7810.", ["55-1207", "7810"]),
        ("The court heard case No. 2031/17, and case No. 2031/17 was closed.", ["2031/17"]),
        ("Case No. 12 was mentioned.", []),
        ("He lives in house No. 2031/17.", []),
        ("In that case 2031 people would come.", []),
    ],
)
def test_the_number_of_a_case(text: str, numbers: list[str]) -> None:
    assert values("case_number", entry(text)) == numbers


@pytest.mark.parametrize(
    "text, named",
    [
        ("The court resumed the trial on the murder of Torgayev Dias.", ["Torgayev Dias"]),
        ("There was a hearing in the case of the blogger Torgayev Dias.", ["Torgayev Dias"]),
        ("The verdict against Torgayev Dias was read.", ["Torgayev Dias"]),
        ("In any case, Torgayev Dias will appeal.", []),
        ("The trial of a driver, said Torgayev Dias, was unfair.", []),
        ("A case of wine was sent to Torgayev Dias.", []),
    ],
)
def test_the_person_after_whom_a_case_is_named(text: str, named: list[str]) -> None:
    assert values("case_of", entry(text, "Torgayev Dias")) == named


@pytest.mark.parametrize(
    "text, words",
    [
        ("The court again examines the case of six fishermen.", ["court again examines the case"]),
        ("The city court hears the criminal case behind closed doors.", ["court hears the criminal case"]),
        ("The court of judge A. Mirev examines the case.", ["court of judge a. mirev examines the case"]),
        ("The ministry considers the case closed.", []),
        ("The court was closed. The ministry considers the case.", []),
        ("The court considers the complaint.", []),
    ],
)
def test_a_court_hears_a_case(text: str, words: list[str]) -> None:
    assert values("hearing", entry(text)) == words


@pytest.mark.parametrize(
    "text, counts",
    [
        ("Seven people in the dock heard the verdict.", ["7"]),
        ("The trial of 12 young defendants began; all twelve defendants were silent.", ["12"]),
        ("Three former officers who are accused of torture came.", ["3"]),
        ("Two of five defendants came.", ["2"]),
        ("Seven witnesses came.", []),
        ("A defendant was silent for seven hours.", []),
        ("In 2031 defendants were silent.", []),
    ],
)
def test_how_many_are_accused(text: str, counts: list[str]) -> None:
    assert values("accused_count", entry(text)) == counts
