"""An erasure that is killed at any moment did nothing, or is finished by the next command, even one that only reads."""

import multiprocessing
import signal
from pathlib import Path

import pytest

from kg.decisions.opinions import Opinion
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.investigations.files import Investigation, write_investigation
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report
from tests.kg.workspace.killed import count_steps, die_at_step

ONLY_IN_APRIL = (b"Kestin", b"summoned")


def prepare(folder: Path) -> Workspace:
    """A workspace with two reports, a decision that quotes both, and an investigation that names somebody."""
    workspace = Workspace.create(folder / "casefile", RULES)
    workspace.ingest([write_report(folder, "march.txt", MARCH), write_report(folder, "april.txt", APRIL, "2031-04")])
    mentions = workspace.mentions().mentions.by_id.values()
    ends = [m.id for m in mentions if m.label == "Person" and m.description in ("Tamsel Brio", "Kestin Ura")]
    workspace.judge([Opinion("different", *ends)], "anna")
    write_investigation(Layout(workspace.folder), Investigation("May", notes={ends[0]: "Kestin Ura too"}))
    return workspace


def erase_and_die(folder: Path, step: int) -> None:
    """Erase, and die without a word at the given step of syncing to disk."""
    die_at_step(step)
    Workspace.open(folder, RULES).keeper.erase("2031-04", "anna")


def steps_of_erasure(folder: Path) -> int:
    """How often the same erasure syncs, in a workspace of its own."""
    (folder / "twin").mkdir()
    workspace = prepare(folder / "twin")
    return count_steps(lambda: workspace.keeper.erase("2031-04", "anna"))


def left_in(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in paths if any(word in path.read_bytes() for word in ONLY_IN_APRIL)]


# The last is the one that removes what says that an erasure is under way; between the commit and it there are a dozen.
@pytest.mark.parametrize("back", [1, 2, 3, 4, 6, 8, 10, 12, 14, 40])
def test_killed_at_a_step_of_an_erasure(tmp_path: Path, back: int) -> None:
    folder = prepare(tmp_path).folder
    step = steps_of_erasure(tmp_path) - back + 1
    process = multiprocessing.get_context("spawn").Process(target=erase_and_die, args=(folder, step))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    opened = Workspace.open(folder, RULES)
    reports, verbs = [r.id for r in opened.reports()], [d.verb for d in opened.decisions()]
    assert (reports, verbs) in ((["2031-03", "2031-04"], ["different"]), (["2031-03"], ["erased"]))
    if verbs == ["erased"]:
        assert left_in(folder) == []
    assert opened.check() == []
    if reports != ["2031-03"]:
        opened.keeper.erase("2031-04", "anna")
    assert left_in(folder) == [] and opened.check() == []
    opened.ingest([write_report(tmp_path, "may.txt", MARCH, "2031-05")])
    assert [r.id for r in opened.reports()] == ["2031-03", "2031-05"] and opened.check() == []
