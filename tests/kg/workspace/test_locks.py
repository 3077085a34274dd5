"""Writers wait for each other; readers keep what they opened."""

import threading
from pathlib import Path

import pytest

from kg.workspace import Workspace, WorkspaceHeld
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import write_lock
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

COUNT = "MATCH (e:Entry) RETURN count(e) AS n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH)])
    return made


def test_a_second_writer_says_who_holds_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    said: list[str] = []
    april = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    with write_lock(Layout(workspace.folder), 0, None), pytest.raises(WorkspaceHeld, match=r"process .* is writing"):
        workspace.ingest([april], waiting=said.append, patience=0.2)
    assert len(said) == 1 and "waiting" in said[0]
    assert workspace.ingest([april]).changed


def test_two_writers_one_after_the_other(workspace: Workspace, tmp_path: Path) -> None:
    files = [write_report(tmp_path, f"r{i}.txt", APRIL, f"2031-0{i}") for i in (4, 5)]
    writers = [threading.Thread(target=workspace.ingest, args=([file],)) for file in files]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert [r.id for r in workspace.reports()] == ["2031-03", "2031-04", "2031-05"] and workspace.check() == []


def test_a_reader_keeps_its_graph_while_others_write(workspace: Workspace, tmp_path: Path) -> None:
    graph = workspace.folder / "graph"
    with workspace.reader() as store:
        old = (graph / "CURRENT").read_text()
        workspace.ingest([write_report(tmp_path, "april.txt", APRIL, "2031-04")])
        assert (graph / "CURRENT").read_text() != old
        assert store.query(COUNT).rows == ((3,),)
        with workspace.reader() as newer:
            assert newer.query(COUNT).rows == ((5,),)
            workspace.withdraw("2031-04", "anna")
        assert store.query(COUNT).rows == ((3,),) and (graph / old.strip()).is_dir()
    workspace.ingest([tmp_path / "april.txt"])
    assert [p.name for p in graph.iterdir() if p.is_dir()] == [(graph / "CURRENT").read_text().strip()]
