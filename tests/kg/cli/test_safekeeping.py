"""``kg backup``, ``restore``, ``lock`` and ``unlock``, as a user types them."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import kg as command
from tests.conftest import SAMPLE, Kg

PASSPHRASE = "harbour kite paving anthem"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def typed(workspace: Path, name: str, *lines: str) -> Result:
    """Run a command and type lines at its prompts."""
    return CliRunner().invoke(command, ["-w", str(workspace), name], input="".join(f"{line}\n" for line in lines))


def test_a_backup_is_restored_with_its_graph(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    saved = kg("backup", tmp_path / "casefile.zip", workspace=workspace)
    assert saved.exit_code == 0 and "2 reports" in saved.output
    restored = kg("restore", tmp_path / "casefile.zip", workspace=tmp_path / "new")
    assert restored.exit_code == 0, restored.output
    answers = [kg("query", "shared_charges", "--format", "json", workspace=w) for w in (workspace, tmp_path / "new")]
    assert answers[0].stdout == answers[1].stdout != ""


def test_a_backup_replaces_no_file(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "there.zip").write_bytes(b"an earlier backup")
    assert kg("backup", tmp_path / "there.zip", workspace=workspace).exit_code != 0
    assert (tmp_path / "there.zip").read_bytes() == b"an earlier backup"
    missing = kg("backup", tmp_path / "nowhere" / "x.zip", workspace=workspace)
    assert "no such folder" in str(missing.exception)


def test_a_backup_into_the_workspaces_own_files_is_refused(kg: Kg, workspace: Path) -> None:
    before = (workspace / "kg.toml").read_bytes()
    assert kg("backup", workspace / "kg.toml", workspace=workspace).exit_code != 0
    assert (workspace / "kg.toml").read_bytes() == before


def test_a_locked_workspace_answers_nothing_until_it_is_unlocked(kg: Kg, workspace: Path) -> None:
    before = kg("query", "shared_charges", "--format", "json", workspace=workspace).stdout
    assert typed(workspace, "lock", PASSPHRASE, PASSPHRASE).exit_code == 0
    encrypted = (workspace / "locked" / "workspace.age").read_bytes()
    for arguments in (("status",), ("check",), ("rebuild",), ("ingest", SAMPLE), ("lock",)):
        refused = kg(*arguments, workspace=workspace)
        assert refused.exit_code != 0 and "kg unlock" in refused.output + str(refused.exception)
    assert (workspace / "locked" / "workspace.age").read_bytes() == encrypted and not (workspace / "kg.toml").exists()
    assert typed(workspace, "unlock", "not this one").exit_code != 0
    opened = typed(workspace, "unlock", PASSPHRASE)
    assert opened.exit_code == 0, opened.output
    assert kg("query", "shared_charges", "--format", "json", workspace=workspace).stdout == before


def test_a_passphrase_is_asked_for_twice_and_never_printed(workspace: Path) -> None:
    differing = typed(workspace, "lock", PASSPHRASE, "another passphrase")
    assert differing.exit_code != 0 and PASSPHRASE not in differing.output
    assert (workspace / "kg.toml").exists() and not (workspace / "locked").exists()
