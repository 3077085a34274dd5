"""What people decide about facts holds: kind by kind, whatever happens to the report or the rules."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.errors import KgError
from ingest.facts import EntryFacts, Party
from kg.corrections.corrections import correct_reports
from kg.corrections.entries import DECIDED
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import FactOpinion, record_fact_opinions
from kg.decisions.opinions import Opinion, record_opinions
from kg.rows.build import build
from tests.kg.corrections.journals import ADDITIONS, CORRECTIONS, INSERTED, LATER, REPORTS, TEXT, Journal, first, later
from tests.kg.scenes import KAZAKHSTAN, act, charge, entry, report

LISTS = {"person": "persons", "body": "bodies"}


def of_kind(facts: EntryFacts, kind: str) -> tuple[Any, ...]:
    return tuple(getattr(facts, LISTS.get(kind, f"{kind}s")))


@pytest.mark.parametrize(("kind", "values", "expected"), CORRECTIONS)
def test_fields_of_every_kind_are_corrected_and_undone(
    kind: str, values: dict[str, str], expected: dict[str, object]
) -> None:
    journal = Journal()
    before = journal.graph()
    decision = journal.say("corrected", journal.fact(kind).id, values)
    fact = journal.fact(kind).value
    assert {name: getattr(fact, name) for name in expected} == expected
    assert fact.evidence.rule == DECIDED and fact.evidence.further == (decision.id,)  # type: ignore[union-attr]
    assert journal.graph() != before or kind == "person"
    journal.undo(decision)
    assert journal.graph() == before and not journal.lost()


@pytest.mark.parametrize("kind", ["person", "place", "body", "charge", "sanction", "act", "relation", "affiliation"])
def test_a_fact_of_every_kind_may_be_wrong_or_confirmed(kind: str) -> None:
    journal = Journal()
    before, number = journal.graph(), len(of_kind(journal.corrected(), kind))
    confirmed = journal.say("right", journal.fact(kind).id)
    assert journal.graph() == before
    assert of_kind(journal.corrected(), kind)[0].evidence.rule == DECIDED
    wrong = journal.say("wrong", journal.fact(kind).id)
    assert len(of_kind(journal.corrected(), kind)) == number - 1 and journal.graph() != before
    assert not journal.conflicts() and journal.say("wrong", journal.fact("person", 0, "2031-03/2").id)
    journal.undo(journal.decisions[-1])
    journal.undo(wrong)
    journal.undo(confirmed)
    assert journal.graph() == before and journal.corrected() == first()


def test_what_is_no_person_leaves_charges_and_acts_without_it() -> None:
    journal = Journal()
    journal.say("wrong", journal.fact("person").id)
    facts = journal.corrected()
    assert [p.name for p in facts.persons] == ["Orvane Besk"] and not facts.relations and not facts.affiliations
    assert [c.person for c in facts.charges] == [None, 0] and facts.sanctions[0].to == ()
    assert [[p.index for p in a.to] for a in facts.acts] == [[0], []]
    labels = [node.properties["name"] for node in journal.graph().nodes if node.label == "Person"]
    assert sorted(labels) == ["Orvane Besk", "Orvane Ilka", "Tamsel"]


@pytest.mark.parametrize(("kind", "quoted", "values"), ADDITIONS)
def test_a_fact_of_every_kind_is_added_and_undone(kind: str, quoted: str, values: dict[str, str]) -> None:
    journal = Journal()
    before = journal.graph()
    added = journal.add(kind, quoted, values)
    assert added and journal.graph() != before and not journal.lost()
    known = KnownFacts(journal.reports, journal.decisions)
    fact = next(f for f in known.of_entry(known.mentions.entries[0]) if f.decisions == (added.id,))
    assert fact.kind.name == kind and values.items() <= fact.values.items()
    assert journal.add(kind, quoted, values, "ben") is None
    journal.undo(added)
    assert journal.graph() == before


def test_one_who_adds_may_correct_what_was_added_and_another_may_say_that_it_is_wrong() -> None:
    journal = Journal()
    added = journal.add("act", "held", {"type": "threat", "to": "Orvane Ilka"})
    new = len(first().acts)
    journal.say("corrected", journal.fact("act", new).id, {"type": "torture"})
    assert journal.corrected().acts[new].type == "torture" and not journal.conflicts()
    with pytest.raises(KgError, match="kg undo"):
        journal.say("wrong", journal.fact("act", new).id)
    refused = journal.say("wrong", journal.fact("act", new).id, who="ben")
    assert refused and [c[0] for c in journal.conflicts()] == [refused.id]
    journal.undo(journal.decisions[-2])
    journal.undo(added)
    assert journal.corrected() == first() and not journal.conflicts() and not journal.lost()


def test_decisions_of_two_people_conflict_and_the_earlier_one_holds() -> None:
    journal = Journal()
    id = journal.fact("charge").id
    ours = journal.say("corrected", id, {"part": "2"})
    other = Journal()
    theirs = other.say("corrected", id, {"part": "3"}, "ben")
    agreed = other.say("corrected", other.fact("sanction").id, {"duration": "P15D"}, "ben")
    wrong = other.say("wrong", other.fact("act").id, who="ben")
    journal.say("right", journal.fact("act").id)
    assert ours and theirs and agreed and wrong
    journal.decisions += other.decisions
    assert {c[0] for c in journal.conflicts()} == {theirs.id, journal.decisions[1].id}
    facts = journal.corrected()
    assert facts.charges[0].part == "2" and facts.sanctions[0].duration == "P15D" and len(facts.acts) == 1
    journal.undo(ours)
    assert journal.corrected().charges[0].part == "3"


def test_who_decides_anew_replaces_the_own_decision() -> None:
    journal = Journal()
    id = journal.fact("sanction").id
    first_said = journal.say("corrected", id, {"duration": "P15D"})
    again = journal.say("corrected", journal.fact("sanction").id, {"kind": "restriction_of_liberty"})
    assert journal.corrected().sanctions[0].kind == "restriction_of_liberty" and first_said and again
    assert journal.corrected().sanctions[0].duration == "P15D" and first_said.id in again.about["instead"]
    journal.say("wrong", journal.fact("sanction").id)
    assert journal.corrected().sanctions == ()
    journal.undo(journal.decisions[-1])
    journal.undo(again)
    assert journal.corrected().sanctions[0] == replace(
        first().sanctions[0], duration="P15D", evidence=journal.corrected().sanctions[0].evidence
    )


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        ("person", {"role": "hero"}, r"Role: it is one of: target, perpetrator, official"),
        ("person", {"surname": "", "given": ""}, r"A person has a surname or a given name\."),
        ("charge", {"colour": "red"}, r"A charge has no field colour; it has: person, code, article"),
        ("charge", {"provision": "under 3 /"}, r"Provision: it is a code and an article"),
        ("charge", {"person": "Nobody Known"}, r"Person: nobody and nothing of that kind in this entry"),
        ("charge", {"article": ""}, r"Article: it cannot be empty"),
        ("sanction", {"duration": "ten days"}, r"Duration: it is a length of time such as P15D"),
        ("sanction", {"amount": "-3"}, r"Amount: it is a number above 0"),
        ("sanction", {"person": "Orvane Ilka; Orvane Besk"}, r"only where a sum is joint: add joint=yes"),
        ("sanction", {"joint": "yes"}, r"A joint sanction has an amount or index_units"),
        ("sanction", {"duration_max": "P5D"}, r"it is longer than duration"),
        ("sanction", {"person": "city court"}, r"Person: nobody and nothing of that kind"),
        ("act", {"date": "2031-13"}, r"Date: it is a date such as"),
        ("act", {"at": "Reed Union"}, r"At: nobody and nothing of that kind"),
        ("act", {"reason": "for no reason"}, r"Reason: these words are not in the entry"),
        ("body", {"kind": "court"}, r"Type: of a court it is one of: supreme"),
        ("relation", {"to": "Orvane Besk"}, r"A relation is between two people"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_with_what_is(kind: str, values: dict[str, str], message: str) -> None:
    journal = Journal()
    with pytest.raises(KgError, match=message):
        journal.say("corrected", journal.fact(kind).id, values)


def test_a_joint_sum_a_range_and_a_fined_organisation_can_be_stated() -> None:
    journal = Journal()
    both = {"person": "Orvane Ilka; Orvane Besk", "kind": "damages", "amount": "800000", "joint": "yes", "count": "7"}
    journal.add("sanction", "the city court sentenced", both | {"status": "imposed"})
    journal.add("sanction", "the police detained", {"person": "Reed Union", "kind": "fine", "status": "imposed"})
    journal.say("corrected", journal.fact("sanction").id, {"duration_max": "P15D", "person": "", "count": "9"})
    arrest, fine, joint = journal.corrected().sanctions
    assert joint.to == (Party("person", 0), Party("person", 1)) and joint.joint and joint.count == 7
    assert fine.to == (Party("body", 0),) and not fine.joint
    assert (arrest.to, arrest.duration, arrest.duration_max, arrest.count) == ((), "P10D", "P15D", 9)
    graph = journal.graph()
    received = [(r.start.label, r.end.id) for r in graph.relationships if r.type == "RECEIVED"]
    assert sorted(label for label, _ in received) == ["Organisation", "Person", "Person"]
    assert len({id for label, id in received if label == "Person"}) == 1


def test_one_person_in_a_journal_of_an_earlier_version_is_still_read() -> None:
    journal = Journal()
    said = journal.say("corrected", journal.fact("sanction").id, {"person": "Orvane Besk"})
    assert said and said.about["set.person"] == "Orvane Besk" and "set.joint" not in said.about
    assert journal.corrected().sanctions[0].persons == (1,)


def test_a_decision_about_two_charges_outlives_the_correction_of_a_name_that_tells_them_apart() -> None:
    journal = Journal()
    two = [journal.fact("charge", index).id for index in (0, 1)]
    mentions = KnownFacts(REPORTS, []).mentions
    journal.decisions += record_opinions([Opinion("different", *two)], mentions, [], "anna")
    journal.say("corrected", journal.fact("person").id, {"given": "Ilka Mira"})
    built = build(REPORTS, KAZAKHSTAN, journal.decisions)
    assert built.lost == () and built.ids[two[0]] != built.ids[two[1]]


def test_a_charge_is_corrected_by_the_title_of_an_article_and_keeps_its_code_where_none_is_named() -> None:
    journal = Journal()
    journal.say("corrected", journal.fact("charge").id, {"provision": "incitement of hatred"})
    assert journal.fact("charge").values["article"] == "174" and journal.fact("charge").values["code"] == "CC"
    journal.say("corrected", journal.fact("charge", 1).id, {"provision": "Article 488, Part 3"})
    changed = journal.corrected().charges[1]
    assert (changed.code, changed.article, changed.part) == ("CAO", "488", "3")


def test_a_provision_may_be_given_by_words_of_the_entry() -> None:
    journal = Journal()
    added = journal.add("charge", "the police detained", {"person": "Orvane Besk", "provision": "Article 61"})
    assert added and (added.about["set.code"], added.about["set.article"]) == ("CAO", "61")
    named = journal.say("corrected", journal.fact("person").id, {"name": "Orvane Ilka Mira"})
    assert named and named.about["set.given"] == "Ilka Mira"


def test_several_opinions_about_one_entry_build_on_each_other() -> None:
    journal = Journal()
    person, charge_of = journal.fact("person").id, journal.fact("charge").id
    opinions = [
        FactOpinion("corrected", charge_of, {"part": "2"}),
        FactOpinion("corrected", charge_of, {"paragraph": "4"}),
        FactOpinion("corrected", person, {"surname": "Orvanne"}),
        FactOpinion("wrong", journal.fact("act").id),
        FactOpinion("wrong", journal.fact("act").id),
    ]
    taken = record_fact_opinions(opinions, REPORTS, [], "anna", {})
    assert [d.verb for d in taken] == ["corrected", "corrected", "corrected", "wrong"]
    [corrected, *_] = correct_reports(REPORTS, taken).reports[0].facts.entries
    assert (corrected.charges[0].part, corrected.charges[0].paragraph) == ("2", "4")


def test_people_may_be_given_by_id_and_by_the_name_of_another_entry() -> None:
    journal = Journal()
    besk = journal.fact("person", 1).id
    journal.say("corrected", journal.fact("charge").id, {"person": besk})
    assert journal.corrected().charges[0].person == 1
    thing = build(REPORTS, KAZAKHSTAN).ids[journal.fact("person").id]
    journal.say("corrected", journal.fact("act").id, {"to": thing})
    assert [p.index for p in journal.corrected().acts[0].to] == [0]


def test_decisions_survive_a_corrected_report_with_entries_inserted_above() -> None:
    journal = Journal()
    journal.say("corrected", journal.fact("charge").id, {"part": "2"})
    journal.say("wrong", journal.fact("act", 0, "2031-03/2").id)
    journal.add("act", "held", {"type": "threat", "to": "Orvane Besk"})
    moved = TEXT.replace("[1]", "[2]")
    shifted = replace(first(), entry=replace(entry(2, "2031-03-03", moved).entry))
    new = report(entry(1, "2031-03-01", INSERTED), shifted, later(3, LATER.replace("[2]", "[3]")))
    facts = correct_reports([new], journal.decisions).reports[0].facts.entries
    assert facts[1].charges[0].part == "2" and facts[1].acts[-1].type == "threat" and facts[2].acts == ()
    assert journal.lost(new) == []


def test_where_the_words_are_gone_a_decision_is_lost_and_said_to_be() -> None:
    journal = Journal()
    journal.say("corrected", journal.fact("charge").id, {"part": "2"})
    journal.say("wrong", journal.fact("act").id)
    assert journal.lost(report(later(1))) == ["its words are no longer in report 2031-03"] * 2


def test_where_the_rules_no_longer_make_the_fact_wrong_is_satisfied_and_the_rest_holds() -> None:
    journal = Journal()
    for kind in ("charge", "relation", "affiliation", "sanction"):
        journal.say(
            "corrected" if kind == "charge" else "right",
            journal.fact(kind).id,
            {"part": "2"} if kind == "charge" else {},
        )
    journal.say("wrong", journal.fact("act").id)
    journal.say("right", journal.fact("stay").id)
    bare = report(first(charges=(), relations=(), affiliations=(), sanctions=(), acts=()), later())
    corrected = correct_reports([bare], journal.decisions)
    facts = corrected.reports[0].facts.entries[0]
    assert corrected.lost == () and facts.acts == ()
    assert [(c.person, c.article, c.part) for c in facts.charges] == [(0, "61", "2")]
    assert [r.kind for r in facts.relations] == ["brother"] and facts.sanctions[0].duration == "P10D"
    assert [a.as_ for a in facts.affiliations] == ["activists"]
    assert [(c.person, c.facility) for c in corrected.reports[0].decided[1].custodies or ()] == [(0, 2)]


def test_another_fact_in_the_same_words_is_not_taken_for_the_one_that_is_wrong() -> None:
    journal = Journal()
    journal.say("wrong", journal.fact("charge", 1).id)
    assert [c.person for c in journal.corrected().charges] == [0]
    one_left = report(first(charges=(charge(TEXT, 0, "CAO", "61"),)), later())
    assert [c.person for c in journal.corrected(one_left).charges] == [0] and journal.lost(one_left) == []


def test_rules_that_now_read_what_was_added_make_it_once() -> None:
    journal = Journal()
    journal.add("act", "held", {"type": "threat", "to": "Orvane Besk"})
    reading = report(first(acts=(*first().acts, act(TEXT, "threat", "held", "p1"))), later())
    acts = journal.corrected(reading).acts
    assert [a.type for a in acts] == ["detention", "sentence", "threat"]


def test_a_stay_is_decided_about_by_itself() -> None:
    journal = Journal()
    before = journal.graph()
    wrong = journal.say("wrong", journal.fact("stay").id)
    left = [r for r in journal.graph().relationships if r.type == "IN_CUSTODY"]
    assert [r.properties["entries"] for r in left] == [["2031-03/2"] * 2]
    journal.undo(wrong)
    assert journal.graph() == before
    journal.say("corrected", journal.fact("stay").id, {"person": "Orvane Besk"})
    held = {r.start.id for r in journal.graph().relationships if r.type == "IN_CUSTODY"}
    assert len(held) == 2


def test_a_note_changes_nothing() -> None:
    journal = Journal()
    before = journal.graph()
    assert journal.say("note", journal.fact("act").id) and journal.graph() == before
