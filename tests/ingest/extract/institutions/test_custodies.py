"""Who is held in a facility, by the words beside it. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.entries.custody import find_custodies

A = "Mirev Olzhas"
HELD = [
    (f"facility LA-155/18, {A}, Article 174 of the Criminal Code, wrote an open letter.", "LA-155/18"),
    (f"{A}, who is being held in facility ZK-169/5, is ill, says the foundation.", "ZK-169/5"),
    (f"the prisoner of colony No. 5 {A} complained to the prosecutor.", "colony No. 5"),
    (f"{A}, an inmate of facility LA-155/14, spoke to the commission.", "LA-155/14"),
    (f"{A} was sentenced to 5 years in prison. He is serving his sentence in colony No. 5.", "colony No. 5"),
    (f"journalist Dolkina Bibigul wrote that {A} was moved to facility LA-155/14.", "LA-155/14"),
]
NOT_HELD = [
    f"{A} may be transferred to facility LA-155/14, his lawyer says.",
    f"the mother of {A} brought a parcel to facility LA-155/14.",
    f"{A} had been held in facility LA-155/14 before the amnesty.",
    f"activist {A} picketed in front of colony No. 5.",
    f"facility LA-155/18, the head of the colony {A} told the commission about repairs.",
    f"{A} was taken to the Bostandyk police department and held there for 5 hours.",
]


def _custodies(text: str) -> list[tuple[str, str]]:
    (facts,) = read_report(f"March 4, Almaty, {text}", load_jurisdiction("kazakhstan"), "2031-03").entries
    return [(facts.persons[c.person].name, facts.bodies[c.facility].name) for c in find_custodies(facts)]


@pytest.mark.parametrize(("text", "facility"), HELD)
def test_who_is_held_where(text: str, facility: str) -> None:
    assert _custodies(text) == [(A, facility)]


@pytest.mark.parametrize("text", NOT_HELD)
def test_who_is_not_held_there(text: str) -> None:
    assert _custodies(text) == []
