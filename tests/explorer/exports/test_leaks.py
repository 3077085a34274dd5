"""Nothing that a profile leaves out is in a file that the explorer hands over."""

from pathlib import Path
from typing import get_args

import pytest

from explorer.exports.files import ExportAsked, ExportFormat, export_things
from ingest.errors import KgError
from kg.workspace import Workspace
from tests.conftest import Kg
from tests.exports.profiles.secret_report import NAMED, REPORT, SECRETS
from tests.exports.profiles.test_leaks import found_in


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Workspace:
    folder = tmp_path_factory.mktemp("secrets")
    (folder / "march.txt").write_text(REPORT, encoding="utf-8")
    result = kg("ingest", folder / "march.txt", "--jurisdiction", "velmoria", workspace=folder / "casefile")
    assert result.exit_code == 0, result.output
    return Workspace.open(folder / "casefile")


@pytest.mark.parametrize("profile", ["partner", "public"])
@pytest.mark.parametrize("format", get_args(ExportFormat))
def test_no_secret_leaves(workspace: Workspace, tmp_path: Path, format: ExportFormat, profile: str) -> None:
    things = [node.key for node in workspace.graph().nodes]
    people = [key for key in things if key.label == "Person"]
    canvases = [[person] for person in people] if format.startswith("dossier") else [things]
    for number, canvas in enumerate(canvases):
        asked = ExportAsked(format, profile, "acme", "What Quorrin Tessaly saw")
        try:
            (tmp_path / f"{number}.out").write_bytes(export_things(workspace, canvas, asked))
        except KgError as error:
            assert "leaves out this person" in str(error)  # a relative, under public
    assert found_in(tmp_path, SECRETS) == []
    assert set(found_in(tmp_path, NAMED)) == (set(NAMED) if profile == "partner" else set())
