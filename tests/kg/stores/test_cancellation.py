"""A query is ended from outside, and others go on."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kg.stores import QueryCut
from kg.stores.arcadedb import ENGINE
from kg.stores.cancellable import CancellableStore
from kg.stores.cancellation import Cancellation, QueryCancelled
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import current_name
from tests.conftest import ROOT

ENDLESS = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = 'x' RETURN count(*) AS n"
# The engine does not notice its end in this process.
STUCK = "UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n"
IN_CHILDREN = """
import sys, threading
sys.path.insert(0, sys.argv[1])
from kg.stores import Limits, Rows
from kg.stores.arcadedb import ISOLATED_ENGINE
from kg.stores.cancellable import CancellableStore
from kg.stores.cancellation import Cancellation, QueryCancelled
from kg.workspace import Workspace
with Workspace.open(sys.argv[2], engine=ISOLATED_ENGINE).reader() as store:
    wanted = Cancellation(600)
    def ask():
        try:
            CancellableStore(store, wanted).query(sys.argv[3], limits=Limits(seconds=600))
        except QueryCancelled as error:
            print(error)
    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(3):
        assert store.query("RETURN 1 AS x") == Rows(("x",), ((1,),))
    assert asking.is_alive()
    print("others were answered")
    wanted.cancel()
    asking.join(60)
    assert not asking.is_alive() and store.query("RETURN 1 AS x").rows == ((1,),)
"""


def test_a_cancelled_query_ends_at_once(sample_workspace: Path) -> None:
    layout = Layout(sample_workspace)
    opened = ENGINE.open(layout.generation(current_name(layout) or "").store)
    wanted = Cancellation(600)
    threading.Timer(0.5, wanted.cancel).start()
    store = CancellableStore(opened, wanted)
    with pytest.raises(QueryCancelled):
        store.query(ENDLESS)
    with pytest.raises(QueryCancelled):
        store.query("RETURN 1 AS x")
    assert opened.query("RETURN 1 AS x").rows == ((1,),)
    opened.close()


def test_a_request_has_no_more_time_than_it_may_take(sample_workspace: Path) -> None:
    layout = Layout(sample_workspace)
    opened = ENGINE.open(layout.generation(current_name(layout) or "").store)
    store = CancellableStore(opened, Cancellation(0.3))
    for _ in range(2):  # the first one takes all of it
        with pytest.raises(QueryCut):
            store.query(ENDLESS)
    opened.close()


def test_in_a_child_a_long_query_lets_others_pass_and_is_killed(sample_workspace: Path) -> None:
    words = [sys.executable, "-c", IN_CHILDREN, str(ROOT), str(sample_workspace), STUCK]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.split("\n")[:2] == ["others were answered", "The question was cancelled."], done.stderr


def test_a_cancellation_is_told_once_the_block_is_over_and_never_after() -> None:
    wanted, ended = Cancellation(600), []
    with pytest.raises(QueryCancelled), wanted.ending(lambda: ended.append("a")):
        wanted.cancel()
    with pytest.raises(QueryCancelled), wanted.ending(lambda: ended.append("b")):
        pytest.fail("not wanted any more")
    assert ended == ["a"] and wanted.cancelled
