"""Why two entries are one case, as a chain of links on the terminal; and a link that a person refuses."""

import itertools
import re
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from kg.decisions.journal import LINK, decide, write_decision
from kg.decisions.opinions import about_mentions
from kg.graph.value import Graph
from kg.identity.links import Link
from kg.workspace import Workspace
from kg.workspace.derived_rows import LINKS
from tests.conftest import SAMPLE, Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def links(workspace: Path) -> list[Link]:
    return Workspace.open(workspace).read_rows(LINKS) or []


def graph(workspace: Path) -> Graph:
    return Workspace.open(workspace).graph()


def decision_in(result: Result) -> str:
    found = re.search(r"kg undo (\w{12})", result.output)
    assert found, result.output
    return found[1]


def link_by(workspace: Path, rule: str) -> Link:
    """The only link between its two entries."""
    found = links(workspace)
    alone = [one for one in found if not any({o.a, o.b} & {one.a, one.b} for o in found if o is not one)]
    return next(one for one in alone if one.rule == rule)


def test_links_are_kept_with_the_generation(workspace: Path) -> None:
    kept = links(workspace)
    assert kept == list(Workspace.open(workspace).build().links) and len({one.rule for one in kept}) > 5
    assert kept == sorted(kept, key=lambda one: (one.kind, one.a, one.b, one.rule))
    for one in kept:
        assert {quote.entry for quote in one.evidence} == {one.a, one.b}


def test_why_prints_the_rule_and_the_words_of_both_entries(kg: Kg, workspace: Path) -> None:
    one = link_by(workspace, "next-step")
    answer = kg("why", one.a, one.b, workspace=workspace).output
    assert f"What makes {one.a} and {one.b} one case" in answer and "(next-step)" in answer
    assert re.search(rf"{one.a}: “\w", answer) and re.search(rf"{one.b}: “\w", answer)


def test_why_prints_every_step_of_a_chain(kg: Kg, workspace: Path) -> None:
    answer = kg("why", "2031-03/18", "2031-04/39", workspace=workspace).output
    steps = re.findall(r"^  (\d)\. (\S+) and (\S+): ", answer, re.MULTILINE)
    assert len(steps) > 1 and steps[0][1] == "2031-03/18" and steps[-1][2] == "2031-04/39"
    assert all(before[2] == after[1] for before, after in itertools.pairwise(steps))


def test_a_merge_is_a_step_of_the_chain(kg: Kg, workspace: Path) -> None:
    assert "What make" not in kg("why", "2031-03/6", "2031-03/34", workspace=workspace).output
    decision = decision_in(kg("merge", "2031-03/6", "2031-03/34", workspace=workspace))
    answer = kg("why", "2031-03/6", "2031-03/34", workspace=workspace).output
    assert f"2031-03/6 and 2031-03/34: decision {decision} says they are the same" in answer
    assert "decision" in kg("why", "2031-03/18", "2031-03/34", workspace=workspace).output


def test_a_refused_link_parts_a_case_until_it_is_undone(kg: Kg, workspace: Path) -> None:
    before, one = graph(workspace), link_by(workspace, "next-step")
    result = kg("split", one.a, one.b, "--link", one.rule, "--why", "namesakes", workspace=workspace)
    assert result.exit_code == 0 and "are no longer one case" in result.output
    assert one not in links(workspace) and "two in the graph" in kg("why", one.a, one.b, workspace=workspace).output
    listed = kg("decisions", workspace=workspace).output
    assert "the link “the next step against the same person” of Case" in listed and "namesakes" in listed
    assert "1, of which 1 have an effect" in kg("status", workspace=workspace).output
    assert kg("check", workspace=workspace).exit_code == 0
    again = kg("split", one.a, one.b, "--link", one.rule, workspace=workspace)
    assert again.exit_code == 1 and "No next-step link" in str(again.exception)
    assert kg("undo", decision_in(result), workspace=workspace).exit_code == 0
    assert graph(workspace) == before and one in links(workspace)


def test_another_rule_may_still_join_the_two(kg: Kg, workspace: Path) -> None:
    result = kg("split", "2031-03/6", "2031-03/46", "--link", "same-article", workspace=workspace)
    assert result.exit_code == 0 and "are still one case, by next-step" in result.output
    assert ("2031-03/6", "2031-03/46", "same-article") not in {(o.a, o.b, o.rule) for o in links(workspace)}


def test_a_refused_link_outlives_a_corrected_report(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    one = link_by(workspace, "next-step")
    kg("split", one.a, one.b, "--link", one.rule, workspace=workspace)
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    inserted = "March 1, Velouth, the pensioner Corvannel Ishta was fined for a song.\n\nMarch 1, Port Auvren"
    corrected = tmp_path / "corrected.txt"
    corrected.write_text(text.replace("March 1, Port Auvren", inserted, 1), encoding="utf-8")
    assert kg("ingest", corrected, workspace=workspace).exit_code == 0
    assert "lost" not in kg("decisions", workspace=workspace).output
    report, _, number = one.b.partition("/")
    moved = {f"{report}/{int(id.partition('/')[2]) + 1}" for id in (one.a, one.b)}
    assert int(number) and not any({o.a, o.b} == moved for o in links(workspace))


def test_what_somebody_said_is_one_stays_one_without_the_link(kg: Kg, workspace: Path) -> None:
    one = link_by(workspace, "next-step")
    same = decision_in(kg("merge", one.a, one.b, workspace=workspace))
    result = kg("split", one.a, one.b, "--link", one.rule, workspace=workspace)
    assert result.exit_code == 0 and f"are still one case, by decision {same}" in result.output
    assert one not in links(workspace)


@pytest.mark.parametrize(
    ("a", "b", "rule", "said"),
    [
        ("2031-03/6", "2031-03/46", "no-such-rule", "There is no rule no-such-rule"),
        ("2031-03/6", "2031-03/46", "same-page", "No same-page link"),
        ("2031-03/6", "2031-03/1", "next-step", "they do not both belong to a case"),
        ("Talidora Ilvane", "Halmuvel Oswen", "next-step", "Only links of cases and campaigns"),
    ],
)
def test_what_cannot_be_refused_is_said(kg: Kg, workspace: Path, a: str, b: str, rule: str, said: str) -> None:
    result = kg("split", a, b, "--link", rule, workspace=workspace)
    assert result.exit_code == 1 and said in str(result.exception)


def test_a_refusal_of_a_rule_that_is_no_more_is_lost(kg: Kg, workspace: Path) -> None:
    one = link_by(workspace, "next-step")
    known = Workspace.open(workspace).resolve_reports()
    entries = {entry.id: entry for entry in known.entries}
    ends = [known.mentions.by_id[entries[id].mention_id("case")] for id in (one.a, one.b)]
    of_old = decide("wrong", {**about_mentions(*ends, known.mentions), LINK: "old-rule"}, "anna")
    before = graph(workspace)
    Workspace.open(workspace).import_decisions(write_decision(of_old))
    assert graph(workspace) == before and of_old.id in kg("status", workspace=workspace).output
    assert "lost: there is no rule old-rule" in kg("decisions", workspace=workspace).output


def test_a_campaign_has_a_chain_too_and_a_link_of_it_can_be_refused(kg: Kg, workspace: Path) -> None:
    answer = kg("why", "2031-04/24", "2031-04/30", workspace=workspace).output
    assert "What makes 2031-04/24 and 2031-04/30 one campaign" in answer and "2031-04-20 (rally-day)" in answer
    result = kg("split", "2031-03/39", "2031-04/24", "--link", "rally-day", workspace=workspace)
    assert result.exit_code == 0 and "are no longer one campaign" in result.output
    left = {(one.a, one.b) for one in links(workspace) if one.kind == "Campaign"}
    assert ("2031-03/39", "2031-04/24") not in left and ("2031-03/39", "2031-04/30") in left
    assert kg("check", workspace=workspace).exit_code == 0
