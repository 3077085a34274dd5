"""A query in a process that can be killed: past its limit, on Ctrl-C, and when the parent dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.stores import Store
from kg.stores.arcadedb import ENGINE, ISOLATED_ENGINE
from kg.stores.arcadedb.process import is_loaded
from kg.stores.arcadedb.query import EmbeddedStore
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.lock import current_name, removal_lock
from tests.conftest import ROOT

# The engine does not notice the end of these: it ended itself with a fatal error half a minute later.
STUCK = (
    "UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n",
    "WITH range(1, 5000000) AS l RETURN size([x IN l WHERE any(y IN l WHERE y = -1)]) AS n",
)
CUT = "The query was ended after 1 seconds. Narrow it, or add a LIMIT.\n"
RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from kg.cli import run; run()"
ASK_TWICE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from kg.stores import Limits, QueryCut, QueryRefused, Rows
from kg.stores.arcadedb import ISOLATED_ENGINE
from kg.workspace import Workspace
with Workspace.open(sys.argv[2], engine=ISOLATED_ENGINE).reader() as store:
    for _ in range(2):
        try:
            store.query(sys.argv[3], limits=Limits(seconds=0.2))
        except QueryCut as error:
            print(error)
        assert store.query("RETURN $x AS x", {"x": "a text"}) == Rows(("x",), (("a text",),))
        for seconds in (0.0, -1.0, 1e9, float("nan"), float("inf")):
            try:
                store.query("RETURN 1 AS x", limits=Limits(seconds=seconds))
            except QueryRefused as error:
                print(error)
"""


def generation_of(workspace: Path) -> Generation:
    layout = Layout(workspace)
    return layout.generation(current_name(layout) or "")


def is_held(workspace: Path) -> bool:
    with removal_lock(generation_of(workspace)) as alone:
        return not alone


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def kg(workspace: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", RUN, str(ROOT), "-w", str(workspace), *arguments]


@pytest.fixture
def asking(sample_workspace: Path) -> subprocess.Popen[str]:
    """``kg`` in a process group of its own, busy with a query that does not end."""
    words = kg(sample_workspace, "cypher", "--seconds", "600", STUCK[0])
    started = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_until(lambda: is_held(sample_workspace))
    time.sleep(1)
    assert started.poll() is None
    return started


@pytest.mark.parametrize("query", STUCK)
def test_a_query_past_its_limit_is_ended_with_one_sentence(sample_workspace: Path, tmp_path: Path, query: str) -> None:
    words = kg(sample_workspace, "cypher", "--seconds", "1", query)
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", CUT)
    assert not list(tmp_path.iterdir()), "no core dump"
    assert not is_held(sample_workspace)


def test_the_next_query_is_answered_and_limits_out_of_bounds_are_refused(sample_workspace: Path) -> None:
    words = [sys.executable, "-c", ASK_TWICE, str(ROOT), str(sample_workspace), STUCK[1]]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.count("ended after 0.2 seconds") == 2
    assert done.stdout.count("A query may take up to 600 seconds") == 10
    assert not is_held(sample_workspace)


def test_ctrl_c_ends_the_query_and_releases_the_store(asking: subprocess.Popen[str], sample_workspace: Path) -> None:
    os.killpg(asking.pid, signal.SIGINT)  # a terminal sends it to the child too
    _, said = asking.communicate(timeout=15)
    assert (asking.returncode, said.lstrip()) == (
        130,
        "Interrupted. Nothing is half-written; `kg status` shows whether the change was made.\n",
    )
    assert not is_held(sample_workspace)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_the_child_ends_with_its_parent(
    asking: subprocess.Popen[str], sample_workspace: Path, number: signal.Signals
) -> None:
    os.kill(asking.pid, number)
    asking.communicate(timeout=15)  # both have closed their ends
    assert asking.returncode == -number
    wait_until(lambda: not is_held(sample_workspace))


def test_a_missing_store_is_said_by_the_child(sample_workspace: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from kg.stores.arcadedb import ISOLATED_ENGINE\nISOLATED_ENGINE.open(Path(sys.argv[2]))"
    )
    words = [sys.executable, "-c", code, str(ROOT), str(tmp_path / "none")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "StoreDamaged" in done.stderr and "kg rebuild" in done.stderr


def test_a_process_that_has_the_engine_is_not_forked(sample_workspace: Path) -> None:
    folder = generation_of(sample_workspace).store
    here: Store = ENGINE.open(folder)
    assert is_loaded()
    there = ISOLATED_ENGINE.open(folder)
    assert isinstance(there, EmbeddedStore)
    there.close()
    here.close()


def test_kg_writes_no_core_dump(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_CORE)
    code = (
        "import resource, sys; sys.path.insert(0, sys.argv.pop(1))\nfrom kg.cli import run\n"
        "try: run()\nfinally: print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), "--version"],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1])),
    )
    assert done.stdout.endswith("(0, 0)\n")
