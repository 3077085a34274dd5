"""Who did it, to whom and why, where a neighbouring sentence or a headline tells it. Invented people."""

import pytest

from ingest.facts import Act, party_name
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

KAZAKHSTAN = load_jurisdiction("kazakhstan")
X = "Torgayev Asan"
POLICE, COURT = "Taraz Police Department", "Taraz City Court"


def last_act(telling: str) -> tuple[Act, list[str], list[str]]:
    """The last act of an entry, to whom it was done and who did it."""
    (facts,) = read_report(f"March 3, Taraz, {telling}[1].", KAZAKHSTAN, "2031-03").entries
    act = facts.acts[-1]
    return act, [party_name(facts, p) for p in act.to], [party_name(facts, p) for p in act.by]


DOERS = {
    f"officers of the {POLICE} came to the home of {X}. He was taken away": ("detention", [POLICE]),
    f"officers of the {POLICE} searched the home of {X}. His phone was seized": ("seizure", [POLICE]),
    f"the case of {X} was heard in the {COURT}. On March 2 a verdict was announced: 3 years of imprisonment": (
        "sentence",
        [COURT],
    ),
    # Somebody else was taken, a sentence stands between, or nobody says who came.
    f"officers of the {POLICE} came to the home of {X}. Salova Vera was taken away": ("detention", []),
    f"officers of the {POLICE} came to the home of {X}. Snow fell. He was taken away": ("detention", []),
    f"{X} was visited at home. He was taken away": ("detention", []),
}


@pytest.mark.parametrize(("telling", "type_", "by"), [(telling, *told) for telling, told in DOERS.items()])
def test_who_did_what_the_sentence_before_tells(telling: str, type_: str, by: list[str]) -> None:
    act, _, doers = last_act(telling)
    assert (act.type, doers) == (type_, by)


@pytest.mark.parametrize("telling", [f"{X} fined 50 MCI", f"10 days of arrest for {X}", f"{X} fined for a post"])
def test_a_headline_s_person_got_the_sanction(telling: str) -> None:
    act, to, by = last_act(telling)
    assert (act.type, to, by) == ("sentence", [X], [])
    assert (act.reason is not None) == ("a post" in telling)


def test_a_threat_against_oneself_is_none() -> None:
    assert last_act(f"the prisoner {X} threatened to go on hunger strike")[0].type != "threat"
    assert last_act(f"the official Salova Vera threatened {X}")[0].type == "threat"
