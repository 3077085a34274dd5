"""Verdicts told by a measure alone, and statements about one's own case. Invented people."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.acts.details.matters import add_matters
from ingest.facts import Act, Charge, Entry, EntryFacts, Evidence, Party, Person, Sanction, Span
from ingest.jurisdictions.packs import load_jurisdiction

TEXT = "Torgayev A., Seitova D. and the well-known Dosmanov T., Article 488, 10 days of arrest each, said the court"


def where(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence((Span(start, start + len(words)),), "tests.by_hand")


PEOPLE = tuple(Person(*name.split(), "target", where(name)) for name in ("Torgayev A.", "Seitova D.", "Dosmanov T."))


def facts(sanctioned: tuple[int, ...], charged: tuple[int, ...] = (), body: int = 0) -> EntryFacts:
    sanctions = tuple(
        Sanction((Party("person", i),), "administrative_arrest", where("10 days of arrest")) for i in sanctioned
    )
    charges = tuple(Charge(i, "CAO", "488", where("Article 488")) for i in charged)
    return EntryFacts(Entry(1, TEXT, 1, body=body), (), PEOPLE, (), charges, sanctions)


def matters_of(acts: tuple[Act, ...], facts: EntryFacts) -> tuple[Act, ...]:
    return add_matters(acts, analyse(facts.entry, load_jurisdiction("kazakhstan")), facts)


def act(type: str, to: tuple[int, ...] = (), by: tuple[int, ...] = ()) -> Act:
    return Act(type, where("said"), *(tuple(Party("person", i) for i in who) for who in (to, by)))


@pytest.mark.parametrize(
    ("acts", "sanctioned", "sentences"),
    [
        ([], (0,), [(0,)]),
        ([], (), []),
        ([act("sentence", (0,))], (0, 1, 2), [(0, 1, 2)]),
        ([act("hunger_strike", (0,))], (0,), []),
        ([], (2,), []),
    ],
    ids=["no verb", "no measure", "on all of them", "something else is the news", "not who the entry opens with"],
)
def test_a_measure_tells_a_sentence(
    acts: list[Act], sanctioned: tuple[int, ...], sentences: list[tuple[int, ...]]
) -> None:
    found = [a for a in matters_of(tuple(acts), facts(sanctioned)) if a.type == "sentence"]
    assert [tuple(p.index for p in a.to) for a in found] == sentences
    assert all(a.evidence.confidence == "medium" for a in found if a not in acts and not acts)


@pytest.mark.parametrize(("charged", "to"), [((0,), (0,)), ((1,), ())])
def test_who_speaks_of_their_own_case_stands_in_the_statement(charged: tuple[int, ...], to: tuple[int, ...]) -> None:
    (statement,) = matters_of((act("statement", by=(0,)),), facts((), charged))
    assert tuple(p.index for p in statement.to) == to


REFUSED = "the akimat did not permit a rally on March 8 to Torgayev A. Topic: Freedom for Seitova D. Reason: repairs"
AMONG = "Police detained activists. Among the detained activists there were Torgayev A. and Seitova D. They chanted."


def entry_of(text: str, *names: str) -> EntryFacts:
    people = tuple(
        Person(
            *name.split(), "target", Evidence((Span(text.index(name), text.index(name) + len(name)),), "tests.by_hand")
        )
        for name in names
    )
    return EntryFacts(Entry(1, text, 1), (), people)


def test_a_rally_is_refused_to_who_gave_notice_and_not_to_its_topic() -> None:
    facts = entry_of(REFUSED, "Torgayev A.", "Seitova D.")
    refusal = Act("assembly_refusal", Evidence((Span(4, 10),), "tests.by_hand"), (Party("body", 0),))
    (found,) = matters_of((refusal,), facts)
    assert found.to == (Party("person", 0),)


def test_those_among_the_detained_were_detained() -> None:
    facts = entry_of(AMONG, "Torgayev A.", "Seitova D.")
    (found,) = matters_of((Act("detention", Evidence((Span(7, 15),), "tests.by_hand")),), facts)
    assert found.to == (Party("person", 0), Party("person", 1))
