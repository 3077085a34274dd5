"""Trial and verdict are the accused's, the harm is the victim's: invented people."""

import pytest

from ingest.extract.acts.news.accused import tie_accused
from tests.ingest.extract.acts.invented import acts_of, candidates_of, facts_of, told

CASES = {
    "a trial in the case of the victim": (
        "The trial in the case of Orlan Timur, who was killed in prison, has begun. Police officers Salova Vera "
        "and Denko Ivan are on trial[1].",
        ["Orlan Timur", "Salova Vera", "Denko Ivan"],
        [
            ("trial", ["Salova Vera", "Denko Ivan"], []),
            ("death", ["Orlan Timur"], ["Salova Vera", "Denko Ivan"]),
        ],
        "alleged",
    ),
    "a verdict": (
        "A verdict was delivered in the case of the death of Orlan Timur. Denko Ivan "
        "was sentenced to 5 years in prison[1].",
        ["Orlan Timur", "Denko Ivan"],
        [("sentence", ["Denko Ivan"], []), ("death", ["Orlan Timur"], ["Denko Ivan"])],
        "found",
    ),
    "a trial of people without names": (
        "The trial of the guards of the colony began after the death of Orlan Timur[1].",
        ["Orlan Timur"],
        [("trial", [], []), ("death", ["Orlan Timur"], [])],
        None,
    ),
    "an initial at the end of a sentence": (
        "A verdict was delivered in the case of the death of Orlan T. The officer Denko I. "
        "was sentenced to 5 years[1].",
        ["Orlan T.", "Denko I."],
        [("sentence", ["Denko I."], []), ("death", ["Orlan T."], ["Denko I."])],
        "found",
    ),
}


@pytest.mark.parametrize(("text", "names", "acts", "standing"), CASES.values(), ids=CASES)
def test_the_accused(text: str, names: list[str], acts: list[tuple[str, list[str], list[str]]], standing: str) -> None:
    facts = facts_of(text, *names)
    assert sorted(told(facts)) == sorted(acts)
    assert [a.standing for a in acts_of(facts) if a.type == "death"] == [standing]


@pytest.mark.parametrize(("threatened", "doers"), [("Orlan Oluven", []), ("Salova Vera", ["Orlan Oluvan"])])
def test_a_victim_spelled_in_two_ways_did_not_do_it(threatened: str, doers: list[str]):
    text = (
        f"Orlan Oluvan was remanded in custody for the torture of prisoners. {threatened} was threatened by guards[1]."
    )
    facts = facts_of(text, "Orlan Oluvan", threatened)
    candidates = candidates_of(facts)
    tied = tie_accused(candidates, candidates, facts, ())
    assert [facts.persons[p.index].name for c in tied if c.type == "torture" for p in c.by] == doers


def test_who_speaks_of_having_been_shot_is_not_dead():
    text = "Orlan Timur filed a complaint with the prosecutor. “Those who shot me in January are free”, Orlan says[1]."
    types = {act.type for act in acts_of(facts_of(text, "Orlan Timur")) if act.to}
    assert "death" not in types
