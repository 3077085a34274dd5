"""Kin, lawyers and affiliations, as stated; roles once the acts are known. Invented people."""

from dataclasses import replace

import pytest

from ingest.analysis.document import analyse
from ingest.extract.persons.roles import settle_roles
from ingest.extract.relations.affiliations import find_affiliations
from ingest.extract.relations.relations import find_relations
from ingest.facts import Act, Body, Charge, Entry, EntryFacts, Evidence, Party, Person, Relation, Span
from ingest.jurisdictions.packs import load_jurisdiction

KAZAKHSTAN = load_jurisdiction("kazakhstan")


def where(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence((Span(start, start + len(words)),), "tests.by_hand")


def facts(text: str, *names: str, bodies: tuple[str, ...] = ()) -> EntryFacts:
    persons = tuple(
        Person(name.rpartition(" ")[0] or None, name.rpartition(" ")[2], "target", where(text, name)) for name in names
    )
    organisations = tuple(Body("organisation", name, "ngo", where(text, name)) for name in bodies)
    return EntryFacts(Entry(1, text, 1), (), persons, organisations)


def relations_of(facts: EntryFacts) -> tuple[Relation, ...]:
    return find_relations(analyse(facts.entry, KAZAKHSTAN), facts, KAZAKHSTAN)


@pytest.mark.parametrize(
    "text, names, found",
    [
        ("Torgayeva Dina, mother of Torgayev Asan, came", ("Torgayeva Dina", "Torgayev Asan"), (0, "mother", 1)),
        ("Torgayev Asan and his wife Torgayeva Dina came", ("Torgayev Asan", "Torgayeva Dina"), (1, "wife", 0)),
        ("Torgayev Asan is ill, said his lawyer Seitova Inna", ("Torgayev Asan", "Seitova Inna"), (1, "lawyer", 0)),
        ("Torgayev Asan’s lawyer Seitova Inna said", ("Torgayev Asan", "Seitova Inna"), (1, "lawyer", 0)),
        (
            "Seitova Inna, Torgayev Asan’s lawyer, would speak",
            ("Seitova Inna", "Torgayev Asan"),
            (0, "lawyer", 1),
        ),
        (
            "Seitov Oleg, the father of the journalist, stated that Torgayev Asan is ill",
            ("Seitov Oleg", "Torgayev Asan"),
            (0, "father", 1),
        ),
        (
            "Seitov Oleg, father of the deceased 18-year-old Seitov Ivan, appeals",
            ("Seitov Oleg", "Seitov Ivan"),
            (0, "father", 1),
        ),
        (
            "Torgayev Asan died, the sister of the deceased, Torgayeva D., insists",
            ("Torgayev Asan", "Torgayeva D."),
            (1, "sister", 0),
        ),
        (
            "Torgayev A. died. The brother of the dead man Torgayev B. saw it",
            ("Torgayev A.", "Torgayev B."),
            (1, "brother", 0),
        ),
        ("Seitova Inna, whose son Seitov Ivan was shot, came", ("Seitova Inna", "Seitov Ivan"), (0, "mother", 1)),
        ("One of them was Torgayeva Dina: her son Asan was shot", ("Torgayeva Dina", "Asan"), (0, "mother", 1)),
        ("Seitova Inna, who represents Torgayev Asan, asked", ("Seitova Inna", "Torgayev Asan"), (0, "lawyer", 1)),
        ("the lawyer of Torgayev Asan, Seitova Inna, asked", ("Torgayev Asan", "Seitova Inna"), (1, "lawyer", 0)),
        (
            "lawyer Seitova Inna fell ill. She ties it to her client, workers’ leader Torgayev Asan",
            ("Seitova Inna", "Torgayev Asan"),
            (0, "lawyer", 1),
        ),
    ],
)
def test_a_stated_tie_is_read(text: str, names: tuple[str, ...], found: tuple[int, str, int]) -> None:
    (relation,) = relations_of(facts(text, *names))
    assert (relation.source, relation.kind, relation.target) == found


def test_a_lawyer_acts_for_all_of_a_list() -> None:
    text = "lawyer Seitova Inna cannot get a meeting with Torgayev Asan and Dosmanov Timur"
    found = relations_of(facts(text, "Seitova Inna", "Torgayev Asan", "Dosmanov Timur"))
    assert [(r.source, r.kind, r.target) for r in found] == [(0, "lawyer", 1), (0, "lawyer", 2)]


def test_a_lawyer_named_behind_the_only_target_is_theirs() -> None:
    entry_facts = facts(
        "Torgayev Asan got 20 days. The defender Seitova Inna has appealed", "Torgayev Asan", "Seitova Inna"
    )
    lawyer = replace(entry_facts.persons[1], role="lawyer")
    (found,) = relations_of(replace(entry_facts, persons=(entry_facts.persons[0], lawyer)))
    assert (found.source, found.kind, found.target) == (1, "lawyer", 0)


def test_two_people_side_by_side_are_not_related() -> None:
    assert relations_of(facts("Torgayev Asan and Seitova Inna", "Torgayev Asan", "Seitova Inna")) == ()


@pytest.mark.parametrize(
    "text, as_",
    [
        ("Torgayev Asan, an activist of the unregistered movement “Dala”, was detained", "activist"),
        ("Torgayev Asan, the Director of the Public Fund “Dala”, was detained", "director"),
        ("Torgayev Asan, head of “Dala”, said", "head"),
        ("Torgayev Asan, deputy director of “Dala”, said", "deputy director"),
        ("The head of the “Dala” movement Torgayev Asan said", "head"),
    ],
)
def test_an_apposition_says_where_somebody_belongs(text: str, as_: str) -> None:
    body = "Public Fund “Dala" if "Public Fund" in text else "Dala"
    known = facts(text, "Torgayev Asan", bodies=(body,))
    (affiliation,) = find_affiliations(analyse(known.entry, KAZAKHSTAN), known, KAZAKHSTAN)
    assert (affiliation.person, affiliation.body, affiliation.as_) == (0, 0, as_)


def test_standing_before_a_building_is_no_affiliation() -> None:
    entry_facts = facts("Torgayev Asan stood in front of the office of “Dala”", "Torgayev Asan", bodies=("Dala",))
    assert find_affiliations(analyse(entry_facts.entry, KAZAKHSTAN), entry_facts, KAZAKHSTAN) == ()


def act(type: str, to: tuple[int, ...] = (), by: tuple[int, ...] = ()) -> Act:
    parties = [tuple(Party("person", i) for i in who) for who in (to, by)]
    return Act(type, Evidence((Span(0, 1),), "tests.by_hand"), *parties)


LISTS = [
    (
        "wife of Torgayev Asan, Torgayeva Dina, and his lawyer Seitova Inna were held",
        ("Torgayev Asan", "Torgayeva Dina", "Seitova Inna"),
        [(1, "wife", 0), (2, "lawyer", 0)],
    ),
    (
        "Torgayeva Dina, the wife of Torgayev Asan, and his lawyer Seitova Inna were held",
        ("Torgayeva Dina", "Torgayev Asan", "Seitova Inna"),
        [(0, "wife", 1), (2, "lawyer", 1)],
    ),
    (
        "the sister of Torgayev Asan, Torgayeva Dina, was fined",
        ("Torgayev Asan", "Torgayeva Dina"),
        [(1, "sister", 0)],
    ),
    ("as the mother of Torgayev Asan, Seitova Inna was asked", ("Torgayev Asan", "Seitova Inna"), []),
    ("the lawyer of Torgayev Asan, Seitova Inna and others came", ("Torgayev Asan", "Seitova Inna"), []),
]


@pytest.mark.parametrize("text, names, found", LISTS)
def test_whose_kin_and_lawyers_a_list_names(
    text: str, names: tuple[str, ...], found: list[tuple[int, str, int]]
) -> None:
    assert sorted((r.source, r.kind, r.target) for r in relations_of(facts(text, *names))) == sorted(found)


def test_a_lawyer_by_trade_is_not_the_lawyer_of_whom_they_stand_beside() -> None:
    for behind, found in ((", a lawyer from Taraz,", []), (", defence lawyer,", [(1, "lawyer", 0)])):
        known = facts(f"Torgayev Asan and Seitova Inna{behind} spoke", "Torgayev Asan", "Seitova Inna")
        known = replace(known, persons=(known.persons[0], replace(known.persons[1], role="lawyer")))
        assert [(r.source, r.kind, r.target) for r in relations_of(known)] == found


@pytest.mark.parametrize(
    "acts, charges, role",
    [
        ([act("detention", to=(0,))], [], "target"),
        ([act("torture", by=(0,))], [], "perpetrator"),
        ([act("sentence", to=(0,))], ["146"], "perpetrator"),
        ([act("sentence", to=(0,))], ["405"], "target"),
        ([act("statement", by=(0,))], [], "speaker"),
        ([act("statement", to=(0,), by=(0,))], [], "target"),
        ([act("statement", to=(0,))], [], "subject"),
    ],
)
def test_acts_settle_the_role(acts: list[Act], charges: list[str], role: str) -> None:
    text = "It was told yesterday, in the evening and at some length, that the case of Torgayev Asan goes on"
    entry_facts = facts(text, "Torgayev Asan")
    charged = tuple(Charge(0, "CC", article, Evidence((Span(0, 1),), "tests.by_hand")) for article in charges)
    entry_facts = EntryFacts(entry_facts.entry, (), entry_facts.persons, (), charged, (), tuple(acts))
    assert settle_roles(analyse(entry_facts.entry, KAZAKHSTAN), entry_facts, KAZAKHSTAN)[0].role == role


def test_who_is_only_demanded_free_is_a_subject() -> None:
    entry_facts = facts("A number of people rallied there, demanding amnesty for Torgayev Asan", "Torgayev Asan")
    entry_facts = EntryFacts(entry_facts.entry, (), entry_facts.persons, (), (), (), (act("protest"),))
    assert settle_roles(analyse(entry_facts.entry, KAZAKHSTAN), entry_facts, KAZAKHSTAN)[0].role == "subject"
