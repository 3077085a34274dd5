"""The same graph, issued on the same day, gives the same bytes, whatever order a process keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exports.bundle.parts import PARTS

PROGRAM = "from kg.cli import run; run()"
ISSUED = ("--issued", "2031-05-01")
PERSON = ("--person", "Estridor Lomar")
EXPORTS = {
    "bundle of every part": (
        "bundle",
        "--profile",
        "full",
        *ISSUED,
        *(w for part in PARTS for w in ("--format", part)),
    ),
    "workbook": ("tables", "--format", "xlsx"),
    "dossier, HTML": ("dossier", *PERSON, "--format", "html", *ISSUED),
    "dossier, Word": ("dossier", *PERSON, "--format", "docx", *ISSUED),
}


def export(workspace: Path, arguments: tuple[str, ...], file: Path, seed: str) -> bytes:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", PROGRAM, "-w", workspace, "export", *arguments, "-o", file]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return file.read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_graph_gives_the_same_bytes(sample_workspace: Path, tmp_path: Path, name: str) -> None:
    first, second = (export(sample_workspace, EXPORTS[name], tmp_path / f"{seed}.out", seed) for seed in ("1", "99"))
    assert first == second
