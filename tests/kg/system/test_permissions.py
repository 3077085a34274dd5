"""Files that others could read are closed, and nothing outside the folder is touched."""

import stat
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.system.permissions import claim_folder, close_to_others, find_exposed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that everybody can read, with a file and a link that leads out of it."""
    folder = tmp_path / "casefile"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "report.txt").write_text("words", encoding="utf-8")
    (tmp_path / "outside.txt").write_text("words", encoding="utf-8")
    (tmp_path / "outside.txt").chmod(0o644)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    for path in (folder, folder / "reports"):
        path.chmod(0o755)
    (folder / "reports" / "report.txt").chmod(0o644)
    return folder


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_below_is_closed_and_links_are_left_alone(folder: Path) -> None:
    assert [path.name for path in find_exposed(folder)] == ["casefile", "reports", "report.txt"]
    close_to_others(folder)
    modes = [mode_of(path) for path in (folder, folder / "reports", folder / "reports" / "report.txt")]
    assert modes == [0o700, 0o700, 0o600] and not list(find_exposed(folder))
    assert mode_of(folder.parent / "outside.txt") == 0o644


def test_an_open_folder_is_claimed_only_if_nothing_else_is_in_it(folder: Path) -> None:
    with pytest.raises(KgError, match="other files in it"):
        claim_folder(folder, {"reports"})
    assert mode_of(folder) == 0o755
    claim_folder(folder, {"reports", "link.txt"})
    assert mode_of(folder) == 0o700


def test_a_private_folder_is_claimed_whatever_is_in_it(folder: Path) -> None:
    folder.chmod(0o700)
    claim_folder(folder, set())
    assert mode_of(folder / "reports") == 0o755


def test_what_cannot_be_closed_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick with a file system without permissions accepts the change and ignores it."""
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)
    with pytest.raises(KgError, match="cannot be changed here"):
        close_to_others(folder)
