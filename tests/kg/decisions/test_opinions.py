"""From what somebody says about two mentions to what holds."""

import pytest

from ingest.errors import KgError
from kg.decisions.journal import Decision, decide
from kg.decisions.judgements import Judgement
from kg.decisions.opinions import Opinion, find_judgements, record_opinions
from kg.entries.active import collect_entries
from kg.entries.index import MentionIndex
from tests.kg.scenes import body, entry, person, report

TEXTS = [
    "March 3, Astana, Orvane Ilka, a teacher, was detained near the tram depot.",
    "March 9, Astana, the city court fined I. Orvane for whistling at the regatta.",
    "March 11, Almaty, Orvane Ilka came to the hearing with a portrait of the singer.",
]
NAMES = ["Orvane Ilka", "I. Orvane", "Orvane Ilka"]
ENTRIES = [
    entry(i, f"2031-03-1{i}", text, persons=(person(text, name),))
    for i, (text, name) in enumerate(zip(TEXTS, NAMES, strict=True))
]
COURT = entry(
    4,
    "2031-03-14",
    "The city court adjourned.",
    bodies=(body("The city court adjourned.", "court", "city court", "first_instance"),),
)
MENTIONS = MentionIndex(collect_entries([report(*ENTRIES, COURT)]))
IDS = [q.id for q in MENTIONS.by_id.values() if q.label == "Person"]


def take(*steps: tuple[str, int, int, str]) -> list[Decision]:
    """Decisions taken one after the other: the answer, two positions of mentions, who."""
    taken: list[Decision] = []
    for answer, a, b, who in steps:
        taken += record_opinions([Opinion(answer, IDS[a], IDS[b])], MENTIONS, taken, who)  # type: ignore[arg-type]
    return taken


def held(decisions: list[Decision]) -> list[str]:
    return [j.decision for j in find_judgements(decisions, MENTIONS)[0]]


def test_judgements_come_in_the_order_of_time() -> None:
    decisions = take(("same", 0, 1, "anna"), ("different", 2, 1, "ben"))
    assert find_judgements(decisions[::-1], MENTIONS) == (
        (Judgement("same", IDS[0], IDS[1], decisions[0].id), Judgement("different", IDS[2], IDS[1], decisions[1].id)),
        (),
    )


def test_who_decides_anew_replaces_the_own_answer_and_an_undo_brings_it_back() -> None:
    first, second, third = take(("same", 0, 1, "anna"), ("different", 1, 0, "anna"), ("unsure", 0, 1, "anna"))
    assert held([first, second]) == [second.id] and held([first, second, third]) == [third.id]
    undo = decide("undo", {"decision": third.id}, "anna", "", [third])
    assert held([first, second, third, undo]) == [second.id]
    both = decide("undo", {"decision": second.id}, "anna", "", [undo])
    assert held([first, second, third, undo, both]) == [first.id]
    other = decide("undo", {"decision": second.id}, "anna", "", [third])
    assert held([first, second, third, other]) == [third.id]


def test_what_another_said_stays_even_under_the_same_user_name() -> None:
    decisions = take(("same", 0, 1, "anna"), ("different", 0, 1, "ben"))
    assert held(decisions) == [d.id for d in decisions]
    [apart] = take(("different", 0, 1, "anna"))
    assert set(held([decisions[0], apart])) == {decisions[0].id, apart.id}


def test_what_holds_already_is_not_decided_again() -> None:
    assert len(take(("same", 0, 1, "anna"), ("same", 1, 0, "anna"), ("same", 0, 1, "ben"))) == 1
    twice = [Opinion("same", IDS[0], IDS[1]), Opinion("same", IDS[1], IDS[0]), Opinion("unsure", IDS[0], IDS[1])]
    assert [d.verb for d in record_opinions(twice, MENTIONS, [], "anna")] == ["same", "unsure"]


def test_lost_decisions_are_named_with_the_side_and_the_reason() -> None:
    decisions = take(("same", 0, 1, "anna"))
    found, lost = find_judgements(decisions, MentionIndex(collect_entries([report(ENTRIES[0])])))
    assert found == () and [(item.decision, item.reason[:2]) for item in lost] == [(decisions[0].id, "b:")]


@pytest.mark.parametrize("about", [{}, {"a.kind": "Person"}, {"a.words": "", "b.words": "", "a.period": "2031-03"}])
def test_a_decision_that_points_nowhere_is_lost(about: dict[str, str]) -> None:
    decision = decide("same", about, "anna")
    assert [item.decision for item in find_judgements([decision], MENTIONS)[1]] == [decision.id]


def test_two_kinds_one_mention_and_unknown_ids_are_refused() -> None:
    [court] = (q.id for q in MENTIONS.by_id.values() if q.label == "Court")
    for a, b, reason in [
        (IDS[0], court, "same kind"),
        (IDS[0], IDS[0], "twice"),
        (IDS[0], "person-x", "not a mention"),
    ]:
        with pytest.raises(KgError, match=reason):
            record_opinions([Opinion("same", a, b)], MENTIONS, [], "anna")


def test_nobody_takes_the_place_of_what_somebody_else_said() -> None:
    [first] = take(("same", 0, 1, "anna"))
    about = {**first.about, "instead": first.id}
    other = decide("different", about, "ben", "", [first])
    assert held([first, other]) == [first.id, other.id]


def test_of_two_answers_given_at_once_to_one_question_the_later_replaces_the_earlier() -> None:
    opinions = [Opinion("same", IDS[0], IDS[1]), Opinion("different", IDS[1], IDS[0])]
    first, second = record_opinions(opinions, MENTIONS, [], "anna")
    assert second.about["instead"] == first.id and held([first, second]) == [second.id]
