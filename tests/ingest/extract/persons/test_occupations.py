"""What words beside a name say of the person, and not of another. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

A = "Mirev Olzhas"
OWN = [
    (f"journalist {A} was fined 20 MCI.", ["journalist"]),
    (f"journalist and human rights defender {A} was fined 20 MCI.", ["journalist", "human rights defender"]),
    (f"{A}, a teacher, was fined 20 MCI.", ["teacher"]),
    (f"{A}, one of the activists of the movement, was fined 20 MCI.", ["activists"]),
    (f"{A}, chief editor of the newspaper, was fined 20 MCI.", ["editor"]),
    (f"the police say that the activist {A} resisted.", ["activist"]),
]
OF_ANOTHER = [
    f"the lawyer says that {A} was beaten in the cell.",
    f"a journalist reported that {A} was fined 20 MCI.",
    f"police officers detained {A} near his house.",
    f"{A}, the father of the journalist, was summoned to the police.",
    f"the lawyer and {A} came to the court.",
    f"{A}, told journalists that the bill is ready.",
    f"{A}, the deputy mayor, said no.",
]


def _person(text: str) -> tuple[list[str], str, str | None]:
    (facts,) = read_report(f"March 4, Almaty, {text}", load_jurisdiction("kazakhstan"), "2031-03").entries
    (person,) = [p for p in facts.persons if p.name == A]
    return [word for word, _ in person.occupations], person.role, person.office


@pytest.mark.parametrize(("text", "occupations"), OWN)
def test_an_occupation_of_their_own(text: str, occupations: list[str]) -> None:
    assert _person(text)[0] == occupations


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_an_occupation_of_somebody_else(text: str) -> None:
    assert _person(text)[0] == []


@pytest.mark.parametrize(
    ("text", "role", "office"),
    [
        (f"{A}, the deputy mayor, said no.", "official", "local_head"),
        (f"the investigator, {A}, did not come.", "official", "investigator"),
        (f"according to the lawyer, {A} is ill.", "other", None),
        (f"the lawyer and {A} came to the court.", "other", None),
        (f"said the prosecutor, {A} wrote a post.", "speaker", None),
        (f"police officers detained {A} near his house.", "target", None),
    ],
)
def test_a_title_gives_an_office_only_to_whom_it_belongs(text: str, role: str, office: str | None) -> None:
    assert _person(text)[1:] == (role, office)


def test_who_only_complained_of_another_is_no_target() -> None:
    text = f"Dolkin Temir was questioned in a case under Article 194 of the CC. It was opened on a complaint of {A}."
    assert _person(text)[1] != "target"
    own = f"on a complaint of {A} about a beating in the cell an examination was carried out."
    assert _person(own)[1] == "target"
