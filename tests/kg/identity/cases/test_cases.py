"""Which entries share a case: each sign, and what speaks against it."""

from collections.abc import Sequence

import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.bodies.bodies import resolve_bodies
from kg.identity.cases.cases import resolve_cases
from kg.identity.people.people import resolve_people
from tests.kg.scenes import act, body, charge, entry, person, report, sanction

COUNTRY = load_jurisdiction("kazakhstan")
NAME = "Tasel Orvin"


def groups(*entries: EntryFacts) -> list[list[int]]:
    """The entries' numbers, case by case; entries of no case alone are left out."""
    collected = collect_entries([report(*entries)])
    people = resolve_people(collected, COUNTRY)
    cases = resolve_cases(collected, people.person, resolve_bodies(collected, {}, COUNTRY), COUNTRY).of_entry
    found: dict[str, list[int]] = {}
    for e in collected:
        if e.id in cases:
            found.setdefault(cases[e.id].id, []).append(e.facts.entry.number)
    return sorted(found.values())


def about(number: int, day: int, text: str, *acts: str, articles: Sequence[tuple[str, str]] = (), **more: object):
    """An entry in which each of the acts (``type:verb``) is done to the person."""
    text = f"March {day}, {NAME} {text}[{number}]."
    made = tuple(act(text, *words.split(":"), to="p0") for words in acts)
    charges = tuple(charge(text, 0, code, article) for code, article in articles)
    return entry(number, f"2031-03-{day:02}", text, persons=(person(text, NAME),), acts=made, charges=charges, **more)


def test_steps_of_one_person_are_one_case_until_an_article_says_otherwise():
    assert groups(
        about(1, 2, "was detained", "detention:detained"),
        about(2, 3, "was charged under Article 272", "charge:charged", articles=[("CC", "272")]),
        about(3, 9, "was tried", "trial:tried"),
        about(4, 12, "was fined under Article 488", "sentence:fined", articles=[("CAO", "488")]),
    ) == [[1, 2, 3], [4]]


def test_behind_an_administrative_verdict_another_search_is_another_case():
    fined = about(1, 2, "was fined under Article 488", "sentence:fined", articles=[("CAO", "488")])
    assert groups(fined, about(2, 20, "was searched", "search:searched")) == [[1], [2]]
    assert groups(fined, about(2, 20, "lost an appeal", "appeal:appeal")) == [[1, 2]]


def test_two_verdicts_far_apart_are_two_cases_and_near_each_other_two_accounts():
    def verdict(number: int, day: int, days: int) -> EntryFacts:
        text = f"March {day}, {NAME} got {days} days under Article 488[{number}]."
        return entry(
            number,
            f"2031-03-{day:02}",
            text,
            persons=(person(text, NAME),),
            acts=(act(text, "sentence", "got", to="p0"),),
            charges=(charge(text, 0, "CAO", "488"),),
            sanctions=(sanction(text, 0, "administrative_arrest", f"{days} days", duration=f"P{days}D"),),
        )

    assert groups(verdict(1, 3, 10), verdict(2, 4, 15)) == [[1, 2]]
    assert groups(verdict(1, 3, 10), verdict(2, 24, 15)) == [[1], [2]]
    assert groups(verdict(1, 3, 10), verdict(2, 24, 10)) == [[1, 2]]


def test_refusals_make_no_case():
    assert groups(*(about(n, n, "was refused a rally", "assembly_refusal:refused") for n in (1, 2))) == []


def test_several_people_spoken_for_are_not_in_one_case():
    text = "March 9, Tasel Orvin and Dovan Mirel must be freed, they demand[3]."
    both = entry(
        3,
        "2031-03-09",
        text,
        persons=(person(text, NAME), person(text, "Dovan Mirel")),
        acts=(act(text, "statement", "demand", to="p0 p1"),),
    )
    other = "March 3, Dovan Mirel was sentenced[2]."
    sentenced = entry(
        2,
        "2031-03-03",
        other,
        persons=(person(other, "Dovan Mirel"),),
        acts=(act(other, "sentence", "sentenced", to="p0"),),
    )
    assert [1, 2] not in groups(about(1, 2, "was tried", "trial:tried"), sentenced, both)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("considered a draft law on amnesty", "approved the bill on amnesty for all", True),
        ("considered a draft law on amnesty", "approved the bill on road tolls", False),
    ],
)
def test_entries_about_one_bill_share_it(first: str, second: str, one: bool):
    def bill(number: int, words: str) -> EntryFacts:
        text = f"March {number}, the Assembly {words}[{number}]."
        return entry(number, f"2031-03-0{number}", text, acts=(act(text, "legislation", words.split(maxsplit=1)[0]),))

    assert groups(bill(1, first), bill(2, second)) == ([[1, 2]] if one else [[1], [2]])


def test_entries_about_a_partys_registration_share_it_and_others_about_the_party_do_not():
    def party(number: int, words: str, type: str, verb: str, to: str) -> EntryFacts:
        text = f"March {number}, {words}[{number}]."
        return entry(
            number,
            f"2031-03-0{number}",
            text,
            bodies=(body(text, "organisation", "New Wind", "party"),),
            acts=(act(text, type, verb, to=to),),
        )

    assert groups(
        party(
            1,
            "the ministry returned the papers of the New Wind party for registration",
            "registration",
            "returned",
            "b0",
        ),
        party(2, "the initiative group of New Wind was summoned", "summons", "summoned", "b0"),
        party(3, "the office of New Wind burned", "attack", "burned", "b0"),
    ) == [[1, 2], [3]]


def test_a_death_told_again_is_the_same_matter():
    first = about(1, 2, "died in custody", "death:died")
    second = about(2, 25, "died, the court heard", "death:died", "trial:heard")
    assert groups(first, second) == [[1, 2]]


def hearing(number: int, day: int, telling: str, name: str = "") -> EntryFacts:
    text = f"March {day}, Almaty, {telling}[{number}]."
    persons = (person(text, name),) if name else ()
    acts = (act(text, "trial", "hearing", to="p0" if name else ""),)
    return entry(number, f"2031-03-{day:02}", text, "Almaty", persons=persons, acts=acts)


def test_a_hearing_that_names_nobody_goes_with_the_only_trial_it_can_be():
    unnamed = hearing(2, 9, "the hearing on the January events went on")
    one = hearing(1, 2, "Tasel Orvin's hearing about the January events", NAME)
    other = hearing(3, 3, "Dovan Mirel's hearing about the January events", "Dovan Mirel")
    assert groups(one, unnamed) == [[1, 2]]
    assert [2] in groups(one, other, unnamed)


def test_a_rally_with_a_slogan_about_a_party_is_no_registration():
    text = "March 3, a rally to register the New Wind party was refused[2]."
    refused = entry(
        2,
        "2031-03-03",
        text,
        bodies=(body(text, "organisation", "New Wind", "party"),),
        acts=(act(text, "assembly_refusal", "refused"),),
    )
    papers = "March 2, the ministry returned the papers of the New Wind party for registration[1]."
    returned = entry(
        1,
        "2031-03-02",
        papers,
        bodies=(body(papers, "organisation", "New Wind", "party"),),
        acts=(act(papers, "registration", "returned", to="b0"),),
    )
    assert groups(returned, refused) == [[1]]
