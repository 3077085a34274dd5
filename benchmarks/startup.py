"""How long a command takes to start, beside what no command of this kind can do without.

    python -m benchmarks.startup [--runs 15] [REPORT ...]

Makes a workspace of the reports (without any: the bundled sample) and runs each command in a process of its own, in
turn with the peers: Python alone, Python with click and rich, and the embedded engine opening the same store for one
count. ``ratio`` is a command's shortest time over that of click with rich. ``cpu`` tells what a busy machine hides.

Modules are compiled once, as they are wherever pip installed them. ``--before FOLDER`` runs every command of an older
checkout too, in turn with today's, and prints the median of the ratios of processor time.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from subprocess import DEVNULL

from kg import Workspace

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "ingest" / "jurisdictions" / "velmoria" / "sample"
_BEFORE = ", before"
GOAL = 0.35
"""Seconds that a command may take on a workspace of two months."""

# Where Python keeps compiled modules, and whether it does: a run of this benchmark always keeps them.
_OF_BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
KG = "from kg.cli import run; run()"
PEER = "click and rich"
OPEN_STORE = """
import sys
from kg.stores.arcadedb.process import engine, leave_out_numpy
leave_out_numpy()
database = engine().open_database(sys.argv[1], read_only=True)
list(database.query("opencypher", "MATCH (n) RETURN count(n) AS n", {}))
database.close()
"""


@dataclass
class Timed:
    """A program with the seconds of its runs: on the wall, and of processor time; ``root`` is the code that it runs."""

    name: str
    arguments: Sequence[str]
    root: Path = ROOT
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self, compiled: Path) -> None:
        """Run it once; the bytecode of its modules is kept in a folder."""
        spent, started = _spent(), time.perf_counter()
        program = [sys.executable, "-c", *self.arguments]
        environment = {name: value for name, value in os.environ.items() if name not in _OF_BYTECODE}
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
        subprocess.run(program, cwd=self.root, env=environment, stdout=DEVNULL, stderr=DEVNULL, check=True)
        self.wall.append(time.perf_counter() - started)
        self.cpu.append(_spent() - spent)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def programs(workspace: Workspace, before: Path | None) -> list[Timed]:
    """The peers and the commands, for one workspace; each command of an older checkout behind that of today."""
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
    peers = [
        Timed("python", ["pass"]),
        Timed(PEER, ["import click, rich.console, rich.table"]),
        Timed("the engine, one count", [OPEN_STORE, str(store)]),
    ]
    made = []
    for command in commands:
        about = f"kg {' '.join(command[:1] if command[0] in ('show', 'find') else command)}"
        arguments = [KG, "-w", folder, *command]
        made.append(Timed(about, arguments))
        if before:
            made.append(Timed(f"{about}{_BEFORE}", arguments, before))
    return [*peers, *made]


def print_times(timed: Sequence[Timed]) -> None:
    """A line a program; an asterisk where the shortest run misses the goal."""
    peer = min(next(t for t in timed if t.name == PEER).wall)
    print(f"{'':28}{'min':>8}{'median':>8}{'cpu':>8}{'ratio':>8}")
    for t in timed:
        missed = " *" if t.name.startswith("kg ") and min(t.wall) > GOAL else ""
        figures = (min(t.wall), median(t.wall), min(t.cpu), min(t.wall) / peer)
        print(f"{t.name:28}" + "".join(f"{figure:8.3f}" for figure in figures) + missed)


def print_ratios(timed: Sequence[Timed]) -> None:
    """For each command the processor time of today over that of the older checkout, run by run."""
    older = {t.name.removesuffix(_BEFORE): t for t in timed if t.name.endswith(_BEFORE)}
    for t in timed:
        if t.name in older:
            ratios = [now / then for now, then in zip(t.cpu, older[t.name].cpu, strict=True)]
            print(f"{t.name:28} {median(ratios):.2f} of the time before ({min(ratios):.2f} to {max(ratios):.2f})")


def main() -> None:
    """Make the workspace, run everything in turn, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="An older checkout to compare with.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "casefile")
        workspace.ingest(options.reports)
        timed = programs(workspace, options.before)
        for number in range(options.runs + 1):
            for program in timed:
                program.run(Path(folder) / "compiled")
                if not number:  # the first run compiles modules and fills the disk's cache
                    program.wall.clear()
                    program.cpu.clear()
        print_times(timed)
        print_ratios(timed)


if __name__ == "__main__":
    main()
