"""Consent and refusal that an erasure must not lose: a decision that quotes the report moves to another's words."""

from collections.abc import Iterator, Sequence

from kg.corrections.facts_of_things import facts_of_thing
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.decisions.consents import CONSENT, PeopleInForce
from kg.decisions.journal import Decision, effective, reword


def move_consents(
    gone: Sequence[Decision], decisions: Sequence[Decision], report: str, known: KnownFacts, people: PeopleInForce
) -> list[Decision]:
    """Decisions in the place of those about consent that go with a report: by the same person, at the same time.

    Each is about the first words of every other report that name the person, because these may be two people once the
    report is gone. A reason may name anybody, and does not come along. Whom no other report names needs none.
    """
    in_effect = {decision.id for decision in effective(decisions) if decision.verb == "protect"}
    moved = []
    for decision in (d for d in gone if d.id in in_effect):
        for person in sorted(people.find(decision)[0]):
            for fact in _first_of_each_report(known, people, person, report):
                about = known.about(fact) | {CONSENT: decision.about.get(CONSENT, "refused")}
                moved.append(reword(decision, about, ""))
    return moved


def _first_of_each_report(known: KnownFacts, people: PeopleInForce, person: str, without: str) -> Iterator[Fact]:
    seen = {without}
    for fact in facts_of_thing(known, lambda id: people.things.get(id, id), person):
        if fact.entry.report not in seen:
            seen.add(fact.entry.report)
            yield fact
