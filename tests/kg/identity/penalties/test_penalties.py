"""Charges, measures and stays: what people decide about them, above the rules and without a trace when undone."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from kg.decisions.journal import Decision, decide
from kg.decisions.opinions import Opinion, about_mentions, record_opinions
from kg.entries.active import ActiveReport
from kg.entries.mentions import Mention
from kg.explain.comparison import compare
from kg.graph.value import Graph, Node
from kg.rows.build import Built, build
from kg.rows.resolved_reports import ResolvedReports, resolve_reports
from tests.kg.scenes import act, body, charge, entry, person, report, sanction

COUNTRY = load_jurisdiction("kazakhstan")
NAME, OTHER = "Tasel Orvin", "Lem Sorak"
HELD = ("Charge", "Sanction", "Stay")


def entry_about(number: int, words: str, who: str = NAME, place: str = "Almaty", **facts: Any) -> EntryFacts:
    """An entry about one person, p0; ``facts`` are made of its text."""
    text = f"March {number}, {place}, {who} {words}[{number}]."
    made = {name: make(text) for name, make in facts.items()}
    return entry(number, f"2031-03-{number:02}", text, place, persons=(person(text, who),), **made)


def arrest(number: int, days: int, who: str = NAME, place: str = "Almaty") -> EntryFacts:
    return entry_about(
        *(number, f"got {days} days under Article 488", who, place),
        acts=lambda t: (act(t, "sentence", "got", to="p0", date=f"2031-03-{number:02}"),),
        charges=lambda t: (charge(t, 0, "CAO", "488"),),
        sanctions=lambda t: (sanction(t, 0, "administrative_arrest", f"{days} days", duration=f"P{days}D"),),
    )


def custody(number: int, verb: str, type: str, who: str = NAME, colony: str = "ZK-1/2") -> EntryFacts:
    return entry_about(
        *(number, f"{verb} at colony {colony} under Article 272", who),
        bodies=lambda t: (body(t, "facility", f"colony {colony}", "prison"),),
        acts=lambda t: (act(t, type, verb, to="p0", at=0),),
        charges=lambda t: (charge(t, 0, "CC", "272"),),
    )


def fine(number: int, who: str = NAME, kind: str = "fine", status: str = "imposed") -> EntryFacts:
    return entry_about(
        *(number, "was told to pay 900 under Article 489", who, "Astana"),
        acts=lambda t: (act(t, "sentence", "told to pay", to="p0"),),
        charges=lambda t: (charge(t, 0, "CAO", "489"),),
        sanctions=lambda t: (sanction(t, 0, kind, "900", amount=900.0, status=status),),
    )


ENTRIES = [
    arrest(3, 10),
    arrest(4, 15),
    custody(8, "went hungry", "hunger_strike"),
    custody(12, "was released", "release"),
    arrest(20, 10, OTHER),
    fine(21),
    fine(22, OTHER),
    fine(23, OTHER, status="requested"),
    fine(24, kind="restriction_of_liberty"),
    custody(25, "went hungry", "hunger_strike", OTHER, "ZK-3/4"),
]
MONTH = report(*ENTRIES)


def resolved(decisions: Sequence[Decision] = (), month: ActiveReport = MONTH) -> ResolvedReports:
    return resolve_reports([month], COUNTRY, decisions)


def built(decisions: Sequence[Decision] = (), month: ActiveReport = MONTH) -> Built:
    return build([month], COUNTRY, decisions)


def mention_in(label: str, day: int, month: ActiveReport = MONTH) -> Mention:
    found = resolved(month=month).mentions.by_id.values()
    return next(q for q in found if (q.label, q.entry.date) == (label, f"2031-03-{day:02}"))


def decided(*said: tuple[str, str, int, int], who: str = "anna", month: ActiveReport = MONTH) -> list[Decision]:
    """Decisions one after the other: the answer, the label, the days of the two entries."""
    taken: list[Decision] = []
    for answer, label, a, b in said:
        opinion = Opinion(answer, mention_in(label, a, month).id, mention_in(label, b, month).id)  # type: ignore[arg-type]
        taken += record_opinions([opinion], resolved(month=month).mentions, taken, who)
    return taken


def undo(decisions: Sequence[Decision]) -> list[Decision]:
    return [*decisions, decide("undo", {"decision": decisions[-1].id}, "anna", "", decisions)]


def nodes(graph: Graph, label: str, **having: object) -> list[Node]:
    return [n for n in graph.nodes if n.label == label and having.items() <= n.properties.items()]


def ties(graph: Graph, type: str, label: str) -> list[tuple[str, str]]:
    return [(r.start.id, r.end.id) for r in graph.relationships if r.type == type and r.start.label == label]


@pytest.mark.parametrize(("label", "a", "b"), [("Sanction", 3, 4), ("Charge", 3, 21), ("Charge", 8, 3)])
def test_same_joins_with_the_words_of_both_and_undo_gives_the_very_graph_back(label: str, a: int, b: int) -> None:
    decisions = decided(("same", label, a, b))
    after = built(decisions)
    one = after.ids[mention_in(label, a).id]
    assert one == after.ids[mention_in(label, b).id] and one in {n.id for n in nodes(after.graph, label)}
    assert len(nodes(after.graph, label)) == len(nodes(built().graph, label)) - 1
    recording = {r.start.id for r in after.graph.relationships if r.type == "RECORDS" and r.end.id == one}
    assert {mention_in(label, a).entry.id, mention_in(label, b).entry.id} <= recording
    assert built(undo(decisions)).graph == built().graph and built(undo(decisions)).ids == built().ids


@pytest.mark.parametrize(("label", "a", "b"), [("Charge", 3, 4), ("Charge", 8, 12), ("Stay", 8, 12)])
def test_different_parts_what_the_rules_made_one(label: str, a: int, b: int) -> None:
    before, decisions = built(), decided(("different", label, a, b))
    after = built(decisions)
    assert before.ids[mention_in(label, a).id] == before.ids[mention_in(label, b).id]
    assert after.ids[mention_in(label, a).id] != after.ids[mention_in(label, b).id]
    assert len(nodes(after.graph, label)) == len(nodes(before.graph, label)) + 1
    assert built(undo(decisions)).graph == before.graph


def test_what_was_joined_across_two_cases_belongs_to_both() -> None:
    after = built(decided(("same", "Charge", 3, 21)))
    one = after.ids[mention_in("Charge", 3).id]
    assert len([end for start, end in ties(after.graph, "IN_CASE", "Charge") if start == one]) == 2


def test_the_release_ends_only_the_stay_it_is_told_of() -> None:
    (stay,) = nodes(built().graph, "Stay", until="2031-03-12")
    assert stay.properties["first_seen"] == "2031-03-08"
    (later,) = nodes(built(decided(("different", "Stay", 8, 12))).graph, "Stay", until="2031-03-12")
    assert later.properties["first_seen"] == "2031-03-12"


@pytest.mark.parametrize(
    ("said", "durations", "disputed", "contradictions", "accounts"),
    [
        ([], ["P10D", "P15D"], 2, 1, 1),
        ([("same", "Sanction", 3, 4)], ["P10D"], 0, 0, 1),
        ([("different", "Sanction", 3, 4)], ["P10D", "P15D"], 0, 0, 2),
        ([("unsure", "Sanction", 3, 4)], ["P10D", "P15D"], 2, 1, 1),
    ],
)
def test_accounts_that_people_judged_are_disputed_no_longer(
    said: list[tuple[str, str, int, int]], durations: list[str], disputed: int, contradictions: int, accounts: int
) -> None:
    graph = built(decided(*said)).graph
    person = next(n.id for n in nodes(graph, "Person", name=NAME))
    received = {end for start, end in ties(graph, "RECEIVED", "Person") if start == person}
    found = [n for n in nodes(graph, "Sanction", kind="administrative_arrest") if n.id in received]
    assert sorted(str(n.properties["duration"]) for n in found) == durations
    assert sum(n.properties.get("disputed") is True for n in found) == disputed
    assert len(ties(graph, "CONTRADICTS", "Sanction")) == contradictions
    assert len({n.properties["account_of"] for n in found}) == accounts


def test_who_is_said_to_be_two_is_no_account_through_a_third() -> None:
    month = report(arrest(3, 10), arrest(4, 12), arrest(5, 15))
    assert len({n.properties["account_of"] for n in nodes(built(month=month).graph, "Sanction")}) == 1
    graph = built(decided(("different", "Sanction", 3, 5), month=month), month).graph
    accounts = {str(n.properties["duration"]): n.properties["account_of"] for n in nodes(graph, "Sanction")}
    assert accounts["P10D"] == accounts["P12D"] != accounts["P15D"]
    assert len(ties(graph, "CONTRADICTS", "Sanction")) == 1


DENIED = [
    entry_about(3, "was detained", acts=lambda t: (act(t, "detention", "detained", to="p0", date="2031-03-03"),)),
    entry_about(
        *(4, "was not detained, say the police"),
        acts=lambda t: (act(t, "detention", "detained", to="p0", date="2031-03-03", standing="denied"),),
    ),
]


@pytest.mark.parametrize(("answer", "disputed", "ties_put"), [("", 2, 1), ("same", 0, 0), ("different", 0, 0)])
def test_acts_that_people_judged_are_disputed_no_longer_either(answer: str, disputed: int, ties_put: int) -> None:
    month = report(*DENIED)
    graph = built(decided((answer, "Event", 3, 4), month=month) if answer else [], month).graph
    assert len(nodes(graph, "Event", disputed=True)) == disputed
    assert len(ties(graph, "CONTRADICTS", "Event")) == ties_put
    assert len(nodes(graph, "Event")) == (1 if answer == "same" else 2)


@pytest.mark.parametrize(
    ("label", "a", "b", "reason"),
    [
        ("Charge", 3, 20, "two people are one"),
        ("Sanction", 21, 22, "two people are one"),
        ("Stay", 8, 25, "two people are one"),
        ("Sanction", 22, 23, "one is imposed, the other requested"),
        ("Sanction", 21, 24, "one is fine, the other restriction of liberty"),
    ],
)
def test_what_is_made_of_two_waits_and_changes_nothing(label: str, a: int, b: int, reason: str) -> None:
    decisions = decided(("same", label, a, b))
    after = built(decisions)
    [waiting] = after.waiting
    assert waiting.decision == decisions[0].id and reason in waiting.reason
    assert after.graph == built().graph and resolved(decisions).judgements == []


def test_a_decision_that_waits_for_the_people_to_be_one_is_done_once_they_are() -> None:
    charges = decided(("same", "Charge", 3, 20))
    people = record_opinions(
        [Opinion("same", mention_in("Person", 3).id, mention_in("Person", 20).id)], resolved().mentions, charges, "anna"
    )
    after = built([*charges, *people])
    assert after.waiting == () and after.ids[mention_in("Charge", 3).id] == after.ids[mention_in("Charge", 20).id]
    assert built(undo([*charges, *people])).graph == built().graph


def test_a_stay_needs_one_facility() -> None:
    month = report(custody(8, "went hungry", "hunger_strike"), custody(9, "was beaten", "torture", colony="ZK-3/4"))
    decisions = decided(("same", "Stay", 8, 9), month=month)
    assert "two facilities are one" in built(decisions, month).waiting[0].reason
    facilities = decided(("same", "Facility", 8, 9), ("same", "Stay", 8, 9), month=month)
    assert built(facilities, month).waiting == () and len(nodes(built(facilities, month).graph, "Stay")) == 1


def test_an_article_told_without_its_part_goes_under_the_part_of_the_charge_it_is_joined_to() -> None:
    def tried(number: int, words: str, part: str | None) -> EntryFacts:
        return entry_about(
            *(number, f"was tried under {words}"),
            acts=lambda t: (act(t, "trial", "tried", to="p0"),),
            charges=lambda t: (charge(t, 0, "CC", "405", part),),
        )

    month = report(
        tried(3, "Article 405 part 1", "1"), tried(5, "Article 405 part 2", "2"), tried(9, "Article 405", None)
    )
    assert under(built(month=month), mention_in("Charge", 9, month).id) == ["CC:405/1"]
    decisions = decided(("different", "Charge", 3, 9), ("same", "Charge", 5, 9), month=month)
    after = built(decisions, month)
    assert under(after, mention_in("Charge", 9, month).id) == ["CC:405/2"] and len(nodes(after.graph, "Charge")) == 2
    alone = built(decisions[:1], month)
    assert under(alone, mention_in("Charge", 9, month).id) == ["CC:405"] and len(nodes(alone.graph, "Charge")) == 3


def under(graph: Built, mention: str) -> list[str]:
    return [end for start, end in ties(graph.graph, "UNDER", "Charge") if start == graph.ids[mention]]


def test_a_charge_taken_out_of_a_reclassified_one_is_replaced_no_longer() -> None:
    def changed(number: int, verb: str, words: str, *articles: str, **details: Any) -> EntryFacts:
        return entry_about(
            *(number, words),
            acts=lambda t: (act(t, "charge", verb, to="p0", **details),),
            charges=lambda t: tuple(charge(t, 0, "CC", article) for article in articles),
        )

    month = report(
        changed(3, "charged", "was charged under Article 272", "272"),
        changed(9, "changed", "has it changed from Article 272 to Article 405", "405", "272", outcome="changed"),
    )
    graph = built(month=month).graph
    assert len(ties(graph, "REPLACES", "Charge")) == 1
    first = mention_in("Charge", 3, month)
    charges = (m for m in resolved(month=month).mentions.by_id.values() if m.label == "Charge")
    again = next(m for m in charges if m.description == f"{NAME}; CC:272" and m.id != first.id)
    decisions = record_opinions([Opinion("different", first.id, again.id)], resolved(month=month).mentions, [], "anna")
    parted = built(decisions, month)
    replaced = ties(parted.graph, "REPLACES", "Charge")
    assert [old for _, old in replaced] == [first.id] and parted.ids[again.id] == again.id
    stages = {n.id: n.properties["stage"] for n in nodes(parted.graph, "Charge")}
    assert (stages[first.id], stages[again.id]) == ("reclassified", "charged")


SAID = [("same", "Charge", 3, 21), ("different", "Stay", 8, 12), ("same", "Sanction", 3, 4)]


def test_decisions_outlive_an_entry_inserted_above_and_renumbered_footnotes() -> None:
    decisions = decided(*SAID)
    before = built(decisions)
    inserted = entry_about(1, "gave a speech")
    corrected = report(inserted, *(renumbered(facts) for facts in ENTRIES))
    after = built(decisions, corrected)
    assert after.lost == after.conflicts == after.waiting == ()
    for label in HELD:
        kept, there = (
            sorted(str(n.properties.get("first_seen")) for n in nodes(g, label)) for g in (after.graph, before.graph)
        )
        assert kept == there, label
    leads = [after.ids[mention_in(*at, month=corrected).id] for at in (("Charge", 3), ("Charge", 21))]
    assert leads[0] == leads[1]


def renumbered(facts: EntryFacts) -> EntryFacts:
    """The entry one place further down, its footnote with another number of as many digits."""
    old = facts.entry.footnotes[0]
    number = str(int(old.number) + 1) if len(str(int(old.number) + 1)) == len(old.number) else "1" * len(old.number)
    text = facts.entry.text.replace(f"[{old.number}]", f"[{number}]")
    note = replace(old, number=number)
    return replace(facts, entry=replace(facts.entry, number=facts.entry.number + 1, text=text, footnotes=(note,)))


@pytest.mark.parametrize("said", SAID)
def test_a_decision_whose_words_are_gone_is_lost_and_holds_again_when_they_are_back(
    said: tuple[str, str, int, int],
) -> None:
    decisions = decided(said)
    gone = report(*(e for e in ENTRIES if e.entry.date != f"2031-03-{said[3]:02}"))
    assert [(item.decision, item.reason[:2]) for item in built(decisions, gone).lost] == [(decisions[0].id, "b:")]
    assert built(decisions, gone).graph == built(month=gone).graph
    assert built(decisions).graph != built().graph


@pytest.mark.parametrize(("label", "a", "b"), [("Charge", 3, 4), ("Sanction", 3, 4), ("Stay", 8, 12)])
def test_of_two_that_contradict_the_first_holds_and_both_are_named(label: str, a: int, b: int) -> None:
    ours = decided(("same", label, a, b))
    theirs = decided(("different", label, a, b), who="ben")
    first, second = sorted([*ours, *theirs], key=lambda d: d.when)
    after = built([*theirs, *ours])
    assert [c.decisions for c in after.conflicts] == [(second.id, first.id)]
    assert after.graph == built(ours).graph


def test_things_of_two_kinds_are_never_one_whatever_a_journal_says() -> None:
    mentions = resolved().mentions
    about = about_mentions(mention_in("Charge", 3), mention_in("Sanction", 3), mentions)
    [lost] = built([decide("same", about, "eve")]).lost
    assert "two kinds" in lost.reason


@pytest.mark.parametrize(
    ("label", "a", "b", "speaks_for", "against"),
    [
        ("Charge", 3, 4, ["person: Tasel Orvin", "case: case-", "article: CAO:488"], ["date: 2031-03-03 against"]),
        ("Charge", 3, 20, ["article: CAO:488"], ["person: Tasel Orvin (person-", "case: case-"]),
        ("Sanction", 3, 4, ["kind: administrative arrest", "status: imposed"], ["duration: P10D against P15D"]),
        ("Sanction", 21, 22, ["amount: 900"], ["person: "]),
        (
            "Stay",
            8,
            12,
            ["person: Tasel Orvin", "facility: colony ZK-1/2 ("],
            ["stated by: hunger strike against release"],
        ),
    ],
)
def test_why_says_what_the_rules_go_by(label: str, a: int, b: int, speaks_for: list[str], against: list[str]) -> None:
    verdict = compare(resolved(), mention_in(label, a).id, mention_in(label, b).id, ()).verdict
    for words in speaks_for:
        assert any(reason.startswith(f"same {words}") for reason in verdict.reasons_for), verdict
    for words in against:
        assert any(reason.startswith(words) for reason in verdict.reasons_against), verdict


MENTIONS = [q for q in resolved().mentions.by_id.values() if q.label in (*HELD, "Person", "Case", "Facility")]
ONE = st.sampled_from(MENTIONS)
ANSWERS = st.sampled_from(["same", "different", "unsure"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(ANSWERS, ONE, ONE, st.sampled_from("ab")), max_size=10), st.randoms())
def test_whatever_is_decided_holds_in_any_order_and_leaves_no_trace(
    said: list[tuple[str, Mention, Mention, str]], random: Random
) -> None:
    before, taken = built().graph, []
    for answer, a, b, who in said:
        if a.label == b.label and a.id != b.id:
            taken += record_opinions([Opinion(answer, a.id, b.id)], resolved().mentions, taken, who)  # type: ignore[arg-type]
    after = built(taken)
    for judgement in resolved(taken).judgements:
        assert (after.ids[judgement.a] == after.ids[judgement.b]) == (judgement.answer == "same")
    people = {start: end for end, start in ties(after.graph, "FACES", "Person")}
    assert len(people) == len(ties(after.graph, "FACES", "Person"))  # nobody shares a charge
    assert set(after.ids.values()) <= {node.id for node in after.graph.nodes}
    assert built(random.sample(taken, len(taken))).graph == after.graph
    undone = list(taken)
    for decision in random.sample(taken, len(taken)):
        undone.append(decide("undo", {"decision": decision.id}, "a", "", undone))
    assert built(undone).graph == before
