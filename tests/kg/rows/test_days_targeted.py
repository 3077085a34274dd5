"""On how many days something was done to a person, by rows made by hand."""

import pytest

from kg.graph.value import Key
from kg.rows.days_targeted import put_days_targeted
from kg.rows.tables import Tables

VICTIM, OFFICER = Key("Person", "victim"), Key("Person", "officer")


def act(tables: Tables, id: str, type: str, date: str, person: Key, *cases: str, role: str = "to") -> None:
    event = tables.put_node("Event", id, type=type, date=date)
    tables.put_relationship("INVOLVED_IN", person, event, (), role=role)
    for case in cases:
        tables.put_relationship("IN_CASE", event, tables.put_node("Case", case), ())


def days_targeted(tables: Tables, person: Key) -> int:
    tables.put_node("Person", person.id)
    put_days_targeted(tables)
    graph = tables.take_graph()
    days = {graph.by_key[r.end].properties.get("date") for r in graph.relationships if r.properties.get("against")}
    counted = graph.by_key[person].properties["days_targeted"]
    assert counted == len(days - {None})
    return int(str(counted))


def test_days_are_counted_not_acts() -> None:
    tables = Tables()
    act(tables, "a", "detention", "2031-03-03", VICTIM)
    act(tables, "b", "beating", "2031-03-03", VICTIM)
    act(tables, "c", "trial", "2031-04", VICTIM, "k")
    assert days_targeted(tables, VICTIM) == 2


@pytest.mark.parametrize("type", ["statement", "complaint", "release"])
def test_that_by_which_nothing_is_done_against_somebody_does_not_count(type: str) -> None:
    tables = Tables()
    act(tables, "a", type, "2031-03-03", VICTIM)
    assert days_targeted(tables, VICTIM) == 0


def test_an_act_without_a_date_counts_no_day() -> None:
    tables = Tables()
    act(tables, "a", "beating", "", VICTIM)
    assert days_targeted(tables, VICTIM) == 0


def test_what_somebody_did_does_not_count() -> None:
    tables = Tables()
    act(tables, "a", "beating", "2031-03-03", OFFICER, role="by")
    assert days_targeted(tables, OFFICER) == 0


@pytest.mark.parametrize(("cases", "days"), [((), 1), (("accused",), 0), (("other",), 1), (("accused", "other"), 1)])
def test_an_officer_on_trial_is_not_targeted_but_may_be_elsewhere(cases: tuple[str, ...], days: int) -> None:
    tables = Tables()
    act(tables, "a", "trial", "2031-03-03", OFFICER, *cases)
    tables.put_relationship("PARTY_TO", OFFICER, tables.put_node("Case", "accused"), (), role="perpetrator")
    tables.put_relationship("PARTY_TO", OFFICER, tables.put_node("Case", "other"), (), role="target")
    assert days_targeted(tables, OFFICER) == days


def test_an_act_says_against_how_many_named_people_it_is() -> None:
    tables = Tables()
    for person in (VICTIM.id, OFFICER.id, "author"):
        tables.put_node("Person", person)
    act(tables, "a", "detention", "2031-03-03", VICTIM)
    act(tables, "a", "detention", "2031-03-03", OFFICER)
    act(tables, "a", "detention", "2031-03-03", Key("Person", "author"), role="by")
    act(tables, "b", "statement", "2031-03-04", VICTIM)
    put_days_targeted(tables)
    graph = tables.take_graph()
    assert [graph.by_key[Key("Event", id)].properties["people_targeted"] for id in ("a", "b")] == [2, 0]
