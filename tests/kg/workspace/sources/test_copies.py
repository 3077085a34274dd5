"""The record of copies: only added to, and every change to it or to a copy is seen."""

from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace.files.layout import Layout
from kg.workspace.sources.copies import (
    Attachment,
    add_attachment,
    copy_path,
    find_damaged_copies,
    keep_copy,
    read_attachments,
)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """Three addresses; the last two have the same copy."""
    layout = Layout(tmp_path)
    for number, data in enumerate((b"one", b"two", b"two")):
        sha256 = keep_copy(layout, data)
        url = f"https://bureau.example/{number}"
        add_attachment(layout, Attachment(url, sha256, len(data), "2031-05-01T10:00:00Z", "anna", f"{number}.html"))
    return layout


def test_what_was_attached_is_read_back(layout: Layout) -> None:
    first, *_, last = read_attachments(layout)
    assert (first.url, first.size, first.who, first.name) == ("https://bureau.example/0", 3, "anna", "0.html")
    assert copy_path(layout, last.sha256).read_bytes() == b"two"
    assert len(list(layout.sources.iterdir())) == 3 and list(find_damaged_copies(layout)) == []


def test_only_the_owner_can_read_it(layout: Layout) -> None:
    assert {path.stat().st_mode & 0o777 for path in layout.sources.iterdir()} == {0o600}
    assert layout.sources.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("number", [1, 2])
def test_a_line_that_was_lost_is_seen(layout: Layout, number: int) -> None:
    lines = layout.source_record.read_bytes().splitlines(keepends=True)
    del lines[number - 1]
    layout.source_record.write_bytes(b"".join(lines))
    with pytest.raises(KgError, match=f"line {number}: .* backup"):
        read_attachments(layout)
    assert len(list(find_damaged_copies(layout))) == 1


@pytest.mark.parametrize(("was", "now"), [(b"anna", b"bert"), (b"bureau", b"bureao"), (b'"url"', b"url")])
def test_a_line_that_was_changed_is_seen(layout: Layout, was: bytes, now: bytes) -> None:
    layout.source_record.write_bytes(layout.source_record.read_bytes().replace(was, now, 1))
    with pytest.raises(KgError, match="line 1"):
        add_attachment(layout, Attachment("https://a.example", "0" * 64, 1, "", "", ""))


def test_a_copy_that_changed_is_named_with_what_to_do(layout: Layout) -> None:
    changed, missing = (copy_path(layout, a.sha256) for a in read_attachments(layout)[:2])
    changed.write_bytes(b"other")
    missing.unlink()
    problems = list(find_damaged_copies(layout))
    assert len(problems) == 2 and all("kg source attach" in problem for problem in problems)
    keep_copy(layout, b"one")
    assert list(find_damaged_copies(layout)) == problems[1:]


def test_a_file_without_a_line_is_named(layout: Layout) -> None:
    keep_copy(layout, b"three")
    (problem,) = find_damaged_copies(layout)
    assert "does not name this file" in problem
