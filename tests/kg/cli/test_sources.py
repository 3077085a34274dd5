"""``kg source``, as a user types it: on the sample, whose reports cite addresses."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import kg as command
from kg.workspace import Workspace
from tests.conftest import Kg

PAGE = b"<p>A page that somebody saved.</p>"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "saved page.html"
    path.write_bytes(PAGE)
    return path


def cited_by(workspace: Path, *reports: str) -> list[str]:
    """Addresses that all these reports cite and no other does."""
    facts = Workspace.open(workspace).facts()
    cited = {id: {url for entry in found.report.cited() for _, url in entry} for id, found in facts.items()}
    wanted = set.intersection(*(cited[id] for id in reports))
    return sorted(wanted.difference(*(urls for id, urls in cited.items() if id not in reports)))


def listed(kg: Kg, workspace: Path, *options: str) -> dict[str, dict[str, object]]:
    rows = json.loads(kg("source", "list", "--format", "json", *options, workspace=workspace).stdout)
    return {row["source"]: row for row in rows}


def attach(kg: Kg, workspace: Path, url: str, file: Path) -> str:
    done = kg("source", "attach", url, file, workspace=workspace)
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_an_attached_copy_is_listed_with_its_hash(kg: Kg, workspace: Path, page: Path) -> None:
    url = cited_by(workspace, "2031-03")[0]
    before = listed(kg, workspace)
    assert before[url]["copies"] == 0 and before.keys() == listed(kg, workspace, "--missing").keys()
    sha256 = hashlib.sha256(PAGE).hexdigest()
    assert sha256 in attach(kg, workspace, url, page)
    assert (workspace / "sources" / sha256).read_bytes() == PAGE
    row = listed(kg, workspace)[url]
    assert row["copies"] == 1 and row["sha256"] == [sha256] and row["by"] and row["entries"]
    assert before.keys() - listed(kg, workspace, "--missing").keys() == {url}
    assert "1 with a copy" in kg("source", "list", workspace=workspace).output


def test_the_same_copy_is_attached_once_and_restored(kg: Kg, workspace: Path, page: Path) -> None:
    url = cited_by(workspace, "2031-03")[0]
    attach(kg, workspace, url, page)
    (copy,) = (path for path in (workspace / "sources").iterdir() if path.suffix != ".jsonl")
    copy.write_bytes(b"damaged")
    checked = kg("check", workspace=workspace)
    assert checked.exit_code == 1 and copy.name in checked.output
    assert "was attached on" in attach(kg, workspace, url, page)
    assert listed(kg, workspace)[url]["copies"] == 1 and kg("check", workspace=workspace).exit_code == 0


def test_an_address_that_no_report_cites_is_said(kg: Kg, workspace: Path, page: Path) -> None:
    assert "No report in force cites" in attach(kg, workspace, "https://nobody.example/1", page)
    assert "No report" not in attach(kg, workspace, cited_by(workspace, "2031-03")[0], page)


def test_what_is_left_out_is_asked(workspace: Path, page: Path) -> None:
    url = cited_by(workspace, "2031-03")[0]
    typed = f"{url}\n{page}\nby hand\n"
    done = CliRunner().invoke(command, ["-w", str(workspace), "source", "attach", "--note"], input=typed)
    assert done.exit_code == 0, done.output
    (source,) = (source for source in Workspace.open(workspace).keeper.sources.list() if source.copies)
    assert [(copy.name, copy.note, copy.size) for copy in source.copies] == [(page.name, "by hand", len(PAGE))]


def test_what_is_no_file_or_no_address_is_refused(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    with (tmp_path / "large").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    for name, reason in (("pipe", "regular"), ("large", "16 MB"), ("empty", "empty"), ("none", "no such file")):
        refused = kg("source", "attach", "https://bureau.example/7", tmp_path / name, workspace=workspace)
        assert refused.exit_code != 0 and reason in str(refused.exception), name
    assert "no address" in str(kg("source", "attach", "two words", tmp_path / "empty", workspace=workspace).exception)
    assert not (workspace / "sources").exists()


def test_copies_are_in_backups_and_locked(kg: Kg, workspace: Path, page: Path, tmp_path: Path) -> None:
    url = cited_by(workspace, "2031-03")[0]
    attach(kg, workspace, url, page)
    before = listed(kg, workspace)
    assert kg("backup", tmp_path / "saved.zip", workspace=workspace).exit_code == 0
    assert kg("restore", tmp_path / "saved.zip", workspace=tmp_path / "new").exit_code == 0
    assert listed(kg, tmp_path / "new") == before
    words = "harbour kite paving anthem\n"
    locked = CliRunner().invoke(command, ["-w", str(workspace), "lock"], input=words * 2)
    assert locked.exit_code == 0 and not (workspace / "sources").exists(), locked.output
    assert CliRunner().invoke(command, ["-w", str(workspace), "unlock"], input=words).exit_code == 0
    assert listed(kg, workspace) == before


def test_a_copy_goes_with_the_last_report_that_cites_it(kg: Kg, workspace: Path, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_bytes(b"Another page.")
    only, kept = cited_by(workspace, "2031-04")[0], cited_by(workspace, "2031-03")[0]
    attach(kg, workspace, only, page)
    attach(kg, workspace, kept, other)
    shown = kg("erase", "2031-04", "--dry-run", workspace=workspace).output
    assert [line for line in shown.splitlines() if "copies of sources" in line and " 1 " in line]
    assert kg("erase", "2031-04", "--yes", workspace=workspace).exit_code == 0
    files = {path.read_bytes() for path in (workspace / "sources").iterdir()}
    assert b"Another page." in files and PAGE not in files and not any(only.encode() in data for data in files)
    assert listed(kg, workspace)[kept]["copies"] == 1 and kg("check", workspace=workspace).exit_code == 0


def test_copies_that_stay_are_said_and_their_notes_name_nobody(kg: Kg, workspace: Path, page: Path) -> None:
    opened = Workspace.open(workspace)
    kept_text = (opened.facts()["2031-03"].report.entries, opened.facts()["2031-04"])
    text = " ".join(entry.text for entry in kept_text[0])
    surnames = {person.name.split()[-1] for entry in kept_text[1].entries for person in entry.persons if person.name}
    name = sorted(name for name in surnames if len(name) > 5 and name.casefold() not in text.casefold())[0]
    url = cited_by(workspace, "2031-03")[0]
    page.write_text(f"About {name}.", encoding="utf-8")
    opened.keeper.sources.attach(url, page, "anna", f"from {name}")
    shown = kg("erase", "2031-04", "--dry-run", workspace=workspace).output
    assert f"{hashlib.sha256(page.read_bytes()).hexdigest()} stays" in shown.replace("\n", "")
    assert kg("erase", "2031-04", "--yes", workspace=workspace).exit_code == 0
    (source,) = (source for source in Workspace.open(workspace).keeper.sources.list() if source.copies)
    assert [(copy.name, copy.note) for copy in source.copies] == [(page.name, "")]
