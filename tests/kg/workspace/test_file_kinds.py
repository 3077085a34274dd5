"""A workspace that somebody else made, with a pipe, a device or a link where a file should be."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.conftest import SAMPLE, Kg
from tests.kg.workspace.fake_rules import MARCH, RULES, write_report

OWN_FILES = ("kg.toml", "decisions.jsonl", "ids.jsonl", "lock", "review.json", "review.lock", "graph/CURRENT")


def make_pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def make_device(path: Path, _: Path) -> None:
    path.symlink_to("/dev/zero")


def make_link(path: Path, victim: Path) -> None:
    path.symlink_to(victim)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    workspace = Workspace.create(folder / "casefile", RULES)
    workspace.ingest([write_report(folder, "march.txt", MARCH)])
    workspace.withdraw("2031-03")
    return workspace.folder


def own_files(workspace: Path) -> list[Path]:
    """One file of each kind, and the folders."""
    reports = next((workspace / "reports").iterdir())
    generation = next(p for p in (workspace / "graph").iterdir() if p.is_dir())
    inside = [*reports.iterdir(), *(p for p in generation.iterdir() if p.is_file()), generation.with_suffix(".lock")]
    return [*(workspace / name for name in OWN_FILES), *inside, *(workspace / "cache").iterdir()]


@pytest.mark.parametrize("make", [make_pipe, make_device, make_link])
def test_what_is_no_file_is_refused_by_name(made: Path, tmp_path: Path, make: Callable[[Path, Path], None]) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious\n", encoding="utf-8")
    paths = own_files(made)
    assert len(paths) > 12
    for number, original in enumerate(paths):
        copy = Path(shutil.copytree(made, tmp_path / f"copy{number}"))
        path = copy / original.relative_to(made)
        path.unlink(missing_ok=True)
        make(path, victim)
        for act in (Workspace.status, Workspace.check, Workspace.rebuild):
            with pytest.raises(KgError, match=path.name):
                act(Workspace.open(copy, RULES))
    assert victim.read_text(encoding="utf-8") == "precious\n"


@pytest.mark.parametrize("name", ["reports", "graph", "cache", "incoming"])
def test_a_folder_is_no_link(made: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(made, tmp_path / "copy"))
    shutil.rmtree(copy / name, ignore_errors=True)
    (copy / name).symlink_to(tmp_path)
    with pytest.raises(KgError, match=name):
        Workspace.open(copy, RULES)


def test_a_workspace_s_folder_may_be_a_link_and_hold_other_files(made: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made, tmp_path / "copy"))
    (copy / "notes").symlink_to(tmp_path)
    (tmp_path / "link").symlink_to(copy)
    assert Workspace.open(tmp_path / "link", RULES).status().reports == 1


@pytest.mark.parametrize("make", [make_pipe, make_device])
def test_a_file_that_is_given_is_a_file(
    sample_workspace: Path, kg: Kg, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    for name in ("a.txt", "answers.csv", "decisions.jsonl", "backup.zip", "mine.cypher", "bundle.zip"):
        make(tmp_path / name, tmp_path)
    for words in (
        ("review", "people", "--import", tmp_path / "answers.csv"),
        ("decisions", "import", tmp_path / "decisions.jsonl"),
        ("query", "check", tmp_path / "mine.cypher"),
        ("ingest", SAMPLE, tmp_path / "a.txt"),
        ("ingest", SAMPLE, tmp_path / "bundle.zip"),
    ):
        result = kg(*words, workspace=sample_workspace)
        said = f"{result.output}{result.exception}"
        assert result.exit_code == 1 and f"{words[-1]}" in said and "not a regular file" in said
    result = kg("restore", tmp_path / "backup.zip", workspace=tmp_path / "new")
    assert result.exit_code == 1 and "backup.zip: not a regular file" in str(result.exception)
