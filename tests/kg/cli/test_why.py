"""``kg why FACT`` as a user sees it: the rule of a fact, and what made words an act."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.corrections.kinds.fact import Fact
from kg.workspace import Workspace
from tests.conftest import Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def facts(workspace: Path, kind: str) -> Iterator[Fact]:
    known = Workspace.open(workspace).known_facts()
    for entry in known.mentions.entries:
        yield from (fact for fact in known.of_entry(entry) if fact.kind.name == kind)


def rule(fact: Fact) -> str:
    return str(fact.value.evidence.rule)


def test_an_act_has_its_pattern_cue_runner_up_and_weights(kg: Kg, sample_workspace: Path) -> None:
    fact = next(f for f in facts(sample_workspace, "act") if "/" in rule(f) and not rule(f).startswith("frame/"))
    page = kg("why", fact.id, workspace=sample_workspace).output
    assert "Why this is an act of the entry" in page and f"Pattern    {rule(fact)}, score " in page
    for title in ("Words", "Confidence", "Rule", "asks for", "Told as", "Next best"):
        assert re.search(rf"^  {title} +\S", page, re.M), title
    assert re.search(r"News +probability \d\.\d\d \((over|under)", page)
    assert len(re.findall(r"^    [+−]\d\.\d\d  ", page, re.M)) >= 3
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_every_act_of_the_sample_is_explained_in_80_columns(kg: Kg, sample_workspace: Path) -> None:
    explained = 0
    for fact in list(facts(sample_workspace, "act"))[::9]:
        result = kg("why", fact.id, workspace=sample_workspace)
        assert result.exit_code == 0, result.output
        assert [line for line in result.output.splitlines() if len(line) > 80] == []
        explained += "News" in result.output
    assert explained > 5


def test_another_fact_has_its_rule_and_words(kg: Kg, sample_workspace: Path) -> None:
    fact = next(facts(sample_workspace, "charge"))
    page = kg("why", fact.id, workspace=sample_workspace).output
    assert rule(fact) in page and fact.mention.words.split()[0] in page and "Why this is an act" not in page


def test_what_people_decided_says_so(kg: Kg, workspace: Path) -> None:
    fact = next(facts(workspace, "act"))
    decision = kg("confirm", fact.id, workspace=workspace).output
    page = kg("why", fact.id, workspace=workspace).output
    found = re.search(r"decision (\w{12})", page)
    assert found and found[1] in decision and "News" not in page


def test_an_entry_lists_its_facts_and_an_unknown_id_is_refused(kg: Kg, sample_workspace: Path) -> None:
    fact = next(facts(sample_workspace, "act"))
    listed = kg("why", fact.entry.id, workspace=sample_workspace)
    assert listed.exit_code == 1 and "These facts fit" in listed.output
    assert kg("why", "event-0000000000000000", workspace=sample_workspace).exit_code == 1
