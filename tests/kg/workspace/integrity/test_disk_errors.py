"""A disk that is full, or fails: the message is true, the disk is named, and nothing is lost."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

BEFORE = ["2031-03"]
AFTER = ["2031-03", "2031-03", "2031-04"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    Workspace.create(folder / "casefile", RULES).ingest([write_report(folder, "march.txt", MARCH)])
    write_report(folder, "april.txt", APRIL, "2031-04")
    write_report(folder, "march2.txt", [*MARCH, "Kestin Ura was held"])
    return folder


def new_files(made: Path) -> list[Path]:
    return [made / "april.txt", made / "march2.txt"]


def reports(workspace: Workspace) -> list[str]:
    return [report.id for report in workspace.reports()]


def check_what_is_said(workspace: Workspace, said: str, files: list[Path]) -> bool:
    """Whether the change was made, after checking that it is as the message says and that a rebuild keeps it."""
    taken = "The change was made" in said
    assert taken != ("Nothing was changed" in said)
    assert reports(workspace) == (AFTER if taken else BEFORE)
    workspace.rebuild()
    assert reports(workspace) == (AFTER if taken else BEFORE) and workspace.check() == []
    outcomes = {file.outcome for file in workspace.ingest(files).files}
    assert outcomes == ({"already added"} if taken else {"added", "corrected"})
    assert reports(workspace) == AFTER and len(workspace.decisions()) == 1 and workspace.check() == []
    return taken


class FailingDisk:
    """Counts how often files are synced to disk; from the given step on the disk is full."""

    def __init__(self, patch: pytest.MonkeyPatch, full_from: int | None = None) -> None:
        self.steps = 0
        sync = os.fsync

        def failing(descriptor: int) -> None:
            self.steps += 1
            if full_from is not None and self.steps >= full_from:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            sync(descriptor)

        patch.setattr(os, "fsync", failing)


def copied(made: Path, folder: Path) -> Workspace:
    shutil.copytree(made / "casefile", folder)
    return Workspace.open(folder, RULES)


def test_a_failure_before_or_after_the_commit_is_told_as_what_it_is(made: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        disk = FailingDisk(patch)
        copied(made, tmp_path / "counting").ingest(new_files(made))
    seen = set()
    for back in (0, 2, 4, 6, 8, 10, 12, 30):
        workspace = copied(made, tmp_path / str(back))
        with pytest.MonkeyPatch.context() as patch, pytest.raises(KgError, match=r"disk at .* is full") as stopped:
            FailingDisk(patch, full_from=disk.steps - back)
            workspace.ingest(new_files(made))
        seen.add(check_what_is_said(workspace, str(stopped.value), new_files(made)))
    assert seen == {True, False}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m,mode=700", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the superuser can mount a small disk to fill")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("free", [0, 8_000, 60_000, 3_000_000, 9_000_000, 12_000_000, 16_000_000])
def test_a_full_disk_is_named_and_nothing_is_lost(made: Path, small_disk: Path, free: int) -> None:
    workspace = copied(made, small_disk / "casefile")
    filler = small_disk / "filler"
    with filler.open("wb") as file:
        file.write(bytes(shutil.disk_usage(small_disk).free - free))
    said = ""
    try:
        workspace.ingest(new_files(made))
    except KgError as error:
        said = str(error)
    filler.unlink()
    if said:
        assert f"the disk at {small_disk} " in said and "kg rebuild" not in said
        check_what_is_said(workspace, said, new_files(made))
    else:
        assert free > 10_000_000 and reports(workspace) == AFTER and workspace.check() == []
