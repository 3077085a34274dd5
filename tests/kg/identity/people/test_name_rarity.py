"""Whom an initial can mean among all who bear the surname, and what many entries together say of two persons."""

from collections.abc import Sequence

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.people.people import resolve_people
from tests.kg.scenes import entry, person, report

JURISDICTION = load_jurisdiction("kazakhstan")
# One line is an entry of its own: month, place, name, and the role where it is not that of the persecuted.
Line = tuple[int, str, str] | tuple[int, str, str, str]


def same(lines: Sequence[Line], a: int, b: int) -> bool:
    """Whether the names of two lines are one person's."""
    reports = {}
    for number, (month, place, name, *role) in enumerate(lines, 1):
        text = f"March {number}, {place}, {name} [{number}]"
        who = person(text, name, role=role[0] if role else "target")
        reports.setdefault(month, []).append(entry(number, f"2031-{month:02}-03", text, place, persons=(who,)))
    active = collect_entries([report(*entries, period=f"2031-{month:02}") for month, entries in reports.items()])
    found = resolve_people(active, JURISDICTION).person
    ids = {one.facts.entry.number: found[one.id, 0] for one in active}
    return ids[a + 1] == ids[b + 1]


RAUAN: tuple[Line, ...] = ((3, "Almaty", "Sagymbek Rauan"), (4, "Semey", "Sagymbek R."))
FREQUENT: tuple[Line, ...] = ((3, "Almaty", "Akhmetov Rauan"), (5, "Almaty", "Akhmetov R."))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (RAUAN, True),
        (((3, "Almaty", "Sagymbek R."), (4, "Semey", "Sagymbek R.")), True),
        ((*RAUAN, (5, "Oral", "Sagymbek Temir")), True),
        ((*RAUAN, (5, "Oral", "Sagymbek Temir"), (5, "Oral", "Sagymbek B.")), False),
        ((*RAUAN, (5, "Oral", "Sagymbek Rakhym")), False),
        ((RAUAN[0], (4, "Semey", "Sagymbekov R.")), False),
        ((RAUAN[0], (4, "Semey", "Sagymbek R.", "relative")), False),
        ((RAUAN[0], (3, "Almaty", "Sagymbek R.", "official")), False),
        (FREQUENT, False),
        ((*FREQUENT, (4, "Almaty", "Akhmetov Rauan")), True),
        ((*FREQUENT, (4, "Almaty", "Akhmetov Rauan"), (4, "Oral", "Akhmetov Rakhym")), False),
        ((FREQUENT[0], (5, "Semey", "Akhmetov R."), (4, "Almaty", "Akhmetov Rauan")), False),
    ],
)
def test_an_initial_is_that_of_the_only_one_it_can_mean(lines: Sequence[Line], expected: bool) -> None:
    assert same(lines, 0, 1) is expected


def again(name: str, *places: str, role: str = "target") -> list[Line]:
    """The same name in a report of each month from January on."""
    return [(month, place, name, role) for month, place in enumerate(places, 1)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (again("Sagymbekov Rauan", "Oral"), again("Sagynbekov Rauan", "Oral"), True),
        (again("Sagymbekov Rauan", *["Oral"] * 3), again("Sagynbekov Rauan", "Oral"), True),
        (
            again("Sagymbekov Rauan", "Oral", "Aktau", "Oral"),
            again("Sagynbekov Rauan", "Oral", "Taraz", "Taraz"),
            False,
        ),
        (again("Sagymbek Rauan", "Oral"), again("Sagymbek Rauan", "Oral", role="official"), True),
        (
            again("Sagymbek Rauan", "Oral", "Aktau", "Oral"),
            again("Sagymbek Rauan", "Taraz", "Semey", "Semey", role="official"),
            False,
        ),
    ],
)
def test_what_is_told_again_and_again_is_no_slip(one: list[Line], other: list[Line], expected: bool) -> None:
    assert same([*one, *other], 0, len(one)) is expected
