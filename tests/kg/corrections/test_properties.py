"""The graph hangs on which decisions there are, not on their order; undone, they leave the graph as it was."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import KgError
from kg.decisions.journal import Decision, decide
from kg.graph.value import Graph
from kg.identity.people.block_cache import BlockCache
from kg.rows.build import build
from tests.kg.corrections.journals import ADDITIONS, CORRECTIONS, INSERTED, LATER, REPORTS, TEXT, Journal, first, later
from tests.kg.scenes import KAZAKHSTAN, entry, report

BEFORE = build(REPORTS, KAZAKHSTAN).graph
KINDS = ("person", "place", "body", "charge", "sanction", "act", "relation", "affiliation", "stay")
WHO = ("anna", "ben")
Step = Callable[[Journal, str], object]


def _say(verb: str, kind: str, values: dict[str, str] | None = None) -> Step:
    def step(journal: Journal, who: str) -> object:
        try:
            fact = journal.fact(kind)
        except StopIteration:  # all of this kind are gone already
            return None
        return journal.say(verb, fact.id, values or {}, who)

    return step


def _add(kind: str, quoted: str, values: dict[str, str]) -> Step:
    return lambda journal, who: journal.add(kind, quoted, values, who)


STEPS: list[Step] = [
    *(_say(verb, kind) for verb in ("wrong", "right", "note") for kind in KINDS),
    *(_say("corrected", kind, values) for kind, values, _ in CORRECTIONS),
    *(_add(*addition) for addition in ADDITIONS),
]
Steps = Sequence[tuple[Step, str]]
TAKEN: st.SearchStrategy[Steps] = st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(WHO)), max_size=6)


def _journal(steps: Steps) -> Journal:
    journal = Journal()
    for step, who in steps:
        with suppress(KgError):  # what earlier steps left may not allow it
            step(journal, who)
    return journal


def _graph(decisions: Sequence[Decision], cache: BlockCache | None = None) -> Graph:
    return build(REPORTS, KAZAKHSTAN, decisions, cache).graph


@settings(max_examples=40, deadline=None)
@given(TAKEN, st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter_and_undone_they_leave_nothing(steps: Steps, random: Random) -> None:
    journal = _journal(steps)
    whole = _graph(journal.decisions)
    mixed = list(journal.decisions)
    random.shuffle(mixed)
    assert _graph(mixed) == whole
    for decision in mixed:
        journal.undo(decision)
    assert _graph(journal.decisions) == BEFORE


@settings(max_examples=25, deadline=None)
@given(TAKEN)
def test_step_by_step_the_graph_is_the_one_made_afresh(steps: Steps) -> None:
    journal, cache = _journal(steps), BlockCache()
    for number in range(len(journal.decisions) + 1):
        taken = journal.decisions[:number]
        assert _graph(taken, cache) == _graph(taken)
    for decision in reversed(journal.decisions):
        without = [d for d in journal.decisions if d.id != decision.id]
        undone = decide("undo", {"decision": decision.id}, "anna", "", journal.decisions)
        assert _graph([*journal.decisions, undone], cache) == _graph(without)


@settings(max_examples=25, deadline=None)
@given(TAKEN)
def test_a_report_that_is_read_again_with_an_entry_above_holds_the_same_decisions(steps: Steps) -> None:
    journal = _journal(steps)
    facts = journal.corrected()
    shifted = replace(first(), entry=entry(2, "2031-03-03", TEXT.replace("[1]", "[2]")).entry)
    moved = report(entry(1, "2031-03-01", INSERTED), shifted, later(3, LATER.replace("[2]", "[3]")))
    again = journal.corrected(moved, position=1)
    assert (again.charges, again.acts) == (facts.charges, facts.acts)
    assert (again.persons, again.sanctions, again.relations) == (facts.persons, facts.sanctions, facts.relations)
    assert sorted(journal.lost(moved)) == sorted(journal.lost())
