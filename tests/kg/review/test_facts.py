"""Facts in review: which come first, what follows from an answer, drafts, and a spreadsheet of them."""

import csv
import io
from dataclasses import replace

import pytest

from ingest.errors import KgError
from ingest.facts import Evidence
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import FactOpinion
from kg.review.draft import (
    Draft,
    DraftAnswer,
    DraftFactAnswer,
    draft_fact_opinions,
    make_fact_draft,
    part_about,
    read_draft,
    resume_fact_review,
    with_part,
    write_draft,
)
from kg.review.facts import FactAnswer, FactQuestion, FactReview, fact_opinions, find_questions, start_fact_review
from kg.review.facts_sheet import COLUMNS, read_fact_sheet, write_fact_sheet
from kg.review.queue import answer, count_open, next_question, skip, undo_answer
from tests.kg.corrections.journals import REPORTS, Journal, first, later
from tests.kg.scenes import report

WHEN = "2031-05-02 10:00 UTC"


def questions(journal: Journal | None = None) -> list[FactQuestion]:
    journal = journal or Journal()
    return find_questions(KnownFacts(journal.reports, journal.decisions), {})


def kinds(asked: list[FactQuestion]) -> list[str]:
    return [question.fact.kind.name for question in asked]


def test_what_has_most_consequence_comes_first_and_what_only_describes_last() -> None:
    order = kinds(questions())
    assert (
        order[0] == "charge"
        and set(order[1:3]) == {"act", "sanction"}
        and set(order[-4:])
        <= {
            "person",
            "place",
            "body",
            "relation",
            "affiliation",
        }
    )
    assert order.index("stay") < order.index("place")


def test_doubt_comes_before_what_is_sure() -> None:
    unsure = Evidence(first().relations[0].evidence.spans, "tests.by_hand", "low", "two people are near")
    doubtful = first(relations=(replace(first().relations[0], evidence=unsure),))
    asked = questions(Journal(report(doubtful, later())))
    [relation] = [question for question in asked if question.fact.kind.name == "relation"]
    assert relation.doubt == "two people are near" and kinds(asked).index("relation") < kinds(asked).index("place")


def test_a_person_of_many_entries_comes_before_one_of_a_single_entry() -> None:
    known = KnownFacts(REPORTS, [])
    things = {m.id: m.description for m in known.mentions.by_id.values()}
    names = [q.fact.mention.description for q in find_questions(known, things) if q.fact.kind.name == "person"]
    assert names == ["Orvane Ilka", "Orvane Ilka", "Orvane Besk", "Tamsel"]


def test_what_is_decided_is_not_asked() -> None:
    journal = Journal()
    before = len(questions(journal))
    journal.say("right", journal.fact("charge").id)
    journal.say("wrong", journal.fact("act").id)
    assert len(questions(journal)) == before - 2


def review() -> FactReview:
    return start_fact_review(questions())


def test_answers_are_given_skipped_and_taken_back() -> None:
    started = review()
    given = skip(answer(answer(started, FactAnswer("right", {})), FactAnswer("corrected", {"duration": "P15D"})))
    assert next_question(given) == 3 and count_open(given) == count_open(started) - 3
    assert [(o.verb, o.values) for o in fact_opinions(given)] == [("right", {}), ("corrected", {"duration": "P15D"})]
    assert undo_answer(given).given == given.given[:2]


def test_what_rests_on_somebody_who_is_no_person_is_not_asked() -> None:
    asked = questions()
    person = next(q for q in asked if q.fact.mention.description == "Orvane Ilka")
    rest = [q for q in asked if q is not person]
    given = answer(start_fact_review([person, *rest]), FactAnswer("wrong", {}))
    left = [rest[i - 1].fact.kind.name for i in range(1, len(asked)) if i not in given.follows(given)]
    assert {"relation", "affiliation"}.isdisjoint(left) and left.count("stay") == 1 and "charge" in left


def test_a_draft_keeps_answers_about_facts_beside_those_about_people() -> None:
    given = skip(answer(review(), FactAnswer("corrected", {"part": "2"})))
    draft = make_fact_draft(given, [], WHEN, "the verdict")
    people = Draft((DraftAnswer("a", "b", "same"),), WHEN, "asked her")
    both = with_part(people, "facts", draft)
    assert both.answers == 2 and read_draft(write_draft(both)) == both
    assert part_about(both, "people") == people and part_about(both, "facts").facts == draft.facts
    assert with_part(both, "people", Draft((), "")).facts == draft.facts
    [said] = draft_fact_opinions(draft)
    assert (said.verb, said.values, said.why) == ("corrected", {"part": "2"}, "the verdict")


def test_a_draft_of_an_earlier_version_is_read() -> None:
    old = b'{"given":[{"a":"x","b":"y","answer":"same"}],"when":"2031-05-02 10:00 UTC","why":""}'
    assert read_draft(old) == Draft((DraftAnswer("x", "y", "same"),), WHEN)


def test_a_review_goes_on_where_it_was_left() -> None:
    asked = questions()
    draft = make_fact_draft(answer(start_fact_review(asked), FactAnswer("wrong", {})), [], WHEN)
    other = DraftFactAnswer("charge-gone", "2031-01/1", "right")
    resumed, others = resume_fact_review(replace(draft, facts=(*draft.facts, other)), asked)
    assert others == (other,) and [o.verb for o in fact_opinions(resumed)] == ["wrong"]
    assert next_question(resumed) == 1


def sheet(rows: dict[int, dict[str, str]]) -> bytes:
    asked = questions()
    written = list(csv.DictReader(io.StringIO(write_fact_sheet(asked).decode("utf-8-sig"), newline="")))
    assert len(written) == len(asked)
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(row | rows.get(number, {}) for number, row in enumerate(written, 2))
    return text.getvalue().encode()


def test_a_fact_a_row_and_answers_are_read() -> None:
    ids = [question.fact.id for question in questions()]
    filled = read_fact_sheet(
        sheet(
            {
                2: {"answer": "Y", "why": "'=seen"},
                4: {"answer": "c", "correct": "part=2 | code=CC"},
                5: {"answer": "wrong"},
            }
        )
    )
    assert filled.unclear == () and filled.opinions == (
        (2, FactOpinion("right", ids[0], {}, "=seen")),
        (4, FactOpinion("corrected", ids[2], {"part": "2", "code": "CC"})),
        (5, FactOpinion("wrong", ids[3])),
    )


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"answer": "maybe"}, "answer y, n or c"),
        ({"answer": "y", "id": ""}, "leave the column id"),
        ({"answer": "c", "correct": "part"}, "correct is FIELD=VALUE"),
        ({"answer": "c"}, "answer c where something is to be corrected"),
        ({"answer": "n", "correct": "part=2"}, "answer c where something is to be corrected"),
        ({"correct": "part=2"}, "answer y, n or c"),
    ],
)
def test_rows_that_say_nothing_clear_are_named(cells: dict[str, str], problem: str) -> None:
    filled = read_fact_sheet(sheet({3: cells}))
    assert filled.opinions == () and [u.partition(":")[0] for u in filled.unclear] == ["row 3"]
    assert problem in filled.unclear[0]


def test_a_fact_answered_twice_counts_once() -> None:
    same = questions()[0].fact.id
    filled = read_fact_sheet(sheet({2: {"answer": "y"}, 3: {"answer": "n", "id": same}}))
    assert [o.verb for _, o in filled.opinions] == ["right"] and "row 2 answers" in filled.unclear[0]


def test_what_is_no_sheet_of_facts_is_refused() -> None:
    with pytest.raises(KgError, match="columns answer, correct and id"):
        read_fact_sheet(b"answer,a,b\ny,x,y\n")
