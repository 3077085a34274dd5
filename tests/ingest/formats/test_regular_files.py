"""Files that are read whole: a pipe, a device, or a file too large is refused by name, and nothing waits."""

import os
import socket
from pathlib import Path

import pytest

from ingest.errors import ReportRefused
from ingest.formats.files import LIMIT, read_file
from ingest.formats.regular_files import FileTooLarge, NotRegular, read_regular_file


def make(path: Path, kind: str) -> None:
    """Make something that is no regular file."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "link to a device":
            path.symlink_to("/dev/zero")
        case "link to a pipe":
            os.mkfifo(path.with_suffix(".pipe"))
            path.symlink_to(path.with_suffix(".pipe"))
        case "socket":
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(str(path))
        case "folder":
            path.mkdir()


KINDS = ("pipe", "link to a device", "link to a pipe", "socket", "folder")


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_regular_file_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.txt"
    make(path, kind)
    with pytest.raises(NotRegular, match=r"x\.txt: not a regular file"):
        read_regular_file(path, 1000)
    with pytest.raises(ReportRefused, match=r"x\.txt: (not a regular file|a folder)"):
        read_file(path)


def test_a_limit_is_kept_and_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("x")
    assert read_regular_file(tmp_path / "link", 5) == b"12345"
    for name in ("x", "link"):
        with pytest.raises(FileTooLarge, match=rf"{name}: larger than"):
            read_regular_file(tmp_path / name, 4)
    with pytest.raises(FileNotFoundError):
        read_regular_file(tmp_path / "none", 4)


def test_a_file_without_an_honest_size_is_cut_off() -> None:
    endless = Path("/proc/self/maps")
    if not endless.exists():
        pytest.skip("only Linux has such files")
    assert endless.stat().st_size == 0
    with pytest.raises(FileTooLarge):
        read_regular_file(endless, 100)


def test_a_huge_report_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LIMIT + 1)  # takes no room on the disk
    (tmp_path / "link.txt").symlink_to("huge.txt")
    for name in ("huge.txt", "link.txt"):
        with pytest.raises(ReportRefused, match=rf"{name}: larger than {LIMIT // 1024**2} MB\. Split"):
            read_file(tmp_path / name)
