"""A locked workspace says nothing, and comes back as it was."""

import shutil
from pathlib import Path

import pyrage
import pytest

from ingest.errors import KgError
from kg.workspace.files.layout import Layout
from kg.workspace.safekeeping.encryption import is_locked, lock_workspace, unlock_workspace
from tests.conftest import Kg
from tests.kg.workspace.safekeeping.test_backup import kept

PASSPHRASE = "harbour kite paving anthem"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def test_a_locked_workspace_holds_no_word_of_its_reports(workspace: Path) -> None:
    lock_workspace(Layout(workspace), PASSPHRASE)
    assert is_locked(workspace)
    left = {path.name: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    assert {"key.age", "workspace.age"} <= set(left) <= {"key.age", "workspace.age", "lock"}
    for word in (b"Talidora", b"Marenth", b"velmoria", b"reports"):
        assert not any(word in data for data in left.values())


def test_unlocking_brings_everything_back(kg: Kg, workspace: Path) -> None:
    before = kept(workspace)
    assert before
    lock_workspace(Layout(workspace), PASSPHRASE)
    unlock_workspace(workspace, PASSPHRASE)
    assert kept(workspace) == before and not is_locked(workspace) and not (workspace / "locked").exists()
    assert kg("rebuild", workspace=workspace).exit_code == 0
    assert kg("check", workspace=workspace).exit_code == 0


def test_consent_and_refusal_are_encrypted_and_come_back_whole(kg: Kg, workspace: Path) -> None:
    for consent in ("given", "refused"):
        decided = kg("protect", "Talidora Ilvane", "--consent", consent, "--why", "by letter", workspace=workspace)
        assert decided.exit_code == 0, decided.output
    before = (workspace / "decisions.jsonl").read_bytes()
    assert b"Talidora" in before and before.count(b"by letter") == 2
    lock_workspace(Layout(workspace), PASSPHRASE)
    left = [path.read_bytes() for path in workspace.rglob("*") if path.is_file()]
    assert not any(word in data for data in left for word in (b"Talidora", b"refused", b"by letter"))
    unlock_workspace(workspace, PASSPHRASE)
    assert (workspace / "decisions.jsonl").read_bytes() == before


def test_a_wrong_passphrase_changes_nothing(workspace: Path) -> None:
    lock_workspace(Layout(workspace), PASSPHRASE)
    before = sorted(path.name for path in workspace.rglob("*"))
    with pytest.raises(KgError, match="does not open"):
        unlock_workspace(workspace, PASSPHRASE + "s")
    assert is_locked(workspace) and sorted(path.name for path in workspace.rglob("*")) == before


def test_a_short_passphrase_is_refused_before_anything_happens(workspace: Path) -> None:
    before = kept(workspace)
    with pytest.raises(KgError, match="too short"):
        lock_workspace(Layout(workspace), "short")
    assert kept(workspace) == before and not is_locked(workspace)


@pytest.mark.parametrize("name", ["key.age", "workspace.age"])
def test_a_damaged_file_is_named_and_the_workspace_stays_locked(workspace: Path, name: str) -> None:
    lock_workspace(Layout(workspace), PASSPHRASE)
    path = workspace / "locked" / name
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    with pytest.raises(KgError):
        unlock_workspace(workspace, PASSPHRASE)
    assert is_locked(workspace)


def test_killed_while_unlocking_it_can_be_unlocked_again(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(workspace)
    lock_workspace(Layout(workspace), PASSPHRASE)
    moved = []
    replace = Path.replace

    def dying(path: Path, target: Path) -> Path:
        moved.append(path)
        if len(moved) == 3:
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "replace", dying)
        unlock_workspace(workspace, PASSPHRASE)
    assert is_locked(workspace)
    unlock_workspace(workspace, PASSPHRASE)
    assert kept(workspace) == before


def test_what_is_encrypted_is_never_replaced(workspace: Path) -> None:
    lock_workspace(Layout(workspace), PASSPHRASE)
    encrypted = (workspace / "locked" / "workspace.age").read_bytes()
    (workspace / "kg.toml").write_text("version = 1\n", encoding="utf-8")
    with pytest.raises(KgError, match="interrupted"):
        lock_workspace(Layout(workspace), PASSPHRASE)
    assert (workspace / "locked" / "workspace.age").read_bytes() == encrypted


def test_killed_while_locking_it_can_be_locked_again(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(workspace)

    def dying(*_: object) -> None:
        raise SystemExit

    # As a kill leaves it: what is aside stays there, half-made.
    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(pyrage, "encrypt_file", dying)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        lock_workspace(Layout(workspace), PASSPHRASE)
    assert not is_locked(workspace) and not (workspace / "locked").exists() and kept(workspace) == before
    lock_workspace(Layout(workspace), PASSPHRASE)
    unlock_workspace(workspace, PASSPHRASE)
    assert kept(workspace) == before and not list(workspace.glob(".*"))


def test_killed_before_the_files_in_the_clear_are_removed_it_can_be_locked_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, unlink = kept(workspace), Path.unlink

    def dying(path: Path, missing_ok: bool = False) -> None:
        if path == workspace / "kg.toml":
            raise SystemExit
        unlink(path, missing_ok)

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(Path, "unlink", dying)
        lock_workspace(Layout(workspace), PASSPHRASE)
    assert (workspace / "locked").exists() and (workspace / "kg.toml").exists()
    with pytest.raises(KgError, match="another passphrase"):
        lock_workspace(Layout(workspace), PASSPHRASE[::-1])
    lock_workspace(Layout(workspace), PASSPHRASE)
    assert is_locked(workspace) and not (workspace / "kg.toml").exists() and not (workspace / "reports").exists()
    unlock_workspace(workspace, PASSPHRASE)
    assert kept(workspace) == before


def test_a_busy_machine_is_not_called_a_wrong_passphrase(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise pyrage.DecryptError("Excessive work parameter for passphrase.\nDecryption would take around 99 seconds.")

    lock_workspace(Layout(workspace), PASSPHRASE)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", refuse)
    with pytest.raises(KgError, match="too busy"):
        unlock_workspace(workspace, PASSPHRASE)


@pytest.mark.parametrize("name", ["notes.txt", "exports/graph.ttl", "queries/a/b/c/d/e/deep.cypher", "reports/notes"])
def test_a_file_that_would_be_lost_is_named_and_nothing_is_removed(workspace: Path, name: str) -> None:
    path = workspace / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("precious", encoding="utf-8")
    before = kept(workspace)
    with pytest.raises(KgError, match=f"{path.name}: the encrypted workspace would not have this file"):
        lock_workspace(Layout(workspace), PASSPHRASE)
    assert path.read_text(encoding="utf-8") == "precious" and kept(workspace) == before and not is_locked(workspace)
    path.unlink()
    lock_workspace(Layout(workspace), PASSPHRASE)


def test_a_link_is_neither_lost_nor_followed(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.cypher").write_text("RETURN 1 AS one", encoding="utf-8")
    (workspace / "queries").mkdir()
    for link, target in (("notes", "elsewhere"), ("queries/mine.cypher", "elsewhere/mine.cypher")):
        (workspace / link).symlink_to(tmp_path / target)
        with pytest.raises(KgError, match=f"{link}: the encrypted workspace would not have this file"):
            lock_workspace(Layout(workspace), PASSPHRASE)
        (workspace / link).unlink()
    assert (tmp_path / "elsewhere" / "mine.cypher").exists() and not is_locked(workspace)
