"""Which names are one body's, and which never are."""

import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.bodies.bodies import resolve_bodies
from tests.kg.scenes import body, entry, report

COUNTRY = load_jurisdiction("kazakhstan")

ONE = [
    ("organisation", "state", "Prosecutor General's Office", "General Prosecutor’s Office of Kazakhstan"),
    ("organisation", "state", "Senate", "Senate of the Parliament of Kazakhstan"),
    ("organisation", "international", "OSCE", "Organization for Security and Co-operation in Europe"),
    ("organisation", "ngo", "Clear Word", "Public Fund “Clear Word”"),
    ("organisation", "ngo", "Clear Word", "Clear Word Foundation"),
    ("organisation", "movement", "Steppe Wind Union", "SWU"),
    ("organisation", "party", "«New Dawn!»", "New Dawn"),
    ("organisation", "state", "Russian Consulate", "Consulate of Russia"),
    ("court", "supreme", "Supreme Court", "Supreme Court of the Republic of Kazakhstan"),
    ("facility", "prison", "LA-155/14", "LA 155/14 facility"),
    ("facility", "prison", "ZK-169/5", "ЗК-169/5"),
]
TWO = [
    ("organisation", "ngo", "Clear Word", "Clear Water"),
    ("organisation", "state", "Russian Consulate", "Consulate of Belarus"),
    ("facility", "prison", "LA-155/14", "LA-155/18"),
    ("court", "district", "Almaly district court", "Auezov district court"),
]


def ids(kind: str, type: str, *names: str, places: tuple[str, ...] = (), generic: bool = False) -> list[str]:
    """The ids that bodies of these names get, each in a separate entry (in its place)."""
    entries = collect_entries(
        [
            report(
                *(
                    entry(
                        n, f"2031-03-0{n}", f"March {n}, {name}[{n}].", bodies=(body(name, kind, name, type, generic),)
                    )
                    for n, name in enumerate(names, 1)
                )
            )
        ]
    )
    where = {e.id: places[e.facts.entry.number - 1] for e in entries} if places else {}
    found = resolve_bodies(entries, where, COUNTRY)
    return [found[e.id, 0][0].id for e in entries]


@pytest.mark.parametrize(("kind", "type", "one", "other"), ONE)
def test_one_body_under_several_names_is_one(kind: str, type: str, one: str, other: str):
    first, second = ids(kind, type, one, other)
    assert first == second


@pytest.mark.parametrize(("kind", "type", "one", "other"), TWO)
def test_names_that_differ_are_two_bodies(kind: str, type: str, one: str, other: str):
    first, second = ids(kind, type, one, other)
    assert first != second


def test_an_acronym_that_two_full_names_fit_is_neither():
    names = ids("organisation", "ngo", "Steppe Wind Union", "Southern Workers Union", "SWU")
    assert len(set(names)) == 3


def test_a_generic_name_is_one_within_its_city_and_never_joins_two():
    almaty = ids("organisation", "state", "akimat", "city akimat", places=("kz-almaty", "kz-almaty"), generic=True)
    assert almaty[0] == almaty[1]
    two = ids("organisation", "state", "akimat", "akimat", places=("kz-almaty", "kz-astana"), generic=True)
    assert two[0] != two[1]
    nowhere = ids("court", "city", "city court", "city court", generic=True)
    assert nowhere[0] != nowhere[1]


def test_what_is_a_facility_in_one_entry_and_an_organisation_in_another_is_the_facility():
    def told_as(number: int, kind: str, name: str) -> EntryFacts:
        text = f"March {number}, {name}[{number}]."
        return entry(number, f"2031-03-0{number}", text, bodies=(body(text, kind, name, "state", True),))

    def keys(*places: str) -> list[tuple[str, str]]:
        entries = collect_entries(
            [report(told_as(1, "organisation", "Police Department"), told_as(2, "facility", "Department of Police"))]
        )
        found = resolve_bodies(entries, {e.id: place for e, place in zip(entries, places, strict=True)}, COUNTRY)
        return [tuple(found[e.id, 0][0]) for e in entries]

    here = keys("kz-almaty", "kz-almaty")
    assert here[0] == here[1] and here[0][0] == "Facility"
    assert [label for label, _ in keys("kz-almaty", "kz-astana")] == ["Organisation", "Facility"]


@pytest.mark.parametrize(
    ("kind", "name", "words", "told_in", "place"),
    [
        ("facility", "Alatau district police station", "Alatau", "kz-almaty", "kz-almaty-alatau-district"),
        ("facility", "Alatau police station", "Alatau", "kz-almaty-region", "kz-alatau"),
        ("organisation", "Dostyk Mall", "Dostyk", "kz-petropavlovsk", None),
        ("organisation", "Dostyk akimat", "Dostyk", "kz-zhetysu-region", "kz-dostyk"),
        ("court", "Pavlodar city court", "Pavlodar", "kz-astana", "kz-pavlodar"),
    ],
)
def test_where_a_body_is_by_its_words_and_the_place_told_of(
    kind: str, name: str, words: str, told_in: str, place: str | None
):
    text = f"March 1, {name} [1]."
    [active] = collect_entries(
        [report(entry(1, "2031-03-01", text, bodies=(body(text, kind, name, "other", True, words),)))]
    )
    assert resolve_bodies([active], {active.id: told_in}, COUNTRY)[active.id, 0][1] == place
