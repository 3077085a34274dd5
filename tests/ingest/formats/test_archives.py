"""Reports in zip files: read where they are, within bounds, and what is not read is named."""

import os
from pathlib import Path

import pytest

from ingest.errors import ReportRefused
from ingest.formats.files import read_file
from ingest.formats.folders import files_passed_over, find_report_files
from tests.ingest.formats.documents import MONTH, packed

TEXT = MONTH.text()


def test_the_files_of_a_zip_file_are_read_in_all_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    files = {"2022/a.txt": TEXT, "2022/b.docx": MONTH.docx(), "c.PDF": MONTH.pdf(), "d.rtf": "x", "in.zip": b"PK"}
    hidden = {"__MACOSX/2022/._a.txt": "x", ".d.txt": "x", "2022/": ""}
    path.write_bytes(packed({**files, **hidden}))
    found = find_report_files([path, path])
    assert [str(file) for file in found] == [f"{path}/{name}" for name in ("2022/a.txt", "2022/b.docx", "c.PDF")]
    assert [str(file) for file in files_passed_over(path)] == [f"{path}/d.rtf", f"{path}/in.zip"]
    assert read_file(found[0]).text == TEXT
    assert all("https://one.example/mirlov" in read_file(file).text for file in found)


def test_a_zip_file_in_a_folder_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "reports.zip").write_bytes(packed({"a.txt": TEXT}))
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "damaged.zip").write_bytes(b"PK")
    assert [str(file) for file in find_report_files([tmp_path])] == [
        f"{tmp_path}/b.txt",
        f"{tmp_path}/reports.zip/a.txt",
    ]
    assert [str(file) for file in files_passed_over(tmp_path)] == [f"{tmp_path}/damaged.zip"]


@pytest.mark.parametrize("name", ["../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "a/../../b.txt"])
def test_a_name_that_leads_outside_writes_nothing(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    path = inner / "reports.zip"
    path.write_bytes(packed({name: TEXT}))
    before = sorted(tmp_path.rglob("*"))
    (file,) = find_report_files([path])
    assert read_file(file).text == TEXT
    assert sorted(tmp_path.rglob("*")) == before and not Path("/etc/outside.txt").exists()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"zeros.txt": b"\0" * 140_000_000}, "larger than 128 MB"),
        ({f"{n}.txt": "" for n in range(2_001)}, "more than 2,000 files"),
        ({"a.rtf": "x"}, r"no file .*\.txt"),
    ],
)
def test_a_zip_file_beyond_bounds_is_refused(tmp_path: Path, files: dict[str, str | bytes], words: str) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(packed(files))
    with pytest.raises(ReportRefused, match=rf"reports\.zip: .*{words}"):
        find_report_files([path])


def test_a_file_in_it_that_is_too_large_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "reports.zip").write_bytes(packed({"a.txt": b"x" * 17_000_000, "b.txt": TEXT}))
    large, good = find_report_files([tmp_path / "reports.zip"])
    with pytest.raises(ReportRefused, match=r"reports\.zip/a\.txt: larger than 16 MB"):
        read_file(large)
    assert read_file(good).text == TEXT


def test_what_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(packed({"a.txt": TEXT})[:-10])
    os.mkfifo(tmp_path / "pipe.zip")
    for name, words in {
        "cut.zip": "cannot be read",
        "pipe.zip": "not a regular file",
        "no.zip": "no such file",
    }.items():
        with pytest.raises(ReportRefused, match=f"{name}: .*{words}"):
            find_report_files([tmp_path / name])
