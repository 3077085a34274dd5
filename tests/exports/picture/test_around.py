"""What is near a thing: what matters to an investigator, the nearest first, and what was left out is said."""

from itertools import pairwise

import pytest

from exports.picture.choice.around import Choice, choose_around
from exports.picture.choice.connections import Connections
from ingest.errors import KgError
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.rows.build import build
from tests.exports.picture.graphs import entry, involved, person, words
from tests.kg.rows.test_build import COUNTRY, MONTH


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build([MONTH], COUNTRY).graph


def around(graph: Graph, centre: Key, hops: int = 1, most: int = 100) -> Choice:
    return choose_around(Connections(graph), centre, hops, most)


def names_around(graph: Graph, centre: Key, hops: int = 1) -> set[str]:
    nodes = (graph.by_key[key] for key in around(graph, centre, hops).keys)
    return {str(node.properties.get("name", node.id)) for node in nodes}


def find(graph: Graph, label: str, name: str) -> Key:
    return next(n.key for n in graph.nodes if n.label == label and n.properties.get("name") == name)


def test_around_a_person_is_what_happened_to_them_and_who_did_it(graph: Graph) -> None:
    names = names_around(graph, find(graph, "Person", "Orvin Tasel"))
    assert {"Orvin Tasel", "Mirel Dovan", "ZK-1/2", "city court", "CAO:488"} <= names
    assert "Karn Bolt" not in names and "Almaty" not in names


def test_around_an_article_are_its_parts_and_who_is_charged_under_them() -> None:
    people = [person(i) for i in range(3)]
    whole = Node("Provision", "CC:405", {"id": "CC:405", "level": "article"})
    parts = [Node("Provision", f"CC:405/{i}", {"id": f"CC:405/{i}", "level": "part"}) for i in (1, 2)]
    code = Node("Provision", "CC", {"id": "CC", "level": "code"})
    charges = [Node("Charge", f"c{i}", {"id": f"c{i}", "stage": "charged"}) for i in range(3)]
    faces = [Relationship("FACES", p.key, c.key, words()) for p, c in zip(people, charges, strict=True)]
    under = [
        Relationship("UNDER", c.key, v.key, words()) for c, v in zip(charges, (whole, parts[0], parts[0]), strict=True)
    ]
    within = [Relationship("PART_OF", part.key, whole.key, {"entries": ["pack"], "spans": [""]}) for part in parts]
    within.append(Relationship("PART_OF", whole.key, code.key, {"entries": ["pack"], "spans": [""]}))
    graph = make_graph([*people, whole, *parts, code, *charges, entry()], [*faces, *under, *within])
    ids = {key.id for key in around(graph, whole.key).keys}
    assert ids == {"CC:405", "CC:405/1", "CC:405/2", *(p.id for p in people)}  # the whole code says nothing


def test_around_a_facility_are_those_held_in_it() -> None:
    held, other = person(1), person(2)
    facility = Node("Facility", "f", {"id": "f", "name": "QR-118/9"})
    stay = Node("Stay", "s", {"id": "s", "first_seen": "2031-03-01"})
    held_there = Relationship("IN_CUSTODY", held.key, stay.key, words())
    ties = [held_there, Relationship("AT", stay.key, facility.key, words())]
    graph = make_graph([held, other, facility, stay, entry()], ties)
    assert names_around(graph, facility.key) == {"QR-118/9", "Orvane Ilka 1"}


def test_around_an_organisation_are_its_members(graph: Graph) -> None:
    assert "Mirel Dovan" in names_around(graph, find(graph, "Organisation", "Free Word"))


def test_around_a_case_a_charge_and_an_entry_is_what_they_are_of(graph: Graph) -> None:
    assert {"Orvin Tasel"} <= names_around(graph, Key("Entry", "2031-03/1"))
    for label in ("Charge", "Sanction", "Event"):
        one = next(n.key for n in graph.nodes if n.label == label)
        choice = around(graph, one)
        assert one in choice.keys and {key.label for key in choice.keys} & {"Person", "Organisation"}
    case = next(r.end for r in graph.relationships if r.type == "PARTY_TO")
    assert any(key.label == "Person" for key in around(graph, case).keys)


def test_around_a_place_is_what_happened_there(graph: Graph) -> None:
    assert "Orvin Tasel" in names_around(graph, find(graph, "Place", "Almaty"))


def chain(length: int) -> Graph:
    people = [person(i) for i in range(length)]
    kin = [Relationship("RELATED_TO", a.key, b.key, {"kind": "brother", **words()}) for a, b in pairwise(people)]
    return make_graph([*people, entry()], kin)


def test_the_nearest_are_kept_and_all_others_counted() -> None:
    choice = around(chain(9), person(0).key, hops=4, most=3)
    assert list(choice.keys) == [person(i).key for i in range(3)]
    assert choice.left_out == "2 of 5 things within 4 hops were left out (at most 3 are drawn)."
    assert around(chain(9), person(0).key, hops=1).left_out is None


def test_a_ministry_that_everybody_met_is_no_bridge_but_is_drawn_around_itself() -> None:
    body = Node("Organisation", "o", {"id": "o", "name": "O"})
    people = [person(i) for i in range(30)]
    acts = [Node("Event", f"e{i:02}", {"id": f"e{i:02}", "type": "summons"}) for i in range(30)]
    ties = [Relationship("INVOLVED_IN", body.key, act.key, {"role": "by", **words()}) for act in acts]
    ties += [involved(p, act) for p, act in zip(people, acts, strict=True)]
    graph = make_graph([body, *people, *acts, entry()], ties)
    assert set(around(graph, people[0].key, hops=3).keys) == {people[0].key, body.key}
    assert len(around(graph, body.key).keys) == 31


def test_a_city_is_no_bridge_between_people() -> None:
    place = Node("Place", "x", {"id": "x", "name": "X"})
    people = [person(i) for i in range(4)]
    acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "summons"}) for i in range(4)]
    ties = [Relationship("AT", act.key, place.key, words()) for act in acts]
    ties += [involved(p, act) for p, act in zip(people, acts, strict=True)]
    graph = make_graph([place, *people, *acts, entry()], ties)
    assert around(graph, people[0].key, hops=4).keys == (people[0].key,)
    assert len(around(graph, place.key).keys) == 5


def test_a_large_case_does_not_bring_all_who_stood_in_it() -> None:
    people = [person(i) for i in range(20)]
    case = Node("Case", "k", {"id": "k", "kind": "proceeding"})
    ties = [Relationship("PARTY_TO", p.key, case.key, {"role": "target", **words()}) for p in people]
    graph = make_graph([*people, case, entry()], ties)
    assert around(graph, people[0].key, hops=2).keys == (people[0].key,)
    assert len(around(graph, case.key).keys) == 21


def test_a_centre_the_graph_lacks_is_said() -> None:
    with pytest.raises(KgError, match="no such Person"):
        around(make_graph([], []), Key("Person", "p"))
