"""Who did it where the entry leaves one answer only: a court, an administration, a claimant."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.acts.details.actors import add_actors
from ingest.facts import Act, Body, Entry, EntryFacts, Evidence, Party, Person, Span
from ingest.jurisdictions.packs import load_jurisdiction

TEXT = "the akimat refused Torgayev A. a rally; the city court and the Supreme Court. Topic: against the city hall"
HERE = Evidence((Span(0, 3),), "tests.by_hand")
CITY, SUPREME = (Body("court", name, "city", HERE) for name in ("city court", "Supreme Court"))
AKIMAT = Body("organisation", "akimat", "state", Evidence((Span(4, 10),), "tests.by_hand"), generic=True)
CITY_HALL = Body("organisation", "city hall", "state", Evidence((Span(95, 104),), "tests.by_hand"), generic=True)
P0 = Party("person", 0)


def actors_of(acts: tuple[Act, ...], facts: EntryFacts) -> tuple[Act, ...]:
    jurisdiction = load_jurisdiction("kazakhstan")
    return add_actors(acts, analyse(facts.entry, jurisdiction), facts, jurisdiction)


def by_of(act: Act, *bodies: Body, role: str = "target") -> tuple[Party, ...]:
    person = Person("Torgayev", "A.", role, HERE)
    (found,) = actors_of((act,), EntryFacts(Entry(1, TEXT, 1), (), (person,), bodies))
    return found.by


def body(index: int) -> Party:
    return Party("body", index)


@pytest.mark.parametrize(
    ("act", "bodies", "by"),
    [
        (Act("trial", HERE, (P0,)), (CITY,), (body(0),)),
        (Act("trial", HERE, (P0,)), (CITY, SUPREME), ()),
        (Act("trial", HERE, (P0,), date="2019"), (CITY,), ()),
        (Act("detention", HERE, (P0,)), (CITY,), ()),
        (Act("complaint", HERE, (P0,), outcome="dismissed"), (CITY,), (P0, body(0))),
        (Act("complaint", HERE, (P0,)), (CITY,), (P0,)),
        (Act("assembly_refusal", HERE, (P0,)), (AKIMAT, CITY_HALL), (body(0),)),
        (Act("assembly_refusal", HERE, (P0,)), (CITY_HALL,), ()),
    ],
)
def test_the_only_one_that_can_have_done_it(act: Act, bodies: tuple[Body, ...], by: tuple[Party, ...]) -> None:
    assert by_of(act, *bodies) == by


def test_a_claimant_s_complaint_is_their_own() -> None:
    person = Person("Torgayev", "A.", "target", HERE)
    (found,) = actors_of((Act("complaint", HERE, by=(P0,)),), EntryFacts(Entry(1, TEXT, 1), (), (person,)))
    assert found.to == (P0,)


def test_a_building_to_stand_before_refuses_nothing() -> None:
    text = "a rally in front of the building of the akimat was refused to Torgayev A."
    start = text.index("akimat")
    akimat = Body("organisation", "akimat", "state", Evidence((Span(start, start + 6),), "tests.by_hand"), generic=True)
    refusal = Act("assembly_refusal", HERE, (P0,))
    (found,) = actors_of((refusal,), EntryFacts(Entry(1, text, 1), (), (), (akimat,)))
    assert found.by == ()


def test_an_inferred_court_is_said_to_be_inferred() -> None:
    (found,) = actors_of((Act("trial", HERE, (P0,)),), EntryFacts(Entry(1, TEXT, 1), (), (), (CITY,)))
    assert (found.evidence.confidence, found.evidence.doubt) == ("medium", "inferred: the only court it can be")
