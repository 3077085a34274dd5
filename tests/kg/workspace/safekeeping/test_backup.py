"""A backup holds what cannot be derived, and a damaged one is never restored."""

import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace.files.layout import Layout
from kg.workspace.safekeeping.backup import read_backup, restore_backup, write_backup
from tests.conftest import Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy with a query of the user's own and an unfinished review."""
    folder = Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))
    (folder / "queries").mkdir(exist_ok=True)
    (folder / "queries" / "mine.cypher").write_text("// title: Mine\n", encoding="utf-8")
    (folder / "decisions.jsonl").write_bytes(b'{"verb":"note"}\n')
    return folder


@pytest.fixture
def backup(workspace: Path, tmp_path: Path) -> Path:
    path = tmp_path / "backup.zip"
    write_backup(Layout(workspace), path)
    return path


def kept(folder: Path) -> dict[str, bytes]:
    """What a backup has to bring back."""
    names = ("reports", "queries", "kg.toml", "decisions.jsonl", "ids.jsonl")
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if name.split("/")[0] in names}


def test_what_was_backed_up_comes_back_byte_for_byte(workspace: Path, backup: Path, tmp_path: Path) -> None:
    restored = restore_backup(backup, tmp_path / "new")
    assert kept(tmp_path / "new") == kept(workspace)
    assert restored == read_backup(backup) and restored.reports == 2 and restored.files > 4
    assert not (tmp_path / "new" / "graph").exists() and not (tmp_path / "new" / "cache").exists()


def test_a_restored_workspace_gives_the_same_facts(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    write_backup(Layout(sample_workspace), tmp_path / "backup.zip")
    restore_backup(tmp_path / "backup.zip", tmp_path / "new")
    assert kg("rebuild", workspace=tmp_path / "new").exit_code == 0
    facts = []
    for number, folder in enumerate((sample_workspace, tmp_path / "new")):
        assert kg("export", "facts", "--profile", "full", "-o", tmp_path / str(number), workspace=folder).exit_code == 0
        facts.append((tmp_path / str(number)).read_bytes())
    assert facts[0] == facts[1] != b""


def test_only_its_owner_can_read_it_and_what_comes_out_of_it(backup: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    os.umask(0o022)
    restore_backup(backup, tmp_path / "new")
    for path in [tmp_path / "new", *(tmp_path / "new").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_same_workspace_gives_the_same_bytes(workspace: Path, backup: Path, tmp_path: Path) -> None:
    write_backup(Layout(workspace), tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == backup.read_bytes()


def flip(backup: Path, at: float) -> None:
    data = bytearray(backup.read_bytes())
    data[int(len(data) * at)] ^= 0x10
    backup.write_bytes(data)


def rewrite(backup: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(backup) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut short": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "no list": lambda path: rewrite(path, lambda files: files.pop("manifest.json")),
    "a file gone": lambda path: rewrite(path, lambda files: files.pop("decisions.jsonl")),
    "a file more": lambda path: rewrite(path, lambda files: files.update({"queries/other.cypher": b"x"})),
    "other content": lambda path: rewrite(path, lambda files: files.update({"decisions.jsonl": b"x"})),
    "outside the folder": lambda path: rewrite(
        path,
        lambda files: files.update(
            {
                "manifest.json": files["manifest.json"].replace(b"queries/mine.cypher", b"queries/../../evil"),
                "queries/../../evil": files.pop("queries/mine.cypher"),
            }
        ),
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_backup_is_refused_and_leaves_nothing(backup: Path, tmp_path: Path, damage: str) -> None:
    DAMAGE[damage](backup)
    before = sorted(tmp_path.iterdir())
    for read in (lambda: read_backup(backup), lambda: restore_backup(backup, tmp_path / "new")):
        with pytest.raises(KgError, match="Use another copy"):
            read()
    assert sorted(tmp_path.iterdir()) == before


def test_a_flipped_bit_anywhere_is_seen_or_changes_nothing(workspace: Path, backup: Path, tmp_path: Path) -> None:
    whole, seen = backup.read_bytes(), 0
    for step in range(1, 40):
        backup.write_bytes(whole)
        flip(backup, step / 40)
        folder = tmp_path / f"new-{step}"
        try:
            restore_backup(backup, folder)
        except KgError:
            seen += 1
            assert not folder.exists()
        else:
            assert kept(folder) == kept(workspace)
    assert seen > 30


def test_a_folder_that_is_in_use_is_not_touched(workspace: Path, backup: Path) -> None:
    before = kept(workspace)
    with pytest.raises(KgError, match="not empty"):
        restore_backup(backup, workspace)
    assert kept(workspace) == before
