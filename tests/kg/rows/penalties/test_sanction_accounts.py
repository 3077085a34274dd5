"""One thing once: what is reported again, what contradicts, what takes another's place."""

from typing import Any

import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Graph, Node
from kg.rows.build import build
from tests.kg.scenes import act, body, charge, entry, person, report, sanction

COUNTRY = load_jurisdiction("kazakhstan")
NAME = "Tasel Orvin"


def graph(*entries: EntryFacts) -> Graph:
    return build([report(*entries)], COUNTRY).graph


def nodes(built: Graph, label: str) -> list[dict[str, Any]]:
    return [dict(node.properties) for node in built.nodes if node.label == label]


def ties(built: Graph, type: str) -> list[tuple[Node, Node]]:
    by_key = {node.key: node for node in built.nodes}
    return [(by_key[r.start], by_key[r.end]) for r in built.relationships if r.type == type]


def account(number: int, day: int, words: str, *acts: tuple[str, str, dict[str, Any]], **facts: Any) -> EntryFacts:
    """An entry about the person; ``acts`` are type, verb and details."""
    text = f"March {day}, {NAME} {words}[{number}]."
    made = tuple(act(text, type, verb, to="p0", **details) for type, verb, details in acts)
    more = {name: make(text) for name, make in facts.items()}
    return entry(number, f"2031-03-{day:02}", text, persons=(person(text, NAME),), acts=made, **more)


def days(number: int, day: int, length: int) -> EntryFacts:
    return account(
        number,
        day,
        f"got {length} days under Article 488",
        ("sentence", "got", {"date": f"2031-03-{day:02}"}),
        charges=lambda t: (charge(t, 0, "CAO", "488"),),
        sanctions=lambda t: (sanction(t, 0, "administrative_arrest", f"{length} days", duration=f"P{length}D"),),
    )


def test_two_terms_told_within_days_are_disputed_accounts_of_one_sanction():
    built = graph(days(1, 3, 10), days(2, 4, 15))
    found = nodes(built, "Sanction")
    assert sorted(s["duration"] for s in found) == ["P10D", "P15D"]
    assert all(s["disputed"] for s in found) and len({s["account_of"] for s in found}) == 1
    assert [(a.properties["duration"], b.properties["duration"]) for a, b in ties(built, "CONTRADICTS")] == [
        ("P10D", "P15D")
    ]


def test_the_same_verdict_told_again_is_one_event_and_one_sanction():
    built = graph(days(1, 3, 10), days(2, 9, 10))
    assert len(nodes(built, "Sanction")) == len(nodes(built, "Event")) == 1
    assert not ties(built, "CONTRADICTS")


def test_a_death_happens_once_whenever_it_is_told():
    built = graph(
        account(1, 3, "died in custody", ("death", "died", {})),
        account(2, 20, "died of beatings", ("death", "died", {})),
    )
    assert len(nodes(built, "Event")) == 1


def test_a_denied_detention_contradicts_the_reported_one():
    built = graph(
        account(1, 3, "was detained", ("detention", "detained", {})),
        account(
            2,
            4,
            "was not detained, say the police",
            ("detention", "detained", {"date": "2031-03-03", "standing": "denied"}),
        ),
    )
    assert len(ties(built, "CONTRADICTS")) == 1
    assert all(e["disputed"] for e in nodes(built, "Event"))
    assert len({e["account_of"] for e in nodes(built, "Event")}) == 1


def test_a_claim_and_a_finding_of_one_beating_stay_two_accounts_and_are_no_contradiction():
    built = graph(
        account(1, 3, "was beaten, he says", ("torture", "beaten", {"standing": "alleged"})),
        account(2, 9, "was beaten, found the court", ("torture", "beaten", {"standing": "found"})),
    )
    events = nodes(built, "Event")
    assert sorted(e["standing"] for e in events) == ["alleged", "found"]
    assert len({e["account_of"] for e in events}) == 1
    assert not ties(built, "CONTRADICTS")
    assert not any(e.get("disputed") for e in events)


def test_a_verdict_replaces_custody_and_a_new_article_the_old_one():
    held = account(
        1,
        3,
        "was remanded under Article 272",
        ("remand", "remanded", {}),
        charges=lambda t: (charge(t, 0, "CC", "272"),),
        sanctions=lambda t: (sanction(t, 0, "remand", "remanded"),),
    )
    changed = account(
        2,
        10,
        "has his charge changed from Article 272 to Article 405",
        ("charge", "changed", {"outcome": "changed"}),
        charges=lambda t: (charge(t, 0, "CC", "405"), charge(t, 0, "CC", "272")),
    )
    sentenced = account(
        3,
        20,
        "was sentenced to 2 years under Article 405",
        ("sentence", "sentenced", {}),
        charges=lambda t: (charge(t, 0, "CC", "405"),),
        sanctions=lambda t: (sanction(t, 0, "imprisonment", "2 years", duration="P2Y"),),
    )
    built = graph(held, changed, sentenced)
    replaced = [(a.properties.get("kind"), b.properties.get("kind")) for a, b in ties(built, "REPLACES")]
    assert ("imprisonment", "remand") in replaced
    assert [(a.label, b.label) for a, b in ties(built, "REPLACES")].count(("Charge", "Charge")) == 1
    assert {c["stage"] for c in nodes(built, "Charge")} == {"reclassified", "convicted"}


def test_a_hunger_strike_told_on_several_days_is_one_and_two_attacks_on_two_days_are_two():
    strike = [account(n, 2 + n, "is on hunger strike", ("hunger_strike", "hunger strike", {})) for n in (1, 2)]
    assert len(nodes(graph(*strike), "Event")) == 1
    attacks = [account(n, 10, "was beaten", ("attack", "beaten", {"date": f"2031-03-0{n}"})) for n in (1, 2)]
    assert len(nodes(graph(*attacks), "Event")) == 2
    vague = account(3, 11, "was beaten", ("attack", "beaten", {"date": "2031-03"}))
    assert len(nodes(graph(attacks[0], vague), "Event")) == 1


def test_an_arrest_that_another_case_recalls_stays_a_measure_of_its_own_case():
    arrested = days(1, 3, 10)
    recalled = account(
        2,
        20,
        "was charged under Article 272 behind 10 days of arrest",
        ("charge", "charged", {}),
        charges=lambda t: (charge(t, 0, "CC", "272"),),
        sanctions=lambda t: (sanction(t, 0, "administrative_arrest", "10 days", duration="P10D"),),
    )
    built = graph(arrested, recalled)
    assert len(nodes(built, "Sanction")) == 1
    assert {c["stage"] for c in nodes(built, "Charge")} == {"convicted", "charged"}


@pytest.mark.parametrize(("outcome", "courts"), [("changed", ["City court"]), ("upheld", []), ("dismissed", [])])
def test_a_court_that_leaves_a_measure_as_it_is_has_not_imposed_it(outcome: str, courts: list[str]):
    text = f"March 3, the City court heard the appeal of {NAME} against 10 days[1]."
    heard = entry(
        1,
        "2031-03-03",
        text,
        persons=(person(text, NAME),),
        bodies=(body(text, "court", "City court", "city"),),
        acts=(act(text, "appeal", "heard", to="p0", by="b0", outcome=outcome),),
        sanctions=(sanction(text, 0, "administrative_arrest", "10 days", duration="P10D"),),
    )
    built = graph(heard)
    assert [court.properties["name"] for _, court in ties(built, "IMPOSED_BY")] == courts
