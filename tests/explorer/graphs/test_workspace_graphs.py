"""One generation is open for all, and another comes in when it is in force."""

from pathlib import Path

import pytest

from explorer.graphs.workspace_graphs import WorkspaceGraphs
from ingest.errors import KgError
from kg import Workspace


def test_a_request_keeps_its_generation_and_the_next_one_gets_the_new(own_workspace: Path) -> None:
    workspace = Workspace.open(own_workspace)
    graphs = WorkspaceGraphs(workspace)
    with graphs.reading() as before:
        workspace.withdraw("2031-04")
        with graphs.reading() as after:
            assert after.generation != before.generation and after.size < before.size
        assert before.store.query("MATCH (n:Entry) RETURN count(n) AS n").rows == ((before.size,),)
    with pytest.raises(KgError):
        before.store.query("MATCH (n:Entry) RETURN count(n) AS n")
    graphs.close()


def test_an_old_generation_is_let_go_of_without_a_request(own_workspace: Path) -> None:
    workspace = Workspace.open(own_workspace)
    graphs = WorkspaceGraphs(workspace)
    with graphs.reading() as before:
        pass
    graphs.let_go_of_old()
    assert before.store.query("MATCH (n:Report) RETURN count(n) AS n").rows == ((2,),)
    workspace.withdraw("2031-04")
    graphs.let_go_of_old()
    with pytest.raises(KgError):
        before.store.query("MATCH (n:Report) RETURN count(n) AS n")


def test_without_a_report_the_message_says_what_to_do(tmp_path: Path) -> None:
    graphs = WorkspaceGraphs(Workspace.create(tmp_path / "casefile"))
    with pytest.raises(KgError, match="kg ingest"), graphs.reading():
        pass
