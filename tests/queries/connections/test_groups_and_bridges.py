"""Groups and bridges of graphs whose answer can be seen: two cliques, and who joins them."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kg.stores import Rows
from queries.computation import Read, Row
from queries.connections import bridges, communities

Members = Mapping[tuple[str, str], list[str]]
TWO_CASES = {("case", "c1"): ["ann", "bo", "cy", "di"], ("case", "c2"): ["ed", "fay", "gus", "hal"]}


def reading(members: Members) -> Read:
    """Reads links of people to things that have these members."""
    people = sorted({person for shared in members.values() for person in shared})

    def read(name: str, **further: Any) -> Rows:
        if name == "people":
            return Rows((), tuple((person, person.title()) for person in people))
        return Rows(
            (),
            tuple(
                (person, person.title(), 1, kind, id, id, f"2031-03-{day:02}", len(shared), f"2031-03/{day}#0-2")
                for day, ((kind, id), shared) in enumerate(members.items(), 1)
                for person in shared
                if person in further["people"]
            ),
        )

    return read


def rows_of(answer: Callable[..., Any], members: Members, **given: Any) -> list[Row]:
    defaults = {"person": "", "at_least": 3, "shared_by": 20, "most": 100}
    return list(answer(reading(members), defaults | given))


def test_two_cases_with_one_person_between_are_two_groups() -> None:
    hearings = {("act", f"hearing of {id}"): people for (_, id), people in TWO_CASES.items()}
    members = {**TWO_CASES, **hearings, ("act", "e1"): ["di", "ed"], ("author", "court"): ["ann", "hal"]}
    first, second = rows_of(communities.answer, members)
    assert {tuple(sorted(row[2])) for row in (first, second)} == {
        ("Ann", "Bo", "Cy", "Di"),
        ("Ed", "Fay", "Gus", "Hal"),
    }
    assert (first[0], first[1], second[0], second[1]) == (1, 4, 2, 4)
    assert first[3] == ["hearing of c1, 2031-03-03 (4)", "case: c1 (4)"] and first[8] == ["c1"]
    assert first[9] == ["2031-03/1#0-2", "2031-03/3#0-2"]


def test_what_many_share_binds_nobody_and_groups_have_a_least_size() -> None:
    crowd = {("act", "e1"): [f"p{i:02}" for i in range(30)]}
    assert rows_of(communities.answer, crowd) == []
    (row,) = rows_of(communities.answer, crowd, shared_by=30)
    assert row[1] == 30
    assert rows_of(communities.answer, {("act", "e1"): ["ann", "bo"]}) == []
    assert len(rows_of(communities.answer, {("act", "e1"): ["ann", "bo"]}, at_least=2)) == 1


def test_one_person_s_group_keeps_its_number() -> None:
    (row,) = rows_of(communities.answer, TWO_CASES, person="fay")
    assert row[0] == 2 and "Fay" in row[2]


def test_whoever_alone_joins_two_parts_cuts_one_off() -> None:
    members = {**TWO_CASES, ("act", "e1"): ["di", "ix", "jo"], ("pair", "ed jo"): ["ed", "jo"]}
    rows = {row[0]: row for row in rows_of(bridges.answer, members)}
    assert list(rows)[:3] == ["Jo", "Di", "Ed"]
    assert rows["Di"][1:3] == ("person", 3) and rows["Di"][4] == ["Ann", "Bo", "Cy"]
    assert rows["Jo"][2] == 4 and rows["Jo"][4] == ["Ed", "Fay", "Gus", "Hal"]
    assert rows["Di"][5] == ["case: c1", "e1"] and "Ann" not in rows


def test_a_body_joins_people_who_share_nothing_else() -> None:
    members = {**TWO_CASES, ("facility", "prison"): ["ann", "hal"]}
    rows = {row[0]: row for row in rows_of(bridges.answer, members)}
    assert rows["prison"][1:3] == ("facility", 4) and rows["prison"][6] is None
    assert rows["prison"][3] == pytest.approx(16 / 28, abs=0.0001)


@pytest.mark.parametrize("answer", [communities.answer, bridges.answer])
def test_nobody_shares_nothing(answer: Callable[..., Any]) -> None:
    assert rows_of(answer, {}) == [] and rows_of(answer, {("act", "e1"): ["ann"]}) == []
