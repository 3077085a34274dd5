"""What briefings print fits 80, 100 and 120 columns, in whole words."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COMMANDS = ["whatsnew", "due --on 2031-12-31", "count --by act,region", "count --by act --entries", "count"]


def on_a_terminal(workspace: Path, command: str, columns: int) -> list[str]:
    """The lines of standard output on a terminal of some columns."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", "from kg.cli import run; run()", "-w", str(workspace), *command.split()],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "dumb"},
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    os.close(theirs)
    told = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        told += read
    os.close(ours)
    assert run.wait() == 0
    return told.decode().replace("\r\n", "\n").splitlines()


@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_it_fits(sample_workspace: Path, command: str, columns: int) -> None:
    lines = on_a_terminal(sample_workspace, command, columns)
    assert len(lines) > 10 and any("┃" in line for line in lines)
    assert max(map(len, lines)) <= columns
    words = {word for line in lines for word in line.split()}
    assert not any(word.startswith("2031-") and len(word.strip(",;.()")) < len("2031-0") for word in words)
