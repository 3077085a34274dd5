"""A damaged journal, as a user meets it: no command that writes ends with 0, and the graph in force still answers."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Kg


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path, kg: Kg) -> Path:
    """A workspace of which one report was withdrawn, and something was done since."""
    copied = Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))
    shutil.copytree(SAMPLE, tmp_path / "reports")
    assert kg("withdraw", "2031-04", workspace=copied).exit_code == 0
    assert kg("rebuild", workspace=copied).exit_code == 0
    return copied


@pytest.mark.parametrize("damage", ["a flipped bit", "a deleted file"])
def test_a_withdrawn_report_does_not_come_back(kg: Kg, workspace: Path, tmp_path: Path, damage: str) -> None:
    reports = "MATCH (r:Report) RETURN r.id"
    before = kg("cypher", reports, workspace=workspace).stdout
    assert "2031-03" in before and "2031-04" not in before
    journal = workspace / "decisions.jsonl"
    data = journal.read_bytes()
    journal.unlink()
    if damage == "a flipped bit":
        journal.write_bytes(data.replace(b"withdrawn", b"withdrawo"))
    writing = [("ingest", tmp_path / "reports"), ("rebuild",), ("withdraw", "2031-03"), ("backup", tmp_path / "a.zip")]
    for arguments in [*writing, ("export", "facts", "--profile", "full", "-o", tmp_path / "facts"), ("check",)]:
        done = kg(*arguments, workspace=workspace)
        said = done.output + str(done.exception)
        assert done.exit_code in (1, 2) and "decisions.jsonl" in said and "Run `kg rebuild`" not in said, arguments
    assert "damaged; `kg check`" in " ".join(kg("status", workspace=workspace).output.split())
    assert kg("cypher", reports, workspace=workspace).stdout == before
    journal.write_bytes(data)
    assert kg("check", workspace=workspace).exit_code == 0
