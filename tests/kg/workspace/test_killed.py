"""A writer that dies at any moment leaves the state before or after, and the next writer finishes or forgets it."""

import multiprocessing
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report
from tests.kg.workspace.killed import count_steps, die_at_step

CORRECTED = [*MARCH, "Kestin Ura was held"]
ROOT = Path(__file__).parents[3]
INGEST = """
import sys
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import RULES
Workspace.open(sys.argv[1], RULES).ingest(sys.argv[2:])
"""


def prepare(folder: Path) -> tuple[Workspace, list[Path]]:
    """A workspace with one report, and an ingest to come: a new report and a correction with its decision."""
    workspace = Workspace.create(folder / "casefile", RULES)
    workspace.ingest([write_report(folder, "march.txt", MARCH)])
    return workspace, [
        write_report(folder, "april.txt", APRIL, "2031-04"),
        write_report(folder, "march2.txt", CORRECTED),
    ]


def check_before_or_after(workspace: Workspace, files: list[Path]) -> bool:
    """Whether the ingest counted, after checking that it did so wholly or not at all."""
    reports = [(r.id, r.in_force) for r in workspace.reports()]
    before, after = [("2031-03", True)], [("2031-03", True), ("2031-03", False), ("2031-04", True)]
    assert reports in (before, after)
    counted = reports == after
    assert len(workspace.decisions()) == counted
    assert workspace.check() == []
    with workspace.reader() as store:
        kestin = store.query("MATCH (p:Person {name: 'Kestin Ura'}) RETURN count(p) > 0 AS there").rows
    assert kestin == ((counted,),)
    outcomes = {f.outcome for f in workspace.ingest(files).files}
    assert outcomes == ({"already added"} if counted else {"added", "corrected"})
    assert [(r.id, r.in_force) for r in workspace.reports()] == after
    assert len(workspace.decisions()) == 1 and workspace.check() == []
    assert not list((workspace.folder / "incoming").glob("*"))
    assert len([p for p in (workspace.folder / "graph").iterdir() if p.is_dir()]) == 1
    return counted


def ingest_and_die(folder: Path, files: list[Path], step: int) -> None:
    """Ingest, and die without a word at the given step of syncing to disk."""
    die_at_step(step)
    Workspace.open(folder, RULES).ingest(files)


@pytest.mark.parametrize("back", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 40])
def test_killed_at_a_step_of_the_commit(tmp_path: Path, back: int) -> None:
    counting, files = prepare(tmp_path)
    steps = steps_of_ingest(tmp_path, files)
    process = multiprocessing.get_context("spawn").Process(
        target=ingest_and_die, args=(counting.folder, files, steps - back + 1)
    )
    process.start()
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    check_before_or_after(counting, files)


def steps_of_ingest(folder: Path, files: list[Path]) -> int:
    """How often the same ingest syncs, in a workspace of its own."""
    (folder / "twin").mkdir()
    workspace, _ = prepare(folder / "twin")
    return count_steps(lambda: workspace.ingest(files))


def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(20310401)
    workspace, files = prepare(tmp_path)
    start = time.monotonic()
    run = [sys.executable, "-c", INGEST, str(workspace.folder), *map(str, files)]
    subprocess.run([*run[:4]], check=True, cwd=ROOT)
    longest = time.monotonic() - start + 0.5
    for attempt in range(6):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        workspace, files = prepare(folder)
        process = subprocess.Popen([*run[:3], str(workspace.folder), *map(str, files)], cwd=ROOT)
        time.sleep(chance.uniform(0.2, longest))
        process.kill()
        process.wait()
        check_before_or_after(workspace, files)
