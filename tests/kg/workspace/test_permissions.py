"""Nobody but its owner can read a workspace, however its folder came to be."""

import stat
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import MARCH, RULES, write_report


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def test_a_folder_that_was_there_is_made_private(tmp_path: Path) -> None:
    folder = tmp_path / "casefile"
    (folder / "queries").mkdir(parents=True)
    folder.chmod(0o755)
    Workspace.create(folder, RULES).ingest([write_report(tmp_path, "march.txt", MARCH)])
    assert modes(folder) == {0o700, 0o600}


def test_no_workspace_is_made_among_files_that_others_read(tmp_path: Path) -> None:
    write_report(tmp_path, "march.txt", MARCH)
    tmp_path.chmod(0o755)
    with pytest.raises(KgError, match="Name a new folder"):
        Workspace.create(tmp_path, RULES)
    assert [path.name for path in tmp_path.iterdir()] == ["march.txt"]


def test_an_open_workspace_is_reported_by_check_and_closed_by_the_next_writer(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "casefile", RULES)
    workspace.ingest([write_report(tmp_path, "march.txt", MARCH)])
    workspace.folder.chmod(0o755)
    (workspace.folder / "decisions.jsonl").touch()
    (workspace.folder / "decisions.jsonl").chmod(0o644)
    (problem,) = workspace.check()
    assert " and 1 more: other users" in problem and str(workspace.folder) in problem
    workspace.rebuild()
    assert workspace.check() == [] and modes(workspace.folder) == {0o700, 0o600}
