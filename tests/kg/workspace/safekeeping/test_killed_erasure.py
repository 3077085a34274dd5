"""An erasure that is killed at any moment did nothing, or is finished by the next command, even one that only reads."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from kg.decisions.opinions import Opinion
from kg.system import durable_files as durable
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

ONLY_IN_APRIL = (b"Kestin", b"summoned")


def prepare(folder: Path) -> Workspace:
    """A workspace with two reports and a decision that quotes both."""
    workspace = Workspace.create(folder / "casefile", RULES)
    workspace.ingest([write_report(folder, "march.txt", MARCH), write_report(folder, "april.txt", APRIL, "2031-04")])
    mentions = workspace.mentions().mentions.by_id.values()
    ends = [m.id for m in mentions if m.label == "Person" and m.description in ("Tamsel Brio", "Kestin Ura")]
    workspace.judge([Opinion("different", *ends)], "anna")
    return workspace


def erase_and_die(folder: Path, step: int) -> None:
    """Erase, and die without a word at the given step of syncing to disk."""
    steps = 0
    sync = os.fsync

    def dying(descriptor: int) -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        sync(descriptor)

    durable.os.fsync = dying
    Workspace.open(folder, RULES).keeper.erase("2031-04", "anna")


def count_steps(folder: Path) -> int:
    """How often the same erasure syncs, in a workspace of its own."""
    (folder / "twin").mkdir()
    workspace = prepare(folder / "twin")
    steps = 0
    sync = os.fsync

    def counting(descriptor: int) -> None:
        nonlocal steps
        steps += 1
        sync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", counting)
        workspace.keeper.erase("2031-04", "anna")
    return steps


def left_in(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in paths if any(word in path.read_bytes() for word in ONLY_IN_APRIL)]


# The last is the one that removes what says that an erasure is under way; between the commit and it there are a dozen.
@pytest.mark.parametrize("back", [1, 2, 3, 4, 6, 8, 10, 12, 14, 40])
def test_killed_at_a_step_of_an_erasure(tmp_path: Path, back: int) -> None:
    folder = prepare(tmp_path).folder
    step = count_steps(tmp_path) - back + 1
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
