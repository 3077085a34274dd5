"""Questions as a reader sees them, and what speaks for and against two things of any kind."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.jurisdictions.packs import load_jurisdiction
from kg.decisions.journal import Decision, decide
from kg.decisions.opinions import Opinion, record_opinions
from kg.entries.mentions import Mention
from kg.explain.comparison import Compared, compare
from kg.graph.value import Graph
from kg.identity.people.values import Question, Verdict
from kg.review import view_questions
from kg.rows.build import build
from kg.rows.resolved_reports import ResolvedReports, resolve_reports
from tests.kg.scenes import act, body, charge, entry, person, report

COUNTRY = load_jurisdiction("kazakhstan")
TEXTS = [
    "March 3, Astana, Quellin Nadir, a teacher, was detained by the city court in case No. 2031-17, Article 272.",
    "March 5, Almaty, N. Quellin was fined by the city court under Article 489 in case No. 2031-18.",
    "March 9, Astana, the court of Astana city tried Quellin N. under Article 272 in case No. 2031-17.",
]
SPOKEN_OF = "March 12, Astana, Ivel Dorn spoke of the matter."


def month_entries() -> list[object]:
    one, two, three = TEXTS
    return [
        entry(
            *(1, "2031-03-03", one, "Astana"),
            persons=(person(one, "Quellin Nadir"),),
            bodies=(body(one, "court", "city court", "first_instance", generic=True),),
            charges=(charge(one, 0, "CC", "272"),),
            acts=(act(one, "detention", "detained", "p0"),),
        ),
        entry(
            *(2, "2031-03-05", two, "Almaty"),
            persons=(person(two, "N. Quellin"),),
            bodies=(body(two, "court", "city court", "first_instance", generic=True),),
            charges=(charge(two, 0, "CAO", "489"),),
            acts=(act(two, "sentence", "fined", "p0"),),
        ),
        entry(
            *(3, "2031-03-09", three, "Astana"),
            persons=(person(three, "Quellin N."),),
            bodies=(body(three, "court", "court of Astana city", "first_instance", generic=True, place="Astana"),),
            charges=(charge(three, 0, "CC", "272"),),
            acts=(act(three, "trial", "tried", "p0"),),
        ),
    ]


MONTH = report(*month_entries())  # type: ignore[arg-type]


def resolved(decisions: list[Decision] | None = None) -> ResolvedReports:
    return resolve_reports([MONTH], COUNTRY, decisions or [])


def mention_in(label: str, number: int) -> Mention:
    return next(
        q for q in resolved().mentions.by_id.values() if (q.label, q.entry.facts.entry.number) == (label, number)
    )


def decided(answer: str, label: str, a: int, b: int) -> list[Decision]:
    opinion = Opinion(answer, mention_in(label, a).id, mention_in(label, b).id)  # type: ignore[arg-type]
    return record_opinions([opinion], resolved().mentions, [], "anna")


def graph(decisions: list[Decision] | None = None) -> Graph:
    return build([MONTH], COUNTRY, decisions or []).graph


def compared(label: str, a: int, b: int, decisions: list[Decision] | None = None) -> Compared:
    return compare(resolved(decisions), mention_in(label, a).id, mention_in(label, b).id, decisions or [])


@pytest.mark.parametrize(
    ("label", "a", "b"), [("Person", 1, 2), ("Court", 1, 2), ("Case", 1, 2), ("Event", 1, 2), ("Place", 1, 2)]
)
def test_same_joins_any_kind_and_undo_gives_the_very_graph_back(label: str, a: int, b: int) -> None:
    decisions = decided("same", label, a, b)
    after = resolved(decisions)
    assert after.leads_to(mention_in(label, a).id) == after.leads_to(mention_in(label, b).id)
    joined = graph(decisions)
    count = [sum(n.label == label for n in g.nodes) for g in (graph(), joined)]
    assert count[1] <= count[0] and joined != graph()
    undo = decide("undo", {"decision": decisions[0].id}, "anna", "", decisions)
    assert graph([*decisions, undo]) == graph()


@pytest.mark.parametrize(("label", "a", "b"), [("Person", 1, 3), ("Court", 1, 3), ("Case", 1, 3), ("Place", 1, 3)])
def test_different_parts_any_kind(label: str, a: int, b: int) -> None:
    one, other = mention_in(label, a).id, mention_in(label, b).id
    assert resolved().leads_to(one) == resolved().leads_to(other)
    decisions = decided("different", label, a, b)
    after = resolved(decisions)
    assert after.leads_to(one) != after.leads_to(other)
    assert {after.leads_to(one), after.leads_to(other)} <= {n.id for n in graph(decisions).nodes}
    undo = decide("undo", {"decision": decisions[0].id}, "anna", "", decisions)
    assert graph([*decisions, undo]) == graph()


def test_same_gives_entries_of_no_campaign_one() -> None:
    """Found by hypothesis: the decision was taken and reported as done, and the two stayed two."""
    decisions = decided("same", "Campaign", 1, 3)
    one, other = mention_in("Campaign", 1).id, mention_in("Campaign", 3).id
    assert resolved().resolution.campaign == {} and resolved().leads_to(one) != resolved().leads_to(other)
    after = resolved(decisions)
    assert after.leads_to(one) == after.leads_to(other) and after.conflicts == after.lost == ()
    [campaign] = [node for node in graph(decisions).nodes if node.label == "Campaign"]
    assert (campaign.id, campaign.properties["title"]) == (after.leads_to(one), "Entries joined by a decision")
    undo = decide("undo", {"decision": decisions[0].id}, "anna", "", decisions)
    assert graph([*decisions, undo]) == graph()


def test_same_gives_an_entry_of_no_case_the_other_s() -> None:
    month = report(
        *month_entries(), entry(4, "2031-03-12", SPOKEN_OF, persons=(person(SPOKEN_OF, "Ivel Dorn", "speaker"),))
    )  # type: ignore[arg-type]
    before = resolve_reports([month], COUNTRY)
    first, *_, last = [m for m in before.mentions.by_id.values() if m.label == "Case"]
    assert last.entry.id not in before.resolution.case
    decisions = record_opinions([Opinion("same", first.id, last.id)], before.mentions, [], "anna")
    after = resolve_reports([month], COUNTRY, decisions)
    assert (
        after.resolution.case[last.entry.id]
        == after.resolution.case[first.entry.id]
        == before.resolution.case[first.entry.id]
    )


def test_a_case_that_is_parted_keeps_the_number_its_own_entries_name() -> None:
    def numbers(decisions: list[Decision]) -> list[str]:
        return sorted(str(n.properties.get("number")) for n in graph(decisions).nodes if n.label == "Case")

    assert numbers([]) == ["2031-17", "2031-18"]
    assert numbers(decided("different", "Case", 1, 3)) == ["2031-17", "2031-17", "2031-18"]
    assert numbers(decided("same", "Case", 1, 2)) == ["2031-17"]


@pytest.mark.parametrize(
    ("label", "a", "b", "speaks_for", "against"),
    [
        ("Court", 1, 2, "same name: city court", "place: "),
        ("Case", 1, 3, "same number: 2031-17", ""),
        ("Case", 1, 2, "same kind: proceeding", "number: 2031-17 against 2031-18"),
        ("Event", 1, 2, "", "type: detention against sentence"),
        ("Place", 1, 2, "", "name: Astana against Almaty"),
    ],
)
def test_reasons_of_things_that_are_no_people(label: str, a: int, b: int, speaks_for: str, against: str) -> None:
    found = compared(label, a, b)
    assert any(reason.startswith(speaks_for) for reason in found.verdict.reasons_for) or not speaks_for
    assert any(reason.startswith(against) for reason in found.verdict.reasons_against) or not against


def test_decisions_about_the_two_are_named_and_no_others() -> None:
    decisions = decided("same", "Person", 1, 2)
    decisions += decided("same", "Court", 1, 2)
    assert [d.id for d in compared("Person", 1, 2, decisions).decisions] == [decisions[0].id]
    assert compared("Person", 1, 2).decisions == ()


def test_both_sides_of_a_question_show_their_entries_and_where_the_names_stand() -> None:
    everything = resolved()
    mentions = [(mention_in("Person", n).entry.id, 0) for n in (1, 2)]
    question = Question(*mentions, Verdict("unsure", ("same surname",), ("in different places",)), 2)
    [asked] = view_questions(everything.entries, everything.resolution, [question])
    assert (asked.reasons_for, asked.reasons_against, asked.entries) == (("same surname",), ("in different places",), 2)
    assert asked.a.id == mention_in("Person", 1).id and asked.a.name in ("Quellin Nadir", "Quellin N.")
    for side in (asked.a, asked.b):
        for shown in side.entries:
            assert all("Quellin" in shown.text[s.start : s.end] for s in shown.spans)


@pytest.mark.parametrize("name", ["Ж" * 500, "x" * 500, "محمد", "გიორგი", "Ilka", "?"])
def test_whatever_a_name_looks_like_a_decision_about_it_holds(name: str) -> None:
    texts = [f"March 3, Astana, {name} was detained.", f"March 8, Almaty, {name} was released after the protest."]
    month = report(*(entry(i, f"2031-03-0{i}", text, persons=(person(text, name),)) for i, text in enumerate(texts, 1)))
    everything = resolve_reports([month], COUNTRY)
    one, other = (q.id for q in everything.mentions.by_id.values() if q.label == "Person")
    for answer in ("same", "different"):
        decisions = record_opinions([Opinion(answer, one, other)], everything.mentions, [], "anna")  # type: ignore[arg-type]
        after = resolve_reports([month], COUNTRY, decisions)
        assert (after.leads_to(one) == after.leads_to(other)) == (answer == "same") and not after.lost
        assert compare(after, one, other, decisions).decisions == tuple(decisions)
        assert build([month], COUNTRY, decisions).graph != build([month], COUNTRY).graph or (
            after.resolution.person == everything.resolution.person
        )


MENTIONS = list(resolved().mentions.by_id.values())
ANSWERS = st.sampled_from(["same", "different", "unsure"])
ONE = st.sampled_from(MENTIONS)
SAID = st.lists(st.tuples(ANSWERS, ONE, ONE, st.sampled_from("ab")), max_size=8)


@settings(max_examples=15, deadline=None)
@given(SAID, st.randoms())
def test_whatever_is_decided_holds_and_leaves_no_trace_when_undone(
    said: list[tuple[str, Mention, Mention, str]], random: Random
) -> None:
    before, taken = graph(), []
    for answer, a, b, who in said:
        if a.label == b.label and a.id != b.id:
            opinion = Opinion(answer, a.id, b.id)  # type: ignore[arg-type]
            taken += record_opinions([opinion], resolved().mentions, taken, who)
    after = resolved(taken)
    assert after.lost == () and {id for c in after.conflicts for id in c.decisions} <= {d.id for d in taken}
    for judgement in after.judgements:
        assert (after.leads_to(judgement.a) == after.leads_to(judgement.b)) == (judgement.answer == "same")
    nodes = {node.id for node in graph(taken).nodes}
    assert {after.leads_to(q.id) for q in MENTIONS if q.id in after.resolution.ids} <= nodes
    shuffled = random.sample(taken, len(taken))
    assert graph(shuffled) == graph(taken)
    undone = list(taken)
    for decision in shuffled:
        undone.append(decide("undo", {"decision": decision.id}, "a", "", undone))
    assert graph(undone) == before
