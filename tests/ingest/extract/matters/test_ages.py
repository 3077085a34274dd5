"""How old people are, or when they were born."""

import pytest

from tests.ingest.extract.matters.reading import entry, values


@pytest.mark.parametrize(
    "text, ages, births",
    [
        ("The 34-year-old teacher Torgayev Dias was fined.", ["34"], []),
        ("Torgayev Dias, 34 years old, was fined.", ["34"], []),
        ("Torgayev Dias (born in March 1996) was fined.", [], ["1996"]),
        ("Torgayev Dias (1996 year of birth) was fined.", [], ["1996"]),
        ("The 34-year-old Torgayev Dias, born on 1996, was fined.", ["34"], []),
        ("Torgayev Dias was fined for an article on a mill 34 years old.", [], []),
        ("Torgayev Dias was given 34 years.", [], []),
        ("Born in 1996 and bred far away from here, Torgayev Dias was fined.", [], []),
    ],
)
def test_the_age_of_a_person(text: str, ages: list[str], births: list[str]) -> None:
    facts = entry(text, "Torgayev Dias")
    assert (values("age", facts), values("birth_year", facts)) == (ages, births)


def test_each_person_has_an_age_of_their_own() -> None:
    facts = entry(
        "The 34-year-old Torgayev Dias and the 20-year-old Zveryeva Alla were fined.", "Torgayev Dias", "Zveryeva Alla"
    )
    assert values("age", facts) == ["34", "20"]
