"""Who is who among a few invented people: the rules, what people decided, the guarantee, bad input."""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from kg.decisions.judgements import Answer, Judgement
from kg.entries.active import ActiveEntry, collect_entries
from kg.entries.mentions import MentionKey, person_mention_ids
from kg.identity.constraints import separate_conflicts
from kg.identity.names.comparison import compare_names
from kg.identity.names.lexicon import known_names
from kg.identity.names.parser import parse_name
from kg.identity.people.clustering import cluster_mentions
from kg.identity.people.people import compare_people, resolve_people
from kg.identity.people.values import People
from tests.kg.scenes import charge, entry, person, report

JURISDICTION = load_jurisdiction("kazakhstan")


def entry_naming(*entries: tuple[str, ...], period: str = "2031-03", place: str = "Almaty") -> list[ActiveEntry]:
    """A report with an entry for each group of names (``Surname Given``)."""
    facts = []
    for number, names in enumerate(entries, 1):
        text = f"March {number}, {place}, " + ", ".join(names) + f" [{number}]"
        facts.append(entry(number, f"{period}-{number:02}", text, place, persons=tuple(person(text, n) for n in names)))
    return collect_entries([report(*facts, period=period)])


def groups(active: list[ActiveEntry], people: People) -> set[frozenset[str]]:
    """Who stands together, by number of entry and name."""
    found: dict[str, set[str]] = {}
    for one in active:
        for index, who in enumerate(one.facts.persons):
            found.setdefault(people.person[one.id, index], set()).add(f"{one.facts.entry.number} {who.name}")
    return {frozenset(names) for names in found.values()}


def judge(active: list[ActiveEntry], answer: Answer, a: MentionKey, b: MentionKey, decision: str = "d1") -> Judgement:
    ids = person_mention_ids(active)
    return Judgement(answer, ids[a], ids[b], decision)


def at(number: int, index: int = 0) -> MentionKey:
    return f"2031-03/{number}", index


@pytest.mark.parametrize(
    ("entries", "together"),
    [
        ([("Sagymbek Rauan",), ("Sagymbek R.",)], [{"1 Sagymbek Rauan", "2 Sagymbek R."}]),
        ([("Sagymbek Rauan",), ("Sagymbek Temir",), ("Sagymbek R.",)], [{"1 Sagymbek Rauan", "3 Sagymbek R."}]),
        ([("Sagymbek Rauan",), ("Sagymbek Rakhym",), ("Sagymbek R.",)], []),
        ([("Sagymbek Z.",), ("Sagymbek G.",), ("Sagymbek",)], []),
        ([("Sagymbek Rauan", "Sagymbek R.")], []),
        ([("Sagymbekov Rauan",), ("Sagymbekova R.",)], []),
        ([("Rauan Sagymbekov",), ("Sagymbekov Rauan",)], [{"1 Rauan Sagymbekov", "2 Sagymbekov Rauan"}]),
        ([("Duman Sagymbek",), ("Sagymbek D.",)], [{"1 Duman Sagymbek", "2 Sagymbek D."}]),
        ([("Tokpanu Ilyas",), ("Tokpan Ilyas",)], [{"1 Tokpanu Ilyas", "2 Tokpan Ilyas"}]),
    ],
)
def test_names_of_one_report(entries: list[tuple[str, ...]], together: list[set[str]]) -> None:
    active = entry_naming(*entries)
    found = groups(active, resolve_people(active, JURISDICTION))
    assert {group for group in found if len(group) > 1} == {frozenset(group) for group in together}


def test_the_surname_alone_never_brings_two_initials_together() -> None:
    active = entry_naming(("Sagymbek Z.",), ("Sagymbek",), ("Sagymbek G.",))
    z, alone, g = (resolve_people(active, JURISDICTION).person[at(number)] for number in (1, 2, 3))
    assert z != g
    assert alone not in (z, g) or {z, g} - {alone}


def test_an_id_is_that_of_the_earliest_mention_in_any_order_of_the_entries() -> None:
    active = entry_naming(("Sagymbek R.",), ("Sagymbek Rauan",), ("Tokpan Ilyas", "Sagymbek Rauan"))
    people = resolve_people(active, JURISDICTION)
    assert people.person[at(3, 1)] == person_mention_ids(active)[at(1)]
    shuffled = list(active)
    random.Random(3).shuffle(shuffled)
    assert resolve_people(shuffled, JURISDICTION) == people


def test_same_joins_whatever_the_rules_say_and_takes_others_along() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Tokpan Ilyas",), ("Tokpan Ilyas",))
    people = resolve_people(active, JURISDICTION, [judge(active, "same", at(1), at(2))])
    assert len(set(people.person.values())) == 1


def test_different_keeps_apart_through_any_chain() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Sagymbek Rauan",), ("Sagymbek R.",))
    people = resolve_people(active, JURISDICTION, [judge(active, "different", at(1), at(2))])
    assert people.person[at(1)] != people.person[at(2)]
    assert (
        compare_people(active, JURISDICTION, at(1), at(2), [judge(active, "different", at(1), at(2))]).answer
        == "different"
    )


def test_unsure_leaves_apart_and_is_not_asked_again() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Sagymbek Rakhym",), ("Sagymbek R.",))
    asked = resolve_people(active, JURISDICTION).questions
    assert {(q.a, q.b) for q in asked} == {(at(1), at(3)), (at(2), at(3))}
    judgements = [judge(active, "unsure", q.a, q.b) for q in asked]
    people = resolve_people(active, JURISDICTION, judgements)
    assert not people.questions
    assert len(set(people.person.values())) == 3


def test_an_answer_settles_the_other_question_too() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Sagymbek Rakhym",), ("Sagymbek R.",))
    people = resolve_people(active, JURISDICTION, [judge(active, "same", at(2), at(3))])
    assert people.person[at(2)] == people.person[at(3)] != people.person[at(1)]
    assert not people.questions


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_judgements_that_contradict_each_other_are_shown_and_the_last_is_not_done(order: tuple[int, ...]) -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Tokpan Ilyas",), ("Zhortan Esen",))
    all_three = [
        judge(active, "same", at(1), at(2), "first"),
        judge(active, "same", at(2), at(3), "second"),
        judge(active, "different", at(1), at(3), "third"),
    ]
    held, conflicts = separate_conflicts([all_three[i] for i in order])
    people = resolve_people(active, JURISDICTION, held)
    assert len(conflicts) == 1 and len(held) == 2
    refused, *others = conflicts[0].decisions
    assert refused == all_three[order[-1]].decision and set(others) <= {"first", "second", "third"} - {refused}
    assert len(set(people.person.values())) == (1 if order[-1] == 2 else 2)


def test_a_judgement_about_a_mention_that_is_gone_does_nothing() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Tokpan Ilyas",))
    gone = Judgement("same", "person-0000000000000000", person_mention_ids(active)[at(1)], "d1")
    assert resolve_people(active, JURISDICTION, [gone]) == resolve_people(active, JURISDICTION)


def test_taking_a_judgement_back_gives_what_was_before() -> None:
    active = entry_naming(("Sagymbek Rauan",), ("Sagymbek Rauan",))
    before = resolve_people(active, JURISDICTION)
    assert resolve_people(active, JURISDICTION, [judge(active, "different", at(1), at(2))]) != before
    assert resolve_people(active, JURISDICTION, []) == before


def test_reasons_are_those_an_investigator_would_give() -> None:
    text, other = "March 3, Almaty, Sagymbek R. Article 488", "March 9, Almaty, Sagymbek Rauan, Article 488"
    active = collect_entries(
        [
            report(
                entry(
                    1,
                    "2031-03-03",
                    text,
                    "Almaty",
                    persons=(person(text, "Sagymbek R."),),
                    charges=(charge(text, 0, "CAO", "488", "7"),),
                ),
                entry(
                    2,
                    "2031-03-09",
                    other,
                    "Almaty",
                    persons=(person(other, "Sagymbek Rauan"),),
                    charges=(charge(other, 0, "CAO", "488", "7"),),
                ),
            )
        ]
    )
    verdict = compare_people(active, JURISDICTION, at(1), at(2))
    assert verdict.answer == "same"
    assert {"same surname; initial fits the given name", "both under CAO 488/7", "both in Almaty"} <= {
        *verdict.reasons_for
    }


def test_the_most_valuable_question_comes_first() -> None:
    active = entry_naming(
        ("Sagymbek Rauan",), ("Sagymbek Rakhym",), ("Sagymbek R.",), ("Tokpan Ilyas",), ("Tokpan Isa",), ("Tokpan I.",)
    )
    more = entry_naming(("Tokpan Ilyas",), ("Tokpan Ilyas",), period="2031-04")
    questions = resolve_people([*active, *more], JURISDICTION).questions
    assert [q.entries for q in questions] == sorted((q.entries for q in questions), reverse=True)
    assert questions[0].a == at(4)


def test_a_victim_and_an_officer_of_one_surname_and_initial_are_not_led_to_each_other_by_a_misread_mention() -> None:
    """What the officer did is once read as done to him: he is on both sides, and joins nobody to the victim."""
    said = [
        ("Orlan Beket", "target", "Astana"),
        ("Orlan B.", "target", "Astana"),
        ("Orlan B.", "perpetrator", "Almaty"),
        ("Orlan B.", "target", "Almaty"),
        ("Orlan B.", "official", "Almaty"),
    ]
    facts = []
    for number, (name, role, place) in enumerate(said, 1):
        text = f"March {number}, {place}, {name} and Tokpan Ilyas [{number}]"
        named = (person(text, name, role), *((person(text, "Tokpan Ilyas"),) if place == "Almaty" else ()))
        facts.append(entry(number, f"2031-03-{number:02}", text, place, persons=named))
    people = resolve_people(collect_entries([report(*facts)]), JURISDICTION)
    victim, officer = {people.person[at(1)], people.person[at(2)]}, {people.person[at(3)], people.person[at(5)]}
    assert not victim & officer


def test_whatever_is_joined_any_two_names_fit_each_other() -> None:
    rng = random.Random(5)
    surnames = ["Sagymbek", "Sagymbekov", "Sagymbekova", "Sagimbek", "Sagynbek", "Tokpan"]
    givens = ["Rauan", "Rakhym", "R.", "Rauana", "Ramazan", "Z.", "G.", "Rauan Serikuly", "R.S.", "R.B.", ""]
    entries = [
        tuple(f"{rng.choice(surnames)} {rng.choice(givens)}".strip() for _ in range(rng.choice((1, 1, 2))))
        for _ in range(28)
    ]
    active = entry_naming(*(tuple(dict.fromkeys(names)) for names in entries))
    people = resolve_people(active, JURISDICTION)
    known = known_names(JURISDICTION)
    persons: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for one in active:
        for index, who in enumerate(one.facts.persons):
            persons.setdefault(people.person[one.id, index], []).append((one.id, who.surname, who.given))
    joined = 0
    for mentions in persons.values():
        for (entry_a, *a), (entry_b, *b) in combinations(mentions, 2):
            assert entry_a != entry_b, "two persons of one entry are never one"
            assert compare_names(parse_name(*a, JURISDICTION), parse_name(*b, JURISDICTION), known).level != "apart"
            joined += 1
    assert joined > 10


@pytest.mark.parametrize("name", ["ლევანი ბერიძე", "محمد سعيد", "X" * 500 + " Rauan", "Sagymbek", "—", "Sagymbek Ж."])
def test_odd_names_lose_nothing(name: str) -> None:
    active = entry_naming((name,), (name,), ("Tokpan Ilyas",))
    people = resolve_people(active, JURISDICTION)
    assert len(people.person) == 3
    assert people.person[at(1)] != people.person[at(3)]


def test_the_invented_country_needs_no_table_of_its_own() -> None:
    active = entry_naming(("Brethuvel Ashmi",), ("Brethuvel A.",))
    people = resolve_people(active, load_jurisdiction("velmoria"))
    assert len(set(people.person.values())) == 1


def naming_many(names: Sequence[str]) -> list[ActiveEntry]:
    """A report that names one person an entry."""
    facts = []
    for number, name in enumerate(names, 1):
        text = f"Almaty, {name} was fined [{number}]"
        facts.append(entry(number, f"2031-03-{number % 28 + 1:02}", text, "Almaty", persons=(person(text, name),)))
    return collect_entries([report(*facts)])


def test_pairs_grow_with_the_mentions_where_one_surname_stands_alone_in_every_entry() -> None:
    compared = []
    for mentions in (200, 800):
        active = naming_many(["Sagymbek"] * mentions)
        work = cluster_mentions(active, JURISDICTION, person_mention_ids(active))
        assert len(work.persons()) == 1
        compared.append(work.clusters.compared)
    assert compared[1] < 5 * compared[0]


def test_a_surname_alone_that_two_bear_is_nobodys_however_often_it_stands() -> None:
    active = naming_many(["Sagymbek Rauan", *["Sagymbek"] * 60, "Sagymbek Temir", *["Sagymbek"] * 60])
    people = resolve_people(active, JURISDICTION)
    named = {people.person[one.id, 0] for one in active if one.facts.persons[0].given}
    alone = {people.person[one.id, 0] for one in active if not one.facts.persons[0].given}
    assert len(named) == 2 and not named & alone
    assert people.questions
