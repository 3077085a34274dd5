"""Runs ``kg`` under limits, and says how each run ended."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

SECONDS = 150
"""How long a run may take by the clock; others may have the machine's cores meanwhile."""

CPU_SECONDS = 20
"""How long it may compute."""

MEGABYTES = 1500
"""What it may have in memory, the engine with it."""

PASSPHRASE = "harbour kite paving anthem"


@dataclass(frozen=True)
class Done:
    """A run that ended: its exit code (negative for a signal), output, what it used, its steps that wrote."""

    code: int
    out: str
    err: str
    killed_for: str
    seconds: float
    cpu: float
    megabytes: int
    steps: list[str]

    @property
    def said(self) -> str:
        """The last line that it printed on standard error, for a report of what fell short."""
        lines = self.err.strip().splitlines()
        return lines[-1][:200] if lines else ""

    def faults(self) -> list[str]:
        """What no run may do, whatever it was given: crash, hang, take the memory, end without a sentence."""
        if self.killed_for:
            return [f"it was stopped for its {self.killed_for} after {self.seconds:.0f} s, {self.megabytes} MB"]
        found = []
        if self.code < 0:
            found.append(f"it died of signal {-self.code} after {self.cpu:.0f} s of computing")
        elif self.code not in (0, 1, 2):
            found.append(f"it ended with {self.code}: {self.said}")
        if "Traceback (most recent call last)" in self.err:
            found.append(f"it printed a traceback: {self.said}")
        elif self.code in (1, 2) and not (self.err.strip() or self.out.strip()):
            found.append(f"it ended with {self.code} without a word")
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", self.out + self.err):
            found.append("it printed control characters")
        return found


class Runner:
    """A server of ``tests.torture.server``: it runs one command at a time. Close it at the end."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.server"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """End the server."""
        assert self._server.stdin
        self._server.stdin.close()
        self._server.wait(30)

    def kg(self, folder: Path, *arguments: object, workspace: str = "casefile", **request: Any) -> Done:
        """Run a command in a folder, on the workspace in it. ``typed`` is what is typed at its prompts."""
        words = ["-w", str(folder / workspace), *map(str, arguments)]
        return self._ask({"what": "kg", "arguments": words, "cwd": str(folder), **request})

    def state(self, folder: Path, workspace: str = "casefile") -> dict[str, Any]:
        """What a workspace holds, as ``tests.torture.states`` tells it."""
        done = self._ask({"what": "state", "arguments": [str(folder / workspace)], "cwd": str(folder)})
        try:
            return dict(json.loads(done.out))
        except ValueError:
            return {"crash": f"{done.code} {done.said}"}

    def _ask(self, request: dict[str, Any]) -> Done:
        assert self._server.stdin and self._server.stdout
        limits = {"seconds": SECONDS, "cpu_seconds": CPU_SECONDS, "megabytes": MEGABYTES}
        self._server.stdin.write(json.dumps(limits | request) + "\n")
        self._server.stdin.flush()
        return Done(**json.loads(self._server.stdout.readline()))
