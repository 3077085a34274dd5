"""Decisions about two things, from outside: what they change in the graph, what they outlive, what undo gives back."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.corrections.opinions import FactOpinion
from kg.decisions.journal import EFFECTIVE_VERBS, FACT_VERBS, VERBS, Conflict, Decision, Verb, decide, write_decision
from kg.decisions.opinions import Opinion, about_mentions
from kg.decisions.selectors import make_selector, write_selector
from kg.entries.active import collect_entries
from kg.entries.index import MentionIndex
from kg.graph.value import Graph
from kg.system import durable_files as durable
from kg.workspace import Workspace
from kg.workspace.status import DecisionProblems
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

NAMES = [*MARCH, "Ashmid Loren was summoned by the police"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", NAMES), write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    return made


def mention(workspace: Workspace, name: str, nth: int = 0) -> str:
    mentions = MentionIndex(collect_entries(workspace.in_force()))
    return [q.id for q in mentions.by_id.values() if q.label == "Person" and q.description == name][nth]


def judge(workspace: Workspace, answer: str, a: str, b: str, who: str = "anna") -> Decision:
    opinion = Opinion(answer, mention(workspace, a), mention(workspace, b))  # type: ignore[arg-type]
    [decision] = workspace.judge([opinion], who)
    return decision


def states_of(workspace: Workspace) -> dict[str, tuple[str, tuple[str, ...], str]]:
    return {d.decision.id: (d.status, d.others, d.reason) for d in workspace.list_decisions()}


def generation_number(workspace: Workspace) -> int:
    generation = workspace.status().generation
    return int(generation.name[4:]) if generation else 0


def people(graph: Graph) -> list[list[str]]:
    return sorted(sorted(n.properties["names"]) for n in graph.nodes if n.label == "Person")  # type: ignore[type-var]


def test_same_joins_and_undo_gives_the_very_graph_back(workspace: Workspace) -> None:
    before = workspace.graph()
    decision = judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    assert ["Kestin Ura", "Tamsel Brio"] in people(workspace.graph())
    assert workspace.check() == [] and workspace.build().graph == workspace.graph() != before
    assert workspace.resolve(mention(workspace, "Kestin Ura")) == mention(workspace, "Tamsel Brio")
    workspace.undo(decision.id, "anna")
    assert workspace.graph() == before and workspace.check() == []
    assert workspace.resolve(mention(workspace, "Kestin Ura")) == mention(workspace, "Kestin Ura")


def test_different_parts_what_the_rules_joined(workspace: Workspace) -> None:
    before = workspace.graph()
    first, second = (mention(workspace, "Orvane Ilka", n) for n in (0, 1))
    assert workspace.resolve(second) == workspace.resolve(first)
    [decision] = workspace.judge([Opinion("different", first, second)], "anna")
    assert workspace.resolve(second) != workspace.resolve(first)
    workspace.undo(decision.id)
    assert workspace.graph() == before and workspace.resolve(second) == workspace.resolve(first)


def test_a_decision_survives_reingest_new_reports_and_an_entry_inserted_above(
    workspace: Workspace, tmp_path: Path
) -> None:
    judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    joined = ["Kestin Ura", "Tamsel Brio"]
    workspace.ingest([tmp_path / "march.txt"])
    assert joined in people(workspace.graph())
    workspace.ingest([write_report(tmp_path, "may.txt", ["Ombreth Jorvan was warned"], "2031-05")])
    assert joined in people(workspace.graph())
    workspace.ingest([write_report(tmp_path, "march2.txt", ["Ombreth Jorvan was fined", *NAMES])])
    assert joined in people(workspace.graph()) and workspace.decision_problems() == DecisionProblems()
    workspace.rebuild()
    assert joined in people(workspace.graph()) and workspace.check() == []


def test_the_order_of_reports_and_decisions_does_not_matter(workspace: Workspace, tmp_path: Path) -> None:
    judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    other = Workspace.create(tmp_path / "other", RULES)
    taken = other.import_decisions((workspace.folder / "decisions.jsonl").read_bytes())
    assert len(taken.new) == 1 and len(other.decisions()) == 1
    other.ingest([tmp_path / "april.txt"])
    assert len(other.status().problems.lost) == 1
    other.ingest([tmp_path / "march.txt"])
    assert other.graph() == workspace.graph() and other.decision_problems() == DecisionProblems()


def test_words_that_are_gone_are_shown_and_come_back_with_the_report(workspace: Workspace) -> None:
    decision = judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    whole = workspace.graph()
    withdrawn = workspace.withdraw("2031-04")
    assert [lost.decision for lost in workspace.status().problems.lost] == [decision.id] and workspace.check() == []
    assert states_of(workspace)[decision.id] == ("lost", (), "b: no report 2031-04 is in force")
    workspace.undo(withdrawn.id)
    assert workspace.graph() == whole and workspace.decision_problems() == DecisionProblems()


def test_two_journals_that_contradict_are_merged_and_shown(workspace: Workspace, tmp_path: Path) -> None:
    ours = judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    mentions = MentionIndex(collect_entries(workspace.in_force()))
    two = [mentions.by_id[mention(workspace, name)] for name in ("Kestin Ura", "Tamsel Brio")]
    about = about_mentions(two[0], two[1], mentions)
    theirs = decide("different", about, "ben", "met both", workspace.decisions())
    before = workspace.graph()
    taken = workspace.import_decisions(write_decision(theirs) + b'{"verb":"sa')
    assert (taken.new, taken.known, taken.broken) == ((theirs,), 0, (2,))
    assert workspace.graph() == before and workspace.check() == []
    assert workspace.status().problems.conflicts == (Conflict((theirs.id, ours.id)),)
    assert states_of(workspace) == {
        ours.id: ("contradicted", (theirs.id,), ""),
        theirs.id: ("not done", (ours.id,), ""),
    }
    workspace.undo(ours.id, "anna")
    assert workspace.decision_problems() == DecisionProblems() and ["Kestin Ura", "Tamsel Brio"] not in people(
        workspace.graph()
    )
    again = workspace.import_decisions(write_decision(theirs) + write_decision(ours))
    assert (again.new, again.known) == ((), 2)


def test_who_decides_anew_takes_the_own_answer_back(workspace: Workspace) -> None:
    before = workspace.graph()
    first = judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    joined = workspace.graph()
    second = judge(workspace, "different", "Tamsel Brio", "Kestin Ura")
    assert people(workspace.graph()) == people(before) and workspace.decision_problems() == DecisionProblems()
    assert states_of(workspace) == {first.id: ("replaced", (second.id,), ""), second.id: ("holds", (), "")}
    workspace.undo(second.id)
    assert workspace.graph() == joined


def test_several_opinions_are_one_commit_and_said_again_they_are_none(workspace: Workspace) -> None:
    before = generation_number(workspace)
    opinions = [
        Opinion("same", mention(workspace, "Tamsel Brio"), mention(workspace, "Kestin Ura"), "one passport"),
        Opinion("unsure", mention(workspace, "Ashmid Loren"), mention(workspace, "Orvane Ilka")),
    ]
    taken = workspace.judge(opinions, "anna")
    assert [(d.verb, d.who, d.why) for d in taken] == [("same", "anna", "one passport"), ("unsure", "anna", "")]
    assert generation_number(workspace) == before + 1
    assert workspace.judge(opinions, "anna") == () and generation_number(workspace) == before + 1


@pytest.mark.parametrize(
    ("a", "b", "reason"), [("person-nobody", None, "not a mention"), (None, None, "twice")], ids=["unknown", "twice"]
)
def test_wrong_ids_are_refused_and_nothing_is_taken(
    workspace: Workspace, a: str | None, b: str | None, reason: str
) -> None:
    known = mention(workspace, "Tamsel Brio")
    with pytest.raises(KgError, match=reason):
        workspace.judge([Opinion("same", known, mention(workspace, "Kestin Ura")), Opinion("same", a or known, known)])
    assert workspace.decisions() == ()
    with pytest.raises(KgError, match="has no decisions"):
        workspace.import_decisions(b"surname;given\n")


def judge_and_die(folder: Path, opinions: list[Opinion], step: int) -> None:
    """Judge, and die without a word at the given step of syncing to disk."""
    steps, sync = 0, os.fsync

    def dying(descriptor: int) -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        sync(descriptor)

    durable.os.fsync = dying  # type: ignore[attr-defined]
    Workspace.open(folder, RULES).judge(opinions, "anna")


@pytest.mark.parametrize("step", [1, 4, 20, 60, 100, 120])
def test_killed_while_judging_all_or_nothing_is_decided(workspace: Workspace, step: int) -> None:
    before = workspace.graph()
    opinions = [
        Opinion("same", mention(workspace, "Tamsel Brio"), mention(workspace, "Kestin Ura")),
        Opinion("different", mention(workspace, "Tamsel Brio"), mention(workspace, "Orvane Ilka")),
    ]
    process = multiprocessing.get_context("spawn").Process(
        target=judge_and_die, args=(workspace.folder, opinions, step)
    )
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL or (process.exitcode == 0 and step > 20)
    decided = len(workspace.decisions())
    assert decided in (0, 2) and (workspace.graph() == before) == (decided == 0) and workspace.check() == []
    workspace.judge(opinions, "anna")
    assert len(workspace.decisions()) == 2 and workspace.check() == []


def test_a_decision_that_waits_for_reports_can_be_undone(tmp_path: Path, workspace: Workspace) -> None:
    waiting = judge(workspace, "same", "Orvane Ilka", "Tamsel Brio")
    empty = Workspace.create(tmp_path / "empty", RULES)
    empty.import_decisions(write_decision(waiting))
    undo = empty.undo(waiting.id)
    assert [d.id for d in empty.decisions()] == [waiting.id, undo.id] and empty.check() == []
    with pytest.raises(KgError, match="there are no reports"):
        empty.resolve_reports()


def test_what_does_not_hold_is_not_counted_as_holding(workspace: Workspace) -> None:
    judge(workspace, "same", "Orvane Ilka", "Tamsel Brio", "anna")
    judge(workspace, "different", "Orvane Ilka", "Tamsel Brio", "ben")
    judge(workspace, "unsure", "Orvane Ilka", "Tamsel Brio", "anna")
    held = sum(status in ("holds", "contradicted") for status, _, _ in states_of(workspace).values())
    assert held < 3 and (workspace.status().decisions, workspace.status().decisions_in_effect) == (3, held)


@pytest.mark.parametrize("name", ["decisions.jsonl", "kg.toml", "graph/CURRENT", "reports/x", "new/../ids.jsonl"])
def test_the_workspaces_own_files_are_not_written_over(workspace: Workspace, name: str) -> None:
    with pytest.raises(KgError, match="belongs to the workspace"):
        workspace.refuse_own_file(workspace.folder / name)
    workspace.refuse_own_file(workspace.folder / "questions.csv")


@pytest.mark.parametrize("verb", sorted(FACT_VERBS))
def test_a_decision_about_a_fact_that_quotes_no_words_is_kept_and_has_no_effect(
    workspace: Workspace, verb: Verb
) -> None:
    before = workspace.graph()
    bare = decide(verb, {"anything": "else"}, "ben")
    assert workspace.import_decisions(write_decision(bare)).new == (bare,) and workspace.graph() == before
    assert states_of(workspace)[bare.id] == ("without effect", (), "") and workspace.check() == []


def test_a_fact_is_decided_about_checked_handed_on_and_undone(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.graph()
    [wrong] = workspace.decide_facts([FactOpinion("wrong", mention(workspace, "Tamsel Brio"), why="a firm")], "anna")
    [corrected] = workspace.decide_facts(
        [FactOpinion("corrected", mention(workspace, "Orvane Ilka"), {"name": "Orvanne Ilka"})], "anna"
    )
    assert people(workspace.graph()) == [["Ashmid Loren"], ["Kestin Ura"], ["Orvane Ilka", "Orvanne Ilka"]]
    assert workspace.check() == [] and workspace.build().graph == workspace.graph()
    assert workspace.facts()["2031-03"].entries[1].persons == ()
    listed = {d.decision.id: (d.about, d.status) for d in workspace.list_decisions()}
    assert listed[wrong.id] == ("Person “Tamsel Brio” (2031-03)", "holds")
    assert listed[corrected.id][0].endswith(": surname Orvane → Orvanne")
    other = Workspace.create(tmp_path / "other", RULES)
    other.import_decisions((workspace.folder / "decisions.jsonl").read_bytes())
    assert {d.status for d in other.list_decisions()} == {"lost"}
    other.ingest([tmp_path / "march.txt", tmp_path / "april.txt"])
    assert other.graph() == workspace.graph()
    workspace.rebuild()
    assert workspace.graph() == other.graph()
    workspace.undo(wrong.id)
    workspace.undo(corrected.id)
    assert workspace.graph() == before and workspace.check() == []


def test_the_id_of_a_fact_that_was_corrected_leads_to_it(workspace: Workspace) -> None:
    id = mention(workspace, "Tamsel Brio")
    workspace.decide_facts([FactOpinion("corrected", id, {"surname": "Tamsell"})])
    assert workspace.resolve(id) == mention(workspace, "Tamsell Brio") != id


def test_a_protection_changes_no_graph_and_is_kept_merged_listed_and_undone(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert set(VERBS) == EFFECTIVE_VERBS | FACT_VERBS | {"protect"}
    before = workspace.graph()
    mentions = MentionIndex(collect_entries(workspace.in_force()))
    seen = mentions.by_id[mention(workspace, "Tamsel Brio")]
    pointed = decide("protect", write_selector(make_selector(seen, mentions)), "anna", "seen on the day")
    bare = decide("protect", {"anything": "else"}, "ben", "", [pointed])
    ours = judge(workspace, "same", "Tamsel Brio", "Kestin Ura")
    joined = workspace.graph()
    taken = workspace.import_decisions(write_decision(pointed) + write_decision(bare) + write_decision(pointed))
    assert (taken.new, taken.broken) == ((pointed, bare), ())
    assert (
        workspace.graph() == joined != before
        and workspace.check() == []
        and workspace.decision_problems() == DecisionProblems()
    )
    listed = {d.decision.id: (d.about, d.status) for d in workspace.list_decisions()}
    assert listed[pointed.id] == ("Person “Tamsel Brio” (2031-03)", "holds")
    assert listed[bare.id] == ("", "holds") and listed[ours.id][1] == "holds"
    assert (workspace.status().decisions, workspace.status().decisions_in_effect) == (3, 3)
    workspace.ingest([write_report(tmp_path, "march2.txt", ["Ombreth Jorvan was fined", *NAMES])])
    workspace.rebuild()
    handed = b"".join(write_decision(d) for d in workspace.decisions())
    other = Workspace.create(tmp_path / "other", RULES)
    assert other.import_decisions(handed).new == workspace.decisions()
    assert {pointed.id, bare.id, ours.id} <= {d.id for d in other.decisions()}
    undone = workspace.undo(pointed.id, "anna")
    states = {d.decision.id: d.status for d in workspace.list_decisions()}
    assert (states[pointed.id], states[undone.id]) == ("undone", "holds")
