"""What an entry is about by its words together, and whom an act without anybody concerns: the last resort."""

from dataclasses import replace

import pytest

from ingest.facts import Charge, EntryFacts, Evidence, Span
from tests.ingest.extract.acts.test_acts import COURT, acts_of, facts_of

AKIMAT = ("organisation", "city akimat", "state")


def with_roles(
    text: str, *names: str, bodies: tuple[tuple[str, str, str], ...] = (), role: str = "target"
) -> EntryFacts:
    facts = facts_of(text, *names, bodies=bodies)
    generic = tuple(replace(body, generic=body.type == "state") for body in facts.bodies)
    return replace(facts, persons=tuple(replace(p, role=role) for p in facts.persons), bodies=generic)


@pytest.mark.parametrize(
    "telling",
    [
        "The city akimat had an answer for Orlan Timur's rally on March 20: the square is occupied by a fair[1].",
        "To Orlan Timur's wish for a picket on March 20 the city akimat found only a no[1].",
    ],
)
def test_an_akimat_a_rally_and_a_no_are_a_refusal(telling: str):
    facts = with_roles(telling, "Orlan Timur", bodies=(AKIMAT,))
    (act,) = acts_of(facts)
    assert (act.type, [p.index for p in act.to], [p.index for p in act.by]) == ("assembly_refusal", [0], [0])
    assert act.evidence.rule == "acts.cues"
    assert act.evidence.confidence == "low" and act.evidence.doubt


def test_a_rally_that_was_allowed_is_no_refusal():
    facts = with_roles(
        "The city akimat agreed to the rally of Orlan Timur, and no one was taken away[1].",
        "Orlan Timur",
        bodies=(AKIMAT,),
    )
    assert "assembly_refusal" not in {act.type for act in acts_of(facts)}


def test_words_that_tell_nothing_else_are_something_else_and_say_so():
    (act,) = acts_of(with_roles("Orlan Timur opened an exhibition of paintings[1].", "Orlan Timur"))
    assert (act.type, act.evidence.confidence) == ("other", "low")


def test_an_act_without_anybody_concerns_the_only_ones_left():
    text = "Much was said of Orlan Timur and of Salova Vera. The verdict was announced at night[1]."
    facts = with_roles(text, "Orlan Timur", "Salova Vera")
    (act,) = [act for act in acts_of(facts) if act.type == "sentence"]
    assert [p.index for p in act.to] == [0, 1]
    assert act.evidence.confidence == "low"


@pytest.mark.parametrize(
    ("telling", "type_"),
    [
        ("Strangers promise Orlan Timur that his sons will come to harm[1].", "threat"),
        ("School No. 4 has parted with Orlan Timur, its teacher of history[1].", "dismissal"),
        ("A laptop and a camera of Orlan Timur were carried off somewhere[1].", "seizure"),
    ],
)
def test_words_together_tell_an_act_of_any_type(telling: str, type_: str):
    (act,) = acts_of(with_roles(telling, "Orlan Timur"))
    assert (act.type, [p.index for p in act.to]) == (type_, [0])


def test_a_cue_may_stand_beside_what_was_read():
    text = "A bag and electric wires: so Orlan Timur tells of the officer. The prosecutor has opened a check[1]."
    acts = acts_of(with_roles(text, "Orlan Timur"))
    assert [(act.type, act.standing) for act in acts] == [("torture", "alleged"), ("investigation", None)]


def test_a_courts_step_told_by_cues_concerns_those_under_an_article():
    text = "Eight years is what the district court found right for Orlan Timur. Denko Ivan wept[1]."
    facts = with_roles(text, "Orlan Timur", "Denko Ivan", bodies=(COURT,))
    charge = Charge(0, "CC", "10", Evidence((Span(0, 5),), "test"))
    (act,) = acts_of(replace(facts, charges=(charge,)))
    assert [p.index for p in act.to] == [0]
