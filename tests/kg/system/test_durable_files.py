"""Files that are whole or not there, whatever else is in the folder."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from kg.system.durable_files import make_folder_beside, replace_durably, write_durably


def test_a_file_is_replaced_and_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    os.umask(0)
    write_durably(path, b"after")
    assert path.read_bytes() == b"after" and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), replace_durably(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"before" and list(tmp_path.iterdir()) == [path]


def test_a_name_made_ready_by_somebody_else_is_not_written_through(tmp_path: Path) -> None:
    """The old temporary name could be guessed: whoever made it first could read the file, and owned it afterwards."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / f".file.{os.getpid()}.tmp").symlink_to(victim)
    write_durably(tmp_path / "file", b"secret")
    assert victim.read_bytes() == b"untouched"
    assert (tmp_path / "file").read_bytes() == b"secret" and not (tmp_path / "file").is_symlink()


def test_what_a_killed_process_left_goes_and_a_running_ones_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = tmp_path / f".file.{ended.pid}-00ff.tmp"
    running = tmp_path / f".file.{os.getppid()}-00ff.tmp"
    other = tmp_path / f".other.{ended.pid}-00ff.tmp"
    for path in (left, running, other):
        path.write_bytes(b"half")
    write_durably(tmp_path / "file", b"whole")
    assert not left.exists() and running.exists() and other.exists()


def test_a_folder_beside_is_new_and_what_a_killed_process_left_goes(tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = tmp_path / f".casefile.{ended.pid}-00ff.tmp"
    (left / "reports").mkdir(parents=True)
    beside = make_folder_beside(tmp_path / "casefile")
    assert list(tmp_path.iterdir()) == [beside] and list(beside.iterdir()) == []
    assert beside.stat().st_mode & 0o077 == 0
