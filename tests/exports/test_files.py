"""A file that the user named is written whole, or one sentence says why not and nothing is left after."""

import os
from pathlib import Path

import pytest

from exports.files import write_export
from ingest.errors import KgError


def test_a_file_is_replaced_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_bytes(b"old and longer")
    write_export(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/facts.jsonl", "file/facts.jsonl", "folder"])
def test_what_cannot_be_written_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(KgError, match=name):
        write_export(tmp_path / name, b"new")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_device_is_not_replaced_and_a_link_stays_a_link(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(KgError, match="not a regular file"):
        write_export(tmp_path / "pipe", b"x")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_export(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"x"
