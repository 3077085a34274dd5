"""How long a command takes to start, beside what no command of this kind can do without.

    python -m benchmarks.startup [--runs 15] [REPORT ...]

Makes a workspace of the reports (without any: the bundled sample) and runs each command in a process of its own, in
turn with the peers: Python alone, Python with click and rich, and the embedded engine opening the same store for one
count. ``ratio`` is a command's shortest time over that of click with rich. ``cpu`` tells what a busy machine hides.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from kg import Workspace

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "ingest" / "jurisdictions" / "velmoria" / "sample"
GOAL = 0.35
"""Seconds that a command may take on a workspace of two months."""

KG = "from kg.cli import run; run()"
PEER = "click and rich"
OPEN_STORE = """
import sys
from kg.stores.arcadedb.process import engine
database = engine().open_database(sys.argv[1], read_only=True)
list(database.query("opencypher", "MATCH (n) RETURN count(n) AS n", {}))
database.close()
"""


@dataclass
class Timed:
    """A program with the seconds of its runs: on the wall, and of processor time."""

    name: str
    arguments: Sequence[str]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run it once."""
        spent, started = _spent(), time.perf_counter()
        program = [sys.executable, "-c", *self.arguments]
        subprocess.run(program, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        self.wall.append(time.perf_counter() - started)
        self.cpu.append(_spent() - spent)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def programs(workspace: Workspace) -> list[Timed]:
    """The peers and the commands, for one workspace."""
    folder = str(workspace.folder)
    [store] = (workspace.folder / "graph").glob("gen-*/store")
    person = next(node for node in workspace.graph().nodes if node.label == "Person")
    name = str(person.properties["name"])
    commands = (
        ["--version"],
        ["status"],
        ["query"],
        ["query", "repeated_targeting"],
        ["show", person.id],
        ["find", name],
    )
    return [
        Timed("python", ["pass"]),
        Timed(PEER, ["import click, rich.console, rich.table"]),
        Timed("the engine, one count", [OPEN_STORE, str(store)]),
        *(Timed(f"kg {' '.join(c[:1] if c[0] in ('show', 'find') else c)}", [KG, "-w", folder, *c]) for c in commands),
    ]


def print_times(timed: Sequence[Timed]) -> None:
    """A line a program; an asterisk where the shortest run misses the goal."""
    peer = min(next(t for t in timed if t.name == PEER).wall)
    print(f"{'':28}{'min':>8}{'median':>8}{'cpu':>8}{'ratio':>8}")
    for t in timed:
        missed = " *" if t.name.startswith("kg ") and min(t.wall) > GOAL else ""
        figures = (min(t.wall), median(t.wall), min(t.cpu), min(t.wall) / peer)
        print(f"{t.name:28}" + "".join(f"{figure:8.3f}" for figure in figures) + missed)


def main() -> None:
    """Make the workspace, run everything in turn, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "casefile")
        workspace.ingest(options.reports)
        timed = programs(workspace)
        for number in range(options.runs + 1):
            for program in timed:
                program.run()
                if not number:  # the first run compiles modules and fills the disk's cache
                    program.wall.clear()
                    program.cpu.clear()
        print_times(timed)


if __name__ == "__main__":
    main()
